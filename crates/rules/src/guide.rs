//! What each service is, in one place (办事指南): who can use it, what the law says of it, what it costs, how long it takes,
//! what its applicant receives and gives back. Documents are in [`crate::materials`], the checks in [`crate::check()`].

use crate::{
    change::Detail,
    fees::{Charge, charge},
    field::Item,
    materials::{Asked, Material, required},
    rule_set::RuleSet,
    service::{AddressKind, DeliveryMethod, Ground, Service},
    term::terms,
    verdict::Source,
};

terms! {
    /// Something that must hold before a service can be used. Each has its check in [`crate::check()`].
    Condition, "condition" {
        /// The household is outside Chengdu (居住证暂行条例 Art. 2).
        HouseholdElsewhere = "household_elsewhere", "常住户口不在成都", "household outside Chengdu";
        /// The registration of residence has run for half a year on end.
        HalfYear = "half_year", "居住登记连续满半年", "registered for half a year without a break";
        /// One of the five grounds holds.
        OneGround = "one_ground", "符合五类条件之一", "one of the five grounds";
        /// The identity card is good.
        IdentityCardGood = "identity_card_good", "居民身份证在有效期内", "identity card in date";
        /// There is a permit that has not ended.
        HoldsPermit = "holds_permit", "持有成都居住证", "holder of a Chengdu residence permit";
        /// The year is full within a month, or was full before.
        YearAlmostFull = "year_almost_full", "签发或上次签注将满1年或已满1年", "the year is full within a month, or was before";
        /// The registration of residence stands.
        Registered = "registered", "居住登记有效", "residence registration in force";
        /// The loss is declared.
        LossDeclared = "loss_declared", "声明居住证已遗失", "loss declared";
        /// The damaged card is given back (Art. 11).
        OldCardBack = "old_card_back", "交回损坏的居住证", "damaged card given back";
        /// Something has changed, and a document shows it.
        SomethingChanged = "something_changed", "登记事项有变动", "a detail has changed";
        /// The applicant lives in Chengdu and can show where.
        LivesInChengdu = "lives_in_chengdu", "在成都居住并有住址证明", "lives in Chengdu and can prove the address";
    }
}

terms! {
    /// What the applicant has in the end.
    Receives, "receives" {
        /// A card, picked up or posted.
        Card = "card", "居住证", "permit card";
        /// The year is endorsed in the record, without a new card.
        Endorsement = "endorsement", "签注记录", "endorsement on record";
        /// The record is changed; a new card where something printed has changed.
        ChangedRecord = "changed_record", "变更登记，需要时换发新证", "changed record, and a new card where needed";
        /// The registration is confirmed by the station, and counts from the day it was declared.
        Registration = "registration", "居住登记凭证", "confirmation of the registration";
    }
}

terms! {
    /// How a damaged card goes back (居住证暂行条例 Art. 11). Ours: who has the new card posted hands the old one to the same
    /// post, so that nobody has to come for it.
    Surrender, "surrender" {
        /// At the station, when the new one is picked up.
        AtStation = "at_station", "领取新证时交回旧证", "old card given back when the new one is picked up";
        /// To the postman who brings the new one.
        ToPost = "to_post", "邮政送达新证时收回旧证", "old card handed to the post when the new one comes";
    }
}

/// One service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guide {
    /// Which.
    pub service: Service,
    /// What must hold, in the order in which it is checked.
    pub conditions: &'static [Condition],
    /// Where it stands in the law.
    pub basis: &'static [Source],
    /// What it costs.
    pub charge: Charge,
    /// Natural days from acceptance until it is done. For what makes no card the same promise is ours; the regulation
    /// speaks of making and handing out alone.
    pub days: i32,
    /// What the applicant has in the end.
    pub receives: Receives,
}

