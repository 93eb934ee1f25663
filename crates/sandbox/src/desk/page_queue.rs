//! The desk's queue, by station, longest waiting first, and the switch of the automatic officer.

use std::collections::BTreeMap;

use jiff::Timestamp;
use maud::{Markup, html};

use super::{
    case::{Case, State, service_title},
    page_case::address,
};
use crate::{
    clock::{local, waited},
    officer::Mode,
    pages::{Room, page},
};

/// The page.
pub fn show(cases: Vec<Case>, station: Option<&str>, mode: Mode, now: Timestamp) -> Markup {
    let stations: BTreeMap<String, String> =
        cases.iter().map(|case| (case.file.station_id.clone(), case.station().to_owned())).collect();
    let of_station = |case: &Case| station.is_none_or(|station| case.file.station_id == station);
    let (mut open, mut closed): (Vec<_>, Vec<_>) =
        cases.into_iter().filter(of_station).partition(|case| !case.state.is_final());
    open.sort_by_key(|case| case.since);
    closed.sort_by_key(|case| std::cmp::Reverse(case.since));
    page(
        Room::Desk,
        "派出所工作台",
        html! {
            div.toolbar {
                form.inline method="get" action="/desk" {
                    label for="station" { "派出所" }
                    select #station name="station" {
                        option value="" selected[station.is_none()] { "全部" }
                        @for (id, name) in &stations {
                            option value=(id) selected[station == Some(id.as_str())] { (name) }
                        }
                    }
                    button.quiet type="submit" { "查看" }
                    a href=(here(station)) { "刷新" }
                }
                (switch(mode))
            }
            h2 { "待办（" (open.len()) "）" }
            @if open.is_empty() {
                p.empty { "没有待办的申请。申请人提交后会出现在这里，点“刷新”查看。" }
            } @else {
                (table(&open, "待办的申请", now))
            }
            @if !closed.is_empty() {
                h2 { "已了结（" (closed.len()) "）" }
                (table(&closed, "已了结的申请", now))
            }
        },
    )
}

fn here(station: Option<&str>) -> String {
    station.map_or_else(|| "/desk".to_owned(), |station| format!("/desk?station={station}"))
}

fn table(cases: &[Case], caption: &str, now: Timestamp) -> Markup {
    html! {
        table.table aria-label=(caption) {
            thead {
                tr {
                    th scope="col" { "办件编号" }
                    th scope="col" { "申请人" }
                    th scope="col" { "派出所" }
                    th scope="col" { "状态" }
                    th scope="col" { "等了" }
                }
            }
            tbody {
                @for case in cases {
                    tr {
                        td { a.number href=(address(&case.file.number)) { (case.file.number) } }
                        td { (case.file.applicant.name) " · " (service_title(&case.file.service)) }
                        td { (case.station()) }
                        td {
                            (state_tag(case.state)) " "
                            @if case.pending.is_some() { span.tag.bad { "未送达" } }
                            @if case.refused.is_some() { span.tag.warn { "自动办理停下" } }
                        }
                        td {
                            @if case.state.is_final() { span.hint { (local(case.since)) } }
                            @else { (waited(case.since, now)) }
                        }
                    }
                }
            }
        }
    }
}

/// A state as a small label: its word, and a colour beside it.
pub fn state_tag(state: State) -> Markup {
    let colour = match state {
        State::Submitted | State::UnderReview | State::InProduction => "tag now",
        State::CorrectionRequested => "tag warn",
        State::Completed => "tag ok",
        State::NotAccepted | State::Rejected => "tag bad",
        State::Withdrawn => "tag",
    };
    html! { span class=(colour) { (state.title()) } }
}

fn switch(mode: Mode) -> Markup {
    let (automatic, seconds) = match mode {
        Mode::Manual => (false, 5),
        Mode::Auto(seconds) => (true, seconds),
    };
    html! {
        form.inline method="post" action="/desk/officer" aria-label="办理方式" {
            span {
                "办理方式："
                strong { @if automatic { "自动，每步 " (seconds) " 秒" } @else { "人工" } }
            }
            label for="seconds" { "每步秒数" }
            input #seconds type="number" name="seconds" min="1" max="3600" value=(seconds);
            button.quiet type="submit" name="mode" value="auto" { "自动办理" }
            @if automatic { button.quiet type="submit" name="mode" value="manual" { "改为人工" } }
        }
    }
}
