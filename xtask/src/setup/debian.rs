//! Packages from Debian.

use crate::{
    failure::{Done, Failure},
    process, say,
};
use std::{os::unix::fs::MetadataExt, process::Command, sync::Once};

/// Installs the package that has the program, unless the program is on PATH.
pub fn ensure_program(program: &str, package: &str, why: &str) -> Done {
    if process::on_path(program).is_some() { Ok(()) } else { install(&[package], why) }
}

/// Installs the package unless it is there.
pub fn ensure_package(package: &str, why: &str) -> Done {
    if is_installed(package) || process::on_path("dpkg-query").is_none() { Ok(()) } else { install(&[package], why) }
}

/// Installs those of the packages that are missing.
pub fn install(packages: &[&str], why: &str) -> Done {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let all = missing.join(" ");
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {all}");
    if process::on_path("apt-get").is_none() {
        return Err(Failure::new(format!(
            "missing: {all} ({why}). There is no apt-get here; please install it yourself"
        )));
    }
    say::step(format!("Installing {all} from Debian: {why}"));
    static UPDATE: Once = Once::new();
    let mut updated = Ok(());
    UPDATE.call_once(|| updated = apt(&by_hand).and_then(|mut apt| process::run(apt.args(["-qq", "update"]))));
    updated?;
    let options = ["-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0", "install"];
    process::run(apt(&by_hand)?.args(options).args(missing))
}

/// A command that must run as root, by ourselves or by sudo; otherwise says what to type.
pub fn as_root(program: &str, by_hand: &str) -> Done<Command> {
    if is_root() {
        return Ok(process::command(program));
    }
    if process::on_path("sudo").is_none() {
        return Err(Failure::new(format!("this needs root; please run as root, then start again:\n  {by_hand}")));
    }
    let mut sudo = process::command("sudo");
    sudo.arg(program);
    Ok(sudo)
}

fn apt(by_hand: &str) -> Done<Command> {
    let mut apt = as_root("apt-get", by_hand)?;
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(apt)
}

fn is_installed(package: &str) -> bool {
    let query = process::output(process::command("dpkg-query").args(["-W", "-f=${Status}", package]));
    query.is_ok_and(|status| status.contains("ok installed"))
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
