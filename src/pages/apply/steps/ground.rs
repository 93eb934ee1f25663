//! On which ground the applicant applies, and what proves it.

use leptos::prelude::*;
use rules::{
    field::Field,
    service::{EmploymentProof, Ground, Relation, Service, TalentProof},
    verdict::Outcome,
};

use super::{
    super::{
        answer::{CardsAnswer, LineAnswer, TextAnswer},
        outlook::Outlook,
        words::{said, term_label, terms},
    },
    employer::EmployerByCode,
};
use crate::{
    components::choice::Choice,
    locales::{t, text},
    pages::one_by_one::InTurn,
    wizard::Wizard,
};

/// The ground, the employer, and the statement.
#[component]
pub fn GroundStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let first = wizard.service() == Service::FirstIssue;
    let likely = wizard.likely_ground();
    let grounds = Ground::ALL
        .iter()
        .map(|ground| Choice::new(ground.id(), term_label(*ground)).detail(means(*ground, likely == Some(*ground))));
    let proofs =
        EmploymentProof::ALL.iter().map(|proof| Choice::new(proof.id(), term_label(*proof)).detail(is(*proof)));
    let direct: Vec<_> = Relation::ALL.iter().copied().filter(|relation| relation.is_direct()).collect();
    let direct = terms(&direct, Relation::id);
    let gap = Memo::new(move |_| wizard.has_a_gap());
    let ground = wizard.answer(Field::Ground);
    let situation = wizard.situation();
    // The ground is chosen here, so this is where one should hear that it does not hold.
    let unmet = Memo::new(move |_| {
        ground.with(|ground| !ground.is_empty()) && situation.with(|verdict| verdict.outcome == Outcome::NotMet)
    });
    view! {
        <CardsAnswer
            wizard
            field=Field::Ground
            choices=Signal::stored(grounds.collect::<Vec<_>>())
            hint=said(t!(apply.ground.hint))
        />
        <InTurn of=Field::Ground.id()>
            <Show when=move || unmet.get()>
                <Outlook service=wizard.service() verdict=situation/>
            </Show>
        </InTurn>
        <CardsAnswer
            wizard
            field=Field::EmploymentProof
            choices=Signal::stored(proofs.collect::<Vec<_>>())
            hint=said(move || {
                if first { text!(apply.ground.proof) } else { text!(apply.ground.talent_proof) }
            })
        />
        <LineAnswer
            wizard
            field=Field::Employer
            hint=said(t!(apply.ground.employer))
            autocomplete="organization"
        />
        <LineAnswer
            wizard
            field=Field::EmployerCode
            hint=said(t!(apply.ground.employer_code))
            autocapitalize="characters"
            required=false
        />
        <InTurn of=Field::EmployerCode.id()>
            <EmployerByCode wizard/>
        </InTurn>
        <LineAnswer
            wizard
            field=Field::School
            hint=said(t!(apply.ground.school))
        />
        <CardsAnswer
            wizard
            field=Field::TalentProof
            choices=Signal::stored(terms(TalentProof::ALL, TalentProof::id))
            hint=said(t!(apply.ground.talent_proof))
        />
        <LineAnswer
            wizard
            field=Field::RelativeName
            hint=said(t!(apply.ground.relative_name))
        />
        <CardsAnswer
            wizard
            field=Field::RelativeRelation
            choices=Signal::stored(direct)
            hint=said(t!(apply.ground.relative_relation))
        />
        <TextAnswer
            wizard
            field=Field::Statement
            required=gap
            hint=said(move || {
                if gap.get() { text!(apply.ground.statement_required) } else { text!(apply.ground.statement) }
            })
        />
    }
    .into_any()
}

fn means(ground: Ground, likely: bool) -> Signal<String> {
    Signal::derive(move || {
        let words = match ground {
            Ground::Employment => text!(apply.ground.employment),
            Ground::Dwelling => text!(apply.ground.dwelling),
            Ground::Schooling => text!(apply.ground.schooling),
            Ground::Talent => text!(apply.ground.talent),
            Ground::Relative => text!(apply.ground.relative),
        };
        if likely { format!("{words} · {}", text!(apply.ground.likely)) } else { words }
    })
}

fn is(proof: EmploymentProof) -> Signal<String> {
    Signal::derive(move || match proof {
        EmploymentProof::LabourContract => text!(apply.ground.labour_contract),
        EmploymentProof::BusinessLicence => text!(apply.ground.business_licence),
        EmploymentProof::PublicAppointment => text!(apply.ground.public_appointment),
        EmploymentProof::FlexibleCertificate => text!(apply.ground.flexible_certificate),
    })
}
