//! What somebody can do against a refusal or against silence, with whom, and until when (domain facts §5).

use jiff::civil::Date;

use crate::{
    calendar::{add_days, add_months},
    division::District,
    rule_set::RuleSet,
    station::Bureau,
    term::{Locale, terms},
    verdict::Source,
    working_days::{WorkingDay, roll_to_working_day},
};

terms! {
    /// A way to have a decision looked at again.
    RemedyKind, "remedy" {
        /// By a government, free of charge.
        Review = "review", "行政复议", "administrative review";
        /// By a people's court.
        Suit = "suit", "行政诉讼", "administrative litigation";
    }
}

/// Who hears an administrative review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReviewAuthority {
    /// 成都市人民政府.
    City,
    /// The government of a district, of a city at county level, or of a county.
    Local(District),
}

impl ReviewAuthority {
    /// Those among which the applicant can choose, for a bureau's decision (行政复议法 Art. 24): of a district's branch the
    /// city's government or the district's; of a county's or county-level city's bureau that county's or city's. For
    /// zones, which have no government of their own at that level, the city's: ours.
    pub fn of(bureau: &Bureau) -> Vec<Self> {
        match bureau {
            Bureau::DistrictBranch(district) => vec![Self::City, Self::Local(*district)],
            Bureau::ZoneBranch(_) => vec![Self::City],
            Bureau::Local(district) => vec![Self::Local(*district)],
        }
    }

    /// Its name, for example 锦江区人民政府.
    pub fn name(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::City, Locale::ZhCn) => "成都市人民政府".to_owned(),
            (Self::City, Locale::En) => "Chengdu Municipal People's Government".to_owned(),
            (Self::Local(district), Locale::ZhCn) => format!("{}人民政府", district.name),
            (Self::Local(district), Locale::En) => format!("People's Government of {}", district.english_name()),
        }
    }
}

/// What somebody is aggrieved by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grievance {
    /// The application was not accepted, or was refused.
    Refusal {
        /// The day the applicant was told.
        told_on: Date,
    },
    /// Nothing was decided in time.
    FailureToAct {
        /// The last day on which it should have been.
        was_due_on: Date,
    },
    /// The decision of a review.
    ReviewDecision {
        /// The day it was received.
        received_on: Date,
    },
}

/// One way that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// What it is.
    pub kind: RemedyKind,
    /// Among whom the applicant can choose; empty for a suit, which goes to the people's court of the place.
    pub authorities: Vec<ReviewAuthority>,
    /// The last day.
    pub by: WorkingDay,
    /// Whether a suit is only open once this way has been gone.
    pub comes_first: bool,
    /// Where it stands. That of 行政复议法 Art. 22 says that what is served online has to offer the review online as well.
    pub sources: &'static [Source],
}

/// The last days of the remedies against a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remedies {
    /// For an administrative review (行政复议).
    pub review_by: WorkingDay,
    /// For a suit (行政诉讼), where no review was asked for.
    pub suit_by: WorkingDay,
}

/// The last days of the remedies against a refusal that the applicant learnt of on `told_on`. Where the last day is a
/// holiday, the next working day is the last (民法典 Art. 203; 行政复议法 2023 Art. 88 counts these days as natural ones).
pub fn remedies(rules: &RuleSet, told_on: Date) -> Remedies {
    Remedies {
        review_by: review_by(rules, told_on),
        suit_by: roll_to_working_day(rules, add_months(told_on, rules.remedy.suit_months)),
    }
}

fn review_by(rules: &RuleSet, from: Date) -> WorkingDay {
    roll_to_working_day(rules, add_days(from, rules.remedy.review_days))
}

