//! What Trunk takes for `wasm-bindgen`: it splits the module first where it has split points, and then binds the rest.

mod relocations;

use super::{REAL_BIND, REAL_SPLIT, given, split_folder};
use crate::{
    failure::{Doing, Done, Failure},
    files, process,
};
use std::{fs, path::Path, process::Command};

/// Takes wasm-bindgen's arguments as Trunk gives them:
/// `--target=web --out-dir=D --out-name=N INPUT.wasm --no-typescript`, or `--version`.
pub fn bind(arguments: &[String]) -> Done {
    let value = |flag: &str| arguments.iter().find_map(|argument| argument.strip_prefix(flag));
    let input = arguments.iter().find(|argument| argument.ends_with(".wasm") && !argument.starts_with("--"));
    let bind = || given(REAL_BIND).map(Command::new);
    let Some(input) = input else {
        return process::run(bind()?.args(arguments));
    };
    let bytes = files::read_bytes(Path::new(input))?;
    let missing = |flag: &str| Failure::new(format!("Trunk did not give {flag}"));
    let out = Path::new(value("--out-dir=").ok_or_else(|| missing("--out-dir"))?);
    let name = value("--out-name=").ok_or_else(|| missing("--out-name"))?;
    if !has_split_points(&bytes) {
        // The picture worker, for one: a module without split points is bound as it is.
        process::run(bind()?.args(arguments))?;
        let bound = out.join(format!("{name}_bg.wasm"));
        return files::write(&bound, relocations::without(&files::read_bytes(&bound)?)?);
    }
    let chunks = split_folder(out, name);
    files::fresh_folder(&chunks)?;
    process::run(Command::new(given(REAL_SPLIT)?).arg(input).arg(&chunks).args([
        "--target",
        "web",
        "--out-name",
        name,
    ]))?;
    let main = chunks.join(format!("{name}.wasm"));
    let others = arguments.iter().filter(|argument| *argument != input);
    // The chunks import from the main module by the names the linker gave.
    process::run(bind()?.args(others).args(["--keep-lld-exports", "--no-demangle"]).arg(&main))?;
    fs::remove_file(&main).doing("take the unbound main module away")
}

/// The splitter's mark, in a module that was built with `#[lazy_route]` or `#[lazy]`.
fn has_split_points(wasm: &[u8]) -> bool {
    const MARK: &[u8] = b"__wasm_split_load_";
    wasm.windows(MARK.len()).any(|window| window == MARK)
}
