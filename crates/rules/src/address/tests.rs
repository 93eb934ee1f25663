use std::iter::zip;

use proptest::{option, prelude::*, sample::select};

use super::*;

fn parts(one: &str, other: &str) -> Vec<AddressPart> {
    match compare(one, other) {
        Comparison::Differs { parts } => parts.iter().map(|known| known.part).collect(),
        Comparison::Identical | Comparison::Harmless => Vec::new(),
    }
}

fn all_harmless(notations: &[&str]) {
    for one in notations {
        for other in notations {
            let expected = if one == other { Comparison::Identical } else { Comparison::Harmless };
            assert_eq!(compare(*one, *other), expected, "{one} | {other}");
        }
    }
}

#[test]
fn building_unit_and_room_agree_in_every_notation() {
    all_harmless(&[
        "示例路1号2栋3单元401室",
        "示例路1号2幢3单元401号",
        "示例路1号2号楼3单元401房",
        "示例路1号2座3单元401",
        "示例路1号2#楼3单元401室",
        "示例路1号2-3-401",
        "示例路1号2-3-401室",
        "示例路1号2-3-401号",
        "示例路1号2栋3-401",
        "示例路1号2-3单元401室",
        "示例路一号二栋三单元四〇一室",
        "示例路１号２栋３单元４０１室",
        "示例路 1 号，2 栋 3 单元 401 室。",
        "示例路1号（2栋）3单元—401室",
        "示例路1号02栋03单元0401室",
        "示例路1号2楼3单元401室",
        "示例路1\u{200B}号2栋3单元401室\u{FEFF}",
    ]);
}

#[test]
fn a_word_that_its_place_explains_is_read_by_its_place() {
    all_harmless(&["蓉苑3号2单元401室", "蓉苑3栋2单元401室", "蓉苑3#2单元401室"]);
    all_harmless(&["示例路1号附2号", "示例路1附2号"]);
    all_harmless(&["示例路1号2栋401主卧", "示例路1号2栋401室主卧"]);
    all_harmless(&["示例路1号3楼302室", "示例路1号302室"]);
    assert_eq!(parts("示例路1号3楼302室", "示例路1号3栋302室"), [AddressPart::Building]);
}

#[test]
fn a_front_that_goes_without_saying_may_be_left_out() {
    all_harmless(&[
        "四川省成都市武侯区示例路1号",
        "四川成都市武侯区示例路1号",
        "四川省武侯区示例路1号",
        "成都市武侯区示例路1号",
        "成都武侯区示例路1号",
        "成都市示例路1号",
        "武侯区示例路1号",
        "武侯区晋阳街道示例路1号",
        "示例路1号",
    ]);
    all_harmless(&["四川省都江堰市示例路1号", "成都市都江堰市示例路1号", "都江堰市示例路1号"]);
}

#[test]
fn each_word_and_number_is_read_as_the_part_that_its_place_makes_it() {
    use AddressPart::{Building, City, Estate, Floor, Number, Rest, Road, Room, Unit};
    for (text, expected) in [
        ("示例路1号蓉街苑2栋", &[(Road, "示例路"), (Number, "1"), (Estate, "蓉街苑"), (Building, "2")][..]),
        ("示例路蓉苑3号2单元401室", &[(Estate, "蓉苑"), (Building, "3"), (Unit, "2"), (Room, "401")]),
        ("示例路1#2栋401室", &[(Number, "1"), (Building, "2"), (Room, "401")]),
        ("示例路1号2栋3单元401#", &[(Building, "2"), (Unit, "3"), (Room, "401"), (Rest, "")]),
        ("示例路1", &[(Number, "1"), (Room, "")]),
        ("示例路1号2号", &[(Number, "1"), (Building, ""), (Room, "2")]),
        ("示例路1号2栋3单元4-401", &[(Building, "2"), (Unit, "3"), (Floor, "4"), (Room, "401")]),
        ("示例路1号2栋3-4-401", &[(Building, "2"), (Unit, "3"), (Floor, "4"), (Room, "401")]),
        ("示例路1号2-3-4-401", &[(Building, "2"), (Unit, "3"), (Floor, "4"), (Room, "401")]),
        ("示例路1号401室2-402", &[(Room, "401"), (Building, ""), (Rest, "2-402")]),
        ("黑龙江省哈尔滨市示例路1号", &[(City, "黑龙江省哈尔滨市"), (Road, "示例路"), (Number, "1")]),
        ("贵州省示例县示例路1号", &[(City, "贵州省"), (Road, "示例县示例路")]),
        ("四川省示例路1号", &[(City, ""), (Road, "示例路")]),
        ("四川省成都市示例市场路1号", &[(City, ""), (Road, "示例市场路")]),
    ] {
        let address = Address::read(text.into());
        for (part, words) in expected {
            let shown = address.shown(*part);
            let read = if *part == Rest { shown.as_str() } else { address.key(*part) };
            assert_eq!(read, *words, "{part} of {text}");
        }
    }
}

