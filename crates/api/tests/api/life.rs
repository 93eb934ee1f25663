//! Whole lives of an application, from the draft to the permit in hand.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{World, drafts, now, people::LIN, until};

fn events(status: &Value) -> Vec<String> {
    let entries = status["history"].as_array().unwrap().iter();
    entries
        .map(|entry| entry["event"].as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn from_the_draft_to_the_permit_picked_up_at_the_station() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &drafts::complete()).await;
    world.police(&number, "accept", json!({})).await.expect(204);
    let status = browser.status(&number).await;
    // Fifteen natural days from 15 July.
    assert_eq!(status["deadlines"]["issue_by"], "2026-07-30");
    world.police(&number, "approve", json!({})).await.expect(204);
    assert_eq!(browser.status(&number).await["state"], "in_production");
    world.police(&number, "card_made", json!({})).await.expect(204);
    let status = browser.status(&number).await;
    assert_eq!(status["state"], "completed");
    assert_eq!(status["delivery"]["state"], "awaiting_pick_up");
    assert_eq!(status["delivery"]["station_name"], "桂溪派出所");
    world.police(&number, "collected", json!({})).await.expect(204);
    let status = browser.status(&number).await;
    assert_eq!(status["delivery"]["state"], "picked_up");
    assert_eq!(events(&status), ["submit", "accept", "approve", "card_made", "awaiting_pick_up", "picked_up"]);
    world.police(&number, "collected", json!({})).await.refused(409, "illegal_transition");
    assert!(world.outside.kept().parcels.is_empty());

    let texts = until("six messages", || {
        let kept = world.outside.kept();
        (kept.messages.len() == 5).then(|| kept.messages.clone())
    })
    .await;
    for message in &texts {
        let text = message["text"].as_str().unwrap();
        assert_eq!(message["to"], LIN.phone);
        assert!(text.starts_with("【蓉居演示】林**："), "{text}");
        assert!(text.contains(&number), "{text}");
        assert!(!text.contains(LIN.identity_number) && !text.contains(LIN.name), "{text}");
    }
    assert!(texts[0]["text"].as_str().unwrap().contains("2026年7月22日"), "{}", texts[0]);
    let templates: Vec<&Value> = texts.iter().map(|message| &message["template"]).collect();
    assert_eq!(templates, ["submitted", "accepted", "approved", "card_made", "delivery"]);
}

async fn on_its_way() -> (World, crate::support::browser::Browser, String, String) {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &drafts::complete_by_post()).await;
    for event in ["accept", "approve", "card_made"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    let parcel = until("the order of a parcel", || world.outside.kept().parcels.values().next().cloned()).await;
    assert_eq!(parcel["reference"], number.as_str());
    assert_eq!(parcel["pay"], "on_delivery");
    assert_eq!(
        parcel["recipient"],
        json!({"name": "林示例", "phone": "13800138000", "address": "示例省示例市示例街5号"})
    );
    assert!(!parcel.to_string().contains(LIN.identity_number), "by law, never on a waybill");
    let waybill = parcel["waybill"].as_str().unwrap().to_owned();
    (world, browser, number, waybill)
}

async fn scan(world: &World, number: &str, waybill: &str, event: &str) -> crate::support::browser::Answer {
    let notice = json!({
        "id": Uuid::new_v4(), "waybill": waybill, "reference": number, "event": event, "at": now(), "place": "成都",
    });
    world.notice("post", &notice).await
}

