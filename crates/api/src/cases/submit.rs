//! Submitting an application.

use std::collections::{BTreeMap, HashMap};

use rules::{
    RuleSet, Situation,
    case::{Actor, Event, State},
    case_number::CaseNumber,
    check,
    draft::Draft,
    field::{Field, Item, Subject},
    prefill,
    records::{Person, Records},
    station::{self, Station},
    verdict::{Finding, Outcome, Verdict},
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    application::Application,
    consent::{CONSENT_TEXT_VERSION, ConsentScope},
};

use super::{
    check_shape, household,
    idempotent::{Attempt, Key},
    pictures::{kind_of, purposes_of},
    receipts, records,
    texts::{Text, tell},
    transition, view,
};
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{
        Connection, StoreError, application, consent, counter, draft,
        event::Cause,
        picture::{self, Picture},
    },
};

/// Submits a draft, the applicant's own or as their `agent`: at most once a key, at most one open case of a kind, and only
/// what passes every hard check on records that are fetched here and now.
///
/// # Errors
/// Those of the endpoint: already open, check failed, pictures not uploaded, key reused.
pub async fn submit(app: &App, who: Uuid, agent: Option<Uuid>, draft: Draft, key: Key) -> Result<Application, Refusal> {
    check_shape(&draft)?;
    let attempt = Attempt::new(who, key, &("submit", &draft))?;
    let db = app.store().connection();
    if let Some(answer) = attempt.earlier(db).await? {
        return Ok(answer);
    }
    if application::has_open(db, who, draft.service).await? {
        // It may be this very submission, come in twice at the same time: the other one's answer is there by now.
        return attempt.earlier(db).await?.ok_or_else(|| ErrorCode::AlreadyOpen.into());
    }
    let person = household::applicant(app, who, agent).await?;
    let records = records::records(app, who, &person).await?.unwrap_or(Records::unavailable());
    let today = app.clock().today();
    let situation = Situation { rules: RuleSet::in_force_on(today), person: &person, records: &records, today };
    let draft = judge(draft, situation)?;
    let pictures = uploaded(db, who, &draft).await?;
    let (draft, verdict) = as_stored(draft, &pictures, situation);
    write(app, who, &attempt, Judged { draft, verdict, records }, &pictures).await
}

/// What is submitted, and what the rules say of it.
struct Judged {
    draft: Draft,
    verdict: Verdict,
    records: Records,
}

async fn write(
    app: &App,
    who: Uuid,
    attempt: &Attempt,
    judged: Judged,
    pictures: &Uploaded,
) -> Result<Application, Refusal> {
    let now = app.clock().now();
    let today = app.clock().today();
    let station = station_of(&judged.draft)?;
    let db = app.store().begin().await?;
    // Now that nobody else writes: the same submission may have come in twice at the same time.
    if let Some(answer) = attempt.earlier(&db).await? {
        return Ok(answer);
    }
    let district = station.street.district.code;
    let running = counter::next(&db, &format!("case/{today}")).await?;
    let running = u32::try_from(running).map_err(|_| Refusal::Broken("the running number"))?;
    let number =
        CaseNumber::new(district, today, running).map_err(|_| Refusal::Broken("the running number"))?.to_string();
    let mut kept = application::Application {
        id: Uuid::new_v4(),
        number,
        verification_code: receipts::new_code(),
        person: who,
        service: judged.draft.service,
        draft: judged.draft,
        verdict: judged.verdict,
        records: judged.records,
        station_id: station.id.clone(),
        state: State::Draft,
        version: 1,
        revision: 1,
        submitted_at: now,
        submitted_on: today,
        accepted_on: None,
        accepted_by: None,
        refusal: None,
    };
    let created = application::create(&db, &kept).await;
    match created {
        Err(error) if error.is_duplicate() => return Err(ErrorCode::AlreadyOpen.into()),
        created => created?,
    }
    transition::apply(&db, &mut kept, &[], Event::Submit, &Cause::of(Actor::Applicant), now).await?;
    transition::save(&db, &mut kept).await?;
    picture::hold(&db, kept.id, pictures.ids(&kept.draft)).await?;
    if kept.draft.agreed(Field::PostConsent) {
        consent::give(&db, who, ConsentScope::Post, CONSENT_TEXT_VERSION, now).await?;
    }
    draft::delete(&db, who, kept.service).await?;
    jobs::add(&db, &Job::PushCase { number: kept.number.clone() }, now).await?;
    if let Some(completeness_by) = view::deadlines(&kept, &[]).completeness_by {
        tell(app, &db, &kept, &Text::Submitted { completeness_by }).await?;
    }
    let answer = view::application(&db, &kept).await?;
    attempt.keep(app, &db, &answer).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(answer)
}

