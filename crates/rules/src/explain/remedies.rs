//! Remedies in words.

use super::date;
use crate::{
    remedy::{Remedy, RemedyKind},
    term::Locale,
    working_days::WorkingDay,
};

/// What the applicant can do, with whom and until when.
pub fn remedy(remedy: &Remedy, locale: Locale) -> String {
    let by = last_day(remedy.by, locale);
    let names: Vec<String> = remedy.authorities.iter().map(|authority| authority.name(locale)).collect();
    match (remedy.kind, locale) {
        (RemedyKind::Review, Locale::ZhCn) => {
            let after = if remedy.comes_first {
                "；要先申请行政复议，不同意复议决定的，再向人民法院起诉"
            } else {
                ""
            };
            format!("可以向{}申请行政复议，最后一天是{by}{after}", names.join("或"))
        }
        (RemedyKind::Review, Locale::En) => {
            let after = if remedy.comes_first {
                ". The review comes first. If you disagree with its decision, you can then go to court"
            } else {
                ""
            };
            let names = names.join(" or the ");
            format!("You can ask the {names} for an administrative review (行政复议). The last day is {by}{after}")
        }
        (RemedyKind::Suit, Locale::ZhCn) => format!("可以向人民法院提起行政诉讼，最后一天是{by}"),
        (RemedyKind::Suit, Locale::En) => {
            format!("You can sue in the people's court (行政诉讼). The last day is {by}")
        }
    }
}

/// A day found by counting working days, with a word where the year's holidays are not known.
pub fn last_day(day: WorkingDay, locale: Locale) -> String {
    let words = date(day.date, locale);
    if day.calendar_known { words } else { words + may_move(locale) }
}

/// What is said of a day that was counted over a year whose holidays are not known.
pub fn may_move(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "（那一年的放假安排还没公布，可能顺延）",
        Locale::En => " (the public holidays of that year are not published yet, so the day may move later)",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        RuleSet,
        remedy::{Grievance, against},
        station::by_street,
    };

    #[test]
    fn a_remedy_is_told_with_whom_and_until_when() {
        let bureau = by_street("510104022").unwrap().bureau;
        let refusal = Grievance::Refusal { told_on: date(2026, 3, 2) };
        let ways = against(RuleSet::current(), &bureau, refusal);
        assert_eq!(
            remedy(&ways[0], Locale::ZhCn),
            "可以向成都市人民政府或锦江区人民政府申请行政复议，最后一天是2026年5月6日（星期三）"
        );
        assert!(remedy(&ways[0], Locale::En).starts_with(
            "You can ask the Chengdu Municipal People's Government or the People's Government of Jinjiang District for"
        ));
        assert!(remedy(&ways[1], Locale::ZhCn).ends_with("行政诉讼，最后一天是2026年9月2日（星期三）"));
        assert!(remedy(&ways[1], Locale::En).ends_with("The last day is Wednesday 2 September 2026"));
    }

    #[test]
    fn against_silence_it_is_said_that_the_review_comes_first() {
        let bureau = by_street("510121001").unwrap().bureau;
        let ways = against(RuleSet::current(), &bureau, Grievance::FailureToAct { was_due_on: date(2026, 3, 17) });
        assert!(remedy(&ways[0], Locale::ZhCn).contains("要先申请行政复议"));
        assert!(remedy(&ways[0], Locale::En).contains("The review comes first"));
    }

    #[test]
    fn a_last_day_in_a_year_without_a_calendar_says_so() {
        let bureau = by_street("510121001").unwrap().bureau;
        let refusal = Grievance::Refusal { told_on: date(2027, 3, 2) };
        for way in against(RuleSet::current(), &bureau, refusal) {
            assert!(remedy(&way, Locale::ZhCn).contains("可能顺延"));
            assert!(remedy(&way, Locale::En).contains("not published yet"));
        }
    }
}
