//! HTTP in and out, and nothing else: one file a resource, each endpoint with its description.

mod applications;
mod consents;
mod corrections;
mod drafts;
mod employers;
mod extract;
mod health;
mod household;
mod me;
pub mod openapi;
mod pictures;
mod receipts;
mod record_checks;
mod records;
mod session;
mod sign_in;
mod stations;
mod status;
mod webhooks;
mod withdrawal;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
    routing::{get, post, put},
};
use wire::{endpoint, picture::MAX_PICTURE_BYTES};

use crate::{App, access, security, static_files, telemetry};

/// The most that a JSON body may weigh, in bytes: a draft with every answer at its longest is half of it.
const MAX_JSON_BYTES: usize = 128 * 1024;

/// Everything that the service answers.
pub fn router(app: App) -> Router {
    let picture = get(pictures::read)
        .merge(put(pictures::put).layer(DefaultBodyLimit::max(MAX_PICTURE_BYTES)))
        .delete(pictures::delete);
    Router::new()
        .route(endpoint::HEALTH, get(health::health))
        .route(endpoint::OPENAPI, get(openapi::serve))
        .route(endpoint::SESSION, get(session::session))
        .route(endpoint::SIGN_IN, get(sign_in::begin))
        .route(endpoint::SIGN_IN_CALLBACK, get(sign_in::come_back))
        .route(endpoint::SIGN_OUT, post(session::sign_out))
        .route(endpoint::ME, get(me::me))
        .route(endpoint::PHONE_KEY, get(me::phone_key))
        .route(endpoint::HOUSEHOLD, get(household::read).post(household::look_up))
        .route(endpoint::CONSENTS, get(consents::list))
        .route(endpoint::CONSENT, put(consents::give).delete(consents::withdraw))
        .route(endpoint::RECORDS, get(records::records))
        .route(endpoint::RECORD_CHECKS, get(record_checks::list).post(record_checks::ask))
        .route(endpoint::EMPLOYER, get(employers::read))
        .route(endpoint::DRAFTS, get(drafts::list))
        .route(endpoint::DRAFT, get(drafts::read).put(drafts::save).delete(drafts::delete))
        .route(endpoint::PICTURES, get(pictures::earlier))
        .route(endpoint::PICTURE, picture)
        .route(endpoint::APPLICATIONS, get(applications::list).post(applications::submit))
        .route(endpoint::APPLICATION, get(applications::read))
        .route(endpoint::STATUS, get(status::status))
        .route(endpoint::CORRECTION, post(corrections::correct))
        .route(endpoint::WITHDRAWAL, post(withdrawal::withdraw))
        .route(endpoint::RECEIPT, get(receipts::read))
        .route(endpoint::VERIFY_RECEIPT, post(receipts::verify))
        .route(endpoint::STATIONS, get(stations::list))
        .route(endpoint::POLICE_WEBHOOK, post(webhooks::police))
        .route(endpoint::POST_WEBHOOK, post(webhooks::post))
        .route_layer(from_fn_with_state(app.clone(), access::guard))
        .layer(crate::session::layer(app.store().clone()))
        .layer(DefaultBodyLimit::max(MAX_JSON_BYTES))
        .fallback(static_files::serve)
        .layer(from_fn_with_state(app.clone(), security::headers))
        .layer(from_fn(telemetry::observe))
        .with_state(app)
}
