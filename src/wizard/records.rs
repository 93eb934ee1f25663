//! The records, as the applicant decides about them: read with a consent, or everything by hand.

use leptos::prelude::*;
use rules::{draft::Event, prefill::prefill, records::Records};
use wire::consent::ConsentScope;

use super::Wizard;
use crate::client::{self, ClientError};

impl Wizard {
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
        let unread = Records::unavailable();
        let offered = self.records.with_untracked(|records| {
            self.person.with_value(|person| {
                // Who acts for a child is known from the sign-in, also where no record was read.
                let known = records.as_ref().or(person.agent.is_some().then_some(&unread))?;
                Some(self.with_draft_now(|draft| prefill(draft, person, known)))
            })
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
