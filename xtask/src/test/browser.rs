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
    say::step(format!("Browser tests: {name} (Playwright with Chromium)"));
    let mut playwright = process::command(project::at("e2e/node_modules/.bin/playwright"));
    playwright.current_dir(project::at("e2e")).args(["test", "--project", name]);
    playwright.env("BASE_URL", system.app_url()).env("DESK_URL", system.desk_url());
    playwright.env("SANDBOX_URL", system.sandbox_url());
    if let Some(chromium) = process::on_path("chromium") {
        playwright.env("CHROMIUM", chromium);
    }
    process::run(&mut playwright)
}
