//! What the phone is asked for. Only this folder touches the browser's storage, workers, files and hosts.

pub mod acting;
pub mod ahead;
pub mod clipboard;
pub mod clock;
pub mod crypto;
pub mod display;
pub mod download;
pub mod file;
pub mod host;
pub mod network;
pub mod preferences;
pub mod preview;
pub mod random;
pub mod screen_text;
pub mod sealed;
pub mod speech;
pub mod storage;
pub mod tab;
pub mod tabs;
pub mod visibility;
pub mod worker;
