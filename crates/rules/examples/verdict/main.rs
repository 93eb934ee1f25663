//! Asks the rules from outside: one JSON object a line in, one a line out, with the same `id`.
//!
//! `cargo run -q -p rules --example verdict < cases.jsonl > verdicts.jsonl`
//!
//! Exit status 1 where a line was malformed; it is named by its number on standard error, never by its content, which
//! may be personal.

mod casefile;

use std::{
    io::{BufRead, BufWriter, Write, stderr, stdin, stdout},
    process::ExitCode,
};

fn main() -> std::io::Result<ExitCode> {
    let mut answers = BufWriter::new(stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for (number, line) in (1u64..).zip(stdin().lock().split(b'\n')) {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = casefile::answer(&line);
        if answer.malformed {
            code = ExitCode::FAILURE;
            writeln!(stderr(), "line {number}: malformed")?;
        }
        serde_json::to_writer(&mut answers, &answer.json)?;
        writeln!(answers)?;
    }
    answers.flush()?;
    Ok(code)
}
