//! One picture that was taken: how it looks, how far it is, what was found on it.

use leptos::{either::Either, prelude::*};
use web_sys::File;

use super::{Frame, UploaderWords, listed};
use crate::components::{
    Text,
    dialog::{Modal, Shape},
    icon::{Icon, IconName},
    tone::Tone,
    visually_hidden::VisuallyHidden,
};

/// How far a picture is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureState {
    /// It is being read, turned, reduced and looked at on the phone.
    #[default]
    Checking,
    /// So many per cent of it are sent.
    Sending(u8),
    /// It is kept on the phone, and is sent when the line allows.
    Waiting,
    /// It has arrived.
    Sent,
    /// It cannot be used: the findings say why.
    Refused,
}

impl PictureState {
    const fn tone(self) -> Tone {
        match self {
            Self::Checking | Self::Sending(_) => Tone::Plain,
            Self::Waiting => Tone::Info,
            Self::Sent => Tone::Ok,
            Self::Refused => Tone::Bad,
        }
    }
}

/// Where on the picture something was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
#[allow(missing_docs)] // each name says all there is to say
pub enum Place {
    #[default]
    Everywhere,
    TopStart,
    Top,
    TopEnd,
    Start,
    Middle,
    End,
    BottomStart,
    Bottom,
    BottomEnd,
}

impl Place {
    const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Everywhere => return None,
            Self::TopStart => "top-start",
            Self::Top => "top",
            Self::TopEnd => "top-end",
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
            Self::BottomStart => "bottom-start",
            Self::Bottom => "bottom",
            Self::BottomEnd => "bottom-end",
        })
    }
}

/// Something found on a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFinding {
    /// What, and what to do: "右下角被手指挡住了，请重拍".
    pub words: String,
    /// Where.
    pub place: Place,
    /// The picture cannot be used with it.
    pub hard: bool,
}

/// One picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Its identifier, handed back by the callbacks.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// What it is in a word, where it is a file of which there is nothing to see: "PDF".
    pub file_word: Option<&'static str>,
    /// The address of a small version, once there is one.
    pub thumbnail: Option<String>,
    /// The address of it as large as there is one.
    pub whole: Option<String>,
    /// It can be cut.
    pub can_be_cut: bool,
    /// How far it is.
    pub state: PictureState,
    /// The same in words: "正在上传 40%", "已上传".
    pub state_word: String,
    /// What was found on it.
    pub findings: Vec<PictureFinding>,
}

