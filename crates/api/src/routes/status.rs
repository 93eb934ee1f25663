//! How an application stands, cheap to ask for again and again.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rules::{case::State as CaseState, delivery::DeliveryState};
use wire::{
    ErrorCode,
    application::{POLL_AFTER, Status},
    endpoint,
};

use super::extract::{Named, etag, has_already};
use crate::{
    App,
    access::Applicant,
    cases,
    config::Config,
    problem::Refusal,
    store::{application, delivery},
};

/// The status. Nothing is sent while nothing changed; `poll-after` says in how many seconds to ask again.
#[utoipa::path(get, path = endpoint::STATUS, tag = "applications", params(
    ("number" = String, Path),
    ("if-none-match" = Option<String>, Header, description = "The ETag of the status that is known"),
), responses(
    (status = 200, body = Status, headers(("etag" = String), ("poll-after" = u32, description = "Seconds"))),
    (status = 304, description = "Nothing changed.", headers(("poll-after" = u32, description = "Seconds"))),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found, also for somebody else's", body = wire::Problem),
))]
pub async fn status(
    State(app): State<App>,
    who: Applicant,
    Named(number): Named<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let db = app.store().connection();
    let mark = application::mark(db, who.id(), &number).await?.ok_or(ErrorCode::NotFound)?;
    let tag = etag(mark.version);
    if has_already(&headers, &tag) {
        let delivery = delivery::find(db, mark.id).await?.map(|delivery| delivery.state);
        let after = poll_after(app.config(), mark.state, delivery);
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag), after]).into_response());
    }
    let kept = application::of_person(db, who.id(), &number).await?.ok_or(ErrorCode::NotFound)?;
    // By the version that is sent, which may be newer than the one that was compared.
    let tag = etag(kept.version);
    let status = cases::status(db, &kept).await?;
    let after = poll_after(app.config(), status.state, status.delivery.as_ref().map(|delivery| delivery.state));
    Ok(([(header::ETAG, tag), after], Json(status)).into_response())
}

/// Soon while something can happen without the applicant, seldom otherwise.
fn poll_after(config: &Config, state: CaseState, delivery: Option<DeliveryState>) -> (HeaderName, HeaderValue) {
    let is_settled = match state {
        CaseState::Completed => delivery.is_none_or(DeliveryState::is_terminal),
        state => state.is_terminal(),
    };
    let waits_for_its_owner = matches!(delivery, Some(DeliveryState::AwaitingPickUp | DeliveryState::Returned));
    let seconds = if is_settled || (waits_for_its_owner && !config.demonstration) {
        config.poll_settled_seconds
    } else {
        config.poll_active_seconds
    };
    (HeaderName::from_static(POLL_AFTER), HeaderValue::from(seconds))
}
