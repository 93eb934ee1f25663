//! What is being filled in, and where its pages are.

use rules::{field::Subject, service::Service, steps::Step};

/// What is being filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A new application.
    New(Service),
    /// What the station wants corrected in an application that was submitted (补正).
    Correction {
        /// The case number.
        number: String,
    },
}

impl Target {
    /// Under which name it is kept on the phone.
    pub fn key(&self) -> String {
        match self {
            Self::New(service) => format!("new/{service}"),
            Self::Correction { number } => format!("correction/{number}"),
        }
    }

    /// The address of its overview.
    pub fn address(&self) -> String {
        match self {
            Self::New(service) => format!("/apply/{service}"),
            Self::Correction { number } => format!("/applications/{number}/correct"),
        }
    }

    /// The address of one of its steps.
    pub fn step_address(&self, step: Step) -> String {
        format!("{}/{step}", self.address())
    }

    /// The address of the step on which a subject is answered, coming back to the review afterwards.
    pub fn change_address(&self, subject: Subject) -> Option<String> {
        let step = rules::steps::step_of(subject)?;
        Some(format!("{}?{RETURN}#{}", self.step_address(step), subject_id(subject)))
    }
}

/// The query by which a step knows that it was opened from the review and goes back there.
const RETURN: &str = "return=review";

/// The identifier of a subject's control on the page.
pub fn subject_id(subject: Subject) -> String {
    match subject {
        Subject::Field(field) => field.id().to_owned(),
        Subject::Item(item) => item.id().to_owned(),
        Subject::Record(catalog) => catalog.id().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use rules::field::Field;

    use super::*;

    #[test]
    fn a_change_leads_to_the_field_on_its_step_and_back() {
        let target = Target::New(Service::FirstIssue);
        let address = target.change_address(Subject::Field(Field::Phone));
        assert_eq!(address.as_deref(), Some("/apply/first_issue/applicant?return=review#phone"));
    }

    #[test]
    fn corrections_of_two_cases_are_kept_apart_from_each_other_and_from_a_new_application() {
        let of = |number: &str| Target::Correction { number: number.into() }.key();
        assert_ne!(of("1"), of("2"));
        assert_ne!(of("1"), Target::New(Service::FirstIssue).key());
    }
}
