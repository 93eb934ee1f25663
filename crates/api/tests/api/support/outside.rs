//! The systems around the service, each keeping what it was told: identity provider, record exchange, police desk, post,
//! SMS gateway. They speak the HTTP of the real ones and check what those check.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::Ipv4Addr,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use axum::{
    Form, Json, Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use base64::{Engine, engine::general_purpose::STANDARD, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use url::Url;
use uuid::Uuid;

use super::{CLIENT_SECRET, OUTSIDE_TOKEN, browser::parameter, now, people, people::Citizen, tokens};

/// Everything that they keep.
#[derive(Default)]
pub struct Kept {
    codes: BTreeMap<String, Granted>,
    tokens: BTreeMap<String, Citizen>,
    /// Whether ID tokens are signed by somebody else.
    pub forged: bool,
    /// What the registers were asked: catalogue, purpose, number of the consent.
    pub questions: Vec<Value>,
    /// Registers that answer 503, and registers that do not answer in time.
    pub down: BTreeSet<String>,
    pub slow: BTreeSet<String>,
    /// What a register answers instead of what it usually does.
    pub records: BTreeMap<String, Value>,
    /// How many calls to the desk still fail.
    pub desk_fails: u32,
    /// How many SMS still fail.
    pub sms_fails: u32,
    /// How many orders of the post still fail.
    pub post_fails: u32,
    pub cases: BTreeMap<String, Value>,
    pub case_pictures: BTreeMap<(String, String), Vec<u8>>,
    pub withdrawn: Vec<String>,
    pub parcels: BTreeMap<String, Value>,
    pub messages: Vec<Value>,
    /// Requests to check a record, and their answers.
    pub checks: BTreeMap<String, Value>,
    /// The codes by which employers were asked for.
    pub employers_asked: Vec<String>,
    pub check_answers: BTreeMap<String, Value>,
}

struct Granted {
    citizen: Citizen,
    nonce: String,
    challenge: String,
    redirect: String,
}

/// They are running.
#[derive(Clone)]
pub struct Outside {
    pub url: String,
    kept: Arc<Mutex<Kept>>,
}

impl Outside {
    pub async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let outside = Self { url, kept: Arc::default() };
        let machines = Router::new()
            .route("/exchange/query", post(query))
            .route("/exchange/checks/{id}", put(put_check).get(check_state))
            .route("/exchange/employers/{code}", get(employer))
            .route("/desk/cases/{number}", put(put_case))
            .route("/desk/cases/{number}/pictures/{id}", put(put_picture))
            .route("/desk/cases/{number}/withdrawal", post(withdraw))
            .route("/post/parcels", post(parcel))
            .route("/sms/messages", post(message))
            .route_layer(axum::middleware::from_fn(machines_only));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(|| async { Json(tokens::jwks()) }))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .merge(machines)
            .with_state(outside.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        outside
    }

    /// What they keep.
    pub fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap()
    }

    /// What the provider does once somebody has passed its check: a code for the request that came in at `there`.
    pub fn grant(&self, there: &Url, citizen: &Citizen) -> String {
        assert_eq!(parameter(there, "client_id"), "rongju");
        assert_eq!(parameter(there, "response_type"), "code");
        assert_eq!(parameter(there, "scope"), "openid profile phone identity");
        assert_eq!(parameter(there, "code_challenge_method"), "S256");
        assert_eq!(parameter(there, "acr_values").split(' ').count(), 4, "four ways, none preferred");
        let code = Uuid::new_v4().to_string();
        let granted = Granted {
            citizen: citizen.clone(),
            nonce: parameter(there, "nonce"),
            challenge: parameter(there, "code_challenge"),
            redirect: parameter(there, "redirect_uri"),
        };
        self.kept().codes.insert(code.clone(), granted);
        code
    }
}

async fn machines_only(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    let shown = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    if shown == Some(format!("Bearer {OUTSIDE_TOKEN}").as_str()) {
        next.run(request).await
    } else {
        StatusCode::UNAUTHORIZED.into_response()
    }
}

