//! The steps of the form as one table: what each asks, what must hold to enter it. Completion is derived from the
//! answers, never stored.

use crate::{
    draft::Draft,
    field::{Field, Item, Subject},
    materials,
    records::Records,
    service::{DeliveryMethod, EmploymentProof, Ground},
    term::terms,
    verdict::{Outcome, Verdict},
};

terms! {
    /// A step of the form; its identifier stands in the address `/apply/:service/:step`.
    Step, "step" {
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

/// A row of the table.
struct Row {
    step: Step,
    fields: &'static [Field],
    /// Steps that must be complete before this one opens.
    needs: &'static [Step],
}

/// The first issue. Pictures depend on what was answered about dwelling and ground; the rest may be done in any order.
const TABLE: &[Row] = &[
    Row { step: Step::Applicant, fields: &[Field::Phone, Field::HouseholdAddress], needs: &[] },
    Row { step: Step::Residence, fields: &[Field::StreetCode, Field::Address, Field::AddressKind], needs: &[] },
    Row {
        step: Step::Ground,
        fields: &[Field::Ground, Field::EmploymentProof, Field::Employer, Field::EmployerCode, Field::Statement],
        needs: &[],
    },
    Row { step: Step::Pictures, fields: &[], needs: &[Step::Residence, Step::Ground] },
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
        needs: &[Step::Applicant, Step::Residence, Step::Ground, Step::Pictures, Step::Delivery],
    },
];

fn row(step: Step) -> &'static Row {
    &TABLE[step as usize]
}

/// Whether the form asks for a field, given what was answered so far. Answers that are no longer asked for stay in the
/// draft, so that changing back loses nothing, and are left out of the submission.
pub fn asks(draft: &Draft, field: Field) -> bool {
    let employed = || draft.choice(Field::Ground) == Some(Ground::Employment);
    let delivery = || draft.choice(Field::Delivery);
    match field {
        Field::EmploymentProof => employed(),
        Field::Employer | Field::EmployerCode => {
            employed() && draft.choice(Field::EmploymentProof) != Some(EmploymentProof::FlexibleCertificate)
        }
        Field::PickUpStation => delivery() == Some(DeliveryMethod::PickUp),
        Field::RecipientName | Field::RecipientPhone | Field::RecipientAddress | Field::PostConsent => {
            delivery() == Some(DeliveryMethod::Post)
        }
        _ => true,
    }
}

/// The fields a step asks for now.
pub fn fields(draft: &Draft, step: Step) -> impl Iterator<Item = Field> {
    row(step).fields.iter().copied().filter(|field| asks(draft, *field))
}

/// The pictures a step asks for now.
pub fn items(draft: &Draft, records: &Records, step: Step) -> Vec<Item> {
    if step == Step::Pictures { materials::items(draft, records) } else { Vec::new() }
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

    #[test]
    fn the_post_is_asked_for_only_by_those_who_choose_it() {
        let mut draft = Draft::new(crate::service::Service::FirstIssue);
        draft.answers.insert(Field::Delivery, "pick_up".into());
        assert!(asks(&draft, Field::PickUpStation) && !asks(&draft, Field::RecipientAddress));
        draft.answers.insert(Field::Delivery, "post".into());
        assert!(!asks(&draft, Field::PickUpStation) && asks(&draft, Field::RecipientAddress));
    }
}
