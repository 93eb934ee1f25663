//! An address cut into words and numbers: 蓉苑2栋3-401室 is the name 蓉苑, the number 2 with 栋, the numbers 3 and 401
//! with 室. Every character ends up in exactly one token, except spaces and punctuation.

use super::numerals::{is_numeral, is_value, plain, plain_in_name};
use crate::text::narrow;

/// A piece of an address: as it is compared, and as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// The form that two notations of one thing share.
    pub key: String,
    /// As written, without spaces.
    pub shown: String,
}

impl Piece {
    /// Adds another piece behind it.
    pub fn append(&mut self, other: &Self) {
        self.key.push_str(&other.key);
        self.shown.push_str(&other.shown);
    }
}

/// What follows a number and says what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// 栋, 幢, 座, 号楼.
    Building,
    /// 单元.
    Unit,
    /// 层.
    Floor,
    /// 楼 alone: a building or a floor, the rest of the address tells which.
    BuildingOrFloor,
    /// 室, 房, 户.
    Room,
    /// 号: a house, a building or a room, its place tells which.
    Number,
    /// #: mostly a building.
    Hash,
}

/// Longer ones before those they start with.
const MARKERS: &[(&str, Marker)] = &[
    ("号楼", Marker::Building),
    ("号栋", Marker::Building),
    ("号幢", Marker::Building),
    ("号座", Marker::Building),
    ("#楼", Marker::Building),
    ("#栋", Marker::Building),
    ("#幢", Marker::Building),
    ("#座", Marker::Building),
    ("号房", Marker::Room),
    ("号室", Marker::Room),
    ("单元", Marker::Unit),
    ("栋", Marker::Building),
    ("幢", Marker::Building),
    ("座", Marker::Building),
    ("层", Marker::Floor),
    ("楼", Marker::BuildingOrFloor),
    ("室", Marker::Room),
    ("房", Marker::Room),
    ("户", Marker::Room),
    ("号", Marker::Number),
    ("#", Marker::Hash),
];

/// What may follow a number within a name: 天府三街, 人民南路四段, 二期.
const COUNTED_IN_NAMES: &[char] = &['段', '期', '组', '区', '环', '巷', '弄', '街', '路', '条', '支', '队', '社', '村'];

/// A word or a number of an address.
#[derive(Debug, PartialEq, Eq)]
pub enum Token {
    /// A name, or anything else that counts nothing.
    Text(Piece),
    /// 附1号.
    Annex(Piece),
    /// One number, or several with dashes between, and what they count; the last one's `shown` ends with that word.
    Values(Vec<Piece>, Option<Marker>),
}

/// The address without spaces and punctuation, in half-width characters and capital letters. Whatever separates two
/// numbers becomes a dash, so that 1栋 1-11 never turns into 1栋 11-1; a dash before a number stays, since -1层 is a
/// basement.
pub fn clean(text: &str) -> Vec<char> {
    let mut cleaned: Vec<char> = Vec::new();
    let (mut separated, mut dashed) = (false, false);
    for c in text.chars().map(narrow) {
        if is_invisible(c) {
            continue;
        }
        let last = cleaned.last().copied();
        if is_separator(c) || (c == '#' && !last.is_some_and(is_value)) {
            separated = true;
            dashed |= is_dash(c);
            continue;
        }
        if is_value(c) && (dashed || (separated && last.is_some_and(is_value))) {
            cleaned.push('-');
        }
        (separated, dashed) = (false, false);
        cleaned.push(c.to_ascii_uppercase());
    }
    cleaned
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}')
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation() && c != '#')
        || is_dash(c)
        || matches!(c, '\u{B7}' | '\u{2016}'..='\u{2027}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
        || matches!(c, '\u{3014}'..='\u{301F}' | '\u{30FB}')
}

/// Marks of direction and joiners that come along when text is pasted.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Cuts what [`clean`] gives.
pub fn tokens(chars: &[char]) -> Vec<Token> {
    let mut cutter = Cutter { chars, text: Piece::default(), inside: false, tokens: Vec::new() };
    let (mut at, mut dashed) = (0, false);
    while let Some(&c) = chars.get(at) {
        at = match c {
            '-' => at + 1,
            c if is_value(c) => cutter.numbers(at, dashed),
            c => {
                cutter.text.key.push(c);
                cutter.text.shown.push(c);
                at + 1
            }
        };
        dashed = c == '-';
    }
    cutter.finish_text();
    cutter.tokens
}

