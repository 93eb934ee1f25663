//! Pictures of documents: only what is still to be proved.

use std::time::Duration;

use leptos::prelude::*;
use pictures::{PictureFinding as Noticed, Region};
use rules::{
    Term, agreement,
    draft::{FileKind, Picture as PageOfItem},
    explain::explain,
    field::{Item, Subject},
    materials::{self, Required},
};

use super::{
    super::{
        answer::Wanted,
        small::{PDF, small},
        words::{label, said},
    },
    cutting::CuttingDialog,
    earlier::{Earlier, UseAgain},
    on_phone::OnPhone,
};
use crate::{
    client::pictures::Sent,
    components::{
        MaybeText,
        notice::Notice,
        tone::Tone,
        uploader::{Frame, Picture, PictureFinding, PictureState, Place, Uploader, UploaderWords},
    },
    device::clipboard,
    locales::{Joined, list, locale, t, text},
    pages::one_by_one::InTurn,
    wizard::{PictureView, Progress, Trouble, Wizard, subject_id},
};

/// A shorter wait is over before it is read.
const WORTH_TELLING: Duration = Duration::from_secs(3);

/// One uploader for every document asked for.
#[component]
pub fn PicturesStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let items = wizard.items();
    let earlier = Earlier::ask();
    clipboard::on_paste(move |mut files| {
        let free = |item: &Item| wizard.picture_views(*item).with_untracked(Vec::is_empty);
        let first = items.with_untracked(|items| items.iter().copied().find(free));
        if let Some(item) = first {
            files.truncate(usize::from(item.max_pages()));
            wizard.add_pictures(item, files);
        }
    });
    let not_needed = Memo::new(move |_| {
        let on_record =
            wizard.with_records(|records| wizard.with_draft(|draft| agreement::is_on_record(draft, records)));
        !wizard.is_correction() && on_record
    });
    view! {
        <p class="hint">{t!(apply.pictures.lead)}</p>
        <p class="wide-screens hint">{t!(apply.pictures.paste)}</p>
        {(!wizard.is_correction()).then(|| view! { <OnPhone wizard/> })}
        <Show when=move || not_needed.get()>
            <Notice tone=Tone::Ok word=label(Subject::Item(Item::AddressProof))>
                <p>{t!(apply.pictures.not_needed)}</p>
            </Notice>
        </Show>
        <For each=move || items.get() key=|item| *item let:item>
            <InTurn of=subject_id(Subject::Item(item))>
                <Document wizard item earlier/>
            </InTurn>
        </For>
        <CuttingDialog wizard/>
    }
    .into_any()
}

#[component]
fn Document(wizard: Wizard, item: Item, earlier: Earlier) -> impl IntoView {
    let subject = Subject::Item(item);
    let views = wizard.picture_views(item);
    let pictures = Signal::derive(move || views.with(|views| views.iter().map(card).collect::<Vec<_>>()));
    let error = wizard.error(subject);
    let error: MaybeText = Signal::derive(move || {
        // While a picture is being looked at, it is not missing.
        views.with(Vec::is_empty).then(|| error.get().map(|finding| explain(&finding, locale()))).flatten()
    });
    let words = UploaderWords {
        choose: Signal::derive(t!(apply.pictures.choose)),
        add: Signal::derive(t!(apply.pictures.add)),
        file: Signal::derive(t!(apply.pictures.file)),
        drop: Signal::derive(t!(apply.pictures.drop)),
        retake: Signal::derive(t!(apply.pictures.retake)),
        delete: Signal::derive(t!(apply.pictures.delete)),
        enlarge: Signal::derive(t!(apply.pictures.enlarge)),
        cut: match item {
            Item::FacePhoto => Signal::derive(t!(apply.pictures.frame_face)),
            _ => Signal::derive(t!(apply.pictures.cut)),
        },
        forward: Signal::derive(t!(apply.pictures.forward)),
        close: Signal::derive(t!(common.close)),
    };
    view! {
        <div class="stack" data-gap="tight" role="group" aria-labelledby=format!("{}-label", subject_id(subject))>
            <Wanted wizard subject/>
            <Uploader
                id=subject_id(subject)
                label=label(subject)
                hint=hint(wizard, item)
                error
                frame=frame(item)
                pictures
                most=usize::from(item.max_pages())
                takes_pdf=item.takes_pdf()
                required=true
                words
                on_files=move |files| wizard.add_pictures(item, files)
                on_retake=move |(id, file): (String, web_sys::File)| wizard.retake_picture(item, &id, file)
                on_delete=move |id: String| wizard.delete_picture(item, &id)
                on_cut=move |id: String| wizard.open_cutting(item, &id)
                on_forward=move |id: String| wizard.move_picture_forward(item, &id)
            />
            <UseAgain wizard item earlier/>
            <Before wizard item/>
        </div>
    }
    .into_any()
}

