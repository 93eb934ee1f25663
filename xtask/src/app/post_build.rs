//! After Trunk: every file made small, put into one folder named after its content, and named in index.html.

use super::{
    Profile,
    assets::{ChunksOfPages, chunks_of_pages, page_of, with_own_loading},
    budget, chunks, given,
    html::{integrity, refuse_inline, replace_once},
    lazy::Lazy,
    picture_worker,
};
use crate::{
    failure::{Doing, Done, Failure},
    files, process, project, say,
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::{
    cmp::Reverse,
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread::available_parallelism,
};

/// The lowest engines that can run the app (docs/ARCHITECTURE.md): style and scripts are written down for them.
const ENGINES: &str = "--target=chrome99,safari15.4,firefox100";

/// What wasm-opt may assume of the engine, by name: `--all-features` would make modules that Chromium refuses.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The file of the small shared chunks, and how large one of them may be, in bytes.
pub const PACK: &str = "shared.bin";
const PACKED_UP_TO: u64 = 4 * 1024;

/// The divisions of the country, which the form asks for where an address may be anywhere (`client::regions`).
pub const REGIONS: &str = "regions.txt";

/// What other pages import from the site to prepare pictures.
pub const PICTURE_MODULE: &str = "picture.js";

/// Shrinks, names and places what Trunk and the splitter have built.
pub fn post_build() -> Done {
    let profile = Profile::of_hook();
    let stage = given("TRUNK_STAGING_DIR")?;
    let files = stage.join("assets").join("files");
    files::create_folder(&files)?;
    let pages = gather(profile, &stage, &files)?;
    say::step("Building the picture worker, with vector instructions and without");
    picture_worker::build(profile, &files)?;
    if profile == Profile::Release {
        shrink(&files)?;
    }
    let pages = pack(&files, pages)?;
    bundle_style("style/main.css", &files.join("style.css"))?;
    bundle_traditional(&files)?;
    process::run(process::command("node").arg("tools/regions.mjs").arg(files.join(REGIONS)))?;
    let lazy = Lazy::read(pages)?;
    let lists = [("PAGES", &lazy.addresses()?), ("PARTS", &lazy.parts())];
    bundle("src/boot.js", &files.join("boot.js"), &lists)?;

    let hash = hash_of(&files)?;
    let folder = stage.join("assets").join(&hash);
    files::rename(&files, &folder)?;
    bundle_picture_module(&stage.join(PICTURE_MODULE), &format!("./assets/{hash}/"))?;
    for file in files::walk(&project::at("public"))? {
        let place = file.strip_prefix(project::at("public")).doing("place a public file")?;
        files::copy(&file, &stage.join(place))?;
    }
    write_index(&stage, &folder, &hash)?;
    budget::describe(&hash, &lazy.visits())?;
    if profile == Profile::Release {
        say::step("Compressing for the server (brotli and gzip, best quality)");
        process::run(process::command("node").arg("tools/compress.mjs").arg(&stage))?;
    }
    Ok(())
}

/// Makes every module and script of a folder as small as it gets, or, of the picture worker, as fast.
pub fn shrink(files: &Path) -> Done {
    say::step("Shrinking the wasm (wasm-opt; what has changed, all of it in one to three minutes on two cores)");
    optimise(files)?;
    minify(files)
}

/// Puts Trunk's modules, the chunks and our own loading scripts side by side; gives the chunks of each page.
fn gather(profile: Profile, stage: &Path, files: &Path) -> Done<ChunksOfPages> {
    for path in files::entries(stage)? {
        let name = files::name(&path);
        if name != "index.html" && name != "assets" {
            files::rename(&path, &files.join(name))?;
        }
    }
    for path in files::entries(&chunks(profile, "rongju"))? {
        files::copy(&path, &files.join(files::name(&path)))?;
    }
    let link = files.join("__wasm_split.js");
    let text = files::read(&link)?;
    files::write(&link, with_own_loading(&text)?)?;
    files::copy(&project::at("src/start.js"), &files.join("start.js"))?;
    chunks_of_pages(&text)
}

/// Runs wasm-opt over every module: one thread a core, the largest first, so that none is left to work alone for long.
fn optimise(files: &Path) -> Done {
    let mut modules: Vec<PathBuf> =
        files::entries(files)?.into_iter().filter(|path| has_extension(path, "wasm")).collect();
    modules.sort_by_key(|path| Reverse(fs::metadata(path).map_or(0, |facts| facts.len())));
    let next = AtomicUsize::new(0);
    let work = || -> Done {
        while let Some(module) = modules.get(next.fetch_add(1, Ordering::Relaxed)) {
            optimise_one(module)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let cores = available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let stopped = |_| Err(Failure::new("a thread that shrinks wasm stopped"));
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(stopped))
    })
}

