//! The mark that this is a demonstration.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("band", "The band at the top of every page", |args| {
        view! {
            <Demonstration words=args.text(
                "words",
                "演示系统 · 非官方，请勿填写真实信息",
                "Demonstration · not official, please enter no real data",
            )/>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Demonstration words=args.text(
                "words",
                "演示系统不是成都市公安局的正式服务请勿填写真实的身份证号手机号和住址信息",
                "This demonstration is no service of the Chengdu Public Security Bureau: please enter no real identity number, telephone number or address",
            )/>
        }
        .into_any()
    }),
];
