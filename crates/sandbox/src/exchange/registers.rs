//! The police's own registers as cases that are done have changed them: whoever applies next is judged by what they were
//! given last.

use jiff::civil::Date;
use serde_json::Value;

use super::{catalog::Catalog, permits, registrations};
use crate::{citizens::Citizens, desk::case::State, store::Kept};

/// Enters what the case came to, where it has just been completed.
pub fn enter(kept: &mut Kept, citizens: &Citizens, number: &str, today: Date) {
    let completed = kept.cases.get(number).filter(|case| case.state == State::Completed && !case.collected).cloned();
    if let Some(case) = completed {
        permits::enter(kept, citizens, &case, today);
        registrations::enter(kept, citizens, &case, today);
    }
}

/// What a register holds of somebody in place of what was written down; nothing where no case has changed it.
pub(super) fn changed(kept: &Kept, catalog: Catalog, holder: &str) -> Option<Vec<Value>> {
    let items = match catalog {
        Catalog::ResidencePermit => serde_json::to_value([kept.permits.get(holder)?]),
        Catalog::ResidenceRegistration => serde_json::to_value(kept.registrations.get(holder)?),
        _ => return None,
    };
    items.ok()?.as_array().cloned()
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use serde_json::json;

    use super::*;
    use crate::desk::case::Case;

    const TODAY: Date = date(2026, 11, 24);
    const HOLDER: &str = "519999199106120220";

    #[test]
    fn only_a_case_that_has_just_been_completed_is_entered() {
        let citizens = Citizens::load().unwrap();
        let mut kept = Kept::default();
        let file = json!({
            "number": "CDJZ-510107-20261124-000001-K",
            "service": "first_issue",
            "station_id": "ps-510107064",
            "submitted_at": "2026-11-24T02:00:00Z",
            "applicant": {"name": "唐可心", "identity_number": HOLDER},
            "answers": [{"field": "address", "label": "详细地址", "value": "演示路1号"}],
            "verdict": {"outcome": "met", "findings": []},
            "items": [],
            "correctable": [],
            "revision": 1,
        });
        let mut issue = Case::new(serde_json::from_value(file).unwrap(), Timestamp::UNIX_EPOCH);
        let number = issue.file.number.clone();
        for (state, collected, known) in
            [(State::UnderReview, false, false), (State::Completed, true, false), (State::Completed, false, true)]
        {
            issue.state = state;
            issue.collected = collected;
            kept.cases.insert(number.clone(), issue.clone());
            enter(&mut kept, &citizens, &number, TODAY);
            assert_eq!(changed(&kept, Catalog::ResidencePermit, HOLDER).is_some(), known, "{state:?} {collected}");
        }
        assert_eq!(changed(&kept, Catalog::ResidenceRegistration, HOLDER), None);
    }
}
