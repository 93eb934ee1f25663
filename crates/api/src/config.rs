//! Settings: a TOML file named by `RONGJU_CONFIG`, overridden by `RONGJU_*`. What each means is said in
//! `config.example.toml`, which a test reads.

use std::{net::SocketAddr, path::PathBuf};

use config::{Environment, File, FileFormat};
use jiff::civil::Date;
use secrecy::SecretString;
use serde::Deserialize;
use url::Url;

/// Settings of one process. Unknown names are refused, so that a misspelt one is not silently without effect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address and port to listen on.
    #[serde(default = "default::listen")]
    pub listen: SocketAddr,
    /// Where browsers reach the service.
    pub public_url: Url,
    /// `sqlite://…`.
    pub database_url: String,
    /// Connections kept to the database.
    #[serde(default = "default::database_connections")]
    pub database_connections: u32,
    /// Folder of the uploaded pictures.
    pub pictures_dir: PathBuf,
    /// Pictures decoded, and receipts made, at once.
    #[serde(default = "default::picture_workers")]
    pub picture_workers: usize,
    /// The font of the receipts.
    #[serde(default = "default::receipt_font")]
    pub receipt_font: PathBuf,
    /// The built app; `None` where something else serves it.
    #[serde(default)]
    pub static_dir: Option<PathBuf>,
    /// Issuer of the identity provider.
    pub identity_issuer: Url,
    /// This service's name there.
    #[serde(default = "default::identity_client_id")]
    pub identity_client_id: String,
    /// And its secret.
    pub identity_client_secret: SecretString,
    /// The record exchange.
    pub records_url: Url,
    /// The police desk.
    pub police_url: Url,
    /// The post.
    pub post_url: Url,
    /// The SMS gateway.
    pub sms_url: Url,
    /// The bearer token shown to the four above.
    pub outside_token: SecretString,
    /// The key of incoming webhooks.
    pub webhook_secret: SecretString,
    /// Milliseconds that one record service is waited for.
    #[serde(default = "default::records_timeout_ms")]
    pub records_timeout_ms: u64,
    /// Seconds between two looks at a status that can change.
    #[serde(default = "default::poll_active_seconds")]
    pub poll_active_seconds: u32,
    /// Seconds between two looks at a status that will not.
    #[serde(default = "default::poll_settled_seconds")]
    pub poll_settled_seconds: u32,
    /// Whether SMS wait for the morning; where not said, they do unless this is a demonstration, which wakes nobody.
    #[serde(default)]
    pub sms_quiet_hours: Option<bool>,
    /// Whether this is the demonstration with synthetic people.
    #[serde(default)]
    pub demonstration: bool,
    /// The date to take for today, in a demonstration.
    #[serde(default)]
    pub today: Option<Date>,
    /// How log lines are written.
    #[serde(default)]
    pub log_format: LogFormat,
    /// Which log lines are written.
    #[serde(default = "default::log_filter")]
    pub log_filter: String,
}

/// Where Debian's package fonts-noto-cjk has the font.
pub const DEFAULT_RECEIPT_FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

/// How log lines are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// One JSON object a line.
    #[default]
    Json,
    /// For a terminal.
    Pretty,
}

mod default {
    use std::{
        net::{Ipv4Addr, SocketAddr},
        path::PathBuf,
    };

    pub(super) fn listen() -> SocketAddr {
        (Ipv4Addr::LOCALHOST, 8080).into()
    }
    pub(super) const fn database_connections() -> u32 {
        8
    }
    pub(super) const fn picture_workers() -> usize {
        2
    }
    pub(super) fn receipt_font() -> PathBuf {
        super::DEFAULT_RECEIPT_FONT.into()
    }
    pub(super) fn identity_client_id() -> String {
        "rongju".to_owned()
    }
    pub(super) const fn records_timeout_ms() -> u64 {
        3_000
    }
    pub(super) const fn poll_active_seconds() -> u32 {
        60
    }
    pub(super) const fn poll_settled_seconds() -> u32 {
        3_600
    }
    pub(super) fn log_filter() -> String {
        "info".to_owned()
    }
}

/// Why the settings can't be used. Values are not repeated: they may be secret.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file or a value can't be read, or a setting is missing or unknown.
    #[error("configuration: {0}")]
    Unreadable(#[from] config::ConfigError),
    /// A date is set outside a demonstration.
    #[error("configuration: `today` can only be set where `demonstration` is")]
    TodayOutsideDemonstration,
    /// An address that has more than scheme, host and port.
    #[error("configuration: `public_url` must be an address without path, query or fragment")]
    PublicUrl,
    /// Only SQLite is built in.
    #[error("configuration: `database_url` must begin with sqlite:")]
    Database,
}

