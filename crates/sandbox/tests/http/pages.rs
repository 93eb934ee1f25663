use reqwest::{StatusCode, header};

use crate::Running;

#[tokio::test]
async fn every_page_says_that_it_is_a_demonstration_and_runs_nothing_from_elsewhere() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    for path in ["/", "/desk", "/desk/cases/unknown", "/post", "/sms", "/exchange"] {
        let answer = sandbox.client.get(sandbox.url(path)).send().await.unwrap();
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let page = answer.text().await.unwrap();
        assert!(page.contains("<strong>演示系统</strong>"), "{path}");
        assert!(!page.contains("<script") && !page.contains("style=\""), "{path}");
    }
}

#[tokio::test]
async fn a_form_sent_from_another_site_is_refused() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    for path in ["/desk/officer", "/exchange/faults", "/desk/cases/x", "/post/parcels/x"] {
        let from = sandbox.client.post(sandbox.url(path)).header("sec-fetch-site", "cross-site");
        let answer = from.form(&[("mode", "manual")]).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn health_answers() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    assert_eq!(sandbox.client.get(sandbox.url("/health")).send().await.unwrap().status(), StatusCode::OK);
}
