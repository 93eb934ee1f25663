//! Why a verdict is as it is: one variant a rule, and what follows from each.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Outcome;
use crate::{
    address::AddressDifference,
    calendar::Month,
    field::Catalog,
    identity_number::Rejection,
    materials::Material,
    permit::PermitStatus,
    service::{AddressKind, Relation, Service},
};

/// Why: one variant a rule, with the facts it used. The variant's name is the rule's identifier on the wire.
/// It is tagged from outside (`"missing"`, `{"permit_held": {…}}`): a tag among the facts would have to be looked
/// for first, and the code for that is in the applicant's download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Reason {
    /// A required answer is missing.
    Missing,
    /// The text is longer or shorter than the field takes, in characters.
    Length {
        /// The least.
        min: u16,
        /// The most.
        max: u16,
        /// What was given.
        got: u16,
    },
    /// Not one of the choices offered.
    NotAChoice,
    /// Not a date of the calendar, or not one that can be.
    NotADate,
    /// A day after today, where only a past one can be.
    DateInFuture,
    /// The permit on record was not there yet on the day on which it is said to have been lost.
    LostBeforeIssue {
        /// The day of issue.
        issued_on: Date,
    },
    /// The new value is the one on record: nothing would change.
    Unchanged,
    /// The registration of residence at this address stands, without a last day: there is nothing to register.
    AlreadyRegistered {
        /// Its first day.
        since: Date,
    },
    /// Not a mobile number of the mainland.
    PhoneMalformed,
    /// Not an identity number that this service can take.
    IdentityNumber {
        /// Why not.
        rejection: Rejection,
    },
    /// Not a unified social credit code: 18 characters with a check character (GB 32100-2015).
    CreditCodeMalformed,
    /// The street is none of Chengdu's.
    StreetUnknown,
    /// The station is none of Chengdu's.
    StationUnknown,
    /// Somebody under fourteen needs a guardian or close relative to act for them.
    GuardianNeeded {
        /// The fourteenth birthday.
        from: Date,
    },
    /// Somebody signed in to act for the applicant, and the form names somebody else, or nobody.
    AgentSignedIn,
    /// The agent is the applicant.
    AgentIsApplicant,
    /// The agent is not of age.
    AgentTooYoung {
        /// The day on which the agent comes of age.
        from: Date,
    },
    /// The reason given for the agent is not the applicant's case.
    AgentReasonDoesNotHold,
    /// The reason is none of those that the regulation names: a person looks at it.
    AgentReasonToBeChecked,
    /// No record shows the agent's relation: a person looks at it.
    AgentToBeChecked {
        /// What the agent says to be.
        relation: Relation,
    },
    /// The identity card has run out.
    IdentityCardExpired {
        /// Its last day.
        valid_to: Date,
    },
    /// Registered for half a year on end.
    ResidenceHalfYear {
        /// First day of the chain of registrations.
        since: Date,
        /// The day from which the half year is full.
        eligible_from: Date,
    },
    /// Registered, but not for half a year yet.
    ResidenceTooShort {
        /// First day of the chain of registrations.
        since: Date,
        /// The day from which the half year is full.
        eligible_from: Date,
        /// Days from today until then.
        days_left: i32,
    },
    /// The half year is full only if a short gap is bridged: a person decides, a statement is asked for.
    ResidenceGapBridged {
        /// First day of the chain of registrations.
        since: Date,
        /// Days without registration that were bridged.
        gap_days: i32,
    },
    /// No registration of residence was found.
    ResidenceNotRegistered,
    /// The last registration has ended.
    ResidenceEnded {
        /// Its last day.
        ended_on: Date,
    },
    /// Insured for the months that the employment ground asks.
    InsuranceMet {
        /// The newest month that counts.
        latest: Month,
        /// Months on end up to it.
        consecutive: u32,
    },
    /// Enough months, but the newest posting is late: a person decides.
    InsuranceLag {
        /// The newest month that counts.
        latest: Month,
        /// Months on end up to it.
        consecutive: u32,
    },
    /// Not enough months on end.
    InsuranceTooShort {
        /// The newest month that counts.
        latest: Month,
        /// Months on end up to it.
        consecutive: u32,
        /// The month before the run, in which payment is missing.
        missing: Month,
        /// The first date on which it would hold if every month from now on is paid.
        earliest: Date,
    },
    /// The newest month is too long ago.
    InsuranceStopped {
        /// The newest month that counts.
        latest: Month,
        /// The first date on which it would hold if every month from now on is paid.
        earliest: Date,
    },
    /// No month of employees' social insurance was found.
    InsuranceNone {
        /// The first date on which it would hold if every month from now on is paid.
        earliest: Date,
    },
    /// The personnel department of a public body certifies in place of the insurance list; a person looks at it.
    InsuranceReplacedByAppointment,
    /// The dwelling is of a kind that is a ground.
    DwellingMet {
        /// What kind.
        kind: AddressKind,
    },
    /// The dwelling proves an address but no ground: the lease is not filed, or it is a lodging.
    DwellingNotAGround {
        /// What kind.
        kind: AddressKind,
    },
    /// The dwelling is said to be of a kind that the records don't show yet: a person looks at the paper.
    DwellingNotInRecords {
        /// What kind.
        kind: AddressKind,
    },
    /// Enrolled in a school and attending it.
    SchoolingMet {
        /// Since when.
        since: Date,
    },
    /// The school says that the student has left.
    SchoolingEnded,
    /// The school records don't show it: a person looks at the paper.
    SchoolingNotInRecords,
    /// Whether the city's conditions for talent are met is for a person to decide, on the paper.
    TalentToBeChecked,
    /// A direct relative whose household is in Chengdu is on record.
    RelativeMet {
        /// What the relative is.
        relation: Relation,
    },
    /// Brothers, sisters and guardians are no direct relatives.
    RelativeNotDirect {
        /// What was said.
        relation: Relation,
    },
    /// The household records don't show the relative in Chengdu: a person looks at the paper.
    RelativeNotInRecords,
    /// The household is in Chengdu: no permit is needed there.
    HouseholdInChengdu,
    /// The registration of residence stands.
    ResidenceStands {
        /// Since when the chain of registrations runs.
        since: Date,
    },
    /// Declared today, the registration counts, once it is approved.
    RegistrationBegins {
        /// From that day.
        since: Date,
        /// The day from which half a year is full.
        full_on: Date,
    },
    /// There is a permit already: a first issue is for those without.
    PermitHeld {
        /// Its day of issue.
        issued_on: Date,
    },
    /// The permit that this is about is on record.
    PermitOnRecord {
        /// Its day of issue.
        issued_on: Date,
        /// What the register says of it.
        status: PermitStatus,
    },
    /// There is no permit that this could be about.
    PermitNone,
    /// The permit has ended.
    PermitEnded,
    /// The permit was reported lost.
    PermitLost,
    /// The year is not far enough for its endorsement.
    EndorsementEarly {
        /// The first day on which it can be made.
        open: Date,
        /// The last.
        due: Date,
    },
    /// The endorsement can be made in time.
    EndorsementInWindow {
        /// The last day.
        due: Date,
        /// The day to advise.
        advise_by: Date,
    },
    /// The permit's use is suspended: the endorsement can be made up, and the years run anew from the day it is done.
    EndorsementLate {
        /// The first day of suspension.
        suspended_from: Date,
        /// Days of suspension so far.
        days_lost: i32,
        /// When the next one is due if it is made up today.
        next_due: Date,
    },
    /// A record was not read, because its service did not answer or the applicant did not agree to the look-up: the
    /// applicant fills in by hand, a person checks.
    RecordUnavailable,
    /// The applicant says that a record is wrong: a person checks.
    RecordDisputed,
    /// The street given differs from the one in the record.
    AddressDiffers,
    /// The address given is not the one in the record: the station looks which is right.
    AddressPartsDiffer {
        /// Which record.
        with: Catalog,
        /// The parts that differ, with both values.
        parts: Vec<AddressDifference>,
    },
    /// A picture or document is missing.
    PictureMissing,
    /// More pages than the item takes.
    TooManyPages {
        /// The most.
        max: u16,
    },
    /// A consent without which this can't be done.
    ConsentMissing,
    /// The declaration of truth is not given.
    DeclarationMissing,
}

