//! What can be applied for, on which ground, and how the permit reaches its holder.

use crate::term::terms;

terms! {
    /// A service around the residence permit (居住证), by the identifiers of the case files.
    Service, "service" {
        /// First issue of a permit (居住证暂行条例 Art. 9).
        FirstIssue = "first_issue", "申领", "first issue";
        /// Yearly endorsement (Art. 10).
        Endorsement = "endorsement", "签注", "endorsement";
        /// Change of the details printed on or recorded with the permit.
        ChangeOfDetails = "change_of_details", "信息变更", "change of details";
        /// A new card for a lost one (Art. 11).
        Reissue = "reissue", "补领", "reissue";
        /// A new card for a damaged one, the old one given back (Art. 11).
        Exchange = "exchange", "换领", "exchange";
        /// Declaration of residence, from which the half year is counted.
        ResidenceRegistration = "registration", "居住登记", "residence registration";
    }
}

impl Service {
    /// Whether it is about a residence permit, as against what comes before one.
    pub const fn is_about_a_permit(self) -> bool {
        !matches!(self, Self::ResidenceRegistration)
    }
}

terms! {
    /// The ground on which a permit is applied for: one suffices (Art. 2; talent and relative are Chengdu's practice).
    Ground, "ground" {
        /// Lawful and stable employment: six months of employees' social insurance on end and one proof of employment.
        Employment = "employment", "合法稳定就业", "lawful stable employment";
        /// Lawful and stable dwelling: owned, a filed lease, or a dormitory of employer or school.
        Dwelling = "dwelling", "合法稳定住所", "lawful stable dwelling";
        /// Enrolled full-time in a school.
        Schooling = "schooling", "连续就读", "continuous schooling";
        /// Meets the city's conditions for talent, household not yet moved.
        Talent = "talent", "人才", "talent";
        /// Lives with a direct relative whose household is in Chengdu.
        Relative = "relative", "直系亲属", "direct relative";
    }
}

terms! {
    /// In what kind of place the applicant lives, which decides what proves it.
    AddressKind, "address_kind" {
        /// Owned by the applicant or the household.
        Owned = "owned", "自有住房", "own property";
        /// Rented, the lease filed with the housing authority (租赁登记备案).
        FiledLease = "filed_lease", "租房（已备案）", "rented, lease filed";
        /// Rented, the lease not filed: it proves the address but not the dwelling ground.
        UnfiledLease = "unfiled_lease", "租房（未备案）", "rented, lease not filed";
        /// A dormitory of the employer or the school.
        Dormitory = "dormitory", "单位或学校宿舍", "dormitory of employer or school";
        /// With somebody who states that the applicant lodges there.
        LodgingStatement = "lodging_statement", "借住（住宿证明）", "lodging, with a statement";
    }
}

terms! {
    /// What proves employment beside the social insurance: one of them (Chengdu's practice, domain facts §2.2).
    EmploymentProof, "employment_proof" {
        /// A labour contract.
        LabourContract = "labour_contract", "劳动合同", "labour contract";
        /// A business licence of the applicant's own.
        BusinessLicence = "business_licence", "营业执照", "business licence";
        /// Appointment by a public body, whose personnel department also certifies in place of the insurance list.
        PublicAppointment = "public_appointment", "机关事业单位录用（聘用）证明", "appointment by a public body";
        /// Chengdu's certificate for flexible employment (成都市工商灵活就业（营业）辅导证).
        FlexibleCertificate = "flexible_certificate", "灵活就业（营业）辅导证", "flexible employment certificate";
    }
}

terms! {
    /// How the finished permit reaches its holder.
    DeliveryMethod, "delivery" {
        /// Collected at a police station.
        PickUp = "pick_up", "到派出所领取", "pick up at a station";
        /// Posted, the postage paid by the recipient on delivery.
        Post = "post", "邮政寄递（到付）", "by post, paid on delivery";
    }
}

terms! {
    /// What proves the talent ground: one of them (Chengdu's practice, domain facts §2.2).
    TalentProof, "talent_proof" {
        /// A degree or diploma.
        Degree = "degree", "学历、学位证书", "degree or diploma";
        /// A professional or technical title.
        ProfessionalTitle = "professional_title", "职称、技能证书", "professional title";
    }
}

terms! {
    /// How somebody is related to the applicant: the close relatives of 民法典 Art. 1045, and whoever is guardian without
    /// being one.
    Relation, "relation" {
        /// Husband or wife.
        Spouse = "spouse", "配偶", "spouse";
        /// Father or mother.
        Parent = "parent", "父母", "parent";
        /// Son or daughter.
        Child = "child", "子女", "child";
        /// Brother or sister.
        Sibling = "sibling", "兄弟姐妹", "brother or sister";
        /// Father's father or mother.
        PaternalGrandparent = "paternal_grandparent", "祖父母", "paternal grandparent";
        /// Mother's father or mother.
        MaternalGrandparent = "maternal_grandparent", "外祖父母", "maternal grandparent";
        /// A son's child.
        SonsChild = "sons_child", "孙子女", "son's child";
        /// A daughter's child.
        DaughtersChild = "daughters_child", "外孙子女", "daughter's child";
        /// Guardian, and none of the above (民法典 Art. 27, 28).
        Guardian = "guardian", "其他监护人", "other guardian";
    }
}

impl Relation {
    /// Whether it is a direct relative (直系亲属), with whom living together is a ground: husband, wife, and the direct
    /// line. Brothers and sisters are close relatives, but not direct ones.
    pub const fn is_direct(self) -> bool {
        !matches!(self, Self::Sibling | Self::Guardian)
    }
}

terms! {
    /// Who acts for the application.
    AppliedBy, "applied_by" {
        /// The applicant.
        Applicant = "applicant", "本人办理", "by myself";
        /// A guardian or close relative (代办; 居住证暂行条例 Art. 9 ¶3).
        Agent = "agent", "由监护人或近亲属代办", "by a guardian or close relative";
    }
}

terms! {
    /// Why somebody else acts: the cases of 居住证暂行条例 Art. 9 ¶3, whose list is open (等).
    AgentReason, "agent_reason" {
        /// Not yet sixteen.
        UnderSixteen = "under_sixteen", "未满16周岁", "under 16";
        /// Old, and can hardly leave the house.
        Elderly = "elderly", "行动不便的老年人", "elderly with limited mobility";
        /// Disabled, and can hardly leave the house.
        Disabled = "disabled", "行动不便的残疾人", "disabled with limited mobility";
        /// Kept away otherwise; the station looks at the reason.
        Other = "other", "其他特殊情况", "another hindrance";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_registration_comes_before_a_permit() {
        let before: Vec<_> = Service::ALL.iter().copied().filter(|service| !service.is_about_a_permit()).collect();
        assert_eq!(before, [Service::ResidenceRegistration]);
    }
}
