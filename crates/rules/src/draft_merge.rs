//! Two devices changed the same draft: field by field, what either of them changed is kept.
//!
//! Both started from `base`, the version that the server last acknowledged. A field that only one side changed takes
//! that side's answer. Only where both changed the same field differently is there a conflict; then the answer typed
//! here stays, and the conflict is named so that the applicant can look at it.

use std::collections::BTreeSet;

use crate::{
    draft::{Draft, Picture, Provenance},
    field::{Field, Item, Subject},
};

/// The outcome of [`merge`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What both sides come to.
    pub draft: Draft,
    /// What both sides changed differently; `draft` holds this side's answer there.
    pub conflicts: Vec<Subject>,
}

/// Merges what this device made of `base` with what another made of it.
pub fn merge(base: &Draft, mine: &Draft, theirs: &Draft) -> Merged {
    let mut draft = Draft::new(mine.service);
    let mut conflicts = Vec::new();
    for field in Field::ALL.iter().copied() {
        let (kept, conflict) = choose(answered(base, field), answered(mine, field), answered(theirs, field));
        let (answer, origin) = kept;
        if let Some(answer) = answer {
            draft.answers.insert(field, answer.to_owned());
        }
        if let Some(origin) = origin {
            draft.provenance.insert(field, origin);
        }
        if conflict {
            conflicts.push(Subject::Field(field));
        }
    }
    for item in Item::ALL.iter().copied() {
        let (pages, conflict) = pages(item, base.pages(item), mine.pages(item), theirs.pages(item));
        if !pages.is_empty() {
            draft.pictures.insert(item, pages);
        }
        if conflict {
            conflicts.push(Subject::Item(item));
        }
    }
    Merged { draft, conflicts }
}

/// An answer and where it comes from, which belong together.
fn answered(draft: &Draft, field: Field) -> (Option<&str>, Option<Provenance>) {
    (draft.answers.get(&field).map(String::as_str), draft.provenance.get(&field).copied())
}

/// The side that changed it, or mine; and whether both did.
fn choose<T: PartialEq>(base: T, mine: T, theirs: T) -> (T, bool) {
    if mine == base {
        (theirs, false)
    } else {
        let conflict = theirs != base && theirs != mine;
        (mine, conflict)
    }
}

