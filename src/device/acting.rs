//! For whom this tab acts: for whoever signed in, or for a child of theirs.
//!
//! A tab's own, so that two tabs can be about two children, and kept over a reload. It never changes under a page that is
//! open: an address with `?for=` is opened anew, so that nothing of one person is sent as another's.

use std::cell::OnceCell;

use web_sys::{Storage, UrlSearchParams, Window};

/// Under which name the tab remembers it.
const KEPT: &str = "acting_for";
/// The parameter of an address that changes it, which is also that of a picture's address to the API.
pub const PARAMETER: &str = "for";
/// Its value for oneself.
const ONESELF: &str = "self";

thread_local! {
    static CHILD: OnceCell<Option<String>> = const { OnceCell::new() };
}

/// The identifier of the child for whom this tab acts. The address is read at the first call, which has to come before the
/// router's first change of it.
pub fn child() -> Option<String> {
    CHILD.with(|child| child.get_or_init(read).clone())
}

/// The address of a page of the app, about a child or, with `None`, about whoever signed in. It has to be opened anew.
pub fn address_for(child: Option<&str>, path: &str) -> String {
    format!("{path}?{PARAMETER}={}", child.unwrap_or(ONESELF))
}

/// Whoever signs in next in this tab begins as themselves.
pub fn forget() {
    if let Some(storage) = storage() {
        // What can't be removed was never kept.
        let _ = storage.remove_item(KEPT);
    }
}

fn read() -> Option<String> {
    let asked = asked();
    match asked.as_deref() {
        Some(ONESELF) => {
            forget();
            None
        }
        Some(_) => {
            if let (Some(storage), Some(child)) = (storage(), &asked) {
                // A host that keeps nothing forgets it at the next reload.
                let _ = storage.set_item(KEPT, child);
            }
            asked
        }
        None => storage()?.get_item(KEPT).ok()?,
    }
}

/// What the address asks for, if it can be an identifier of ours at all: it is sent as a header.
fn asked() -> Option<String> {
    let query = window()?.location().search().ok()?;
    let value = UrlSearchParams::new_with_str(&query).ok()?.get(PARAMETER)?;
    let is_plain = value.len() <= 64 && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_plain.then_some(value)
}

fn storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// Outside of a browser, where the home is rendered at build time, there is no window.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_for_whom_it_is_opened() {
        assert_eq!(address_for(Some("8c1f"), "/applications"), "/applications?for=8c1f");
        assert_eq!(address_for(None, "/"), "/?for=self");
    }
}
