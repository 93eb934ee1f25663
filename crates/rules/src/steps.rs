//! The steps of the form as one table: what each asks, what must hold to enter it. Completion is derived from the
//! answers, never stored.

use crate::{
    agent,
    change::{Detail, Details, changes},
    draft::Draft,
    field::{Field, Subject},
    materials,
    records::Records,
    rule_set::RuleSet,
    service::{DeliveryMethod, EmploymentProof, Ground, Service},
    term::{Locale, Term, terms},
    verdict::{Outcome, Verdict},
};

terms! {
    /// A step of the form; its identifier stands in the address `/apply/:service/:step`.
    Step, "step" {
        /// What the service is about: which details change, which card is lost.
        Permit = "permit", "居住证", "permit";
        /// How the applicant is reached.
        Applicant = "applicant", "联系方式", "contact";
        /// Where the applicant lives.
        Residence = "residence", "居住地址", "residence";
        /// On which ground.
        Ground = "ground", "申领条件", "ground";
        /// Pictures of documents.
        Pictures = "pictures", "拍材料", "photograph documents";
        /// How the permit arrives.
        Delivery = "delivery", "领取方式", "delivery";
        /// Check answers, declare, submit.
        Review = "review", "核对并提交", "check and submit";
    }
}

impl Step {
    /// What the step is called in an application for `service`: by what it asks there.
    pub fn title(self, service: Service, locale: Locale) -> &'static str {
        match (self, service) {
            (Self::Permit, Service::Reissue) => Field::LossDeclaration.term(locale),
            (Self::Permit, Service::ChangeOfDetails) => Field::Details.term(locale),
            (Self::Ground, Service::ChangeOfDetails) => Detail::Employment.term(locale),
            _ => self.term(locale),
        }
    }
}

/// A row of the table.
struct Row {
    step: Step,
    fields: &'static [Field],
    /// Steps that must be complete before this one opens.
    needs: &'static [Step],
}

/// Every step of every service: which of them a service has follows from the fields it asks for ([`of`]). Pictures
/// depend on what was answered about permit, dwelling and ground; the rest may be done in any order.
const TABLE: &[Row] = &[
    Row { step: Step::Permit, fields: &[Field::Details, Field::LostOn, Field::LossDeclaration], needs: &[] },
    Row {
        step: Step::Applicant,
        fields: &[
            Field::Phone,
            Field::HouseholdAddress,
            Field::AppliedBy,
            Field::AgentName,
            Field::AgentIdentityNumber,
            Field::AgentPhone,
            Field::AgentRelation,
            Field::AgentReason,
        ],
        needs: &[],
    },
    Row { step: Step::Residence, fields: &[Field::StreetCode, Field::Address, Field::AddressKind], needs: &[] },
    Row {
        step: Step::Ground,
        fields: &[
            Field::Ground,
            Field::EmploymentProof,
            Field::Employer,
            Field::EmployerCode,
            Field::School,
            Field::TalentProof,
            Field::RelativeName,
            Field::RelativeRelation,
            Field::Statement,
        ],
        needs: &[],
    },
    Row { step: Step::Pictures, fields: &[], needs: &[Step::Permit, Step::Residence, Step::Ground] },
    Row {
        step: Step::Delivery,
        fields: &[
            Field::Delivery,
            Field::PickUpStation,
            Field::RecipientName,
            Field::RecipientPhone,
            Field::RecipientAddress,
            Field::PostConsent,
        ],
        needs: &[],
    },
    Row {
        step: Step::Review,
        fields: &[Field::Declaration],
        needs: &[Step::Permit, Step::Applicant, Step::Residence, Step::Ground, Step::Pictures, Step::Delivery],
    },
];

fn row(step: Step) -> &'static Row {
    &TABLE[step as usize]
}

/// Whether an application of this service ends with a card that has to reach its holder.
pub fn makes_a_card(rules: &RuleSet, draft: &Draft) -> bool {
    match draft.service {
        Service::FirstIssue | Service::Reissue | Service::Exchange => true,
        Service::ChangeOfDetails => details(draft).makes_new_card(rules),
        Service::Endorsement | Service::ResidenceRegistration => false,
    }
}

fn details(draft: &Draft) -> Details {
    draft.choice(Field::Details).unwrap_or_default()
}

