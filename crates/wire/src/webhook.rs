//! What outside systems tell the API, signed by Standard Webhooks: headers `webhook-id`, `webhook-timestamp` and
//! `webhook-signature` (`v1,` + base64 of HMAC-SHA256 over `id.timestamp.body`). A repeated `webhook-id` changes nothing.

use jiff::Timestamp;
use rules::{
    case::{Actor, Event},
    field::Subject,
};
use serde::{Deserialize, Serialize};

/// `POST /api/webhooks/police`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PoliceNotice {
    /// The notice's own identifier, the same as in `webhook-id`.
    pub id: String,
    /// Case number.
    pub number: String,
    /// What happened.
    pub event: PoliceEvent,
    /// In which role the officer acted.
    pub actor: Actor,
    /// The officer's service number; never a name.
    pub officer: String,
    /// When.
    pub at: Timestamp,
    /// Reasons, for declining, rejecting and transferring.
    #[serde(default)]
    pub reason: Option<String>,
    /// What must be corrected, all of it at once.
    #[serde(default)]
    pub items: Vec<NoticeItem>,
    /// The new station, for a transfer.
    #[serde(default)]
    pub station: Option<String>,
}

/// What a police desk can report: an event of the case, or that the permit was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PoliceEvent {
    /// 受理.
    Accept,
    /// 补正告知.
    RequestCorrection,
    /// 不予受理.
    Decline,
    /// 转办.
    Transfer,
    /// 通过.
    Approve,
    /// 不通过.
    Reject,
    /// 制证完成.
    CardMade,
    /// 已领取: the permit was handed over at the station.
    Collected,
}

impl PoliceEvent {
    /// The event of the case that it is, or `None` where it is about delivery.
    pub const fn case_event(self) -> Option<Event> {
        Some(match self {
            Self::Accept => Event::Accept,
            Self::RequestCorrection => Event::RequestCorrection,
            Self::Decline => Event::Decline,
            Self::Transfer => Event::Transfer,
            Self::Approve => Event::Approve,
            Self::Reject => Event::Reject,
            Self::CardMade => Event::CardMade,
            Self::Collected => return None,
        })
    }
}

/// One thing to be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoticeItem {
    /// The field or picture.
    pub key: Subject,
    /// What is wrong and what to do, in the officer's words.
    pub words: String,
}

/// `POST /api/webhooks/post`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostNotice {
    /// The notice's own identifier, the same as in `webhook-id`.
    pub id: String,
    /// The post's number.
    pub waybill: String,
    /// Our reference: the case number.
    pub reference: String,
    /// What happened.
    pub event: PostEvent,
    /// When.
    pub at: Timestamp,
    /// Where, as the post names it.
    pub place: String,
}

/// What the post can report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PostEvent {
    /// 收寄.
    Accepted,
    /// 运输中.
    InTransit,
    /// 派送中.
    OutForDelivery,
    /// 签收.
    Delivered,
    /// 退回: undeliverable, back to the station.
    Returned,
}
