//! Where things are.

use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A file or folder of the project.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The tools that set-up installs for this project alone, one folder a version.
pub fn tools() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache");
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    cache.unwrap_or_else(home).join("rongju").join("tools")
}

/// What the build writes for its own later steps.
pub fn generated() -> PathBuf {
    at("target/generated")
}
