//! Errors over the wire: problem details (RFC 9457) with one stable code each.

use rules::{field::Subject, verdict::Finding};
use serde::{Deserialize, Serialize};

use crate::draft::SavedDraft;

/// Media type of [`Problem`].
pub const PROBLEM_JSON: &str = "application/problem+json";

macro_rules! error_codes {
    ($( $(#[$meta:meta])* $name:ident = $id:literal, $status:literal, $title:literal; )+) => {
        /// Why a request was not done. The identifier is stable; the app has words for each in both languages.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ErrorCode { $( $(#[$meta])* #[serde(rename = $id)] $name, )+ }

        impl ErrorCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// The identifier on the wire.
            pub const fn id(self) -> &'static str { match self { $(Self::$name => $id),+ } }
            /// The HTTP status it travels with.
            pub const fn status(self) -> u16 { match self { $(Self::$name => $status),+ } }
            /// A short English title for engineers.
            pub const fn title(self) -> &'static str { match self { $(Self::$name => $title),+ } }
        }
    };
}

error_codes! {
    /// The body is not JSON of the expected shape: a wrong type, a missing or an unknown field.
    MalformedBody = "malformed_body", 400, "The body is not of the expected shape";
    /// A header that the endpoint needs is missing or malformed, for example Idempotency-Key or If-Match.
    MissingHeader = "missing_header", 400, "A required header is missing or malformed";
    /// Nobody is signed in, or the session ran out. Nothing typed is lost.
    SignInRequired = "sign_in_required", 401, "Sign in first";
    /// The sign-in was cancelled or refused at the identity provider.
    SignInCancelled = "sign_in_cancelled", 401, "The sign-in was cancelled";
    /// The sign-in came back without the real-name check that this service needs.
    RealNameRequired = "real_name_required", 403, "A real-name check is required";
    /// The person's number is of a kind that another procedure serves.
    NotServedHere = "not_served_here", 403, "Another procedure serves this person";
    /// Records are read only with the applicant's consent.
    ConsentRequired = "consent_required", 403, "Consent is required";
    /// Whoever is signed in can't act for that person: no child of theirs under sixteen that the register showed lately.
    NotYourChild = "not_your_child", 403, "The person is no child of whoever is signed in";
    /// The request comes from another site.
    CrossSite = "cross_site", 403, "Cross-site requests are refused";
    /// There is no such thing, or it is somebody else's.
    NotFound = "not_found", 404, "Not found";
    /// The endpoint does not take this method.
    MethodNotAllowed = "method_not_allowed", 405, "Method not allowed";
    /// The person already has an open application of this kind.
    AlreadyOpen = "already_open", 409, "An application of this kind is already open";
    /// The case is in a state in which this can't happen.
    IllegalTransition = "illegal_transition", 409, "The case does not allow this now";
    /// The same key was used for a different request.
    KeyReused = "key_reused", 409, "The idempotency key was used for another request";
    /// Somebody, or another device, changed it meanwhile; the answer carries the newer version in its body.
    StaleVersion = "stale_version", 412, "The version is stale";
    /// The body is larger than the endpoint takes.
    TooLarge = "too_large", 413, "The body is too large";
    /// The body is of a media type that the endpoint does not take.
    UnsupportedMediaType = "unsupported_media_type", 415, "Unsupported media type";
    /// The picture is refused; `picture` says why.
    PictureRefused = "picture_refused", 422, "The picture is refused";
    /// A hard check fails; `findings` says which.
    CheckFailed = "check_failed", 422, "A check fails";
    /// Pictures that the draft names were never uploaded; `subjects` says which.
    PicturesNotUploaded = "pictures_not_uploaded", 422, "Pictures are not uploaded yet";
    /// Something that the correction asks for is unanswered or something else was changed; `subjects` says which.
    CorrectionIncomplete = "correction_incomplete", 422, "The correction is incomplete";
    /// Too many requests; Retry-After says when.
    TooManyRequests = "too_many_requests", 429, "Too many requests";
    /// A bug or a broken dependency of ours; `trace_id` finds it in the logs.
    Internal = "internal", 500, "Internal error";
    /// The receipt can't be made as a file now: the server lacks the font. The page of the receipt shows the same.
    ReceiptUnavailable = "receipt_unavailable", 503, "The receipt can't be made as a file now";
    /// A system behind the API does not answer; Retry-After says when to try again.
    UpstreamUnavailable = "upstream_unavailable", 503, "A system behind the service does not answer";
}

/// A problem (RFC 9457). Carries no personal data: findings name fields and dates, never values typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that names the kind: `/problems/<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Short and English, for engineers; people read the app's words for the code.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: ErrorCode,
    /// The failing checks, for [`ErrorCode::CheckFailed`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// The fields and pictures it is about, where it is about some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Why a picture is refused: a code of the crate `pictures`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// The newer version, for [`ErrorCode::StaleVersion`] on a draft: the owner's own. Absent where it was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Box<SavedDraft>>,
    /// Finds the request in the logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
}

impl Problem {
    /// The problem of a code, without details.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            kind: format!("/problems/{}", code.id()),
            title: code.title().to_owned(),
            status: code.status(),
            code,
            findings: Vec::new(),
            subjects: Vec::new(),
            picture: None,
            current: None,
            trace_id: None,
        }
    }
}
