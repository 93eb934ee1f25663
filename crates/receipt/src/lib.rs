//! The receipt (回执) of a submission as a PDF: what was submitted to whom, which dates follow from it, and the code by
//! which whoever is shown it can verify it. The same as the page of the receipt says.
//!
//! One bilingual document, Chinese first: it is shown at windows and to employers, whatever language its owner reads.
//! Official terms, dates and fees are those of `rules`. It is set by typst from one template; what it is about goes in as
//! data and never as text of the template, so no name can be read as markup. The file is tagged for screen readers
//! (PDF/UA-1), made to be kept (PDF/A-2a), and the same to the byte for the same receipt.
//!
//! No I/O but the one reading of the font, no clock, no chance.

mod content;
mod printer;
mod words;
mod world;

use jiff::civil::DateTime;
use rules::{
    RuleSet,
    service::{DeliveryMethod, Service},
    verification_code::VerificationCode,
};

pub use printer::{FontError, PrintError, Printer};

/// What a receipt says.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Case number (办件编号).
    pub number: String,
    /// Verification code (查验码).
    pub code: VerificationCode,
    /// What was applied for.
    pub service: Service,
    /// The applicant's name, masked as by [`rules::person_name::masked`].
    pub applicant_masked: String,
    /// The full name of the station that decides.
    pub station: String,
    /// When it was submitted, in Chengdu.
    pub submitted_at: DateTime,
    /// The rules that it was judged by.
    pub rules: &'static RuleSet,
    /// How the card is to reach its holder, where one is made.
    pub delivery: Option<DeliveryMethod>,
    /// The address of the page that verifies receipts.
    pub verify_at: String,
    /// Whether it comes from the demonstration with synthetic people, which it then says.
    pub demonstration: bool,
}
