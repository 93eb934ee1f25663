//! What an application is made of: fields, pictures, and the records that bear on them, each under one identifier.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::term::{Locale, Term, UnknownTerm, terms};

terms! {
    /// An answer of the form. Answers are kept as text, as typed, until [`crate::check()`] reads them.
    Field, "field" {
        /// Mobile number that status messages go to.
        Phone = "phone", "手机号码", "mobile number";
        /// An [`crate::service::AppliedBy`]; empty where the applicant acts.
        AppliedBy = "applied_by", "办理人", "who applies";
        /// Name of whoever acts for the applicant.
        AgentName = "agent_name", "代办人姓名", "agent's name";
        /// That person's identity number (居住证暂行条例 Art. 9 ¶3).
        AgentIdentityNumber = "agent_identity_number", "代办人身份证号", "agent's identity number";
        /// That person's mobile number.
        AgentPhone = "agent_phone", "代办人手机号码", "agent's mobile number";
        /// What the agent is to the applicant, a [`crate::service::Relation`].
        AgentRelation = "agent_relation", "代办人与申请人的关系", "agent's relation to the applicant";
        /// An [`crate::service::AgentReason`].
        AgentReason = "agent_reason", "代办原因", "reason for acting through an agent";
        /// Address of the permanent household, outside Chengdu.
        HouseholdAddress = "household_address", "户籍地址", "household address";
        /// What is to be changed: [`crate::change::Details`], identifiers separated by commas.
        Details = "details", "变更事项", "details to change";
        /// The day on which the permit was lost, as far as the holder knows.
        LostOn = "lost_on", "遗失日期", "day of loss";
        /// `yes` once the holder declares that the permit is lost and that a found one will be handed in.
        LossDeclaration = "loss_declaration", "遗失声明", "declaration of loss";
        /// Nine-digit code of the street or town of residence.
        StreetCode = "street_code", "居住地街道", "street of residence";
        /// The rest of the address of residence: road, number, building, room.
        Address = "address", "详细地址", "full address";
        /// An [`crate::service::AddressKind`].
        AddressKind = "address_kind", "住房类型", "kind of dwelling";
        /// A [`crate::service::Ground`].
        Ground = "ground", "申领条件", "ground";
        /// An [`crate::service::EmploymentProof`].
        EmploymentProof = "employment_proof", "就业证明", "proof of employment";
        /// Name of the employer.
        Employer = "employer", "工作单位", "employer";
        /// The employer's unified social credit code (GB 32100-2015), 18 characters; optional.
        EmployerCode = "employer_code", "统一社会信用代码", "unified social credit code";
        /// The school that the applicant attends.
        School = "school", "就读学校", "school";
        /// A [`crate::service::TalentProof`].
        TalentProof = "talent_proof", "人才证明", "proof of talent";
        /// Name of the direct relative with whom the applicant lives.
        RelativeName = "relative_name", "直系亲属姓名", "relative's name";
        /// What that relative is to the applicant, a [`crate::service::Relation`].
        RelativeRelation = "relative_relation", "直系亲属与申请人的关系", "relative's relation to the applicant";
        /// What the applicant wants to say where a person will look at the case, for example about a gap.
        Statement = "statement", "情况说明", "statement";
        /// A [`crate::service::DeliveryMethod`].
        Delivery = "delivery", "领取方式", "way of delivery";
        /// Identifier of the station at which the permit is picked up.
        PickUpStation = "pick_up_station", "领取派出所", "station of pick-up";
        /// To whom the permit is posted.
        RecipientName = "recipient_name", "收件人", "recipient";
        /// The recipient's mobile number.
        RecipientPhone = "recipient_phone", "收件人手机号码", "recipient's mobile number";
        /// Where the permit is posted; may be anywhere in the country.
        RecipientAddress = "recipient_address", "收件地址", "postal address";
        /// `yes` once the applicant agrees that name, address and number go to the post (a consent of its own,
        /// 个人信息保护法 Art. 23).
        PostConsent = "post_consent", "向邮政提供收件信息", "sharing with the post";
        /// `yes` once the applicant declares that everything is true (居住证暂行条例 Art. 9).
        Declaration = "declaration", "真实性声明", "declaration of truth";
    }
}

impl Field {
    /// Whether it is answered by choosing from what is offered, not by typing.
    pub const fn is_chosen(self) -> bool {
        matches!(
            self,
            Self::StreetCode
                | Self::AddressKind
                | Self::Ground
                | Self::EmploymentProof
                | Self::Delivery
                | Self::PickUpStation
                | Self::AppliedBy
                | Self::AgentRelation
                | Self::AgentReason
                | Self::Details
                | Self::TalentProof
                | Self::RelativeRelation
        )
    }
}

