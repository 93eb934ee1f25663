//! What is checked without running the product: form, warnings, dependencies, spelling, arrows, generated files.

use super::arrows;
use crate::{
    codegen,
    failure::{Done, Failure},
    process, project, say,
    setup::{self, tools},
};

type Check = (&'static str, fn() -> Done);

const CHECKS: &[Check] = &[
    ("Form (rustfmt)", || process::run(process::cargo().args(["fmt", "--all", "--check"]))),
    ("Who may import whom", arrows::check),
    ("Spelling (typos)", || process::run(&mut process::command(setup::typos()))),
    ("Licences, sources and banned crates (cargo-deny)", deny),
    ("The checks themselves", || {
        let target = project::at("target/xtask");
        process::run(process::cargo().args(["test", "--quiet", "-p", "xtask", "--target-dir"]).arg(target))
    }),
    ("Warnings (clippy): servers and libraries", || {
        clippy(&["--workspace", "--exclude", "rongju", "--all-targets", "--all-features"])
    }),
    ("Warnings (clippy): the app as the browser runs it", || clippy(&["-p", "rongju"])),
    ("Warnings (clippy): the app as it is prerendered and tested, and the gallery", || {
        clippy(&["-p", "rongju", "--all-targets", "--no-default-features", "--features", "ssr,gallery"])
    }),
    ("Generated files are those that would be generated", codegen::check),
];

/// Runs every check and names all that failed.
pub fn run() -> Done {
    let mut failed = Vec::new();
    for (what, check) in CHECKS {
        say::step(*what);
        if let Err(failure) = check() {
            say::error(failure.to_string());
            failed.push(*what);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::new(format!("failed: {}", failed.join("; ")))) }
}

fn clippy(arguments: &[&str]) -> Done {
    process::run(process::cargo().arg("clippy").args(arguments).args(["--", "-D", "warnings"]))
}

fn deny() -> Done {
    let mut deny = process::command(tools::CARGO_DENY.program()?);
    process::run(deny.args(["--log-level", "warn", "--workspace", "check", "bans", "licenses", "sources"]))
}
