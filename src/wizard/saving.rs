//! Keeping the draft: on the phone at every change, on the server when the line allows.

use std::time::Duration;

use jiff::Timestamp;
use leptos::{prelude::*, task::spawn_local};
use rules::{
    draft::{Draft, Event},
    draft_merge::{Merged, merge},
    field::Subject,
    prefill::prefill,
};
use wire::{ErrorCode, application::Summary, consent::ConsentScope};

use super::{
    Wizard,
    saved::{self, Agreed, Saved},
    target::Target,
};
use crate::{
    client::{self, ClientError},
    device::{clock, storage::StorageError},
};

/// Changes that follow each other faster are kept together.
const KEEP_AFTER: Duration = Duration::from_millis(200);
/// A pause in typing, after which the server is told.
const SEND_AFTER: Duration = Duration::from_secs(2);
/// After a failure that is not the line's, since the line's return is announced.
const SEND_AGAIN_AFTER: Duration = Duration::from_secs(15);
/// How often another device may get in first before this one waits for the next change.
const ROUNDS: usize = 5;

/// How the draft is kept on the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Local {
    /// Nothing had to be kept yet.
    Nothing,
    /// Something changed and is being kept.
    Keeping,
    /// All of it was kept at that moment.
    Kept(Timestamp),
    /// The phone does not keep it: it lives in memory, and on the server while there is a line.
    NotKept(StorageError),
}

/// How the draft is kept on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remote {
    /// Nothing to be said.
    Quiet,
    /// The server can't be reached now; it is tried again.
    NoLine,
    /// The session ran out: what is typed stays, and goes on after signing in again.
    SignedOut,
}

/// How a wizard's draft is kept.
#[derive(Clone, Copy)]
pub struct Saving {
    pub(super) local: RwSignal<Local>,
    pub(super) remote: RwSignal<Remote>,
    conflicts: RwSignal<Vec<Subject>>,
    pub(super) agreed: StoredValue<Option<Agreed>>,
    pub(super) submission_key: StoredValue<Option<String>>,
    /// Counts the changes, to know whether there was one since.
    changes: StoredValue<u64>,
    keeps_soon: StoredValue<bool>,
    sends_again: StoredValue<bool>,
    sends: StoredValue<bool>,
    pub(super) closed: StoredValue<bool>,
}

impl Saving {
    pub(super) fn new() -> Self {
        Self {
            local: RwSignal::new(Local::Nothing),
            remote: RwSignal::new(Remote::Quiet),
            conflicts: RwSignal::new(Vec::new()),
            agreed: StoredValue::new(None),
            submission_key: StoredValue::new(None),
            changes: StoredValue::new(0),
            keeps_soon: StoredValue::new(false),
            sends_again: StoredValue::new(false),
            sends: StoredValue::new(false),
            closed: StoredValue::new(false),
        }
    }

    /// On the phone.
    pub fn local(self) -> Local {
        self.local.get()
    }

    /// On the server.
    pub fn remote(self) -> Remote {
        self.remote.get()
    }

    /// What was changed here and on another device too: what was typed here stands.
    pub fn conflicts(self) -> Vec<Subject> {
        self.conflicts.get()
    }

    /// The applicant has seen the conflicts.
    pub fn settle_conflicts(self) {
        self.conflicts.set(Vec::new());
    }

    pub(super) fn note(self, error: &ClientError) {
        self.remote.set(match error {
            error if error.needs_sign_in() => Remote::SignedOut,
            _ => Remote::NoLine,
        });
    }
}

impl Wizard {
    /// Something changed: it is kept soon.
    pub(super) fn changed(self) {
        self.saving.changes.update_value(|changes| *changes += 1);
        if matches!(self.saving.local.get_untracked(), Local::Nothing | Local::Kept(_)) {
            self.saving.local.set(Local::Keeping);
        }
        self.keep_soon();
        self.send_soon();
    }

    pub(super) fn keep_soon(self) {
        if !self.saving.keeps_soon.get_value() {
            self.saving.keeps_soon.set_value(true);
            spawn_local(async move {
                clock::sleep(KEEP_AFTER).await;
                self.saving.keeps_soon.set_value(false);
                self.keep().await;
            });
        }
    }

    fn send_soon(self) {
        let changes = self.saving.changes.get_value();
        spawn_local(async move {
            clock::sleep(SEND_AFTER).await;
            if self.saving.changes.get_value() == changes {
                self.send().await;
            }
        });
    }

    /// Keeps everything at once, as when a step or the page is left.
    pub fn keep_now(self) {
        spawn_local(async move {
            self.keep().await;
            self.send().await;
        });
    }

    /// Takes up what waited for the line or for a sign-in.
    pub(super) fn resume(self) {
        self.look_at_the_calendar();
        spawn_local(self.send());
        spawn_local(self.send_pictures());
    }

    /// Keeps the draft on the phone.
    pub(super) async fn keep(self) {
        if self.saving.closed.get_value() {
            return;
        }
        let (at, changes) = (clock::now(), self.saving.changes.get_value());
        let saved = Saved {
            draft: self.draft.get_untracked(),
            agreed: self.saving.agreed.get_value(),
            pictures: self.pictures.about(),
            submission_key: self.saving.submission_key.get_value(),
            correcting: self.correcting.get_value(),
            person: self.person.get_value(),
            records: self.records.get_untracked(),
            by_hand: self.by_hand.get_untracked(),
            at,
        };
        let kept = saved::write(&self.owner.get_value(), &self.target(), &saved).await;
        let all = self.saving.changes.get_value() == changes;
        self.saving.local.set(match kept {
            Ok(()) if all => Local::Kept(at),
            Ok(()) => Local::Keeping,
            Err(error) => Local::NotKept(error),
        });
    }

