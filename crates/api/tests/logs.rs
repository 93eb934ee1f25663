//! Logs tell what happened and never to whom.
//!
//! A program of its own: what is captured is what this process writes, whichever thread writes it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test can't do without fails it")]

#[allow(dead_code, reason = "the other tests use the rest")]
#[path = "api/support/mod.rs"]
mod support;

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use support::{World, drafts, people, people::LIN, until};

#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn a_whole_journey_leaves_no_personal_datum_in_the_logs() {
    let captured = Captured::default();
    let subscriber =
        tracing_subscriber::fmt().json().with_writer(captured.clone()).with_max_level(tracing::Level::DEBUG);
    tracing::subscriber::set_global_default(subscriber.finish()).unwrap();

    let world = World::start().await;
    world.outside.kept().down.insert("household".into());
    world.outside.kept().desk_fails = 1;
    let mut browser = world.prepared(&LIN).await;
    browser.get("/api/records").await.expect(200);
    let mut wrong = drafts::complete();
    wrong["answers"]["address"] = json!(7);
    browser.submit("a-key-for-what-is-wrong", &wrong).await.refused(400, "malformed_body");
    let number = world.submitted(&mut browser, &drafts::complete_by_post()).await;
    let application = browser.get(&format!("/api/applications/{number}")).await.expect(200);
    let code = application["verification_code"].as_str().unwrap();
    browser.get(&format!("/api/applications/{number}/receipt")).await;
    let asked = browser.request(reqwest::Method::POST, "/api/receipts/verify");
    browser.send(asked.json(&json!({"number": number, "code": code}))).await.expect(200);
    for event in ["accept", "approve", "card_made"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    until("the order of a parcel", || world.outside.kept().parcels.values().next().cloned()).await;
    until("the case at the desk", || world.outside.kept().cases.get(&number).cloned()).await;
    let session = browser.cookie.clone();
    browser.get("/somewhere?name=林示例").await;
    browser.get("/api/sign-in/callback?code=secret-code&state=secret-state").await;
    browser.post("/api/sign-out").await.expect(200);
    world.stop().await;

    let logs = String::from_utf8(captured.0.lock().unwrap().clone()).unwrap();
    for expected in ["/api/applications\"", "\"status\":201", "record not available", "job failed", "job done"] {
        assert!(logs.contains(expected), "{expected} is missing:\n{logs}");
    }
    for personal in [
        LIN.name,
        LIN.identity_number,
        LIN.phone,
        people::ADDRESS,
        people::HOUSEHOLD,
        people::EMPLOYER,
        "示例省示例市示例街5号",
        "%E6%9E%97",
        code,
        "secret-code",
        "secret-state",
    ] {
        assert!(!logs.contains(personal), "{personal} is in the logs");
    }
    let session = session.unwrap();
    let session = session.split('=').nth(1).unwrap();
    assert!(!logs.contains(session), "a session is in the logs");
}
