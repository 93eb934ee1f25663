//! Case files: how a rule is asked from outside (domain facts §10). Nothing is decided here; each kind reads its
//! question, asks the rule and names the answer's parts.

use jiff::civil::Date;
use rules::{
    Locale, RuleSet, Situation,
    calendar::{checked_add_months, parse_date},
    case::{self, Actor, Context, Event, State},
    change::Detail,
    deadline::{Pause, issue_deadline},
    draft::Draft,
    endorsement::{cycle, make_up},
    explain::{cite, explain},
    fees::fees,
    identity_number::IdentityNumber,
    materials::{Asked, required},
    records::{Person, Records},
    residence::{self, Period},
    service::{AddressKind, DeliveryMethod, Ground, Service},
    social_insurance::{self, InsuredMonth},
    station,
    verdict::{Finding, Verdict},
    working_days::working_days_after,
};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value, json};

/// What a line is answered with.
pub struct Answer {
    /// One object, with the line's `id`.
    pub json: Value,
    /// Whether the line could not be understood.
    pub malformed: bool,
}

/// Why a line has no answer.
enum Failure {
    /// Not JSON, not an object, or a field is missing or not what it must be.
    Malformed,
    /// Understood, but there is nothing to answer; the text is the error.
    Unanswerable(&'static str),
}

/// Answers one line.
pub fn answer(line: &[u8]) -> Answer {
    let question = serde_json::from_slice::<Map<String, Value>>(line);
    let id = question.as_ref().ok().and_then(|question| question.get("id")).cloned().unwrap_or(Value::Null);
    let answered = question.map_err(|_| Failure::Malformed).and_then(ask);
    let malformed = matches!(answered, Err(Failure::Malformed));
    let mut json = match answered {
        Ok(json) => json,
        Err(Failure::Malformed) => json!({ "error": "malformed" }),
        Err(Failure::Unanswerable(error)) => json!({ "error": error }),
    };
    json["id"] = id;
    Answer { json, malformed }
}

fn ask(mut question: Map<String, Value>) -> Result<Value, Failure> {
    let kind = question.get("kind").and_then(Value::as_str).ok_or(Failure::Malformed)?.to_owned();
    let rules = rule_set(&mut question)?;
    let question = Value::Object(question);
    match kind.as_str() {
        "identity_number" => Ok(identity_number(read(question)?)),
        "residence" => Ok(residence(rules, read(question)?)),
        "social_insurance" => Ok(social_insurance(rules, read(question)?)),
        "endorsement" => Ok(endorsement(rules, read(question)?)),
        "late_endorsement" => late_endorsement(rules, read(question)?),
        "working_days" => Ok(working_days(rules, read(question)?)),
        "issue_deadline" => Ok(deadline(rules, read(question)?)),
        "add_months" => add_months(read(question)?),
        "case" => case(rules, read(question)?),
        "route" => route(read(question)?),
        "check" => Ok(check_draft(rules, read(question)?)),
        "replay" => replay(read(question)?),
        "materials" => Ok(materials(read(question)?)),
        "fees" => Ok(fee_items(rules, read(question)?)),
        _ => Err(Failure::Unanswerable("unknown_kind")),
    }
}

/// The version that the question names, or else the newest.
fn rule_set(question: &mut Map<String, Value>) -> Result<&'static RuleSet, Failure> {
    match question.remove("rules") {
        None | Some(Value::Null) => Ok(RuleSet::current()),
        Some(Value::String(version)) => RuleSet::by_version(&version).ok_or(Failure::Unanswerable("unknown_rules")),
        Some(_) => Err(Failure::Malformed),
    }
}

fn read<T: DeserializeOwned>(question: Value) -> Result<T, Failure> {
    serde_json::from_value(question).map_err(|_| Failure::Malformed)
}

/// A date written `YYYY-MM-DD` and no other way.
#[derive(Clone, Copy)]
struct Day(Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_date(&text).map(Self).ok_or_else(|| serde::de::Error::custom("not a date written YYYY-MM-DD"))
    }
}

#[derive(Deserialize)]
struct IdentityNumberQuestion {
    value: String,
    as_of: Day,
}

fn identity_number(question: IdentityNumberQuestion) -> Value {
    match IdentityNumber::parse(&question.value, question.as_of.0) {
        Ok(number) => {
            json!({ "outcome": "ok", "normalized": number, "sex": number.sex(), "born": number.born() })
        }
        Err(rejection) => json!({ "outcome": rejection }),
    }
}

