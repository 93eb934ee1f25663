//! A receiver in Rongju's place: verifies each webhook's signature and answers as it is told.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::Value;
use standardwebhooks::Webhook;
use tokio::net::TcpListener;

/// Key of the tests: `whsec_` and 32 bytes in base64.
pub const SECRET: &str = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

/// One webhook as it arrived.
#[derive(Debug, Clone)]
pub struct Received {
    pub kind: String,
    pub id: String,
    pub body: Value,
}

type Answers = VecDeque<(StatusCode, &'static str)>;

#[derive(Clone, Default)]
pub struct Rongju {
    pub address: String,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<Answers>>,
}

impl Rongju {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::start_at(listener)
    }

    pub fn start_at(listener: TcpListener) -> Self {
        let rongju = Self { address: format!("http://{}", listener.local_addr().unwrap()), ..Self::default() };
        let app = Router::new().route("/api/webhooks/{kind}", post(take)).with_state(rongju.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        rongju
    }

    /// Answers the next webhook like this instead of 204.
    pub fn answer_next(&self, status: StatusCode, problem: &'static str) {
        self.answers.lock().unwrap().push_back((status, problem));
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

async fn take(State(rongju): State<Rongju>, Path(kind): Path<String>, headers: HeaderMap, bytes: Bytes) -> Response {
    if let Err(error) = Webhook::new(SECRET).unwrap().verify(&bytes, &headers) {
        return (StatusCode::UNAUTHORIZED, error.to_string()).into_response();
    }
    let id = headers["webhook-id"].to_str().unwrap().to_owned();
    rongju.received.lock().unwrap().push(Received { kind, id, body: serde_json::from_slice(&bytes).unwrap() });
    match rongju.answers.lock().unwrap().pop_front() {
        Some((status, problem)) => {
            (status, [(header::CONTENT_TYPE, "application/problem+json")], problem).into_response()
        }
        None => StatusCode::NO_CONTENT.into_response(),
    }
}