impl Config {
    /// The settings of this process.
    ///
    /// # Errors
    /// [`ConfigError`].
    pub fn load() -> Result<Self, ConfigError> {
        let environment = Environment::with_prefix("RONGJU").prefix_separator("_");
        let mut builder = config::Config::builder();
        if let Ok(path) = std::env::var("RONGJU_CONFIG") {
            builder = builder.add_source(File::new(&path, FileFormat::Toml));
        }
        let names: std::collections::HashMap<String, String> =
            std::env::vars().filter(|(name, _)| name != "RONGJU_CONFIG").collect();
        builder.add_source(environment.source(Some(names))).build()?.try_deserialize::<Self>()?.checked()
    }

    fn checked(mut self) -> Result<Self, ConfigError> {
        if self.today.is_some() && !self.demonstration {
            return Err(ConfigError::TodayOutsideDemonstration);
        }
        if self.public_url.path() != "/" || self.public_url.query().is_some() || self.public_url.fragment().is_some() {
            return Err(ConfigError::PublicUrl);
        }
        if !self.database_url.starts_with("sqlite:") {
            return Err(ConfigError::Database);
        }
        if self.demonstration {
            self.poll_active_seconds = self.poll_active_seconds.min(DEMONSTRATION_POLL_SECONDS);
        }
        self.picture_workers = self.picture_workers.max(1);
        Ok(self)
    }

    /// Whether an SMS that is ready at night waits for the morning.
    pub fn keeps_quiet_hours(&self) -> bool {
        self.sms_quiet_hours.unwrap_or(!self.demonstration)
    }

    /// The origin of our own pages, as browsers write it: `https://host` without a slash.
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }
}

/// In a demonstration people watch: a few of them, so asking often costs nothing.
const DEMONSTRATION_POLL_SECONDS: u32 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../config.example.toml");

    fn read(toml: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let names = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        config::Config::builder()
            .add_source(File::from_str(toml, FileFormat::Toml))
            .add_source(Environment::with_prefix("RONGJU").prefix_separator("_").source(Some(names)))
            .build()?
            .try_deserialize::<Config>()?
            .checked()
    }

    #[test]
    fn the_example_is_a_configuration_and_names_every_setting() {
        let config = read(EXAMPLE, &[]).unwrap();
        assert_eq!(config.origin(), "https://juzhuzheng.example");
        let fields =
            include_str!("config.rs").split("pub struct Config {").nth(1).unwrap().split("\n}").next().unwrap();
        for line in fields.lines().filter_map(|line| line.trim().strip_prefix("pub ")) {
            let name = line.split(':').next().unwrap();
            assert!(EXAMPLE.contains(&format!("{name} = ")), "{name} is not in config.example.toml");
        }
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let environment = [("RONGJU_LISTEN", "0.0.0.0:9000"), ("RONGJU_DEMONSTRATION", "true"), ("HOME", "/nowhere")];
        let config = read(EXAMPLE, &environment).unwrap();
        assert_eq!(config.listen.port(), 9000);
        assert!(config.demonstration);
        assert_eq!(config.poll_active_seconds, 5);
        assert!(read(EXAMPLE, &[]).unwrap().keeps_quiet_hours());
        let digits = read(EXAMPLE, &[("RONGJU_IDENTITY_CLIENT_SECRET", "123456e7")]).unwrap();
        assert_eq!(secrecy::ExposeSecret::expose_secret(&digits.identity_client_secret), "123456e7");
    }

    #[test]
    fn a_misspelt_setting_and_a_date_outside_a_demonstration_are_refused() {
        assert!(matches!(read(EXAMPLE, &[("RONGJU_PUBLIC_ULR", "x")]), Err(ConfigError::Unreadable(_))));
        let today = [("RONGJU_TODAY", "2026-07-15")];
        assert!(matches!(read(EXAMPLE, &today), Err(ConfigError::TodayOutsideDemonstration)));
        let demonstration = [("RONGJU_TODAY", "2026-07-15"), ("RONGJU_DEMONSTRATION", "true")];
        assert_eq!(read(EXAMPLE, &demonstration).unwrap().today.unwrap().to_string(), "2026-07-15");
    }

    #[test]
    fn a_public_address_with_a_path_is_refused() {
        let wrong = [("RONGJU_PUBLIC_URL", "https://example.org/app")];
        assert!(matches!(read(EXAMPLE, &wrong), Err(ConfigError::PublicUrl)));
    }

    #[test]
    fn secrets_do_not_print() {
        let printed = format!("{:?}", read(EXAMPLE, &[]).unwrap());
        assert!(!printed.contains("change me") && !printed.contains("Y2hhbmdl"), "{printed}");
    }
}
