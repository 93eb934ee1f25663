//! What can happen to a draft, and what cannot.

use super::*;

fn draft() -> Draft {
    Draft::new(Service::FirstIssue)
}

fn picture(id: &str) -> Picture {
    Picture::jpeg(id.to_owned(), (1600, 1200), 200_000)
}

fn prefill(field: Field, value: &str) -> Event {
    Event::Prefill(vec![Prefilled { field, value: value.to_owned(), catalog: Catalog::Registration }])
}

#[test]
fn a_draft_is_begun_with_the_first_answer_or_picture_of_the_applicant_s_own() {
    let mut draft = Draft::new(Service::FirstIssue);
    let record = Prefilled { field: Field::Phone, value: "13800138000".into(), catalog: Catalog::Identity };
    apply(&mut draft, &Scope::Whole, Event::Prefill(vec![record])).unwrap();
    assert!(!draft.is_begun(), "the records filled it in");
    let mut disputed = draft.clone();
    apply(&mut disputed, &Scope::Whole, Event::Dispute(Field::Phone)).unwrap();
    assert!(disputed.is_begun());
    let mut typed = draft.clone();
    apply(&mut typed, &Scope::Whole, Event::Answer(Field::Ground, "talent".into())).unwrap();
    assert!(typed.is_begun());
    let picture = Picture::jpeg("p".into(), (1, 1), 1);
    apply(&mut draft, &Scope::Whole, Event::AddPicture(Item::FacePhoto, picture)).unwrap();
    assert!(draft.is_begun());
}

#[test]
fn an_answer_is_taken_up_to_its_limit_and_not_beyond() {
    let answer = |length| Event::Answer(Field::Statement, "字".repeat(length));
    assert_eq!(apply(&mut draft(), &Scope::Whole, answer(MAX_ANSWER_CHARS)), Ok(()));
    let refused = Err(Refused::TooLong(Field::Statement));
    assert_eq!(apply(&mut draft(), &Scope::Whole, answer(MAX_ANSWER_CHARS + 1)), refused);
}

#[test]
fn what_nobody_sees_in_an_answer_is_not_kept() {
    let mut draft = draft();
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Address, "示例路\u{202E}1号\u{200B}".into())).unwrap();
    assert_eq!(draft.answer(Field::Address), "示例路1号");
}

#[test]
fn a_record_fills_what_is_empty_and_never_what_the_applicant_typed() {
    let mut draft = draft();
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Employer, "示例公司".into())).unwrap();
    apply(&mut draft, &Scope::Whole, prefill(Field::Employer, "另一公司")).unwrap();
    apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
    assert_eq!(draft.answer(Field::Employer), "示例公司");
    assert_eq!(draft.answer(Field::Address), "示例路1号");
    assert!(draft.is_locked_by_record(Field::Address));
}

#[test]
fn a_prefilled_field_opens_only_by_saying_that_it_is_wrong() {
    let mut draft = draft();
    apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
    let typed = Event::Answer(Field::Address, "示例路2号".into());
    assert_eq!(apply(&mut draft, &Scope::Whole, typed.clone()), Err(Refused::LockedByRecord(Field::Address)));
    apply(&mut draft, &Scope::Whole, Event::Dispute(Field::Address)).unwrap();
    apply(&mut draft, &Scope::Whole, typed).unwrap();
    apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
    assert_eq!(draft.answer(Field::Address), "示例路2号");
}

#[test]
fn a_correction_changes_what_it_names_and_nothing_else() {
    let mut draft = draft();
    apply(&mut draft, &Scope::Whole, prefill(Field::Address, "示例路1号")).unwrap();
    let scope = Scope::Correction([Subject::Field(Field::Address)].into());
    apply(&mut draft, &scope, Event::Answer(Field::Address, "示例路1号2栋".into())).unwrap();
    assert_eq!(draft.answer(Field::Address), "示例路1号2栋");
    assert!(draft.provenance[&Field::Address].disputed);
    let other = Event::Answer(Field::Phone, "13800138000".into());
    assert_eq!(apply(&mut draft, &scope, other), Err(Refused::NotOpen(Subject::Field(Field::Phone))));
    let photo = Event::AddPicture(Item::FacePhoto, picture("a"));
    assert_eq!(apply(&mut draft, &scope, photo), Err(Refused::NotOpen(Subject::Item(Item::FacePhoto))));
}

