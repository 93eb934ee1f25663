//! The spelling check, from PyPI: a finished program in seconds, where compiling it would take minutes.

use super::debian;
use crate::{failure::Done, process, project, say};
use std::path::PathBuf;

const VERSION: &str = "1.52.0";

/// The program's file.
pub fn program() -> PathBuf {
    folder().join("bin/typos")
}

/// Installs the program unless it is there.
pub fn ensure() -> Done {
    if program().is_file() {
        return Ok(());
    }
    say::step(format!("Installing typos {VERSION}: checks the spelling; some seconds"));
    if !process::succeeds(process::command("python3").args(["-m", "ensurepip", "--version"])) {
        debian::install(&["python3-venv"], "a place for Python programs of one's own")?;
    }
    process::run(process::command("python3").args(["-m", "venv"]).arg(folder()))?;
    let mut pip = process::command(folder().join("bin/pip"));
    process::run(pip.args(["install", "--quiet", "--disable-pip-version-check"]).arg(format!("typos=={VERSION}")))
}

fn folder() -> PathBuf {
    project::tools().join(format!("typos-{VERSION}"))
}
