//! What the sandbox is told from outside: environment variables, each with its meaning here.

use std::{net::SocketAddr, path::PathBuf};

use jiff::civil::Date;

use crate::officer::Mode;

/// Settings of one sandbox.
#[derive(Debug, Clone)]
pub struct Config {
    /// `SANDBOX_LISTEN`: address to listen on; `127.0.0.1:8081` where absent.
    pub listen: SocketAddr,
    /// `SANDBOX_APP_URL`: where webhooks go and the index page links to; `http://localhost:8080` where absent.
    pub app_url: String,
    /// `IDENTITY_ISSUER`: the sign-in service, for the index page's link; `http://localhost:8082` where absent.
    pub identity_url: String,
    /// `RONGJU_OUTSIDE_TOKEN`: the bearer token that machines show.
    pub outside_token: String,
    /// `RONGJU_WEBHOOK_SECRET`: `whsec_…`, the key that webhooks are signed with.
    pub webhook_secret: String,
    /// `SANDBOX_DATA_DIR`: where the desk's queue survives a restart; `.run/sandbox` where absent.
    pub data_dir: PathBuf,
    /// `SANDBOX_TODAY`: the date that the records are seen from; the real one where absent.
    pub today: Option<Date>,
    /// `SANDBOX_OFFICER`: `manual` (where absent) or `auto:<seconds>`.
    pub officer: Mode,
}

/// A setting that is missing or cannot be understood.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A setting without a default is absent.
    #[error("{0} is not set")]
    Missing(&'static str),
    /// A setting does not have its form.
    #[error("{name} must be {form}")]
    Malformed {
        /// The variable.
        name: &'static str,
        /// What it should look like.
        form: &'static str,
    },
}

impl Config {
    /// Reads the settings through `get`, which is `std::env::var` in the program.
    pub fn read(get: impl Fn(&'static str) -> Option<String>) -> Result<Self, ConfigError> {
        let get = |name| get(name).filter(|value| !value.trim().is_empty());
        let required = |name| get(name).ok_or(ConfigError::Missing(name));
        let or = |name, default: &str| get(name).unwrap_or_else(|| default.to_owned());
        let malformed = |name, form| ConfigError::Malformed { name, form };
        Ok(Self {
            listen: or("SANDBOX_LISTEN", "127.0.0.1:8081")
                .parse()
                .map_err(|_| malformed("SANDBOX_LISTEN", "an address and a port, such as 127.0.0.1:8081"))?,
            app_url: or("SANDBOX_APP_URL", "http://localhost:8080").trim_end_matches('/').to_owned(),
            identity_url: or("IDENTITY_ISSUER", "http://localhost:8082").trim_end_matches('/').to_owned(),
            outside_token: required("RONGJU_OUTSIDE_TOKEN")?,
            webhook_secret: required("RONGJU_WEBHOOK_SECRET")?,
            data_dir: or("SANDBOX_DATA_DIR", ".run/sandbox").into(),
            today: match get("SANDBOX_TODAY") {
                Some(text) => Some(text.parse().map_err(|_| malformed("SANDBOX_TODAY", "a date, YYYY-MM-DD"))?),
                None => None,
            },
            officer: or("SANDBOX_OFFICER", "manual")
                .parse()
                .map_err(|()| malformed("SANDBOX_OFFICER", "manual or auto:<seconds>, 1 to 3600"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&'static str, &str)]) -> Result<Config, ConfigError> {
        let secrets = [("RONGJU_OUTSIDE_TOKEN", "token"), ("RONGJU_WEBHOOK_SECRET", "whsec_c2VjcmV0")];
        let all: Vec<_> = settings.iter().chain(&secrets).copied().collect();
        Config::read(|name| all.iter().find(|(one, _)| *one == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn secrets_have_no_default() {
        let without = read(&[("RONGJU_OUTSIDE_TOKEN", " ")]);
        assert_eq!(without.unwrap_err().to_string(), "RONGJU_OUTSIDE_TOKEN is not set");
        assert_eq!(read(&[]).unwrap().listen.port(), 8081);
    }

    #[test]
    fn a_setting_that_cannot_be_understood_says_what_it_should_look_like() {
        for (name, wrong) in [("SANDBOX_LISTEN", "8081"), ("SANDBOX_TODAY", "2026-02-30"), ("SANDBOX_OFFICER", "auto")]
        {
            let error = read(&[(name, wrong)]).unwrap_err().to_string();
            assert!(error.starts_with(name), "{error}");
        }
    }
}
