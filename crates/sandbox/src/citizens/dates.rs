//! Working out the relative dates of `citizens.json`.

use jiff::{ToSpan, civil::Date};
use serde_json::{Map, Value};

/// Replaces every `{ahead, months, days}` by a date and every `{month}` by a month, seen from `today`.
pub fn resolve(value: Value, today: Date) -> Value {
    match value {
        Value::Object(fields) => match relative(&fields, today) {
            Some(text) => Value::String(text),
            None => fields.into_iter().map(|(name, field)| (name, resolve(field, today))).collect(),
        },
        Value::Array(items) => items.into_iter().map(|item| resolve(item, today)).collect(),
        other => other,
    }
}

fn relative(fields: &Map<String, Value>, today: Date) -> Option<String> {
    let number = |name| fields.get(name).and_then(Value::as_i64);
    if let Some(months) = number("month") {
        return Some(month(today.first_of_month().saturating_add(months.months())));
    }
    let months = number("months")?;
    let start = today.saturating_add(number("ahead").unwrap_or(0).days());
    let same_day = start.saturating_add(months.months());
    // Where the month has no such day jiff takes its last one. Half a year would then be over too early for the
    // summary "qualifies in 3 days", so the next month begins instead.
    let landed = if same_day.day() < start.day() { same_day.saturating_add(1.day()) } else { same_day };
    Some(landed.saturating_add(number("days").unwrap_or(0).days()).to_string())
}

/// A run of paid months `{from, to, …}` as one item for each month `{month, …}`.
pub fn each_month(run: Value) -> Vec<Value> {
    let Value::Object(mut fields) = run else { return Vec::new() };
    let mut bound = |name| fields.remove(name).and_then(|value| first_day(value.as_str()?));
    let (Some(from), Some(to)) = (bound("from"), bound("to")) else { return Vec::new() };
    from.series(1.month())
        .take_while(|day| *day <= to)
        .map(|day| {
            let mut item = fields.clone();
            item.insert("month".to_owned(), Value::String(month(day)));
            Value::Object(item)
        })
        .collect()
}

fn month(day: Date) -> String {
    day.strftime("%Y-%m").to_string()
}

fn first_day(month: &str) -> Option<Date> {
    format!("{month}-01").parse().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_relative_date_is_seen_from_today() {
        let resolved =
            resolve(json!({"on": {"months": -7, "days": 0}, "list": [{"months": 0, "days": -8}]}), date(2026, 11, 24));
        assert_eq!(resolved, json!({"on": "2026-04-24", "list": ["2026-11-16"]}));
    }

    #[test]
    fn a_day_the_month_does_not_have_becomes_the_first_of_the_next() {
        assert_eq!(resolve(json!({"months": -6, "ahead": 3}), date(2026, 8, 28)), json!("2026-03-01"));
        assert_eq!(resolve(json!({"months": -6, "ahead": 3}), date(2026, 11, 24)), json!("2026-05-27"));
    }

    #[test]
    fn a_run_of_months_crosses_the_year() {
        let run = resolve(json!({"from": {"month": -2}, "to": {"month": 0}, "scheme": "employee"}), date(2026, 1, 31));
        let months: Vec<_> = each_month(run).into_iter().map(|item| item["month"].clone()).collect();
        assert_eq!(months, ["2025-11", "2025-12", "2026-01"]);
    }
}
