//! How far something is, in words and as a bar.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::Text;

/// A native progress bar with its words. Without a value it only says that something is going on.
#[component]
pub fn Progress(
    /// What is going on, and how far it is ("正在上传，已传 40%").
    #[prop(into)]
    words: Text,
    /// How much is done, of `max`.
    #[prop(optional, into)]
    value: Signal<Option<u32>>,
    /// How much there is.
    #[prop(default = Signal::stored(100), into)]
    max: Signal<u32>,
) -> impl IntoView {
    // The words beside it are the bar's name: a percentage read out on top of them would say it twice.
    view! {
        <div class="progress">
            <progress
                class="progress-bar"
                max=move || max.get().to_string()
                value=move || value.get().map(|value| value.to_string())
                aria-label=move || words.get()
            ></progress>
            <p class="progress-words">{words}</p>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn progress_is_a_native_bar_with_words() {
        let html = html(|| view! { <Progress words="第 3 步，共 6 步：拍材料" value=3u32 max=6u32/> });
        let bar = tag(&html, "progress-bar");
        assert!(bar.starts_with("progress") && bar.contains("value=\"3\"") && bar.contains("max=\"6\""));
        assert!(words(&html).contains("第 3 步，共 6 步：拍材料"));
    }

    #[test]
    fn progress_without_a_value_claims_none() {
        let html = html(|| view! { <Progress words="正在检查照片"/> });
        assert!(!tag(&html, "progress-bar").contains(" value"));
    }
}
