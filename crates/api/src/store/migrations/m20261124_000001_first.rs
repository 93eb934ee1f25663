//! Everything from sign-in to delivery.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// A column that refers to the key `id` of another table. Nothing that is referred to can be deleted.
fn refers(from: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(from, column).to(to, "id").on_delete(ForeignKeyAction::Restrict).to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        people(manager).await?;
        preparing(manager).await?;
        applications(manager).await?;
        around(manager).await
    }
}

async fn people(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let person = Table::create()
        .table("person")
        .col(pk_uuid("id"))
        .col(string_uniq("subject"))
        .col(string("name"))
        .col(string("identity_number"))
        .col(string_null("phone"))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"))
        .to_owned();
    manager.create_table(person).await?;
    let session = Table::create()
        .table("session")
        .col(string("id").primary_key())
        .col(json("data"))
        .col(big_integer("expires_at"))
        .to_owned();
    manager.create_table(session).await?;
    let consent = Table::create()
        .table("consent")
        .col(pk_uuid("id"))
        .col(uuid("person_id"))
        .col(string("scope"))
        .col(integer("text_version"))
        .col(big_integer("given_at"))
        .col(big_integer_null("withdrawn_at"))
        .foreign_key(&mut refers("consent", "person_id", "person"))
        .to_owned();
    manager.create_table(consent).await?;
    let index = Index::create().name("consent_by_person").table("consent").col("person_id").col("scope").to_owned();
    manager.create_index(index).await
}

async fn preparing(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let draft = Table::create()
        .table("draft")
        .col(uuid("person_id"))
        .col(string("service"))
        .col(json("content"))
        .col(big_integer("version"))
        .col(big_integer("saved_at"))
        .primary_key(Index::create().col("person_id").col("service"))
        .foreign_key(&mut refers("draft", "person_id", "person"))
        .to_owned();
    manager.create_table(draft).await?;
    let picture = Table::create()
        .table("picture")
        .col(pk_uuid("id"))
        .col(uuid("person_id"))
        .col(string("sha256"))
        .col(string("purpose"))
        .col(integer("width"))
        .col(integer("height"))
        .col(integer("bytes"))
        .col(string("object_path"))
        .col(big_integer("created_at"))
        .foreign_key(&mut refers("picture", "person_id", "person"))
        .to_owned();
    manager.create_table(picture).await?;
    let once = Index::create()
        .name("picture_once")
        .unique()
        .table("picture")
        .col("person_id")
        .col("sha256")
        .col("purpose")
        .to_owned();
    manager.create_index(once).await
}

async fn applications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let application = Table::create()
        .table("application")
        .col(pk_uuid("id"))
        .col(string_uniq("number"))
        .col(uuid("person_id"))
        .col(string("service"))
        .col(json("draft"))
        .col(json("verdict"))
        .col(json("records"))
        .col(string("station_id"))
        .col(string("state"))
        // `person:service` while the case is open, so that a person has one open case of a kind.
        .col(string_null("open_slot").unique_key())
        .col(big_integer("version"))
        .col(integer("revision"))
        .col(big_integer("submitted_at"))
        .col(string("submitted_on"))
        .col(string_null("accepted_on"))
        .col(string_null("accepted_by"))
        .col(text_null("refusal"))
        .foreign_key(&mut refers("application", "person_id", "person"))
        .to_owned();
    manager.create_table(application).await?;
    let of_person = Index::create()
        .name("application_by_person")
        .table("application")
        .col("person_id")
        .col("submitted_at")
        .to_owned();
    manager.create_index(of_person).await?;
    let held = Table::create()
        .table("application_picture")
        .col(uuid("application_id"))
        .col(uuid("picture_id"))
        .primary_key(Index::create().col("application_id").col("picture_id"))
        .foreign_key(&mut refers("application_picture", "application_id", "application"))
        .foreign_key(&mut refers("application_picture", "picture_id", "picture"))
        .to_owned();
    manager.create_table(held).await?;
    let event = Table::create()
        .table("event")
        .col(big_pk_auto("id"))
        .col(uuid("application_id"))
        .col(string("kind"))
        .col(string("event"))
        .col(string("actor"))
        .col(string_null("officer"))
        .col(string("from_state"))
        .col(string("to_state"))
        .col(text_null("reason"))
        .col(big_integer("at"))
        .foreign_key(&mut refers("event", "application_id", "application"))
        .to_owned();
    manager.create_table(event).await?;
    let of_case = Index::create().name("event_by_application").table("event").col("application_id").to_owned();
    manager.create_index(of_case).await?;
    let correction = Table::create()
        .table("correction")
        .col(pk_uuid("id"))
        .col(uuid("application_id"))
        .col(json("items"))
        .col(string("issued_in"))
        .col(big_integer("asked_at"))
        .col(string("asked_on"))
        .col(string("answer_by"))
        .col(string_null("answered_on"))
        .foreign_key(&mut refers("correction", "application_id", "application"))
        .to_owned();
    manager.create_table(correction).await?;
    let of_case =
        Index::create().name("correction_by_application").table("correction").col("application_id").to_owned();
    manager.create_index(of_case).await?;
    let delivery = Table::create()
        .table("delivery")
        .col(uuid("application_id").primary_key())
        .col(string("method"))
        .col(string("state"))
        .col(string_null("waybill"))
        .col(string("station_id"))
        .col(big_integer("since"))
        .foreign_key(&mut refers("delivery", "application_id", "application"))
        .to_owned();
    manager.create_table(delivery).await?;
    let counter =
        Table::create().table("counter").col(string("name").primary_key()).col(big_integer("last")).to_owned();
    manager.create_table(counter).await
}

async fn around(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let idempotency = Table::create()
        .table("idempotency")
        .col(uuid("person_id"))
        .col(string("key"))
        .col(string("request_sha256"))
        .col(json("response"))
        .col(big_integer("created_at"))
        .primary_key(Index::create().col("person_id").col("key"))
        .foreign_key(&mut refers("idempotency", "person_id", "person"))
        .to_owned();
    manager.create_table(idempotency).await?;
    let webhook_seen = Table::create()
        .table("webhook_seen")
        .col(string("sender"))
        .col(string("id"))
        .col(string("outcome"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("sender").col("id"))
        .to_owned();
    manager.create_table(webhook_seen).await?;
    let outbox = Table::create()
        .table("outbox")
        .col(big_pk_auto("id"))
        // Jobs of a lane are done in order.
        .col(string("lane"))
        // The same at every attempt, so that the receiver can tell a repetition.
        .col(uuid("key"))
        .col(json("job"))
        .col(big_integer("created_at"))
        .col(big_integer("next_at"))
        .col(integer("attempts"))
        .col(text_null("last_error"))
        .col(big_integer_null("done_at"))
        .to_owned();
    manager.create_table(outbox).await?;
    let waiting =
        Index::create().name("outbox_waiting").table("outbox").col("done_at").col("lane").col("id").to_owned();
    manager.create_index(waiting).await
}
