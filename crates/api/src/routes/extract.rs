//! Reading requests, each failure as a problem.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts},
};
use serde::de::DeserializeOwned;
use wire::{ErrorCode, endpoint::IDEMPOTENCY_KEY};

use crate::{cases::Key, problem::Refusal};

/// A JSON body. What is wrong with it is not repeated: it may be personal.
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_of_type(request.headers(), "application/json") {
            return Err(ErrorCode::UnsupportedMediaType.into());
        }
        let bytes = Bytes::from_request(request, state).await?;
        Ok(Self(serde_json::from_slice(&bytes).map_err(|_| ErrorCode::MalformedBody)?))
    }
}

/// Whether the body is of that media type, whatever its parameters.
pub fn is_of_type(headers: &HeaderMap, media_type: &str) -> bool {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    given.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(media_type)
}

/// What stands behind the question mark.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        let read = axum::extract::Query::<T>::try_from_uri(&parts.uri);
        Ok(Self(read.map_err(|_| ErrorCode::MalformedBody)?.0))
    }
}

/// The placeholder of an address. One that can't be read names nothing that is there.
pub struct Named<T>(pub T);

impl<S: Send + Sync, T: std::str::FromStr> FromRequestParts<S> for Named<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let text = Path::<String>::from_request_parts(parts, state).await.map_err(|_| ErrorCode::NotFound)?;
        Ok(Self(text.parse().map_err(|_| ErrorCode::NotFound)?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        let value = text(&parts.headers, &HeaderName::from_static(IDEMPOTENCY_KEY)).unwrap_or_default();
        Ok(value.parse::<Self>()?)
    }
}

/// A header as text.
pub fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The ETag of a version.
pub fn etag(version: impl std::fmt::Display) -> HeaderValue {
    // Digits and quotes are a header value.
    HeaderValue::from_str(&format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether the sender already has what `etag` stands for (If-None-Match).
pub fn has_already(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let Some(known) = text(headers, &header::IF_NONE_MATCH) else { return false };
    known.split(',').map(|tag| tag.trim().trim_start_matches("W/")).any(|tag| tag == "*" || tag.as_bytes() == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_etag_is_recognised_in_a_list_and_when_a_proxy_weakened_it() {
        let mut headers = HeaderMap::new();
        for (given, known) in
            [("\"7\"", true), ("W/\"7\"", true), ("\"6\", \"7\"", true), ("\"8\"", false), ("7", false)]
        {
            headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static(given));
            assert_eq!(has_already(&headers, &etag(7)), known, "{given}");
        }
    }
}
