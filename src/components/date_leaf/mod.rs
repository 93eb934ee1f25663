//! A day as on a tear-off calendar.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::Text;

/// The day that matters, made to be seen at a glance and read out in full.
#[component]
pub fn DateLeaf(
    /// The day as `YYYY-MM-DD`.
    #[prop(into)]
    datetime: Signal<String>,
    /// The month: "2026年7月".
    #[prop(into)]
    month: Text,
    /// The day of the month: "15".
    #[prop(into)]
    day: Text,
    /// The weekday: "星期三".
    #[prop(into)]
    weekday: Text,
) -> impl IntoView {
    view! {
        <time class="date-leaf" datetime=datetime>
            <span class="date-leaf-month">{month}</span>
            <span class="date-leaf-day">{day}</span>
            <span class="date-leaf-weekday">{weekday}</span>
        </time>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_leaf_names_the_day_for_people_and_machines() {
        let html = html(|| view! { <DateLeaf datetime="2026-07-15" month="2026年7月" day="15" weekday="星期三"/> });
        assert!(tag(&html, "date-leaf\"").contains("datetime=\"2026-07-15\""));
        assert_eq!(words(&html), "2026年7月15星期三");
    }
}
