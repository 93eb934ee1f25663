//! Cutting a picture: four corners of a document, or a frame around a face.

#[cfg(feature = "gallery")]
pub mod stories;

mod keys;
mod shape;
mod stage;

use leptos::{either::EitherOf3, prelude::*};
use pictures::Corners;

pub use self::shape::Cut;
use self::{
    keys::{Step, step},
    shape::Grip,
    stage::Stage,
};
use super::{
    MaybeText, Text,
    button::{Button, ButtonKind},
    dialog::{Modal, Shape},
    icon::{Icon, IconName},
};

/// The editor's words.
#[derive(Clone, Copy, Debug)]
pub struct EditorWords {
    /// What to do: "把四个角拖到证件的四角".
    pub hint: Text,
    /// The names of the corners, clockwise from the upper left one: "左上角".
    pub corners: [Text; 4],
    /// The name of the frame: "取景框".
    pub frame: Text,
    /// Where a corner or the frame is now, by its name and parts of the picture in per cent from the left and from
    /// above: "左上角：距左边 12%，距上边 8%".
    pub place: Callback<(String, u8, u8), String>,
    /// Over the buttons that move what is chosen, by its name: "移动左上角".
    pub moves: Callback<String, String>,
    /// On them: "向左", "向上", "向下", "向右".
    pub left: Text,
    /// See `left`.
    pub up: Text,
    /// See `left`.
    pub down: Text,
    /// See `left`.
    pub right: Text,
    /// Makes the frame larger: "放大取景框".
    pub larger: Text,
    /// Makes the frame smaller: "缩小取景框".
    pub smaller: Text,
    /// While there is no picture yet: "正在打开照片".
    pub opening: Text,
    /// Takes what is inside: "用这样".
    pub apply: Text,
    /// Goes back to what was there at first: "恢复".
    pub reset: Text,
    /// Leaves the picture as it is: "取消".
    pub cancel: Text,
    /// On the cross: "关闭".
    pub close: Text,
}

/// The picture that is shown, and what is cut out of it at first.
#[derive(Clone, Debug, PartialEq)]
pub struct EditorPicture {
    /// Where it is found.
    pub address: String,
    /// Width over height.
    pub ratio: f32,
    /// What is cut out.
    pub cut: Cut,
    /// Where, at first; from [`Cut::start`] where nothing is proposed.
    pub corners: Option<Corners>,
}

