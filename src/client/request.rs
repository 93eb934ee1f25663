//! One request: its headers, its time limit, its answer.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo_net::http::{Headers, Method, Request};
use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;
use web_sys::{AbortController, RequestInit};
use wire::endpoint::{ACTING_FOR, REQUESTED_BY, REQUESTED_BY_APP};

use super::{
    ClientError,
    retry::{self, Failure},
};
use crate::device::acting;

/// How long an answer may take. The API itself gives up on the systems behind it earlier.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// The largest body that is sent to outlive its page, in bytes: browsers allow 64 KiB for all that are under way.
const OUTLIVING: usize = 32 * 1024;

/// A request to an endpoint of ours.
pub(super) struct Call {
    method: Method,
    address: String,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
    repeatable: bool,
    outlives_page: bool,
}

impl Call {
    /// Reads.
    pub fn get(address: impl Into<String>) -> Self {
        Self::new(Method::GET, address.into(), true)
    }

    /// Asks whether it could be read.
    pub fn head(address: impl Into<String>) -> Self {
        Self::new(Method::HEAD, address.into(), true)
    }

    /// Puts something in its place; putting it there again changes nothing.
    pub fn put(address: impl Into<String>) -> Self {
        Self::new(Method::PUT, address.into(), true)
    }

    /// Takes something away; taking it away again changes nothing.
    pub fn delete(address: impl Into<String>) -> Self {
        Self::new(Method::DELETE, address.into(), true)
    }

    /// Does something once, so it is not repeated unless [`Call::once`] makes that safe.
    pub fn post(address: impl Into<String>) -> Self {
        Self::new(Method::POST, address.into(), false)
    }

    fn new(method: Method, address: String, repeatable: bool) -> Self {
        let changes = !matches!(method, Method::GET | Method::HEAD);
        let own = changes.then(|| (REQUESTED_BY, REQUESTED_BY_APP.to_owned()));
        let headers = own.into_iter().chain(acting::child().map(|child| (ACTING_FOR, child))).collect();
        Self { method, address, headers, body: None, repeatable, outlives_page: false }
    }

    /// Adds a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The server does it once however often it is sent with this key.
    pub fn once(mut self, key: &str) -> Self {
        self.repeatable = true;
        self.header(wire::endpoint::IDEMPOTENCY_KEY, key)
    }

    /// The line may break after the server has done it, and a second time would be refused: the caller looks.
    pub fn not_repeated(mut self) -> Self {
        self.repeatable = false;
        self
    }

    /// The browser finishes sending it also where the page is left meanwhile (`keepalive`).
    pub fn outlives_page(mut self) -> Self {
        self.outlives_page = true;
        self
    }

    /// Sends this as the body.
    ///
    /// # Errors
    /// [`ClientError::Unexpected`] where it can't be written as JSON.
    pub fn json(mut self, body: &impl Serialize) -> Result<Self, ClientError> {
        self.body = Some(serde_json::to_string(body).map_err(|_| ClientError::Unexpected)?);
        Ok(self.header("content-type", "application/json"))
    }

    /// Sends it and waits for the whole answer.
    ///
    /// # Errors
    /// Any [`ClientError`]; an answer with a failing status is one.
    pub async fn send(self) -> Result<Answer, ClientError> {
        if self.repeatable {
            retry::repeatable(async || self.attempt().await).await
        } else {
            self.attempt().await.map_err(|failure| failure.error)
        }
    }

    async fn attempt(&self) -> Result<Answer, Failure> {
        let limit = TimeLimit::start(TIME_LIMIT);
        let request = self.request(&limit).map_err(|_| Failure::unexpected())?;
        let response = request.send().await.map_err(|_| limit.failure())?;
        let body = response.binary().await.map_err(|_| limit.failure())?;
        let status = response.status();
        if response.ok() || status == 304 {
            Ok(Answer { status, headers: response.headers(), body })
        } else {
            Err(Failure::of_answer(status, &body))
        }
    }

    fn request(&self, limit: &TimeLimit) -> Result<Request, JsValue> {
        let init = RequestInit::new();
        init.set_method(self.method.as_ref());
        let headers = web_sys::Headers::new()?;
        for (name, value) in &self.headers {
            headers.append(name, value)?;
        }
        init.set_headers(&headers);
        if let Some(body) = &self.body {
            init.set_body(&body.into());
        }
        init.set_signal(limit.signal().as_ref());
        if self.outlives_page && self.body.as_ref().is_none_or(|body| body.len() <= OUTLIVING) {
            // The bindings do not know the option, and `gloo-net` has none for it.
            Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
        }
        Ok(web_sys::Request::new_with_str_and_init(&self.address, &init)?.into())
    }
}

/// An answer that is no failure.
pub(super) struct Answer {
    /// The HTTP status.
    pub status: u16,
    headers: Headers,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as what the endpoint answers.
    ///
    /// # Errors
    /// [`ClientError::Unexpected`].
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, ClientError> {
        serde_json::from_slice(&self.body).map_err(|_| ClientError::Unexpected)
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name)
    }
}

/// Takes a request back when its time is over, or when nobody waits for it any more.
struct TimeLimit {
    controller: Option<AbortController>,
    is_over: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl TimeLimit {
    fn start(limit: Duration) -> Self {
        // A browser without it runs no module of ours; should one, the request just has no limit.
        let controller = AbortController::new().ok();
        let is_over = Rc::new(Cell::new(false));
        let milliseconds = u32::try_from(limit.as_millis()).unwrap_or(u32::MAX);
        let timer = Timeout::new(milliseconds, {
            let (controller, is_over) = (controller.clone(), is_over.clone());
            move || {
                is_over.set(true);
                controller.iter().for_each(AbortController::abort);
            }
        });
        Self { controller, is_over, _timer: timer }
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    fn failure(&self) -> Failure {
        Failure::on_the_way(if self.is_over.get() { ClientError::Timeout } else { ClientError::Offline })
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        // After the answer this does nothing.
        self.controller.iter().for_each(AbortController::abort);
    }
}
