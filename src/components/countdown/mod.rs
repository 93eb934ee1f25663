//! How much time is left.

#[cfg(feature = "gallery")]
pub mod stories;

use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;

use super::Text;

/// What is left until a day or a moment. Rounded down, so that nobody counts on time that is not there; the last minute
/// is a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Whole days.
    Days(u32),
    /// Whole hours, less than two days.
    Hours(u32),
    /// Whole minutes, less than two hours.
    Minutes(u32),
    /// Nothing.
    Over,
}

impl Left {
    /// Days as people count them, from today to the day.
    #[must_use]
    pub fn until_day(today: Date, day: Date) -> Self {
        let days = (day - today).get_days();
        u32::try_from(days).ok().filter(|days| *days > 0).map_or(Self::Over, Self::Days)
    }

    /// The time from now until a moment.
    #[must_use]
    pub fn until_moment(now: Timestamp, moment: Timestamp) -> Self {
        let seconds = moment.as_second() - now.as_second();
        let whole = |unit: i64| u32::try_from(seconds / unit).unwrap_or(u32::MAX);
        match seconds {
            ..=0 => Self::Over,
            1..60 => Self::Minutes(1),
            60..7_200 => Self::Minutes(whole(60)),
            7_200..172_800 => Self::Hours(whole(3_600)),
            _ => Self::Days(whole(86_400)),
        }
    }

    const fn number(self) -> Option<u32> {
        match self {
            Self::Days(number) | Self::Hours(number) | Self::Minutes(number) => Some(number),
            Self::Over => None,
        }
    }

    /// For machines, as ISO 8601 writes durations.
    fn duration(self) -> String {
        match self {
            Self::Days(days) => format!("P{days}D"),
            Self::Hours(hours) => format!("PT{hours}H"),
            Self::Minutes(minutes) => format!("PT{minutes}M"),
            Self::Over => "PT0S".to_owned(),
        }
    }
}

/// The time left, large, with what it is left for. Its owner, who has a clock, says what is left at each moment.
///
/// Keys: none. A screen reader hears it in its place as a timer, which by its role is not read out again at every
/// change; only that the time is over is. Nothing moves but the number.
#[component]
pub fn Countdown(
    /// What is left.
    #[prop(into)]
    left: Signal<Left>,
    /// What the time is left for: "离可以申领还有".
    #[prop(into)]
    label: Text,
    /// The unit after the number: "天".
    #[prop(into)]
    unit: Callback<Left, String>,
    /// Said in place of everything once nothing is left: "现在可以申领了".
    #[prop(into)]
    over: Text,
) -> impl IntoView {
    let left = Memo::new(move |_| left.get());
    let ended = RwSignal::new(false);
    Effect::new(move |before: Option<bool>| {
        let is_over = left.get() == Left::Over;
        if before == Some(false) && is_over {
            ended.set(true);
        }
        is_over
    });
    let content = move || match left.get().number() {
        Some(number) => view! {
            <span class="countdown-label">{label}</span>
            " "
            <time class="countdown-left" datetime=left.get().duration()>
                <span class="countdown-number">{number.to_string()}</span>
                " "
                <span class="countdown-unit">{unit.run(left.get())}</span>
            </time>
        }
        .into_any(),
        None => view! { <span class="countdown-over">{over}</span> }.into_any(),
    };
    view! {
        <div class="countdown">
            <p class="countdown-words" role="timer">{content}</p>
            <span class="visually-hidden" role="status">{move || ended.get().then(|| over.get())}</span>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::components::testing::*;

    fn countdown(left: Left) -> String {
        html(move || {
            let unit = |left: Left| match left {
                Left::Days(_) => "天".to_owned(),
                Left::Hours(_) => "小时".to_owned(),
                Left::Minutes(_) | Left::Over => "分钟".to_owned(),
            };
            view! { <Countdown left label="离可以申领还有" unit over="现在可以申领了"/> }
        })
    }

    #[test]
    fn the_time_left_is_told_in_words_and_for_machines() {
        let html = countdown(Left::Days(3));
        assert!(words(&html).contains("离可以申领还有 3 天"));
        assert!(tag(&html, "countdown-left").contains("datetime=\"P3D\""));
        assert!(tag(&html, "countdown-words").contains("role=\"timer\""));
    }

    #[test]
    fn once_it_is_over_no_number_is_left() {
        let html = countdown(Left::Over);
        assert_eq!(words(&html), "现在可以申领了");
        assert!(!html.contains("<time"));
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let from = |today| Left::until_day(today, date(2026, 7, 15));
        assert_eq!(from(date(2026, 7, 12)), Left::Days(3));
        assert_eq!(from(date(2026, 7, 15)), Left::Over);
        assert_eq!(from(date(2026, 7, 16)), Left::Over);
        assert_eq!(from(date(2025, 7, 15)), Left::Days(365));
    }

    #[test]
    fn a_moment_is_never_said_to_be_farther_than_it_is() {
        let left = |seconds: i64| {
            Left::until_moment(Timestamp::UNIX_EPOCH, Timestamp::from_second(seconds).unwrap_or(Timestamp::MIN))
        };
        assert_eq!(left(0), Left::Over);
        assert_eq!(left(-5), Left::Over);
        assert_eq!(left(30), Left::Minutes(1));
        assert_eq!(left(119), Left::Minutes(1));
        assert_eq!(left(7_199), Left::Minutes(119));
        assert_eq!(left(7_200), Left::Hours(2));
        assert_eq!(left(172_799), Left::Hours(47));
        assert_eq!(left(172_800), Left::Days(2));
        assert_eq!(left(259_199), Left::Days(2));
    }
}
