//! Answers to look through. Persons and addresses are synthetic.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("answers", "Answers with the way to change each, one from a record, one wrong", |args| {
        let change = move || PageLink::new("#", args.words("更改", "Change"));
        view! {
            <SummaryList>
                <SummaryRow term=args.words("姓名", "Name")>{args.words("李雷", "Li Lei (李雷)")}</SummaryRow>
                <SummaryRow
                    term=args.text("term", "现居住地址", "Present address")
                    change=change()
                    source=args.maybe_text("source", "来自居住登记 · 2026年1月15日", "From the residence registration · 15 January 2026")
                >
                    {args.text("children", "成都市武侯区示例路 1 号", "1 Example Road, Wuhou, Chengdu")}
                </SummaryRow>
                <SummaryRow
                    term=args.words("手机号", "Mobile number")
                    change=change()
                    error=args.maybe_text("error", "手机号少了 1 位", "One digit of the number is missing")
                >
                    "1380013800"
                </SummaryRow>
            </SummaryList>
        }
        .into_any()
    }),
    Story::new("long", "An answer of more than a line", |args| {
        view! {
            <SummaryList>
                <SummaryRow
                    term=args.text(
                        "term",
                        "居住证制好以后的收件人姓名手机号和详细地址",
                        "Name, mobile number and address of the person who receives the permit",
                    )
                    change=PageLink::new("#", args.words("更改", "Change"))
                >
                    {args.text(
                        "children",
                        "李雷13800138000四川省成都市武侯区桂溪街道天府大道北段示例路一号示例小区三栋二单元一千二百零三号",
                        "Li Lei, 13800138000, Room 1203, unit 2, building 3, Example Gardens, 1 Example Road, Tianfu Avenue North, Guixi, Wuhou, Chengdu",
                    )}
                </SummaryRow>
            </SummaryList>
        }
        .into_any()
    }),
];
