//! An address taken apart into what each of its words and numbers means.

use std::collections::BTreeMap;

use super::{
    AddressPart, Written, region,
    tokens::{Marker, Piece, Token, clean, joined, tokens},
};
use crate::division;

/// Where the name of a road or a village ends; a name of an estate may follow without a number between.
const ROADS: &[char] = &['路', '街', '道', '巷', '弄', '段', '村', '组'];

/// An address by its parts. Nothing written is lost: what has no part of its own is in `rest`.
#[derive(Debug, Default)]
pub struct Address {
    parts: BTreeMap<AddressPart, Piece>,
    /// Everything else, each with the part it follows: 1栋东 and 401室东 are two things.
    rest: Vec<(Option<AddressPart>, Piece)>,
    last: Option<AddressPart>,
}

impl Address {
    /// Takes an address apart. It takes any text, and time in proportion to its length.
    pub fn read(written: Written<'_>) -> Self {
        let cleaned: String = clean(written.text).into_iter().collect();
        let (city, text) = region::city(&cleaned);
        let (district, text) = if city.is_none() { region::district(text) } else { (None, text) };
        let (street, text) = if city.is_none() { region::street(text) } else { (None, text) };
        let coded = written.street_code.and_then(division::street);
        let district = district.or_else(|| coded.map(|street| region::as_written(street.district.name)));
        let street = street.or_else(|| coded.map(|street| region::as_written(street.name)));

        let mut address = Self::default();
        let front = [(AddressPart::City, city), (AddressPart::District, district), (AddressPart::Street, street)];
        address.parts.extend(front.into_iter().filter_map(|(part, piece)| Some((part, piece?))));
        address.take(tokens(&text.chars().collect::<Vec<_>>()));
        address
    }

    /// One part as it is compared; empty where it is not written.
    pub fn key(&self, part: AddressPart) -> &str {
        self.parts.get(&part).map_or("", |piece| &piece.key)
    }

    /// One part as it was written; empty where it is not.
    pub fn shown(&self, part: AddressPart) -> String {
        match part {
            AddressPart::Rest => self.rest.iter().map(|(_, piece)| piece.shown.as_str()).collect(),
            _ => self.parts.get(&part).map(|piece| piece.shown.clone()).unwrap_or_default(),
        }
    }

    /// What has no part of its own, as it is compared.
    pub fn rest(&self) -> impl Iterator<Item = (Option<AddressPart>, &str)> {
        self.rest.iter().map(|(after, piece)| (*after, piece.key.as_str()))
    }

    /// The floor that the number of the room names: 4 of 401, 12 of 1203A.
    pub fn floor_of_room(&self) -> Option<&str> {
        let room = self.key(AddressPart::Room);
        let digits = room.find(|c: char| !c.is_ascii_digit()).unwrap_or(room.len());
        room.get(..digits.checked_sub(2)?).filter(|floor| !floor.is_empty())
    }

    fn take(&mut self, tokens: Vec<Token>) {
        let last_unit = tokens.iter().rposition(|token| matches!(token, Token::Values(_, Some(Marker::Unit))));
        for (at, token) in tokens.into_iter().enumerate() {
            match token {
                Token::Text(text) => self.take_text(text),
                Token::Annex(number) => self.put(AddressPart::Annex, number),
                Token::Values(values, marker) => self.take_values(values, marker, last_unit > Some(at)),
            }
        }
    }

    fn take_text(&mut self, text: Piece) {
        if self.is_inside() {
            self.put(AddressPart::Rest, text);
        } else if self.has(AddressPart::Number) || self.has(AddressPart::Annex) {
            self.append(AddressPart::Estate, &text);
        } else {
            let (road, estate) = (behind_road(&text.key), behind_road(&text.shown));
            self.append(AddressPart::Road, &Piece { key: road.0.to_owned(), shown: estate.0.to_owned() });
            self.append(AddressPart::Estate, &Piece { key: road.1.to_owned(), shown: estate.1.to_owned() });
        }
    }