#[tokio::test]
async fn from_the_draft_to_the_permit_signed_for_at_the_door() {
    let (world, mut browser, number, waybill) = on_its_way().await;
    let consents = browser.get("/api/consents").await.expect(200);
    assert!(consents.as_array().unwrap().iter().any(|consent| consent["scope"] == "post"));
    for (event, state) in [
        ("accepted", "in_transit"),
        ("in_transit", "in_transit"),
        ("out_for_delivery", "in_transit"),
        ("delivered", "delivered"),
    ] {
        scan(&world, &number, &waybill, event).await.expect(204);
        let delivery = browser.status(&number).await["delivery"].clone();
        assert_eq!((&delivery["state"], &delivery["waybill"]), (&json!(state), &json!(waybill)), "{event}");
    }
    scan(&world, &number, &waybill, "returned").await.refused(409, "illegal_transition");
    scan(&world, &number, "9999999999999", "delivered").await.refused(404, "not_found");
    let status = browser.status(&number).await;
    assert_eq!(
        events(&status),
        ["submit", "accept", "approve", "card_made", "awaiting_dispatch", "in_transit", "delivered"]
    );
}

#[tokio::test]
async fn a_parcel_that_comes_back_waits_at_the_station() {
    let (world, mut browser, number, waybill) = on_its_way().await;
    scan(&world, &number, &waybill, "accepted").await.expect(204);
    scan(&world, &number, &waybill, "returned").await.expect(204);
    let delivery = browser.status(&number).await["delivery"].clone();
    assert_eq!((&delivery["state"], &delivery["station_name"]), (&json!("returned"), &json!("桂溪派出所")));
    world.police(&number, "collected", json!({})).await.expect(204);
    assert_eq!(browser.status(&number).await["delivery"]["state"], "picked_up");
}

/// The permit waits at the station of residence, and the post has heard nothing of its holder.
async fn is_kept_at_the_station(world: &World, browser: &mut crate::support::browser::Browser, number: &str) {
    let delivery = browser.status(number).await["delivery"].clone();
    assert_eq!((&delivery["method"], &delivery["state"]), (&json!("pick_up"), &json!("awaiting_pick_up")));
    assert_eq!(delivery["station_name"], "桂溪派出所");
    assert!(world.outside.kept().parcels.is_empty());
    world.police(number, "collected", json!({})).await.expect(204);
}

#[tokio::test]
async fn whoever_withdraws_the_consent_to_the_post_picks_the_permit_up() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &drafts::complete_by_post()).await;
    world.police(&number, "accept", json!({})).await.expect(204);
    browser.delete("/api/consents/post").await.expect(204);
    world.police(&number, "approve", json!({})).await.expect(204);
    world.police(&number, "card_made", json!({})).await.expect(204);
    let text = until("the message that it is made", || {
        world.outside.kept().messages.iter().find(|message| message["template"] == "card_made").cloned()
    })
    .await;
    assert!(text["text"].as_str().unwrap().contains("派出所领取"), "{text}");
    is_kept_at_the_station(&world, &mut browser, &number).await;
}

#[tokio::test]
async fn a_permit_that_waits_for_the_post_is_kept_when_the_consent_is_withdrawn() {
    let world = World::start().await;
    world.outside.kept().post_fails = 1;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &drafts::complete_by_post()).await;
    for event in ["accept", "approve", "card_made"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    until("an order that fails", || (world.outside.kept().post_fails == 0).then_some(())).await;
    assert_eq!(browser.status(&number).await["delivery"]["state"], "awaiting_dispatch");
    browser.delete("/api/consents/post").await.expect(204);
    until("the message that it waits", || {
        let kept = world.outside.kept();
        kept.messages.iter().any(|message| message["text"].as_str().unwrap().contains("改为到派出所领取")).then_some(())
    })
    .await;
    is_kept_at_the_station(&world, &mut browser, &number).await;
}

#[tokio::test]
async fn nothing_is_lost_when_the_service_stops_and_starts() {
    let mut world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    // The desk is down until after the restart.
    world.outside.kept().desk_fails = 2;
    let number = world.submitted(&mut browser, &drafts::complete()).await;
    world.restart_on("2026-07-16").await;
    assert_eq!(browser.status(&number).await["state"], "submitted", "the session goes on too");
    until("the case at the desk", || world.outside.kept().cases.get(&number).cloned()).await;
    world.stop().await;
}
