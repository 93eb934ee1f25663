//! Who may do what, in one table. An endpoint that is not in it can't be reached.
//!
//! Beyond it, what belongs to a person is looked for together with that person (`store`), so that somebody else's is not
//! found: 404, not 403.

use axum::{
    extract::{FromRequestParts, MatchedPath, Request, State},
    http::{HeaderMap, Method, Uri, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_sessions::Session;
use url::form_urlencoded;
use uuid::Uuid;
use wire::{ErrorCode, endpoint};

use crate::{
    App, cases,
    problem::Refusal,
    security,
    session::{self, SignedIn},
};

/// Who may use an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anybody,
    /// Whoever is signed in with a real-name check, for what is theirs or a child's whom they act for.
    Applicant,
    /// A system that signs what it sends; the endpoint verifies it.
    SignedSender,
}

/// Method, address, who.
pub const TABLE: &[(&str, &str, Who)] = &[
    ("GET", endpoint::HEALTH, Who::Anybody),
    ("GET", endpoint::OPENAPI, Who::Anybody),
    ("GET", endpoint::STATIONS, Who::Anybody),
    ("GET", endpoint::SESSION, Who::Anybody),
    ("GET", endpoint::SIGN_IN, Who::Anybody),
    ("GET", endpoint::SIGN_IN_CALLBACK, Who::Anybody),
    ("POST", endpoint::SIGN_OUT, Who::Anybody),
    ("GET", endpoint::ME, Who::Applicant),
    ("GET", endpoint::PHONE_KEY, Who::Applicant),
    ("GET", endpoint::HOUSEHOLD, Who::Applicant),
    ("POST", endpoint::HOUSEHOLD, Who::Applicant),
    ("GET", endpoint::CONSENTS, Who::Applicant),
    ("PUT", endpoint::CONSENT, Who::Applicant),
    ("DELETE", endpoint::CONSENT, Who::Applicant),
    ("GET", endpoint::RECORDS, Who::Applicant),
    ("GET", endpoint::RECORD_CHECKS, Who::Applicant),
    ("POST", endpoint::RECORD_CHECKS, Who::Applicant),
    ("GET", endpoint::EMPLOYER, Who::Applicant),
    ("GET", endpoint::DRAFTS, Who::Applicant),
    ("GET", endpoint::DRAFT, Who::Applicant),
    ("PUT", endpoint::DRAFT, Who::Applicant),
    ("DELETE", endpoint::DRAFT, Who::Applicant),
    ("GET", endpoint::PICTURES, Who::Applicant),
    ("GET", endpoint::PICTURE, Who::Applicant),
    ("PUT", endpoint::PICTURE, Who::Applicant),
    ("DELETE", endpoint::PICTURE, Who::Applicant),
    ("GET", endpoint::APPLICATIONS, Who::Applicant),
    ("POST", endpoint::APPLICATIONS, Who::Applicant),
    ("GET", endpoint::APPLICATION, Who::Applicant),
    ("GET", endpoint::STATUS, Who::Applicant),
    ("POST", endpoint::CORRECTION, Who::Applicant),
    ("POST", endpoint::WITHDRAWAL, Who::Applicant),
    ("GET", endpoint::RECEIPT, Who::Applicant),
    ("POST", endpoint::VERIFY_RECEIPT, Who::Anybody),
    ("POST", endpoint::POLICE_WEBHOOK, Who::SignedSender),
    ("POST", endpoint::POST_WEBHOOK, Who::SignedSender),
];

/// Who may use that endpoint; `None` where there is none. Whoever may `GET` may `HEAD`.
fn who(method: &Method, route: &str) -> Option<Who> {
    let method = if *method == Method::HEAD { "GET" } else { method.as_str() };
    TABLE.iter().find(|(known, address, _)| *known == method && *address == route).map(|(.., who)| *who)
}

/// Lets a request through to its endpoint, or not.
pub async fn guard(State(app): State<App>, session: Session, mut request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let Some(who) = who(request.method(), &route) else {
        return Refusal::Code(ErrorCode::MethodNotAllowed).into_response();
    };
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads
        && who != Who::SignedSender
        && let Err(code) = security::from_our_pages(request.headers(), app.origin())
    {
        return Refusal::Code(code).into_response();
    }
    if who == Who::Applicant {
        let acting_for = acting_for(request.headers(), request.uri());
        match applicant(&app, &session, acting_for).await {
            Ok(Some(applicant)) => {
                request.extensions_mut().insert(applicant);
            }
            Ok(None) => return Refusal::Code(ErrorCode::SignInRequired).into_response(),
            Err(refusal) => return refusal.into_response(),
        }
    }
    next.run(request).await
}

/// Whom a request acts for, where it says so: by its header, or in the address of a picture. `Err` where that is no
/// identifier of ours.
type ActingFor = Result<Option<Uuid>, ErrorCode>;

/// Reads [`ActingFor`].
pub fn acting_for(headers: &HeaderMap, address: &Uri) -> ActingFor {
    let in_query = || {
        let query = form_urlencoded::parse(address.query().unwrap_or_default().as_bytes());
        query.into_iter().find(|(name, _)| name == endpoint::ACTING_FOR_QUERY).map(|(_, value)| value.into_owned())
    };
    let in_header = headers.get(endpoint::ACTING_FOR).map(|value| value.to_str().unwrap_or_default().to_owned());
    in_header.or_else(in_query).map(|id| id.parse().map_err(|_| ErrorCode::NotYourChild)).transpose()
}

/// Who makes the request, where anybody is signed in.
///
/// # Errors
/// [`ErrorCode::NotYourChild`] where it acts for somebody whom the person who is signed in can't act for.
pub async fn applicant(app: &App, session: &Session, acting_for: ActingFor) -> Result<Option<Applicant>, Refusal> {
    let Some(signed_in) = session::signed_in(session, app.clock().now()).await? else { return Ok(None) };
    let child = acting_for?.filter(|child| *child != signed_in.person);
    if let Some(child) = child {
        cases::household::admit_parent(app, signed_in.person, child).await?;
    }
    Ok(Some(Applicant { signed_in, child }))
}

/// Who applies, for endpoints of [`Who::Applicant`].
#[derive(Debug, Clone)]
pub struct Applicant {
    signed_in: SignedIn,
    child: Option<Uuid>,
}

impl Applicant {
    /// Under which identifier the person is known here whose things the request is about.
    pub fn id(&self) -> Uuid {
        self.child.unwrap_or(self.signed_in.person)
    }

    /// Who signed in to act for that person, where it isn't the person.
    pub fn agent(&self) -> Option<Uuid> {
        self.child.map(|_| self.signed_in.person)
    }

    /// Who signed in.
    pub const fn signed_in(&self) -> Uuid {
        self.signed_in.person
    }

    /// The session behind it.
    pub const fn session(&self) -> &SignedIn {
        &self.signed_in
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Applicant {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        // Missing only where an endpoint asks for somebody whom the table does not.
        parts.extensions.get::<Self>().cloned().ok_or(Refusal::Code(ErrorCode::SignInRequired))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_that_is_not_in_the_table_is_for_nobody() {
        assert_eq!(who(&Method::PUT, endpoint::SESSION), None);
        assert_eq!(who(&Method::GET, "/api/everything"), None);
        assert_eq!(who(&Method::HEAD, endpoint::STATUS), Some(Who::Applicant));
    }

    #[test]
    fn everything_that_names_a_person_or_a_case_is_for_its_owner() {
        for (method, address, who) in TABLE {
            let personal = [
                "/api/me",
                "/api/phone-key",
                "/api/household",
                "/api/records",
                "/api/record-checks",
                "/api/drafts",
                "/api/pictures",
                "/api/applications",
                "/api/consents",
            ];
            if personal.iter().any(|prefix| address.starts_with(prefix)) {
                assert_eq!(*who, Who::Applicant, "{method} {address}");
            }
        }
    }
}
