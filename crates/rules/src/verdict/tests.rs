//! What each reason comes to, where it stands and what mends it, reason by reason.

use jiff::civil::{Date, date};

use super::*;
use crate::{
    calendar::Month,
    identity_number::Rejection,
    materials::Material,
    permit::PermitStatus,
    service::{AddressKind, Relation, Service},
};

const DAY: Date = date(2026, 3, 2);
const LATER: Date = date(2026, 9, 1);

fn month() -> Month {
    Month::of(DAY)
}

fn on_record() -> Reason {
    Reason::PermitOnRecord { issued_on: DAY, status: PermitStatus::InForce }
}

#[test]
fn every_reason_stands_where_the_law_says_it() {
    let (latest, missing) = (month(), month());
    let told = |source, reasons: &[Reason]| {
        for reason in reasons {
            assert_eq!(reason.source(), source, "{reason:?}");
        }
    };
    told(Some(Source::Gb11643), &[Reason::IdentityNumber { rejection: Rejection::Checksum }]);
    told(Some(Source::Gb32100), &[Reason::CreditCodeMalformed]);
    told(Some(Source::PersonalInformationArt31), &[Reason::GuardianNeeded { from: DAY }]);
    told(Some(Source::PersonalInformationArt23), &[Reason::ConsentMissing]);
    told(
        Some(Source::RegulationArt2),
        &[
            Reason::ResidenceHalfYear { since: DAY, eligible_from: LATER },
            Reason::ResidenceTooShort { since: DAY, eligible_from: LATER, days_left: 1 },
            Reason::ResidenceGapBridged { since: DAY, gap_days: 3 },
            Reason::ResidenceNotRegistered,
            Reason::ResidenceEnded { ended_on: DAY },
            Reason::ResidenceStands { since: DAY },
            Reason::RegistrationBegins { since: DAY, full_on: LATER },
            Reason::HouseholdInChengdu,
        ],
    );
    told(
        Some(Source::RegulationArt9),
        &[
            Reason::AgentSignedIn,
            Reason::AgentIsApplicant,
            Reason::AgentTooYoung { from: DAY },
            Reason::AgentReasonDoesNotHold,
            Reason::AgentReasonToBeChecked,
            Reason::AgentToBeChecked { relation: Relation::Parent },
            Reason::IdentityCardExpired { valid_to: DAY },
            Reason::PictureMissing,
            Reason::DeclarationMissing,
        ],
    );
    told(Some(Source::RegulationArt4), &[on_record()]);
    told(Some(Source::SichuanRegistration), &[Reason::AlreadyRegistered { since: DAY }]);
    told(
        Some(Source::RegulationArt10),
        &[
            Reason::EndorsementEarly { open: DAY, due: LATER },
            Reason::EndorsementInWindow { due: LATER, advise_by: DAY },
            Reason::EndorsementLate { suspended_from: DAY, days_lost: 1, next_due: LATER },
        ],
    );
    told(
        Some(Source::RegulationArt11),
        &[Reason::PermitHeld { issued_on: DAY }, Reason::PermitNone, Reason::PermitEnded, Reason::PermitLost],
    );
    told(
        Some(Source::ChengduEmployment),
        &[
            Reason::InsuranceMet { latest, consecutive: 3 },
            Reason::InsuranceLag { latest, consecutive: 3 },
            Reason::InsuranceTooShort { latest, consecutive: 2, missing, earliest: DAY },
            Reason::InsuranceStopped { latest, earliest: DAY },
            Reason::InsuranceNone { earliest: DAY },
            Reason::InsuranceReplacedByAppointment,
        ],
    );
    let kind = AddressKind::FiledLease;
    told(
        Some(Source::ChengduDwelling),
        &[
            Reason::DwellingMet { kind },
            Reason::DwellingNotAGround { kind },
            Reason::DwellingNotInRecords { kind },
            Reason::AddressDiffers,
            Reason::AddressPartsDiffer { with: Catalog::Dwelling, parts: Vec::new() },
        ],
    );
    told(
        Some(Source::ChengduSchooling),
        &[Reason::SchoolingMet { since: DAY }, Reason::SchoolingEnded, Reason::SchoolingNotInRecords],
    );
    told(Some(Source::ChengduTalent), &[Reason::TalentToBeChecked]);
    let relation = Relation::Parent;
    told(
        Some(Source::ChengduRelative),
        &[Reason::RelativeMet { relation }, Reason::RelativeNotDirect { relation }, Reason::RelativeNotInRecords],
    );
    told(Some(Source::OnlineServicesArt7), &[Reason::RecordUnavailable, Reason::RecordDisputed]);
    told(
        None,
        &[Reason::Missing, Reason::Unchanged, Reason::NotAChoice, Reason::NotADate, Reason::TooManyPages { max: 3 }],
    );
}

