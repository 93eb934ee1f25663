//! `cargo xtask run`: the whole system on this machine, for people to use.

pub mod child;
mod http;
mod secrets;
pub mod system;

use crate::{
    app::{self, Profile},
    failure::{Doing, Done},
    project, say,
};
use serde_json::Value;
use system::{Ports, Settings, System};

/// Builds what has changed, starts everything, says where it is, and waits for Ctrl-C.
pub fn run(profile: Profile, port: u16) -> Done {
    let interrupted = child::interruption()?;
    app::build(profile)?;
    let settings = Settings { ports: Ports::following(port), data: project::at(".run"), officer: "manual".into() };
    let mut system = System::start(&settings, &interrupted)?;
    greet(&system)?;
    system.watch(&interrupted)
}

/// Says where everything is, and who can sign in.
fn greet(system: &System) -> Done {
    let citizens = http::get(&system.sandbox_url(), "/citizens")?;
    let citizens: Value = serde_json::from_str(&citizens).doing("read the list of demonstration citizens")?;
    say::line(format!("\nRongju 蓉居 is running:  {}\n", system.app_url()));
    say::line("Synthetic citizens to sign in as, each showing another case:");
    for citizen in citizens.as_array().into_iter().flatten() {
        let text = |name: &str| citizen[name].as_str().unwrap_or_default();
        say::line(format!("  {}  {}", text("name"), text("summary")));
    }
    say::line(format!("\nThe police desk, where you are the officer:  {}", system.desk_url()));
    say::line(format!("Everything else outside (post, messages):    {}", system.sandbox_url()));
    say::line(format!("Data and logs: {}. Ctrl-C stops everything.", system.data().display()));
    Ok(())
}