/// Whether the form asks for a field, given what was answered so far. Answers that are no longer asked for stay in the
/// draft, so that changing back loses nothing, and are left out of the submission.
pub fn asks(rules: &RuleSet, draft: &Draft, field: Field) -> bool {
    let service = draft.service;
    let is_first_issue = service == Service::FirstIssue;
    let ground = || draft.choice(Field::Ground).filter(|_| is_first_issue);
    let delivery = || draft.choice(Field::Delivery).filter(|_| makes_a_card(rules, draft));
    let changes = || changes(draft, field);
    match field {
        // The street decides which station the case goes to.
        Field::Phone | Field::AppliedBy | Field::StreetCode | Field::Declaration => true,
        Field::AgentName
        | Field::AgentIdentityNumber
        | Field::AgentPhone
        | Field::AgentRelation
        | Field::AgentReason => agent::acts(draft),
        Field::HouseholdAddress => is_first_issue || changes(),
        Field::Details => service == Service::ChangeOfDetails,
        Field::LostOn | Field::LossDeclaration => service == Service::Reissue,
        Field::Address | Field::AddressKind => {
            matches!(service, Service::FirstIssue | Service::Endorsement | Service::ResidenceRegistration) || changes()
        }
        Field::Ground | Field::Statement => is_first_issue,
        Field::EmploymentProof => ground() == Some(Ground::Employment) || changes(),
        Field::Employer | Field::EmployerCode => {
            (ground() == Some(Ground::Employment) || changes())
                && draft.choice(Field::EmploymentProof) != Some(EmploymentProof::FlexibleCertificate)
        }
        Field::School => ground() == Some(Ground::Schooling),
        Field::TalentProof => ground() == Some(Ground::Talent),
        Field::RelativeName | Field::RelativeRelation => ground() == Some(Ground::Relative),
        Field::Delivery => makes_a_card(rules, draft),
        Field::PickUpStation => delivery() == Some(DeliveryMethod::PickUp),
        Field::RecipientName | Field::RecipientPhone | Field::RecipientAddress | Field::PostConsent => {
            delivery() == Some(DeliveryMethod::Post)
        }
    }
}

/// The steps of this draft, in order: those that ask for something now, the pictures, and the review.
pub fn of(rules: &RuleSet, draft: &Draft, records: &Records) -> Vec<Step> {
    let has = |step: &Step| match step {
        Step::Pictures => !materials::are_decided(draft) || !materials::items(draft, records).is_empty(),
        _ => fields(rules, draft, *step).next().is_some(),
    };
    Step::ALL.iter().copied().filter(has).collect()
}

/// The fields a step asks for now.
pub fn fields(rules: &RuleSet, draft: &Draft, step: Step) -> impl Iterator<Item = Field> {
    row(step).fields.iter().copied().filter(|field| asks(rules, draft, *field))
}

/// The step on which a subject is answered; `None` for records, which no step asks for.
pub fn step_of(subject: Subject) -> Option<Step> {
    match subject {
        Subject::Field(field) => TABLE.iter().find(|row| row.fields.contains(&field)).map(|row| row.step),
        Subject::Item(_) => Some(Step::Pictures),
        Subject::Record(_) => None,
    }
}

/// Whether nothing that the step asks for is missing or wrong in form, by the verdict on the whole draft. Which
/// pictures are asked for is known only once the steps before are complete.
pub fn is_complete(verdict: &Verdict, step: Step) -> bool {
    let pictures_known = step != Step::Pictures || can_visit(verdict, step);
    pictures_known
        && !verdict.findings.iter().any(|finding| {
            finding.outcome() == Outcome::NotMet
                && finding.reason.is_about_the_form()
                && step_of(finding.about) == Some(step)
        })
}

