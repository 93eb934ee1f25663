//! After Trunk: every file made small, put into one folder named after its content, and named in index.html.

use super::{
    Profile,
    assets::{ChunksOfPages, chunks_of_pages, page_of, snake_case, with_own_loading},
    budget, chunks, given,
    html::{integrity, refuse_inline, replace_once},
    pre_build::PAGES,
};
use crate::{
    failure::{Doing, Done, Failure, ensure},
    files, process, project, say,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

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

/// Shrinks, names and places what Trunk and the splitter have built.
pub fn post_build() -> Done {
    let profile = Profile::of_hook();
    let stage = given("TRUNK_STAGING_DIR")?;
    let files = stage.join("assets").join("files");
    files::create_folder(&files)?;
    let pages = gather(profile, &stage, &files)?;
    if profile == Profile::Release {
        say::step("Shrinking the wasm (wasm-opt)");
        optimise(&files)?;
        minify(&files)?;
    }
    bundle_style(&files)?;
    let addresses = chunks_of_addresses(&pages)?;
    bundle_boot(&files, &addresses)?;

    let hash = hash_of(&files)?;
    let folder = stage.join("assets").join(&hash);
    files::rename(&files, &folder)?;
    for file in files::walk(&project::at("public"))? {
        let place = file.strip_prefix(project::at("public")).doing("place a public file")?;
        files::copy(&file, &stage.join(place))?;
    }
    write_index(&stage, &folder, &hash)?;
    budget::describe(&hash, &pages)?;
    if profile == Profile::Release {
        say::step("Compressing for the server (brotli and gzip, best quality)");
        process::run(process::command("node").arg("tools/compress.mjs").arg(&stage))?;
    }
    Ok(())
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
    for own in ["start.js", "chunks.js"] {
        files::copy(&project::at("src").join(own), &files.join(own))?;
    }
    chunks_of_pages(&text)
}

/// Runs wasm-opt over every module, two at a time (it uses little more than one core itself).
fn optimise(files: &Path) -> Done {
    let modules: Vec<PathBuf> = files::entries(files)?.into_iter().filter(|path| has_extension(path, "wasm")).collect();
    let (left, right) = modules.split_at(modules.len() / 2);
    let optimise_all = |modules: &[PathBuf]| -> Done {
        for module in modules {
            let mut tool = process::command(project::at("tools/node_modules/.bin/wasm-opt"));
            // The picture worker is built for speed, and may hold SIMD; the app's modules must not.
            let pictures = files::name(module).starts_with("picture");
            tool.args(if pictures { ["-O3", "--enable-simd"].as_slice() } else { ["-Oz"].as_slice() });
            tool.args(WASM_FEATURES).arg(module).arg("-o").arg(module);
            process::run(&mut tool)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| optimise_all(right));
        let own = optimise_all(left);
        let other = other.join().unwrap_or_else(|_| Err(Failure::new("the thread that shrinks wasm stopped")));
        own.and(other)
    })
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
            .args(["--minify", "--format=esm", "--allow-overwrite"])
            .arg(format!("--outbase={}", files.display()))
            .arg(format!("--outdir={}", files.display()))
            .args(scripts),
    )
}

/// One style file for the browser, whatever it is made of.
fn bundle_style(files: &Path) -> Done {
    let out = format!("--outfile={}", files.join("style.css").display());
    process::run(esbuild().args(["style/main.css", "--bundle", "--minify"]).arg(out))
}

/// `boot.js` with the table of chunks in it.
fn bundle_boot(files: &Path, addresses: &Value) -> Done {
    let out = format!("--outfile={}", files.join("boot.js").display());
    process::run(
        esbuild().args(["src/boot.js", "--bundle", "--minify"]).arg(format!("--define:PAGES={addresses}")).arg(out),
    )
}

/// The app's table of addresses, with the chunks of each page instead of its name.
fn chunks_of_addresses(pages: &ChunksOfPages) -> Done<Value> {
    let text = files::read(&project::generated().join(PAGES))?;
    let table: Vec<(String, String)> = serde_json::from_str(&text).doing("read the app's table of pages")?;
    let known: Vec<String> = table.iter().map(|(_, page)| snake_case(page)).collect();
    for page in pages.keys() {
        ensure(known.iter().any(|known| known == page), || format!("the chunk of `{page}` has no address in app.rs"))?;
    }
    let rows = table.iter().zip(&known).map(|((address, page), snake)| {
        let files = pages.get(snake).ok_or_else(|| {
            Failure::new(format!("{page} ({address}) has no chunk: is its LazyRoute marked #[lazy_route]?"))
        })?;
        Ok(json!([address, files]))
    });
    rows.collect::<Done<Vec<Value>>>().map(Value::Array)
}

/// A name for the folder that changes whenever a byte in it does. The server keeps whatever lies under such a name (16
/// hexadecimal digits or more) for ever.
fn hash_of(folder: &Path) -> Done<String> {
    let mut hash = Sha256::new();
    for file in files::walk(folder)? {
        hash.update(file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().as_bytes());
        hash.update(Sha256::digest(files::read_bytes(&file)?));
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
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
