use std::time::Duration;

use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{Running, rongju::Rongju};

const NUMBER: &str = "CDJZ-510107-20261124-000001-K";
const PICTURE: &[u8] = b"\xff\xd8\xff\xe0 a picture, as far as the desk cares";

fn case(revision: u32) -> Value {
    json!({
        "number": NUMBER,
        "service": "first_issue",
        "station_id": "ps-510107064",
        "station_name": "桂溪派出所",
        "submitted_at": "2026-11-24T02:00:00Z",
        "applicant": {"name": "林晓岚", "identity_number": "519999199504120023", "phone": "15400000001"},
        "answers": [{"field": "address", "label": "详细地址", "value": "演示路1号蓉苑2栋1单元301室"}],
        "verdict": {"outcome": "met", "findings": [{"text": "居住满半年"}]},
        "items": [{"item": "face_photo", "label": "本人证件照",
            "pictures": [{"id": "p1", "media_type": "image/jpeg", "bytes": PICTURE.len()}]}],
        "correctable": [{"key": "item.face_photo", "label": "本人证件照"}, {"key": "field.address", "label": "详细地址"}],
        "revision": revision,
    })
}

async fn submit(sandbox: &Running, revision: u32) -> (StatusCode, Value) {
    let answer =
        sandbox.machine(Method::PUT, &format!("/desk/api/cases/{NUMBER}")).json(&case(revision)).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

/// A form of the case's page, as the officer with this service number.
async fn act(sandbox: &Running, officer: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let answer = sandbox
        .client
        .post(sandbox.url(&format!("/desk/cases/{NUMBER}")))
        .header(header::COOKIE, format!("desk_officer={officer}"))
        .form(fields)
        .send()
        .await
        .unwrap();
    (answer.status(), answer.text().await.unwrap())
}

async fn state(sandbox: &Running) -> Value {
    submit(sandbox, 1).await.1["state"].clone()
}

#[tokio::test]
async fn the_machine_interface_is_closed_without_the_token() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    for (method, path) in [
        (Method::PUT, format!("/desk/api/cases/{NUMBER}")),
        (Method::PUT, format!("/desk/api/cases/{NUMBER}/pictures/p1")),
        (Method::POST, format!("/desk/api/cases/{NUMBER}/withdrawal")),
    ] {
        let answer = sandbox.client.request(method, sandbox.url(&path)).json(&case(1)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{path}");
    }
    assert!(!sandbox.page("/desk").await.contains("林晓岚"));
}

#[tokio::test]
async fn a_case_can_be_put_twice_and_says_which_pictures_are_awaited() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let (status, answer) = submit(&sandbox, 1).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(answer["missing_pictures"], json!(["p1"]));
    assert_eq!(submit(&sandbox, 1).await.0, StatusCode::OK);

    let put = |bytes: &'static [u8]| {
        sandbox.machine(Method::PUT, &format!("/desk/api/cases/{NUMBER}/pictures/p1")).body(bytes).send()
    };
    assert_eq!(put(b"too short").await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(put(PICTURE).await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(submit(&sandbox, 1).await.1["missing_pictures"], json!([]));

    let page = sandbox.page(&format!("/desk/cases/{NUMBER}")).await;
    let name = page.split("/desk/pictures/").nth(1).unwrap().split('"').next().unwrap();
    assert!(name.len() >= 36, "a picture's name cannot be guessed: {name}");
    let picture = sandbox.client.get(sandbox.url(&format!("/desk/pictures/{name}"))).send().await.unwrap();
    assert_eq!(picture.headers()[header::CONTENT_TYPE], "image/jpeg");
    assert_eq!(picture.bytes().await.unwrap(), PICTURE);
    assert!(!page.contains("519999199504120023"), "the number is masked");
}

#[tokio::test]
async fn accepting_sends_a_signed_webhook_and_moves_the_case() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    let (status, _) = act(&sandbox, "YS0101", &[("event", "accept")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let received = rongju.received();
    assert_eq!(received.len(), 1, "its signature was right");
    assert_eq!((received[0].kind.as_str(), &received[0].body["id"]), ("police", &json!(received[0].id)));
    let body = &received[0].body;
    assert_eq!(
        (&body["number"], &body["event"], &body["actor"]),
        (&json!(NUMBER), &json!("accept"), &json!("station"))
    );
    assert_eq!((&body["officer"], &body["reason"], &body["items"]), (&json!("YS0101"), &Value::Null, &json!([])));
    assert_eq!(state(&sandbox).await, "under_review");
}

#[tokio::test]
async fn a_card_that_is_made_is_in_the_register() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    let held = || sandbox.query("residence_permit", "519999199504120023", "林晓岚");
    assert_eq!(held().await.1["items"], json!([]));
    for (officer, event) in [("YS0101", "accept"), ("YS0201", "approve"), ("YS0301", "card_made")] {
        act(&sandbox, officer, &[("event", event)]).await;
    }
    let items = held().await.1["items"].clone();
    let (status, address) = (&items[0]["status"], &items[0]["address"]);
    assert_eq!((status, address), (&json!("正常"), &json!("演示路1号蓉苑2栋1单元301室")));
}

#[tokio::test]
async fn a_case_goes_its_whole_way_by_three_officers() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    for (officer, event, state_after) in [
        ("YS0101", "accept", "under_review"),
        ("YS0201", "approve", "in_production"),
        ("YS0301", "card_made", "completed"),
        ("YS0101", "collected", "completed"),
    ] {
        let (status, page) = act(&sandbox, officer, &[("event", event)]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{event}: {page}");
        assert_eq!(state(&sandbox).await, state_after, "{event}");
    }
    let actors: Vec<_> = rongju.received().iter().map(|received| received.body["actor"].clone()).collect();
    assert_eq!(actors, ["station", "approver", "production", "station"]);
    assert_eq!(act(&sandbox, "YS0101", &[("event", "collected")]).await.0, StatusCode::CONFLICT, "only once");
}

#[tokio::test]
async fn an_endorsement_is_over_with_its_approval_and_leaves_nothing_to_hand_over() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    let mut endorsement = case(1);
    endorsement["service"] = json!("endorsement");
    sandbox.machine(Method::PUT, &format!("/desk/api/cases/{NUMBER}")).json(&endorsement).send().await.unwrap();
    for (officer, event) in [("YS0101", "accept"), ("YS0201", "approve")] {
        assert_eq!(act(&sandbox, officer, &[("event", event)]).await.0, StatusCode::SEE_OTHER, "{event}");
    }
    assert_eq!(act(&sandbox, "YS0101", &[("event", "collected")]).await.0, StatusCode::CONFLICT, "there is no card");
    let page = sandbox.page(&format!("/desk/cases/{NUMBER}")).await;
    assert!(page.contains("已了结，没有要办的了") && !page.contains("等邮政收寄"), "{page}");
}

