//! Answering a correction (补正): what the station named, and what depends on it, and nothing else.

use std::collections::BTreeSet;

use rules::{
    Situation,
    case::{Actor, Event, State},
    check,
    correction::closure,
    draft::Draft,
    field::{Field, Item, Subject},
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    application::Application,
    consent::{CONSENT_TEXT_VERSION, ConsentScope},
};

use super::{
    check_shape,
    idempotent::{Attempt, Key},
    records,
    submit::{as_stored, judge, uploaded},
    texts::{Text, tell},
    transition, view,
};
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{StoreError, application, consent, correction, event::Cause, person, picture},
};

/// Submits the corrected draft. It is judged by the rules and on the day of the application, on records of today.
///
/// # Errors
/// Those of the endpoint: not found, illegal transition, correction incomplete, check failed, pictures not uploaded, key
/// reused.
pub async fn correct(app: &App, who: Uuid, number: &str, corrected: Draft, key: Key) -> Result<Application, Refusal> {
    check_shape(&corrected)?;
    let attempt = Attempt::new(who, key, &("correct", number, &corrected))?;
    let db = app.store().connection();
    if let Some(answer) = attempt.earlier(db).await? {
        return Ok(answer);
    }
    let kept = application::of_person(db, who, number).await?.ok_or(ErrorCode::NotFound)?;
    let corrections = correction::of_application(db, kept.id).await?;
    let asked = transition::open(&kept, &corrections).ok_or(ErrorCode::IllegalTransition)?.clone();
    let named: BTreeSet<Subject> = asked.items.iter().map(|item| item.subject).collect();

    let person = person::find(db, who).await?.ok_or(Refusal::Broken("an application of nobody"))?;
    let records = match records::records(app, who, &person).await? {
        Some(fresh) => records::or_earlier(fresh, &kept.records),
        None => kept.records.clone(),
    };
    let rules = kept.rules();
    let wrong = wrong_subjects(&kept.draft, &check::asked_for(rules, &corrected, &records), &named);
    if !wrong.is_empty() {
        return Err(Refusal::Subjects(ErrorCode::CorrectionIncomplete, wrong));
    }
    let situation = Situation { rules, person: &person, records: &records, today: kept.submitted_on };
    let draft = judge(corrected, situation)?;
    let pictures = uploaded(db, who, &draft).await?;
    let (draft, verdict) = as_stored(draft, &pictures, situation);

    let now = app.clock().now();
    let today = app.clock().today();
    let db = app.store().begin().await?;
    if let Some(answer) = attempt.earlier(&db).await? {
        return Ok(answer);
    }
    let mut moved = kept;
    moved.draft = draft;
    moved.verdict = verdict;
    moved.records = records;
    moved.revision += 1;
    transition::apply(&db, &mut moved, &corrections, Event::Resubmit, &Cause::of(Actor::Applicant), now).await?;
    // Fails where the case moved since it was read above, for example because the time to answer ran out.
    transition::save(&db, &mut moved).await?;
    correction::answered(&db, asked.id, today).await?;
    picture::hold(&db, moved.id, pictures.ids(&moved.draft)).await?;
    if moved.draft.agreed(Field::PostConsent) && named_reopens(&named, Field::PostConsent) {
        consent::give(&db, who, ConsentScope::Post, CONSENT_TEXT_VERSION, now).await?;
    }
    jobs::add(&db, &Job::PushCase { number: moved.number.clone() }, now).await?;
    tell(app, &db, &moved, &Text::Resubmitted).await?;
    debug_assert_ne!(moved.state, State::CorrectionRequested);
    let answer = view::application(&db, &moved).await?;
    attempt.keep(app, &db, &answer).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(answer)
}

fn named_reopens(named: &BTreeSet<Subject>, field: Field) -> bool {
    closure(named.iter().copied()).contains(&Subject::Field(field))
}

/// What is named and was left as it was, and what was changed without being open.
fn wrong_subjects(before: &Draft, after: &Draft, named: &BTreeSet<Subject>) -> Vec<Subject> {
    let open = closure(named.iter().copied());
    let fields = Field::ALL.iter().copied().map(Subject::Field);
    let items = Item::ALL.iter().copied().map(Subject::Item);
    let is_wrong = |subject: &Subject| match differs(before, after, *subject) {
        true => !open.contains(subject),
        false => named.contains(subject),
    };
    fields.chain(items).filter(is_wrong).collect()
}

fn differs(before: &Draft, after: &Draft, subject: Subject) -> bool {
    match subject {
        Subject::Field(field) => before.answer(field) != after.answer(field),
        Subject::Item(item) => {
            let ids = |draft: &Draft| draft.pages(item).iter().map(|page| page.id.clone()).collect::<Vec<_>>();
            ids(before) != ids(after)
        }
        Subject::Record(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use rules::service::Service;

    use super::*;

    fn draft(answers: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(Service::FirstIssue);
        draft.answers = answers.iter().map(|(field, answer)| (*field, (*answer).to_owned())).collect();
        draft
    }

    #[test]
    fn what_is_named_must_change_and_what_is_not_open_must_not() {
        let before = draft(&[(Field::Phone, "13800138000"), (Field::Employer, "示例公司")]);
        let named = [Subject::Field(Field::Phone)].into();
        let check = |after: &[(Field, &str)]| wrong_subjects(&before, &draft(after), &named);
        assert_eq!(check(&[(Field::Phone, "13900139000"), (Field::Employer, "示例公司")]), []);
        assert_eq!(
            check(&[(Field::Phone, "13800138000"), (Field::Employer, "示例公司")]),
            [Subject::Field(Field::Phone)]
        );
        assert_eq!(
            check(&[(Field::Phone, "13900139000"), (Field::Employer, "另一公司")]),
            [Subject::Field(Field::Employer)]
        );
    }

    #[test]
    fn what_depends_on_a_named_field_may_change_and_may_stay() {
        let before = draft(&[(Field::StreetCode, "510107064"), (Field::Address, "示例路1号")]);
        let named = [Subject::Field(Field::StreetCode)].into();
        let check = |after: &[(Field, &str)]| wrong_subjects(&before, &draft(after), &named);
        assert_eq!(check(&[(Field::StreetCode, "510107063"), (Field::Address, "示例路1号")]), []);
        assert_eq!(check(&[(Field::StreetCode, "510107063"), (Field::Address, "示例路2号")]), []);
    }
}
