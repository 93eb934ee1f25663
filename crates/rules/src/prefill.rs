//! What the records can answer in the applicant's place.

use crate::{
    change,
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
