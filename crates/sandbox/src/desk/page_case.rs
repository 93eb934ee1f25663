//! One application: who, what, findings, pictures, history, and beside it what can be done now.

use std::collections::BTreeMap;

use jiff::Timestamp;
use maud::{Markup, html};

use super::{
    act::ActError,
    case::{Case, Item, event_title, service_title},
    officers::Officer,
    page_actions,
    page_queue::state_tag,
};
use crate::{
    clock::{local, waited},
    pages::{Room, page},
    personal::mask_identity_number,
    post::parcel::Parcel,
};

/// Why the last form was not done, and what was written in it.
#[derive(Debug)]
pub struct Trouble {
    /// Why.
    pub error: ActError,
    /// The form's fields.
    pub fields: BTreeMap<String, String>,
}

/// Where a case's page is. Numbers have letters, digits and hyphens; anything else could lead elsewhere and is dropped.
pub fn address(number: &str) -> String {
    let safe: String = number.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    format!("/desk/cases/{safe}")
}

/// The page for a number that the desk does not have.
pub fn missing() -> Markup {
    page(Room::Desk, "没有这个办件", html! { p { "编号可能抄错了，或者还没有送到。" a href="/desk" { "回到工作台" } } })
}

/// The page.
pub fn show(
    case: &Case,
    parcel: Option<&Parcel>,
    officer: &Officer,
    trouble: Option<&Trouble>,
    now: Timestamp,
) -> Markup {
    let file = &case.file;
    page(
        Room::Desk,
        &format!("{} · {}", service_title(&file.service), file.applicant.name),
        html! {
            p.inline {
                (state_tag(case.state))
                span.number { (file.number) }
                @if case.state.is_final() { span.hint { (local(case.since)) } }
                @else { span.hint { "这一步已等 " (waited(case.since, now)) } }
                a.jump href="#todo" { "去办理" }
                a href=(address(&file.number)) { "刷新" }
                a href="/desk" { "回到工作台" }
            }
            (problems(case, trouble))
            div.two {
                div.stack {
                    section.card aria-labelledby="who" {
                        h2 #who { "申请人" }
                        dl.facts {
                            dt { "姓名" } dd { (file.applicant.name) }
                            dt { "公民身份号码" } dd.number { (mask_identity_number(&file.applicant.identity_number)) }
                            @if let Some(phone) = &file.applicant.phone { dt { "手机号码" } dd.number { (phone) } }
                            dt { "派出所" } dd { (case.station()) }
                            dt { "提交时间" } dd { (local(file.submitted_at)) }
                            @if file.revision > 1 { dt { "提交次数" } dd { (file.revision) } }
                        }
                    }
                    (verdict(case))
                    section.card aria-labelledby="answers" {
                        h2 #answers { "填写的内容" }
                        dl.facts {
                            @for answer in &file.answers {
                                dt { (answer.label) }
                                dd {
                                    (answer.value)
                                    @if let Some(before) = &answer.before { p.hint { "原来：" (before) } }
                                }
                            }
                        }
                    }
                    section.card aria-labelledby="documents" {
                        h2 #documents { "材料" }
                        @for item in &file.items { (document(case, item)) }
                    }
                }
                div.side.stack {
                    section.card aria-labelledby="todo" {
                        h2 #todo { "办理" }
                        (page_actions::show(case, parcel, officer, trouble.map(|trouble| &trouble.fields)))
                    }
                    section.card aria-labelledby="history" {
                        h2 #history { "经过" }
                        ol.history {
                            @for entry in &case.history {
                                li {
                                    p { strong { (entry.what) } " · " (entry.by) }
                                    @if let Some(detail) = &entry.detail { p.message { (detail) } }
                                    p.hint { (local(entry.at)) }
                                }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// What stands in the way: Rongju's refusal, a form's mistake, a step on its way, missing pictures.
fn problems(case: &Case, trouble: Option<&Trouble>) -> Markup {
    html! {
        @if let Some(Trouble { error, .. }) = trouble {
            div.notice.bad role="alert" {
                p { strong { (error) } }
                @if let ActError::Refused(problem) = error {
                    p { (problem.title) }
                    @if let Some(detail) = &problem.detail { p { (detail) } }
                    p.number { "代码 " code { (problem.code) } " · HTTP " (problem.status) "。工作台没有改动任何内容。" }
                }
            }
        }
        @if let Some(problem) = &case.refused {
            div.notice.warn { p { "自动办理停下了：“蓉居”没有接受，" (problem.title) "（" code { (problem.code) } "）。请人工办理。" } }
        }
        @if let Some(pending) = &case.pending {
            div.notice.warn {
                p {
                    strong { "“" (event_title(pending.step.event)) "”还没有送到“蓉居”" }
                    @if let Some(trouble) = &pending.trouble { "：" (trouble) }
                    "。试过 " (pending.attempts) " 次，会自动再发。"
                }
                form method="post" action={ (address(&case.file.number)) "/again" } {
                    button.quiet type="submit" { "重新发送" }
                }
            }
        }
        @let missing = case.missing_pictures().len();
        @if missing > 0 { p.notice.warn { "还有 " (missing) " 张图片没有送到。" } }
    }
}

fn verdict(case: &Case) -> Markup {
    let verdict = &case.file.verdict;
    let (colour, words) = match verdict.outcome.as_str() {
        "met" => ("tag ok", "符合条件"),
        "review" => ("tag warn", "需要核对"),
        "not_met" => ("tag bad", "不符合条件"),
        other => ("tag", other),
    };
    html! {
        section.card aria-labelledby="verdict" {
            h2 #verdict { "系统核对 " span class=(colour) { (words) } }
            @if verdict.findings.is_empty() { p.hint { "没有需要提示的内容。" } }
            ul.points { @for finding in &verdict.findings { li { (finding.text) } } }
        }
    }
}

fn document(case: &Case, item: &Item) -> Markup {
    html! {
        h3 { (item.label) }
        @if item.pictures.is_empty() { p.hint { "没有上传" } }
        div.pictures {
            @for (page, picture) in item.pictures.iter().enumerate() {
                @let words = format!("{}，第 {} 张", item.label, page + 1);
                @match case.pictures.get(&picture.id) {
                    None => p.hint { (words) "：还没有送到" },
                    Some(token) if picture.media_type.starts_with("image/") => {
                        a href={ "/desk/pictures/" (token) } { img src={ "/desk/pictures/" (token) } alt={ (words) "（点开看大图）" }; }
                    }
                    Some(token) => a href={ "/desk/pictures/" (token) } { (words) "（PDF）" },
                }
            }
        }
    }
}
