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
