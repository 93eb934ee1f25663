//! For whom this tab acts: for whoever signed in, or for a child of theirs.
//!
//! A tab's own, so that two tabs can be about two children, and kept over a reload. It never changes under a page that is
//! open: an address with `?for=` is opened anew, so that nothing of one person is sent as another's.

use std::cell::OnceCell;

use leptos::prelude::{ArcRwSignal, Get, Set};
use web_sys::{UrlSearchParams, Window};

use super::tab;

/// Under which name the tab remembers it.
const KEPT: &str = "acting_for";
/// Under which name it remembers what the child is called.
const NAME_KEPT: &str = "acting_for_name";
/// The parameter of an address that changes it, which is also that of a picture's address to the API.
pub const PARAMETER: &str = "for";
/// Its value for oneself.
const ONESELF: &str = "self";

thread_local! {
    static CHILD: OnceCell<Option<String>> = const { OnceCell::new() };
    static NAME: ArcRwSignal<Option<String>> = ArcRwSignal::new(tab::kept(NAME_KEPT));
}

/// The identifier of the child for whom this tab acts. The address is read at the first call, which has to come before the
/// router's first change of it.
pub fn child() -> Option<String> {
    CHILD.with(|child| child.get_or_init(read).clone())
}

/// What the child is called, once a page has learnt it. The line that says so is on every page, also on those that ask the
/// API for nothing, so it doesn't ask by itself.
pub fn name() -> Option<String> {
    NAME.with(Clone::clone).get()
}

/// Keeps what the child is called, for this tab and as long as it acts for that child.
pub fn know_name(name: &str) {
    tab::keep(NAME_KEPT, name);
    NAME.with(Clone::clone).set(Some(name.to_owned()));
}

/// The address of a page of the app, about a child or, with `None`, about whoever signed in. It has to be opened anew.
pub fn address_for(child: Option<&str>, path: &str) -> String {
    format!("{path}?{PARAMETER}={}", child.unwrap_or(ONESELF))
}

/// Begins as oneself again.
fn forget() {
    tab::forget(KEPT);
    tab::forget(NAME_KEPT);
}

fn read() -> Option<String> {
    let before = tab::kept(KEPT);
    let Some(asked) = asked() else { return before };
    if Some(&asked) != before.as_ref() {
        forget();
    }
    if asked == ONESELF {
        return None;
    }
    tab::keep(KEPT, &asked);
    Some(asked)
}

/// What the address asks for, if it can be an identifier of ours at all: it is sent as a header.
fn asked() -> Option<String> {
    let query = window()?.location().search().ok()?;
    let value = UrlSearchParams::new_with_str(&query).ok()?.get(PARAMETER)?;
    let is_plain = value.len() <= 64 && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_plain.then_some(value)
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
