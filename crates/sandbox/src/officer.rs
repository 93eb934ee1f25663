//! The automatic officer: with `auto:<seconds>` it walks every case 受理 → 通过 → 制证完成 and every parcel to its door,
//! one step after so many seconds. It also sends again what Rongju has not yet answered, in either mode.

use std::{str::FromStr, time::Duration};

use jiff::Timestamp;
use tokio::{sync::Mutex, time::MissedTickBehavior};

use crate::{Sandbox, desk, post};

/// Who works at desk and post office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// People, on the pages.
    Manual,
    /// Nobody: each step happens by itself after this many seconds.
    Auto(u32),
}

impl FromStr for Mode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once(':') {
            None if text == "manual" => Ok(Self::Manual),
            Some(("auto", seconds)) => match seconds.parse() {
                Ok(seconds @ 1..=3600) => Ok(Self::Auto(seconds)),
                _ => Err(()),
            },
            _ => Err(()),
        }
    }
}

/// The mode, as the desk's page switches it.
#[derive(Debug)]
pub struct Officer(Mutex<Mode>);

impl Officer {
    /// Starts in `mode`.
    pub fn new(mode: Mode) -> Self {
        Self(Mutex::new(mode))
    }

    /// Who works now.
    pub async fn mode(&self) -> Mode {
        *self.0.lock().await
    }

    /// Changes who works.
    pub async fn set(&self, mode: Mode) {
        *self.0.lock().await = mode;
    }
}

/// Works until the program ends.
pub async fn work(sandbox: Sandbox) {
    let mut tick = tokio::time::interval(Duration::from_millis(500));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        let now = sandbox.clock().now();
        desk::act::repeat_unanswered(&sandbox, now).await;
        post::act::repeat_unanswered(&sandbox, now).await;
        if let Mode::Auto(seconds) = sandbox.officer().mode().await {
            desk::auto::step(&sandbox, now, seconds).await;
            post::act::auto_step(&sandbox, now, seconds).await;
        }
    }
}

/// Whether something that stands since `since` is due for its next step.
pub fn due(since: Timestamp, now: Timestamp, seconds: u32) -> bool {
    now.duration_since(since).as_secs() >= i64::from(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mode_is_read_as_documented() {
        assert_eq!("manual".parse(), Ok(Mode::Manual));
        assert_eq!("auto:5".parse(), Ok(Mode::Auto(5)));
        for wrong in ["auto", "auto:", "auto:0", "auto:3601", "auto:-1", "manual:3", "robot"] {
            assert_eq!(wrong.parse::<Mode>(), Err(()), "{wrong}");
        }
    }
}
