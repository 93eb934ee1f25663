//! Findings in English.

use super::{date, month};
use crate::{
    address::AddressDifference,
    field::{Field, Subject},
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
            format!("The {term} has {}. Please write it in full, with at least {min}", many(*got, "character"))
        }
        Reason::Length { max, got, .. } => {
            format!("The {term} has {}. Please shorten it to {max} or fewer", many(*got, "character"))
        }
        Reason::NotAChoice => format!("This {term} is not on the list. Please choose again"),
        Reason::NotADate => format!("The {term} is not a day in the calendar. Please enter it again"),
        Reason::LostBeforeIssue { issued_on } => {
            format!("Your permit was issued on {}, so the {term} can't be earlier. Please check it", on(*issued_on))
        }
        Reason::DateInFuture => format!("The {term} can't be after today. Please check it"),
        Reason::Unchanged => format!(
            "The {term} is the same as the one on record. Please enter the new one, or leave it out of “{}”",
            Field::Details.en()
        ),
        Reason::AlreadyRegistered { since } => format!(
            "Your registration at this address has been in force since {}, so there is nothing to register. If you have moved, please enter the new address",
            on(*since)
        ),
        Reason::PhoneMalformed => "A mobile number has 11 digits and starts with 1. Please check it".to_owned(),
        Reason::IdentityNumber { rejection } => rejected(*rejection).to_owned(),
        Reason::CreditCodeMalformed => {
            "A unified social credit code has 18 characters. Please check the business licence, or leave this empty"
                .to_owned()
        }
        Reason::StreetUnknown => "Please choose a street or town in Chengdu".to_owned(),
        Reason::StationUnknown => "Please choose a police station".to_owned(),
        Reason::GuardianNeeded { from } => format!(
            "For somebody under 14, a guardian or close relative applies. Please choose that; from {} the applicant can apply alone",
            on(*from)
        ),
        Reason::AgentSignedIn => {
            "You are signed in and act for the child, so the application names you. For another agent, that person signs in"
                .to_owned()
        }
        Reason::AgentIsApplicant => {
            "This is the applicant's own number. Please enter the agent's, or apply yourself".to_owned()
        }
        Reason::AgentTooYoung { .. } => {
            "An agent must be 18 or older. Please choose another guardian or close relative".to_owned()
        }
        Reason::AgentReasonDoesNotHold => {
            "The applicant is 16 or older, so this reason does not apply. Please choose another, or apply yourself"
                .to_owned()
        }
        Reason::AgentReasonToBeChecked => "You can submit; the police station will check this reason".to_owned(),
        Reason::AgentToBeChecked { relation } => format!(
            "The household records don't show that the agent is the applicant's {}. You can submit; the police station will check",
            relation.en()
        ),
        Reason::IdentityCardExpired { valid_to } => format!(
            "Your identity card expired on {}. Please renew it at a police station first, then apply for the permit",
            on(*valid_to)
        ),
        Reason::ResidenceHalfYear { since, eligible_from } => format!(
            "You have been registered without a break since {}, and the half year was complete on {}",
            on(*since),
            on(*eligible_from)
        ),
        Reason::ResidenceTooShort { since, eligible_from, days_left } => format!(
            "You can apply from {}, in {}. You registered on {}, and that day completes the half year",
            on(*eligible_from),
            many(*days_left, "day"),
            on(*since)
        ),
        Reason::ResidenceGapBridged { since, gap_days } => format!(
            "Your registration since {} has a gap of {}. You can submit, and the police station decides. In the statement, please say where you lived on those days",
            on(*since),
            many(*gap_days, "day")
        ),
        Reason::ResidenceNotRegistered => {
            "The records show no residence registration (居住登记) for you in Chengdu. Please register first; the time counts from the day you declare it"
                .to_owned()
        }
        Reason::ResidenceEnded { ended_on } => format!(
            "Your residence registration ended on {}. Please register again; the time counts from the day you declare it",
            on(*ended_on)
        ),
        Reason::InsuranceMet { latest, consecutive } => format!(
            "Your employees' social insurance has been paid for {} in a row, up to {}",
            many(*consecutive, "month"),
            in_month(*latest)
        ),
        Reason::InsuranceLag { latest, consecutive } => format!(
            "Your employees' social insurance has been paid for {} in a row, but nothing is on record after {}. You can submit; the police station will check",
            many(*consecutive, "month"),
            in_month(*latest)
        ),
        Reason::InsuranceTooShort { consecutive, missing, earliest, .. } => format!(
            "Your employees' social insurance has been paid for only {} in a row; {} is missing. If it is paid every month from now on, you can apply from {}",
            many(*consecutive, "month"),
            in_month(*missing),
            on(*earliest)
        ),
        Reason::InsuranceStopped { latest, earliest } => format!(
            "Your employees' social insurance was last paid for {}. If it is paid every month from now on, you can apply from {}",
            in_month(*latest),
            on(*earliest)
        ),
        Reason::InsuranceNone { earliest } => format!(
            "The records show no employees' social insurance for you in Chengdu. If it is paid every month from now on, you can apply on employment from {}. Or apply on your dwelling",
            on(*earliest)
        ),
        Reason::InsuranceReplacedByAppointment => {
            "For staff of public bodies, the personnel department's certificate replaces the insurance list. You can submit; the police station will check"
                .to_owned()
        }
        Reason::DwellingMet { kind } => format!("Your dwelling ({}) counts as lawful and stable", kind.en()),
        Reason::DwellingNotAGround { kind } => format!(
            "This dwelling ({}) proves your address but does not count as lawful and stable. If you rent, have the lease filed first; or apply on employment",
            kind.en()
        ),
        Reason::DwellingNotInRecords { kind } => format!(
            "The housing records don't show your dwelling ({}). You can submit with a picture of the proof; the police station will check",
            kind.en()
        ),
        Reason::SchoolingMet { since } => {
            format!("You have been enrolled since {} and can apply on continuous schooling", on(*since))
        }
        Reason::SchoolingEnded => {
            "The school records say that you have left. If you still attend, ask the school to update them. If you have graduated, you can apply on employment or on your dwelling"
                .to_owned()
        }
        Reason::SchoolingNotInRecords => {
            "The school records don't show you. You can submit with a picture of your student card or certificate; the police station will check"
                .to_owned()
        }
        Reason::TalentToBeChecked => {
            "The police station decides whether you meet the city's conditions for talent. You can submit with a picture of your degree or professional title"
                .to_owned()
        }
        Reason::RelativeMet { relation } => format!(
            "Your {} has a household registration in Chengdu, so you can apply on a direct relative",
            relation.en()
        ),
        Reason::RelativeNotDirect { relation } => format!(
            "A {} does not count as a direct relative. Please name a spouse, parent, child or grandparent whose household registration is in Chengdu",
            relation.en()
        ),
        Reason::RelativeNotInRecords => {
            "The records don't show this relative's household registration in Chengdu. You can submit with pictures of the household register and of a proof of the relation; the police station will check"
                .to_owned()
        }
        Reason::HouseholdInChengdu => {
            "Your household registration (户籍) is in Chengdu, so you don't need a residence permit".to_owned()
        }
        Reason::RegistrationBegins { since, full_on } => format!(
            "If you declare it today and it is approved, your residence counts from {}. Half a year is full on {}",
            on(*since),
            on(*full_on)
        ),
        Reason::ResidenceStands { since } => {
            format!("Your residence registration has been in force since {}", on(*since))
        }
        Reason::PermitHeld { issued_on } => format!(
            "You already have a permit, issued on {}. Have it endorsed when its year ends, reissued if lost, exchanged if damaged",
            on(*issued_on)
        ),
        Reason::PermitOnRecord { issued_on, status } => {
            format!("Your permit is on record, issued on {}, {}", on(*issued_on), status.en())
        }
        Reason::PermitNone => {
            "The records show no residence permit for you. Please apply for a first issue".to_owned()
        }
        Reason::PermitEnded => "Your permit has ended. Please apply for a first issue again".to_owned(),
        Reason::PermitLost => "Your permit was reported lost. Please apply for a reissue first".to_owned(),
        Reason::EndorsementEarly { open, due } => {
            format!("It is too early to endorse the permit. You can do so from {} to {}", on(*open), on(*due))
        }
        Reason::EndorsementInWindow { due, advise_by } => {
            format!("You can have the permit endorsed now. Best do it by {}; the last day is {}", on(*advise_by), on(*due))
        }
        Reason::EndorsementLate { suspended_from, days_lost, next_due } => format!(
            "The permit has been suspended since {}, {} so far. It works again from the day you make up the endorsement, and your years of residence start again then. If you do it today, the next one is due by {}. The police decide how the years count",
            on(*suspended_from),
            many(*days_lost, "day"),
            on(*next_due)
        ),
        Reason::RecordUnavailable => {
            format!("The record “{term}” was not read. You can go on and submit; the police station will check")
        }
        Reason::RecordDisputed => format!("You say that the record “{term}” is wrong; the police station will check"),
        Reason::AddressDiffers => {
            "This address differs from your residence registration; the police station will check. If you have moved, please update the registration too"
                .to_owned()
        }
        Reason::AddressPartsDiffer { with, parts } => format!(
            "Your address differs from the record “{}”: {}. It should agree with the filed lease or the title. Please correct it if it is wrong; otherwise you can submit, and the police station will check",
            with.en(),
            parts.iter().map(difference).collect::<Vec<_>>().join("; ")
        ),
        Reason::PictureMissing => format!("There is no picture of the {term} yet. Please take one"),
        Reason::TooManyPages { max } => format!("The {term} can have {} at most. Please delete some", many(*max, "page")),
        Reason::ConsentMissing => {
            "The post needs the recipient's details to deliver the permit. Please agree to that, or choose to pick it up".to_owned()
        }
        Reason::DeclarationMissing => format!("Please read and tick the {term}"),
    }
}