terms! {
    /// A slot for pictures: one document, which may have several pages.
    Item, "item" {
        /// The side of the identity card with the portrait.
        IdentityCardFront = "identity_card_front", "身份证人像面", "identity card, portrait side";
        /// The side of the identity card with the national emblem.
        IdentityCardBack = "identity_card_back", "身份证国徽面", "identity card, emblem side";
        /// The portrait printed on the permit (GA 461-2004).
        FacePhoto = "face_photo", "本人证件照", "portrait";
        /// What proves the address of residence.
        AddressProof = "address_proof", "住址证明", "proof of address";
        /// What proves the ground.
        GroundProof = "ground_proof", "条件证明", "proof of the ground";
        /// What proves how a relative is related.
        RelationProof = "relation_proof", "亲属关系证明", "proof of the relation";
        /// The permit that is there already: to be endorsed, changed or exchanged.
        Permit = "permit", "居住证", "residence permit";
        /// The portrait side of the agent's identity card.
        AgentCardFront = "agent_card_front", "代办人身份证人像面", "agent's identity card, portrait side";
        /// The emblem side of the agent's identity card.
        AgentCardBack = "agent_card_back", "代办人身份证国徽面", "agent's identity card, emblem side";
    }
}

impl Item {
    /// How many pages the item takes: one for a card's side or a portrait, two for a permit, else the ten of domain facts §3.3.
    pub const fn max_pages(self) -> u16 {
        match self {
            Self::IdentityCardFront
            | Self::IdentityCardBack
            | Self::FacePhoto
            | Self::AgentCardFront
            | Self::AgentCardBack => 1,
            Self::Permit => 2,
            Self::AddressProof | Self::GroundProof | Self::RelationProof => 10,
        }
    }

    /// Whether a page may be a PDF (domain facts §3.3): papers that an office or a platform hands out as a file. Cards and
    /// portraits are photographed, so that what is on them can be looked at.
    pub const fn takes_pdf(self) -> bool {
        matches!(self, Self::AddressProof | Self::GroundProof | Self::RelationProof)
    }
}

terms! {
    /// A government record that is asked for instead of asking the applicant (在线政务服务若干规定 Art. 7).
    Catalog, "catalog" {
        /// The person behind the sign-in and their identity card.
        Identity = "identity", "身份信息", "identity";
        /// Registrations of residence.
        Registration = "registration", "居住登记", "residence registration";
        /// Months of social insurance.
        SocialInsurance = "social_insurance", "社会保险", "social insurance";
        /// Filed leases, property titles and dormitories.
        Dwelling = "dwelling", "住房信息", "dwelling";
        /// The permanent household, and who is related.
        Household = "household", "户籍信息", "household";
        /// Enrolment in a school.
        Schooling = "schooling", "学籍信息", "schooling";
        /// The residence permit, where there is one.
        Permit = "permit", "居住证信息", "residence permit";
    }
}

/// What a finding or a request for correction is about. On the wire a string: `field.phone`, `item.face_photo`,
/// `record.social_insurance`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An answer.
    Field(Field),
    /// A picture or document.
    Item(Item),
    /// A government record.
    Record(Catalog),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(field) => write!(f, "field.{field}"),
            Self::Item(item) => write!(f, "item.{item}"),
            Self::Record(catalog) => write!(f, "record.{catalog}"),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = UnknownTerm;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('.') {
            Some(("field", id)) => id.parse().map(Self::Field),
            Some(("item", id)) => id.parse().map(Self::Item),
            Some(("record", id)) => id.parse().map(Self::Record),
            _ => Err(UnknownTerm { kind: "subject" }),
        }
    }
}

impl Subject {
    /// The official word for it.
    pub fn term(&self, locale: Locale) -> &'static str {
        match self {
            Self::Field(field) => field.term(locale),
            Self::Item(item) => item.term(locale),
            Self::Record(catalog) => catalog.term(locale),
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_from_a_list_is_told_from_what_is_typed_ticked_or_dated() {
        let typed: Vec<_> = Field::ALL.iter().copied().filter(|field| !field.is_chosen()).collect();
        let ticked = [Field::LossDeclaration, Field::PostConsent, Field::Declaration];
        let words = [Field::Phone, Field::Address, Field::HouseholdAddress, Field::Statement, Field::LostOn];
        assert!(ticked.iter().chain(&words).all(|field| typed.contains(field)));
        let chosen = [Field::StreetCode, Field::AddressKind, Field::Ground, Field::Details, Field::Delivery];
        assert!(chosen.iter().all(|field| !typed.contains(field)));
    }

    #[test]
    fn a_subject_is_called_by_its_own_word() {
        for locale in [Locale::ZhCn, Locale::En] {
            assert_eq!(Subject::Field(Field::Phone).term(locale), Field::Phone.term(locale));
            assert_eq!(Subject::Item(Item::FacePhoto).term(locale), Item::FacePhoto.term(locale));
            assert_eq!(Subject::Record(Catalog::Household).term(locale), Catalog::Household.term(locale));
        }
    }

    #[test]
    fn every_subject_reads_back_from_its_own_name() {
        let fields = Field::ALL.iter().copied().map(Subject::Field);
        let items = Item::ALL.iter().copied().map(Subject::Item);
        let records = Catalog::ALL.iter().copied().map(Subject::Record);
        for subject in fields.chain(items).chain(records) {
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        assert!("field.password".parse::<Subject>().is_err());
        assert!("phone".parse::<Subject>().is_err());
    }
}
