//! A question with everything that can be said about it.

use super::*;
use crate::{
    components::{checkbox::Checkbox, text_input::TextInput},
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("question", "A question around one control, with everything that can be set", |args| {
        show(args, "请填写姓名，和身份证上一样", "Please write your name as on the identity card", "", "")
    }),
    Story::new("plain", "A label and a control, and nothing more", |args| {
        let value = args.value("value", "");
        view! {
            <Field id="name" label=args.text("label", "姓名", "Name") required=args.flag("required", true).get()>
                <TextInput value on_input=move |text| value.set(text)/>
            </Field>
        }
        .into_any()
    }),
    Story::new("error", "What is wrong and what to do, said by the control", |args| {
        show(
            args,
            "",
            "",
            "身份证号少了 1 位，请对照证件补上",
            "One character of the number is missing: please compare it with the card",
        )
    }),
    Story::new("prefilled", "An answer that comes from a record, with the way to say that it is wrong", |args| {
        let value = args.value("value", "成都市武侯区示例路 1 号");
        let dispute = args.words("有误？", "Is it wrong?");
        view! {
            <Field
                id="address"
                label=args.text("label", "现居住地址", "Present address")
                source=args.maybe_text("source", "来自居住登记 · 2026年1月15日", "From the residence registration · 15 January 2026")
                dispute=move || view! { <a href="#">{dispute}</a> }
            >
                <TextInput value on_input=move |text| value.set(text) readonly=true/>
            </Field>
        }
        .into_any()
    }),
    Story::new("optional", "A question that may be left out says so", |args| {
        let value = args.value("value", "");
        view! {
            <Field
                id="email"
                label=args.text("label", "电子邮箱", "E-mail address")
                mark=args.maybe_text("mark", "选填", "optional")
                hint=args.maybe_text("hint", "用来多发一份回执", "For a second copy of the receipt")
            >
                <TextInput value on_input=move |text| value.set(text) kind="email" input_mode="email" autocomplete="email"/>
            </Field>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds, in every part", |args| {
        let value = args.value("value", "");
        view! {
            <Field
                id="long"
                label=args.text(
                    "label",
                    "您在成都连续居住期间使用过的全部其他姓名包括曾用名和少数民族语言文字姓名的汉字译写",
                    "All other names you have used while living in Chengdu, including former names and transcriptions from other languages",
                )
                hint=args.maybe_text(
                    "hint",
                    "如果户口簿上登记了曾用名请照户口簿填写没有就不用填不会影响这次申领",
                    "If the household register names a former name, write it as it stands there; leaving it out does not affect this application",
                )
                error=args.maybe_text(
                    "error",
                    "这里只能写汉字请把拼音和符号去掉后再继续填写下面的内容",
                    "Only Chinese characters can be written here: please take out letters and signs before you go on",
                )
            >
                <TextInput value on_input=move |text| value.set(text)/>
            </Field>
        }
        .into_any()
    }),
    Story::new("group", "One question around several controls", |args| {
        let (day, evening) = (RwSignal::new(true), RwSignal::new(false));
        view! {
            <FieldGroup
                id="when"
                label=args.text("label", "什么时候方便接电话", "When may we call you")
                mark=args.maybe_text("mark", "选填", "optional")
                hint=args.maybe_text("hint", "可以选几项", "You may choose several")
                error=args.maybe_text("error", "", "")
            >
                <Checkbox id="when" checked=day on_change=move |on| day.set(on)>{args.words("白天", "During the day")}</Checkbox>
                <Checkbox id="evening" checked=evening on_change=move |on| evening.set(on)>
                    {args.words("晚上", "In the evening")}
                </Checkbox>
            </FieldGroup>
        }
        .into_any()
    }),
];

fn show(
    args: Args,
    hint_zh: &'static str,
    hint_en: &'static str,
    error_zh: &'static str,
    error_en: &'static str,
) -> AnyView {
    let value = args.value("value", "李雷");
    view! {
        <Field
            id="name"
            label=args.text("label", "姓名", "Name")
            required=args.flag("required", true).get()
            mark=args.maybe_text("mark", "", "")
            hint=args.maybe_text("hint", hint_zh, hint_en)
            error=args.maybe_text("error", error_zh, error_en)
            source=args.maybe_text("source", "", "")
        >
            <TextInput value on_input=move |text| value.set(text) autocomplete="name"/>
        </Field>
    }
    .into_any()
}
