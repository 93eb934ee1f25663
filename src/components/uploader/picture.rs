//! One picture that was taken: how it looks, how far it is, what was found on it.

use leptos::{either::Either, prelude::*};
use web_sys::File;

use super::{Frame, UploaderWords, listed};
use crate::components::{
    Text,
    icon::{Icon, IconName},
    tone::Tone,
    visually_hidden::VisuallyHidden,
};

/// How far a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureState {
    /// It is being read, turned, reduced and looked at on the phone.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its identifier, handed back by the callbacks.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// The address of a small version, once there is one.
    pub thumbnail: Option<String>,
    /// How far it is.
    pub state: PictureState,
    /// The same in words: "正在上传 40%", "已上传".
    pub state_word: String,
    /// What was found on it.
    pub findings: Vec<PictureFinding>,
}

/// A picture with its state, its findings where they are, and the ways to retake or delete it.
#[component]
pub fn PictureCard(
    /// The beginning of the identifiers on the card.
    name: String,
    /// What is photographed, for the names of picture and buttons.
    subject: Text,
    /// The picture.
    picture: Picture,
    /// The frame it should fill.
    frame: Frame,
    /// The uploader's words.
    words: UploaderWords,
    /// See [`Uploader`](super::Uploader).
    on_retake: Callback<(String, File)>,
    /// See [`Uploader`](super::Uploader).
    on_delete: Callback<String>,
) -> impl IntoView {
    let Picture { id, name: file, thumbnail, state, state_word, findings } = picture;
    let input_id = format!("{name}-{id}");
    let marks = findings
        .iter()
        .filter_map(|finding| finding.place.name().map(|place| (place, finding.hard)))
        .map(|(place, hard)| {
            view! { <span class="uploader-mark" data-place=place data-hard=hard.then_some("") aria-hidden="true"></span> }
        })
        .collect_view();
    let list = (!findings.is_empty()).then(|| {
        let items = findings
            .into_iter()
            .map(|PictureFinding { words, hard, .. }| {
                let tone = if hard { Tone::Bad } else { Tone::Warn };
                view! { <li data-tone=tone.name()><Icon name=tone.icon()/><span>{words}</span></li> }
            })
            .collect_view();
        view! { <ul class="uploader-findings">{items}</ul> }
    });
    let shown = match thumbnail {
        Some(address) => {
            Either::Left(view! { <img class="uploader-thumbnail" src=address alt=move || subject.get()/> })
        }
        None => Either::Right(view! { <span class="uploader-thumbnail"><Icon name=IconName::Picture/></span> }),
    };
    let bar = match state {
        PictureState::Checking => Some(None),
        PictureState::Sending(percent) => Some(Some(percent.to_string())),
        _ => None,
    }
    .map(|value| view! { <progress class="progress-bar" max="100" value=value aria-label=state_word.clone()></progress> });
    let (retaken, deleted) = (id.clone(), id);
    view! {
        <li class="uploader-picture">
            <div class="uploader-view" data-frame=frame.name()>{shown} {marks}</div>
            <div class="uploader-about">
                <p class="uploader-name">{file}</p>
                <p class="uploader-state" role="status" data-tone=state.tone().name()>
                    {(state.tone() != Tone::Plain).then(|| view! { <Icon name=state.tone().icon()/> })}
                    <span>{state_word}</span>
                </p>
                {bar} {list}
                <div class="uploader-actions">
                    <input
                        class="uploader-input"
                        id=input_id.clone()
                        type="file"
                        accept="image/*"
                        on:change=move |event| {
                            let input: web_sys::HtmlInputElement = event_target(&event);
                            if let Some(file) = listed(input.files()).into_iter().next() {
                                on_retake.run((retaken.clone(), file));
                            }
                            input.set_value("");
                        }
                    />
                    <label class="uploader-action" for=input_id>
                        <Icon name=IconName::Retake/>
                        <span>{words.retake}</span>
                        <VisuallyHidden>" " {subject}</VisuallyHidden>
                    </label>
                    <button class="uploader-action" type="button" on:click=move |_| on_delete.run(deleted.clone())>
                        <Icon name=IconName::Trash/>
                        <span>{words.delete}</span>
                        <VisuallyHidden>" " {subject}</VisuallyHidden>
                    </button>
                </div>
            </div>
        </li>
    }
}
