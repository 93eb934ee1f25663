//! The receipt as a file, and its check by whoever was shown it.

use lopdf::Document;
use rules::verification_code::VerificationCode;
use serde_json::{Value, json};

use crate::support::{
    World,
    browser::{Answer, Browser},
    drafts::complete,
    people::{LIN, ZHAO},
};

async fn verify(browser: &mut Browser, number: &str, code: &str) -> Answer {
    let asked = browser.request(reqwest::Method::POST, "/api/receipts/verify");
    browser.send(asked.json(&json!({"number": number, "code": code}))).await
}

/// The number and the code of an application as its owner reads it.
async fn number_and_code(world: &World, owner: &mut Browser) -> (String, String) {
    let number = world.submitted(owner, &complete()).await;
    let application = owner.get(&format!("/api/applications/{number}")).await.expect(200);
    (number, application["verification_code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn the_owner_gets_the_receipt_as_a_file_that_names_number_and_code() {
    let world = World::start().await;
    let mut owner = world.prepared(&LIN).await;
    let (number, code) = number_and_code(&world, &mut owner).await;
    let answer = owner.get(&format!("/api/applications/{number}/receipt")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/pdf"), "{}", answer.text());
    assert_eq!(answer.header("content-disposition"), format!("inline; filename=\"{number}.pdf\""));
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let text: String = Document::load_mem(&answer.bytes).unwrap().extract_text(&[1]).unwrap();
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let address = format!("{}/verify", world.url);
    // The day is the one that the tests live on, whatever day it is.
    for words in [&number, &code, "林**", "桂溪派出所", "2026年7月15日（星期三）", "2026年7月22日", &address]
    {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    for personal in [LIN.name, LIN.identity_number, LIN.phone] {
        assert!(!text.contains(personal), "{personal} is in {text}");
    }
}

#[tokio::test]
async fn a_receipt_is_for_its_owner_alone() {
    let world = World::start().await;
    let mut owner = world.prepared(&LIN).await;
    let (number, _) = number_and_code(&world, &mut owner).await;
    let path = format!("/api/applications/{number}/receipt");
    world.signed_in(&ZHAO).await.get(&path).await.refused(404, "not_found");
    world.browser().get(&path).await.refused(401, "sign_in_required");
    owner.get("/api/applications/CDJZ-510107-20260715-000009-0/receipt").await.refused(404, "not_found");
}

#[tokio::test]
async fn without_the_font_the_file_alone_is_missing_and_comes_once_the_font_is_there() {
    let world = World::start_with(|settings| {
        let folder = std::path::Path::new(settings["pictures_dir"].as_str().unwrap()).parent().unwrap();
        settings["receipt_font"] = folder.join("font.ttc").display().to_string().into();
    })
    .await;
    let mut owner = world.prepared(&LIN).await;
    let (number, code) = number_and_code(&world, &mut owner).await;
    let path = format!("/api/applications/{number}/receipt");
    owner.get(&path).await.refused(503, "receipt_unavailable");
    verify(&mut world.browser(), &number, &code).await.expect(200);
    std::fs::copy(api::config::DEFAULT_RECEIPT_FONT, world.folder.path().join("font.ttc")).unwrap();
    assert_eq!(owner.get(&path).await.status, 200);
}

#[tokio::test]
async fn whoever_is_shown_a_receipt_is_told_what_it_says_and_no_more() {
    let world = World::start().await;
    let mut owner = world.prepared(&LIN).await;
    let (number, code) = number_and_code(&world, &mut owner).await;
    assert!(code.parse::<VerificationCode>().is_ok(), "{code}");
    let mut anybody = world.browser();
    let said = verify(&mut anybody, &number, &code).await.expect(200);
    let expected = |under_way: bool| {
        json!({
            "number": number, "service": "first_issue", "applicant_masked": "林**", "station_name": "桂溪派出所",
            "submitted_on": "2026-07-15", "under_way": under_way,
        })
    };
    assert_eq!(said, expected(true));
    let as_typed = code.to_lowercase().replace('-', " ");
    assert_eq!(verify(&mut anybody, &number.to_lowercase(), &as_typed).await.expect(200), said);
    owner.post(&format!("/api/applications/{number}/withdrawal")).await.expect(200);
    assert_eq!(verify(&mut anybody, &number, &code).await.expect(200), expected(false));
}

#[tokio::test]
async fn a_wrong_code_and_an_unknown_number_are_told_the_same() {
    let world = World::start().await;
    let mut owner = world.prepared(&LIN).await;
    let (number, code) = number_and_code(&world, &mut owner).await;
    let mut anybody = world.browser();
    let unlike = |answer: Answer| {
        let mut problem: Value = answer.refused(404, "not_found");
        problem.as_object_mut().unwrap().remove("trace_id");
        problem
    };
    let wrong = unlike(verify(&mut anybody, &number, "00000-00000").await);
    assert_eq!(unlike(verify(&mut anybody, "CDJZ-510107-20260715-000009-0", &code).await), wrong);
    assert_eq!(unlike(verify(&mut anybody, "", "no code").await), wrong);
    let more = anybody.request(reqwest::Method::POST, "/api/receipts/verify");
    anybody.send(more.json(&json!({"number": number, "code": code, "all": true}))).await.refused(400, "malformed_body");
}

#[tokio::test]
async fn every_application_has_a_code_of_its_own_that_stays() {
    let world = World::start().await;
    let mut owner = world.prepared(&LIN).await;
    let (number, code) = number_and_code(&world, &mut owner).await;
    world.police(&number, "accept", json!({})).await.expect(204);
    let application = owner.get(&format!("/api/applications/{number}")).await.expect(200);
    assert_eq!(application["verification_code"], code);
    owner.post(&format!("/api/applications/{number}/withdrawal")).await.expect(200);
    let (_, other) = number_and_code(&world, &mut owner).await;
    assert_ne!(other, code);
}
