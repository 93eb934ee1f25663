//! Saving drafts: what one must look like to be taken at all, however unfinished it is, and what becomes of the pictures
//! that it no longer names.

use std::collections::HashSet;

use rules::{
    draft::{Draft, MAX_ANSWER_CHARS},
    field::Subject,
    service::Service,
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    draft::{DraftSummary, SavedDraft},
};

use super::pictures;
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{StoreError, draft},
};

/// Saves a draft over its version `over`, or as the first; `None` where that is not the version that is kept.
///
/// The pictures that it has let go of are deleted with it and no sooner: a phone that dies on the way leaves a draft
/// whose pictures are all there.
///
/// # Errors
/// As [`check_shape`].
pub async fn save(app: &App, who: Uuid, draft: &Draft, over: Option<u64>) -> Result<Option<SavedDraft>, Refusal> {
    check_shape(draft)?;
    let (db, now) = (app.store().begin().await?, app.clock().now());
    let before = draft::find(&db, who, draft.service, now).await?;
    let saved = match over {
        None => draft::create(&db, who, draft, now).await?,
        Some(version) => draft::replace(&db, who, draft, version, now).await?,
    };
    if saved.is_none() {
        return Ok(None);
    }
    let dropped: HashSet<String> = before.map(|before| named(before.draft)).unwrap_or_default();
    let gone = pictures::let_go(&db, who, dropped).await?;
    db.commit().await.map_err(StoreError::from)?;
    pictures::delete_files(app, gone).await?;
    Ok(saved)
}

/// What a person has begun and not submitted; the one saved last comes first.
///
/// # Errors
/// Those of the database.
pub async fn begun(app: &App, who: Uuid) -> Result<Vec<DraftSummary>, Refusal> {
    let drafts = draft::of_person(app.store().connection(), who, app.clock().now()).await?;
    let begun = drafts.into_iter().filter(|saved| saved.draft.is_begun());
    let mut begun: Vec<DraftSummary> = begun.map(|saved| DraftSummary::from(&saved)).collect();
    begun.sort_by_key(|draft| std::cmp::Reverse(draft.saved_at));
    Ok(begun)
}

/// Deletes the draft of a service with its pictures; nothing where none is kept.
pub async fn forget(app: &App, who: Uuid, service: Service) -> Result<(), Refusal> {
    let db = app.store().begin().await?;
    let before = draft::find(&db, who, service, app.clock().now()).await?;
    draft::delete(&db, who, service).await?;
    let gone = pictures::let_go(&db, who, before.map(|before| named(before.draft)).unwrap_or_default()).await?;
    db.commit().await.map_err(StoreError::from)?;
    pictures::delete_files(app, gone).await
}

/// Puts the reminder that a draft is about to be deleted into the outbox, where nobody else did.
pub async fn remind(app: &App, owner: Uuid, service: Service) -> Result<(), Refusal> {
    let (db, now) = (app.store().begin().await?, app.clock().now());
    if !draft::take_notice(&db, owner, service, now).await? {
        return Ok(());
    }
    jobs::add(&db, &Job::RemindOfDraft { person: owner, service }, now).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(())
}

fn named(draft: Draft) -> HashSet<String> {
    draft.pictures.into_values().flatten().map(|page| page.id).collect()
}

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
