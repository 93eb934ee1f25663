//! The code that came by SMS.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("waiting", "A code was just sent; another has to wait", |args| show(args, "", 42, "", "")),
    Story::new("ready", "Another code can be sent", |args| show(args, "", 0, "", "")),
    Story::new("sending", "A code is being sent", |args| {
        let value = args.value("value", "");
        view! {
            <Field id="code" label=args.text("label", "短信验证码", "Code from the SMS")>
                <CodeInput
                    value
                    on_input=move |text| value.set(text)
                    wait=args.number("wait", 0, 0..=60)
                    wait_words=|_| String::new()
                    send_label=args.text("send_label", "发送验证码", "Send a code")
                    ready_words=args.words("可以重新发送了", "Another code can be sent now")
                    sending=args.flag("sending", true)
                    sending_label=args.maybe_text("sending_label", "正在发送", "Sending")
                    on_send=args.event("on_send")
                />
            </Field>
        }
        .into_any()
    }),
    Story::new("error", "The code is not the one that was sent", |args| {
        show(
            args,
            "123456",
            18,
            "验证码不对，请看最新的一条短信",
            "This is not the code: please look at the latest message",
        )
    }),
];

fn show(args: Args, given: &'static str, wait: u32, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = args.value("value", given);
    let unit = args.words("秒后可以再发", "seconds until another can be sent");
    view! {
        <Field
            id="code"
            label=args.text("label", "短信验证码", "Code from the SMS")
            hint=args.maybe_text("hint", "已发到 138****0000", "Sent to 138****0000")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <CodeInput
                value
                on_input=move |text| value.set(text)
                on_leave=args.event("on_leave")
                wait=args.number("wait", wait, 0..=60)
                wait_words=move |seconds: u32| format!("{seconds} {}", unit.get())
                send_label=args.text("send_label", "重新发送", "Send another")
                ready_words=args.words("可以重新发送了", "Another code can be sent now")
                on_send=args.event("on_send")
            />
        </Field>
    }
    .into_any()
}
