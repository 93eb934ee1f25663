//! The sandbox over real HTTP, on a free port, with a receiver in Rongju's place that checks every signature.
#![allow(clippy::unwrap_used, reason = "helpers of tests, where a panic is the failing test")]

mod desk;
mod pages;
mod people;
mod post;
mod records;
mod rongju;
mod sms;

use std::path::PathBuf;

use jiff::civil::Date;
use reqwest::{Client, RequestBuilder, StatusCode};
use sandbox::{Sandbox, config::Config, officer, router};
use serde_json::Value;
use tokio::net::TcpListener;
use uuid::Uuid;

const TOKEN: &str = "a-token-for-tests";

/// A running sandbox with its own data folder.
struct Running {
    address: String,
    client: Client,
    folder: PathBuf,
}

impl Running {
    /// Starts one whose webhooks go to `app_url`.
    async fn start(app_url: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sandbox-test-{}", Uuid::new_v4()));
        Self::start_in(folder, app_url, None, "manual").await
    }

    /// Starts one that sees its records from `today`.
    async fn start_on(today: Date) -> Self {
        let folder = std::env::temp_dir().join(format!("sandbox-test-{}", Uuid::new_v4()));
        Self::start_in(folder, "http://127.0.0.1:9", Some(today), "manual").await
    }

    async fn start_in(folder: PathBuf, app_url: &str, today: Option<Date>, officer_mode: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            app_url: app_url.to_owned(),
            identity_url: "http://localhost:8082".to_owned(),
            outside_token: TOKEN.to_owned(),
            webhook_secret: rongju::SECRET.to_owned(),
            data_dir: folder.clone(),
            today,
            officer: officer_mode.parse().unwrap(),
        };
        let sandbox = Sandbox::open(config).unwrap();
        tokio::spawn(officer::work(sandbox.clone()));
        tokio::spawn(async move { axum::serve(listener, router(sandbox)).await });
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { address, client, folder }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// As a machine, with the token.
    fn machine(&self, method: reqwest::Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.url(path)).bearer_auth(TOKEN)
    }

    /// A page's text, whatever its status.
    async fn page(&self, path: &str) -> String {
        self.client.get(self.url(path)).send().await.unwrap().text().await.unwrap()
    }

    /// A form of a page, sent as a browser does.
    async fn form(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let response = self.client.post(self.url(path)).form(fields).send().await.unwrap();
        (response.status(), response.text().await.unwrap())
    }

    /// Asks a register.
    async fn query(&self, catalog: &str, id_number: &str, name: &str) -> (StatusCode, Value) {
        let body = serde_json::json!({
            "catalog": catalog,
            "subject": {"id_number": id_number, "name": name},
            "purpose": "居住证申领",
            "authorization": "consent-1",
        });
        let response = self.machine(reqwest::Method::POST, "/exchange/query").json(&body).send().await.unwrap();
        (response.status(), response.json().await.unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
