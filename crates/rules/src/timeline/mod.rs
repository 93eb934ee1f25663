//! A person's dates in order, for a calendar and for an .ics file: from when a permit can be applied for, when it is to be
//! endorsed, when its use is suspended, what a case waits for (domain facts §§5, 6.1, 6.3).

mod history;

use jiff::civil::Date;

pub use history::{History, Span};

use crate::{
    calendar::days_between,
    case::State,
    case_clock::{CaseDays, Clock, clock},
    residence::{self, Period},
    rule_set::RuleSet,
    working_days::WorkingDay,
};

/// Days on end, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    first: Date,
    last: Date,
}

/// The last day lies before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the last day lies before the first")]
pub struct Backwards;

impl Days {
    /// The days from `first` to `last`, both included.
    ///
    /// # Errors
    /// [`Backwards`] where `last` lies before `first`.
    pub fn new(first: Date, last: Date) -> Result<Self, Backwards> {
        if first <= last { Ok(Self { first, last }) } else { Err(Backwards) }
    }

    /// The first day.
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> Date {
        self.last
    }

    /// Whether the day is one of them.
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// A case that is not over.
#[derive(Debug, Clone, Copy)]
pub struct OpenCase<'a> {
    /// What tells it from the person's other cases and never changes, for example its number.
    pub reference: &'a str,
    /// The rules that it was submitted under.
    pub rules: &'a RuleSet,
    /// Where it stands.
    pub state: State,
    /// Its days.
    pub days: &'a CaseDays,
}

/// What is known of a person.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The registrations of residence, in any order.
    pub periods: &'a [Period],
    /// The permit, where there is one.
    pub permit: Option<&'a History>,
    /// The cases that are not over.
    pub cases: &'a [OpenCase<'a>],
}

/// What a day is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The half year of residence is full.
    Eligible {
        /// Only because a gap is bridged, which a person decides on.
        gap_bridged: bool,
    },
    /// The half year is full without the time before a gap.
    EligibleWithoutGap,
    /// The permit can be endorsed.
    WindowOpens {
        /// Until then.
        due: Date,
    },
    /// It should be endorsed: some regions take this day for the last.
    AdvisedBy,
    /// The last day to endorse it.
    EndorsementDue,
    /// Its use is suspended.
    SuspendedFrom,
    /// The last day of the suspension: it was made up on the next.
    SuspendedTo {
        /// How many days were lost.
        days_lost: i32,
    },
    /// The last day for the station to accept a case or to ask for a correction.
    NoticeDue,
    /// A correction waits.
    AnswerReminder {
        /// Until then.
        due: Date,
    },
    /// The last day to answer a correction.
    AnswerDue,
    /// The last day for the authority.
    IssueDue,
}

/// A day with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Tells it from the person's other entries, and stays the same where only its day moves.
    pub id: String,
    /// The day.
    pub on: Date,
    /// What it is about.
    pub moment: Moment,
    /// Whether the holidays of every year it was counted over are known; where not, the day may turn out to be later.
    pub calendar_known: bool,
}

impl Entry {
    fn new(id: String, on: Date, moment: Moment) -> Self {
        Self { id, on, moment, calendar_known: true }
    }

    fn by(id: String, day: WorkingDay, moment: Moment) -> Self {
        Self { id, on: day.date, moment, calendar_known: day.calendar_known }
    }
}

/// Everything that falls on these days, as it is known on `today`, by day and then by identifier.
pub fn entries(rules: &RuleSet, facts: &Facts<'_>, days: Days, today: Date) -> Vec<Entry> {
    let mut entries = match facts.permit {
        Some(permit) => endorsements(rules, permit),
        None => eligibility(rules, facts.periods, today),
    };
    entries.extend(facts.cases.iter().flat_map(|case| case_entries(case, today)));
    entries.retain(|entry| days.contains(entry.on));
    entries.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    entries
}

/// From when somebody without a permit can apply, where the registration lasts so long.
fn eligibility(rules: &RuleSet, periods: &[Period], today: Date) -> Vec<Entry> {
    let found = residence::assess(rules, periods, today);
    let (Some(from), Some(unbridged)) = (found.eligible_from, found.unbridged_from) else { return Vec::new() };
    let gap_bridged = from != unbridged;
    let mut entries = vec![Entry::new("eligible".to_owned(), from, Moment::Eligible { gap_bridged })];
    if gap_bridged {
        entries.push(Entry::new("eligible-without-gap".to_owned(), unbridged, Moment::EligibleWithoutGap));
    }
    // Who has a registration that runs out before is not eligible on that day.
    entries.retain(|entry| found.last_day.is_none_or(|last| entry.on <= last));
    entries
}

fn endorsements(rules: &RuleSet, permit: &History) -> Vec<Entry> {
    let mut entries = Vec::new();
    for epoch in permit.epochs(rules) {
        let cycle = epoch.cycle;
        let id = |what| format!("endorsement-{}-{}-{what}", epoch.anchor, epoch.endorsed.saturating_add(1));
        let was_made_up = epoch.last < Date::MAX && epoch.last >= cycle.suspended_from;
        let days_lost = days_between(cycle.suspended_from, epoch.last) + 1;
        let all = [
            Entry::new(id("opens"), cycle.open, Moment::WindowOpens { due: cycle.due }),
            Entry::new(id("advised"), cycle.advise_by, Moment::AdvisedBy),
            Entry::new(id("due"), cycle.due, Moment::EndorsementDue),
            Entry::new(id("suspended"), cycle.suspended_from, Moment::SuspendedFrom),
        ];
        // What was done has no dates any more after the day it was done on.
        entries.extend(all.into_iter().filter(|entry| entry.on <= epoch.last));
        if was_made_up {
            entries.push(Entry::new(id("made-up"), epoch.last, Moment::SuspendedTo { days_lost }));
        }
    }
    entries
}

fn case_entries(case: &OpenCase<'_>, today: Date) -> Vec<Entry> {
    let id = |what: &str| format!("{}-{what}", case.reference);
    match clock(case.rules, case.state, case.days, today) {
        None => Vec::new(),
        Some(Clock::Notice { by }) => vec![Entry::by(id("notice"), by, Moment::NoticeDue)],
        Some(Clock::Issue { by, .. }) => vec![Entry::by(id("issue"), by.legal, Moment::IssueDue)],
        Some(Clock::Answer { asked_on, by, reminders }) => {
            let due = by.date;
            let remind = |on: Date| {
                let what = format!("correction-{asked_on}-reminder-{}", days_between(on, due));
                Entry { calendar_known: by.calendar_known, ..Entry::new(id(&what), on, Moment::AnswerReminder { due }) }
            };
            let mut entries: Vec<Entry> = reminders.into_iter().map(remind).collect();
            entries.push(Entry::by(id(&format!("correction-{asked_on}-due")), by, Moment::AnswerDue));
            entries
        }
    }
}
