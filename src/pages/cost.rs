//! What a service costs, in the same words wherever it is told.

use rules::{
    RuleSet,
    fees::{Fee, fees},
    service::{DeliveryMethod, Service},
};

use crate::locales::{term, text};

/// What is paid, a line each; `method` is how the card is to reach its holder, where there is one and it is known.
pub fn cost(rules: &RuleSet, service: Service, method: Option<DeliveryMethod>) -> Vec<String> {
    let fees = fees(rules, service, method.unwrap_or(DeliveryMethod::PickUp));
    if fees.is_empty() {
        return vec![text!(common.cost.free)];
    }
    let item = |fee: &Fee| text!(common.cost.postage_alone, what = term(fee.code));
    fees.iter().map(item).collect()
}
