//! The page on which a register is switched off or made slow.

use axum::extract::State;
use maud::{Markup, html};

use super::{catalog::Catalog, checks, faults::Mode};
use crate::{
    Sandbox,
    pages::{Room, page},
};

pub(super) async fn show(State(sandbox): State<Sandbox>) -> Markup {
    let mut rows = Vec::new();
    for catalog in Catalog::ALL {
        rows.push((catalog, sandbox.faults().mode(catalog).await));
    }
    page(
        Room::Exchange,
        "数据共享",
        html! {
            p.lead { "把一类数据停用或放慢，看看办事页面怎样应对。停用时回答“暂不可用”，放慢时 8 秒后才回答。" }
            ul.rows {
                @for (catalog, mode) in rows {
                    li.card.row {
                        div {
                            h2.row-title { (catalog.title()) }
                            p.hint { (catalog.source()) }
                        }
                        form.actions method="post" action="/exchange/faults" {
                            input type="hidden" name="catalog" value=(catalog.name());
                            @for (value, words) in [("up", "正常"), ("slow", "放慢"), ("down", "停用")] {
                                @let now = value == name(mode);
                                button.choice type="submit" name="mode" value=(value) aria-pressed=(now)
                                    aria-label={ (catalog.title()) "：" (words) } { (words) }
                            }
                        }
                    }
                }
            }
            (checks::list(&sandbox).await)
        },
    )
}

const fn name(mode: Mode) -> &'static str {
    match mode {
        Mode::Up => "up",
        Mode::Down => "down",
        Mode::Slow => "slow",
    }
}
