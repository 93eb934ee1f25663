//! The parts that need the whole system and a browser.

use crate::{
    app,
    failure::Done,
    files, process, project,
    run::{
        child::Interruption,
        system::{Ports, Settings, System},
    },
    say,
    setup::Need,
};

/// What the browser tests need besides the app and the system.
pub const NEEDS: &[Need] = &[Need::BrowserTestModules, Need::Chromium, Need::Fonts];

/// Runs one of Playwright's projects against a system of its own with nothing in it yet.
pub fn run(name: &'static str, interrupted: &Interruption) -> Done {
    app::build_for_tests()?;
    let data = project::at("target/test-systems").join(name);
    files::fresh_folder(&data)?;
    let settings = Settings { ports: Ports::free()?, data, officer: "manual".into() };
    let system = System::start(&settings, interrupted)?;
    let addresses =
        [("BASE_URL", system.app_url()), ("DESK_URL", system.desk_url()), ("SANDBOX_URL", system.sandbox_url())];
    playwright(name, &addresses)
}

/// Runs one of Playwright's projects against the designers' page, which needs no system behind it.
pub fn gallery(name: &'static str) -> Done {
    let folder = project::at("target/gallery");
    app::gallery::export(&folder)?;
    let url = format!("http://localhost:{}", Ports::free()?.app());
    playwright(name, &[("BASE_URL", url), ("GALLERY_DIR", folder.display().to_string())])
}

fn playwright(name: &str, variables: &[(&str, String)]) -> Done {
    say::step(format!("Browser tests: {name} (Playwright with Chromium)"));
    let modules = project::at("e2e/node_modules/.bin");
    let mut playwright = process::command(modules.join("playwright"));
    playwright.current_dir(project::at("e2e")).args(["test", "--project", name]);
    playwright.env("PATH", process::path_with(&[&modules])?).envs(variables.iter().map(|(name, value)| (name, value)));
    if let Some(chromium) = process::on_path("chromium") {
        playwright.env("CHROMIUM", chromium);
    }
    process::run(&mut playwright)
}
