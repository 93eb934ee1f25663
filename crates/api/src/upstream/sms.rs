//! The SMS gateway.

use reqwest::Method;
use serde::Serialize;

use super::{Outside, UpstreamError};

/// Sending text messages.
#[async_trait::async_trait]
pub trait SmsGateway: Send + Sync {
    /// Sends `text`, made from `template`, to the mobile number `to`; the same `key` again sends nothing twice.
    async fn send(&self, key: &str, to: &str, template: &str, text: &str) -> Result<(), UpstreamError>;
}

/// [`SmsGateway`] over HTTP.
pub struct HttpSmsGateway(pub Outside);

#[derive(Serialize)]
struct Message<'a> {
    to: &'a str,
    template: &'a str,
    text: &'a str,
}

#[async_trait::async_trait]
impl SmsGateway for HttpSmsGateway {
    async fn send(&self, key: &str, to: &str, template: &str, text: &str) -> Result<(), UpstreamError> {
        let message = Message { to, template, text };
        let request = self.0.request(Method::POST, "/messages").header("idempotency-key", key).json(&message);
        self.0.send(request).await.map(drop)
    }
}
