//! What each file may weigh on its way to the applicant, and what it does weigh.

use super::{
    assets::ChunksOfPages,
    post_build::{PACK, PICTURE_MODULE, REGIONS, page_of_file},
};
use crate::{
    failure::{Doing, Done, Failure},
    files, project, say,
};
use serde_json::{Map, Value, json};
use std::{collections::BTreeMap, path::PathBuf};

/// What the post-build hook says of the build in `dist/`.
fn description() -> PathBuf {
    project::generated().join("bundle.json")
}

/// Keeps, for `check`, the build's folder and the chunks of each page.
pub fn describe(hash: &str, pages: &ChunksOfPages) -> Done {
    files::write(&description(), json!({ "folder": hash, "pages": pages }).to_string())
}

/// Compares the release build in `dist/` with `bundle-budget.toml`, line by line, and fails when anything is over,
/// missing or no longer there.
pub fn check() -> Done {
    let text = files::read(&project::at("bundle-budget.toml"))?;
    let budget: Value = basic_toml::from_str(&text).doing("read bundle-budget.toml")?;
    let described: Value = serde_json::from_str(&files::read(&description())?).doing("read the build's description")?;
    let sizes = sizes(described["folder"].as_str().unwrap_or_default())?;
    let pages = described["pages"].as_object().cloned().unwrap_or_default();
    let mut rows = vec![["file", "KB", "budget", ""].map(str::to_owned).to_vec()];
    let mut over = Vec::new();
    let by_name = by_budget_name(&sizes);
    let none = Map::new();
    let limits = budget["files"].as_object().unwrap_or(&none);
    for (name, &size) in &by_name {
        let limit = limits.get(name).and_then(Value::as_f64);
        rows.push(row(name, size, limit, &mut over));
    }
    let gone = limits.keys().filter(|name| !by_name.contains_key(*name));
    over.extend(gone.map(|name| format!("{name} has a budget and is not in the build")));
    let first =
        by_name.iter().filter(|(name, _)| !name.starts_with("page ") && *name != "shared" && !is_for_later(name));
    let home: usize = first.map(|(_, size)| size).sum();
    rows.push(row("first visit: home", home, limit_of(&budget, "home"), &mut over));
    for (page, files) in &pages {
        let files = files.as_array().into_iter().flatten().filter_map(Value::as_str);
        let own: usize = files.filter_map(|file| sizes.get(file)).sum();
        rows.push(row(&format!("first visit: {page}"), home + own, limit_of(&budget, page), &mut over));
    }
    say::line("Sizes as sent (brotli 11, KB of 1000 bytes):");
    say::table(&rows);
    if over.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("over the budget of bundle-budget.toml:\n  {}", over.join("\n  "))))
    }
}

/// The limit for everything a first visit loads.
fn limit_of(budget: &Value, which: &str) -> Option<f64> {
    budget["first_visit"][which].as_f64()
}

fn row(name: &str, bytes: usize, limit: Option<f64>, over: &mut Vec<String>) -> Vec<String> {
    let kilobytes = bytes as f64 / 1000.0;
    let verdict = match limit {
        None => "no budget",
        Some(limit) if kilobytes > limit => "over",
        Some(_) => "",
    };
    if !verdict.is_empty() {
        over.push(format!("{name}: {kilobytes:.1} KB, {verdict}"));
    }
    let limit = limit.map_or(String::new(), |limit| format!("{limit:.1}"));
    vec![name.to_owned(), format!("{kilobytes:.1}"), limit, verdict.to_owned()]
}

/// The brotli size of every compressed file by its name: those of the build's folder, and those of ours beside it.
fn sizes(folder: &str) -> Done<BTreeMap<String, usize>> {
    let dist = project::at("dist");
    let folder = dist.join("assets").join(folder);
    let mut sizes = BTreeMap::new();
    let beside = ["index.html", PICTURE_MODULE].map(|name| dist.join(format!("{name}.br")));
    for path in files::walk(&folder)?.into_iter().chain(beside) {
        let relative = path.strip_prefix(&folder).or_else(|_| path.strip_prefix(&dist)).unwrap_or(&path);
        if let Some(name) = relative.to_string_lossy().strip_suffix(".br") {
            sizes.insert(name.to_owned(), files::read_bytes(&path)?.len());
        }
    }
    Ok(sizes)
}

/// The same sizes under the names of the budget: chunk names carry hashes, and the number of shared chunks changes
/// with every page, so the former are named after their page and the latter are one sum.
fn by_budget_name(sizes: &BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let mut named = BTreeMap::new();
    for (file, size) in sizes {
        let name = match page_of_file(file) {
            Some(page) => format!("page {page}"),
            None if file.starts_with("chunk_") || file == PACK => "shared".to_owned(),
            None if file.starts_with("snippets/") => "snippets".to_owned(),
            None => file.clone(),
        };
        *named.entry(name).or_insert(0) += size;
    }
    named
}

/// Fetched when the first picture or the other characters are chosen, not on the first visit.
fn is_for_later(name: &str) -> bool {
    name.starts_with("picture") || name == "traditional.js" || name == REGIONS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_named_after_their_page_and_shared_ones_summed() {
        let sizes = [("split___check_page_view_12.wasm", 5), ("chunk_3.wasm", 2), ("chunk_4.wasm", 3), ("boot.js", 1)];
        let named = by_budget_name(&sizes.map(|(file, size)| (file.to_owned(), size)).into());
        assert_eq!(named["page check_page"], 5);
        assert_eq!(named["shared"], 5);
        assert_eq!(named["boot.js"], 1);
    }

    #[test]
    fn a_file_over_or_without_a_budget_is_named() {
        let mut over = Vec::new();
        row("fits", 900, Some(1.0), &mut over);
        row("heavy", 1100, Some(1.0), &mut over);
        row("new", 1, None, &mut over);
        assert_eq!(over, ["heavy: 1.1 KB, over", "new: 0.0 KB, no budget"]);
    }
}
