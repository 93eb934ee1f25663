//! Who may import whom (docs/ARCHITECTURE.md): crates by what cargo says, modules by what their files name.

use crate::{
    failure::{Doing, Done, Failure, ensure},
    files, process, project,
};
use serde_json::Value;
use std::{collections::BTreeSet, path::Path};

/// Each of our crates with those of ours that it may depend on. Tests may use more.
const CRATES: &[(&str, &[&str])] = &[
    ("rules", &[]),
    ("verdict_wasm", &["rules"]),
    ("wire", &["rules"]),
    ("pictures", &[]),
    ("receipt", &["rules"]),
    ("api", &["rules", "wire", "pictures", "receipt"]),
    ("sandbox", &["wire"]),
    ("rongju", &["rules", "wire", "pictures"]),
    ("xtask", &[]),
];

/// A folder, and what files in it may not name: modules of the same crate, and crates from outside.
struct Room {
    folder: &'static str,
    not_modules: &'static [&'static str],
    not_crates: &'static [&'static str],
}

const ROOMS: &[Room] = &[
    // They take values and callbacks, so that the gallery can show them alone.
    Room {
        folder: "src/components",
        not_modules: &["app", "pages", "wizard", "client", "device", "gallery"],
        not_crates: &["gloo_net", "idb"],
    },
    // It shows components, and knows no more of the app than they do. Their stories belong to it.
    Room {
        folder: "src/gallery",
        not_modules: &["app", "pages", "wizard", "client", "device", "locales"],
        not_crates: &["gloo_net", "idb", "leptos_router"],
    },
    Room { folder: "src/pages", not_modules: &["app"], not_crates: &["gloo_net", "idb"] },
    Room { folder: "src/wizard", not_modules: &["app", "pages", "components"], not_crates: &["gloo_net", "idb"] },
    // Only here the network is touched, and only in `device` what the phone has: clock and chance for the retries too.
    Room {
        folder: "src/client",
        not_modules: &["app", "pages", "wizard", "components"],
        not_crates: &["idb", "leptos_router"],
    },
    Room {
        folder: "src/device",
        not_modules: &["app", "pages", "wizard", "components", "client"],
        not_crates: &["gloo_net"],
    },
    // Routes hold no SQL, the store no decision and no HTTP, upstream no business words.
    Room { folder: "crates/api/src/routes", not_modules: &["jobs"], not_crates: &["sea_orm"] },
    Room { folder: "crates/api/src/cases", not_modules: &["routes"], not_crates: &["axum", "sea_orm"] },
    Room {
        folder: "crates/api/src/store",
        not_modules: &["routes", "cases", "upstream", "jobs"],
        not_crates: &["axum"],
    },
    Room {
        folder: "crates/api/src/upstream",
        not_modules: &["routes", "cases", "store", "jobs"],
        not_crates: &["axum", "sea_orm"],
    },
    Room {
        folder: "crates/rules/src",
        not_modules: &[],
        not_crates: &["std::fs", "std::net", "std::env", "std::time"],
    },
];

/// Checks every arrow.
pub fn check() -> Done {
    let mut wrong = crates()?;
    for room in ROOMS {
        for file in files::walk(&project::at(room.folder))? {
            let is_story = room.folder == "src/components" && files::name(&file) == "stories.rs";
            if file.extension().is_some_and(|end| end == "rs") && !is_story {
                wrong.extend(wrong_in(room, &file)?);
            }
        }
    }
    ensure(wrong.is_empty(), || wrong.join("\n"))
}

fn crates() -> Done<Vec<String>> {
    let told = process::output(process::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let told: Value = serde_json::from_str(&told).doing("read what cargo says of the workspace")?;
    let mut wrong = Vec::new();
    for package in told["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = CRATES.iter().find(|(known, _)| *known == name) else {
            return Err(Failure::new(format!(
                "the crate `{name}` is new: say in xtask/src/test/arrows.rs what it may import"
            )));
        };
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        let imports = dependencies.filter(|import| import["kind"] != "dev" && import["path"].is_string());
        for import in imports.filter_map(|import| import["name"].as_str()).filter(|import| !allowed.contains(import)) {
            wrong.push(format!("the crate `{name}` may not import `{import}`"));
        }
    }
    Ok(wrong)
}

fn wrong_in(room: &Room, file: &Path) -> Done<Vec<String>> {
    let code = code_of(&files::read(file)?);
    let modules = own_modules(&code);
    let modules = room.not_modules.iter().filter(|module| modules.contains(**module));
    let crates = room.not_crates.iter().filter(|path| names(&code, path));
    let place = file.strip_prefix(project::root()).unwrap_or(file).display().to_string();
    Ok(modules.chain(crates).map(|import| format!("{place} may not import `{import}`")).collect())
}

/// The text without comments and without the tests at its end, which may import what they like.
fn code_of(text: &str) -> String {
    let code = text.split("\nmod tests {").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The first names after `crate::`, also those in braces: `crate::{pages::Home, client}` gives `pages` and `client`.
fn own_modules(code: &str) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            modules.insert(first_name(rest));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (place, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ if start && !letter.is_whitespace() => {
                    modules.insert(first_name(&group[place..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    modules
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// Whether the path stands in the code as a word of its own.
fn names(code: &str, path: &str) -> bool {
    let in_word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    code.match_indices(path).any(|(place, _)| {
        !in_word(code[..place].chars().next_back()) && !in_word(code[place + path.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_alone_in_braces_and_in_expressions() {
        let code = "use crate::{\n    pages::{Home, Check},\n    client,\n};\nuse crate::device::Clock;\nlet a = crate::app::go();";
        let found: Vec<String> = own_modules(code).into_iter().collect();
        assert_eq!(found, ["app", "client", "device", "pages"]);
    }

    #[test]
    fn comments_and_tests_may_name_anything() {
        for when in ["test", "all(test, feature = \"ssr\")"] {
            let text = format!(
                "//! See crate::pages.\nlet a = 1; // crate::client\n#[cfg({when})]\nmod tests {{\n    use crate::device;\n}}\n"
            );
            assert!(own_modules(&code_of(&text)).is_empty(), "{when}");
        }
    }

    #[test]
    fn a_crate_is_named_by_a_whole_word_only() {
        assert!(names("use gloo_net::http;", "gloo_net"));
        assert!(!names("use my_gloo_net::http;", "gloo_net"));
        assert!(names("std::time::Duration", "std::time"));
    }

    #[test]
    fn every_room_forbids_something() {
        assert!(ROOMS.iter().all(|room| !room.not_modules.is_empty() || !room.not_crates.is_empty()));
    }
}