#[test]
fn what_only_a_person_can_tell_goes_to_review_and_everything_else_unmet_stands_in_the_way() {
    let (latest, relation, kind) = (month(), Relation::Parent, AddressKind::Dormitory);
    for (outcome, reasons) in [
        (
            Outcome::Met,
            vec![
                Reason::ResidenceHalfYear { since: DAY, eligible_from: LATER },
                Reason::ResidenceStands { since: DAY },
                Reason::RegistrationBegins { since: DAY, full_on: LATER },
                Reason::InsuranceMet { latest, consecutive: 3 },
                Reason::DwellingMet { kind },
                Reason::SchoolingMet { since: DAY },
                Reason::RelativeMet { relation },
                on_record(),
                Reason::EndorsementInWindow { due: LATER, advise_by: DAY },
                Reason::EndorsementLate { suspended_from: DAY, days_lost: 1, next_due: LATER },
            ],
        ),
        (
            Outcome::Review,
            vec![
                Reason::SchoolingNotInRecords,
                Reason::TalentToBeChecked,
                Reason::RelativeNotInRecords,
                Reason::AgentReasonToBeChecked,
                Reason::AgentToBeChecked { relation },
                Reason::ResidenceGapBridged { since: DAY, gap_days: 3 },
                Reason::InsuranceLag { latest, consecutive: 3 },
                Reason::InsuranceReplacedByAppointment,
                Reason::DwellingNotInRecords { kind },
                Reason::RecordUnavailable,
                Reason::RecordDisputed,
                Reason::AddressDiffers,
                Reason::AddressPartsDiffer { with: Catalog::Dwelling, parts: Vec::new() },
            ],
        ),
        (
            Outcome::NotMet,
            vec![
                Reason::Missing,
                Reason::Unchanged,
                Reason::AlreadyRegistered { since: DAY },
                Reason::ResidenceNotRegistered,
                Reason::SchoolingEnded,
                Reason::PermitNone,
            ],
        ),
    ] {
        for reason in reasons {
            assert_eq!(reason.outcome(), outcome, "{reason:?}");
        }
    }
}

#[test]
fn a_verdict_holds_from_the_latest_day_that_waiting_reaches_and_never_where_waiting_does_not_help() {
    let waits = |from| Finding::field(Field::AgentIdentityNumber, Reason::AgentTooYoung { from });
    let reviewed = Finding::record(Catalog::Dwelling, Reason::RecordUnavailable);
    let verdict = |findings: &[Finding]| Verdict::of(Basis::default(), findings.to_vec());
    assert_eq!(verdict(&[waits(DAY), waits(LATER), reviewed.clone()]).holds_from(), Some(LATER));
    assert_eq!(verdict(&[waits(DAY), Finding::record(Catalog::Permit, Reason::PermitNone)]).holds_from(), None);
    assert_eq!(verdict(&[reviewed]).holds_from(), None);
    for reason in [
        Reason::GuardianNeeded { from: DAY },
        Reason::EndorsementEarly { open: DAY, due: LATER },
        Reason::ResidenceTooShort { since: date(2025, 9, 2), eligible_from: DAY, days_left: 1 },
        Reason::InsuranceTooShort { latest: month(), consecutive: 1, missing: month(), earliest: DAY },
        Reason::InsuranceStopped { latest: month(), earliest: DAY },
        Reason::InsuranceNone { earliest: DAY },
    ] {
        assert_eq!(reason.holds_from(), Some(DAY), "{reason:?}");
    }
}

#[test]
fn what_would_change_it_is_a_document_that_proves_just_that() {
    use Material::*;
    let dwelling = |kind| Reason::DwellingNotAGround { kind };
    for (reason, documents) in [
        (Reason::InsuranceStopped { latest: month(), earliest: DAY }, &[PublicAppointment][..]),
        (dwelling(AddressKind::UnfiledLease), &[LeaseFiling]),
        (dwelling(AddressKind::LodgingStatement), &[LeaseFiling, PropertyCertificate]),
        (Reason::SchoolingEnded, &[StudentCard, EnrolmentCertificate]),
        (Reason::SchoolingNotInRecords, &[StudentCard, EnrolmentCertificate]),
        (Reason::TalentToBeChecked, &[Degree, ProfessionalTitle]),
        (Reason::RelativeNotInRecords, &[RelativesHousehold]),
        (Reason::IdentityCardExpired { valid_to: DAY }, &[IdentityCard]),
        (Reason::ResidenceNotRegistered, &[]),
    ] {
        assert_eq!(reason.mended_by(), documents, "{reason:?}");
    }
}

#[test]
fn a_verdict_is_opened_by_what_is_unmet_and_cut_by_what_it_is_about() {
    let met = Finding::record(Catalog::Registration, Reason::ResidenceStands { since: DAY });
    let open = Finding::record(Catalog::Dwelling, Reason::RecordDisputed);
    let verdict = Verdict::of(Basis::default(), vec![met.clone(), open.clone()]);
    assert_eq!(verdict.open().collect::<Vec<_>>(), [&open]);
    let part = verdict.part(|finding| finding.about == met.about);
    assert_eq!((part.outcome, part.findings), (Outcome::Met, vec![met]));
    assert!(Reason::Missing.is_about_the_form() && !Reason::PermitNone.is_about_the_form());
}

#[test]
fn a_digest_is_the_hexadecimal_sha_256() {
    // FIPS 180-2, appendix B.1.
    assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn whoever_is_turned_away_is_led_to_the_service_that_helps() {
    for (reason, service) in [
        (Reason::PermitLost, Some(Service::Reissue)),
        (Reason::PermitNone, Some(Service::FirstIssue)),
        (Reason::PermitEnded, Some(Service::FirstIssue)),
        (Reason::ResidenceNotRegistered, Some(Service::ResidenceRegistration)),
        (Reason::ResidenceEnded { ended_on: DAY }, Some(Service::ResidenceRegistration)),
        (Reason::ResidenceTooShort { since: DAY, eligible_from: LATER, days_left: 3 }, None),
        (Reason::RecordUnavailable, None),
    ] {
        assert_eq!(reason.helped_by(), service, "{reason:?}");
    }
}
