//! Whether two addresses are one, and where they differ.
//!
//! The address of residence must agree with the filed lease or the deed (地址需与租赁备案或房产证明一致, domain facts
//! §2.2). People and offices write one address in many ways, and none of them should send an applicant to the station;
//! but another room is another dwelling. So notation is read away where it says nothing, and whatever is left must be
//! the same, character by character: a difference that is not understood differs.

mod numerals;
mod read;
mod region;
#[cfg(test)]
mod tests;
mod tokens;

use read::Address;
use serde::{Deserialize, Serialize};

use crate::term::terms;

terms! {
    /// A part of an address, from the outside in.
    AddressPart, "address_part" {
        /// Province and city, where not Sichuan and Chengdu.
        City = "city", "省市", "province or city";
        /// District, city at county level, county or zone.
        District = "district", "区（市）县", "district";
        /// Street (街道) or town.
        Street = "street", "街道或镇", "street or town";
        /// Road, lane, or village with its group.
        Road = "road", "路名", "road";
        /// Number of the house on the road.
        Number = "number", "门牌号", "number";
        /// A number beside another (附1号): a house of its own.
        Annex = "annex", "附号", "annex number";
        /// The estate or compound.
        Estate = "estate", "小区名称", "estate name";
        /// The building.
        Building = "building", "楼栋", "building";
        /// The staircase.
        Unit = "unit", "单元", "unit";
        /// The floor, counted from 1 at the ground.
        Floor = "floor", "楼层", "floor";
        /// The room or flat.
        Room = "room", "房号", "room";
        /// Everything else.
        Rest = "rest", "其他", "rest";
    }
}

/// An address as somebody wrote it.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// The nine-digit code of its street or town, where that was given apart from the text; what the text names goes
    /// before it.
    pub street_code: Option<&'a str>,
    /// The text.
    pub text: &'a str,
}

impl<'a> From<&'a str> for Written<'a> {
    fn from(text: &'a str) -> Self {
        Self { street_code: None, text }
    }
}

/// One part in which two addresses differ. Personal data: for the applicant and the desk, never for a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddressDifference {
    /// Which part.
    pub part: AddressPart,
    /// As the applicant wrote it; empty where it is missing.
    pub given: String,
    /// As the record has it; empty where it is missing.
    pub recorded: String,
}

/// What the comparison of two addresses comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// The same, character by character.
    Identical,
    /// The same in another notation, or without the parts that go without saying.
    Harmless,
    /// Not the same, or not certainly so.
    Differs {
        /// The parts that differ, from the outside in.
        parts: Vec<AddressDifference>,
    },
}

/// Compares the address of residence with the one in a record. It takes any text, and time in proportion to its length.
///
/// These differ harmlessly: full and half width, capital and small letters, spaces and punctuation; Chinese numerals and
/// digits; 栋, 幢, 座 and 号楼; 室, 房 and 号 behind a building; 2-3-401 and 2栋3单元401室; province, city, district and
/// street where one side leaves them out; the floor where the room's number names it.
pub fn compare<'a, 'b>(residence: impl Into<Written<'a>>, record: impl Into<Written<'b>>) -> Comparison {
    let (residence, record) = (residence.into(), record.into());
    if residence.text == record.text && residence.street_code == record.street_code {
        return Comparison::Identical;
    }
    let (residence, record) = (Address::read(residence), Address::read(record));
    let differs = |part: &AddressPart| !agrees(*part, &residence, &record);
    let name =
        |part: AddressPart| AddressDifference { part, given: residence.shown(part), recorded: record.shown(part) };
    let parts: Vec<_> = AddressPart::ALL.iter().copied().filter(differs).map(name).collect();
    if parts.is_empty() { Comparison::Harmless } else { Comparison::Differs { parts } }
}

fn agrees(part: AddressPart, one: &Address, other: &Address) -> bool {
    let (left, right) = (one.key(part), other.key(part));
    let one_is_missing = left.is_empty() || right.is_empty();
    match part {
        AddressPart::Street => left == right || one_is_missing,
        AddressPart::District => {
            let streets = [one, other].map(|address| address.key(AddressPart::Street));
            one_is_missing || streets.iter().any(|street| region::is_same_place(left, right, street))
        }
        AddressPart::Floor => {
            let implied = |address: &Address, floor| address.floor_of_room() == Some(floor);
            left == right || (right.is_empty() && implied(one, left)) || (left.is_empty() && implied(other, right))
        }
        AddressPart::Rest => one.rest().eq(other.rest()),
        _ => left == right,
    }
}
