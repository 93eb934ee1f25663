//! The generator behind `texts.rs`: one function a text, checked to be there in both languages.
//!
//! `zh-CN/home.json` and `en/home.json` become the module `home`; a text under the key `title` becomes
//! `home::title(locale)`, one with placeholders such as `{{ date }}` takes a struct of the same name, and an object
//! with the key `other` (and in English `one`, the form for exactly 1) is a text that counts by `{{ count }}`. Any other
//! object is a module inside the module. A key, a placeholder, a plural form or a whole file that a language lacks stops
//! the build.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs, io,
    path::Path,
};

use serde_json::Value;

/// Why the texts can't be turned into code.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// A file can't be read.
    #[error("{path}: {error}")]
    Read {
        /// Which.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// A file is not JSON.
    #[error("{path}: {error}")]
    Json {
        /// Which.
        path: String,
        /// Why.
        error: serde_json::Error,
    },
    /// Texts that are missing, or differ between the languages in what they are filled with.
    #[error("the texts of the two languages do not match:\n{}", .0.join("\n"))]
    Differ(Vec<String>),
}

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Text {
    Plain(String),
    /// By the plural forms of the language: for whole numbers English has `one`, which is exactly 1, and `other`;
    /// Chinese has `other` alone (CLDR).
    Counted {
        one: Option<String>,
        other: String,
    },
}

/// A namespace or a group in it.
#[derive(Debug, Default)]
struct Group {
    /// By key: the text in Chinese and in English.
    texts: BTreeMap<String, [Option<Text>; 2]>,
    groups: BTreeMap<String, Group>,
}

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// The module of every namespace found in the folder, as Rust.
///
/// # Errors
/// [`Unusable`], naming every text that is not right.
pub fn from_folder(folder: &Path) -> Result<String, Unusable> {
    let mut root = Group::default();
    for (at, language) in LANGUAGES.iter().enumerate() {
        let folder = folder.join(language);
        let read = |path: &Path, error| Unusable::Read { path: path.display().to_string(), error };
        for entry in fs::read_dir(&folder).map_err(|error| read(&folder, error))? {
            let path = entry.map_err(|error| read(&folder, error))?.path();
            let Some(namespace) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else {
                continue;
            };
            let json = fs::read_to_string(&path).map_err(|error| read(&path, error))?;
            let value = serde_json::from_str(&json)
                .map_err(|error| Unusable::Json { path: path.display().to_string(), error })?;
            root.add(at, namespace, &value);
        }
    }
    generate(&root)
}

fn generate(root: &Group) -> Result<String, Unusable> {
    let (mut code, mut wrong) = (String::new(), Vec::new());
    root.write("", &mut code, &mut wrong);
    if wrong.is_empty() { Ok(code) } else { Err(Unusable::Differ(wrong)) }
}

impl Group {
    fn add(&mut self, language: usize, key: &str, value: &Value) {
        let text = match value {
            Value::String(text) => Text::Plain(text.clone()),
            Value::Object(object) => match object.get("other").and_then(Value::as_str) {
                Some(other) => {
                    let one = object.get("one").and_then(Value::as_str).map(str::to_owned);
                    Text::Counted { one, other: other.to_owned() }
                }
                None => {
                    let group = self.groups.entry(key.to_owned()).or_default();
                    for (key, value) in object {
                        group.add(language, key, value);
                    }
                    return;
                }
            },
            // Reported as missing, with its name.
            _ => return,
        };
        let both = self.texts.entry(key.to_owned()).or_default();
        if let Some(slot) = both.get_mut(language) {
            *slot = Some(text);
        }
    }

    fn write(&self, path: &str, code: &mut String, wrong: &mut Vec<String>) {
        for (key, both) in &self.texts {
            let name = format!("{path}{key}");
            match both {
                [Some(zh), Some(en)] if zh.placeholders() != en.placeholders() => {
                    wrong.push(format!("{name}: different placeholders"));
                }
                [Some(zh), Some(en)] => match wrong_forms(zh, en) {
                    Some(why) => wrong.push(format!("{name}: {why}")),
                    None => function(key, zh, en, code),
                },
                [None, _] => wrong.push(format!("{name}: missing in {}", LANGUAGES[0])),
                [_, None] => wrong.push(format!("{name}: missing in {}", LANGUAGES[1])),
            }
        }
        for (key, group) in &self.groups {
            // Writing to a string can't fail.
            let _ = writeln!(
                code,
                "/// Texts of `{path}{key}`.\npub mod {key} {{ #[allow(unused_imports)] use super::{{Locale, join}};"
            );
            group.write(&format!("{path}{key}."), code, wrong);
            code.push_str("}\n");
        }
    }
}

/// What is wrong with the plural forms of a text.
fn wrong_forms(zh: &Text, en: &Text) -> Option<&'static str> {
    match (zh, en) {
        (Text::Counted { one: Some(_), .. }, _) => Some("Chinese has no form `one`"),
        (_, Text::Counted { one: None, .. }) => Some("the form `one` is missing in en"),
        (Text::Counted { .. }, Text::Plain(_)) => Some("en has no plural forms"),
        _ => None,
    }
}

impl Text {
    /// For exactly one, and for any other count.
    fn forms(&self) -> [&str; 2] {
        match self {
            Self::Plain(text) => [text, text],
            Self::Counted { one, other } => [one.as_ref().unwrap_or(other), other],
        }
    }

