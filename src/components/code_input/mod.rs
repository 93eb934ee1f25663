//! The code that came by SMS.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    MaybeText, Text,
    button::{Button, ButtonKind},
    field::field_control,
    text_input::TextInput,
};

/// One input for a code of digits, with the button that sends another. One, and not a box for each digit, so that
/// phones can fill it in, a code can be pasted, and a screen reader reads it as what it is. Stands in a
/// [`Field`](super::field::Field), whose hint says where the code was sent.
///
/// Spaces and hyphens of a pasted code are taken out; anything else stays as written, for the page to say what is wrong.
///
/// Keys: digits; Tab to the button, Enter or Space to press it. While it has to wait the button stays in place, keeps
/// the focus and does nothing. A screen reader hears how long to wait when it comes to the button, not every second,
/// and once that another code can be sent.
#[component]
pub fn CodeInput(
    /// What is written in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each change, with all that is written.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when it is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// Seconds until another code can be sent, counted down by its owner, who has a clock; 0 when it can.
    #[prop(into)]
    wait: Signal<u32>,
    /// Says how long that is: "42 秒后可以再发".
    #[prop(into)]
    wait_words: Callback<u32, String>,
    /// On the button: "发送验证码", "重新发送".
    #[prop(into)]
    send_label: Text,
    /// Said once when the wait is over: "可以重新发送了".
    #[prop(into)]
    ready_words: Text,
    /// Sending is under way.
    #[prop(optional, into)]
    sending: Signal<bool>,
    /// What the button says meanwhile. Needed where `sending` is used.
    #[prop(optional, into)]
    sending_label: MaybeText,
    /// Called to send a code, unless one has to wait.
    #[prop(into)]
    on_send: Callback<()>,
) -> impl IntoView {
    let wait_id = format!("{}-wait", field_control().id.unwrap_or_default());
    let waits = Memo::new(move |_| wait.get() > 0);
    let over = RwSignal::new(false);
    Effect::new(move |before: Option<bool>| {
        let waits = waits.get();
        over.set(before == Some(true) && !waits);
        waits
    });
    let take = move |written: String| on_input.run(without_gaps(&written));
    let send = move |()| {
        if !waits.get_untracked() {
            on_send.run(());
        }
    };
    view! {
        <div class="code-input">
            <TextInput
                value
                on_input=take
                on_leave
                input_mode="numeric"
                autocomplete="one-time-code"
                width="short"
            />
            <Button
                kind=ButtonKind::Secondary
                on_press=send
                waits=waits
                busy=sending
                busy_label=sending_label
                described_by=wait_id.clone()
            >
                {send_label}
            </Button>
            <p class="code-input-wait" id=wait_id role="timer" aria-live="off">
                {move || waits.get().then(|| wait_words.run(wait.get()))}
            </p>
            <span class="visually-hidden" role="status">{move || over.get().then(|| ready_words.get())}</span>
        </div>
    }
    .into_any()
}

/// The code without what SMS and people put between its digits.
fn without_gaps(written: &str) -> String {
    written.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    fn code(wait: u32) -> String {
        html(move || {
            view! {
                <Field id="code" label="短信验证码">
                    <CodeInput
                        value=""
                        on_input=|_| ()
                        wait
                        wait_words=|seconds: u32| format!("{seconds} 秒后可以再发")
                        send_label="重新发送"
                        ready_words="可以重新发送了"
                        on_send=|()| ()
                    />
                </Field>
            }
        })
    }

    #[test]
    fn a_phone_can_fill_in_the_code_and_shows_digits_to_type_it() {
        let html = code(0);
        let input = tag(&html, "id=\"code\"");
        assert!(input.contains("autocomplete=\"one-time-code\"") && input.contains("inputmode=\"numeric\""));
        assert!(!input.contains("maxlength"), "a pasted code with a space in it would be cut: {input}");
    }

    #[test]
    fn the_wait_is_told_beside_the_button_which_keeps_the_focus() {
        let html = code(42);
        let button = tag(&html, "class=\"button\"");
        assert!(button.contains("aria-disabled=\"true\"") && !button.contains(" disabled"), "{button}");
        assert!(button.contains("aria-describedby=\"code-wait\""));
        assert!(words(&html).contains("42 秒后可以再发"));
    }

    #[test]
    fn the_seconds_are_not_read_out_one_by_one() {
        assert!(tag(&code(42), "id=\"code-wait\"").contains("aria-live=\"off\""));
        assert!(!words(&code(42)).contains("可以重新发送了"));
    }

    #[test]
    fn nothing_waits_once_the_time_is_up() {
        let html = code(0);
        assert!(!tag(&html, "class=\"button\"").contains("aria-disabled"));
        assert!(!words(&html).contains("秒后"));
    }

    #[test]
    fn the_gaps_of_a_pasted_code_are_taken_out_and_nothing_else() {
        assert_eq!(without_gaps("123 456"), "123456");
        assert_eq!(without_gaps(" 123-456\n"), "123456");
        assert_eq!(without_gaps("12a"), "12a");
    }
}
