//! Case-file lines by chance from a seed: one kind after the other, most of them well-formed.

mod facts;
mod random;

use rules::{
    calendar::{add_days, add_years},
    case::{Actor, Event, State},
    change::Detail,
    division::streets,
    service::{AddressKind, DeliveryMethod, Ground, Service},
};
use serde_json::{Map, Value, json};

use crate::casefile;
use random::Random;

/// What one kind asks, without `id` and `kind`.
type Ask = fn(&mut Random) -> Value;

/// Every kind of domain facts §10, with what asks it.
pub const KINDS: &[(&str, Ask)] = &[
    ("identity_number", identity_number),
    ("residence", residence),
    ("social_insurance", social_insurance),
    ("endorsement", endorsement),
    ("late_endorsement", late_endorsement),
    ("working_days", |random| json!({ "from": random.day(), "days": random.below(60) })),
    ("issue_deadline", issue_deadline),
    ("add_months", |random| json!({ "date": random.day(), "months": random.number(-600, 600) })),
    ("case", case),
    ("route", |random| json!({ "street_code": street_code(random) })),
    ("fees", |random| json!({ "service": random.id(Service::ALL), "delivery": random.id(DeliveryMethod::ALL) })),
    ("materials", materials),
    ("check", facts::question),
    ("replay", replay),
];

/// Lines without end, the same for the same seed; their ids count from 0.
pub fn lines(seed: u64) -> impl Iterator<Item = String> {
    let mut random = Random::new(seed);
    KINDS.iter().cycle().enumerate().map(move |(number, (kind, ask))| {
        random.start_question();
        let mut question = ask(&mut random);
        question["kind"] = (*kind).into();
        question["id"] = number.into();
        if random.one_in(4) {
            question["rules"] = random.pick(&["2025.1", "2025.2", "2025.2", "1999.1"]).into();
        }
        if random.one_in(8) {
            random.spoil(&mut question);
        }
        let line = question.to_string();
        if random.one_in(100) { random.cut(line) } else { line }
    })
}

fn identity_number(random: &mut Random) -> Value {
    let number = match random.below(8) {
        0 => random.digits(15),
        1 => random.digits(18),
        _ => {
            let number = random.identity_number();
            if random.one_in(3) { random.disguise(&number) } else { number }
        }
    };
    json!({ "value": number, "as_of": random.day() })
}

fn residence(random: &mut Random) -> Value {
    let (as_of, periods) = facts::periods(random);
    json!({ "as_of": as_of, "periods": periods })
}

fn social_insurance(random: &mut Random) -> Value {
    let as_of = random.date();
    json!({ "as_of": as_of.to_string(), "months": facts::months(random, as_of) })
}

fn endorsement(random: &mut Random) -> Value {
    let (anchor, done) = (random.date(), random.below(5));
    let year = i32::try_from(done).unwrap_or_default() + 1;
    let as_of = add_days(add_years(anchor, year), random.number(-60, 30));
    json!({ "anchor": anchor.to_string(), "done": done, "as_of": as_of.to_string() })
}

fn late_endorsement(random: &mut Random) -> Value {
    let anchor = random.date();
    let made_up_on = add_days(anchor, random.number(0, 2_000));
    json!({ "anchor": anchor.to_string(), "done": random.below(4), "made_up_on": made_up_on.to_string() })
}

fn issue_deadline(random: &mut Random) -> Value {
    let accepted_on = random.date();
    let pause = |random: &mut Random| {
        let from = add_days(accepted_on, random.number(-5, 20));
        json!([from.to_string(), add_days(from, random.number(-3, 30)).to_string()])
    };
    let pauses: Vec<Value> = (0..random.below(4)).map(|_| pause(random)).collect();
    json!({ "accepted_on": accepted_on.to_string(), "pauses": pauses })
}

/// Half of the time something that can happen: few of all there is can.
fn case(random: &mut Random) -> Value {
    let can_happen = |question: &Value| {
        let mut asked = question.clone();
        asked["kind"] = "case".into();
        casefile::answer(asked.to_string().as_bytes()).json["state"].is_string()
    };
    let draws = if random.one_in(2) { 60 } else { 1 };
    let mut question = any_case(random);
    for _ in 1..draws {
        if can_happen(&question) {
            break;
        }
        question = any_case(random);
    }
    question
}

fn any_case(random: &mut Random) -> Value {
    let mut question = json!({
        "state": random.id(State::ALL), "event": random.id(Event::ALL), "actor": random.id(Actor::ALL),
        "service": random.id(Service::ALL),
    });
    if random.one_in(2) {
        question["new_card"] = random.one_in(2).into();
        question["issued_in"] = random.id(State::ALL).into();
        question["corrections_here"] = random.below(3).into();
    }
    question
}

fn materials(random: &mut Random) -> Value {
    let mut question = json!({ "service": random.id(Service::ALL), "agent": random.one_in(2) });
    if random.one_in(2) {
        question["ground"] = random.id(Ground::ALL).into();
    }
    if random.one_in(2) {
        question["address_kind"] = random.id(AddressKind::ALL).into();
    }
    if random.one_in(3) {
        question["details"] = (0..random.below(3)).map(|_| Value::from(random.id(Detail::ALL))).collect();
    }
    question
}

/// A verdict as it would have been kept, on the same facts or on others.
fn replay(random: &mut Random) -> Value {
    let mut question = facts::question(random);
    let mut asked: Map<String, Value> = question.as_object().cloned().unwrap_or_default();
    asked.insert("kind".into(), "check".into());
    let answer = casefile::answer(Value::Object(asked).to_string().as_bytes());
    question["verdict"] = if answer.malformed { Value::Null } else { answer.json["verdict"].clone() };
    if random.one_in(3) {
        question["as_of"] = random.day().into();
    }
    question
}

/// A street of Chengdu's, seldom another.
fn street_code(random: &mut Random) -> String {
    if random.one_in(10) { random.digits(9) } else { random.among(streets()).code.to_owned() }
}
