//! What the registers answer, item by item, and what it means to us.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rules::{
    Term,
    calendar::Month,
    permit::{Permit, PermitStatus},
    records::{Dwelling, Enrolment, Household, IdentityCard, Insurance, Lookup, Registration, Relative},
    residence::Period,
    service::{AddressKind, Relation},
    social_insurance::InsuredMonth,
};
use serde::Deserialize;

use super::Child;

#[derive(Deserialize)]
pub(super) struct RegistrationItem {
    registered_on: Date,
    ended_on: Option<Date>,
    in_chengdu: bool,
    void: bool,
    approved: bool,
    #[serde(default)]
    street_code: Option<String>,
    #[serde(default)]
    address: String,
    #[serde(default)]
    address_kind: Option<AddressKind>,
}

#[derive(Deserialize)]
pub(super) struct InsuranceItem {
    month: Month,
    backpaid: bool,
    in_chengdu: bool,
    scheme: String,
    #[serde(default)]
    employer: Option<String>,
    #[serde(default)]
    employer_code: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct LeaseItem {
    address: String,
    #[serde(default)]
    street_code: Option<String>,
    #[serde(default)]
    to: Option<Date>,
}

#[derive(Deserialize)]
pub(super) struct PropertyItem {
    address: String,
    #[serde(default)]
    street_code: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct LodgingItem {
    kind: AddressKind,
    address: String,
}

#[derive(Deserialize)]
pub(super) struct HouseholdItem {
    address: String,
    #[serde(default)]
    relatives: Vec<RelativeItem>,
}

#[derive(Deserialize)]
pub(super) struct RelativeItem {
    name: String,
    /// In the register's own word, for example 配偶.
    relation: String,
    in_chengdu_household: bool,
    /// Of children alone.
    #[serde(default)]
    id_number: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct SchoolItem {
    school: String,
    enrolled_on: Date,
    status: String,
}

#[derive(Deserialize)]
pub(super) struct PermitItem {
    issued_on: Date,
    counted_from: Date,
    endorsed: u32,
    status: String,
    address: String,
}

#[derive(Deserialize)]
pub(super) struct CardItem {
    valid_to: Option<Date>,
}

/// The identity card that the register shows.
pub(super) fn identity_card(items: Vec<CardItem>) -> Option<IdentityCard> {
    items.into_iter().next().map(|card| IdentityCard { valid_to: card.valid_to })
}

/// The children of a household's member.
pub(super) fn children(items: Vec<HouseholdItem>) -> Vec<Child> {
    items.into_iter().flat_map(|item| item.relatives).filter_map(child).collect()
}

fn child(known: RelativeItem) -> Option<Child> {
    let identity_number = known.id_number.filter(|_| known.relation == Relation::Child.zh())?;
    Some(Child { name: known.name, identity_number })
}

pub(super) fn map<A, B>(lookup: Lookup<A>, read: impl FnOnce(A) -> B) -> Lookup<B> {
    match lookup {
        Lookup::Found { as_of, source, value } => Lookup::Found { as_of, source, value: read(value) },
        Lookup::Unavailable => Lookup::Unavailable,
    }
}

pub(super) fn registration(item: RegistrationItem) -> Registration {
    Registration {
        period: Period {
            registered_on: item.registered_on,
            ended_on: item.ended_on,
            in_chengdu: item.in_chengdu,
            void: item.void,
            approved: item.approved,
        },
        street_code: item.street_code,
        address: item.address,
        address_kind: item.address_kind,
    }
}

pub(super) fn insurance(items: Vec<InsuranceItem>) -> Insurance {
    // Who pays now: the employer of the newest month.
    let newest = items.iter().max_by_key(|item| item.month);
    Insurance {
        employer: newest.and_then(|item| item.employer.clone()),
        employer_code: newest.and_then(|item| item.employer_code.clone()),
        months: items
            .iter()
            .map(|item| InsuredMonth {
                month: item.month,
                backpaid: item.backpaid,
                in_chengdu: item.in_chengdu,
                employee_scheme: item.scheme == "employee",
            })
            .collect(),
    }
}

pub(super) fn lease(item: LeaseItem) -> Dwelling {
    Dwelling { kind: AddressKind::FiledLease, street_code: item.street_code, address: item.address, valid_to: item.to }
}

pub(super) fn property(item: PropertyItem) -> Dwelling {
    Dwelling { kind: AddressKind::Owned, street_code: item.street_code, address: item.address, valid_to: None }
}

pub(super) fn lodging(item: LodgingItem) -> Dwelling {
    Dwelling { kind: item.kind, street_code: None, address: item.address, valid_to: None }
}

pub(super) fn household(item: HouseholdItem) -> Household {
    // A relation that has no word in the law, such as 其他亲属, is none that a rule could use.
    let relative = |known: RelativeItem| {
        let relation = *Relation::ALL.iter().find(|relation| relation.zh() == known.relation)?;
        Some(Relative { name: known.name, relation, in_chengdu: known.in_chengdu_household })
    };
    Household { address: item.address, relatives: item.relatives.into_iter().filter_map(relative).collect() }
}

/// The school attended now, or else the last one.
pub(super) fn enrolment(items: Vec<SchoolItem>) -> Option<Enrolment> {
    let enrolled = items.into_iter().map(|item| Enrolment {
        school: item.school,
        enrolled_on: item.enrolled_on,
        attending: item.status == "在读",
    });
    enrolled.max_by_key(|enrolment| (enrolment.attending, enrolment.enrolled_on))
}

/// The newest permit. A status that we have no word for would be guessed at: as good as no answer.
pub(super) fn permit(lookup: Lookup<Vec<PermitItem>>) -> Lookup<Option<Permit>> {
    let Lookup::Found { as_of, source, value } = lookup else { return Lookup::Unavailable };
    let Some(item) = value.into_iter().max_by_key(|item| item.issued_on) else {
        return Lookup::Found { as_of, source, value: None };
    };
    let Some(status) = PermitStatus::ALL.iter().copied().find(|status| status.zh() == item.status) else {
        tracing::warn!(catalog = "residence_permit", "a status without a word");
        return Lookup::Unavailable;
    };
    let permit = Permit {
        issued_on: item.issued_on,
        anchor: item.counted_from,
        endorsed: item.endorsed,
        status,
        address: item.address,
    };
    Lookup::Found { as_of, source, value: Some(permit) }
}

/// Three registers know of dwellings. Those that answer count; where none of them shows a dwelling and one is silent,
/// nobody knows.
pub(super) fn dwellings(registers: [Lookup<Vec<Dwelling>>; 3]) -> Lookup<Vec<Dwelling>> {
    let silent = registers.iter().any(|register| matches!(register, Lookup::Unavailable));
    let mut all = Vec::new();
    let mut oldest: Option<Date> = None;
    let mut sources = BTreeSet::new();
    for register in registers {
        if let Lookup::Found { as_of, source, value } = register {
            oldest = Some(oldest.map_or(as_of, |date| date.min(as_of)));
            // Where something was found, only its keepers are named.
            if !value.is_empty() || !silent {
                sources.insert(source);
            }
            all.extend(value);
        }
    }
    match oldest {
        Some(as_of) if !silent || !all.is_empty() => {
            Lookup::Found { as_of, source: sources.into_iter().collect::<Vec<_>>().join("、"), value: all }
        }
        _ => Lookup::Unavailable,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn found(source: &str, kinds: &[AddressKind]) -> Lookup<Vec<Dwelling>> {
        let dwelling = |kind: &AddressKind| Dwelling {
            kind: *kind,
            street_code: None,
            address: "示例路1号".into(),
            valid_to: None,
        };
        let value = kinds.iter().map(dwelling).collect();
        Lookup::Found { as_of: date(2026, 7, 10), source: source.into(), value }
    }

    #[test]
    fn a_silent_register_hides_dwellings_only_where_no_other_shows_one() {
        let lease = || found("备案", &[AddressKind::FiledLease]);
        assert_eq!(dwellings([Lookup::Unavailable, found("产权", &[]), found("住宿", &[])]), Lookup::Unavailable);
        assert_eq!(dwellings([lease(), Lookup::Unavailable, found("住宿", &[])]), lease());
        let all = dwellings([lease(), found("产权", &[]), found("住宿", &[])]);
        assert!(matches!(all, Lookup::Found { ref source, .. } if source == "产权、住宿、备案"));
    }

    #[test]
    fn relatives_are_known_by_the_word_of_the_register_and_strange_words_are_left_out() {
        let relative = |relation: &str| RelativeItem {
            name: "示例二".into(),
            relation: relation.into(),
            in_chengdu_household: true,
            id_number: Some("519999201606010014".into()),
        };
        assert_eq!(child(relative("配偶")), None);
        assert_eq!(child(relative("子女")).map(|child| child.name), Some("示例二".into()));
        let item =
            HouseholdItem { address: "示例路1号".into(), relatives: vec![relative("配偶"), relative("同乡")] };
        let read = household(item);
        assert_eq!(read.relatives.iter().map(|known| known.relation).collect::<Vec<_>>(), [Relation::Spouse]);
    }

    #[test]
    fn the_newest_permit_counts_and_a_strange_status_is_no_answer() {
        let item = |year, status: &str| PermitItem {
            issued_on: date(year, 1, 1),
            counted_from: date(year, 1, 1),
            endorsed: 0,
            status: status.into(),
            address: "示例路1号".into(),
        };
        let asked = |value| permit(Lookup::Found { as_of: date(2026, 7, 10), source: "示例平台".into(), value });
        let read = asked(vec![item(2021, "终止"), item(2025, "正常")]);
        let newest = read.value().and_then(Option::as_ref).map(|permit| (permit.issued_on, permit.status));
        assert_eq!(newest, Some((date(2025, 1, 1), PermitStatus::InForce)));
        assert_eq!(asked(vec![item(2025, "冻结")]), Lookup::Unavailable);
        assert_eq!(asked(Vec::new()).value(), Some(&None));
    }

    #[test]
    fn the_employer_is_the_one_who_pays_now() {
        let month = |month: &str, employer: &str| InsuranceItem {
            month: month.parse().unwrap(),
            backpaid: false,
            in_chengdu: true,
            scheme: "employee".into(),
            employer: Some(employer.into()),
            employer_code: None,
        };
        let read = insurance(vec![month("2026-03", "新公司"), month("2026-02", "旧公司")]);
        assert_eq!(read.employer.as_deref(), Some("新公司"));
        assert_eq!(read.months.len(), 2);
    }
}
