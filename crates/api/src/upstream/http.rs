//! What all clients share: a base address, a bearer token, time limits, and errors without addresses in them.

use std::{error::Error as _, sync::Arc, time::Duration};

use reqwest::{Client, Method, RequestBuilder, Response, redirect::Policy};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::UpstreamError;

/// One system, as it is called.
#[derive(Debug, Clone)]
pub struct Outside {
    system: &'static str,
    client: Client,
    base: Arc<str>,
    token: Arc<SecretString>,
}

impl Outside {
    /// A client for the system at `base`, which waits `timeout` for each answer.
    ///
    /// # Errors
    /// [`UpstreamError::Unusable`].
    pub fn new(
        system: &'static str,
        base: &Url,
        token: &SecretString,
        timeout: Duration,
    ) -> Result<Self, UpstreamError> {
        let client = client(timeout).map_err(|error| UpstreamError::Unusable { system, reason: cause(&error) })?;
        let base = base.as_str().trim_end_matches('/').into();
        Ok(Self { system, client, base, token: Arc::new(token.clone()) })
    }

    /// A request to `path`, which begins with a slash and holds nothing that needs escaping.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base)).bearer_auth(self.token.expose_secret())
    }

    /// Sends, and takes any 2xx for an answer.
    pub async fn send(&self, request: RequestBuilder) -> Result<Response, UpstreamError> {
        let response = request.send().await.map_err(|error| self.unreachable(&error))?;
        let status = response.status();
        if status.is_success() {
            Ok(response)
        } else {
            Err(UpstreamError::Refused { system: self.system, status: status.as_u16() })
        }
    }

    /// Reads an answer.
    pub async fn read<T: serde::de::DeserializeOwned>(&self, response: Response) -> Result<T, UpstreamError> {
        let bytes = response.bytes().await.map_err(|error| self.unreachable(&error))?;
        serde_json::from_slice(&bytes).map_err(|_| UpstreamError::Malformed { system: self.system })
    }

    fn unreachable(&self, error: &reqwest::Error) -> UpstreamError {
        UpstreamError::Unreachable { system: self.system, reason: cause(error) }
    }
}

/// An HTTP client that follows no redirects: where we send personal data is configured, not answered.
pub fn client(timeout: Duration) -> Result<Client, reqwest::Error> {
    Client::builder().timeout(timeout).redirect(Policy::none()).build()
}

/// The innermost reason, which holds no address.
pub fn cause(error: &reqwest::Error) -> String {
    let mut inner = error.source();
    while let Some(deeper) = inner.and_then(std::error::Error::source) {
        inner = Some(deeper);
    }
    match inner {
        _ if error.is_timeout() => "timed out".to_owned(),
        Some(inner) => inner.to_string(),
        None => "request failed".to_owned(),
    }
}