#[test]
fn an_item_takes_its_pages_once_each_and_no_more_than_it_has_room_for() {
    let mut draft = draft();
    let add = |draft: &mut Draft, item, id| apply(draft, &Scope::Whole, Event::AddPicture(item, picture(id)));
    add(&mut draft, Item::FacePhoto, "a").unwrap();
    add(&mut draft, Item::FacePhoto, "a").unwrap();
    assert_eq!(draft.pages(Item::FacePhoto).len(), 1);
    assert_eq!(add(&mut draft, Item::FacePhoto, "b"), Err(Refused::Full(Item::FacePhoto)));
    let replace = Event::ReplacePicture(Item::FacePhoto, "a".into(), picture("b"));
    apply(&mut draft, &Scope::Whole, replace).unwrap();
    assert_eq!(draft.pages(Item::FacePhoto)[0].id, "b");
    apply(&mut draft, &Scope::Whole, Event::RemovePicture(Item::FacePhoto, "b".into())).unwrap();
    assert!(draft.pictures.is_empty());
}

#[test]
fn a_page_moves_towards_the_front_until_it_is_the_first() {
    let mut draft = draft();
    for id in ["a", "b", "c"] {
        let add = Event::AddPicture(Item::AddressProof, picture(id));
        apply(&mut draft, &Scope::Whole, add).unwrap();
    }
    let mut after = |id: &str| {
        let moved = apply(&mut draft, &Scope::Whole, Event::MovePictureForward(Item::AddressProof, id.into()));
        moved.map(|()| draft.pages(Item::AddressProof).iter().map(|page| page.id.clone()).collect::<String>())
    };
    assert_eq!(after("c"), Ok("acb".into()));
    assert_eq!(after("c"), Ok("cab".into()));
    assert_eq!(after("c"), Ok("cab".into()));
    assert_eq!(after("d"), Err(Refused::NoSuchPage(Item::AddressProof)));
}

#[test]
fn whatever_changes_after_the_declaration_takes_it_back() {
    let declared = || {
        let mut draft = draft();
        for (field, answer) in [(Field::Phone, "13800138000"), (Field::Declaration, YES)] {
            apply(&mut draft, &Scope::Whole, Event::Answer(field, answer.into())).unwrap();
        }
        draft
    };
    let stands_after = |scope: &Scope, event| {
        let mut draft = declared();
        apply(&mut draft, scope, event).unwrap();
        draft.agreed(Field::Declaration)
    };
    let phone = |number: &str| Event::Answer(Field::Phone, number.into());
    assert!(stands_after(&Scope::Whole, phone("13800138000")));
    assert!(!stands_after(&Scope::Whole, phone("13900139000")));
    assert!(!stands_after(&Scope::Whole, Event::AddPicture(Item::FacePhoto, picture("a"))));
    assert!(!stands_after(&Scope::Whole, prefill(Field::Address, "示例路1号")));
    let correction = Scope::Correction([Subject::Field(Field::Phone)].into());
    assert!(stands_after(&correction, phone("13900139000")));
}

#[test]
fn an_overlong_answer_is_refused_and_the_old_one_stays() {
    let mut draft = draft();
    apply(&mut draft, &Scope::Whole, Event::Answer(Field::Statement, "短".into())).unwrap();
    let long = Event::Answer(Field::Statement, "长".repeat(MAX_ANSWER_CHARS + 1));
    assert_eq!(apply(&mut draft, &Scope::Whole, long), Err(Refused::TooLong(Field::Statement)));
    assert_eq!(draft.answer(Field::Statement), "短");
}

#[test]
fn a_paper_may_be_a_pdf_and_a_card_or_a_portrait_may_not() {
    let mut draft = Draft::new(Service::FirstIssue);
    let pdf = || Picture::pdf("p".into(), 200_000);
    for item in Item::ALL.iter().copied() {
        let taken = apply(&mut draft, &Scope::Whole, Event::AddPicture(item, pdf()));
        assert_eq!(taken, if item.takes_pdf() { Ok(()) } else { Err(Refused::NoPdf(item)) }, "{item}");
    }
    apply(&mut draft, &Scope::Whole, Event::AddPicture(Item::FacePhoto, picture("a"))).unwrap();
    let instead = Event::ReplacePicture(Item::FacePhoto, "a".into(), pdf());
    assert_eq!(apply(&mut draft, &Scope::Whole, instead), Err(Refused::NoPdf(Item::FacePhoto)));
}
