//! The SMS inbox: takes messages as a gateway would and shows them on a page instead of sending them.

use axum::{
    Json, Router,
    extract::{State, rejection::JsonRejection},
    http::{HeaderMap, StatusCode},
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Sandbox, access,
    clock::local,
    failure::Failure,
    pages::{Room, page},
    personal::{holds_identity_number, is_mobile, mask_phone},
};

/// How many messages the inbox keeps.
const KEPT: usize = 200;

/// A message that was taken. The full number is not needed to show it and so not kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    id: Uuid,
    key: Option<String>,
    at: Timestamp,
    to: String,
    template: String,
    text: String,
}

/// `POST /sms/api/messages` for machines, `GET /sms` for people.
pub fn routes(sandbox: &Sandbox) -> Router<Sandbox> {
    let machines = Router::new()
        .route("/sms/api/messages", post(take))
        .route_layer(middleware::from_fn_with_state(sandbox.clone(), access::machines_only));
    Router::new().route("/sms", get(show)).merge(machines)
}

#[derive(Deserialize)]
struct Incoming {
    to: String,
    template: String,
    text: String,
}

async fn take(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    incoming: Result<Json<Incoming>, JsonRejection>,
) -> Result<Response, Failure> {
    let Json(incoming) = incoming.map_err(|_| Failure::Unacceptable("malformed", "needs to, template and text"))?;
    if !is_mobile(&incoming.to) {
        return Err(Failure::Unacceptable("phone", "`to` is no mobile number of the mainland"));
    }
    if incoming.text.trim().is_empty() || incoming.text.chars().count() > 500 {
        return Err(Failure::Unacceptable("text", "a message has 1 to 500 characters"));
    }
    if holds_identity_number(&incoming.text) {
        return Err(Failure::Unacceptable("identity_number", "a message may not carry an identity number"));
    }
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok()).map(str::to_owned);
    let at = sandbox.clock().now();
    let id = sandbox
        .store()
        .change::<_, Failure>(|kept| {
            let known = kept.messages.iter().find(|message| key.is_some() && message.key == key);
            if let Some(message) = known {
                return Ok(message.id);
            }
            let id = Uuid::new_v4();
            let Incoming { to, template, text } = incoming;
            kept.messages.push_front(Message { id, key, at, to: mask_phone(&to), template, text });
            kept.messages.truncate(KEPT);
            Ok(id)
        })
        .await?;
    Ok((StatusCode::ACCEPTED, Json(json!({"id": id}))).into_response())
}

async fn show(State(sandbox): State<Sandbox>) -> Markup {
    let messages = sandbox.store().read(|kept| kept.messages.clone()).await;
    page(
        Room::Sms,
        "短信收件箱",
        html! {
            p.lead { "办事系统发出的短信都停在这里，不会发到任何手机上。" }
            p { a href="/sms" { "刷新" } }
            @if messages.is_empty() {
                p.empty { "还没有短信。提交一份申请后，这里会出现通知。" }
            }
            ul.rows {
                @for message in messages {
                    li.card {
                        p.hint { "发给 " (message.to) " · " (local(message.at)) " · 模板 " (message.template) }
                        p.message { (message.text) }
                    }
                }
            }
        },
    )
}
