//! Writes the rule sets of `data/rule_sets/*.toml` as Rust constants, so that the browser carries no parser for them.
//!
//! The writer knows only TOML: a table becomes a struct of the same name, a text that is a date a date. Whether every key
//! is there and of the right type is for the compiler to say, against the structs of `src/rule_set.rs`.

use std::{
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("data/rule_sets");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.sort();
    let mut sets = Vec::new();
    for file in files {
        sets.push(rule_set(&fs::read_to_string(&file)?).map_err(|error| format!("{}: {error}", file.display()))?);
    }
    let code = format!("/// Every rule set, oldest first.\npub static ALL: &[RuleSet] = &[{}];\n", sets.join(","));
    fs::write(Path::new(&env::var("OUT_DIR")?).join("rule_sets.rs"), code)?;
    Ok(())
}

fn rule_set(text: &str) -> Result<String, Box<dyn Error>> {
    let mut set: Map<String, Value> = basic_toml::from_str(text)?;
    let digest = Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a String can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    set.insert("digest".into(), digest.into());
    Ok(table("rule_set", &set)?)
}

fn table(name: &str, fields: &Map<String, Value>) -> Result<String, String> {
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, value)| Ok(format!("{key}: {}", field(key, value)?)))
        .collect::<Result<_, String>>()?;
    Ok(format!("{} {{ {} }}", type_name(name), fields.join(", ")))
}

fn field(key: &str, field: &Value) -> Result<String, String> {
    Ok(match field {
        Value::Object(fields) => table(key, fields)?,
        Value::Array(_) => format!("Cow::Borrowed(&{})", value(key, field)?),
        Value::String(text) if !is_date(text) => format!("Cow::Borrowed({text:?})"),
        _ => value(key, field)?,
    })
}

fn value(key: &str, of: &Value) -> Result<String, String> {
    Ok(match of {
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.to_string(),
        Value::String(text) => {
            let parts: Vec<&str> = text.split('-').map(|part| part.trim_start_matches('0')).collect();
            format!("date({})", parts.join(", "))
        }
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(|one| value(key, one)).collect::<Result<_, _>>()?;
            format!("[{}]", values.join(", "))
        }
        Value::Object(fields) => table(key, fields)?,
        Value::Null => return Err(format!("{key} is empty")),
    })
}

fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}

fn type_name(key: &str) -> String {
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    key.split('_').map(capital).collect()
}