#[derive(Deserialize)]
struct ResidenceQuestion {
    as_of: Day,
    periods: Vec<PeriodQuestion>,
}

#[derive(Deserialize)]
struct PeriodQuestion {
    registered_on: Day,
    ended_on: Option<Day>,
    in_chengdu: bool,
    void: bool,
    approved: bool,
}

fn residence(rules: &RuleSet, question: ResidenceQuestion) -> Value {
    let period = |asked: PeriodQuestion| Period {
        registered_on: asked.registered_on.0,
        ended_on: asked.ended_on.map(|day| day.0),
        in_chengdu: asked.in_chengdu,
        void: asked.void,
        approved: asked.approved,
    };
    let periods: Vec<Period> = question.periods.into_iter().map(period).collect();
    let found = residence::assess(rules, &periods, question.as_of.0);
    json!({
        "outcome": found.outcome,
        "chain_start": found.chain_start,
        "eligible_from": found.eligible_from,
        "days_left": found.eligible_from.map(|_| found.days_left),
    })
}

#[derive(Deserialize)]
struct SocialInsuranceQuestion {
    as_of: Day,
    months: Vec<InsuredMonth>,
}

fn social_insurance(rules: &RuleSet, question: SocialInsuranceQuestion) -> Value {
    let found = social_insurance::assess(rules, &question.months, question.as_of.0);
    json!({ "outcome": found.outcome, "latest": found.latest, "consecutive": found.consecutive })
}

#[derive(Deserialize)]
struct EndorsementQuestion {
    anchor: Day,
    done: u32,
    as_of: Day,
}

fn endorsement(rules: &RuleSet, question: EndorsementQuestion) -> Value {
    let cycle = cycle(rules, question.anchor.0, question.done);
    json!({
        "state": cycle.state(question.as_of.0),
        "open": cycle.open,
        "due": cycle.due,
        "advise_by": cycle.advise_by,
        "suspended_from": cycle.suspended_from,
    })
}

#[derive(Deserialize)]
struct LateEndorsementQuestion {
    anchor: Day,
    done: u32,
    made_up_on: Day,
}

fn late_endorsement(rules: &RuleSet, question: LateEndorsementQuestion) -> Result<Value, Failure> {
    let made_up = make_up(rules, question.anchor.0, question.done, question.made_up_on.0);
    let made_up = made_up.ok_or(Failure::Unanswerable("not_late"))?;
    Ok(json!({
        "suspended_from": made_up.suspended_from,
        "suspended_to": made_up.suspended_to,
        "days_lost": made_up.days_lost,
        "continuous_since": made_up.continuous_since,
        "next_open": made_up.next.open,
        "next_due": made_up.next.due,
    }))
}

#[derive(Deserialize)]
struct WorkingDaysQuestion {
    from: Day,
    days: u32,
}

fn working_days(rules: &RuleSet, question: WorkingDaysQuestion) -> Value {
    let found = working_days_after(rules, question.from.0, question.days);
    json!({ "date": found.date, "calendar_known": found.calendar_known })
}

#[derive(Deserialize)]
struct IssueDeadlineQuestion {
    accepted_on: Day,
    pauses: Vec<(Day, Day)>,
}

fn deadline(rules: &RuleSet, question: IssueDeadlineQuestion) -> Value {
    let pauses: Vec<Pause> = question.pauses.iter().map(|(from, to)| Pause { from: from.0, to: to.0 }).collect();
    let found = issue_deadline(rules, question.accepted_on.0, &pauses);
    json!({ "internal": found.internal, "legal": found.legal.date })
}

#[derive(Deserialize)]
struct AddMonthsQuestion {
    date: Day,
    months: i32,
}

fn add_months(question: AddMonthsQuestion) -> Result<Value, Failure> {
    let date = checked_add_months(question.date.0, question.months).ok_or(Failure::Malformed)?;
    Ok(json!({ "date": date }))
}

#[derive(Deserialize)]
struct CaseQuestion {
    state: State,
    event: Event,
    actor: Actor,
    /// Only approval asks for it.
    service: Option<Service>,
    #[serde(default)]
    new_card: bool,
    issued_in: Option<State>,
    #[serde(default)]
    corrections_here: u32,
}

