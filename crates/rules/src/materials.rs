//! Which documents an application needs: groups of alternatives, asked by service, ground and kind of dwelling.

use jiff::civil::Date;

use crate::{
    agent, agreement,
    calendar::add_months,
    change::{Detail, Details},
    draft::Draft,
    eligibility,
    field::{Field, Item},
    permit,
    records::Records,
    service::{AddressKind, EmploymentProof, Ground, Service, TalentProof},
    term::terms,
};

terms! {
    /// A document that proves something (居住证暂行条例 Art. 9 ¶2; Chengdu's lists, domain facts §2.2).
    Material, "material" {
        /// Both sides of the citizen's identity card.
        IdentityCard = "identity_card", "居民身份证", "identity card";
        /// Portrait on white, 358 × 441 px (GA 461-2004).
        FacePhoto = "face_photo", "白底近照", "recent portrait on white";
        /// Title of the property.
        PropertyCertificate = "property_certificate", "房屋产权证明", "title of the property";
        /// Contract of purchase.
        PurchaseContract = "purchase_contract", "购房合同", "contract of purchase";
        /// Certificate that the lease is filed.
        LeaseFiling = "lease_filing", "房屋租赁登记备案证明", "certificate of the filed lease";
        /// Lease, filed or not: proves the address.
        LeaseContract = "lease_contract", "房屋租赁合同", "lease";
        /// Statement of the employer or school that houses the applicant.
        DormitoryStatement = "dormitory_statement", "单位（学校）住宿证明", "dormitory statement";
        /// Statement of the person with whom the applicant lodges.
        LodgingStatement = "lodging_statement", "住宿证明", "lodging statement";
        /// Labour contract.
        LabourContract = "labour_contract", "劳动合同", "labour contract";
        /// Business licence.
        BusinessLicence = "business_licence", "营业执照", "business licence";
        /// Certificate of a public body's personnel department.
        PublicAppointment = "public_appointment", "机关事业单位录用（聘用）证明", "appointment by a public body";
        /// Certificate for flexible employment.
        FlexibleCertificate = "flexible_certificate", "灵活就业（营业）辅导证", "flexible employment certificate";
        /// Student card.
        StudentCard = "student_card", "学生证", "student card";
        /// Certificate of the school that the student attends it.
        EnrolmentCertificate = "enrolment_certificate", "学籍或就读证明", "certificate of enrolment";
        /// Degree or diploma.
        Degree = "degree", "学历、学位证书", "degree or diploma";
        /// Professional or technical title.
        ProfessionalTitle = "professional_title", "职称、技能证书", "professional title";
        /// Household register of the relative in Chengdu.
        RelativesHousehold = "relatives_household", "直系亲属的成都户口簿", "relative's household register in Chengdu";
        /// Marriage certificate.
        MarriageCertificate = "marriage_certificate", "结婚证", "marriage certificate";
        /// Birth certificate.
        BirthCertificate = "birth_certificate", "出生医学证明", "birth certificate";
        /// The residence permit there is already.
        ResidencePermit = "residence_permit", "居住证", "residence permit";
        /// Both sides of the agent's identity card.
        AgentIdentityCard = "agent_identity_card", "代办人居民身份证", "agent's identity card";
    }
}

/// One thing to be proved, and what proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Required {
    /// The slots that its pictures go to; every one must be filled.
    pub items: &'static [Item],
    /// Any one of these documents suffices.
    pub alternatives: &'static [Material],
}

impl Required {
    const fn one(items: &'static [Item], alternatives: &'static [Material]) -> Self {
        Self { items, alternatives }
    }
}

const IDENTITY: Required = Required::one(&[Item::IdentityCardFront, Item::IdentityCardBack], &[Material::IdentityCard]);
const PORTRAIT: Required = Required::one(&[Item::FacePhoto], &[Material::FacePhoto]);
const PERMIT: Required = Required::one(&[Item::Permit], &[Material::ResidencePermit]);
const AGENT: Required = Required::one(&[Item::AgentCardFront, Item::AgentCardBack], &[Material::AgentIdentityCard]);

