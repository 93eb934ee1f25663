//! The 18 characters of an identity number (公民身份号码).

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::text_input::TextInput;

/// Room for 18 characters and for the spaces of a pasted number.
const ROOM: u16 = 24;

/// A text input for an identity number, read back in the groups of the card: region, birth, rest. It takes what is
/// written as it is; whether it is a number is for the rules to say.
#[component]
pub fn IdentityNumberInput(
    /// What is written in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each change, with all that is written.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when it is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// Can be read, but not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
) -> impl IntoView {
    // A numeric keyboard has no X on iPhones, so the phone shows its ordinary one.
    view! {
        <div class="identity-number-input">
            <TextInput value on_input on_leave readonly autocapitalize="characters" max_length=ROOM width="medium"/>
            <ReadBack value groups=&[6, 8, 4]/>
        </div>
    }
    .into_any()
}

/// What is written, in groups, large enough to compare with a card. Not for screen readers, which read the input.
#[component]
pub fn ReadBack(
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// How many characters each group has.
    groups: &'static [usize],
) -> impl IntoView {
    move || {
        let text: String = value.get().chars().filter(|c| !c.is_whitespace()).collect();
        (!text.is_empty()).then(|| view! { <p class="read-back" aria-hidden="true">{grouped(&text, groups)}</p> })
    }
}

fn grouped(text: &str, groups: &[usize]) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    for &size in groups {
        let group: String = characters.by_ref().take(size).collect();
        if group.is_empty() {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&group);
    }
    // What is too much is shown as well: it is the thing to notice.
    let rest: String = characters.collect();
    if !rest.is_empty() {
        out.push(' ');
        out.push_str(&rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_number_is_read_back_in_the_groups_of_the_card() {
        assert_eq!(grouped("11010519491231002X", &[6, 8, 4]), "110105 19491231 002X");
        assert_eq!(grouped("1101051949", &[6, 8, 4]), "110105 1949");
    }

    #[test]
    fn what_is_too_long_is_shown_and_not_cut() {
        assert_eq!(grouped("13800138000 9".replace(' ', "").as_str(), &[3, 4, 4]), "138 0013 8000 9");
    }
}
