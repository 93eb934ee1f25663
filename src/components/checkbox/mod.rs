//! Yes to one thing.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    MaybeText,
    field::{FieldError, Hint, control},
};

/// A native checkbox whose whole row can be tapped. Used for consents and declarations, so it has no state of its own
/// to begin with: it is ticked only where `checked` says that the person has ticked it.
#[component]
pub fn Checkbox(
    /// The control's identifier.
    #[prop(into)]
    id: String,
    /// The person has ticked it.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Must be ticked to go on.
    #[prop(optional)]
    required: bool,
    /// What it means, or what happens without it.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: MaybeText,
    /// What is agreed to.
    children: Children,
) -> impl IntoView {
    let control = control(&id, required, hint, error, MaybeText::default());
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    view! {
        <div class="checkbox" data-invalid=move || error.get().map(|_| "")>
            <FieldError id=id.clone() error/>
            <label class="checkbox-row" for=id.clone()>
                <input
                    class="checkbox-control"
                    id=id.clone()
                    type="checkbox"
                    aria-required=aria_required
                    aria-invalid=aria_invalid
                    aria-describedby=control.described_by
                    checked=checked.get_untracked()
                    prop:checked=checked
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span class="checkbox-words">{children()}</span>
            </label>
            <Hint id hint/>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn consent(checked: bool, error: Option<&'static str>) -> String {
        html(move || {
            let error = Signal::stored(error.map(str::to_owned));
            view! {
                <Checkbox id="post" checked on_change=|_| () required=true hint="不同意也可以到派出所领取" error>
                    "同意把收件信息提供给邮政"
                </Checkbox>
            }
        })
    }

    #[test]
    fn a_consent_is_ticked_only_by_the_person() {
        assert!(!tag(&consent(false, None), "id=\"post\"").contains(" checked"));
        assert!(tag(&consent(true, None), "id=\"post\"").contains(" checked"));
    }

    #[test]
    fn a_missing_consent_says_what_to_do() {
        let html = consent(false, Some("要寄送，请先同意提供收件信息"));
        let control = tag(&html, "id=\"post\"");
        assert!(control.contains("aria-invalid=\"true\""));
        assert!(control.contains("aria-describedby=\"post-hint post-error\""));
        assert!(words(&html).contains("要寄送，请先同意提供收件信息"));
    }
}
