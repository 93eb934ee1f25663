//! Change of details (信息变更): what can be changed, what proves it, and whether a new card follows.

use std::{collections::BTreeSet, fmt, str::FromStr};

use crate::{
    address::{Comparison, Written, compare},
    draft::Draft,
    field::Field,
    permit,
    phone::Phone,
    prefill,
    records::{Person, Records},
    rule_set::RuleSet,
    service::Service,
    term::{Locale, Term, UnknownTerm, terms},
    verdict::Reason,
};

terms! {
    /// A detail of the permit. The printed ones are those of 居住证暂行条例 Art. 4; the others are kept in the record.
    Detail, "detail" {
        /// The address of residence.
        ResidenceAddress = "residence_address", "居住地址", "address of residence";
        /// The address of the permanent household.
        HouseholdAddress = "household_address", "常住户口所在地址", "household address";
        /// Name, sex or nationality, after the identity card was changed.
        Identity = "identity", "姓名等身份信息", "name and other particulars";
        /// The portrait.
        Portrait = "portrait", "本人相片", "portrait";
        /// The mobile number.
        Phone = "phone", "手机号码", "mobile number";
        /// The employer.
        Employment = "employment", "工作单位", "employer";
    }
}

impl Detail {
    /// Whether it is printed on the card (居住证暂行条例 Art. 4).
    pub const fn is_printed(self) -> bool {
        match self {
            Self::ResidenceAddress | Self::HouseholdAddress | Self::Identity | Self::Portrait => true,
            Self::Phone | Self::Employment => false,
        }
    }

    /// Whether the identity card shows it, and so proves its change.
    pub const fn is_on_identity_card(self) -> bool {
        matches!(self, Self::HouseholdAddress | Self::Identity)
    }

    /// The fields that the change asks for. Name, sex and nationality are asked for nowhere: they come with the sign-in.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::ResidenceAddress => &[Field::StreetCode, Field::Address, Field::AddressKind],
            Self::HouseholdAddress => &[Field::HouseholdAddress],
            Self::Identity | Self::Portrait => &[],
            Self::Phone => &[Field::Phone],
            Self::Employment => &[Field::EmploymentProof, Field::Employer, Field::EmployerCode],
        }
    }
}

/// Several details, each once: as text their identifiers in the order of the list, separated by commas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details(BTreeSet<Detail>);