#[test]
fn a_second_building_is_no_number_that_could_be_anything() {
    let rest = |text: &str| {
        let address = Address::read(text.into());
        address.rest().map(|(after, key)| (after, key.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(rest("示例路1号2栋3栋"), [(Some(AddressPart::Building), "building 3".to_owned())]);
    assert_eq!(rest("示例路1号2栋401室东"), [(Some(AddressPart::Room), "东".to_owned())]);
}

#[test]
fn another_city_district_or_street_differs() {
    assert_eq!(parts("四川省绵阳市示例路1号", "示例路1号"), [AddressPart::City]);
    assert_eq!(parts("重庆市示例路1号", "四川省成都市示例路1号"), [AddressPart::City]);
    assert_eq!(parts("武侯区示例路1号", "锦江区示例路1号"), [AddressPart::District]);
    assert_eq!(parts("高新区示例路1号", "锦江区示例路1号"), [AddressPart::District]);
    assert_eq!(parts("晋阳街道示例路1号", "春熙路街道示例路1号"), [AddressPart::Street]);
    assert_eq!(parts("成都路1号", "路1号"), [AddressPart::Road], "成都 is part of the road's name here");
}

#[test]
fn a_zone_and_the_district_that_its_street_is_coded_under_are_one_place() {
    assert_eq!(compare("高新区石羊街道示例路1号", "武侯区石羊街道示例路1号"), Comparison::Harmless);
    assert_eq!(parts("高新区晋阳街道示例路1号", "武侯区晋阳街道示例路1号"), [AddressPart::District]);
}

#[test]
fn a_street_given_by_its_code_stands_in_for_its_name() {
    let coded = |code, text| Written { street_code: Some(code), text };
    let record = "成都市高新区石羊街道示例路1号";
    assert_eq!(compare(coded("510107063", "示例路1号"), record), Comparison::Harmless);
    let Comparison::Differs { parts } = compare(coded("510104022", "示例路1号"), record) else { panic!() };
    assert_eq!(parts.iter().map(|known| known.part).collect::<Vec<_>>(), [AddressPart::District, AddressPart::Street]);
    assert_eq!((&*parts[1].given, &*parts[1].recorded), ("春熙路街道", "石羊街道"));
    let elsewhere = compare(coded("510104022", "示例路1号"), coded("510107063", "示例路1号"));
    assert!(matches!(elsewhere, Comparison::Differs { .. }));
    assert_eq!(compare(coded("999999999", "示例路1号"), "示例路1号"), Comparison::Harmless);
}

#[test]
fn numbers_that_only_look_alike_differ() {
    use AddressPart::{Annex, Building, Floor, Number, Rest, Room, Unit};
    for (one, other, expected) in [
        ("示例路1号1栋11单元", "示例路1号11栋1单元", &[Building, Unit][..]),
        ("示例路1号1-11-401", "示例路1号11-1-401", &[Building, Unit]),
        ("示例路1号1 11 401", "示例路1号11 1 401", &[Building, Unit]),
        ("示例路1号1栋1 101室", "示例路1号1栋11 01室", &[Unit, Room]),
        ("示例路3号", "示例路13号", &[Number]),
        ("示例路3号", "示例路3号附1号", &[Annex]),
        ("示例路3号附1号", "示例路3号附2号", &[Annex]),
        ("示例路3号附1号", "示例路31号", &[Number, Annex]),
        ("示例路1-3号", "示例路1号3室", &[Number, Room]),
        ("示例路1号2栋401室", "示例路1号2单元401室", &[Building, Unit]),
        ("示例路1号2栋401室", "示例路1号2栋401A室", &[Room]),
        ("示例路1号A栋401室", "示例路1号B栋401室", &[Building]),
        ("示例路1号2栋5层401室", "示例路1号2栋401室", &[Floor]),
        ("示例路1号2栋-1层", "示例路1号2栋1层", &[Floor]),
        ("示例路1号2栋负一层", "示例路1号2栋一层", &[Floor]),
        ("示例路1号2栋401室", "示例路1号2栋401室402室", &[Rest]),
        ("示例路1号2栋3栋401室", "示例路1号3栋2栋401室", &[Building, Rest]),
    ] {
        assert_eq!(parts(one, other), expected, "{one} | {other}");
        assert_eq!(parts(other, one), expected, "{other} | {one}");
    }
}

#[test]
fn a_word_more_or_another_one_always_differs() {
    for address in ["□示例路1号2栋401室", "示例□路1号2栋401室", "示例路1号□苑2栋401室", "示例路1号2栋□401室"]
    {
        let with = ["东", "西", "南", "北", "上", "下", "新", "老", ""].map(|word| address.replace('□', word));
        for (at, one) in with.iter().enumerate() {
            for (other_at, other) in with.iter().enumerate() {
                let differs = matches!(compare(one.as_str(), other.as_str()), Comparison::Differs { .. });
                assert_eq!(differs, at != other_at, "{one} | {other}");
            }
        }
    }
    for (one, other) in [("示例路1号", "示例街1号"), ("示例路1号", "示例大道1号"), ("示例巷1号", "示例弄1号")]
    {
        assert_eq!(parts(one, other), [AddressPart::Road]);
    }
    assert_eq!(parts("示例路1号2栋东401室", "示例路1号2栋401室东"), [AddressPart::Rest]);
}

#[test]
fn a_floor_is_read_in_every_notation_and_may_be_left_out_where_the_room_names_it() {
    all_harmless(&["示例路1号2栋401室", "示例路1号2栋4层401室", "示例路1号2栋四楼401室", "示例路1号2栋4楼401"]);
    all_harmless(&["示例路1号2栋-1层12号", "示例路1号2栋负一层12号", "示例路1号2栋地下1楼12室"]);
    all_harmless(&["示例路1号2栋1203A", "示例路1号2栋12层1203A室"]);
}

#[test]
fn numerals_in_the_name_of_a_road_or_estate_are_read_and_names_are_left_alone() {
    all_harmless(&["人民南路四段12号蓉苑二期3栋", "人民南路4段12号蓉苑2期3栋"]);
    all_harmless(&["天府三街69号", "天府3街69号"]);
    all_harmless(&["示例村三组12号", "示例村3组12号"]);
    assert_eq!(parts("五一路1号", "51路1号"), [AddressPart::Road]);
    assert_eq!(parts("天府三街69号", "天府四街69号"), [AddressPart::Road]);
    assert_eq!(parts("示例1二街1号", "示例12街1号"), [AddressPart::Road]);
}

#[test]
fn both_values_are_told_as_they_were_written() {
    let Comparison::Differs { parts } = compare("示例路1号蓉苑二幢3-401", "示例路１号2栋４单元")
    else {
        panic!()
    };
    let told: Vec<_> = parts.iter().map(|known| (known.part, &*known.given, &*known.recorded)).collect();
    use AddressPart::{Estate, Room, Unit};
    assert_eq!(told, [(Estate, "蓉苑", ""), (Unit, "3", "4单元"), (Room, "401", "")]);
    let Comparison::Differs { parts } = compare("示例路3号附1号", "示例路3号") else { panic!() };
    assert_eq!((parts[0].part, &*parts[0].given, &*parts[0].recorded), (AddressPart::Annex, "附1号", ""));
}

#[test]
fn a_hundred_thousand_characters_are_read_in_one_go() {
    for piece in ["号", "1", "一", "十", "1-", "1栋", "附1号", "路", "成都市", "负1层", "1单元", " ", "-", "室 ", "a一"]
    {
        let long = piece.repeat(100_000 / piece.chars().count());
        let longer = format!("{long}1室");
        assert!(matches!(compare(long.as_str(), longer.as_str()), Comparison::Differs { .. }), "{piece}");
    }
}

/// An address by its parts, written down in one of many ways.
#[derive(Debug, Clone)]
struct Home {
    road: &'static str,
    estate: &'static str,
    annex: Option<u32>,
    unit: Option<u32>,
    /// Number, building, floor and the room's number on the floor.
    number: u32,
    building: u32,
    floor: u32,
    room: u32,
}

#[derive(Debug, Clone)]
struct Notation {
    front: &'static str,
    building: &'static str,
    room: &'static str,
    floor: Option<&'static str>,
    chained: bool,
    between: &'static str,
    numerals: [Numerals; 6],
}

#[derive(Debug, Clone, Copy)]
enum Numerals {
    Half,
    Full,
    Chinese,
}

impl Numerals {
    fn write(self, number: u32) -> String {
        let digits = number.to_string();
        match self {
            Self::Half => digits,
            Self::Full => digits.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect(),
            Self::Chinese if number >= 100 => digits
                .bytes()
                .map(|digit| "〇一二三四五六七八九".chars().nth(usize::from(digit - b'0')).unwrap())
                .collect(),
            Self::Chinese => {
                let ones =
                    "零一二三四五六七八九".chars().nth(number as usize % 10).filter(|c| number == 0 || *c != '零');
                let tens = "  二三四五六七八九".chars().nth(number as usize / 10).filter(|c| *c != ' ');
                let ten = (number >= 10).then_some('十');
                [tens, ten, ones].into_iter().flatten().collect()
            }
        }
    }
}

impl Home {
    fn write(&self, notation: &Notation) -> String {
        let [number, annex, building, unit, floor, room] = notation.numerals;
        let mut words = vec![format!("{}{}{}号", notation.front, self.road, number.write(self.number))];
        words.extend(self.annex.map(|value| format!("附{}号", annex.write(value))));
        words.push(self.estate.to_owned());
        let door = self.floor * 100 + self.room;
        if notation.chained {
            let values = [Some(self.building), self.unit, Some(door)];
            let values: Vec<_> = values.into_iter().flatten().map(|value| number.write(value)).collect();
            words.push(format!("{}{}", values.join("-"), notation.room));
        } else {
            words.push(format!("{}{}", building.write(self.building), notation.building));
            words.extend(self.unit.map(|value| format!("{}单元", unit.write(value))));
            words.extend(notation.floor.map(|marker| format!("{}{marker}", floor.write(self.floor))));
            words.push(format!("{}{}", room.write(door), notation.room));
        }
        words.join(notation.between)
    }

    /// With one digit of one number changed.
    fn changed(&self, which: usize, digit: usize, by: u32) -> Self {
        let mut home = self.clone();
        let floor = home.floor;
        let numbers = [Some(&mut home.number), home.annex.as_mut(), Some(&mut home.building), home.unit.as_mut()];
        let mut numbers: Vec<_> = numbers.into_iter().flatten().collect();
        numbers.extend([&mut home.room]);
        let mut floors = floor;
        numbers.push(&mut floors);
        let count = numbers.len();
        let number = &mut *numbers[which % count];
        let place = 10_u32.pow((digit % number.to_string().len()) as u32);
        let old = *number / place % 10;
        *number = *number - old * place + (old + by) % 10 * place;
        home.floor = floors;
        home
    }
}

fn home() -> impl Strategy<Value = Home> {
    let road = select(vec!["示例路", "示例大道南三段", "示例三街", "示例东一巷", "示例村二组"]);
    let estate = select(vec!["", "蓉苑", "演示花园二期", "蓉苑东区"]);
    let numbers = (1..3000_u32, 1..60_u32, 1..34_u32, 1..21_u32);
    (road, estate, option::of(1..40_u32), option::of(1..13_u32), numbers).prop_map(
        |(road, estate, annex, unit, (number, building, floor, room))| Home {
            road,
            estate,
            annex,
            unit,
            number,
            building,
            floor,
            room,
        },
    )
}

fn notation() -> impl Strategy<Value = Notation> {
    let front = select(vec!["", "成都市", "四川省成都市武侯区", "武侯区", "成都武侯区", "武侯区晋阳街道"]);
    let building = select(vec!["栋", "幢", "号楼", "座", "#楼"]);
    let numerals = select(vec![Numerals::Half, Numerals::Full, Numerals::Chinese]);
    (
        front,
        building,
        select(vec!["室", "号", "房", ""]),
        option::of(select(vec!["层", "楼"])),
        any::<bool>(),
        select(vec!["", " ", "，", "\u{3000}"]),
        proptest::array::uniform6(numerals),
    )
        .prop_map(|(front, building, room, floor, chained, between, numerals)| Notation {
            front,
            building,
            room,
            floor,
            chained,
            between,
            numerals,
        })
}

/// Text that looks enough like an address to reach every corner.
fn scribble() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9一二十百零〇号栋幢楼座单元室房层附负路街段组期成都市武侯区省四川镇#A \\-，（）示例苑]{0,30}",
        "\\PC{0,40}"
    ]
}

fn swapped(comparison: Comparison) -> Comparison {
    let swap = |known: AddressDifference| AddressDifference { given: known.recorded, recorded: known.given, ..known };
    match comparison {
        Comparison::Differs { parts } => Comparison::Differs { parts: parts.into_iter().map(swap).collect() },
        same => same,
    }
}

proptest! {
    #[test]
    fn an_address_agrees_with_itself_also_in_full_width_and_small_letters(text in scribble()) {
        prop_assert_eq!(compare(text.as_str(), text.as_str()), Comparison::Identical);
        let widen = |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c };
        let wide: String = text.chars().map(widen).collect();
        prop_assert_eq!(parts(&text, &wide), []);
        prop_assert_eq!(parts(&text, &text.to_ascii_lowercase()), []);
        prop_assert_eq!(parts(&text, &format!(" {text}，")), []);
    }

    #[test]
    fn which_address_comes_first_makes_no_difference(one in scribble(), other in scribble()) {
        prop_assert_eq!(compare(one.as_str(), other.as_str()), swapped(compare(other.as_str(), one.as_str())));
    }

    #[test]
    fn an_address_written_in_another_way_never_differs(home in home(), one in notation(), other in notation()) {
        let (one, other) = (home.write(&one), home.write(&other));
        prop_assert_eq!(parts(&one, &other), [], "{} | {}", one, other);
    }

    #[test]
    fn another_digit_in_any_number_always_differs(
        home in home(), one in notation(), other in notation(), which in 0_usize..6, digit in 0_usize..4, by in 1_u32..10,
    ) {
        let changed = home.changed(which, digit, by).write(&other);
        let home = home.write(&one);
        prop_assert!(!parts(&home, &changed).is_empty(), "{} | {}", home, changed);
    }

    #[test]
    fn another_digit_in_scribbled_text_always_differs(before in scribble(), after in scribble(), old in 0..10, by in 1..10) {
        let with = |digit: i32| format!("{before}{}{after}", digit % 10);
        let (one, other) = (with(old), with(old + by));
        prop_assert!(!parts(&one, &other).is_empty(), "{} | {}", one, other);
    }
}

#[test]
fn every_part_has_a_word_of_its_own_in_both_languages() {
    use crate::term::Term;
    for (one, other) in zip(AddressPart::ALL, AddressPart::ALL.iter().skip(1)) {
        assert!(one.zh() != other.zh() && one.en() != other.en() && other.en().is_ascii());
    }
}
