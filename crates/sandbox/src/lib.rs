//! The sandbox: the systems of the state around Rongju, imitated over real HTTP, so that the API cannot tell it from them.
//!
//! One room a module: [`citizens`] and [`exchange`] (records), [`desk`] (police), [`post`], [`sms`]; the sign-in is
//! `identity/`, a Node program. Everything a person sees says 演示系统, and everybody in it is synthetic.

pub mod access;
pub mod citizens;
pub mod clock;
pub mod config;
pub mod desk;
pub mod exchange;
pub mod failure;
pub mod officer;
pub mod pages;
pub mod personal;
pub mod post;
pub mod sms;
pub mod store;
pub mod webhook;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
    routing::get,
};
use serde_json::{Value, json};

use crate::{
    citizens::{Citizens, CitizensError},
    clock::Clock,
    config::Config,
    exchange::Faults,
    officer::Officer,
    store::{Store, StoreError},
    webhook::{Sender, SenderError},
};

/// One sandbox; cheap to clone.
#[derive(Debug, Clone)]
pub struct Sandbox(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: Config,
    clock: Clock,
    citizens: Citizens,
    faults: Faults,
    officer: Officer,
    store: Store,
    sender: Sender,
}

/// The sandbox cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The people.
    #[error(transparent)]
    Citizens(#[from] CitizensError),
    /// The data folder.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The webhooks.
    #[error(transparent)]
    Sender(#[from] SenderError),
}

impl Sandbox {
    /// Opens the data folder and reads the people.
    pub fn open(config: Config) -> Result<Self, StartError> {
        let clock = Clock::new(config.today);
        Ok(Self(Arc::new(Inner {
            clock,
            citizens: Citizens::load()?,
            faults: Faults::default(),
            officer: Officer::new(config.officer),
            store: Store::open(&config.data_dir)?,
            sender: Sender::new(&config.app_url, &config.webhook_secret, clock)?,
            config,
        })))
    }

    /// Its settings.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Its clock.
    pub fn clock(&self) -> Clock {
        self.0.clock
    }

    /// The people.
    pub fn citizens(&self) -> &Citizens {
        &self.0.citizens
    }

    /// Which registers do not behave.
    pub fn faults(&self) -> &Faults {
        &self.0.faults
    }

    /// Who works at desk and post office.
    pub fn officer(&self) -> &Officer {
        &self.0.officer
    }

    /// What survives a restart.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The way to Rongju.
    pub fn sender(&self) -> &Sender {
        &self.0.sender
    }
}

/// Everything the sandbox answers to.
pub fn router(sandbox: Sandbox) -> Router {
    Router::new()
        .route("/health", get(health))
        .merge(pages::routes())
        .merge(citizens::routes::routes(&sandbox))
        .merge(exchange::routes(&sandbox))
        .merge(desk::routes(&sandbox))
        .merge(post::routes(&sandbox))
        .merge(sms::routes(&sandbox))
        .layer(middleware::from_fn(strict))
        .with_state(sandbox)
}

async fn health() -> Json<Value> {
    Json(json!({"status": "ok"}))
}

/// The headers of every answer: nothing from elsewhere runs in the pages, and nobody frames them.
async fn strict(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
