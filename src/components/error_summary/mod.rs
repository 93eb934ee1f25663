//! What is wrong on the page, all at once.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{html, prelude::*};

use super::{
    Text,
    focus::focus_by_id,
    icon::{Icon, IconName},
};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryError {
    /// Where to mend it: `#` and the identifier of the control, or the address of the page that has the control.
    pub href: String,
    /// What is wrong and what to do, in the same words as beside the field.
    pub words: String,
}

/// The errors of a page as links to their fields. It takes the focus at every attempt that left errors, so it is heard
/// first; following a link puts the focus into the field, or opens the page that has it. Nothing is shown while there
/// are no errors.
#[component]
pub fn ErrorSummary(
    /// Such as "还有 2 处需要改".
    #[prop(into)]
    title: Text,
    /// What is wrong, in the order of the page.
    #[prop(into)]
    errors: Signal<Vec<SummaryError>>,
    /// Counts the attempts to go on.
    #[prop(into)]
    attempt: Signal<u32>,
) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |before: Option<u32>| {
        let now = attempt.get();
        // Not at the first rendering: a page that opens with errors from before must be read from its top.
        if before.is_some_and(|before| before != now) && !errors.with_untracked(Vec::is_empty) {
            request_animation_frame(move || {
                // The page may be gone by the next frame.
                if let Some(element) = summary.try_get_untracked().flatten() {
                    let _ = element.focus();
                }
            });
        }
        now
    });
    let links = move || {
        errors
            .get()
            .into_iter()
            .map(|SummaryError { href, words }| {
                let here = href.strip_prefix('#').map(str::to_owned);
                let go = move |event: web_sys::MouseEvent| {
                    if let Some(field) = &here {
                        // The router would take the fragment for a navigation.
                        event.prevent_default();
                        focus_by_id(field);
                    }
                };
                view! { <li><a href=href on:click=go>{words}</a></li> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !errors.with(Vec::is_empty)>
            <div class="error-summary" role="alert" tabindex="-1" node_ref=summary>
                <h2 class="error-summary-title">
                    <Icon name=IconName::Error/>
                    <span>{title}</span>
                </h2>
                <ul class="error-summary-list">{links}</ul>
            </div>
        </Show>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_summary_is_an_alert_with_a_link_to_each_field() {
        let html = html(|| {
            let errors = vec![SummaryError { href: "#name".into(), words: "请填写姓名".into() }];
            view! { <ErrorSummary title="还有 1 处需要改" errors attempt=1u32/> }
        });
        let summary = tag(&html, "error-summary\"");
        assert!(summary.contains("role=\"alert\"") && summary.contains("tabindex=\"-1\""));
        assert!(html.contains("href=\"#name\""));
        assert!(words(&html).contains("还有 1 处需要改") && words(&html).contains("请填写姓名"));
    }

    #[test]
    fn nothing_is_said_while_nothing_is_wrong() {
        let html = html(|| view! { <ErrorSummary title="还有 0 处需要改" errors=Vec::new() attempt=1u32/> });
        assert_eq!(words(&html), "");
    }
}
