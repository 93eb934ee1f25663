//! Rows of a list: links, buttons, and what only says something.

use super::*;
use crate::{
    components::{tag::Tag, tone::Tone},
    gallery::story::Story,
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("row", "One row with everything that can be set", |args| {
        view! {
            <Cells>
                <Cell
                    label=args.text("label", "我的办件", "My applications")
                    detail=args.maybe_text("detail", "看进度、补正、撤回", "Follow, correct or withdraw them")
                    value=args.maybe_text("value", "2 件", "2")
                    icon=args.choice("icon", IconName::Document).get()
                    href="#"
                />
            </Cells>
        }
        .into_any()
    }),
    Story::new("links", "Rows that lead to other pages", |args| {
        view! {
            <Cells>
                <Cell icon=IconName::Document label=args.words("我的办件", "My applications") value=args.maybe_text("value", "2 件", "2") href="#"/>
                <Cell icon=IconName::Person label=args.words("我的登录和授权", "My sign-in and consents") href="#"/>
                <Cell icon=IconName::Help label=args.words("帮助", "Help") href="#"/>
            </Cells>
        }
        .into_any()
    }),
    Story::new("with-tags", "Rows with their state as a tag", |args| {
        let (open, not_open) =
            (args.words("可以网上办", "Available online"), args.words("还没有开通", "Not available yet"));
        view! {
            <Cells>
                <Cell
                    icon=IconName::IdCard
                    label=args.words("申领居住证", "Apply for a permit")
                    detail=args.maybe_text("detail", "第一次办，约 6 分钟", "For your first permit, about 6 minutes")
                    tag=move || view! { <Tag tone=Tone::Ok>{open}</Tag> }
                    href="#"
                />
                <Cell
                    label=args.words("签注", "Endorsement")
                    tag=move || view! { <Tag>{not_open}</Tag> }
                />
            </Cells>
        }
        .into_any()
    }),
    Story::new("buttons", "Rows that do something on this page", |args| {
        view! {
            <Cells>
                <Cell
                    icon=IconName::TextSize
                    label=args.text("label", "字的大小", "Size of words")
                    value=args.maybe_text("value", "标准", "Standard")
                    on_press=args.event("on_press")
                />
            </Cells>
        }
        .into_any()
    }),
    Story::new("facts", "Rows that say something and lead nowhere", |args| {
        view! {
            <Cells>
                <Cell label=args.words("办理时限", "Time limit") value=args.maybe_text("limit", "15 日", "15 days")/>
                <Cell label=args.words("费用", "Fee") value=args.maybe_text("fee", "不收费", "Free of charge")/>
            </Cells>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Cells>
                <Cell
                    icon=IconName::MapPin
                    label=args.text(
                        "label",
                        "成都市公安局高新技术产业开发区分局桂溪派出所流动人口服务管理窗口",
                        "Service window for residents from elsewhere at the Guixi police station of the Chengdu Hi-tech Zone",
                    )
                    detail=args.maybe_text(
                        "detail",
                        "四川省成都市高新技术产业开发区天府大道北段示例路一千七百号示例大厦一楼东侧",
                        "Ground floor, east side, 1700 Example Road, Tianfu Avenue North, Chengdu Hi-tech Zone, Sichuan",
                    )
                    value=args.maybe_text("value", "星期一至星期五九点至十七点", "Monday to Friday, 9 to 17")
                    href="#"
                />
            </Cells>
        }
        .into_any()
    }),
];
