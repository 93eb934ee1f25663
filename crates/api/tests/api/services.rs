//! The services around a permit that is there already, from the submission to its end.

use std::collections::BTreeMap;

use rules::{
    RuleSet, Situation,
    draft::Draft,
    records::{Person, Records},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{
    World, drafts,
    people::{ADDRESS, LIN},
    until,
};

/// The register's item of a permit in force, issued on that day.
fn permit(issued_on: &str) -> Value {
    json!([{
        "issued_on": issued_on, "counted_from": issued_on, "endorsed": 0, "status": "正常", "address": ADDRESS,
    }])
}

/// A form of that service with these answers and pictures beside those that every service asks for.
fn form(service: &str, answers: Value, items: &[&str]) -> Value {
    let mut draft = json!({
        "service": service,
        "answers": {"phone": "13800138000", "street_code": "510107064", "declaration": "yes"},
        "provenance": {"street_code": {"catalog": "registration", "disputed": false}},
        "pictures": {},
    });
    draft["answers"].as_object_mut().unwrap().extend(answers.as_object().unwrap().clone());
    for item in ["identity_card_front", "identity_card_back"].iter().chain(items) {
        draft["pictures"][*item] = json!([drafts::page(drafts::picture("identity_card_front"))]);
    }
    draft
}

fn endorsement() -> Value {
    form("endorsement", json!({"address": ADDRESS, "address_kind": "filed_lease"}), &[])
}

#[tokio::test]
async fn an_endorsement_is_done_with_the_approval_and_leaves_no_card_to_deliver() {
    let world = World::start().await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2025-08-01"));
    let mut browser = world.prepared(&LIN).await;
    let mut draft = endorsement();
    draft["pictures"] = json!({});
    let number = world.submitted(&mut browser, &draft).await;
    let case = until("the case at the desk", || world.outside.kept().cases.get(&number).cloned()).await;
    assert_eq!(
        (&case["service"], &case["new_card"], &case["items"]),
        (&json!("endorsement"), &json!(false), &json!([]))
    );
    for event in ["accept", "approve"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    let status = browser.status(&number).await;
    assert_eq!((&status["state"], &status["delivery"]), (&json!("completed"), &Value::Null));
    for event in ["card_made", "collected"] {
        world.police(&number, event, json!({})).await.refused(409, "illegal_transition");
    }
    let texts = until("three messages", || {
        let kept = world.outside.kept();
        (kept.messages.len() == 3).then(|| kept.messages.clone())
    })
    .await;
    let text = |at: usize| texts[at]["text"].as_str().unwrap();
    assert!(text(1).contains("签注最晚2026年7月30日"), "{}", text(1));
    assert!(text(2).contains("签注已办好"), "{}", text(2));
    assert!(texts.iter().all(|message| !message["text"].as_str().unwrap().contains("制")), "{texts:?}");
}

#[tokio::test]
async fn an_endorsement_without_the_record_of_the_identity_card_needs_its_pictures() {
    let world = World::start().await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2025-08-01"));
    world.outside.kept().down.insert("identity_document".into());
    let mut browser = world.prepared(&LIN).await;
    let mut draft = endorsement();
    draft["pictures"] = json!({});
    let problem = browser.submit(&Uuid::new_v4().to_string(), &draft).await.refused(422, "check_failed");
    assert!(problem["findings"].to_string().contains("item.identity_card_front"), "{problem}");
    let answer = browser.submit(&Uuid::new_v4().to_string(), &endorsement()).await.expect(201);
    assert_eq!(answer["verdict"]["outcome"], "review");
}

#[tokio::test]
async fn an_endorsement_too_early_is_refused_with_the_day_it_opens() {
    let world = World::start().await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2026-01-01"));
    let mut browser = world.prepared(&LIN).await;
    let problem = browser.submit(&Uuid::new_v4().to_string(), &endorsement()).await.refused(422, "check_failed");
    let early = problem["findings"].as_array().unwrap().iter().find_map(|it| it["rule"].get("endorsement_early"));
    assert_eq!(early.unwrap()["open"], "2026-12-01", "{problem}");
}

#[tokio::test]
async fn whoever_has_a_permit_is_not_given_a_second_one() {
    let world = World::start().await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2025-08-01"));
    let mut browser = world.prepared(&LIN).await;
    let again = browser.submit(&Uuid::new_v4().to_string(), &drafts::complete()).await;
    let problem = again.refused(422, "check_failed");
    assert!(
        problem["findings"].as_array().unwrap().iter().any(|it| it["rule"].get("permit_held").is_some()),
        "{problem}"
    );
}

#[tokio::test]
async fn a_changed_telephone_number_makes_no_card_and_a_lost_permit_does() {
    let world = World::start().await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2025-08-01"));
    let mut browser = world.prepared(&LIN).await;
    let unchanged = form("change_of_details", json!({"details": "phone"}), &[]);
    let problem = browser.submit(&Uuid::new_v4().to_string(), &unchanged).await.refused(422, "check_failed");
    assert!(problem["findings"].to_string().contains("unchanged"), "{problem}");
    let change = form("change_of_details", json!({"details": "phone", "phone": "13900139000"}), &[]);
    let number = world.submitted(&mut browser, &change).await;
    for event in ["accept", "approve"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    assert_eq!(browser.status(&number).await["state"], "completed");

    let delivery = json!({
        "lost_on": "2026-07-14", "loss_declaration": "yes", "delivery": "pick_up", "pick_up_station": "ps-510107064",
    });
    let number = world.submitted(&mut browser, &form("reissue", delivery, &[])).await;
    for event in ["accept", "approve"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    assert_eq!(browser.status(&number).await["state"], "in_production");
}

#[tokio::test]
async fn the_desk_reads_the_declaration_of_loss_and_how_an_exchanged_card_comes_back() {
    let world = World::start().await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2025-08-01"));
    let mut browser = world.prepared(&LIN).await;
    let pick_up = json!({"delivery": "pick_up", "pick_up_station": "ps-510107064"});
    let mut lost = pick_up.clone();
    lost["lost_on"] = "2026-07-14".into();
    lost["loss_declaration"] = "yes".into();
    let reissue = world.submitted(&mut browser, &form("reissue", lost, &[])).await;
    let said = answers_at_the_desk(&world, &reissue).await;
    assert_eq!((&*said["lost_on"], &*said["loss_declaration"]), ("2026年7月14日（星期二）", "已声明"));
    assert!(!said.contains_key("surrender"));

    let exchange = world.submitted(&mut browser, &form("exchange", pick_up, &["permit"])).await;
    let said = answers_at_the_desk(&world, &exchange).await;
    assert_eq!(said["surrender"], "领取新证时交回旧证");
    for event in ["accept", "approve", "card_made"] {
        world.police(&exchange, event, json!({})).await.expect(204);
    }
    let ready = until("the message that it is ready", || {
        let texts = world.outside.kept().messages.clone();
        texts.into_iter().find_map(|it| it["text"].as_str().filter(|text| text.contains("做好了")).map(str::to_owned))
    });
    assert!(ready.await.contains("请带身份证和旧证到您选的派出所领取"));
}

#[tokio::test]
async fn the_desk_of_the_new_street_reads_a_change_of_address_beside_what_is_on_record() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    world.outside.kept().records.insert("residence_permit".into(), permit("2025-08-01"));
    let delivery = [("delivery", "pick_up"), ("pick_up_station", "ps-510104022")];
    let mut moved =
        json!({"details": "residence_address", "address": "示例街9号5栋101室", "address_kind": "lodging_statement"});
    moved["street_code"] = "510104022".into();
    for (field, answer) in delivery {
        moved[field] = answer.into();
    }
    let mut draft = form("change_of_details", moved, &["address_proof"]);
    draft["provenance"] = json!({});
    let number = world.submitted(&mut browser, &draft).await;
    let case = until("the case at the desk", || world.outside.kept().cases.get(&number).cloned()).await;
    assert_eq!((&case["station_id"], &case["new_card"]), (&json!("ps-510104022"), &json!(true)));
    let answers = case["answers"].as_array().unwrap();
    let before = |field: &str| answers.iter().find(|answer| answer["field"] == field).map(|it| it["before"].clone());
    assert_eq!(before("address"), Some(ADDRESS.into()));
    assert_eq!(before("street_code"), Some("武侯区桂溪街道".into()));
    assert_eq!(before("phone"), Some(Value::Null), "the number stays");
}

/// The answers as the desk got them, by their fields.
async fn answers_at_the_desk(world: &World, number: &str) -> BTreeMap<String, String> {
    let case = until("the case at the desk", || world.outside.kept().cases.get(number).cloned()).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let answers = case["answers"].as_array().unwrap().iter();
    answers.map(|answer| (text(&answer["field"]), text(&answer["value"]))).collect()
}

#[tokio::test]
async fn a_student_applies_on_the_school_s_word() {
    let world = World::start().await;
    let attends = json!([{"school": "示例大学", "enrolled_on": "2025-09-01", "status": "在读"}]);
    world.outside.kept().records.insert("school_roll".into(), attends);
    let mut browser = world.prepared(&LIN).await;
    let mut draft = drafts::complete();
    draft["answers"]["ground"] = "schooling".into();
    draft["answers"]["school"] = "示例大学".into();
    let answer = browser.submit(&Uuid::new_v4().to_string(), &draft).await.expect(201);
    let findings = answer["verdict"]["findings"].as_array().unwrap();
    assert!(findings.iter().any(|it| it["rule"]["schooling_met"]["since"] == "2025-09-01"), "{findings:?}");
}

#[tokio::test]
async fn a_verdict_can_be_reached_anew_from_what_is_kept() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let records: Records = serde_json::from_value(browser.get("/api/records").await.expect(200)).unwrap();
    let person: Person = serde_json::from_value(browser.get("/api/me").await.expect(200)).unwrap();
    let number = world.submitted(&mut browser, &drafts::complete()).await;
    let kept = browser.get(&format!("/api/applications/{number}")).await.expect(200);
    let draft: Draft = serde_json::from_value(kept["draft"].clone()).unwrap();
    let rules = RuleSet::by_version(kept["verdict"]["basis"]["rules"].as_str().unwrap()).unwrap();
    let situation = Situation { rules, person: &person, records: &records, today: "2026-07-15".parse().unwrap() };
    assert_eq!(serde_json::to_value(rules::check(&draft, situation)).unwrap(), kept["verdict"]);
}

#[tokio::test]
async fn a_registration_takes_effect_with_the_approval_and_gives_the_register_its_codes() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let new_home = json!({
        "street_code": "510104022", "address": "示例街9号5栋101室", "address_kind": "unfiled_lease",
    });
    let mut draft = form("registration", new_home, &["address_proof"]);
    draft["provenance"] = json!({});
    let number = world.submitted(&mut browser, &draft).await;
    let case = until("the case at the desk", || world.outside.kept().cases.get(&number).cloned()).await;
    let code = |field: &str| {
        let answers = case["answers"].as_array().unwrap();
        answers.iter().find(|answer| answer["field"] == field).unwrap()["code"].clone()
    };
    assert_eq!(case["service"], "registration");
    assert_eq!((code("street_code"), code("address_kind")), (json!("510104022"), json!("unfiled_lease")));
    assert_eq!(code("address"), Value::Null, "what is written in free words has no code");
    for event in ["accept", "approve"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    let status = browser.status(&number).await;
    assert_eq!((&status["state"], &status["delivery"]), (&json!("completed"), &Value::Null));
    let texts = until("three messages", || {
        let kept = world.outside.kept();
        (kept.messages.len() == 3).then(|| kept.messages.clone())
    })
    .await;
    let last = texts[2]["text"].as_str().unwrap();
    assert!(last.contains("您的居住登记（") && last.contains("登记已生效，居住时间从提交那天算起"), "{last}");
}

#[tokio::test]
async fn whoever_is_registered_at_an_address_is_not_registered_there_again() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let same = json!({"address": ADDRESS, "address_kind": "filed_lease"});
    let mut draft = form("registration", same, &["address_proof"]);
    draft["provenance"] = json!({});
    let problem = browser.submit(&Uuid::new_v4().to_string(), &draft).await.refused(422, "check_failed");
    let already = problem["findings"].as_array().unwrap().iter().find_map(|it| it["rule"].get("already_registered"));
    assert_eq!(already.unwrap()["since"], "2026-01-15", "{problem}");
}
