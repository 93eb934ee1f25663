//! What the clocks of a case bring about without anybody doing anything.

use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{World, browser::Browser, drafts::complete, people::LIN, until};

/// Long enough for what a start of the service sets off.
const A_WHILE: Duration = Duration::from_millis(500);

/// Submitted on Wednesday, 15 July.
async fn submitted() -> (World, Browser, String) {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let number = world.submitted(&mut browser, &complete()).await;
    (world, browser, number)
}

/// A correction is asked for on Wednesday, 15 July; its last day is Wednesday, 5 August.
async fn asked() -> (World, Browser, String) {
    let (world, browser, number) = submitted().await;
    world.police(&number, "request_correction", phone_is_wrong()).await.expect(204);
    (world, browser, number)
}

fn phone_is_wrong() -> Value {
    json!({"items": [{"key": "field.phone", "words": "号码打不通"}]})
}

async fn answer_the_correction(browser: &mut Browser, number: &str) -> Value {
    let mut draft = complete();
    draft["answers"]["phone"] = "13900139000".into();
    browser.correct(number, &Uuid::new_v4().to_string(), &draft).await.expect(200)
}

/// The permit waits at the station from 15 July.
async fn made() -> (World, Browser, String) {
    let (world, browser, number) = submitted().await;
    for event in ["accept", "approve", "card_made"] {
        world.police(&number, event, json!({})).await.expect(204);
    }
    (world, browser, number)
}

/// So many SMS made from `template` were sent, and no more, when the service has run on each of these days, one after
/// the other.
async fn sends<const DAYS: usize>(world: &mut World, template: &str, days: [(&str, usize); DAYS]) {
    for (day, count) in days {
        world.restart_on(day).await;
        until(&format!("{template} on {day}"), || (sent(world, template).len() >= count).then_some(())).await;
        tokio::time::sleep(A_WHILE).await;
        assert_eq!(sent(world, template).len(), count, "{template} on {day}");
    }
}

/// The texts of the SMS made from `template`, once there is one.
async fn texts(world: &World, template: &str) -> Vec<String> {
    until(template, || Some(sent(world, template)).filter(|texts| !texts.is_empty())).await
}

fn sent(world: &World, template: &str) -> Vec<String> {
    let kept = world.outside.kept();
    let made_from = kept.messages.iter().filter(|message| message["template"] == template);
    made_from.map(|message| message["text"].as_str().unwrap().to_owned()).collect()
}

fn happened(status: &Value) -> Vec<&Value> {
    status["history"].as_array().unwrap().iter().map(|entry| &entry["event"]).collect()
}

/// The case counts as accepted as of 15 July.
async fn deemed() -> (World, Browser, String) {
    let (mut world, browser, number) = submitted().await;
    world.restart_on("2026-07-23").await;
    texts(&world, "deemed_accepted").await;
    (world, browser, number)
}

