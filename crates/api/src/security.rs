//! What keeps other sites out: headers on every answer, and a look at where a request that changes something comes from.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use wire::{
    ErrorCode,
    endpoint::{REQUESTED_BY, REQUESTED_BY_APP},
};

use crate::App;

/// Nothing but our own files, no inline script, no frame. Pictures may come from `blob:`, since the app shows what it has
/// just taken; wasm needs its own word.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const EVERYWHERE: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Two years, as browsers' preload lists ask.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=63072000; includeSubDomains";

/// Adds the headers. What the API answers is kept by nobody, unless its endpoint says otherwise.
pub async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in EVERYWHERE {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if app.config().public_url.scheme() == "https" {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(STRICT_TRANSPORT_SECURITY));
    }
    if is_api && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Whether a request that changes something comes from our own pages: it carries a header that no form of another site
/// can, and browsers that say where it comes from say that it is here.
///
/// # Errors
/// [`ErrorCode::CrossSite`].
pub fn from_our_pages(headers: &HeaderMap, origin: &str) -> Result<(), ErrorCode> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let is_marked = text(REQUESTED_BY) == Some(REQUESTED_BY_APP);
    let is_from_here = text("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let has_our_origin = text("origin").is_none_or(|from| from == origin);
    if is_marked && is_from_here && has_our_origin { Ok(()) } else { Err(ErrorCode::CrossSite) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "https://juzhuzheng.example";

    fn check(list: &[(&'static str, &'static str)]) -> bool {
        let headers = list.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        from_our_pages(&headers.collect(), HERE).is_ok()
    }

    #[test]
    fn a_request_of_our_pages_is_let_through() {
        assert!(check(&[("x-requested-by", "rongju")]));
        assert!(check(&[("x-requested-by", "rongju"), ("sec-fetch-site", "same-origin"), ("origin", HERE)]));
    }

    #[test]
    fn a_request_of_another_site_or_without_our_mark_is_not() {
        assert!(!check(&[]));
        assert!(!check(&[("x-requested-by", "another")]));
        for site in ["cross-site", "same-site", "none"] {
            let marked = HeaderValue::from_static("rongju");
            let mut headers = HeaderMap::new();
            headers.insert("x-requested-by", marked);
            headers.insert("sec-fetch-site", HeaderValue::from_static(site));
            assert!(from_our_pages(&headers, HERE).is_err(), "{site}");
        }
        assert!(!check(&[("x-requested-by", "rongju"), ("origin", "https://another.example")]));
        assert!(!check(&[("x-requested-by", "rongju"), ("origin", "null")]));
    }
}
