//! The phone's own storage (IndexedDB): what is typed and photographed stays there until it is submitted.
//!
//! Keys are paths, `owner/…`, so that people who share a phone never see each other's. A host can refuse storage
//! (private windows, webviews) or run out of it at any time; callers go on in memory and say so.

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use wasm_bindgen::JsValue;

const DATABASE: &str = "rongju";
const VERSION: u32 = 1;

/// A part of the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// JSON texts of applications being filled in, sealed.
    Drafts,
    /// Bytes of pictures, sealed.
    Pictures,
    /// Small things that the app remembers, and the keys to the sealed ones.
    Notes,
}

impl Store {
    const ALL: [Self; 3] = [Self::Drafts, Self::Pictures, Self::Notes];

    const fn name(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Pictures => "pictures",
            Self::Notes => "notes",
        }
    }
}

/// Why something was not kept or found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// There is no room left.
    #[error("the storage is full")]
    Full,
    /// The host offers no storage, or refused this.
    #[error("the storage is refused")]
    Refused,
}

impl From<Error> for StorageError {
    fn from(error: Error) -> Self {
        match error {
            Error::DomException(exception) if exception.name() == "QuotaExceededError" => Self::Full,
            _ => Self::Refused,
        }
    }
}

/// Keeps a text as it is: nothing that is anybody's, which [`super::sealed`] keeps.
///
/// # Errors
/// [`StorageError`].
pub async fn write_text(store: Store, key: &str, text: &str) -> Result<(), StorageError> {
    write(store, key, &JsValue::from_str(text)).await
}

/// The text under that key.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_text(store: Store, key: &str) -> Result<Option<String>, StorageError> {
    Ok(read(store, key).await?.and_then(|value| value.as_string()))
}

/// Forgets what is under that key; nothing happens where there is nothing.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn delete(store: Store, key: &str) -> Result<(), StorageError> {
    let query = Query::from(JsValue::from_str(key));
    change(store, |objects| objects.delete(query).map(drop)).await
}

/// Forgets everything whose key begins so.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn delete_all(store: Store, prefix: &str) -> Result<(), StorageError> {
    // No key of ours has a character as high as this one.
    let last = JsValue::from_str(&format!("{prefix}\u{ffff}"));
    let range = KeyRange::bound(&JsValue::from_str(prefix), &last, None, None)?;
    change(store, |objects| objects.delete(range).map(drop)).await
}

/// Keeps any value that the browser can copy.
///
/// # Errors
/// [`StorageError`].
pub(super) async fn write(store: Store, key: &str, value: &JsValue) -> Result<(), StorageError> {
    change(store, |objects| objects.put(value, Some(&JsValue::from_str(key))).map(drop)).await
}

/// Keeps a value in the place of what is there, where `still` says that it is what it is to replace; no other tab gets in
/// between. Answers whether it was kept.
///
/// # Errors
/// [`StorageError`].
pub(super) async fn replace(
    store: Store,
    key: &str,
    still: impl FnOnce(Option<&JsValue>) -> bool,
    value: &JsValue,
) -> Result<bool, StorageError> {
    let (database, key) = (open().await?, JsValue::from_str(key));
    let transaction = database.transaction(&[store.name()], TransactionMode::ReadWrite)?;
    let objects = transaction.object_store(store.name())?;
    let keeps = still(objects.get(key.clone())?.await?.as_ref());
    if keeps {
        objects.put(value, Some(&key))?;
    }
    committed(database, transaction).await?;
    Ok(keeps)
}

/// The value under that key.
///
/// # Errors
/// [`StorageError::Refused`].
pub(super) async fn read(store: Store, key: &str) -> Result<Option<JsValue>, StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&[store.name()], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(store.name())?.get(JsValue::from_str(key))?.await?;
    database.close();
    Ok(value)
}

/// Changes a store, and waits until the change will outlast the page.
async fn change(store: Store, change: impl FnOnce(&ObjectStore) -> Result<(), Error>) -> Result<(), StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&[store.name()], TransactionMode::ReadWrite)?;
    change(&transaction.object_store(store.name())?)?;
    committed(database, transaction).await
}

async fn committed(database: Database, transaction: Transaction) -> Result<(), StorageError> {
    let result = transaction.await;
    database.close();
    // A transaction that is given up without an error has met the quota at the very end.
    if result?.is_committed() { Ok(()) } else { Err(StorageError::Full) }
}

async fn open() -> Result<Database, StorageError> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for store in Store::ALL {
            // A store that cannot be made shows itself by the first transaction on it, which fails.
            let _ = database.create_object_store(store.name(), ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}