    fn take_values(&mut self, values: Vec<Piece>, marker: Option<Marker>, unit_follows: bool) {
        let single = values.len() == 1;
        let on_road = self.has(AddressPart::Road) && !self.has(AddressPart::Estate);
        let may_be_number = !self.has(AddressPart::Number) && !self.is_inside();
        let may_be_building = !self.has(AddressPart::Building);
        match marker {
            Some(Marker::Building) => self.put(AddressPart::Building, joined(&values)),
            Some(Marker::Unit) if values.len() == 2 && may_be_building && !self.has(AddressPart::Unit) => {
                self.put_each(&[AddressPart::Building, AddressPart::Unit], values);
            }
            Some(Marker::Unit) => self.put(AddressPart::Unit, joined(&values)),
            Some(Marker::BuildingOrFloor) if may_be_building && unit_follows => {
                self.put(AddressPart::Building, joined(&values));
            }
            Some(Marker::Floor | Marker::BuildingOrFloor) => self.put(AddressPart::Floor, joined(&values)),
            Some(Marker::Number) if may_be_number && (on_road || (single && !unit_follows)) => {
                self.put(AddressPart::Number, joined(&values));
            }
            Some(Marker::Number) if single && may_be_building && unit_follows => {
                self.put(AddressPart::Building, joined(&values));
            }
            Some(Marker::Hash) if may_be_number && on_road => self.put(AddressPart::Number, joined(&values)),
            Some(Marker::Hash) if !self.is_inside() => self.put(AddressPart::Building, joined(&values)),
            None if single && may_be_number && on_road => self.put(AddressPart::Number, joined(&values)),
            Some(Marker::Number | Marker::Hash | Marker::Room) | None => self.take_room(values),
        }
    }

    /// Numbers that lead to a room: 2-3-401 is building, unit and room, and so is 3-401 behind 2栋.
    fn take_room(&mut self, values: Vec<Piece>) {
        use AddressPart::{Building, Floor, Room, Unit};
        let behind = [Building, Unit, Floor].iter().rposition(|part| self.has(*part)).map_or(0, |at| at + 1);
        let parts: &[AddressPart] = match (behind, values.len()) {
            _ if self.has(Room) => &[],
            (_, 1) => &[Room],
            (0, 2) => &[Building, Room],
            (1, 2) => &[Unit, Room],
            (2, 2) => &[Floor, Room],
            (0, 3) => &[Building, Unit, Room],
            (1, 3) => &[Unit, Floor, Room],
            (0, 4) => &[Building, Unit, Floor, Room],
            _ => &[],
        };
        match parts {
            [] => self.put(AddressPart::Rest, joined(&values)),
            _ => self.put_each(parts, values),
        }
    }

    fn put_each(&mut self, parts: &[AddressPart], values: Vec<Piece>) {
        for (part, value) in parts.iter().zip(values) {
            self.put(*part, value);
        }
    }

    /// A second building or room is not lost: it is part of the rest, as written.
    fn put(&mut self, part: AddressPart, piece: Piece) {
        if part == AddressPart::Rest || self.has(part) {
            let key = if part == AddressPart::Rest { piece.key } else { format!("{part} {}", piece.key) };
            self.rest.push((self.last, Piece { key, shown: piece.shown }));
        } else {
            self.parts.insert(part, piece);
            self.last = Some(part);
        }
    }

    fn append(&mut self, part: AddressPart, piece: &Piece) {
        if !piece.key.is_empty() {
            self.parts.entry(part).or_default().append(piece);
        }
    }

    fn has(&self, part: AddressPart) -> bool {
        self.parts.contains_key(&part)
    }

    /// Whether the address has come as far as into a building.
    fn is_inside(&self) -> bool {
        use AddressPart::{Building, Floor, Room, Unit};
        [Building, Unit, Floor, Room].into_iter().any(|part| self.has(part))
    }
}

/// The name of the road, and what stands behind it.
fn behind_road(text: &str) -> (&str, &str) {
    let end = text.char_indices().rev().find(|(_, c)| ROADS.contains(c)).map_or(0, |(at, c)| at + c.len_utf8());
    text.split_at_checked(end).unwrap_or(("", text))
}
