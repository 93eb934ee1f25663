//! Every service from the empty form to what can be submitted, on synthetic records.

#![allow(clippy::unwrap_used, reason = "what a test can't do without fails it")]

use jiff::civil::{Date, date};
use rules::{
    RuleSet,
    calendar::add_days,
    case::{Actor, Context, Event as CaseEvent, State, apply as advance},
    check,
    draft::{Draft, Event, Picture, Scope, YES, apply},
    field::{Field, Item, Subject},
    identity_number::IdentityNumber,
    materials,
    permit::{Permit, PermitStatus},
    prefill::prefill,
    records::{
        Dwelling, Enrolment, Household, IdentityCard, Insurance, Lookup, Person, Records, Registration, Relative,
    },
    residence::Period,
    service::{AddressKind, Relation, Service},
    station,
    steps::{self, Step},
    verdict::{Outcome, Reason, Verdict},
};

const TODAY: Date = date(2026, 7, 15);
const STREET: &str = "510107064";

fn found<T>(value: T) -> Lookup<T> {
    Lookup::Found { as_of: TODAY, source: "示例平台".into(), value }
}

fn person() -> Person {
    let number = IdentityNumber::parse("519999199002280019", TODAY).unwrap();
    Person { name: "示例一".into(), identity_number: number, phone: "13800138000".parse().ok(), agent: None }
}

fn permit(anchor: Date) -> Permit {
    Permit { issued_on: anchor, anchor, endorsed: 0, status: PermitStatus::InForce, address: "示例路1号".into() }
}

/// Somebody who has lived in Chengdu for half a year, without a permit.
fn newcomer() -> Records {
    let period =
        Period { registered_on: date(2026, 1, 15), ended_on: None, in_chengdu: true, void: false, approved: true };
    let registration = Registration {
        period,
        street_code: Some(STREET.into()),
        address: "示例路1号2栋3单元401室".into(),
        address_kind: Some(AddressKind::UnfiledLease),
    };
    Records {
        identity: found(Some(IdentityCard { valid_to: None })),
        registrations: found(vec![registration]),
        insurance: found(Insurance::default()),
        dwellings: found(Vec::new()),
        household: found(Some(Household { address: "示例省示例县示例村1组".into(), relatives: Vec::new() })),
        schooling: found(None),
        permit: found(None),
    }
}

/// The same with a permit of that day.
fn holder(anchor: Date) -> Records {
    Records { permit: found(Some(permit(anchor))), ..newcomer() }
}

/// Fills the form in as an applicant does: what the records offer, these answers and what the records offer then, then
/// every picture asked for.
fn fill_in(service: Service, records: &Records, answers: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::new(service);
    let station = station::by_street(STREET).unwrap().id.clone();
    let always = [(Field::Delivery, "pick_up"), (Field::PickUpStation, station.as_str())];
    let answers = answers.iter().chain(&always).map(|(field, answer)| Event::Answer(*field, (*answer).to_owned()));
    for answer in [None].into_iter().chain(answers.map(Some)) {
        if let Some(answer) = answer {
            apply(&mut draft, &Scope::Whole, answer).unwrap();
        }
        let offered = prefill(&draft, &person(), records);
        apply(&mut draft, &Scope::Whole, Event::Prefill(offered)).unwrap();
    }
    for item in materials::items(&draft, records) {
        let picture = Picture::jpeg(item.id().into(), (1600, 1200), 1);
        apply(&mut draft, &Scope::Whole, Event::AddPicture(item, picture)).unwrap();
    }
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Declaration, YES.into())).unwrap();
    draft
}

fn judge(draft: &Draft, records: &Records, today: Date) -> Verdict {
    check(draft, check::Situation { rules: RuleSet::current(), person: &person(), records, today })
}

fn outcome(service: Service, records: &Records, answers: &[(Field, &str)]) -> Outcome {
    judge(&fill_in(service, records, answers), records, TODAY).outcome
}