#[tokio::test]
async fn a_permit_that_is_with_the_post_is_not_handed_over_until_it_comes_back() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    let mut by_post = case(1);
    by_post["delivery"] = json!("post");
    sandbox.machine(Method::PUT, &format!("/desk/api/cases/{NUMBER}")).json(&by_post).send().await.unwrap();
    for (officer, event) in [("YS0101", "accept"), ("YS0201", "approve"), ("YS0301", "card_made")] {
        assert_eq!(act(&sandbox, officer, &[("event", event)]).await.0, StatusCode::SEE_OTHER, "{event}");
    }
    let collect = [("event", "collected")];
    assert_eq!(act(&sandbox, "YS0101", &collect).await.0, StatusCode::CONFLICT, "it waits for the post");
    let order = json!({
        "reference": NUMBER, "sender_station": "桂溪派出所", "pay": "on_delivery",
        "recipient": {"name": "林晓岚", "phone": "15400000001", "address": "演示路1号"},
    });
    let handed_in = sandbox.machine(Method::POST, "/post/api/parcels").header("idempotency-key", NUMBER).json(&order);
    let waybill =
        handed_in.send().await.unwrap().json::<Value>().await.unwrap()["waybill"].as_str().unwrap().to_owned();
    for event in ["accepted", "in_transit", "returned"] {
        assert_eq!(act(&sandbox, "YS0101", &collect).await.0, StatusCode::CONFLICT, "before {event}");
        sandbox.form(&format!("/post/parcels/{waybill}"), &[("event", event)]).await;
    }
    assert_eq!(act(&sandbox, "YS0101", &collect).await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_accepted_cannot_approve_and_a_role_cannot_be_stepped_out_of() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    act(&sandbox, "YS0102", &[("event", "accept")]).await;
    let (status, page) = act(&sandbox, "YS0102", &[("event", "approve")]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("受理和审批不能是同一个人"));
    let (status, page) = act(&sandbox, "YS0301", &[("event", "approve")]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(page.contains("这一步由审批人办理"));
    assert_eq!(rongju.received().len(), 1);
    assert_eq!(state(&sandbox).await, "under_review");
}

#[tokio::test]
async fn a_correction_asks_for_several_items_at_once_and_a_resubmission_brings_the_case_back() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    act(&sandbox, "YS0101", &[("event", "accept")]).await;

    let (status, page) = act(&sandbox, "YS0101", &[("event", "request_correction")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("请勾选至少一项"));
    let half = [("event", "request_correction"), ("tick.item.face_photo", "yes"), ("words.item.face_photo", "")];
    let (status, page) = act(&sandbox, "YS0101", &half).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("“本人证件照”勾选了，还要写明补什么"));
    let forgotten = [("event", "request_correction"), ("words.field.address", "门牌号不清楚")];
    let (_, page) = act(&sandbox, "YS0101", &forgotten).await;
    assert!(page.contains("“详细地址”写了说明但没有勾选") && page.contains("门牌号不清楚"), "what was written stays");

    let whole = [
        ("event", "request_correction"),
        ("tick.item.face_photo", "yes"),
        ("words.item.face_photo", "照片背景不是白色，请换一张"),
        ("tick.field.address", "yes"),
        ("words.field.address", "门牌号不清楚"),
    ];
    assert_eq!(act(&sandbox, "YS0101", &whole).await.0, StatusCode::SEE_OTHER);
    assert_eq!(
        rongju.received()[1].body["items"],
        json!([
            {"key": "item.face_photo", "words": "照片背景不是白色，请换一张"},
            {"key": "field.address", "words": "门牌号不清楚"},
        ])
    );
    assert_eq!(state(&sandbox).await, "correction_requested");
    let (_, answer) = submit(&sandbox, 2).await;
    assert_eq!((&answer["state"], &answer["revision"]), (&json!("under_review"), &json!(2)));
}

