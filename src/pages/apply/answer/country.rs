//! An address anywhere in the country: province, city and county from lists, and the rest in words.
//!
//! The answer is one text, as people write it. The lists are read from it and written into it; whoever writes or pastes
//! the whole address into the last control finds them filled in once it is left. Without a line there are no lists, and
//! the address is written as a whole.

use leptos::{prelude::*, task::spawn_local};
use rules::field::{Field, Subject};

use super::{
    super::words::{label, said},
    Asked,
    controls::{Bound, MOST, bound},
    divided::{DividedAnswer, Known, leads_on},
    error, source,
};
use crate::{
    client,
    components::{
        MaybeText,
        address::{Address, AddressList},
        choice::Choice,
    },
    locales::{t, text},
    wizard::{Wizard, subject_id},
};

/// The lists from the large to the small: the end of their identifiers, and what browsers call them.
const LISTS: [(&str, &str); 3] =
    [("province", "address-level1"), ("city", "address-level2"), ("county", "address-level3")];

/// An address anywhere in the country, as one answer.
#[component]
pub fn CountryAddressAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What to write.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Browsers may fill it in: it may be an address that the applicant keeps there.
    #[prop(optional)]
    fills_in: bool,
) -> impl IntoView {
    view! {
        <Asked wizard field>
            <Divided wizard field hint fills_in/>
        </Asked>
    }
    .into_any()
}

#[component]
fn Divided(wizard: Wizard, field: Field, hint: MaybeText, fills_in: bool) -> impl IntoView {
    let subject = Subject::Field(field);
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    let divided = DividedAnswer::new(value.into(), on_input);
    let known = divided.known;
    Effect::new(move |_| {
        spawn_local(async move {
            // The page may have been left meanwhile.
            let _ = known.try_set(client::regions::get().await.map_or(Known::Nothing, Known::Here));
        });
    });
    let leave = move |()| {
        divided.leave();
        on_leave.run(());
    };
    let lists = LISTS.into_iter().enumerate();
    let lists = lists.map(|(level, (name, kept))| list(divided, level, name, if fills_in { kept } else { "off" }));
    let rest_hint = said(move || match known.get() {
        Known::Nothing => text!(apply.address.whole_hint),
        Known::Asked | Known::Here(_) => text!(apply.address.rest_hint),
    });
    view! {
        <Address
            id=subject_id(subject)
            label=label(subject)
            lists=lists.collect()
            rest=Signal::derive(move || divided.rest())
            on_rest=move |rest| divided.write(rest)
            on_leave=leave
            required=true
            hint
            rest_label=Signal::derive(t!(apply.address.rest))
            rest_hint
            rest_error=error(wizard, field)
            source=source(wizard, field)
            max_length=MOST
            autocomplete=if fills_in { "street-address" } else { "off" }
        />
    }
    .into_any()
}

fn list(divided: DividedAnswer, level: usize, name: &'static str, autocomplete: &'static str) -> AddressList {
    // Where no city stands between, the second list is of districts.
    let label = move || match (level, divided.within(level)) {
        (0, _) => text!(apply.address.province),
        (1, entries) if entries.is_empty() || leads_on(entries) => text!(apply.address.city),
        _ => text!(apply.address.county),
    };
    let placeholder = move || match level {
        _ if divided.is_open(level) => text!(apply.field.choose),
        1 => text!(apply.address.province_first),
        _ => text!(apply.address.city_first),
    };
    let choices = move || divided.within(level).iter().map(|it| Choice::new(it.name, it.name)).collect::<Vec<_>>();
    AddressList {
        name,
        label: Signal::derive(label),
        value: Signal::derive(move || divided.place(level)),
        choices: Signal::derive(choices),
        placeholder: said(placeholder),
        shown: Signal::derive(move || divided.has_list(level)),
        required: false,
        error: Signal::stored(None),
        autocomplete,
        on_change: Callback::new(move |place| divided.choose(level, place)),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{components::testing::*, wizard::tests as wizards};

    fn question(field: Field, fills_in: bool) -> String {
        html(move || {
            let post = (Field::Delivery, "post");
            let wizard = wizards::wizard(wizards::draft(&[post, (field, "四川省绵阳市涪城区演示街8号")]), &[]);
            view! { <CountryAddressAnswer wizard field fills_in/> }
        })
    }

    #[test]
    fn until_the_divisions_are_there_the_address_stands_whole_below_its_lists() {
        let html = question(Field::HouseholdAddress, false);
        assert!(words(&html).contains("四川省绵阳市涪城区演示街8号"));
        for id in ["household_address-province", "household_address-city", "household_address-county"] {
            assert!(tag(&html, &format!("id=\"{id}\"")).starts_with("select"), "{id}");
        }
    }

    #[test]
    fn a_browser_fills_in_where_post_goes_and_never_the_household() {
        let recipient = question(Field::RecipientAddress, true);
        for part in ["address-level1", "address-level2", "address-level3", "street-address"] {
            assert!(recipient.contains(&format!("autocomplete=\"{part}\"")), "{part}");
        }
        let household = question(Field::HouseholdAddress, false);
        assert!(!household.contains("address-level") && !household.contains("street-address"));
    }
}
