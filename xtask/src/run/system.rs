//! The programs of the whole system, and what each is told.

use super::{
    child::{self, Interruption, Program},
    secrets,
};
use crate::{
    failure::{Doing, Done},
    files, process, project, say,
    setup::{self, Need},
};
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

/// What the system needs besides the built app: the font is that of receipts.
pub const NEEDS: &[Need] = &[Need::IdentityModules, Need::Fonts];

/// Where the three programs listen.
#[derive(Clone, Copy)]
pub struct Ports {
    app: u16,
    sandbox: u16,
    identity: u16,
}

impl Ports {
    /// This port and the two after it.
    pub fn following(port: u16) -> Self {
        Self { app: port, sandbox: port.saturating_add(1), identity: port.saturating_add(2) }
    }

    /// Where the app listens.
    pub fn app(self) -> u16 {
        self.app
    }

    /// Three ports that nobody uses now.
    pub fn free() -> Done<Self> {
        let listen = || TcpListener::bind(("127.0.0.1", 0)).doing("find a free port");
        // All are held until all are known, or the same one could be given twice.
        let held = [listen()?, listen()?, listen()?];
        let port = |held: &TcpListener| held.local_addr().map(|address| address.port()).doing("find a free port");
        Ok(Self { app: port(&held[0])?, sandbox: port(&held[1])?, identity: port(&held[2])? })
    }
}

/// How a system is started.
pub struct Settings {
    /// Where its programs listen.
    pub ports: Ports,
    /// Where it keeps its data, its secrets and its logs.
    pub data: PathBuf,
    /// The police desk's officer: `manual`, or `auto:<seconds>`.
    pub officer: String,
}

/// A running system. It ends with this value.
pub struct System {
    ports: Ports,
    data: PathBuf,
    programs: Vec<Program>,
}

impl System {
    /// Builds the programs, starts them and waits until each answers. The app must have been built into `dist/`.
    pub fn start(settings: &Settings, interrupted: &Interruption) -> Done<Self> {
        setup::ensure(NEEDS)?;
        say::step("Building the API and the sandbox (a first build takes some minutes)");
        process::run(process::cargo().args(["build", "-p", "api", "-p", "sandbox", "--bins"]))?;
        say::step("Starting the sign-in provider, the sandbox and the API");
        let data = settings.data.clone();
        files::create_folder(&data.join("pictures"))?;
        let secrets = secrets::in_file(&data.join("secrets.env"))?;
        let mut system = Self { ports: settings.ports, data, programs: Vec::new() };
        let starts = [
            ("sandbox", system.sandbox(&settings.officer), system.sandbox_url()),
            ("identity", system.identity(), system.identity_url()),
            ("api", system.api(), system.app_url()),
        ];
        for (name, mut command, url) in starts {
            command.envs(secrets.iter().map(|(name, value)| (name, value)));
            let log = system.data.join("logs").join(format!("{name}.log"));
            let program = Program::start(name, command, log)?;
            // Kept before it is waited for, so that it is stopped when it never answers.
            system.programs.push(program);
            if let Some(program) = system.programs.last_mut() {
                program.wait_for(&url, "/health", interrupted)?;
            }
        }
        Ok(system)
    }

    /// Waits until the person interrupts, or a program ends by itself.
    pub fn watch(&mut self, interrupted: &Interruption) -> Done {
        child::watch(&mut self.programs, interrupted)
    }

    /// The applicant's address.
    pub fn app_url(&self) -> String {
        url(self.ports.app)
    }

    /// The outside systems' address.
    pub fn sandbox_url(&self) -> String {
        url(self.ports.sandbox)
    }

    /// The officer's address.
    pub fn desk_url(&self) -> String {
        format!("{}/desk", self.sandbox_url())
    }

    /// Where data, secrets and logs are.
    pub fn data(&self) -> &Path {
        &self.data
    }

    fn identity_url(&self) -> String {
        url(self.ports.identity)
    }

    fn sandbox(&self, officer: &str) -> Command {
        let mut command = process::command(project::at("target/debug/sandbox"));
        command.env("SANDBOX_LISTEN", address(self.ports.sandbox)).env("SANDBOX_APP_URL", self.app_url());
        command.env("IDENTITY_ISSUER", self.identity_url()).env("SANDBOX_DATA_DIR", self.data.join("sandbox"));
        command.env("SANDBOX_OFFICER", officer);
        command
    }

    fn identity(&self) -> Command {
        let mut command = process::command("node");
        command.arg("crates/sandbox/identity/server.mjs").env("IDENTITY_LISTEN_PORT", self.ports.identity.to_string());
        command.env("IDENTITY_ISSUER", self.identity_url()).env("IDENTITY_SANDBOX_URL", self.sandbox_url());
        command.env("IDENTITY_CLIENT_REDIRECT", format!("{}/api/sign-in/callback", self.app_url()));
        command
    }

    fn api(&self) -> Command {
        let mut command = process::command(project::at("target/debug/api"));
        let sandbox = self.sandbox_url();
        let database = format!("sqlite://{}?mode=rwc", self.data.join("rongju.db").display());
        command.env("RONGJU_LISTEN", address(self.ports.app)).env("RONGJU_PUBLIC_URL", self.app_url());
        command.env("RONGJU_DATABASE_URL", database).env("RONGJU_PICTURES_DIR", self.data.join("pictures"));
        command.env("RONGJU_STATIC_DIR", project::at("dist")).env("RONGJU_IDENTITY_ISSUER", self.identity_url());
        command.env("RONGJU_RECORDS_URL", format!("{sandbox}/exchange"));
        command.env("RONGJU_POLICE_URL", format!("{sandbox}/desk/api"));
        command.env("RONGJU_POST_URL", format!("{sandbox}/post/api"));
        command.env("RONGJU_SMS_URL", format!("{sandbox}/sms/api"));
        command.env("RONGJU_DEMONSTRATION", "true").env("RONGJU_LOG_FORMAT", "pretty");
        command
    }
}

impl Drop for System {
    fn drop(&mut self) {
        child::stop(&mut self.programs);
    }
}

/// As browsers are told it: their rules for secure cookies except this name.
fn url(port: u16) -> String {
    format!("http://localhost:{port}")
}

fn address(port: u16) -> String {
    format!("127.0.0.1:{port}")
}
