//! The addresses of the API, once. The app builds its requests from them and the API its routes.

/// `GET` [`crate::session::Session`].
pub const SESSION: &str = "/api/session";
/// `GET ?return_to=/apply/first_issue`: redirects to the identity provider.
pub const SIGN_IN: &str = "/api/sign-in";
/// `GET`: where the identity provider sends the browser back to.
pub const SIGN_IN_CALLBACK: &str = "/api/sign-in/callback";
/// `POST` → [`crate::session::SignedOut`].
pub const SIGN_OUT: &str = "/api/sign-out";
/// `GET` → [`rules::records::Person`].
pub const ME: &str = "/api/me";
/// `GET` → [`crate::session::PhoneKey`].
pub const PHONE_KEY: &str = "/api/phone-key";
/// `GET`, `POST` → [`crate::household::Household`]; `POST` asks the register and needs the consent `records`.
pub const HOUSEHOLD: &str = "/api/household";
/// `GET` → list of [`crate::consent::Consent`].
pub const CONSENTS: &str = "/api/consents";
/// `PUT` [`crate::consent::GiveConsent`], `DELETE`.
pub const CONSENT: &str = "/api/consents/{scope}";
/// `GET` → [`rules::records::Records`]; needs the consent `records`.
pub const RECORDS: &str = "/api/records";
/// `GET` → list of [`crate::record_check::RecordCheck`], newest first; `POST` [`crate::record_check::AskRecordCheck`]; needs the
/// consent `records`.
pub const RECORD_CHECKS: &str = "/api/record-checks";
/// `GET` → [`crate::employer::Employer`].
pub const EMPLOYER: &str = "/api/employers/{code}";
/// `GET` → list of [`crate::draft::DraftSummary`].
pub const DRAFTS: &str = "/api/drafts";
/// `GET`, `PUT`, `DELETE`: [`crate::draft::SavedDraft`].
pub const DRAFT: &str = "/api/drafts/{service}";
/// `GET` → list of [`crate::picture::EarlierPictures`].
pub const PICTURES: &str = "/api/pictures";
/// `PUT ?item=face_photo` (image/jpeg or application/pdf, whole or in parts: [`crate::picture::Part`]), `GET` (the same),
/// `DELETE`.
pub const PICTURE: &str = "/api/pictures/{id}";
/// `GET` → list of [`crate::application::Summary`]; `POST` [`crate::application::Submit`].
pub const APPLICATIONS: &str = "/api/applications";
/// `GET` → [`crate::application::Application`].
pub const APPLICATION: &str = "/api/applications/{number}";
/// `GET` → [`crate::application::Status`].
pub const STATUS: &str = "/api/applications/{number}/status";
/// `POST` [`crate::application::SubmitCorrection`] → [`crate::application::Application`].
pub const CORRECTION: &str = "/api/applications/{number}/correction";
/// `POST` → [`crate::application::Status`].
pub const WITHDRAWAL: &str = "/api/applications/{number}/withdrawal";
/// `GET` → the receipt (application/pdf).
pub const RECEIPT: &str = "/api/applications/{number}/receipt";
/// `POST` [`crate::receipt::VerifyReceipt`] → [`crate::receipt::VerifiedReceipt`].
pub const VERIFY_RECEIPT: &str = "/api/receipts/verify";
/// `GET ?district=510104` → list of [`crate::station::Station`].
pub const STATIONS: &str = "/api/stations";
/// `POST` [`crate::webhook::PoliceNotice`].
pub const POLICE_WEBHOOK: &str = "/api/webhooks/police";
/// `POST` [`crate::webhook::PostNotice`].
pub const POST_WEBHOOK: &str = "/api/webhooks/post";
/// `GET`: 200 while the service can do its work.
pub const HEALTH: &str = "/health";
/// `GET`: the OpenAPI document.
pub const OPENAPI: &str = "/api/openapi.json";

/// The header every request that changes something carries, so that no other site can send one by a form: its value
/// is [`REQUESTED_BY_APP`].
pub const REQUESTED_BY: &str = "x-requested-by";
/// The value of [`REQUESTED_BY`].
pub const REQUESTED_BY_APP: &str = "rongju";
/// The header by which somebody who is signed in acts for a child of theirs: its value is the child's
/// [`crate::household::Member::owner`]. What a page can't send with headers, a picture, names it as [`ACTING_FOR_QUERY`].
pub const ACTING_FOR: &str = "acting-for";
/// The same as a parameter of an address.
pub const ACTING_FOR_QUERY: &str = "for";
/// The header under which a submission is repeated safely.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Fills the one placeholder of an address.
pub fn fill(address: &str, value: &str) -> String {
    match (address.find('{'), address.find('}')) {
        (Some(from), Some(to)) if from < to => format!("{}{value}{}", &address[..from], &address[to + 1..]),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_filled_where_it_stands() {
        assert_eq!(fill(STATUS, "CDJZ-1"), "/api/applications/CDJZ-1/status");
        assert_eq!(fill(SESSION, "x"), SESSION);
    }
}