fn has(verdict: &Verdict, reason: impl Fn(&Reason) -> bool) -> bool {
    verdict.findings.iter().any(|finding| reason(&finding.reason))
}

#[test]
fn every_service_can_be_completed_and_opens_every_step_it_has() {
    let anchor = date(2025, 8, 1);
    for (service, records, answers) in [
        (Service::FirstIssue, newcomer(), &[(Field::Ground, "talent"), (Field::TalentProof, "degree")][..]),
        (Service::Endorsement, holder(anchor), &[]),
        (Service::ChangeOfDetails, holder(anchor), &[(Field::Details, "residence_address")]),
        (Service::Reissue, holder(anchor), &[(Field::LostOn, "2026-07-14"), (Field::LossDeclaration, YES)]),
        (Service::Exchange, holder(anchor), &[]),
        (
            Service::ResidenceRegistration,
            newcomer(),
            &[
                (Field::StreetCode, "510104022"),
                (Field::Address, "示例街9号5栋101室"),
                (Field::AddressKind, "unfiled_lease"),
            ],
        ),
    ] {
        let draft = fill_in(service, &records, answers);
        let verdict = judge(&draft, &records, TODAY);
        assert!(check::can_submit(&verdict), "{service}: {:?}", verdict.open().collect::<Vec<_>>());
        for step in steps::of(RuleSet::current(), &draft, &records) {
            assert!(steps::can_visit(&verdict, step) && steps::is_complete(&verdict, step), "{service} {step}");
        }
    }
}

#[test]
fn an_empty_form_of_any_service_can_t_be_submitted_and_opens_no_review() {
    for service in Service::ALL.iter().copied() {
        let verdict = judge(&Draft::new(service), &holder(date(2025, 8, 1)), TODAY);
        assert!(!check::can_submit(&verdict), "{service}");
        assert!(!steps::can_visit(&verdict, Step::Review), "{service}");
    }
}

#[test]
fn an_endorsement_in_its_month_needs_nothing_but_the_address() {
    let records = holder(date(2025, 8, 1));
    let draft = fill_in(Service::Endorsement, &records, &[]);
    assert_eq!(judge(&draft, &records, TODAY).outcome, Outcome::Met);
    assert!(draft.pages(Item::Permit).is_empty(), "the register shows the permit");
    assert!(!draft.pages(Item::AddressProof).is_empty(), "no register shows an unfiled lease");
}

#[test]
fn an_endorsement_whose_records_are_complete_has_nothing_to_photograph_and_is_ready_for_the_review() {
    let mut records = holder(date(2025, 8, 1));
    let mut registrations = records.registrations.value().cloned().unwrap();
    registrations[0].address_kind = Some(AddressKind::FiledLease);
    let address = registrations[0].address.clone();
    records.registrations = found(registrations);
    let (kind, street_code) = (AddressKind::FiledLease, Some(STREET.into()));
    records.dwellings = found(vec![Dwelling { kind, street_code, address, valid_to: None }]);
    let draft = fill_in(Service::Endorsement, &records, &[]);
    assert!(draft.pictures.is_empty());
    let steps = steps::of(RuleSet::current(), &draft, &records);
    assert_eq!(steps, [Step::Applicant, Step::Residence, Step::Review]);
    assert_eq!(judge(&draft, &records, TODAY).outcome, Outcome::Met);

    let expired = Some(IdentityCard { valid_to: Some(add_days(TODAY, -1)) });
    for identity in [Lookup::Unavailable, found(None), found(expired)] {
        let records = Records { identity, ..records.clone() };
        assert!(materials::items(&draft, &records).contains(&Item::IdentityCardFront));
    }
}

#[test]
fn an_endorsement_too_early_names_the_day_it_opens() {
    let records = holder(date(2025, 9, 1));
    let verdict = judge(&fill_in(Service::Endorsement, &records, &[]), &records, TODAY);
    assert_eq!((verdict.outcome, verdict.holds_from()), (Outcome::NotMet, Some(date(2026, 8, 1))));
    let opened = judge(&fill_in(Service::Endorsement, &records, &[]), &records, date(2026, 8, 1));
    assert_eq!(opened.outcome, Outcome::Met);
}

