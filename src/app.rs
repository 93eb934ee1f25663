//! The shell around every page, and which address shows which page.

use leptos::prelude::*;
use leptos_router::{
    Lazy,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    device::acting,
    locales,
    pages::{
        ApplicationsPage, ApplyPage, CheckPage, CorrectPage, DisplayPage, FORM_STEPS, HelpPage, Home, HouseholdPage,
        MePage, NotFound, PHONE_CODE, ReceiptPage, RecordsPage, ResidencePage, SignInPage, StatusPage, VerifyPage,
    },
};

/// Parts of pages that are loaded after them: the name of the split point, the address that needs it at once, where there
/// is one, and the page. The build fetches it early there, and elsewhere when the page says that it is going to need it.
pub const LAZY_PARTS: &[(&str, Option<&str>, &str)] =
    &[(FORM_STEPS, Some("/apply/:service/:step"), "ApplyPage"), (PHONE_CODE, None, "ApplyPage")];

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
    "/applications" => ApplicationsPage,
    "/applications/:number" => StatusPage,
    "/applications/:number/correct/:step?" => CorrectPage,
    "/applications/:number/receipt" => ReceiptPage,
    "/check" => CheckPage,
    "/display" => DisplayPage,
    "/help" => HelpPage,
    "/household" => HouseholdPage,
    "/me" => MePage,
    "/records" => RecordsPage,
    "/residence" => ResidencePage,
    "/sign-in" => SignInPage,
    "/verify" => VerifyPage,
}

/// The whole app. Each page brings its own `main`; `start.js` takes the page as shown when that has an element in it.
#[component]
pub fn App() -> impl IntoView {
    locales::start();
    // Before the router changes the address.
    let _ = acting::child();
    view! {
        <Router>
            <Pages/>
        </Router>
    }
}
