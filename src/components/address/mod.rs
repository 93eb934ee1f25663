//! A place to live in: district, street, and the rest.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    MaybeText, Text,
    choice::Choice,
    field::{Field, FieldGroup},
    select::Select,
    text_input::TextArea,
};

/// The three parts of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressValue {
    /// The district's value among the districts that can be chosen, empty while none is.
    pub district: String,
    /// The street's value among the streets of the district, empty while none is chosen.
    pub street: String,
    /// Road, number, estate, building, unit and door, as written.
    pub rest: String,
}

impl AddressValue {
    /// With another district, and so with no street yet.
    fn in_district(self, district: String) -> Self {
        if district == self.district { self } else { Self { district, street: String::new(), ..self } }
    }
}

/// What is wrong with each part and what to do.
#[derive(Clone, Copy, Debug, Default)]
pub struct AddressErrors {
    /// About the district.
    pub district: MaybeText,
    /// About the street.
    pub street: MaybeText,
    /// About the rest.
    pub rest: MaybeText,
}

/// The address's words.
#[derive(Clone, Copy, Debug)]
pub struct AddressWords {
    /// "区（市）县".
    pub district: Text,
    /// "街道（镇）".
    pub street: Text,
    /// "详细地址".
    pub rest: Text,
    /// How to write the rest: "路、门牌、小区、楼、单元、房号".
    pub rest_hint: MaybeText,
    /// What a list says while nothing is chosen: "请选择".
    pub choose: Text,
    /// What the list of streets says while there is no district: "请先选区（市）县".
    pub district_first: Text,
}

/// Three controls with one question, from the large to the small. Which streets a district has comes from outside;
/// another district takes the street away, and leaves the rest as it is written. The first control has the identifier
/// `id`, the others `…-street` and `…-rest`.
///
/// Keys: as of two native lists and a text area; Tab goes through them in this order. A screen reader hears the
/// question as the group's name, and of each control its own label, hint and error.
#[component]
pub fn Address(
    /// The first control's identifier.
    #[prop(into)]
    id: String,
    /// The question: "现在住在哪里".
    #[prop(into)]
    label: Text,
    /// The address.
    #[prop(into)]
    value: Signal<AddressValue>,
    /// Called with the whole address at each change.
    #[prop(into)]
    on_change: Callback<AddressValue>,
    /// Called when the text area is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// The districts.
    #[prop(into)]
    districts: Signal<Vec<Choice>>,
    /// The streets of the district that is chosen.
    #[prop(into)]
    streets: Signal<Vec<Choice>>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong and what to do.
    #[prop(optional)]
    errors: AddressErrors,
    /// The most characters of the rest.
    #[prop(default = 200)]
    max_length: u16,
    /// Its words.
    words: AddressWords,
) -> impl IntoView {
    let change = move |alter: &dyn Fn(AddressValue) -> AddressValue| on_change.run(alter(value.get_untracked()));
    let part = move |part: fn(&AddressValue) -> &String| Memo::new(move |_| value.with(|value| part(value).clone()));
    let (district, street, rest) =
        (part(|value| &value.district), part(|value| &value.street), part(|value| &value.rest));
    let first = Signal::derive(move || {
        Some(if district.with(String::is_empty) { words.district_first.get() } else { words.choose.get() })
    });
    let (street_id, rest_id) = (format!("{id}-street"), format!("{id}-rest"));
    view! {
        <FieldGroup id=format!("{id}-all") label required hint>
            <div class="address">
                <Field id label=words.district required error=errors.district>
                    <Select
                        value=district
                        choices=districts
                        on_change=move |chosen: String| change(&|value| value.in_district(chosen.clone()))
                        placeholder=Signal::derive(move || Some(words.choose.get()))
                    />
                </Field>
                <Field id=street_id label=words.street required error=errors.street>
                    <Select
                        value=street
                        choices=streets
                        on_change=move |street: String| change(&|value| AddressValue { street: street.clone(), ..value })
                        placeholder=first
                    />
                </Field>
                <Field id=rest_id label=words.rest required hint=words.rest_hint error=errors.rest>
                    <TextArea
                        value=rest
                        on_input=move |rest: String| change(&|value| AddressValue { rest: one_line(&rest), ..value })
                        on_leave
                        rows=2
                        max_length
                    />
                </Field>
            </div>
        </FieldGroup>
    }
    .into_any()
}

/// An address may be longer than the screen is wide, so it wraps, but it has no lines of its own.
fn one_line(written: &str) -> String {
    written.replace('\n', " ")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn address(value: AddressValue, rest_error: Option<&'static str>) -> String {
        html(move || {
            let rest = Signal::stored(rest_error.map(str::to_owned));
            let errors = AddressErrors { rest, ..AddressErrors::default() };
            let words = AddressWords {
                district: "区（市）县".into(),
                street: "街道（镇）".into(),
                rest: "详细地址".into(),
                rest_hint: Signal::stored(Some("路、门牌、房号".to_owned())),
                choose: "请选择".into(),
                district_first: "请先选区（市）县".into(),
            };
            let districts = vec![Choice::new("510107", "武侯区"), Choice::new("510104", "锦江区")];
            let streets = if value.district.is_empty() { Vec::new() } else { vec![Choice::new("61", "桂溪街道")] };
            view! {
                <Address id="home" label="现在住在哪里" value on_change=|_| () districts streets required=true errors words/>
            }
        })
    }

    #[test]
    fn the_three_controls_belong_to_one_question_and_have_labels_of_their_own() {
        let html = address(AddressValue::default(), None);
        assert!(tag(&html, "fieldset").contains("aria-labelledby=\"home-all-legend\""));
        for id in ["home", "home-street", "home-rest"] {
            assert!(html.contains(&format!("for=\"{id}\"")), "{id}");
            assert!(tag(&html, &format!(" id=\"{id}\"")).contains("aria-required=\"true\""), "{id}");
        }
    }

    #[test]
    fn a_street_is_asked_for_once_there_is_a_district() {
        let without = words(&address(AddressValue::default(), None));
        assert!(without.contains("请先选区（市）县") && !without.contains("桂溪街道"));
        let within = AddressValue { district: "510107".into(), ..AddressValue::default() };
        let within = words(&address(within, None));
        assert!(!within.contains("请先选区（市）县") && within.contains("桂溪街道"));
    }

    #[test]
    fn an_error_is_said_by_the_part_that_it_is_about() {
        let html = address(AddressValue::default(), Some("请写到房号"));
        assert!(tag(&html, " id=\"home-rest\"").contains("aria-describedby=\"home-rest-hint home-rest-error\""));
        assert!(!tag(&html, " id=\"home\"").contains("aria-invalid"));
    }

    #[test]
    fn another_district_takes_the_street_away_and_nothing_else() {
        let before = AddressValue { district: "510107".into(), street: "61".into(), rest: "天府大道 1 号".into() };
        let same = before.clone().in_district("510107".into());
        assert_eq!(same, before);
        let other = before.in_district("510104".into());
        assert_eq!((other.street.as_str(), other.rest.as_str()), ("", "天府大道 1 号"));
    }

    #[test]
    fn lines_of_a_pasted_address_become_one() {
        assert_eq!(one_line("天府大道 1 号\n3 栋"), "天府大道 1 号 3 栋");
    }
}
