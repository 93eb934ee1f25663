//! Finding an entry of a long list by its name, beside the lists that it is chosen from.

use leptos::prelude::*;

use super::super::words::said;
use crate::components::{
    Text,
    combobox::{Combobox, Suggestion},
    field::Field as Question,
};

/// The most entries that are shown at once; whoever means another writes more of it.
const MOST_SHOWN: usize = 20;

/// An entry that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The answer that it is.
    pub value: String,
    /// Its name.
    pub name: &'static str,
    /// What tells it from others of the same name.
    pub detail: String,
}

/// What finds entries, and its words.
#[derive(Clone, Copy)]
pub struct Finder {
    /// What fits to what is written, the best first.
    pub find: fn(&str) -> Vec<Found>,
    /// What an answer is called, as it stands in the input once it is chosen.
    pub name_of: fn(&str) -> Option<&'static str>,
    /// "按名称找街道或镇".
    pub label: Text,
    /// What can be written.
    pub hint: Text,
    /// What the list of what was found is called.
    pub list_label: Text,
    /// How much was found, in words.
    pub found: fn(usize) -> String,
}

/// An input that answers with what was found by it. It asks nothing of its own: whoever chooses from the lists leaves it
/// empty.
#[component]
pub fn Find(
    /// The input's identifier.
    id: String,
    /// The present answer.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the answer that is taken.
    on_choose: Callback<String>,
    /// What finds.
    finder: Finder,
) -> impl IntoView {
    let Finder { find, name_of, label, hint, list_label, found } = finder;
    let written = RwSignal::new(String::new());
    let entries = Memo::new(move |_| written.with(|written| find(written)));
    let suggestions = move || {
        let entry = |Found { value, name, detail }: Found| Suggestion {
            value,
            label: Signal::stored(name.to_owned()),
            detail: Some(Signal::stored(detail)),
        };
        entries.get().into_iter().take(MOST_SHOWN).map(entry).collect::<Vec<_>>()
    };
    // What was chosen from the lists meanwhile is not what was found.
    Effect::new(move |before: Option<()>| {
        let name = value.with(|value| name_of(value)).unwrap_or_default();
        if before.is_some() && written.with_untracked(|written| written != name) {
            written.set(String::new());
        }
    });
    let choose = move |chosen: String| {
        written.set(name_of(&chosen).unwrap_or_default().to_owned());
        on_choose.run(chosen);
    };
    let found_words = Signal::derive(move || {
        let looked = written.with(|written| !written.trim().is_empty());
        looked.then(|| found(entries.with(Vec::len)))
    });
    view! {
        <Question id label hint=said(move || hint.get())>
            <Combobox
                value=written
                on_input=move |text| written.set(text)
                found=Signal::derive(suggestions)
                on_choose=choose
                found_words
                list_label
            />
        </Question>
    }
    .into_any()
}
