//! Findings in English.

use super::{date, month};
use crate::{
    field::{Field, Item, Subject},
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
        Reason::PhoneMalformed => "A mobile number has 11 digits and starts with 1. Please check it".to_owned(),
        Reason::IdentityNumber { rejection } => rejected(*rejection).to_owned(),
        Reason::CreditCodeMalformed => {
            "A unified social credit code has 18 characters. Check the business licence, or leave it empty".to_owned()
        }
        Reason::StreetUnknown => "Please choose a street or town in Chengdu".to_owned(),
        Reason::StationUnknown => "Please choose a police station".to_owned(),
        Reason::UnderSixteen { from } => format!(
            "You are under 16, so a guardian applies for you at the police station. From {} you can apply here yourself",
            on(*from)
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
        Reason::GroundNotOpen { ground } => format!(
            "The ground “{}” can't be applied for online yet. Please take your documents to the police station where you live",
            ground.en()
        ),
        Reason::RecordUnavailable => {
            format!("The record “{term}” can't be read just now. You can go on and submit; the station checks")
        }
        Reason::RecordDisputed => format!("You say that the record of the {term} is wrong; the station checks"),
        Reason::AddressDiffers => {
            "Your address differs from your residence registration; the station checks. If you have moved, please update the registration too"
                .to_owned()
        }
        Reason::PictureMissing => format!("There is no picture of the {term} yet. Please take one"),
        Reason::TooManyPages { max } => format!("The {term} takes {max} pages at most. Please delete some"),
        Reason::ConsentMissing => {
            "To have the permit posted, please agree that the post receives the address; or choose to pick it up".to_owned()
        }
        Reason::DeclarationMissing => "Please read and tick the declaration of truth".to_owned(),
    }
}

fn missing(about: Subject) -> String {
    let term = about.term(Locale::En);
    match about {
        Subject::Field(
            Field::StreetCode
            | Field::AddressKind
            | Field::Ground
            | Field::EmploymentProof
            | Field::Delivery
            | Field::PickUpStation,
        ) => format!("Please choose the {term}"),
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
