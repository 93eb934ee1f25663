//! The moment of completion.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    MaybeText, Text,
    icon::{Icon, IconName},
};

/// It is done: what, under which number, and what happens next. The one place where the accent colour speaks.
#[component]
pub fn ResultPanel(
    /// What is done: "已提交给桂溪派出所".
    #[prop(into)]
    title: Text,
    /// What the number is: "办件编号".
    #[prop(optional, into)]
    number_label: MaybeText,
    /// The number, which can be selected and copied.
    #[prop(optional, into)]
    number: MaybeText,
    /// The ways on.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// What happens next, and by when.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="result">
            <span class="result-sign" aria-hidden="true">
                <Icon name=IconName::Check/>
            </span>
            <h2 class="result-title">{title}</h2>
            {move || {
                number
                    .get()
                    .map(|digits| {
                        view! {
                            <p class="result-number">
                                <span class="result-number-label">{number_label.get()}</span>
                                <span class="result-digits">{digits}</span>
                            </p>
                        }
                    })
            }}
            <div class="result-next">{children()}</div>
            {actions.map(|bar| view! { <div class="result-actions">{bar.run()}</div> })}
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn completion_names_the_number_and_what_comes_next() {
        let html = html(|| {
            view! {
                <ResultPanel title="已提交给桂溪派出所" number_label="办件编号" number="CD202602130001">
                    "最晚 2 月 27 日告诉您材料是否齐全。"
                </ResultPanel>
            }
        });
        let words = words(&html);
        assert!(words.contains("办件编号CD202602130001") && words.contains("最晚 2 月 27 日"), "{words}");
    }
}
