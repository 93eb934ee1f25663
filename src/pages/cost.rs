//! What a service costs, in the same words wherever it is told.

use rules::{
    RuleSet,
    fees::{Fee, fees, yuan},
    service::{DeliveryMethod, Service},
};

use crate::locales::{term, text};

/// What is paid, a line each; `method` is how the card is to reach its holder, where there is one and it is known.
pub fn cost(rules: &RuleSet, service: Service, method: Option<DeliveryMethod>) -> Vec<String> {
    let fees = fees(rules, service, method.unwrap_or(DeliveryMethod::PickUp));
    if fees.is_empty() {
        return vec![text!(common.cost.free)];
    }
    let item = |fee: &Fee| match fee.fen {
        Some(fen) => text!(common.cost.card, what = term(fee.code), yuan = yuan(fen)),
        // Where the card is free, that is the first thing to know.
        None if fees.len() == 1 => text!(common.cost.postage_alone, what = term(fee.code)),
        None => text!(common.cost.postage, what = term(fee.code)),
    };
    fees.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_card_for_an_old_one_costs_its_fee_and_everything_else_is_free() {
        let cost = |service, method| cost(RuleSet::current(), service, method).join("；");
        let card = "工本费 20 元，付给公安机关";
        assert_eq!(cost(Service::Reissue, Some(DeliveryMethod::PickUp)), card);
        let posted = cost(Service::Exchange, Some(DeliveryMethod::Post));
        assert_eq!(posted, format!("{card}；邮政寄递费由您付给邮政，以邮政实际收取为准"));
        assert_eq!(cost(Service::Endorsement, None), "不收费");
        assert!(cost(Service::FirstIssue, Some(DeliveryMethod::Post)).starts_with("办理不收费；"));
    }
}
