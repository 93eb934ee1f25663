//! Uploaded pictures: what is known of them, and which applications hold them. Their bytes are in [`crate::pictures`].

use std::collections::HashMap;

use jiff::Timestamp;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::{StoreError, convert::millis};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "picture")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        /// Of the bytes that arrived.
        pub sha256: String,
        /// `document`, `face` or `pdf`.
        pub purpose: String,
        pub width: i32,
        pub height: i32,
        pub bytes: i32,
        pub object_path: String,
        pub created_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod held {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "application_picture")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub picture_id: Uuid,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Picture;
use entity::{ActiveModel, Column, Entity};

/// A person's picture by the hash of the bytes that arrived, kept for one of these purposes or, where none is said, any.
pub async fn find(
    db: &impl ConnectionTrait,
    person: Uuid,
    sha256: &str,
    purposes: &[&str],
) -> Result<Option<Picture>, StoreError> {
    let mut query = Entity::find().filter(Column::PersonId.eq(person)).filter(Column::Sha256.eq(sha256));
    if !purposes.is_empty() {
        query = query.filter(Column::Purpose.is_in(purposes.iter().copied()));
    }
    Ok(query.one(db).await?)
}

/// A person's pictures among these, by hash and purpose.
pub async fn find_all(
    db: &impl ConnectionTrait,
    person: Uuid,
    sha256s: &[&str],
) -> Result<HashMap<(String, String), Picture>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Sha256.is_in(sha256s.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| ((row.sha256.clone(), row.purpose.clone()), row)).collect())
}

/// Keeps what is known of a picture whose bytes are stored. A duplicate is an error that says so.
pub async fn create(db: &impl ConnectionTrait, picture: &Picture) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(picture.id),
        person_id: Set(picture.person_id),
        sha256: Set(picture.sha256.clone()),
        purpose: Set(picture.purpose.clone()),
        width: Set(picture.width),
        height: Set(picture.height),
        bytes: Set(picture.bytes),
        object_path: Set(picture.object_path.clone()),
        created_at: Set(picture.created_at),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// The pictures of a person that no application holds.
pub async fn loose_of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Picture>, StoreError> {
    Ok(loose().filter(Column::PersonId.eq(person)).all(db).await?)
}

/// Up to `limit` pictures that were uploaded before `before` and that no application holds.
pub async fn old_and_loose(
    db: &impl ConnectionTrait,
    before: Timestamp,
    limit: u64,
) -> Result<Vec<Picture>, StoreError> {
    Ok(loose().filter(Column::CreatedAt.lt(millis(before))).limit(limit).all(db).await?)
}

fn loose() -> sea_orm::Select<Entity> {
    let in_use = Query::select().column(held::Column::PictureId).from(held::Entity).to_owned();
    Entity::find().filter(Column::Id.not_in_subquery(in_use))
}

/// Forgets a picture, unless an application holds it; says whether it did.
pub async fn delete_loose(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, StoreError> {
    let in_use = Query::select().column(held::Column::PictureId).from(held::Entity).to_owned();
    let done =
        Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::Id.not_in_subquery(in_use)).exec(db).await?;
    Ok(done.rows_affected == 1)
}

/// Makes the application hold these pictures and no others.
pub async fn hold(
    db: &impl ConnectionTrait,
    application: Uuid,
    pictures: impl IntoIterator<Item = Uuid>,
) -> Result<(), StoreError> {
    held::Entity::delete_many().filter(held::Column::ApplicationId.eq(application)).exec(db).await?;
    let mut ids: Vec<Uuid> = pictures.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    for picture_id in ids {
        let row = held::ActiveModel { application_id: Set(application), picture_id: Set(picture_id) };
        held::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The pictures that an application holds.
pub async fn held_by(db: &impl ConnectionTrait, application: Uuid) -> Result<Vec<Picture>, StoreError> {
    let ids = Query::select()
        .column(held::Column::PictureId)
        .from(held::Entity)
        .and_where(Expr::col(held::Column::ApplicationId).eq(application))
        .to_owned();
    Ok(Entity::find().filter(Column::Id.in_subquery(ids)).all(db).await?)
}