#[tokio::test]
async fn five_working_days_without_a_word_from_the_station_the_case_counts_as_accepted_on_the_day_it_came_in() {
    let (mut world, mut browser, number) = submitted().await;
    world.restart_on("2026-07-22").await;
    tokio::time::sleep(A_WHILE).await;
    let waiting = browser.status(&number).await;
    assert_eq!(waiting["deadlines"]["completeness_by"], "2026-07-22", "the last day is still a day");
    assert_eq!(happened(&waiting).len(), 1);

    world.restart_on("2026-07-23").await;
    let text = texts(&world, "deemed_accepted").await.remove(0);
    for part in [
        "【蓉居演示】林**：",
        &number,
        "桂溪派出所到期没有告诉您",
        "算作2026年7月15日（星期三）已受理",
        "居住证最晚2026年7月30日（星期四）制作发放",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let status = browser.status(&number).await;
    assert_eq!(status["state"], "submitted", "accepting is the station's");
    assert_eq!(happened(&status), [&json!({"case": "submit"}), &json!("deemed_accepted")]);
    // Fifteen natural days from 15 July.
    assert_eq!(status["deadlines"]["issue_by"], "2026-07-30");
    assert_eq!(status["deadlines"]["completeness_by"], json!(null));
}

#[tokio::test]
async fn a_case_counts_as_accepted_once() {
    let (mut world, mut browser, number) = deemed().await;
    world.restart_on("2026-07-24").await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(happened(&browser.status(&number).await).len(), 2);
    assert_eq!(sent(&world, "deemed_accepted").len(), 1);
}

#[tokio::test]
async fn a_station_that_accepts_too_late_goes_on_with_the_case_and_does_not_move_the_limit() {
    let (world, mut browser, number) = deemed().await;
    world.police(&number, "accept", json!({})).await.expect(204);
    let status = browser.status(&number).await;
    assert_eq!((&status["state"], &status["deadlines"]["issue_by"]), (&json!("under_review"), &json!("2026-07-30")));
    let so_far = [&json!({"case": "submit"}), &json!("deemed_accepted"), &json!({"case": "accept"})];
    assert_eq!(happened(&status), so_far);
    world.police(&number, "approve", json!({"officer": "510001"})).await.refused(409, "illegal_transition");
    world.police(&number, "approve", json!({})).await.expect(204);
    assert_eq!(browser.status(&number).await["state"], "in_production");
}

#[tokio::test]
async fn a_correction_asked_for_too_late_pauses_the_limit_and_its_answer_does_not_start_it_anew() {
    let (mut world, mut browser, number) = deemed().await;
    world.police(&number, "request_correction", phone_is_wrong()).await.expect(204);
    world.restart_on("2026-07-27").await;
    let application = answer_the_correction(&mut browser, &number).await;
    assert_eq!(application["status"]["state"], "submitted");
    // Four days waited.
    assert_eq!(application["status"]["deadlines"]["issue_by"], "2026-08-03");
}

#[tokio::test]
async fn what_answers_a_correction_asked_for_in_time_gives_the_station_its_time_anew() {
    let (mut world, mut browser, number) = asked().await;
    world.restart_on("2026-07-27").await;
    tokio::time::sleep(A_WHILE).await;
    answer_the_correction(&mut browser, &number).await;
    world.restart_on("2026-08-03").await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(browser.status(&number).await["deadlines"]["completeness_by"], "2026-08-03");
    world.restart_on("2026-08-04").await;
    texts(&world, "deemed_accepted").await;
    // Fifteen natural days from 27 July.
    assert_eq!(browser.status(&number).await["deadlines"]["issue_by"], "2026-08-11");
}

#[tokio::test]
async fn an_accepted_case_is_left_alone() {
    let (mut world, mut browser, number) = submitted().await;
    world.police(&number, "accept", json!({})).await.expect(204);
    world.restart_on("2026-07-23").await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(happened(&browser.status(&number).await).len(), 2);
    assert!(sent(&world, "deemed_accepted").is_empty());
}

#[tokio::test]
async fn three_days_and_one_day_before_its_end_a_correction_is_called_to_mind_once_each() {
    let (mut world, _browser, number) = asked().await;
    sends(
        &mut world,
        "correction_reminder",
        [
            ("2026-08-01", 0),
            ("2026-08-02", 1),
            ("2026-08-02", 1),
            ("2026-08-03", 1),
            ("2026-08-04", 2),
            ("2026-08-05", 2),
            ("2026-08-06", 2),
        ],
    )
    .await;
    for text in sent(&world, "correction_reminder") {
        for part in ["【蓉居演示】林**：", &number, "请在2026年8月5日（星期三）前（含当天）登录补正"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("http") && !text.contains(LIN.name), "{text}");
    }
}

#[tokio::test]
async fn days_on_which_the_service_did_not_run_are_made_up_for_by_one_reminder() {
    let (mut world, _browser, _number) = asked().await;
    sends(&mut world, "correction_reminder", [("2026-08-04", 1), ("2026-08-05", 1)]).await;
}

#[tokio::test]
async fn several_replicas_remind_once() {
    let (mut world, _browser, _number) = asked().await;
    world.restart_on("2026-08-02").await;
    tokio::join!(world.another_replica(), world.another_replica());
    texts(&world, "correction_reminder").await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(sent(&world, "correction_reminder").len(), 1);
}

#[tokio::test]
async fn nobody_is_reminded_of_a_correction_that_was_answered_or_has_expired() {
    let (mut world, mut browser, number) = asked().await;
    answer_the_correction(&mut browser, &number).await;
    sends(&mut world, "correction_reminder", [("2026-08-02", 0), ("2026-08-06", 0)]).await;
    let (mut world, _browser, _number) = asked().await;
    sends(&mut world, "correction_reminder", [("2026-08-06", 0)]).await;
}

#[tokio::test]
async fn a_reminder_of_one_correction_does_not_speak_of_the_next() {
    let (mut world, mut browser, number) = asked().await;
    answer_the_correction(&mut browser, &number).await;
    world.police(&number, "accept", json!({})).await.expect(204);
    world.restart_on("2026-07-31").await;
    world.police(&number, "request_correction", phone_is_wrong()).await.expect(204);
    // The new one can be answered until 21 August.
    sends(&mut world, "correction_reminder", [("2026-08-04", 0), ("2026-08-18", 1), ("2026-08-20", 2)]).await;
}

#[tokio::test]
async fn a_reminder_that_waits_is_not_sent_once_the_correction_is_answered() {
    let (mut world, mut browser, number) = asked().await;
    texts(&world, "correction_requested").await;
    // Fails once; the next attempt is two seconds later.
    world.outside.kept().sms_fails = 1;
    world.restart_on("2026-08-02").await;
    until("an SMS that fails", || (world.outside.kept().sms_fails == 0).then_some(())).await;
    answer_the_correction(&mut browser, &number).await;
    // It stands behind the reminder.
    texts(&world, "resubmitted").await;
    assert!(sent(&world, "correction_reminder").is_empty());
}

#[tokio::test]
async fn a_permit_that_waits_at_the_station_is_called_to_mind_after_thirty_and_sixty_days() {
    let (mut world, _browser, number) = made().await;
    sends(
        &mut world,
        "pick_up_reminder",
        [
            ("2026-08-13", 0),
            ("2026-08-14", 1),
            ("2026-08-15", 1),
            ("2026-09-12", 1),
            ("2026-09-13", 2),
            ("2026-12-31", 2),
        ],
    )
    .await;
    for text in sent(&world, "pick_up_reminder") {
        for part in ["【蓉居演示】林**：", &number, "桂溪派出所", "领取"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}

#[tokio::test]
async fn nobody_is_reminded_of_a_permit_that_was_picked_up() {
    let (mut world, _browser, number) = made().await;
    world.police(&number, "collected", json!({})).await.expect(204);
    sends(&mut world, "pick_up_reminder", [("2026-08-14", 0), ("2026-09-13", 0)]).await;
}
