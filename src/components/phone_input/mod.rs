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
) -> impl IntoView {
    view! {
        <div class="phone-input">
            <TextInput
                value
                on_input
                on_leave
                kind="tel"
                input_mode="tel"
                autocomplete="tel-national"
                max_length=20
                width="medium"
            />
            <ReadBack value groups=&[3, 4, 4]/>
        </div>
    }
    .into_any()
}
