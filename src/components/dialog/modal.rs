//! What is over the page and keeps the focus: the part that dialog and sheet share.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use crate::components::{
    Text,
    icon::{Icon, IconName},
};

/// How it stands on the screen, and whether a tap beside it closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// In the middle, until it is answered.
    Dialog,
    /// At the edge, until it is looked at.
    Sheet,
    /// As wide as the screen allows, until it is looked at.
    Picture,
}

impl Shape {
    /// The value of `data-shape`, which the styles read.
    const fn name(self) -> &'static str {
        match self {
            Self::Dialog => "dialog",
            Self::Sheet => "sheet",
            Self::Picture => "picture",
        }
    }
}

/// A native modal dialog with its title and the button that closes it. The browser keeps the focus inside, closes it on
/// Esc and gives the focus back to where it was; this only opens and closes it as `open` says, and tells when the person
/// closed it.
#[component]
pub fn Modal(
    /// The identifier; the title's is `…-title`.
    id: String,
    /// What it is.
    title: Text,
    /// It is shown.
    open: Signal<bool>,
    /// Called when the person closes it.
    on_close: Callback<()>,
    /// The name of the button that closes it.
    close_label: Text,
    /// How it stands on the screen.
    shape: Shape,
    /// What is under the title.
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
    let tapped = move |event: web_sys::MouseEvent| {
        // The backdrop belongs to the dialog, and all that is in it lies in elements of its own.
        let beside = event.target().is_some_and(|hit| hit.has_type::<web_sys::HtmlDialogElement>());
        if shape != Shape::Dialog && beside {
            on_close.run(());
        }
    };
    view! {
        <dialog
            class="dialog"
            id=id
            data-shape=shape.name()
            aria-labelledby=title_id.clone()
            node_ref=dialog
            on:close=closed
            on:click=tapped
        >
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
            {children()}
        </dialog>
    }
}