    /// Brings the server's draft up to this one, merging what another device did in between.
    async fn send(self) {
        let Target::New(service) = self.target() else { return };
        let saving = self.saving;
        if saving.sends.get_value() {
            return;
        }
        saving.sends.set_value(true);
        for _ in 0..ROUNDS {
            let (mine, agreed) = (self.draft.get_untracked(), saving.agreed.get_value());
            let known = agreed.as_ref().map_or_else(|| mine == Draft::new(service), |agreed| agreed.draft == mine);
            if known || saving.closed.get_value() {
                saving.remote.set(Remote::Quiet);
                break;
            }
            match client::drafts::put(service, &mine, agreed.map(|agreed| agreed.version)).await {
                Ok(saved) => saving.agreed.set_value(Some(Agreed { version: saved.version, draft: mine })),
                Err(error) if error.code() == Some(ErrorCode::StaleVersion) => {
                    match client::drafts::get(service).await {
                        Ok(theirs) => {
                            self.meet(theirs.map(Agreed::from));
                        }
                        Err(error) => {
                            self.send_later(&error);
                            break;
                        }
                    }
                }
                Err(error) => {
                    self.send_later(&error);
                    break;
                }
            }
            self.keep_soon();
        }
        saving.sends.set_value(false);
    }

    fn send_later(self, error: &ClientError) {
        self.saving.note(error);
        if self.saving.remote.get_untracked() == Remote::NoLine && !self.saving.sends_again.get_value() {
            self.saving.sends_again.set_value(true);
            spawn_local(async move {
                clock::sleep(SEND_AGAIN_AFTER).await;
                self.saving.sends_again.set_value(false);
                self.send().await;
            });
        }
    }

    /// Takes up what the server has: nothing, or what this or another device left there. Answers whether another one
    /// brought something.
    pub(super) fn meet(self, theirs: Option<Agreed>) -> bool {
        let Some(theirs) = theirs else {
            self.saving.agreed.set_value(None);
            return false;
        };
        let mine = self.draft.get_untracked();
        let base = self.saving.agreed.get_value().map_or_else(|| Draft::new(mine.service), |agreed| agreed.draft);
        let Merged { draft, conflicts } = merge(&base, &mine, &theirs.draft);
        self.saving.agreed.set_value(Some(theirs));
        let news = draft != mine || !conflicts.is_empty();
        if !conflicts.is_empty() {
            self.saving.conflicts.set(conflicts);
        }
        if draft != mine {
            self.draft.set(draft);
            spawn_local(self.show_pictures());
        }
        self.keep_soon();
        news
    }

    /// Looks whether an application of this kind is under way. Without an answer the server says so at submission.
    pub(super) async fn look_for_open_case(self) {
        let Target::New(service) = self.target() else { return };
        let is_open = |summary: &&Summary| summary.service == service && !summary.state.is_terminal();
        if let Ok(applications) = client::applications::list().await {
            self.open_case.set(applications.iter().find(is_open).map(|summary| summary.number.clone()));
        }
    }

    /// Reads the records, with the consent that the applicant has just given, and fills in what they hold.
    ///
    /// # Errors
    /// [`ClientError`]: everything can still be filled in by hand.
    pub async fn read_records(self) -> Result<(), ClientError> {
        client::consents::give(ConsentScope::Records).await?;
        self.refresh_records().await
    }

    /// Reads the records again, under a consent that stands.
    pub(super) async fn refresh_records(self) -> Result<(), ClientError> {
        let records = client::records::get().await?;
        self.records.set(Some(records));
        self.by_hand.set(false);
        self.prefill();
        self.keep_soon();
        Ok(())
    }

    /// Lets the records answer what they can of what is asked for now.
    pub(super) fn prefill(self) {
        let offered = self.records.with_untracked(|records| {
            let records = records.as_ref()?;
            Some(self.with_draft_now(|draft| self.person.with_value(|person| prefill(draft, person, records))))
        });
        // A prefill fills what it may and is never refused.
        let _ = self.dispatch(Event::Prefill(offered.unwrap_or_default()));
    }

    /// Gives back what was read of the records, since the consent to it no longer stands.
    pub(super) fn drop_records(self) {
        if self.records.get_untracked().is_some() {
            self.records.set(None);
            self.keep_soon();
        }
    }

    /// The applicant fills in by hand.
    pub async fn fill_by_hand(self) {
        self.decide_by_hand(true).await;
    }

    /// The applicant wants to think again about the records.
    pub async fn ask_for_records_again(self) {
        self.decide_by_hand(false).await;
    }

    /// Keeps the decision before the page goes on by it, so that a reload can't undo what was seen to be done. A phone
    /// that keeps nothing goes on all the same.
    async fn decide_by_hand(self, by_hand: bool) {
        self.by_hand.update_untracked(|decided| *decided = by_hand);
        self.keep().await;
        self.by_hand.notify();
    }
}
