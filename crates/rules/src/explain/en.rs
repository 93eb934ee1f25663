//! Findings in English.

use super::{date, month};
use crate::{
    address::AddressDifference,
    field::{Item, Subject},
    identity_number::Rejection,
    term::{Locale, Term},
    verdict::{Finding, Reason},
};

/// The finding in words.
pub fn words(finding: &Finding) -> String {
    let term = finding.about.term(Locale::En);
    let on = |day| date(day, Locale::En);
    let in_month = |value| month(value, Locale::En);
    match &finding.reason {
        Reason::Missing => missing(finding.about),
        Reason::Length { min, max, got } if got < min => {
            format!("The {term} has only {got} characters. Please write it in full, at least {min}")
        }
        Reason::Length { max, got, .. } => format!("The {term} has {got} characters. Please shorten it to {max}"),
        Reason::NotAChoice => format!("Please choose the {term} again"),
        Reason::NotADate => format!("The {term} is not a valid date. Please enter it again"),
        Reason::DateInFuture => format!("The {term} can't lie in the future. Please check it"),
        Reason::PhoneMalformed => "A mobile number has 11 digits and starts with 1. Please check it".to_owned(),
        Reason::IdentityNumber { rejection } => rejected(*rejection).to_owned(),
        Reason::CreditCodeMalformed => {
            "A unified social credit code has 18 characters. Check the business licence, or leave it empty".to_owned()
        }
        Reason::StreetUnknown => "Please choose a street or town in Chengdu".to_owned(),
        Reason::StationUnknown => "Please choose a police station".to_owned(),
        Reason::GuardianNeeded { from } => format!(
            "Under 14 a guardian or close relative applies: please choose that. From {} the applicant can apply alone",
            on(*from)
        ),
        Reason::AgentIsApplicant => {
            "The agent's number is the applicant's. Please enter the agent's number, or apply yourself".to_owned()
        }
        Reason::AgentTooYoung { .. } => "An agent must be 18 or older. Please choose another relative".to_owned(),
        Reason::AgentReasonDoesNotHold => {
            "The applicant is 16 or older. Please choose another reason, or apply yourself".to_owned()
        }
        Reason::AgentReasonToBeChecked => "The station looks at this reason. You can submit".to_owned(),
        Reason::AgentToBeChecked { relation } => format!(
            "The household records don't show this relation ({}). You can submit; the station checks",
            relation.en()
        ),
        Reason::IdentityCardExpired { valid_to } => {
            format!("Your identity card ran out on {}. Please renew it at a police station first", on(*valid_to))
        }
        Reason::ResidenceHalfYear { since, eligible_from } => format!(
            "You have been registered without a break since {}; the half year was full on {}",
            on(*since),
            on(*eligible_from)
        ),
        Reason::ResidenceTooShort { since, eligible_from, days_left } => format!(
            "You can apply from {}, in {days_left} days. You registered on {}; the half year is full on that day",
            on(*eligible_from),
            on(*since)
        ),
        Reason::ResidenceGapBridged { since, gap_days } => format!(
            "Your registration since {} has a gap of {gap_days} days. You can submit; the station decides. Please say in the statement where you lived on those days",
            on(*since)
        ),
        Reason::ResidenceNotRegistered => {
            "No residence registration (居住登记) in Chengdu was found. Please register first; you can apply half a year later"
                .to_owned()
        }
        Reason::ResidenceEnded { ended_on } => format!(
            "Your residence registration ended on {}. Please register again; you can apply half a year later",
            on(*ended_on)
        ),
        Reason::InsuranceMet { latest, consecutive } => {
            format!("Your employees' insurance is paid for {consecutive} months on end, up to {}", in_month(*latest))
        }
        Reason::InsuranceLag { latest, consecutive } => format!(
            "Your employees' insurance is paid for {consecutive} months on end, but nothing after {} is posted yet. You can submit; the station checks",
            in_month(*latest)
        ),
        Reason::InsuranceTooShort { consecutive, missing, earliest, .. } => format!(
            "Your employees' insurance is paid for only {consecutive} months on end; {} is missing. If every month is paid from now on, you can apply from {}",
            in_month(*missing),
            on(*earliest)
        ),
        Reason::InsuranceStopped { latest, earliest } => format!(
            "Nothing was paid into your employees' insurance after {}. If every month is paid from now on, you can apply from {}",
            in_month(*latest),
            on(*earliest)
        ),
        Reason::InsuranceNone { earliest } => format!(
            "No employees' insurance in Chengdu was found. If every month is paid from now on, you can apply on the employment ground from {}; or use the dwelling ground",
            on(*earliest)
        ),
        Reason::InsuranceReplacedByAppointment => {
            "For staff of public bodies the personnel department's certificate stands in for the insurance list. You can submit; the station checks"
                .to_owned()
        }
        Reason::DwellingMet { kind } => format!("Your dwelling ({}) counts as lawful and stable", kind.en()),
        Reason::DwellingNotAGround { kind } => format!(
            "This dwelling ({}) proves your address but is not a ground. Have the lease filed first, or use the employment ground",
            kind.en()
        ),
        Reason::DwellingNotInRecords { kind } => format!(
            "The housing records don't show your dwelling ({}). You can submit: photograph the proof; the station checks",
            kind.en()
        ),
        Reason::SchoolingMet { since } => {
            format!("You have attended school since {} and can apply on the ground of schooling", on(*since))
        }
        Reason::SchoolingEnded => {
            "The school records say that you have left. If you still attend, ask the school to update them; if not, use the employment or dwelling ground"
                .to_owned()
        }
        Reason::SchoolingNotInRecords => {
            "The school records don't show you. You can submit: photograph your student card or a certificate; the station checks"
                .to_owned()
        }
        Reason::TalentToBeChecked => {
            "The station decides whether the city's conditions for talent are met. You can submit: photograph your degree or title"
                .to_owned()
        }
        Reason::RelativeMet { relation } => {
            format!("Your relative ({}) has a household in Chengdu: the ground is met", relation.en())
        }
        Reason::RelativeNotDirect { relation } => format!(
            "A {} is no direct relative. Please name a spouse, parent, child or grandparent with a household in Chengdu",
            relation.en()
        ),
        Reason::RelativeNotInRecords => {
            "The records don't show this relative's household in Chengdu. You can submit: photograph the household register and a proof of the relation; the station checks"
                .to_owned()
        }
        Reason::HouseholdInChengdu => "Your household is in Chengdu, so you need no residence permit".to_owned(),
        Reason::ResidenceStands { since } => {
            format!("Your residence registration has been in force since {}", on(*since))
        }
        Reason::PermitHeld { issued_on } => format!(
            "You have a permit issued on {}. Endorse it when its year ends, have it reissued if lost, exchanged if damaged",
            on(*issued_on)
        ),
        Reason::PermitNone => "No residence permit of yours was found. Please apply for a first issue".to_owned(),
        Reason::PermitEnded => "Your permit has ended. Please apply for a first issue again".to_owned(),
        Reason::PermitLost => "Your permit was reported lost. Please apply for a reissue first".to_owned(),
        Reason::EndorsementEarly { open, due } => {
            format!("It is too early: you can endorse from {} to {}", on(*open), on(*due))
        }
        Reason::EndorsementInWindow { due, advise_by } => {
            format!("You can endorse now. Please do so by {}, at the latest on {}", on(*advise_by), on(*due))
        }
        Reason::EndorsementLate { suspended_from, days_lost, next_due } => format!(
            "The permit has been suspended since {}, for {days_lost} days. It works again on the day the endorsement is made up, and the years count anew from that day; if made up today, the next one is due by {}. What the police decide is binding",
            on(*suspended_from),
            on(*next_due)
        ),
        Reason::RecordUnavailable => {
            format!("The record “{term}” was not read. You can go on and submit; the station checks")
        }
        Reason::RecordDisputed => format!("You say that the record of the {term} is wrong; the station checks"),
        Reason::AddressDiffers => {
            "Your address differs from your residence registration; the station checks. If you have moved, please update the registration too"
                .to_owned()
        }
        Reason::AddressPartsDiffer { with, parts } => format!(
            "Your address is not the one in the record “{}”: {}. It must agree with the filed lease or the deed. Please correct it if it is wrong; if not, you can submit, and the station checks",
            with.en(),
            parts.iter().map(difference).collect::<Vec<_>>().join("; ")
        ),
        Reason::PictureMissing => format!("There is no picture of the {term} yet. Please take one"),
        Reason::TooManyPages { max } => format!("The {term} takes {max} pages at most. Please delete some"),
        Reason::ConsentMissing => {
            "To have the permit posted, please agree that the post receives the address; or choose to pick it up".to_owned()
        }
        Reason::DeclarationMissing => format!("Please read and tick the {term}"),
    }
}

