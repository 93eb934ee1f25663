//! Saying something to screen readers without chattering.

use std::time::Duration;

use leptos::prelude::*;

use super::MaybeText;

/// Long enough for the next key to come, so that nothing is said between two keys.
const PAUSE: Duration = Duration::from_millis(1000);

/// Words that change with every key, for screen readers alone: they hear them once nothing has changed for a second.
/// What is there from the start is not said. Whoever shows the same words gives them `aria-live="off"` or none at all.
#[component]
pub fn AfterAPause(
    /// What there is to say.
    #[prop(into)]
    words: MaybeText,
) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(running) = timer.try_update_value(Option::take).flatten() {
            running.clear();
        }
    };
    on_cleanup(stop);
    Effect::new(move |before: Option<()>| {
        let words = words.get();
        if before.is_some() {
            stop();
            // Without a timer nothing is said, and the words can still be read where they are shown.
            let later = set_timeout_with_handle(move || said.set(words), PAUSE);
            timer.set_value(later.ok());
        }
    });
    view! { <span class="visually-hidden" role="status">{said}</span> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{said, testing::*};

    #[test]
    fn nothing_is_said_of_what_was_there_from_the_start() {
        let html = html(|| view! { <AfterAPause words=said(|| "还可以写 200 个字".to_owned())/> });
        assert!(tag(&html, "role=\"status\"").contains("visually-hidden"));
        assert_eq!(words(&html), "");
    }
}
