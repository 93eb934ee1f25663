//! The desk's pages and forms as HTTP.

use std::collections::BTreeMap;

use axum::{
    Form,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    act::{self as steps, ActError},
    api,
    choice::Choice,
    officers::{self, Officer},
    page_case::{self, Trouble},
    page_queue,
};
use crate::{Sandbox, officer::Mode};

/// Remembers which officer is at the desk. It opens nothing: every officer is a demonstration's.
const ACTING: &str = "desk_officer";

#[derive(Deserialize)]
pub(super) struct Filter {
    station: Option<String>,
}

pub(super) async fn queue(State(sandbox): State<Sandbox>, Query(filter): Query<Filter>) -> Response {
    let station = filter.station.filter(|station| !station.is_empty());
    let cases = sandbox.store().read(|kept| kept.cases.values().cloned().collect()).await;
    let mode = sandbox.officer().mode().await;
    page_queue::show(cases, station.as_deref(), mode, sandbox.clock().now()).into_response()
}

#[derive(Deserialize)]
pub(super) struct Switch {
    mode: String,
    #[serde(default)]
    seconds: String,
}

pub(super) async fn set_officer(State(sandbox): State<Sandbox>, Form(switch): Form<Switch>) -> Response {
    let text = if switch.mode == "auto" { format!("auto:{}", switch.seconds.trim()) } else { switch.mode };
    match text.parse::<Mode>() {
        Ok(mode) => {
            sandbox.officer().set(mode).await;
            Redirect::to("/desk").into_response()
        }
        Err(()) => (StatusCode::UNPROCESSABLE_ENTITY, "间隔请填 1 到 3600 秒").into_response(),
    }
}

#[derive(Deserialize)]
pub(super) struct Acting {
    officer: String,
    number: String,
}

pub(super) async fn act_as(Form(acting): Form<Acting>) -> Response {
    let officer = officers::by_id(Some(&acting.officer));
    let cookie = format!("{ACTING}={}; Path=/desk; HttpOnly; SameSite=Strict", officer.id);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&page_case::address(&acting.number))).into_response()
}

fn acting(headers: &HeaderMap) -> &'static Officer {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    officers::by_id(pairs.find(|(name, _)| *name == ACTING).map(|(_, id)| id))
}

pub(super) async fn case(State(sandbox): State<Sandbox>, Path(number): Path<String>, headers: HeaderMap) -> Response {
    render(&sandbox, &number, acting(&headers), None).await
}

/// The form of a step. Where it fails, the same page says why and keeps what was written.
pub(super) async fn act(
    State(sandbox): State<Sandbox>,
    Path(number): Path<String>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let officer = acting(&headers);
    let done = async {
        let case = sandbox.store().read(|kept| kept.cases.get(&number).cloned()).await.ok_or(ActError::NotFound)?;
        let choice = Choice::read(&fields, &case)?;
        steps::act(&sandbox, &number, choice, officer).await
    };
    match done.await {
        Ok(()) => Redirect::to(&page_case::address(&number)).into_response(),
        Err(error) => {
            render(&sandbox, &number, officer, Some(Trouble { error, fields: fields.into_iter().collect() })).await
        }
    }
}

/// 重新发送.
pub(super) async fn again(State(sandbox): State<Sandbox>, Path(number): Path<String>, headers: HeaderMap) -> Response {
    match steps::deliver(&sandbox, &number).await {
        Ok(()) => Redirect::to(&page_case::address(&number)).into_response(),
        Err(error) => {
            let trouble = Trouble { error, fields: BTreeMap::new() };
            render(&sandbox, &number, acting(&headers), Some(trouble)).await
        }
    }
}

async fn render(sandbox: &Sandbox, number: &str, officer: &Officer, trouble: Option<Trouble>) -> Response {
    let found = sandbox
        .store()
        .read(|kept| {
            let case = kept.cases.get(number)?.clone();
            let parcel = kept.parcels.values().rfind(|parcel| parcel.is_for(number)).cloned();
            Some((case, parcel))
        })
        .await;
    let Some((case, parcel)) = found else {
        return (StatusCode::NOT_FOUND, page_case::missing()).into_response();
    };
    let status = match trouble.as_ref().map(|trouble| &trouble.error) {
        None => StatusCode::OK,
        Some(ActError::Unanswered(_)) => StatusCode::BAD_GATEWAY,
        Some(ActError::Store(_)) => StatusCode::INTERNAL_SERVER_ERROR,
        Some(ActError::Mistake(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(_) => StatusCode::CONFLICT,
    };
    let now = sandbox.clock().now();
    (status, page_case::show(&case, parcel.as_ref(), officer, trouble.as_ref(), now)).into_response()
}

pub(super) async fn picture(State(sandbox): State<Sandbox>, Path(token): Path<Uuid>) -> Response {
    match api::picture(&sandbox, token).await {
        Ok(Some((media_type, bytes))) => {
            let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "private, no-store".to_owned())];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "picture");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
