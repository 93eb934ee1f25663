//! The application being filled in, and the only way it changes: [`apply`] an [`Event`].

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    change::changes,
    field::{Catalog, Field, Item, Subject},
    service::Service,
    text,
};

/// The longest answer kept, in characters. Longer text is refused rather than cut, so nothing is lost unseen.
pub const MAX_ANSWER_CHARS: usize = 500;

/// What kind of file a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FileKind {
    /// A picture, turned into a JPEG.
    #[default]
    Jpeg,
    /// A PDF, as it was chosen.
    Pdf,
}

impl FileKind {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Pdf => "application/pdf",
        }
    }

    /// Drafts from before there were others say nothing of it.
    fn is_jpeg(&self) -> bool {
        *self == Self::Jpeg
    }
}

/// A picture that belongs to a draft, or a PDF in its place. Its bytes live in the phone's storage and, once uploaded, in the server's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Picture {
    /// SHA-256 of the prepared bytes, lower-case hex, 64 characters: the same picture is never sent twice.
    pub id: String,
    /// Width in pixels; 0 for a PDF.
    pub width: u32,
    /// Height in pixels; 0 for a PDF.
    pub height: u32,
    /// Size of the prepared file in bytes.
    pub bytes: u32,
    /// What kind of file it is.
    #[serde(default, skip_serializing_if = "FileKind::is_jpeg")]
    pub kind: FileKind,
}

impl Picture {
    /// A picture of that size in pixels and bytes.
    pub const fn jpeg(id: String, (width, height): (u32, u32), bytes: u32) -> Self {
        Self { id, width, height, bytes, kind: FileKind::Jpeg }
    }

    /// A PDF of that size in bytes.
    pub const fn pdf(id: String, bytes: u32) -> Self {
        Self { id, width: 0, height: 0, bytes, kind: FileKind::Pdf }
    }
}

/// Where a prefilled answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Provenance {
    /// The record.
    pub catalog: Catalog,
    /// Whether the applicant says that the record is wrong; the field is open then and a person checks (校核).
    pub disputed: bool,
}

/// The application being filled in: answers as typed, where they came from, and pictures by item.
///
/// Who the applicant is comes from the sign-in ([`crate::records::Person`]) and is no part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// What is applied for.
    pub service: Service,
    /// Answers as typed. A field that was never touched or was emptied is absent.
    #[serde(default)]
    pub answers: BTreeMap<Field, String>,
    /// Where prefilled answers come from.
    #[serde(default)]
    pub provenance: BTreeMap<Field, Provenance>,
    /// Pictures in the order of their pages.
    #[serde(default)]
    pub pictures: BTreeMap<Item, Vec<Picture>>,
}

impl Draft {
    /// Whether the applicant has put anything into it, as against what the records filled in.
    pub fn is_begun(&self) -> bool {
        let typed = self.answers.keys().any(|field| self.provenance.get(field).is_none_or(|origin| origin.disputed));
        typed || self.pictures.values().any(|pages| !pages.is_empty())
    }

    /// An empty draft.
    pub const fn new(service: Service) -> Self {
        Self { service, answers: BTreeMap::new(), provenance: BTreeMap::new(), pictures: BTreeMap::new() }
    }

    /// The answer as typed, `""` where there is none.
    pub fn answer(&self, field: Field) -> &str {
        self.answers.get(&field).map_or("", String::as_str)
    }

    /// The answer as one of a closed list, `None` where absent or none of it.
    pub fn choice<T: std::str::FromStr>(&self, field: Field) -> Option<T> {
        self.answers.get(&field)?.parse().ok()
    }

    /// Whether a consent or declaration is given.
    pub fn agreed(&self, field: Field) -> bool {
        self.answer(field) == YES
    }

