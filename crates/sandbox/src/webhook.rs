//! Telling Rongju what happened: signed by the Standard Webhooks rules, sent again under the same id until it is answered.

use jiff::{Timestamp, ToSpan};
use reqwest::{StatusCode, header};
use serde::{Deserialize, Serialize};
use standardwebhooks::{Webhook, WebhookError};
use std::{error::Error as _, time::Duration};
use uuid::Uuid;

use crate::clock::Clock;

/// An event that is on its way: it stays until Rongju has taken it or refused it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pending<Step> {
    /// The webhook's id, the same at every attempt, so that the receiver can tell a repetition.
    pub id: Uuid,
    /// What is signed and sent, byte for byte the same at every attempt.
    pub body: String,
    /// What becomes true here once it is taken.
    pub step: Step,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last attempt failed, in words for the page.
    pub trouble: Option<String>,
    /// When it is tried again by itself.
    pub next_try: Timestamp,
}

impl<Step> Pending<Step> {
    /// A first attempt, due now.
    pub fn new(id: Uuid, body: String, step: Step, now: Timestamp) -> Self {
        // The one who creates it delivers it; the repeater steps in where that never came to an answer.
        Self { id, body, step, attempts: 0, trouble: None, next_try: now.saturating_add(30.seconds()).unwrap_or(now) }
    }

    /// Notes a failed attempt and sets the next: 5 s, 10 s, 20 s … at most five minutes.
    pub fn failed(&mut self, trouble: String, now: Timestamp) {
        self.attempts += 1;
        self.trouble = Some(trouble);
        let wait = 5_i64 << self.attempts.saturating_sub(1).min(6);
        self.next_try = now.saturating_add(wait.min(300).seconds()).unwrap_or(now);
    }
}

/// What Rongju says when it refuses: RFC 9457, of which the pages show title, detail and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// HTTP status.
    #[serde(default)]
    pub status: u16,
    /// Stable identifier.
    #[serde(default)]
    pub code: String,
    /// What is wrong, in a few words.
    #[serde(default)]
    pub title: String,
    /// What is wrong here.
    #[serde(default)]
    pub detail: Option<String>,
}

/// What came of one attempt.
#[derive(Debug)]
pub enum Answer {
    /// 2xx: Rongju has recorded it.
    Taken,
    /// 4xx: Rongju will not record it, now or later.
    Refused(Problem),
    /// No answer, or one that says to try again (5xx, 408, 425, 429).
    Unanswered(String),
}

impl Answer {
    /// One word for the log; what was answered may name people.
    const fn word(&self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Refused(_) => "refused",
            Self::Unanswered(_) => "unanswered",
        }
    }
}

/// Sends webhooks to one Rongju.
#[derive(Debug)]
pub struct Sender {
    client: reqwest::Client,
    signer: Signer,
    app_url: String,
    clock: Clock,
}

struct Signer(Webhook);

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(…)")
    }
}

/// A sender that cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum SenderError {
    /// The secret is not `whsec_` and base64.
    #[error("RONGJU_WEBHOOK_SECRET: {0}")]
    Secret(#[from] WebhookError),
    /// The HTTP client.
    #[error("HTTP client: {0}")]
    Client(#[from] reqwest::Error),
}

impl Sender {
    /// A sender to `app_url` that signs with `secret` (`whsec_…`).
    pub fn new(app_url: &str, secret: &str, clock: Clock) -> Result<Self, SenderError> {
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self { client, signer: Signer(Webhook::new(secret)?), app_url: app_url.to_owned(), clock })
    }

    /// One attempt to deliver `pending` to `{app}/api/webhooks/{kind}`.
    pub async fn send<Step>(&self, kind: &str, pending: &Pending<Step>) -> Answer {
        let timestamp = self.clock.now().as_second();
        let id = pending.id.to_string();
        let signature = match self.signer.0.sign(&id, timestamp, pending.body.as_bytes()) {
            Ok(signature) => signature,
            Err(error) => return Answer::Unanswered(error.to_string()),
        };
        let request = self
            .client
            .post(format!("{}/api/webhooks/{kind}", self.app_url))
            .header(header::CONTENT_TYPE, "application/json")
            .header(standardwebhooks::HEADER_WEBHOOK_ID, &id)
            .header(standardwebhooks::HEADER_WEBHOOK_TIMESTAMP, timestamp)
            .header(standardwebhooks::HEADER_WEBHOOK_SIGNATURE, signature)
            .body(pending.body.clone());
        let answer = match request.send().await {
            Ok(response) => judge(response).await,
            Err(error) => Answer::Unanswered(cause(&error)),
        };
        tracing::info!(kind, %id, outcome = answer.word(), "webhook");
        answer
    }
}

async fn judge(response: reqwest::Response) -> Answer {
    let status = response.status();
    if status.is_success() {
        return Answer::Taken;
    }
    let again = [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_EARLY, StatusCode::TOO_MANY_REQUESTS];
    if !status.is_client_error() || again.contains(&status) {
        return Answer::Unanswered(format!("对方回答 {status}"));
    }
    let body = response.bytes().await.unwrap_or_default();
    let mut problem = serde_json::from_slice(&body).unwrap_or(Problem {
        status: 0,
        code: String::new(),
        title: status.canonical_reason().unwrap_or("refused").to_owned(),
        detail: None,
    });
    problem.status = status.as_u16();
    Answer::Refused(problem)
}

/// The innermost reason, which says more than "error sending request".
fn cause(error: &reqwest::Error) -> String {
    let mut inner = error.source();
    while let Some(deeper) = inner.and_then(std::error::Error::source) {
        inner = Some(deeper);
    }
    inner.map_or_else(|| error.to_string(), ToString::to_string)
}
