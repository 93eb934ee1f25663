//! What happened, what is now, what comes next.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    MaybeText, Text,
    icon::{Icon, IconName},
};

/// Where an entry stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum Moment {
    /// It happened.
    Past,
    /// It is so now.
    Present,
    /// It comes next.
    Next,
    /// It was broken off here: refused, withdrawn, expired.
    Ended,
}

impl Moment {
    const fn name(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Next => "next",
            Self::Ended => "ended",
        }
    }
}

/// A vertical line of [`TimelineEntry`]s, from the first to what comes next.
#[component]
pub fn Timeline(
    /// What the line tells: "办理进度".
    #[prop(into)]
    label: Text,
    /// The entries.
    children: Children,
) -> impl IntoView {
    view! { <ol class="timeline" aria-label=move || label.get()>{children()}</ol> }
}

/// One entry. The present one stands out; the others are quiet.
#[component]
pub fn TimelineEntry(
    /// Where it stands in time.
    moment: Moment,
    /// The same in a word, for screen readers: "已完成", "现在", "接下来".
    #[prop(into)]
    moment_word: Text,
    /// What happened: "派出所已受理".
    #[prop(into)]
    title: Text,
    /// When, or by when at the latest, in words.
    #[prop(optional, into)]
    time: MaybeText,
    /// The same day or moment for machines: `2026-03-02` or RFC 3339. Needed where `time` is given.
    #[prop(optional, into)]
    datetime: MaybeText,
    /// More about it, and what can be done.
    #[prop(optional, into)]
    details: Option<ViewFnOnce>,
) -> impl IntoView {
    let icon = match moment {
        Moment::Past => Some(IconName::Check),
        Moment::Ended => Some(IconName::Cross),
        Moment::Present | Moment::Next => None,
    };
    view! {
        <li class="timeline-entry" data-moment=moment.name() aria-current=(moment == Moment::Present).then_some("step")>
            <span class="timeline-sign" aria-hidden="true">{icon.map(|name| view! { <Icon name/> })}</span>
            <div class="timeline-words">
                <p class="timeline-title">
                    <span class="visually-hidden">{moment_word} " "</span>
                    {title}
                </p>
                {move || {
                    time.get().map(|words| view! { <time class="timeline-time" datetime=datetime.get()>{words}</time> })
                }}
                {details.map(|more| view! { <div class="timeline-details">{more.run()}</div> })}
            </div>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_present_entry_is_marked_and_each_says_its_moment() {
        let html = html(|| {
            view! {
                <Timeline label="办理进度">
                    <TimelineEntry moment=Moment::Past moment_word="已完成" title="已提交" time="2月13日 星期五" datetime="2026-02-13"/>
                    <TimelineEntry moment=Moment::Present moment_word="现在" title="派出所正在审核"/>
                    <TimelineEntry moment=Moment::Next moment_word="接下来" title="制证"/>
                </Timeline>
            }
        });
        assert!(tag(&html, "data-moment=\"present\"").contains("aria-current=\"step\""));
        assert_eq!(html.matches("aria-current").count(), 1);
        assert!(tag(&html, "time ").contains("datetime=\"2026-02-13\""));
        let words = words(&html);
        assert!(words.contains("现在 派出所正在审核") && words.contains("接下来 制证"), "{words}");
    }
}
