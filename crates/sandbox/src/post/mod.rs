//! The post office: takes parcels from Rongju, moves their tracking, and tells Rongju each step.

pub mod act;
mod api;
mod page;
pub mod parcel;

use axum::{
    Router, middleware,
    routing::{get, post},
};

use crate::{Sandbox, access};

/// `POST /post/api/parcels` for machines and `/post…` for people.
pub fn routes(sandbox: &Sandbox) -> Router<Sandbox> {
    let machines = Router::new()
        .route("/post/api/parcels", post(api::take))
        .route_layer(middleware::from_fn_with_state(sandbox.clone(), access::machines_only));
    let pages = Router::new()
        .route("/post", get(page::show))
        .route("/post/parcels/{waybill}", post(page::step))
        .route("/post/parcels/{waybill}/again", post(page::again))
        .route_layer(middleware::from_fn(access::own_forms_only));
    machines.merge(pages)
}
