//! The days on which applicants are reminded.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of_application = ForeignKey::create()
            .from("reminder", "application_id")
            .to("application", "id")
            .on_delete(ForeignKeyAction::Restrict)
            .to_owned();
        let reminder = Table::create()
            .table("reminder")
            .col(string("due_on"))
            .col(uuid("application_id"))
            .col(string("about"))
            // What is due is found by the day.
            .primary_key(Index::create().col("due_on").col("application_id").col("about"))
            .foreign_key(&mut of_application)
            .to_owned();
        manager.create_table(reminder).await
    }
}
