//! What the self-check asks, what was answered so far, and what is still missing.

use jiff::civil::Date;
use rules::{
    calendar::{Month, parse_date},
    field::Field,
    self_check::Answers,
    service::Ground,
};

/// A question, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether there is a registration of residence.
    Registered,
    /// Since when.
    RegisteredOn,
    /// On which ground.
    Ground,
    /// Whether employees' insurance is paid.
    Insured,
    /// The first month of the unbroken payment.
    InsuredFrom,
    /// The last month paid.
    InsuredTo,
    /// The proof of employment.
    Proof,
    /// The kind of dwelling.
    Address,
}

/// The answer to a question that can only be affirmed or denied.
pub const YES: &str = "yes";
/// Its opposite.
pub const NO: &str = "no";

impl Question {
    /// Every question.
    pub const ALL: [Self; 8] = [
        Self::Registered,
        Self::RegisteredOn,
        Self::Ground,
        Self::Insured,
        Self::InsuredFrom,
        Self::InsuredTo,
        Self::Proof,
        Self::Address,
    ];

    /// The identifier of its control.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::RegisteredOn => "registered-on",
            Self::Ground => "ground",
            Self::Insured => "insured",
            Self::InsuredFrom => "insured-from",
            Self::InsuredTo => "insured-to",
            Self::Proof => "proof",
            Self::Address => "address",
        }
    }
}

/// Why an answer can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There is none.
    Missing,
    /// It is not a day up to today.
    NotAPastDay,
    /// The last month is before the first.
    BeforeTheFirst,
}

/// The answers as typed and chosen. They name nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said([String; 8]);

impl Said {
    /// The answer to a question; empty where there is none.
    pub fn get(&self, question: Question) -> &str {
        &self.0[question as usize]
    }

    /// Answers a question.
    pub fn set(&mut self, question: Question, answer: String) {
        self.0[question as usize] = answer;
    }

    /// The answers as a text, for this tab to remember.
    pub fn to_text(&self) -> String {
        self.0.join("\n")
    }

    /// The answers of such a text; none where it is no such text.
    pub fn of_text(text: &str) -> Self {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        lines.try_into().map(Self).unwrap_or_default()
    }

    /// What the form of a first issue asks too, and begins with.
    pub fn adoptable(&self) -> Vec<(Field, &str)> {
        let asked = |question: Question| if self.asks(question) { self.get(question) } else { "" };
        let all = [(Field::Ground, asked(Question::Ground)), (Field::EmploymentProof, asked(Question::Proof))];
        all.into_iter().filter(|(_, answer)| !answer.is_empty()).collect()
    }

    /// Whether a question is asked, given the answers so far.
    pub fn asks(&self, question: Question) -> bool {
        let ground = self.ground();
        match question {
            Question::Registered | Question::Ground => true,
            Question::RegisteredOn => self.get(Question::Registered) == YES,
            Question::Insured | Question::Proof => ground == Some(Ground::Employment),
            Question::InsuredFrom | Question::InsuredTo => {
                ground == Some(Ground::Employment) && self.get(Question::Insured) == YES
            }
            Question::Address => ground == Some(Ground::Dwelling),
        }
    }

    /// The questions that are asked, in the order of the page.
    pub fn asked(&self) -> Vec<Question> {
        Question::ALL.into_iter().filter(|question| self.asks(*question)).collect()
    }

    /// What can't be used yet, in the order of the page.
    pub fn wrong(&self, today: Date) -> Vec<(Question, Wrong)> {
        self.asked()
            .into_iter()
            .filter_map(|question| self.judge(question, today).map(|wrong| (question, wrong)))
            .collect()
    }

    fn judge(&self, question: Question, today: Date) -> Option<Wrong> {
        let answer = self.get(question);
        if answer.is_empty() {
            return Some(Wrong::Missing);
        }
        match question {
            Question::RegisteredOn if parse_date(answer).is_none_or(|date| date > today) => Some(Wrong::NotAPastDay),
            Question::InsuredTo => {
                let backwards =
                    self.month(Question::InsuredFrom).zip(self.month(question)).is_some_and(|(from, to)| to < from);
                backwards.then_some(Wrong::BeforeTheFirst)
            }
            _ => None,
        }
    }

