//! Parents act for their children, each of whom has things of their own, and nobody acts for anybody else.

use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::{
    World,
    browser::{Answer, Browser},
    drafts,
    people::{Citizen, HOUSEHOLD, LIN, ZHAO},
};

/// Nine years old.
const CHILD: (&str, &str) = ("林童", "51999920160601001X");
/// Fifteen, and sixteen on 1 September 2026.
const OLDER: (&str, &str) = ("林青", "519999201009010011");

fn household_of(children: &[(&str, &str)]) -> Value {
    let child = |(name, number): &(&str, &str)| json!({"name": name, "relation": "子女", "in_chengdu_household": false, "id_number": number});
    let mut relatives: Vec<Value> = children.iter().map(child).collect();
    relatives.push(json!({"name": "林母", "relation": "父母", "in_chengdu_household": false}));
    json!([{"address": HOUSEHOLD, "relatives": relatives}])
}

async fn parent(world: &World, citizen: &Citizen, children: &[(&str, &str)]) -> Browser {
    world.outside.kept().records.insert("household".into(), household_of(children));
    let mut browser = world.signed_in(citizen).await;
    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    browser
}

/// The members, oneself first.
async fn look_up(browser: &mut Browser) -> Vec<Value> {
    let household = browser.post("/api/household").await.expect(200);
    assert!(household["looked_up_at"].is_string());
    household["members"].as_array().unwrap().clone()
}

fn owner(member: &Value) -> String {
    member["owner"].as_str().unwrap().to_owned()
}

async fn get_for(browser: &mut Browser, child: &str, path: &str) -> Answer {
    browser.send(browser.bare(Method::GET, path).header("acting-for", child)).await
}

async fn put_for(browser: &mut Browser, child: &str, path: &str, body: &Value) -> Answer {
    let request = browser.request(Method::PUT, path).header("acting-for", child).header("if-none-match", "*");
    browser.send(request.json(body)).await
}

#[tokio::test]
async fn the_key_of_a_phone_is_each_persons_own_and_the_same_in_every_session() {
    let world = World::start().await;
    let mut mother = parent(&world, &LIN, &[CHILD]).await;
    let child = owner(&look_up(&mut mother).await[1]);
    let own = mother.get("/api/phone-key").await.expect(200);
    assert_eq!(own["key"].as_array().unwrap().len(), 32);
    let again = world.signed_in(&LIN).await.get("/api/phone-key").await.expect(200);
    assert_eq!(own, again, "what a phone keeps opens again after the next sign-in");
    let for_child = get_for(&mut mother, &child, "/api/phone-key").await.expect(200);
    assert_eq!(for_child["owner"], child.as_str());
    let other = world.signed_in(&ZHAO).await.get("/api/phone-key").await.expect(200);
    let keys = [&own, &for_child, &other].map(|answer| answer["key"].to_string());
    assert!(keys[0] != keys[1] && keys[0] != keys[2] && keys[1] != keys[2]);
}

#[tokio::test]
async fn children_under_sixteen_come_from_the_register_with_consent_alone() {
    let world = World::start().await;
    world.outside.kept().records.insert("household".into(), household_of(&[CHILD, OLDER]));
    let mut browser = world.signed_in(&LIN).await;
    browser.post("/api/household").await.refused(403, "consent_required");
    assert!(world.outside.kept().questions.is_empty(), "nobody was asked");
    let before = browser.get("/api/household").await.expect(200);
    assert_eq!((before["members"].as_array().unwrap().len(), &before["looked_up_at"]), (1, &Value::Null));

    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    let members = look_up(&mut browser).await;
    let names: Vec<&str> = members.iter().map(|member| member["name"].as_str().unwrap()).collect();
    assert_eq!(names, [LIN.name, OLDER.0, CHILD.0], "oneself, then by age; a parent of one's own is nobody's child");
    assert!(!members[2].to_string().contains(CHILD.1), "the number is masked");
    let again = look_up(&mut browser).await;
    assert_eq!(again, members, "the same people, however often it is asked");
}

#[tokio::test]
async fn a_number_that_is_none_and_a_child_of_sixteen_are_left_out() {
    let world = World::start().await;
    let grown = ("林长", "519999201007150037");
    let mut browser = parent(&world, &LIN, &[("林错", "519999201606010011"), grown, CHILD]).await;
    let members = look_up(&mut browser).await;
    assert_eq!(members.len(), 2);
    assert_eq!(members[1]["name"], CHILD.0);
}

