//! The tokens, to be changed while looking at a story; what was changed can be taken away as style.

use leptos::prelude::*;

use super::{desk, stage::Stage};
use crate::gallery::index::TOKENS;

/// Every token with its value. A colour names its light and its dark value in one.
#[component]
pub fn Tokens() -> impl IntoView {
    let desk = desk();
    let row = move |name: &'static str, given: &'static str| {
        let value =
            move || desk.address.with(|address| address.tokens.get(name).cloned()).unwrap_or_else(|| given.to_owned());
        let set = move |event| {
            let value = event_target_value(&event);
            desk.change(|address| {
                if value.trim() == given || value.trim().is_empty() {
                    address.tokens.remove(name);
                } else {
                    address.tokens.insert(name.to_owned(), value);
                }
            });
        };
        let swatch = colours(given).map(|(light, dark)| {
            view! {
                <svg class="desk-swatch" viewBox="0 0 2 1" aria-hidden="true">
                    <rect width="1" height="1" fill=light/>
                    <rect x="1" width="1" height="1" fill=dark/>
                </svg>
            }
        });
        view! {
            <tr data-changed=move || desk.address.with(|address| address.tokens.contains_key(name)).then_some("")>
                <th scope="row">
                    {swatch}
                    <label for=name>
                        <code>{name}</code>
                    </label>
                </th>
                <td>
                    <input id=name type="text" spellcheck="false" prop:value=value on:change=set/>
                </td>
            </tr>
        }
    };
    let groups = TOKENS.iter().map(move |group| {
        let rows = group.tokens.iter().map(move |(name, value)| row(name, value));
        view! {
            <table>
                <caption>{group.about}</caption>
                {rows.collect_view()}
            </table>
        }
    });
    let difference = Memo::new(move |_| desk.address.with(|address| difference(&address.tokens)));
    view! {
        <div class="desk-tokens">
            <div class="desk-token-list">
                <h2>{move || desk.words("样式变量", "Tokens")}</h2>
                {groups.collect_view()}
            </div>
            <div class="desk-token-use">
                <h3>{move || desk.words("改动", "Changes")}</h3>
                <pre class="desk-code" id="difference"><code>{difference}</code></pre>
                <Stage/>
            </div>
        </div>
    }
}

/// The light and the dark colour of `var(--light, #ffffff) var(--dark, #1a2221)`.
fn colours(value: &'static str) -> Option<(&'static str, &'static str)> {
    let (light, dark) = value.strip_prefix("var(--light, ")?.split_once(") var(--dark, ")?;
    Some((light, dark.strip_suffix(')')?))
}

/// What was changed, as it would stand in `style/tokens.css`.
fn difference(changed: &std::collections::BTreeMap<String, String>) -> String {
    if changed.is_empty() {
        return String::new();
    }
    let lines = TOKENS
        .iter()
        .flat_map(|group| group.tokens)
        .filter_map(|(name, given)| changed.get(*name).map(|value| format!("  {name}: {value}; /* {given} */\n")));
    format!(":root {{\n{}}}\n", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_holds_what_was_changed_beside_what_it_was() {
        let changed = [("--text-hint".to_owned(), "1rem".to_owned())].into();
        assert_eq!(difference(&changed), ":root {\n  --text-hint: 1rem; /* 0.875rem */\n}\n");
        assert_eq!(difference(&std::collections::BTreeMap::new()), "");
    }

    #[test]
    fn a_colour_has_a_light_and_a_dark_value() {
        assert_eq!(colours("var(--light, #ffffff) var(--dark, #1a2221)"), Some(("#ffffff", "#1a2221")));
        assert_eq!(colours("1rem"), None);
    }
}
