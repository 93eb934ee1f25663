//! How finished permits reach their holders.

use jiff::Timestamp;
use rules::{delivery::DeliveryState, service::DeliveryMethod};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use uuid::Uuid;

use super::{
    StoreError,
    convert::{instant, millis, text},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "delivery")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: Uuid,
        pub method: String,
        pub state: String,
        pub waybill: Option<String>,
        pub station_id: String,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity};

/// A delivery as it is kept.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Of which application.
    pub application: Uuid,
    /// By which way.
    pub method: DeliveryMethod,
    /// How far it is.
    pub state: DeliveryState,
    /// The post's number, once it has one.
    pub waybill: Option<String>,
    /// Where it is picked up, or sent from.
    pub station_id: String,
    /// Since when it is there.
    pub since: Timestamp,
}

/// The delivery of an application, once its card is made.
pub async fn find(db: &impl ConnectionTrait, application: Uuid) -> Result<Option<Delivery>, StoreError> {
    let Some(row) = Entity::find_by_id(application).one(db).await? else { return Ok(None) };
    Ok(Some(Delivery {
        application: row.application_id,
        method: text("delivery.method", &row.method)?,
        state: text("delivery.state", &row.state)?,
        waybill: row.waybill,
        station_id: row.station_id,
        since: instant("delivery.since", row.since)?,
    }))
}

/// Keeps a delivery as it stands now.
pub async fn put(db: &impl ConnectionTrait, delivery: &Delivery) -> Result<(), StoreError> {
    let row = ActiveModel {
        application_id: Set(delivery.application),
        method: Set(delivery.method.id().to_owned()),
        state: Set(delivery.state.id().to_owned()),
        waybill: Set(delivery.waybill.clone()),
        station_id: Set(delivery.station_id.clone()),
        since: Set(millis(delivery.since)),
    };
    let what_can_change = [Column::Method, Column::State, Column::Waybill, Column::Since];
    Entity::insert(row)
        .on_conflict(OnConflict::column(Column::ApplicationId).update_columns(what_can_change).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
