//! The entries of a timeline in words.

use super::{date, en::many, remedies::may_move};
use crate::{
    term::Locale,
    timeline::{Entry, Moment},
};

/// What the day is about, as a calendar shows it.
pub fn entry(entry: &Entry, locale: Locale) -> String {
    let words = match locale {
        Locale::ZhCn => zh(entry.moment),
        Locale::En => en(entry.moment),
    };
    if entry.calendar_known { words } else { words + may_move(locale) }
}

fn zh(moment: Moment) -> String {
    let on = |day| date(day, Locale::ZhCn);
    match moment {
        Moment::Eligible { gap_bridged: false } => "居住登记满半年，可以申领居住证".to_owned(),
        Moment::Eligible { gap_bridged: true } => {
            "居住登记满半年，可以申领居住证；中间有几天没有登记，由派出所认定".to_owned()
        }
        Moment::EligibleWithoutGap => "最近一段居住登记满半年，可以申领居住证，不必再认定中断".to_owned(),
        Moment::WindowOpens { due } => format!("居住证可以签注了，最后一天是{}", on(due)),
        Moment::AdvisedBy => "居住证签注最好今天办好".to_owned(),
        Moment::EndorsementDue => "居住证签注的最后一天".to_owned(),
        Moment::SuspendedFrom => "没有签注，居住证使用功能中止，补办签注后恢复".to_owned(),
        Moment::SuspendedTo { days_lost } => {
            format!("居住证使用功能中止的最后一天，共 {days_lost} 天；居住年限从补办那天起连续计算，以公安机关认定为准")
        }
        Moment::NoticeDue => {
            "派出所受理或一次性告知补正的最后一天；过了这天没有告诉您，算作收到那天就已受理".to_owned()
        }
        Moment::AnswerReminder { due } => format!("有补正等您提交，最后一天是{}", on(due)),
        Moment::AnswerDue => "提交补正的最后一天；过了这天办件就结束，可以重新申请".to_owned(),
        Moment::IssueDue => "公安机关办完的最后一天".to_owned(),
    }
}

fn en(moment: Moment) -> String {
    let on = |day| date(day, Locale::En);
    match moment {
        Moment::Eligible { gap_bridged: false } => "Registered for half a year: you can apply for the permit".to_owned(),
        Moment::Eligible { gap_bridged: true } => {
            "Registered for half a year: you can apply for the permit. The police station decides on the gap between registrations"
                .to_owned()
        }
        Moment::EligibleWithoutGap => {
            "Half a year since the gap in your registration: you can apply, and the gap no longer matters".to_owned()
        }
        Moment::WindowOpens { due } => format!("The permit can be endorsed from today. The last day is {}", on(due)),
        Moment::AdvisedBy => "Best have the permit endorsed by today".to_owned(),
        Moment::EndorsementDue => "Last day to have the permit endorsed".to_owned(),
        Moment::SuspendedFrom => "Not endorsed: the permit is suspended until the endorsement is made up".to_owned(),
        Moment::SuspendedTo { days_lost } => format!(
            "Last day of the suspension, {} in all. Your years of residence count again from the day the endorsement is made up; the police decide",
            many(days_lost, "day")
        ),
        Moment::NoticeDue => {
            "Last day for the police station to accept the application or ask for corrections. After that it counts as accepted on the day it came in"
                .to_owned()
        }
        Moment::AnswerReminder { due } => format!("A correction is waiting for you. The last day is {}", on(due)),
        Moment::AnswerDue => "Last day to send the correction. After that the application ends; you can apply again".to_owned(),
        Moment::IssueDue => "Last day for the police to finish".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_in_both_languages_and_that_it_may_move_where_the_holidays_are_not_known() {
        let due = jiff::civil::date(2027, 1, 1);
        let told = |calendar_known, locale| {
            let moment = Moment::WindowOpens { due };
            entry(&Entry { id: "window".into(), on: due, moment, calendar_known }, locale)
        };
        assert_eq!(told(true, Locale::ZhCn), "居住证可以签注了，最后一天是2027年1月1日（星期五）");
        assert!(told(true, Locale::En).contains("Friday 1 January 2027"));
        for locale in [Locale::ZhCn, Locale::En] {
            assert_eq!(told(false, locale), told(true, locale) + may_move(locale));
        }
    }
}