impl Reason {
    /// What this reason alone comes to.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::ResidenceHalfYear { .. }
            | Self::ResidenceStands { .. }
            | Self::RegistrationBegins { .. }
            | Self::InsuranceMet { .. }
            | Self::DwellingMet { .. }
            | Self::SchoolingMet { .. }
            | Self::RelativeMet { .. }
            | Self::PermitOnRecord { .. }
            | Self::EndorsementInWindow { .. }
            | Self::EndorsementLate { .. } => Outcome::Met,
            Self::SchoolingNotInRecords
            | Self::TalentToBeChecked
            | Self::RelativeNotInRecords
            | Self::AgentReasonToBeChecked
            | Self::AgentToBeChecked { .. }
            | Self::ResidenceGapBridged { .. }
            | Self::InsuranceLag { .. }
            | Self::InsuranceReplacedByAppointment
            | Self::DwellingNotInRecords { .. }
            | Self::RecordUnavailable
            | Self::RecordDisputed
            | Self::AddressDiffers
            | Self::AddressPartsDiffer { .. } => Outcome::Review,
            _ => Outcome::NotMet,
        }
    }

    /// The first date from which the condition holds by itself, where time mends it.
    pub fn holds_from(&self) -> Option<Date> {
        match self {
            Self::GuardianNeeded { from } | Self::AgentTooYoung { from } => Some(*from),
            Self::EndorsementEarly { open, .. } => Some(*open),
            Self::ResidenceTooShort { eligible_from, .. } => Some(*eligible_from),
            Self::InsuranceTooShort { earliest, .. }
            | Self::InsuranceStopped { earliest, .. }
            | Self::InsuranceNone { earliest } => Some(*earliest),
            _ => None,
        }
    }

    /// The documents that would change it: any one of them.
    pub const fn mended_by(&self) -> &'static [Material] {
        match self {
            Self::InsuranceTooShort { .. } | Self::InsuranceStopped { .. } | Self::InsuranceNone { .. } => {
                &[Material::PublicAppointment]
            }
            Self::DwellingNotAGround { kind: AddressKind::UnfiledLease } => &[Material::LeaseFiling],
            Self::DwellingNotAGround { .. } => &[Material::LeaseFiling, Material::PropertyCertificate],
            Self::SchoolingEnded | Self::SchoolingNotInRecords => {
                &[Material::StudentCard, Material::EnrolmentCertificate]
            }
            Self::TalentToBeChecked => &[Material::Degree, Material::ProfessionalTitle],
            Self::RelativeNotInRecords => &[Material::RelativesHousehold],
            Self::IdentityCardExpired { .. } => &[Material::IdentityCard],
            _ => &[],
        }
    }

    /// The service that has to come first, for whom it turns away from another.
    pub const fn helped_by(&self) -> Option<Service> {
        match self {
            Self::ResidenceNotRegistered | Self::ResidenceEnded { .. } => Some(Service::ResidenceRegistration),
            Self::PermitLost => Some(Service::Reissue),
            Self::PermitNone | Self::PermitEnded => Some(Service::FirstIssue),
            _ => None,
        }
    }

    /// Whether an answer or a picture of the form mends it, as against the applicant's situation.
    pub fn is_about_the_form(&self) -> bool {
        matches!(
            self,
            Self::Missing
                | Self::Length { .. }
                | Self::NotAChoice
                | Self::NotADate
                | Self::DateInFuture
                | Self::LostBeforeIssue { .. }
                | Self::Unchanged
                | Self::AlreadyRegistered { .. }
                | Self::PhoneMalformed
                | Self::IdentityNumber { .. }
                | Self::CreditCodeMalformed
                | Self::StreetUnknown
                | Self::StationUnknown
                | Self::PictureMissing
                | Self::TooManyPages { .. }
                | Self::ConsentMissing
                | Self::DeclarationMissing
                | Self::GuardianNeeded { .. }
                | Self::AgentSignedIn
                | Self::AgentIsApplicant
                | Self::AgentTooYoung { .. }
                | Self::AgentReasonDoesNotHold
                | Self::RelativeNotDirect { .. }
        )
    }
}
