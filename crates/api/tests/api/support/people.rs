//! Synthetic people, under the unassigned county code 519999, and what the registers know of them.

use serde_json::{Value, json};

/// Somebody whom the identity provider knows.
#[derive(Debug, Clone)]
pub struct Citizen {
    pub subject: &'static str,
    pub name: &'static str,
    pub identity_number: &'static str,
    pub phone: &'static str,
    /// The way of the real-name check, as the provider names it.
    pub acr: &'static str,
}

pub const LIN: Citizen = Citizen {
    subject: "lin",
    name: "林示例",
    identity_number: "519999199504120023",
    phone: "13800138000",
    acr: "urn:rongju:acr:face",
};

pub const ZHAO: Citizen = Citizen {
    subject: "zhao",
    name: "赵示例",
    identity_number: "519999198506151232",
    phone: "13900139000",
    acr: "urn:rongju:acr:service_window",
};

pub const ADDRESS: &str = "示例路1号2栋3单元401室";
pub const HOUSEHOLD: &str = "示例省示例县示例村1组";
pub const EMPLOYER: &str = "蓉示例软件有限公司";

/// What a register answers of everybody on the date of the tests: they qualify today, by employment.
pub fn items(catalog: &str) -> Value {
    match catalog {
        "identity_document" => json!([{"valid_from": "2020-01-01", "valid_to": "2040-01-01"}]),
        "residence_registration" => json!([{
            "registered_on": "2026-01-15", "ended_on": null, "in_chengdu": true, "void": false, "approved": true,
            "street_code": "510107064", "address": ADDRESS, "address_kind": "filed_lease",
        }]),
        "social_insurance" => (1..=6)
            .map(|month| {
                json!({
                    "month": format!("2026-{month:02}"), "backpaid": false, "in_chengdu": true, "scheme": "employee",
                    "employer": EMPLOYER, "employer_code": "91519999MA00000158",
                })
            })
            .collect(),
        "lease_filing" => json!([{
            "filing_number": "示例-1", "address": ADDRESS, "street_code": "510107064", "from": "2025-12-01",
            "to": "2027-11-30", "landlord": "周示例",
        }]),
        "household" => json!([{"address": HOUSEHOLD, "relatives": []}]),
        _ => json!([]),
    }
}
