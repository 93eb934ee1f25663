//! A text input that finds: what is written narrows a list, and one entry of it is chosen.

#[cfg(feature = "gallery")]
pub mod stories;

mod keys;

use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use self::keys::{Move, moved};
use super::{
    MaybeText, Text,
    announce::AfterAPause,
    field::{FieldControl, field_control},
    icon::{Icon, IconName},
    text_input::left,
};

/// An entry that was found.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// What is handed to the callback; also the end of the entry's identifier, so no spaces.
    pub value: String,
    /// The entry in words.
    pub label: Text,
    /// What tells it from others of the same name.
    pub detail: Option<Text>,
}

/// A combobox as the ARIA practices describe it, with a list that its owner fills from what is written. Stands in a
/// [`Field`](super::field::Field). Not the browser's own `datalist`, whose entries don't grow with the page's words and
/// which screen readers on phones mostly pass over.
///
/// Keys: Down and Up open the list and go through it; Enter takes the entry one is at, or the first, for it fits best; Esc
/// closes the list, and once it is closed empties the input; Tab leaves it and takes nothing. Home, End, Left and Right
/// stay with the words.
///
/// A screen reader hears a combobox with its value, whether the list is open, each entry one comes to, and one second
/// after the last key what was found.
#[component]
pub fn Combobox(
    /// What is written in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each change, with all that is written.
    #[prop(into)]
    on_input: Callback<String>,
    /// What fits to what is written, the best first. Empty while nothing was looked for.
    #[prop(into)]
    found: Signal<Vec<Suggestion>>,
    /// Called with the value of the entry that is taken; its words should then be in the input.
    #[prop(into)]
    on_choose: Callback<String>,
    /// How much was found: "找到 3 条", "没有找到，请核对". None while nothing was looked for.
    #[prop(into)]
    found_words: MaybeText,
    /// Called when it is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// What the list is called by screen readers: "街道".
    #[prop(into)]
    list_label: Text,
    /// What browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let control = field_control();
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    let FieldControl { id, described_by, .. } = control;
    let list_id = format!("{}-list", id.as_deref().unwrap_or_default());
    let prefix = StoredValue::new(list_id.clone());
    let list = NodeRef::<html::Ul>::new();
    let open = RwSignal::new(false);
    let at = RwSignal::new(None::<usize>);
    let shown = Memo::new(move |_| open.get() && found.with(|found| !found.is_empty()));
    let active = move || {
        let place = at.get().filter(|_| shown.get())?;
        found.with(|found| found.get(place).map(|entry| prefix.with_value(|list| entry_id(list, &entry.value))))
    };

    let close = move || {
        open.set(false);
        at.set(None);
    };
    let take = Callback::new(move |value: String| {
        on_choose.run(value);
        close();
    });
    let write = move |event: web_sys::Event| {
        on_input.run(event_target_value(&event));
        at.set(None);
        open.set(true);
    };
    let press = move |event: KeyboardEvent| {
        // While a Chinese word is being composed, the keys belong to the input method.
        if event.is_composing() {
            return;
        }
        let count = found.with_untracked(Vec::len);
        match moved(&event.key(), at.get_untracked(), shown.get_untracked(), count) {
            Move::To(place) => {
                event.prevent_default();
                open.set(true);
                at.set(Some(place));
                scroll_to(list, place);
            }
            Move::Take(place) => {
                event.prevent_default();
                if let Some(value) = found.with_untracked(|found| found.get(place).map(|entry| entry.value.clone())) {
                    take.run(value);
                }
            }
            Move::Close => {
                event.prevent_default();
                close();
            }
            Move::Empty if !value.with_untracked(String::is_empty) => {
                event.prevent_default();
                on_input.run(String::new());
            }
            Move::Empty | Move::None => {}
        }
    };
    let entries = move || {
        found
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, entry)| {
                let id = prefix.with_value(|list| entry_id(list, &entry.value));
                view! { <Entry id entry is_at=Signal::derive(move || at.get() == Some(place)) on_take=take/> }
            })
            .collect_view()
    };
    view! {
        <div class="combobox">
            <Icon name=IconName::Search/>
            <input
                class="text-input"
                id=id
                type="text"
                role="combobox"
                autocomplete=autocomplete
                spellcheck="false"
                autocapitalize="none"
                enterkeyhint="search"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-expanded=move || if shown.get() { "true" } else { "false" }
                aria-controls=list_id.clone()
                aria-activedescendant=active
                aria-describedby=described_by
                aria-invalid=aria_invalid
                aria-required=aria_required
                value=value.get_untracked()
                prop:value=value
                on:input=write
                on:keydown=press
                on:blur=move |_| {
                    close();
                    left(on_leave);
                }
            />
            <ul
                class="combobox-list"
                id=list_id
                role="listbox"
                aria-label=move || list_label.get()
                hidden=move || !shown.get()
                node_ref=list
            >
                {entries}
            </ul>
            <AfterAPause words=Signal::derive(move || found_words.get().filter(|_| open.get()))/>
        </div>
    }
    .into_any()
}