/// What decides which documents are needed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The ground, for a first issue.
    pub ground: Option<Ground>,
    /// The kind of dwelling, where the address has to be proved.
    pub address_kind: Option<AddressKind>,
    /// The proof of employment, where one was chosen among them.
    pub employment: Option<EmploymentProof>,
    /// The proof of talent, where one was chosen.
    pub talent: Option<TalentProof>,
    /// What is changed, for a change of details.
    pub details: Details,
    /// Whether somebody acts for the applicant.
    pub agent: bool,
}

fn address_proofs(kind: AddressKind) -> &'static [Material] {
    match kind {
        AddressKind::Owned => &[Material::PropertyCertificate, Material::PurchaseContract],
        AddressKind::FiledLease => &[Material::LeaseFiling],
        AddressKind::UnfiledLease => &[Material::LeaseContract],
        AddressKind::Dormitory => &[Material::DormitoryStatement],
        AddressKind::LodgingStatement => &[Material::LodgingStatement],
    }
}

fn employment_proofs(proof: Option<EmploymentProof>) -> &'static [Material] {
    match proof {
        Some(EmploymentProof::LabourContract) => &[Material::LabourContract],
        Some(EmploymentProof::BusinessLicence) => &[Material::BusinessLicence],
        Some(EmploymentProof::PublicAppointment) => &[Material::PublicAppointment],
        Some(EmploymentProof::FlexibleCertificate) => &[Material::FlexibleCertificate],
        None => &[
            Material::LabourContract,
            Material::BusinessLicence,
            Material::PublicAppointment,
            Material::FlexibleCertificate,
        ],
    }
}

fn talent_proofs(proof: Option<TalentProof>) -> &'static [Material] {
    match proof {
        Some(TalentProof::Degree) => &[Material::Degree],
        Some(TalentProof::ProfessionalTitle) => &[Material::ProfessionalTitle],
        None => &[Material::Degree, Material::ProfessionalTitle],
    }
}

/// What proves the ground beside the address; the dwelling ground is proved by what proves the address.
fn ground_proofs(asked: &Asked) -> Vec<Required> {
    match asked.ground {
        None | Some(Ground::Dwelling) => Vec::new(),
        Some(Ground::Employment) => vec![Required::one(&[Item::GroundProof], employment_proofs(asked.employment))],
        Some(Ground::Schooling) => {
            vec![Required::one(&[Item::GroundProof], &[Material::StudentCard, Material::EnrolmentCertificate])]
        }
        Some(Ground::Talent) => vec![Required::one(&[Item::GroundProof], talent_proofs(asked.talent))],
        Some(Ground::Relative) => vec![
            Required::one(&[Item::GroundProof], &[Material::RelativesHousehold]),
            Required::one(
                &[Item::RelationProof],
                &[Material::RelativesHousehold, Material::MarriageCertificate, Material::BirthCertificate],
            ),
        ],
    }
}

/// The documents of a service, all that the law and the practice ask for (居住证暂行条例 Art. 9, 10, 11; domain facts §§2.2,
/// 2.3), before what the records prove is taken off.
pub fn required(service: Service, asked: &Asked) -> Vec<Required> {
    let address = asked.address_kind.map(|kind| Required::one(&[Item::AddressProof], address_proofs(kind)));
    let mut required = vec![IDENTITY];
    match service {
        Service::FirstIssue => {
            required.push(PORTRAIT);
            required.extend(address);
            required.extend(ground_proofs(asked));
        }
        Service::Endorsement => {
            required.push(PERMIT);
            required.extend(address);
        }
        Service::ChangeOfDetails => {
            required.push(PERMIT);
            for detail in asked.details.iter() {
                required.extend(match detail {
                    Detail::ResidenceAddress => address.clone(),
                    Detail::Portrait => Some(PORTRAIT),
                    Detail::Employment => {
                        Some(Required::one(&[Item::GroundProof], employment_proofs(asked.employment)))
                    }
                    // The identity card, which is asked for anyway, shows the particulars and the household; nothing
                    // has to prove a mobile number.
                    Detail::HouseholdAddress | Detail::Identity | Detail::Phone => None,
                });
            }
        }
        // The old card can't be shown; that it is lost is declared.
        Service::Reissue => {}
        // Shown damaged now, and given back for the new one.
        Service::Exchange => required.push(PERMIT),
        Service::ResidenceRegistration => required.extend(address),
    }
    if asked.agent {
        required.push(AGENT);
    }
    required
}

