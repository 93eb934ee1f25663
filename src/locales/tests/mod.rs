//! Every text for people stands in the locale files, and says what it says plainly.

mod hard_coded;
mod plain_language;

// What the rules' own texts are tested with: there is one tone.
#[path = "../../../crates/rules/tests/plain_language/literals.rs"]
mod literals;
#[path = "../../../crates/rules/tests/plain_language/wording.rs"]
mod wording;

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A file or folder of the repository.
fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every text of a language with its name, as `home.check.title`; both forms of one that counts.
fn texts(language: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(place("src/locales").join(language)).unwrap() {
        let path = entry.unwrap().path();
        let namespace = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        collect(&namespace, &json, &mut found);
    }
    found
}

fn collect(name: &str, value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((name.to_owned(), text.clone())),
        Value::Object(group) => group.iter().for_each(|(key, value)| collect(&format!("{name}.{key}"), value, found)),
        _ => panic!("{name} is neither a text nor a group of them"),
    }
}

#[test]
fn the_texts_that_are_there_make_code() {
    let code = super::generate::from_folder(&place("src/locales")).unwrap();
    assert!(code.contains("pub mod errors"));
}

#[test]
fn the_first_language_that_we_have_is_taken_whatever_its_region() {
    use super::Language::{English, Simplified, Traditional};
    let first = |tags: &[&str]| super::first_of(&tags.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(first(&["fr-FR", "en-GB", "zh-CN"]), Some(English));
    assert_eq!(first(&["ja"]), None);
    for (tag, language) in [
        ("zh", Simplified),
        ("zh-SG", Simplified),
        ("zh-Hans-HK", Simplified),
        ("zh-TW", Traditional),
        ("zh-HK", Traditional),
        ("zh-Hant", Traditional),
        ("zh-Hant-CN", Traditional),
    ] {
        assert_eq!(first(&[tag]), Some(language), "{tag}");
    }
}

#[test]
fn a_language_is_found_again_by_the_tag_it_is_remembered_by() {
    for language in super::Language::ALL {
        assert_eq!(super::Language::of_tag(language.tag()), Some(language));
    }
}

#[test]
fn an_official_term_has_its_chinese_beside_it_in_english_only() {
    use rules::service::Service;
    assert_eq!(super::full_term(Service::Endorsement), "签注");
    super::choose(super::Language::English);
    assert_eq!(super::full_term(Service::Endorsement), "endorsement (签注)");
    super::choose(super::Language::Simplified);
}
