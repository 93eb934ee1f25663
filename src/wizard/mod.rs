//! The application being filled in: the one draft, what the rules say of it, and how it is kept.
//!
//! Pages read memos and call [`Wizard::dispatch`]; nothing else changes the draft, and nothing but `rules` decides what
//! is wrong with it. A wizard lives until it is submitted or the page is left for good: going to another page of the
//! app and back finds it as it was, with its pictures still on their way.

pub mod before_sign_in;
mod cutting;
mod discard;
mod lock;
mod open;
mod pdf;
mod picture_views;
mod pictures;
mod records;
mod rescue;
mod saved;
mod saving;
mod sending;
mod submit;
mod tabs;
mod target;
#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeSet;

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{
    RuleSet, Situation, check, correction,
    draft::{Draft, Event, Provenance, Refused, Scope, apply},
    field::{Field, Item, Subject},
    prefill::likely_ground,
    records::{Person, Records},
    service::{Ground, Service},
    steps::{self, Step},
    verdict::{Finding, Outcome, Reason, Verdict},
};

pub use self::{
    cutting::{Cutting, Shown},
    lock::lock,
    open::{Entrance, open},
    picture_views::PictureView,
    pictures::{Pictures, Progress, Trouble},
    saved::Correcting,
    saving::{Local, Remote, Saving},
    submit::Failure,
    target::{Target, subject_id},
};
use crate::device::clock;

