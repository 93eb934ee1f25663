//! Whose parents act for them.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

fn is_person(column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from("child", column).to("person", "id").on_delete(ForeignKeyAction::Restrict).to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let child = Table::create()
            .table("child")
            .col(uuid("parent_id"))
            .col(uuid("person_id"))
            .col(big_integer("seen_at"))
            .primary_key(Index::create().col("parent_id").col("person_id"))
            .foreign_key(&mut is_person("parent_id"))
            .foreign_key(&mut is_person("person_id"))
            .to_owned();
        manager.create_table(child).await?;
        // When the register was last asked, also where it showed no child.
        let asked = Table::alter().table("person").add_column(big_integer_null("children_asked_at")).to_owned();
        manager.alter_table(asked).await?;
        // A child is known by number before there is a sign-in of its own.
        let by_number = Index::create().name("person_by_number").table("person").col("identity_number").to_owned();
        manager.create_index(by_number).await
    }
}
