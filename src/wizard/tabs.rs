//! The same application in other tabs of this browser: what one keeps on the phone, the others take up.

use leptos::{prelude::*, task::spawn_local};
use rules::draft::Draft;

use super::{
    Wizard,
    saved::{self, Agreed, Saved},
};
use crate::device::tabs;

/// What a tab tells the others before the key of a record that it has submitted.
const SUBMITTED: &str = "submitted ";

impl Wizard {
    /// Takes up what another tab keeps on this phone. What this tab itself kept last brings nothing.
    pub(super) fn meet_tab(self, there: &Saved) {
        let saving = self.saving;
        let own = saving
            .kept
            .with_value(|kept| kept.as_ref().is_some_and(|(at, draft)| (there.at, &there.draft) == (*at, draft)));
        if own || there.correcting != self.correcting.get_value() {
            return;
        }
        let before = || self.correcting.with_value(|it| it.as_ref().map(|it| it.before.clone()));
        let base = saving.kept.get_value().map(|(_, draft)| draft).or_else(before);
        self.merge_in(&base.unwrap_or_else(|| Draft::new(self.service())), &there.draft);
        self.pictures.know(&there.pictures);
        let version = |agreed: &Option<Agreed>| agreed.as_ref().map(|agreed| agreed.version);
        if version(&there.agreed) > saving.agreed.with_value(version) {
            saving.agreed.set_value(there.agreed.clone());
        }
        if saving.submission_key.with_value(Option::is_none) {
            saving.submission_key.set_value(there.submission_key.clone());
        }
        if self.records.with_untracked(Option::is_none) && there.records.is_some() {
            self.records.set(there.records.clone());
        }
    }

    /// Follows the other tabs of this browser: what they keep is taken up at once, and what they submit is closed here.
    pub(super) fn follow_tabs(self) {
        let key = saved::key(&self.owner.get_value(), &self.target());
        tabs::on_told(move |told| match told.strip_prefix(SUBMITTED) {
            Some(submitted) if submitted == key => {
                self.saving.closed.set_value(true);
                spawn_local(self.look_for_open_case());
            }
            None if told == key => spawn_local(self.keep()),
            _ => {}
        });
    }

    /// It is submitted: nothing is kept any more, here or in another tab.
    pub(super) async fn forget(self) {
        self.saving.closed.set_value(true);
        let (owner, target) = (self.owner.get_value(), self.target());
        saved::forget(&owner, &target).await;
        tabs::tell(&format!("{SUBMITTED}{}", saved::key(&owner, &target)));
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rules::field::{Field, Subject};

    use super::*;
    use crate::wizard::tests::{draft, wizard};

    fn answer(tab: Wizard, field: Field, text: &str) {
        tab.draft.update(|draft| {
            draft.answers.insert(field, text.to_owned());
        });
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_tab_takes_up_what_another_one_keeps_and_keeps_both() {
        Owner::new().with(|| {
            let (one, other) = (wizard(draft(&[]), &[]), wizard(draft(&[]), &[]));
            answer(one, Field::Phone, "13800138000");
            answer(other, Field::Employer, "示例公司");
            other.meet_tab(&one.to_keep(at(1)));
            let both = draft(&[(Field::Phone, "13800138000"), (Field::Employer, "示例公司")]);
            assert_eq!(other.to_keep(at(2)).draft, both);
            assert_eq!(untrack(|| other.saving.conflicts()), []);
            one.meet_tab(&other.to_keep(at(2)));
            assert_eq!(one.to_keep(at(3)).draft, both);
        });
    }

    #[test]
    fn what_a_tab_kept_itself_never_brings_back_what_was_changed_since() {
        Owner::new().with(|| {
            let tab = wizard(draft(&[]), &[]);
            answer(tab, Field::Phone, "13800138000");
            let own = tab.to_keep(at(1));
            tab.saving.kept.set_value(Some((own.at, own.draft.clone())));
            answer(tab, Field::Phone, "13900139000");
            tab.meet_tab(&own);
            assert_eq!(tab.to_keep(at(2)).draft, draft(&[(Field::Phone, "13900139000")]));
            assert_eq!(untrack(|| tab.saving.conflicts()), []);
        });
    }

    #[test]
    fn two_tabs_that_answer_the_same_differently_name_it_and_the_newer_version_of_the_server_is_the_base() {
        Owner::new().with(|| {
            let (one, other) = (wizard(draft(&[]), &[]), wizard(draft(&[]), &[]));
            answer(one, Field::Phone, "13800138000");
            one.saving.agreed.set_value(Some(Agreed { version: 2, draft: draft(&[]) }));
            answer(other, Field::Phone, "13900139000");
            other.saving.agreed.set_value(Some(Agreed { version: 1, draft: draft(&[]) }));
            other.meet_tab(&one.to_keep(at(1)));
            assert_eq!(untrack(|| other.saving.conflicts()), [Subject::Field(Field::Phone)]);
            assert_eq!(other.to_keep(at(2)).draft, draft(&[(Field::Phone, "13900139000")]));
            assert_eq!(other.saving.agreed.get_value().map(|agreed| agreed.version), Some(2));
        });
    }

    #[test]
    fn what_was_kept_for_another_correction_brings_nothing() {
        Owner::new().with(|| {
            let field = Subject::Field(Field::Phone);
            let (first, correction) = (wizard(draft(&[]), &[]), wizard(draft(&[]), &[field]));
            answer(first, Field::Phone, "13800138000");
            correction.meet_tab(&first.to_keep(at(1)));
            assert_eq!(correction.to_keep(at(2)).draft, draft(&[]));
        });
    }
}
