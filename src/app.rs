//! The shell around every page, and which address shows which page.

use crate::pages::{ApplyPage, CheckPage, CorrectPage, HelpPage, Home, NotFound};
use leptos::prelude::*;
use leptos_router::{
    Lazy,
    components::{FlatRoutes, Route, Router},
    path,
};

/// Writes the routes and the list of lazy pages from one table, so that the two cannot differ.
macro_rules! pages {
    ($($address:tt => $page:ident),+ $(,)?) => {
        /// Every address whose page is loaded when it is wanted, with the name of that page.
        ///
        /// The build reads this list to tell `boot.js` which chunks an address needs, so that they are fetched
        /// beside the app and not after it.
        pub const LAZY_PAGES: &[(&str, &str)] = &[$(($address, stringify!($page))),+];

        /// The page of the present address.
        #[component]
        fn Pages() -> impl IntoView {
            view! {
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/") view=Home/>
                    $(<Route path=path!($address) view={Lazy::<$page>::new()}/>)+
                </FlatRoutes>
            }
        }
    };
}

pages! {
    "/apply/:service/:step?" => ApplyPage,
    "/applications/:number/correct/:step?" => CorrectPage,
    "/check" => CheckPage,
    "/help" => HelpPage,
}

/// The whole app: what stays on every page, and the page itself inside `main`.
///
/// `start.js` takes the page as shown when `main` has an element in it.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <main>
                <Pages/>
            </main>
        </Router>
    }
}
