//! A record of another version of the app: what of it this version understands.
//!
//! Whoever has the app open in two tabs while a new version comes, or goes back to an old one that the browser kept, has
//! records on the phone that are not of this version's shape. What was typed and photographed must not be lost by that.

use std::{collections::BTreeMap, str::FromStr};

use jiff::Timestamp;
use rules::{
    draft::{Draft, FileKind, Picture},
    records::Person,
    service::Service,
};
use serde::Deserialize;

use super::saved::{About, Correcting, Saved};

/// Of a record what every version has had. Everything else is read again: the server's version, the records.
#[derive(Deserialize)]
struct Core {
    draft: CoreDraft,
    #[serde(default)]
    submission_key: Option<String>,
    #[serde(default)]
    correcting: Option<Correcting>,
    person: Person,
    #[serde(default)]
    by_hand: bool,
    at: Timestamp,
}

#[derive(Deserialize)]
struct CoreDraft {
    service: Service,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    #[serde(default)]
    pictures: BTreeMap<String, Vec<CorePicture>>,
}

#[derive(Deserialize)]
struct CorePicture {
    id: String,
    width: u32,
    height: u32,
    bytes: u32,
    #[serde(default)]
    kind: FileKind,
}

impl From<CorePicture> for Picture {
    fn from(CorePicture { id, width, height, bytes, kind }: CorePicture) -> Self {
        Self { id, width, height, bytes, kind }
    }
}

/// The record as far as it can be read: as it is, or else its core without what this version doesn't know. `None` for
/// what is no record of an application.
pub fn read(text: &str) -> Option<Saved> {
    if let Ok(saved) = serde_json::from_str(text) {
        return Some(saved);
    }
    let Core { draft, submission_key, correcting, person, by_hand, at } = serde_json::from_str(text).ok()?;
    let mut known = Draft::new(draft.service);
    known.answers = keep_known(draft.answers);
    let pages = keep_known(draft.pictures).into_iter();
    known.pictures = pages.map(|(item, pages)| (item, pages.into_iter().map(Picture::from).collect())).collect();
    // Sent again, which changes nothing where the server has them.
    let pictures: BTreeMap<String, About> =
        known.pictures.values().flatten().map(|picture| (picture.id.clone(), About::default())).collect();
    Some(Saved { draft: known, agreed: None, pictures, submission_key, correcting, person, records: None, by_hand, at })
}

fn keep_known<K: FromStr + Ord, V>(all: BTreeMap<String, V>) -> BTreeMap<K, V> {
    all.into_iter().filter_map(|(key, value)| Some((key.parse().ok()?, value))).collect()
}

#[cfg(test)]
mod tests {
    use rules::field::{Field, Item};

    use super::*;

    /// As the first version kept it.
    const FIRST: &str = include_str!("samples/2026-11-24.json");
    /// The same, as a later version might: with fields, items, records and findings that this one doesn't know.
    const LATER: &str = include_str!("samples/later.json");

    #[test]
    fn what_the_first_version_kept_reads_back_whole() {
        let saved = read(FIRST).unwrap();
        assert_eq!(saved.draft.answer(Field::Phone), "13800138000");
        assert_eq!(saved.agreed.as_ref().map(|agreed| agreed.version), Some(3));
        assert!(saved.pictures["aa"].sent && saved.records.is_some());
        assert_eq!(saved.submission_key.as_deref(), Some("0123456789abcdef"));
    }

    #[test]
    fn what_a_later_version_kept_gives_back_every_answer_and_picture_that_this_one_knows() {
        assert!(serde_json::from_str::<Saved>(LATER).is_err(), "the sample is of another shape");
        let saved = read(LATER).unwrap();
        assert_eq!(saved.draft.answer(Field::Phone), "13800138000");
        assert_eq!(saved.draft.answers.len(), 2, "the answer that this version has no question for is left out");
        assert_eq!(saved.draft.pages(Item::FacePhoto).len(), 1);
        assert!(!saved.pictures["aa"].sent);
        assert_eq!((saved.agreed, saved.records), (None, None));
        assert_eq!(saved.submission_key.as_deref(), Some("0123456789abcdef"));
    }

    #[test]
    fn what_is_no_record_is_none() {
        for text in ["", "null", "{}", "[1,2]", "{\"draft\":{}}"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
