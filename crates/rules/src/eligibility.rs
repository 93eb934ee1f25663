//! Whether somebody may apply for a first issue, judged on records: the half year of residence, and the ground.

use jiff::civil::Date;

use crate::{
    calendar::add_years,
    constants::MINOR_UNTIL_YEARS,
    field::{Catalog, Field},
    records::{Insurance, Lookup, Person, Records},
    residence::{self, Period},
    service::{AddressKind, EmploymentProof, Ground},
    social_insurance,
    verdict::{Finding, Outcome, Reason},
};

/// The person: old enough to apply alone, the identity card still good.
pub fn person(person: &Person, records: &Records, today: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    let sixteen = add_years(person.identity_number.born(), MINOR_UNTIL_YEARS);
    if today < sixteen {
        findings.push(Finding::record(Catalog::Identity, Reason::UnderSixteen { from: sixteen }));
    }
    match &records.identity {
        Lookup::Found { value: Some(card), .. } => {
            if let Some(valid_to) = card.valid_to.filter(|valid_to| *valid_to < today) {
                findings.push(Finding::record(Catalog::Identity, Reason::IdentityCardExpired { valid_to }));
            }
        }
        Lookup::Found { value: None, .. } | Lookup::Unavailable => {
            findings.push(Finding::record(Catalog::Identity, Reason::RecordUnavailable));
        }
    }
    findings
}

/// The half year of residence (居住证暂行条例 Art. 2; domain facts §6.1).
pub fn half_year(periods: &[Period], today: Date) -> Finding {
    let found = residence::assess(periods, today);
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
pub fn employment(insurance: &Insurance, proof: Option<EmploymentProof>, today: Date) -> Finding {
    let found = social_insurance::assess(&insurance.months, today);
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

/// Whether the housing records show a dwelling of this kind that is still good on their own date.
pub fn dwelling_in_records(kind: AddressKind, records: &Records) -> bool {
    let Lookup::Found { value: dwellings, as_of, .. } = &records.dwellings else { return false };
    dwellings.iter().any(|known| known.kind == kind && known.valid_to.is_none_or(|last| last >= *as_of))
}

/// The ground chosen, on the records.
pub fn ground(
    ground: Ground,
    address: Option<AddressKind>,
    proof: Option<EmploymentProof>,
    records: &Records,
    today: Date,
) -> Option<Finding> {
    match ground {
        Ground::Employment => Some(match records.insurance.value() {
            Some(insurance) => employment(insurance, proof, today),
            None => Finding::record(Catalog::SocialInsurance, Reason::RecordUnavailable),
        }),
        Ground::Dwelling => address.map(|kind| dwelling(kind, dwelling_in_records(kind, records))),
        Ground::Schooling | Ground::Talent | Ground::Relative => {
            Some(Finding::field(Field::Ground, Reason::GroundNotOpen { ground }))
        }
    }
}

/// The registrations on record.
pub fn residence(records: &Records, today: Date) -> Finding {
    match records.registrations.value() {
        Some(registrations) => {
            let periods: Vec<_> = registrations.iter().map(|registration| registration.period).collect();
            half_year(&periods, today)
        }
        None => Finding::record(Catalog::Registration, Reason::RecordUnavailable),
    }
}
