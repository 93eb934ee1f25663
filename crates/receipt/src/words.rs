//! What the receipt says, in both languages. What the law has a word for is asked of `rules`.

use jiff::civil::Date;
use rules::{
    RuleSet, explain,
    fees::{Fee, fees, yuan},
    service::{DeliveryMethod, Service},
    term::{Locale, Term},
    working_days::WorkingDay,
};
use serde::Serialize;

/// The same in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Words {
    zh: String,
    en: String,
}

/// Both languages of the same.
pub(crate) fn words(zh: impl Into<String>, en: impl Into<String>) -> Words {
    Words { zh: zh.into(), en: en.into() }
}

/// The official term, in English as a sentence begins.
pub(crate) fn term(term: impl Term) -> Words {
    words(term.zh(), capital(term.en()))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// What was applied for, by its full name.
pub(crate) fn service(service: Service) -> Words {
    if service.is_about_a_permit() {
        words(format!("居住证{}", service.zh()), format!("Residence permit: {}", service.en()))
    } else {
        term(service)
    }
}

/// A date with its weekday.
fn date(date: Date) -> Words {
    words(explain::date(date, Locale::ZhCn), explain::date(date, Locale::En))
}

/// The moment of submission.
pub(crate) fn moment(at: jiff::civil::DateTime) -> Words {
    let Words { zh, en } = date(at.date());
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    words(format!("{zh} {time}"), format!("{en}, {time}"))
}

/// By when the station says whether everything is there.
pub(crate) fn notice_due(due: WorkingDay) -> Words {
    let Words { zh, en } = date(due.date);
    let (zh_more, en_more) = if due.calendar_known {
        ("", "")
    } else {
        (
            "（那一年的放假安排还没公布，日期可能顺延）",
            " (that year's holidays are not announced yet, so it may be later)",
        )
    };
    words(
        format!("最晚 {zh}告诉您材料是否齐全{zh_more}"),
        format!("By {en} you are told whether everything is there{en_more}"),
    )
}

/// How long it takes from acceptance.
pub(crate) fn issue(rules: &RuleSet, service: Service, makes_a_card: bool) -> Words {
    let days = rules.case.issue_days;
    if makes_a_card {
        words(
            format!("从受理那天起 {days} 日内制作发放居住证"),
            format!("The permit is made and issued within {days} days of acceptance"),
        )
    } else if service.is_about_a_permit() {
        words(
            format!("从受理那天起 {days} 日内办好，不用换证"),
            format!("Done within {days} days of acceptance, without a new card"),
        )
    } else {
        words(
            format!("从受理那天起 {days} 日内审核。通过后，居住时间从提交那天算起"),
            format!(
                "Reviewed within {days} days of acceptance. Once approved, residence counts from the day of submission"
            ),
        )
    }
}

/// What is paid, an item each.
pub(crate) fn cost(rules: &RuleSet, service: Service, method: Option<DeliveryMethod>) -> Vec<Words> {
    let fees = fees(rules, service, method.unwrap_or(DeliveryMethod::PickUp));
    if fees.is_empty() {
        return vec![words("不收费", "Free of charge")];
    }
    let item = |fee: &Fee| {
        let (zh, en) = (fee.code.zh(), fee.code.en());
        match fee.fen {
            Some(fen) => {
                let yuan = yuan(fen);
                words(format!("{zh} {yuan} 元，付给公安机关"), format!("{yuan} yuan for the {en}, paid to the police"))
            }
            None if fees.len() == 1 => words(
                format!("办理不收费；{zh}由您付给邮政，以邮政实际收取为准"),
                format!("The permit is free. For {en} you pay what the post charges"),
            ),
            None => words(
                format!("{zh}由您付给邮政，以邮政实际收取为准"),
                format!("For {en} you pay what the post charges"),
            ),
        }
    };
    fees.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_moment_is_told_with_its_weekday_in_both_languages() {
        let told = moment(date(2026, 7, 15).at(9, 5, 0, 0));
        assert_eq!(told, words("2026年7月15日（星期三） 09:05", "Wednesday 15 July 2026, 09:05"));
    }

    #[test]
    fn a_date_that_may_move_says_so() {
        let due = |calendar_known| notice_due(WorkingDay { date: date(2026, 7, 22), calendar_known });
        assert_eq!(due(true).zh, "最晚 2026年7月22日（星期三）告诉您材料是否齐全");
        assert_eq!(due(true).en, "By Wednesday 22 July 2026 you are told whether everything is there");
        assert!(due(false).zh.ends_with("可能顺延）") && due(false).en.ends_with("may be later)"));
    }

    #[test]
    fn fees_are_those_of_the_rules() {
        let cost = |service, method| cost(RuleSet::current(), service, method);
        assert_eq!(cost(Service::Endorsement, None), [words("不收费", "Free of charge")]);
        let exchange = cost(Service::Exchange, Some(DeliveryMethod::Post));
        assert_eq!(exchange[0], words("工本费 20 元，付给公安机关", "20 yuan for the card, paid to the police"));
        assert_eq!(exchange[1].en, "For postage you pay what the post charges");
        assert!(cost(Service::FirstIssue, Some(DeliveryMethod::Post))[0].zh.starts_with("办理不收费；"));
    }
}
