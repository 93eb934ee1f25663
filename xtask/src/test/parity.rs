//! The same questions are asked of the rules as they run on the server and as they run in the browser, and must be
//! answered by the same bytes.

use crate::{
    failure::{Doing, Done, Failure, ensure},
    files, process, project, say, setup,
};
use std::{
    fs::File,
    path::Path,
    process::{Command, Stdio},
};

/// Fewer lines would not be the corpus that is meant to be asked.
const LEAST_LINES: usize = 20_000;

const TARGET: &str = "wasm32-unknown-unknown";

/// Prints the corpus, has it answered twice and compares.
pub fn run() -> Done {
    let folder = project::at("target/parity");
    files::create_folder(&folder)?;
    let [questions, native, wasm] =
        ["questions", "native", "wasm"].map(|name| folder.join(name).with_extension("jsonl"));
    say::step("The rules natively and as wasm: building both");
    let mut build = process::cargo();
    process::run(build.args(["build", "-q", "-p", "rules", "--example", "corpus", "--example", "verdict"]))?;
    build_wasm()?;
    say::step("Asking both the same questions");
    let module = project::at("target/wasm").join(TARGET).join("release/verdict_wasm.wasm");
    let script = project::at("crates/verdict_wasm/run.mjs");
    let example = |name: &str| process::command(project::at("target/debug/examples").join(name));
    write_to(&questions, &mut example("corpus"), 0)?;
    // The corpus has malformed lines on purpose, which both report by status 1.
    write_to(&native, example("verdict").stdin(open(&questions)?).stderr(Stdio::null()), 1)?;
    write_to(&wasm, process::command("node").arg(&script).arg(&module).stdin(open(&questions)?), 1)?;
    let [questions, native, wasm] = [files::read(&questions)?, files::read(&native)?, files::read(&wasm)?];
    let compared = compare(&questions, &native, &wasm)?;
    say::line(format!("{compared} lines of every kind are answered by the same bytes natively and as wasm"));
    let draft = project::at("crates/rules/benches/full_check.json");
    process::run(process::command("node").arg(&script).arg(&module).arg("--time").arg(draft))
}

/// Built as the app is: by the same compiler, with the same profile, in the same folder.
fn build_wasm() -> Done {
    let mut build = process::cargo();
    build.args(["build", "-q", "-p", "verdict_wasm", "--release", "--target", TARGET, "--target-dir"]);
    build.arg(project::at("target/wasm"));
    if let Some(toolchain) = setup::wasm_toolchain() {
        build.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    process::run(&mut build)
}

fn open(path: &Path) -> Done<File> {
    File::open(path).doing(format_args!("open {}", path.display()))
}

/// Lets the program write the file; it ends with that status.
fn write_to(path: &Path, program: &mut Command, expected: i32) -> Done {
    let file = File::create(path).doing(format_args!("create {}", path.display()))?;
    let name = program.get_program().to_string_lossy().into_owned();
    let status = program.stdout(file).status().doing(format_args!("start {name}"))?;
    ensure(status.code() == Some(expected), || format!("{name} failed ({status})"))
}

/// How many lines there are, all answered the same; a failure names the first that is not.
fn compare(questions: &str, native: &str, wasm: &str) -> Done<usize> {
    let number = questions.lines().filter(|line| !line.trim_ascii().is_empty()).count();
    ensure(number >= LEAST_LINES, || format!("the corpus has only {number} lines"))?;
    let asked = questions.lines().filter(|line| !line.trim_ascii().is_empty());
    let (mut native, mut wasm) = (native.lines(), wasm.lines());
    for (place, question) in (1..).zip(asked) {
        let (ours, theirs) = (native.next(), wasm.next());
        if ours.is_none() || ours != theirs {
            let [ours, theirs] = [ours, theirs].map(|answer| answer.unwrap_or("(no answer)"));
            return Err(Failure::new(format!(
                "line {place} is answered differently\nasked:  {question}\nnative: {ours}\nwasm:   {theirs}"
            )));
        }
    }
    ensure(native.next().is_none() && wasm.next().is_none(), || "there are more answers than questions".into())?;
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(line: &str) -> String {
        format!("{line}\n").repeat(LEAST_LINES)
    }

    #[test]
    fn the_same_answers_are_counted() {
        assert_eq!(compare(&lines("q"), &lines("a"), &lines("a")).ok(), Some(LEAST_LINES));
    }

    #[test]
    fn the_first_difference_is_named_with_its_question() {
        let wasm = format!("a\nb\n{}", lines("a"));
        let told = compare(&lines("q"), &lines("a"), &wasm).map_err(|failure| failure.to_string());
        assert_eq!(told, Err("line 2 is answered differently\nasked:  q\nnative: a\nwasm:   b".to_owned()));
    }

    #[test]
    fn an_answer_too_few_or_too_many_and_a_small_corpus_are_failures() {
        assert!(compare(&lines("q"), &lines("a"), "a\n").is_err());
        assert!(compare(&lines("q"), "a\n", "a\n").is_err());
        assert!(compare(&lines("q"), &(lines("a") + "a\n"), &(lines("a") + "a\n")).is_err());
        assert!(compare("q\n", "a\n", "a\n").is_err());
    }
}