#[test]
fn a_late_endorsement_can_be_made_up_and_says_what_it_costs() {
    let records = holder(date(2025, 1, 1));
    let verdict = judge(&fill_in(Service::Endorsement, &records, &[]), &records, date(2026, 6, 1));
    assert_eq!(verdict.outcome, Outcome::Met);
    assert!(has(&verdict, |reason| matches!(reason, Reason::EndorsementLate { days_lost: 150, .. })));
}

#[test]
fn nobody_endorses_a_permit_while_not_registered() {
    let mut records = holder(date(2025, 8, 1));
    records.registrations = found(Vec::new());
    assert_eq!(outcome(Service::Endorsement, &records, &[]), Outcome::NotMet);
}

#[test]
fn a_holder_does_not_apply_for_a_first_issue_and_a_newcomer_for_nothing_else() {
    let talent = [(Field::Ground, "talent"), (Field::TalentProof, "degree")];
    assert_eq!(outcome(Service::FirstIssue, &holder(date(2025, 8, 1)), &talent), Outcome::NotMet);
    for service in [Service::Endorsement, Service::ChangeOfDetails, Service::Reissue, Service::Exchange] {
        let verdict = judge(&fill_in(service, &newcomer(), &[]), &newcomer(), TODAY);
        assert!(has(&verdict, |reason| *reason == Reason::PermitNone), "{service}");
    }
}

#[test]
fn a_household_in_chengdu_needs_no_permit() {
    for (address, expected) in [
        ("四川省成都市锦江区示例街1号", Outcome::NotMet),
        ("成都市锦江区示例街1号", Outcome::NotMet),
        ("四川省绵阳市涪城区成都路1号", Outcome::Review),
    ] {
        let household = Household { address: address.into(), relatives: Vec::new() };
        let records = Records { household: found(Some(household)), ..newcomer() };
        let talent = [(Field::Ground, "talent"), (Field::TalentProof, "degree")];
        assert_eq!(outcome(Service::FirstIssue, &records, &talent), expected, "{address}");
    }
}

#[test]
fn each_of_the_five_grounds_is_judged_on_its_own_record() {
    let mut records = newcomer();
    records.schooling =
        found(Some(Enrolment { school: "示例大学".into(), enrolled_on: date(2025, 9, 1), attending: true }));
    let schooling = [(Field::Ground, "schooling")];
    assert_eq!(outcome(Service::FirstIssue, &records, &schooling), Outcome::Met);
    records.schooling =
        found(Some(Enrolment { school: "示例大学".into(), enrolled_on: date(2022, 9, 1), attending: false }));
    assert_eq!(outcome(Service::FirstIssue, &records, &schooling), Outcome::NotMet);
    records.schooling = found(None);
    let by_hand = [(Field::Ground, "schooling"), (Field::School, "示例大学")];
    assert_eq!(outcome(Service::FirstIssue, &records, &by_hand), Outcome::Review);

    let spouse = Relative { name: "示例二".into(), relation: Relation::Spouse, in_chengdu: true };
    let household = Household { address: "示例省示例县示例村1组".into(), relatives: vec![spouse] };
    records.household = found(Some(household));
    let relative = [(Field::Ground, "relative")];
    let draft = fill_in(Service::FirstIssue, &records, &relative);
    assert_eq!(judge(&draft, &records, TODAY).outcome, Outcome::Met, "the register names the spouse");
    assert!(draft.pages(Item::RelationProof).is_empty());

    let insured = [(Field::Ground, "employment"), (Field::EmploymentProof, "public_appointment")];
    let employer = [(Field::Employer, "示例机关")];
    let answers = [&insured[..], &employer].concat();
    assert_eq!(outcome(Service::FirstIssue, &records, &answers), Outcome::Review);
}

