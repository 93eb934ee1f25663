//! What the records can answer in the applicant's place.

use crate::{
    agent, change,
    draft::{Draft, Prefilled},
    field::{Catalog, Field},
    records::{Person, Records, Registration},
    service::Ground,
};

/// The values that the records offer a draft, for [`crate::draft::Event::Prefill`]: not those that it is to change.
pub fn prefill(draft: &Draft, person: &Person, records: &Records) -> Vec<Prefilled> {
    let mut values = Vec::new();
    let mut offer = |field, catalog, value: &str| {
        if !change::replaces_record(draft, field, records) {
            values.push(Prefilled { field, value: value.to_owned(), catalog });
        }
    };
    if let Some(phone) = &person.phone {
        offer(Field::Phone, Catalog::Identity, phone.as_str());
    }
    if let Some(agent) = &person.agent {
        for (field, value) in agent::answers(agent) {
            offer(field, Catalog::Identity, value);
        }
    }
    if let Some(Some(household)) = records.household.value() {
        offer(Field::HouseholdAddress, Catalog::Household, &household.address);
    }
    if let Some(registration) = current(records) {
        offer(Field::Address, Catalog::Registration, &registration.address);
        if let Some(street) = &registration.street_code {
            offer(Field::StreetCode, Catalog::Registration, street);
        }
        if let Some(kind) = registration.address_kind {
            offer(Field::AddressKind, Catalog::Registration, kind.id());
        }
    }
    if let Some(insurance) = records.insurance.value() {
        if let Some(employer) = &insurance.employer {
            offer(Field::Employer, Catalog::SocialInsurance, employer);
        }
        if let Some(code) = &insurance.employer_code {
            offer(Field::EmployerCode, Catalog::SocialInsurance, code);
        }
    }
    if let Some(Some(enrolment)) = records.schooling.value() {
        offer(Field::School, Catalog::Schooling, &enrolment.school);
    }
    // Offered only where there is one to choose: of several, the applicant says with whom they live.
    let mut relatives = records.relatives().filter(|known| known.in_chengdu && known.relation.is_direct());
    if let (Some(relative), None) = (relatives.next(), relatives.next()) {
        offer(Field::RelativeName, Catalog::Household, &relative.name);
        offer(Field::RelativeRelation, Catalog::Household, relative.relation.id());
    }
    values
}

/// The registration that stands: the newest that counts and has not ended by the record's own date.
pub fn current(records: &Records) -> Option<&Registration> {
    let (_, as_of) = records.origin(Catalog::Registration)?;
    let stands = |registration: &&Registration| registration.period.stands(as_of);
    records.registrations.value()?.iter().filter(stands).max_by_key(|registration| registration.period.registered_on)
}

/// The last registration that counted, where it has ended or is going to: whoever still lives there registers there again.
pub fn to_renew(records: &Records) -> Option<&Registration> {
    let counted = |registration: &&Registration| {
        let first = registration.period.registered_on;
        registration.period.ended_on.is_some_and(|last| last >= first) && registration.period.stands(first)
    };
    let registrations = records.registrations.value()?;
    let last = registrations.iter().max_by_key(|registration| registration.period.registered_on);
    last.filter(counted)
}

fn is_attending(records: &Records) -> bool {
    records.schooling.value().and_then(Option::as_ref).is_some_and(|enrolment| enrolment.attending)
}

