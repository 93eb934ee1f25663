//! `cargo xtask test`: every check there is, part by part.

mod arrows;
mod browser;
mod lint;
mod parity;
#[cfg(test)]
mod style;

use crate::{
    app::{self, budget},
    failure::{Done, Failure},
    process,
    run::{child, child::Interruption},
    say,
    setup::{self, Need},
};
use std::{sync::atomic::Ordering, time::Duration};

/// One part of the tests.
struct Part {
    name: &'static str,
    needs: &'static [&'static [Need]],
    run: fn(&Interruption) -> Done,
}

/// Quick ones first: what fails soon is known soon.
const PARTS: &[Part] = &[
    Part { name: "lint", needs: &[&[Need::Typos, Need::CargoDeny]], run: |_| lint::run() },
    Part { name: "rules", needs: &[], run: |_| cargo_test(&["-p", "rules", "--features", "load"]) },
    Part { name: "fuzz", needs: &[], run: |_| fuzz() },
    Part { name: "parity", needs: &[&[Need::WasmTarget]], run: |_| parity::run() },
    Part { name: "wire", needs: &[], run: |_| cargo_test(&["-p", "wire"]) },
    Part { name: "pictures", needs: &[], run: |_| cargo_test(&["-p", "pictures", "--features", "watch"]) },
    Part { name: "receipt", needs: &[&[Need::Fonts]], run: |_| cargo_test(&["-p", "receipt"]) },
    Part { name: "api", needs: &[&[Need::Fonts]], run: |_| cargo_test(&["-p", "api"]) },
    Part { name: "sandbox", needs: &[&[Need::IdentityModules]], run: |_| sandbox() },
    Part { name: "app", needs: &[app::NEEDS], run: |_| app_part() },
    Part { name: "e2e", needs: &[app::NEEDS, browser::NEEDS], run: |interrupted| browser::run("e2e", interrupted) },
    Part { name: "a11y", needs: &[app::NEEDS, browser::NEEDS], run: |interrupted| browser::run("a11y", interrupted) },
    Part {
        name: "screens",
        needs: &[app::NEEDS, browser::NEEDS],
        run: |interrupted| browser::run("screens", interrupted),
    },
    Part { name: "gallery", needs: &[app::NEEDS, browser::NEEDS], run: |_| browser::gallery("gallery") },
    Part { name: "looks", needs: &[app::NEEDS, browser::NEEDS], run: |_| browser::gallery("looks") },
];

/// Parts that run when they are named and not with all others: pictures of the stories are compared dot by dot with
/// those that are kept, and each release of the browser and of the fonts draws a little differently; sheets of every page
/// are written for people to look at.
const ON_REQUEST: &[&str] = &["looks", "screens"];

/// Prints the names of the parts, one a line.
pub fn list() {
    for part in PARTS {
        say::line(part.name);
    }
}

/// Runs the named parts; all but those [on request](ON_REQUEST) when none is named. The last line printed is `N passed, N failed`.
pub fn run(names: &[&str]) -> Done {
    if let Some(unknown) = names.iter().find(|name| !PARTS.iter().any(|part| part.name == **name)) {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(Failure::misused(format!("there is no part `{unknown}`; the parts are: {}", known.join(", "))));
    }
    let interrupted = child::interruption()?;
    let wanted = |part: &&Part| {
        if names.is_empty() { !ON_REQUEST.contains(&part.name) } else { names.contains(&part.name) }
    };
    let parts = PARTS.iter().filter(wanted);
    let mut rows = vec![["part", "took", ""].map(str::to_owned).to_vec()];
    let mut failures = Vec::new();
    for part in parts {
        if interrupted.load(Ordering::Relaxed) {
            failures.push(format!("{}: not run, interrupted", part.name));
            continue;
        }
        say::line(format!("\n═══ {} ═══", part.name));
        let watch = say::Stopwatch::start();
        let needs: Vec<Need> = part.needs.concat();
        let outcome = setup::ensure(&needs).and_then(|()| (part.run)(&interrupted));
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        rows.push(vec![part.name.to_owned(), duration(watch.elapsed()), verdict.to_owned()]);
        if let Err(failure) = outcome {
            say::error(format!("\n{}: {failure}", part.name));
            failures.push(format!("{}: {failure}", part.name));
        }
    }
    let passed = rows.iter().filter(|row| row.last().is_some_and(|verdict| verdict == "passed")).count();
    say::line("");
    say::table(&rows);
    for failure in &failures {
        say::line(format!("\n{failure}"));
    }
    say::line(format!("\n{passed} passed, {} failed", failures.len()));
    if failures.is_empty() { Ok(()) } else { Err(Failure::told()) }
}

/// Minutes and seconds.
fn duration(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

fn cargo_test(arguments: &[&str]) -> Done {
    process::run(process::cargo().arg("test").args(arguments))
}

/// Broken case files and broken pictures, for longer than an ordinary test may take.
fn fuzz() -> Done {
    // The features are those that the pictures are tested with, so that nothing is built for this alone.
    for package in [["-p", "rules"].as_slice(), &["-p", "pictures", "--features", "watch"]] {
        let mut fuzz = process::cargo();
        fuzz.arg("test").args(package).args(["--test", "fuzz", "--", "--nocapture"]);
        process::run(fuzz.env("FUZZ_SECONDS", "30"))?;
    }
    Ok(())
}

fn sandbox() -> Done {
    cargo_test(&["-p", "sandbox"])?;
    // The sign-in provider is JavaScript, with tests of its own.
    process::run(process::command("npm").args(["test", "--silent", "--prefix", "crates/sandbox/identity"]))
}

/// The app's own logic on the host, then the app as it is served, weighed.
fn app_part() -> Done {
    cargo_test(&["-p", "rongju", "--no-default-features", "--features", "ssr,gallery"])?;
    app::build_for_tests()?;
    budget::check()
}
