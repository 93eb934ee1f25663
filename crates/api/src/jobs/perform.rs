//! Doing a job.

use rules::{
    field::Field,
    phone::Phone,
    records::Person,
    service::{DeliveryMethod, Service},
};
use uuid::Uuid;
use wire::draft::SavedDraft;

use super::Job;
use crate::{
    App,
    cases::{case_file, remind, texts},
    picture_files::FilesError,
    store::{
        StoreError,
        application::{self, Application},
        delivery, draft, person, picture,
        record_check::{self, Kept},
        reminder::About,
    },
    upstream::{
        UpstreamError,
        post::{Parcel, Recipient},
    },
};

/// Why a job was not done. It is kept in the outbox and logged, so it names no person.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder of pictures.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The receiver.
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    /// What the job is about is not there.
    #[error("{0} is missing")]
    Missing(&'static str),
}

/// Does it, under a key by which the receiver tells a repetition.
pub async fn perform(app: &App, job: &Job, key: &str) -> Result<(), JobError> {
    match job {
        Job::PushCase { number } => push_case(app, number).await,
        Job::WithdrawCase { number } => Ok(app.police().withdraw(number).await?),
        Job::OrderParcel { number } => order_parcel(app, number, key).await,
        Job::Sms { number, template, text } => send(app, &find(app, number).await?, key, template, text).await,
        Job::Remind { number, about } => remind(app, number, *about, key).await,
        Job::AskRecordCheck { check } => ask_record_check(app, *check).await,
        Job::TellOfRecordCheck { check } => tell_of_record_check(app, *check, key).await,
        Job::RemindOfDraft { person, service } => remind_of_draft(app, *person, *service, key).await,
    }
}

async fn send(app: &App, application: &Application, key: &str, template: &str, text: &str) -> Result<(), JobError> {
    let phone: Phone =
        application.draft.answer(Field::Phone).parse().map_err(|_| JobError::Missing("the mobile number"))?;
    Ok(app.sms().send(key, phone.as_str(), template, text).await?)
}

async fn remind(app: &App, number: &str, about: About, key: &str) -> Result<(), JobError> {
    let db = app.store().connection();
    let application = find(app, number).await?;
    let Some(text) = remind::text(app, db, &application, about).await? else { return Ok(()) };
    let person = person::find(db, application.person).await?.ok_or(JobError::Missing("the person"))?;
    let words = texts::compose(app, &person, &application, &text);
    send(app, &application, key, text.template(), &words).await
}

async fn remind_of_draft(app: &App, owner: Uuid, service: Service, key: &str) -> Result<(), JobError> {
    let (db, now) = (app.store().connection(), app.clock().now());
    let saved = draft::find(db, owner, service, now).await?;
    // It may be submitted, or touched again, since the reminder was put down; and nobody misses what records filled in.
    let to_tell = |saved: &SavedDraft| saved.draft.is_begun() && draft::is_near_its_end(saved, now);
    let Some(saved) = saved.filter(to_tell) else { return Ok(()) };
    let person = person::find(db, owner).await?.ok_or(JobError::Missing("the person"))?;
    // Who has given no number yet, and signed in by a way that knows none, can't be told.
    let Some(phone) = saved.draft.choice::<Phone>(Field::Phone).or_else(|| person.phone.clone()) else { return Ok(()) };
    let text = texts::of_draft(app, &person, service, app.clock().date_of(saved.expires_at));
    Ok(app.sms().send(key, phone.as_str(), texts::DRAFT_TEMPLATE, &text).await?)
}

async fn ask_record_check(app: &App, id: Uuid) -> Result<(), JobError> {
    let (Kept { check, .. }, person) = find_record_check(app, id).await?;
    Ok(app.records().ask_check(&id.to_string(), &person, check.catalog, &check.words).await?)
}

async fn tell_of_record_check(app: &App, id: Uuid, key: &str) -> Result<(), JobError> {
    let (Kept { check, .. }, person) = find_record_check(app, id).await?;
    // Who signed in by a way that knows no number finds the answer where the request was made.
    let Some(phone) = &person.phone else { return Ok(()) };
    let text = texts::of_record_check(app, &person, check.catalog);
    Ok(app.sms().send(key, phone.as_str(), texts::RECORD_CHECK_TEMPLATE, &text).await?)
}

async fn find_record_check(app: &App, id: Uuid) -> Result<(Kept, Person), JobError> {
    let db = app.store().connection();
    let kept = record_check::find(db, id).await?.ok_or(JobError::Missing("the request"))?;
    let person = person::find(db, kept.person).await?.ok_or(JobError::Missing("the person"))?;
    Ok((kept, person))
}

async fn find(app: &App, number: &str) -> Result<Application, JobError> {
    application::by_number(app.store().connection(), number).await?.ok_or(JobError::Missing("the case"))
}

async fn push_case(app: &App, number: &str) -> Result<(), JobError> {
    let db = app.store().connection();
    let application = find(app, number).await?;
    let person = person::find(db, application.person).await?.ok_or(JobError::Missing("the person"))?;
    let pictures = picture::held_by(db, application.id).await?;
    app.police().put_case(&case_file::case_file(&application, &person, &pictures)).await?;
    for picture in pictures {
        let bytes = app.picture_files().get(&picture.object_path).await?;
        app.police().put_picture(number, &case_file::page(&picture), bytes).await?;
    }
    Ok(())
}

async fn order_parcel(app: &App, number: &str, key: &str) -> Result<(), JobError> {
    let application = find(app, number).await?;
    let waits = delivery::find(app.store().connection(), application.id).await?;
    // Withdrawn since it was put down: the permit waits at the station, and the post hears nothing of its holder.
    if waits.is_none_or(|delivery| delivery.method != DeliveryMethod::Post) {
        return Ok(());
    }
    let answer = |field| application.draft.answer(field).trim().to_owned();
    let phone: Phone =
        answer(Field::RecipientPhone).parse().map_err(|_| JobError::Missing("the recipient's number"))?;
    let parcel = Parcel {
        reference: number.to_owned(),
        recipient: Recipient {
            name: answer(Field::RecipientName),
            phone: phone.as_str().to_owned(),
            address: answer(Field::RecipientAddress),
        },
        sender_station: application.station_id.clone(),
        pay: "on_delivery",
    };
    let waybill = app.post().order(key, &parcel).await?;
    let db = app.store().begin().await?;
    let mut application = application::by_number(&db, number).await?.ok_or(JobError::Missing("the case"))?;
    let mut delivery = delivery::find(&db, application.id).await?.ok_or(JobError::Missing("the delivery"))?;
    // The post may have told us the number before it answered us.
    if delivery.waybill.is_none() {
        delivery.waybill = Some(waybill);
        delivery::put(&db, &delivery).await?;
        application::update(&db, &mut application).await?;
    }
    db.commit().await.map_err(StoreError::from)?;
    Ok(())
}
