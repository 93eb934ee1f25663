//! A finding in plain words, in both languages: what was found, why it matters, what to do.

mod dates;
mod en;
mod remedies;
mod sources;
mod timeline;
mod zh;

use crate::{term::Locale, verdict::Finding};

pub use dates::{date, month, weekday, weekday_short};
pub use remedies::{last_day, remedy};
pub use sources::cite;
pub use timeline::entry;

/// The finding in words.
pub fn explain(finding: &Finding, locale: Locale) -> String {
    match locale {
        Locale::ZhCn => zh::words(finding),
        Locale::En => en::words(finding),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        field::{Catalog, Field, Item},
        service::AddressKind,
        verdict::Reason,
    };

    #[test]
    fn waiting_is_told_with_the_day_and_its_weekday() {
        let reason =
            Reason::ResidenceTooShort { since: date(2026, 1, 15), eligible_from: date(2026, 7, 15), days_left: 3 };
        let finding = Finding::record(Catalog::Registration, reason);
        let words = explain(&finding, Locale::ZhCn);
        assert!(words.starts_with("再过 3 天，2026年7月15日（星期三）就能申领"), "{words}");
        assert!(explain(&finding, Locale::En).contains("from Wednesday 15 July 2026, in 3 days"));
    }

    #[test]
    fn a_text_too_short_is_to_be_completed_and_one_too_long_to_be_shortened() {
        let said =
            |got, locale| explain(&Finding::field(Field::Address, Reason::Length { min: 5, max: 100, got }), locale);
        assert_eq!(said(4, Locale::ZhCn), "详细地址只有 4 个字，请写完整，至少 5 个字");
        assert_eq!(said(101, Locale::ZhCn), "详细地址有 101 个字，请缩短到 100 个字以内");
        assert!(said(4, Locale::En).ends_with("Please write it in full, with at least 5"));
        assert!(said(101, Locale::En).ends_with("Please shorten it to 100 or fewer"));
        // The least is enough.
        assert!(said(5, Locale::ZhCn).contains("请缩短") && said(5, Locale::En).contains("Please shorten"));
    }

    #[test]
    fn what_is_chosen_is_asked_to_be_chosen_and_what_is_written_to_be_written() {
        let said = |field, locale| explain(&Finding::field(field, Reason::Missing), locale);
        assert_eq!(said(Field::Ground, Locale::ZhCn), "请选择申领条件");
        assert_eq!(said(Field::Phone, Locale::ZhCn), "请填写手机号码");
        assert_eq!(said(Field::Ground, Locale::En), "Please choose the ground");
        assert_eq!(said(Field::Phone, Locale::En), "Please enter the mobile number");
    }

    #[test]
    fn a_number_that_is_refused_says_why_in_both_languages() {
        use crate::identity_number::Rejection;
        let said = |rejection, locale| {
            explain(&Finding::field(Field::AgentIdentityNumber, Reason::IdentityNumber { rejection }), locale)
        };
        assert!(said(Rejection::Checksum, Locale::ZhCn).starts_with("身份证号的最后一位与前面对不上"));
        assert!(said(Rejection::Checksum, Locale::En).starts_with("The last character does not match"));
    }

    #[test]
    fn every_missing_answer_is_asked_for_in_both_languages_without_raising_the_voice() {
        let fields = Field::ALL.iter().map(|field| Finding::field(*field, Reason::Missing));
        let items = Item::ALL.iter().map(|item| Finding::item(*item, Reason::PictureMissing));
        for finding in fields.chain(items) {
            for locale in [Locale::ZhCn, Locale::En] {
                let words = explain(&finding, locale);
                assert!(!words.is_empty() && !words.contains(['!', '！']), "{words}");
            }
            let english = explain(&finding, Locale::En);
            assert!(english.is_ascii(), "{english}");
        }
    }

    #[test]
    fn an_unfiled_lease_is_told_what_would_help() {
        let finding = crate::eligibility::dwelling(AddressKind::UnfiledLease, false);
        assert!(explain(&finding, Locale::ZhCn).contains("租赁登记备案"));
        assert!(finding.reason.source().is_some_and(|source| cite(source, Locale::ZhCn).contains("合法稳定住所")));
    }
}