async fn discovery(State(outside): State<Outside>) -> Json<Value> {
    let at = |path: &str| format!("{}{path}", outside.url);
    Json(json!({
        "issuer": outside.url,
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"),
        "userinfo_endpoint": at("/userinfo"),
        "end_session_endpoint": at("/session/end"),
        "jwks_uri": at("/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
}

async fn token(
    State(outside): State<Outside>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    let secret: String = url::form_urlencoded::byte_serialize(CLIENT_SECRET.as_bytes()).collect();
    let expected = format!("Basic {}", STANDARD.encode(format!("rongju:{secret}")));
    if headers.get("authorization").and_then(|value| value.to_str().ok()) != Some(expected.as_str()) {
        return (StatusCode::UNAUTHORIZED, Json(json!({"error": "invalid_client"}))).into_response();
    }
    let mut kept = outside.kept();
    let granted = form.get("code").and_then(|code| kept.codes.remove(code));
    let verifier = form.get("code_verifier").map(|verifier| URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)));
    let Some(granted) = granted.filter(|granted| {
        Some(&granted.challenge) == verifier.as_ref() && Some(&granted.redirect) == form.get("redirect_uri")
    }) else {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    };
    let at = now().as_second();
    let mut claims = json!({
        "iss": outside.url, "sub": granted.citizen.subject, "aud": "rongju", "iat": at, "exp": at + 300,
        "nonce": granted.nonce,
    });
    if !granted.citizen.acr.is_empty() {
        claims["acr"] = granted.citizen.acr.into();
    }
    let id_token = tokens::id_token(&claims, kept.forged);
    let access_token = Uuid::new_v4().to_string();
    kept.tokens.insert(access_token.clone(), granted.citizen);
    let answer = json!({
        "access_token": access_token, "token_type": "Bearer", "expires_in": 300, "id_token": id_token,
        "scope": "openid profile phone identity",
    });
    Json(answer).into_response()
}

async fn userinfo(State(outside): State<Outside>, headers: HeaderMap) -> Response {
    let shown = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    match outside.kept().tokens.get(shown.trim_start_matches("Bearer ")) {
        Some(citizen) => Json(json!({
            "sub": citizen.subject, "name": citizen.name, "phone_number": citizen.phone,
            "identity_number": citizen.identity_number,
        }))
        .into_response(),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

async fn query(State(outside): State<Outside>, Json(question): Json<Value>) -> Response {
    let catalog = question["catalog"].as_str().unwrap().to_owned();
    let (is_down, is_slow, own) = {
        let mut kept = outside.kept();
        kept.questions.push(question.clone());
        (kept.down.contains(&catalog), kept.slow.contains(&catalog), kept.records.get(&catalog).cloned())
    };
    if is_slow {
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
    if is_down {
        return (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"code": 503, "items": []}))).into_response();
    }
    let items = own.unwrap_or_else(|| people::items(&catalog));
    let code = if items.as_array().is_some_and(Vec::is_empty) { 404 } else { 0 };
    let answer = json!({"code": code, "as_of": super::TODAY, "source": format!("{catalog}（示例）"), "items": items});
    Json(answer).into_response()
}

async fn put_check(State(outside): State<Outside>, Path(id): Path<String>, Json(request): Json<Value>) -> StatusCode {
    outside.kept().checks.insert(id, request);
    StatusCode::OK
}

async fn check_state(State(outside): State<Outside>, Path(id): Path<String>) -> Response {
    let kept = outside.kept();
    if !kept.checks.contains_key(&id) {
        return StatusCode::NOT_FOUND.into_response();
    }
    Json(json!({"answer": kept.check_answers.get(&id)})).into_response()
}

async fn put_case(State(outside): State<Outside>, Path(number): Path<String>, Json(file): Json<Value>) -> StatusCode {
    let mut kept = outside.kept();
    if kept.desk_fails > 0 {
        kept.desk_fails -= 1;
        return StatusCode::BAD_GATEWAY;
    }
    assert_eq!(file["number"], number.as_str());
    let known = kept.cases.get(&number).map_or(0, |known| known["revision"].as_i64().unwrap());
    if file["revision"].as_i64().unwrap() > known {
        kept.cases.insert(number, file);
    }
    StatusCode::OK
}

async fn put_picture(
    State(outside): State<Outside>,
    Path((number, id)): Path<(String, String)>,
    bytes: Bytes,
) -> StatusCode {
    let mut kept = outside.kept();
    let pages = kept.cases.get(&number).map(|case| case["items"].clone()).unwrap_or_default();
    let pages: Vec<Value> = pages
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|item| item["pictures"].as_array().cloned().unwrap_or_default())
        .collect();
    let is_named = pages.iter().any(|page| page["id"] == id.as_str() && page["bytes"] == bytes.len());
    if !is_named {
        return StatusCode::NOT_FOUND;
    }
    kept.case_pictures.insert((number, id), bytes.to_vec());
    StatusCode::NO_CONTENT
}

async fn withdraw(State(outside): State<Outside>, Path(number): Path<String>) -> StatusCode {
    outside.kept().withdrawn.push(number);
    StatusCode::NO_CONTENT
}

async fn parcel(State(outside): State<Outside>, headers: HeaderMap, Json(parcel): Json<Value>) -> Response {
    let key = headers["idempotency-key"].to_str().unwrap().to_owned();
    let mut kept = outside.kept();
    if kept.post_fails > 0 {
        kept.post_fails -= 1;
        return StatusCode::BAD_GATEWAY.into_response();
    }
    let waybill = format!("123456789{:04}", kept.parcels.len() + 1);
    let entry = kept.parcels.entry(key).or_insert_with(|| {
        let mut parcel = parcel;
        parcel["waybill"] = waybill.into();
        parcel
    });
    (StatusCode::CREATED, Json(json!({"waybill": entry["waybill"]}))).into_response()
}

async fn message(State(outside): State<Outside>, headers: HeaderMap, Json(mut message): Json<Value>) -> StatusCode {
    let key = headers["idempotency-key"].to_str().unwrap();
    let mut kept = outside.kept();
    if kept.sms_fails > 0 {
        kept.sms_fails -= 1;
        return StatusCode::BAD_GATEWAY;
    }
    if kept.messages.iter().all(|known| known["key"] != key) {
        message["key"] = key.into();
        kept.messages.push(message);
    }
    StatusCode::ACCEPTED
}

/// The register of enterprises knows one.
async fn employer(State(outside): State<Outside>, Path(code): Path<String>) -> Response {
    outside.kept().employers_asked.push(code.clone());
    match code.as_str() {
        "91350100M000100Y43" => Json(json!({"name": "蓉示例有限公司"})).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