#[test]
fn a_brother_is_no_direct_relative_and_an_unknown_spouse_is_for_a_person_to_check() {
    let said = |relation| {
        let answers =
            [(Field::Ground, "relative"), (Field::RelativeName, "示例三"), (Field::RelativeRelation, relation)];
        outcome(Service::FirstIssue, &newcomer(), &answers)
    };
    assert_eq!(said("sibling"), Outcome::NotMet);
    assert_eq!(said("spouse"), Outcome::Review);
}

#[test]
fn a_reissue_needs_the_declaration_and_a_day_since_the_permit_was_issued() {
    let records = holder(date(2025, 8, 1));
    let lost = |on: Date, declared: &str| {
        let day = on.to_string();
        let answers = [(Field::LostOn, day.as_str()), (Field::LossDeclaration, declared)];
        outcome(Service::Reissue, &records, &answers)
    };
    assert_eq!(lost(TODAY, YES), Outcome::Met);
    assert_eq!(lost(TODAY, ""), Outcome::NotMet);
    assert_eq!(lost(add_days(TODAY, 1), YES), Outcome::NotMet);
    assert_eq!(lost(date(2025, 8, 1), YES), Outcome::Met);
    assert_eq!(lost(date(2025, 7, 31), YES), Outcome::NotMet);
    let nobody_knows = Records { permit: Lookup::Unavailable, ..records.clone() };
    let draft =
        fill_in(Service::Reissue, &nobody_knows, &[(Field::LostOn, "2025-07-31"), (Field::LossDeclaration, YES)]);
    let verdict = judge(&draft, &nobody_knows, TODAY);
    assert!(!has(&verdict, |reason| matches!(reason, Reason::LostBeforeIssue { .. })), "{verdict:?}");
}

#[test]
fn what_a_change_makes_of_the_case_follows_from_what_is_changed() {
    let records = holder(date(2025, 8, 1));
    for (details, card) in [("phone", false), ("residence_address", true), ("portrait,phone", true)] {
        let draft = fill_in(Service::ChangeOfDetails, &records, &[(Field::Details, details)]);
        assert_eq!(steps::makes_a_card(RuleSet::current(), &draft), card, "{details}");
        assert_eq!(steps::of(RuleSet::current(), &draft, &records).contains(&Step::Delivery), card, "{details}");
        let context = Context { new_card: card, ..Context::new(RuleSet::current(), Service::ChangeOfDetails) };
        let approved = advance(State::UnderReview, &context, CaseEvent::Approve, Actor::Approver);
        assert_eq!(approved, Ok(if card { State::InProduction } else { State::Completed }), "{details}");
    }
}

#[test]
fn a_damaged_card_is_photographed_even_though_the_register_shows_it() {
    let records = holder(date(2025, 8, 1));
    let draft = fill_in(Service::Exchange, &records, &[]);
    assert!(!draft.pages(Item::Permit).is_empty());
}

#[test]
fn nothing_that_a_service_does_not_ask_for_is_submitted() {
    let records = holder(date(2025, 8, 1));
    let mut draft = fill_in(Service::Endorsement, &records, &[]);
    draft.answers.insert(Field::Ground, "employment".into());
    draft.answers.insert(Field::LossDeclaration, YES.into());
    let sent = check::asked_for(RuleSet::current(), &draft, &records);
    for field in [Field::Ground, Field::LossDeclaration, Field::Delivery, Field::Employer] {
        assert_eq!(sent.answer(field), "", "{field}");
    }
    assert!(!sent.answer(Field::Address).is_empty());
}

#[test]
fn every_finding_of_every_service_has_a_step_or_a_record_and_words_in_both_languages() {
    for service in Service::ALL.iter().copied() {
        for records in [newcomer(), holder(date(2025, 1, 1)), Records::unavailable()] {
            for finding in judge(&Draft::new(service), &records, TODAY).findings {
                let placed = matches!(finding.about, Subject::Record(_)) || steps::step_of(finding.about).is_some();
                assert!(placed, "{finding:?}");
                for locale in [rules::Locale::ZhCn, rules::Locale::En] {
                    assert!(rules::explain::explain(&finding, locale).chars().count() > 5, "{finding:?}");
                }
            }
        }
    }
}

