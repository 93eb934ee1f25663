//! The register of enterprises: who has a unified social credit code. It knows whoever pays somebody's insurance.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::{Sandbox, citizens::Citizens};

/// `GET /exchange/employers/{code}`: `{name}`, or 404.
pub(super) async fn read(State(sandbox): State<Sandbox>, Path(code): Path<String>) -> Response {
    match name(sandbox.citizens(), &code, sandbox.clock().today()) {
        Some(name) => Json(json!({ "name": name })).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn name(citizens: &Citizens, code: &str, today: Date) -> Option<String> {
    let mut paid = citizens.all().iter().flat_map(|citizen| citizen.items("social_insurance", today));
    let text = |item: &Value, key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
    paid.find(|item| text(item, "employer_code").as_deref() == Some(code)).and_then(|item| text(&item, "employer"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn whoever_pays_insurance_is_known_by_its_code_and_nobody_else_is() {
        let citizens = Citizens::load().unwrap();
        let name = |code| name(&citizens, code, date(2026, 11, 30));
        assert_eq!(name("91519999MA00000158").as_deref(), Some("蓉演示软件有限公司"));
        assert_eq!(name("91350100M000100Y43"), None);
    }
}
