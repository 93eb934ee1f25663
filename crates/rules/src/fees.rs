//! What an application costs (居住证暂行条例 Art. 21; domain facts §10.1).

use crate::{
    constants::REPLACEMENT_CARD_FEN,
    service::{DeliveryMethod, Service},
    term::terms,
};

terms! {
    /// What is paid for.
    FeeCode, "fee" {
        /// The card, in place of a lost or damaged one.
        Card = "card", "工本费", "card";
        /// The post, paid by the recipient: 以邮政实际收取为准.
        Postage = "postage", "邮政寄递费", "postage";
    }
}

/// One item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fee {
    /// What for.
    pub code: FeeCode,
    /// How much, in fen; `None` where only the payee knows.
    pub fen: Option<u32>,
}

/// Everything that is paid for; empty for what must be free: first issue, endorsement, and by our choice the change of
/// details, on which the regulation is silent.
pub fn fees(service: Service, delivery: DeliveryMethod) -> Vec<Fee> {
    let card = match service {
        Service::Reissue | Service::Exchange => Some(Fee { code: FeeCode::Card, fen: Some(REPLACEMENT_CARD_FEN) }),
        Service::FirstIssue | Service::Endorsement | Service::ChangeOfDetails | Service::ResidenceRegistration => None,
    };
    let postage = (delivery == DeliveryMethod::Post).then_some(Fee { code: FeeCode::Postage, fen: None });
    card.into_iter().chain(postage).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_replacement_costs_and_only_the_post_charges_otherwise() {
        for service in Service::ALL.iter().copied() {
            let replaces = matches!(service, Service::Reissue | Service::Exchange);
            let card = replaces.then_some(Fee { code: FeeCode::Card, fen: Some(2_000) });
            let postage = Fee { code: FeeCode::Postage, fen: None };
            assert_eq!(fees(service, DeliveryMethod::PickUp), card.into_iter().collect::<Vec<_>>());
            assert_eq!(fees(service, DeliveryMethod::Post), card.into_iter().chain([postage]).collect::<Vec<_>>());
        }
    }
}
