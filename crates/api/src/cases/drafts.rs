//! What a draft must look like to be taken at all, however unfinished it is.

use rules::{
    draft::{Draft, MAX_ANSWER_CHARS},
    field::Subject,
};
use wire::ErrorCode;

use crate::problem::Refusal;

/// Refuses a draft that the form can't have made: overlong answers, more pages than an item takes, pictures under
/// impossible names.
///
/// # Errors
/// [`ErrorCode::MalformedBody`] with what it is about.
pub fn check_shape(draft: &Draft) -> Result<(), Refusal> {
    let too_long = draft.answers.iter().filter(|(_, answer)| answer.chars().count() > MAX_ANSWER_CHARS);
    let mut wrong: Vec<Subject> = too_long.map(|(field, _)| Subject::Field(*field)).collect();
    let wrong_items = draft.pictures.iter().filter(|(item, pages)| {
        pages.len() > usize::from(item.max_pages()) || pages.iter().any(|page| !is_picture_id(&page.id))
    });
    wrong.extend(wrong_items.map(|(item, _)| Subject::Item(*item)));
    if wrong.is_empty() { Ok(()) } else { Err(Refusal::Subjects(ErrorCode::MalformedBody, wrong)) }
}

/// Whether it is a SHA-256 in lower-case hex.
pub fn is_picture_id(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
