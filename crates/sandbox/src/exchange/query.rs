//! `POST /exchange/query`: one question to one register.

use axum::{
    Json,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::catalog::Catalog;
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
    let items = match changed(&sandbox, &query).await {
        Some(item) => vec![item],
        None => citizen.map(|citizen| citizen.items(query.catalog.name(), today)).unwrap_or_default(),
    };
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

/// The permit that a completed case has left, in place of the one that was written down.
async fn changed(sandbox: &Sandbox, query: &Query) -> Option<Value> {
    if query.catalog != Catalog::ResidencePermit {
        return None;
    }
    let permit = sandbox.store().read(|kept| kept.permits.get(&query.subject.id_number).cloned()).await;
    permit.and_then(|permit| serde_json::to_value(permit).ok())
}

fn refusal(status: StatusCode, code: u32, message: &str) -> Response {
    (status, Json(json!({"code": code, "message": message, "items": []}))).into_response()
}