    /// The pages of an item.
    pub fn pages(&self, item: Item) -> &[Picture] {
        self.pictures.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Whether a field shows a record's value that the applicant has not said to be wrong; it is read only then.
    pub fn is_locked_by_record(&self, field: Field) -> bool {
        self.provenance.get(&field).is_some_and(|origin| !origin.disputed)
    }
}

/// The answer of a consent or declaration that is given.
pub const YES: &str = "yes";

/// A value found in a record, for a field that is still empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prefilled {
    /// The field.
    pub field: Field,
    /// The record's value.
    pub value: String,
    /// The record.
    pub catalog: Catalog,
}

/// What can happen to a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The applicant typed or chose; an empty text clears the answer.
    Answer(Field, String),
    /// Records were read; they fill what is empty and refresh what they filled before.
    Prefill(Vec<Prefilled>),
    /// "This is wrong": opens a prefilled field for typing.
    Dispute(Field),
    /// A page was added at the end of an item.
    AddPicture(Item, Picture),
    /// A page took the place of another.
    ReplacePicture(Item, String, Picture),
    /// A page was taken away.
    RemovePicture(Item, String),
    /// A page changed places with the one before it; the first stays where it is.
    MovePictureForward(Item, String),
}

/// Why an event was not applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The field shows a record's value; it opens by [`Event::Dispute`].
    #[error("the field {0} shows a record's value")]
    LockedByRecord(Field),
    /// Not among what a correction asks for.
    #[error("{0} is not open for correction")]
    NotOpen(Subject),
    /// Longer than [`MAX_ANSWER_CHARS`].
    #[error("the answer to {0} is too long")]
    TooLong(Field),
    /// The item takes pictures alone.
    #[error("the item {0} takes no PDF")]
    NoPdf(Item),
    /// The item has all the pages it takes.
    #[error("the item {0} takes no more pages")]
    Full(Item),
    /// The page is not there.
    #[error("the item {0} has no such page")]
    NoSuchPage(Item),
}

/// Which parts of a draft can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Whole,
    /// Only what a correction opened: see [`crate::correction::closure`].
    Correction(BTreeSet<Subject>),
}

impl Scope {
    /// Whether the subject can be changed.
    pub fn allows(&self, subject: Subject) -> bool {
        match self {
            Self::Whole => true,
            Self::Correction(open) => open.contains(&subject),
        }
    }
}

/// Applies an event, or says why not and leaves the draft as it was.
///
/// The declaration of truth is to what the applicant saw when making it: whatever changes afterwards takes it back. In a
/// correction it stands, since only what the officer named can change there.
pub fn apply(draft: &mut Draft, scope: &Scope, event: Event) -> Result<(), Refused> {
    if *scope != Scope::Whole || !draft.agreed(Field::Declaration) {
        return change(draft, scope, event);
    }
    let declared = draft.clone();
    change(draft, scope, event)?;
    if declared.answers != draft.answers || declared.pictures != draft.pictures {
        draft.answers.remove(&Field::Declaration);
    }
    Ok(())
}