/// A count with its noun. English has two forms (CLDR): `one` for 1, `other` for every other whole number.
pub(super) fn many(count: impl Into<i64>, noun: &str) -> String {
    match count.into() {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}

fn difference(difference: &AddressDifference) -> String {
    let value = |text: &str| if text.is_empty() { "none".to_owned() } else { format!("“{text}”") };
    let AddressDifference { part, given, recorded } = difference;
    format!("{}: you have {}, the record has {}", part.en(), value(given), value(recorded))
}

fn missing(about: Subject) -> String {
    let term = about.term(Locale::En);
    match about {
        Subject::Field(field) if field.is_chosen() => format!("Please choose the {term}"),
        _ => format!("Please enter the {term}"),
    }
}

fn rejected(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::FifteenDigits => {
            "This is an old 15-digit number, which is no longer used. Please enter the one with 18 characters"
        }
        Rejection::Length => "An identity number has 18 characters. Please compare it with your card",
        Rejection::Format => {
            "The first 17 characters are digits, and the last is a digit or X. Please compare it with your card"
        }
        Rejection::Region => "No region has the code this number starts with. Please compare it with your card",
        Rejection::Date => "The date of birth in characters 7 to 14 does not exist. Please compare it with your card",
        Rejection::Future => "The date of birth in characters 7 to 14 is after today. Please compare it with your card",
        Rejection::TooOld => "The year of birth in characters 7 to 10 is too early. Please compare it with your card",
        Rejection::Checksum => {
            "The last character does not match the others, so one may be mistyped. Please compare it with your card"
        }
        Rejection::HkMacaoTaiwan => {
            "This is the number of a residence permit for Hong Kong, Macao and Taiwan residents. That permit is handled differently: please go to a police station"
        }
        Rejection::PermanentResident => {
            "This is the number of a foreign permanent resident's card, whose holder needs no residence permit. If in doubt, please ask the exit-entry administration"
        }
    }
}
