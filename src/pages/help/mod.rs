//! `/help`: questions people ask, and whom to turn to.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

/// The help page.
pub struct HelpPage;

#[lazy_route]
impl LazyRoute for HelpPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <h1>"帮助"</h1> }.into_any()
    }
}
