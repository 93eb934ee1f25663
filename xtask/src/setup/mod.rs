//! Everything that must be on the machine, installed when it is missing and never twice.
//!
//! Tools go into a folder of their own under the person's cache; nothing is written to their cargo or npm.

mod debian;
mod node;
pub mod tools;
mod typos;
mod wasm_target;

pub use node::ensure as npm_packages;
pub use typos::program as typos;
pub use wasm_target::toolchain as wasm_toolchain;

use crate::{failure::Done, say};

/// Something the tasks need on the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A compiler with the standard library for wasm32-unknown-unknown.
    WasmTarget,
    /// Trunk, which builds the app.
    Trunk,
    /// The splitter of the app's wasm.
    WasmSplit,
    /// wasm-bindgen's program of the locked version.
    WasmBindgen,
    /// wasm-opt and esbuild, from npm.
    BuildTools,
    /// The checks of licences and sources.
    CargoDeny,
    /// The spelling check.
    Typos,
    /// What the sandbox's identity provider runs on.
    IdentityModules,
    /// Playwright and axe.
    BrowserTestModules,
    /// The browser of the tests.
    Chromium,
    /// Gecko, which pictures are measured in.
    Firefox,
    /// Safari's engine, which pictures are measured in, with what drives it and a screen for it.
    WebKitGtk,
    /// Chinese letters for the receipts and for the browser of the tests.
    Fonts,
}

/// Everything there is to need, but for the browsers of a single bench, which installs them itself.
const ALL: &[Need] = &[
    Need::WasmTarget,
    Need::Trunk,
    Need::WasmSplit,
    Need::WasmBindgen,
    Need::BuildTools,
    Need::CargoDeny,
    Need::Typos,
    Need::IdentityModules,
    Need::BrowserTestModules,
    Need::Chromium,
    Need::Fonts,
];

/// Installs all that is missing.
pub fn all() -> Done {
    ensure(ALL)?;
    say::line("Everything needed is installed.");
    Ok(())
}

/// Installs what is missing of these.
pub fn ensure(needs: &[Need]) -> Done {
    for need in needs {
        match need {
            Need::WasmTarget => wasm_target::ensure()?,
            Need::Trunk => tools::TRUNK.ensure()?,
            Need::WasmSplit => tools::WASM_SPLIT.ensure()?,
            Need::WasmBindgen => tools::wasm_bindgen()?.ensure()?,
            Need::CargoDeny => tools::CARGO_DENY.ensure()?,
            Need::Typos => typos::ensure()?,
            Need::BuildTools => node::ensure("tools", "wasm-opt and esbuild, which make the app small")?,
            Need::IdentityModules => node::ensure("crates/sandbox/identity", "the sandbox's sign-in provider")?,
            Need::BrowserTestModules => node::ensure("e2e", "Playwright and axe for the browser tests")?,
            Need::Chromium => debian::ensure_program("chromium", "chromium", "the browser of the tests, about 90 MB")?,
            Need::Firefox => debian::ensure_program(
                "firefox-esr",
                "firefox-esr",
                "another engine to measure pictures in, about 75 MB",
            )?,
            Need::WebKitGtk => {
                let why = "Safari's engine, to measure pictures in, about 70 MB";
                debian::ensure_program("WebKitWebDriver", "webkit2gtk-driver", why)?;
                debian::ensure_program("Xvfb", "xvfb", "a screen for an engine that has to have one")?
            }
            Need::Fonts => {
                debian::ensure_package("fonts-noto-cjk", "Chinese letters for receipts and screenshots, about 60 MB")?
            }
        }
    }
    Ok(())
}
