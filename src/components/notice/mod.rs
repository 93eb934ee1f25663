//! Something the person should know, in its place on the page.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{MaybeText, Text, icon::Icon, tone::Tone};

/// How a notice that appears later is announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum Announce {
    /// Not: it was there from the start.
    #[default]
    No,
    /// Once the screen reader has finished.
    Politely,
    /// At once: something went wrong.
    AtOnce,
}

impl Announce {
    /// The role of the element that is announced.
    pub(super) const fn role(self) -> Option<&'static str> {
        match self {
            Self::No => None,
            Self::Politely => Some("status"),
            Self::AtOnce => Some("alert"),
        }
    }
}

/// A notice with icon and word. Tone is never told by colour alone.
#[component]
pub fn Notice(
    /// What kind of news it is.
    tone: Tone,
    /// The tone as a word, before the title: "注意", "已保存".
    #[prop(into)]
    word: Text,
    /// What it is about.
    #[prop(optional, into)]
    title: MaybeText,
    /// How it is announced.
    #[prop(optional)]
    announce: Announce,
    /// What to know and what to do.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone=tone.name() role=announce.role()>
            <Icon name=tone.icon()/>
            <div class="notice-words">
                <p class="notice-title">
                    <strong class="notice-word">{word}</strong>
                    {move || title.get().map(|words| view! { <strong>{words}</strong> })}
                </p>
                <div class="notice-body">{children()}</div>
            </div>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_notice_has_its_tone_as_a_word_and_is_announced_when_asked() {
        let html = html(|| {
            view! { <Notice tone=Tone::Warn word="注意" title="网络断了" announce=Announce::AtOnce>"照片已存在手机里"</Notice> }
        });
        assert!(tag(&html, "data-tone=\"warn\"").contains("role=\"alert\""));
        let words = words(&html);
        assert!(words.contains("注意") && words.contains("网络断了") && words.contains("照片已存在手机里"));
    }

    #[test]
    fn a_notice_that_was_there_from_the_start_is_not_announced() {
        let html = html(|| view! { <Notice tone=Tone::Info word="提示">"约 6 分钟"</Notice> });
        assert!(!tag(&html, "data-tone=\"info\"").contains("role"));
    }
}