    /// The answers as the rules take them.
    pub fn answers(&self) -> Answers {
        let asked = |question| self.asks(question).then(|| self.get(question));
        Answers {
            registered_on: asked(Question::RegisteredOn).and_then(parse_date),
            ground: self.ground(),
            proof: asked(Question::Proof).and_then(|answer| answer.parse().ok()),
            insured_from: asked(Question::InsuredFrom).and_then(|answer| answer.parse().ok()),
            insured_to: asked(Question::InsuredTo).and_then(|answer| answer.parse().ok()),
            address: asked(Question::Address).and_then(|answer| answer.parse().ok()),
        }
    }

    fn ground(&self) -> Option<Ground> {
        self.get(Question::Ground).parse().ok()
    }

    fn month(&self, question: Question) -> Option<Month> {
        self.get(question).parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::{RuleSet, self_check::check, verdict::Outcome};

    use super::*;

    fn said(answers: &[(Question, &str)]) -> Said {
        let mut said = Said::default();
        for (question, answer) in answers {
            said.set(*question, (*answer).to_owned());
        }
        said
    }

    fn employed() -> Said {
        said(&[
            (Question::Registered, YES),
            (Question::RegisteredOn, "2026-01-15"),
            (Question::Ground, "employment"),
            (Question::Insured, YES),
            (Question::InsuredFrom, "2025-12"),
            (Question::InsuredTo, "2026-06"),
            (Question::Proof, "labour_contract"),
        ])
    }

    #[test]
    fn the_answers_reach_the_rules() {
        assert!(employed().wrong(date(2026, 7, 15)).is_empty());
        assert_eq!(check(RuleSet::current(), &employed().answers(), date(2026, 7, 15)).outcome, Outcome::Met);
        assert_eq!(
            check(RuleSet::current(), &employed().answers(), date(2026, 7, 14)).holds_from(),
            Some(date(2026, 7, 15))
        );
    }

    #[test]
    fn what_is_not_asked_is_neither_missing_nor_counted() {
        let mut said = employed();
        said.set(Question::Ground, "dwelling".to_owned());
        assert_eq!(said.wrong(date(2026, 7, 15)), [(Question::Address, Wrong::Missing)]);
        assert_eq!(said.answers().insured_from, None);
        said.set(Question::Registered, NO.to_owned());
        assert_eq!(said.answers().registered_on, None);
    }

    #[test]
    fn a_registration_in_the_future_and_months_in_reverse_are_wrong() {
        let mut said = employed();
        said.set(Question::InsuredTo, "2025-11".to_owned());
        said.set(Question::RegisteredOn, "2026-07-16".to_owned());
        assert_eq!(
            said.wrong(date(2026, 7, 15)),
            [(Question::RegisteredOn, Wrong::NotAPastDay), (Question::InsuredTo, Wrong::BeforeTheFirst)]
        );
    }

    #[test]
    fn nothing_answered_asks_for_registration_and_ground_first() {
        let missing = Said::default().wrong(date(2026, 7, 15));
        assert_eq!(missing, [(Question::Registered, Wrong::Missing), (Question::Ground, Wrong::Missing)]);
    }

    #[test]
    fn answers_come_back_from_the_text_that_the_tab_keeps() {
        let mut said = Said::default();
        said.set(Question::Ground, Ground::Employment.id().into());
        said.set(Question::Proof, "labour_contract".into());
        assert_eq!(Said::of_text(&said.to_text()), said);
        assert_eq!(Said::of_text("something\nelse"), Said::default());
        assert_eq!(said.adoptable(), [(Field::Ground, "employment"), (Field::EmploymentProof, "labour_contract")]);
        // What was answered before another ground was chosen is not asked any more.
        said.set(Question::Ground, Ground::Schooling.id().into());
        assert_eq!(said.adoptable(), [(Field::Ground, "schooling")]);
    }
}
