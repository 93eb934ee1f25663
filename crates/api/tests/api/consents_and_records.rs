//! Records are read with consent alone, and never stand in the way.

use serde_json::{Value, json};

use crate::support::{World, people::LIN};

#[tokio::test]
async fn records_need_consent_and_stop_with_it() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    browser.get("/api/records").await.refused(403, "consent_required");
    assert!(world.outside.kept().questions.is_empty(), "nobody was asked");

    let given = browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    assert_eq!((&given["scope"], &given["text_version"]), (&json!("records"), &json!(3)));
    assert_eq!(browser.get("/api/consents").await.expect(200), json!([given]));
    browser.get("/api/records").await.expect(200);

    browser.delete("/api/consents/records").await.expect(204);
    assert_eq!(browser.get("/api/consents").await.expect(200), json!([]));
    browser.get("/api/records").await.refused(403, "consent_required");
}

#[tokio::test]
async fn a_consent_is_to_the_words_shown_today() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    for body in [json!({"text_version": 1}), json!({"text_version": 4}), json!({}), json!({"text_version": 3, "x": 1})]
    {
        browser.put("/api/consents/records", &body).await.refused(400, "malformed_body");
    }
    browser.put("/api/consents/everything", &json!({"text_version": 3})).await.refused(404, "not_found");
    assert_eq!(browser.get("/api/consents").await.expect(200), json!([]));
}

#[tokio::test]
async fn every_register_is_asked_with_purpose_and_consent_and_answers_with_date_and_keeper() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    let records = browser.get("/api/records").await.expect(200);
    for name in ["identity", "registrations", "insurance", "dwellings", "household", "schooling", "permit"] {
        assert_eq!(records[name]["state"], "found", "{name}");
        assert_eq!(records[name]["as_of"], "2026-07-15");
        assert!(records[name]["source"].as_str().unwrap().contains("示例"));
    }
    assert_eq!(records["registrations"]["value"][0]["registered_on"], "2026-01-15");
    assert_eq!(records["insurance"]["value"]["months"].as_array().unwrap().len(), 6);
    assert_eq!(records["dwellings"]["value"][0]["kind"], "filed_lease");
    let kept = world.outside.kept();
    assert_eq!(kept.questions.len(), 9);
    for question in &kept.questions {
        assert_eq!(question["subject"], json!({"id_number": LIN.identity_number, "name": LIN.name}));
        assert_eq!(question["purpose"], "居住证申领");
        assert_eq!(question["authorization"].as_str().unwrap().len(), 36, "the consent's number");
    }
}

async fn states(change: impl FnOnce(&World)) -> Value {
    let world = World::start().await;
    change(&world);
    let mut browser = world.signed_in(&LIN).await;
    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    let records = browser.get("/api/records").await.expect(200);
    records.as_object().unwrap().iter().map(|(name, record)| (name.clone(), record["state"].clone())).collect()
}

#[tokio::test]
async fn a_register_that_is_down_slow_or_strange_is_unavailable_and_the_others_are_not() {
    let states = states(|world| {
        let mut kept = world.outside.kept();
        kept.down.insert("social_insurance".into());
        kept.slow.insert("household".into());
        kept.records.insert("identity_document".into(), json!([{"valid_to": "never"}]));
    })
    .await;
    assert_eq!(
        states,
        json!({
            "identity": "unavailable", "registrations": "found", "insurance": "unavailable", "dwellings": "found",
            "household": "unavailable", "schooling": "found", "permit": "found",
        })
    );
}

#[tokio::test]
async fn an_exchange_that_is_gone_leaves_every_record_unavailable() {
    let world = World::start_with(|settings| settings["records_url"] = "http://127.0.0.1:9/exchange".into()).await;
    let mut browser = world.signed_in(&LIN).await;
    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    let records = browser.get("/api/records").await.expect(200);
    assert!(records.as_object().unwrap().values().all(|record| record["state"] == "unavailable"), "{records}");
}

#[tokio::test]
async fn an_employer_is_found_by_its_code_and_nobody_is_asked_for_what_is_none() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    for code in ["91350100M000100Y43", "91350100m000100y43"] {
        let found = browser.get(&format!("/api/employers/{code}")).await.expect(200);
        assert_eq!(found, json!({"name": "蓉示例有限公司"}));
    }
    browser.get("/api/employers/91519999MA0000031X").await.refused(404, "not_found");
    let asked = world.outside.kept().employers_asked.len();
    assert_eq!(asked, 3);
    for code in ["91350100M000100Y44", "x", "..%2Fquery"] {
        browser.get(&format!("/api/employers/{code}")).await.refused(404, "not_found");
    }
    assert_eq!(world.outside.kept().employers_asked.len(), asked);
}
