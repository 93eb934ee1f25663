//! The designers' page: built apart from the app, and served for those who work on components.

use super::{NEEDS, Profile, lock, post_build::bundle_style, trunk};
use crate::{failure::Done, files, process, project, say, setup};
use std::path::Path;

const CONFIG: [&str; 2] = ["--config", "gallery/Trunk.toml"];

/// Builds it as files that can be put on any server, under any address.
pub fn export(folder: &Path) -> Done {
    setup::ensure(NEEDS)?;
    let _alone = lock()?;
    say::step("Building the gallery (Trunk)");
    process::run(trunk("build", Profile::Release)?.args(CONFIG).arg("--dist").arg(folder))?;
    // Trunk calls every page index.html; this one may come to lie beside the app's.
    files::rename(&folder.join("index.html"), &folder.join("gallery.html"))
}

/// Builds and serves it, and builds it anew whenever a source changes.
pub fn serve(port: u16) -> Done {
    setup::ensure(NEEDS)?;
    say::step(format!("The gallery: http://localhost:{port}/gallery.html (Ctrl-C ends it)"));
    process::run(trunk("serve", Profile::Debug)?.args(CONFIG).args(["--port", &port.to_string()]))
}

/// Before Trunk: the app's style and the gallery's own as one file.
pub fn style() -> Done {
    bundle_style("src/gallery/style.css", &project::generated().join("gallery.css"))
}
