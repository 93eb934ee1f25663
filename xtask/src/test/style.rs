//! The colours and sizes of `style/` against WCAG 2.2 and the standard for elder mode (适老化), computed from the style
//! sheets themselves: every pair of tokens that is used together, in every theme.

use std::{collections::BTreeMap, fs};

use crate::project;

/// By name, without the dashes: the value as written, one light and one dark.
type Tokens = BTreeMap<String, [String; 2]>;

/// Words (WCAG 1.4.3). Large ones would need less, and get no less.
const TEXT: f64 = 4.5;
/// Edges of controls, signs and marks that say something (WCAG 1.4.11).
const EDGE: f64 = 3.0;

const SURFACES: &[&str] = &["paper", "card"];

/// What is written or drawn with a colour, on which grounds it lies, and how much they must differ. Whoever uses two
/// colours together in a style sheet writes the pair down here.
const PAIRS: &[(f64, &str, &[&str])] = &[
    (TEXT, "ink", &["paper", "card", "sunk", "info-soft", "ok-soft", "warn-soft", "bad-soft", "brand-soft"]),
    (TEXT, "ink-2", &["paper", "card", "sunk", "info-soft", "ok-soft", "warn-soft", "bad-soft", "brand-soft"]),
    (TEXT, "ink-3", &["paper", "card", "sunk"]),
    (TEXT, "brand", &["paper", "card", "info-soft", "ok-soft", "warn-soft", "bad-soft"]),
    (TEXT, "brand-deep", &["paper", "card", "brand-soft"]),
    (TEXT, "on-brand", &["brand", "brand-deep"]),
    (TEXT, "on-band", &["band"]),
    (TEXT, "accent", &["card", "accent-soft"]),
    (TEXT, "ok", &["paper", "card", "ok-soft"]),
    (TEXT, "warn", &["paper", "card", "warn-soft"]),
    (TEXT, "bad", &["paper", "card", "bad-soft"]),
    (TEXT, "info", &["paper", "card", "info-soft"]),
    // a note about what just happened, in inverted colours
    (TEXT, "paper", &["ink"]),
    // the sign of an application that ended
    (EDGE, "card", &["bad"]),
    (EDGE, "edge", SURFACES),
    (EDGE, "brand", &["track", "brand-soft", "sunk"]),
    (EDGE, "focus", &["paper", "card", "bad-soft", "info-soft", "warn-soft", "ok-soft"]),
];

/// Colours that only part what is told apart by its place as well, and need no contrast of their own.
const DECORATION: &[&str] = &["line", "track"];

fn sheet(name: &str) -> String {
    fs::read_to_string(project::at("style").join(name)).unwrap()
}

/// The custom properties that are declared between the braces after this selector.
fn declared(css: &str, selector: &str) -> Vec<(String, String)> {
    let block = css.split_once(&format!("{selector} {{")).unwrap().1.split_once('}').unwrap().0;
    let comments = block.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after));
    let text: String = comments.collect();
    let pairs = text.split(';').filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    pairs.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
}

/// The colours: tokens whose value names a light and a dark one.
fn colours() -> Tokens {
    let value = |text: &str, theme: &str| {
        let (_, rest) = text.split_once(&format!("var(--{theme}, "))?;
        Some(rest.split_once(')')?.0.to_owned())
    };
    let all = declared(&sheet("tokens.css"), ":root").into_iter();
    all.filter_map(|(name, text)| Some((name, [value(&text, "light")?, value(&text, "dark")?]))).collect()
}

/// The same with what a theme says differently. A theme may name another token.
fn themed(colours: &Tokens, theme: &[(String, String)]) -> Tokens {
    let mut themed = colours.clone();
    for (name, value) in theme.iter().filter(|(name, _)| colours.contains_key(name)) {
        let value = colours.contains_key(reference(value)).then(|| value.clone()).unwrap();
        themed.insert(name.clone(), [value.clone(), value]);
    }
    themed
}

