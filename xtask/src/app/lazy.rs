//! Which address needs which chunks: the app's lists of lazy pages and of their parts, joined with what the splitter made.

use super::{
    assets::{ChunksOfPages, snake_case},
    pre_build::{PAGES, PARTS},
};
use crate::{
    failure::{Doing, Done, Failure, ensure},
    files, project,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A part of a page that is loaded after it.
struct Part {
    name: String,
    /// Where it is needed at once.
    address: Option<String>,
    page: String,
}

/// `[part, address, page]` as the app prints it.
type Listed = (String, Option<String>, String);

/// Everything that is loaded when it is wanted.
pub struct Lazy {
    /// The files of each page and part, by its name in snake case.
    chunks: ChunksOfPages,
    pages: Vec<(String, String)>,
    parts: Vec<Part>,
}

impl Lazy {
    /// Joins the app's lists with the chunks that there are. Every chunk must be somebody's.
    pub fn read(chunks: ChunksOfPages) -> Done<Self> {
        let text = |name: &str| files::read(&project::generated().join(name));
        let pages = serde_json::from_str(&text(PAGES)?).doing("read the app's list of pages")?;
        let parts = serde_json::from_str(&text(PARTS)?).doing("read the app's list of parts")?;
        Self::of(chunks, pages, parts)
    }

    fn of(chunks: ChunksOfPages, pages: Vec<(String, String)>, parts: Vec<Listed>) -> Done<Self> {
        let pages: Vec<_> = pages.into_iter().map(|(address, page)| (address, snake_case(&page))).collect();
        let parts: Vec<_> =
            parts.into_iter().map(|(name, address, page)| Part { name, address, page: snake_case(&page) }).collect();
        for chunk in chunks.keys() {
            let known = pages.iter().any(|(_, page)| page == chunk) || parts.iter().any(|part| part.name == *chunk);
            ensure(known, || format!("the chunk of `{chunk}` is neither a page nor a part of one in app.rs"))?;
        }
        Ok(Self { chunks, pages, parts })
    }

    fn files(&self, name: &str) -> Done<&[String]> {
        let files = self.chunks.get(name).map(Vec::as_slice);
        files.ok_or_else(|| Failure::new(format!("{name} has no chunk: is it marked #[lazy_route] or #[wasm_split]?")))
    }

    /// The files of a part together with those of its page.
    fn with_page(&self, part: &Part) -> Done<BTreeSet<&String>> {
        Ok(self.files(&part.page)?.iter().chain(self.files(&part.name)?).collect())
    }

    /// `[[address pattern, [file, …]], …]`, as `boot.js` wants it: the first pattern that fits an address counts, so
    /// those of the parts, which say more, stand first.
    pub fn addresses(&self) -> Done<Value> {
        let with_address = self.parts.iter().filter(|part| part.address.is_some());
        let parts = with_address.map(|part| Ok(json!([part.address, self.with_page(part)?])));
        let pages = self.pages.iter().map(|(address, page)| Ok(json!([address, self.files(page)?])));
        parts.chain(pages).collect::<Done<Vec<Value>>>().map(Value::Array)
    }

    /// `{part: [file, …]}`: what is fetched ahead when the page asks for it.
    pub fn parts(&self) -> Value {
        let files = |part: &Part| self.chunks.get(&part.name).map(|files| (part.name.clone(), json!(files)));
        Value::Object(self.parts.iter().filter_map(files).collect::<Map<_, _>>())
    }

    /// What a first visit to each page loads, and one that goes straight to a part of it.
    pub fn visits(&self) -> ChunksOfPages {
        let mut visits = self.chunks.clone();
        for part in &self.parts {
            if let Ok(files) = self.with_page(part) {
                visits.insert(part.name.clone(), files.into_iter().cloned().collect());
            }
        }
        visits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lazy(chunks: &[(&str, &[&str])]) -> Done<Lazy> {
        let owned = |files: &&[&str]| files.iter().map(|file| (*file).to_owned()).collect();
        let chunks = chunks.iter().map(|(name, files)| ((*name).to_owned(), owned(files))).collect();
        let pages = vec![("/apply/:service/:step?".to_owned(), "ApplyPage".to_owned())];
        let step = Some("/apply/:service/:step".to_owned());
        let parts = vec![
            ("form_steps".to_owned(), step, "ApplyPage".to_owned()),
            ("code".to_owned(), None, "ApplyPage".to_owned()),
        ];
        Lazy::of(chunks, pages, parts)
    }

    const CHUNKS: &[(&str, &[&str])] =
        &[("apply_page", &["a", "both"]), ("form_steps", &["both", "steps"]), ("code", &["code"])];

    #[test]
    fn an_address_within_a_page_needs_the_page_and_its_part() {
        let lazy = lazy(CHUNKS).unwrap();
        let addresses =
            json!([["/apply/:service/:step", ["a", "both", "steps"]], ["/apply/:service/:step?", ["a", "both"]],]);
        assert_eq!(lazy.addresses().unwrap(), addresses);
        assert_eq!(lazy.parts(), json!({"code": ["code"], "form_steps": ["both", "steps"]}));
        assert_eq!(lazy.visits()["form_steps"], ["a", "both", "steps"]);
    }

    #[test]
    fn a_chunk_that_nobody_asks_for_and_a_page_without_one_are_mistakes() {
        assert!(lazy(&[("other_page", &["o"])]).is_err());
        assert!(lazy(&[("form_steps", &["steps"])]).unwrap().addresses().is_err());
    }
}