#[test]
fn a_change_of_address_looks_at_the_registration_and_a_change_of_employer_does_not() {
    let gone = Records { registrations: found(Vec::new()), ..holder(date(2026, 1, 1)) };
    let told = |details: &str| {
        let draft = fill_in(Service::ChangeOfDetails, &gone, &[(Field::Details, details)]);
        let ended = |reason: &Reason| matches!(reason, Reason::ResidenceNotRegistered | Reason::ResidenceEnded { .. });
        has(&judge(&draft, &gone, TODAY), ended)
    };
    assert!(told("residence_address"));
    assert!(!told("employment"));
}

#[test]
fn which_documents_a_change_has_to_show_is_known_once_it_is_said_what_changes() {
    let decided = |details: Option<&str>| {
        let mut draft = Draft::new(Service::ChangeOfDetails);
        draft.answers.extend(details.map(|details| (Field::Details, details.to_owned())));
        materials::are_decided(&draft)
    };
    assert!(!decided(None));
    assert!(!decided(Some("")));
    assert!(decided(Some("phone")));
}

#[test]
fn every_document_asked_for_needs_a_picture_and_no_more_than_it_may_have() {
    let records = newcomer();
    let draft = fill_in(Service::FirstIssue, &records, &[(Field::Ground, "dwelling")]);
    let items = materials::items(&draft, &records);
    assert!(!items.is_empty());
    for item in items {
        let told = |pages: usize| {
            let picture = |nth: usize| Picture::jpeg(format!("{item}-{nth}"), (1600, 1200), 1);
            let mut draft = draft.clone();
            draft.pictures.insert(item, (0..pages).map(picture).collect());
            let verdict = judge(&draft, &records, TODAY);
            let about = |finding: &&rules::verdict::Finding| finding.about == Subject::Item(item);
            verdict.findings.iter().find(about).map(|finding| finding.reason.clone())
        };
        let max = item.max_pages();
        assert_eq!(told(0), Some(Reason::PictureMissing), "{item}");
        assert_eq!(told(usize::from(max)), None, "{item}");
        assert_eq!(told(usize::from(max) + 1), Some(Reason::TooManyPages { max }), "{item}");
    }
}

#[test]
fn the_post_gets_an_address_only_from_who_agreed_to_it() {
    let records = newcomer();
    let told = |consent: &str| {
        let answers = [(Field::Delivery, "post"), (Field::PostConsent, consent)];
        let mut draft = fill_in(Service::FirstIssue, &records, &[]);
        draft.answers.extend(answers.map(|(field, answer)| (field, answer.to_owned())));
        let verdict = judge(&draft, &records, TODAY);
        let about = |finding: &&rules::verdict::Finding| finding.about == Subject::Field(Field::PostConsent);
        verdict.findings.iter().find(about).map(|finding| finding.reason.clone())
    };
    assert_eq!(told(""), Some(Reason::ConsentMissing));
    assert_eq!(told("no"), Some(Reason::ConsentMissing));
    assert_eq!(told(YES), None);
}

#[test]
fn the_household_s_address_is_asked_for_by_a_first_issue_and_by_its_own_change() {
    let asks = |service, details: &str| {
        let mut draft = Draft::new(service);
        draft.answers.insert(Field::Details, details.into());
        steps::asks(RuleSet::current(), &draft, Field::HouseholdAddress)
    };
    assert!(asks(Service::FirstIssue, ""));
    assert!(asks(Service::ChangeOfDetails, "household_address"));
    assert!(!asks(Service::ChangeOfDetails, "phone"));
    assert!(!asks(Service::Endorsement, ""));
}
