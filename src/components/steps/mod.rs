//! The steps in short, for the quiet summary beside a page.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    Text,
    icon::Icon,
    task_list::{StepState, Task},
};

/// The same steps as in the [task list](super::task_list), one line each. The present one is `aria-current`.
#[component]
pub fn Steps(
    /// What the list is called: "步骤".
    #[prop(into)]
    label: Text,
    /// The steps in their order.
    #[prop(into)]
    steps: Signal<Vec<Task>>,
) -> impl IntoView {
    let rows = move || {
        steps
            .get()
            .into_iter()
            .enumerate()
            .map(|(position, step)| {
                let Task { title, href, state, state_word, .. } = step;
                let sign = match state.icon() {
                    Some(name) => view! { <Icon name/> }.into_any(),
                    None => (position + 1).to_string().into_any(),
                };
                let current = (state == StepState::Now).then_some("step");
                let name = match href.filter(|_| !matches!(state, StepState::Now | StepState::Closed)) {
                    Some(href) => view! { <a href=href>{title}</a> }.into_any(),
                    None => view! { <span>{title}</span> }.into_any(),
                };
                view! {
                    <li class="steps-step" data-state=state.name() aria-current=current>
                        <span class="steps-sign" aria-hidden="true">{sign}</span>
                        <span>{name} <span class="visually-hidden">" " {state_word}</span></span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <nav class="steps" aria-label=move || label.get()>
            <ol>{rows}</ol>
        </nav>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{MaybeText, testing::*};

    #[test]
    fn the_present_step_is_marked_and_leads_nowhere() {
        let html = html(|| {
            let step = |id: &str, title: &'static str, state| Task {
                id: id.into(),
                title: title.into(),
                hint: MaybeText::default(),
                href: Some(format!("/{id}")),
                state,
                state_word: "状态".into(),
            };
            let steps = vec![step("who", "您是谁", StepState::Done), step("pictures", "拍材料", StepState::Now)];
            view! { <Steps label="步骤" steps/> }
        });
        assert!(tag(&html, "data-state=\"now\"").contains("aria-current=\"step\""));
        assert!(html.contains("href=\"/who\"") && !html.contains("href=\"/pictures\""));
    }
}
