//! Packages from npm, as each folder's lock file has them.

use crate::{
    failure::{Done, Failure},
    files, process, project, say,
};
use std::path::Path;

/// A file inside `node_modules` with a copy of the lock file it was installed from.
const STAMP: &str = "node_modules/.installed-from";

/// Installs the folder's packages unless they are those of its lock file.
pub fn ensure(folder: &str, what: &str) -> Done {
    let place = project::at(folder);
    let lock = files::read_bytes(&place.join("package-lock.json"))?;
    let stamp = place.join(STAMP);
    if is_same(&stamp, &lock) {
        return Ok(());
    }
    if process::on_path("npm").is_none() {
        return Err(Failure::new(
            "npm is missing: install Node.js 20 or newer (on Debian: apt-get install nodejs npm)",
        ));
    }
    say::step(format!("Installing npm packages of {folder}/: {what}; some seconds"));
    // Playwright's own browsers are not wanted: the tests use the system's Chromium.
    let mut npm = process::command("npm");
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(&place);
    process::run(npm.args(["ci", "--no-audit", "--no-fund"]))?;
    files::write(&stamp, lock)
}

fn is_same(stamp: &Path, lock: &[u8]) -> bool {
    files::read_bytes(stamp).is_ok_and(|installed| installed == lock)
}