/// A picture in a dialog, with what is to be cut out of it. Everything that a finger can drag can also be moved by keys,
/// and by buttons that one taps: neither a steady hand nor a screen reader's gestures can drag.
///
/// Keys, on a corner or on the frame: arrows move it, with Shift in small steps; plus and minus size the frame.
#[component]
pub fn PictureEditor(
    /// The dialog's identifier.
    #[prop(into)]
    id: String,
    /// What is cut: "裁剪摆正：身份证人像面".
    #[prop(into)]
    title: Text,
    /// It is shown.
    #[prop(into)]
    open: Signal<bool>,
    /// The picture, once there is something to see.
    #[prop(into)]
    picture: Signal<Option<EditorPicture>>,
    /// Why there will be none.
    #[prop(optional, into)]
    error: MaybeText,
    /// Its words.
    words: EditorWords,
    /// Called with where to cut.
    #[prop(into)]
    on_apply: Callback<Corners>,
    /// Called when it is left; `open` must then become false.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let start =
        Memo::new(move |_| picture.with(|it| it.as_ref().map(|it| it.corners.unwrap_or_else(|| it.cut.start()))));
    let cut = Memo::new(move |_| picture.with(|it| it.as_ref().map(|it| it.cut)));
    let corners = RwSignal::new(Corners::WHOLE);
    let grip = RwSignal::new(Grip::Corner(0));
    Effect::new(move || {
        if let (Some(start), Some(cut)) = (start.get(), cut.get()) {
            corners.set(start);
            grip.set(if cut == Cut::Document { Grip::Corner(0) } else { Grip::Frame });
        }
    });
    let is_frame = move || matches!(cut.get(), Some(Cut::Frame { .. }));
    let name = move || match grip.get() {
        Grip::Corner(nth) => words.corners.get(nth).map_or_else(String::new, |name| name.get()),
        Grip::Frame | Grip::Size => words.frame.get(),
    };
    let place = move || {
        let at = corners.get();
        let at = if let Grip::Corner(nth) = grip.get() { at.clockwise()[nth.min(3)] } else { at.top_left };
        let percent = |part: f32| (part * 100.0).round().clamp(0.0, 100.0) as u8;
        words.place.run((name(), percent(at.x), percent(at.y)))
    };
    let take = Callback::new(move |taken: Step| {
        let Some(cut) = cut.get_untracked() else { return };
        corners.update(|corners| {
            *corners = match taken {
                Step::By(x, y) => cut.moved(*corners, grip.get_untracked(), (x, y)).unwrap_or(*corners),
                Step::Wider(by) => cut.sized(*corners, by),
            }
        });
    });
    let mover = move |icon: &'static str, words: Text, taken: Step| {
        view! {
            <button class="picture-editor-move" type="button" aria-label=move || words.get() on:click=move |_| take.run(taken)>
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d=icon></path>
                </svg>
            </button>
        }
    };
    let sizes = move || {
        is_frame().then(|| {
            let sizer = |icon: IconName, words: Text, by: f32| {
                view! {
                    <button
                        class="picture-editor-move"
                        type="button"
                        aria-label=move || words.get()
                        on:click=move |_| take.run(Step::Wider(by))
                    >
                        <Icon name=icon/>
                    </button>
                }
            };
            view! {
                {sizer(IconName::Minus, words.smaller, -step::BUTTON)}
                {sizer(IconName::Plus, words.larger, step::BUTTON)}
            }
        })
    };
    let by = step::BUTTON;
    let shown = move || match (picture.get(), error.get()) {
        (_, Some(error)) => EitherOf3::A(view! { <p class="picture-editor-error" role="alert">{error}</p> }),
        (Some(picture), None) => EitherOf3::B(view! { <Stage picture corners grip words on_step=take/> }),
        (None, None) => EitherOf3::C(view! { <p class="picture-editor-opening" role="status">{words.opening}</p> }),
    };
    let ready = Memo::new(move |_| picture.with(Option::is_some) && error.with(Option::is_none));
    view! {
        <Modal id title open on_close close_label=words.close shape=Shape::Dialog>
            <div class="dialog-body picture-editor">
                <p class="hint">{words.hint}</p>
                {shown}
                <div class="picture-editor-controls" hidden=move || !ready.get()>
                    <p class="picture-editor-place" role="status">{place}</p>
                    <div class="picture-editor-moves" role="group" aria-label=move || words.moves.run(name())>
                        {mover("M15 6l-6 6 6 6", words.left, Step::By(-by, 0.0))}
                        {mover("M6 15l6-6 6 6", words.up, Step::By(0.0, -by))}
                        {mover("M6 9l6 6 6-6", words.down, Step::By(0.0, by))}
                        {mover("M9 6l6 6-6 6", words.right, Step::By(by, 0.0))} {sizes}
                    </div>
                </div>
            </div>
            <div class="dialog-actions picture-editor-actions">
                <Show when=move || ready.get()>
                    <Button on_press=move |()| on_apply.run(corners.get_untracked())>{words.apply}</Button>
                    <Button
                        kind=ButtonKind::Secondary
                        on_press=move |()| {
                            if let Some(start) = start.get_untracked() {
                                corners.set(start);
                            }
                        }
                    >
                        {words.reset}
                    </Button>
                </Show>
                <Button kind=ButtonKind::Secondary on_press=move |()| on_close.run(())>
                    {words.cancel}
                </Button>
            </div>
        </Modal>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
