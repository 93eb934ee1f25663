//! The police desk (派出所工作台): takes applications from Rongju, lets officers work on them, and tells Rongju each step.

pub mod act;
mod api;
pub mod auto;
pub mod case;
mod choice;
mod officers;
mod page_actions;
mod page_case;
mod page_queue;
mod web;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post, put},
};

use crate::{Sandbox, access};

/// The largest picture that is taken, in bytes; Rongju reduces what it sends far below this.
const PICTURE_LIMIT: usize = 12 * 1024 * 1024;

/// `/desk/api/…` for machines and `/desk…` for officers.
pub fn routes(sandbox: &Sandbox) -> Router<Sandbox> {
    let machines = Router::new()
        .route("/desk/api/cases/{number}", put(api::put_case))
        .route(
            "/desk/api/cases/{number}/pictures/{id}",
            put(api::put_picture).layer(DefaultBodyLimit::max(PICTURE_LIMIT)),
        )
        .route("/desk/api/cases/{number}/withdrawal", post(api::withdraw))
        .route_layer(middleware::from_fn_with_state(sandbox.clone(), access::machines_only));
    let pages = Router::new()
        .route("/desk", get(web::queue))
        .route("/desk/officer", post(web::set_officer))
        .route("/desk/acting", post(web::act_as))
        .route("/desk/cases/{number}", get(web::case).post(web::act))
        .route("/desk/cases/{number}/again", post(web::again))
        .route("/desk/pictures/{token}", get(web::picture))
        .route_layer(middleware::from_fn(access::own_forms_only));
    machines.merge(pages)
}
