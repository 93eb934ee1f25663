//! The keys under which phones keep what people have typed and photographed.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let key = Table::alter().table("person").add_column(blob_null("phone_key")).to_owned();
        manager.alter_table(key).await
    }
}
