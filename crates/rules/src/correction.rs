//! Corrections (补正): what reopens when an officer names what must be corrected.

use std::collections::BTreeSet;

use crate::field::{Field, Item, Subject};

/// What an officer may ask to be corrected: every answer and picture, less consents and the declaration, which are
/// the applicant's own acts.
pub fn correctable() -> impl Iterator<Item = Subject> {
    let own_acts = [Field::PostConsent, Field::Declaration, Field::LossDeclaration];
    let fields = Field::ALL.iter().copied().filter(move |field| !own_acts.contains(field)).map(Subject::Field);
    fields.chain(Item::ALL.iter().copied().map(Subject::Item))
}

/// What else reopens with a subject, because it depends on it.
fn depends_on(subject: Subject) -> &'static [Subject] {
    use Subject::{Field as F, Item as I};
    match subject {
        F(Field::StreetCode) => &[F(Field::Address)],
        F(Field::Address) => &[I(Item::AddressProof)],
        F(Field::AddressKind) => &[I(Item::AddressProof)],
        F(Field::Ground) => &[
            F(Field::EmploymentProof),
            F(Field::AddressKind),
            F(Field::School),
            F(Field::TalentProof),
            F(Field::RelativeName),
        ],
        F(Field::School | Field::TalentProof) => &[I(Item::GroundProof)],
        F(Field::RelativeName) => &[F(Field::RelativeRelation), I(Item::GroundProof)],
        F(Field::RelativeRelation) => &[I(Item::RelationProof)],
        F(Field::AppliedBy) => &[
            F(Field::AgentName),
            F(Field::AgentIdentityNumber),
            F(Field::AgentPhone),
            F(Field::AgentRelation),
            F(Field::AgentReason),
        ],
        F(Field::AgentName | Field::AgentIdentityNumber) => &[I(Item::AgentCardFront), I(Item::AgentCardBack)],
        F(Field::Details) => &[
            F(Field::Phone),
            F(Field::StreetCode),
            F(Field::AddressKind),
            F(Field::HouseholdAddress),
            F(Field::EmploymentProof),
            F(Field::Delivery),
            I(Item::FacePhoto),
        ],
        F(Field::EmploymentProof) => &[F(Field::Employer), F(Field::EmployerCode), I(Item::GroundProof)],
        F(Field::Employer) => &[F(Field::EmployerCode), I(Item::GroundProof)],
        F(Field::Delivery) => &[
            F(Field::PickUpStation),
            F(Field::RecipientName),
            F(Field::RecipientPhone),
            F(Field::RecipientAddress),
            F(Field::PostConsent),
        ],
        F(Field::RecipientAddress) => &[F(Field::PostConsent)],
        _ => &[],
    }
}

/// Everything that the named subjects reopen: themselves and what depends on them. All else stays locked.
pub fn closure(named: impl IntoIterator<Item = Subject>) -> BTreeSet<Subject> {
    let mut open = BTreeSet::new();
    let mut left: Vec<_> = named.into_iter().collect();
    while let Some(subject) = left.pop() {
        if open.insert(subject) {
            left.extend_from_slice(depends_on(subject));
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Detail;

    #[test]
    fn a_new_ground_reopens_its_proof_but_not_the_portrait() {
        let open = closure([Subject::Field(Field::Ground)]);
        assert!(open.contains(&Subject::Item(Item::GroundProof)));
        assert!(open.contains(&Subject::Item(Item::AddressProof)));
        assert!(!open.contains(&Subject::Item(Item::FacePhoto)));
        assert!(!open.contains(&Subject::Field(Field::Phone)));
    }

    #[test]
    fn another_agent_reopens_what_is_said_and_shown_of_the_agent_and_nothing_of_the_applicant() {
        let open = closure([Subject::Field(Field::AppliedBy)]);
        assert!(open.contains(&Subject::Item(Item::AgentCardFront)));
        assert!(open.contains(&Subject::Field(Field::AgentRelation)));
        assert!(!open.contains(&Subject::Item(Item::IdentityCardFront)));
    }

    #[test]
    fn another_relative_reopens_the_relation_and_the_proofs_of_both() {
        let open = closure([Subject::Field(Field::RelativeName)]);
        let relation = Subject::Field(Field::RelativeRelation);
        assert!(
            [relation, Subject::Item(Item::GroundProof), Subject::Item(Item::RelationProof)]
                .iter()
                .all(|it| open.contains(it))
        );
        assert!(!closure([relation]).contains(&Subject::Field(Field::RelativeName)), "the name itself stays");
    }

    #[test]
    fn other_details_reopen_everything_that_a_detail_asks_for() {
        let open = closure([Subject::Field(Field::Details)]);
        let asked = Detail::ALL.iter().flat_map(|detail| detail.fields());
        assert!(asked.copied().all(|field| open.contains(&Subject::Field(field))));
    }

    #[test]
    fn everything_can_be_asked_to_be_corrected_but_the_applicant_s_own_acts() {
        let all: Vec<_> = correctable().collect();
        assert_eq!(all.len(), Field::ALL.len() + Item::ALL.len() - 3);
        for act in [Field::PostConsent, Field::Declaration, Field::LossDeclaration] {
            assert!(!all.contains(&Subject::Field(act)), "{act}");
        }
        assert!(all.contains(&Subject::Field(Field::Phone)) && all.contains(&Subject::Item(Item::FacePhoto)));
    }

    #[test]
    fn each_answer_reopens_what_it_decides() {
        use Subject::{Field as F, Item as I};
        for (named, opened) in [
            (F(Field::StreetCode), &[F(Field::Address), I(Item::AddressProof)][..]),
            (F(Field::Address), &[I(Item::AddressProof)]),
            (F(Field::AddressKind), &[I(Item::AddressProof)]),
            (F(Field::School), &[I(Item::GroundProof)]),
            (F(Field::TalentProof), &[I(Item::GroundProof)]),
            (F(Field::EmploymentProof), &[F(Field::Employer), F(Field::EmployerCode), I(Item::GroundProof)]),
            (F(Field::Employer), &[F(Field::EmployerCode), I(Item::GroundProof)]),
            (F(Field::RelativeRelation), &[I(Item::RelationProof)]),
            (F(Field::AgentName), &[I(Item::AgentCardFront), I(Item::AgentCardBack)]),
            (F(Field::AgentIdentityNumber), &[I(Item::AgentCardFront), I(Item::AgentCardBack)]),
            (
                F(Field::Delivery),
                &[
                    F(Field::PickUpStation),
                    F(Field::RecipientName),
                    F(Field::RecipientPhone),
                    F(Field::RecipientAddress),
                    F(Field::PostConsent),
                ],
            ),
            // Who is told another address is asked again whether they may be.
            (F(Field::RecipientAddress), &[F(Field::PostConsent)]),
            (F(Field::Phone), &[]),
        ] {
            let whole: BTreeSet<_> = opened.iter().copied().chain([named]).collect();
            assert_eq!(closure([named]), whole, "{named}");
        }
    }

    #[test]
    fn a_picture_reopens_itself_alone() {
        assert_eq!(closure([Subject::Item(Item::FacePhoto)]).len(), 1);
    }

    #[test]
    fn closing_twice_adds_nothing() {
        for subject in correctable() {
            let once = closure([subject]);
            assert_eq!(closure(once.clone()), once);
        }
    }
}
