//! An address anywhere in the country, taken apart while it is being filled in.

use leptos::prelude::*;
use rules::regions::{Divided, Region, Regions};

/// What is known of the country's divisions.
#[derive(Clone, Copy)]
pub enum Known {
    /// They are on their way.
    Asked,
    /// These.
    Here(&'static Regions<'static>),
    /// There are none to be had.
    Nothing,
}

impl Known {
    fn divide(self, address: &str) -> Divided {
        match self {
            Self::Here(regions) => regions.divide(address),
            Self::Asked | Self::Nothing => Divided { places: Vec::new(), rest: address.to_owned() },
        }
    }

    /// What can be chosen behind so many of the places.
    fn within(self, places: &[String], level: usize) -> &'static [Region<'static>] {
        match (self, places.get(..level)) {
            (Self::Here(regions), Some(before)) => regions.within(before),
            _ => &[],
        }
    }

    /// Whether the list at that level may have a part in the address. In Beijing a district follows the city at once, and
    /// nothing follows the district.
    fn takes_part(self, places: &[String], level: usize) -> bool {
        match (self, level.checked_sub(1)) {
            (Self::Nothing, _) => false,
            (_, None) => true,
            (_, Some(_)) if places.len() >= level => !self.within(places, level).is_empty(),
            (_, Some(before)) => {
                let open = self.within(places, before);
                open.is_empty() || leads_on(open)
            }
        }
    }
}

/// Whether the table goes further in any of the regions.
pub fn leads_on(regions: &[Region<'_>]) -> bool {
    regions.iter().any(|region| !region.within.is_empty())
}

/// An address as lists and a text, over the one text that it is as an answer.
#[derive(Clone, Copy)]
pub struct DividedAnswer {
    /// What is known of the divisions.
    pub known: RwSignal<Known>,
    answer: Signal<String>,
    on_answer: Callback<String>,
    /// Places alone are no address, so they are no answer yet.
    chosen: RwSignal<Vec<String>>,
    /// Nothing moves under the hands of whoever writes.
    writing: RwSignal<bool>,
    divided: Memo<Divided>,
}

impl DividedAnswer {
    /// Takes the answer apart, and calls back with each new one.
    pub fn new(answer: Signal<String>, on_answer: Callback<String>) -> Self {
        let (known, chosen) = (RwSignal::new(Known::Asked), RwSignal::new(Vec::new()));
        let writing = RwSignal::new(false);
        let divided = Memo::new(move |before: Option<&Divided>| {
            let (writes, known) = (writing.get(), known.get());
            answer.with(|address| match before.filter(|_| writes).and_then(|before| kept(before, address)) {
                _ if address.is_empty() => Divided { places: chosen.get(), rest: String::new() },
                Some(as_before) => as_before,
                None => known.divide(address),
            })
        });
        Self { known, answer, on_answer, chosen, writing, divided }
    }

    /// What is written behind the places.
    pub fn rest(self) -> String {
        self.divided.with(|divided| divided.rest.clone())
    }

    /// The place that is chosen at a level, 0 for the province; empty where none is.
    pub fn place(self, level: usize) -> String {
        self.divided.with(|divided| divided.places.get(level).cloned()).unwrap_or_default()
    }

    /// Whether everything before the level is chosen.
    pub fn is_open(self, level: usize) -> bool {
        self.divided.with(|divided| divided.places.len() >= level)
    }

    /// What can be chosen at a level.
    pub fn within(self, level: usize) -> &'static [Region<'static>] {
        self.divided.with(|divided| self.known.get().within(&divided.places, level))
    }

    /// Whether there is a list at that level.
    pub fn has_list(self, level: usize) -> bool {
        self.divided.with(|divided| self.known.get().takes_part(&divided.places, level))
    }

    /// Takes what is written behind the places, as it is typed.
    pub fn write(self, rest: String) {
        let places = self.divided.with_untracked(|divided| divided.places.clone());
        self.writing.set(true);
        self.take(Divided { places, rest });
    }

    /// Reads what was written, once it is left: what names places is found in the lists from then on.
    pub fn leave(self) {
        let address = self.answer.get_untracked();
        if let (true, Known::Here(regions)) = (self.writing.get_untracked(), self.known.get_untracked())
            && !address.is_empty()
        {
            self.take(regions.divide_once(&address));
        }
        self.writing.set(false);
    }

    /// Takes another place at a level, or none where it is empty. The smaller ones go, the rest stays.
    pub fn choose(self, level: usize, place: String) {
        let Divided { mut places, rest } = self.divided.get_untracked();
        places.truncate(level);
        places.extend(Some(place).filter(|place| !place.is_empty()));
        self.writing.set(false);
        self.take(Divided { places, rest });
    }

    fn take(self, address: Divided) {
        let whole = if address.rest.trim().is_empty() { String::new() } else { address.whole() };
        self.chosen.set(address.places);
        self.on_answer.run(whole);
    }
}

