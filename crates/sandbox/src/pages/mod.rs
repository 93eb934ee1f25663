//! What all pages of the sandbox share: the band that says 演示系统, the way between the rooms, one style sheet.

mod home;

use axum::{Router, http::header, response::IntoResponse, routing::get};
use maud::{DOCTYPE, Markup, html};

use crate::Sandbox;

const STYLE: &str = include_str!("style.css");

/// The rooms of the sandbox, as the navigation lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The index page.
    Home,
    /// 派出所工作台.
    Desk,
    /// 邮政.
    Post,
    /// 短信.
    Sms,
    /// 数据共享.
    Exchange,
}

impl Room {
    const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Home, "/", "总览"),
        (Self::Desk, "/desk", "派出所"),
        (Self::Post, "/post", "邮政"),
        (Self::Sms, "/sms", "短信"),
        (Self::Exchange, "/exchange", "数据共享"),
    ];
}

/// `GET /` and the style sheet.
pub fn routes() -> Router<Sandbox> {
    Router::new().route("/", get(home::show)).route("/style.css", get(style))
}

async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], STYLE)
}

/// A whole page: `title` is its heading and its name in the browser.
pub fn page(room: Room, title: &str, content: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · 蓉居演示系统" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body {
                a.skip href="#main" { "跳到正文" }
                header {
                    p.band { strong { "演示系统" } " 内容都是虚构的，不是政府网站" }
                    nav.top aria-label="演示系统的各个部分" {
                        ul {
                            @for (one, address, words) in Room::ALL {
                                li { a href=(address) aria-current=[(one == room).then_some("page")] { (words) } }
                            }
                        }
                    }
                }
                main #main tabindex="-1" {
                    h1 { (title) }
                    (content)
                }
            }
        }
    }
}
