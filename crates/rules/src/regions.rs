//! The divisions of the whole country, and addresses taken apart by them: 四川省绵阳市涪城区演示街8号.
//!
//! An address is one text, as it is written; nothing else is stored, sent or judged. Here it is read for lists to choose
//! from, and put together again: both ways lose nothing, whatever the text. The table of the divisions is not part of
//! this crate, for it is large and only helps: whoever has it gives it.

/// A division with those directly within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region<'a> {
    /// Its name as addresses write it.
    pub name: &'a str,
    /// What it is divided into; empty where the table goes no further.
    pub within: Vec<Self>,
}

/// The divisions of the country, three deep at most.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Regions<'a>(Vec<Region<'a>>);

/// An address that was taken apart. [`Self::whole`] puts it together again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Divided {
    /// The names of the divisions that it begins with, from the large to the small.
    pub places: Vec<String>,
    /// What follows, as written.
    pub rest: String,
}

impl Divided {
    /// The address in one text.
    pub fn whole(&self) -> String {
        self.places.concat() + &self.rest
    }
}

impl<'a> Regions<'a> {
    /// Reads the table: in each line a province, what lies directly under it, and the divisions of that, with spaces
    /// between. `四川省 绵阳市 涪城区 游仙区`; `北京市 朝阳区`, for there nobody names a city between the two. A line that
    /// begins with # says where the table is from.
    pub fn read(table: &'a str) -> Self {
        let mut all: Vec<Region<'a>> = Vec::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut names = line.split_whitespace().map(|name| Region { name, within: Vec::new() });
            let (Some(province), Some(mut second)) = (names.next(), names.next()) else { continue };
            second.within.extend(names);
            match all.last_mut().filter(|last| last.name == province.name) {
                Some(last) => last.within.push(second),
                None => all.push(Region { within: vec![second], ..province }),
            }
        }
        Self(all)
    }

    /// What lies directly within these divisions, named from the large to the small; the provinces within none. Nothing
    /// where the names are in no such order, or nothing is within.
    pub fn within(&self, places: &[impl AsRef<str>]) -> &[Region<'a>] {
        let mut here = self.0.as_slice();
        for place in places {
            let found = here.iter().find(|region| region.name == place.as_ref());
            here = found.map(|region| region.within.as_slice()).unwrap_or_default();
        }
        here
    }

    /// Takes an address apart. A text that begins with no province is all rest.
    pub fn divide(&self, address: &str) -> Divided {
        let (mut here, mut rest) = (self.0.as_slice(), address);
        let mut places = Vec::new();
        // Of two names that it could begin with, it means the longer.
        while let Some((region, after)) = here
            .iter()
            .filter_map(|region| Some((region, rest.strip_prefix(region.name)?)))
            .min_by_key(|(_, after)| after.len())
        {
            places.push(region.name.to_owned());
            (here, rest) = (&region.within, after);
        }
        Divided { places, rest: rest.to_owned() }
    }

    /// Takes an address apart in which the rest may name divisions again, because it was pasted whole behind what was
    /// chosen: 四川省绵阳市 and 四川省绵阳市涪城区演示街8号, or 涪城区 and 涪城区演示街8号. What is named again is taken once.
    pub fn divide_once(&self, address: &str) -> Divided {
        let Divided { mut places, rest } = self.divide(address);
        let again = self.divide(&rest);
        if !again.places.is_empty() {
            return again;
        }
        let repeated = (0..places.len()).find_map(|from| rest.strip_prefix(&*places.get(from..)?.concat()));
        let Some(after) = repeated else { return Divided { places, rest } };
        // Without the repetition it may go on to a division that was not chosen yet.
        places.push(after.to_owned());
        self.divide(&places.concat())
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    /// A few lines of the table, with all that is special: no city, no county, names that begin alike.
    const TABLE: &str = "# from somewhere\n北京市 东城区\n北京市 朝阳区\n吉林省 吉林市 昌邑区 船营区\n吉林省 长春市 朝阳区\n\
        湖北省 襄阳市 襄城区 襄州区\n湖北省 仙桃市\n四川省 绵阳市 涪城区 游仙区 安州区\n四川省 成都市 锦江区 武侯区\n\
        内蒙古自治区 锡林郭勒盟 锡林浩特市 阿巴嘎旗\n示例省 示市\n示例省 示市区\n";

    fn divided(address: &str) -> (String, String) {
        let Divided { places, rest } = Regions::read(TABLE).divide(address);
        (places.join(" "), rest)
    }

    fn once(address: &str) -> String {
        Regions::read(TABLE).divide_once(address).whole()
    }

    #[test]
    fn an_address_is_divided_as_far_as_it_names_divisions() {
        for (address, places, rest) in [
            ("四川省绵阳市涪城区演示街8号", "四川省 绵阳市 涪城区", "演示街8号"),
            ("四川省绵阳市演示街8号", "四川省 绵阳市", "演示街8号"),
            ("四川省 绵阳市", "四川省", " 绵阳市"),
            ("北京市朝阳区演示路1号", "北京市 朝阳区", "演示路1号"),
            ("湖北省仙桃市演示镇", "湖北省 仙桃市", "演示镇"),
            ("吉林省吉林市船营区1号", "吉林省 吉林市 船营区", "1号"),
            ("内蒙古自治区锡林郭勒盟阿巴嘎旗", "内蒙古自治区 锡林郭勒盟 阿巴嘎旗", ""),
            ("示例省示市区1号", "示例省 示市区", "1号"),
            ("绵阳市涪城区演示街8号", "", "绵阳市涪城区演示街8号"),
            ("四川绵阳", "", "四川绵阳"),
            ("", "", ""),
        ] {
            assert_eq!(divided(address), (places.to_owned(), rest.to_owned()), "{address}");
        }
    }

    #[test]
    fn the_lists_go_from_province_to_county() {
        let regions = Regions::read(TABLE);
        let names =
            |places: &[&str]| regions.within(places).iter().map(|region| region.name).collect::<Vec<_>>().join(" ");
        assert_eq!(names(&[]), "北京市 吉林省 湖北省 四川省 内蒙古自治区 示例省");
        assert_eq!(names(&["四川省"]), "绵阳市 成都市");
        assert_eq!(names(&["四川省", "绵阳市"]), "涪城区 游仙区 安州区");
        assert_eq!(names(&["北京市"]), "东城区 朝阳区");
        for nowhere in [&["北京市", "朝阳区"][..], &["四川省", "吉林市"], &["涪城区"], &["四川省", "绵阳市", "涪城区"]]
        {
            assert_eq!(names(nowhere), "", "{nowhere:?}");
        }
    }

    #[test]
    fn what_is_named_again_behind_what_was_chosen_is_taken_once() {
        for (address, taken) in [
            ("四川省绵阳市四川省绵阳市涪城区演示街8号", "四川省绵阳市涪城区演示街8号"),
            ("北京市东城区四川省绵阳市涪城区演示街8号", "四川省绵阳市涪城区演示街8号"),
            ("四川省绵阳市涪城区涪城区演示街8号", "四川省绵阳市涪城区演示街8号"),
            ("四川省绵阳市涪城区绵阳市涪城区演示街8号", "四川省绵阳市涪城区演示街8号"),
            ("四川省绵阳市绵阳市涪城区演示街8号", "四川省绵阳市涪城区演示街8号"),
            ("四川省绵阳市涪城区演示街8号", "四川省绵阳市涪城区演示街8号"),
            ("绵阳市涪城区演示街8号", "绵阳市涪城区演示街8号"),
        ] {
            assert_eq!(once(address), taken, "{address}");
        }
        let again = Regions::read(TABLE).divide_once("四川省绵阳市绵阳市涪城区演示街8号");
        assert_eq!(again.places, ["四川省", "绵阳市", "涪城区"]);
    }

    #[test]
    fn a_table_that_can_not_be_read_leaves_every_address_whole() {
        for table in ["", "\n\n", "四川省\n", "<!doctype html>"] {
            assert_eq!(Regions::read(table).divide("四川省绵阳市").whole(), "四川省绵阳市");
        }
        assert_eq!(Regions::read("").within(&[""; 0]), []);
    }

    /// Texts of names of the table, parts of them, and anything else.
    fn address() -> impl Strategy<Value = String> {
        let names: Vec<&str> = TABLE.split_whitespace().skip(3).collect();
        let part =
            prop_oneof![3 => select(names).prop_map(str::to_owned), 1 => "[省市区县路号 0-9]{0,3}", 1 => ".{0,4}"];
        prop::collection::vec(part, 0..7).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn nothing_of_an_address_is_lost_by_dividing_it(address in address()) {
            let regions = Regions::read(TABLE);
            let divided = regions.divide(&address);
            prop_assert_eq!(divided.whole(), address);
            prop_assert!(divided.places.len() <= 3);
            // What the lists would show is there to be chosen.
            for (at, place) in divided.places.iter().enumerate() {
                prop_assert!(regions.within(&divided.places[..at]).iter().any(|region| region.name == place));
            }
        }

        #[test]
        fn only_names_of_divisions_are_taken_away(address in address()) {
            let regions = Regions::read(TABLE);
            let taken = regions.divide_once(&address).whole();
            prop_assert!(address.ends_with(&regions.divide(&taken).rest));
        }
    }
}
