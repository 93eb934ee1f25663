//! What a coloured surface says, and the icon that says it without colour.

use super::icon::IconName;

/// The tone of a notice, tag or finding. Never told by colour alone: each has an icon, and its user gives it a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum Tone {
    /// Nothing to be said by it.
    #[default]
    Plain,
    /// Good to know.
    Info,
    /// It is well, or done.
    Ok,
    /// Needs attention, or a person will look at it.
    Warn,
    /// It does not hold, or failed.
    Bad,
}

impl Tone {
    /// The value of `data-tone`, which the styles read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Info => "info",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }

    /// The icon that goes with the word.
    #[must_use]
    pub const fn icon(self) -> IconName {
        match self {
            Self::Plain => IconName::Dot,
            Self::Info => IconName::Info,
            Self::Ok => IconName::CheckCircle,
            Self::Warn => IconName::Warning,
            Self::Bad => IconName::Error,
        }
    }
}
