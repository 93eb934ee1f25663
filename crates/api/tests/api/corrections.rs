//! Corrections: what is asked for, what may change with it, and what happens when nobody answers.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{
    World,
    browser::Browser,
    drafts::{complete, page, picture, prepared},
    people::LIN,
    until,
};

fn key() -> String {
    Uuid::new_v4().to_string()
}

async fn asked(items: Value) -> (World, Browser, String) {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    world.police(&number, "request_correction", json!({"items": items})).await.expect(204);
    (world, browser, number)
}

fn photo_and_employer() -> Value {
    json!([
        {"key": "item.face_photo", "words": "照片背景不是白色，请重拍"},
        {"key": "field.employer", "words": "单位名称与合同不一致"},
    ])
}

/// Both answered: another photo, another employer.
async fn corrected(browser: &mut Browser) -> Value {
    let photo = prepared(358, 441, 200);
    browser.picture(&photo.id, "face_photo", &photo.jpeg).await.expect(200);
    let mut draft = complete();
    draft["pictures"]["face_photo"] = json!([page(&photo)]);
    draft["answers"]["employer"] = "蓉示例科技有限公司".into();
    draft["provenance"]["employer"]["disputed"] = true.into();
    draft
}

#[tokio::test]
async fn a_correction_is_shown_with_its_words_and_last_day_and_answered_at_once() {
    let (world, mut browser, number) = asked(photo_and_employer()).await;
    let status = browser.status(&number).await;
    assert_eq!(status["state"], "correction_requested");
    assert_eq!(
        status["correction"]["items"][0],
        json!({"subject": "item.face_photo", "words": "照片背景不是白色，请重拍"})
    );
    // Fifteen working days from Wednesday 15 July.
    assert_eq!(status["correction"]["answer_by"], "2026-08-05");
    assert_eq!(status["deadlines"]["completeness_by"], json!(null), "the station's time stands still");

    let draft = corrected(&mut browser).await;
    let key = key();
    let application = browser.correct(&number, &key, &draft).await.expect(200);
    assert_eq!(application["status"]["state"], "submitted");
    assert_eq!(application["status"]["correction"], json!(null));
    assert_eq!(application["draft"]["answers"]["employer"], "蓉示例科技有限公司");
    assert_eq!(browser.correct(&number, &key, &draft).await.expect(200), application, "the same key, the same answer");
    browser.correct(&number, &key, &complete()).await.refused(409, "key_reused");
    until("the second revision", || (world.outside.kept().cases.get(&number)?["revision"] == 2).then_some(())).await;
    until("the new page", || (world.outside.kept().case_pictures.len() == 5).then_some(())).await;
}

#[tokio::test]
async fn what_was_not_asked_for_must_stay_as_it_was() {
    let (_world, mut browser, number) = asked(photo_and_employer()).await;
    let mut draft = corrected(&mut browser).await;
    draft["answers"]["address"] = "示例路9号".into();
    draft["answers"]["phone"] = "13900139000".into();
    let problem = browser.correct(&number, &key(), &draft).await.refused(422, "correction_incomplete");
    assert_eq!(problem["subjects"], json!(["field.phone", "field.address"]));
    assert_eq!(browser.status(&number).await["state"], "correction_requested");
}

#[tokio::test]
async fn everything_that_was_asked_for_must_be_answered() {
    let (_world, mut browser, number) = asked(photo_and_employer()).await;
    let mut draft = corrected(&mut browser).await;
    draft["pictures"]["face_photo"] = json!([page(picture("face_photo"))]);
    let problem = browser.correct(&number, &key(), &draft).await.refused(422, "correction_incomplete");
    assert_eq!(problem["subjects"], json!(["item.face_photo"]));
    let problem = browser.correct(&number, &key(), &complete()).await.refused(422, "correction_incomplete");
    assert_eq!(problem["subjects"], json!(["field.employer", "item.face_photo"]));
}

#[tokio::test]
async fn what_depends_on_a_named_answer_may_change_with_it() {
    let (_world, mut browser, number) =
        asked(json!([{"key": "field.delivery", "words": "该所暂停领取，请改选"}])).await;
    let mut draft = crate::support::drafts::complete_by_post();
    draft["answers"]["post_consent"] = "yes".into();
    let application = browser.correct(&number, &key(), &draft).await.expect(200);
    assert_eq!(application["draft"]["answers"]["delivery"], "post");
    let consents = browser.get("/api/consents").await.expect(200);
    assert!(consents.as_array().unwrap().iter().any(|consent| consent["scope"] == "post"), "{consents}");
}

#[tokio::test]
async fn an_answer_that_fails_a_check_is_refused_with_its_findings() {
    let (_world, mut browser, number) = asked(json!([{"key": "field.phone", "words": "号码打不通"}])).await;
    let mut draft = complete();
    draft["answers"]["phone"] = "139".into();
    let problem = browser.correct(&number, &key(), &draft).await.refused(422, "check_failed");
    assert_eq!(problem["findings"][0]["about"], "field.phone");
}

#[tokio::test]
async fn a_correction_is_asked_for_once_before_and_once_after_acceptance() {
    let (world, mut browser, number) = asked(json!([{"key": "field.phone", "words": "号码打不通"}])).await;
    let mut draft = complete();
    draft["answers"]["phone"] = "13900139000".into();
    browser.correct(&number, &key(), &draft).await.expect(200);
    let again = json!({"items": [{"key": "field.phone", "words": "还是打不通"}]});
    world.police(&number, "request_correction", again.clone()).await.refused(409, "illegal_transition");
    world.police(&number, "accept", json!({})).await.expect(204);
    world.police(&number, "request_correction", again.clone()).await.expect(204);
    draft["answers"]["phone"] = "13800138000".into();
    let application = browser.correct(&number, &key(), &draft).await.expect(200);
    assert_eq!(application["status"]["state"], "under_review", "back to where it was asked for");
    world.police(&number, "request_correction", again).await.refused(409, "illegal_transition");
}

#[tokio::test]
async fn without_a_correction_there_is_nothing_to_answer() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    browser.correct(&number, &key(), &complete()).await.refused(409, "illegal_transition");
}

#[tokio::test]
async fn a_correction_that_nobody_answers_ends_the_case_after_its_last_day() {
    let (mut world, mut browser, number) = asked(photo_and_employer()).await;
    world.restart_on("2026-08-05").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(browser.status(&number).await["state"], "correction_requested", "the last day is still a day");
    world.restart_on("2026-08-06").await;
    for _ in 0..100 {
        if browser.status(&number).await["state"] == "correction_expired" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let status = browser.status(&number).await;
    assert_eq!(status["state"], "correction_expired");
    assert_eq!(status["history"].as_array().unwrap().last().unwrap()["event"], json!({"case": "expire"}));
    let draft = corrected(&mut browser).await;
    browser.correct(&number, &key(), &draft).await.refused(409, "illegal_transition");
}