/// Whether it is known which documents this draft has to show: ground and kind of dwelling of a first issue are chosen,
/// the kind of dwelling of an endorsement or a registration, the details of a change.
pub fn are_decided(draft: &Draft) -> bool {
    let dwelling = || draft.choice::<AddressKind>(Field::AddressKind).is_some();
    match draft.service {
        Service::FirstIssue => draft.choice::<Ground>(Field::Ground).is_some() && dwelling(),
        Service::Endorsement | Service::ResidenceRegistration => dwelling(),
        Service::ChangeOfDetails => draft.choice::<Details>(Field::Details).is_some_and(|it| it != Details::default()),
        Service::Reissue | Service::Exchange => true,
    }
}

/// What this draft still has to show, less what the records prove (在线政务服务若干规定 Art. 7: what sharing supplies
/// is not asked for again). Empty until it is known ([`are_decided`]).
pub fn asked(draft: &Draft, records: &Records) -> Vec<Required> {
    if !are_decided(draft) {
        return Vec::new();
    }
    let asked = Asked {
        ground: draft.choice(Field::Ground),
        address_kind: draft.choice(Field::AddressKind),
        employment: draft.choice(Field::EmploymentProof),
        talent: draft.choice(Field::TalentProof),
        details: draft.choice(Field::Details).unwrap_or_default(),
        agent: agent::acts(draft),
    };
    let mut required = required(draft.service, &asked);
    required.retain(|group| !is_proved(group, &asked, draft, records));
    required
}

/// Whether the records prove it, so that nobody is asked for a paper.
fn is_proved(group: &Required, asked: &Asked, draft: &Draft, records: &Records) -> bool {
    match group.items {
        // Whoever signs in is checked against the card. Where a permit is there already, it shows nothing new, unless
        // what is printed on it is what has changed.
        [Item::IdentityCardFront, Item::IdentityCardBack] => {
            let shows_nothing_new = match draft.service {
                Service::Endorsement | Service::Reissue | Service::Exchange => true,
                Service::ChangeOfDetails => !asked.details.iter().any(Detail::is_on_identity_card),
                Service::FirstIssue | Service::ResidenceRegistration => false,
            };
            shows_nothing_new && eligibility::identity_card_stands(records)
        }
        // A lease of another flat proves nothing of this one.
        [Item::AddressProof] => agreement::is_on_record(draft, records),
        [Item::GroundProof | Item::RelationProof] => match asked.ground {
            Some(Ground::Schooling) => {
                records.schooling.value().and_then(Option::as_ref).is_some_and(|enrolment| enrolment.attending)
            }
            Some(Ground::Relative) => eligibility::relative_in_records(draft, records),
            _ => false,
        },
        // A damaged card has to be seen; one that is in force is seen in the register.
        [Item::Permit] => draft.service != Service::Exchange && permit::held(records).is_some(),
        _ => false,
    }
}

/// For how many months a picture that was handed in can be handed in again. Ours: a document changes seldom within half a
/// year, the applicant looks at the picture and says that it still holds, and the station sees it as any other.
const USED_AGAIN_MONTHS: i32 = 6;

/// The last day on which a picture can be used again that was handed in on `given_on`.
pub fn usable_until(given_on: Date) -> Date {
    add_months(given_on, USED_AGAIN_MONTHS)
}

