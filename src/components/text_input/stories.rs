//! One line of text, or several, in each of their states.

use super::*;
use crate::{components::field::Field, gallery::story::Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("line", "One line, with everything that can be set", |args| {
        let value = args.value("value", "李雷");
        view! {
            <Field
                id="name"
                label=args.text("label", "姓名", "Name")
                error=args.maybe_text("error", "", "")
            >
                <TextInput
                    value
                    on_input=move |text| value.set(text)
                    on_leave=args.event("on_leave")
                    readonly=args.flag("readonly", false)
                    spellcheck=args.flag("spellcheck", false).get()
                />
            </Field>
        }
        .into_any()
    }),
    Story::new("empty", "Nothing is written yet", |args| {
        let value = args.value("value", "");
        view! {
            <Field id="name" label=args.text("label", "姓名", "Name")>
                <TextInput value on_input=move |text| value.set(text)/>
            </Field>
        }
        .into_any()
    }),
    Story::new("error", "What is written is wrong", |args| {
        let value = args.value("value", "李雷2");
        view! {
            <Field
                id="name"
                label=args.text("label", "姓名", "Name")
                error=args.maybe_text("error", "姓名里有数字，请去掉", "There is a digit in the name: please take it out")
            >
                <TextInput value on_input=move |text| value.set(text)/>
            </Field>
        }
        .into_any()
    }),
    Story::new("readonly", "To be read and copied, not to be changed", |args| {
        let value = args.value("value", "李雷");
        view! {
            <Field id="name" label=args.text("label", "姓名", "Name")>
                <TextInput value on_input=move |text| value.set(text) readonly=args.flag("readonly", true)/>
            </Field>
        }
        .into_any()
    }),
    Story::new("widths", "The width tells how much is asked for", |args| {
        let (short, medium) = (args.value("short", "1203"), args.value("medium", "13800138000"));
        view! {
            <div class="stack">
                <Field id="door" label=args.words("房号", "Room")>
                    <TextInput value=short on_input=move |text| short.set(text) width="short" input_mode="numeric"/>
                </Field>
                <Field id="phone" label=args.words("手机号", "Mobile number")>
                    <TextInput value=medium on_input=move |text| medium.set(text) width="medium" kind="tel"/>
                </Field>
            </div>
        }
        .into_any()
    }),
    Story::new("area", "Several lines", |args| {
        let value = args.value("value", "搬家期间住在亲戚家");
        view! {
            <Field id="why" label=args.text("label", "情况说明", "What happened") error=args.maybe_text("error", "", "")>
                <TextArea
                    value
                    on_input=move |text| value.set(text)
                    on_leave=args.event("on_leave")
                    readonly=args.flag("readonly", false)
                />
            </Field>
        }
        .into_any()
    }),
    Story::new("long", "More than a line holds, without a space to break at", |args| {
        let line = args.value(
            "line",
            "四川省成都市高新技术产业开发区桂溪街道天府大道北段示例路一号示例小区三栋二单元一千二百零三号",
        );
        let area = args.value(
            "area",
            "四川省成都市高新技术产业开发区桂溪街道天府大道北段示例路一号示例小区三栋二单元一千二百零三号",
        );
        view! {
            <div class="stack">
                <Field id="line" label=args.words("一行", "One line")>
                    <TextInput value=line on_input=move |text| line.set(text)/>
                </Field>
                <Field id="area" label=args.words("几行", "Several lines")>
                    <TextArea value=area on_input=move |text| area.set(text) rows=2/>
                </Field>
            </div>
        }
        .into_any()
    }),
];
