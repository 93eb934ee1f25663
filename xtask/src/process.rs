//! Calling other programs.

use crate::failure::{Doing, Done, Failure, ensure};
use std::{ffi::OsStr, path::Path, process::Command};

/// A command in the project's folder.
///
/// What cargo tells its children of itself is taken away: with `CARGO_*` of xtask's own build a nested cargo would
/// rebuild things for nothing.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::project::root());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST") || name == "CARGO" {
            command.env_remove(&*name);
        }
    }
    command
}

/// Cargo with the person's own toolchain, writing to the ordinary target folder, whoever calls us.
pub fn cargo() -> Command {
    let mut command = command("cargo");
    command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO_TARGET_DIR");
    command
}

/// Runs to the end, with the output shown; a failure says what was called.
pub fn run(command: &mut Command) -> Done {
    let status = command.status().doing(format_args!("start {}", text(command)))?;
    ensure(status.success(), || format!("{} failed ({status})", text(command)))
}

/// Runs to the end and gives what it printed; a failure carries its error output.
pub fn output(command: &mut Command) -> Done<String> {
    let output = command.output().doing(format_args!("start {}", text(command)))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("{} failed ({}):\n{errors}", text(command), output.status)));
    }
    String::from_utf8(output.stdout).doing(format_args!("read what {} printed", text(command)))
}

/// Whether the program runs and ends well, quietly.
pub fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// The program's place on PATH.
pub fn on_path(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// `folders`, then the present PATH, as a value for PATH.
pub fn path_with(folders: &[&Path]) -> Done<std::ffi::OsString> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(std::env::split_paths(&present));
    std::env::join_paths(all).doing("put the tools on PATH")
}

/// The command as one would type it.
fn text(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