#[tokio::test]
async fn a_refusal_without_a_reason_is_not_sent() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    let (status, page) = act(&sandbox, "YS0101", &[("event", "decline"), ("reason", "  ")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("“不予受理”要写明理由"));
    let reason = [("event", "decline"), ("reason", "不属于本所管辖，请到双流区办理")];
    assert_eq!(act(&sandbox, "YS0101", &reason).await.0, StatusCode::SEE_OTHER);
    assert_eq!(rongju.received()[0].body["reason"], "不属于本所管辖，请到双流区办理");
    assert_eq!(state(&sandbox).await, "not_accepted");
}

#[tokio::test]
async fn what_rongju_refuses_changes_nothing_and_its_problem_is_shown() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    rongju.answer_next(
        StatusCode::CONFLICT,
        r#"{"type":"/problems/illegal_transition","title":"The case does not allow this now","status":409,"code":"illegal_transition","detail":"already withdrawn"}"#,
    );
    let (status, page) = act(&sandbox, "YS0101", &[("event", "accept")]).await;
    assert_eq!(status, StatusCode::CONFLICT);
    for words in ["The case does not allow this now", "illegal_transition", "already withdrawn"] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(state(&sandbox).await, "submitted");
    assert!(!sandbox.page(&format!("/desk/cases/{NUMBER}")).await.contains("重新发送"), "a refusal is not sent again");
}

