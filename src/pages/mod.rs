//! One folder a screen, named as its address.
//!
//! The home is part of the main module; every other page is a chunk of its own, fetched when it is wanted.

mod acting;
mod applications;
mod apply;
mod check;
mod correct;
mod cost;
mod display;
mod frame;
mod help;
mod home;
mod household;
mod languages;
mod load;
mod me;
mod not_found;
mod one_by_one;
mod read_aloud;
mod records;
mod records_first;
mod residence;
mod sign_in;
mod verify;
mod way_back;

pub use applications::{ApplicationsPage, ReceiptPage, StatusPage};
pub use apply::{ApplyPage, parts::FORM_STEPS, steps::CODE as PHONE_CODE};
pub use check::CheckPage;
pub use correct::CorrectPage;
pub use display::DisplayPage;
pub use help::HelpPage;
pub use home::Home;
pub use household::HouseholdPage;
pub use me::MePage;
pub use not_found::NotFound;
pub use records::RecordsPage;
pub use residence::ResidencePage;
pub use sign_in::SignInPage;
pub use verify::VerifyPage;
