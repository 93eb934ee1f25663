//! Whether somebody may apply, judged on records: the half year of residence, and the ground.

use jiff::civil::Date;

use crate::{
    draft::Draft,
    field::{Catalog, Field},
    records::{Dwelling, Insurance, Lookup, Records},
    residence::{self, Period},
    rule_set::RuleSet,
    service::{AddressKind, EmploymentProof, Ground, Relation},
    social_insurance,
    verdict::{Finding, Outcome, Reason},
};

/// The identity card: still good on the day.
pub fn identity_card(records: &Records, today: Date) -> Option<Finding> {
    let reason = match &records.identity {
        Lookup::Found { value: Some(card), .. } => {
            let valid_to = card.valid_to.filter(|valid_to| *valid_to < today)?;
            Reason::IdentityCardExpired { valid_to }
        }
        Lookup::Found { value: None, .. } | Lookup::Unavailable => Reason::RecordUnavailable,
    };
    Some(Finding::record(Catalog::Identity, reason))
}

/// Whether the register shows an identity card that is good on the register's own date.
pub fn identity_card_stands(records: &Records) -> bool {
    let card = records.identity.value().and_then(Option::as_ref);
    let as_of = records.origin(Catalog::Identity).map(|(_, as_of)| as_of);
    card.is_some_and(|card| card.valid_to.is_none_or(|valid_to| Some(valid_to) >= as_of))
}

/// The household: outside Chengdu, for whoever lives away from it (居住证暂行条例 Art. 2). Nothing where the register is
/// silent: the station knows it as well.
pub fn household(records: &Records) -> Option<Finding> {
    let household = records.household.value()?.as_ref()?;
    household.is_in_chengdu().then(|| Finding::record(Catalog::Household, Reason::HouseholdInChengdu))
}

/// The half year of residence (居住证暂行条例 Art. 2; domain facts §6.1).
pub fn half_year(rules: &RuleSet, periods: &[Period], today: Date) -> Finding {
    let found = residence::assess(rules, periods, today);
    let reason = match (found.outcome, found.chain_start, found.eligible_from) {
        (Outcome::Met, Some(since), Some(eligible_from)) => Reason::ResidenceHalfYear { since, eligible_from },
        (Outcome::Review, Some(since), _) => Reason::ResidenceGapBridged { since, gap_days: found.bridged_days() },
        (_, Some(since), Some(eligible_from)) => {
            Reason::ResidenceTooShort { since, eligible_from, days_left: found.days_left }
        }
        _ => match found.last_day {
            Some(ended_on) => Reason::ResidenceEnded { ended_on },
            None => Reason::ResidenceNotRegistered,
        },
    };
    Finding::record(Catalog::Registration, reason)
}

/// The employment ground (domain facts §2.2, §6.2).
pub fn employment(rules: &RuleSet, insurance: &Insurance, proof: Option<EmploymentProof>, today: Date) -> Finding {
    let found = social_insurance::assess(rules, &insurance.months, today);
    let earliest = found.earliest;
    let reason = match (found.outcome, found.latest) {
        (Outcome::Met, Some(latest)) => Reason::InsuranceMet { latest, consecutive: found.consecutive },
        (Outcome::Review, Some(latest)) => Reason::InsuranceLag { latest, consecutive: found.consecutive },
        _ if proof == Some(EmploymentProof::PublicAppointment) => Reason::InsuranceReplacedByAppointment,
        (_, Some(latest)) if found.is_current => {
            let missing = latest.minus(found.consecutive);
            Reason::InsuranceTooShort { latest, consecutive: found.consecutive, missing, earliest }
        }
        (_, Some(latest)) => Reason::InsuranceStopped { latest, earliest },
        (_, None) => Reason::InsuranceNone { earliest },
    };
    Finding::record(Catalog::SocialInsurance, reason)
}

/// The dwelling ground (domain facts §2.2): a lease that is not filed, or a lodging, proves an address but no ground.
/// `in_records` tells whether the housing records show the dwelling.
pub fn dwelling(kind: AddressKind, in_records: bool) -> Finding {
    let reason = match kind {
        AddressKind::UnfiledLease | AddressKind::LodgingStatement => Reason::DwellingNotAGround { kind },
        _ if in_records => Reason::DwellingMet { kind },
        _ => Reason::DwellingNotInRecords { kind },
    };
    Finding::field(Field::AddressKind, reason)
}

/// The dwellings of this kind in the housing records that are still good on their own date.
pub fn dwellings(kind: AddressKind, records: &Records) -> impl Iterator<Item = &Dwelling> {
    let as_of = records.origin(Catalog::Dwelling).map(|(_, as_of)| as_of);
    let good = move |known: &&Dwelling| known.kind == kind && known.valid_to.is_none_or(|last| Some(last) >= as_of);
    records.dwellings.value().into_iter().flatten().filter(good)
}

