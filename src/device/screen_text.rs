//! What can be read on the screen, as lines to be read aloud.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// What is not read: what is to be pressed is named where it is, and what can be chosen would go on for minutes.
const SILENT: &str = "button, select, textarea, svg, script, [aria-hidden='true']";

/// The words within the element of this identifier as they are seen, one paragraph a line.
pub fn lines_of(id: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    if let Some(element) = document().get_element_by_id(id) {
        collect(&element, &mut lines);
    }
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn collect(parent: &Node, lines: &mut Vec<String>) {
    let children = parent.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.get(at)) {
        if let Some(element) = child.dyn_ref::<Element>() {
            // What is a pixel wide at most is there for screen readers, or not shown. The selector is a constant, so it
            // never fails.
            let unseen = child.dyn_ref::<HtmlElement>().is_none_or(|element| element.offset_width() <= 1);
            let silent = unseen || element.matches(SILENT).unwrap_or(false);
            if silent {
                continue;
            }
            let inline = is_inline(element);
            if !inline {
                lines.push(String::new());
            }
            collect(element, lines);
            if !inline {
                lines.push(String::new());
            }
        } else if child.node_type() == Node::TEXT_NODE
            && let (Some(text), Some(line)) = (child.text_content(), lines.last_mut())
        {
            line.push_str(&text);
        }
    }
}

fn is_inline(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    style
        .and_then(|style| style.get_property_value("display").ok())
        .is_some_and(|display| display.starts_with("inline"))
}
