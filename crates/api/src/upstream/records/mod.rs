//! The record exchange (政务数据共享): one question to one register at a time, all of them at once.
//!
//! A register that does not answer in time, or answers something else than agreed, is as good as silent: the applicant
//! goes on by hand and a person checks.

mod items;

use jiff::civil::Date;
use reqwest::Method;
use rules::{
    field::Catalog,
    records::{Lookup, Person, Records},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wire::{employer::Employer, record_check::RecordCheckAnswer};

use self::items::{
    CardItem, HouseholdItem, InsuranceItem, LeaseItem, LodgingItem, PermitItem, PropertyItem, RegistrationItem,
    SchoolItem, children, dwellings, enrolment, household, identity_card, insurance, lease, lodging, map, permit,
    property, registration,
};
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

    /// The name of the employer with that unified social credit code; nothing where nobody has it.
    async fn employer(&self, code: &str) -> Result<Option<String>, UpstreamError>;

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
            identity: map(identity, identity_card),
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
        map(households, children)
    }

    async fn ask_check(&self, id: &str, person: &Person, catalog: Catalog, words: &str) -> Result<(), UpstreamError> {
        let subject = Subject { id_number: person.identity_number.as_str(), name: &person.name };
        let body = CheckRequest { catalog: register(catalog), subject, words };
        let request = self.0.request(Method::PUT, &format!("/checks/{id}")).json(&body);
        self.0.send(request).await.map(drop)
    }

    async fn employer(&self, code: &str) -> Result<Option<String>, UpstreamError> {
        match self.0.send(self.0.request(Method::GET, &format!("/employers/{code}"))).await {
            Ok(answer) => self.0.read(answer).await.map(|Employer { name }| Some(name)),
            Err(UpstreamError::Refused { status: NOTHING, .. }) => Ok(None),
            Err(error) => Err(error),
        }
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
