//! Drafts and records by chance: applicants of every service, some of whom qualify.

use jiff::civil::Date;
use rules::{
    calendar::{Month, add_days, add_months},
    division::streets,
    field::{Catalog, Field, Item},
    permit::PermitStatus,
    service::{
        AddressKind, AgentReason, AppliedBy, DeliveryMethod, EmploymentProof, Ground, Relation, Service, TalentProof,
    },
    station::stations,
};
use serde_json::{Map, Value, json};

use super::random::Random;

/// A draft with person, records and date.
pub fn question(random: &mut Random) -> Value {
    let as_of = random.date();
    let service = *random.among(Service::ALL);
    let identity_number = if random.slips(20) { random.identity_number() } else { "519999199002280019".into() };
    json!({
        "as_of": as_of.to_string(),
        "draft": draft(random, service, as_of),
        "person": { "name": "示例一", "identity_number": identity_number, "phone": "13800138000" },
        "records": records(random, service, as_of),
    })
}

/// A date, and registrations that lead up to it with small gaps, overlaps and ends.
pub fn periods(random: &mut Random) -> (String, Vec<Value>) {
    let as_of = random.date();
    (as_of.to_string(), registrations(random, as_of))
}

fn registrations(random: &mut Random, as_of: Date) -> Vec<Value> {
    let mut from = add_days(add_months(as_of, -6), random.number(-400, 40));
    let mut periods = Vec::new();
    for _ in 0..random.below(5) {
        let ended_on = (!random.one_in(3)).then(|| add_days(from, random.number(-3, 200)));
        periods.push(json!({
            "registered_on": from.to_string(), "ended_on": ended_on.map(|day| day.to_string()),
            "in_chengdu": !random.slips(8), "void": random.slips(12), "approved": !random.slips(12),
        }));
        from = add_days(ended_on.unwrap_or(from), random.number(-2, 20));
    }
    periods
}

/// Months of insurance up to the date, with some missing, doubled or of another kind.
pub fn months(random: &mut Random, as_of: Date) -> Vec<Value> {
    let newest = Month::of(as_of).plus(random.number(-3, 0));
    let mut months = Vec::new();
    for back in 0..random.below(12) {
        if random.slips(10) {
            continue;
        }
        months.push(json!({
            "month": newest.minus(back), "backpaid": random.slips(15), "in_chengdu": !random.slips(15),
            "employee_scheme": !random.slips(15),
        }));
    }
    months
}

/// What a record service answered on that date, seldom nothing.
fn found(random: &mut Random, as_of: Date, value: Value) -> Value {
    if random.slips(12) {
        return json!({ "state": "unavailable" });
    }
    json!({ "state": "found", "as_of": as_of.to_string(), "source": "示例平台", "value": value })
}

fn records(random: &mut Random, service: Service, as_of: Date) -> Value {
    let mut registrations = registrations(random, as_of);
    for registration in &mut registrations {
        registration["street_code"] = street_code(random);
        registration["address"] = address(random).into();
        registration["address_kind"] = random.id(AddressKind::ALL).into();
    }
    let valid_to = add_days(as_of, random.number(-30, 4_000)).to_string();
    let insurance = json!({ "months": months(random, as_of), "employer": "示例公司", "employer_code": null });
    let dwelling = |random: &mut Random| {
        json!({
            "kind": random.id(AddressKind::ALL), "street_code": street_code(random), "address": address(random),
            "valid_to": random.one_in(2).then(|| add_days(as_of, random.number(-100, 700)).to_string()),
        })
    };
    let dwellings: Value = (0..random.below(3)).map(|_| dwelling(random)).collect();
    let relative = json!({
        "name": "示例二", "relation": random.id(Relation::ALL), "in_chengdu": !random.one_in(3),
    });
    let household = json!({
        "address": if random.slips(3) { "四川省成都市锦江区示例街1号" } else { "示例省示例县示例村1组" },
        "relatives": if random.one_in(2) { json!([relative]) } else { json!([]) },
    });
    let schooling = json!({
        "school": "示例大学", "enrolled_on": add_days(as_of, random.number(-1_500, 30)).to_string(),
        "attending": !random.one_in(4),
    });
    let anchor = if random.slips(1) { -900..=0 } else { -364..=-340 };
    let anchor = add_days(as_of, random.number(*anchor.start(), *anchor.end())).to_string();
    let status = if random.slips(3) { random.id(PermitStatus::ALL) } else { PermitStatus::InForce.to_string() };
    let permit = json!({
        "issued_on": anchor, "anchor": anchor, "endorsed": if random.slips(2) { random.below(4) } else { 0 }, "status": status,
        "address": address(random),
    });
    let has_permit = !matches!(service, Service::FirstIssue | Service::ResidenceRegistration);
    let permit = if has_permit ^ random.slips(4) { permit } else { Value::Null };
    let schooling = if random.one_in(2) { schooling } else { Value::Null };
    json!({
        "identity": found(random, as_of, json!({ "valid_to": valid_to })),
        "registrations": found(random, as_of, registrations.into()),
        "insurance": found(random, as_of, insurance),
        "dwellings": found(random, as_of, dwellings),
        "household": found(random, as_of, household),
        "schooling": found(random, as_of, schooling),
        "permit": found(random, as_of, permit),
    })
}

