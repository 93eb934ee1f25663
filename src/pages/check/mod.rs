//! `/check`: may I apply? Answered without signing in.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

/// The eligibility self-check.
pub struct CheckPage;

#[lazy_route]
impl LazyRoute for CheckPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <h1>"看看能不能办"</h1> }.into_any()
    }
}
