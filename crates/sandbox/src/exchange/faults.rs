//! Switching a register off or making it slow, for demonstrations and browser tests.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Json,
    extract::{FromRequest, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::catalog::Catalog;
use crate::Sandbox;

/// How long a slow register takes: longer than people like to wait, and than a careful client does.
const SLOW: Duration = Duration::from_secs(8);

/// How a register behaves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Answers at once.
    #[default]
    Up,
    /// Answers 503.
    Down,
    /// Answers after eight seconds.
    Slow,
}

/// The registers that do not behave. A restart mends them all.
#[derive(Debug, Default)]
pub struct Faults(Mutex<BTreeMap<Catalog, Mode>>);

impl Faults {
    /// How `catalog` behaves.
    pub async fn mode(&self, catalog: Catalog) -> Mode {
        self.0.lock().await.get(&catalog).copied().unwrap_or_default()
    }

    /// Waits as long as `catalog` makes one wait; false where it is down.
    pub async fn pass(&self, catalog: Catalog) -> bool {
        match self.mode(catalog).await {
            Mode::Up => true,
            Mode::Down => false,
            Mode::Slow => {
                tokio::time::sleep(SLOW).await;
                true
            }
        }
    }
}

/// What is switched.
#[derive(Debug, Deserialize)]
struct Switch {
    catalog: Which,
    mode: Mode,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Which {
    One(Catalog),
    All(Everything),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Everything {
    All,
}

/// `POST /exchange/faults` with `{catalog, mode}`, as a form of the page or as JSON; `catalog` may be `all`.
pub async fn switch(State(sandbox): State<Sandbox>, request: Request) -> Response {
    let is_json = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/json"));
    let read = if is_json {
        Json::<Switch>::from_request(request, &()).await.map(|Json(switch)| switch).map_err(IntoResponse::into_response)
    } else {
        axum::Form::<Switch>::from_request(request, &())
            .await
            .map(|axum::Form(switch)| switch)
            .map_err(IntoResponse::into_response)
    };
    let switch = match read {
        Ok(switch) => switch,
        Err(refusal) => return refusal,
    };
    let mut modes = sandbox.faults().0.lock().await;
    match switch.catalog {
        Which::One(catalog) => {
            modes.insert(catalog, switch.mode);
        }
        Which::All(Everything::All) => modes.extend(Catalog::ALL.map(|catalog| (catalog, switch.mode))),
    }
    if is_json { StatusCode::NO_CONTENT.into_response() } else { Redirect::to("/exchange").into_response() }
}