/// Every field answered with something that could be meant, most of the time; pictures for some of the items.
fn draft(random: &mut Random, service: Service, as_of: Date) -> Value {
    let mut answers = Map::new();
    let mut provenance = Map::new();
    for field in Field::ALL {
        if random.slips(6) {
            continue;
        }
        answers.insert(field.id().to_owned(), answer(random, *field, as_of).into());
        if random.slips(8) {
            let origin = json!({ "catalog": random.id(Catalog::ALL), "disputed": random.one_in(2) });
            provenance.insert(field.id().to_owned(), origin);
        }
    }
    let mut pictures = Map::new();
    for item in Item::ALL {
        let page = |number: u32| json!({ "id": format!("{number:064x}"), "width": 1600, "height": 1200, "bytes": 1 });
        let pages = if random.slips(2) { random.below(3) } else { 1 };
        let pages: Vec<Value> = (0..pages).map(page).collect();
        if !pages.is_empty() {
            pictures.insert(item.id().to_owned(), pages.into());
        }
    }
    json!({ "service": service, "answers": answers, "provenance": provenance, "pictures": pictures })
}

fn answer(random: &mut Random, field: Field, as_of: Date) -> String {
    if random.slips(25) {
        return random.pick(&["x", "，", "13800138000", "owned", "2026-02-30", "𠮷"]).to_owned();
    }
    match field {
        Field::Phone | Field::AgentPhone | Field::RecipientPhone => "13900139000".into(),
        Field::AppliedBy if random.slips(2) => AppliedBy::Agent.to_string(),
        Field::AppliedBy => AppliedBy::Applicant.to_string(),
        Field::AgentName | Field::RelativeName | Field::RecipientName => "示例二".into(),
        Field::AgentIdentityNumber => random.identity_number(),
        Field::AgentRelation | Field::RelativeRelation => random.id(Relation::ALL),
        Field::AgentReason => random.id(AgentReason::ALL),
        Field::HouseholdAddress | Field::Address | Field::RecipientAddress => address(random),
        Field::Details => random.pick(&["phone", "residence_address", "portrait,phone", "household_address"]).into(),
        Field::LostOn => add_days(as_of, random.number(-20, 2)).to_string(),
        Field::LossDeclaration | Field::PostConsent | Field::Declaration => "yes".into(),
        Field::StreetCode => random.among(streets()).code.into(),
        Field::AddressKind => random.id(AddressKind::ALL),
        Field::Ground => random.id(Ground::ALL),
        Field::EmploymentProof => random.id(EmploymentProof::ALL),
        Field::Employer | Field::School => "示例单位".into(),
        Field::EmployerCode => "91510100MA0000000H".into(),
        Field::TalentProof => random.id(TalentProof::ALL),
        Field::Statement => "搬家时漏登记了几天。".into(),
        Field::Delivery => random.id(DeliveryMethod::ALL),
        Field::PickUpStation => random.among(stations()).id.clone(),
    }
}

fn street_code(random: &mut Random) -> Value {
    if random.slips(10) { Value::Null } else { random.among(streets()).code.into() }
}

/// One address in the ways it is written, or another.
fn address(random: &mut Random) -> String {
    let written = &[
        "示例路1号2栋3单元401室",
        "示例路１号２幢３单元４０１",
        "四川省成都市示例路1号2栋3单元401室",
        "示例路一号2栋3单元401室",
        "示例路1号2栋3单元402室",
        "",
    ];
    if random.slips(2) { random.pick(written) } else { written[0] }.to_owned()
}