/// Shrinks the module in place, unless the same one was shrunk before.
fn optimise_one(module: &Path) -> Done {
    // The picture worker is built for speed.
    let flags: &[&str] = match files::name(module) {
        name if picture_worker::has_vectors(&name) => &["-O3", "--enable-simd"],
        name if name.starts_with("picture") => &["-O3"],
        _ => &["-Oz"],
    };
    let mut hash = Sha256::new();
    hash.update(files::read(&project::at("tools/package-lock.json"))?);
    hash.update([flags, WASM_FEATURES].concat().join(" "));
    hash.update(files::read_bytes(module)?);
    let known = project::at("target/wasm-opt").join(format!("{}.wasm", hex(&hash.finalize())));
    if !known.is_file() {
        let mut tool = process::command(project::at("tools/node_modules/.bin/wasm-opt"));
        tool.env("BINARYEN_CORES", "1").args(flags).args(WASM_FEATURES).arg(module).arg("-o").arg(module);
        // Not shown unless it fails: it remarks on every chunk's names, which are taken away anyway.
        process::output(&mut tool)?;
        // Moved into its place whole, so that an interrupted build leaves no half file there.
        let whole = known.with_extension("new");
        files::copy(module, &whole)?;
        return files::rename(&whole, &known);
    }
    files::copy(&known, module)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn esbuild() -> std::process::Command {
    let mut command = process::command(project::at("tools/node_modules/.bin/esbuild"));
    command.args(["--log-level=warning", ENGINES]);
    command
}

/// Takes blanks and long names out of the scripts, each file by itself: they import each other by name.
fn minify(files: &Path) -> Done {
    let scripts = files::walk(files)?.into_iter().filter(|path| has_extension(path, "js"));
    process::run(
        esbuild()
            // wasm-bindgen imports the link file once a page, and lists all those same modules under its one name.
            .arg("--log-override:duplicate-object-key=silent")
            .args(["--minify", "--format=esm", "--allow-overwrite"])
            .arg(format!("--outbase={}", files.display()))
            .arg(format!("--outdir={}", files.display()))
            .args(scripts),
    )
}

/// Puts the small shared chunks into one file: there are dozens of them, one for each set of pages that share something,
/// and a request for each would cost more than their bytes. Gives the files each page needs now.
fn pack(files: &Path, pages: ChunksOfPages) -> Done<ChunksOfPages> {
    let mut packed = Vec::new();
    let mut places = Map::new();
    for path in files::entries(files)? {
        let name = files::name(&path);
        let small = fs::metadata(&path).is_ok_and(|facts| facts.len() <= PACKED_UP_TO);
        if name.starts_with("chunk_") && small {
            let start = packed.len();
            packed.extend(files::read_bytes(&path)?);
            places.insert(name, json!([start, packed.len()]));
            fs::remove_file(&path).doing("take a packed chunk away")?;
        }
    }
    files::write(&files.join(PACK), packed)?;
    let now = |file: String| if places.contains_key(&file) { PACK.to_owned() } else { file };
    let pages = pages.into_iter().map(|(page, needs)| {
        let needs: BTreeSet<String> = needs.into_iter().map(now).collect();
        (page, needs.into_iter().collect())
    });
    let pages = pages.collect();
    bundle("src/chunks.js", &files.join("chunks.js"), &[("PACKED", &Value::Object(places))])?;
    Ok(pages)
}

/// One style file for the browser, whatever it is made of.
pub fn bundle_style(style: &str, bundled: &Path) -> Done {
    process::run(esbuild().args([style, "--bundle", "--minify"]).arg(format!("--outfile={}", bundled.display())))
}

/// What shows Chinese in traditional characters, with the words that our texts need for it.
fn bundle_traditional(files: &Path) -> Done {
    let lists = project::generated().join("traditional.json");
    process::run(process::command("node").arg("tools/traditional.mjs").arg(&lists))?;
    let mut esbuild = esbuild();
    esbuild.args(["src/traditional/page.js", "--bundle", "--minify", "--format=esm", "--charset=utf8"]);
    esbuild.arg(format!("--alias:traditional-lists={}", lists.display()));
    process::run(esbuild.arg(format!("--outfile={}", files.join("traditional.js").display())))
}

/// One of our own scripts with values in place of names in it.
fn bundle(script: &str, bundled: &Path, values: &[(&str, &Value)]) -> Done {
    let mut esbuild = esbuild();
    // A classic script (`boot.js`) stays one; it has no imports or exports.
    esbuild.args([script, "--minify", "--format=esm"]);
    esbuild.args(values.iter().map(|(name, value)| format!("--define:{name}={value}")));
    process::run(esbuild.arg(format!("--outfile={}", bundled.display())))
}

/// The module by which other pages prepare pictures. Its name stays, so it says by itself where the worker of this build is.
pub fn bundle_picture_module(module: &Path, folder: &str) -> Done {
    let worker = Value::from(format!("{folder}picture_worker_loader.js"));
    bundle("crates/pictures/js/picture.js", module, &[("WORKER", &worker)])
}

/// A name for the folder that changes whenever a byte in it does. The server keeps whatever lies under such a name (16
/// hexadecimal digits or more) for ever.
fn hash_of(folder: &Path) -> Done<String> {
    let mut hash = Sha256::new();
    for file in files::walk(folder)? {
        hash.update(file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().as_bytes());
        hash.update(Sha256::digest(files::read_bytes(&file)?));
    }
    Ok(hex(&hash.finalize()[..8]))
}

/// Names everything in index.html, with what to load early and how to know that it is the right file.
fn write_index(stage: &Path, folder: &Path, hash: &str) -> Done {
    let base = format!("/assets/{hash}/");
    let integrity = |file: &str| files::read_bytes(&folder.join(file)).map(|bytes| integrity(&bytes));
    let modules = ["start.js", "rongju.js", "__wasm_split.js", "chunks.js"];
    let mut start = format!(
        r#"<link rel="preload" href="{base}rongju_bg.wasm" as="fetch" type="application/wasm" crossorigin="anonymous">"#
    );
    for module in modules {
        let digest = integrity(module)?;
        start += &format!(
            r#"<link rel="modulepreload" href="{base}{module}" crossorigin="anonymous" integrity="{digest}">"#
        );
    }
    let digest = integrity("start.js")?;
    start += &format!(
        r#"<script type="module" src="{base}start.js" crossorigin="anonymous" integrity="{digest}"></script>"#
    );
    let page = stage.join("index.html");
    let html = files::read(&page)?;
    let html = replace_once(&html, "<html", &format!(r#"<html data-assets="{base}""#))?;
    let boot = format!(r#"src="{base}boot.js" integrity="{}""#, integrity("boot.js")?);
    let html = replace_once(&html, r#"src="boot.js""#, &boot)?;
    let style = format!(r#"href="{base}style.css" integrity="{}""#, integrity("style.css")?);
    let html = replace_once(&html, r#"href="main.css""#, &style)?;
    let html = replace_once(&html, r#"<script type="module" src="start.js"></script>"#, &start)?;
    refuse_inline(&html)?;
    files::write(&page, html)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}

/// The page a chunk file belongs to alone, or none when it is shared.
pub fn page_of_file(file: &str) -> Option<&str> {
    file.strip_prefix("split_")?.strip_suffix(".wasm").map(page_of)
}
