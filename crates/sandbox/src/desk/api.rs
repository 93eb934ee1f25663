//! The desk's machine interface: a case, its pictures, its withdrawal. Every call can be repeated without harm.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;
use uuid::Uuid;

use super::case::{Case, CaseFile, Entry, State as CaseState};
use crate::{Sandbox, failure::Failure, store::StoreError};

/// What the desk takes as a picture, and serves.
pub(super) const MEDIA_TYPES: [&str; 3] = ["image/jpeg", "image/png", "application/pdf"];

/// `PUT /desk/api/cases/{number}`: 201 when new, else 200; the answer says which pictures are still awaited.
///
/// The same or an older revision changes nothing. A newer one is a resubmission: it replaces what was sent, and a case
/// that waited for its correction goes back to where the correction was asked for.
pub async fn put_case(
    State(sandbox): State<Sandbox>,
    Path(number): Path<String>,
    file: Result<Json<CaseFile>, JsonRejection>,
) -> Result<Response, Failure> {
    let Json(file) = file.map_err(|error| {
        tracing::debug!(error = %error.body_text(), "case refused");
        Failure::Unacceptable("malformed", "the body is not a case; see crates/sandbox/src/desk/case.rs")
    })?;
    if file.number != number {
        return Err(Failure::Unacceptable("number", "the number differs from the address"));
    }
    let mut pictures = file.items.iter().flat_map(|item| &item.pictures);
    if pictures.any(|picture| !MEDIA_TYPES.contains(&picture.media_type.as_str())) {
        return Err(Failure::Unacceptable("media_type", "pictures are JPEG, PNG or PDF"));
    }
    let now = sandbox.clock().now();
    let (status, body, gone) = sandbox
        .store()
        .change::<_, Failure>(|kept| {
            let mut gone = Vec::new();
            let status = match kept.cases.get_mut(&number) {
                None => {
                    kept.cases.insert(number.clone(), Case::new(file, now));
                    StatusCode::CREATED
                }
                Some(case) if file.revision <= case.file.revision => StatusCode::OK,
                Some(case) if case.state.is_final() => return Err(Failure::Conflict("the case is closed")),
                Some(case) => {
                    gone = case.resubmitted(file, now);
                    StatusCode::OK
                }
            };
            let case = kept.cases.get(&number).ok_or(Failure::NotFound)?;
            let body = json!({
                "number": number,
                "state": case.state,
                "revision": case.file.revision,
                "missing_pictures": case.missing_pictures(),
            });
            Ok((status, body, gone))
        })
        .await?;
    sandbox.store().forget_pictures(gone);
    Ok((status, Json(body)).into_response())
}

/// `PUT /desk/api/cases/{number}/pictures/{id}`: the raw bytes of a picture that the case names.
pub async fn put_picture(
    State(sandbox): State<Sandbox>,
    Path((number, id)): Path<(String, String)>,
    bytes: Bytes,
) -> Result<StatusCode, Failure> {
    let named = sandbox
        .store()
        .read(|kept| {
            let pictures = kept.cases.get(&number)?.file.items.iter().flat_map(|item| &item.pictures);
            pictures.into_iter().find(|picture| picture.id == id).map(|picture| picture.bytes)
        })
        .await
        .ok_or(Failure::NotFound)?;
    if named != bytes.len() as u64 {
        return Err(Failure::Unacceptable("bytes", "the picture has another size than the case says"));
    }
    let token = Uuid::new_v4();
    sandbox.store().keep_picture(token, &bytes)?;
    let replaced = sandbox
        .store()
        .change::<_, Failure>(|kept| {
            let case = kept.cases.get_mut(&number).ok_or(Failure::NotFound)?;
            Ok(case.pictures.insert(id, token))
        })
        .await?;
    sandbox.store().forget_pictures(replaced);
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /desk/api/cases/{number}/withdrawal`: the applicant takes the application back.
pub async fn withdraw(State(sandbox): State<Sandbox>, Path(number): Path<String>) -> Result<StatusCode, Failure> {
    let now = sandbox.clock().now();
    sandbox
        .store()
        .change(|kept| {
            let case = kept.cases.get_mut(&number).ok_or(Failure::NotFound)?;
            match case.state {
                CaseState::Withdrawn => {}
                CaseState::Submitted | CaseState::CorrectionRequested | CaseState::UnderReview => {
                    case.state = CaseState::Withdrawn;
                    case.since = now;
                    // What was on its way is moot: Rongju would refuse it.
                    case.pending = None;
                    let entry = Entry { at: now, by: "申请人".to_owned(), what: "撤回".to_owned(), detail: None };
                    case.history.push(entry);
                }
                _ => return Err(Failure::Conflict("the case is past withdrawal")),
            }
            Ok(StatusCode::NO_CONTENT)
        })
        .await
}

/// A picture for the page: its media type and bytes.
pub(super) async fn picture(sandbox: &Sandbox, token: Uuid) -> Result<Option<(String, Vec<u8>)>, StoreError> {
    let media_type = sandbox
        .store()
        .read(|kept| {
            let case = kept.cases.values().find(|case| case.pictures.values().any(|known| *known == token))?;
            let (id, _) = case.pictures.iter().find(|(_, known)| **known == token)?;
            let mut pictures = case.file.items.iter().flat_map(|item| &item.pictures);
            pictures.find(|picture| &picture.id == id).map(|picture| picture.media_type.clone())
        })
        .await;
    match media_type {
        Some(media_type) => Ok(Some((media_type, sandbox.store().picture(token)?))),
        None => Ok(None),
    }
}
