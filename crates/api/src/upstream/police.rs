//! The police desk: takes cases and their pictures.

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::Method;
use serde::Serialize;

use super::{Outside, UpstreamError};

/// A case as the desk gets it. The same revision again changes nothing there.
#[derive(Debug, Clone, Serialize)]
pub struct CaseFile {
    /// Case number.
    pub number: String,
    /// Identifier of what is applied for.
    pub service: &'static str,
    /// Identifier of the station.
    pub station_id: String,
    /// Its name.
    pub station_name: String,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// Who applies.
    pub applicant: Applicant,
    /// The answers, in the order of the form.
    pub answers: Vec<Answer>,
    /// The verdict of the rules.
    pub verdict: Verdict,
    /// The documents.
    pub items: Vec<Document>,
    /// What can be asked to be corrected.
    pub correctable: Vec<Correctable>,
    /// How the permit travels.
    pub delivery: Option<&'static str>,
    /// Whether it ends with a card.
    pub new_card: bool,
    /// Counts up with every submission.
    pub revision: i32,
}

/// Who applies.
#[derive(Debug, Clone, Serialize)]
pub struct Applicant {
    /// Name.
    pub name: String,
    /// Identity number.
    pub identity_number: String,
    /// Mobile number.
    pub phone: Option<String>,
}

/// An answer in words.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// Identifier of the field.
    pub field: &'static str,
    /// Its name.
    pub label: &'static str,
    /// The answer.
    pub value: String,
    /// Its code, where it is chosen from a list: what the police's own registers keep.
    pub code: Option<String>,
    /// What was on record before, where the answer changes it.
    pub before: Option<String>,
}

/// What the rules say.
#[derive(Debug, Clone, Serialize)]
pub struct Verdict {
    /// `met`, `review` or `not_met`.
    pub outcome: rules::verdict::Outcome,
    /// The reasons.
    pub findings: Vec<Finding>,
}

/// A reason in words.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// The words.
    pub text: String,
}

/// A document with its pages.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// Identifier of the item.
    pub item: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Its pages.
    pub pictures: Vec<Page>,
}

/// A page, whose bytes follow.
#[derive(Debug, Clone, Serialize)]
pub struct Page {
    /// Our identifier.
    pub id: String,
    /// `image/jpeg` or `application/pdf`.
    pub media_type: &'static str,
    /// Size.
    pub bytes: i32,
}

/// Something that can be asked to be corrected.
#[derive(Debug, Clone, Serialize)]
pub struct Correctable {
    /// What the notice calls it.
    pub key: String,
    /// Its name.
    pub label: &'static str,
}

/// Handing cases to the police. Every call can be repeated without harm.
#[async_trait::async_trait]
pub trait PoliceDesk: Send + Sync {
    /// Hands over a case.
    async fn put_case(&self, file: &CaseFile) -> Result<(), UpstreamError>;
    /// Hands over the bytes of a page that the case names.
    async fn put_picture(&self, number: &str, page: &Page, bytes: Bytes) -> Result<(), UpstreamError>;
    /// Says that the applicant took the application back.
    async fn withdraw(&self, number: &str) -> Result<(), UpstreamError>;
}

/// [`PoliceDesk`] over HTTP.
pub struct HttpPoliceDesk(pub Outside);

#[async_trait::async_trait]
impl PoliceDesk for HttpPoliceDesk {
    async fn put_case(&self, file: &CaseFile) -> Result<(), UpstreamError> {
        let request = self.0.request(Method::PUT, &format!("/cases/{}", file.number)).json(file);
        self.0.send(request).await.map(drop)
    }

    async fn put_picture(&self, number: &str, page: &Page, bytes: Bytes) -> Result<(), UpstreamError> {
        let request = self
            .0
            .request(Method::PUT, &format!("/cases/{number}/pictures/{}", page.id))
            .header(http::header::CONTENT_TYPE, page.media_type)
            .body(bytes);
        self.0.send(request).await.map(drop)
    }

    async fn withdraw(&self, number: &str) -> Result<(), UpstreamError> {
        self.0.send(self.0.request(Method::POST, &format!("/cases/{number}/withdrawal"))).await.map(drop)
    }
}