/// A picture with its state, its findings where they are, and the ways to retake or delete it.
///
/// What it shows changes while it is looked at and sent; its controls stay, and with them the keyboard's place.
#[component]
pub fn PictureCard(
    /// The identifier of the control that retakes it.
    #[prop(into)]
    id: Signal<String>,
    /// What is photographed, for the names of picture and buttons.
    subject: Text,
    /// The picture.
    #[prop(into)]
    picture: Signal<Picture>,
    /// The frame it should fill.
    frame: Frame,
    /// The uploader's words.
    words: UploaderWords,
    /// See [`Uploader`](super::Uploader).
    on_retake: Callback<(String, File)>,
    /// See [`Uploader`](super::Uploader).
    on_delete: Callback<String>,
    /// See [`Uploader`](super::Uploader).
    on_cut: Callback<String>,
    /// See [`Uploader`](super::Uploader); the first has none before it.
    on_forward: Option<Callback<String>>,
) -> impl IntoView {
    let findings = Memo::new(move |_| picture.with(|picture| picture.findings.clone()));
    let state = Memo::new(move |_| picture.with(|picture| picture.state));
    let whole = Memo::new(move |_| picture.with(|picture| picture.whole.clone()));
    let can_be_cut = Memo::new(move |_| picture.with(|picture| picture.can_be_cut));
    let large = RwSignal::new(false);
    let thumbnail = Memo::new(move |_| picture.with(|picture| picture.thumbnail.clone()));
    let file_word = Memo::new(move |_| picture.with(|picture| picture.file_word));
    let state_word = move || picture.with(|picture| picture.state_word.clone());
    let own_id = move || picture.with_untracked(|picture| picture.id.clone());
    let marks = move || {
        let placed = |finding: PictureFinding| finding.place.name().map(|place| (place, finding.hard));
        let mark = |(place, hard): (&'static str, bool)| {
            view! { <span class="uploader-mark" data-place=place data-hard=hard.then_some("") aria-hidden="true"></span> }
        };
        findings.get().into_iter().filter_map(placed).map(mark).collect_view()
    };
    let list = move || {
        let item = |PictureFinding { words, hard, .. }| {
            let tone = if hard { Tone::Bad } else { Tone::Warn };
            view! { <li data-tone=tone.name()><Icon name=tone.icon()/><span>{words}</span></li> }
        };
        let items = findings.get().into_iter().map(item).collect_view();
        findings.with(|all| !all.is_empty()).then(|| view! { <ul class="uploader-findings">{items}</ul> })
    };
    let shown = move || match thumbnail.get() {
        Some(address) => {
            Either::Left(view! { <img class="uploader-thumbnail" src=address alt=move || subject.get()/> })
        }
        None => Either::Right(match file_word.get() {
            Some(word) => Either::Left(
                view! { <span class="uploader-thumbnail"><Icon name=IconName::Document/><span>{word}</span></span> },
            ),
            None => Either::Right(view! { <span class="uploader-thumbnail"><Icon name=IconName::Picture/></span> }),
        }),
    };
    let bar = move || {
        let value = match state.get() {
            PictureState::Checking => None,
            PictureState::Sending(percent) => Some(percent.to_string()),
            _ => return None,
        };
        Some(view! { <progress class="progress-bar" max="100" value=value aria-label=state_word></progress> })
    };
    let sign = move || {
        let tone = state.get().tone();
        (tone != Tone::Plain).then(|| view! { <Icon name=tone.icon()/> })
    };
    view! {
        <li class="uploader-picture">
            <div class="uploader-view" data-frame=frame.name()>{shown} {marks}</div>
            <div class="uploader-about">
                <p class="uploader-name">{move || picture.with(|picture| picture.name.clone())}</p>
                <p class="uploader-state" role="status" data-tone=move || state.get().tone().name()>
                    {sign}
                    <span>{state_word}</span>
                </p>
                {bar} {list}
                <div class="uploader-actions">
                    <Show when=move || whole.with(Option::is_some)>
                        <button
                            class="uploader-action"
                            type="button"
                            aria-haspopup="dialog"
                            on:click=move |_| large.set(true)
                        >
                            <Icon name=IconName::Search/>
                            <span>{words.enlarge}</span>
                            <VisuallyHidden>" " {subject}</VisuallyHidden>
                        </button>
                    </Show>
                    // While what was cut is being looked at, it stays and keeps the focus.
                    <Show when=move || can_be_cut.get()>
                        <button
                            class="uploader-action"
                            type="button"
                            aria-haspopup="dialog"
                            aria-disabled=move || (state.get() == PictureState::Checking).then_some("true")
                            on:click=move |_| on_cut.run(own_id())
                        >
                            <Icon name=IconName::Crop/>
                            <span>{words.cut}</span>
                            <VisuallyHidden>" " {subject}</VisuallyHidden>
                        </button>
                    </Show>
                    <span class="uploader-control">
                        <input
                            class="uploader-input"
                            id=id
                            type="file"
                            accept="image/*"
                            on:change=move |event| {
                                let input: web_sys::HtmlInputElement = event_target(&event);
                                if let Some(file) = listed(input.files()).into_iter().next() {
                                    on_retake.run((own_id(), file));
                                }
                                input.set_value("");
                            }
                        />
                        <label class="uploader-action" for=id>
                            <Icon name=IconName::Retake/>
                            <span>{words.retake}</span>
                            <VisuallyHidden>" " {subject}</VisuallyHidden>
                        </label>
                    </span>
                    {on_forward
                        .map(|on_forward| {
                            view! {
                                <button
                                    class="uploader-action"
                                    type="button"
                                    on:click=move |_| on_forward.run(own_id())
                                >
                                    <Icon name=IconName::ArrowUp/>
                                    <span>{words.forward}</span>
                                    <VisuallyHidden>" " {subject}</VisuallyHidden>
                                </button>
                            }
                        })}
                    <button class="uploader-action" type="button" on:click=move |_| on_delete.run(own_id())>
                        <Icon name=IconName::Trash/>
                        <span>{words.delete}</span>
                        <VisuallyHidden>" " {subject}</VisuallyHidden>
                    </button>
                </div>
            </div>
            <Modal
                id=format!("{}-large", id.get_untracked())
                title=subject
                open=large.into()
                on_close=Callback::new(move |()| large.set(false))
                close_label=words.close
                shape=Shape::Picture
            >
                // It is loaded when it is asked for.
                {move || {
                    let address = large.get().then(|| whole.get()).flatten()?;
                    Some(view! { <img class="uploader-large" src=address alt=move || subject.get()/> })
                }}
            </Modal>
        </li>
    }
}
