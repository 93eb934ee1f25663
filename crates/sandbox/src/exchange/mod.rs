//! The record exchange (政务数据共享): one address for all registers, in the manner of such platforms — HTTP 200 with a
//! `code` of its own — and a page that switches a register off or makes it slow.

mod catalog;
pub mod checks;
mod employers;
mod faults;
mod page;
pub mod permits;
mod query;
pub mod registers;
pub mod registrations;

use axum::{
    Router, middleware,
    routing::{get, post, put},
};

use crate::{Sandbox, access};

pub use faults::Faults;

/// `POST /exchange/query`, `/exchange/checks/{id}` and `/exchange/employers/{code}` for machines; `GET /exchange` and what its forms send for people.
pub fn routes(sandbox: &Sandbox) -> Router<Sandbox> {
    let machines = Router::new()
        .route("/exchange/query", post(query::answer))
        .route("/exchange/checks/{id}", put(checks::take).get(checks::state))
        .route("/exchange/employers/{code}", get(employers::read))
        .route_layer(middleware::from_fn_with_state(sandbox.clone(), access::machines_only));
    let pages = Router::new()
        .route("/exchange", get(page::show))
        .route("/exchange/faults", post(faults::switch))
        .route("/exchange/checks/{id}/answer", post(checks::answer))
        .route_layer(middleware::from_fn(access::own_forms_only));
    machines.merge(pages)
}