/// The station that decides: by the street of residence.
pub fn station_of(draft: &Draft) -> Result<&'static Station, Refusal> {
    let street = draft.answer(Field::StreetCode).trim();
    station::by_street(street).ok_or(Refusal::Broken("a street that passed the check has no station"))
}

/// What is submitted of a draft that passes every hard check.
///
/// # Errors
/// [`ErrorCode::CheckFailed`] with what fails.
pub fn judge(mut draft: Draft, situation: Situation<'_>) -> Result<Draft, Refusal> {
    own_up(&mut draft, situation.person, situation.records);
    let verdict = check::check(&draft, situation);
    if !check::can_submit(&verdict) {
        let fails = |finding: &Finding| finding.outcome() == Outcome::NotMet;
        return Err(Refusal::Checks(verdict.findings.into_iter().filter(fails).collect()));
    }
    Ok(check::asked_for(situation.rules, &draft, situation.records))
}

/// An answer that says it is a record's, and is not what the record says, is the applicant's own: disputed, so that the
/// station looks at it.
fn own_up(draft: &mut Draft, person: &Person, records: &Records) {
    let offered: BTreeMap<Field, String> =
        prefill::prefill(draft, person, records).into_iter().map(|offer| (offer.field, offer.value)).collect();
    let Draft { provenance, answers, .. } = draft;
    for (field, origin) in provenance.iter_mut() {
        let is_the_records = offered.get(field).is_none_or(|value| Some(value) == answers.get(field));
        origin.disputed |= !is_the_records;
    }
}

/// The pictures that a draft names, as they were uploaded.
pub struct Uploaded(HashMap<(String, String), Picture>);

impl Uploaded {
    fn find(&self, item: Item, id: &str) -> Option<&Picture> {
        purposes_of(item).iter().find_map(|purpose| self.0.get(&(id.to_owned(), (*purpose).to_owned())))
    }

    /// Our keys of what the draft names.
    pub fn ids<'a>(&'a self, draft: &'a Draft) -> impl Iterator<Item = Uuid> + 'a {
        let pages = draft.pictures.iter().flat_map(|(item, pages)| pages.iter().map(|page| (*item, &page.id)));
        pages.filter_map(|(item, id)| self.find(item, id)).map(|picture| picture.id)
    }
}

/// Finds the pictures that a draft names.
///
/// # Errors
/// [`ErrorCode::PicturesNotUploaded`] with the items that lack one.
pub async fn uploaded(db: &impl Connection, who: Uuid, draft: &Draft) -> Result<Uploaded, Refusal> {
    let ids: Vec<&str> = draft.pictures.values().flatten().map(|page| page.id.as_str()).collect();
    let found = Uploaded(picture::find_all(db, who, &ids).await?);
    let lacks = |(item, pages): &(&Item, &Vec<rules::draft::Picture>)| {
        pages.iter().any(|page| found.find(**item, &page.id).is_none())
    };
    let missing: Vec<Subject> = draft.pictures.iter().filter(lacks).map(|(item, _)| Subject::Item(*item)).collect();
    if missing.is_empty() { Ok(found) } else { Err(Refusal::Subjects(ErrorCode::PicturesNotUploaded, missing)) }
}

/// The draft with what the server knows of its pictures in place of what was said of them, and the verdict on exactly
/// what is kept, so that it can be replayed.
pub fn as_stored(mut draft: Draft, pictures: &Uploaded, situation: Situation<'_>) -> (Draft, Verdict) {
    for (item, pages) in &mut draft.pictures {
        for page in pages {
            if let Some(stored) = pictures.find(*item, &page.id) {
                page.width = stored.width.unsigned_abs();
                page.height = stored.height.unsigned_abs();
                page.bytes = stored.bytes.unsigned_abs();
                page.kind = kind_of(stored);
            }
        }
    }
    let verdict = check::check(&draft, situation);
    (draft, verdict)
}