    fn placeholders(&self) -> BTreeSet<&str> {
        self.forms().into_iter().flat_map(pieces).filter_map(Piece::placeholder).collect()
    }
}

/// A stretch of a text.
enum Piece<'a> {
    Words(&'a str),
    Placeholder(&'a str),
}

impl<'a> Piece<'a> {
    fn placeholder(self) -> Option<&'a str> {
        match self {
            Self::Placeholder(name) => Some(name),
            Self::Words(_) => None,
        }
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else { break };
        found.extend((!words.is_empty()).then_some(Piece::Words(words)));
        found.push(Piece::Placeholder(name.trim()));
        rest = after;
    }
    found.extend((!rest.is_empty()).then_some(Piece::Words(rest)));
    found
}

fn function(key: &str, zh: &Text, en: &Text, code: &mut String) {
    let doc = zh.forms()[1].replace('\n', " ");
    let placeholders = zh.placeholders();
    let counts = placeholders.contains("count");
    // Writing to a string can't fail.
    let _ = if placeholders.is_empty() {
        let (zh, en) = (zh.forms()[1], en.forms()[1]);
        writeln!(
            code,
            "/// {doc}\npub const fn {key}(locale: Locale) -> &'static str {{ match locale {{ Locale::ZhCn => {zh:?}, Locale::En => {en:?} }} }}"
        )
    } else {
        let fields = placeholders.iter().map(|name| match *name {
            "count" if counts => "/// Decides between singular and plural.\npub count: i64,\n".to_owned(),
            name => format!("/// Stands for `{{{{ {name} }}}}`.\npub {name}: &'a dyn std::fmt::Display,\n"),
        });
        let lifetime = if counts && placeholders.len() == 1 { "" } else { "<'a>" };
        let used = lifetime.replace('a', "_");
        let fields: String = fields.collect();
        let (zh, en) = (joined(zh, counts), joined(en, counts));
        writeln!(
            code,
            "/// What {doc:?} is filled with.\n#[allow(non_camel_case_types)]\npub struct {key}{lifetime} {{\n{fields}}}\n\
             /// {doc}\npub fn {key}(locale: Locale, with: {key}{used}) -> String {{ match locale {{ Locale::ZhCn => {zh}, Locale::En => {en} }} }}"
        )
    };
}

fn joined(text: &Text, counts: bool) -> String {
    let join = |form: &str| {
        let parts = pieces(form).into_iter().map(|piece| match piece {
            Piece::Words(words) => format!("&{words:?}"),
            Piece::Placeholder("count") if counts => "&with.count".to_owned(),
            Piece::Placeholder(name) => format!("with.{name}"),
        });
        format!("join(&[{}])", parts.collect::<Vec<_>>().join(", "))
    };
    match text.forms() {
        [one, other] if one == other => join(other),
        [one, other] => format!("if with.count == 1 {{ {} }} else {{ {} }}", join(one), join(other)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn generated(zh: &Value, en: &Value) -> Result<String, String> {
        let mut root = Group::default();
        root.add(0, "home", zh);
        root.add(1, "home", en);
        generate(&root).map_err(|error| error.to_string())
    }

    #[test]
    fn a_text_that_one_language_lacks_stops_the_build() {
        let error = generated(&json!({"title": "蓉居", "hint": "提示"}), &json!({"title": "Rongju"})).unwrap_err();
        assert!(error.contains("home.hint: missing in en"), "{error}");
        let error = generated(&json!({}), &json!({"group": {"title": "Rongju"}})).unwrap_err();
        assert!(error.contains("home.group.title: missing in zh-CN"), "{error}");
    }

    #[test]
    fn placeholders_must_be_the_same_in_both_languages() {
        let error = generated(&json!({"due": "最晚 {{ date }}"}), &json!({"due": "By {{ day }}"})).unwrap_err();
        assert!(error.contains("home.due: different placeholders"), "{error}");
    }

    #[test]
    fn a_text_that_counts_has_a_singular_in_english() {
        let code = generated(
            &json!({"days": "{{ count }} 天"}),
            &json!({"days": {"one": "{{ count }} day", "other": "{{ count }} days"}}),
        );
        let code = code.unwrap();
        assert!(code.contains("if with.count == 1") && code.contains("pub count: i64"), "{code}");
    }

    #[test]
    fn each_language_has_its_own_plural_forms_and_no_others() {
        let (zh, one) = (json!({"other": "{{ count }} 页"}), "{{ count }} page");
        for (zh, en, why) in [
            (
                &json!({"one": "{{ count }} 页", "other": "{{ count }} 页"}),
                &json!({"one": one, "other": one}),
                "Chinese",
            ),
            (&zh, &json!({"other": "{{ count }} pages"}), "`one` is missing"),
            (&zh, &json!("{{ count }} pages"), "no plural forms"),
        ] {
            let error = generated(&json!({ "pages": zh }), &json!({ "pages": en })).unwrap_err();
            assert!(error.contains("home.pages") && error.contains(why), "{error}");
        }
    }

    #[test]
    fn a_group_becomes_a_module() {
        let value = json!({"review": {"title": "t"}});
        let code = generated(&value, &value).unwrap();
        assert!(code.contains("pub mod review") && code.contains("pub const fn title"), "{code}");
    }
}
