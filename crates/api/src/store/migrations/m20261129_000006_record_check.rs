//! Requests to check a record.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of_person = ForeignKey::create()
            .from("record_check", "person_id")
            .to("person", "id")
            .on_delete(ForeignKeyAction::Restrict)
            .to_owned();
        let record_check = Table::create()
            .table("record_check")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(string("catalog"))
            .col(text("words"))
            // `person:catalog` while it is open, so that a person has one open request a record.
            .col(string_null("open_slot").unique_key())
            .col(big_integer("asked_at"))
            .col(json_null("answer"))
            .foreign_key(&mut of_person)
            .to_owned();
        manager.create_table(record_check).await?;
        let index = Index::create().name("record_check_by_person").table("record_check").col("person_id").to_owned();
        manager.create_index(index).await
    }
}
