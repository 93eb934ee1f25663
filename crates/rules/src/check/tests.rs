//! What the check of a draft finds.

use jiff::civil::date;

use super::*;
use crate::{
    calendar::{Month, add_days},
    draft::{Event, Picture, Scope, YES, apply},
    field::{Catalog, Subject},
    identity_number::IdentityNumber,
    prefill,
    records::{Dwelling, Household, IdentityCard, Insurance, Lookup, Registration},
    residence::Period,
    social_insurance::InsuredMonth,
};

const TODAY: Date = date(2026, 7, 15);

fn person() -> Person {
    let number = IdentityNumber::parse("519999199002280019", TODAY).unwrap();
    Person { name: "示例一".into(), identity_number: number, phone: "13800138000".parse().ok(), agent: None }
}

fn found<T>(value: T) -> Lookup<T> {
    Lookup::Found { as_of: TODAY, source: "示例平台".into(), value }
}

fn records() -> Records {
    let period =
        Period { registered_on: date(2026, 1, 15), ended_on: None, in_chengdu: true, void: false, approved: true };
    let registration = Registration {
        period,
        street_code: Some("510107064".into()),
        address: "示例路1号2栋3单元401室".into(),
        address_kind: Some(AddressKind::UnfiledLease),
    };
    let paid = |month| InsuredMonth { month, backpaid: false, in_chengdu: true, employee_scheme: true };
    let months = (0..7).map(|back| paid(Month::of(TODAY).minus(back))).collect();
    Records {
        identity: found(Some(IdentityCard { valid_to: Some(date(2035, 1, 1)) })),
        registrations: found(vec![registration]),
        insurance: found(Insurance { months, employer: Some("示例公司".into()), employer_code: None }),
        dwellings: found(Vec::new()),
        household: found(Some(Household { address: "示例省示例县示例村1组".into(), relatives: Vec::new() })),
        schooling: found(None),
        permit: found(None),
    }
}

fn verdict(draft: &Draft, records: &Records, today: Date) -> Verdict {
    check(draft, Situation { rules: RuleSet::current(), person: &person(), records, today })
}

fn picture(id: &str) -> Picture {
    Picture::jpeg(id.into(), (1600, 1200), 1)
}

/// As the applicant fills it in: prefilled, then answered field by field, then photographed.
fn complete(records: &Records) -> Draft {
    let mut draft = Draft::new(Service::FirstIssue);
    let mut dispatch = |event| apply(&mut draft, &Scope::Whole, event).unwrap();
    dispatch(Event::Prefill(prefill::prefill(&Draft::new(Service::FirstIssue), &person(), records)));
    for (field, answer) in [
        (Field::Ground, "employment"),
        (Field::EmploymentProof, "labour_contract"),
        (Field::Delivery, "pick_up"),
        (Field::PickUpStation, station::by_street("510107064").unwrap().id.as_str()),
    ] {
        dispatch(Event::Answer(field, answer.into()));
    }
    for item in materials::items(&draft, records) {
        apply(&mut draft, &Scope::Whole, Event::AddPicture(item, picture(item.id()))).unwrap();
    }
    declare(&mut draft);
    draft
}

/// The last thing done, since whatever changes afterwards takes it back.
fn declare(draft: &mut Draft) {
    apply(draft, &Scope::Whole, Event::Answer(Field::Declaration, YES.into())).unwrap();
}

#[test]
fn a_prefilled_and_photographed_application_can_be_submitted() {
    let (records, draft) = (records(), complete(&records()));
    let verdict = verdict(&draft, &records, TODAY);
    assert_eq!(verdict.outcome, Outcome::Met, "{:?}", verdict.findings);
    assert!(steps::Step::ALL.iter().all(|step| steps::is_complete(&verdict, *step)));
}

#[test]
fn a_step_is_complete_whatever_another_step_still_lacks() {
    let (records, mut draft) = (records(), complete(&records()));
    draft.answers.remove(&Field::Ground);
    let verdict = verdict(&draft, &records, TODAY);
    let complete = |step| steps::is_complete(&verdict, step);
    assert!(complete(steps::Step::Applicant) && !complete(steps::Step::Ground));
}

