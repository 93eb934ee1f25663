//! One folder a screen, named as its address.
//!
//! The home is part of the main module; every other page is a chunk of its own, fetched when it is wanted.

mod apply;
mod check;
mod correct;
mod frame;
mod help;
mod home;
mod not_found;

pub use apply::ApplyPage;
pub use check::CheckPage;
pub use correct::CorrectPage;
pub use help::HelpPage;
pub use home::Home;
pub use not_found::NotFound;
