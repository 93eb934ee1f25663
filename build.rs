//! Turns the texts of `src/locales` into functions, see `src/locales/generate.rs`.

use std::{env, error::Error, fs, path::Path};

#[path = "src/locales/generate.rs"]
mod generate;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("src/locales");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR for build scripts")?;
    fs::write(Path::new(&out).join("texts.rs"), generate::from_folder(folder)?)?;
    Ok(())
}
