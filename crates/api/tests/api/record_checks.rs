//! A record that is wrong is checked by whoever keeps it, and the person is told.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    World,
    browser::{Answer, Browser},
    people::{LIN, ZHAO},
    until,
};

async fn consenting(world: &World) -> Browser {
    let mut browser = world.signed_in(&LIN).await;
    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    browser
}

async fn ask(browser: &mut Browser, catalog: &str, words: &str) -> Answer {
    let body = json!({"catalog": catalog, "words": words});
    browser.send(browser.request(Method::POST, "/api/record-checks").json(&body)).await
}

async fn list(browser: &mut Browser) -> Vec<Value> {
    browser.get("/api/record-checks").await.expect(200).as_array().unwrap().clone()
}

/// The one request that the keeper has, once it is there.
async fn handed_in(world: &World) -> (String, Value) {
    let first = || world.outside.kept().checks.iter().next().map(|(id, request)| (id.clone(), request.clone()));
    until("the keeper is asked", first).await
}

#[tokio::test]
async fn the_keeper_is_asked_once_and_the_person_reads_the_answer_and_gets_an_sms() {
    let world = World::start().await;
    let mut browser = consenting(&world).await;
    let asked = ask(&mut browser, "social_insurance", "三月已经补缴，没有记上").await.expect(200);
    assert_eq!((&asked["catalog"], &asked["answer"]), (&json!("social_insurance"), &Value::Null));
    let again = ask(&mut browser, "social_insurance", "再说一遍：三月已经补缴").await.expect(200);
    assert_eq!(again, asked, "one open request a record");

    let (id, request) = handed_in(&world).await;
    assert_eq!(request["catalog"], "social_insurance");
    assert_eq!(request["subject"], json!({"id_number": LIN.identity_number, "name": LIN.name}));
    assert_eq!(request["words"], "三月已经补缴，没有记上");
    assert_eq!(list(&mut browser).await, [asked]);

    let answer = json!({"corrected": true, "words": "已补记三月", "on": "2026-07-15"});
    world.outside.kept().check_answers.insert(id, answer.clone());
    assert_eq!(list(&mut browser).await[0]["answer"], answer);
    let told = |world: &World| {
        let kept = world.outside.kept();
        let sms = kept.messages.iter().filter(|message| message["template"] == "record_check");
        sms.map(|message| message["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    until("the SMS is sent", || told(&world).pop()).await;
    list(&mut browser).await;
    assert_eq!(told(&world).len(), 1);
    assert!(told(&world)[0].contains("社会保险有了答复"), "{:?}", told(&world));
    assert!(!told(&world)[0].contains("三月"), "an SMS says nothing of what is on record");

    ask(&mut browser, "social_insurance", "四月也没有记上").await.expect(200);
    let all = list(&mut browser).await;
    assert_eq!((all.len(), &all[0]["answer"], &all[1]["answer"]), (2, &Value::Null, &answer), "newest first");
}

#[tokio::test]
async fn a_request_needs_consent_and_words_and_is_its_owners_alone() {
    let world = World::start().await;
    let mut without = world.signed_in(&ZHAO).await;
    ask(&mut without, "household", "户籍地址是旧的").await.refused(403, "consent_required");
    let mut browser = consenting(&world).await;
    let long = "错".repeat(301);
    for words in ["", "不对", "  \u{200b}\u{200b}\u{200b}\u{200b}\u{200b} ", long.as_str()] {
        ask(&mut browser, "household", words).await.refused(400, "malformed_body");
    }
    ask(&mut browser, "everything", "户籍地址是旧的").await.refused(400, "malformed_body");
    ask(&mut browser, "household", "户籍地址是旧的").await.expect(200);
    assert_eq!(list(&mut without).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_keeper_who_does_not_answer_hides_no_request() {
    let world = World::start().await;
    let mut browser = consenting(&world).await;
    ask(&mut browser, "permit", "居住证没有挂失").await.expect(200);
    let (id, _) = handed_in(&world).await;
    world.outside.kept().check_answers.insert(id, json!("nothing of the agreed shape"));
    let listed = list(&mut browser).await;
    assert_eq!((listed.len(), &listed[0]["answer"]), (1, &Value::Null));
}