#[test]
fn an_empty_form_names_every_field_it_asks_for_and_opens_no_later_step() {
    let draft = Draft::new(Service::FirstIssue);
    let verdict = verdict(&draft, &records(), TODAY);
    let missing = |field| verdict.findings.iter().any(|finding| finding.about == Subject::Field(field));
    assert!(missing(Field::Phone) && missing(Field::Ground) && missing(Field::Declaration));
    assert!(!missing(Field::RecipientAddress) && !missing(Field::EmployerCode) && !missing(Field::Statement));
    assert!(!steps::can_visit(&verdict, steps::Step::Review));
    assert!(!steps::can_visit(&verdict, steps::Step::Pictures));
    assert!(!steps::is_complete(&verdict, steps::Step::Pictures), "which pictures is not known yet");
}

#[test]
fn the_day_before_the_half_year_nothing_in_the_form_helps() {
    let (records, draft) = (records(), complete(&records()));
    let early = verdict(&draft, &records, add_days(TODAY, -1));
    assert_eq!((early.outcome, early.holds_from()), (Outcome::NotMet, Some(TODAY)));
    assert!(early.open().all(|finding| !finding.reason.is_about_the_form()));
}

#[test]
fn a_record_service_that_is_down_sends_the_case_to_a_person_and_never_blocks() {
    let mut records = records();
    let draft = complete(&records);
    records.insurance = Lookup::Unavailable;
    records.registrations = Lookup::Unavailable;
    assert_eq!(verdict(&draft, &records, TODAY).outcome, Outcome::Review);
}

#[test]
fn a_disputed_record_and_another_street_are_shown_to_the_station() {
    let records = records();
    let mut draft = complete(&records);
    apply(&mut draft, &Scope::Whole, Event::Dispute(Field::Address)).unwrap();
    draft.provenance.remove(&Field::StreetCode);
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::StreetCode, "510104022".into())).unwrap();
    declare(&mut draft);
    let verdict = verdict(&draft, &records, TODAY);
    assert_eq!(verdict.outcome, Outcome::Review);
    let reasons: Vec<_> = verdict.open().map(|finding| (finding.about, &finding.reason)).collect();
    assert!(reasons.contains(&(Subject::Field(Field::Address), &Reason::RecordDisputed)));
    assert!(reasons.contains(&(Subject::Field(Field::StreetCode), &Reason::AddressDiffers)));
}

#[test]
fn another_telephone_number_than_the_account_s_needs_nobody_to_look_at_it() {
    let records = records();
    let mut draft = complete(&records);
    apply(&mut draft, &Scope::Whole, Event::Dispute(Field::Phone)).unwrap();
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Phone, "13900139000".into())).unwrap();
    declare(&mut draft);
    assert_eq!(verdict(&draft, &records, TODAY).outcome, Outcome::Met);
}

#[test]
fn a_bridged_gap_asks_for_a_statement() {
    let mut records = records();
    if let Lookup::Found { value, .. } = &mut records.registrations {
        value[0].period.registered_on = date(2026, 4, 28);
        let mut earlier = value[0].clone();
        earlier.period.registered_on = date(2026, 1, 10);
        earlier.period.ended_on = Some(date(2026, 4, 20));
        value.push(earlier);
    }
    let mut draft = complete(&records);
    let without = verdict(&draft, &records, TODAY);
    assert!(without.findings.contains(&Finding::field(Field::Statement, Reason::Missing)));
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Statement, "那几天在搬家".into())).unwrap();
    declare(&mut draft);
    assert_eq!(verdict(&draft, &records, TODAY).outcome, Outcome::Review);
}

#[test]
fn a_filed_lease_on_record_needs_no_second_proof_of_the_address() {
    let mut records = records();
    records.dwellings = found(vec![Dwelling {
        kind: AddressKind::FiledLease,
        street_code: Some("510107064".into()),
        address: "示例路1号2栋3单元401室".into(),
        valid_to: None,
    }]);
    let mut draft = Draft::new(Service::FirstIssue);
    draft.answers.insert(Field::Ground, "dwelling".into());
    draft.answers.insert(Field::AddressKind, "filed_lease".into());
    draft.answers.insert(Field::StreetCode, "510107064".into());
    draft.answers.insert(Field::Address, "示例路1号2栋3-401".into());
    assert!(!materials::items(&draft, &records).contains(&Item::AddressProof));
    draft.answers.insert(Field::Address, "示例路1号2栋3-402".into());
    assert!(materials::items(&draft, &records).contains(&Item::AddressProof), "the lease is of another flat");
}

