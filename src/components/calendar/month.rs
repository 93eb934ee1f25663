//! A month laid out in weeks.

use jiff::civil::Date;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month of this day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { first: day.first_of_month() }
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// Its weeks from Monday to Sunday; days of the months beside it are left out.
    #[must_use]
    pub fn weeks(self) -> Vec<[Option<Date>; 7]> {
        let mut weeks = vec![[None; 7]];
        for number in 1..=self.first.days_in_month() {
            // Each of these days exists; a place that has none stays empty.
            let Ok(day) = Date::new(self.first.year(), self.first.month(), number) else { continue };
            let column = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
            if column == 0 && number > 1 {
                weeks.push([None; 7]);
            }
            if let Some(place) = weeks.last_mut().and_then(|week| week.get_mut(column)) {
                *place = Some(day);
            }
        }
        weeks
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        // 1 July 2026 is a Wednesday, 31 July a Friday.
        let weeks = Month::of(date(2026, 7, 15)).weeks();
        assert_eq!(weeks.len(), 5);
        assert_eq!(weeks[0][..3], [None, None, Some(date(2026, 7, 1))]);
        assert_eq!(weeks[1][0], Some(date(2026, 7, 6)));
        assert_eq!(weeks[4][4..], [Some(date(2026, 7, 31)), None, None]);
    }

    #[test]
    fn a_month_that_fills_its_weeks_has_no_empty_one() {
        // February 2027 runs from a Monday to a Sunday.
        let weeks = Month::of(date(2027, 2, 3)).weeks();
        assert_eq!(weeks.len(), 4);
        assert!(weeks.iter().flatten().all(Option::is_some));
    }

    #[test]
    fn every_day_is_there_once_also_in_a_leap_year() {
        let days: Vec<Date> = Month::of(date(2028, 2, 1)).weeks().into_iter().flatten().flatten().collect();
        assert_eq!(days.len(), 29);
        assert_eq!(days.last(), Some(&date(2028, 2, 29)));
    }
}