/// The ground that the records speak for, to be offered first: employment where somebody is insured as an employee,
/// schooling where somebody attends a school.
pub fn likely_ground(records: &Records) -> Ground {
    match records.insurance.value() {
        Some(insurance) if insurance.months.iter().any(|month| month.employee_scheme && month.in_chengdu) => {
            Ground::Employment
        }
        _ if is_attending(records) => Ground::Schooling,
        _ => Ground::Dwelling,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::{
        calendar::Month,
        identity_number::IdentityNumber,
        records::{Enrolment, Household, Insurance, Lookup, Relative},
        residence::Period,
        service::{AddressKind, Relation, Service},
        social_insurance::InsuredMonth,
    };

    const TODAY: Date = date(2026, 7, 15);

    fn found<T>(value: T) -> Lookup<T> {
        Lookup::Found { as_of: TODAY, source: "示例平台".into(), value }
    }

    fn person() -> Person {
        let identity_number = IdentityNumber::parse("519999199002280019", TODAY).unwrap();
        Person { name: "示例一".into(), identity_number, phone: None, agent: None }
    }

    fn registration(address: &str, registered_on: Date, ended_on: Option<Date>) -> Registration {
        let period = Period { registered_on, ended_on, in_chengdu: true, void: false, approved: true };
        Registration { period, street_code: None, address: address.into(), address_kind: None }
    }

    fn offered(records: &Records, field: Field) -> Option<(String, Catalog)> {
        let mut offers = prefill(&Draft::new(Service::FirstIssue), &person(), records).into_iter();
        offers.find(|offer| offer.field == field).map(|offer| (offer.value, offer.catalog))
    }

    fn month(employee_scheme: bool, in_chengdu: bool) -> Records {
        let month = InsuredMonth { month: Month::of(TODAY), backpaid: false, employee_scheme, in_chengdu };
        let insurance = Insurance { months: vec![month], ..Insurance::default() };
        Records { insurance: found(insurance), ..Records::unavailable() }
    }

    #[test]
    fn the_address_is_that_of_the_newest_registration_that_stands() {
        let mut void = registration("示例路4号", date(2026, 6, 1), None);
        void.period.void = true;
        let records = Records {
            registrations: found(vec![
                registration("示例路1号", date(2025, 1, 1), None),
                registration("示例路2号", date(2026, 1, 1), None),
                registration("示例路3号", date(2026, 5, 1), Some(date(2026, 7, 14))),
                void,
            ]),
            ..Records::unavailable()
        };
        assert_eq!(current(&records).map(|registration| registration.address.as_str()), Some("示例路2号"));
        assert_eq!(offered(&records, Field::Address), Some(("示例路2号".into(), Catalog::Registration)));
        assert_eq!(offered(&records, Field::StreetCode), None);
        assert_eq!(current(&Records::unavailable()), None);
    }

    #[test]
    fn the_last_registration_can_be_renewed_where_it_has_a_last_day() {
        let renewed = |registrations: Vec<Registration>| {
            let records = Records { registrations: found(registrations), ..Records::unavailable() };
            to_renew(&records).map(|registration| registration.address.clone())
        };
        let ended = registration("示例路1号", date(2025, 1, 1), Some(date(2026, 1, 1)));
        assert_eq!(renewed(vec![ended.clone()]), Some("示例路1号".into()));
        assert_eq!(
            renewed(vec![registration("示例路1号", date(2026, 1, 1), Some(date(2027, 1, 1)))]),
            Some("示例路1号".into())
        );
        assert_eq!(renewed(vec![ended.clone(), registration("示例路2号", date(2026, 1, 2), None)]), None);
        let mut elsewhere = ended;
        elsewhere.period.in_chengdu = false;
        assert_eq!(renewed(vec![elsewhere]), None);
        assert_eq!(renewed(Vec::new()), None);
    }

    #[test]
    fn a_relative_is_offered_only_where_there_is_one_to_choose_and_direct_and_in_chengdu() {
        let relative = |name: &str, relation, in_chengdu| Relative { name: name.into(), relation, in_chengdu };
        let with = |relatives| {
            let household = Household { address: "四川省绵阳市示例路1号".into(), relatives };
            Records { household: found(Some(household)), ..Records::unavailable() }
        };
        let parent = || relative("示例二", Relation::Parent, true);
        let one = with(vec![
            parent(),
            relative("示例三", Relation::Parent, false),
            relative("示例四", Relation::Sibling, true),
        ]);
        assert_eq!(offered(&one, Field::RelativeName), Some(("示例二".into(), Catalog::Household)));
        assert_eq!(offered(&one, Field::RelativeRelation), Some(("parent".into(), Catalog::Household)));
        let two = with(vec![parent(), relative("示例五", Relation::Spouse, true)]);
        assert_eq!(offered(&two, Field::RelativeName), None);
        assert!(offered(&two, Field::HouseholdAddress).is_some());
    }

    #[test]
    fn employment_is_offered_first_to_who_is_insured_as_an_employee_in_chengdu() {
        assert_eq!(likely_ground(&month(true, true)), Ground::Employment);
        assert_eq!(likely_ground(&month(true, false)), Ground::Dwelling);
        assert_eq!(likely_ground(&month(false, true)), Ground::Dwelling);
        assert_eq!(likely_ground(&Records::unavailable()), Ground::Dwelling);
    }

    #[test]
    fn schooling_is_offered_first_to_who_attends_a_school() {
        let school = |attending| {
            let enrolment = Enrolment { school: "示例学校".into(), enrolled_on: date(2024, 9, 1), attending };
            Records { schooling: found(Some(enrolment)), ..Records::unavailable() }
        };
        assert_eq!(likely_ground(&school(true)), Ground::Schooling);
        assert_eq!(likely_ground(&school(false)), Ground::Dwelling);
        assert_eq!(offered(&school(false), Field::School), Some(("示例学校".into(), Catalog::Schooling)));
    }

    #[test]
    fn the_kind_of_dwelling_comes_with_its_registration_and_the_employer_with_the_insurance() {
        let mut registration = registration("示例路1号", date(2026, 1, 1), None);
        registration.street_code = Some("510107064".into());
        registration.address_kind = Some(AddressKind::FiledLease);
        let insurance = Insurance { employer: Some("示例公司".into()), ..Insurance::default() };
        let records =
            Records { registrations: found(vec![registration]), insurance: found(insurance), ..Records::unavailable() };
        for (field, value, catalog) in [
            (Field::StreetCode, "510107064", Catalog::Registration),
            (Field::AddressKind, "filed_lease", Catalog::Registration),
            (Field::Employer, "示例公司", Catalog::SocialInsurance),
        ] {
            assert_eq!(offered(&records, field), Some((value.into(), catalog)));
        }
    }
}
