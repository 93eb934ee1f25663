//! `cargo xtask bench NAME`: measurements beside peers, as a table for people and as JSON for machines.
//!
//! A bench is a folder `bench/NAME` with a program `run.mjs` that measures and prints
//! `{"rounds": 5, "rows": [{"case", "metric", "unit", "ours", "peers": {name: median}, "bar", "better"}]}`:
//! `bar` is the largest ratio of ours to the best peer that is still good, or, where there are no peers or `bar_on` says
//! `value`, the worst value of ours; `better` is `lower` unless it says `higher`. One with packages of its own measures in
//! the browser.

use crate::{
    app::picture_worker,
    failure::{Doing, Done, Failure},
    files, process, project, say,
    setup::{self, Need},
};
use serde_json::{Value, json};
use std::{path::Path, process::Stdio};

/// Measures, prints a Markdown table, and writes the JSON when a file is named. A missed bar is reported, and is no
/// failure of the command.
pub fn run(name: &str, json: Option<&Path>) -> Done {
    let program = project::at("bench").join(name).join("run.mjs");
    if !program.is_file() {
        let names = names()?;
        let known =
            if names.is_empty() { "there are none yet".to_owned() } else { format!("there are: {}", names.join(", ")) };
        return Err(Failure::misused(format!("there is no bench `{name}`; {known}")));
    }
    if program.with_file_name("package-lock.json").is_file() {
        setup::ensure(&[Need::Chromium, Need::Fonts])?;
        setup::npm_packages(&format!("bench/{name}"), "what the bench measures and measures with")?;
    }
    if name == "pictures" {
        setup::ensure(&[Need::Firefox, Need::WebKitGtk])?;
        say::step("Building the picture worker as other pages get it");
        picture_worker::build_alone(&project::at("target/bench-pictures/site"))?;
    }
    let measured = process::output(process::command("node").arg(program).stderr(Stdio::inherit()))?;
    let measured: Value = serde_json::from_str(&measured).doing(format_args!("read what the bench {name} printed"))?;
    let rows: Vec<Value> = measured["rows"].as_array().into_iter().flatten().map(judged).collect();
    say::line(markdown(&rows));
    let Some(file) = json else { return Ok(()) };
    let report = json!({ "name": name, "machine": machine(), "rounds": measured["rounds"], "rows": rows });
    files::write(file, format!("{report:#}\n"))
}

fn names() -> Done<Vec<String>> {
    let folders = files::entries(&project::at("bench"))?.into_iter();
    Ok(folders.filter(|folder| folder.join("run.mjs").is_file()).map(|folder| files::name(&folder)).collect())
}

/// The row with its ratio to the best peer, and whether the bar holds.
fn judged(row: &Value) -> Value {
    let higher = row["better"] == "higher";
    let ours = row["ours"].as_f64();
    let peers = row["peers"].as_object().into_iter().flatten().filter_map(|(_, median)| median.as_f64());
    let best = peers.reduce(|one, other| if higher { one.max(other) } else { one.min(other) });
    let ratio = ours.zip(best).map(|(ours, best)| ours / best);
    let bar = row["bar"].as_f64();
    let judged = if row["bar_on"] == "value" { ours } else { ratio.or(ours) };
    let holds = judged.zip(bar).map(|(value, bar)| if higher { value >= bar } else { value <= bar });
    json!({
        "case": row["case"], "metric": row["metric"], "unit": row["unit"], "ours": row["ours"], "peers": row["peers"],
        "ratio_to_best": ratio, "bar": bar, "holds": holds,
    })
}

fn markdown(rows: &[Value]) -> String {
    let mut text =
        "| case | metric | unit | ours | peers | ratio to best | bar | holds |\n|---|---|---|---|---|---|---|---|"
            .to_owned();
    for row in rows {
        let cell = |name: &str| match &row[name] {
            Value::String(text) => text.clone(),
            Value::Null => "–".to_owned(),
            Value::Bool(holds) => if *holds { "yes" } else { "**no**" }.to_owned(),
            other => other.as_f64().map_or_else(String::new, |number| {
                format!("{:.4}", number).trim_end_matches('0').trim_end_matches('.').to_owned()
            }),
        };
        let peers = row["peers"].as_object().into_iter().flatten();
        let peers: Vec<String> = peers.map(|(name, median)| format!("{name} {median}")).collect();
        let cells = [
            cell("case"),
            cell("metric"),
            cell("unit"),
            cell("ours"),
            peers.join(", "),
            cell("ratio_to_best"),
            cell("bar"),
            cell("holds"),
        ];
        text += &format!("\n| {} |", cells.join(" | "));
    }
    text
}

/// The processor and how many there are: figures mean nothing without them.
fn machine() -> Value {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let about = files::read(Path::new("/proc/cpuinfo")).unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    json!({ "processor": model.trim_start_matches([' ', '\t', ':']), "cores": cores })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_is_to_the_best_peer_and_the_bar_is_on_it() {
        let row = judged(&json!({ "case": "a", "ours": 50, "peers": { "slow": 200, "quick": 100 }, "bar": 0.6 }));
        assert_eq!(row["ratio_to_best"], 0.5);
        assert_eq!(row["holds"], true);
    }

    #[test]
    fn where_more_is_better_the_best_peer_has_the_most() {
        let row = judged(&json!({ "ours": 50, "peers": { "slow": 20, "quick": 100 }, "bar": 0.6, "better": "higher" }));
        assert_eq!(row["holds"], false);
    }

    #[test]
    fn without_peers_the_bar_is_on_the_value() {
        let row = judged(&json!({ "ours": 50, "peers": {}, "bar": 40 }));
        assert_eq!(row["ratio_to_best"], Value::Null);
        assert_eq!(row["holds"], false);
    }

    #[test]
    fn a_bar_can_be_on_the_value_with_peers_beside_it() {
        let row = judged(&json!({ "ours": 30, "peers": { "peer": 10 }, "bar": 40, "bar_on": "value" }));
        assert_eq!((&row["ratio_to_best"], &row["holds"]), (&json!(3.0), &json!(true)));
    }

    #[test]
    fn a_missed_bar_stands_out_in_the_table() {
        let table = markdown(&[judged(&json!({ "case": "12 MP", "ours": 2, "peers": { "peer": 1 }, "bar": 1 }))]);
        assert!(table.ends_with("| 12 MP | – | – | 2 | peer 1 | 2 | 1 | **no** |"), "{table}");
    }
}
