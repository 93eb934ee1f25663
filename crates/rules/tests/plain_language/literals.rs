//! The string literals of Rust source: everything that people could read in it. Comments, attributes and tests are no
//! part of it. The tests of the app use it too, to find text outside of its locale files.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A string literal, or text that stands in a `view!` without quotes.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    /// From 1.
    pub line: usize,
    pub text: String,
    /// What it is the value of, as `class` in `class="stack"`; empty where nothing is named.
    pub name: String,
}

/// Every literal of the source, in order.
pub fn literals(source: &str) -> Vec<Literal> {
    let tokens: TokenStream = source.parse().expect("the source is Rust");
    let mut found = Vec::new();
    walk(tokens, false, &mut found);
    found
}

fn walk(tokens: TokenStream, in_view: bool, found: &mut Vec<Literal>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                let inner = usize::from(is_punct(tokens.get(at), '!'));
                let Some(TokenTree::Group(attribute)) = tokens.get(at + inner) else { continue };
                at += inner + 1;
                if is_for_tests(attribute) {
                    at = end_of_item(&tokens, at);
                }
            }
            TokenTree::Group(group) => {
                let is_view = at >= 3 && is_ident(&tokens[at - 3], "view") && is_punct(tokens.get(at - 2), '!');
                walk(group.stream(), is_view, found);
            }
            TokenTree::Literal(literal) => {
                if let Some(text) = unquoted(&literal.to_string()) {
                    let name = named(&tokens, at - 1);
                    found.push(Literal { line: literal.span().start().line, text, name });
                }
            }
            TokenTree::Ident(word) if in_view && begins_text(&tokens, at - 1) => {
                found.push(Literal {
                    line: word.span().start().line,
                    text: word.to_string(),
                    name: "text node".to_owned(),
                });
            }
            _ => {}
        }
    }
}

/// Whether the token is the first after a tag's end.
fn begins_text(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2
        && is_punct(tokens.get(at - 1), '>')
        && !is_punct(tokens.get(at - 2), '-')
        && !is_punct(tokens.get(at - 2), '=')
}

/// The name before `=` or `:` before the token.
fn named(tokens: &[TokenTree], at: usize) -> String {
    let assigned = at >= 2 && (is_punct(tokens.get(at - 1), '=') || is_punct(tokens.get(at - 1), ':'));
    match tokens.get(at.wrapping_sub(2)) {
        Some(TokenTree::Ident(name)) if assigned => name.to_string(),
        _ => String::new(),
    }
}

fn is_punct(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == name)
}

/// `#[cfg(test)]`, `#[cfg(all(test, …))]`, `#[test]`.
fn is_for_tests(attribute: &Group) -> bool {
    let words: Vec<String> = attribute.to_string().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    attribute.delimiter() == Delimiter::Bracket && words.iter().any(|word| word == "test")
}

/// The place after the item that begins here: its braces, or its semicolon.
fn end_of_item(tokens: &[TokenTree], from: usize) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    };
    tokens[from..].iter().position(ends).map_or(tokens.len(), |length| from + length + 1)
}

/// The text of a string literal; nothing for any other literal.
fn unquoted(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        return raw.trim_matches('#').strip_prefix('"')?.strip_suffix('"').map(str::to_owned);
    }
    let escaped = literal.strip_prefix('"')?.strip_suffix('"')?;
    Some(escaped.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\"))
}

#[test]
fn what_people_could_read_is_found_and_comments_attributes_and_tests_are_not() {
    let source = r##"
        /// 签注
        #[error("not for people")]
        fn words() { let a = "签注"; /* "签注" */ view! { <p class="stack">{b}</p><p>Endorse now</p> }; f(r#"raw"#) }
        #[cfg(all(test, feature = "ssr"))]
        mod tests { const A: &str = "签注"; }
        const LAST: &str = "last";
    "##;
    let texts: Vec<(usize, String, String)> =
        literals(source).into_iter().map(|found| (found.line, found.text, found.name)).collect();
    let expected =
        [(4, "签注", "a"), (4, "stack", "class"), (4, "Endorse", "text node"), (4, "raw", ""), (7, "last", "str")];
    let expected: Vec<_> =
        expected.iter().map(|(line, text, name)| (*line, (*text).to_owned(), (*name).to_owned())).collect();
    assert_eq!(texts, expected);
}
