//! Who there is: a list for everybody, and the full people for the identity provider.

use axum::{Json, Router, extract::State, middleware, routing::get};
use serde::Serialize;

use super::Citizen;
use crate::{Sandbox, access};

/// `GET /citizens` and, for machines, `GET /identity-directory`.
pub fn routes(sandbox: &Sandbox) -> Router<Sandbox> {
    let machines = Router::new()
        .route("/identity-directory", get(directory))
        .route_layer(middleware::from_fn_with_state(sandbox.clone(), access::machines_only));
    Router::new().route("/citizens", get(list)).merge(machines)
}

#[derive(Serialize)]
struct Listed {
    id: String,
    name: String,
    summary: String,
    summary_en: String,
    /// Always true: nobody here exists.
    synthetic: bool,
}

async fn list(State(sandbox): State<Sandbox>) -> Json<Vec<Listed>> {
    let listed = sandbox.citizens().with_account().map(|citizen| Listed {
        id: citizen.id.clone(),
        name: citizen.name.clone(),
        summary: citizen.summary.clone(),
        summary_en: citizen.summary_en.clone(),
        synthetic: true,
    });
    Json(listed.collect())
}

async fn directory(State(sandbox): State<Sandbox>) -> Json<Vec<Citizen>> {
    Json(sandbox.citizens().with_account().cloned().collect())
}
