//! The application being filled in, and the only way it changes: [`apply`] an [`Event`].

mod page;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    change::changes,
    field::{Catalog, Field, Item, Subject},
    service::Service,
    text,
};

pub use page::{FileKind, Picture};

/// The longest answer kept, in characters. Longer text is refused rather than cut, so nothing is lost unseen.
pub const MAX_ANSWER_CHARS: usize = 500;

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
mod tests;
