//! The record exchange (政务数据共享): one question to one register at a time, all of them at once.
//!
//! A register that does not answer in time, or answers something else than agreed, is as good as silent: the applicant
//! goes on by hand and a person checks.

use std::collections::BTreeSet;

use jiff::civil::Date;
use reqwest::Method;
use rules::{
    Term,
    calendar::Month,
    field::Catalog,
    permit::{Permit, PermitStatus},
    records::{
        Dwelling, Enrolment, Household, IdentityCard, Insurance, Lookup, Person, Records, Registration, Relative,
    },
    residence::Period,
    service::{AddressKind, Relation},
    social_insurance::InsuredMonth,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wire::record_check::RecordCheckAnswer;

use super::{Outside, UpstreamError};

/// Looking a person up in the government's records.
#[async_trait::async_trait]
pub trait RecordExchange: Send + Sync {
    /// Everything that the service needs of a person, by the consent with the number `authorization`.
    async fn look_up(&self, person: &Person, authorization: &str) -> Records;

    /// The children whom the register of households shows of a person, with their numbers, by the consent with the number
    /// `authorization`.
    async fn children(&self, person: &Person, authorization: &str) -> Lookup<Vec<Child>>;

    /// Asks the keeper of a record to check it (校核), under a number of ours by which a repetition is told.
    async fn ask_check(&self, id: &str, person: &Person, catalog: Catalog, words: &str) -> Result<(), UpstreamError>;

    /// What the keeper says to the request with that number; nothing while there is no answer.
    async fn check_answer(&self, id: &str) -> Result<Option<RecordCheckAnswer>, UpstreamError>;
}

/// A child in the register of households.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// The name.
    pub name: String,
    /// The number as the register writes it.
    pub identity_number: String,
}

/// [`RecordExchange`] over HTTP.
pub struct HttpRecordExchange(pub Outside);

const SYSTEM: &str = "record exchange";

/// What the look-up is for, as it is shown to the keepers of the registers.
const PURPOSE: &str = "居住证申领";

#[derive(Serialize)]
struct Question<'a> {
    catalog: &'a str,
    subject: Subject<'a>,
    purpose: &'a str,
    authorization: &'a str,
}

#[derive(Serialize)]
struct Subject<'a> {
    id_number: &'a str,
    name: &'a str,
}

#[derive(Deserialize)]
struct Reply<T> {
    code: u16,
    #[serde(default)]
    as_of: Option<Date>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default = "Vec::new")]
    items: Vec<T>,
}

/// The exchange's own codes for an answer and for "asked, and there is nothing".
const DONE: u16 = 0;
const NOTHING: u16 = 404;

#[derive(Deserialize)]
struct RegistrationItem {
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
struct InsuranceItem {
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
struct LeaseItem {
    address: String,
    #[serde(default)]
    street_code: Option<String>,
    #[serde(default)]
    to: Option<Date>,
}

#[derive(Deserialize)]
struct PropertyItem {
    address: String,
    #[serde(default)]
    street_code: Option<String>,
}

#[derive(Deserialize)]
struct LodgingItem {
    kind: AddressKind,
    address: String,
}

#[derive(Deserialize)]
struct HouseholdItem {
    address: String,
    #[serde(default)]
    relatives: Vec<RelativeItem>,
}

#[derive(Deserialize)]
struct RelativeItem {
    name: String,
    /// In the register's own word, for example 配偶.
    relation: String,
    in_chengdu_household: bool,
    /// Of children alone.
    #[serde(default)]
    id_number: Option<String>,
}

#[derive(Deserialize)]
struct SchoolItem {
    school: String,
    enrolled_on: Date,
    status: String,
}

#[derive(Deserialize)]
struct PermitItem {
    issued_on: Date,
    counted_from: Date,
    endorsed: u32,
    status: String,
    address: String,
}

#[derive(Deserialize)]
struct CardItem {
    valid_to: Option<Date>,
}

impl HttpRecordExchange {
    async fn ask<T: DeserializeOwned>(
        &self,
        catalog: &'static str,
        person: &Person,
        authorization: &str,
    ) -> Lookup<Vec<T>> {
        match self.question(catalog, person, authorization).await {
            Ok(found) => found,
            Err(error) => {
                tracing::warn!(catalog, %error, "record not available");
                Lookup::Unavailable
            }
        }
    }

    async fn question<T: DeserializeOwned>(
        &self,
        catalog: &'static str,
        person: &Person,
        authorization: &str,
    ) -> Result<Lookup<Vec<T>>, UpstreamError> {
        let subject = Subject { id_number: person.identity_number.as_str(), name: &person.name };
        let question = Question { catalog, subject, purpose: PURPOSE, authorization };
        let request = self.0.request(Method::POST, "/query").json(&question);
        let reply: Reply<T> = self.0.read(self.0.send(request).await?).await?;
        if reply.code != DONE && reply.code != NOTHING {
            return Err(UpstreamError::Refused { system: SYSTEM, status: reply.code });
        }
        // Without a date and a keeper nobody could say what the record speaks for.
        match (reply.as_of, reply.source) {
            (Some(as_of), Some(source)) => Ok(Lookup::Found { as_of, source, value: reply.items }),
            _ => Err(UpstreamError::Malformed { system: SYSTEM }),
        }
    }
}

#[async_trait::async_trait]
impl RecordExchange for HttpRecordExchange {
    async fn look_up(&self, person: &Person, authorization: &str) -> Records {
        let (identity, registrations, months, leases, properties, lodgings, households, schools, permits) = tokio::join!(
            self.ask::<CardItem>("identity_document", person, authorization),
            self.ask::<RegistrationItem>("residence_registration", person, authorization),
            self.ask::<InsuranceItem>("social_insurance", person, authorization),
            self.ask::<LeaseItem>("lease_filing", person, authorization),
            self.ask::<PropertyItem>("property", person, authorization),
            self.ask::<LodgingItem>("lodging", person, authorization),
            self.ask::<HouseholdItem>("household", person, authorization),
            self.ask::<SchoolItem>("school_roll", person, authorization),
            self.ask::<PermitItem>("residence_permit", person, authorization),
        );
        Records {
            identity: map(identity, |cards| {
                cards.into_iter().next().map(|card| IdentityCard { valid_to: card.valid_to })
            }),
            registrations: map(registrations, |items| items.into_iter().map(registration).collect()),
            insurance: map(months, insurance),
            dwellings: dwellings([
                map(leases, |items| items.into_iter().map(lease).collect()),
                map(properties, |items| items.into_iter().map(property).collect()),
                map(lodgings, |items| items.into_iter().map(lodging).collect()),
            ]),
            household: map(households, |items| items.into_iter().next().map(household)),
            schooling: map(schools, enrolment),
            permit: permit(permits),
        }
    }

