//! `cargo xtask`: set-up, build, run, test and bench. See `cargo xtask help`.

mod app;
mod bench;
mod codegen;
mod failure;
mod files;
mod process;
mod project;
mod run;
mod say;
mod setup;
mod test;

use app::{Profile, gallery};
use failure::{Doing, Done, Failure};
use std::{path::Path, process::ExitCode};

const HELP: &str = "\
cargo xtask run [--release] [--port N]    the whole system on this machine; --release: the app as applicants get it
cargo xtask test [PART…]                  all checks, or these parts; --list names them
cargo xtask bench NAME [--json FILE]      measure beside peers
cargo xtask setup                         install what is missing (run and test do so too)
cargo xtask build [--release]             the app alone, into dist/
cargo xtask gallery [--port N]            the designers' page, served and built anew with every change
cargo xtask gallery --export FOLDER       the same as files for any server
cargo xtask codegen [FILE…]               write the generated files, or these";

/// Where the app listens unless told otherwise.
const PORT: u16 = 8080;

/// Where the gallery listens unless told otherwise.
const GALLERY_PORT: u16 = 8090;

fn main() -> ExitCode {
    let mut words = std::env::args();
    let called_as = words.next().unwrap_or_default();
    let words: Vec<String> = words.collect();
    // Trunk finds this program on PATH as `wasm-bindgen`.
    let outcome = if files::name(Path::new(&called_as)) == "wasm-bindgen" { app::bind(&words) } else { task(&words) };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(why) = failure.why() {
                say::error(format!("\nerror: {why}"));
            }
            ExitCode::from(failure.status())
        }
    }
}

fn task(words: &[String]) -> Done {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", options @ ..] => {
            let (profile, port) = run_options(options)?;
            run::run(profile, port)
        }
        ["test", "--list"] => {
            test::list();
            Ok(())
        }
        ["test", parts @ ..] => test::run(parts),
        ["bench", name] => bench::run(name, None),
        ["bench", name, "--json", file] => bench::run(name, Some(Path::new(file))),
        ["codegen", files @ ..] => codegen::write(files),
        ["setup"] => setup::all(),
        ["build"] => app::build(Profile::Debug),
        ["build", "--release"] => app::build(Profile::Release),
        ["gallery"] => gallery::serve(GALLERY_PORT),
        ["gallery", "--port", port] => gallery::serve(number(port)?),
        ["gallery", "--export", folder] => gallery::export(&std::path::absolute(folder).doing("find the folder")?),
        ["hook", "gallery-style"] => gallery::style(),
        ["hook", "pre-build"] => app::pre_build(),
        ["hook", "post-build"] => app::post_build(),
        [] | ["help" | "--help" | "-h"] => {
            say::line(HELP);
            Ok(())
        }
        other => Err(Failure::misused(format!("there is no task `{}`\n{HELP}", other.join(" ")))),
    }
}

fn run_options(mut options: &[&str]) -> Done<(Profile, u16)> {
    let mut chosen = (Profile::Debug, PORT);
    loop {
        options = match options {
            [] => return Ok(chosen),
            ["--release", rest @ ..] => {
                chosen.0 = Profile::Release;
                rest
            }
            ["--port", port, rest @ ..] => {
                chosen.1 = number(port)?;
                rest
            }
            [other, ..] => return Err(Failure::misused(format!("`run` has no option `{other}`\n{HELP}"))),
        };
    }
}

fn number(port: &str) -> Done<u16> {
    port.parse().map_err(|_| Failure::misused(format!("`{port}` is not a port")))
}