/// The ways open against what a bureau did or did not do. Against silence a review comes first (行政复议法 Art. 23(三)); its
/// days run from the last one on which the bureau should have acted: ours, the law says "from knowing".
pub fn against(rules: &RuleSet, bureau: &Bureau, grievance: Grievance) -> Vec<Remedy> {
    let review = |by, comes_first, sources| Remedy {
        kind: RemedyKind::Review,
        authorities: ReviewAuthority::of(bureau),
        by,
        comes_first,
        sources,
    };
    let suit =
        |by, sources| Remedy { kind: RemedyKind::Suit, authorities: Vec::new(), by, comes_first: false, sources };
    match grievance {
        Grievance::Refusal { told_on } => {
            const SOURCES: &[Source] = &[Source::ReviewLawArt20, Source::ReviewLawArt24, Source::ReviewLawArt22];
            let Remedies { review_by, suit_by } = remedies(rules, told_on);
            vec![review(review_by, false, SOURCES), suit(suit_by, &[Source::LitigationLawArt46])]
        }
        Grievance::FailureToAct { was_due_on } => {
            const SOURCES: &[Source] =
                &[Source::ReviewLawArt23, Source::ReviewLawArt20, Source::ReviewLawArt24, Source::ReviewLawArt22];
            vec![review(review_by(rules, was_due_on), true, SOURCES)]
        }
        Grievance::ReviewDecision { received_on } => {
            let last = add_days(received_on, rules.remedy.suit_after_review_days);
            vec![suit(roll_to_working_day(rules, last), &[Source::LitigationLawArt45])]
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::station::by_street;

    fn bureau(street: &str) -> Bureau {
        by_street(street).unwrap().bureau
    }

    fn names(street: &str, locale: Locale) -> Vec<String> {
        ReviewAuthority::of(&bureau(street)).iter().map(|authority| authority.name(locale)).collect()
    }

    #[test]
    fn a_branch_is_reviewed_by_city_or_district_a_local_bureau_by_its_own_government_and_a_zone_by_the_city() {
        for (street, review) in [
            ("510104022", &["成都市人民政府", "锦江区人民政府"][..]),
            ("510107063", &["成都市人民政府"]),
            ("510116003", &["成都市人民政府"]),
            ("510185013", &["成都市人民政府"]),
            ("510181106", &["都江堰市人民政府"]),
            ("510121001", &["金堂县人民政府"]),
        ] {
            assert_eq!(names(street, Locale::ZhCn), review);
        }
        assert_eq!(
            names("510104022", Locale::En),
            ["Chengdu Municipal People's Government", "People's Government of Jinjiang District"]
        );
        assert_eq!(names("510181106", Locale::En), ["People's Government of Dujiangyan City"]);
    }

    #[test]
    fn against_a_refusal_there_are_sixty_days_for_a_review_or_six_months_to_sue() {
        let told_on = date(2026, 3, 2);
        let ways = against(RuleSet::current(), &bureau("510104022"), Grievance::Refusal { told_on });
        let [review, suit] = &ways[..] else { panic!("{ways:?}") };
        assert_eq!((review.kind, review.authorities.len(), review.comes_first), (RemedyKind::Review, 2, false));
        assert_eq!(review.by.date, date(2026, 5, 6)); // 1 May and the holidays to 5 May
        assert!(review.sources.contains(&Source::ReviewLawArt22));
        assert_eq!((suit.kind, suit.by.date), (RemedyKind::Suit, date(2026, 9, 2)));
        assert!(suit.authorities.is_empty() && !suit.comes_first);
    }

    #[test]
    fn against_silence_a_review_comes_before_a_suit() {
        let was_due_on = date(2026, 3, 17);
        let ways = against(RuleSet::current(), &bureau("510121001"), Grievance::FailureToAct { was_due_on });
        let [review] = &ways[..] else { panic!("{ways:?}") };
        assert!(review.comes_first && review.kind == RemedyKind::Review);
        assert_eq!((review.by.date, review.sources[0]), (date(2026, 5, 18), Source::ReviewLawArt23)); // 16 May is a Saturday
    }

    #[test]
    fn after_a_review_there_are_fifteen_days_to_sue() {
        let received_on = date(2026, 9, 18);
        let ways = against(RuleSet::current(), &bureau("510104022"), Grievance::ReviewDecision { received_on });
        let [suit] = &ways[..] else { panic!("{ways:?}") };
        assert_eq!((suit.kind, suit.by.date), (RemedyKind::Suit, date(2026, 10, 8))); // 3 October and the holidays to 7
        assert_eq!(suit.sources, [Source::LitigationLawArt45]);
    }
}