fn difference(difference: &AddressDifference) -> String {
    let value = |text: &str| if text.is_empty() { "none".to_owned() } else { format!("“{text}”") };
    let AddressDifference { part, given, recorded } = difference;
    format!("{}, where you have {} and the record has {}", part.en(), value(given), value(recorded))
}

fn missing(about: Subject) -> String {
    let term = about.term(Locale::En);
    match about {
        Subject::Field(field) if field.is_chosen() => format!("Please choose the {term}"),
        Subject::Item(Item::FacePhoto) => "Please add a portrait".to_owned(),
        _ => format!("Please enter the {term}"),
    }
}

fn rejected(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::FifteenDigits => {
            "This is an old 15-digit number, no longer in use. Please enter the 18-character number"
        }
        Rejection::Length => "An identity number has 18 characters. Please compare it with your card",
        Rejection::Format => "The first 17 characters are digits, the last a digit or X. Please compare with your card",
        Rejection::Region => "The number starts with a region that does not exist. Please compare with your card",
        Rejection::Date => "The date of birth in characters 7 to 14 does not exist. Please compare with your card",
        Rejection::Future => "The date of birth in characters 7 to 14 lies ahead. Please compare with your card",
        Rejection::TooOld => "The year of birth in characters 7 to 10 is too early. Please compare with your card",
        Rejection::Checksum => {
            "The last character does not fit the others; one may be mistyped. Please compare with your card"
        }
        Rejection::HkMacaoTaiwan => {
            "This is the number of a residence permit for Hong Kong, Macao or Taiwan residents, which is handled at the window of a police station"
        }
        Rejection::PermanentResident => {
            "This is the number of a foreign permanent resident's card, which needs no residence permit; ask the exit-entry administration"
        }
    }
}
