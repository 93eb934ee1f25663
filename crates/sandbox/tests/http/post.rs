use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::{Running, rongju::Rongju};

fn order(name: &str, address: &str) -> Value {
    json!({
        "reference": "CDJZ-510107-20261124-000001-K",
        "recipient": {"name": name, "phone": "15400000001", "address": address},
        "sender_station": "桂溪派出所",
        "pay": "on_delivery",
    })
}

async fn hand_in(sandbox: &Running, key: &str, order: &Value) -> (StatusCode, Value) {
    let request = sandbox.machine(Method::POST, "/post/api/parcels").header("idempotency-key", key).json(order);
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

#[tokio::test]
async fn the_same_key_gets_the_same_waybill_and_another_order_is_refused() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let first = hand_in(&sandbox, "k1", &order("林晓岚", "演示路1号")).await;
    assert_eq!(first.0, StatusCode::CREATED);
    let waybill = first.1["waybill"].as_str().unwrap();
    let (letters, rest) = waybill.split_at(2);
    let (digits, country) = rest.split_at(9);
    assert!(letters.bytes().chain(country.bytes()).all(|letter| letter.is_ascii_uppercase()), "{waybill}");
    assert!(digits.bytes().all(|digit| digit.is_ascii_digit()) && waybill.len() == 13, "{waybill}");

    assert_eq!(hand_in(&sandbox, "k1", &order("林晓岚", "演示路1号")).await, (StatusCode::OK, first.1.clone()));
    assert_eq!(hand_in(&sandbox, "k1", &order("林晓岚", "演示路2号")).await.0, StatusCode::CONFLICT);
    let other = hand_in(&sandbox, "k2", &order("林晓岚", "演示路1号")).await;
    assert_ne!(other.1["waybill"], first.1["waybill"]);
}

#[tokio::test]
async fn an_order_needs_the_token_and_a_key() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let body = order("林晓岚", "演示路1号");
    let open = sandbox.client.post(sandbox.url("/post/api/parcels")).header("idempotency-key", "k").json(&body);
    assert_eq!(open.send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
    let keyless = sandbox.machine(Method::POST, "/post/api/parcels").json(&body).send().await.unwrap();
    assert_eq!(keyless.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_identity_number_in_any_field_of_the_recipient_is_refused() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    for (name, address) in [
        ("林晓岚519999199504120023", "演示路1号"),
        ("何建平", "演示路22号 证件 51999919830903001x"),
        ("何建平", "演示路22号 519999 19830903 001X"),
    ] {
        let (status, answer) = hand_in(&sandbox, "k1", &order(name, address)).await;
        assert_eq!((status, &answer["error"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("identity_number")));
        assert!(!answer.to_string().contains("5199991"), "the answer does not repeat it");
    }
    assert!(sandbox.page("/post").await.contains("还没有邮件"));
}

#[tokio::test]
async fn a_parcel_is_moved_step_by_step_and_each_is_told_with_a_signature() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    let waybill =
        hand_in(&sandbox, "k1", &order("林晓岚", "演示路1号")).await.1["waybill"].as_str().unwrap().to_owned();
    let path = format!("/post/parcels/{waybill}");
    assert_eq!(sandbox.form(&path, &[("event", "delivered")]).await.0, StatusCode::CONFLICT, "not from here");
    for event in ["accepted", "in_transit", "out_for_delivery", "delivered"] {
        assert_eq!(sandbox.form(&path, &[("event", event)]).await.0, StatusCode::SEE_OTHER, "{event}");
    }
    assert_eq!(sandbox.form(&path, &[("event", "returned")]).await.0, StatusCode::CONFLICT, "delivered is the end");
    let received = rongju.received();
    let events: Vec<_> = received.iter().map(|one| (one.kind.as_str(), one.body["event"].clone())).collect();
    assert_eq!(events, ["accepted", "in_transit", "out_for_delivery", "delivered"].map(|event| ("post", json!(event))));
    for one in &received {
        assert_eq!(one.body["waybill"], waybill);
        assert_eq!(one.body["reference"], "CDJZ-510107-20261124-000001-K");
        assert_eq!(one.body["id"], one.id);
    }
}

#[tokio::test]
async fn a_step_that_rongju_refuses_does_not_move_the_parcel() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    let waybill =
        hand_in(&sandbox, "k1", &order("林晓岚", "演示路1号")).await.1["waybill"].as_str().unwrap().to_owned();
    rongju.answer_next(StatusCode::NOT_FOUND, r#"{"title":"Not found","status":404,"code":"not_found"}"#);
    let path = format!("/post/parcels/{waybill}");
    let (status, page) = sandbox.form(&path, &[("event", "accepted")]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("not_found") && page.contains("待收寄"));
    assert_eq!(sandbox.form(&path, &[("event", "accepted")]).await.0, StatusCode::SEE_OTHER);
}
