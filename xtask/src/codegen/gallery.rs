//! The gallery's index: every component with its documentation, props and stories, and every token, read from the
//! sources, so that no list of them is kept by hand.

use crate::{
    failure::{Doing, Done, ensure},
    files, project,
};
use quote::ToTokens;
use std::fmt::Write;
use syn::{Attribute, Expr, ExprLit, FnArg, Item, ItemFn, Lit, Meta, Pat, Visibility};

/// `src/gallery/index.rs`.
pub fn index() -> Done<String> {
    let mut text =
        "//! Written by `cargo xtask codegen` from the folders of `src/components` and from `style/tokens.css`.\n\n\
         use super::catalog::{Component, Part, Prop, TokenGroup};\n\
         use crate::components;\n\n\
         /// Every component, in the order of their folders.\npub const COMPONENTS: &[Component] = &[\n"
            .to_owned();
    for folder in files::entries(&project::at("src/components"))? {
        if folder.join("mod.rs").is_file() {
            text += &component(
                &files::name(&folder),
                &files::read(&folder.join("mod.rs"))?,
                folder.join("stories.rs").is_file(),
            )?;
        }
    }
    text += "];\n\n/// Every token, as it stands in the style.\npub const TOKENS: &[TokenGroup] = &[\n";
    text += &tokens(&files::read(&project::at("style/tokens.css"))?);
    text += "];\n";
    Ok(text)
}

/// One component's folder as an entry of the index.
fn component(name: &str, source: &str, has_stories: bool) -> Done<String> {
    let file = syn::parse_file(source).doing(format_args!("read src/components/{name}/mod.rs"))?;
    let stories = if has_stories { format!("components::{name}::stories::STORIES") } else { "&[]".to_owned() };
    let mut entry = format!(
        "    Component {{\n        name: {name:?},\n        about: {:?},\n        parts: &[\n",
        docs(&file.attrs)
    );
    for item in &file.items {
        if let Item::Fn(function) = item
            && matches!(function.vis, Visibility::Public(_))
            && function.attrs.iter().any(|attribute| attribute.path().is_ident("component"))
        {
            part(&mut entry, function)?;
        }
    }
    entry += &format!("        ],\n        stories: {stories},\n    }},\n");
    Ok(entry)
}

fn part(entry: &mut String, function: &ItemFn) -> Done {
    let name = function.sig.ident.to_string();
    ensure(!docs(&function.attrs).is_empty(), || format!("the component {name} has no documentation"))?;
    let (about, pad) = (docs(&function.attrs), " ".repeat(12));
    // Writing to a string does not fail.
    let _ = writeln!(entry, "{pad}Part {{\n{pad}    name: {name:?},\n{pad}    about: {about:?},\n{pad}    props: &[");
    for input in &function.sig.inputs {
        let FnArg::Typed(input) = input else { continue };
        let Pat::Ident(prop) = &*input.pat else { continue };
        let (name, of, about) =
            (prop.ident.to_string(), tidy(&input.ty.to_token_stream().to_string()), docs(&input.attrs));
        let required = !optional(&input.attrs) && name != "children";
        let _ = writeln!(
            entry,
            "{pad}        Prop {{ name: {name:?}, of: {of:?}, required: {required}, about: {about:?} }},"
        );
    }
    let _ = writeln!(entry, "{pad}    ],\n{pad}}},");
    Ok(())
}

/// The documentation comment as one paragraph.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).filter_map(|attribute| {
        let Meta::NameValue(pair) = &attribute.meta else { return None };
        let Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) = &pair.value else { return None };
        Some(line.value().trim().to_owned())
    });
    lines.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Whether the prop may be left out.
fn optional(attributes: &[Attribute]) -> bool {
    let marks = attributes.iter().filter(|attribute| attribute.path().is_ident("prop"));
    marks
        .map(|mark| mark.meta.to_token_stream().to_string())
        .any(|mark| mark.contains("optional") || mark.contains("default"))
}

/// A type as one writes it: `Signal<Option<String>>`, not `Signal < Option < String >>`.
fn tidy(of: &str) -> String {
    let mut of = of.to_owned();
    for (from, to) in [(" < ", "<"), (" >", ">"), ("< ", "<"), (" ,", ","), (" :: ", "::"), ("& ", "&"), ("( )", "()")]
    {
        of = of.replace(from, to);
    }
    of
}

/// The tokens as they stand in `:root`, under the comment above them.
fn tokens(style: &str) -> String {
    let body = style.split_once(":root {").map_or("", |(_, rest)| rest);
    let body = body.split_once("\n  }").map_or(body, |(body, _)| body);
    let mut text = String::new();
    for group in body.split("/*").skip(1) {
        let Some((about, declarations)) = group.split_once("*/") else { continue };
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        text += &format!("    TokenGroup {{\n        about: {about:?},\n        tokens: &[\n");
        for declaration in declarations.split(';') {
            if let Some((name, value)) = declaration.split_once(':') {
                let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                text += &format!("            ({:?}, {value:?}),\n", name.trim());
            }
        }
        text += "        ],\n    },\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"//! What does something.
use leptos::prelude::*;
/// A button.
/// It has words.
#[component]
pub fn Button(
    /// How much it asks for.
    #[prop(optional)]
    kind: ButtonKind,
    /// Called when pressed.
    #[prop(into)]
    on_press: Callback<()>,
    /// Its words.
    children: Children,
) -> impl IntoView {}
#[component]
fn Inner() -> impl IntoView {}
"#;

    #[test]
    fn a_components_entry_holds_its_props_as_the_source_has_them() {
        let entry = component("button", SOURCE, true).unwrap();
        assert!(
            entry.contains(r#"about: "What does something.""#) && entry.contains(r#"about: "A button. It has words.""#)
        );
        assert!(
            entry.contains(
                r#"Prop { name: "kind", of: "ButtonKind", required: false, about: "How much it asks for." }"#
            )
        );
        assert!(entry.contains(r#"Prop { name: "on_press", of: "Callback<()>", required: true,"#));
        assert!(entry.contains("components::button::stories::STORIES"));
        assert!(!entry.contains("Inner"), "what only the component itself uses is not shown");
    }

    #[test]
    fn tokens_stand_under_their_comment() {
        let style = "/* head */\n@layer tokens {\n  :root {\n    /* words */\n    --ink: var(--light, #111) var(--dark, #eee);\n    --font:\n      a, b;\n  }\n}";
        let text = tokens(style);
        assert!(text.contains(r#"about: "words""#) && !text.contains("head"));
        assert!(text.contains(r##"("--ink", "var(--light, #111) var(--dark, #eee)")"##));
        assert!(text.contains(r#"("--font", "a, b")"#));
    }
}
