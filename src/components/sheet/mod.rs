//! Something to look at or to choose from, over the page and away again.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    Text,
    dialog::{Modal, Shape},
};

/// A native modal dialog at the bottom of a phone, and a panel at the side of a wide screen. For an example, a longer
/// explanation, a list to choose from; a question that must be answered is a [`Dialog`](super::dialog::Dialog), which
/// looks the same on a phone but is not closed by a tap beside it.
///
/// Keys: Esc closes it; Tab stays inside, which the browser sees to, and comes back to where it was. A screen reader
/// hears a dialog with the title as its name, and nothing of the page under it.
#[component]
pub fn Sheet(
    /// The sheet's identifier; its title is `…-title`.
    #[prop(into)]
    id: String,
    /// What is on it.
    #[prop(into)]
    title: Text,
    /// It is shown.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the person closes it; `open` must then become false.
    #[prop(into)]
    on_close: Callback<()>,
    /// The name of the button that closes it: "关闭".
    #[prop(into)]
    close_label: Text,
    /// What there is to see.
    children: Children,
) -> impl IntoView {
    view! {
        <Modal id title open on_close close_label shape=Shape::Sheet>
            <div class="dialog-body">{children()}</div>
        </Modal>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_sheet_is_a_native_dialog_named_by_its_title_and_closed_in_the_html() {
        let html = html(|| {
            view! { <Sheet id="example" title="怎样拍" open=true on_close=|()| () close_label="关闭">"放平，四角都拍到"</Sheet> }
        });
        let sheet = tag(&html, "id=\"example\"");
        assert!(sheet.starts_with("dialog") && sheet.contains("aria-labelledby=\"example-title\""));
        assert!(sheet.contains("data-shape=\"sheet\"") && !sheet.contains(" open"), "{sheet}");
        assert!(tag(&html, "dialog-close").contains("aria-label=\"关闭\""));
        assert!(words(&html).contains("放平，四角都拍到"));
    }
}
