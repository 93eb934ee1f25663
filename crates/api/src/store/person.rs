//! People who signed in, as the identity provider vouches for them.

use jiff::Timestamp;
use rules::{phone::Phone, records::Person};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::{
    StoreError,
    convert::{from_json, instant, millis, text},
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
        pub children_asked_at: Option<i64>,
        pub phone_key: Option<Vec<u8>>,
        pub created_at: i64,
        pub updated_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, COLUMN, Column, Entity};

/// Who never signed in has a subject of our own, which no provider gives out: it names the row itself.
const NEVER_SIGNED_IN: &str = "register:";

/// Keeps who signed in under the provider's `subject`, and answers under which identifier: for whoever was a child whom a
/// parent acted for, the child's.
pub async fn keep(
    db: &impl ConnectionTrait,
    subject: &str,
    person: &Person,
    now: Timestamp,
) -> Result<Uuid, StoreError> {
    Entity::update_many()
        .col_expr(Column::Subject, Expr::value(subject))
        .filter(COLUMN.identity_number.eq(person.identity_number.as_str()))
        .filter(COLUMN.subject.starts_with(NEVER_SIGNED_IN))
        .exec(db)
        .await?;
    let row = ActiveModel { subject: Set(subject.to_owned()), ..row(Uuid::new_v4(), person, now) };
    let what_can_change = [Column::Name, Column::IdentityNumber, Column::Phone, Column::UpdatedAt];
    Entity::insert(row)
        .on_conflict(OnConflict::column(Column::Subject).update_columns(what_can_change).to_owned())
        .exec_without_returning(db)
        .await?;
    let kept = Entity::find().filter(COLUMN.subject.eq(subject)).one(db).await?;
    kept.map(|row| row.id).ok_or(StoreError::Unreadable("person.subject"))
}

/// Keeps a child whom the register shows, and answers under which identifier. One who has signed in is left as the provider
/// vouched for them.
pub async fn keep_child(db: &impl ConnectionTrait, child: &Person, now: Timestamp) -> Result<Uuid, StoreError> {
    let same = Entity::find().filter(COLUMN.identity_number.eq(child.identity_number.as_str()));
    if let Some(known) = same.one(db).await? {
        if known.subject.starts_with(NEVER_SIGNED_IN) {
            let row = row(known.id, child, now);
            Entity::update(ActiveModel { created_at: NotSet, ..row }).exec(db).await?;
        }
        return Ok(known.id);
    }
    let id = Uuid::new_v4();
    let row = ActiveModel { subject: Set(format!("{NEVER_SIGNED_IN}{id}")), ..row(id, child, now) };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(id)
}

/// Everything of a row but its subject.
fn row(id: Uuid, person: &Person, now: Timestamp) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        subject: NotSet,
        name: Set(person.name.clone()),
        identity_number: Set(person.identity_number.as_str().to_owned()),
        phone: Set(person.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        children_asked_at: NotSet,
        phone_key: NotSet,
        created_at: Set(millis(now)),
        updated_at: Set(millis(now)),
    }
}

/// Writes down that the register was asked for a person's children.
pub async fn children_asked(db: &impl ConnectionTrait, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
    let of_person = Entity::update_many().filter(COLUMN.id.eq(id));
    of_person.col_expr(Column::ChildrenAskedAt, Expr::value(millis(now))).exec(db).await?;
    Ok(())
}

/// When the register was last asked for a person's children, if ever.
pub async fn children_asked_at(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Timestamp>, StoreError> {
    let asked = Entity::find_by_id(id).one(db).await?.and_then(|row| row.children_asked_at);
    asked.map(|at| instant("person.children_asked_at", at)).transpose()
}

/// The key under which phones keep a person's things, made when it is asked for first.
pub async fn phone_key(db: &impl ConnectionTrait, id: Uuid) -> Result<[u8; 32], StoreError> {
    let mut made = [0; 32];
    getrandom::fill(&mut made).map_err(|_| StoreError::NoRandomness)?;
    // Whoever is first makes it, and the others find it.
    let without_one = Entity::update_many().filter(COLUMN.id.eq(id)).filter(COLUMN.phone_key.is_null());
    without_one.col_expr(Column::PhoneKey, Expr::value(made.to_vec())).exec(db).await?;
    let key = Entity::find_by_id(id).one(db).await?.and_then(|row| row.phone_key);
    key.and_then(|key| key.try_into().ok()).ok_or(StoreError::Unreadable("person.phone_key"))
}

/// Who has that identifier.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Person>, StoreError> {
    let Some(row) = Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let phone = row.phone.as_deref().map(|phone| text::<Phone>("person.phone", phone)).transpose()?;
    // Whether the number is one of today's was asked when it came in.
    let identity_number = from_json("person.identity_number", row.identity_number.into())?;
    Ok(Some(Person { name: row.name, identity_number, phone, agent: None }))
}
