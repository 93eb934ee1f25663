//! No text for people stands outside the locale files: not in the app's Rust, nor in what runs or shows before it.

use std::{collections::BTreeSet, fs, path::Path};

use super::{literals::literals, place};

/// What looks like a text and is none, or has to stand where it does; with the reason.
const ALLOWED: &str = include_str!("not_texts.txt");

/// Chinese characters and punctuation.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Words for people: any Chinese, an English sentence (two words apart by a blank), or a word as a title has it.
fn is_for_people(text: &str) -> bool {
    let words = |text: &str| text.split(' ').filter(|word| word.len() > 1 && word.chars().all(is_of_a_word)).count();
    let title = |text: &str| {
        let mut letters = text.chars();
        letters.next().is_some_and(char::is_uppercase) && text.len() > 1 && letters.all(|c| c.is_ascii_lowercase())
    };
    text.chars().any(is_chinese) || words(text) > 1 || title(text)
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’' | ',' | '.' | '?')
}

/// The texts in a Rust file, with their lines. A class list is a list of words, too, but nobody reads it.
fn in_rust(source: &str) -> Vec<(usize, String)> {
    let read = literals(source).into_iter().filter(|found| found.name != "class");
    read.filter(|found| found.name == "text node" || is_for_people(&found.text))
        .map(|found| (found.line, found.text))
        .collect()
}

/// The texts in a script: what stands in its quotes, outside of comments.
fn in_script(source: &str) -> Vec<(usize, String)> {
    let code = source.lines().enumerate().filter(|(_, line)| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with('*') && !line.starts_with("/*")
    });
    let quoted = code.flat_map(|(at, line)| {
        let pieces = line.split(['"', '`', '\'']).skip(1).step_by(2);
        pieces.map(move |text| (at + 1, text.to_owned()))
    });
    quoted.filter(|(_, text)| is_for_people(text)).collect()
}

/// The texts of a page: what stands between its tags, outside of comments, and in the attributes that people read.
fn in_page(html: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        let line = html[..html.len() - rest.len()].matches('\n').count() + 1;
        found.push((line, before.trim().to_owned()));
        let (inside, after) =
            if after.starts_with("!--") { ("", after.split_once("-->")) } else { (after, after.split_once('>')) };
        let tag = inside.split('>').next().unwrap_or_default();
        for attribute in ["alt=\"", "title=\"", "aria-label=\"", "content=\"", "placeholder=\""] {
            let value = tag.split_once(attribute).and_then(|(_, value)| value.split('"').next());
            found.extend(value.map(|value| (line, value.to_owned())));
        }
        rest = after.map_or("", |(_, rest)| rest);
    }
    found.retain(|(_, text)| is_for_people(text));
    found
}

fn look_through(folder: &Path, found: &mut Vec<(String, usize, String)>) {
    // Its words are for designers, and it is no part of the applicant's app.
    const OTHERS: [&str; 2] = ["locales", "gallery"];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !OTHERS.contains(&name) {
                look_through(&path, found);
            }
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let texts = match name {
            "tests.rs" | "testing.rs" | "stories.rs" => Vec::new(),
            _ if name.ends_with(".rs") => in_rust(&source),
            _ if name.ends_with(".js") => in_script(&source),
            _ => Vec::new(),
        };
        let path = path.strip_prefix(place("")).unwrap().display().to_string();
        found.extend(texts.into_iter().map(|(line, text)| (path.clone(), line, text)));
    }
}

fn allowed() -> BTreeSet<(String, String)> {
    let lines = ALLOWED.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split(" | ").map(str::trim).collect();
            let [file, text, reason] = columns.as_slice() else { panic!("not a line of the list: {line}") };
            assert!(reason.len() > 10, "no reason: {line}");
            ((*file).to_owned(), (*text).to_owned())
        })
        .collect()
}

#[test]
fn no_text_for_people_stands_outside_the_locale_files() {
    let mut found = Vec::new();
    look_through(&place("src"), &mut found);
    let page = fs::read_to_string(place("index.html")).unwrap();
    found.extend(in_page(&page).into_iter().map(|(line, text)| ("index.html".to_owned(), line, text)));
    let allowed = allowed();
    let seen: BTreeSet<(String, String)> = found.iter().map(|(file, _, text)| (file.clone(), text.clone())).collect();
    let wrong: Vec<String> = found
        .iter()
        .filter(|(file, _, text)| !allowed.contains(&(file.clone(), text.clone())))
        .map(|(file, line, text)| format!("{file}:{line}: {text}"))
        .collect();
    assert!(wrong.is_empty(), "put these into src/locales, or say in not_texts.txt why not:\n{}", wrong.join("\n"));
    let gone: Vec<_> = allowed.difference(&seen).collect();
    assert!(gone.is_empty(), "not_texts.txt allows what is no longer there: {gone:?}");
}

#[test]
fn hard_coded_text_is_found_in_rust_in_scripts_and_in_pages() {
    let rust = "fn a() { view! { <p class=\"stack tight\" title=\"Close it\">Close</p> } }";
    assert_eq!(in_rust(rust).len(), 2, "{:?}", in_rust(rust));
    assert_eq!(in_script("// \"Not this\"\nalert('Please wait'); f(\"data-page\")"), [(2, "Please wait".to_owned())]);
    let page = "<!-- Not this -->\n<p title=\"提示\">Read <b>it now</b></p>";
    let texts: Vec<String> = in_page(page).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["提示", "Read", "it now"]);
}