/// What there is to know of a service.
pub fn guide(rules: &RuleSet, service: Service) -> Guide {
    use Condition as C;
    let (conditions, basis, receives): (&[C], &[Source], Receives) = match service {
        Service::FirstIssue => (
            &[C::IdentityCardGood, C::HouseholdElsewhere, C::HalfYear, C::OneGround],
            &[Source::RegulationArt2, Source::RegulationArt9],
            Receives::Card,
        ),
        Service::Endorsement => (
            &[C::IdentityCardGood, C::HoldsPermit, C::YearAlmostFull, C::Registered],
            &[Source::RegulationArt10],
            Receives::Endorsement,
        ),
        Service::ChangeOfDetails => (
            &[C::IdentityCardGood, C::HoldsPermit, C::SomethingChanged],
            &[Source::RegulationArt4],
            Receives::ChangedRecord,
        ),
        Service::Reissue => {
            (&[C::IdentityCardGood, C::HoldsPermit, C::LossDeclared], &[Source::RegulationArt11], Receives::Card)
        }
        Service::Exchange => {
            (&[C::IdentityCardGood, C::HoldsPermit, C::OldCardBack], &[Source::RegulationArt11], Receives::Card)
        }
        Service::ResidenceRegistration => (
            &[C::IdentityCardGood, C::HouseholdElsewhere, C::LivesInChengdu],
            &[Source::SichuanRegistration],
            Receives::Registration,
        ),
    };
    Guide { service, conditions, basis, charge: charge(rules, service), days: rules.case.issue_days, receives }
}

/// Everything that a service may ask to be proved, whatever the applicant's situation: the slots that the pictures go to,
/// and the documents any one of which will do. What the records prove is asked for of nobody.
pub fn documents(service: Service) -> Vec<(&'static [Item], Vec<Material>)> {
    let mut documents: Vec<(&'static [Item], Vec<Material>)> = Vec::new();
    for address_kind in AddressKind::ALL {
        for ground in Ground::ALL {
            let asked = Asked {
                ground: Some(*ground),
                address_kind: Some(*address_kind),
                details: Detail::ALL.iter().copied().collect(),
                ..Asked::default()
            };
            for group in required(service, &asked) {
                let known = documents.iter().position(|(items, _)| *items == group.items).unwrap_or_else(|| {
                    documents.push((group.items, Vec::new()));
                    documents.len() - 1
                });
                let materials = &mut documents[known].1;
                materials.extend(
                    group.alternatives.iter().filter(|one| !materials.contains(one)).copied().collect::<Vec<_>>(),
                );
            }
        }
    }
    documents
}

/// How the card in hand goes back, for an exchange; nothing has to go back otherwise.
pub fn surrender(service: Service, delivery: DeliveryMethod) -> Option<Surrender> {
    (service == Service::Exchange).then_some(match delivery {
        DeliveryMethod::PickUp => Surrender::AtStation,
        DeliveryMethod::Post => Surrender::ToPost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_names_its_conditions_and_where_they_stand() {
        for service in Service::ALL.iter().copied() {
            let guide = guide(RuleSet::current(), service);
            assert!(!guide.conditions.is_empty() && !guide.basis.is_empty(), "{service}");
            assert!(guide.conditions.contains(&Condition::IdentityCardGood), "{service}");
        }
    }

    #[test]
    fn the_documents_of_a_service_are_each_named_once_with_all_that_will_do() {
        let items =
            |service| -> Vec<Item> { documents(service).iter().flat_map(|(items, _)| *items).copied().collect() };
        let (front, back) = (Item::IdentityCardFront, Item::IdentityCardBack);
        assert_eq!(items(Service::Endorsement), [front, back, Item::Permit, Item::AddressProof]);
        assert_eq!(items(Service::Reissue), [front, back]);
        assert_eq!(items(Service::Exchange), [front, back, Item::Permit]);
        let of = |service, item| documents(service).into_iter().find(|(items, _)| *items == [item]).map(|it| it.1);
        let addresses = of(Service::Endorsement, Item::AddressProof).unwrap();
        assert!(addresses.contains(&Material::LeaseFiling) && addresses.contains(&Material::LodgingStatement));
        assert_eq!(addresses, of(Service::ChangeOfDetails, Item::AddressProof).unwrap());
        assert_eq!(of(Service::FirstIssue, Item::GroundProof).unwrap().len(), 9);
    }

    #[test]
    fn a_damaged_card_goes_back_the_way_the_new_one_comes() {
        assert_eq!(surrender(Service::Exchange, DeliveryMethod::PickUp), Some(Surrender::AtStation));
        assert_eq!(surrender(Service::Exchange, DeliveryMethod::Post), Some(Surrender::ToPost));
        assert_eq!(surrender(Service::Reissue, DeliveryMethod::Post), None);
    }
}
