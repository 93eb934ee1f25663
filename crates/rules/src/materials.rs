//! Which documents an application needs: groups of alternatives, asked by service, ground and kind of dwelling.

use crate::{
    draft::Draft,
    field::{Field, Item},
    records::Records,
    service::{AddressKind, EmploymentProof, Ground, Service},
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

const IDENTITY: Required =
    Required { items: &[Item::IdentityCardFront, Item::IdentityCardBack], alternatives: &[Material::IdentityCard] };
const PORTRAIT: Required = Required { items: &[Item::FacePhoto], alternatives: &[Material::FacePhoto] };

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

/// The documents of a first issue. The dwelling ground is proved by what proves the address.
pub fn first_issue(ground: Ground, address: AddressKind, proof: Option<EmploymentProof>) -> Vec<Required> {
    let mut required =
        vec![IDENTITY, PORTRAIT, Required { items: &[Item::AddressProof], alternatives: address_proofs(address) }];
    if ground == Ground::Employment {
        required.push(Required { items: &[Item::GroundProof], alternatives: employment_proofs(proof) });
    }
    required
}

/// What this draft still has to show, less what the records prove (在线政务服务若干规定 Art. 7: what sharing supplies
/// is not asked for again). Empty until ground and kind of dwelling are chosen, and for services not yet open.
pub fn asked(draft: &Draft, records: &Records) -> Vec<Required> {
    let (Some(ground), Some(address)) = (draft.choice(Field::Ground), draft.choice(Field::AddressKind)) else {
        return Vec::new();
    };
    if draft.service != Service::FirstIssue {
        return Vec::new();
    }
    let mut required = first_issue(ground, address, draft.choice(Field::EmploymentProof));
    if crate::eligibility::dwelling_in_records(address, records) {
        required.retain(|group| group.items != [Item::AddressProof]);
    }
    required
}

/// The slots of [`asked`], in the order in which they are photographed.
pub fn items(draft: &Draft, records: &Records) -> Vec<Item> {
    asked(draft, records).iter().flat_map(|group| group.items.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unfiled_lease_proves_the_address_of_somebody_employed() {
        let required =
            first_issue(Ground::Employment, AddressKind::UnfiledLease, Some(EmploymentProof::LabourContract));
        assert_eq!(required[2].alternatives, [Material::LeaseContract]);
        assert_eq!(required[3].alternatives, [Material::LabourContract]);
    }

    #[test]
    fn the_dwelling_ground_asks_for_no_second_proof() {
        let required = first_issue(Ground::Dwelling, AddressKind::FiledLease, None);
        assert!(required.iter().all(|group| !group.items.contains(&Item::GroundProof)));
    }
}
