//! Requests to check a record (校核), which its keeper answers on the page of the exchange.

use axum::{
    Form, Json,
    extract::{Path, State, rejection::JsonRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::catalog::Catalog;
use crate::{Sandbox, failure::Failure};

/// A request and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Which register.
    pub catalog: Catalog,
    /// Whose record.
    pub name: String,
    /// What is wrong with it, in the person's words.
    pub words: String,
    /// When it came in.
    pub since: Date,
    /// What the keeper says.
    pub answer: Option<Answer>,
}

/// What the keeper says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    corrected: bool,
    words: String,
    on: Date,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
    catalog: Catalog,
    subject: Subject,
    words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    id_number: String,
    name: String,
}

/// `PUT /exchange/checks/{id}`: takes a request; the same one again changes nothing.
pub(super) async fn take(
    State(sandbox): State<Sandbox>,
    Path(id): Path<Uuid>,
    request: Result<Json<Request>, JsonRejection>,
) -> Result<StatusCode, Failure> {
    let Json(Request { catalog, subject, words }) =
        request.map_err(|_| Failure::Unacceptable("malformed", "the body is not a request"))?;
    if sandbox.citizens().by_number(&subject.id_number).is_none_or(|citizen| citizen.name != subject.name) {
        return Err(Failure::Unacceptable("subject", "there is nobody of that name and number"));
    }
    let since = sandbox.clock().today();
    let check = Check { catalog, name: subject.name, words, since, answer: None };
    sandbox
        .store()
        .change(|kept| {
            kept.checks.entry(id).or_insert(check);
            Ok::<_, Failure>(())
        })
        .await?;
    Ok(StatusCode::OK)
}

/// `GET /exchange/checks/{id}`: `{answer}`, which is null until there is one.
pub(super) async fn state(State(sandbox): State<Sandbox>, Path(id): Path<Uuid>) -> Response {
    match sandbox.store().read(|kept| kept.checks.get(&id).cloned()).await {
        Some(check) => Json(json!({ "answer": check.answer })).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Said {
    outcome: Outcome,
    words: String,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Corrected,
    Stands,
}

/// `POST /exchange/checks/{id}/answer`, a form of the page.
pub(super) async fn answer(
    State(sandbox): State<Sandbox>,
    Path(id): Path<Uuid>,
    Form(Said { outcome, words }): Form<Said>,
) -> Result<Response, Failure> {
    let on = sandbox.clock().today();
    let answer = Answer { corrected: outcome == Outcome::Corrected, words: words.trim().to_owned(), on };
    sandbox
        .store()
        .change(|kept| match kept.checks.get_mut(&id) {
            Some(check) if check.answer.is_none() && !answer.words.is_empty() => {
                check.answer = Some(answer);
                Ok(())
            }
            _ => Err(Failure::Conflict("it is answered, or the answer says nothing")),
        })
        .await?;
    Ok(Redirect::to("/exchange").into_response())
}

/// The requests for the page, those without an answer first.
pub(super) async fn list(sandbox: &Sandbox) -> Markup {
    let mut checks: Vec<(Uuid, Check)> =
        sandbox.store().read(|kept| kept.checks.iter().map(|(id, check)| (*id, check.clone())).collect()).await;
    checks.sort_by_key(|(_, check)| (check.answer.is_some(), std::cmp::Reverse(check.since)));
    html! {
        h2 { "校核申请" }
        @if checks.is_empty() { p.empty { "还没有人说记录有误。" } }
        ul.rows { @for (id, check) in &checks { li.card { (entry(*id, check)) } } }
    }
}

fn entry(id: Uuid, check: &Check) -> Markup {
    html! {
        h3.row-title { (check.catalog.title()) "：" (check.name) }
        p { (check.words) }
        p.hint { (check.since) " 申请" }
        @match &check.answer {
            Some(answer) => p {
                strong { @if answer.corrected { "已更正" } @else { "核对无误" } } "：" (answer.words)
            },
            None => form method="post" action={ "/exchange/checks/" (id) "/answer" } {
                label for={ "words-" (id) } { "答复" }
                textarea id={ "words-" (id) } name="words" rows="2" required {}
                div.actions {
                    button type="submit" name="outcome" value="corrected" { "已更正" }
                    button type="submit" name="outcome" value="stands" { "核对无误" }
                }
            },
        }
    }
}
