//! `POST /exchange/query`: one question to one register.

use axum::{
    Json,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{catalog::Catalog, registers};
use crate::Sandbox;

#[derive(Debug, Deserialize)]
pub(super) struct Query {
    catalog: Catalog,
    subject: Subject,
    purpose: String,
    authorization: String,
}

#[derive(Debug, Deserialize)]
struct Subject {
    id_number: String,
    name: String,
}

/// The platform's own codes, beside HTTP's.
mod code {
    pub const DONE: u32 = 0;
    pub const MALFORMED: u32 = 400;
    pub const NO_CONSENT: u32 = 403;
    pub const NOTHING: u32 = 404;
    pub const DOWN: u32 = 503;
    pub const NAME_DIFFERS: u32 = 4201;
}

pub(super) async fn answer(State(sandbox): State<Sandbox>, query: Result<Json<Query>, JsonRejection>) -> Response {
    let Ok(Json(query)) = query else {
        return refusal(StatusCode::BAD_REQUEST, code::MALFORMED, "请求格式不符合接口规范");
    };
    if query.purpose.trim().is_empty() || query.authorization.trim().is_empty() {
        return refusal(StatusCode::OK, code::NO_CONSENT, "缺少用途或授权编号");
    }
    if !sandbox.faults().pass(query.catalog).await {
        return refusal(StatusCode::SERVICE_UNAVAILABLE, code::DOWN, "数据提供方暂不可用");
    }
    let today = sandbox.clock().today();
    let citizen = sandbox.citizens().by_number(&query.subject.id_number);
    if citizen.is_some_and(|citizen| citizen.name != query.subject.name) {
        return refusal(StatusCode::OK, code::NAME_DIFFERS, "姓名与号码不一致");
    }
    let who = &query.subject.id_number;
    let changed = sandbox.store().read(|kept| registers::changed(kept, query.catalog, who)).await;
    let written_down = || citizen.map(|citizen| citizen.items(query.catalog.name(), today)).unwrap_or_default();
    let items = changed.unwrap_or_else(written_down);
    let (code, message) = if items.is_empty() { (code::NOTHING, "查无记录") } else { (code::DONE, "成功") };
    Json(json!({
        "code": code,
        "message": message,
        "as_of": today,
        "source": query.catalog.source(),
        "items": items,
    }))
    .into_response()
}

fn refusal(status: StatusCode, code: u32, message: &str) -> Response {
    (status, Json(json!({"code": code, "message": message, "items": []}))).into_response()
}