/// In a correction, the pictures that were given before, once others have taken their place.
#[component]
fn Before(wizard: Wizard, item: Item) -> impl IntoView {
    let before = wizard.correcting().map(|it| it.before.pages(item).to_vec()).unwrap_or_default();
    let changed = Memo::new(move |_| wizard.is_changed(Subject::Item(item)));
    let before = StoredValue::new(before);
    view! {
        <Show when=move || changed.get() && !before.with_value(Vec::is_empty)>
            <p class="hint">{t!(apply.correct.before_pages)}</p>
            <div class="row">
                {move || {
                    let alt = said(t!(apply.correct.before_pages));
                    let small = |page: PageOfItem| small(page.kind, wizard.picture_address(&page.id), alt);
                    before.get_value().into_iter().filter_map(small).collect_view()
                }}
            </div>
        </Show>
    }
    .into_any()
}

const fn frame(item: Item) -> Frame {
    match item {
        Item::IdentityCardFront | Item::AgentCardFront => Frame::CardFront,
        Item::IdentityCardBack | Item::AgentCardBack => Frame::CardBack,
        Item::FacePhoto => Frame::Portrait,
        Item::AddressProof | Item::GroundProof | Item::RelationProof | Item::Permit => Frame::Page,
    }
}

/// What to photograph: the documents any one of which will do, and what to mind.
fn hint(wizard: Wizard, item: Item) -> MaybeText {
    said(move || {
        let documents = || {
            let asked = wizard
                .with_records(|records| wizard.with_draft(|draft| materials::asked(draft, records)))
                .into_iter()
                .find(|required: &Required| required.items.contains(&item));
            let names = asked.map(|it| it.alternatives.iter().map(|it| it.term(locale())).collect::<Vec<_>>());
            let names = list(&names.unwrap_or_default(), Joined::Or);
            let pages = text!(apply.pictures.pages, most = item.max_pages());
            let any_of = text!(apply.pictures.any_of, names = names);
            if item.takes_pdf() {
                format!("{any_of} · {pages} · {}", text!(apply.pictures.or_file))
            } else {
                format!("{any_of} · {pages}")
            }
        };
        match item {
            Item::IdentityCardFront | Item::IdentityCardBack | Item::AgentCardFront | Item::AgentCardBack => {
                text!(apply.pictures.front)
            }
            Item::FacePhoto => text!(apply.pictures.face),
            Item::AddressProof | Item::GroundProof | Item::RelationProof | Item::Permit => documents(),
        }
    })
}

fn card(view: &PictureView) -> Picture {
    let (state, state_word) = match &view.progress {
        Progress::Checking => (PictureState::Checking, text!(apply.pictures.checking)),
        Progress::Waiting => (PictureState::Waiting, text!(apply.pictures.waiting)),
        Progress::Sending(sent) => (PictureState::Sending(sent.percent()), sending(*sent)),
        Progress::Sent => (PictureState::Sent, text!(apply.pictures.sent)),
        Progress::Failed(_) => (PictureState::Refused, text!(apply.pictures.failed)),
    };
    let mut findings: Vec<_> = view.findings.iter().map(noticed).collect();
    if let Progress::Failed(trouble) = &view.progress {
        findings.push(PictureFinding { words: trouble_words(trouble), place: Place::Everywhere, hard: true });
    }
    let name = if view.name.is_empty() { text!(apply.pictures.unnamed) } else { view.name.clone() };
    let (thumbnail, whole) = (view.address.clone(), view.whole.clone());
    let can_be_cut = view.can_be_cut;
    let file_word = (view.kind == FileKind::Pdf).then_some(PDF);
    Picture { id: view.id.clone(), name, file_word, thumbnail, whole, can_be_cut, state, state_word, findings }
}

/// How far it is, and once the line's pace is known and it matters, how long it still takes.
fn sending(sent: Sent) -> String {
    let (percent, size) = (sent.percent(), sent.size.div_ceil(1024));
    match sent.left.filter(|left| *left >= WORTH_TELLING) {
        Some(left) => text!(apply.pictures.sending_for, percent = percent, size = size, seconds = left.as_secs()),
        None => text!(apply.pictures.sending, percent = percent, size = size),
    }
}

