//! Submitting once, however often it is sent: the answer is kept under the sender's key.

use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use wire::{ErrorCode, application::Application};

use crate::{
    App,
    problem::Refusal,
    store::{
        Connection, StoreError,
        idempotency::{self, Done},
    },
};

/// What a sender calls a submission: 16 to 64 letters, digits and hyphens.
#[derive(Debug, Clone)]
pub struct Key(String);

impl std::str::FromStr for Key {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let is_one = (16..=64).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        if is_one { Ok(Self(text.to_owned())) } else { Err(ErrorCode::MissingHeader) }
    }
}

/// A submission under its key.
pub struct Attempt {
    person: Uuid,
    key: Key,
    request_sha256: String,
}

impl Attempt {
    /// A submission of `what`: an operation and its body.
    pub fn new(person: Uuid, key: Key, what: &impl Serialize) -> Result<Self, Refusal> {
        let bytes = serde_json::to_vec(what).map_err(|_| Refusal::Broken("a body that was read can't be written"))?;
        let request_sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { person, key, request_sha256 })
    }

    /// What was answered to it before, where it was done.
    ///
    /// # Errors
    /// [`ErrorCode::KeyReused`] where the key stands for another submission.
    pub async fn earlier(&self, db: &impl Connection) -> Result<Option<Application>, Refusal> {
        let Some(done) = idempotency::find(db, self.person, &self.key.0).await? else { return Ok(None) };
        if done.request_sha256 != self.request_sha256 {
            return Err(ErrorCode::KeyReused.into());
        }
        let answer =
            serde_json::from_value(done.response).map_err(|_| StoreError::Unreadable("idempotency.response"))?;
        Ok(Some(answer))
    }

    /// Keeps the answer, in the transaction of what it answers.
    pub async fn keep(&self, app: &App, db: &impl Connection, answer: &Application) -> Result<(), Refusal> {
        let response = serde_json::to_value(answer).map_err(|_| Refusal::Broken("an answer can't be written"))?;
        let done = Done { request_sha256: self.request_sha256.clone(), response };
        Ok(idempotency::create(db, self.person, &self.key.0, done, app.clock().now()).await?)
    }
}
