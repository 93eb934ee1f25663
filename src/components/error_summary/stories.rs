//! What is wrong on the page, all at once.

use super::*;
use crate::{
    components::{
        button::{Button, ButtonKind},
        field::Field,
        text_input::TextInput,
    },
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("two-errors", "A link to each field, and the focus after an attempt to go on", |args| {
        let errors = vec![
            ("name", args.words("请填写姓名", "Please write your name")),
            (
                "number",
                args.words("身份证号少了 1 位，请对照证件补上", "One character of the identity number is missing"),
            ),
        ];
        show(args, errors)
    }),
    Story::new("long", "An error of more than one line", |args| {
        let words = args.words(
            "您填写的现居住地址和居住登记的地址不一致请先到派出所更正登记或者把地址改成登记的地址",
            "The address you wrote is not the one of the residence registration: have the registration corrected first, or write the registered one",
        );
        show(args, vec![("name", words)])
    }),
    Story::new("none", "Nothing is shown while nothing is wrong", |args| show(args, Vec::new())),
];

fn show(args: Args, errors: Vec<(&'static str, Text)>) -> AnyView {
    let attempt = RwSignal::new(1_u32);
    let (name, number) = (RwSignal::new(String::new()), RwSignal::new("51999919990228001".to_owned()));
    let listed = Signal::derive(move || {
        let entry = |(field, words): &(&str, Text)| SummaryError { href: format!("#{field}"), words: words.get() };
        errors.iter().map(entry).collect::<Vec<_>>()
    });
    view! {
        <div class="stack">
            <ErrorSummary title=args.text("title", "有几处需要改", "Some things have to be changed") errors=listed attempt/>
            <Field id="name" label=args.words("姓名", "Name")>
                <TextInput value=name on_input=move |text| name.set(text)/>
            </Field>
            <Field id="number" label=args.words("身份证号", "Identity number")>
                <TextInput value=number on_input=move |text| number.set(text)/>
            </Field>
            <Button kind=ButtonKind::Secondary on_press=move |()| attempt.update(|count| *count += 1)>
                {args.words("再试一次", "Try again")}
            </Button>
        </div>
    }
    .into_any()
}
