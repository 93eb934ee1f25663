//! What the applicant says against what the records say. A difference never blocks: the station looks which is right.

use std::cmp::Reverse;

use crate::{
    address::{AddressDifference, AddressPart, Comparison, Written, compare},
    change,
    check::Situation,
    draft::Draft,
    eligibility,
    field::{Catalog, Field, Subject},
    prefill,
    records::Records,
    service::{AddressKind, Service},
    steps,
    verdict::{Finding, Reason},
};

/// Records that the applicant says are wrong, and an address that is not the one in the records.
pub fn findings(draft: &Draft, Situation { rules, records, .. }: Situation<'_>) -> Vec<Finding> {
    let asks = |field| steps::asks(rules, draft, field);
    let mut findings: Vec<_> = draft
        .provenance
        .iter()
        // Another telephone number is the applicant's to choose: the account's is not wrong by it.
        .filter(|(field, origin)| origin.disputed && **field != Field::Phone && asks(**field))
        .map(|(field, _)| Finding::field(*field, Reason::RecordDisputed))
        .collect();
    let disputes = |findings: &[Finding], field| findings.iter().any(|known| known.about == Subject::Field(field));
    let (street_disputed, address_disputed) =
        (disputes(&findings, Field::StreetCode), disputes(&findings, Field::Address));
    // A registration is about to say where somebody lives from now on: it may differ from the one before.
    let registers = draft.service == Service::ResidenceRegistration;
    // Somebody who has moved and not registered again differs from the registration in everything, which is said once.
    let moves = !registers && change::replaces_record(draft, Field::Address, records);
    let street_differs = !registers && !moves && is_in_another_street(draft, records);
    if street_differs && !street_disputed {
        findings.push(Finding::field(Field::StreetCode, Reason::AddressDiffers));
    }
    if !asks(Field::Address) || draft.answer(Field::Address).trim().is_empty() {
        return findings;
    }
    if moves && prefill::current(records).is_some() {
        findings.push(Finding::field(Field::Address, Reason::AddressDiffers));
    }
    let street_is_told = street_disputed || street_differs;
    let mut tell = |with, mut parts: Vec<AddressDifference>| {
        parts.retain(|known| !street_is_told || !matches!(known.part, AddressPart::District | AddressPart::Street));
        if !parts.is_empty() {
            findings.push(Finding::field(Field::Address, Reason::AddressPartsDiffer { with, parts }));
        }
    };
    if !registers && !moves && !address_disputed {
        tell(Catalog::Registration, from_registration(draft, records));
    }
    // The kind of dwelling is asked for wherever the address is.
    tell(Catalog::Dwelling, from_dwelling(draft, records));
    findings
}

/// Whether the housing records show a dwelling of the kind chosen at the address given, so that no paper has to.
pub fn is_on_record(draft: &Draft, records: &Records) -> bool {
    let Ok(kind) = draft.answer(Field::AddressKind).parse::<AddressKind>() else { return false };
    let given = !draft.answer(Field::Address).trim().is_empty();
    given
        && eligibility::dwellings(kind, records)
            .any(|known| differences(draft, known.street_code.as_deref(), &known.address).is_empty())
}

fn is_in_another_street(draft: &Draft, records: &Records) -> bool {
    let registered = prefill::current(records).and_then(|registration| registration.street_code.as_deref());
    let given = draft.answer(Field::StreetCode);
    registered.is_some_and(|street| !given.is_empty() && street != given)
}

fn from_registration(draft: &Draft, records: &Records) -> Vec<AddressDifference> {
    let Some(registration) = prefill::current(records) else { return Vec::new() };
    differences(draft, registration.street_code.as_deref(), &registration.address)
}

/// Against the dwellings of the kind chosen that the records show. Somebody may own or rent several: it must be one of
/// them, and else the nearest one is named.
fn from_dwelling(draft: &Draft, records: &Records) -> Vec<AddressDifference> {
    let Ok(kind) = draft.answer(Field::AddressKind).parse::<AddressKind>() else { return Vec::new() };
    let known = eligibility::dwellings(kind, records);
    let compared = known.map(|dwelling| differences(draft, dwelling.street_code.as_deref(), &dwelling.address));
    // Of two that differ in as many parts, the one that agrees further in from the outside.
    let nearest = |parts: &Vec<AddressDifference>| (parts.len(), Reverse(parts.first().map(|first| first.part)));
    compared.min_by_key(nearest).unwrap_or_default()
}

