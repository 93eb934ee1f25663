//! People who signed in, as the identity provider vouches for them.

use jiff::Timestamp;
use rules::{phone::Phone, records::Person};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use super::{
    StoreError,
    convert::{from_json, millis, text},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub subject: String,
        pub name: String,
        pub identity_number: String,
        pub phone: Option<String>,
        pub created_at: i64,
        pub updated_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, COLUMN, Column, Entity};

/// Keeps who signed in under the provider's `subject`, and answers under which identifier.
pub async fn keep(
    db: &impl ConnectionTrait,
    subject: &str,
    person: &Person,
    now: Timestamp,
) -> Result<Uuid, StoreError> {
    let row = ActiveModel {
        id: Set(Uuid::new_v4()),
        subject: Set(subject.to_owned()),
        name: Set(person.name.clone()),
        identity_number: Set(person.identity_number.as_str().to_owned()),
        phone: Set(person.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        created_at: Set(millis(now)),
        updated_at: Set(millis(now)),
    };
    let what_can_change = [Column::Name, Column::IdentityNumber, Column::Phone, Column::UpdatedAt];
    Entity::insert(row)
        .on_conflict(OnConflict::column(Column::Subject).update_columns(what_can_change).to_owned())
        .exec_without_returning(db)
        .await?;
    let kept = Entity::find().filter(COLUMN.subject.eq(subject)).one(db).await?;
    kept.map(|row| row.id).ok_or(StoreError::Unreadable("person.subject"))
}

/// Who has that identifier.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Person>, StoreError> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let phone = row.phone.as_deref().map(|phone| text::<Phone>("person.phone", phone)).transpose()?;
    // Whether the number is one of today's was asked when it came in.
    let identity_number = from_json("person.identity_number", row.identity_number.into())?;
    Ok(Some(Person { name: row.name, identity_number, phone }))
}
