//! A question that has to be answered before anything else.

use leptos::{children::ViewFnOnce, html, prelude::*};

use super::{
    Text,
    icon::{Icon, IconName},
};

/// A native modal dialog. The browser keeps the focus inside, closes it on Esc and gives the focus back to where it
/// was; the component only opens and closes it as `open` says, and tells when the person closed it.
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
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let open = open.get();
        let Some(dialog) = dialog.get() else { return };
        if open && !dialog.open() {
            // Fails only where the dialog has left the document, and then nobody waits for it.
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let title_id = format!("{id}-title");
    let closed = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    view! {
        <dialog class="dialog" id=id aria-labelledby=title_id.clone() node_ref=dialog on:close=closed>
            <div class="dialog-head">
                <h2 class="dialog-title" id=title_id.clone()>{title}</h2>
                <button
                    class="dialog-close"
                    type="button"
                    aria-label=move || close_label.get()
                    on:click=move |_| on_close.run(())
                >
                    <Icon name=IconName::Cross/>
                </button>
            </div>
            <div class="dialog-body">{children()}</div>
            <div class="dialog-actions">{actions.run()}</div>
        </dialog>
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