/// The schooling ground (domain facts §2.2): enrolled full-time, and attending.
fn schooling(records: &Records) -> Finding {
    let reason = match records.schooling.value() {
        None => Reason::RecordUnavailable,
        Some(None) => Reason::SchoolingNotInRecords,
        Some(Some(enrolment)) if enrolment.attending => Reason::SchoolingMet { since: enrolment.enrolled_on },
        Some(Some(_)) => Reason::SchoolingEnded,
    };
    Finding::record(Catalog::Schooling, reason)
}

/// The ground of a direct relative with a household in Chengdu (domain facts §2.2). Whether they live together is for
/// the station to see.
fn relative(draft: &Draft, records: &Records) -> Option<Finding> {
    let relation: Relation = draft.choice(Field::RelativeRelation)?;
    let about = |reason| Finding::field(Field::RelativeRelation, reason);
    if !relation.is_direct() {
        return Some(about(Reason::RelativeNotDirect { relation }));
    }
    if records.household.value().is_none() {
        return Some(Finding::record(Catalog::Household, Reason::RecordUnavailable));
    }
    let known = relative_in_records(draft, records);
    Some(about(if known { Reason::RelativeMet { relation } } else { Reason::RelativeNotInRecords }))
}

/// Whether the household register shows the relative whom the draft names, with a household in Chengdu.
pub fn relative_in_records(draft: &Draft, records: &Records) -> bool {
    let relation: Option<Relation> = draft.choice(Field::RelativeRelation);
    let name = draft.answer(Field::RelativeName).trim();
    records.relatives().any(|known| known.in_chengdu && known.name == name && Some(known.relation) == relation)
}

/// The ground chosen, on the records; nothing until it is chosen.
pub fn ground(rules: &RuleSet, draft: &Draft, records: &Records, today: Date) -> Option<Finding> {
    match draft.choice(Field::Ground)? {
        Ground::Employment => Some(match records.insurance.value() {
            Some(insurance) => employment(rules, insurance, draft.choice(Field::EmploymentProof), today),
            None => Finding::record(Catalog::SocialInsurance, Reason::RecordUnavailable),
        }),
        Ground::Dwelling => {
            let address = draft.choice(Field::AddressKind);
            address.map(|kind| dwelling(kind, dwellings(kind, records).next().is_some()))
        }
        Ground::Schooling => Some(schooling(records)),
        Ground::Talent => Some(Finding::field(Field::Ground, Reason::TalentToBeChecked)),
        Ground::Relative => relative(draft, records),
    }
}

/// That the registration of residence stands, for whoever has a permit already: the half year was full once.
pub fn registration_stands(rules: &RuleSet, records: &Records, today: Date) -> Finding {
    let half_year = residence(rules, records, today);
    let reason = match half_year.reason {
        Reason::ResidenceHalfYear { since, .. }
        | Reason::ResidenceGapBridged { since, .. }
        | Reason::ResidenceTooShort { since, .. } => Reason::ResidenceStands { since },
        other => other,
    };
    Finding { reason, ..half_year }
}

/// The registration that a new one takes the place of, where one stands; nothing has to stand for it.
pub fn registration_before(rules: &RuleSet, records: &Records, today: Date) -> Option<Finding> {
    let stands = |finding: &Finding| matches!(finding.reason, Reason::ResidenceStands { .. });
    Some(registration_stands(rules, records, today)).filter(stands)
}

/// From when it counts what is declared today, and when half a year is full by it: over a short gap, earlier time counts too.
pub fn registration_begins(rules: &RuleSet, records: &Records, today: Date) -> Option<Finding> {
    let known = records.registrations.value()?.iter().map(|registration| registration.period);
    let declared = Period { registered_on: today, ended_on: None, in_chengdu: true, void: false, approved: true };
    let found = residence::assess(rules, &known.chain([declared]).collect::<Vec<_>>(), today);
    let reason = Reason::RegistrationBegins { since: found.chain_start?, full_on: found.eligible_from? };
    Some(Finding::record(Catalog::Registration, reason))
}