fn reference(value: &str) -> &str {
    value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')).unwrap_or_default()
}

fn resolved(tokens: &Tokens, name: &str, dark: usize) -> String {
    let value = &tokens[name][dark];
    if value.starts_with('#') { value.clone() } else { resolved(tokens, reference(value), dark) }
}

/// Relative luminance (WCAG 2.2, definitions).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn rem(tokens: &[(String, String)], name: &str) -> f64 {
    let (_, value) = tokens.iter().find(|(token, _)| token == name).unwrap();
    value.strip_suffix("rem").unwrap().parse().unwrap()
}

#[test]
fn black_on_white_is_the_greatest_contrast_there_is() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}

#[test]
fn every_pair_of_colours_used_together_differs_enough_in_every_theme() {
    let colours = colours();
    let more = declared(&sheet("themes.css"), ":root[data-contrast=\"more\"]");
    let mut poor = Vec::new();
    for (theme, tokens) in [("standard", colours.clone()), ("more contrast", themed(&colours, &more))] {
        for (least, name, grounds) in PAIRS {
            for (ground, dark) in grounds.iter().flat_map(|ground| [(ground, 0), (ground, 1)]) {
                let found = contrast(&resolved(&tokens, name, dark), &resolved(&tokens, ground, dark));
                if found < *least {
                    let light = ["light", "dark"][dark];
                    poor.push(format!("{name} on {ground}, {theme}, {light}: {found:.2} of {least}"));
                }
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}

#[test]
fn every_colour_is_in_the_list_of_pairs() {
    let used = |name: &str| PAIRS.iter().any(|(_, colour, grounds)| *colour == name || grounds.contains(&name));
    let colours = colours();
    assert!(colours.len() > 25, "{}", colours.len());
    for name in colours.keys().filter(|name| !DECORATION.contains(&name.as_str())) {
        assert!(used(name), "{name}: write down what it is used with");
    }
}

#[test]
fn more_contrast_is_the_same_by_choice_and_by_the_phones_setting() {
    let themes = sheet("themes.css");
    let chosen = declared(&themes, ":root[data-contrast=\"more\"]");
    assert_eq!(chosen, declared(&themes, ":root:not([data-contrast=\"normal\"])"));
}

#[test]
fn elder_mode_has_words_of_18_dp_and_targets_of_60_dp_at_least_and_goes_up_to_30_dp() {
    let themes = sheet("themes.css");
    let large = declared(&themes, ":root[data-elder]");
    for (name, _) in large.iter().filter(|(name, _)| name.starts_with("text-")) {
        assert!(rem(&large, name) * 16.0 >= 18.0, "{name}");
    }
    for name in ["target", "control", "button"] {
        assert!(rem(&large, name) * 16.0 >= 60.0, "{name}");
    }
    let largest = declared(&themes, ":root[data-elder=\"largest\"]");
    assert!(rem(&largest, "text-body") * 16.0 >= 30.0);
    for (name, _) in &largest {
        assert!(rem(&largest, name) >= rem(&large, name), "{name} is smaller than in large words");
    }
}

#[test]
fn colours_are_named_by_tokens_alone() {
    let components = fs::read_dir(project::at("src/components")).unwrap();
    let components = components.map(|entry| entry.unwrap().path().join("style.css")).filter(|path| path.exists());
    // A QR code is for cameras, which want black on white in every theme.
    let components = components.filter(|path| !path.ends_with("qr_code/style.css"));
    let own = ["base.css", "pages.css", "utilities.css"].map(|name| project::at("style").join(name));
    for path in components.chain(own) {
        let css = fs::read_to_string(&path).unwrap();
        let value = css.lines().find(|line| line.contains(": #") || line.contains(" #") && line.trim().ends_with(';'));
        assert_eq!(value, None, "{}: a colour that no theme can change", path.display());
    }
}
