//! The receipt of a submission (回执): made as a file for its owner, and verified for whoever was shown it.

use receipt::Receipt;
use rules::{
    case_number::CaseNumber, field::Field, person_name::masked, service::DeliveryMethod, station,
    verification_code::VerificationCode,
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    receipt::{VerifiedReceipt, VerifyReceipt},
};

use super::{texts::station_name, workers::on_a_worker};
use crate::{
    App,
    clock::local,
    problem::Refusal,
    store::{application, person},
};

/// The page of the app that verifies receipts.
const VERIFY_PAGE: &str = "verify";

/// A code that nobody can guess: the randomness of an identifier is that of the operating system, and its lowest 62 bits
/// are nothing else.
pub fn new_code() -> VerificationCode {
    VerificationCode::new(Uuid::new_v4().as_u64_pair().1)
}

/// The receipt of a person's application, as a PDF.
///
/// # Errors
/// [`ErrorCode::NotFound`], also for somebody else's; [`ErrorCode::ReceiptUnavailable`] where the font is missing.
pub async fn pdf(app: &App, who: Uuid, number: &str) -> Result<Vec<u8>, Refusal> {
    let db = app.store().connection();
    let kept = application::of_person(db, who, number).await?.ok_or(ErrorCode::NotFound)?;
    let person = person::find(db, who).await?.ok_or(Refusal::Broken("an application of nobody"))?;
    let receipt = Receipt {
        code: kept.verification_code,
        service: kept.service,
        applicant_masked: masked(&person.name),
        station: station::by_id(&kept.station_id).map_or_else(|| kept.station_id.clone(), station::Station::full_name),
        submitted_at: kept.submitted_on.to_datetime(local(kept.submitted_at).time()),
        rules: kept.rules(),
        delivery: kept.draft.choice::<DeliveryMethod>(Field::Delivery),
        verify_at: format!("{}/{VERIFY_PAGE}", app.origin()),
        demonstration: app.config().demonstration,
        number: kept.number,
    };
    let maker = app.clone();
    on_a_worker(app, move || Ok(maker.receipts()?.print(&receipt)?)).await
}

/// What a genuine receipt says. What is typed is read as generously as it is unambiguous; the same is answered where the
/// number is unknown and where the code is another one, after the same look into the database.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub async fn verify(app: &App, typed: &VerifyReceipt) -> Result<VerifiedReceipt, Refusal> {
    let db = app.store().connection();
    let number = CaseNumber::typed(&typed.number).map_err(|_| ErrorCode::NotFound)?;
    let code: VerificationCode = typed.code.parse().map_err(|_| ErrorCode::NotFound)?;
    if application::verification_code(db, number.as_str()).await? != Some(code) {
        return Err(ErrorCode::NotFound.into());
    }
    let kept = application::by_number(db, number.as_str()).await?.ok_or(ErrorCode::NotFound)?;
    let person = person::find(db, kept.person).await?.ok_or(Refusal::Broken("an application of nobody"))?;
    Ok(VerifiedReceipt {
        service: kept.service,
        applicant_masked: masked(&person.name),
        station_name: station_name(&kept.station_id),
        submitted_on: kept.submitted_on,
        under_way: !kept.state.is_terminal(),
        number: kept.number,
    })
}
