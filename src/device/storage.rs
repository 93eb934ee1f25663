//! The phone's own storage (IndexedDB): what is typed and photographed stays there until it is submitted.
//!
//! Keys are paths, `owner/…`, so that people who share a phone never see each other's. A host can refuse storage
//! (private windows, webviews) or run out of it at any time; callers go on in memory and say so.

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

const DATABASE: &str = "rongju";
const VERSION: u32 = 1;

/// A part of the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// JSON texts of applications being filled in.
    Drafts,
    /// Bytes of pictures.
    Pictures,
    /// Small things that the app remembers.
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

/// Keeps a text.
///
/// # Errors
/// [`StorageError`].
pub async fn write_text(store: Store, key: &str, text: &str) -> Result<(), StorageError> {
    write(store, key, &JsValue::from_str(text)).await
}

/// Reads the text under that key and keeps there what is made of it, if anything; no other tab gets in between.
///
/// # Errors
/// [`StorageError`].
pub async fn update_text<T>(
    store: Store,
    key: &str,
    change: impl FnOnce(Option<String>) -> (Option<String>, T),
) -> Result<T, StorageError> {
    let (database, key) = (open().await?, JsValue::from_str(key));
    let transaction = database.transaction(&[store.name()], TransactionMode::ReadWrite)?;
    let objects = transaction.object_store(store.name())?;
    let (text, made) = change(objects.get(key.clone())?.await?.and_then(|value| value.as_string()));
    if let Some(text) = text {
        objects.put(&JsValue::from_str(&text), Some(&key))?;
    }
    committed(database, transaction).await?;
    Ok(made)
}

/// The text under that key.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_text(store: Store, key: &str) -> Result<Option<String>, StorageError> {
    Ok(read(store, key).await?.and_then(|value| value.as_string()))
}

/// Keeps bytes.
///
/// # Errors
/// [`StorageError`].
pub async fn write_bytes(store: Store, key: &str, bytes: &[u8]) -> Result<(), StorageError> {
    // Bytes and not a Blob: WebKit has lost Blobs kept in IndexedDB.
    write(store, key, &Uint8Array::from(bytes)).await
}

/// The bytes under that key.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_bytes(store: Store, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
    let value = read(store, key).await?;
    Ok(value.and_then(|value| value.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
}

/// Keeps a file's bytes, past our own memory: that only grows, and a camera's file is large.
///
/// # Errors
/// [`StorageError`].
pub async fn write_file(store: Store, key: &str, file: &Blob) -> Result<(), StorageError> {
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| StorageError::Refused)?;
    write(store, key, &Uint8Array::new(&bytes)).await
}

/// The file whose bytes are under that key.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_file(store: Store, key: &str) -> Result<Option<Blob>, StorageError> {
    let Some(bytes) = read(store, key).await? else { return Ok(None) };
    Blob::new_with_u8_array_sequence(&Array::of1(&bytes)).map(Some).map_err(|_| StorageError::Refused)
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

async fn write(store: Store, key: &str, value: &JsValue) -> Result<(), StorageError> {
    change(store, |objects| objects.put(value, Some(&JsValue::from_str(key))).map(drop)).await
}

async fn read(store: Store, key: &str) -> Result<Option<JsValue>, StorageError> {
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