/// The parts in which the answer differs from the address in a record; none where the record has no address.
fn differences(draft: &Draft, street_code: Option<&str>, recorded: &str) -> Vec<AddressDifference> {
    if recorded.trim().is_empty() {
        return Vec::new();
    }
    let given = Written { street_code: Some(draft.answer(Field::StreetCode)), text: draft.answer(Field::Address) };
    match compare(given, Written { street_code, text: recorded }) {
        Comparison::Identical | Comparison::Harmless => Vec::new(),
        Comparison::Differs { parts } => parts,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::{
        RuleSet,
        draft::{Draft, Event, Scope, apply},
        explain::explain,
        field::Catalog,
        identity_number::IdentityNumber,
        records::{Dwelling, Lookup, Person, Registration},
        residence::Period,
        term::Locale,
        verdict::Outcome,
    };

    const TODAY: Date = date(2026, 7, 15);
    const ADDRESS: &str = "示例路1号2栋3单元401室";

    fn found<T>(value: T) -> Lookup<T> {
        Lookup::Found { as_of: TODAY, source: "示例平台".into(), value }
    }

    fn dwelling(kind: AddressKind, address: &str) -> Dwelling {
        Dwelling { kind, street_code: Some("510107064".into()), address: address.into(), valid_to: None }
    }

    fn records(dwellings: Vec<Dwelling>) -> Records {
        let period =
            Period { registered_on: date(2026, 1, 15), ended_on: None, in_chengdu: true, void: false, approved: true };
        let registration = Registration {
            period,
            street_code: Some("510107064".into()),
            address: ADDRESS.into(),
            address_kind: Some(AddressKind::FiledLease),
        };
        Records { registrations: found(vec![registration]), dwellings: found(dwellings), ..Records::unavailable() }
    }

    fn draft(service: Service, address: &str) -> Draft {
        let mut draft = Draft::new(service);
        for (field, answer) in [
            (Field::StreetCode, "510107064"),
            (Field::Address, address),
            (Field::AddressKind, "filed_lease"),
            (Field::Ground, "dwelling"),
        ] {
            draft.answers.insert(field, answer.into());
        }
        draft
    }

    fn person() -> Person {
        let identity_number = IdentityNumber::parse("519999199002280019", TODAY).unwrap();
        Person { name: "示例一".into(), identity_number, phone: None, agent: None }
    }

    fn judged(draft: &Draft, records: &Records) -> Vec<Finding> {
        findings(draft, Situation { rules: RuleSet::current(), person: &person(), records, today: TODAY })
    }

    /// With which record the address differs, and in which parts.
    fn told(findings: &[Finding]) -> Vec<(Catalog, Vec<AddressPart>)> {
        let parts = |finding: &Finding| match &finding.reason {
            Reason::AddressPartsDiffer { with, parts } => Some((*with, parts.iter().map(|known| known.part).collect())),
            _ => None,
        };
        findings.iter().filter_map(parts).collect()
    }

    #[test]
    fn the_registered_address_in_another_notation_needs_nobody_to_look_at_it() {
        let records = records(vec![dwelling(AddressKind::FiledLease, "四川省成都市武侯区示例路１号2幢3单元401号")]);
        for address in [ADDRESS, "示例路1号2-3-401", "成都市武侯区 示例路一号 二栋三单元四〇一室"]
        {
            assert_eq!(judged(&draft(Service::FirstIssue, address), &records), [], "{address}");
        }
    }

    #[test]
    fn another_unit_than_registered_is_shown_to_the_station_in_both_languages_and_does_not_block() {
        let findings = judged(&draft(Service::FirstIssue, "示例路1号2栋8单元401室"), &records(Vec::new()));
        assert_eq!(told(&findings), [(Catalog::Registration, vec![AddressPart::Unit])]);
        assert_eq!(findings[0].outcome(), Outcome::Review);
        let words = explain(&findings[0], Locale::ZhCn);
        assert!(words.contains("居住登记") && words.contains("单元，您填的是“8单元”，记录里是“3单元”"), "{words}");
        let words = explain(&findings[0], Locale::En);
        assert!(words.contains("unit: you have “8单元”, the record has “3单元”"), "{words}");
    }

    #[test]
    fn a_part_that_one_side_leaves_out_is_told_as_missing() {
        let findings = judged(&draft(Service::FirstIssue, "示例路1号2栋401室"), &records(Vec::new()));
        assert!(explain(&findings[0], Locale::ZhCn).contains("单元，您填的没有写，记录里是“3单元”"));
        assert!(explain(&findings[0], Locale::En).contains("you have none, the record has “3单元”"));
    }

    #[test]
    fn the_address_must_agree_with_the_filed_lease_and_not_with_a_dwelling_of_another_kind() {
        let filed = records(vec![dwelling(AddressKind::FiledLease, "示例路1号2栋3单元402室")]);
        let draft = draft(Service::FirstIssue, ADDRESS);
        assert_eq!(told(&judged(&draft, &filed)), [(Catalog::Dwelling, vec![AddressPart::Room])]);
        let owned = records(vec![dwelling(AddressKind::Owned, "示例路1号2栋3单元402室")]);
        assert_eq!(judged(&draft, &owned), []);
    }

    #[test]
    fn of_several_dwellings_one_must_agree_and_else_the_nearest_is_named() {
        let other = dwelling(AddressKind::FiledLease, "示例街9号");
        let near = dwelling(AddressKind::FiledLease, "示例路1号2栋3单元402室");
        let same = dwelling(AddressKind::FiledLease, ADDRESS);
        let draft = draft(Service::FirstIssue, ADDRESS);
        assert_eq!(judged(&draft, &records(vec![other.clone(), near.clone(), same])), []);
        let findings = judged(&draft, &records(vec![other, near]));
        assert_eq!(told(&findings), [(Catalog::Dwelling, vec![AddressPart::Room])]);
    }

    #[test]
    fn a_lease_that_has_run_out_says_nothing_about_the_address() {
        let mut past = dwelling(AddressKind::FiledLease, "示例街9号");
        past.valid_to = Some(date(2026, 7, 14));
        assert_eq!(judged(&draft(Service::FirstIssue, ADDRESS), &records(vec![past])), []);
    }

    #[test]
    fn a_new_registration_is_compared_with_the_lease_but_not_with_the_registration_before() {
        let records = records(vec![dwelling(AddressKind::FiledLease, "示例街9号2栋101室")]);
        assert_eq!(judged(&draft(Service::ResidenceRegistration, "示例街9号2-101"), &records), []);
        let findings = judged(&draft(Service::ResidenceRegistration, "示例街9号2-102"), &records);
        assert_eq!(told(&findings), [(Catalog::Dwelling, vec![AddressPart::Room])]);
    }

    #[test]
    fn another_street_is_told_once() {
        let mut moved = draft(Service::FirstIssue, "锦江区春熙路街道示例路1号2栋3单元401室");
        moved.answers.insert(Field::StreetCode, "510104022".into());
        let records = records(vec![dwelling(AddressKind::FiledLease, ADDRESS)]);
        assert_eq!(judged(&moved, &records), [Finding::field(Field::StreetCode, Reason::AddressDiffers)]);
    }

    #[test]
    fn another_room_is_told_beside_another_street() {
        let mut moved = draft(Service::FirstIssue, "锦江区春熙路街道示例路1号2栋3单元402室");
        moved.answers.insert(Field::StreetCode, "510104022".into());
        let findings = judged(&moved, &records(vec![dwelling(AddressKind::FiledLease, ADDRESS)]));
        assert_eq!(findings[0], Finding::field(Field::StreetCode, Reason::AddressDiffers));
        let room = vec![AddressPart::Room];
        assert_eq!(told(&findings), [(Catalog::Registration, room.clone()), (Catalog::Dwelling, room)]);
    }

    #[test]
    fn a_disputed_address_is_told_once_and_still_compared_with_the_lease() {
        let records = records(vec![dwelling(AddressKind::FiledLease, "示例路1号2栋3单元402室")]);
        let mut draft = draft(Service::FirstIssue, "");
        let prefilled = prefill::prefill(&draft, &person(), &records);
        apply(&mut draft, &Scope::Whole, Event::Prefill(prefilled)).unwrap();
        apply(&mut draft, &Scope::Whole, Event::Dispute(Field::Address)).unwrap();
        for (address, others) in [("示例路1号2栋3单元402室", 0), ("示例路1号2栋3单元403室", 1)] {
            apply(&mut draft, &Scope::Whole, Event::Answer(Field::Address, address.into())).unwrap();
            let findings = judged(&draft, &records);
            assert_eq!(findings[0], Finding::field(Field::Address, Reason::RecordDisputed));
            assert_eq!(told(&findings), vec![(Catalog::Dwelling, vec![AddressPart::Room]); others]);
        }
    }

    #[test]
    fn a_new_registration_may_be_in_another_street_than_the_one_before() {
        let mut moved = draft(Service::ResidenceRegistration, "示例街9号");
        moved.answers.insert(Field::StreetCode, "510104022".into());
        assert_eq!(judged(&moved, &records(Vec::new())), []);
    }

    #[test]
    fn whoever_moves_is_told_once_to_register_again_and_compared_with_the_lease_at_the_new_address() {
        let mut moved = draft(Service::ChangeOfDetails, "示例街9号2栋102室");
        moved.answers.insert(Field::Details, "residence_address".into());
        let records = records(vec![dwelling(AddressKind::FiledLease, "示例街9号2栋101室")]);
        let findings = judged(&moved, &records);
        assert_eq!(findings[0], Finding::field(Field::Address, Reason::AddressDiffers));
        assert_eq!(told(&findings), [(Catalog::Dwelling, vec![AddressPart::Room])]);
    }

    #[test]
    fn a_record_or_an_answer_without_an_address_is_not_compared() {
        let records = records(vec![dwelling(AddressKind::FiledLease, " ")]);
        for address in [ADDRESS, " "] {
            assert_eq!(judged(&draft(Service::FirstIssue, address), &records), []);
        }
    }

    #[test]
    fn an_address_that_is_not_asked_for_is_not_compared() {
        assert_eq!(judged(&draft(Service::Reissue, "示例街9号"), &records(Vec::new())), []);
    }
}
