//! What the tasks tell the person at the terminal. The one place that prints.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is a program for the terminal")]
#![allow(clippy::disallowed_methods, reason = "how long a step took is what it reports")]

use std::time::{Duration, Instant};

/// Announces a step: what happens, and why or how long.
pub fn step(what: impl AsRef<str>) {
    println!("\n» {}", what.as_ref());
}

/// A line of ordinary output.
pub fn line(text: impl AsRef<str>) {
    println!("{}", text.as_ref());
}

/// A line for the error output.
pub fn error(text: impl AsRef<str>) {
    eprintln!("{}", text.as_ref());
}

/// Measures how long something takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts measuring.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A table with its columns aligned. The first row is the heading; numbers are recognised and set to the right.
pub fn table(rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    for row in rows {
        let cells: Vec<String> = (0..columns)
            .map(|column| {
                let cell = row.get(column).map_or("", String::as_str);
                let width = width(column).unwrap_or(0);
                let number = cell.starts_with(|first: char| first.is_ascii_digit());
                if number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            })
            .collect();
        line(cells.join("  ").trim_end());
    }
}
