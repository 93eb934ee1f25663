//! What a record says, in lines.

use jiff::civil::Date;
use rules::{
    calendar::Month,
    division, explain,
    field::Catalog,
    records::{Dwelling, Insurance, Records, Registration},
    social_insurance::InsuredMonth,
};

use crate::locales::{locale, sentence, term, text};

/// The lines of a record; none where it says nothing, or was not asked.
pub fn lines(records: &Records, catalog: Catalog) -> Vec<String> {
    match catalog {
        Catalog::Identity => {
            let card = records.identity.value().and_then(Option::as_ref);
            card.map(|card| card.valid_to.map_or_else(|| text!(records.for_life), until)).into_iter().collect()
        }
        Catalog::Household => {
            let Some(Some(household)) = records.household.value() else { return Vec::new() };
            let relatives = household.relatives.iter().map(|it| format!("{} {}", sentence(term(it.relation)), it.name));
            std::iter::once(household.address.clone()).chain(relatives).collect()
        }
        Catalog::Registration => records.registrations.value().into_iter().flatten().map(registration).collect(),
        Catalog::Dwelling => records.dwellings.value().into_iter().flatten().map(dwelling).collect(),
        Catalog::SocialInsurance => records.insurance.value().map(insurance).unwrap_or_default(),
        Catalog::Schooling => {
            let Some(Some(enrolment)) = records.schooling.value() else { return Vec::new() };
            vec![format!("{} · {}", enrolment.school, since(enrolment.enrolled_on))]
        }
        Catalog::Permit => {
            let Some(Some(permit)) = records.permit.value() else { return Vec::new() };
            let issued = text!(records.issued, date = on(permit.issued_on));
            vec![format!("{} · {issued}", sentence(term(permit.status))), permit.address.clone()]
        }
    }
}

fn on(day: Date) -> String {
    explain::date(day, locale())
}

fn since(day: Date) -> String {
    text!(records.since, date = on(day))
}

fn until(day: Date) -> String {
    text!(records.until, date = on(day))
}

fn registration(registration: &Registration) -> String {
    let period = registration.period;
    let when = match period.ended_on {
        Some(last) => text!(records.from_to, from = on(period.registered_on), to = on(last)),
        None => since(period.registered_on),
    };
    format!("{} · {when}", place(registration.street_code.as_deref(), &registration.address))
}

fn dwelling(dwelling: &Dwelling) -> String {
    let place = place(dwelling.street_code.as_deref(), &dwelling.address);
    let until = dwelling.valid_to.map(|last| format!(" · {}", until(last))).unwrap_or_default();
    format!("{} · {place}{until}", sentence(term(dwelling.kind)))
}

fn place(street: Option<&str>, rest: &str) -> String {
    let street = street.and_then(division::street);
    street.map(|street| format!("{}{}", street.district.name, street.name)).unwrap_or_default() + rest
}

/// The employer who pays now, and the months on end, the newest first.
fn insurance(insurance: &Insurance) -> Vec<String> {
    let paid = |(first, last): (Month, Month), count: i64| {
        let month = |month| explain::month(month, locale());
        text!(records.months, count = count, from = month(first), to = month(last))
    };
    let months = runs(&insurance.months).into_iter().map(|(first, last, count)| paid((first, last), count));
    insurance.employer.clone().into_iter().chain(months).collect()
}

/// The months of an account in runs without a gap: first, last and how many, the newest run first.
fn runs(months: &[InsuredMonth]) -> Vec<(Month, Month, i64)> {
    let mut paid: Vec<Month> = months.iter().map(|month| month.month).collect();
    paid.sort_unstable();
    paid.dedup();
    let mut runs: Vec<(Month, Month, i64)> = Vec::new();
    for month in paid {
        match runs.last_mut() {
            Some((_, last, count)) if last.plus(1) == month => {
                *last = month;
                *count += 1;
            }
            _ => runs.push((month, month, 1)),
        }
    }
    runs.reverse();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_month_parts_two_runs_in_any_order_and_however_often_a_month_is_named() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        let paid =
            |text: &str| InsuredMonth { month: month(text), backpaid: false, in_chengdu: true, employee_scheme: true };
        let account = ["2026-02", "2025-12", "2026-01", "2026-04", "2026-01"].map(paid);
        let expected = vec![(month("2026-04"), month("2026-04"), 1), (month("2025-12"), month("2026-02"), 3)];
        assert_eq!(runs(&account), expected);
        assert_eq!(runs(&[]), Vec::new());
    }
}
