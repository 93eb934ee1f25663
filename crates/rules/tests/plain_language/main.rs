//! Whether what the rules say is said plainly: every text in `src/explain`, and every official term beside it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "a test")]

mod literals;
mod wording;

use std::{fs, path::Path};

use literals::literals;
use wording::{Language, faults};

/// A template with something in its placeholders: a long term where one is named, a date with its weekday where not.
fn filled(language: Language, template: &str) -> String {
    let (date, term) = match language {
        Language::Zh => ("2026年12月30日（星期三）", "代办人身份证号"),
        Language::En => ("Wednesday 30 December 2026", "agent's identity number"),
    };
    let mut text = String::new();
    let mut rest = template;
    while let Some((words, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text = text + words + if name.is_empty() { date } else { term };
        rest = after;
    }
    text + rest
}

fn language_of(text: &str) -> Language {
    let chinese = text.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count();
    let latin = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).count();
    if chinese > latin { Language::Zh } else { Language::En }
}

/// The texts of a file of the crate.
fn texts(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    literals(&fs::read_to_string(path).unwrap()).into_iter().map(|literal| literal.text).collect()
}

#[test]
fn everything_that_is_explained_is_said_plainly() {
    let mut found = Vec::new();
    let mut sentences = 0;
    for file in ["zh", "en", "remedies", "timeline", "dates"] {
        for text in texts(&format!("explain/{file}.rs")) {
            let language = language_of(&text);
            sentences += usize::from(text.chars().count() > 10);
            let faults = faults(language, &filled(language, &text));
            found.extend(faults.into_iter().map(|fault| format!("explain/{file}.rs: {fault}\n    in “{text}”")));
        }
    }
    assert!(sentences > 150, "only {sentences} texts were found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn official_terms_are_plain_words_too_or_named_in_the_list_as_terms_of_law() {
    let files = ["case", "delivery", "field", "guide", "service", "materials", "steps", "fees", "change", "permit"];
    for file in files {
        let identifier = |text: &String| text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        for text in texts(&format!("{file}.rs")).into_iter().filter(|text| !identifier(text)) {
            assert_eq!(faults(language_of(&text), &text), Vec::<String>::new(), "{file}.rs: {text}");
        }
    }
}
