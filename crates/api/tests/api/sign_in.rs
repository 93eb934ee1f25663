//! Signing in and out.

use serde_json::json;

use crate::support::{
    World,
    browser::parameter,
    people::{Citizen, LIN, ZHAO},
};

#[tokio::test]
async fn somebody_signs_in_and_comes_back_to_the_page_they_came_from() {
    let world = World::start().await;
    let mut browser = world.browser();
    assert_eq!(browser.get("/api/session").await.expect(200), json!({"demonstration": true, "signed_in": null}));
    let back = browser.sign_in(&world.outside, &LIN, "/apply/first_issue?step=ground").await;
    assert_eq!((back.status, back.location()), (303, "/apply/first_issue?step=ground"));

    let session = browser.get("/api/session").await.expect(200);
    let signed_in = &session["signed_in"];
    assert_eq!(signed_in["name"], LIN.name);
    assert_eq!(signed_in["identity_number_masked"], "519***********0023");
    assert_eq!(signed_in["checked_by"], "face");
    assert!(signed_in["expires_at"].is_string());
    assert!(!session.to_string().contains(LIN.identity_number));

    let me = browser.get("/api/me").await.expect(200);
    assert_eq!(me, json!({"name": LIN.name, "identity_number": LIN.identity_number, "phone": LIN.phone}));
}

#[tokio::test]
async fn the_cookie_is_bound_to_this_host_and_changes_when_somebody_signs_in() {
    let world = World::start().await;
    let mut browser = world.browser();
    let there = browser.begin_sign_in("/").await;
    let before = browser.cookie.clone().unwrap();
    let code = world.outside.grant(&there, &LIN);
    let back = browser.come_back(&[("code", &code), ("state", &parameter(&there, "state"))]).await;
    let cookie = back.header("set-cookie").to_owned();
    for part in ["__Host-session=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie} lacks {part}");
    }
    assert!(!cookie.contains("Domain"));
    assert_ne!(browser.cookie, Some(before.clone()));
    // Whoever knew the identifier from before has nothing.
    let mut other = world.browser();
    other.cookie = Some(before);
    other.get("/api/me").await.refused(401, "sign_in_required");
}

#[tokio::test]
async fn the_same_person_is_the_same_to_us_at_every_sign_in() {
    let world = World::start().await;
    let mut owners = Vec::new();
    for _ in 0..2 {
        let mut browser = world.signed_in(&LIN).await;
        owners.push(browser.get("/api/session").await.expect(200)["signed_in"]["owner"].clone());
    }
    let mut other = world.signed_in(&ZHAO).await;
    let other = other.get("/api/session").await.expect(200)["signed_in"]["owner"].clone();
    assert_eq!(owners[0], owners[1]);
    assert_ne!(owners[0], other);
}

#[tokio::test]
async fn a_sign_in_never_leads_to_another_site() {
    let world = World::start().await;
    for elsewhere in ["https://another.example/", "//another.example", "/\\another.example", "javascript:alert(1)"] {
        let back = world.browser().sign_in(&world.outside, &LIN, elsewhere).await;
        assert_eq!(back.location(), "/", "{elsewhere}");
    }
}

#[tokio::test]
async fn a_cancelled_sign_in_says_so_and_keeps_the_way_back() {
    let world = World::start().await;
    let mut browser = world.browser();
    let there = browser.begin_sign_in("/apply/first_issue").await;
    let answer = [("error", "access_denied"), ("state", &parameter(&there, "state"))];
    let back = browser.come_back(&answer).await;
    assert_eq!(back.location(), "/sign-in?error=sign_in_cancelled&return_to=%2Fapply%2Ffirst_issue");
    assert_eq!(browser.get("/api/session").await.expect(200)["signed_in"], json!(null));
}

