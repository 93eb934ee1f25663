//! What the phone keeps of an application being filled in, so that a reload or a dead battery loses nothing.

use std::collections::BTreeMap;

use jiff::Timestamp;
use pictures::{Corners, PictureFinding};
use rules::{
    draft::Draft,
    records::{Person, Records},
};
use serde::{Deserialize, Serialize};
use web_sys::Blob;
use wire::{application::Correction, draft::SavedDraft};

use super::{lock, rescue, target::Target};
use crate::device::{
    acting, sealed,
    storage::{self, StorageError, Store},
};

/// The record on the phone, one for each owner and target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The draft.
    pub draft: Draft,
    /// The last version that the server and this phone agreed on, the base of every merge.
    #[serde(default)]
    pub agreed: Option<Agreed>,
    /// What is known of each picture, by its identifier.
    #[serde(default)]
    pub pictures: BTreeMap<String, About>,
    /// The key of a submission that was sent and not yet acknowledged.
    #[serde(default)]
    pub submission_key: Option<String>,
    /// What is being corrected, where it is a correction.
    #[serde(default)]
    pub correcting: Option<Correcting>,
    /// Who applies, so that filling in goes on without a line.
    pub person: Person,
    /// What the records said.
    #[serde(default)]
    pub records: Option<Records>,
    /// The applicant prefers to fill in by hand, and is not asked again.
    #[serde(default)]
    pub by_hand: bool,
    /// When it was kept.
    pub at: Timestamp,
}

/// What a correction started from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correcting {
    /// What was submitted before.
    pub before: Draft,
    /// What the station wants corrected.
    pub correction: Correction,
    /// The station, which stays the same whatever is corrected.
    pub station_name: String,
    /// The version of the rules by which the application was judged.
    #[serde(default)]
    pub rules: String,
}

/// A version of the draft that the server has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The server's count of it.
    pub version: u64,
    /// What it holds.
    pub draft: Draft,
}

impl From<SavedDraft> for Agreed {
    fn from(saved: SavedDraft) -> Self {
        Self { version: saved.version, draft: saved.draft }
    }
}

/// What is known of a picture beside its bytes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// The file's name on this phone.
    pub name: String,
    /// What was noticed in it.
    pub findings: Vec<PictureFinding>,
    /// The server has it.
    pub sent: bool,
    /// The file that it was made from, by the identifier under which that is kept: to be cut anew without loss.
    #[serde(default)]
    pub original: Option<String>,
    /// Where it was cut out of that.
    #[serde(default)]
    pub corners: Option<Corners>,
}

/// The owner whose draft was open last, for opening it without a line.
const LAST_OWNER: &str = "last_owner";

/// Under which key it is kept, which also names it among tabs.
pub fn key(owner: &str, target: &Target) -> String {
    format!("{owner}/{}", target.key())
}

fn picture_key(owner: &str, target: &Target, id: &str) -> String {
    format!("{}/{id}", key(owner, target))
}

/// Keeps the record that `merge` makes of the one that is there, which another tab may have left since; answers what is
/// there in the end, and whether that is new. Where another tab gets in between, it is merged again.
///
/// # Errors
/// [`StorageError`].
pub async fn keep(
    owner: &str,
    target: &Target,
    mut merge: impl FnMut(Option<&Saved>) -> Saved,
) -> Result<(Saved, bool), StorageError> {
    let change = |text: Option<String>| {
        let there = text.and_then(|text| rescue::read(&text));
        let mine = merge(there.as_ref());
        match there {
            Some(there) if there.same_as(&mine) => (None, Ok((there, false))),
            _ => match serde_json::to_string(&mine) {
                Ok(text) => (Some(text), Ok((mine, true))),
                Err(_) => (None, Err(StorageError::Refused)),
            },
        }
    };
    let kept = sealed::update_text(&lock::key(owner)?, Store::Drafts, &key(owner, target), change).await??;
    if acting::child().is_none() {
        // A child's draft is opened without a line by the tab that acts for the child, and by no other.
        storage::write_text(Store::Notes, LAST_OWNER, owner).await?;
    }
    Ok(kept)
}

impl Saved {
    /// Whether both hold the same, whenever they were kept.
    fn same_as(&self, other: &Self) -> bool {
        Self { at: other.at, ..self.clone() } == *other
    }
}

