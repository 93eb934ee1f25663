//! Before Trunk: the home page as HTML, and the lists of lazy pages and of parts of pages.

use super::{Profile, bound};
use crate::{
    failure::{Doing, Done, Failure},
    files, process, project, say,
};
use serde_json::Value;

/// The name of the file with `[[address, page], …]`.
pub const PAGES: &str = "pages.json";

/// The name of the file with `[[part, address or null, page], …]`: parts of pages that are loaded after them.
pub const PARTS: &str = "parts.json";

/// Renders the home page natively, for Trunk to put into index.html, and keeps the lists of what is lazy.
pub fn pre_build() -> Done {
    // Trunk takes along whatever lies there, and the gallery is bound in the same folder with JavaScript of its own.
    files::fresh_folder(&bound(Profile::of_hook()).join("snippets"))?;
    say::step("Rendering the home page, so that it is seen before any wasm");
    let mut prerender = process::cargo();
    prerender.stderr(std::process::Stdio::inherit());
    prerender.args(["run", "--bin", "prerender", "--no-default-features", "--features", "ssr"]);
    let printed = process::output(&mut prerender)?;
    let told: Value = serde_json::from_str(&printed).doing("read what the prerender program printed")?;
    let home = told["home"].as_str().ok_or_else(|| Failure::new("the prerender program printed no home page"))?;
    files::write(&project::generated().join("home.html"), home)?;
    files::write(&project::generated().join(PAGES), told["pages"].to_string())?;
    files::write(&project::generated().join(PARTS), told["parts"].to_string())
}
