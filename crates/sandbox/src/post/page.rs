//! The post's page: parcels, where they are, and the buttons that move them.

use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;
use wire::webhook::PostEvent;

use super::{
    act::{self, MoveError},
    parcel::{Parcel, event_title},
};
use crate::{
    Sandbox,
    clock::local,
    pages::{Room, page},
    personal::mask_phone,
};

#[derive(Deserialize)]
pub(super) struct Step {
    event: PostEvent,
}

pub(super) async fn show(State(sandbox): State<Sandbox>) -> Markup {
    render(&sandbox, None).await
}

pub(super) async fn step(
    State(sandbox): State<Sandbox>,
    Path(waybill): Path<String>,
    Form(step): Form<Step>,
) -> Response {
    answer(&sandbox, &waybill, act::act(&sandbox, &waybill, step.event).await).await
}

pub(super) async fn again(State(sandbox): State<Sandbox>, Path(waybill): Path<String>) -> Response {
    answer(&sandbox, &waybill, act::deliver(&sandbox, &waybill).await).await
}

async fn answer(sandbox: &Sandbox, waybill: &str, outcome: Result<(), MoveError>) -> Response {
    let Err(error) = outcome else { return Redirect::to("/post").into_response() };
    let status = match error {
        MoveError::NotFound => StatusCode::NOT_FOUND,
        MoveError::Unanswered(_) => StatusCode::BAD_GATEWAY,
        MoveError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::CONFLICT,
    };
    (status, render(sandbox, Some((waybill, &error))).await).into_response()
}

async fn render(sandbox: &Sandbox, trouble: Option<(&str, &MoveError)>) -> Markup {
    let mut parcels: Vec<Parcel> = sandbox.store().read(|kept| kept.parcels.values().cloned().collect()).await;
    parcels.sort_by_key(|parcel| std::cmp::Reverse(parcel.since));
    page(
        Room::Post,
        "邮政寄递",
        html! {
            p.lead { "居住证由派出所交寄，收件人到付邮费。每一步都会通知“蓉居”。" }
            p { a href="/post" { "刷新" } }
            @if let Some((waybill, error)) = trouble {
                div.notice.bad role="alert" {
                    p { strong { (waybill) "：" (error) } }
                    @if let MoveError::Refused(problem) = error {
                        p { (problem.title) "（代码 " code { (problem.code) } "，HTTP " (problem.status) "）。邮件状态没有改动。" }
                    }
                }
            }
            @if parcels.is_empty() {
                p.empty { "还没有邮件。制证完成、选择邮寄的证件会出现在这里。" }
            }
            ul.rows { @for parcel in &parcels { li { (card(parcel)) } } }
        },
    )
}

fn card(parcel: &Parcel) -> Markup {
    let recipient = &parcel.order.recipient;
    let address = format!("/post/parcels/{}", parcel.waybill);
    html! {
        article.card aria-labelledby=(parcel.waybill) {
            p.inline {
                strong.number id=(parcel.waybill) { (parcel.waybill) }
                span.tag.now { (parcel.last().map_or("待收寄", event_title)) }
            }
            dl.facts {
                dt { "办件编号" } dd.number { (parcel.order.reference) }
                dt { "收件人" } dd { (recipient.name) "，" (mask_phone(&recipient.phone)) }
                dt { "收件地址" } dd { (recipient.address) }
                dt { "寄件" } dd { (parcel.order.sender_station) " · 到付" }
            }
            @if !parcel.scans.is_empty() {
                ol.history aria-label="邮件轨迹" {
                    @for scan in &parcel.scans {
                        li { p { (event_title(scan.event)) " · " (scan.place) } p.hint { (local(scan.at)) } }
                    }
                }
            }
            @if let Some(pending) = &parcel.pending {
                div.notice.warn {
                    p {
                        "“" (event_title(pending.step.event)) "”还没有送到“蓉居”"
                        @if let Some(trouble) = &pending.trouble { "：" (trouble) }
                        "。会自动再发。"
                    }
                    form method="post" action={ (address) "/again" } { button.quiet type="submit" { "重新发送" } }
                }
            } @else if !parcel.next().is_empty() {
                form.actions method="post" action=(address) {
                    @for event in parcel.next() {
                        @let name = serde_json::to_value(event).ok();
                        @let returned = *event == PostEvent::Returned;
                        button type="submit" name="event" class=[returned.then_some("danger")]
                            value=(name.as_ref().and_then(|name| name.as_str()).unwrap_or_default()) {
                            (event_title(*event))
                        }
                    }
                }
            }
        }
    }
}