struct Cutter<'a> {
    chars: &'a [char],
    /// The name being collected.
    text: Piece,
    /// Whether a building, a unit or a floor was met: from there on numbers count rooms.
    inside: bool,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    /// Reads the numbers that start at `at` and tells where they end.
    fn numbers(&mut self, at: usize, dashed: bool) -> usize {
        let (runs, end) = self.chain(at);
        let after = self.chars.get(end..).unwrap_or_default();
        let (marker, length) = marker(after);
        let single = runs.len() == 1;
        let counts = marker.is_some() || !single || self.is_bare_number(runs.first(), after.is_empty());
        if !counts {
            self.number_in_name(runs.first().map_or("", String::as_str), after.first().copied());
            return end;
        }
        let floor = matches!(marker, Some(Marker::Floor | Marker::BuildingOrFloor));
        let mut values: Vec<Piece> = runs.into_iter().map(|run| Piece { key: plain(&run), shown: run }).collect();
        if let Some(last) = values.last_mut() {
            last.shown.extend(after.iter().take(length));
        }
        if let (true, true, Some(value)) = (floor, single, values.first_mut()) {
            self.below_ground(value, dashed);
        }
        if matches!(marker, Some(Marker::Number) | None) && self.text.key.ends_with('附') {
            self.drop_from_text('附');
            self.push(Token::Annex(Piece { shown: format!("附{}", joined(&values).shown), ..joined(&values) }));
        } else {
            self.inside |= !single || !matches!(marker, Some(Marker::Number) | None);
            self.push(Token::Values(values, marker));
        }
        end + length
    }

    /// The runs of digits, letters or numerals with dashes between them, and where they end.
    fn chain(&self, mut at: usize) -> (Vec<String>, usize) {
        let mut runs = Vec::new();
        loop {
            let numeral = self.chars.get(at).copied().is_some_and(is_numeral);
            let run = self.chars.iter().skip(at).take_while(|c| is_value(**c) && is_numeral(**c) == numeral);
            let run: String = run.collect();
            at += run.chars().count();
            runs.push(run);
            match (self.chars.get(at), self.chars.get(at + 1)) {
                (Some('-'), Some(next)) if is_value(*next) => at += 1,
                _ => return (runs, at),
            }
        }
    }

    /// Whether a number that nothing follows to say what it counts is one all the same: at the end, or once inside a
    /// building. 天府3街 and 三圣 are names.
    fn is_bare_number(&self, run: Option<&String>, at_end: bool) -> bool {
        let run = run.map_or("", String::as_str);
        let (starts, has) = (run.starts_with(|c: char| c.is_ascii_digit()), run.contains(|c: char| c.is_ascii_digit()));
        (at_end && (self.inside || has)) || (self.inside && starts)
    }

    /// A number that belongs to a name.
    fn number_in_name(&mut self, run: &str, next: Option<char>) {
        let alone = !self.text.key.ends_with(is_value);
        let counted = alone && next.is_some_and(|next| COUNTED_IN_NAMES.contains(&next));
        let number = if counted { plain_in_name(run) } else { None };
        self.text.key.push_str(number.as_deref().unwrap_or(run));
        self.text.shown.push_str(run);
    }

    /// 负一层, 地下1层 and -1层 are not the first floor.
    fn below_ground(&mut self, floor: &mut Piece, dashed: bool) {
        let word = ["负", "地下"].into_iter().find(|word| self.text.key.ends_with(word));
        for c in word.unwrap_or_default().chars().rev() {
            self.drop_from_text(c);
        }
        if let Some(word) = word.or(dashed.then_some("-")) {
            floor.key.insert(0, '负');
            floor.shown.insert_str(0, word);
        }
    }

    fn drop_from_text(&mut self, last: char) {
        for text in [&mut self.text.key, &mut self.text.shown] {
            if text.ends_with(last) {
                text.pop();
            }
        }
    }

    fn push(&mut self, token: Token) {
        self.finish_text();
        self.tokens.push(token);
    }

    fn finish_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.key.is_empty() {
            self.tokens.push(Token::Text(text));
        }
    }
}

/// The word at the start of `after`, and its length. 1附2号 lacks the 号 that everybody reads there.
fn marker(after: &[char]) -> (Option<Marker>, usize) {
    let starts = |word: &str| word.chars().enumerate().all(|(at, c)| after.get(at) == Some(&c));
    match MARKERS.iter().find(|(word, _)| starts(word)) {
        Some((word, marker)) => (Some(*marker), word.chars().count()),
        None if starts("附") && after.get(1).copied().is_some_and(is_value) => (Some(Marker::Number), 0),
        None => (None, 0),
    }
}

/// Several numbers as one: a range such as 1-3号.
pub fn joined(values: &[Piece]) -> Piece {
    let join = |of: fn(&Piece) -> &str| values.iter().map(of).collect::<Vec<_>>().join("-");
    Piece { key: join(|piece| &piece.key), shown: join(|piece| &piece.shown) }
}
