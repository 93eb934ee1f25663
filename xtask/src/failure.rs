//! Why a task stopped, in words for the person at the terminal.

use std::fmt::{self, Display, Formatter};

/// The outcome of a task or of one of its steps.
pub type Done<T = ()> = Result<T, Failure>;

/// Why a task stopped. Tasks fail for people, not for callers: nothing branches on the cause, so a sentence is all it is.
#[derive(Debug)]
pub struct Failure {
    why: Option<String>,
    misused: bool,
}

impl Failure {
    /// A failure with this explanation.
    pub fn new(why: impl Into<String>) -> Self {
        Self { why: Some(why.into()), misused: false }
    }

    /// A failure because something was asked for that there is not.
    pub fn misused(why: impl Into<String>) -> Self {
        Self { why: Some(why.into()), misused: true }
    }

    /// A failure that has been told already.
    pub fn told() -> Self {
        Self { why: None, misused: false }
    }

    /// What is still to be told.
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    /// The exit status for it: 2 for misuse, as programs do, otherwise 1.
    pub fn status(&self) -> u8 {
        if self.misused { 2 } else { 1 }
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.why().unwrap_or("failed"))
    }
}

/// Puts what was being done in front of an error.
pub trait Doing<T> {
    /// `what` completes the sentence "could not …".
    fn doing(self, what: impl Display) -> Done<T>;
}

impl<T, E: Display> Doing<T> for Result<T, E> {
    fn doing(self, what: impl Display) -> Done<T> {
        self.map_err(|error| Failure::new(format!("could not {what}: {error}")))
    }
}

/// A failure unless the condition holds.
pub fn ensure(holds: bool, why: impl FnOnce() -> String) -> Done {
    if holds { Ok(()) } else { Err(Failure::new(why())) }
}
