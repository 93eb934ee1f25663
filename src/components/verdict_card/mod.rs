//! Whether something holds, since when or from when, and why.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    Text,
    details::Details,
    icon::{Icon, IconName},
    tone::Tone,
};

/// What the answer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum Outcome {
    /// It holds.
    Yes,
    /// It will hold, from a day that can be named.
    NotYet,
    /// A person has to look at it.
    Review,
    /// It does not hold.
    No,
}

impl Outcome {
    const fn tone(self) -> Tone {
        match self {
            Self::Yes => Tone::Ok,
            Self::NotYet => Tone::Info,
            Self::Review => Tone::Warn,
            Self::No => Tone::Bad,
        }
    }

    const fn icon(self) -> IconName {
        match self {
            Self::Yes => IconName::CheckCircle,
            Self::NotYet => IconName::Calendar,
            Self::Review => IconName::Person,
            Self::No => IconName::Error,
        }
    }
}

/// The answer: outcome in a word, headline in a sentence, the day, then the findings.
#[component]
pub fn VerdictCard(
    /// What it comes to.
    outcome: Outcome,
    /// The same in a word: "现在可以申领", "还不能".
    #[prop(into)]
    word: Text,
    /// The answer in a sentence: "再过 3 天，7 月 15 日就能申领".
    #[prop(into)]
    headline: Text,
    /// The day that matters: a [`DateLeaf`](super::date_leaf::DateLeaf).
    #[prop(optional, into)]
    date: Option<ViewFnOnce>,
    /// The way on.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// [`VerdictFinding`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="verdict-card" data-tone=outcome.tone().name()>
            <div class="verdict-card-head">
                <div class="verdict-card-words">
                    <p class="verdict-card-outcome">
                        <Icon name=outcome.icon()/>
                        <span>{word}</span>
                    </p>
                    <h2 class="verdict-card-headline">{headline}</h2>
                </div>
                {date.map(|leaf| leaf.run())}
            </div>
            <ul class="verdict-card-findings">{children()}</ul>
            {actions.map(|bar| view! { <div class="verdict-card-actions">{bar.run()}</div> })}
        </section>
    }
}

/// One reason, with its source folded.
#[component]
pub fn VerdictFinding(
    /// What this one comes to.
    outcome: Outcome,
    /// The same in a word, for screen readers: "符合", "还没满", "要核实", "不符合".
    #[prop(into)]
    word: Text,
    /// What was looked at: "连续居住满半年".
    #[prop(into)]
    title: Text,
    /// Why, and what would change it: "您 1 月 15 日登记，满半年的那天起就可以".
    #[prop(into)]
    reason: Text,
    /// On the fold: "依据".
    #[prop(into)]
    source_label: Text,
    /// The article or source, in full.
    #[prop(into)]
    source: Text,
) -> impl IntoView {
    view! {
        <li class="verdict-card-finding" data-tone=outcome.tone().name()>
            <Icon name=outcome.tone().icon()/>
            <div class="verdict-card-words">
                <p class="verdict-card-title">
                    <span class="visually-hidden">{word} " "</span>
                    {title}
                </p>
                <p class="verdict-card-reason">{reason}</p>
                <Details summary=source_label>{source}</Details>
            </div>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_verdict_says_its_outcome_in_words_before_its_reasons_and_folds_the_article() {
        let html = html(|| {
            view! {
                <VerdictCard outcome=Outcome::NotYet word="还差 3 天" headline="再过 3 天，7 月 15 日就能申领">
                    <VerdictFinding
                        outcome=Outcome::NotYet
                        word="还没满"
                        title="连续居住满半年"
                        reason="您 1 月 15 日登记"
                        source_label="依据"
                        source="居住证暂行条例第二条"
                    />
                </VerdictCard>
            }
        });
        let words = words(&html);
        let at = |part: &str| words.find(part).unwrap_or_else(|| panic!("{part} is missing in {words}"));
        assert!(at("还差 3 天") < at("再过 3 天") && at("再过 3 天") < at("还没满 连续居住满半年"));
        let folded = html.split("<details").nth(1).unwrap_or_default();
        assert!(folded.contains("居住证暂行条例第二条"));
    }
}