/// Whether the step can be entered: all that it needs is complete.
pub fn can_visit(verdict: &Verdict, step: Step) -> bool {
    row(step).needs.iter().all(|need| is_complete(verdict, *need))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_step_in_order_and_every_field_once() {
        assert!(TABLE.iter().map(|row| row.step).eq(Step::ALL.iter().copied()));
        for field in Field::ALL {
            assert_eq!(TABLE.iter().filter(|row| row.fields.contains(field)).count(), 1, "{field}");
        }
    }

    #[test]
    fn no_step_needs_a_later_one() {
        for row in TABLE {
            assert!(row.needs.iter().all(|need| *need < row.step));
        }
    }

    fn draft(service: Service, answers: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::new(service);
        draft.answers = answers.iter().map(|(field, answer)| (*field, (*answer).to_owned())).collect();
        draft
    }

    fn steps(service: Service, answers: &[(Field, &str)]) -> Vec<Step> {
        of(RuleSet::current(), &draft(service, answers), &Records::unavailable())
    }

    #[test]
    fn each_service_has_the_steps_that_it_asks_something_on() {
        use Step::{Applicant, Delivery, Permit, Pictures, Residence, Review};
        let all_but_permit = [Applicant, Residence, Step::Ground, Pictures, Delivery, Review];
        assert_eq!(steps(Service::FirstIssue, &[]), all_but_permit);
        assert_eq!(steps(Service::Endorsement, &[]), [Applicant, Residence, Pictures, Review]);
        assert_eq!(steps(Service::ResidenceRegistration, &[]), [Applicant, Residence, Pictures, Review]);
        assert_eq!(steps(Service::Reissue, &[]), [Permit, Applicant, Residence, Pictures, Delivery, Review]);
        assert_eq!(steps(Service::Exchange, &[]), [Applicant, Residence, Pictures, Delivery, Review]);
        assert_eq!(steps(Service::ChangeOfDetails, &[]), [Permit, Applicant, Residence, Pictures, Review]);
    }

    #[test]
    fn a_change_has_the_steps_of_what_is_changed() {
        use Step::{Applicant, Delivery, Permit, Pictures, Residence, Review};
        let of = |details| steps(Service::ChangeOfDetails, &[(Field::Details, details)]);
        assert_eq!(of("phone"), [Permit, Applicant, Residence, Pictures, Review]);
        assert_eq!(of("residence_address"), [Permit, Applicant, Residence, Pictures, Delivery, Review]);
        assert_eq!(of("employment"), [Permit, Applicant, Residence, Step::Ground, Pictures, Review]);
    }

    #[test]
    fn a_step_is_called_by_what_the_service_asks_there() {
        let title = |step: Step, service| step.title(service, Locale::ZhCn);
        assert_eq!(title(Step::Permit, Service::Reissue), "遗失声明");
        assert_eq!(title(Step::Permit, Service::ChangeOfDetails), "变更事项");
        assert_eq!(title(Step::Ground, Service::ChangeOfDetails), "工作单位");
        assert_eq!(title(Step::Ground, Service::FirstIssue), "申领条件");
    }

    #[test]
    fn a_ground_asks_for_its_own_facts_alone() {
        let asked = |ground| {
            let draft = draft(Service::FirstIssue, &[(Field::Ground, ground)]);
            fields(RuleSet::current(), &draft, Step::Ground).collect::<Vec<_>>()
        };
        let employment =
            [Field::Ground, Field::EmploymentProof, Field::Employer, Field::EmployerCode, Field::Statement];
        assert_eq!(asked("employment"), employment);
        assert_eq!(asked("dwelling"), [Field::Ground, Field::Statement]);
        assert_eq!(asked("schooling"), [Field::Ground, Field::School, Field::Statement]);
        assert_eq!(asked("talent"), [Field::Ground, Field::TalentProof, Field::Statement]);
        assert_eq!(asked("relative"), [Field::Ground, Field::RelativeName, Field::RelativeRelation, Field::Statement]);
    }

    #[test]
    fn a_change_of_employer_asks_what_employment_as_a_ground_asks() {
        let changed = [(Field::Details, "employment")];
        let asked = |answers: &[(Field, &str)]| {
            fields(RuleSet::current(), &draft(Service::ChangeOfDetails, answers), Step::Ground).collect::<Vec<_>>()
        };
        assert_eq!(asked(&changed), [Field::EmploymentProof, Field::Employer, Field::EmployerCode]);
        assert_eq!(asked(&[]), []);
        let alone = [changed[0], (Field::EmploymentProof, "flexible_certificate")];
        assert_eq!(asked(&alone), [Field::EmploymentProof]);
    }

    #[test]
    fn the_post_is_asked_for_only_by_those_who_choose_it() {
        let mut draft = Draft::new(crate::service::Service::FirstIssue);
        draft.answers.insert(Field::Delivery, "pick_up".into());
        assert!(
            asks(RuleSet::current(), &draft, Field::PickUpStation)
                && !asks(RuleSet::current(), &draft, Field::RecipientAddress)
        );
        draft.answers.insert(Field::Delivery, "post".into());
        assert!(
            !asks(RuleSet::current(), &draft, Field::PickUpStation)
                && asks(RuleSet::current(), &draft, Field::RecipientAddress)
        );
    }
}
