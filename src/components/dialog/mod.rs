//! A question that has to be answered before anything else.

#[cfg(feature = "gallery")]
pub mod stories;

mod modal;

use leptos::{children::ViewFnOnce, prelude::*};

use super::Text;
pub(super) use modal::{Modal, Shape};

/// A native modal dialog. The browser keeps the focus inside, closes it on Esc and gives the focus back to where it
/// was; the component only opens and closes it as `open` says, and tells when the person closed it. A tap beside it
/// does nothing, since the question waits for an answer.
///
/// Keys: Esc closes it without an answer; Tab stays inside. A screen reader hears a dialog with the title as its name,
/// and nothing of the page under it.
#[component]
pub fn Dialog(
    /// The dialog's identifier; its title is `…-title`.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    title: Text,
    /// It is shown.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the person closes it without an answer; `open` must then become false.
    #[prop(into)]
    on_close: Callback<()>,
    /// The name of the button that closes it: "关闭".
    #[prop(into)]
    close_label: Text,
    /// The answers, the safe one first.
    #[prop(into)]
    actions: ViewFnOnce,
    /// What one should know to answer.
    children: Children,
) -> impl IntoView {
    view! {
        <Modal id title open on_close close_label shape=Shape::Dialog>
            <div class="dialog-body">{children()}</div>
            <div class="dialog-actions">{actions.run()}</div>
        </Modal>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_dialog_is_native_named_by_its_title_and_closed_in_the_html() {
        let html = html(|| {
            view! {
                <Dialog id="withdraw" title="撤回这次申请？" open=true on_close=|| () close_label="关闭" actions=|| "保留申请">
                    "撤回后可以重新申领。"
                </Dialog>
            }
        });
        let dialog = tag(&html, "id=\"withdraw\"");
        assert!(dialog.starts_with("dialog") && dialog.contains("aria-labelledby=\"withdraw-title\""));
        assert!(!dialog.contains(" open"), "an open attribute would show it without being modal: {dialog}");
        assert!(tag(&html, "dialog-close").contains("aria-label=\"关闭\""));
    }
}