/// An application being filled in. Copied freely: it is a reference to a bundle of handles, which lives as long as the
/// page's load, like the signals behind them.
#[derive(Clone, Copy)]
pub struct Wizard(&'static Parts);

/// What a wizard is made of.
pub struct Parts {
    owner: StoredValue<String>,
    target: StoredValue<Target>,
    scope: StoredValue<Scope>,
    person: StoredValue<Person>,
    correcting: StoredValue<Option<Correcting>>,
    draft: RwSignal<Draft>,
    records: RwSignal<Option<Records>>,
    by_hand: RwSignal<bool>,
    /// The version of the rules by which it is judged.
    pub rules: &'static RuleSet,
    today: RwSignal<Date>,
    verdict: Memo<Verdict>,
    /// The number of an application of this kind that is under way already.
    open_case: RwSignal<Option<String>>,
    /// What the applicant has left or tried to go on from: only its findings are shown.
    revealed: RwSignal<BTreeSet<Subject>>,
    /// How it is kept.
    pub saving: Saving,
    /// Its pictures on their way.
    pub pictures: Pictures,
}

impl std::ops::Deref for Wizard {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// With what a wizard begins.
pub(crate) struct Beginning {
    pub owner: String,
    pub target: Target,
    pub person: Person,
    pub correcting: Option<Correcting>,
    pub draft: Draft,
    pub records: Option<Records>,
    pub by_hand: bool,
    pub today: Date,
}

impl Wizard {
    /// Begins with what is known. The signals belong to the present owner.
    pub(crate) fn new(beginning: Beginning) -> Self {
        let Beginning { owner, target, person, correcting, draft, records, by_hand, today } = beginning;
        let scope = match &correcting {
            Some(Correcting { correction, .. }) => {
                Scope::Correction(correction::closure(correction.items.iter().map(|item| item.subject)))
            }
            None => Scope::Whole,
        };
        let person = StoredValue::new(person);
        // A correction is judged by the rules that the application was judged by.
        let submitted = correcting.as_ref().and_then(|correcting| RuleSet::by_version(&correcting.rules));
        let rules = submitted.unwrap_or_else(|| RuleSet::in_force_on(today));
        let (draft, records, today) = (RwSignal::new(draft), RwSignal::new(records), RwSignal::new(today));
        let verdict = Memo::new(move |_| {
            let unread = Records::unavailable();
            person.with_value(|person| {
                records.with(|records| {
                    let records = records.as_ref().unwrap_or(&unread);
                    let situation = Situation { rules, person, records, today: today.get() };
                    draft.with(|draft| check(draft, situation))
                })
            })
        });
        let parts = Parts {
            owner: StoredValue::new(owner),
            target: StoredValue::new(target),
            scope: StoredValue::new(scope),
            person,
            correcting: StoredValue::new(correcting),
            draft,
            records,
            by_hand: RwSignal::new(by_hand),
            rules,
            today,
            verdict,
            open_case: RwSignal::new(None),
            revealed: RwSignal::new(BTreeSet::new()),
            saving: Saving::new(),
            pictures: Pictures::new(),
        };
        Self(Box::leak(Box::new(parts)))
    }

    /// Lets something happen to the draft, and keeps what came of it. The only way in.
    ///
    /// # Errors
    /// [`Refused`]: the draft is as it was.
    pub fn dispatch(self, event: Event) -> Result<(), Refused> {
        let mut result = Ok(());
        self.draft.maybe_update(|draft| {
            let before = draft.clone();
            result = self.scope.with_value(|scope| apply(draft, scope, event));
            result.is_ok() && *draft != before
        });
        if result.is_ok() {
            self.changed();
        }
        result
    }

    /// Takes an answer as typed. Fields that a record locks are read-only on the page, so a refusal has nothing to say.
    pub fn answer_with(self, field: Field, text: String) {
        let _ = self.dispatch(Event::Answer(field, text));
        if field == Field::Details {
            self.prefill();
        }
    }

    /// What is filled in.
    pub fn target(self) -> Target {
        self.target.get_value()
    }

    /// What is applied for.
    pub fn service(self) -> Service {
        self.draft.with_untracked(|draft| draft.service)
    }

    /// Who applies.
    pub fn person(self) -> Person {
        self.person.get_value()
    }

    /// Reads the draft and wakes with it. Pages take [`Self::answer`] and its like where one answer will do.
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// Reads the draft as it is now, for a handler.
    pub fn with_draft_now<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// An answer as typed; wakes only when it changes.
    pub fn answer(self, field: Field) -> Memo<String> {
        Memo::new(move |_| self.draft.with(|draft| draft.answer(field).to_owned()))
    }

    /// Where the answer comes from, where a record prefilled it.
    pub fn provenance(self, field: Field) -> Memo<Option<Provenance>> {
        Memo::new(move |_| self.draft.with(|draft| draft.provenance.get(&field).copied()))
    }

    /// The record that answers the field until the applicant says that it is wrong. In a correction nothing is locked:
    /// the officer who asks has read the record.
    pub fn locked(self, field: Field) -> Memo<Option<Provenance>> {
        let provenance = self.provenance(field);
        Memo::new(move |_| provenance.get().filter(|origin| !origin.disputed && !self.is_correction()))
    }

    /// Whether the form asks for the field now and the applicant may answer it.
    pub fn asks(self, field: Field) -> Memo<bool> {
        Memo::new(move |_| self.asks_now(field))
    }

    fn asks_now(self, field: Field) -> bool {
        let asked =
            self.is_open(Subject::Field(field)) && self.draft.with(|draft| steps::asks(self.rules, draft, field));
        asked && (field != Field::Statement || self.wants_a_statement())
    }

    /// A statement is asked for by the rules or by the officer; what was once said stays in sight.
    fn wants_a_statement(self) -> bool {
        let said = || self.draft.with(|draft| !draft.answer(Field::Statement).is_empty());
        self.is_correction() || self.has_a_gap() || said()
    }

    /// Whether the residence was interrupted for so long that the applicant has to say why.
    pub fn has_a_gap(self) -> bool {
        let bridged = |reason: &Reason| matches!(reason, Reason::ResidenceGapBridged { .. });
        self.verdict.with(|verdict| verdict.findings.iter().any(|finding| bridged(&finding.reason)))
    }

    /// What a step asks for now that the applicant may answer, in the order of the form.
    pub fn questions(self, step: Step) -> Memo<Vec<Subject>> {
        let items = self.items();
        Memo::new(move |_| {
            let fields = self.draft.with(|draft| steps::fields(self.rules, draft, step).collect::<Vec<_>>());
            let fields = fields.into_iter().filter(|field| self.asks_now(*field)).map(Subject::Field);
            let items = if step == Step::Pictures { items.get() } else { Vec::new() };
            fields.chain(items.into_iter().map(Subject::Item)).collect()
        })
    }

    /// Whether the applicant may change the subject: everything, or what a correction opened.
    pub fn is_open(self, subject: Subject) -> bool {
        self.scope.with_value(|scope| scope.allows(subject))
    }

    /// Whether this is a correction.
    pub fn is_correction(self) -> bool {
        self.scope.with_value(|scope| matches!(scope, Scope::Correction(_)))
    }

    /// What is being corrected, for a correction.
    pub fn correcting(self) -> Option<Correcting> {
        self.correcting.get_value()
    }

    /// Whether the subject differs from what was submitted before.
    pub fn is_changed(self, subject: Subject) -> bool {
        let same = |before: &Draft, now: &Draft| match subject {
            Subject::Field(field) => before.answer(field) == now.answer(field),
            Subject::Item(item) => before.pages(item) == now.pages(item),
            Subject::Record(_) => true,
        };
        self.correcting.with_value(|correcting| {
            correcting.as_ref().is_some_and(|correcting| self.draft.with(|now| !same(&correcting.before, now)))
        })
    }

    /// The number of an application of this kind that is under way: while it is, no other can be submitted.
    pub fn open_case(self) -> Signal<Option<String>> {
        self.open_case.into()
    }

    /// What the records say, where the applicant let them be read.
    pub fn records(self) -> Signal<Option<Records>> {
        self.records.into()
    }

    /// The applicant fills in by hand and is not asked for the records again.
    pub fn by_hand(self) -> Signal<bool> {
        self.by_hand.into()
    }

    /// What they say of the applicant's situation, which no answer of the form mends.
    pub fn situation(self) -> Memo<Verdict> {
        Memo::new(move |_| self.verdict.with(|verdict| verdict.part(|finding| !finding.reason.is_about_the_form())))
    }

    /// What is wrong with the form at this subject, once the applicant has left it or tried to go on.
    pub fn error(self, subject: Subject) -> Memo<Option<Finding>> {
        Memo::new(move |_| {
            let shown = self.revealed.with(|revealed| revealed.contains(&subject));
            let wrong = |finding: &&Finding| finding.about == subject && is_wrong(finding);
            if shown { self.verdict.with(|verdict| verdict.findings.iter().find(wrong).cloned()) } else { None }
        })
    }

    /// What a person at the station will look at, at this subject.
    pub fn remark(self, subject: Subject) -> Memo<Option<Finding>> {
        Memo::new(move |_| {
            let remark = |finding: &&Finding| finding.about == subject && !is_wrong(finding) && is_open(finding);
            self.verdict.with(|verdict| verdict.findings.iter().find(remark).cloned())
        })
    }

    /// The form's errors on a step that the applicant can mend, in the order of the form, whether shown or not.
    fn step_errors(self, step: Step) -> Vec<Finding> {
        let here = |finding: &&Finding| {
            steps::step_of(finding.about) == Some(step) && self.is_open(finding.about) && is_wrong(finding)
        };
        self.verdict.with(|verdict| verdict.findings.iter().filter(here).cloned().collect())
    }

    /// Whether something is wrong or missing on a step that the applicant can mend.
    pub fn has_errors(self, step: Step) -> bool {
        !self.step_errors(step).is_empty()
    }

    /// What is wrong or missing on a step at this moment, whether shown or not.
    pub fn wrong_on(self, step: Step) -> Vec<Subject> {
        untrack(|| self.step_errors(step)).into_iter().map(|finding| finding.about).collect()
    }

    /// Those of them that are shown.
    pub fn shown_errors(self, step: Step) -> Memo<Vec<Finding>> {
        Memo::new(move |_| {
            let errors = self.step_errors(step).into_iter();
            self.revealed.with(|revealed| errors.filter(|finding| revealed.contains(&finding.about)).collect())
        })
    }

    /// What the rules say of the applicant's situation, on the ground chosen or else on the one that the records speak
    /// for: the answer that is given before anything is filled in.
    pub fn outlook(self) -> Memo<Verdict> {
        Memo::new(move |_| {
            self.with_records(|records| {
                let mut draft = self.draft.get();
                draft.answers.entry(Field::Ground).or_insert_with(|| likely_ground(records).id().to_owned());
                let (rules, today) = (self.rules, self.today.get());
                self.person.with_value(|person| check::outlook(&draft, Situation { rules, person, records, today }))
            })
        })
    }

    /// The ground that the records speak for, where they were read.
    pub fn likely_ground(self) -> Option<Ground> {
        self.records.with_untracked(|records| records.as_ref().map(likely_ground))
    }

    /// The pictures asked for now that the applicant may change.
    pub fn items(self) -> Memo<Vec<Item>> {
        Memo::new(move |_| {
            let asked = self.with_records(|records| self.draft.with(|draft| rules::materials::items(draft, records)));
            asked.into_iter().filter(|item| self.is_open(Subject::Item(*item))).collect()
        })
    }

    /// Reads what the records say, or as if none had answered.
    pub fn with_records<T>(self, read: impl FnOnce(&Records) -> T) -> T {
        self.records.with(|records| match records {
            Some(records) => read(records),
            None => read(&Records::unavailable()),
        })
    }

    /// Shows what is wrong with a subject from now on.
    pub fn reveal(self, subject: Subject) {
        self.revealed.update(|revealed| {
            revealed.insert(subject);
        });
    }

    /// Shows what is wrong with an answer that was begun: the moment at which its field is left.
    pub fn reveal_if_answered(self, subject: Subject) {
        let begun = |field| self.draft.with_untracked(|draft| !draft.answer(field).is_empty());
        if matches!(subject, Subject::Field(field) if begun(field)) {
            self.reveal(subject);
        }
    }

    /// Shows what is wrong with everything on a step from now on, and says whether something is.
    pub fn reveal_step(self, step: Step) -> bool {
        let errors = untrack(|| self.step_errors(step));
        self.revealed.update(|revealed| revealed.extend(errors.iter().map(|finding| finding.about)));
        !errors.is_empty()
    }

    /// The steps there are: all of them, or those that a correction opened, and the review.
    pub fn steps(self) -> Vec<Step> {
        let asked = |step: Step| {
            let fields = || self.draft.with(|draft| steps::fields(self.rules, draft, step).collect::<Vec<_>>());
            step == Step::Review
                || fields().into_iter().any(|field| self.is_open(Subject::Field(field)))
                || (step == Step::Pictures && !self.items().get().is_empty())
        };
        let all = self.with_records(|records| self.draft.with(|draft| steps::of(self.rules, draft, records)));
        all.into_iter().filter(|step| !self.is_correction() || asked(*step)).collect()
    }

    /// Whether nothing is missing or wrong on a step.
    pub fn is_complete(self, step: Step) -> bool {
        self.verdict.with(|verdict| steps::is_complete(verdict, step))
    }

    /// Whether a step can be entered.
    pub fn can_visit(self, step: Step) -> bool {
        let possible = self.verdict.with(|verdict| steps::can_visit(verdict, step));
        possible && self.steps().contains(&step)
    }

    /// The step to go on with.
    pub fn next_open(self) -> Step {
        self.steps().into_iter().find(|step| !self.is_complete(*step)).unwrap_or(Step::Review)
    }

    /// The step after this one.
    pub fn step_after(self, step: Step) -> Step {
        self.steps().into_iter().find(|next| *next > step).unwrap_or(Step::Review)
    }

    /// Looks at the calendar again, since a page can stand open over midnight.
    pub fn look_at_the_calendar(self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }
}

/// Whether the form has to be changed before it can be submitted.
fn is_wrong(finding: &Finding) -> bool {
    finding.outcome() == Outcome::NotMet && finding.reason.is_about_the_form()
}

fn is_open(finding: &Finding) -> bool {
    finding.outcome() != Outcome::Met
}
