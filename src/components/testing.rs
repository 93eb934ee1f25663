//! What the component tests look at: the HTML, its words, and one tag of it.

use leptos::prelude::*;

/// Renders what the function shows.
pub fn html<V: IntoView>(show: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| show().into_view().to_html())
}

/// The words of the HTML, without tags and without the renderer's comments.
pub fn words(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some((before, markup)) = rest.split_once('<') {
        words.push_str(before);
        let end = if markup.starts_with("!--") { "-->" } else { ">" };
        rest = markup.split_once(end).map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    words
}

/// The first opening tag that contains this text, such as `id="name"`; a test without it has nothing to look at.
pub fn tag(html: &str, containing: &str) -> String {
    let found = html
        .split('<')
        .filter_map(|piece| piece.split_once('>').map(|(tag, _)| tag))
        .find(|tag| tag.contains(containing));
    assert!(found.is_some(), "no tag with {containing} in {html}");
    found.unwrap_or_default().to_owned()
}
