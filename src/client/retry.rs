//! When a request is tried again, and after how long.

use std::time::Duration;

use super::ClientError;
use crate::device::{clock, network, random};

/// How often a request that may be repeated is sent at most.
const ATTEMPTS: u32 = 3;
/// The wait before the second attempt; it doubles from there.
const FIRST_WAIT: Duration = Duration::from_millis(500);

/// Runs the request, again where it failed on the way or the server was busy, until it succeeds or has been tried
/// [`ATTEMPTS`] times. Only for requests whose repetition changes nothing.
///
/// # Errors
/// The last attempt's.
pub(super) async fn repeatable<T>(mut attempt: impl AsyncFnMut() -> Result<T, Failure>) -> Result<T, ClientError> {
    let mut sent = 1;
    loop {
        match attempt().await {
            Ok(answer) => return Ok(answer),
            Err(failure) if sent < ATTEMPTS && failure.may_pass && network::is_online() => {
                clock::sleep(wait(sent, chance())).await;
                sent += 1;
            }
            Err(failure) => return Err(failure.error),
        }
    }
}

/// An attempt that failed.
pub(super) struct Failure {
    /// Why.
    pub error: ClientError,
    /// Whether the same request may well succeed a moment later.
    pub may_pass: bool,
}

impl Failure {
    /// There was no answer.
    pub fn on_the_way(error: ClientError) -> Self {
        Self { error, may_pass: true }
    }

    /// The server answered that it failed.
    pub fn of_answer(status: u16, body: &[u8]) -> Self {
        Self { error: ClientError::of_answer(body), may_pass: matches!(status, 502..=504) }
    }

    /// The answer is not what the endpoint answers.
    pub fn unexpected() -> Self {
        Self { error: ClientError::Unexpected, may_pass: false }
    }
}

/// The wait after so many attempts, up to half of it by chance, so that phones that lost the same line don't come
/// back in the same moment.
fn wait(sent: u32, chance: f64) -> Duration {
    let full = FIRST_WAIT * 2u32.saturating_pow(sent.saturating_sub(1));
    full.mul_f64(0.5 + chance / 2.0)
}

/// Something from 0 to 1. Without a source of randomness the waits are the same for everybody, which does no harm to
/// a single one.
fn chance() -> f64 {
    let digits = random::key().ok().and_then(|key| u8::from_str_radix(key.get(..2)?, 16).ok());
    digits.map_or(1.0, |byte| f64::from(byte) / 255.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_within_half_of_their_length() {
        assert_eq!(wait(1, 1.0), Duration::from_millis(500));
        assert_eq!(wait(2, 1.0), Duration::from_millis(1000));
        assert_eq!(wait(2, 0.0), Duration::from_millis(500));
    }

    #[test]
    fn only_answers_of_a_busy_or_broken_server_are_worth_another_try() {
        for (status, may_pass) in [(400, false), (401, false), (409, false), (429, false), (500, false), (503, true)] {
            assert_eq!(Failure::of_answer(status, b"").may_pass, may_pass, "{status}");
        }
    }
}