impl Details {
    /// Whether the detail is among them.
    pub fn contains(&self, detail: Detail) -> bool {
        self.0.contains(&detail)
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Detail> {
        self.0.iter().copied()
    }

    /// Adds a detail, or takes it away where it was there.
    pub fn toggle(&mut self, detail: Detail) {
        if !self.0.remove(&detail) {
            self.0.insert(detail);
        }
    }

    /// Whether their change leads to a new card.
    pub fn makes_new_card(&self, rules: &RuleSet) -> bool {
        rules.change.printed_makes_new_card && self.iter().any(Detail::is_printed)
    }

    /// Their official words, in the order of the list.
    pub fn term(&self, locale: Locale) -> String {
        let between = if locale == Locale::ZhCn { "、" } else { ", " };
        self.iter().map(|detail| detail.term(locale)).collect::<Vec<_>>().join(between)
    }

    /// Whether their change asks for the field.
    pub fn ask(&self, field: Field) -> bool {
        self.iter().any(|detail| detail.fields().contains(&field))
    }
}

impl FromIterator<Detail> for Details {
    fn from_iter<T: IntoIterator<Item = Detail>>(details: T) -> Self {
        Self(details.into_iter().collect())
    }
}

impl FromStr for Details {
    type Err = UnknownTerm;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split(',').map(|id| id.trim().parse()).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, detail) in self.iter().enumerate() {
            write!(f, "{}{detail}", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

/// Whether the draft changes what the field is about, so that its answer is the new value.
pub fn changes(draft: &Draft, field: Field) -> bool {
    draft.service == Service::ChangeOfDetails
        && draft.choice::<Details>(Field::Details).is_some_and(|details| details.ask(field))
}

/// Whether what the records offer for the field is the value that is to be changed, and so no answer. Registers of
/// households and insurance know of a change before the permit's does, and so does that of residence where the holder
/// has registered again. A registration takes the place of the one before.
pub fn replaces_record(draft: &Draft, field: Field, records: &Records) -> bool {
    match field {
        Field::Phone => changes(draft, field),
        Field::StreetCode | Field::Address | Field::AddressKind => {
            draft.service == Service::ResidenceRegistration || changes(draft, field) && !has_registered_anew(records)
        }
        _ => false,
    }
}

/// Whether the registration of residence that stands is at another address than the one on the permit.
fn has_registered_anew(records: &Records) -> bool {
    let (Some(permit), Some(registration)) = (permit::held(records), prefill::current(records)) else { return false };
    !is_same(&*registration.address, &*permit.address)
}

fn is_same<'a>(one: impl Into<Written<'a>>, other: impl Into<Written<'a>>) -> bool {
    !matches!(compare(one, other), Comparison::Differs { .. })
}

/// What is on record of a field that can be changed, written as answers are; `None` where nobody knows.
pub fn on_record(field: Field, person: &Person, records: &Records) -> Option<String> {
    match field {
        Field::Phone => person.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        Field::Address => Some(permit::held(records)?.address.clone()),
        // The permit says no street; the registration does, while it is the one that the permit was made by.
        Field::StreetCode if !has_registered_anew(records) => prefill::current(records)?.street_code.clone(),
        Field::HouseholdAddress => Some(records.household.value()?.as_ref()?.address.clone()),
        Field::Employer => records.insurance.value()?.employer.clone(),
        _ => None,
    }
}

/// Why the answer would change nothing, where the new value is the one on record. Other registers than the permit's may
/// know the new value already. A registration that has a last day can be made again at the same address.
pub fn unchanged(draft: &Draft, field: Field, person: &Person, records: &Records) -> Option<Reason> {
    let is_same_address = |street: Option<&str>, recorded: &str| {
        let given = Written { street_code: Some(draft.answer(Field::StreetCode)), text: draft.answer(Field::Address) };
        is_same(given, Written { street_code: street, text: recorded })
    };
    if draft.service == Service::ResidenceRegistration && field == Field::Address {
        let standing = prefill::current(records).filter(|standing| standing.period.ended_on.is_none())?;
        let since = standing.period.registered_on;
        return is_same_address(standing.street_code.as_deref(), &standing.address)
            .then_some(Reason::AlreadyRegistered { since });
    }
    let old = on_record(field, person, records).filter(|_| changes(draft, field))?;
    let is_same = match field {
        Field::Phone => draft.choice::<Phone>(field) == person.phone,
        Field::Address => is_same_address(on_record(Field::StreetCode, person, records).as_deref(), &old),
        _ => false,
    };
    is_same.then_some(Reason::Unchanged)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::{
        draft::{Event, Scope, apply},
        identity_number::IdentityNumber,
        permit::{Permit, PermitStatus},
        records::{Lookup, Registration},
        residence::Period,
    };

    const TODAY: Date = date(2026, 7, 15);
    const OLD: &str = "示例路1号2栋3单元401室";
    const NEW: &str = "示例街9号5栋101室";

    fn found<T>(value: T) -> Lookup<T> {
        Lookup::Found { as_of: TODAY, source: "示例平台".into(), value }
    }

    fn person() -> Person {
        let identity_number = IdentityNumber::parse("519999199002280019", TODAY).unwrap();
        Person { name: "示例一".into(), identity_number, phone: "13800138000".parse().ok(), agent: None }
    }

    /// A permit at the old address, and a registration at that one.
    fn registered_at(street: &str, address: &str) -> Records {
        let anchor = date(2026, 1, 1);
        let status = PermitStatus::InForce;
        let permit = Permit { issued_on: anchor, anchor, endorsed: 0, status, address: OLD.into() };
        let registered_on = date(2026, 1, 15);
        let period = Period { registered_on, ended_on: None, in_chengdu: true, void: false, approved: true };
        let (street_code, address) = (Some(street.into()), address.into());
        let registration = Registration { period, street_code, address, address_kind: None };
        Records { permit: found(Some(permit)), registrations: found(vec![registration]), ..Records::unavailable() }
    }

    /// A draft as the form makes it: what the records offer, then these answers, each with what they offer by then.
    fn draft(records: &Records, answers: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(Service::ChangeOfDetails);
        for answer in [None].into_iter().chain(answers.iter().map(Some)) {
            if let Some((field, text)) = answer {
                apply(&mut draft, &Scope::Whole, Event::Answer(*field, (*text).into())).unwrap();
            }
            let offered = prefill::prefill(&draft, &person(), records);
            apply(&mut draft, &Scope::Whole, Event::Prefill(offered)).unwrap();
        }
        draft
    }

    #[test]
    fn what_is_changed_is_asked_anew_and_what_is_not_is_known_as_before() {
        let records = registered_at("510107064", OLD);
        let known = |details| {
            let draft = draft(&records, &[(Field::Details, details)]);
            [Field::Phone, Field::StreetCode, Field::Address].map(|field| !draft.answer(field).is_empty())
        };
        assert_eq!(known("portrait"), [true, true, true]);
        assert_eq!(known("phone"), [false, true, true]);
        assert_eq!(known("residence_address"), [true, false, false]);
    }

    #[test]
    fn a_detail_that_is_changed_no_more_is_known_from_the_records_again() {
        let records = registered_at("510107064", OLD);
        let moved = (Field::Details, "residence_address");
        let answers = [moved, (Field::StreetCode, "510104022"), (Field::Address, NEW), (Field::Details, "portrait")];
        let draft = draft(&records, &answers);
        assert_eq!((draft.answer(Field::StreetCode), draft.answer(Field::Address)), ("510107064", OLD));
        assert!(draft.is_locked_by_record(Field::Address));
    }

    #[test]
    fn whoever_has_moved_and_registered_again_has_the_new_address_from_the_record() {
        let records = registered_at("510104022", NEW);
        let draft = draft(&records, &[(Field::Details, "residence_address")]);
        assert_eq!((draft.answer(Field::StreetCode), draft.answer(Field::Address)), ("510104022", NEW));
        let old = |field| on_record(field, &person(), &records);
        assert_eq!((old(Field::Address).as_deref(), old(Field::StreetCode)), (Some(OLD), None));
        assert_eq!(unchanged(&draft, Field::Address, &person(), &records), None);
    }

    #[test]
    fn a_new_value_that_is_the_old_one_changes_nothing() {
        let records = registered_at("510107064", OLD);
        let unchanged = |details, field, answers: &[(Field, &str)]| {
            let answers = [&[(Field::Details, details)], answers].concat();
            unchanged(&draft(&records, &answers), field, &person(), &records).is_some()
        };
        let phone = |number| unchanged("phone", Field::Phone, &[(Field::Phone, number)]);
        assert!(phone("138 0013 8000") && !phone("13900139000"));
        let address = |street, text| {
            let answers = [(Field::StreetCode, street), (Field::Address, text)];
            unchanged("residence_address", Field::Address, &answers)
        };
        assert!(address("510107064", "示例路1号2-3-401"));
        assert!(!address("510107064", "示例路1号2-3-402") && !address("510104022", OLD));
        assert!(!unchanged("portrait", Field::Phone, &[]), "the number is kept, not changed");
    }

    #[test]
    fn a_registration_asks_where_somebody_lives_now_and_not_where_they_did() {
        let records = registered_at("510107064", OLD);
        let draft = Draft::new(Service::ResidenceRegistration);
        let offered = prefill::prefill(&draft, &person(), &records);
        assert_eq!(offered.iter().map(|offer| offer.field).collect::<Vec<_>>(), [Field::Phone]);
    }

    #[test]
    fn a_registration_that_stands_is_made_again_only_elsewhere_or_where_it_has_a_last_day() {
        let already = |ends, text: &str| {
            let mut records = registered_at("510107064", OLD);
            if let Lookup::Found { value, .. } = &mut records.registrations {
                value[0].period.ended_on = ends;
            }
            let mut draft = Draft::new(Service::ResidenceRegistration);
            draft.answers.insert(Field::StreetCode, "510107064".into());
            draft.answers.insert(Field::Address, text.into());
            unchanged(&draft, Field::Address, &person(), &records)
        };
        let since = date(2026, 1, 15);
        assert_eq!(already(None, "示例路1号2-3-401"), Some(Reason::AlreadyRegistered { since }));
        assert_eq!(already(None, NEW), None);
        assert_eq!(already(Some(date(2026, 8, 1)), OLD), None);
    }

    #[test]
    fn what_is_printed_makes_a_new_card_and_a_telephone_number_does_not() {
        let details = |text: &str| text.parse::<Details>().unwrap();
        assert!(details("residence_address").makes_new_card(RuleSet::current()));
        assert!(details("phone,portrait").makes_new_card(RuleSet::current()));
        assert!(!details("phone,employment").makes_new_card(RuleSet::current()));
        assert!(!Details::default().makes_new_card(RuleSet::current()));
    }

    #[test]
    fn the_identity_card_shows_name_and_household_and_nothing_else_that_changes() {
        let shown: Vec<_> = Detail::ALL.iter().copied().filter(|detail| detail.is_on_identity_card()).collect();
        assert_eq!(shown, [Detail::HouseholdAddress, Detail::Identity]);
    }

    #[test]
    fn details_are_named_in_the_reader_s_language_one_after_the_other() {
        let details: Details = "phone,portrait".parse().unwrap();
        assert_eq!(details.term(Locale::ZhCn), "本人相片、手机号码");
        assert_eq!(details.term(Locale::En), "portrait, mobile number");
    }

    #[test]
    fn household_and_employer_on_record_are_shown_beside_the_new_ones() {
        let household = crate::records::Household { address: "示例省示例县".into(), relatives: Vec::new() };
        let insurance = crate::records::Insurance { employer: Some("示例公司".into()), ..Default::default() };
        let records = Records {
            household: found(Some(household)),
            insurance: found(insurance),
            ..registered_at("510107064", OLD)
        };
        let known = |field| on_record(field, &person(), &records);
        assert_eq!(known(Field::HouseholdAddress).as_deref(), Some("示例省示例县"));
        assert_eq!(known(Field::Employer).as_deref(), Some("示例公司"));
        assert_eq!(known(Field::EmployerCode), None);
    }

    #[test]
    fn details_read_back_in_one_order_however_they_were_named() {
        let read: Details = "phone, residence_address,phone".parse().unwrap();
        assert_eq!(read.to_string(), "residence_address,phone");
        assert_eq!(read.to_string().parse(), Ok(read));
        assert!("".parse::<Details>().is_err() && "phone,colour".parse::<Details>().is_err());
    }

    #[test]
    fn a_detail_named_twice_by_hand_is_taken_away_again() {
        let mut details = Details::default();
        details.toggle(Detail::Phone);
        assert!(!details.contains(Detail::Portrait));
        assert!(details.contains(Detail::Phone) && details.ask(Field::Phone) && !details.ask(Field::Address));
        details.toggle(Detail::Phone);
        assert_eq!(details, Details::default());
    }
}
