//! Several views of one thing.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("two", "Two views of one list", |args| {
        let tabs = vec![
            tab("now", args.words("进行中", "In progress"), args.words("有一件正在审核。", "One is under review.")),
            tab("done", args.words("已办结", "Completed"), args.words("有两件已办结。", "Two are completed.")),
        ];
        show(args, "now", tabs)
    }),
    Story::new("many", "More than one line of a phone holds", |args| {
        let tabs = vec![
            tab("first", args.words("申领", "First issue"), args.words("第一次办居住证。", "For your first permit.")),
            tab("endorsement", args.words("签注", "Endorsement"), args.words("每年一次。", "Once a year.")),
            tab(
                "change",
                args.words("信息变更", "Change of details"),
                args.words("搬了家，或登记的信息变了。", "You moved, or details changed."),
            ),
            tab("reissue", args.words("补领", "Reissue"), args.words("丢了办补领。", "For a lost permit.")),
            tab("exchange", args.words("换领", "Exchange"), args.words("坏了办换领。", "For a damaged permit.")),
            tab(
                "long",
                args.words("给未成年子女和需要照顾的家人代办", "On behalf of a child or of a relative in care"),
                args.words("请准备关系证明。", "Please have a proof of kinship at hand."),
            ),
        ];
        show(args, "endorsement", tabs)
    }),
];

fn tab(id: &str, label: Text, words: Text) -> Tab {
    Tab::new(id, label, move || view! { <p>{words}</p> })
}

fn show(args: Args, given: &'static str, tabs: Vec<Tab>) -> AnyView {
    let chosen = args.value("chosen", given);
    let logged = args.event_of::<String>("on_choose");
    view! {
        <Tabs
            label=args.text("label", "我的办件", "My applications")
            tabs
            chosen
            on_choose=move |id: String| {
                chosen.set(id.clone());
                logged.run(id);
            }
        />
    }
    .into_any()
}