#[tokio::test]
async fn a_register_that_is_silent_takes_nobody_away() {
    let world = World::start().await;
    let mut browser = parent(&world, &LIN, &[CHILD]).await;
    let members = look_up(&mut browser).await;
    world.outside.kept().down.insert("household".into());
    browser.post("/api/household").await.refused(503, "upstream_unavailable");
    assert_eq!(browser.get("/api/household").await.expect(200)["members"], json!(members));
}

#[tokio::test]
async fn what_a_parent_does_for_a_child_belongs_to_the_child_and_is_kept_apart() {
    let world = World::start().await;
    let mut browser = parent(&world, &LIN, &[CHILD, OLDER]).await;
    let members = look_up(&mut browser).await;
    let (older, child) = (owner(&members[1]), owner(&members[2]));

    let session = get_for(&mut browser, &child, "/api/session").await.expect(200);
    assert_eq!(session["signed_in"]["owner"], child.as_str());
    assert_eq!((&session["signed_in"]["name"], &session["signed_in"]["agent"]), (&json!(CHILD.0), &json!(LIN.name)));
    let me = get_for(&mut browser, &child, "/api/me").await.expect(200);
    assert_eq!(
        (&me["name"], &me["identity_number"], &me["phone"]),
        (&json!(CHILD.0), &json!(CHILD.1), &json!(LIN.phone))
    );
    assert_eq!(me["agent"]["identity_number"], LIN.identity_number);
    assert_eq!(browser.get("/api/me").await.expect(200).get("agent"), None);

    let draft = drafts::complete();
    put_for(&mut browser, &child, "/api/drafts/first_issue", &draft).await.expect(201);
    browser.get("/api/drafts/first_issue").await.refused(404, "not_found");
    get_for(&mut browser, &older, "/api/drafts/first_issue").await.refused(404, "not_found");
    get_for(&mut browser, &child, "/api/records").await.refused(403, "consent_required");

    let members = look_up(&mut browser).await;
    let begun: Vec<usize> = members.iter().map(|member| member["drafts"].as_array().unwrap().len()).collect();
    assert_eq!(begun, [0, 0, 1]);

    // A picture is shown by an address, which has no headers.
    let picture = drafts::picture("face_photo");
    let path = format!("/api/pictures/{}", picture.id);
    let upload = browser.request(Method::PUT, &format!("{path}?item=face_photo")).header("acting-for", &child);
    let upload = upload.header(header::CONTENT_TYPE, "image/jpeg").body(picture.jpeg.clone());
    browser.send(upload).await.expect(200);
    assert_eq!(browser.get(&format!("{path}?for={child}&size=thumbnail")).await.status, 200);
    browser.get(&format!("{path}?size=thumbnail")).await.refused(404, "not_found");
    browser.get(&format!("{path}?for={older}")).await.refused(404, "not_found");
}

#[tokio::test]
async fn nobody_acts_for_a_child_of_somebody_else() {
    let world = World::start().await;
    let mut lin = parent(&world, &LIN, &[CHILD]).await;
    let child = owner(&look_up(&mut lin).await[1]);
    let mut zhao = parent(&world, &ZHAO, &[]).await;
    look_up(&mut zhao).await;
    let own = zhao.get("/api/session").await.expect(200)["signed_in"]["owner"].as_str().unwrap().to_owned();
    let strangers = [child.as_str(), "00000000-0000-0000-0000-000000000000", "x", ""];
    for stranger in strangers {
        for path in ["/api/me", "/api/session", "/api/drafts", "/api/applications", "/api/household"] {
            get_for(&mut zhao, stranger, path).await.refused(403, "not_your_child");
        }
        put_for(&mut zhao, stranger, "/api/drafts/first_issue", &drafts::complete())
            .await
            .refused(403, "not_your_child");
    }
    zhao.get(&format!("/api/me?for={child}")).await.refused(403, "not_your_child");
    assert_eq!(get_for(&mut zhao, &own, "/api/me").await.expect(200)["name"], ZHAO.name, "for oneself one always acts");
}

#[tokio::test]
async fn a_child_who_leaves_the_household_is_acted_for_no_longer_and_one_with_two_parents_by_both() {
    let world = World::start().await;
    let mut lin = parent(&world, &LIN, &[CHILD]).await;
    let child = owner(&look_up(&mut lin).await[1]);
    let mut zhao = parent(&world, &ZHAO, &[CHILD]).await;
    assert_eq!(owner(&look_up(&mut zhao).await[1]), child, "one child, whoever asks");
    world.outside.kept().records.insert("household".into(), household_of(&[]));
    look_up(&mut lin).await;
    get_for(&mut lin, &child, "/api/me").await.refused(403, "not_your_child");
    get_for(&mut zhao, &child, "/api/me").await.expect(200);
}

