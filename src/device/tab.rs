//! What this tab remembers by itself, over a reload and a visit to another site, until it is closed.

use web_sys::Storage;

/// What was kept under that name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text. A host that keeps nothing forgets it at the next reload.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, text);
    }
}

/// Forgets it. What can't be removed was never kept.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Forgets everything: whoever comes next in this tab begins anew.
pub fn forget_all() {
    if let Some(storage) = storage() {
        let _ = storage.clear();
    }
}

/// Outside of a browser, where the home is rendered at build time, there is none.
fn storage() -> Option<Storage> {
    if cfg!(target_arch = "wasm32") { web_sys::window()?.session_storage().ok()? } else { None }
}
