//! The picture worker: one program, built four times. With wasm's vector instructions it is a good deal faster, but a single
//! one of them makes an engine without them refuse the whole module (iOS before 16.4); and what decodes PNGs weighs more than
//! all the rest, and is hardly ever needed. So the worker's own script asks first (crates/pictures/js/worker.js).

use super::{Profile, post_build};
use crate::{
    failure::Done,
    files, process, project,
    setup::{self, Need, tools},
};
use std::path::Path;

/// What building the worker takes.
const NEEDS: &[Need] = &[Need::WasmTarget, Need::WasmBindgen, Need::BuildTools];

/// What the names of modules begin with, and compiler flags. These stand in place of the app's own, whose relocations the
/// worker has no use for.
const ENGINES: [(&str, &str); 2] = [("picture_worker", ""), (WITH_VECTORS, "-Ctarget-feature=+simd128")];
const WITH_VECTORS: &str = "picture_worker_simd";

/// What the names of modules end with, and the features of the crate that they have.
const REACHES: [(&str, &str); 2] = [("", "worker"), ("_png", "worker,codec")];

/// Whether the engine has vector instructions if it takes this module.
pub fn has_vectors(module: &str) -> bool {
    module.starts_with(WITH_VECTORS)
}

/// Builds all modules, each with its script, and the script that chooses, into a folder.
pub fn build(profile: Profile, folder: &Path) -> Done {
    let modules = ENGINES.into_iter().flat_map(|engine| REACHES.map(|reach| (engine, reach)));
    for ((engine, flags), (reach, features)) in modules {
        let name = format!("{engine}{reach}");
        // Folders of their own, or each of them would be built anew after the other.
        let target = project::at("target/worker").join(engine);
        let mut cargo = process::cargo();
        cargo.args(["build", "--package", "pictures", "--bin", "picture_worker", "--features", features]);
        cargo.args(["--target", "wasm32-unknown-unknown"]).env("CARGO_TARGET_DIR", &target).env("RUSTFLAGS", flags);
        if profile == Profile::Release {
            cargo.arg("--release");
        }
        if let Some(toolchain) = setup::wasm_toolchain() {
            cargo.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        process::run(&mut cargo)?;
        let built = target.join("wasm32-unknown-unknown").join(profile.folder()).join("picture_worker.wasm");
        let mut bind = process::command(tools::wasm_bindgen()?.program()?);
        bind.args(["--target", "web", "--no-typescript", "--out-name", &name, "--out-dir"]);
        process::run(bind.arg(folder).arg(built))?;
    }
    files::copy(&project::at("crates/pictures/js/worker.js"), &folder.join("picture_worker_loader.js"))
}

/// What other pages need to prepare pictures, as the site has it but for the folder's name: `picture.js` with the worker
/// beside it.
pub fn build_alone(folder: &Path) -> Done {
    setup::ensure(NEEDS)?;
    files::fresh_folder(folder)?;
    build(Profile::Release, folder)?;
    post_build::shrink(folder)?;
    post_build::bundle_picture_module(&folder.join(post_build::PICTURE_MODULE), "./")
}