fn change(draft: &mut Draft, scope: &Scope, event: Event) -> Result<(), Refused> {
    let open = |subject| if scope.allows(subject) { Ok(()) } else { Err(Refused::NotOpen(subject)) };
    match event {
        Event::Answer(field, value) => {
            open(Subject::Field(field))?;
            let value = text::visible(&value);
            if value.chars().count() > MAX_ANSWER_CHARS {
                return Err(Refused::TooLong(field));
            }
            if draft.is_locked_by_record(field) && value != draft.answer(field) {
                // An officer who asks for a field to be corrected has read the record: to answer is to dispute it.
                match (scope, draft.provenance.get_mut(&field)) {
                    (Scope::Correction(_), Some(origin)) => origin.disputed = true,
                    _ => return Err(Refused::LockedByRecord(field)),
                }
            }
            let before = (field == Field::Details).then(|| draft.clone());
            set(draft, field, value);
            if let Some(before) = before {
                ask_anew(draft, &before);
            }
        }
        Event::Prefill(values) => {
            for Prefilled { field, value, catalog } in values {
                let ours = draft.answer(field).is_empty() || draft.is_locked_by_record(field);
                if ours && scope.allows(Subject::Field(field)) && !value.is_empty() {
                    set(draft, field, value);
                    draft.provenance.insert(field, Provenance { catalog, disputed: false });
                }
            }
        }
        Event::Dispute(field) => {
            open(Subject::Field(field))?;
            if let Some(origin) = draft.provenance.get_mut(&field) {
                origin.disputed = true;
            }
        }
        Event::AddPicture(item, picture) => {
            open(Subject::Item(item))?;
            is_taken(item, &picture)?;
            let pages = draft.pictures.entry(item).or_default();
            if pages.iter().any(|page| page.id == picture.id) {
                return Ok(());
            }
            if pages.len() >= usize::from(item.max_pages()) {
                return Err(Refused::Full(item));
            }
            pages.push(picture);
        }
        Event::ReplacePicture(item, id, picture) => {
            open(Subject::Item(item))?;
            is_taken(item, &picture)?;
            let page = draft.pictures.get_mut(&item).and_then(|pages| pages.iter_mut().find(|page| page.id == id));
            *page.ok_or(Refused::NoSuchPage(item))? = picture;
        }
        Event::RemovePicture(item, id) => {
            open(Subject::Item(item))?;
            let pages = draft.pictures.get_mut(&item).ok_or(Refused::NoSuchPage(item))?;
            let at = pages.iter().position(|page| page.id == id).ok_or(Refused::NoSuchPage(item))?;
            pages.remove(at);
            if pages.is_empty() {
                draft.pictures.remove(&item);
            }
        }
        Event::MovePictureForward(item, id) => {
            open(Subject::Item(item))?;
            let pages = draft.pictures.get_mut(&item).ok_or(Refused::NoSuchPage(item))?;
            let at = pages.iter().position(|page| page.id == id).ok_or(Refused::NoSuchPage(item))?;
            if let Some(before) = at.checked_sub(1) {
                pages.swap(before, at);
            }
        }
    }
    Ok(())
}

/// A field that begins or ceases to be changed is another question than before: for the new value, or for the one there is.
fn ask_anew(draft: &mut Draft, before: &Draft) {
    for field in Field::ALL.iter().copied() {
        if changes(before, field) != changes(draft, field) {
            draft.answers.remove(&field);
            draft.provenance.remove(&field);
        }
    }
}

fn set(draft: &mut Draft, field: Field, value: String) {
    if value.is_empty() {
        draft.answers.remove(&field);
    } else {
        draft.answers.insert(field, value);
    }
}

