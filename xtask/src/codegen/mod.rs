//! Files that are written from others, so that no list is kept by hand in two places. They are committed; the lint part
//! of the tests fails when one is not what would be written now.

mod gallery;

use crate::{
    failure::{Done, Failure, ensure},
    files, process, project, say,
};

/// A generated file: where it is, and what it should hold.
type Generated = (&'static str, fn() -> Done<String>);

const GENERATED: &[Generated] = &[
    ("style/components.css", style_of_components),
    ("src/gallery/index.rs", gallery::index),
    ("docs/ERROR_CODES.md", list_of_error_codes),
    ("docs/openapi.json", openapi_document),
];

/// Writes the generated files that are named, all of them when none is.
pub fn write(names: &[&str]) -> Done {
    if let Some(unknown) = names.iter().find(|name| !GENERATED.iter().any(|(path, _)| path == *name)) {
        let known: Vec<&str> = GENERATED.iter().map(|(path, _)| *path).collect();
        return Err(Failure::misused(format!("`{unknown}` is not generated; these are: {}", known.join(", "))));
    }
    for (path, text) in GENERATED.iter().filter(|(path, _)| names.is_empty() || names.contains(path)) {
        files::write(&project::at(path), text()?)?;
        say::line(*path);
    }
    Ok(())
}

/// Fails when a generated file is not what would be written now.
pub fn check() -> Done {
    for (path, text) in GENERATED {
        let present = files::read(&project::at(path))?;
        let wanted = text()?;
        ensure(present == wanted, || format!("{path} is stale: run `cargo xtask codegen` and commit it"))?;
    }
    Ok(())
}

/// One import for each component that has a style of its own.
fn style_of_components() -> Done<String> {
    let mut text = "/* Written by `cargo xtask codegen` from the folders of src/components. */\n".to_owned();
    for folder in files::entries(&project::at("src/components"))? {
        if folder.join("style.css").is_file() {
            text += &format!("@import \"../src/components/{}/style.css\";\n", files::name(&folder));
        }
    }
    Ok(text)
}

/// The description of the API for its users, as the API itself gives it.
fn openapi_document() -> Done<String> {
    let mut api = process::cargo();
    let document = process::output(api.args(["run", "--quiet", "-p", "api", "--", "--print-openapi"]))?;
    Ok(format!("{}\n", document.trim_end()))
}

/// The error codes of the API, from the table in `wire` that makes the enum.
fn list_of_error_codes() -> Done<String> {
    let source = files::read(&project::at("crates/wire/src/problem.rs"))?;
    let table = source.split_once("\nerror_codes! {\n").and_then(|(_, rest)| rest.split_once("\n}"));
    let (table, _) =
        table.ok_or_else(|| Failure::new("crates/wire/src/problem.rs has no table `error_codes!` any more"))?;
    let mut text =
        "# Error codes\n\nWritten by `cargo xtask codegen` from `wire::ErrorCode`. Every problem that the API \
                    answers with (RFC 9457) carries one of these codes; they are stable.\n\n\
                    | code | status | meaning |\n|---|---|---|\n"
            .to_owned();
    let mut meaning = Vec::new();
    for line in table.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            meaning.push(words.trim());
            continue;
        }
        let columns: Vec<&str> = line.splitn(3, ", ").collect();
        let code = columns.first().and_then(|first| first.split('"').nth(1));
        let (Some(code), Some(status)) = (code, columns.get(1)) else {
            return Err(Failure::new(format!("a line of the table of error codes is not understood: {line}")));
        };
        text += &format!("| `{code}` | {status} | {} |\n", meaning.join(" "));
        meaning.clear();
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_code_is_listed_with_its_status_and_meaning() {
        let list = list_of_error_codes().unwrap();
        let source = files::read(&project::at("crates/wire/src/problem.rs")).unwrap();
        let codes = source.matches("\", 4").count() + source.matches("\", 5").count();
        let rows: Vec<&str> = list.lines().filter(|line| line.starts_with("| `")).collect();
        assert_eq!(rows.len(), codes);
        assert!(rows.iter().all(|row| row.split('|').nth(3).is_some_and(|meaning| meaning.trim().len() > 10)));
    }
}
