//! Applications: submitting, following, correcting, withdrawing.

use jiff::{Timestamp, civil::Date};
use rules::{
    case::{Event, State},
    delivery::DeliveryState,
    draft::Draft,
    field::Subject,
    service::{DeliveryMethod, Service},
    verdict::Verdict,
    verification_code::VerificationCode,
};
use serde::{Deserialize, Serialize};

/// `POST /api/applications`, with the header Idempotency-Key (16 to 64 characters of `[A-Za-z0-9-]`, made once a
/// submission and kept with the draft). Answers 201 with [`Application`], and the same answer for the same key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Submit {
    /// What is submitted. The server keeps only what the form asks for.
    pub draft: Draft,
}

/// `POST /api/applications/{number}/correction`, with Idempotency-Key. Only what is open may differ from what was
/// submitted before, and every named subject must be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SubmitCorrection {
    /// The whole draft with the corrections in it.
    pub draft: Draft,
}

/// An entry of `GET /api/applications`, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Summary {
    /// Case number (办件编号).
    pub number: String,
    /// What was applied for.
    pub service: Service,
    /// State of the case.
    pub state: State,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// The station that decides.
    pub station_name: String,
}

/// `GET /api/applications/{number}`: all of it, for its owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Application {
    /// Case number (办件编号).
    pub number: String,
    /// By which whoever is shown the receipt can verify it (查验码).
    pub verification_code: VerificationCode,
    /// What was applied for.
    pub service: Service,
    /// What was submitted, with corrections.
    pub draft: Draft,
    /// The server's verdict at submission.
    pub verdict: Verdict,
    /// The station that decides.
    pub station_id: String,
    /// Its name.
    pub station_name: String,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// How it stands.
    pub status: Status,
}

/// `GET /api/applications/{number}/status`, with an ETag that changes whenever anything here does: If-None-Match
/// answers 304 while nothing changed. The header `Poll-After` (seconds) says when to ask next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Status {
    /// State of the case (办件状态).
    pub state: State,
    /// What happened so far, oldest first.
    pub history: Vec<HistoryEntry>,
    /// The correction that waits for the applicant, in state `correction_requested`.
    pub correction: Option<Correction>,
    /// Delivery, once the card is made (送达状态).
    pub delivery: Option<Delivery>,
    /// The next dates that bind somebody.
    pub deadlines: Deadlines,
    /// Why the station refused, in state `not_accepted` or `rejected`.
    pub refusal: Option<String>,
    /// Whether the applicant can withdraw now.
    pub can_withdraw: bool,
}

/// The header that says after how many seconds to ask for the status again.
pub const POLL_AFTER: &str = "poll-after";

/// Something that happened to the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HistoryEntry {
    /// What.
    pub event: Happening,
    /// When.
    pub at: Timestamp,
}

/// What can stand in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Happening {
    /// The case moved by this event.
    Case(Event),
    /// The delivery came to this state.
    Delivery(DeliveryState),
    /// The station neither accepted the case nor asked for a correction in time: it counts as accepted (视为受理) on the
    /// day it came in, and stays in its state until the station takes it up.
    DeemedAccepted,
}

/// What the station wants corrected (补正): everything at once (居住证暂行条例 Art. 9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// The items.
    pub items: Vec<CorrectionItem>,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The last day to answer.
    pub answer_by: Date,
}

/// One thing to correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionItem {
    /// The field or picture.
    pub subject: Subject,
    /// The officer's words.
    pub words: String,
}

/// How the permit travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// By which way.
    pub method: DeliveryMethod,
    /// How far it is.
    pub state: DeliveryState,
    /// The post's number, once it has taken the parcel.
    pub waybill: Option<String>,
    /// Where it is picked up.
    pub station_name: Option<String>,
    /// Since when.
    pub since: Timestamp,
}

/// Dates by which somebody has to act; `None` where it does not apply in this state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadlines {
    /// By when the station says whether everything is there: 5 working days from submission.
    pub completeness_by: Option<Date>,
    /// By when the permit is issued by law: 15 days from acceptance, pauses added.
    pub issue_by: Option<Date>,
    /// Whether a date above was counted without a known holiday calendar.
    pub calendar_known: bool,
}
