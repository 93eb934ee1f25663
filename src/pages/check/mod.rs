//! `/check`: may I apply? Answered without signing in, and without a line once the page is there.

mod answers;
mod asking;
mod questions;
mod result;

use leptos::prelude::*;
use leptos_router::{LazyRoute, hooks::use_location, lazy_route};

use self::{answers::Said, asking::Asking, result::Answer};
use crate::{
    device::{clock, display, tab},
    wizard::before_sign_in,
};

/// The eligibility self-check.
pub struct CheckPage;

#[lazy_route]
impl LazyRoute for CheckPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Check/> }.into_any()
    }
}

/// Asked one by one, the answer follows the last question and has a place of its own, so that the way back leads to
/// that question.
const RESULT: &str = "result";

/// Under which name the tab remembers the answers.
const KEPT: &str = "check";

thread_local! {
    // Leaving the page and coming back loses nothing, also by way of a reload.
    static SAID: ArcRwSignal<Said> = ArcRwSignal::new(tab::kept(KEPT).map_or_else(Said::default, |text| Said::of_text(&text)));
}

#[component]
fn Check() -> impl IntoView {
    let said = RwSignal::from(SAID.with(Clone::clone));
    Effect::new(move |_| {
        said.with(|said| {
            tab::keep(KEPT, &said.to_text());
            before_sign_in::leave(&said.adoptable());
        });
    });
    let today = clock::today();
    let verdict = RwSignal::new(None);
    let place = use_location().hash;
    let one_by_one = untrack(display::elder);
    let answer = Memo::new(move |_| {
        let in_place = !one_by_one || place.with(|place| place.trim_start_matches('#') == RESULT);
        verdict.get().filter(|_| in_place)
    });
    move || match answer.get() {
        Some(found) => view! { <Answer verdict=found on_change=move |()| verdict.set(None)/> }.into_any(),
        None => view! { <Asking said today on_verdict=move |found| verdict.set(Some(found))/> }.into_any(),
    }
}
