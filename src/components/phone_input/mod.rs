//! A mobile number.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{identity_number_input::ReadBack, text_input::TextInput};

/// A telephone input, read back in the groups people say.
#[component]
pub fn PhoneInput(
    /// What is written in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each change, with all that is written.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when it is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// What browsers may fill in: `off` where the number is somebody else's.
    #[prop(default = "tel-national")]
    autocomplete: &'static str,
) -> impl IntoView {
    view! {
        <div class="phone-input">
            <TextInput
                value
                on_input
                on_leave
                kind="tel"
                input_mode="tel"
                autocomplete
                max_length=20
                width="medium"
            />
            <ReadBack value groups=&[3, 4, 4]/>
        </div>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    fn phone(value: &'static str) -> String {
        html(move || view! { <Field id="phone" label="手机号"><PhoneInput value on_input=|_| ()/></Field> })
    }

    #[test]
    fn a_phone_shows_its_dialling_keys_and_can_fill_in_its_own_number() {
        let html = phone("");
        let input = tag(&html, "id=\"phone\"");
        for part in ["type=\"tel\"", "inputmode=\"tel\"", "autocomplete=\"tel-national\""] {
            assert!(input.contains(part), "{part} is missing in {input}");
        }
    }

    #[test]
    fn a_number_is_read_back_in_the_groups_people_say() {
        assert!(words(&phone("13800138000")).contains("138 0013 8000"));
        assert!(!phone("").contains("read-back"));
    }
}
