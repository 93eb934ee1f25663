use jiff::civil::date;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::Running;

const LIN: (&str, &str) = ("519999199504120023", "林晓岚");

#[tokio::test]
async fn a_register_answers_with_its_source_and_dates_seen_from_today() {
    let sandbox = Running::start_on(date(2026, 11, 24)).await;
    let (status, answer) = sandbox.query("residence_registration", LIN.0, LIN.1).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["code"], 0);
    assert_eq!(answer["as_of"], "2026-11-24");
    assert_eq!(answer["source"], "市公安局流动人口平台（演示）");
    assert_eq!(
        answer["items"],
        json!([{
            "registered_on": "2026-04-24", "ended_on": null, "in_chengdu": true, "void": false, "approved": true,
            "street_code": "510107064", "address": "演示路1号蓉苑2栋1单元301室", "address_kind": "filed_lease",
        }])
    );
    let (_, insurance) = sandbox.query("social_insurance", LIN.0, LIN.1).await;
    let months: Vec<_> = insurance["items"].as_array().unwrap().iter().map(|item| item["month"].clone()).collect();
    assert_eq!(months.first().unwrap(), "2026-02");
    assert_eq!(months.last().unwrap(), "2026-10");
    assert_eq!(months.len(), 9);
}

#[tokio::test]
async fn without_the_token_nothing_is_answered() {
    let sandbox = Running::start_on(date(2026, 11, 24)).await;
    let body = json!({"catalog": "household", "subject": {"id_number": LIN.0, "name": LIN.1}, "purpose": "x", "authorization": "y"});
    let answer = sandbox.client.post(sandbox.url("/exchange/query")).json(&body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    assert!(!answer.text().await.unwrap().contains(LIN.0));
}

#[tokio::test]
async fn nothing_a_wrong_name_and_a_missing_consent_each_have_their_code() {
    let sandbox = Running::start_on(date(2026, 11, 24)).await;
    for (number, name) in [LIN, ("519999198506151232", "某人")] {
        let (_, nothing) = sandbox.query("school_roll", number, name).await;
        assert_eq!((&nothing["code"], &nothing["items"]), (&json!(404), &json!([])));
        assert_eq!(nothing["as_of"], "2026-11-24", "that there is nothing is said of a day");
    }
    assert_eq!(sandbox.query("household", LIN.0, "林小岚").await.1["code"], 4201);
    let body = json!({"catalog": "household", "subject": {"id_number": LIN.0, "name": LIN.1}, "purpose": "x", "authorization": " "});
    let answer = sandbox.machine(Method::POST, "/exchange/query").json(&body).send().await.unwrap();
    assert_eq!(answer.json::<serde_json::Value>().await.unwrap()["code"], 403);
    let body = json!({"catalog": "everything", "subject": {"id_number": LIN.0, "name": LIN.1}, "purpose": "x", "authorization": "y"});
    let answer = sandbox.machine(Method::POST, "/exchange/query").json(&body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_register_that_is_switched_off_is_down_until_it_is_switched_on_and_the_others_stay_up() {
    let sandbox = Running::start_on(date(2026, 11, 24)).await;
    let (status, _) = sandbox.form("/exchange/faults", &[("catalog", "social_insurance"), ("mode", "down")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(sandbox.query("social_insurance", LIN.0, LIN.1).await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(sandbox.query("household", LIN.0, LIN.1).await.1["code"], 0);

    let all = json!({"catalog": "all", "mode": "up"});
    let switched = sandbox.client.post(sandbox.url("/exchange/faults")).json(&all).send().await.unwrap();
    assert_eq!(switched.status(), StatusCode::NO_CONTENT);
    assert_eq!(sandbox.query("social_insurance", LIN.0, LIN.1).await.1["code"], 0);
}
