//! A place: lists from the large to the small, and the rest.

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

/// One list of an address: provinces, districts, streets.
#[derive(Clone, Debug)]
pub struct AddressList {
    /// The end of the list's identifier: `street` for `home-street`.
    pub name: &'static str,
    /// "街道（镇）".
    pub label: Text,
    /// The chosen entry's value, empty while none is chosen.
    pub value: Signal<String>,
    /// What can be chosen.
    pub choices: Signal<Vec<Choice>>,
    /// What the list says while nothing is chosen: "请选择", "请先选区（市）县".
    pub placeholder: MaybeText,
    /// The list belongs to the address. Where the larger places decide it all, a list is left out.
    pub shown: Signal<bool>,
    /// Must be chosen from.
    pub required: bool,
    /// What is wrong with it.
    pub error: MaybeText,
    /// What browsers may fill in: `address-level1`.
    pub autocomplete: &'static str,
    /// Called with the value of what is chosen.
    pub on_change: Callback<String>,
}

/// Several controls with one question, from the large to the small. What the lists offer comes from outside, and so does
/// what becomes of the smaller ones when a larger one changes. The text area has the identifier `id`, for it is always
/// there; a list has `…-` and its name.
///
/// Keys: as of native lists and a text area; Tab goes through them in this order. A screen reader hears the question as
/// the group's name, and of each control its own label, hint and error.
#[component]
pub fn Address(
    /// The text area's identifier.
    #[prop(into)]
    id: String,
    /// The question: "现在住在哪里".
    #[prop(into)]
    label: Text,
    /// The lists, from the large to the small.
    lists: Vec<AddressList>,
    /// What follows the places in the lists, as written: road, number, estate, building, unit and door.
    #[prop(into)]
    rest: Signal<String>,
    /// Called with the whole rest at each change.
    #[prop(into)]
    on_rest: Callback<String>,
    /// Called when the text area is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// The word after the question, such as "选填".
    #[prop(optional, into)]
    mark: MaybeText,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What the rest is called: "详细地址".
    #[prop(into)]
    rest_label: Text,
    /// How to write the rest: "路、门牌、小区、楼、单元、房号".
    #[prop(optional, into)]
    rest_hint: MaybeText,
    /// What is wrong with the rest, or with the address as a whole.
    #[prop(optional, into)]
    rest_error: MaybeText,
    /// Where a prefilled answer comes from.
    #[prop(optional, into)]
    source: MaybeText,
    /// The most characters of the rest.
    #[prop(default = 200)]
    max_length: u16,
    /// What browsers may fill in for the rest: `street-address`.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let lists = lists.into_iter().map(|list| view! { <List of=id.clone() list/> }).collect_view();
    view! {
        <FieldGroup id=format!("{id}-all") label required mark hint source>
            <div class="address">
                {lists}
                <Field id label=rest_label required hint=rest_hint error=rest_error>
                    <TextArea
                        value=rest
                        on_input=move |rest: String| on_rest.run(one_line(&rest))
                        on_leave
                        rows=2
                        max_length
                        autocomplete
                    />
                </Field>
            </div>
        </FieldGroup>
    }
    .into_any()
}

#[component]
fn List(of: String, list: AddressList) -> impl IntoView {
    let AddressList { name, label, value, choices, placeholder, shown, required, error, autocomplete, on_change } =
        list;
    view! {
        <Show when=move || shown.get()>
            <Field id=format!("{of}-{name}") label required error>
                <Select value choices on_change placeholder autocomplete/>
            </Field>
        </Show>
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

    fn list(name: &'static str, label: &'static str, choices: Vec<Choice>, shown: bool) -> AddressList {
        AddressList {
            name,
            label: label.into(),
            value: Signal::stored(String::new()),
            choices: Signal::stored(choices),
            placeholder: Signal::stored(Some("请选择".to_owned())),
            shown: Signal::stored(shown),
            required: true,
            error: Signal::stored(None),
            autocomplete: "address-level1",
            on_change: Callback::new(|_| ()),
        }
    }

    fn address(streets: bool, rest_error: Option<&'static str>) -> String {
        html(move || {
            let districts = vec![Choice::new("510107", "武侯区"), Choice::new("510104", "锦江区")];
            let lists = vec![
                list("district", "区（市）县", districts, true),
                list("street", "街道（镇）", vec![Choice::new("61", "桂溪街道")], streets),
            ];
            view! {
                <Address
                    id="home"
                    label="现在住在哪里"
                    lists
                    rest="天府大道 1 号"
                    on_rest=|_| ()
                    required=true
                    rest_label="详细地址"
                    rest_hint="路、门牌、房号"
                    rest_error=Signal::stored(rest_error.map(str::to_owned))
                    autocomplete="street-address"
                />
            }
        })
    }

    #[test]
    fn the_controls_belong_to_one_question_and_have_labels_of_their_own() {
        let html = address(true, None);
        assert!(tag(&html, "fieldset").contains("aria-labelledby=\"home-all-legend\""));
        for id in ["home-district", "home-street", "home"] {
            assert!(html.contains(&format!("for=\"{id}\"")), "{id}");
            assert!(tag(&html, &format!(" id=\"{id}\"")).contains("aria-required=\"true\""), "{id}");
        }
        assert!(words(&html).contains("天府大道 1 号"));
    }

    #[test]
    fn a_list_that_decides_nothing_is_left_out() {
        assert!(address(true, None).contains("home-street"));
        let without = address(false, None);
        assert!(without.contains("home-district") && !without.contains("home-street"));
    }

    #[test]
    fn an_error_is_said_by_the_part_that_it_is_about() {
        let html = address(true, Some("请写到房号"));
        assert!(tag(&html, " id=\"home\"").contains("aria-describedby=\"home-hint home-error\""));
        assert!(!tag(&html, " id=\"home-district\"").contains("aria-invalid"));
    }

    #[test]
    fn the_browser_may_fill_in_what_it_knows() {
        let html = address(true, None);
        assert!(tag(&html, " id=\"home\"").contains("autocomplete=\"street-address\""));
        assert!(tag(&html, " id=\"home-district\"").contains("autocomplete=\"address-level1\""));
    }

    #[test]
    fn lines_of_a_pasted_address_become_one() {
        assert_eq!(one_line("天府大道 1 号\n3 栋"), "天府大道 1 号 3 栋");
    }
}
