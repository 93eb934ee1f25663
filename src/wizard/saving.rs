//! Keeping the draft: on the phone at every change, on the server when the line allows.

use std::time::Duration;

use jiff::Timestamp;
use leptos::{prelude::*, task::spawn_local};
use rules::{
    draft::Draft,
    draft_merge::{Merged, merge},
    field::Subject,
};
use wire::{ErrorCode, application::Summary};

use super::{
    Wizard,
    saved::{self, Agreed, Saved},
    target::Target,
};
use crate::{
    client::{self, ClientError},
    device::{clock, storage::StorageError, tabs},
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
    /// What this tab knows to be kept on the phone, and since when: the base of a merge with what another tab keeps.
    pub(super) kept: StoredValue<Option<(Timestamp, Draft)>>,
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
            kept: StoredValue::new(None),
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

    /// Whether the server is being told.
    pub(super) fn is_sending(self) -> bool {
        self.sends.get_value()
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
        // Both begin at once: the page may be gone before one has ended.
        spawn_local(self.send());
        spawn_local(self.keep());
    }

    /// Takes up what waited for the line or for a sign-in.
    pub(super) fn resume(self) {
        self.look_at_the_calendar();
        spawn_local(self.send());
        spawn_local(self.send_pictures());
    }

    /// Keeps the draft on the phone, and takes up what another tab has kept there since.
    pub(super) async fn keep(self) {
        if self.saving.closed.get_value() {
            return;
        }
        let (at, mut changes) = (clock::now(), 0);
        let merge = |there: Option<&Saved>| {
            if let Some(there) = there {
                self.meet_tab(there);
                self.saving.kept.set_value(Some((there.at, there.draft.clone())));
            }
            changes = self.saving.changes.get_value();
            self.to_keep(at)
        };
        let (owner, target) = (self.owner.get_value(), self.target());
        let kept = saved::keep(&owner, &target, merge).await;
        let all = self.saving.changes.get_value() == changes;
        self.saving.local.set(match kept {
            Ok((saved, is_new)) => {
                self.saving.kept.set_value(Some((saved.at, saved.draft)));
                if is_new {
                    tabs::tell(&saved::key(&owner, &target));
                }
                if all { Local::Kept(at) } else { Local::Keeping }
            }
            Err(error) => Local::NotKept(error),
        });
    }

    pub(super) fn to_keep(self, at: Timestamp) -> Saved {
        Saved {
            draft: self.draft.get_untracked(),
            agreed: self.saving.agreed.get_value(),
            pictures: self.pictures.about(),
            submission_key: self.saving.submission_key.get_value(),
            correcting: self.correcting.get_value(),
            person: self.person.get_value(),
            records: self.records.get_untracked(),
            by_hand: self.by_hand.get_untracked(),
            at,
        }
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
        let news = self.merge_in(&base, &theirs.draft);
        self.saving.agreed.set_value(Some(theirs));
        self.keep_soon();
        news
    }

    /// Takes up what another device has saved since, and says whether that brought anything.
    pub async fn look_elsewhere(self) -> bool {
        let Target::New(service) = self.target() else { return false };
        let Ok(Some(theirs)) = client::drafts::get(service).await else { return false };
        // An answer that was overtaken by a saving of this tab's own tells nothing.
        let known = self.saving.agreed.with_value(|agreed| agreed.as_ref().map_or(0, |agreed| agreed.version));
        theirs.version > known && self.meet(Some(Agreed::from(theirs)))
    }

    /// Merges what another tab or device made of `base`; says whether that changed anything here.
    pub(super) fn merge_in(self, base: &Draft, theirs: &Draft) -> bool {
        let mine = self.draft.get_untracked();
        let Merged { draft, conflicts } = merge(base, &mine, theirs);
        let (changes, conflict) = (draft != mine, !conflicts.is_empty());
        let pictures = draft.pictures != mine.pictures;
        if conflict {
            self.saving.conflicts.set(conflicts);
        }
        if changes {
            self.draft.set(draft);
        }
        if pictures {
            spawn_local(self.take_up_pictures());
        }
        changes || conflict
    }

    /// Looks whether an application of this kind is under way. Without an answer the server says so at submission.
    pub(super) async fn look_for_open_case(self) {
        let Target::New(service) = self.target() else { return };
        let is_open = |summary: &&Summary| summary.service == service && !summary.state.is_terminal();
        if let Ok(applications) = client::applications::list().await {
            self.open_case.set(applications.iter().find(is_open).map(|summary| summary.number.clone()));
        }
    }
}
