//! The splitter's link file: which chunk is which page's, and the loading of them.

use crate::failure::{Done, ensure};
use std::collections::BTreeMap;

/// The chunk files of each page, by the page's name in snake case (`check_page`).
pub type ChunksOfPages = BTreeMap<String, Vec<String>>;

/// The page of a split point's name, `__check_page_view_1234567890` (the number is the macro's hash of the source place).
pub fn page_of(split: &str) -> &str {
    let without_hash = split.trim_end_matches(|last: char| last.is_ascii_digit()).trim_matches('_');
    without_hash.strip_suffix("_view").unwrap_or(without_hash)
}

/// `CheckPage` as the split point's name has it: `check_page`.
pub fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (place, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && place > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// Reads from the link file which chunks each page needs: its own and those it shares.
///
/// The splitter writes, per shared chunk, `/* page, page */`, `const __chunk_3 = makeLoad(() => {`, a fetch of
/// `"./chunk_3.wasm"`; and per page `export const __wasm_split_load_PAGE = wrapAsyncCb(makeLoad(…, [__chunk_3]))`.
pub fn chunks_of_pages(link: &str) -> Done<ChunksOfPages> {
    let mut shared: BTreeMap<&str, &str> = BTreeMap::new();
    let mut pages = ChunksOfPages::new();
    let declarations = link.split("\nconst __chunk_").skip(1).map(|rest| (false, rest));
    let exports = link.split("export const __wasm_split_load_").skip(1).map(|rest| (true, rest));
    for (is_page, rest) in declarations.chain(exports) {
        let Some((name, rest)) = rest.split_once(" = ") else { continue };
        let end =
            rest.find("\nconst __chunk_").into_iter().chain(rest.find("export const ")).min().unwrap_or(rest.len());
        let body = &rest[..end];
        let file = body.split_once("new URL(\"./").and_then(|(_, rest)| rest.split_once('"')).map(|(file, _)| file);
        if !is_page {
            shared.extend(file.map(|file| (name, file)));
            continue;
        }
        let needs = body.rsplit_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or("", |(needs, _)| needs);
        let needs = needs.split(", ").filter_map(|need| shared.get(need.strip_prefix("__chunk_")?));
        let files = needs.copied().chain(file).map(str::to_owned);
        pages.entry(page_of(name).to_owned()).or_default().extend(files);
    }
    ensure(!pages.is_empty(), || "the splitter's link file names no page: its form has changed".into())?;
    Ok(pages)
}

/// Lets `chunks.js` fetch and compile the chunks: again when the line breaks, and also in hosts that cannot compile
/// while a file arrives.
pub fn with_own_loading(link: &str) -> Done<String> {
    let fetch = "fetch(new URL(";
    let compile = "WebAssembly.instantiateStreaming(src, imports)";
    ensure(link.contains(fetch) && link.contains(compile), || {
        "the splitter's link file does not fetch its chunks as before: look at it and mend app/assets.rs".into()
    })?;
    let link = link.replace(fetch, "fetchChunk(new URL(").replace(compile, "instantiateChunk(src, imports)");
    Ok(format!("import {{ fetchChunk, instantiateChunk }} from \"./chunks.js\";\n{link}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = r#"import { initSync } from "./rongju.js";
/* __check_page_view_12, __help_page_view_34 */
const __chunk_3 = makeLoad(() => {
    const src = fetch(new URL("./chunk_3.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load___help_page_view_34 = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split___help_page_view_34.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_3]));
export const __wasm_split_load___check_page_view_12 = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_3]));
"#;

    #[test]
    fn a_page_needs_its_own_chunk_and_the_shared_ones() {
        let pages = chunks_of_pages(LINK).unwrap();
        assert_eq!(pages["help_page"], ["chunk_3.wasm", "split___help_page_view_34.wasm"]);
    }

    #[test]
    fn a_page_without_code_of_its_own_needs_the_shared_chunk_only() {
        assert_eq!(chunks_of_pages(LINK).unwrap()["check_page"], ["chunk_3.wasm"]);
    }

    #[test]
    fn a_link_file_in_another_form_is_refused() {
        assert!(chunks_of_pages("export {}").is_err());
        assert!(with_own_loading("export {}").is_err());
    }

    #[test]
    fn every_chunk_is_loaded_by_our_own_loader() {
        let link = with_own_loading(LINK).unwrap();
        assert!(!link.contains(" fetch(") && !link.contains("instantiateStreaming"));
        assert_eq!(link.matches("fetchChunk(new URL(").count(), 2);
    }

    #[test]
    fn the_routers_page_names_match_the_splitters() {
        assert_eq!(snake_case("CheckPage"), page_of("__check_page_view_11672468498"));
    }
}