/// The slots of [`asked`], in the order in which they are photographed, each once.
pub fn items(draft: &Draft, records: &Records) -> Vec<Item> {
    let mut items = Vec::new();
    for item in asked(draft, records).iter().flat_map(|group| group.items) {
        if !items.contains(item) {
            items.push(*item);
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Enrolment, Lookup};

    fn documents(service: Service, asked: &Asked) -> Vec<&'static [Material]> {
        required(service, asked).iter().map(|group| group.alternatives).collect()
    }

    #[test]
    fn an_unfiled_lease_proves_the_address_of_somebody_employed() {
        let asked = Asked {
            ground: Some(Ground::Employment),
            address_kind: Some(AddressKind::UnfiledLease),
            employment: Some(EmploymentProof::LabourContract),
            ..Asked::default()
        };
        let proofs = documents(Service::FirstIssue, &asked);
        assert_eq!(proofs[2..], [&[Material::LeaseContract], &[Material::LabourContract]]);
    }

    #[test]
    fn the_dwelling_ground_asks_for_no_second_proof() {
        let asked =
            Asked { ground: Some(Ground::Dwelling), address_kind: Some(AddressKind::FiledLease), ..Asked::default() };
        let required = required(Service::FirstIssue, &asked);
        assert!(required.iter().all(|group| !group.items.contains(&Item::GroundProof)));
    }

    #[test]
    fn every_other_ground_asks_for_its_own_proof() {
        for ground in [Ground::Employment, Ground::Schooling, Ground::Talent, Ground::Relative] {
            let asked = Asked { ground: Some(ground), address_kind: Some(AddressKind::Owned), ..Asked::default() };
            let required = required(Service::FirstIssue, &asked);
            assert!(required.iter().any(|group| group.items == [Item::GroundProof]), "{ground}");
        }
    }

    #[test]
    fn nothing_is_asked_for_until_all_that_decides_it_is_chosen() {
        let records = Records::unavailable();
        let number = |answers: &[(Field, &str)]| {
            let mut draft = Draft::new(Service::FirstIssue);
            draft.answers = answers.iter().map(|(field, answer)| (*field, (*answer).to_owned())).collect();
            self::asked(&draft, &records).len()
        };
        let (ground, kind) = ((Field::Ground, "dwelling"), (Field::AddressKind, "filed_lease"));
        assert_eq!((number(&[]), number(&[ground]), number(&[kind])), (0, 0, 0));
        assert!(number(&[ground, kind]) > 0);
    }

    #[test]
    fn a_student_in_the_records_needs_no_paper_and_one_who_has_left_does() {
        let asks_for_proof = |attending| {
            let as_of = jiff::civil::date(2026, 7, 15);
            let enrolment = Enrolment { school: "示例小学".into(), enrolled_on: as_of, attending };
            let schooling = Lookup::Found { as_of, source: "示例平台".into(), value: Some(enrolment) };
            let mut draft = Draft::new(Service::FirstIssue);
            draft.answers.insert(Field::Ground, "schooling".into());
            draft.answers.insert(Field::AddressKind, "owned".into());
            items(&draft, &Records { schooling, ..Records::unavailable() }).contains(&Item::GroundProof)
        };
        assert!(!asks_for_proof(true));
        assert!(asks_for_proof(false));
    }

    #[test]
    fn an_endorsement_asks_for_card_permit_and_address_and_for_nothing_else() {
        let asked = Asked { address_kind: Some(AddressKind::Owned), ground: Some(Ground::Talent), ..Asked::default() };
        assert_eq!(
            documents(Service::Endorsement, &asked),
            [
                &[Material::IdentityCard][..],
                &[Material::ResidencePermit],
                &[Material::PropertyCertificate, Material::PurchaseContract]
            ]
        );
    }

    #[test]
    fn a_lost_card_is_not_asked_for_and_a_damaged_one_is() {
        let slots = |service| -> Vec<Item> {
            required(service, &Asked::default()).iter().flat_map(|group| group.items).copied().collect()
        };
        assert!(!slots(Service::Reissue).contains(&Item::Permit));
        assert!(slots(Service::Exchange).contains(&Item::Permit));
    }

    #[test]
    fn a_change_asks_for_what_proves_the_change() {
        let asked = |details: &str| Asked {
            details: details.parse().unwrap(),
            address_kind: Some(AddressKind::UnfiledLease),
            ..Asked::default()
        };
        assert_eq!(documents(Service::ChangeOfDetails, &asked("phone")).len(), 2);
        let moved = documents(Service::ChangeOfDetails, &asked("residence_address,portrait"));
        assert_eq!(moved[2..], [&[Material::LeaseContract], &[Material::FacePhoto]]);
    }

    #[test]
    fn a_picture_can_be_used_again_for_half_a_year() {
        assert_eq!(usable_until(jiff::civil::date(2026, 1, 15)), jiff::civil::date(2026, 7, 15));
    }

    #[test]
    fn whoever_acts_for_another_shows_a_card_too() {
        for service in Service::ALL.iter().copied() {
            let with = documents(service, &Asked { agent: true, ..Asked::default() });
            let without = documents(service, &Asked::default());
            assert_eq!(with.len(), without.len() + 1);
            assert_eq!(with.last(), Some(&&[Material::AgentIdentityCard][..]));
        }
    }
}