fn case(rules: &RuleSet, question: CaseQuestion) -> Result<Value, Failure> {
    let CaseQuestion { state, event, actor, service, new_card, issued_in, corrections_here } = question;
    let service = match service {
        Some(service) => service,
        None if event == Event::Approve => return Err(Failure::Malformed),
        None => Service::FirstIssue,
    };
    let context = Context { new_card, issued_in, corrections_here, ..Context::new(rules, service) };
    Ok(match case::apply(state, &context, event, actor) {
        Ok(next) => json!({ "state": next }),
        Err(_) => json!({ "illegal": true }),
    })
}

#[derive(Deserialize)]
struct RouteQuestion {
    street_code: String,
}

fn route(question: RouteQuestion) -> Result<Value, Failure> {
    let station = station::by_street(&question.street_code).ok_or(Failure::Unanswerable("unknown_street"))?;
    Ok(json!({
        "district_code": station.street.district.code,
        "managed_by_zone": station.street.zone,
        "station": station.id,
    }))
}

#[derive(Deserialize)]
struct FeesQuestion {
    service: Service,
    delivery: DeliveryMethod,
}

fn fee_items(rules: &RuleSet, question: FeesQuestion) -> Value {
    let fees = fees(rules, question.service, question.delivery);
    let items: Vec<Value> = fees.iter().map(|fee| json!({ "code": fee.code, "fen": fee.fen })).collect();
    json!({ "items": items })
}

#[derive(Deserialize)]
struct MaterialsQuestion {
    service: Service,
    ground: Option<Ground>,
    #[serde(default)]
    agent: bool,
    address_kind: Option<AddressKind>,
    /// What is changed; where it is not said, the address if one is given.
    details: Option<Vec<Detail>>,
}

fn materials(question: MaterialsQuestion) -> Value {
    let MaterialsQuestion { service, ground, agent, address_kind, details } = question;
    let details = details.unwrap_or_else(|| address_kind.map(|_| Detail::ResidenceAddress).into_iter().collect());
    let asked = Asked { ground, address_kind, agent, details: details.into_iter().collect(), ..Asked::default() };
    let groups: Vec<_> = required(service, &asked).iter().map(|group| group.alternatives).collect();
    json!({ "required": groups })
}

/// A draft with everything it is judged against.
#[derive(Deserialize)]
struct CheckQuestion {
    draft: Draft,
    person: Person,
    records: Records,
    as_of: Day,
}

impl CheckQuestion {
    fn verdict(&self, rules: &RuleSet) -> Verdict {
        let situation = Situation { rules, person: &self.person, records: &self.records, today: self.as_of.0 };
        rules::check(&self.draft, situation)
    }
}

fn check_draft(rules: &RuleSet, question: CheckQuestion) -> Value {
    let verdict = question.verdict(rules);
    let explained: Vec<Value> = verdict.findings.iter().map(explained).collect();
    json!({ "verdict": verdict, "holds_from": verdict.holds_from(), "explained": explained })
}

/// A finding with what follows from it: its source, what would change it, and its words.
fn explained(finding: &Finding) -> Value {
    let reason = &finding.reason;
    let cited = |locale| reason.source().map(|source| cite(source, locale));
    json!({
        "finding": finding,
        "outcome": finding.outcome(),
        "source": reason.source(),
        "cited": { "zh-CN": cited(Locale::ZhCn), "en": cited(Locale::En) },
        "holds_from": reason.holds_from(),
        "mended_by": reason.mended_by(),
        "words": { "zh-CN": explain(finding, Locale::ZhCn), "en": explain(finding, Locale::En) },
    })
}

/// A verdict that was kept, with what it was reached on.
#[derive(Deserialize)]
struct ReplayQuestion {
    verdict: Value,
    #[serde(flatten)]
    facts: CheckQuestion,
}

/// Reaches the verdict anew, by the version of the rules that it names, and compares it to the byte.
fn replay(question: ReplayQuestion) -> Result<Value, Failure> {
    let ReplayQuestion { verdict: kept, facts } = question;
    let version = kept.pointer("/basis/rules").and_then(Value::as_str).ok_or(Failure::Malformed)?;
    let rules = RuleSet::by_version(version).ok_or(Failure::Unanswerable("unknown_rules"))?;
    let verdict = facts.verdict(rules);
    let same = serde_json::to_value(&verdict).is_ok_and(|anew| anew == kept);
    Ok(if same { json!({ "same": true }) } else { json!({ "same": false, "verdict": verdict }) })
}
