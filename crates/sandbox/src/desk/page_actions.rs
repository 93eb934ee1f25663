//! The forms of what can be done with a case now, each with the words on its button that the history shows later.

use std::collections::BTreeMap;

use maud::{Markup, html};
use wire::webhook::PoliceEvent;

use super::{
    case::{Case, event_title},
    choice::WORDS_LIMIT,
    officers::{self, OFFICERS, Officer, Role},
    page_case::address,
};
use crate::post::parcel::Parcel;

type Written<'a> = Option<&'a BTreeMap<String, String>>;

/// Who is acting, and the steps that the case's state allows.
pub fn show(case: &Case, parcel: Option<&Parcel>, officer: &Officer, written: Written<'_>) -> Markup {
    let events = [
        PoliceEvent::Accept,
        PoliceEvent::Approve,
        PoliceEvent::CardMade,
        PoliceEvent::Collected,
        PoliceEvent::RequestCorrection,
        PoliceEvent::Reject,
        PoliceEvent::Decline,
        PoliceEvent::Transfer,
    ];
    let possible = events
        .into_iter()
        .filter(|event| case.pending.is_none() && case.after(*event).is_some())
        .filter(|event| *event != PoliceEvent::Collected || case.lies_at_the_station(parcel));
    let (mine, others): (Vec<_>, Vec<_>) = possible.partition(|event| may(case, *event, officer));
    html! {
        form.inline method="post" action="/desk/acting" {
            input type="hidden" name="number" value=(case.file.number);
            label for="officer" { "现在是" }
            select #officer name="officer" {
                @for one in &OFFICERS { option value=(one.id) selected[one.id == officer.id] { (one.title()) } }
            }
            button.quiet type="submit" { "换人" }
        }
        p.hint { "都是演示人员。受理和审批不能是同一个人。" }
        div.stack {
            @for event in mine.iter().filter(|event| is_main(**event)) { (step(case, *event, written)) }
            @for event in &others {
                @let able = officers::for_step(*event, case.accepted_by.as_deref());
                @if is_main(*event) { (hand_over(case, *event, able)) }
            }
            @for event in mine.iter().filter(|event| !is_main(**event)) { (step(case, *event, written)) }
            @if mine.is_empty() && others.is_empty() { p { (nothing_to_do(case, parcel)) } }
        }
    }
}

fn may(case: &Case, event: PoliceEvent, officer: &Officer) -> bool {
    let role = Role::of(event);
    officer.is(role) && (role != Role::Approver || case.accepted_by.as_deref() != Some(officer.id))
}

/// The steps of the straight way; the others stay folded.
const fn is_main(event: PoliceEvent) -> bool {
    use PoliceEvent as E;
    matches!(event, E::Accept | E::Approve | E::CardMade | E::Collected)
}

fn hand_over(case: &Case, event: PoliceEvent, able: &Officer) -> Markup {
    html! {
        form method="post" action="/desk/acting" {
            input type="hidden" name="number" value=(case.file.number);
            input type="hidden" name="officer" value=(able.id);
            p { "“" (event_title(event)) "”由" (Role::of(event).title()) "办理。" }
            button.quiet type="submit" { "换成 " (able.title()) }
        }
    }
}

fn nothing_to_do(case: &Case, parcel: Option<&Parcel>) -> Markup {
    use super::case::State;
    html! {
        @if case.pending.is_some() { "等上一步送到“蓉居”。" }
        @else if case.state == State::CorrectionRequested { "等申请人补正。" }
        @else if let Some(parcel) = parcel {
            "已了结，证件由邮政寄递：" a href="/post" { (parcel.waybill) } "。"
        }
        @else if case.state == State::Completed && case.makes_a_card() && !case.collected { "已办结，等邮政收寄。" }
        @else { "已了结，没有要办的了。" }
    }
}

fn step(case: &Case, event: PoliceEvent, written: Written<'_>) -> Markup {
    let name = serde_json::to_value(event).ok();
    let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or_default();
    let wrote = |field: &str| written.and_then(|fields| fields.get(field)).map_or("", String::as_str);
    let this_one = wrote("event") == name;
    let form = html! {
        form method="post" action=(address(&case.file.number)) {
            input type="hidden" name="event" value=(name);
            @match event {
                PoliceEvent::RequestCorrection => {
                    (correction(case, written))
                    button type="submit" { "发出补正通知" }
                }
                PoliceEvent::Reject | PoliceEvent::Decline => {
                    (reason(name, event, if this_one { wrote("reason") } else { "" }))
                    button.danger type="submit" { (event_title(event)) }
                }
                PoliceEvent::Transfer => {
                    label.label for="station-to" { "转往哪个派出所（编号）" }
                    input #station-to type="text" name="station" autocomplete="off" value=(wrote("station"));
                    (reason(name, event, if this_one { wrote("reason") } else { "" }))
                    button.quiet type="submit" { (event_title(event)) }
                }
                _ => button type="submit" { (event_title(event)) },
            }
        }
    };
    if is_main(event) {
        return form;
    }
    html! { details open[this_one] { summary { (folded(event)) } (form) } }
}

const fn folded(event: PoliceEvent) -> &'static str {
    match event {
        PoliceEvent::RequestCorrection => "要求补正…",
        PoliceEvent::Reject => "审核不通过…",
        PoliceEvent::Decline => "不予受理…",
        _ => "转给别的派出所…",
    }
}

fn reason(name: &str, event: PoliceEvent, wrote: &str) -> Markup {
    let id = format!("reason-{name}");
    html! {
        label.label for=(id) { (event_title(event)) "的理由" }
        textarea id=(id) name="reason" rows="3" maxlength=(WORDS_LIMIT) { (wrote) }
    }
}

fn correction(case: &Case, written: Written<'_>) -> Markup {
    let wrote = |field: &str| written.and_then(|fields| fields.get(field));
    html! {
        fieldset {
            legend { "一次告知全部要补正的内容" }
            @for correctable in &case.file.correctable {
                @let (tick, words) = (format!("tick.{}", correctable.key), format!("words.{}", correctable.key));
                div.correctable {
                    label.tick {
                        input type="checkbox" name=(tick) value="yes" checked[wrote(&tick).is_some()];
                        span { (correctable.label) }
                    }
                    textarea name=(words) rows="2" maxlength=(WORDS_LIMIT)
                        aria-label={ (correctable.label) "：要补什么" } placeholder="要补什么，怎样才合格" {
                        (wrote(&words).map_or("", String::as_str))
                    }
                }
            }
        }
    }
}
