//! How much may still be written.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{context::Provider, prelude::*};

use super::{
    announce::AfterAPause,
    field::{FieldControl, field_control},
    said,
};

/// Counts what is written in the text area or input inside it, and stands with it in a
/// [`Field`](super::field::Field). It stops nobody from writing more: what is too much can then be seen and shortened,
/// and not cut off by the way.
///
/// Keys: none of its own. A screen reader hears how much is left as part of the control's description when it comes to
/// the control, and again one second after the last key.
#[component]
pub fn CharacterCount(
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// The most characters there may be.
    most: u16,
    /// Says how many are left ("还可以写 20 个字"), or below zero how many are too many ("多了 3 个字").
    #[prop(into)]
    words: Callback<i32, String>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let left = Memo::new(move |_| left(&value.read(), most));
    let over = Signal::derive(move || left.get() < 0);
    let line = Signal::derive(move || words.run(left.get()));
    let around = field_control();
    let id = around.id.clone().map(|id| format!("{id}-count"));
    let described_by = {
        let (rest, own) = (around.described_by, id.clone());
        Signal::derive(move || {
            let all: Vec<String> = rest.get().into_iter().chain(own.clone()).collect();
            (!all.is_empty()).then(|| all.join(" "))
        })
    };
    let invalid = Signal::derive(move || around.invalid.get() || over.get());
    let control = FieldControl { described_by, invalid, ..around.clone() };
    view! {
        <div class="character-count">
            <Provider value=control>{children()}</Provider>
            <p class="character-count-words" id=id data-over=move || over.get().then_some("")>{line}</p>
            <AfterAPause words=said(move || line.get())/>
        </div>
    }
}

/// Characters as people count them, and not bytes or the halves of an emoji.
fn left(value: &str, most: u16) -> i32 {
    i32::from(most) - i32::try_from(value.chars().count()).unwrap_or(i32::MAX)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*, text_input::TextArea};

    fn why(written: &'static str) -> String {
        html(move || {
            let words = |left: i32| {
                if left < 0 { format!("多了 {} 个字", -left) } else { format!("还可以写 {left} 个字") }
            };
            view! {
                <Field id="why" label="说明" hint=said(|| "写明原因".to_owned())>
                    <CharacterCount value=written most=10 words>
                        <TextArea value=written on_input=|_| ()/>
                    </CharacterCount>
                </Field>
            }
        })
    }

    #[test]
    fn the_control_is_described_by_its_hint_and_by_what_is_left() {
        let html = why("搬家");
        let area = tag(&html, "id=\"why\"");
        assert!(area.contains("aria-describedby=\"why-hint why-count\"") && !area.contains("aria-invalid"), "{area}");
        assert!(words(&html).contains("还可以写 8 个字"));
    }

    #[test]
    fn what_is_too_much_is_counted_and_not_cut() {
        let html = why("搬家期间住在亲戚家里了");
        assert!(words(&html).contains("多了 1 个字") && words(&html).contains("搬家期间住在亲戚家里了"));
        let area = tag(&html, "id=\"why\"");
        assert!(area.contains("aria-invalid=\"true\"") && !area.contains("maxlength"));
        assert!(tag(&html, "id=\"why-count\"").contains("data-over"));
    }

    #[test]
    fn a_character_counts_once_whatever_it_is_made_of() {
        assert_eq!(left("𠮷野家", 10), 7);
    }
}
