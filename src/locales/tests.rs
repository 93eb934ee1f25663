//! No text for people stands outside the locale files.

use std::{fs, path::Path};

/// Chinese characters and punctuation.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The lines of code, without comments and without the tests at the end of a file, in which people would read Chinese.
fn hard_coded(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let tests = ["#[cfg(test)]", "#[cfg(all(test"];
    code.lines()
        .enumerate()
        .take_while(move |(_, line)| !tests.iter().any(|test| line.starts_with(test)))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(at, line)| (at + 1, line.split(" // ").next().unwrap_or(line)))
        .filter(|(_, line)| line.chars().any(is_chinese))
}

fn look_through(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != "locales" {
                look_through(&path, found);
            }
        } else if name.ends_with(".rs") && !matches!(name, "tests.rs" | "testing.rs" | "stories.rs") {
            let code = fs::read_to_string(&path).unwrap();
            found.extend(hard_coded(&code).map(|(at, line)| format!("{}:{at}: {}", path.display(), line.trim())));
        }
    }
}

#[test]
fn no_chinese_text_stands_outside_the_locale_files() {
    let mut found = Vec::new();
    look_through(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.is_empty(), "put these into src/locales:\n{}", found.join("\n"));
}

#[test]
fn hard_coded_text_is_found_and_comments_and_tests_are_not() {
    let code = "/// 签注\nlet a = \"签注\"; // 签注\nlet b = 1; // 签注\n#[cfg(test)]\nmod tests { \"签注\" }";
    assert_eq!(hard_coded(code).map(|(at, _)| at).collect::<Vec<_>>(), [2]);
}

#[test]
fn the_texts_that_are_there_make_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locales");
    let code = super::generate::from_folder(&folder).unwrap();
    assert!(code.contains("pub mod errors"));
}

#[test]
fn the_first_language_that_we_have_is_taken_whatever_its_region() {
    let first = |tags: &[&str]| super::from_tags(&tags.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(first(&["fr-FR", "en-GB", "zh-CN"]), Some(super::Locale::En));
    assert_eq!(first(&["zh-Hant-TW"]), Some(super::Locale::ZhCn));
    assert_eq!(first(&["ja"]), None);
}