/// The address with the same places, as long as it begins with them.
fn kept(before: &Divided, address: &str) -> Option<Divided> {
    let rest = address.strip_prefix(&*before.places.concat())?.to_owned();
    Some(Divided { places: before.places.clone(), rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "北京市 朝阳区\n湖北省 襄阳市 襄城区\n湖北省 仙桃市\n四川省 绵阳市 涪城区 游仙区\n";

    fn table() -> Known {
        Known::Here(Box::leak(Box::new(Regions::read(TABLE))))
    }

    /// Runs with an answer of its own; the table is there.
    fn on(answer: &str, act: impl FnOnce(DividedAnswer, RwSignal<String>)) {
        Owner::new().with(|| {
            let kept = RwSignal::new(answer.to_owned());
            let divided = DividedAnswer::new(kept.into(), Callback::new(move |answer| kept.set(answer)));
            divided.known.set(table());
            act(divided, kept);
        });
    }

    fn shown(it: DividedAnswer) -> String {
        untrack(|| format!("{}|{}|{}|{}", it.place(0), it.place(1), it.place(2), it.rest()))
    }

    #[test]
    fn what_is_chosen_and_written_becomes_one_text() {
        on("", |it, answer| {
            it.choose(0, "四川省".into());
            it.choose(1, "绵阳市".into());
            it.choose(2, "涪城区".into());
            assert_eq!(answer.get_untracked(), "", "places alone are no address");
            assert_eq!(shown(it), "四川省|绵阳市|涪城区|");
            it.write("演示街8号".into());
            it.leave();
            assert_eq!(answer.get_untracked(), "四川省绵阳市涪城区演示街8号");
            assert_eq!(shown(it), "四川省|绵阳市|涪城区|演示街8号");
            it.write(" ".into());
            it.leave();
            assert_eq!(answer.get_untracked(), "");
            assert_eq!(shown(it), "四川省|绵阳市|涪城区|");
        });
    }

    #[test]
    fn another_province_takes_city_and_county_away_and_none_takes_all() {
        on("四川省绵阳市涪城区演示街8号", |it, answer| {
            it.choose(0, "湖北省".into());
            assert_eq!(shown(it), "湖北省|||演示街8号");
            it.choose(0, String::new());
            assert_eq!((shown(it).as_str(), answer.get_untracked().as_str()), ("|||演示街8号", "演示街8号"));
        });
    }

    #[test]
    fn a_whole_address_is_read_once_it_is_left_and_not_while_it_is_written() {
        on("", |it, answer| {
            it.write("四川省绵阳市涪城区演示街8号".into());
            assert_eq!(shown(it), "|||四川省绵阳市涪城区演示街8号");
            it.leave();
            assert_eq!(shown(it), "四川省|绵阳市|涪城区|演示街8号");
            it.write("北京市朝阳区演示路9号".into());
            it.leave();
            assert_eq!(answer.get_untracked(), "北京市朝阳区演示路9号");
            assert_eq!(shown(it), "北京市|朝阳区||演示路9号");
        });
    }

    #[test]
    fn what_was_written_without_its_province_is_found_once_that_is_chosen() {
        on("绵阳市涪城区演示街8号", |it, answer| {
            assert_eq!(shown(it), "|||绵阳市涪城区演示街8号");
            it.choose(0, "四川省".into());
            assert_eq!(shown(it), "四川省|绵阳市|涪城区|演示街8号");
            assert_eq!(answer.get_untracked(), "四川省绵阳市涪城区演示街8号");
        });
    }

    #[test]
    fn an_answer_that_is_only_looked_at_stays_as_it_was() {
        on("四川省绵阳市绵阳市涪城区8号", |it, answer| {
            it.leave();
            assert_eq!(answer.get_untracked(), "四川省绵阳市绵阳市涪城区8号");
        });
    }

    #[test]
    fn the_table_may_come_while_somebody_writes_or_an_answer_from_elsewhere() {
        on("", |it, answer| {
            it.known.set(Known::Asked);
            it.write("四川省绵阳市".into());
            it.known.set(table());
            assert_eq!(shown(it), "|||四川省绵阳市");
            it.choose(0, "四川省".into());
            it.write("街".into());
            answer.set("湖北省仙桃市演示镇".into());
            assert_eq!(shown(it), "湖北省|仙桃市||演示镇");
        });
    }

    #[test]
    fn without_the_table_the_address_is_written_as_a_whole() {
        on("四川省绵阳市8号", |it, answer| {
            it.known.set(Known::Nothing);
            assert_eq!(shown(it), "|||四川省绵阳市8号");
            assert!(untrack(|| ![0, 1, 2].into_iter().any(|level| it.has_list(level))));
            it.write("四川省绵阳市9号".into());
            it.leave();
            assert_eq!(answer.get_untracked(), "四川省绵阳市9号");
        });
    }

    #[test]
    fn a_list_is_there_as_long_as_there_may_be_something_to_choose_from_it() {
        let parts = |known: Known, places: &[&str]| {
            let places: Vec<String> = places.iter().map(|&place| place.to_owned()).collect();
            [0, 1, 2].map(|level| known.takes_part(&places, level))
        };
        for places in [&[][..], &["湖北省"], &["湖北省", "襄阳市"], &["湖北省", "襄阳市", "襄城区"]] {
            assert_eq!(parts(table(), places), [true, true, true], "{places:?}");
        }
        for places in [&["北京市"][..], &["北京市", "朝阳区"], &["湖北省", "仙桃市"]] {
            assert_eq!(parts(table(), places), [true, true, false], "{places:?}");
        }
        assert_eq!(parts(Known::Asked, &[]), [true; 3]);
    }
}
