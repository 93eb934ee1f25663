//! Pages that are opened from any other, and lead back there: the address names the page one came from.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use crate::{client::session::encoded, components::page::PageLink, locales::t};

/// The query parameter that names the page to go back to.
pub const RETURN_TO: &str = "return_to";

/// A link to such a page from the present one, which the browser's address names.
pub fn link_with_way_back(address: &'static str) -> Signal<String> {
    let here = use_location();
    Signal::derive(move || {
        if !cfg!(target_arch = "wasm32") {
            // Rendered at build time, only the home has such a link, and the home is where one comes back to anyway.
            return address.to_owned();
        }
        let here = format!("{}{}{}", here.pathname.get(), query(&here.search.get()), here.hash.get());
        // Between pages that all lead back, the first of them counts.
        let here = if here.starts_with(address) { String::new() } else { here };
        if here.len() < 2 { address.to_owned() } else { format!("{address}?{RETURN_TO}={}", encoded(&here)) }
    })
}

/// The way back from such a page; the home page where none of ours is named.
pub fn way_back() -> PageLink {
    let query = use_query_map();
    let address = Signal::derive(move || own_page(query.with(|query| query.get(RETURN_TO))));
    PageLink::new(address, t!(common.back))
}

fn query(search: &str) -> String {
    let search = search.trim_start_matches('?');
    if search.is_empty() { String::new() } else { format!("?{search}") }
}

/// The page of that address if it is one of ours; else the home page.
pub fn own_page(path: Option<String>) -> String {
    let is_ours = |path: &String| {
        path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/sign-in") && !path.contains('\\')
    };
    path.filter(is_ours).unwrap_or_else(|| "/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_to_pages_of_ours_only() {
        let back = |path: &str| own_page(Some(path.to_owned()));
        assert_eq!(back("/apply/first_issue/pictures"), "/apply/first_issue/pictures");
        for elsewhere in ["https://example.com", "//example.com", "/\\example.com", "/sign-in?error=x", ""] {
            assert_eq!(back(elsewhere), "/", "{elsewhere}");
        }
        assert_eq!(own_page(None), "/");
    }
}
