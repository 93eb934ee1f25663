//! The compiler for wasm32-unknown-unknown: rustup's where it can be had, otherwise Debian's.

use super::debian;
use crate::{
    failure::{Doing, Done, ensure as must},
    files, process, say,
};
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows Debian's compiler once we have linked it.
const DEBIAN: &str = "debian";

/// Where Debian's compiler looks for the target's standard library.
const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// Debian's compiler, its cargo, the standard library's sources and a linker for wasm.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-19"];

/// The toolchain to name for wasm builds; none when the ordinary one has the target.
pub fn toolchain() -> Option<&'static str> {
    if ordinary_has_target() { None } else { Some(DEBIAN) }
}

/// Makes the target available.
pub fn ensure() -> Done {
    if ordinary_has_target() || debian_is_linked() {
        return Ok(());
    }
    say::step(format!("Adding the target {TARGET} with rustup: the app is compiled for it; some seconds"));
    let mut rustup = process::command("rustup");
    rustup.env_remove("RUSTUP_TOOLCHAIN").args(["target", "add", TARGET]);
    if process::run(&mut rustup).is_ok() {
        return Ok(());
    }
    say::line("rustup cannot fetch it here, so Debian's compiler is used for the wasm.");
    debian::install(DEBIAN_PACKAGES, "a compiler whose wasm library can be built from Debian's sources, about 200 MB")?;
    build_library()?;
    process::run(process::command("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
    must(debian_is_linked(), || format!("the toolchain `{DEBIAN}` does not have {TARGET} after all"))
}

fn ordinary_has_target() -> bool {
    let mut rustc = process::command("rustc");
    rustc.env_remove("RUSTUP_TOOLCHAIN").args(["--print", "target-libdir", "--target", TARGET]);
    process::output(&mut rustc).is_ok_and(|folder| has_libraries(Path::new(folder.trim())))
}

fn debian_is_linked() -> bool {
    let known = process::output(process::command("rustup").args(["toolchain", "list"]));
    let linked = known.is_ok_and(|list| list.lines().any(|line| line.split_whitespace().next() == Some(DEBIAN)));
    linked && has_libraries(Path::new(DEBIAN_LIBRARY))
}

fn has_libraries(folder: &Path) -> bool {
    files::entries(folder).is_ok_and(|files| files.iter().any(|file| file.extension().is_some_and(|end| end == "rlib")))
}

/// Builds the standard library from Debian's sources, once, and puts it where Debian's compiler looks.
fn build_library() -> Done {
    say::step("Building the wasm standard library from Debian's sources, once: about a minute");
    // An empty crate makes cargo build the library; an empty folder, because two generations side by side are refused.
    let work = std::env::temp_dir().join(format!("rongju-wasm-library-{}", std::process::id()));
    files::fresh_folder(&work)?;
    files::write(
        &work.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
    )?;
    files::write(&work.join("src/lib.rs"), "#![no_std]\n")?;
    let mut cargo = process::command("/usr/bin/cargo");
    cargo.current_dir(&work).env_remove("RUSTUP_TOOLCHAIN").env("CARGO_TARGET_DIR", work.join("target"));
    // Debian ships a released compiler: building std is allowed to it by this variable only. The bitcode is for LTO.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", "/usr/bin/rustc").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    process::run(cargo.args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"]))?;
    let built = files::entries(&work.join("target").join(TARGET).join("release/deps"))?;
    let library: Vec<_> = built
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "rlib") && !files::name(path).starts_with("libempty"))
        .collect();
    must(!library.is_empty(), || "the standard library was built into another place than expected".into())?;
    install(&library)?;
    std::fs::remove_dir_all(&work).doing(format_args!("remove {}", work.display()))
}

fn install(library: &[std::path::PathBuf]) -> Done {
    let host = "/usr/lib/rustlib/x86_64-unknown-linux-gnu/bin";
    let by_hand = "cargo xtask setup";
    // What an earlier compiler left would be refused beside the new.
    process::run(debian::as_root("rm", by_hand)?.args(["-rf", DEBIAN_LIBRARY]))?;
    process::run(debian::as_root("mkdir", by_hand)?.args(["-p", DEBIAN_LIBRARY, host]))?;
    process::run(debian::as_root("cp", by_hand)?.args(library).arg(DEBIAN_LIBRARY))?;
    process::run(
        debian::as_root("ln", by_hand)?.args(["-sf", "/usr/lib/llvm-19/bin/lld"]).arg(format!("{host}/rust-lld")),
    )
}
