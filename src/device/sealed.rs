//! What the phone keeps of somebody, sealed: it can be read with that person's key alone (AES-GCM, 256 bits).
//!
//! The server gives the key to whoever is signed in. The browser keeps it in a form that can be used and not taken out,
//! until the person signs out or the session is over; what was kept stays and is of use to nobody until they are back.
//! Each value is sealed together with the path that it is kept under, so that none can be put in another's place.

use js_sys::{Array, ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, Blob, CryptoKey};

use super::{
    crypto::{crypto, subtle},
    storage::{self, StorageError, Store},
};

const ALGORITHM: &str = "AES-GCM";
/// Bytes of the random start of each sealing (NIST SP 800-38D § 8.2.2): with a key of its own for each person, far fewer
/// than 2^32 sealings are made with one.
const START: u32 = 12;
/// How often another tab may get in first before this one gives up.
const ROUNDS: usize = 16;
/// Before whose key it is, among the notes.
const KEYS: &str = "key/";

/// Somebody's key.
#[derive(Debug, Clone)]
pub struct Key(CryptoKey);

impl Key {
    /// The key of those bits.
    ///
    /// # Errors
    /// [`StorageError::Refused`] where the browser has no cryptography, as on a page that came without TLS.
    pub async fn new(bits: &[u8; 32]) -> Result<Self, StorageError> {
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let imported = subtle()
            .map_err(refused)?
            .import_key_with_str("raw", &Uint8Array::from(&bits[..]), ALGORITHM, false, &uses)
            .map_err(refused)?;
        JsFuture::from(imported).await.map_err(refused)?.dyn_into().map(Self).map_err(refused)
    }

    /// The key that the browser keeps for that person.
    pub async fn kept(owner: &str) -> Option<Self> {
        let kept = storage::read(Store::Notes, &format!("{KEYS}{owner}")).await.ok().flatten()?;
        kept.dyn_into().map(Self).ok()
    }

    /// Lets the browser keep it for that person.
    ///
    /// # Errors
    /// [`StorageError`]. Without it the key is asked for again on the next visit.
    pub async fn keep(&self, owner: &str) -> Result<(), StorageError> {
        storage::write(Store::Notes, &format!("{KEYS}{owner}"), &self.0).await
    }

    async fn seal(&self, path: &str, value: &Object) -> Result<Sealed, StorageError> {
        let start = Uint8Array::new_with_length(START);
        crypto().map_err(refused)?.get_random_values_with_array_buffer_view(&start).map_err(refused)?;
        let sealing = subtle()
            .map_err(refused)?
            .encrypt_with_object_and_buffer_source(&params(&start, path), &self.0, value)
            .map_err(refused)?;
        let bytes = JsFuture::from(sealing).await.map_err(refused)?.unchecked_into();
        Ok(Sealed { start, bytes })
    }

    /// `None` where it was sealed with another key or under another path.
    async fn unseal(&self, path: &str, sealed: &Sealed) -> Option<Uint8Array> {
        let params = params(&sealed.start, path);
        let bytes = subtle().ok()?.decrypt_with_object_and_buffer_source(&params, &self.0, &sealed.bytes).ok()?;
        Some(Uint8Array::new(&JsFuture::from(bytes).await.ok()?))
    }
}

/// Forgets all keys that the browser keeps.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn forget_keys() -> Result<(), StorageError> {
    storage::delete_all(Store::Notes, KEYS).await
}

/// Reads the text under that path and keeps there what is made of it, if anything. It is made again where another tab got in
/// between.
///
/// # Errors
/// [`StorageError`].
pub async fn update_text<T>(
    key: &Key,
    store: Store,
    path: &str,
    mut change: impl FnMut(Option<String>) -> (Option<String>, T),
) -> Result<T, StorageError> {
    for _ in 0..ROUNDS {
        let before = storage::read(store, path).await?;
        let text = match &before {
            Some(before) => text(key, path, before).await,
            None => None,
        };
        let (text, made) = change(text);
        let Some(text) = text else { return Ok(made) };
        let sealed = key.seal(path, &Uint8Array::from(text.as_bytes())).await?;
        let before = before.as_ref().map(name);
        if storage::replace(store, path, |there| there.map(name) == before, &sealed.into()).await? {
            return Ok(made);
        }
    }
    Err(StorageError::Refused)
}

