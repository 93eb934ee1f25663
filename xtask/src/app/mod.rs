//! The app as files for the browser: Trunk compiles and binds, we split, shrink, name and place.
//!
//! 1. `pre_build` renders the home page natively and lists the lazy pages (`bin/prerender.rs`).
//! 2. Trunk builds the app and calls `wasm-bindgen`; that is us (`split`), found first on PATH.
//! 3. `post_build` builds the picture worker and puts everything into one folder named after its content, and its names into index.html.

mod assets;
pub mod budget;
pub mod gallery;
mod html;
mod lazy;
pub mod picture_worker;
mod post_build;
mod pre_build;
mod split;

pub use post_build::post_build;
pub use pre_build::pre_build;
pub use split::bind;

use crate::{
    failure::{Doing, Done, Failure},
    files, process, project, say,
    setup::{self, Need, tools},
};
use std::{
    fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// What the app needs to be built.
pub const NEEDS: &[Need] = &[Need::WasmTarget, Need::Trunk, Need::WasmSplit, Need::WasmBindgen, Need::BuildTools];

/// The variables in which `build` tells the later steps where the real programs are.
const REAL_BIND: &str = "XTASK_WASM_BINDGEN";
const REAL_SPLIT: &str = "XTASK_WASM_SPLIT";

/// How the app is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build: not optimised, not compressed.
    Debug,
    /// As it is served to applicants.
    Release,
}

impl Profile {
    /// The profile that Trunk says it is building.
    fn of_hook() -> Self {
        if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
            Self::Release
        } else {
            Self::Debug
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// Builds the app into `dist/`.
pub fn build(profile: Profile) -> Done {
    setup::ensure(NEEDS)?;
    let _alone = lock()?;
    say::step(match profile {
        Profile::Debug => "Building the app (Trunk, unoptimised; a first build compiles Leptos and takes some minutes)",
        Profile::Release => "Building the app (Trunk, optimised for size; linking alone takes about half a minute)",
    });
    process::run(&mut trunk("build", profile)?)
}

/// Trunk with everything it needs to find.
fn trunk(task: &str, profile: Profile) -> Done<Command> {
    let programs = own_programs()?;
    let mut trunk = process::command(tools::TRUNK.program()?);
    trunk.arg(task).env("PATH", process::path_with(&[&programs])?);
    trunk.env(REAL_BIND, tools::wasm_bindgen()?.program()?).env(REAL_SPLIT, tools::WASM_SPLIT.program()?);
    // A folder of its own: other flags and another compiler than the host builds, which would wait for each other's lock.
    trunk.env("CARGO_TARGET_DIR", project::at("target/wasm")).env("NO_COLOR", "true");
    if let Some(toolchain) = setup::wasm_toolchain() {
        trunk.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    Ok(trunk)
}

/// Lets one build run at a time: they share folders. It ends with the value, or with the process.
fn lock() -> Done<fs::File> {
    let path = project::at("target/build.lock");
    files::write(&path, "")?;
    let file = fs::File::open(&path).doing("open the lock of builds")?;
    if file.try_lock().is_err() {
        say::step("Another build is running: waiting for it");
        file.lock().doing("wait for another build")?;
    }
    Ok(file)
}

/// Builds the app as it is served to applicants, once in this process however many parts of the tests want it.
pub fn build_for_tests() -> Done {
    static BUILT: OnceLock<Result<(), String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| build(Profile::Release).map_err(|failure| failure.to_string()));
    built.clone().map_err(Failure::new)
}

/// A folder with this very program under the names by which Trunk calls it.
fn own_programs() -> Done<PathBuf> {
    let folder = project::at("target/xtask/programs");
    files::create_folder(&folder)?;
    let own = std::env::current_exe().doing("find this program's own file")?;
    for link in ["wasm-bindgen", "xtask"].map(|name| folder.join(name)) {
        // Left alone when it is right: another build may be using it.
        if fs::read_link(&link).is_ok_and(|target| target == own) {
            continue;
        }
        match fs::remove_file(&link) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => symlink(&own, &link),
        }
        .doing("link this program under the names Trunk calls")?;
    }
    Ok(folder)
}

/// A variable that Trunk or `build` has set for this step.
fn given(variable: &str) -> Done<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new(format!("{variable} is not set: this step is called by `cargo xtask build`")))
}

/// Where the wrapper leaves the chunks of the app for the post-build hook.
fn chunks(profile: Profile, out_name: &str) -> PathBuf {
    split_folder(&bound(profile), out_name)
}

/// Where Trunk has `wasm-bindgen` write.
fn bound(profile: Profile) -> PathBuf {
    project::at("target/wasm/wasm-bindgen").join(profile.folder())
}

fn split_folder(bound: &Path, out_name: &str) -> PathBuf {
    bound.join(format!("{out_name}.split"))
}