#[tokio::test]
async fn what_rongju_does_not_answer_is_sent_again_under_the_same_id() {
    // A port that refuses connections until Rongju comes up on it.
    let reserved = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = reserved.local_addr().unwrap();
    drop(reserved);
    let sandbox = Running::start(&format!("http://{port}")).await;
    submit(&sandbox, 1).await;
    let (status, page) = act(&sandbox, "YS0101", &[("event", "accept")]).await;
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    assert!(page.contains("重新发送"));
    assert_eq!(state(&sandbox).await, "submitted");
    assert_eq!(act(&sandbox, "YS0101", &[("event", "decline"), ("reason", "改主意")]).await.0, StatusCode::CONFLICT);

    let rongju = Rongju::start_at(TcpListener::bind(port).await.unwrap());
    rongju.answer_next(StatusCode::SERVICE_UNAVAILABLE, "{}");
    let again = format!("/desk/cases/{NUMBER}/again");
    assert_eq!(sandbox.form(&again, &[]).await.0, StatusCode::BAD_GATEWAY);
    assert_eq!(sandbox.form(&again, &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(state(&sandbox).await, "under_review");
    let received = rongju.received();
    assert_eq!(received.len(), 2);
    assert_eq!((&received[0].id, &received[0].body), (&received[1].id, &received[1].body));
}

#[tokio::test]
async fn a_withdrawal_ends_the_case_and_can_be_repeated() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    let withdraw = || sandbox.machine(Method::POST, &format!("/desk/api/cases/{NUMBER}/withdrawal")).send();
    assert_eq!(withdraw().await.unwrap().status(), StatusCode::NOT_FOUND);
    submit(&sandbox, 1).await;
    assert_eq!(withdraw().await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(withdraw().await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(act(&sandbox, "YS0101", &[("event", "accept")]).await.0, StatusCode::CONFLICT);
    assert_eq!(submit(&sandbox, 2).await.0, StatusCode::CONFLICT);
    assert!(rongju.received().is_empty());
}

#[tokio::test]
async fn the_queue_survives_a_restart() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    act(&sandbox, "YS0101", &[("event", "accept")]).await;
    let again = Running::start_in(sandbox.folder.clone(), &rongju.address, None, "manual").await;
    assert_eq!(
        submit(&again, 1).await,
        (
            StatusCode::OK,
            json!({
                "number": NUMBER, "state": "under_review", "revision": 1, "missing_pictures": ["p1"],
            })
        )
    );
    assert_eq!(act(&again, "YS0201", &[("event", "approve")]).await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_automatic_officer_walks_a_case_to_its_end_and_never_approves_its_own() {
    let rongju = Rongju::start().await;
    let sandbox = Running::start(&rongju.address).await;
    submit(&sandbox, 1).await;
    let (status, _) = sandbox.form("/desk/officer", &[("mode", "auto"), ("seconds", "1")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    tokio::time::sleep(Duration::from_millis(1700)).await;
    assert!(rongju.received().is_empty(), "it waits for the pictures");
    let picture = format!("/desk/api/cases/{NUMBER}/pictures/p1");
    sandbox.machine(Method::PUT, &picture).body(PICTURE).send().await.unwrap();
    for _ in 0..100 {
        if rongju.received().len() >= 3 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let events: Vec<_> = rongju.received().iter().map(|received| received.body["event"].clone()).collect();
    assert_eq!(events, ["accept", "approve", "card_made"]);
    let officers: Vec<_> = rongju.received().iter().map(|received| received.body["officer"].clone()).collect();
    assert_ne!(officers[0], officers[1]);
    assert_eq!(
        sandbox.form("/desk/officer", &[("mode", "auto"), ("seconds", "0")]).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}
