//! What survives a restart: one JSON file, written through on every change and renamed into place, and a folder of pictures.

use std::{
    collections::{BTreeMap, VecDeque},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::{
    desk::case::Case,
    exchange::{checks::Check, permits::Permit, registrations::Registration},
    post::parcel::Parcel,
    sms::Message,
};

/// Everything that the imitated systems keep.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// The police desk's cases by their number.
    pub cases: BTreeMap<String, Case>,
    /// The permits that completed cases have left, by their holders' identity numbers.
    pub permits: BTreeMap<String, Permit>,
    /// The registrations of residence of those whose declaration was approved, by their identity numbers.
    pub registrations: BTreeMap<String, Vec<Registration>>,
    /// Requests to check a record, by the numbers that Rongju gave them.
    pub checks: BTreeMap<Uuid, Check>,
    /// The post office's parcels by their waybill.
    pub parcels: BTreeMap<String, Parcel>,
    /// The SMS inbox, newest first.
    pub messages: VecDeque<Message>,
    /// How many waybills were ever given out.
    pub waybills: u32,
}

/// The disk refused, or what was on it is not ours.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Reading or writing failed.
    #[error("data folder: {0}")]
    Io(#[from] io::Error),
    /// The snapshot cannot be read or written as JSON.
    #[error("snapshot: {0}")]
    Json(#[from] serde_json::Error),
}

/// Keeps and changes what is kept, one change at a time.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    kept: Mutex<Kept>,
}

impl Store {
    /// Opens the folder, making it where absent, and reads its snapshot.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder.join("pictures"))?;
        let kept = match std::fs::read(folder.join("state.json")) {
            Ok(bytes) => serde_json::from_slice(&bytes)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Kept::default(),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { folder: folder.to_owned(), kept: Mutex::new(kept) })
    }

    /// Looks something up.
    pub async fn read<T>(&self, look: impl FnOnce(&Kept) -> T) -> T {
        look(&*self.kept.lock().await)
    }

    /// Changes what is kept. Where `change` or the disk says no, nothing has changed.
    pub async fn change<T, E: From<StoreError>>(&self, change: impl FnOnce(&mut Kept) -> Result<T, E>) -> Result<T, E> {
        let mut kept = self.kept.lock().await;
        let mut next = kept.clone();
        let answer = change(&mut next)?;
        self.write("state.json", &serde_json::to_vec(&next).map_err(StoreError::from)?)?;
        *kept = next;
        Ok(answer)
    }

    /// Keeps a picture's bytes under a name that cannot be guessed.
    pub fn keep_picture(&self, token: Uuid, bytes: &[u8]) -> Result<(), StoreError> {
        self.write(&format!("pictures/{token}"), bytes)
    }

    /// A picture's bytes.
    pub fn picture(&self, token: Uuid) -> Result<Vec<u8>, StoreError> {
        Ok(std::fs::read(self.folder.join(format!("pictures/{token}")))?)
    }

    /// Forgets pictures that no case refers to any more; a file that is already gone is as good.
    pub fn forget_pictures(&self, tokens: impl IntoIterator<Item = Uuid>) {
        for token in tokens {
            if let Err(error) = std::fs::remove_file(self.folder.join(format!("pictures/{token}"))) {
                tracing::debug!(%error, "picture not removed");
            }
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.folder.join(name);
        let unfinished = path.with_extension("unfinished");
        let mut file = std::fs::File::create(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&unfinished, &path)?;
        Ok(())
    }
}
