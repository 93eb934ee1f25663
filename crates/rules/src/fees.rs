//! What an application costs (居住证暂行条例 Art. 21; domain facts §10.1).

use std::num::NonZeroU32;

use crate::{
    rule_set::RuleSet,
    service::{DeliveryMethod, Service},
    term::terms,
    verdict::Source,
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

/// What a service charges of its own. Free is no amount of nothing: where the law forbids a fee, nobody can set one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge {
    /// The law says that nothing may be charged.
    FreeByLaw(Source),
    /// The law is silent, and we charge nothing. Ours.
    Free,
    /// So much, in fen.
    Fen(NonZeroU32),
}

/// What the service itself charges for the card.
pub fn charge(rules: &RuleSet, service: Service) -> Charge {
    match service {
        Service::FirstIssue | Service::Endorsement => Charge::FreeByLaw(Source::RegulationArt21),
        Service::ChangeOfDetails | Service::ResidenceRegistration => Charge::Free,
        Service::Reissue | Service::Exchange => {
            NonZeroU32::new(rules.fee.replacement_card_fen).map_or(Charge::Free, Charge::Fen)
        }
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

/// Everything that is paid for; empty for what is free.
pub fn fees(rules: &RuleSet, service: Service, delivery: DeliveryMethod) -> Vec<Fee> {
    let card = match charge(rules, service) {
        Charge::Fen(fen) => Some(Fee { code: FeeCode::Card, fen: Some(fen.get()) }),
        Charge::FreeByLaw(_) | Charge::Free => None,
    };
    let postage = (delivery == DeliveryMethod::Post).then_some(Fee { code: FeeCode::Postage, fen: None });
    card.into_iter().chain(postage).collect()
}

/// An amount in yuan as it is written: without fen where there are none.
pub fn yuan(fen: u32) -> String {
    let (yuan, rest) = (fen / 100, fen % 100);
    if rest == 0 { yuan.to_string() } else { format!("{yuan}.{rest:02}") }
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
            assert_eq!(fees(RuleSet::current(), service, DeliveryMethod::PickUp), card.into_iter().collect::<Vec<_>>());
            assert_eq!(
                fees(RuleSet::current(), service, DeliveryMethod::Post),
                card.into_iter().chain([postage]).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn what_the_law_makes_free_names_the_law() {
        for service in [Service::FirstIssue, Service::Endorsement] {
            assert_eq!(charge(RuleSet::current(), service), Charge::FreeByLaw(Source::RegulationArt21));
        }
    }

    #[test]
    fn an_amount_has_fen_only_where_there_are_some() {
        assert_eq!([2_000, 2_050, 5].map(yuan), ["20", "20.50", "0.05"]);
    }
}
