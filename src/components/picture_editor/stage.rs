//! The picture with its handles.

use leptos::{either::Either, html, prelude::*};
use pictures::Corners;
use web_sys::{KeyboardEvent, PointerEvent};

use super::{
    Cut, EditorPicture, EditorWords,
    keys::{Step, step},
    shape::Grip,
};
use crate::components::Text;

/// The picture, what is outside of the cut under a veil, and the handles.
#[component]
pub fn Stage(
    /// The picture.
    picture: EditorPicture,
    /// Where it is cut.
    corners: RwSignal<Corners>,
    /// What is chosen.
    grip: RwSignal<Grip>,
    /// The editor's words.
    words: EditorWords,
    /// Called with the step of a key.
    on_step: Callback<Step>,
) -> impl IntoView {
    let EditorPicture { address, ratio, cut, .. } = picture;
    let stage = NodeRef::<html::Div>::new();
    // Where the finger and the corners were when it began to drag.
    let held = StoredValue::new(None::<((f32, f32), Corners)>);
    let part = move |event: &PointerEvent| {
        let bounds = stage.get_untracked()?.get_bounding_client_rect();
        let along = |at: i32, from: f64, length: f64| ((f64::from(at) - from) / length.max(1.0)) as f32;
        Some((
            along(event.client_x(), bounds.left(), bounds.width()),
            along(event.client_y(), bounds.top(), bounds.height()),
        ))
    };
    let take = move |of: Grip| {
        move |event: PointerEvent| {
            grip.set(of);
            held.set_value(part(&event).map(|at| (at, corners.get_untracked())));
            let handle: web_sys::Element = event_target(&event);
            // Without it a quick finger leaves the handle behind, and nothing else is lost.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
    };
    let drag = move |event: PointerEvent| {
        let (Some((from, before)), Some(now)) = (held.get_value(), part(&event)) else { return };
        if let Some(moved) = cut.moved(before, grip.get_untracked(), (now.0 - from.0, now.1 - from.1)) {
            corners.set(moved);
        }
    };
    let release = move |_: PointerEvent| held.set_value(None);
    let key = move |event: KeyboardEvent| {
        if let Some(taken) = step::of(&event.key(), event.shift_key()) {
            // Or the dialog would scroll.
            event.prevent_default();
            on_step.run(taken);
        }
    };
    let handle = move |of: Grip, class: &'static str, name: Text| {
        view! {
            <button
                class=class
                type="button"
                aria-label=move || name.get()
                aria-pressed=move || (grip.get() == of).to_string()
                style:left=move || percent(left_of(&corners.get(), of))
                style:top=move || percent(top_of(&corners.get(), of))
                style:width=move || size_of(&corners.get(), of).map(|(width, _)| percent(width))
                style:height=move || size_of(&corners.get(), of).map(|(_, height)| percent(height))
                on:focus=move |_| grip.set(of)
                on:click=move |_| grip.set(of)
                on:keydown=key
                on:pointerdown=take(of)
                on:pointermove=drag
                on:pointerup=release
                on:pointercancel=release
            ></button>
        }
    };
    let handles = match cut {
        Cut::Document => Either::Left(
            words
                .corners
                .into_iter()
                .enumerate()
                .map(|(nth, name)| handle(Grip::Corner(nth), "picture-editor-handle", name))
                .collect_view(),
        ),
        Cut::Frame { .. } => Either::Right(view! {
            {handle(Grip::Frame, "picture-editor-frame", words.frame)}
            // What it does, plus and minus do as well.
            <span
                class="picture-editor-handle"
                aria-hidden="true"
                style:left=move || percent(corners.get().bottom_right.x)
                style:top=move || percent(corners.get().bottom_right.y)
                on:pointerdown=take(Grip::Size)
                on:pointermove=drag
                on:pointerup=move |event| {
                    release(event);
                    grip.set(Grip::Frame);
                }
                on:pointercancel=release
            ></span>
        }),
    };
    view! {
        // A screen reader hands keys on to what is in here.
        <div class="picture-editor-table" role="application" aria-label=move || words.hint.get()>
            <div class="picture-editor-stage" node_ref=stage style=("--ratio", ratio.to_string())>
                <img class="picture-editor-picture" src=address alt="" draggable="false"/>
                <svg
                    class="picture-editor-lines"
                    viewBox="0 0 1000 1000"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                >
                    <path class="picture-editor-veil" fill-rule="evenodd" d=move || veil(&corners.get())></path>
                    <path class="picture-editor-outline" d=move || outline(&corners.get())></path>
                    {matches!(cut, Cut::Frame { .. })
                        .then(|| view! { <path class="picture-editor-guides" d=move || guides(&corners.get())></path> })}
                </svg>
                {handles}
            </div>
        </div>
    }
}

fn percent(part: f32) -> String {
    format!("{:.2}%", part * 100.0)
}

fn left_of(corners: &Corners, of: Grip) -> f32 {
    if let Grip::Corner(nth) = of { corners.clockwise()[nth.min(3)].x } else { corners.top_left.x }
}

fn top_of(corners: &Corners, of: Grip) -> f32 {
    if let Grip::Corner(nth) = of { corners.clockwise()[nth.min(3)].y } else { corners.top_left.y }
}

/// The frame's width and height; corners are as large as a finger.
fn size_of(corners: &Corners, of: Grip) -> Option<(f32, f32)> {
    let (from, to) = (corners.top_left, corners.bottom_right);
    (of == Grip::Frame).then_some((to.x - from.x, to.y - from.y))
}

/// The sides, in thousandths of the picture.
fn outline(corners: &Corners) -> String {
    let places = corners.clockwise().map(|at| format!("{:.1} {:.1}", at.x * 1000.0, at.y * 1000.0));
    format!("M{}Z", places.join("L"))
}

/// All of the picture but what is inside.
fn veil(corners: &Corners) -> String {
    format!("M0 0H1000V1000H0Z{}", outline(corners))
}

/// Where the head belongs (GA 461, of 358 × 441 pixels): its top 7 to 21 from above, the eyes 207 or more from below, the
/// face 207 wide in the middle.
fn guides(corners: &Corners) -> String {
    let (from, to) = (corners.top_left, corners.bottom_right);
    let across = |x: f32| (from.x + (to.x - from.x) * x / 358.0) * 1000.0;
    let down = |y: f32| (from.y + (to.y - from.y) * y / 441.0) * 1000.0;
    let level = |y: f32| format!("M{:.1} {:.1}H{:.1}", across(0.0), down(y), across(358.0));
    let upright = |x: f32| format!("M{:.1} {:.1}V{:.1}", across(x), down(21.0), down(380.0));
    let half_face = 207.0 / 2.0;
    [
        level(7.0),
        level(21.0),
        level(441.0 - 207.0),
        upright(179.0 - half_face),
        upright(179.0),
        upright(179.0 + half_face),
    ]
    .concat()
}