#[test]
fn what_is_no_longer_asked_for_stays_in_the_draft_and_out_of_the_submission() {
    let records = records();
    let mut draft = complete(&records);
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Ground, "dwelling".into())).unwrap();
    assert_eq!(draft.answer(Field::EmploymentProof), "labour_contract");
    let sent = asked_for(RuleSet::current(), &draft, &records);
    assert_eq!(sent.answer(Field::EmploymentProof), "");
    assert!(sent.pages(Item::GroundProof).is_empty() && !sent.pages(Item::FacePhoto).is_empty());
}

#[test]
fn what_is_submitted_holds_nothing_that_nobody_sees_but_where_a_record_has_it() {
    let records = records();
    let mut draft = complete(&records);
    draft.answers.insert(Field::Employer, "示例\u{202E}公司".into());
    draft.provenance.remove(&Field::Employer);
    let on_record = "示例路1号\u{200B}2栋3单元401室";
    draft.answers.insert(Field::Address, on_record.into());
    assert!(draft.is_locked_by_record(Field::Address));
    let sent = asked_for(RuleSet::current(), &draft, &records);
    assert_eq!((sent.answer(Field::Employer), sent.answer(Field::Address)), ("示例公司", on_record));
}

#[test]
fn answers_of_the_wrong_shape_are_named_by_field() {
    let records = records();
    let mut draft = complete(&records);
    draft.provenance.clear();
    for (field, text, reason) in [
        (Field::Phone, "1380013800", Reason::PhoneMalformed),
        (Field::Address, "短", Reason::Length { min: 5, max: 100, got: 1 }),
        (Field::StreetCode, "510104999", Reason::StreetUnknown),
        (Field::PickUpStation, "ps-0", Reason::StationUnknown),
        (Field::EmployerCode, "123", Reason::CreditCodeMalformed),
        (Field::AddressKind, "castle", Reason::NotAChoice),
        (Field::Declaration, "maybe", Reason::DeclarationMissing),
    ] {
        let mut wrong = draft.clone();
        apply(&mut wrong, &Scope::Whole, Event::Answer(field, text.into())).unwrap();
        let verdict = verdict(&wrong, &records, TODAY);
        assert!(verdict.findings.contains(&Finding::field(field, reason)), "{field}");
        assert_eq!(verdict.outcome, Outcome::NotMet);
    }
}

#[test]
fn a_name_may_have_a_middle_dot_letters_and_characters_up_to_extension_g() {
    let mut draft = Draft::new(Service::FirstIssue);
    let (person, records) = (person(), Records::unavailable());
    let situation = Situation { rules: RuleSet::current(), person: &person, records: &records, today: TODAY };
    for field in [Field::RecipientName, Field::AgentName, Field::RelativeName] {
        for name in ["李四", "阿依古丽·买买提", "㛃䶮", "𠮷某", "𫖯某", "𬭛某", "某𰻞", "Maria da Silva"]
        {
            apply(&mut draft, &Scope::Whole, Event::Answer(field, name.into())).unwrap();
            assert_eq!(answer(&draft, field, false, situation), None, "{name}");
        }
    }
}

#[test]
fn a_child_or_somebody_with_an_expired_card_is_told_what_to_do_first() {
    let mut records = records();
    let child = Person { identity_number: number("51999920130716001").unwrap(), ..person() };
    records.identity = found(Some(IdentityCard { valid_to: Some(add_days(TODAY, -1)) }));
    let draft = complete(&records);
    let verdict =
        check(&draft, Situation { rules: RuleSet::current(), person: &child, records: &records, today: TODAY });
    let guardian = Reason::GuardianNeeded { from: date(2027, 7, 16) };
    assert_eq!(guardian.holds_from(), Some(date(2027, 7, 16)), "growing up mends it");
    assert!(verdict.findings.contains(&Finding::field(Field::AppliedBy, guardian)));
    let expired = Reason::IdentityCardExpired { valid_to: add_days(TODAY, -1) };
    assert!(verdict.findings.contains(&Finding::record(Catalog::Identity, expired)));
}

/// Completes a synthetic number by trying every check character.
fn number(body: &str) -> Result<IdentityNumber, crate::identity_number::Rejection> {
    let try_with = |check| IdentityNumber::parse(&format!("{body}{check}"), TODAY);
    "0123456789X".chars().map(try_with).find(Result::is_ok).unwrap_or_else(|| try_with('0'))
}
