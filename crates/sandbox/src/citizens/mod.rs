//! The synthetic people of the demonstration and what the registers know of them.
//!
//! `data/citizens.json` writes dates relative to the day they are read, so that every case shows the same on every day.

mod dates;
pub mod routes;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

const DATA: &str = include_str!("../../data/citizens.json");

/// One synthetic person.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Citizen {
    /// Stable name of the case, also the `sub` of the sign-in.
    pub id: String,
    /// Name as on the identity document.
    pub name: String,
    /// Number under the unassigned county code 519999, or of a residence permit for others.
    pub identity_number: String,
    /// Mobile number; nothing is ever sent to it.
    pub phone: String,
    /// 民族.
    pub ethnicity: String,
    /// 户籍地址, outside Chengdu.
    pub household_address: String,
    /// What this person's case shows.
    pub summary: String,
    /// The same in English.
    pub summary_en: String,
    /// Whether the identity provider knows them: young children have no account of their own.
    #[serde(default = "yes", skip_serializing)]
    signs_in: bool,
    /// The registers' items by the name of their catalogue.
    #[serde(skip_serializing)]
    records: Map<String, Value>,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Everybody {
    citizens: Vec<Citizen>,
}

/// `data/citizens.json` is not what it should be.
#[derive(Debug, thiserror::Error)]
#[error("citizens.json: {0}")]
pub struct CitizensError(#[from] serde_json::Error);

/// The population.
#[derive(Debug)]
pub struct Citizens(Vec<Citizen>);

impl Citizens {
    /// Reads the data that is built in.
    pub fn load() -> Result<Self, CitizensError> {
        Ok(Self(serde_json::from_str::<Everybody>(DATA)?.citizens))
    }

    /// Everybody, in the order of the file.
    pub fn all(&self) -> &[Citizen] {
        &self.0
    }

    /// Those who can sign in.
    pub fn with_account(&self) -> impl Iterator<Item = &Citizen> {
        self.0.iter().filter(|citizen| citizen.signs_in)
    }

    /// Who has this identity number.
    pub fn by_number(&self, identity_number: &str) -> Option<&Citizen> {
        self.0.iter().find(|citizen| citizen.identity_number == identity_number)
    }
}

impl Citizen {
    /// What the register `catalog` holds of this person as seen on `today`, its dates worked out.
    pub fn items(&self, catalog: &str, today: Date) -> Vec<Value> {
        let items = self.records.get(catalog).and_then(Value::as_array).cloned().unwrap_or_default();
        let items = items.into_iter().map(|item| dates::resolve(item, today));
        if catalog == "social_insurance" { items.flat_map(dates::each_month).collect() } else { items.collect() }
    }
}