fn noticed(finding: &Noticed) -> PictureFinding {
    let (words, place) = match finding {
        Noticed::Blurred => (text!(apply.pictures.blurred), Place::Everywhere),
        Noticed::TooDark => (text!(apply.pictures.too_dark), Place::Everywhere),
        Noticed::TooBright => (text!(apply.pictures.too_bright), Place::Everywhere),
        Noticed::Glare { region } => (text!(apply.pictures.glare), place(*region)),
        Noticed::CutOff => (text!(apply.pictures.cut_off), Place::Everywhere),
        Noticed::TooFar => (text!(apply.pictures.too_far), Place::Everywhere),
        Noticed::Sideways => (text!(apply.pictures.sideways), Place::Everywhere),
        Noticed::UpsideDown => (text!(apply.pictures.upside_down), Place::Everywhere),
        Noticed::WrongSide => (text!(apply.pictures.wrong_side), Place::Everywhere),
        Noticed::NoDocument => (text!(apply.pictures.no_document), Place::Everywhere),
        Noticed::HeadTooSmall => (text!(apply.pictures.head_too_small), Place::Everywhere),
        Noticed::HeadOffCentre => (text!(apply.pictures.head_off_centre), Place::Everywhere),
        Noticed::BackgroundNotWhite { .. } => (text!(apply.pictures.background_not_white), Place::Everywhere),
        Noticed::CroppedToRatio { .. } => (text!(apply.pictures.cropped_to_ratio), Place::Everywhere),
    };
    PictureFinding { words, place, hard: false }
}

/// In which ninth of the picture the middle of a region lies.
fn place(region: Region) -> Place {
    let third = |from: u16, length: u16| (from + length / 2).min(999) / 334;
    match (third(region.left, region.width), third(region.top, region.height)) {
        (0, 0) => Place::TopStart,
        (1, 0) => Place::Top,
        (_, 0) => Place::TopEnd,
        (0, 1) => Place::Start,
        (1, 1) => Place::Middle,
        (_, 1) => Place::End,
        (0, _) => Place::BottomStart,
        (1, _) => Place::Bottom,
        (_, _) => Place::BottomEnd,
    }
}

pub(super) fn trouble_words(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Here(failure) => refusal(failure.code()),
        Trouble::There(code) => refusal(code),
    }
}

/// The words for a code of the worker, of the crate `pictures`, or of the server.
fn refusal(code: &str) -> String {
    match code {
        "empty" => text!(apply.pictures.empty),
        "not_a_picture" => text!(apply.pictures.not_a_picture),
        "unsupported_kind" => text!(apply.pictures.unsupported_kind),
        "unsupported_encoding" => text!(apply.pictures.unsupported_encoding),
        "truncated" => text!(apply.pictures.truncated),
        "damaged" => text!(apply.pictures.damaged),
        "too_many_bytes" => text!(apply.pictures.too_many_bytes),
        "too_many_pixels" => text!(apply.pictures.too_many_pixels),
        "too_small" => text!(apply.pictures.too_small),
        "bad_corners" => text!(apply.pictures.bad_corners),
        "budget_out_of_reach" => text!(apply.pictures.budget_out_of_reach),
        "out_of_memory" => text!(apply.pictures.out_of_memory),
        "file_unreadable" => text!(apply.pictures.file_unreadable),
        "worker_not_started" => text!(apply.pictures.worker_not_started),
        "worker_other_version" => text!(apply.pictures.worker_other_version),
        "worker_stopped" => text!(apply.pictures.worker_stopped),
        "pdf_too_large" => text!(apply.pictures.pdf_too_large),
        "pdf_damaged" => text!(apply.pictures.pdf_damaged),
        "pdf_encrypted" => text!(apply.pictures.pdf_encrypted),
        "pdf_too_many_pages" => text!(apply.pictures.pdf_too_many_pages),
        "pdf_active" => text!(apply.pictures.pdf_active),
        "pictures_not_uploaded" => text!(apply.pictures.lost),
        _ => text!(apply.pictures.server_refused),
    }
}

#[cfg(test)]
mod tests {
    use pictures::PictureError;
    use wire::picture::PdfError;

    use super::*;
    use crate::device::worker::PictureFailure;

    #[test]
    fn every_refusal_of_a_picture_has_words_of_its_own() {
        let other = text!(apply.pictures.server_refused);
        for code in PictureError::CODES.into_iter().chain(PictureFailure::CODES) {
            assert_ne!(refusal(code), other, "{code}");
        }
        for error in PdfError::ALL {
            assert_ne!(refusal(error.code()), other, "{error}");
        }
        assert_eq!(refusal("something new"), other);
    }

    #[test]
    fn a_region_is_shown_in_the_ninth_that_its_middle_lies_in() {
        let at = |left, top| place(Region { left, top, width: 100, height: 100 });
        assert_eq!(at(0, 0), Place::TopStart);
        assert_eq!(at(450, 450), Place::Middle);
        assert_eq!(at(900, 900), Place::BottomEnd);
        assert_eq!(at(0, 900), Place::BottomStart);
    }
}
