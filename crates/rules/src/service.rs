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
