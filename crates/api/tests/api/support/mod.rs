//! What the tests stand on: the service as it is started in production, on a real SQLite file, the systems around it as
//! small servers that speak their real HTTP, and a browser that keeps one cookie.

pub mod browser;
pub mod drafts;
pub mod outside;
pub mod people;
mod tokens;

use std::{net::Ipv4Addr, time::Duration};

use api::{App, clock::Clock, config::Config};
use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use self::{
    browser::{Answer, Browser},
    outside::Outside,
    people::Citizen,
};

/// The date that every test lives on.
pub const TODAY: &str = "2026-07-15";

pub const OUTSIDE_TOKEN: &str = "a token for tests";
pub const CLIENT_SECRET: &str = "a secret/for tests";
pub const WEBHOOK_SECRET: &str = "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMga2V5IDEyMzQ=";

/// The moment now.
pub fn now() -> Timestamp {
    Clock::default().now()
}

/// A running service with its surroundings.
pub struct World {
    pub url: String,
    pub outside: Outside,
    pub folder: TempDir,
    config: Config,
    stop: CancellationToken,
    serving: JoinHandle<()>,
}

impl World {
    /// Starts everything.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// Starts everything, with settings of the test's own.
    pub async fn start_with(change: impl FnOnce(&mut Value)) -> Self {
        let outside = Outside::start().await;
        let folder = tempfile::tempdir().unwrap();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let at = |name: &str| folder.path().join(name).display().to_string();
        let mut settings = json!({
            "public_url": url,
            "database_url": format!("sqlite://{}", at("rongju.db")),
            "pictures_dir": at("pictures"),
            "identity_issuer": outside.url,
            "identity_client_secret": CLIENT_SECRET,
            "records_url": format!("{}/exchange", outside.url),
            "police_url": format!("{}/desk", outside.url),
            "post_url": format!("{}/post", outside.url),
            "sms_url": format!("{}/sms", outside.url),
            "outside_token": OUTSIDE_TOKEN,
            "webhook_secret": WEBHOOK_SECRET,
            "records_timeout_ms": 500,
            "demonstration": true,
            "today": TODAY,
        });
        change(&mut settings);
        let config: Config = serde_json::from_value(settings).unwrap();
        let (stop, serving) = serve(config.clone(), listener).await;
        Self { url, outside, folder, config, stop, serving }
    }

    /// Changes the database behind the service's back, as time does.
    pub async fn execute(&self, statement: &str) {
        let url = format!("sqlite://{}/rongju.db", self.folder.path().display());
        let database = sea_orm::Database::connect(url).await.unwrap();
        database.execute_unprepared(statement).await.unwrap();
        database.close().await.unwrap();
    }

    /// Stops the service and starts it again on the same data, on another day.
    pub async fn restart_on(&mut self, today: &str) {
        self.stop.cancel();
        (&mut self.serving).await.unwrap();
        self.config.today = Some(today.parse().unwrap());
        let address = self.url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind(address).await.unwrap();
        (self.stop, self.serving) = serve(self.config.clone(), listener).await;
    }

    /// Starts another replica on the same data, on the same day. It stops with the test.
    pub async fn another_replica(&self) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        serve(self.config.clone(), listener).await;
    }

    /// Stops the service and waits until it has.
    pub async fn stop(self) {
        self.stop.cancel();
        self.serving.await.unwrap();
    }

    /// A browser of nobody.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// A browser in which somebody is signed in.
    pub async fn signed_in(&self, citizen: &Citizen) -> Browser {
        let mut browser = self.browser();
        let back = browser.sign_in(&self.outside, citizen, "/").await;
        assert_eq!(back.location(), "/", "signed in");
        browser
    }

    /// Somebody who agreed that records are read, and uploaded every picture.
    pub async fn prepared(&self, citizen: &Citizen) -> Browser {
        let mut browser = self.signed_in(citizen).await;
        browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
        drafts::upload_all(&mut browser).await;
        browser
    }

    /// An application of that person, with the draft as it is given.
    pub async fn submitted(&self, browser: &mut Browser, draft: &Value) -> String {
        let answer = browser.submit(&Uuid::new_v4().to_string(), draft).await;
        answer.expect(201)["number"].as_str().unwrap().to_owned()
    }

    /// What the police desk says, signed.
    pub async fn police(&self, number: &str, event: &str, more: Value) -> Answer {
        let actor = match event {
            "approve" | "reject" => "approver",
            "card_made" => "production",
            _ => "station",
        };
        let officer = if actor == "approver" { "510002" } else { "510001" };
        let mut notice = json!({
            "id": Uuid::new_v4(), "number": number, "event": event, "actor": actor, "officer": officer, "at": now(),
        });
        notice.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
        self.notice("police", &notice).await
    }

    /// A notice, signed under its own identifier.
    pub async fn notice(&self, sender: &str, notice: &Value) -> Answer {
        let body = notice.to_string();
        let id = notice["id"].as_str().unwrap();
        let at = now().as_second();
        let signature = standardwebhooks::Webhook::new(WEBHOOK_SECRET).unwrap().sign(id, at, body.as_bytes()).unwrap();
        self.raw_notice(sender, id, at, &signature, &body).await
    }

    /// A notice with any headers.
    pub async fn raw_notice(&self, sender: &str, id: &str, at: i64, signature: &str, body: &str) -> Answer {
        let request = reqwest::Client::new()
            .post(format!("{}/api/webhooks/{sender}", self.url))
            .header("content-type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", at)
            .header("webhook-signature", signature)
            .body(body.to_owned());
        Answer::of(request.send().await.unwrap()).await
    }
}

async fn serve(config: Config, listener: TcpListener) -> (CancellationToken, JoinHandle<()>) {
    let stop = CancellationToken::new();
    let app = App::open(config).await.unwrap();
    let told = stop.clone();
    (stop, tokio::spawn(async move { app.serve(listener, told).await.unwrap() }))
}

/// Looks again and again until there is something; at most ten seconds.
pub async fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..200 {
        if let Some(found) = look() {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what} did not happen");
}
