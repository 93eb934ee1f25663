//! Answers that explain themselves: an outcome, and for every reason its rule, its source and the facts used.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    address::AddressDifference,
    calendar::Month,
    field::{Catalog, Field, Item, Subject},
    identity_number::Rejection,
    materials::Material,
    permit::PermitStatus,
    rule_set::RuleSet,
    service::{AddressKind, Relation},
};

/// What a rule, or all of them together, comes to. Ordered: the worst of several decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Outcome {
    /// The condition holds.
    Met,
    /// A person at the station decides; the application may be submitted.
    Review,
    /// The condition does not hold; the application can't be submitted.
    NotMet,
}

/// The outcome of all rules asked, with the reason for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// By which rules, and on what, it was reached; empty in verdicts that were kept before it was recorded.
    #[serde(default)]
    pub basis: Basis,
    /// The worst outcome among the findings; met where there is none.
    pub outcome: Outcome,
    /// One entry a rule that had something to say, in the order the form asks.
    pub findings: Vec<Finding>,
}

/// What a verdict rests on: the same basis always leads to the same verdict, byte for byte.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Basis {
    /// The version of the rules.
    pub rules: String,
    /// SHA-256, lower-case hex, over the rule set, what was asked, and everything it was asked about.
    pub hash: String,
}

impl Basis {
    /// The basis of a verdict of that kind on `facts`. What can't be written as JSON has no hash; nothing of ours is so.
    pub fn new(rules: &RuleSet, kind: &str, facts: &impl Serialize) -> Self {
        let hash = serde_json::to_vec(&(&rules.digest, kind, facts)).map(|json| digest(&json)).unwrap_or_default();
        Self { rules: rules.version.to_string(), hash }
    }
}

/// SHA-256 in lower-case hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let hex = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    Sha256::digest(bytes).iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}

impl Outcome {
    /// The worst among the findings; met where there is none.
    pub fn worst(findings: &[Finding]) -> Self {
        findings.iter().map(Finding::outcome).max().unwrap_or(Self::Met)
    }
}

impl Verdict {
    /// The verdict that these findings come to.
    pub fn of(basis: Basis, findings: Vec<Finding>) -> Self {
        Self { basis, outcome: Outcome::worst(&findings), findings }
    }

    /// The part of it that some of its findings make, on the same basis.
    pub fn part(&self, which: impl Fn(&Finding) -> bool) -> Self {
        Self::of(self.basis.clone(), self.findings.iter().filter(|finding| which(finding)).cloned().collect())
    }

    /// The findings that stand in the way or need a person.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.outcome() != Outcome::Met)
    }

    /// The first date from which everything that only time will mend has mended itself: the latest of the dates that
    /// the unmet findings name. `None` where nothing is unmet or something unmet can't be mended by waiting.
    pub fn holds_from(&self) -> Option<Date> {
        let unmet = || self.findings.iter().filter(|finding| finding.outcome() == Outcome::NotMet);
        unmet().map(|finding| finding.reason.holds_from()).collect::<Option<Vec<_>>>()?.into_iter().max()
    }
}

/// One reason: what it is about, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// The field, picture or record it is about.
    pub about: Subject,
    /// What was found, with the facts used.
    #[serde(rename = "rule")]
    pub reason: Reason,
}

impl Finding {
    /// A finding about a field.
    pub fn field(field: Field, reason: Reason) -> Self {
        Self { about: Subject::Field(field), reason }
    }

    /// A finding about a picture or the pages of a document.
    pub fn item(item: Item, reason: Reason) -> Self {
        Self { about: Subject::Item(item), reason }
    }

    /// A finding about a government record.
    pub fn record(catalog: Catalog, reason: Reason) -> Self {
        Self { about: Subject::Record(catalog), reason }
    }

