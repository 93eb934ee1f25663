//! What is done and what is still open, before the steps.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    MaybeText, Text,
    icon::{Icon, IconName},
};

/// How a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum StepState {
    /// Answered, and nothing wrong with it.
    Done,
    /// The one to do now.
    Now,
    /// Can be done, in any order.
    #[default]
    Open,
    /// Something in it has to be changed.
    Wrong,
    /// Cannot be entered yet.
    Closed,
}

impl StepState {
    /// The value of `data-state`, which the styles read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Open => "open",
            Self::Wrong => "wrong",
            Self::Closed => "closed",
        }
    }

    /// The sign at the step's number; the numbers themselves stand for what is still open.
    pub(super) const fn icon(self) -> Option<IconName> {
        match self {
            Self::Done => Some(IconName::Check),
            Self::Wrong => Some(IconName::Warning),
            Self::Closed => Some(IconName::Lock),
            Self::Now | Self::Open => None,
        }
    }
}

/// One step of the list.
#[derive(Clone, Debug)]
pub struct Task {
    /// The step's identifier on the page.
    pub id: String,
    /// What it is about: "拍材料".
    pub title: Text,
    /// What is needed, or why it is closed or wrong.
    pub hint: MaybeText,
    /// Where it is done. A closed step has none.
    pub href: Option<String>,
    /// How it stands.
    pub state: StepState,
    /// The same in words: "已填好", "还没填", "需要改".
    pub state_word: Text,
}

/// The steps of an application as a list of links, each with its state in words.
#[component]
pub fn TaskList(
    /// The steps in their order.
    #[prop(into)]
    tasks: Signal<Vec<Task>>,
) -> impl IntoView {
    view! {
        <ol class="task-list">
            {move || {
                tasks
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(position, task)| view! { <Row position task/> })
                    .collect_view()
            }}
        </ol>
    }
}

#[component]
fn Row(position: usize, task: Task) -> impl IntoView {
    let Task { id, title, hint, href, state, state_word } = task;
    let (hint_id, state_id) = (format!("{id}-hint"), format!("{id}-state"));
    let described_by = format!("{state_id} {hint_id}");
    let name = match href.filter(|_| state != StepState::Closed) {
        Some(href) => {
            view! { <a class="task-list-link" id=id href=href aria-describedby=described_by>{title}</a> }.into_any()
        }
        None => view! { <span class="task-list-link" id=id>{title}</span> }.into_any(),
    };
    let sign = match state.icon() {
        Some(name) => view! { <Icon name/> }.into_any(),
        None => (position + 1).to_string().into_any(),
    };
    view! {
        <li class="task-list-row" data-state=state.name()>
            <span class="task-list-sign" aria-hidden="true">{sign}</span>
            <div class="task-list-words">
                {name}
                <span class="task-list-hint" id=hint_id>{move || hint.get()}</span>
            </div>
            <span class="task-list-state" id=state_id>{state_word}</span>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn list() -> String {
        html(|| {
            let task = |id: &str, title: &'static str, state, word: &'static str| Task {
                id: id.into(),
                title: title.into(),
                hint: MaybeText::default(),
                href: Some(format!("/apply/first_issue/{id}")),
                state,
                state_word: word.into(),
            };
            let tasks = vec![
                task("who", "您是谁", StepState::Done, "已填好"),
                task("pictures", "拍材料", StepState::Now, "还没填"),
                task("review", "核对并提交", StepState::Closed, "前面填完后打开"),
            ];
            view! { <TaskList tasks/> }
        })
    }

    #[test]
    fn each_step_has_its_state_in_words_and_the_link_is_described_by_it() {
        let html = list();
        assert!(words(&html).contains("已填好"));
        assert!(tag(&html, "href=\"/apply/first_issue/who\"").contains("aria-describedby=\"who-state who-hint\""));
    }

    #[test]
    fn a_closed_step_is_no_link() {
        assert!(!list().contains("href=\"/apply/first_issue/review\""));
        assert!(words(&list()).contains("核对并提交"));
    }
}
