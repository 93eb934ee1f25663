//! The texts are said plainly, in both languages alike: what happened, why, and what to do.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::{
    literals::literals,
    place, texts,
    wording::{Language, faults},
};

/// A text with something in its placeholders that is as long as what mostly stands there.
fn filled(language: Language, text: &str) -> String {
    let (date, name) = match language {
        Language::Zh => ("2026年12月30日（星期三）", "桂溪派出所"),
        Language::En => ("Wednesday 30 December 2026", "桂溪派出所"),
    };
    let mut filled = String::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once("{{") {
        let (placeholder, after) = after.split_once("}}").unwrap_or((after, ""));
        let is_date = matches!(placeholder.trim(), "date" | "review_by" | "suit_by");
        filled = filled + words + if is_date { date } else { name };
        rest = after;
    }
    filled + rest
}

/// Whether a text tells what went wrong or what was found wrong: it has to say what to do as well.
fn is_an_error(name: &str) -> bool {
    const TITLES: [&str; 4] =
        ["check.wrong.title.", "apply.failure.title", "apply.failure.unknown", "apply.failure.applications"];
    const PICTURES: [&str; 17] = [
        "empty",
        "not_a_picture",
        "unsupported_kind",
        "unsupported_encoding",
        "truncated",
        "damaged",
        "too_many_bytes",
        "too_many_pixels",
        "too_small",
        "bad_corners",
        "budget_out_of_reach",
        "out_of_memory",
        "file_unreadable",
        "worker_not_started",
        "worker_other_version",
        "worker_stopped",
        "lost",
    ];
    let of_a_picture = name.strip_prefix("apply.pictures.").is_some_and(|key| PICTURES.contains(&key));
    let told = ["errors.", "check.wrong.", "apply.failure."].iter().any(|group| name.starts_with(group));
    (told || of_a_picture) && !TITLES.iter().any(|title| name.starts_with(title))
}

#[test]
fn every_text_is_said_plainly() {
    let mut found = Vec::new();
    for (language, folder) in [(Language::Zh, "zh-CN"), (Language::En, "en")] {
        for (name, text) in texts(folder) {
            let faults = faults(language, &filled(language, &text));
            found.extend(faults.into_iter().map(|fault| format!("{folder} {name}: {fault}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn whoever_is_told_of_trouble_is_told_what_to_do() {
    let mut silent = Vec::new();
    for (folder, ways) in [("zh-CN", ["请", "可以", "再"]), ("en", ["please", "you can", "safe to"])] {
        for (name, text) in texts(folder).into_iter().filter(|(name, _)| is_an_error(name)) {
            let text = text.to_lowercase();
            if !ways.iter().any(|way| text.contains(way)) {
                silent.push(format!("{folder} {name}: {text}"));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn text_messages_are_said_plainly_too() {
    let source = fs::read_to_string(place("crates/api/src/cases/texts.rs")).unwrap();
    let messages: Vec<String> = literals(&source).into_iter().map(|literal| literal.text).collect();
    let faults: Vec<String> = messages.iter().flat_map(|text| faults(Language::Zh, text)).collect();
    assert_eq!(faults, Vec::<String>::new());
    assert!(messages.len() > 30, "only {} texts were found", messages.len());
}

#[test]
fn what_stands_in_the_page_before_the_app_is_plain_and_in_both_languages() {
    let page = fs::read_to_string(place("index.html")).unwrap();
    let (mut chinese, mut english) = (0, 0);
    for paragraph in page.split("<p").skip(1) {
        let (tag, rest) = paragraph.split_once('>').unwrap();
        let words = rest.split("</p>").next().unwrap();
        let language = if tag.contains("lang=\"en\"") { Language::En } else { Language::Zh };
        *(if language == Language::En { &mut english } else { &mut chinese }) += usize::from(!tag.contains("class="));
        let plain: String =
            words.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
        assert_eq!(faults(language, &plain), Vec::<String>::new(), "{plain}");
    }
    assert_eq!(chinese, english);
    assert!(english > 3);
}

#[test]
fn chinese_in_an_english_text_is_a_word_of_the_chinese_one_or_an_official_term() {
    let mut terms = BTreeSet::new();
    terms_of_the_rules(&place("crates/rules/src"), &mut terms);
    let chinese: BTreeMap<String, String> = texts("zh-CN").into_iter().collect();
    let is_chinese = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '、' | '（' | '）');
    for (name, text) in texts("en") {
        for word in text.split(|c| !is_chinese(c)).filter(|word| !word.is_empty()) {
            let own = chinese.get(&name).is_some_and(|text| text.contains(word));
            assert!(own || terms.contains(word) || name == "common.languages", "{name}: {word}");
        }
    }
}

/// Every literal of the rules, which hold each official term once.
fn terms_of_the_rules(folder: &Path, terms: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            terms_of_the_rules(&path, terms);
        } else {
            terms.extend(literals(&fs::read_to_string(&path).unwrap()).into_iter().map(|literal| literal.text));
        }
    }
}
