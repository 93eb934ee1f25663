//! Acting for somebody else (代办; 居住证暂行条例 Art. 9 ¶3): a guardian or close relative of those under sixteen and of
//! those who can hardly come.

use crate::{
    calendar::add_years,
    check::Situation,
    draft::Draft,
    field::Field,
    identity_number::IdentityNumber,
    records::{Agent, Records},
    service::{AgentReason, AppliedBy, Relation},
    verdict::{Finding, Reason},
};

/// Whether somebody acts for the applicant.
pub fn acts(draft: &Draft) -> bool {
    draft.choice(Field::AppliedBy) == Some(AppliedBy::Agent)
}

/// What is to be said of who acts for a person. Answers that are missing or malformed are the form's business.
pub fn findings(draft: &Draft, situation: Situation<'_>) -> Vec<Finding> {
    let Situation { rules, person, records, today } = situation;
    let born = person.identity_number.born();
    if let Some(agent) = &person.agent
        && !is_named(agent, draft)
    {
        return vec![Finding::field(Field::AppliedBy, Reason::AgentSignedIn)];
    }
    if !acts(draft) {
        let from = add_years(born, rules.age.guardian_until);
        let child = (today < from).then(|| Finding::field(Field::AppliedBy, Reason::GuardianNeeded { from }));
        return child.into_iter().collect();
    }
    let reason = draft.choice(Field::AgentReason);
    let minor = today < add_years(born, rules.age.minor_until);
    [
        who(draft, situation),
        (reason == Some(AgentReason::UnderSixteen) && !minor)
            .then(|| Finding::field(Field::AgentReason, Reason::AgentReasonDoesNotHold)),
        (reason == Some(AgentReason::Other))
            .then(|| Finding::field(Field::AgentReason, Reason::AgentReasonToBeChecked)),
        relation(draft, records),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What an agent who is signed in answers about themselves: the form has no other answer to these questions.
pub fn answers(agent: &Agent) -> impl Iterator<Item = (Field, &str)> {
    let known = [
        (Field::AppliedBy, AppliedBy::Agent.id()),
        (Field::AgentReason, agent.reason.id()),
        (Field::AgentName, &agent.name),
        (Field::AgentIdentityNumber, agent.identity_number.as_str()),
        (Field::AgentRelation, agent.relation.id()),
    ];
    known.into_iter().chain(agent.phone.iter().map(|phone| (Field::AgentPhone, phone.as_str())))
}

/// Whether the draft names whoever signed in as the one who acts. The number to call is theirs to choose.
fn is_named(agent: &Agent, draft: &Draft) -> bool {
    answers(agent).all(|(field, value)| field == Field::AgentPhone || draft.answer(field) == value)
}

fn who(draft: &Draft, Situation { rules, person, today, .. }: Situation<'_>) -> Option<Finding> {
    let agent = IdentityNumber::parse(draft.answer(Field::AgentIdentityNumber), today).ok()?;
    let from = add_years(agent.born(), rules.age.agent_from);
    let reason = if agent == person.identity_number {
        Reason::AgentIsApplicant
    } else if today < from {
        Reason::AgentTooYoung { from }
    } else {
        return None;
    };
    Some(Finding::field(Field::AgentIdentityNumber, reason))
}

/// A relation that the household register shows needs nobody to look at it.
fn relation(draft: &Draft, records: &Records) -> Option<Finding> {
    let relation: Relation = draft.choice(Field::AgentRelation)?;
    let name = draft.answer(Field::AgentName).trim();
    let known = records.relatives().any(|relative| relative.name == name && relative.relation == relation);
    (!known).then(|| Finding::field(Field::AgentRelation, Reason::AgentToBeChecked { relation }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::{
        records::{Household, Lookup, Person, Relative},
        rule_set::RuleSet,
        service::Service,
        verdict::Outcome,
    };

    const TODAY: Date = date(2026, 7, 15);
    const CHILD: &str = "519999201408010018"; // 11 years old
    const ADULT: &str = "519999199002280019";

    fn person(number: &str) -> Person {
        Person { name: "示例童".into(), identity_number: number_of(number), phone: None, agent: None }
    }

    /// The number with the check character that belongs to it.
    fn number_of(number: &str) -> IdentityNumber {
        let parse = |text: &str| IdentityNumber::parse(text, TODAY);
        let endings = "0123456789X".chars().map(|check| format!("{}{check}", &number[..17]));
        endings.into_iter().find_map(|text| parse(&text).ok()).unwrap()
    }

    fn draft(answers: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(Service::FirstIssue);
        draft.answers = answers.iter().map(|(field, answer)| (*field, (*answer).to_owned())).collect();
        draft
    }

    fn by_a_parent(number: &str, reason: &str) -> Draft {
        draft(&[
            (Field::AppliedBy, "agent"),
            (Field::AgentName, "示例母"),
            (Field::AgentIdentityNumber, number),
            (Field::AgentRelation, "parent"),
            (Field::AgentReason, reason),
        ])
    }

    fn outcome(draft: &Draft, who: &str, records: &Records) -> Outcome {
        let person = person(who);
        let situation = Situation { rules: RuleSet::current(), person: &person, records, today: TODAY };
        Outcome::worst(&findings(draft, situation))
    }

    #[test]
    fn a_child_under_fourteen_needs_a_guardian_and_one_of_fifteen_may_act_alone() {
        let silent = Records::unavailable();
        assert_eq!(outcome(&draft(&[]), CHILD, &silent), Outcome::NotMet);
        assert_eq!(outcome(&draft(&[]), "519999201105010015", &silent), Outcome::Met);
        assert_eq!(outcome(&by_a_parent(ADULT, "under_sixteen"), CHILD, &silent), Outcome::Review);
    }

    #[test]
    fn on_the_birthday_itself_the_limits_of_age_are_reached() {
        let silent = Records::unavailable();
        // Fourteen today, and fourteen tomorrow.
        assert_eq!(outcome(&draft(&[]), "519999201207150018", &silent), Outcome::Met);
        assert_eq!(outcome(&draft(&[]), "519999201207160018", &silent), Outcome::NotMet);
        // Sixteen today, and sixteen tomorrow.
        let by_age = by_a_parent(ADULT, "under_sixteen");
        assert_eq!(outcome(&by_age, "519999201007150018", &silent), Outcome::NotMet);
        assert_eq!(outcome(&by_age, "519999201007160018", &silent), Outcome::Review);
    }

    #[test]
    fn a_parent_whom_the_register_knows_needs_nobody_to_look() {
        let mother = Relative { name: "示例母".into(), relation: Relation::Parent, in_chengdu: false };
        let household = Household { address: "示例省示例市示例街1号".into(), relatives: vec![mother] };
        let household = Lookup::Found { as_of: TODAY, source: "示例平台".into(), value: Some(household) };
        let records = Records { household, ..Records::unavailable() };
        assert_eq!(outcome(&by_a_parent(ADULT, "under_sixteen"), CHILD, &records), Outcome::Met);
        assert_eq!(outcome(&by_a_parent(ADULT, "other"), CHILD, &records), Outcome::Review);
    }

    #[test]
    fn nobody_acts_for_themselves_and_no_minor_for_anybody() {
        let silent = Records::unavailable();
        let own = by_a_parent(ADULT, "elderly");
        assert_eq!(outcome(&own, ADULT, &silent), Outcome::NotMet);
        let minor = by_a_parent(number_of("519999201001010010").as_str(), "elderly");
        assert_eq!(outcome(&minor, ADULT, &silent), Outcome::NotMet);
    }

    #[test]
    fn who_is_eighteen_today_may_act_and_who_is_tomorrow_may_not() {
        let silent = Records::unavailable();
        let of_age = by_a_parent(number_of("519999200807150010").as_str(), "elderly");
        assert_eq!(outcome(&of_age, ADULT, &silent), Outcome::Review);
        let not_yet = by_a_parent(number_of("519999200807160010").as_str(), "elderly");
        assert_eq!(outcome(&not_yet, ADULT, &silent), Outcome::NotMet);
    }

    #[test]
    fn a_relative_of_that_name_in_another_relation_is_looked_at() {
        let spouse = Relative { name: "示例母".into(), relation: Relation::Spouse, in_chengdu: false };
        let other_parent = Relative { name: "示例父".into(), relation: Relation::Parent, in_chengdu: false };
        let relatives = vec![spouse, other_parent];
        let household = Household { address: "示例省示例市示例街1号".into(), relatives };
        let household = Lookup::Found { as_of: TODAY, source: "示例平台".into(), value: Some(household) };
        let records = Records { household, ..Records::unavailable() };
        assert_eq!(outcome(&by_a_parent(ADULT, "under_sixteen"), CHILD, &records), Outcome::Review);
    }

    #[test]
    fn whoever_signed_in_to_act_for_a_child_is_the_one_whom_the_form_names() {
        let mother = Agent {
            name: "示例母".into(),
            identity_number: number_of(ADULT),
            phone: "13800138000".parse().ok(),
            relation: Relation::Parent,
            reason: AgentReason::UnderSixteen,
        };
        let child = Person { agent: Some(mother.clone()), ..person(CHILD) };
        let outcome = |draft: &Draft| {
            let (rules, records) = (RuleSet::current(), &Records::unavailable());
            Outcome::worst(&findings(draft, Situation { rules, person: &child, records, today: TODAY }))
        };
        let filled = draft(&answers(&mother).collect::<Vec<_>>());
        assert_eq!(filled.answer(Field::AgentPhone), "13800138000");
        assert_eq!(outcome(&filled), Outcome::Review);
        let mut another_phone = filled.clone();
        another_phone.answers.insert(Field::AgentPhone, "13900139000".into());
        assert_eq!(outcome(&another_phone), Outcome::Review);
        for (field, other) in [
            (Field::AppliedBy, "applicant"),
            (Field::AgentName, "示例父"),
            (Field::AgentIdentityNumber, "519999198506151230"),
            (Field::AgentRelation, "grandparent"),
            (Field::AgentReason, "other"),
        ] {
            let mut changed = filled.clone();
            changed.answers.insert(field, other.into());
            assert_eq!(outcome(&changed), Outcome::NotMet, "{field:?}");
        }
    }

    #[test]
    fn an_adult_is_not_acted_for_as_a_child() {
        let other = number_of("519999198506151230");
        let draft = by_a_parent(other.as_str(), "under_sixteen");
        assert_eq!(outcome(&draft, ADULT, &Records::unavailable()), Outcome::NotMet);
    }
}