/// The record that was kept, or what of it this version of the app understands.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read(owner: &str, target: &Target) -> Result<Option<Saved>, StorageError> {
    let text = sealed::read_text(&lock::key(owner)?, Store::Drafts, &key(owner, target)).await?;
    Ok(text.and_then(|text| rescue::read(&text)))
}

/// Whose draft was open last on this phone.
pub async fn last_owner() -> Option<String> {
    storage::read_text(Store::Notes, LAST_OWNER).await.ok().flatten()
}

/// Whoever signs out does not want their draft opened by the next person, not even without a line.
pub(super) async fn forget_last_owner() {
    let _ = storage::delete(Store::Notes, LAST_OWNER).await;
}

/// Keeps a picture's bytes.
///
/// # Errors
/// [`StorageError`].
pub async fn write_picture(owner: &str, target: &Target, id: &str, jpeg: &[u8]) -> Result<(), StorageError> {
    sealed::write_bytes(&lock::key(owner)?, Store::Pictures, &picture_key(owner, target, id), jpeg).await
}

/// A picture's bytes.
pub async fn read_picture(owner: &str, target: &Target, id: &str) -> Option<Vec<u8>> {
    sealed::read_bytes(&lock::key(owner).ok()?, Store::Pictures, &picture_key(owner, target, id)).await.ok().flatten()
}

/// Forgets a picture's bytes.
pub async fn forget_picture(owner: &str, target: &Target, id: &str) {
    // What cannot be deleted cannot be read either.
    let _ = storage::delete(Store::Pictures, &picture_key(owner, target, id)).await;
}

fn original_key(owner: &str, target: &Target, id: &str) -> String {
    picture_key(owner, target, &format!("original/{id}"))
}

/// Keeps the file that a picture was made from.
///
/// # Errors
/// [`StorageError`].
pub async fn write_original(owner: &str, target: &Target, id: &str, file: &Blob) -> Result<(), StorageError> {
    sealed::write_file(&lock::key(owner)?, Store::Pictures, &original_key(owner, target, id), file).await
}

/// The file that a picture was made from.
pub async fn read_original(owner: &str, target: &Target, id: &str) -> Option<Blob> {
    sealed::read_file(&lock::key(owner).ok()?, Store::Pictures, &original_key(owner, target, id)).await.ok().flatten()
}

/// Forgets the file that a picture was made from.
pub async fn forget_original(owner: &str, target: &Target, id: &str) {
    // As above.
    let _ = storage::delete(Store::Pictures, &original_key(owner, target, id)).await;
}

/// Forgets the application and its pictures.
pub async fn forget(owner: &str, target: &Target) {
    let key = key(owner, target);
    let _ = storage::delete(Store::Drafts, &key).await;
    let _ = storage::delete_all(Store::Pictures, &format!("{key}/")).await;
}

#[cfg(test)]
mod tests {
    use rules::{identity_number::IdentityNumber, service::Service};

    use super::*;

    #[test]
    fn what_was_kept_reads_back_whole() {
        let number = IdentityNumber::parse("519999199002280019", jiff::civil::date(2026, 7, 15)).unwrap();
        let about = About {
            name: "IMG_1.jpg".into(),
            findings: vec![PictureFinding::Blurred],
            sent: true,
            original: Some("b".into()),
            corners: Some(Corners::WHOLE),
        };
        let draft = Draft::new(Service::FirstIssue);
        let saved = Saved {
            agreed: Some(Agreed { version: 3, draft: draft.clone() }),
            draft,
            pictures: BTreeMap::from([("a".into(), about)]),
            submission_key: Some("k".into()),
            correcting: None,
            person: Person { name: "示例一".into(), identity_number: number, phone: None, agent: None },
            records: Some(Records::unavailable()),
            by_hand: false,
            at: Timestamp::UNIX_EPOCH,
        };
        let text = serde_json::to_string(&saved).unwrap();
        assert_eq!(serde_json::from_str::<Saved>(&text).unwrap(), saved);
    }

    #[test]
    fn people_who_share_a_phone_have_keys_of_their_own() {
        let target = Target::New(Service::FirstIssue);
        assert_ne!(key("a", &target), key("b", &target));
        assert!(picture_key("a", &target, "x").starts_with(&format!("{}/", key("a", &target))));
    }
}
