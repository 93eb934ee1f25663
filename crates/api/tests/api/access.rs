//! Who gets in, what every answer carries, and what a wrong address or method is told.

use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::support::{World, drafts, people::LIN};

/// Every endpoint that asks for somebody signed in, by the service's own description.
fn personal_endpoints() -> Vec<(Method, String)> {
    let document = serde_json::to_value(api::openapi()).unwrap();
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let answers_401 = operation["responses"].as_object().unwrap().contains_key("401");
            if answers_401 && !path.starts_with("/api/webhooks/") {
                let path = path.replace("{service}", "first_issue").replace("{scope}", "records").replace("{id}", "x");
                let path = path.replace("{code}", "91519999MA00000158");
                let path = path.replace("{number}", "CDJZ-510104-20260105-000123-K");
                found.push((method.to_uppercase().parse().unwrap(), path));
            }
        }
    }
    assert!(found.len() >= 17, "{found:?}");
    found
}

#[tokio::test]
async fn nothing_personal_is_answered_to_somebody_who_is_not_signed_in() {
    let world = World::start().await;
    let mut browser = world.browser();
    for (method, path) in personal_endpoints() {
        let request = browser.request(method.clone(), &path).json(&json!({}));
        let answer = browser.send(request).await;
        assert_eq!(answer.json()["code"], "sign_in_required", "{method} {path}: {}", answer.text());
        assert_eq!(answer.status, 401);
    }
}

#[tokio::test]
async fn a_session_that_we_did_not_give_out_is_worth_nothing() {
    let world = World::start().await;
    let mut browser = world.browser();
    for cookie in ["__Host-session=AAAAAAAAAAAAAAAAAAAAAA", "__Host-session=x", "session=1"] {
        browser.cookie = Some(cookie.to_owned());
        browser.get("/api/me").await.refused(401, "sign_in_required");
    }
}

#[tokio::test]
async fn a_change_that_another_site_sends_is_refused() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let draft = drafts::complete();
    let put = |browser: &crate::support::browser::Browser| {
        browser.bare(Method::PUT, "/api/drafts/first_issue").header("if-none-match", "*").json(&draft)
    };
    for (name, value) in [("accept", "*/*"), ("x-requested-by", "other")] {
        let request = put(&browser).header(name, value);
        browser.send(request).await.refused(403, "cross_site");
    }
    for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "null")] {
        let request = put(&browser).header("x-requested-by", "rongju").header(name, value);
        browser.send(request).await.refused(403, "cross_site");
    }
    browser.get("/api/drafts/first_issue").await.refused(404, "not_found");
    let ours = put(&browser).header("x-requested-by", "rongju").header("origin", &world.url);
    browser.send(ours.header("sec-fetch-site", "same-origin")).await.expect(201);
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_others_out() {
    let world = World::start().await;
    let mut browser = world.browser();
    for path in ["/api/session", "/api/me", "/api/nothing", "/nothing", "/health"] {
        let answer = browser.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(answer.header("permissions-policy").contains("camera=(self)"));
        assert_eq!(answer.header("x-request-id").len(), 32);
        if path.starts_with("/api/") {
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        }
    }
}

#[tokio::test]
async fn a_wrong_address_or_method_is_a_problem_too() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    browser.get("/api/nothing").await.refused(404, "not_found");
    browser.get("/api/drafts/no_service").await.refused(404, "not_found");
    browser.get("/api/applications/%FF").await.refused(404, "not_found");
    browser.post("/api/me").await.refused(405, "method_not_allowed");
    browser.delete("/api/applications").await.refused(405, "method_not_allowed");
    let put = browser.request(Method::PATCH, "/api/drafts/first_issue");
    browser.send(put).await.refused(405, "method_not_allowed");
}

#[tokio::test]
async fn somebody_elses_things_are_not_there() {
    let world = World::start().await;
    let mut owner = world.prepared(&LIN).await;
    let number = world.submitted(&mut owner, &drafts::complete()).await;
    let mut other = world.signed_in(&crate::support::people::ZHAO).await;
    for path in [format!("/api/applications/{number}"), format!("/api/applications/{number}/status")] {
        other.get(&path).await.refused(404, "not_found");
    }
    other.post(&format!("/api/applications/{number}/withdrawal")).await.refused(404, "not_found");
    other.correct(&number, &Uuid::new_v4().to_string(), &drafts::complete()).await.refused(404, "not_found");
    let picture = format!("/api/pictures/{}", drafts::picture("face_photo").id);
    other.get(&picture).await.refused(404, "not_found");
    other.delete(&picture).await.expect(204);
    owner.get(&picture).await.expect(200);
    assert_eq!(other.get("/api/applications").await.expect(200), json!([]));
    assert_eq!(owner.status(&number).await["state"], "submitted");
}

#[tokio::test]
async fn the_service_says_that_it_is_well_and_where_the_stations_are() {
    let world = World::start().await;
    let mut browser = world.browser();
    browser.get("/health").await.expect(200);
    let stations = browser.get("/api/stations?district=510104").await.expect(200);
    let stations = stations.as_array().unwrap();
    assert!(!stations.is_empty());
    for station in stations {
        assert!(station["street_codes"][0].as_str().unwrap().starts_with("510104"));
        assert_eq!(station["demonstration"], true);
    }
    assert_eq!(browser.get("/api/stations?district=000000").await.expect(200), json!([]));
    let document = browser.get("/api/openapi.json").await.expect(200);
    assert_eq!(document["info"]["title"], "蓉居 Rongju");
}
