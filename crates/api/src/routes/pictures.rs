//! Pictures, each under the hash of its bytes.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use rules::{draft::FileKind, field::Item};
use serde::Deserialize;
use wire::{
    ErrorCode, endpoint,
    picture::{AsText, EarlierPictures, Part, StoredPicture, UploadedPart},
};

use super::extract::{Json, Named, Query, is_of_type, text};
use crate::{
    App,
    access::Applicant,
    cases::{self, pictures::Arrived},
    problem::Refusal,
};

/// What was handed in with earlier applications and can be handed in again.
#[utoipa::path(get, path = endpoint::PICTURES, tag = "pictures", responses(
    (status = 200, body = Vec<EarlierPictures>),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn earlier(State(app): State<App>, who: Applicant) -> Result<axum::Json<Vec<EarlierPictures>>, Refusal> {
    Ok(axum::Json(cases::pictures::earlier(&app, who.id()).await?))
}

#[derive(Deserialize, utoipa::IntoParams)]
pub struct Slot {
    /// The slot of the form that the picture is for.
    item: Item,
}

/// Stores a picture for a slot of the form, whole or part by part. Sending it again changes nothing.
#[utoipa::path(put, path = endpoint::PICTURE, tag = "pictures", params(
    ("id" = String, Path, description = "SHA-256 of the picture in lower-case hex"), Slot,
    ("content-range" = Option<String>, Header, description = "Which part it is: bytes 0-32767/90000"),
), request_body(content(
    (Vec<u8> = "image/jpeg"),
    (Vec<u8> = "application/pdf"),
    (AsText = "application/json"),
)), responses(
    (status = 200, description = "The whole picture is there.", body = StoredPicture),
    (status = 202, description = "Parts are missing.", body = UploadedPart),
    (status = 400, description = "malformed_body: the hash, the slot or the part is not one", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 413, description = "too_large", body = wire::Problem),
    (status = 415, description = "unsupported_media_type", body = wire::Problem),
    (status = 422, description = "picture_refused; `picture` says why", body = wire::Problem),
))]
pub async fn put(
    State(app): State<App>,
    who: Applicant,
    Named(id): Named<String>,
    Query(Slot { item }): Query<Slot>,
    request: Request,
) -> Result<Response, Refusal> {
    let part = match request.headers().get(header::CONTENT_RANGE) {
        Some(_) => {
            let range = text(request.headers(), &header::CONTENT_RANGE).and_then(|range| range.parse::<Part>().ok());
            Some(range.ok_or(ErrorCode::MalformedBody)?)
        }
        None => None,
    };
    let body = bytes(&app, request).await?;
    let arrived = match part {
        Some(part) => cases::pictures::take_part(&app, who.id(), &id, item, (part, body)).await?,
        None => Arrived::Whole(cases::pictures::take(&app, who.id(), &id, item, body).await?),
    };
    Ok(match arrived {
        Arrived::Whole(stored) => axum::Json(stored).into_response(),
        Arrived::Part(so_far) => (StatusCode::ACCEPTED, axum::Json(so_far)).into_response(),
    })
}

/// The kinds of file that are sent as they are.
const KINDS: [FileKind; 2] = [FileKind::Jpeg, FileKind::Pdf];

/// The bytes of the body, as they are or as text.
async fn bytes(app: &App, request: Request) -> Result<Bytes, Refusal> {
    if KINDS.iter().any(|kind| is_of_type(request.headers(), kind.media_type())) {
        return Ok(Bytes::from_request(request, app).await?);
    }
    let Json(AsText { base64 }) = Json::from_request(request, app).await?;
    Ok(STANDARD.decode(base64).map_err(|_| ErrorCode::MalformedBody)?.into())
}

#[derive(Deserialize, utoipa::IntoParams)]
pub struct Shown {
    /// How large it is wanted; whole where nothing is said.
    #[serde(default)]
    size: Size,
}

/// How large a picture is wanted.
#[derive(Debug, Clone, Copy, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// As it is stored.
    #[default]
    Whole,
    /// Small, with the words 仅供居住证办理使用 across it.
    Thumbnail,
}

/// A picture of one's own, as it is stored or small.
#[utoipa::path(get, path = endpoint::PICTURE, tag = "pictures", params(("id" = String, Path), Shown), responses(
    (status = 200, description = "A JPEG, or the PDF that was sent", body = Vec<u8>, content_type = "image/jpeg"),
    (status = 400, description = "malformed_body: there is no such size", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
))]
pub async fn read(
    State(app): State<App>,
    who: Applicant,
    Named(id): Named<String>,
    Query(Shown { size }): Query<Shown>,
) -> Result<impl IntoResponse, Refusal> {
    let (kind, bytes) = match size {
        Size::Whole => cases::pictures::read(&app, who.id(), &id).await?,
        Size::Thumbnail => (FileKind::Jpeg, cases::pictures::thumbnail(&app, who.id(), &id).await?),
    };
    // What came as a file leaves as one: a page of ours never shows it.
    let shown_as = if kind == FileKind::Pdf { "attachment" } else { "inline" };
    let headers = [
        (header::CONTENT_TYPE, kind.media_type()),
        (header::CONTENT_DISPOSITION, shown_as),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((headers, bytes))
}

/// Deletes a picture of one's own. One that an application holds stays with it, one that a draft names until a save of the
/// draft lets go of it.
#[utoipa::path(delete, path = endpoint::PICTURE, tag = "pictures", params(("id" = String, Path)), responses(
    (status = 204, description = "It is not kept for a draft any more."),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
))]
pub async fn delete(State(app): State<App>, who: Applicant, Named(id): Named<String>) -> Result<StatusCode, Refusal> {
    cases::pictures::delete(&app, who.id(), &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