/// Pages are added and taken away one by one, so both sides' changes hold together, as long as there is room for them.
fn pages(item: Item, base: &[Picture], mine: &[Picture], theirs: &[Picture]) -> (Vec<Picture>, bool) {
    if let (one_side, false) = choose(base, mine, theirs) {
        return (one_side.to_vec(), false);
    }
    let ids = |pages: &[Picture]| pages.iter().map(|page| page.id.clone()).collect::<BTreeSet<_>>();
    let (before, here, there) = (ids(base), ids(mine), ids(theirs));
    let stays = |page: &&Picture| there.contains(&page.id) || !before.contains(&page.id);
    let is_new = |page: &&Picture| !before.contains(&page.id) && !here.contains(&page.id);
    let both: Vec<_> = mine.iter().filter(stays).chain(theirs.iter().filter(is_new)).cloned().collect();
    if both.len() <= usize::from(item.max_pages()) { (both, false) } else { (mine.to_vec(), true) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{field::Catalog, service::Service};

    fn draft(answers: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(Service::FirstIssue);
        draft.answers = answers.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        draft
    }

    fn with_pages(item: Item, ids: &[&str]) -> Draft {
        let picture = |id: &&str| Picture::jpeg((*id).to_owned(), (1600, 1200), 1);
        let mut draft = Draft::new(Service::FirstIssue);
        draft.pictures.insert(item, ids.iter().map(picture).collect());
        draft
    }

    fn ids(draft: &Draft, item: Item) -> Vec<&str> {
        draft.pages(item).iter().map(|page| page.id.as_str()).collect()
    }

    #[test]
    fn fields_changed_on_one_side_each_are_both_kept() {
        let base = draft(&[(Field::Phone, "13800138000"), (Field::Employer, "示例公司")]);
        let mine = draft(&[(Field::Phone, "13800138001"), (Field::Employer, "示例公司")]);
        let theirs = draft(&[(Field::Phone, "13800138000"), (Field::Address, "示例路1号")]);
        let merged = merge(&base, &mine, &theirs);
        assert_eq!(merged.draft, draft(&[(Field::Phone, "13800138001"), (Field::Address, "示例路1号")]));
        assert_eq!(merged.conflicts, []);
    }

    #[test]
    fn a_field_that_both_changed_differently_stays_as_typed_here_and_is_named() {
        let base = draft(&[(Field::Phone, "13800138000")]);
        let mine = draft(&[(Field::Phone, "13800138001")]);
        let merged = merge(&base, &mine, &draft(&[(Field::Phone, "13800138002")]));
        assert_eq!(merged.draft, mine);
        assert_eq!(merged.conflicts, [Subject::Field(Field::Phone)]);
        assert_eq!(merge(&base, &mine, &draft(&[])).conflicts, [Subject::Field(Field::Phone)]);
        assert_eq!(merge(&base, &mine, &mine).conflicts, []);
    }

    #[test]
    fn an_answer_keeps_the_origin_it_came_with() {
        let base = draft(&[]);
        let mut theirs = draft(&[(Field::Address, "示例路1号")]);
        theirs.provenance.insert(Field::Address, Provenance { catalog: Catalog::Registration, disputed: false });
        assert_eq!(merge(&base, &base, &theirs).draft, theirs);
        let mut disputed = theirs.clone();
        disputed.provenance.insert(Field::Address, Provenance { catalog: Catalog::Registration, disputed: true });
        let merged = merge(&theirs, &disputed, &theirs);
        assert_eq!((merged.draft, merged.conflicts), (disputed, vec![]));
    }

    #[test]
    fn pages_photographed_on_two_phones_stand_one_after_the_other() {
        let item = Item::AddressProof;
        let base = with_pages(item, &["a", "b"]);
        let merged = merge(&base, &with_pages(item, &["a", "b", "c"]), &with_pages(item, &["b", "d"]));
        assert_eq!(ids(&merged.draft, item), ["b", "c", "d"]);
        assert_eq!(merged.conflicts, []);
    }

    #[test]
    fn a_page_taken_away_here_does_not_come_back_and_one_added_on_both_sides_comes_once() {
        let item = Item::GroundProof;
        let merged = |base: &[&str], mine: &[&str], theirs: &[&str]| {
            let merged = merge(&with_pages(item, base), &with_pages(item, mine), &with_pages(item, theirs));
            assert!(merged.conflicts.is_empty());
            ids(&merged.draft, item).join(" ")
        };
        assert_eq!(merged(&["a", "b"], &["a", "c"], &["a", "b", "d"]), "a c d");
        assert_eq!(merged(&[], &["x", "y"], &["x", "z"]), "x y z");
    }

    #[test]
    fn a_page_retaken_on_the_other_phone_keeps_its_place() {
        let item = Item::AddressProof;
        let base = with_pages(item, &["a", "b"]);
        assert_eq!(ids(&merge(&base, &base, &with_pages(item, &["c", "b"])).draft, item), ["c", "b"]);
    }

    #[test]
    fn two_portraits_are_a_conflict_since_there_is_room_for_one() {
        let item = Item::FacePhoto;
        let base = with_pages(item, &["a"]);
        let merged = merge(&base, &with_pages(item, &["b"]), &with_pages(item, &["c"]));
        assert_eq!(ids(&merged.draft, item), ["b"]);
        assert_eq!(merged.conflicts, [Subject::Item(item)]);
    }

    fn any_draft() -> impl Strategy<Value = Draft> {
        let answers = proptest::collection::btree_map(0..Field::ALL.len(), "[ab]", 0..4);
        let pages =
            proptest::collection::btree_map(0..Item::ALL.len(), proptest::sample::subsequence(vec!["a", "b"], 1), 0..3);
        (answers, pages).prop_map(|(answers, pages)| {
            let mut draft = Draft::new(Service::FirstIssue);
            draft.answers = answers.into_iter().map(|(at, text)| (Field::ALL[at], text)).collect();
            for (at, ids) in pages {
                draft.pictures.extend(with_pages(Item::ALL[at], &ids).pictures);
            }
            draft
        })
    }

    proptest! {
        #[test]
        fn a_side_that_changed_nothing_changes_nothing(base in any_draft(), other in any_draft()) {
            let forward = merge(&base, &base, &other);
            prop_assert_eq!((forward.draft, forward.conflicts), (other.clone(), vec![]));
            let back = merge(&base, &other, &base);
            prop_assert_eq!((back.draft, back.conflicts), (other, vec![]));
        }

        #[test]
        fn every_answer_comes_from_one_of_the_sides(base in any_draft(), mine in any_draft(), theirs in any_draft()) {
            let merged = merge(&base, &mine, &theirs);
            for field in Field::ALL.iter().copied() {
                let answer = answered(&merged.draft, field);
                prop_assert!(answer == answered(&mine, field) || answer == answered(&theirs, field));
                let named = merged.conflicts.contains(&Subject::Field(field));
                prop_assert!(!named || answer == answered(&mine, field));
            }
        }
    }
}
