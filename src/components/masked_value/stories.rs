//! A personal datum that is shown only when asked. The number is synthetic.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("masked", "Masked until it is asked for, and again after some seconds", |args| {
        view! {
            <MaskedValue
                masked=args.text("masked", "519***********0019", "519***********0019")
                full=args.text("full", "519999199002280019", "519999199002280019")
                show_label=args.text("show_label", "显示", "Show")
                hide_label=args.text("hide_label", "隐藏", "Hide")
                subject=args.text("subject", "身份证号", "identity number")
            />
        }
        .into_any()
    }),
    Story::new("long", "A value of more than a line", |args| {
        view! {
            <MaskedValue
                masked=args.text("masked", "成都市武侯区******", "****** Wuhou, Chengdu")
                full=args.text(
                    "full",
                    "四川省成都市武侯区桂溪街道天府大道北段示例路一号示例小区三栋二单元一千二百零三号",
                    "Room 1203, unit 2, building 3, Example Gardens, 1 Example Road, Tianfu Avenue North, Guixi, Wuhou, Chengdu",
                )
                show_label=args.words("显示", "Show")
                hide_label=args.words("隐藏", "Hide")
                subject=args.words("地址", "address")
            />
        }
        .into_any()
    }),
];
