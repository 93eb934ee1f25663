use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::Running;

#[tokio::test]
async fn a_message_appears_on_the_page_with_its_number_masked() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let message = json!({"to": "15400000001", "template": "submitted", "text": "【蓉居】您的申请已提交"});
    let open = sandbox.client.post(sandbox.url("/sms/api/messages")).json(&message).send().await.unwrap();
    assert_eq!(open.status(), StatusCode::UNAUTHORIZED);
    for _ in 0..2 {
        let request = sandbox.machine(Method::POST, "/sms/api/messages").header("idempotency-key", "m1");
        assert_eq!(request.json(&message).send().await.unwrap().status(), StatusCode::ACCEPTED);
    }
    let page = sandbox.page("/sms").await;
    assert!(page.contains("154****0001") && !page.contains("15400000001"));
    assert_eq!(page.matches("【蓉居】您的申请已提交").count(), 1, "the same key is the same message");
}

#[tokio::test]
async fn a_message_with_an_identity_number_or_to_nobody_is_refused() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    for (to, text, error) in [
        ("15400000001", "您的号码519999199504120023已核验", "identity_number"),
        ("1540000000", "您的申请已提交", "phone"),
        ("15400000001", " ", "text"),
    ] {
        let message = json!({"to": to, "template": "submitted", "text": text});
        let answer = sandbox.machine(Method::POST, "/sms/api/messages").json(&message).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.json::<serde_json::Value>().await.unwrap()["error"], error);
    }
}
