//! Programs from crates.io, each of one version, each in a folder of its own.

use crate::{
    failure::{Doing, Done, Failure},
    files, process, project, say,
};
use std::{borrow::Cow, path::PathBuf, process::Command};

/// A program that `cargo install` builds.
pub struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: Cow<'static, str>,
    arguments: &'static [&'static str],
    why: &'static str,
}

/// Builds the app. 0.22 wants a newer compiler than the project's.
pub const TRUNK: CargoTool = CargoTool {
    program: "trunk",
    package: "trunk",
    version: Cow::Borrowed("0.21.14"),
    arguments: &["--locked", "--no-default-features", "--features", "rustls"],
    why: "builds the app; compiling it takes about 3 minutes on two cores",
};

/// Splits the app's wasm by page.
pub const WASM_SPLIT: CargoTool = CargoTool {
    program: "wasm-split-cli",
    package: "wasm_split_cli_support",
    version: Cow::Borrowed("0.2.4"),
    arguments: &["--locked", "--features", "build-binary"],
    why: "splits the app by page; compiling it takes about a minute",
};

/// Checks licences, sources and banned crates. Without its defaults: they compile git and TLS for the advisories.
pub const CARGO_DENY: CargoTool = CargoTool {
    program: "cargo-deny",
    package: "cargo-deny",
    version: Cow::Borrowed("0.20.2"),
    arguments: &["--locked", "--no-default-features"],
    why: "checks licences and sources of dependencies; compiling it takes about 3 minutes",
};

/// wasm-bindgen's program: its version must be that of the library in Cargo.lock.
pub fn wasm_bindgen() -> Done<CargoTool> {
    let version = locked_version("wasm-bindgen")?;
    Ok(CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: Cow::Owned(version),
        // Not --locked: that names a crate newer than some registries' copies.
        arguments: &[],
        why: "writes the app's JavaScript; compiling it takes about 2 minutes",
    })
}

impl CargoTool {
    /// The program's file: the one set-up has installed, or one of the right version on PATH.
    pub fn program(&self) -> Done<PathBuf> {
        self.find().ok_or_else(|| Failure::new(format!("{} {} is not installed", self.program, self.version)))
    }

    /// Installs the program unless it is there.
    pub fn ensure(&self) -> Done {
        if self.find().is_some() {
            return Ok(());
        }
        say::step(format!("Installing {} {}: {}", self.program, self.version, self.why));
        let folder = self.folder();
        let mut cargo = process::cargo();
        // Used for seconds, compiled for minutes: half the optimisation is the better bargain.
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        cargo.arg("install").arg(format!("{}@{}", self.package, self.version)).args(self.arguments);
        process::run(cargo.arg("--root").arg(folder))
    }

    fn find(&self) -> Option<PathBuf> {
        let own = self.folder().join("bin").join(self.program);
        if own.is_file() {
            return Some(own);
        }
        let other = process::on_path(self.program)?;
        let said = process::output(Command::new(&other).arg("--version")).ok()?;
        said.split_whitespace().any(|word| word == self.version).then_some(other)
    }

    fn folder(&self) -> PathBuf {
        let package = if self.package == "wasm_split_cli_support" { self.program } else { self.package };
        project::tools().join(format!("{package}-{}", self.version))
    }
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Done<String> {
    let lock = files::read(&project::at("Cargo.lock"))?;
    let name = format!("name = \"{package}\"\nversion = \"");
    let version =
        lock.split_once(&name).and_then(|(_, rest)| rest.split_once('"')).map(|(version, _)| version.to_owned());
    version.ok_or("it is not there").doing(format_args!("find {package} in Cargo.lock"))
}
