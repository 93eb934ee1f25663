//! Submitting, and what stands in its way.

use reqwest::Method;
use rules::case_number::CaseNumber;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{World, drafts::complete, people::LIN, until};

fn key() -> String {
    Uuid::new_v4().to_string()
}

#[tokio::test]
async fn a_submission_is_judged_numbered_and_kept() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let save = browser.request(Method::PUT, "/api/drafts/first_issue").header("if-none-match", "*").json(&complete());
    browser.send(save).await.expect(201);
    let answer = browser.submit(&key(), &complete()).await;
    let application = answer.expect(201);
    let number = application["number"].as_str().unwrap();
    assert!(number.starts_with("CDJZ-510107-20260715-000001-"), "{number}");
    assert!(number.parse::<CaseNumber>().is_ok());
    assert_eq!(answer.location(), format!("/api/applications/{number}"));
    assert_eq!(application["station_id"], "ps-510107064");
    assert_eq!(application["station_name"], "桂溪派出所");
    assert_eq!(application["verdict"]["outcome"], "met", "{}", application["verdict"]);
    let status = &application["status"];
    assert_eq!(status["state"], "submitted");
    assert_eq!(status["history"][0]["event"], json!({"case": "submit"}));
    // Five working days from Wednesday 15 July.
    assert_eq!(status["deadlines"]["completeness_by"], "2026-07-22");
    assert_eq!(status["can_withdraw"], true);

    assert_eq!(browser.get(answer.location()).await.expect(200), application);
    let list = browser.get("/api/applications").await.expect(200);
    assert_eq!((&list[0]["number"], &list[0]["state"]), (&json!(number), &json!("submitted")));
    browser.get("/api/drafts/first_issue").await.refused(404, "not_found");
}

#[tokio::test]
async fn the_same_key_gives_the_same_answer_and_one_application() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let key = key();
    let first = browser.submit(&key, &complete()).await.expect(201);
    assert_eq!(browser.submit(&key, &complete()).await.expect(201), first);
    world.police(first["number"].as_str().unwrap(), "accept", json!({})).await.expect(204);
    assert_eq!(browser.submit(&key, &complete()).await.expect(201), first, "also once it has moved on");
    let mut other = complete();
    other["answers"]["phone"] = "13900139000".into();
    browser.submit(&key, &other).await.refused(409, "key_reused");
    assert_eq!(browser.get("/api/applications").await.expect(200).as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_submission_sent_many_times_at_once_is_done_once() {
    let world = World::start().await;
    let browser = world.prepared(&LIN).await;
    let key = key();
    let attempts = (0..6).map(|_| {
        let (mut browser, key) = (browser.clone(), key.clone());
        async move { browser.submit(&key, &complete()).await }
    });
    let answers = futures_util::future::join_all(attempts).await;
    let numbers: std::collections::BTreeSet<String> =
        answers.iter().map(|answer| answer.expect(201)["number"].to_string()).collect();
    assert_eq!(numbers.len(), 1);
}

#[tokio::test]
async fn a_key_is_needed_and_has_its_shape() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let without = browser.request(Method::POST, "/api/applications").json(&json!({"draft": complete()}));
    browser.send(without).await.refused(400, "missing_header");
    for wrong in ["short", &"x".repeat(65), "with spaces in between", "with_underscores_in_it"] {
        browser.submit(wrong, &complete()).await.refused(400, "missing_header");
    }
    let more = browser.request(Method::POST, "/api/applications").header("idempotency-key", key());
    let more = more.json(&json!({"draft": complete(), "urgent": true}));
    browser.send(more).await.refused(400, "malformed_body");
}

#[tokio::test]
async fn only_one_case_of_a_kind_is_open_and_a_withdrawn_one_makes_room() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    browser.submit(&key(), &complete()).await.refused(409, "already_open");
    let status = browser.post(&format!("/api/applications/{number}/withdrawal")).await.expect(200);
    assert_eq!((&status["state"], &status["can_withdraw"]), (&json!("withdrawn"), &json!(false)));
    let second = world.submitted(&mut browser, &complete()).await;
    assert!(second.contains("-000002-"), "{second}");
}

#[tokio::test]
async fn what_fails_a_hard_check_is_refused_with_its_findings() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let mut draft = complete();
    draft["answers"]["phone"] = "12345".into();
    draft["answers"].as_object_mut().unwrap().remove("declaration");
    let problem = browser.submit(&key(), &draft).await.refused(422, "check_failed");
    let about: Vec<&str> =
        problem["findings"].as_array().unwrap().iter().map(|finding| finding["about"].as_str().unwrap()).collect();
    assert_eq!(about, ["field.phone", "field.declaration"], "{problem}");
    assert!(!problem.to_string().contains("12345"), "nothing typed is repeated");
    assert_eq!(browser.get("/api/applications").await.expect(200), json!([]));
}

