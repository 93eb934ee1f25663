//! Short news about what was just done.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    Text,
    icon::{Icon, IconName},
    tone::Tone,
};

/// One piece of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Tells it from the others; handed back when it is dismissed.
    pub id: u32,
    /// What kind of news it is.
    pub tone: Tone,
    /// What happened: "已保存在本机 · 14:02".
    pub words: String,
}

/// The place where news appears, once a page, there from the start so that screen readers watch it. How long a piece
/// stays is for its owner to say; nothing that must be read or acted on belongs here.
#[component]
pub fn ToastRegion(
    /// The news, the newest last.
    #[prop(into)]
    toasts: Signal<Vec<Toast>>,
    /// The name of the button that takes one away: "知道了".
    #[prop(into)]
    dismiss_label: Text,
    /// Called with the one to take away.
    #[prop(into)]
    on_dismiss: Callback<u32>,
) -> impl IntoView {
    view! {
        <div class="toast-region" role="status" aria-live="polite">
            <For each=move || toasts.get() key=|toast| toast.id let:toast>
                <p class="toast" data-tone=toast.tone.name()>
                    <Icon name=toast.tone.icon()/>
                    <span class="toast-words">{toast.words}</span>
                    <button
                        class="toast-dismiss"
                        type="button"
                        aria-label=move || dismiss_label.get()
                        on:click=move |_| on_dismiss.run(toast.id)
                    >
                        <Icon name=IconName::Cross/>
                    </button>
                </p>
            </For>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn region(toasts: Vec<Toast>) -> String {
        html(move || view! { <ToastRegion toasts dismiss_label="知道了" on_dismiss=|_| ()/> })
    }

    #[test]
    fn the_region_is_there_before_the_news() {
        assert!(tag(&region(Vec::new()), "toast-region").contains("aria-live=\"polite\""));
    }

    #[test]
    fn news_can_be_read_and_taken_away() {
        let html = region(vec![Toast { id: 1, tone: Tone::Ok, words: "已保存在本机".into() }]);
        assert!(words(&html).contains("已保存在本机"));
        assert!(tag(&html, "toast-dismiss").contains("aria-label=\"知道了\""));
    }
}
