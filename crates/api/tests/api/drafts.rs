//! Drafts between two devices.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    World,
    browser::{Answer, Browser},
    drafts::complete,
    people::LIN,
};

const PATH: &str = "/api/drafts/first_issue";

async fn save(browser: &mut Browser, draft: &Value, (name, value): (&str, &str)) -> Answer {
    let request = browser.request(Method::PUT, PATH).header(name, value).json(draft);
    browser.send(request).await
}

const FIRST: (&str, &str) = ("if-none-match", "*");

#[tokio::test]
async fn another_device_goes_on_where_the_first_one_stopped() {
    let world = World::start().await;
    let mut phone = world.signed_in(&LIN).await;
    phone.get(PATH).await.refused(404, "not_found");
    let saved = save(&mut phone, &complete(), FIRST).await;
    assert_eq!((saved.status, saved.header("etag")), (201, "\"1\""));
    let mut tablet = world.signed_in(&LIN).await;
    let found = tablet.get(PATH).await;
    assert_eq!(found.header("etag"), "\"1\"");
    let found = found.expect(200);
    assert_eq!((&found["draft"], &found["version"]), (&complete(), &json!(1)));
    let days: jiff::SignedDuration = {
        let at = |name: &str| found[name].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        at("expires_at").duration_since(at("saved_at"))
    };
    assert_eq!(days.as_hours(), 30 * 24);
}

#[tokio::test]
async fn a_save_over_an_older_version_is_refused_with_the_newer_one() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    save(&mut browser, &complete(), FIRST).await.expect(201);
    let mut changed = complete();
    changed["answers"]["phone"] = "13900139000".into();
    assert_eq!(save(&mut browser, &changed, ("if-match", "\"1\"")).await.expect(200)["version"], 2);

    let stale = save(&mut browser, &complete(), ("if-match", "\"1\"")).await.refused(412, "stale_version");
    assert_eq!(stale["current"]["version"], 2);
    assert_eq!(stale["current"]["draft"], changed);
    let second_first = save(&mut browser, &complete(), FIRST).await.refused(412, "stale_version");
    assert_eq!(second_first["current"]["version"], 2);
    assert_eq!(browser.get(PATH).await.expect(200)["draft"], changed);

    browser.delete(PATH).await.expect(204);
    let gone = save(&mut browser, &complete(), ("if-match", "\"2\"")).await.refused(412, "stale_version");
    assert_eq!(gone.get("current"), None);
}

#[tokio::test]
async fn a_save_names_the_version_it_goes_over() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    for wrong in [("accept", "*/*"), ("if-match", "1"), ("if-match", "*"), ("if-match", "\"one\"")] {
        save(&mut browser, &complete(), wrong).await.refused(400, "missing_header");
    }
}

#[tokio::test]
async fn of_two_saves_at_once_one_is_done() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    save(&mut browser, &complete(), FIRST).await.expect(201);
    let attempts = (0..8).map(|_| {
        let mut browser = browser.clone();
        async move { save(&mut browser, &complete(), ("if-match", "\"1\"")).await.status }
    });
    let mut statuses = futures_util::future::join_all(attempts).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412, 412, 412, 412, 412]);
}

#[tokio::test]
async fn a_draft_that_the_form_can_not_have_made_is_refused() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let with = |pointer: &str, value: Value| {
        let mut draft = complete();
        *draft.pointer_mut(pointer).unwrap() = value;
        draft
    };
    let mut unknown_field = complete();
    unknown_field["answers"]["shoe_size"] = "42".into();
    let mut unknown_key = complete();
    unknown_key["colour"] = "red".into();
    for (what, draft) in [
        ("an unknown field", unknown_field),
        ("an unknown key", unknown_key),
        ("a number for a text", with("/answers/phone", json!(13_800_138_000_u64))),
        ("null for a text", with("/answers/phone", Value::Null)),
        ("a text for a list", with("/pictures/face_photo", json!("x"))),
        ("an unknown service", with("/service", json!("citizenship"))),
        ("another service", with("/service", json!("endorsement"))),
        ("an overlong answer", with("/answers/address", json!("长".repeat(501)))),
        ("a picture by a path", with("/pictures/face_photo/0/id", json!("../../etc/passwd"))),
        ("a list", json!([])),
    ] {
        let problem = save(&mut browser, &draft, FIRST).await.refused(400, "malformed_body");
        assert!(!problem.to_string().contains("shoe_size"), "{what}: nothing typed is repeated");
    }
    let broken = browser.request(Method::PUT, PATH).header(FIRST.0, FIRST.1);
    let broken = broken.header("content-type", "application/json").body("{\"service\": \"first_issue\"");
    browser.send(broken).await.refused(400, "malformed_body");
    browser.get(PATH).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_json_is_refused() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let large = browser.request(Method::PUT, PATH).header(FIRST.0, FIRST.1).header("content-type", "application/json");
    browser.send(large.body(" ".repeat(200_000))).await.refused(413, "too_large");
    let form = browser.request(Method::PUT, PATH).header("content-type", "text/plain").body("{}");
    browser.send(form).await.refused(415, "unsupported_media_type");
}
