//! What the browser words, which knows the customs of each language: names in a row, and moments that are no dates of
//! law. On the host, where the home page is rendered and tests run, there is no browser to ask, and plain words do.

use jiff::Timestamp;
use js_sys::{Array, Date, Intl::ListFormat, JsString, Object, Reflect};
use rules::Locale;

use super::locale;
use crate::device::clock;

const IN_A_BROWSER: bool = cfg!(target_arch = "wasm32");

/// How the names of a list belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// All of them: `手机号码、户籍地址和工作单位`.
    And,
    /// One of them: `劳动合同或营业执照`.
    Or,
}

/// Names in a row, in the language chosen.
pub fn list<T: AsRef<str>>(names: &[T], joined: Joined) -> String {
    let names = names.iter().map(AsRef::as_ref);
    if !IN_A_BROWSER {
        return names.collect::<Vec<_>>().join(", ");
    }
    let kind = match joined {
        Joined::And => "conjunction",
        Joined::Or => "disjunction",
    };
    let names: Array = names.map(JsString::from).collect();
    ListFormat::new(&Array::of1(&tag().into()), &options(&[("type", kind)])).format(&names).into()
}

/// When something was saved or seen, as people say it in Chengdu: the time, with the day where that is not today.
pub fn moment(at: Timestamp) -> String {
    let today = clock::date_in_chengdu(at) == clock::today();
    if !IN_A_BROWSER || today {
        return clock::time_in_chengdu(at);
    }
    let options = options(&[
        ("timeZone", "Asia/Shanghai"),
        ("month", "long"),
        ("day", "numeric"),
        ("weekday", "long"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ]);
    #[allow(clippy::cast_precision_loss, reason = "the milliseconds of today are far below 2^53")]
    let milliseconds = at.as_millisecond() as f64;
    Date::new(&milliseconds.into()).to_locale_string(tag(), &options).into()
}

/// Our English is British.
fn tag() -> &'static str {
    match locale() {
        Locale::ZhCn => "zh-CN",
        Locale::En => "en-GB",
    }
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // It fails for objects that can't be written to only.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}
