//! Answers to look through, each with its way to change it.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{MaybeText, Text, page::PageLink, visually_hidden::VisuallyHidden};

/// A list of answers: [`SummaryRow`]s.
#[component]
pub fn SummaryList(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <dl class="summary-list">{children()}</dl> }
}

/// One answer.
#[component]
pub fn SummaryRow(
    /// What was asked: "收件地址".
    #[prop(into)]
    term: Text,
    /// The link to change it: "更改". Its name for screen readers ends with the term.
    #[prop(optional)]
    change: Option<PageLink>,
    /// Where the answer comes from.
    #[prop(optional, into)]
    source: MaybeText,
    /// What else is to be said of it: "原来：演示路1号".
    #[prop(optional, into)]
    note: MaybeText,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeText,
    /// The answer.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="summary-list-row" data-invalid=move || error.get().map(|_| "")>
            <dt class="summary-list-term">{term}</dt>
            <dd class="summary-list-value">
                {children()}
                {move || source.get().map(|words| view! { <span class="summary-list-source">{words}</span> })}
                {move || note.get().map(|words| view! { <span class="summary-list-note">{words}</span> })}
                {move || error.get().map(|words| view! { <strong class="summary-list-error">{words}</strong> })}
            </dd>
            {change
                .map(|link| {
                    view! {
                        <dd class="summary-list-change">
                            <a href=link.href>
                                {link.label} <VisuallyHidden>" " {term}</VisuallyHidden>
                            </a>
                        </dd>
                    }
                })}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_change_link_says_what_it_changes() {
        let html = html(|| {
            view! {
                <SummaryList>
                    <SummaryRow term="收件地址" change=PageLink::new("/apply/first_issue/delivery", "更改")>
                        "天府大道 1 号"
                    </SummaryRow>
                </SummaryList>
            }
        });
        let link = html.split("<a ").nth(1).and_then(|rest| rest.split("</a>").next()).unwrap_or_default();
        assert!(link.contains("更改") && link.contains("收件地址"), "{link}");
        assert!(html.contains("<dt") && words(&html).contains("天府大道 1 号"));
    }
}
