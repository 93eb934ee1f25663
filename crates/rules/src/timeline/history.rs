//! The state of a permit on every day since it was issued.

use jiff::civil::Date;

use super::Days;
use crate::{
    calendar::add_days,
    endorsement::{Cycle, EndorsementState, cycle},
    permit::{Permit, PermitStatus},
    rule_set::RuleSet,
};

/// What is known of a permit's endorsements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The day of issue, or of a late endorsement before which nothing is known.
    pub anchor: Date,
    /// Endorsements on time since then whose days are not known.
    pub endorsed: u32,
    /// The days of later endorsements, in any order: those in their window keep the cycle, those after it begin a new one,
    /// and those before it are none.
    pub endorsed_on: Vec<Date>,
}

/// The time between two endorsements, or after the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Epoch {
    /// The day of the endorsement, or of issue.
    pub first: Date,
    /// The day before the next endorsement; the end of the calendar where there is none.
    pub last: Date,
    /// The day from which the years count.
    pub anchor: Date,
    /// How many endorsements on time since then.
    pub endorsed: u32,
    /// The endorsement that is next.
    pub cycle: Cycle,
}

impl Epoch {
    fn new(rules: &RuleSet, first: Date, anchor: Date, endorsed: u32) -> Self {
        Self { first, last: Date::MAX, anchor, endorsed, cycle: cycle(rules, anchor, endorsed) }
    }
}

/// Days on end on which a permit is in one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The state; `None` before the first day that is known.
    pub state: Option<EndorsementState>,
}

impl History {
    /// What the register tells of a permit; `None` where it has ended.
    pub fn of(permit: &Permit) -> Option<Self> {
        let history = Self { anchor: permit.anchor, endorsed: permit.endorsed, endorsed_on: Vec::new() };
        (permit.status != PermitStatus::Ended).then_some(history)
    }

    pub(super) fn epochs(&self, rules: &RuleSet) -> Vec<Epoch> {
        let mut endorsed_on = self.endorsed_on.clone();
        endorsed_on.sort_unstable();
        let mut now = Epoch::new(rules, self.anchor, self.anchor, self.endorsed);
        let mut epochs = Vec::new();
        for day in endorsed_on.into_iter().filter(|day| *day > self.anchor) {
            let next = match now.cycle.state(day) {
                EndorsementState::Early => continue,
                EndorsementState::InWindow => Epoch::new(rules, day, now.anchor, now.endorsed.saturating_add(1)),
                EndorsementState::Suspended => Epoch::new(rules, day, day, 0),
            };
            epochs.push(Epoch { last: add_days(day, -1), ..now });
            now = next;
        }
        epochs.push(now);
        epochs
    }

    /// The state on a day; `None` before the first that is known.
    pub fn state_on(&self, rules: &RuleSet, day: Date) -> Option<EndorsementState> {
        let epochs = self.epochs(rules);
        epochs.iter().rev().find(|epoch| epoch.first <= day).map(|epoch| epoch.cycle.state(day))
    }

    /// The spans of states that these days fall into, in order, without a hole and without an overlap; two on end are
    /// never in the same state.
    pub fn spans(&self, rules: &RuleSet, days: Days) -> Vec<Span> {
        let before = Span { first: Date::MIN, last: add_days(self.anchor, -1), state: None };
        let before = (self.anchor > Date::MIN).then_some(before);
        let mut spans: Vec<Span> = Vec::new();
        for piece in before.into_iter().chain(self.epochs(rules).iter().flat_map(pieces)) {
            let piece = Span { first: piece.first.max(days.first()), last: piece.last.min(days.last()), ..piece };
            match spans.last_mut() {
                _ if piece.first > piece.last => {}
                Some(span) if span.state == piece.state => span.last = piece.last,
                _ => spans.push(piece),
            }
        }
        spans
    }
}

/// The states of an epoch; a piece that ends before it begins is empty.
fn pieces(epoch: &Epoch) -> [Span; 3] {
    let Epoch { first, last, cycle, .. } = *epoch;
    let piece = |from: Date, to: Date, state| Span { first: from.max(first), last: to.min(last), state: Some(state) };
    let ends = if cycle.due < Date::MAX { last } else { Date::MIN };
    [
        piece(first, add_days(cycle.open, -1), EndorsementState::Early),
        piece(cycle.open, cycle.due, EndorsementState::InWindow),
        piece(cycle.suspended_from, ends, EndorsementState::Suspended),
    ]
}