fn is_taken(item: Item, page: &Picture) -> Result<(), Refused> {
    if page.kind == FileKind::Pdf && !item.takes_pdf() { Err(Refused::NoPdf(item)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft::new(Service::FirstIssue)
    }

    fn picture(id: &str) -> Picture {
        Picture::jpeg(id.to_owned(), (1600, 1200), 200_000)
    }

    fn prefill(field: Field, value: &str) -> Event {
        Event::Prefill(vec![Prefilled { field, value: value.to_owned(), catalog: Catalog::Registration }])
    }

    #[test]
    fn a_draft_is_begun_with_the_first_answer_or_picture_of_the_applicant_s_own() {
        let mut draft = Draft::new(Service::FirstIssue);
        let record = Prefilled { field: Field::Phone, value: "13800138000".into(), catalog: Catalog::Identity };
        apply(&mut draft, &Scope::Whole, Event::Prefill(vec![record])).unwrap();
        assert!(!draft.is_begun(), "the records filled it in");
        let mut disputed = draft.clone();
        apply(&mut disputed, &Scope::Whole, Event::Dispute(Field::Phone)).unwrap();
        assert!(disputed.is_begun());
        let mut typed = draft.clone();
        apply(&mut typed, &Scope::Whole, Event::Answer(Field::Ground, "talent".into())).unwrap();
        assert!(typed.is_begun());
        let picture = Picture::jpeg("p".into(), (1, 1), 1);
        apply(&mut draft, &Scope::Whole, Event::AddPicture(Item::FacePhoto, picture)).unwrap();
        assert!(draft.is_begun());
    }

    #[test]
    fn an_answer_is_taken_up_to_its_limit_and_not_beyond() {
        let answer = |length| Event::Answer(Field::Statement, "字".repeat(length));
        assert_eq!(apply(&mut draft(), &Scope::Whole, answer(MAX_ANSWER_CHARS)), Ok(()));
        let refused = Err(Refused::TooLong(Field::Statement));
        assert_eq!(apply(&mut draft(), &Scope::Whole, answer(MAX_ANSWER_CHARS + 1)), refused);
    }

    #[test]
    fn what_nobody_sees_in_an_answer_is_not_kept() {
        let mut draft = draft();
        apply(&mut draft, &Scope::Whole, Event::Answer(Field::Address, "示例路\u{202E}1号\u{200B}".into())).unwrap();
        assert_eq!(draft.answer(Field::Address), "示例路1号");
    }

    #[test]
    fn a_record_fills_what_is_empty_and_never_what_the_applicant_typed() {
        let mut draft = draft();
        apply(&mut draft, &Scope::Whole, Event::Answer(Field::Employer, "示例公司".into())).unwrap();
        apply(&mut draft, &Scope::Whole, prefill(Field::Employer, "另一公司")).unwrap();
        apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
        assert_eq!(draft.answer(Field::Employer), "示例公司");
        assert_eq!(draft.answer(Field::Address), "示例路1号");
        assert!(draft.is_locked_by_record(Field::Address));
    }

    #[test]
    fn a_prefilled_field_opens_only_by_saying_that_it_is_wrong() {
        let mut draft = draft();
        apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
        let typed = Event::Answer(Field::Address, "示例路2号".into());
        assert_eq!(apply(&mut draft, &Scope::Whole, typed.clone()), Err(Refused::LockedByRecord(Field::Address)));
        apply(&mut draft, &Scope::Whole, Event::Dispute(Field::Address)).unwrap();
        apply(&mut draft, &Scope::Whole, typed).unwrap();
        apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
        assert_eq!(draft.answer(Field::Address), "示例路2号");
    }

    #[test]
    fn a_correction_changes_what_it_names_and_nothing_else() {
        let mut draft = draft();
        apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
        let scope = Scope::Correction([Subject::Field(Field::Address)].into());
        apply(&mut draft, &scope, Event::Answer(Field::Address, "示例路1号2栋".into())).unwrap();
        assert_eq!(draft.answer(Field::Address), "示例路1号2栋");
        assert!(draft.provenance[&Field::Address].disputed);
        let other = Event::Answer(Field::Phone, "13800138000".into());
        assert_eq!(apply(&mut draft, &scope, other), Err(Refused::NotOpen(Subject::Field(Field::Phone))));
        let photo = Event::AddPicture(Item::FacePhoto, picture("a"));
        assert_eq!(apply(&mut draft, &scope, photo), Err(Refused::NotOpen(Subject::Item(Item::FacePhoto))));
    }

    #[test]
    fn an_item_takes_its_pages_once_each_and_no_more_than_it_has_room_for() {
        let mut draft = draft();
        let add = |draft: &mut Draft, item, id| apply(draft, &Scope::Whole, Event::AddPicture(item, picture(id)));
        add(&mut draft, Item::FacePhoto, "a").unwrap();
        add(&mut draft, Item::FacePhoto, "a").unwrap();
        assert_eq!(draft.pages(Item::FacePhoto).len(), 1);
        assert_eq!(add(&mut draft, Item::FacePhoto, "b"), Err(Refused::Full(Item::FacePhoto)));
        let replace = Event::ReplacePicture(Item::FacePhoto, "a".into(), picture("b"));
        apply(&mut draft, &Scope::Whole, replace).unwrap();
        assert_eq!(draft.pages(Item::FacePhoto)[0].id, "b");
        apply(&mut draft, &Scope::Whole, Event::RemovePicture(Item::FacePhoto, "b".into())).unwrap();
        assert!(draft.pictures.is_empty());
    }

    #[test]
    fn a_page_moves_towards_the_front_until_it_is_the_first() {
        let mut draft = draft();
        for id in ["a", "b", "c"] {
            let add = Event::AddPicture(Item::AddressProof, picture(id));
            apply(&mut draft, &Scope::Whole, add).unwrap();
        }
        let mut after = |id: &str| {
            let moved = apply(&mut draft, &Scope::Whole, Event::MovePictureForward(Item::AddressProof, id.into()));
            moved.map(|()| draft.pages(Item::AddressProof).iter().map(|page| page.id.clone()).collect::<String>())
        };
        assert_eq!(after("c"), Ok("acb".into()));
        assert_eq!(after("c"), Ok("cab".into()));
        assert_eq!(after("c"), Ok("cab".into()));
        assert_eq!(after("d"), Err(Refused::NoSuchPage(Item::AddressProof)));
    }

    #[test]
    fn whatever_changes_after_the_declaration_takes_it_back() {
        let declared = || {
            let mut draft = draft();
            for (field, answer) in [(Field::Phone, "13800138000"), (Field::Declaration, YES)] {
                apply(&mut draft, &Scope::Whole, Event::Answer(field, answer.into())).unwrap();
            }
            draft
        };
        let stands_after = |scope: &Scope, event| {
            let mut draft = declared();
            apply(&mut draft, scope, event).unwrap();
            draft.agreed(Field::Declaration)
        };
        let phone = |number: &str| Event::Answer(Field::Phone, number.into());
        assert!(stands_after(&Scope::Whole, phone("13800138000")));
        assert!(!stands_after(&Scope::Whole, phone("13900139000")));
        assert!(!stands_after(&Scope::Whole, Event::AddPicture(Item::FacePhoto, picture("a"))));
        assert!(!stands_after(&Scope::Whole, prefill(Field::Address, "示例路1号")));
        let correction = Scope::Correction([Subject::Field(Field::Phone)].into());
        assert!(stands_after(&correction, phone("13900139000")));
    }

    #[test]
    fn an_overlong_answer_is_refused_and_the_old_one_stays() {
        let mut draft = draft();
        apply(&mut draft, &Scope::Whole, Event::Answer(Field::Statement, "短".into())).unwrap();
        let long = Event::Answer(Field::Statement, "长".repeat(MAX_ANSWER_CHARS + 1));
        assert_eq!(apply(&mut draft, &Scope::Whole, long), Err(Refused::TooLong(Field::Statement)));
        assert_eq!(draft.answer(Field::Statement), "短");
    }

    #[test]
    fn a_paper_may_be_a_pdf_and_a_card_or_a_portrait_may_not() {
        let mut draft = Draft::new(Service::FirstIssue);
        let pdf = || Picture::pdf("p".into(), 200_000);
        for item in Item::ALL.iter().copied() {
            let taken = apply(&mut draft, &Scope::Whole, Event::AddPicture(item, pdf()));
            assert_eq!(taken, if item.takes_pdf() { Ok(()) } else { Err(Refused::NoPdf(item)) }, "{item}");
        }
        apply(&mut draft, &Scope::Whole, Event::AddPicture(Item::FacePhoto, picture("a"))).unwrap();
        let instead = Event::ReplacePicture(Item::FacePhoto, "a".into(), pdf());
        assert_eq!(apply(&mut draft, &Scope::Whole, instead), Err(Refused::NoPdf(Item::FacePhoto)));
    }

    #[test]
    fn a_page_from_before_there_were_pdfs_is_a_picture_and_is_written_as_before() {
        let text = r#"{"id":"aa","width":358,"height":441,"bytes":20000}"#;
        let page: Picture = serde_json::from_str(text).unwrap();
        assert_eq!(page, Picture::jpeg("aa".into(), (358, 441), 20_000));
        assert_eq!(serde_json::to_string(&page).unwrap(), text);
    }
}
