//! Pictures that have arrived in part.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of_person = ForeignKey::create()
            .from("picture_part", "person_id")
            .to("person", "id")
            .on_delete(ForeignKeyAction::Restrict)
            .to_owned();
        let part = Table::create()
            .table("picture_part")
            .col(uuid("person_id"))
            .col(string("sha256"))
            .col(integer("start"))
            .col(integer("length"))
            .col(blob("bytes"))
            .col(big_integer("created_at"))
            // A part is kept once, whichever of two tabs sent it first.
            .primary_key(Index::create().col("person_id").col("sha256").col("start"))
            .foreign_key(&mut of_person)
            .to_owned();
        manager.create_table(part).await
    }
}