#[component]
fn Entry(id: String, entry: Suggestion, is_at: Signal<bool>, on_take: Callback<String>) -> impl IntoView {
    let Suggestion { value, label, detail } = entry;
    view! {
        <li
            class="combobox-entry"
            id=id
            role="option"
            aria-selected=move || if is_at.get() { "true" } else { "false" }
            // The input keeps the focus, or the list would be closed before the tap arrives.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| on_take.run(value.clone())
        >
            <span class="combobox-label">{label}</span>
            {detail.map(|words| view! { " " <span class="combobox-detail">{words}</span> })}
        </li>
    }
}

fn entry_id(list: &str, value: &str) -> String {
    format!("{list}-{value}")
}

/// Brings an entry into sight, and moves the list alone to do so.
fn scroll_to(list: NodeRef<html::Ul>, place: usize) {
    let Some(list) = list.get_untracked() else { return };
    let entry = u32::try_from(place).ok().and_then(|place| list.children().item(place));
    if let Some(entry) = entry {
        let (entry, around) = (entry.get_bounding_client_rect(), list.get_bounding_client_rect());
        let beyond = if entry.top() < around.top() {
            entry.top() - around.top()
        } else {
            (entry.bottom() - around.bottom()).max(0.0)
        };
        #[allow(clippy::cast_possible_truncation, reason = "pixels on a screen")]
        let beyond = beyond.round() as i32;
        list.set_scroll_top(list.scroll_top() + beyond);
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    fn streets(found: Vec<Suggestion>) -> String {
        html(move || {
            view! {
                <Field id="street" label="街道">
                    <Combobox
                        value="天府"
                        on_input=|_| ()
                        found
                        on_choose=|_| ()
                        found_words=Signal::stored(Some("找到 1 条".to_owned()))
                        list_label="街道"
                    />
                </Field>
            }
        })
    }

    fn tianfu() -> Suggestion {
        Suggestion { value: "510107-61".into(), label: "天府大道北段".into(), detail: Some("武侯区".into()) }
    }

    #[test]
    fn the_input_is_a_combobox_that_controls_its_list() {
        let html = streets(vec![tianfu()]);
        let input = tag(&html, "id=\"street\"");
        for part in ["role=\"combobox\"", "aria-controls=\"street-list\"", "aria-autocomplete=\"list\""] {
            assert!(input.contains(part), "{part} is missing in {input}");
        }
        let list = tag(&html, "id=\"street-list\"");
        assert!(list.contains("role=\"listbox\"") && list.contains("aria-label=\"街道\""));
    }

    #[test]
    fn the_list_is_closed_until_something_is_written_or_asked_for() {
        let html = streets(vec![tianfu()]);
        assert!(tag(&html, "id=\"street\"").contains("aria-expanded=\"false\""));
        assert!(!tag(&html, "id=\"street\"").contains("aria-activedescendant"));
        assert!(tag(&html, "id=\"street-list\"").contains(" hidden"));
    }

    #[test]
    fn an_entry_says_what_tells_it_from_others_of_its_name() {
        let html = streets(vec![tianfu()]);
        assert!(tag(&html, "id=\"street-list-510107-61\"").contains("role=\"option\""));
        assert!(words(&html).contains("天府大道北段 武侯区"));
    }
}
