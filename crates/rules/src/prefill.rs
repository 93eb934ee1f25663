//! What the records can answer in the applicant's place.

use crate::{
    draft::Prefilled,
    field::{Catalog, Field},
    records::{Person, Records, Registration},
    service::Ground,
};

/// The values that the records offer, for [`crate::draft::Event::Prefill`].
pub fn prefill(person: &Person, records: &Records) -> Vec<Prefilled> {
    let mut values = Vec::new();
    let mut offer = |field, catalog, value: &str| {
        values.push(Prefilled { field, value: value.to_owned(), catalog });
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
    values
}

/// The registration that stands: the newest that counts and has not ended by the record's own date.
pub fn current(records: &Records) -> Option<&Registration> {
    let (_, as_of) = records.origin(Catalog::Registration)?;
    let stands = |registration: &&Registration| registration.period.stands(as_of);
    records.registrations.value()?.iter().filter(stands).max_by_key(|registration| registration.period.registered_on)
}

/// The ground that the records speak for, to be offered first: employment where somebody is insured as an employee.
pub fn likely_ground(records: &Records) -> Ground {
    match records.insurance.value() {
        Some(insurance) if insurance.months.iter().any(|month| month.employee_scheme && month.in_chengdu) => {
            Ground::Employment
        }
        _ => Ground::Dwelling,
    }
}
