//! The index: what the sandbox is, where its rooms are, who the demonstration citizens are.

use axum::extract::State;
use maud::{Markup, html};

use super::{Room, page};
use crate::Sandbox;

pub(super) async fn show(State(sandbox): State<Sandbox>) -> Markup {
    let config = sandbox.config();
    let today = sandbox.clock().today();
    page(
        Room::Home,
        "办事要连接的各个系统",
        html! {
            p.lead {
                "“蓉居”要连接的政府系统，在这里用真实的网络接口模拟：身份认证、数据共享、派出所、邮政、短信。今天按 "
                (today.strftime("%Y-%m-%d").to_string()) " 计算。"
            }
            p.hint lang="en" {
                "The government systems that Rongju connects to, imitated over real HTTP. Everybody here is synthetic."
            }
            ul.tiles {
                li.card { a href=(config.app_url) { "居住证网上办理（申请人）" } p.hint { "从这里开始：自查、登录、申领、看进度" } }
                li.card { a href="/desk" { "派出所工作台" } p.hint { "受理、补正、审批、制证，自动或手动" } }
                li.card { a href="/post" { "邮政" } p.hint { "证件邮件的收寄、派送、签收、退回" } }
                li.card { a href="/sms" { "短信收件箱" } p.hint { "办事系统发出的短信停在这里" } }
                li.card { a href="/exchange" { "数据共享" } p.hint { "各类数据的停用和放慢" } }
                li.card { a href={ (config.identity_url) "/.well-known/openid-configuration" } { "身份认证（OpenID Connect）" } p.hint { "登录页在申请人登录时打开" } }
            }
            h2 #citizens { "演示居民" }
            p.hint { "全部是合成人物，号码用没有分配的县码 519999。数据每天按当天推算，" a href="/citizens" { "也可取 JSON" } "。" }
            ul.rows {
                @for citizen in sandbox.citizens().all() {
                    li.card {
                        p.row-title { (citizen.name) " " span.tag { "合成人物" } }
                        p { (citizen.summary) }
                        p.hint lang="en" { (citizen.summary_en) }
                    }
                }
            }
        },
    )
}
