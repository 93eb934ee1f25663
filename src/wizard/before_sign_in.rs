//! What was said in the self-check, before anybody signed in: a first issue that is begun in the same tab begins with it.

use rules::{draft::Draft, field::Field, service::Service};

use crate::device::{acting, tab};

/// Under which name the tab remembers it, one answer a line.
const KEPT: &str = "said_before_sign_in";

/// Leaves answers for the form.
pub fn leave(answers: &[(Field, &str)]) {
    let lines: Vec<String> = answers.iter().map(|(field, answer)| format!("{field}={answer}")).collect();
    tab::keep(KEPT, &lines.join("\n"));
}

/// A draft to begin with. Whoever acts for a child has asked about themselves.
pub(super) fn begin(service: Service) -> Draft {
    let mut draft = Draft::new(service);
    if service == Service::FirstIssue && acting::child().is_none() {
        take_up(&mut draft, &tab::kept(KEPT).unwrap_or_default());
    }
    draft
}

fn take_up(draft: &mut Draft, text: &str) {
    let answers = text.lines().filter_map(|line| line.split_once('='));
    draft.answers.extend(answers.filter_map(|(field, answer)| Some((field.parse().ok()?, answer.to_owned()))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_begins_with_what_was_said_and_without_what_is_no_answer() {
        let mut draft = Draft::new(Service::FirstIssue);
        take_up(&mut draft, "ground=employment\nemployment_proof=labour_contract\nunknown=x\nnothing");
        assert_eq!(draft.answers.len(), 2);
        assert_eq!(draft.answer(Field::Ground), "employment");
    }
}