#[tokio::test]
async fn the_server_judges_on_records_that_it_fetched_itself() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let registered_late = json!([{
        "registered_on": "2026-01-16", "ended_on": null, "in_chengdu": true, "void": false, "approved": true,
        "street_code": "510107064", "address": "示例路1号2栋3单元401室", "address_kind": "filed_lease",
    }]);
    world.outside.kept().records.insert("residence_registration".into(), registered_late);
    let problem = browser.submit(&key(), &complete()).await.refused(422, "check_failed");
    assert_eq!(
        problem["findings"],
        json!([{
            "about": "record.registration",
            "rule": {
                "residence_too_short": { "since": "2026-01-16", "eligible_from": "2026-07-16", "days_left": 1 },
            },
        }])
    );
}

#[tokio::test]
async fn silent_registers_never_block_and_send_the_case_to_a_person() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    world
        .outside
        .kept()
        .down
        .extend(["social_insurance", "residence_registration", "identity_document"].map(String::from));
    let application = browser.submit(&key(), &complete()).await.expect(201);
    assert_eq!(application["verdict"]["outcome"], "review");
}

#[tokio::test]
async fn an_answer_that_falsely_claims_to_be_a_records_is_marked() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let mut draft = complete();
    draft["answers"]["employer"] = "别的公司".into();
    let application = browser.submit(&key(), &draft).await.expect(201);
    assert_eq!(application["draft"]["provenance"]["employer"]["disputed"], true);
    assert_eq!(application["verdict"]["outcome"], "review");
}

#[tokio::test]
async fn answers_that_are_not_asked_for_are_not_kept() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let mut draft = complete();
    draft["answers"]["recipient_address"] = "示例省示例市示例街5号".into();
    let application = browser.submit(&key(), &draft).await.expect(201);
    assert_eq!(application["draft"]["answers"].get("recipient_address"), None);
}

#[tokio::test]
async fn the_police_desk_gets_the_case_in_words_with_every_page_and_is_tried_again() {
    let world = World::start().await;
    world.outside.kept().desk_fails = 1;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    until("the last page", || (world.outside.kept().case_pictures.len() == 4).then_some(())).await;
    let case = world.outside.kept().cases[&number].clone();
    assert_eq!(case["applicant"]["identity_number"], LIN.identity_number);
    assert_eq!((&case["revision"], &case["delivery"]), (&json!(1), &json!("pick_up")));
    let answer = |field: &str| {
        let answers = case["answers"].as_array().unwrap();
        answers.iter().find(|answer| answer["field"] == field).unwrap()["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(answer("street_code"), "武侯区桂溪街道");
    assert_eq!(answer("ground"), "合法稳定就业");
    assert_eq!(answer("delivery"), "到派出所领取");
    assert_eq!(case["verdict"]["outcome"], "met");
    assert!(case["verdict"]["findings"].as_array().unwrap().iter().all(|finding| finding["text"].is_string()));
    let keys: Vec<&Value> = case["correctable"].as_array().unwrap().iter().map(|entry| &entry["key"]).collect();
    assert!(keys.contains(&&json!("item.face_photo")) && !keys.contains(&&json!("field.declaration")));
}

#[tokio::test]
async fn the_status_is_sent_only_when_it_changed_and_says_when_to_ask_again() {
    let world = World::start_with(|settings| settings["poll_active_seconds"] = 7.into()).await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    let path = format!("/api/applications/{number}/status");
    let first = browser.get(&path).await;
    let tag = first.header("etag").to_owned();
    assert_eq!((first.status, first.header("poll-after")), (200, "7"));
    let again = browser.bare(Method::GET, &path).header("if-none-match", &tag);
    let unchanged = browser.send(again).await;
    assert_eq!((unchanged.status, unchanged.header("etag"), unchanged.bytes.len()), (304, tag.as_str(), 0));
    assert_eq!(unchanged.header("poll-after"), "7");
    world.police(&number, "accept", json!({})).await.expect(204);
    let again = browser.bare(Method::GET, &path).header("if-none-match", &tag);
    let changed = browser.send(again).await;
    assert_eq!(changed.expect(200)["state"], "under_review");
    assert_ne!(changed.header("etag"), tag);
    browser.post(&format!("/api/applications/{number}/withdrawal")).await.expect(200);
    assert_eq!(browser.get(&path).await.header("poll-after"), "3600");
}

#[tokio::test]
async fn withdrawing_is_told_to_the_desk_can_be_repeated_and_ends_with_the_decision() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    let path = format!("/api/applications/{number}/withdrawal");
    browser.post(&path).await.expect(200);
    browser.post(&path).await.expect(200);
    until("the withdrawal", || (world.outside.kept().withdrawn == [number.clone()]).then_some(())).await;
    let history = browser.status(&number).await["history"].clone();
    assert_eq!(history.as_array().unwrap().len(), 2);

    let number = world.submitted(&mut browser, &complete()).await;
    world.police(&number, "accept", json!({})).await.expect(204);
    world.police(&number, "approve", json!({})).await.expect(204);
    assert_eq!(browser.status(&number).await["can_withdraw"], false);
    browser.post(&format!("/api/applications/{number}/withdrawal")).await.refused(409, "illegal_transition");
}