#[tokio::test]
async fn an_answer_that_belongs_to_no_sign_in_of_this_browser_is_refused() {
    let world = World::start().await;
    let mut browser = world.browser();
    let there = browser.begin_sign_in("/").await;
    let code = world.outside.grant(&there, &LIN);
    let state = parameter(&there, "state");
    let stranger = world.browser().come_back(&[("code", &code), ("state", &state)]).await;
    assert_eq!(stranger.location(), "/sign-in?error=sign_in_required&return_to=%2F");
    let wrong = browser.come_back(&[("code", &code), ("state", "another")]).await;
    assert_eq!(wrong.location(), "/sign-in?error=sign_in_required&return_to=%2F");
    browser.get("/api/me").await.refused(401, "sign_in_required");
}

#[tokio::test]
async fn a_token_that_the_provider_did_not_sign_is_refused() {
    let world = World::start().await;
    world.outside.kept().forged = true;
    let mut browser = world.browser();
    let back = browser.sign_in(&world.outside, &LIN, "/").await;
    assert_eq!(back.location(), "/sign-in?error=upstream_unavailable&return_to=%2F");
    browser.get("/api/me").await.refused(401, "sign_in_required");
}

#[tokio::test]
async fn people_whom_other_procedures_serve_are_told_so() {
    let world = World::start().await;
    for number in ["830000199001010039", "810000198511300046", "951999199001010011"] {
        let other = Citizen { subject: "other", identity_number: number, ..LIN };
        let mut browser = world.browser();
        let back = browser.sign_in(&world.outside, &other, "/").await;
        assert_eq!(back.location(), "/sign-in?error=not_served_here&return_to=%2F", "{number}");
        browser.get("/api/me").await.refused(401, "sign_in_required");
    }
}

#[tokio::test]
async fn without_a_real_name_check_or_a_sound_number_nobody_is_signed_in() {
    let world = World::start().await;
    for citizen in [
        Citizen { acr: "", ..LIN },
        Citizen { acr: "urn:rongju:acr:password", ..LIN },
        Citizen { identity_number: "519999199504120024", ..LIN },
        Citizen { name: " ", ..LIN },
    ] {
        let back = world.browser().sign_in(&world.outside, &citizen, "/").await;
        assert_eq!(back.location(), "/sign-in?error=real_name_required&return_to=%2F", "{citizen:?}");
    }
}

#[tokio::test]
async fn all_four_ways_of_the_check_lead_in() {
    let world = World::start().await;
    for way in ["face", "bank_card", "network_identity", "service_window"] {
        let acr: &'static str = format!("urn:rongju:acr:{way}").leak();
        let mut browser = world.signed_in(&Citizen { acr, ..LIN }).await;
        assert_eq!(browser.get("/api/session").await.expect(200)["signed_in"]["checked_by"], way);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_here_and_leads_to_its_end_there() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let old = browser.cookie.clone();
    let answer = browser.post("/api/sign-out").await.expect(200);
    let there = url::Url::parse(answer["redirect_to"].as_str().unwrap()).unwrap();
    assert!(there.as_str().starts_with(&format!("{}/session/end?", world.outside.url)));
    assert_eq!(parameter(&there, "client_id"), "rongju");
    assert_eq!(parameter(&there, "post_logout_redirect_uri"), format!("{}/", world.url));
    assert_eq!(parameter(&there, "id_token_hint"), "", "the token names the person");
    assert_eq!(browser.cookie, None, "the browser forgets the cookie");
    browser.cookie = old;
    browser.get("/api/me").await.refused(401, "sign_in_required");
}

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_and_leaving_is_still_possible() {
    let world = World::start_with(|settings| settings["identity_issuer"] = "http://127.0.0.1:9".into()).await;
    let mut browser = world.browser();
    let answer = browser.get("/api/sign-in?return_to=/me").await;
    assert_eq!(answer.location(), "/sign-in?error=upstream_unavailable&return_to=%2Fme");
    assert_eq!(browser.post("/api/sign-out").await.expect(200), json!({"redirect_to": "/"}));
}
