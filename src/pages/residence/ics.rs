//! A calendar file (iCalendar, RFC 5545) of whole days.

use std::fmt::Write;

use jiff::{Timestamp, civil::Date};
use rules::{calendar::add_days, timeline::Entry};

/// Its media type.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";
/// The most octets of a line before it is folded (§3.1).
const LINE: usize = 75;

/// The file: each entry with its words is one event, known again by its identifier, so that a file saved later moves it
/// and does not double it.
pub fn calendar<'a>(name: &str, entries: impl Iterator<Item = (&'a Entry, String)>, now: Timestamp) -> String {
    let mut file = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rongju//Rongju//ZH", "CALSCALE:GREGORIAN"] {
        put(&mut file, line);
    }
    put(&mut file, &format!("X-WR-CALNAME:{}", escaped(name)));
    let utc = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for (entry, words) in entries {
        for line in [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@rongju", entry.id),
            format!("DTSTAMP:{utc}"),
            format!("DTSTART;VALUE=DATE:{}", day(entry.on)),
            format!("DTEND;VALUE=DATE:{}", day(add_days(entry.on, 1))),
            format!("SUMMARY:{}", escaped(&words)),
            // The day is to be remembered; it takes no time.
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ] {
            put(&mut file, &line);
        }
    }
    put(&mut file, "END:VCALENDAR");
    file
}

fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text value (§3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Adds a line, folded between characters.
fn put(file: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    // Writing to a text never fails.
    let _ = file.write_str("\r\n");
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::timeline::Moment;

    use super::*;

    fn file(words: &str) -> String {
        let moment = Moment::Eligible { gap_bridged: false };
        let entry = Entry { id: "eligible".into(), on: date(2026, 12, 31), moment, calendar_known: true };
        calendar("日子", [(&entry, words.to_owned())].into_iter(), Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn an_entry_is_a_whole_day_that_is_known_again() {
        let file = file("可以申领了");
        for line in [
            "BEGIN:VCALENDAR",
            "UID:eligible@rongju",
            "DTSTAMP:19700101T000000Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:可以申领了",
            "END:VCALENDAR",
        ] {
            assert!(file.contains(&format!("{line}\r\n")), "{line} in {file}");
        }
    }

    #[test]
    fn long_words_are_folded_between_characters_and_signs_with_a_meaning_are_escaped() {
        let words = "一二三四五六七八九十".repeat(9);
        let file = file(&words);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
        assert!(file.replace("\r\n ", "").contains(&words));
        assert_eq!(escaped("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
    }
}
