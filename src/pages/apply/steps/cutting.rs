//! The dialog in which a picture is cut.

use leptos::prelude::*;
use pictures::{FACE_RATIO, Purpose};
use rules::field::Subject;

use super::{super::words::name_of, pictures::trouble_words};
use crate::{
    components::{
        MaybeText,
        picture_editor::{Cut, EditorPicture, EditorWords, PictureEditor},
    },
    locales::{t, text},
    wizard::{Cutting, Shown, Trouble, Wizard},
};

/// Shows the picture that the wizard cuts, whichever document it belongs to.
#[component]
pub fn CuttingDialog(wizard: Wizard) -> impl IntoView {
    let cutting = wizard.cutting();
    let open = Memo::new(move |_| cutting.with(Option::is_some));
    let is_face = Memo::new(move |_| cutting.with(|it| it.as_ref().map(Cutting::purpose)) == Some(Purpose::Face));
    let title = move || {
        let name = cutting.with(|it| it.as_ref().map(|it| name_of(Subject::Item(it.item)))).unwrap_or_default();
        if is_face.get() {
            text!(apply.pictures.editor.face, name = name)
        } else {
            text!(apply.pictures.editor.document, name = name)
        }
    };
    let picture = move || {
        let cutting = cutting.get()?;
        Some(editor_picture(cutting.purpose(), &cutting.shown?.ok()?))
    };
    let error: MaybeText = Signal::derive(move || {
        let failure = cutting.get()?.shown?.err()?;
        Some(trouble_words(&Trouble::Here(failure)))
    });
    view! {
        <PictureEditor
            id="cutting"
            title=Signal::derive(title)
            open
            picture=Signal::derive(picture)
            error
            words=words(is_face)
            on_apply=move |corners| wizard.cut_picture(corners)
            on_close=move |()| wizard.close_cutting()
        />
    }
    .into_any()
}

fn words(is_face: Memo<bool>) -> EditorWords {
    let hint = move || {
        if is_face.get() { text!(apply.pictures.editor.face_hint) } else { text!(apply.pictures.editor.document_hint) }
    };
    EditorWords {
        hint: Signal::derive(hint),
        corners: [
            Signal::derive(t!(apply.pictures.editor.top_left)),
            Signal::derive(t!(apply.pictures.editor.top_right)),
            Signal::derive(t!(apply.pictures.editor.bottom_right)),
            Signal::derive(t!(apply.pictures.editor.bottom_left)),
        ],
        frame: Signal::derive(t!(apply.pictures.editor.frame)),
        place: Callback::new(|(name, left, top): (String, u8, u8)| {
            text!(apply.pictures.editor.place, name = name, left = left, top = top)
        }),
        moves: Callback::new(|name: String| text!(apply.pictures.editor.moves, name = name)),
        left: Signal::derive(t!(apply.pictures.editor.left)),
        up: Signal::derive(t!(apply.pictures.editor.up)),
        down: Signal::derive(t!(apply.pictures.editor.down)),
        right: Signal::derive(t!(apply.pictures.editor.right)),
        larger: Signal::derive(t!(apply.pictures.editor.larger)),
        smaller: Signal::derive(t!(apply.pictures.editor.smaller)),
        opening: Signal::derive(t!(apply.pictures.editor.opening)),
        apply: Signal::derive(t!(apply.pictures.editor.apply)),
        reset: Signal::derive(t!(apply.pictures.editor.reset)),
        cancel: Signal::derive(t!(apply.pictures.editor.cancel)),
        close: Signal::derive(t!(common.close)),
    }
}

/// A document's corners are proposed by the phone; a face is framed by its person.
fn editor_picture(purpose: Purpose, shown: &Shown) -> EditorPicture {
    let (width, height) = (shown.size.0.max(1) as f32, shown.size.1.max(1) as f32);
    let ratio = width / height;
    let (cut, proposed) = if purpose.is_document() {
        (Cut::Document, shown.proposed)
    } else {
        let least = purpose.least_size().0 as f32 / width;
        (Cut::Frame { ratio: FACE_RATIO / ratio, least: least.min(1.0) }, None)
    };
    EditorPicture { address: shown.address.clone(), ratio, cut, corners: shown.before.or(proposed) }
}

#[cfg(test)]
mod tests {
    use pictures::Corners;

    use super::*;

    fn shown(size: (u32, u32), before: Option<Corners>) -> Shown {
        Shown { address: "blob:demo".into(), size, proposed: Some(Corners::WHOLE), before }
    }

    #[test]
    fn what_was_cut_before_comes_before_what_is_proposed() {
        let before = Corners::rectangle(0.2, 0.2, 0.8, 0.8);
        assert_eq!(editor_picture(Purpose::Document, &shown((400, 300), Some(before))).corners, Some(before));
        assert_eq!(editor_picture(Purpose::Document, &shown((400, 300), None)).corners, Some(Corners::WHOLE));
    }

    #[test]
    fn a_face_is_framed_in_the_shape_of_the_card_and_not_below_its_pixels() {
        let EditorPicture { cut, corners, ratio, .. } = editor_picture(Purpose::Face, &shown((716, 1432), None));
        assert_eq!((corners, ratio), (None, 0.5));
        let Cut::Frame { ratio: frame, least } = cut else { unreachable!("a face has a frame") };
        assert!((frame * ratio - 358.0 / 441.0).abs() < 1e-5);
        assert_eq!(least, 0.5);
    }
}
