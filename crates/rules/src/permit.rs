//! The permit that somebody holds, and what it must be like for the services around it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    endorsement::{self, Cycle},
    field::Catalog,
    records::{Lookup, Records},
    rule_set::RuleSet,
    service::Service,
    term::terms,
    verdict::{Finding, Reason},
};

terms! {
    /// What the register says of a permit. Whether its use is suspended follows from its dates
    /// ([`crate::endorsement::EndorsementState`]).
    PermitStatus, "permit_status" {
        /// It is in force.
        InForce = "in_force", "正常", "in force";
        /// It was reported lost (挂失) and can't be shown; a reissue replaces it.
        ReportedLost = "reported_lost", "挂失", "reported lost";
        /// It has ended: the household moved to Chengdu, the holder died, it was obtained by deceit, or its conditions no
        /// longer hold (domain facts §6.3).
        Ended = "ended", "终止", "ended";
    }
}

/// A residence permit on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Permit {
    /// The day of issue.
    pub issued_on: Date,
    /// The day from which the years are counted: that of issue, or of the last endorsement made up late.
    pub anchor: Date,
    /// Endorsements on time since then.
    pub endorsed: u32,
    /// What the register says of it.
    pub status: PermitStatus,
    /// The address of residence printed on it.
    pub address: String,
}

impl Permit {
    /// The endorsement that comes next.
    pub fn cycle(&self, rules: &RuleSet) -> Cycle {
        endorsement::cycle(rules, self.anchor, self.endorsed)
    }
}

/// The permit on record that has not ended; `None` where there is none or nobody knows.
pub fn held(records: &Records) -> Option<&Permit> {
    records.permit.value()?.as_ref().filter(|permit| permit.status != PermitStatus::Ended)
}

/// Whether the permit allows the service: a first issue needs that there is none, all others that there is one, and one
/// that can be shown unless it is the loss that is declared.
pub fn precondition(service: Service, records: &Records) -> Option<Finding> {
    let reason = match (service, &records.permit) {
        (Service::ResidenceRegistration, _) => return None,
        // Whoever applies for the first time has nothing that a silent register could show; the station sees it again.
        (Service::FirstIssue, _) => Reason::PermitHeld { issued_on: held(records)?.issued_on },
        (_, Lookup::Unavailable) => Reason::RecordUnavailable,
        (_, Lookup::Found { value: None, .. }) => Reason::PermitNone,
        (_, Lookup::Found { value: Some(permit), .. }) => match permit.status {
            PermitStatus::Ended => Reason::PermitEnded,
            PermitStatus::ReportedLost if service != Service::Reissue => Reason::PermitLost,
            PermitStatus::ReportedLost | PermitStatus::InForce => return None,
        },
    };
    Some(Finding::record(Catalog::Permit, reason))
}

/// The permit that a service about the card itself goes by.
pub fn on_record(records: &Records) -> Option<Finding> {
    let Permit { issued_on, status, .. } = *held(records)?;
    Some(Finding::record(Catalog::Permit, Reason::PermitOnRecord { issued_on, status }))
}

/// Where the permit stands in its year (居住证暂行条例 Art. 10): too early, in time, or to be made up.
pub fn endorsement(rules: &RuleSet, records: &Records, today: Date) -> Option<Finding> {
    let permit = held(records)?;
    let cycle = permit.cycle(rules);
    let reason = if today < cycle.open {
        Reason::EndorsementEarly { open: cycle.open, due: cycle.due }
    } else if let Some(made_up) = endorsement::make_up(rules, permit.anchor, permit.endorsed, today) {
        let (suspended_from, next_due) = (made_up.suspended_from, made_up.next.due);
        Reason::EndorsementLate { suspended_from, days_lost: made_up.days_lost, next_due }
    } else {
        Reason::EndorsementInWindow { due: cycle.due, advise_by: cycle.advise_by }
    };
    Some(Finding::record(Catalog::Permit, reason))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::verdict::Outcome;

    fn records(status: Option<PermitStatus>) -> Records {
        let permit = status.map(|status| Permit {
            issued_on: date(2025, 1, 1),
            anchor: date(2025, 1, 1),
            endorsed: 0,
            status,
            address: "示例路1号".into(),
        });
        let permit = Lookup::Found { as_of: date(2026, 1, 1), source: "示例平台".into(), value: permit };
        Records { permit, ..Records::unavailable() }
    }

    fn outcome(service: Service, status: Option<PermitStatus>) -> Option<Outcome> {
        precondition(service, &records(status)).map(|finding| finding.outcome())
    }

    #[test]
    fn a_first_issue_is_for_those_without_a_permit_and_everything_else_for_those_with_one() {
        for service in [Service::Endorsement, Service::ChangeOfDetails, Service::Reissue, Service::Exchange] {
            assert_eq!(outcome(service, None), Some(Outcome::NotMet), "{service}");
            assert_eq!(outcome(service, Some(PermitStatus::Ended)), Some(Outcome::NotMet), "{service}");
            assert_eq!(outcome(service, Some(PermitStatus::InForce)), None, "{service}");
        }
        assert_eq!(outcome(Service::FirstIssue, None), None);
        assert_eq!(outcome(Service::FirstIssue, Some(PermitStatus::Ended)), None);
        assert_eq!(outcome(Service::FirstIssue, Some(PermitStatus::InForce)), Some(Outcome::NotMet));
    }

    #[test]
    fn a_lost_permit_can_only_be_reissued() {
        assert_eq!(outcome(Service::Reissue, Some(PermitStatus::ReportedLost)), None);
        assert_eq!(outcome(Service::Endorsement, Some(PermitStatus::ReportedLost)), Some(Outcome::NotMet));
    }

    #[test]
    fn the_permit_on_record_is_named_while_it_has_not_ended() {
        let named = |status| on_record(&records(Some(status))).map(|finding| finding.reason);
        let (issued_on, status) = (date(2025, 1, 1), PermitStatus::ReportedLost);
        assert_eq!(named(status), Some(Reason::PermitOnRecord { issued_on, status }));
        assert_eq!(named(PermitStatus::Ended), None);
    }

    #[test]
    fn a_silent_register_sends_the_case_to_a_person_and_never_stops_a_first_issue() {
        let silent = Records::unavailable();
        let endorsed = precondition(Service::Endorsement, &silent).map(|finding| finding.outcome());
        assert_eq!(endorsed, Some(Outcome::Review));
        assert_eq!(precondition(Service::FirstIssue, &silent), None);
    }

    #[test]
    fn the_year_opens_a_month_early_and_can_be_made_up_late() {
        let on = |today| endorsement(RuleSet::current(), &records(Some(PermitStatus::InForce)), today).unwrap();
        let early = on(date(2025, 11, 30));
        assert_eq!((early.outcome(), early.reason.holds_from()), (Outcome::NotMet, Some(date(2025, 12, 1))));
        assert_eq!(on(date(2025, 12, 1)).outcome(), Outcome::Met);
        assert_eq!(on(date(2026, 1, 1)).outcome(), Outcome::Met);
        let late =
            Reason::EndorsementLate { suspended_from: date(2026, 1, 2), days_lost: 150, next_due: date(2027, 6, 1) };
        assert_eq!((on(date(2026, 6, 1)).outcome(), on(date(2026, 6, 1)).reason), (Outcome::Met, late));
    }
}
