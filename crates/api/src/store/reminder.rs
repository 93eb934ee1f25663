//! The days on which applicants are reminded of what waits for them. A row stays until its day has come and it is taken.

use jiff::civil::Date;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{StoreError, convert::from_json};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reminder")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub due_on: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub about: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity};

/// What somebody is reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A correction to answer.
    Correction,
    /// A permit to pick up.
    PickUp,
}

impl About {
    const fn id(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::PickUp => "pick_up",
        }
    }
}

/// Puts days down.
pub async fn plan(
    db: &impl ConnectionTrait,
    application: Uuid,
    about: About,
    days: impl IntoIterator<Item = Date>,
) -> Result<(), StoreError> {
    let row = |day: Date| ActiveModel {
        due_on: Set(day.to_string()),
        application_id: Set(application),
        about: Set(about.id().to_owned()),
    };
    Entity::insert_many(days.into_iter().map(row)).on_conflict_do_nothing().exec_without_returning(db).await?;
    Ok(())
}

/// Up to `limit` days that have come by `today`, oldest first: of which application, and about what.
pub async fn due(db: &impl ConnectionTrait, today: Date, limit: u64) -> Result<Vec<(Uuid, About)>, StoreError> {
    // ISO dates sort as they count.
    let come = Entity::find().filter(Column::DueOn.lte(today.to_string())).order_by_asc(Column::DueOn).limit(limit);
    let rows = come.all(db).await?;
    rows.into_iter().map(|row| Ok((row.application_id, from_json("reminder.about", row.about.into())?))).collect()
}

/// Takes every day of that application that has come by `today`; `false` where somebody else was faster.
pub async fn take(db: &impl ConnectionTrait, application: Uuid, about: About, today: Date) -> Result<bool, StoreError> {
    let taken = Entity::delete_many()
        .filter(Column::ApplicationId.eq(application))
        .filter(Column::About.eq(about.id()))
        .filter(Column::DueOn.lte(today.to_string()))
        .exec(db)
        .await?;
    Ok(taken.rows_affected > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_into_the_table_is_what_is_read() {
        for about in [About::Correction, About::PickUp] {
            assert_eq!(from_json::<About>("reminder.about", about.id().into()).unwrap(), about);
        }
    }
}