    /// What this reason alone comes to.
    pub fn outcome(&self) -> Outcome {
        self.reason.outcome()
    }
}

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
    /// The new value is the one on record: nothing would change.
    Unchanged,
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

    /// Whether an answer or a picture of the form mends it, as against the applicant's situation.
    pub fn is_about_the_form(&self) -> bool {
        matches!(
            self,
            Self::Missing
                | Self::Length { .. }
                | Self::NotAChoice
                | Self::NotADate
                | Self::DateInFuture
                | Self::Unchanged
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
                | Self::AgentIsApplicant
                | Self::AgentTooYoung { .. }
                | Self::AgentReasonDoesNotHold
                | Self::RelativeNotDirect { .. }
        )
    }

    /// Where the rule stands, or `None` for what a form asks as such.
    pub fn source(&self) -> Option<Source> {
        Some(match self {
            Self::IdentityNumber { .. } => Source::Gb11643,
            Self::CreditCodeMalformed => Source::Gb32100,
            Self::GuardianNeeded { .. } => Source::PersonalInformationArt31,
            Self::AgentIsApplicant
            | Self::AgentTooYoung { .. }
            | Self::AgentReasonDoesNotHold
            | Self::AgentReasonToBeChecked
            | Self::AgentToBeChecked { .. } => Source::RegulationArt9,
            Self::IdentityCardExpired { .. } => Source::RegulationArt9,
            Self::ResidenceHalfYear { .. }
            | Self::ResidenceTooShort { .. }
            | Self::ResidenceGapBridged { .. }
            | Self::ResidenceNotRegistered
            | Self::ResidenceStands { .. }
            | Self::HouseholdInChengdu
            | Self::ResidenceEnded { .. } => Source::RegulationArt2,
            Self::PermitOnRecord { .. } => Source::RegulationArt4,
            Self::PermitHeld { .. } | Self::PermitNone | Self::PermitEnded | Self::PermitLost => {
                Source::RegulationArt11
            }
            Self::EndorsementEarly { .. } | Self::EndorsementInWindow { .. } | Self::EndorsementLate { .. } => {
                Source::RegulationArt10
            }
            Self::InsuranceMet { .. }
            | Self::InsuranceLag { .. }
            | Self::InsuranceTooShort { .. }
            | Self::InsuranceStopped { .. }
            | Self::InsuranceNone { .. }
            | Self::InsuranceReplacedByAppointment => Source::ChengduEmployment,
            Self::DwellingMet { .. } | Self::DwellingNotAGround { .. } | Self::DwellingNotInRecords { .. } => {
                Source::ChengduDwelling
            }
            Self::SchoolingMet { .. } | Self::SchoolingEnded | Self::SchoolingNotInRecords => Source::ChengduSchooling,
            Self::TalentToBeChecked => Source::ChengduTalent,
            Self::RelativeMet { .. } | Self::RelativeNotDirect { .. } | Self::RelativeNotInRecords => {
                Source::ChengduRelative
            }
            Self::RecordUnavailable | Self::RecordDisputed => Source::OnlineServicesArt7,
            Self::AddressDiffers | Self::AddressPartsDiffer { .. } => Source::ChengduDwelling,
            Self::PictureMissing => Source::RegulationArt9,
            Self::DeclarationMissing => Source::RegulationArt9,
            Self::ConsentMissing => Source::PersonalInformationArt23,
            _ => return None,
        })
    }
}

/// Where a rule stands. The citation is official text; [`crate::explain`] prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// 《居住证暂行条例》第二条.
    RegulationArt2,
    /// 《居住证暂行条例》第四条.
    RegulationArt4,
    /// 《居住证暂行条例》第九条.
    RegulationArt9,
    /// 《居住证暂行条例》第十条.
    RegulationArt10,
    /// 《居住证暂行条例》第十一条.
    RegulationArt11,
    /// 《居住证暂行条例》第二十一条.
    RegulationArt21,
    /// 《四川省流动人口信息登记办法》 (省政府令第279号, since 2014-10-01).
    SichuanRegistration,
    /// Chengdu's conditions for the employment ground.
    ChengduEmployment,
    /// Chengdu's conditions for the dwelling ground.
    ChengduDwelling,
    /// Chengdu's conditions for the schooling ground.
    ChengduSchooling,
    /// Chengdu's conditions for the talent ground.
    ChengduTalent,
    /// Chengdu's conditions for the ground of a direct relative.
    ChengduRelative,
    /// GB 11643-1999, citizens' identity number.
    Gb11643,
    /// GB 32100-2015, unified social credit code.
    Gb32100,
    /// 《国务院关于在线政务服务的若干规定》第七条.
    OnlineServicesArt7,
    /// 《个人信息保护法》第二十三条.
    PersonalInformationArt23,
    /// 《个人信息保护法》第三十一条.
    PersonalInformationArt31,
    /// 《行政许可法》第三十二条.
    LicensingLawArt32,
    /// 《行政复议法》(2023) 第二十条.
    ReviewLawArt20,
    /// 《行政复议法》(2023) 第二十二条.
    ReviewLawArt22,
    /// 《行政复议法》(2023) 第二十三条.
    ReviewLawArt23,
    /// 《行政复议法》(2023) 第二十四条.
    ReviewLawArt24,
    /// 《行政诉讼法》第四十五条.
    LitigationLawArt45,
    /// 《行政诉讼法》第四十六条.
    LitigationLawArt46,
}
