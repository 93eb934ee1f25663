//! The tables, step by step. A step that was released is never changed: a new one follows it.

mod m20261124_000001_first;
mod m20261124_000002_reminder;
mod m20261129_000003_picture_part;
mod m20261129_000004_draft_noticed;
mod m20261129_000005_child;
mod m20261129_000006_record_check;
mod m20261129_000007_verification_code;
mod m20261130_000008_phone_key;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub(super) struct Migrator;

#[sea_orm_migration::async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_first::Migration),
            Box::new(m20261124_000002_reminder::Migration),
            Box::new(m20261129_000003_picture_part::Migration),
            Box::new(m20261129_000004_draft_noticed::Migration),
            Box::new(m20261129_000005_child::Migration),
            Box::new(m20261129_000006_record_check::Migration),
            Box::new(m20261129_000007_verification_code::Migration),
            Box::new(m20261130_000008_phone_key::Migration),
        ]
    }
}
