//! Yes to one thing.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("consent", "A consent with everything that can be set", |args| {
        show(
            args,
            false,
            args.maybe_text(
                "hint",
                "不同意也可以到派出所领取",
                "Without it you can still collect the permit at the station",
            ),
            "",
            "",
        )
    }),
    Story::new("ticked", "The person has ticked it", |args| show(args, true, args.maybe_text("hint", "", ""), "", "")),
    Story::new("error", "It has to be ticked and is not", |args| {
        show(
            args,
            false,
            args.maybe_text("hint", "", ""),
            "要寄送，请先同意提供收件信息",
            "For delivery by post, please agree to this first",
        )
    }),
    Story::new("long", "A declaration of several lines", |args| {
        let checked = args.flag("checked", false);
        view! {
            <Checkbox id="truth" checked on_change=args.event_of("on_change") required=true>
                {args.text(
                    "children",
                    "我声明以上所填写的内容和提交的材料真实有效如有虚假愿意承担由此产生的法律责任并接受派出所核实",
                    "I declare that what I wrote and the documents I submit are true, that I answer for it by law, and that the police station may verify it",
                )}
            </Checkbox>
        }
        .into_any()
    }),
];

fn show(args: Args, given: bool, hint: MaybeText, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let checked = RwSignal::new(given);
    let logged = args.event_of::<bool>("on_change");
    view! {
        <Checkbox
            id="post"
            checked
            on_change=move |on| {
                checked.set(on);
                logged.run(on);
            }
            required=args.flag("required", true).get()
            hint
            error=args.maybe_text("error", error_zh, error_en)
        >
            {args.text("children", "同意把收件信息提供给邮政", "I agree that my address is passed on to the post")}
        </Checkbox>
    }
    .into_any()
}
