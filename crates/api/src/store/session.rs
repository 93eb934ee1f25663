//! Sessions, kept for tower-sessions.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use tower_sessions::{
    SessionStore,
    cookie::time::OffsetDateTime,
    session::{Id, Record},
    session_store::{self, Error},
};

use super::{Store, StoreError};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub data: Json,
        /// Milliseconds since 1970.
        pub expires_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, COLUMN, Column, Entity};

/// Deletes every session that ended before `now` (milliseconds since 1970).
pub async fn delete_ended(db: &impl ConnectionTrait, now: i64) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(COLUMN.expires_at.lt(now)).exec(db).await?.rows_affected)
}

fn backend(error: impl Into<StoreError>) -> Error {
    Error::Backend(error.into().to_string())
}

fn row(record: &Record) -> Result<ActiveModel, Error> {
    Ok(ActiveModel {
        id: Set(record.id.to_string()),
        data: Set(serde_json::to_value(&record.data).map_err(|_| Error::Encode("session".to_owned()))?),
        expires_at: Set(record.expiry_date.unix_timestamp() * 1_000),
    })
}

#[async_trait::async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        // 128 random bits do not meet twice; if they did, the insertion would fail rather than share a session.
        Entity::insert(row(record)?).exec_without_returning(self.connection()).await.map_err(backend)?;
        Ok(())
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        Entity::insert(row(record)?)
            .on_conflict(OnConflict::column(Column::Id).update_columns([Column::Data, Column::ExpiresAt]).to_owned())
            .exec_without_returning(self.connection())
            .await
            .map_err(backend)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let found = Entity::find_by_id(id.to_string()).one(self.connection()).await.map_err(backend)?;
        let Some(found) = found else { return Ok(None) };
        let undecodable = || Error::Decode("session".to_owned());
        let expiry_date = OffsetDateTime::from_unix_timestamp(found.expires_at / 1_000).map_err(|_| undecodable())?;
        if expiry_date <= OffsetDateTime::now_utc() {
            return Ok(None);
        }
        let data = serde_json::from_value(found.data).map_err(|_| undecodable())?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        Entity::delete_by_id(id.to_string()).exec(self.connection()).await.map_err(backend)?;
        Ok(())
    }
}
