//! The registers that can be asked, and who keeps them.

use serde::{Deserialize, Serialize};

/// One register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Catalog {
    /// 居住登记.
    ResidenceRegistration,
    /// 社会保险缴纳.
    SocialInsurance,
    /// 住房租赁登记备案.
    LeaseFiling,
    /// 不动产登记.
    Property,
    /// 单位、学校宿舍住宿.
    Lodging,
    /// 户籍.
    Household,
    /// 学籍.
    SchoolRoll,
    /// 居民身份证.
    IdentityDocument,
    /// 居住证.
    ResidencePermit,
}

impl Catalog {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::ResidenceRegistration,
        Self::SocialInsurance,
        Self::LeaseFiling,
        Self::Property,
        Self::Lodging,
        Self::Household,
        Self::SchoolRoll,
        Self::IdentityDocument,
        Self::ResidencePermit,
    ];

    /// Its name on the wire and in `citizens.json`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ResidenceRegistration => "residence_registration",
            Self::SocialInsurance => "social_insurance",
            Self::LeaseFiling => "lease_filing",
            Self::Property => "property",
            Self::Lodging => "lodging",
            Self::Household => "household",
            Self::SchoolRoll => "school_roll",
            Self::IdentityDocument => "identity_document",
            Self::ResidencePermit => "residence_permit",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::ResidenceRegistration => "居住登记",
            Self::SocialInsurance => "社会保险缴纳",
            Self::LeaseFiling => "住房租赁登记备案",
            Self::Property => "不动产登记",
            Self::Lodging => "单位、学校住宿",
            Self::Household => "户籍",
            Self::SchoolRoll => "学籍",
            Self::IdentityDocument => "居民身份证",
            Self::ResidencePermit => "居住证",
        }
    }

    /// The authority that keeps it, as it names itself.
    pub const fn source(self) -> &'static str {
        match self {
            Self::ResidenceRegistration => "市公安局流动人口平台（演示）",
            Self::SocialInsurance => "市社保经办机构（演示）",
            Self::LeaseFiling => "市住房租赁交易服务平台（演示）",
            Self::Property => "市不动产登记中心（演示）",
            Self::Lodging => "市住宿信息平台（演示）",
            Self::Household => "国家人口基础信息库（演示）",
            Self::SchoolRoll => "省学籍管理系统（演示）",
            Self::IdentityDocument => "居民身份证信息系统（演示）",
            Self::ResidencePermit => "省居住证管理系统（演示）",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_the_one_on_the_wire() {
        for catalog in Catalog::ALL {
            assert_eq!(serde_json::to_value(catalog).unwrap(), catalog.name());
        }
    }
}
