//! Whether the applicant was told that a draft is about to be deleted.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let noticed = Table::alter().table("draft").add_column(boolean("noticed").default(false)).to_owned();
        manager.alter_table(noticed).await
    }
}
