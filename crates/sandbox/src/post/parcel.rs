//! A parcel and how it travels.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wire::webhook::PostEvent;

use crate::webhook::{Pending, Problem};

/// What Rongju asks the post to carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Rongju's reference: the case number.
    pub reference: String,
    /// To whom.
    pub recipient: Recipient,
    /// The station that hands it in.
    pub sender_station: String,
    /// Who pays.
    pub pay: Pay,
}

/// Name, telephone and address: all that a waybill may carry (快递暂行条例 Art. 22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Name.
    pub name: String,
    /// Mobile number.
    pub phone: String,
    /// Address.
    pub address: String,
}

/// Who pays the postage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pay {
    /// The recipient, at the door (到付).
    OnDelivery,
}

/// A point on the way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scan {
    /// What happened.
    pub event: PostEvent,
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: String,
}

/// A parcel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parcel {
    /// The post's number.
    pub waybill: String,
    /// The order's idempotency key.
    pub key: String,
    /// What was asked for.
    pub order: Order,
    /// Since when it stands where it stands.
    pub since: Timestamp,
    /// The way so far, oldest first.
    pub scans: Vec<Scan>,
    /// A step that Rongju has not yet answered.
    pub pending: Option<Pending<Scan>>,
    /// Why Rongju refused the last step, where it did.
    pub refused: Option<Problem>,
}

impl Parcel {
    /// The last thing that happened; `None` while it waits to be handed in.
    pub fn last(&self) -> Option<PostEvent> {
        self.scans.last().map(|scan| scan.event)
    }

    /// What can happen next, the straight way first.
    pub fn next(&self) -> &'static [PostEvent] {
        match self.last() {
            None => &[PostEvent::Accepted],
            Some(PostEvent::Accepted) => &[PostEvent::InTransit],
            Some(PostEvent::InTransit) => &[PostEvent::OutForDelivery, PostEvent::Returned],
            Some(PostEvent::OutForDelivery) => &[PostEvent::Delivered, PostEvent::Returned],
            Some(PostEvent::Delivered | PostEvent::Returned) => &[],
        }
    }

    /// Whether it belongs to this case.
    pub fn is_for(&self, reference: &str) -> bool {
        self.order.reference == reference
    }

    /// Whether the permit is with the post or has been handed over by it; a returned one is at the station again.
    pub fn goes_on(&self) -> bool {
        self.last() != Some(PostEvent::Returned)
    }
}

/// What an event is called on the page.
pub const fn event_title(event: PostEvent) -> &'static str {
    match event {
        PostEvent::Accepted => "收寄",
        PostEvent::InTransit => "运输中",
        PostEvent::OutForDelivery => "派送中",
        PostEvent::Delivered => "签收",
        PostEvent::Returned => "退回",
    }
}

/// The place that the demonstration's post names for an event.
pub const fn place(event: PostEvent) -> &'static str {
    match event {
        PostEvent::Accepted => "成都演示揽投部",
        PostEvent::InTransit => "成都演示邮件处理中心",
        PostEvent::OutForDelivery | PostEvent::Delivered => "收件地演示揽投部",
        PostEvent::Returned => "退回寄件派出所",
    }
}

/// The waybill number for the `serial`-th parcel: service, eight digits, check digit, country (UPU S10).
pub fn waybill(serial: u32) -> String {
    let digits = format!("{:08}", serial % 100_000_000);
    let sum: u32 =
        digits.bytes().zip([8, 6, 4, 2, 3, 5, 9, 7]).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        other => other,
    };
    format!("EX{digits}{check}CN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waybill_carries_the_check_digit_of_s10() {
        // The standard's own example: serial 47312482 has check digit 9.
        assert_eq!(waybill(47_312_482), "EX473124829CN");
        assert_eq!(waybill(1), "EX000000014CN");
    }
}
