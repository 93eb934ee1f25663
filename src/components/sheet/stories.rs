//! Something to look at over the page.

use super::*;
use crate::{
    components::{
        button::{Button, ButtonKind},
        cells::{Cell, Cells},
    },
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("example", "An explanation, at the bottom of a phone and at the side of a wide screen", |args| {
        let open = opened(args);
        let closed = args.event("on_close");
        view! {
            <Button kind=ButtonKind::Link on_press=move |()| open.set(true)>{args.words("怎样拍", "How to take it")}</Button>
            <Sheet
                id="example"
                title=args.text("title", "怎样拍", "How to take it")
                open
                on_close=move |()| {
                    open.set(false);
                    closed.run(());
                }
                close_label=args.text("close_label", "关闭", "Close")
            >
                <p>
                    {args.text(
                        "children",
                        "把身份证放在深色的桌面上，四角都拍到，不要反光。",
                        "Lay the card on a dark table, with all four corners in the picture and no glare.",
                    )}
                </p>
            </Sheet>
        }
        .into_any()
    }),
    Story::new("list", "A list to choose from, longer than the screen is high", |args| {
        let open = opened(args);
        let name = args.words("示例派出所", "Example police station");
        let rows = (1..=16).map(move |number| {
            let label = Signal::derive(move || format!("{} {number}", name.get()));
            view! { <Cell label on_press=move |()| open.set(false)/> }
        });
        view! {
            <Button kind=ButtonKind::Secondary on_press=move |()| open.set(true)>{args.words("换一个派出所", "Another station")}</Button>
            <Sheet
                id="stations"
                title=args.text("title", "选择派出所", "Choose a station")
                open
                on_close=move |()| open.set(false)
                close_label=args.words("关闭", "Close")
            >
                <Cells>{rows.collect_view()}</Cells>
            </Sheet>
        }
        .into_any()
    }),
];

/// Open at first and after the switch says so; it closes as the person closes it.
fn opened(args: Args) -> RwSignal<bool> {
    let (open, wished) = (RwSignal::new(false), args.flag("open", true));
    Effect::new(move || open.set(wished.get()));
    open
}