    async fn children(&self, person: &Person, authorization: &str) -> Lookup<Vec<Child>> {
        let households = self.ask::<HouseholdItem>("household", person, authorization).await;
        map(households, |items| items.into_iter().flat_map(|item| item.relatives).filter_map(child).collect())
    }

    async fn ask_check(&self, id: &str, person: &Person, catalog: Catalog, words: &str) -> Result<(), UpstreamError> {
        let subject = Subject { id_number: person.identity_number.as_str(), name: &person.name };
        let body = CheckRequest { catalog: register(catalog), subject, words };
        let request = self.0.request(Method::PUT, &format!("/checks/{id}")).json(&body);
        self.0.send(request).await.map(drop)
    }

    async fn check_answer(&self, id: &str) -> Result<Option<RecordCheckAnswer>, UpstreamError> {
        let request = self.0.request(Method::GET, &format!("/checks/{id}"));
        let state: CheckState = self.0.read(self.0.send(request).await?).await?;
        Ok(state.answer.map(|CheckAnswer { corrected, words, on }| RecordCheckAnswer { corrected, words, on }))
    }
}

#[derive(Serialize)]
struct CheckRequest<'a> {
    catalog: &'a str,
    subject: Subject<'a>,
    words: &'a str,
}

#[derive(Deserialize)]
struct CheckState {
    answer: Option<CheckAnswer>,
}

#[derive(Deserialize)]
struct CheckAnswer {
    corrected: bool,
    words: String,
    on: Date,
}

/// The register to which a request about a record goes. Of the three that know of dwellings, the one of leases: who rents is
/// who applies here, and it knows the others' keepers.
const fn register(catalog: Catalog) -> &'static str {
    match catalog {
        Catalog::Identity => "identity_document",
        Catalog::Registration => "residence_registration",
        Catalog::SocialInsurance => "social_insurance",
        Catalog::Dwelling => "lease_filing",
        Catalog::Household => "household",
        Catalog::Schooling => "school_roll",
        Catalog::Permit => "residence_permit",
    }
}

fn child(known: RelativeItem) -> Option<Child> {
    let identity_number = known.id_number.filter(|_| known.relation == Relation::Child.zh())?;
    Some(Child { name: known.name, identity_number })
}

fn map<A, B>(lookup: Lookup<A>, read: impl FnOnce(A) -> B) -> Lookup<B> {
    match lookup {
        Lookup::Found { as_of, source, value } => Lookup::Found { as_of, source, value: read(value) },
        Lookup::Unavailable => Lookup::Unavailable,
    }
}

fn registration(item: RegistrationItem) -> Registration {
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

fn insurance(items: Vec<InsuranceItem>) -> Insurance {
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

fn lease(item: LeaseItem) -> Dwelling {
    Dwelling { kind: AddressKind::FiledLease, street_code: item.street_code, address: item.address, valid_to: item.to }
}

fn property(item: PropertyItem) -> Dwelling {
    Dwelling { kind: AddressKind::Owned, street_code: item.street_code, address: item.address, valid_to: None }
}

fn lodging(item: LodgingItem) -> Dwelling {
    Dwelling { kind: item.kind, street_code: None, address: item.address, valid_to: None }
}

fn household(item: HouseholdItem) -> Household {
    // A relation that has no word in the law, such as 其他亲属, is none that a rule could use.
    let relative = |known: RelativeItem| {
        let relation = *Relation::ALL.iter().find(|relation| relation.zh() == known.relation)?;
        Some(Relative { name: known.name, relation, in_chengdu: known.in_chengdu_household })
    };
    Household { address: item.address, relatives: item.relatives.into_iter().filter_map(relative).collect() }
}

/// The school attended now, or else the last one.
fn enrolment(items: Vec<SchoolItem>) -> Option<Enrolment> {
    let enrolled = items.into_iter().map(|item| Enrolment {
        school: item.school,
        enrolled_on: item.enrolled_on,
        attending: item.status == "在读",
    });
    enrolled.max_by_key(|enrolment| (enrolment.attending, enrolment.enrolled_on))
}

/// The newest permit. A status that we have no word for would be guessed at: as good as no answer.
fn permit(lookup: Lookup<Vec<PermitItem>>) -> Lookup<Option<Permit>> {
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
fn dwellings(registers: [Lookup<Vec<Dwelling>>; 3]) -> Lookup<Vec<Dwelling>> {
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
