//! What the frame of a story and the page around it say to each other, as JSON over `postMessage`.

use serde::{Deserialize, Serialize};

use super::story::Knob;

/// From the frame to the page around it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// The props that the story has asked for.
    Knobs(Vec<Knob>),
    /// A callback was called.
    Called {
        /// The prop's name.
        prop: String,
        /// What with.
        with: String,
    },
    /// What axe found, as it says it.
    Audit(Audit),
    /// How long the story takes.
    Measured(Measured),
}

/// From the page around to the frame.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Run axe on what is shown.
    Audit,
    /// Show the story again and again, and measure.
    Measure,
}

/// What axe found.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Audit {
    /// How many rules were kept.
    pub passes: u32,
    /// The rules that were broken.
    pub violations: Vec<Violation>,
    /// Why axe could not run.
    #[serde(default)]
    pub failed: Option<String>,
}

/// A rule that was broken.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Violation {
    /// The rule's name.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// Where it is broken: the elements' HTML.
    pub at: Vec<String>,
}

/// How long the story takes, and how large it is.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Measured {
    /// How often it was shown.
    pub rounds: u32,
    /// Half of the times it took less than this to show and lay it out, in milliseconds.
    pub median: f64,
    /// The longest it took.
    pub worst: f64,
    /// How many elements it has.
    pub elements: u32,
    /// How many bytes of HTML they are.
    pub bytes: u32,
}
