//! Where the rules stand.

use serde::{Deserialize, Serialize};

use super::Reason;

impl Reason {
    /// Where the rule stands, or `None` for what a form asks as such.
    pub fn source(&self) -> Option<Source> {
        Some(match self {
            Self::IdentityNumber { .. } => Source::Gb11643,
            Self::CreditCodeMalformed => Source::Gb32100,
            Self::GuardianNeeded { .. } => Source::PersonalInformationArt31,
            Self::AgentSignedIn
            | Self::AgentIsApplicant
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
            | Self::RegistrationBegins { .. }
            | Self::HouseholdInChengdu
            | Self::ResidenceEnded { .. } => Source::RegulationArt2,
            Self::AlreadyRegistered { .. } => Source::SichuanRegistration,
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
