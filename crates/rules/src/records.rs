//! What the government already knows of a person: the facts that eligibility is judged on and the form prefilled from.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    field::Catalog,
    identity_number::IdentityNumber,
    permit::Permit,
    phone::Phone,
    residence::Period,
    service::{AddressKind, AgentReason, Relation},
    social_insurance::InsuredMonth,
};

/// Who applies, as the identity provider vouches for them, or for a child as the household register does. Never typed,
/// never changed by the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Name as on the identity card.
    pub name: String,
    /// Citizen's identity number; its `Debug` form is masked.
    pub identity_number: IdentityNumber,
    /// The mobile number of the account, where the provider gives one.
    pub phone: Option<Phone>,
    /// Who signed in to act for this person, where it isn't the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Agent>,
}

/// Whoever signed in to act for somebody else: a parent whom the household register shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agent {
    /// Name as on the identity card.
    pub name: String,
    /// Citizen's identity number.
    pub identity_number: IdentityNumber,
    /// The mobile number of the account, where the provider gives one.
    pub phone: Option<Phone>,
    /// What the agent is to the person.
    pub relation: Relation,
    /// Why somebody acts for the person.
    pub reason: AgentReason,
}

/// The answer of one record service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Lookup<T> {
    /// Asked and answered; `value` may be an empty list.
    Found {
        /// The date the record speaks for.
        as_of: Date,
        /// The authority that keeps it, as it names itself.
        source: String,
        /// What it says.
        value: T,
    },
    /// The service did not answer. The applicant fills in by hand and a person checks: it never blocks.
    #[default]
    Unavailable,
}

impl<T> Lookup<T> {
    /// What the record says, where the service answered.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Found { value, .. } => Some(value),
            Self::Unavailable => None,
        }
    }
}

/// One registration of residence (居住登记) with the address it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registration {
    /// The time it covers and whether it counts.
    #[serde(flatten)]
    pub period: Period,
    /// Nine-digit street code, where in Chengdu.
    pub street_code: Option<String>,
    /// The rest of the address.
    pub address: String,
    /// The kind of dwelling that was declared.
    pub address_kind: Option<AddressKind>,
}

/// The social insurance account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Insurance {
    /// The months paid.
    pub months: Vec<InsuredMonth>,
    /// The employer who pays, where one does.
    pub employer: Option<String>,
    /// That employer's unified social credit code.
    pub employer_code: Option<String>,
}

/// A dwelling that a housing record shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dwelling {
    /// What kind of record it is: owned, filed lease or dormitory.
    pub kind: AddressKind,
    /// Nine-digit street code.
    pub street_code: Option<String>,
    /// The address in the record.
    pub address: String,
    /// The last day it is good for, where it has one.
    pub valid_to: Option<Date>,
}

/// The permanent household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Household {
    /// Its address, outside Chengdu for everybody this service is for.
    pub address: String,
    /// Who is related to the person, as the register knows.
    #[serde(default)]
    pub relatives: Vec<Relative>,
}

impl Household {
    /// Whether the household is one of Chengdu's, whose members need no permit there. By the address, since the first
    /// digits of an identity number only tell where it was first assigned (domain facts §0.9).
    pub fn is_in_chengdu(&self) -> bool {
        let address: String = self.address.chars().filter(|char| !char.is_whitespace()).collect();
        address.strip_prefix("四川省").unwrap_or(&address).starts_with("成都市")
    }
}

/// A relative that the household register knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Relative {
    /// The name.
    pub name: String,
    /// What the relative is to the person.
    pub relation: Relation,
    /// Whether the relative's household is in Chengdu.
    pub in_chengdu: bool,
}

/// Enrolment in a school (学籍).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// The school's name.
    pub school: String,
    /// Since when.
    pub enrolled_on: Date,
    /// Whether the student attends it now (在读).
    pub attending: bool,
}

/// The identity card behind the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IdentityCard {
    /// Its last day; `None` where it is good for life (长期).
    pub valid_to: Option<Date>,
}

/// Everything asked for with the applicant's one consent (一键调取).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Records {
    /// The identity card; `None` inside where the register has none.
    pub identity: Lookup<Option<IdentityCard>>,
    /// Registrations of residence, in any order.
    pub registrations: Lookup<Vec<Registration>>,
    /// Social insurance.
    pub insurance: Lookup<Insurance>,
    /// Dwellings.
    pub dwellings: Lookup<Vec<Dwelling>>,
    /// The permanent household; `None` inside where the register has none.
    pub household: Lookup<Option<Household>>,
    /// The school; `None` inside where the register has none.
    #[serde(default)]
    pub schooling: Lookup<Option<Enrolment>>,
    /// The residence permit; `None` inside where the person has none.
    #[serde(default)]
    pub permit: Lookup<Option<Permit>>,
}

impl Records {
    /// As if no service had answered: what a form starts with before the applicant agrees to the look-up.
    pub const fn unavailable() -> Self {
        Self {
            identity: Lookup::Unavailable,
            registrations: Lookup::Unavailable,
            insurance: Lookup::Unavailable,
            dwellings: Lookup::Unavailable,
            household: Lookup::Unavailable,
            schooling: Lookup::Unavailable,
            permit: Lookup::Unavailable,
        }
    }

    /// The relatives that the household register knows.
    pub fn relatives(&self) -> impl Iterator<Item = &Relative> {
        self.household.value().and_then(Option::as_ref).into_iter().flat_map(|household| &household.relatives)
    }

    /// The authority and the date of a record, where its service answered.
    pub fn origin(&self, catalog: Catalog) -> Option<(&str, Date)> {
        fn of<T>(lookup: &Lookup<T>) -> Option<(&str, Date)> {
            match lookup {
                Lookup::Found { source, as_of, .. } => Some((source, *as_of)),
                Lookup::Unavailable => None,
            }
        }
        match catalog {
            Catalog::Identity => of(&self.identity),
            Catalog::Registration => of(&self.registrations),
            Catalog::SocialInsurance => of(&self.insurance),
            Catalog::Dwelling => of(&self.dwellings),
            Catalog::Household => of(&self.household),
            Catalog::Schooling => of(&self.schooling),
            Catalog::Permit => of(&self.permit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_in_chengdu_by_its_address_however_it_is_spaced() {
        let household = |address: &str| Household { address: address.into(), relatives: Vec::new() };
        for address in ["四川省成都市武侯区示例路1号", "成都市武侯区示例路1号", "四川省 成都市 武侯区示例路1号"]
        {
            assert!(household(address).is_in_chengdu(), "{address}");
        }
        for address in ["四川省绵阳市涪城区成都市路1号", "重庆市渝中区示例路1号", ""] {
            assert!(!household(address).is_in_chengdu(), "{address}");
        }
    }
}
