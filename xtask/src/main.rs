//! `cargo xtask`: set-up, build, run, test and bench. See `cargo xtask help`.

mod app;
mod failure;
mod files;
mod process;
mod project;
mod say;
mod setup;

use app::Profile;
use failure::{Done, Failure};
use std::{path::Path, process::ExitCode};

const HELP: &str = "\
cargo xtask setup                 install what is missing
cargo xtask build [--release]     build the app into dist/";

fn main() -> ExitCode {
    let mut words = std::env::args();
    let called_as = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    // Trunk finds this program on PATH as `wasm-bindgen`.
    let outcome = if files::name(Path::new(&called_as)) == "wasm-bindgen" { app::bind(&words) } else { task(&words) };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::error(format!("\nerror: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn task(words: &[String]) -> Done {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => setup::all(),
        ["build"] => app::build(Profile::Debug),
        ["build", "--release"] => app::build(Profile::Release),
        ["hook", "pre-build"] => app::pre_build(),
        ["hook", "post-build"] => app::post_build(),
        [] | ["help" | "--help" | "-h"] => {
            say::line(HELP);
            Ok(())
        }
        other => Err(Failure::new(format!("there is no task `{}`\n{HELP}", other.join(" ")))),
    }
}
