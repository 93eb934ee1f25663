//! What the police desk and the post report, and who only pretends to be them.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{World, browser::Browser, drafts::complete, now, people::LIN};

async fn submitted() -> (World, Browser, String) {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    (world, browser, number)
}

fn accept(number: &str) -> Value {
    json!({
        "id": Uuid::new_v4(), "number": number, "event": "accept", "actor": "station", "officer": "510001", "at": now(),
    })
}

#[tokio::test]
async fn a_notice_without_a_good_and_fresh_signature_changes_nothing() {
    let (world, mut browser, number) = submitted().await;
    let body = accept(&number).to_string();
    let signer = standardwebhooks::Webhook::new(crate::support::WEBHOOK_SECRET).unwrap();
    let stranger = standardwebhooks::Webhook::new("whsec_c29tZWJvZHkgZWxzZSdzIGtleSAxMjM0NTY3OA==").unwrap();
    let id = serde_json::from_str::<Value>(&body).unwrap()["id"].as_str().unwrap().to_owned();
    let at = now().as_second();
    let sign = |signer: &standardwebhooks::Webhook, at: i64| signer.sign(&id, at, body.as_bytes()).unwrap();
    for (what, at, signature) in [
        ("no signature", at, String::new()),
        ("a stranger's", at, sign(&stranger, at)),
        ("an old one", at - 400, sign(&signer, at - 400)),
        ("one from the future", at + 400, sign(&signer, at + 400)),
        ("one of another time", at, sign(&signer, at - 1)),
    ] {
        let answer = world.raw_notice("police", &id, at, &signature, &body).await;
        assert_eq!(answer.json()["code"], "sign_in_required", "{what}");
    }
    let changed = body.replace("accept", "decline");
    world.raw_notice("police", &id, at, &sign(&signer, at), &changed).await.refused(401, "sign_in_required");
    assert_eq!(browser.status(&number).await["state"], "submitted");
}

#[tokio::test]
async fn a_notice_signed_under_another_name_than_its_own_is_refused() {
    let (world, _browser, number) = submitted().await;
    let body = accept(&number).to_string();
    let at = now().as_second();
    let signer = standardwebhooks::Webhook::new(crate::support::WEBHOOK_SECRET).unwrap();
    let signature = signer.sign("another", at, body.as_bytes()).unwrap();
    world.raw_notice("police", "another", at, &signature, &body).await.refused(400, "malformed_body");
}

#[tokio::test]
async fn the_same_notice_again_changes_nothing_and_gets_the_same_answer() {
    let (world, mut browser, number) = submitted().await;
    let notice = accept(&number);
    for _ in 0..3 {
        world.notice("police", &notice).await.expect(204);
    }
    let history = browser.status(&number).await["history"].clone();
    assert_eq!(history.as_array().unwrap().len(), 2, "{history}");

    let refused = accept(&number);
    world.notice("police", &refused).await.refused(409, "illegal_transition");
    world.notice("police", &refused).await.refused(409, "illegal_transition");
}

#[tokio::test]
async fn what_the_case_does_not_allow_is_refused_and_leaves_no_trace() {
    let (world, mut browser, number) = submitted().await;
    let before = browser.get(&format!("/api/applications/{number}/status")).await;
    for (event, more) in [
        ("approve", json!({})),
        ("card_made", json!({})),
        ("collected", json!({})),
        ("accept", json!({"actor": "applicant"})),
        ("decline", json!({"reason": "不属于本所辖区", "actor": "approver"})),
    ] {
        world.police(&number, event, more).await.refused(409, "illegal_transition");
    }
    let after = browser.get(&format!("/api/applications/{number}/status")).await;
    assert_eq!(after.text(), before.text());
    assert_eq!(after.header("etag"), before.header("etag"));
}

#[tokio::test]
async fn whoever_accepted_a_case_does_not_decide_it() {
    let (world, mut browser, number) = submitted().await;
    world.police(&number, "accept", json!({"officer": "510001"})).await.expect(204);
    world.police(&number, "approve", json!({"officer": "510001"})).await.refused(409, "illegal_transition");
    world
        .police(&number, "reject", json!({"officer": "510001", "reason": "条件不符"}))
        .await
        .refused(409, "illegal_transition");
    assert_eq!(browser.status(&number).await["state"], "under_review");
    world.police(&number, "approve", json!({"officer": "510002"})).await.expect(204);
}

#[tokio::test]
async fn a_notice_that_lacks_what_its_event_needs_is_refused() {
    let (world, mut browser, number) = submitted().await;
    let item = |key: &str, words: &str| json!({"items": [{"key": key, "words": words}]});
    for (event, more) in [
        ("decline", json!({})),
        ("decline", json!({"reason": "  "})),
        ("transfer", json!({"reason": "辖区调整"})),
        ("transfer", json!({"reason": "辖区调整", "station": "ps-000000000"})),
        ("transfer", json!({"station": "ps-510107063"})),
        ("request_correction", json!({})),
        ("request_correction", item("field.phone", " ")),
        ("request_correction", item("field.declaration", "请勾选")),
        ("request_correction", item("record.registration", "请更新")),
        ("request_correction", item("field.shoe_size", "请填写")),
        ("accept", json!({"surprise": true})),
        ("celebrate", json!({})),
    ] {
        world.police(&number, event, more).await.refused(400, "malformed_body");
    }
    assert_eq!(browser.status(&number).await["state"], "submitted");
    world.police("CDJZ-510104-20260105-000123-K", "accept", json!({})).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_transfer_changes_the_station_and_a_refusal_gives_its_reason() {
    let (world, mut browser, number) = submitted().await;
    let there = json!({"reason": "辖区调整", "station": "ps-510107063"});
    world.police(&number, "transfer", there).await.expect(204);
    let application = browser.get(&format!("/api/applications/{number}")).await.expect(200);
    assert_eq!(application["station_id"], "ps-510107063");
    world.police(&number, "decline", json!({"reason": "不属于受理范围"})).await.expect(204);
    let status = browser.status(&number).await;
    assert_eq!((&status["state"], &status["refusal"]), (&json!("not_accepted"), &json!("不属于受理范围")));
    // The slot is free again.
    world.submitted(&mut browser, &complete()).await;
}

#[tokio::test]
async fn the_post_can_not_move_what_is_not_its_parcel() {
    let (world, _browser, number) = submitted().await;
    let notice = json!({
        "id": Uuid::new_v4(), "waybill": "1234567890001", "reference": number, "event": "accepted", "at": now(),
        "place": "成都",
    });
    world.notice("post", &notice).await.refused(404, "not_found");
}
