//! The code for a story as it is shown, to be copied into a page.

use std::collections::BTreeMap;

use super::{
    catalog::Part,
    story::{Control, Knob},
};

/// The component with the props that were changed and those that must be given.
pub fn code(part: &Part, knobs: &[Knob], changed: &BTreeMap<String, String>) -> String {
    let mut attributes = Vec::new();
    let mut children = None;
    for knob in knobs {
        let value = changed.get(&knob.name).unwrap_or(&knob.given);
        if knob.name == "children" {
            children = Some(format!("{value:?}"));
            continue;
        }
        let Some(prop) = part.props.iter().find(|prop| prop.name == knob.name) else { continue };
        if prop.required || changed.contains_key(&knob.name) || is_said(knob) {
            attributes.push(format!("{}={}", knob.name, literal(&knob.control, value)));
        }
    }
    let name = part.name;
    let short = attributes.join(" ");
    let (open, end) = if attributes.is_empty() {
        (format!("<{name}"), "")
    } else if name.len() + short.len() < 80 {
        (format!("<{name} {short}"), "")
    } else {
        (format!("<{name}\n    {}", attributes.join("\n    ")), "\n")
    };
    match children {
        None => format!("{open}{}/>", if end.is_empty() { "" } else { end }),
        Some(children) => format!("{open}{end}>{children}</{name}>"),
    }
}

/// Whether the story says something by this prop even where nobody has changed it.
fn is_said(knob: &Knob) -> bool {
    match knob.control {
        Control::Flag => knob.given == "true",
        _ => !knob.given.is_empty(),
    }
}

fn literal(control: &Control, value: &str) -> String {
    match control {
        Control::Flag | Control::Number { .. } => value.to_owned(),
        Control::Words => format!("{value:?}"),
        Control::Value => format!("Signal::stored({value:?}.to_owned())"),
        Control::Choice { of, .. } => format!("{of}::{value}"),
        Control::Event => "|_| ()".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gallery::catalog::Prop;

    const PART: Part = Part {
        name: "Button",
        about: "",
        props: &[
            Prop { name: "kind", of: "ButtonKind", required: false, about: "" },
            Prop { name: "busy", of: "Signal<bool>", required: false, about: "" },
            Prop { name: "on_press", of: "Callback<()>", required: true, about: "" },
        ],
    };

    fn knobs() -> Vec<Knob> {
        let choice = Control::Choice { of: "ButtonKind".to_owned(), variants: vec![] };
        let knob = |name: &str, control, given: &str| Knob { name: name.to_owned(), control, given: given.to_owned() };
        vec![
            knob("kind", choice, "Primary"),
            knob("busy", Control::Flag, "false"),
            knob("on_press", Control::Event, ""),
            knob("children", Control::Words, "提交"),
        ]
    }

    #[test]
    fn what_is_changed_or_must_be_given_stands_in_the_code() {
        let code = code(&PART, &knobs(), &[("busy".to_owned(), "true".to_owned())].into());
        assert_eq!(code, "<Button kind=ButtonKind::Primary busy=true on_press=|_| ()>\"提交\"</Button>");
    }

    #[test]
    fn what_is_as_it_is_anyway_does_not() {
        assert!(!code(&PART, &knobs(), &BTreeMap::new()).contains("busy"));
    }
}
