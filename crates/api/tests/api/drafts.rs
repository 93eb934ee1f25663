//! Drafts between two devices.

use reqwest::Method;

use serde_json::{Value, json};

use crate::support::{
    World,
    browser::{Answer, Browser},
    drafts::{self, complete, page, prepared},
    people::{LIN, ZHAO},
    until,
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

#[tokio::test]
async fn a_picture_goes_with_the_save_that_lets_go_of_it_and_no_sooner() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    save(&mut browser, &complete(), FIRST).await.expect(201);
    let old = drafts::picture("ground_proof");
    let path = format!("/api/pictures/{}", old.id);
    // The phone lets go of it first, and dies before it has saved what it has instead.
    browser.delete(&path).await.expect(204);
    assert_eq!(browser.get(&path).await.status, 200);

    let new = prepared(1200, 900, 33);
    browser.picture(&new.id, "ground_proof", &new.jpeg).await.expect(200);
    let mut retaken = complete();
    retaken["pictures"]["ground_proof"] = json!([page(&new)]);
    save(&mut browser, &retaken, ("if-match", "\"7\"")).await.refused(412, "stale_version");
    assert_eq!(browser.get(&path).await.status, 200);
    save(&mut browser, &retaken, ("if-match", "\"1\"")).await.expect(200);
    browser.get(&path).await.refused(404, "not_found");
    assert_eq!(browser.get(&format!("/api/pictures/{}", new.id)).await.status, 200);

    browser.delete(PATH).await.expect(204);
    browser.get(&format!("/api/pictures/{}", new.id)).await.refused(404, "not_found");
}

#[tokio::test]
async fn what_was_begun_is_listed_until_it_is_submitted_or_deleted() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    assert_eq!(browser.get("/api/drafts").await.expect(200), json!([]));
    let saved = save(&mut browser, &complete(), FIRST).await.expect(201);
    for (service, typed) in [("registration", json!({"phone": "13800138000"})), ("exchange", json!({}))] {
        let draft = json!({"service": service, "answers": typed, "provenance": {}, "pictures": {}});
        let path = format!("/api/drafts/{service}");
        let request = browser.request(Method::PUT, &path).header("if-none-match", "*").json(&draft);
        browser.send(request).await.expect(201);
    }
    let list = browser.get("/api/drafts").await.expect(200);
    let services: Vec<&Value> = list.as_array().unwrap().iter().map(|draft| &draft["service"]).collect();
    assert_eq!(services, ["registration", "first_issue"], "nothing was typed for the exchange");
    assert_eq!(list[1]["expires_at"], saved["expires_at"]);
    browser.delete("/api/drafts/registration").await.expect(204);
    world.submitted(&mut browser, &complete()).await;
    assert_eq!(browser.get("/api/drafts").await.expect(200), json!([]));
    assert_eq!(world.signed_in(&ZHAO).await.get("/api/drafts").await.expect(200), json!([]));
}

/// As if every draft had been saved so many days ago.
async fn days_pass(world: &World, days: i64) {
    let earlier = days * 24 * 60 * 60 * 1000;
    world.execute(&format!("UPDATE draft SET saved_at = saved_at - {earlier}")).await;
}

#[tokio::test]
async fn the_owner_of_a_draft_is_told_once_before_it_is_deleted_and_again_after_another_month() {
    let mut world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    save(&mut browser, &complete(), FIRST).await.expect(201);
    let told = |world: &World| {
        let kept = world.outside.kept();
        let messages = kept.messages.iter().filter(|message| message["template"] == "draft_reminder");
        messages.map(|message| message["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (days, times) in [(26, 0), (2, 1), (1, 1)] {
        days_pass(&world, days).await;
        world.restart_on("2026-07-15").await;
        until("the reminder", || (told(&world).len() >= times).then_some(())).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert_eq!(told(&world).len(), times, "after {days} more days");
    }
    let text = told(&world).remove(0);
    assert!(text.contains("您填的居住证申领还没有提交") && !text.contains(LIN.identity_number), "{text}");

    save(&mut browser, &complete(), ("if-match", "\"1\"")).await.expect(200);
    days_pass(&world, 28).await;
    world.restart_on("2026-07-15").await;
    until("the second reminder", || (told(&world).len() == 2).then_some(())).await;
}
