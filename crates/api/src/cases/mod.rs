//! What happens to an application, from the records that it is judged on to the permit's arrival.
//!
//! Each file is one thing that can happen. It reads what there is, asks the crate `rules`, and writes the outcome, its
//! event and what has to be told to others in one transaction.

pub mod case_file;
mod correct;
mod deem;
pub mod drafts;
mod expire;
pub mod household;
mod idempotent;
pub mod notice;
mod pdf;
pub mod pictures;
mod police;
mod post;
pub mod receipts;
pub mod record_check;
mod records;
pub mod remind;
mod sign_in;
mod submit;
pub mod texts;
mod transition;
mod view;
mod withdraw;
mod workers;

pub use correct::correct;
pub use deem::{deem, latest_overdue};
use drafts::check_shape;
pub use expire::expire;
pub use idempotent::Key;
pub use post::keep_at_station;
pub use records::records;
pub use sign_in::admit;
pub use submit::submit;
pub use view::{application, status, summary};
pub use withdraw::withdraw;
