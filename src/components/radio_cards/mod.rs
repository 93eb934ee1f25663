//! One of a few, each explained.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{MaybeText, Text, choice::Choice, field::FieldGroup, icon::Icon};

/// Native radio buttons on cards as large as a thumb, in a field set with its question. Nothing is chosen unless
/// `value` says so. The first card's control has the identifier `id`, the others `id-value`.
#[component]
pub fn RadioCards(
    /// The group's identifier and the controls' name.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    label: Text,
    /// The chosen answer's value, empty while nothing is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Called with the value of what is chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// The word after the question, such as "选填".
    #[prop(optional, into)]
    mark: MaybeText,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: MaybeText,
    /// Where a prefilled answer comes from.
    #[prop(optional, into)]
    source: MaybeText,
) -> impl IntoView {
    let name = id.clone();
    let cards = move || {
        let name = name.clone();
        let choices = choices.get().into_iter().enumerate();
        choices
            .map(move |(position, choice)| {
                let id = if position == 0 { name.clone() } else { format!("{name}-{}", choice.value) };
                view! { <Card id name=name.clone() choice value on_change/> }
            })
            .collect_view()
    };
    view! {
        <FieldGroup id label role="radiogroup" required mark hint error source>
            <div class="radio-cards">{cards}</div>
        </FieldGroup>
    }
}

#[component]
fn Card(id: String, name: String, choice: Choice, value: Signal<String>, on_change: Callback<String>) -> impl IntoView {
    let Choice { value: own, label, detail, icon } = choice;
    let detail_id = detail.map(|_| format!("{id}-detail"));
    // Its name is the answer alone: the sentence around it describes it, and is not read twice.
    let label_id = detail.map(|_| format!("{id}-label"));
    let chosen = {
        let own = own.clone();
        Signal::derive(move || value.with(|value| *value == own))
    };
    view! {
        <label class="radio-cards-card" for=id>
            <input
                class="radio-cards-control"
                id=id.clone()
                type="radio"
                name=name
                value=own.clone()
                aria-labelledby=label_id.clone()
                aria-describedby=detail_id.clone()
                checked=chosen.get_untracked()
                prop:checked=chosen
                on:change=move |_| on_change.run(own.clone())
            />
            <span class="radio-cards-words">
                <span class="radio-cards-label" id=label_id>{label}</span>
                {detail.map(|words| view! { <span class="radio-cards-detail" id=detail_id>{words}</span> })}
            </span>
            {icon.map(|name| view! { <span class="radio-cards-icon"><Icon name/></span> })}
        </label>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn grounds(value: &'static str, error: Option<&'static str>) -> String {
        html(move || {
            let choices = vec![
                Choice::new("employment", "就业").detail("在成都连续缴社保满 6 个月"),
                Choice::new("dwelling", "住所").detail("自有住房，或租房已备案"),
            ];
            let error = Signal::stored(error.map(str::to_owned));
            view! { <RadioCards id="ground" label="按哪一项申领" value choices on_change=|_| () required=true error/> }
        })
    }

    #[test]
    fn cards_are_radio_buttons_of_one_group_with_its_question() {
        let html = grounds("dwelling", None);
        let group = tag(&html, "fieldset");
        assert!(group.contains("role=\"radiogroup\"") && group.contains("aria-required=\"true\""));
        assert_eq!(html.matches("name=\"ground\"").count(), 2);
        assert!(words(&html).contains("按哪一项申领") && words(&html).contains("在成都连续缴社保满 6 个月"));
    }

    #[test]
    fn only_the_chosen_card_is_checked_and_none_before_a_choice() {
        let html = grounds("dwelling", None);
        assert!(tag(&html, "value=\"dwelling\"").contains("checked"));
        assert!(!tag(&html, "value=\"employment\"").contains("checked"));
        assert!(!grounds("", None).contains("checked"));
    }

    #[test]
    fn an_error_leads_to_the_first_card_and_is_said_by_the_group() {
        let html = grounds("", Some("请选择一项"));
        assert!(tag(&html, "id=\"ground\"").contains("type=\"radio\""));
        let group = tag(&html, "fieldset");
        assert!(group.contains("aria-invalid=\"true\"") && group.contains("aria-describedby=\"ground-error\""));
    }
}
