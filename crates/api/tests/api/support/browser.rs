//! A browser: one cookie, no redirects followed unseen, our header on what changes something.

use reqwest::{Client, Method, RequestBuilder, Response, header, redirect::Policy};
use serde_json::{Value, json};
use url::Url;

use super::{outside::Outside, people::Citizen};

/// An answer, read.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: header::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub async fn of(response: Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        Self { status, headers, bytes: response.bytes().await.unwrap().to_vec() }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    /// The body of an answer with that status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        self.json()
    }

    /// A problem with that status and code, and all that every problem has.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        let problem = self.expect(status);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(problem["code"], code, "{problem}");
        assert_eq!(problem["type"], format!("/problems/{code}"));
        assert_eq!(problem["status"], status);
        assert_eq!(problem["trace_id"], self.header("x-request-id"));
        problem
    }
}

/// Somebody's browser.
#[derive(Clone)]
pub struct Browser {
    http: Client,
    url: String,
    pub cookie: Option<String>,
}

impl Browser {
    pub fn new(url: &str) -> Self {
        Self { http: Client::builder().redirect(Policy::none()).build().unwrap(), url: url.to_owned(), cookie: None }
    }

    /// A request with the cookie and nothing else.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.url));
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    /// A request as our pages send it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.bare(method, path).header("x-requested-by", "rongju")
    }

    pub async fn send(&mut self, request: RequestBuilder) -> Answer {
        let answer = Answer::of(request.send().await.unwrap()).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            // As browsers do: a `__Host-` cookie that is not secure, or is not for every path, is ignored.
            if cookie.starts_with("__Host-") && !(cookie.contains("Secure") && cookie.contains("Path=/")) {
                continue;
            }
            let pair = cookie.split(';').next().unwrap();
            let is_gone = cookie.contains("Max-Age=0");
            self.cookie = (!is_gone).then(|| pair.to_owned());
        }
        answer
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(self.bare(Method::GET, path)).await
    }

    pub async fn put(&mut self, path: &str, body: &Value) -> Answer {
        self.send(self.request(Method::PUT, path).json(body)).await
    }

    pub async fn post(&mut self, path: &str) -> Answer {
        self.send(self.request(Method::POST, path)).await
    }

    pub async fn delete(&mut self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path)).await
    }

    pub async fn submit(&mut self, key: &str, draft: &Value) -> Answer {
        let request = self.request(Method::POST, "/api/applications").header("idempotency-key", key);
        self.send(request.json(&json!({"draft": draft}))).await
    }

    pub async fn correct(&mut self, number: &str, key: &str, draft: &Value) -> Answer {
        let path = format!("/api/applications/{number}/correction");
        let request = self.request(Method::POST, &path).header("idempotency-key", key);
        self.send(request.json(&json!({"draft": draft}))).await
    }

    pub async fn picture(&mut self, id: &str, item: &str, jpeg: &[u8]) -> Answer {
        let request = self.request(Method::PUT, &format!("/api/pictures/{id}?item={item}"));
        self.send(request.header(header::CONTENT_TYPE, "image/jpeg").body(jpeg.to_vec())).await
    }

    /// A part of a picture: `bytes`, which begin at `start`, of `size` in all.
    pub async fn part(&mut self, id: &str, item: &str, start: usize, bytes: &[u8], size: usize) -> Answer {
        let range = format!("bytes {start}-{}/{size}", (start + bytes.len()).saturating_sub(1));
        let request = self.request(Method::PUT, &format!("/api/pictures/{id}?item={item}"));
        let request = request.header(header::CONTENT_TYPE, "image/jpeg").header(header::CONTENT_RANGE, range);
        self.send(request.body(bytes.to_vec())).await
    }

    pub async fn status(&mut self, number: &str) -> Value {
        self.get(&format!("/api/applications/{number}/status")).await.expect(200)
    }

    /// To the provider, through its sign-in, and back to our callback, whose answer this is.
    pub async fn sign_in(&mut self, outside: &Outside, citizen: &Citizen, return_to: &str) -> Answer {
        let there = self.begin_sign_in(return_to).await;
        let code = outside.grant(&there, citizen);
        self.come_back(&[("code", &code), ("state", &parameter(&there, "state"))]).await
    }

    /// Where the sign-in sends the browser.
    pub async fn begin_sign_in(&mut self, return_to: &str) -> Url {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("return_to", return_to).finish();
        let answer = self.get(&format!("/api/sign-in?{query}")).await;
        assert_eq!(answer.status, 303);
        Url::parse(answer.location()).unwrap()
    }

    pub async fn come_back(&mut self, query: &[(&str, &str)]) -> Answer {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        self.get(&format!("/api/sign-in/callback?{query}")).await
    }
}

/// A parameter of an address.
pub fn parameter(address: &Url, name: &str) -> String {
    address.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}