#[tokio::test]
async fn who_turns_sixteen_is_acted_for_no_longer() {
    let mut world = World::start().await;
    let mut browser = parent(&world, &LIN, &[OLDER]).await;
    let older = owner(&look_up(&mut browser).await[1]);
    get_for(&mut browser, &older, "/api/me").await.expect(200);
    world.restart_on("2026-08-10").await;
    let mut browser = world.signed_in(&LIN).await;
    get_for(&mut browser, &older, "/api/me").await.expect(200);
    world.restart_on("2026-09-01").await;
    let mut browser = world.signed_in(&LIN).await;
    look_up(&mut browser).await;
    get_for(&mut browser, &older, "/api/me").await.refused(403, "not_your_child");
}

#[tokio::test]
async fn what_the_register_showed_is_gone_by_for_thirty_days() {
    let world = World::start().await;
    let mut browser = parent(&world, &LIN, &[CHILD]).await;
    let child = owner(&look_up(&mut browser).await[1]);
    get_for(&mut browser, &child, "/api/me").await.expect(200);
    world.execute("UPDATE child SET seen_at = seen_at - 2592000000").await;
    world.execute("UPDATE person SET children_asked_at = children_asked_at - 2592000000").await;
    get_for(&mut browser, &child, "/api/me").await.refused(403, "not_your_child");
    let household = browser.get("/api/household").await.expect(200);
    assert_eq!((household["members"].as_array().unwrap().len(), &household["looked_up_at"]), (1, &Value::Null));
    look_up(&mut browser).await;
    get_for(&mut browser, &child, "/api/me").await.expect(200);
}

#[tokio::test]
async fn an_application_for_a_child_names_the_parent_who_signed_in_as_the_agent() {
    let world = World::start().await;
    let mut browser = parent(&world, &LIN, &[CHILD]).await;
    let child = owner(&look_up(&mut browser).await[1]);
    let submit = |browser: &Browser, key: &str, answers: &[(&str, &str)]| {
        let mut draft = drafts::complete();
        for (field, answer) in answers {
            draft["answers"][*field] = (*answer).into();
        }
        let request = browser.request(Method::POST, "/api/applications").header("idempotency-key", key);
        request.header("acting-for", &child).json(&json!({"draft": draft}))
    };
    let fails = |problem: &Value, field: &str, code: &str| {
        let findings = problem["findings"].as_array().unwrap();
        findings.iter().any(|finding| finding["about"] == field && finding["rule"] == code)
    };
    let request = submit(&browser, "by-nobody-00000001", &[]);
    let problem = browser.send(request).await.refused(422, "check_failed");
    assert!(fails(&problem, "field.applied_by", "agent_signed_in"), "{problem}");

    let own = [
        ("applied_by", "agent"),
        ("agent_name", LIN.name),
        ("agent_identity_number", LIN.identity_number),
        ("agent_relation", "parent"),
        ("agent_reason", "under_sixteen"),
        ("agent_phone", LIN.phone),
    ];
    let another = own.map(|(field, answer)| (field, if field == "agent_name" { ZHAO.name } else { answer }));
    let request = submit(&browser, "by-another-0000001", &another);
    let problem = browser.send(request).await.refused(422, "check_failed");
    assert!(fails(&problem, "field.applied_by", "agent_signed_in"), "{problem}");

    let request = submit(&browser, "by-the-parent-0001", &own);
    let problem = browser.send(request).await.refused(422, "check_failed");
    assert!(!fails(&problem, "field.applied_by", "agent_signed_in"), "only what else is missing: {problem}");
}

#[tokio::test]
async fn a_child_who_grows_up_and_signs_in_finds_what_was_theirs() {
    const GROWN: Citizen = Citizen {
        subject: "grown",
        name: OLDER.0,
        identity_number: OLDER.1,
        phone: "13700137000",
        acr: "urn:rongju:acr:face",
    };
    let world = World::start().await;
    let mut browser = parent(&world, &LIN, &[OLDER]).await;
    let older = owner(&look_up(&mut browser).await[1]);
    put_for(&mut browser, &older, "/api/drafts/first_issue", &drafts::complete()).await.expect(201);
    let mut own = world.signed_in(&GROWN).await;
    assert_eq!(own.get("/api/session").await.expect(200)["signed_in"]["owner"], older.as_str());
    own.get("/api/drafts/first_issue").await.expect(200);
    assert_eq!(own.get("/api/me").await.expect(200)["phone"], GROWN.phone);
    look_up(&mut browser).await;
    assert_eq!(
        own.get("/api/me").await.expect(200)["phone"],
        GROWN.phone,
        "the register does not overwrite the provider"
    );
}