/// The text under that path.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_text(key: &Key, store: Store, path: &str) -> Result<Option<String>, StorageError> {
    Ok(match storage::read(store, path).await? {
        Some(kept) => text(key, path, &kept).await,
        None => None,
    })
}

/// Keeps bytes.
///
/// # Errors
/// [`StorageError`].
pub async fn write_bytes(key: &Key, store: Store, path: &str, bytes: &[u8]) -> Result<(), StorageError> {
    // Bytes and not a Blob: WebKit has lost Blobs kept in IndexedDB.
    let sealed = key.seal(path, &Uint8Array::from(bytes)).await?;
    storage::write(store, path, &sealed.into()).await
}

/// The bytes under that path.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_bytes(key: &Key, store: Store, path: &str) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(read(key, store, path).await?.map(|bytes| bytes.to_vec()))
}

/// Keeps a file's bytes, past our own memory: that only grows, and a camera's file is large.
///
/// # Errors
/// [`StorageError`].
pub async fn write_file(key: &Key, store: Store, path: &str, file: &Blob) -> Result<(), StorageError> {
    let bytes: ArrayBuffer = JsFuture::from(file.array_buffer()).await.map_err(refused)?.unchecked_into();
    let sealed = key.seal(path, &bytes).await?;
    storage::write(store, path, &sealed.into()).await
}

/// The file whose bytes are under that path.
///
/// # Errors
/// [`StorageError::Refused`].
pub async fn read_file(key: &Key, store: Store, path: &str) -> Result<Option<Blob>, StorageError> {
    let Some(bytes) = read(key, store, path).await? else { return Ok(None) };
    Blob::new_with_u8_array_sequence(&Array::of1(&bytes)).map(Some).map_err(refused)
}

async fn read(key: &Key, store: Store, path: &str) -> Result<Option<Uint8Array>, StorageError> {
    Ok(match storage::read(store, path).await? {
        Some(kept) => match Sealed::of(&kept) {
            Some(sealed) => key.unseal(path, &sealed).await,
            // Kept by a version of the app that sealed nothing yet.
            None => kept.dyn_into().ok(),
        },
        None => None,
    })
}

async fn text(key: &Key, path: &str, kept: &JsValue) -> Option<String> {
    match Sealed::of(kept) {
        Some(sealed) => String::from_utf8(key.unseal(path, &sealed).await?.to_vec()).ok(),
        // As above.
        None => kept.as_string(),
    }
}

/// A sealed value, kept as an array of its two parts.
struct Sealed {
    start: Uint8Array,
    bytes: ArrayBuffer,
}

impl Sealed {
    fn of(kept: &JsValue) -> Option<Self> {
        let parts = kept.dyn_ref::<Array>()?;
        Some(Self { start: parts.get(0).dyn_into().ok()?, bytes: parts.get(1).dyn_into().ok()? })
    }
}

impl From<Sealed> for JsValue {
    fn from(sealed: Sealed) -> Self {
        Array::of2(&sealed.start, &sealed.bytes).into()
    }
}

/// By what one kept value is known from another: each sealing has a start of its own.
fn name(kept: &JsValue) -> String {
    Sealed::of(kept).map_or_else(|| kept.as_string().unwrap_or_default(), |sealed| sealed.start.to_string().into())
}

fn params(start: &Uint8Array, path: &str) -> AesGcmParams {
    let params = AesGcmParams::new_with_u8_array(ALGORITHM, start);
    params.set_additional_data_u8_array(&Uint8Array::from(path.as_bytes()));
    params
}

fn refused<E>(_: E) -> StorageError {
    StorageError::Refused
}
