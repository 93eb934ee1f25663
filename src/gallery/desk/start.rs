//! What the gallery is, for those who come for the first time.

use leptos::prelude::*;

use super::desk;
use crate::gallery::{catalog, index::COMPONENTS};

/// The first page.
#[component]
pub fn Start() -> impl IntoView {
    let desk = desk();
    let stories: usize = catalog::all().map(|component| component.stories.len()).sum();
    view! {
        <div class="desk-start">
            <h2>{move || desk.words("所有组件，每种样子", "Every component, in every state")}</h2>
            <p>
                {move || format!("{} {}, {stories} {}", COMPONENTS.len(), desk.words("个组件", "components"), desk.words("个例子", "stories"))}
            </p>
            <p>
                {move || desk.words(
                    "左边选一个例子，上面换主题、语言、宽度和字号，下面改属性。地址栏里的链接可以直接发给别人。",
                    "Choose a story on the left, change theme, language, width and text size above it, and its props below. The address can be sent to somebody as it is.",
                )}
            </p>
            <p>
                {move || desk.words(
                    "演示内容都是虚构的，不是真人资料。",
                    "Everything shown is made up; no real person's data is here.",
                )}
            </p>
        </div>
    }
}