/// The registrations on record.
pub fn residence(rules: &RuleSet, records: &Records, today: Date) -> Finding {
    match records.registrations.value() {
        Some(registrations) => {
            let periods: Vec<_> = registrations.iter().map(|registration| registration.period).collect();
            half_year(rules, &periods, today)
        }
        None => Finding::record(Catalog::Registration, Reason::RecordUnavailable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::Month,
        records::{Household, IdentityCard, Relative},
        service::Service,
        social_insurance::InsuredMonth,
    };

    #[test]
    fn who_is_still_insured_is_told_what_is_missing_and_who_is_not_that_it_has_stopped() {
        let today = jiff::civil::date(2026, 7, 15);
        let told = |first_back: u32| {
            let paid = |month| InsuredMonth { month, backpaid: false, in_chengdu: true, employee_scheme: true };
            let months = (first_back..first_back + 3).map(|back| paid(Month::of(today).minus(back))).collect();
            let insurance = Insurance { months, employer: None, employer_code: None };
            employment(RuleSet::current(), &insurance, None, today).reason
        };
        assert!(matches!(told(1), Reason::InsuranceTooShort { consecutive: 3, .. }), "{:?}", told(1));
        assert!(matches!(told(8), Reason::InsuranceStopped { .. }), "{:?}", told(8));
    }

    #[test]
    fn a_declaration_counts_from_today_and_over_a_short_gap_from_before() {
        let today = jiff::civil::date(2026, 7, 15);
        let begins = |ended_on: Option<jiff::civil::Date>| {
            let registered = |ended_on| crate::records::Registration {
                period: Period {
                    registered_on: jiff::civil::date(2026, 3, 1),
                    ended_on: Some(ended_on),
                    in_chengdu: true,
                    void: false,
                    approved: true,
                },
                street_code: None,
                address: "示例路1号".into(),
                address_kind: None,
            };
            let value = ended_on.map(registered).into_iter().collect();
            let registrations = Lookup::Found { as_of: today, source: "示例平台".into(), value };
            let records = Records { registrations, ..Records::unavailable() };
            registration_begins(RuleSet::current(), &records, today).map(|finding| finding.reason)
        };
        let (march, september) = (jiff::civil::date(2026, 3, 1), jiff::civil::date(2026, 9, 1));
        let (july, january) = (today, jiff::civil::date(2027, 1, 15));
        assert_eq!(begins(None), Some(Reason::RegistrationBegins { since: july, full_on: january }));
        let long_ago = Some(jiff::civil::date(2026, 6, 1));
        assert_eq!(begins(long_ago), Some(Reason::RegistrationBegins { since: july, full_on: january }));
        let just_now = Some(jiff::civil::date(2026, 7, 10));
        assert_eq!(begins(just_now), Some(Reason::RegistrationBegins { since: march, full_on: september }));
        assert_eq!(registration_begins(RuleSet::current(), &Records::unavailable(), today), None);
    }

    #[test]
    fn a_relative_is_known_by_name_relation_and_a_household_in_chengdu_together() {
        let known = |name: &str, relation, in_chengdu| {
            let relatives = vec![Relative { name: name.into(), relation, in_chengdu }];
            let household = Household { address: "示例省示例市示例街1号".into(), relatives };
            let as_of = jiff::civil::date(2026, 7, 15);
            let household = Lookup::Found { as_of, source: "示例平台".into(), value: Some(household) };
            let mut draft = Draft::new(Service::FirstIssue);
            draft.answers.insert(Field::RelativeName, "示例母".into());
            draft.answers.insert(Field::RelativeRelation, "parent".into());
            relative_in_records(&draft, &Records { household, ..Records::unavailable() })
        };
        assert!(known("示例母", Relation::Parent, true));
        assert!(!known("示例母", Relation::Parent, false));
        assert!(!known("示例父", Relation::Parent, true));
        assert!(!known("示例母", Relation::Spouse, true));
    }

    #[test]
    fn a_dwelling_is_a_ground_on_record_and_for_the_station_to_see_otherwise() {
        let reason = |kind, in_records| dwelling(kind, in_records).reason;
        for kind in [AddressKind::FiledLease, AddressKind::Dormitory] {
            assert_eq!(reason(kind, true), Reason::DwellingMet { kind });
            assert_eq!(reason(kind, false), Reason::DwellingNotInRecords { kind });
        }
        let kind = AddressKind::UnfiledLease;
        assert_eq!(reason(kind, true), Reason::DwellingNotAGround { kind }, "not filed, whatever the records show");
    }

    #[test]
    fn an_identity_card_is_good_on_its_last_day() {
        let today = jiff::civil::date(2026, 7, 15);
        let told = |valid_to| {
            let card = Some(IdentityCard { valid_to: Some(valid_to) });
            let identity = Lookup::Found { as_of: today, source: "示例平台".into(), value: card };
            identity_card(&Records { identity, ..Records::unavailable() }, today)
        };
        assert_eq!(told(today), None);
        let valid_to = jiff::civil::date(2026, 7, 14);
        assert_eq!(told(valid_to), Some(Finding::record(Catalog::Identity, Reason::IdentityCardExpired { valid_to })));
    }

    #[test]
    fn insurance_whose_latest_months_are_still_to_be_booked_is_for_a_person_to_look_at() {
        let today = jiff::civil::date(2026, 7, 15);
        let paid = |month| InsuredMonth { month, backpaid: false, in_chengdu: true, employee_scheme: true };
        let latest = Month::of(today).minus(2);
        let months = (2..14).map(|back| paid(Month::of(today).minus(back))).collect();
        let insurance = Insurance { months, employer: None, employer_code: None };
        let told = employment(RuleSet::current(), &insurance, None, today).reason;
        assert_eq!(told, Reason::InsuranceLag { latest, consecutive: 12 });
    }
}
