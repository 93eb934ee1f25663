//! Who may read what the phone keeps: whoever is signed in, or was when the line went away.

use std::{cell::RefCell, collections::BTreeMap};

use super::saved;
use crate::{
    client::{self, ClientError},
    device::{
        sealed::{self, Key},
        storage::StorageError,
    },
};

thread_local! {
    /// The keys of this page load, by the owner of what they open.
    static HELD: RefCell<BTreeMap<String, Key>> = const { RefCell::new(BTreeMap::new()) };
}

/// Gets the key to what the phone keeps of that owner: the one that the browser has, or the server's. A browser that has no
/// cryptography opens nothing and keeps nothing, and says so when something is to be kept.
///
/// # Errors
/// Why the server gives none.
pub(super) async fn unlock(owner: &str) -> Result<(), ClientError> {
    if key(owner).is_ok() {
        return Ok(());
    }
    if let Some(key) = Key::kept(owner).await {
        hold(owner, key);
        return Ok(());
    }
    let given = client::me::phone_key().await?;
    if let Ok(key) = Key::new(&given.key).await {
        // A key that is not kept is asked for again.
        let _ = key.keep(&given.owner).await;
        hold(&given.owner, key);
    }
    Ok(())
}

/// The key to what the phone keeps of that owner.
pub(super) fn key(owner: &str) -> Result<Key, StorageError> {
    HELD.with_borrow(|held| held.get(owner).cloned()).ok_or(StorageError::Refused)
}

fn hold(owner: &str, key: Key) {
    HELD.with_borrow_mut(|held| held.insert(owner.to_owned(), key));
}

/// Closes what the phone keeps, for whoever comes next: it opens again when its owner signs in, and not before, not even
/// without a line. A page that is open goes on with what it holds.
pub async fn lock() {
    saved::forget_last_owner().await;
    // What the browser refuses to delete it would refuse to read, too.
    let _ = sealed::forget_keys().await;
}
