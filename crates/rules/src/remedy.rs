//! What somebody can do against a refusal, and until when (domain facts §5).

use jiff::civil::Date;

use crate::{
    calendar::{add_days, add_months},
    rule_set::RuleSet,
    working_days::{WorkingDay, roll_to_working_day},
};

/// The last days of the remedies against a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remedies {
    /// For an administrative review (行政复议).
    pub review_by: WorkingDay,
    /// For a suit (行政诉讼), where no review was asked for.
    pub suit_by: WorkingDay,
}

/// The remedies against a decision that the applicant learnt of on `told_on`. Where the last day is a holiday, the next
/// working day is the last (民法典 Art. 203; 行政复议法 2023 Art. 88 counts these days as natural ones).
pub fn remedies(rules: &RuleSet, told_on: Date) -> Remedies {
    Remedies {
        review_by: roll_to_working_day(rules, add_days(told_on, rules.remedy.review_days)),
        suit_by: roll_to_working_day(rules, add_months(told_on, rules.remedy.suit_months)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn sixty_days_and_six_months_from_the_day_one_is_told() {
        let remedies = remedies(RuleSet::current(), date(2026, 3, 2));
        assert_eq!(remedies.review_by.date, date(2026, 5, 6)); // 1 May and the holidays to 5 May
        assert_eq!(remedies.suit_by.date, date(2026, 9, 2));
    }
}
