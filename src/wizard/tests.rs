//! What a wizard shows of its draft. How it is kept needs a browser, and is proved by the journeys.

use jiff::{Timestamp, civil::date};
use rules::{RuleSet, field::Catalog, identity_number::IdentityNumber, service::Service, verdict::Reason};
use wire::application::{Correction, CorrectionItem};

use super::*;

/// A wizard on that draft; corrects these subjects where there are some.
pub(crate) fn wizard(draft: Draft, corrected: &[Subject]) -> Wizard {
    let today = date(2026, 7, 15);
    let identity_number = IdentityNumber::parse("519999199002280019", today).unwrap();
    let item = |subject: &Subject| CorrectionItem { subject: *subject, words: "请更正".into() };
    let correction =
        Correction { items: corrected.iter().map(item).collect(), asked_at: Timestamp::UNIX_EPOCH, answer_by: today };
    Wizard::new(Beginning {
        owner: "a".into(),
        target: Target::New(Service::FirstIssue),
        person: Person { name: "示例一".into(), identity_number, phone: None, agent: None },
        correcting: (!corrected.is_empty()).then(|| Correcting {
            before: draft.clone(),
            correction,
            station_name: "示例派出所".into(),
            rules: RuleSet::current().version.to_string(),
        }),
        draft,
        records: None,
        by_hand: false,
        today,
    })
}

/// A draft with these answers.
pub(crate) fn draft(answers: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::new(Service::FirstIssue);
    draft.answers = answers.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    draft
}

#[test]
fn an_error_is_shown_once_its_field_was_left_with_something_in_it() {
    Owner::new().with(|| {
        let wizard = wizard(draft(&[(Field::Phone, "1380")]), &[]);
        let (phone, address) = (Subject::Field(Field::Phone), Subject::Field(Field::HouseholdAddress));
        let error = wizard.error(phone);
        assert_eq!(error.get_untracked(), None);
        wizard.reveal_if_answered(phone);
        wizard.reveal_if_answered(address);
        assert_eq!(error.get_untracked(), Some(Finding::field(Field::Phone, Reason::PhoneMalformed)));
        assert_eq!(wizard.error(address).get_untracked(), None);
    });
}

#[test]
fn an_attempt_to_go_on_shows_everything_that_is_wrong_on_the_step_and_nothing_of_another() {
    Owner::new().with(|| {
        let wizard = wizard(draft(&[(Field::Phone, "13800138000")]), &[]);
        assert!(wizard.reveal_step(Step::Applicant));
        let shown = wizard.shown_errors(Step::Applicant).get_untracked();
        assert_eq!(shown, [Finding::field(Field::HouseholdAddress, Reason::Missing)]);
        assert!(wizard.shown_errors(Step::Residence).get_untracked().is_empty());
    });
}

#[test]
fn a_record_locks_its_field_except_for_a_correction() {
    Owner::new().with(|| {
        let mut draft = draft(&[(Field::Address, "示例路1号")]);
        draft.provenance.insert(Field::Address, Provenance { catalog: Catalog::Registration, disputed: false });
        assert!(wizard(draft.clone(), &[]).locked(Field::Address).get_untracked().is_some());
        let correcting = wizard(draft, &[Subject::Field(Field::Address)]);
        assert!(correcting.locked(Field::Address).get_untracked().is_none());
    });
}

#[test]
fn a_correction_has_the_steps_that_it_opens_and_the_review() {
    Owner::new().with(|| {
        let answers = [(Field::Ground, "dwelling"), (Field::AddressKind, "owned"), (Field::Delivery, "pick_up")];
        let wizard = wizard(draft(&answers), &[Subject::Item(Item::FacePhoto), Subject::Field(Field::Phone)]);
        assert_eq!(wizard.steps(), [Step::Applicant, Step::Pictures, Step::Review]);
        assert_eq!(wizard.items().get_untracked(), [Item::FacePhoto]);
        assert!(wizard.asks(Field::Phone).get_untracked() && !wizard.asks(Field::HouseholdAddress).get_untracked());
        assert_eq!(wizard.step_after(Step::Applicant), Step::Pictures);
        assert!(!wizard.is_changed(Subject::Field(Field::Phone)));
    });
}

#[test]
fn what_a_correction_does_not_open_is_no_error_that_the_applicant_could_mend() {
    Owner::new().with(|| {
        let wizard = wizard(draft(&[(Field::Ground, "employment")]), &[Subject::Field(Field::Ground)]);
        assert!(wizard.has_errors(Step::Ground));
        assert!(!wizard.has_errors(Step::Applicant) && !wizard.is_complete(Step::Applicant));
    });
}

#[test]
fn the_outlook_is_judged_on_the_likely_ground_before_one_is_chosen() {
    Owner::new().with(|| {
        let wizard = wizard(draft(&[]), &[]);
        let outlook = wizard.outlook().get_untracked();
        assert!(outlook.findings.contains(&Finding::record(Catalog::Registration, Reason::RecordUnavailable)));
        assert_eq!(wizard.with_draft_now(|draft| draft.answer(Field::Ground).to_owned()), "");
    });
}
