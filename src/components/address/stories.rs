//! A place, from the large to the small.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("filled-in", "All parts are there, with everything that can be set", |args| {
        show(args, Given { district: "wuhou", street: "guixi", rest: "示例路 1 号 3 栋 1203", ..Given::default() })
    }),
    Story::new("empty", "Nothing is chosen yet: the streets wait for the district", |args| {
        show(args, Given::default())
    }),
    Story::new("errors", "What is wrong with each part", |args| show(args, Given { wrong: true, ..Given::default() })),
    Story::new("long", "An address that takes several lines", |args| {
        let rest = "天府大道北段一千七百号示例国际城市广场三期西区写字楼二单元一千二百零三号靠近地铁一号线出口";
        show(args, Given { district: "wuhou", street: "long", rest, ..Given::default() })
    }),
    Story::new("country", "An address anywhere: province, city and county, which last has long names", |args| {
        let lists = vec![
            list("province", args.words("省（区、市）", "Province"), "云南省", &["云南省", "四川省"]),
            list("city", args.words("市（州、盟）", "City or prefecture"), "临沧市", &["临沧市", "昆明市"]),
            list(
                "county",
                args.words("区（县、旗）", "District or county"),
                "双江拉祜族佤族布朗族傣族自治县",
                &["双江拉祜族佤族布朗族傣族自治县", "临翔区"],
            ),
        ];
        recipient(args, lists, "示例镇示例村 3 组 12 号")
    }),
    Story::new("municipality", "Beijing: a district follows at once, and no list is left over", |args| {
        let lists = vec![
            list("province", args.words("省（区、市）", "Province"), "北京市", &["北京市", "四川省"]),
            list("city", args.words("区（县、旗）", "District or county"), "朝阳区", &["朝阳区", "海淀区"]),
        ];
        recipient(args, lists, "示例路 1 号院 3 号楼 1203")
    }),
    Story::new("without-lists", "The lists could not be had: the address is written as a whole", |args| {
        recipient(args, Vec::new(), "四川省绵阳市涪城区示例街 8 号")
    }),
];

#[derive(Default)]
struct Given {
    district: &'static str,
    street: &'static str,
    rest: &'static str,
    wrong: bool,
}

fn list(name: &'static str, label: Text, chosen: &'static str, entries: &[&'static str]) -> AddressList {
    let value = RwSignal::new(chosen.to_owned());
    AddressList {
        name,
        label,
        value: value.into(),
        choices: Signal::stored(entries.iter().map(|&entry| Choice::new(entry, entry)).collect()),
        placeholder: Signal::stored(None),
        shown: Signal::stored(true),
        required: false,
        error: Signal::stored(None),
        autocomplete: "off",
        on_change: Callback::new(move |chosen| value.set(chosen)),
    }
}

fn recipient(args: Args, lists: Vec<AddressList>, given: &'static str) -> AnyView {
    let rest = RwSignal::new(given.to_owned());
    view! {
        <Address
            id="recipient"
            label=args.text("label", "收件地址", "Postal address")
            lists
            rest
            on_rest=move |written| rest.set(written)
            on_leave=args.event("on_leave")
            required=true
            hint=args.maybe_text("hint", "可以在全国任何地方", "Anywhere in the country")
            rest_label=args.words("详细地址", "Rest of the address")
        />
    }
    .into_any()
}

fn show(args: Args, given: Given) -> AnyView {
    let Given { district, street, rest, wrong } = given;
    let (district, street, rest) =
        (RwSignal::new(district.to_owned()), RwSignal::new(street.to_owned()), RwSignal::new(rest.to_owned()));
    let error = |zh, en| if wrong { args.words(zh, en).into() } else { Signal::stored(None) };
    let (guixi, hejiangting, long) = (
        args.words("桂溪街道", "Guixi"),
        args.words("合江亭街道", "Hejiangting"),
        args.words("成都高新技术产业开发区示例街道办事处", "Demonstration street office of the Chengdu Hi-tech Zone"),
    );
    let districts = vec![
        Choice::new("wuhou", args.words("武侯区", "Wuhou")),
        Choice::new("jinjiang", args.words("锦江区", "Jinjiang")),
    ];
    let streets = move || match district.get().as_str() {
        "wuhou" => vec![Choice::new("guixi", guixi), Choice::new("long", long)],
        "jinjiang" => vec![Choice::new("hejiangting", hejiangting)],
        _ => Vec::new(),
    };
    let (choose, first) =
        (args.words("请选择", "Please choose"), args.words("请先选区（市）县", "Please choose a district first"));
    let lists = vec![
        AddressList {
            choices: Signal::stored(districts),
            placeholder: choose.into(),
            required: true,
            value: district.into(),
            error: error("请选择区（市）县", "Please choose a district"),
            on_change: Callback::new(move |chosen| {
                district.set(chosen);
                street.set(String::new());
            }),
            ..list("district", args.words("区（市）县", "District"), "", &[])
        },
        AddressList {
            choices: Signal::derive(streets),
            placeholder: Signal::derive(move || {
                Some(if district.with(String::is_empty) { first } else { choose }.get())
            }),
            required: true,
            value: street.into(),
            error: error("请选择街道", "Please choose a street"),
            on_change: Callback::new(move |chosen| street.set(chosen)),
            ..list("street", args.words("街道（镇）", "Street office"), "", &[])
        },
    ];
    let (wrong_zh, wrong_en) = if wrong {
        ("请写到房号，派出所才能找到您", "Please write it down to the room, so that the station can find you")
    } else {
        ("", "")
    };
    view! {
        <Address
            id="home"
            label=args.text("label", "现在住在哪里", "Where do you live now")
            lists
            rest
            on_rest=move |written| rest.set(written)
            on_leave=args.event("on_leave")
            required=args.flag("required", true).get()
            hint=args.maybe_text("hint", "和居住登记上一样", "As in the residence registration")
            rest_label=args.words("详细地址", "Rest of the address")
            rest_hint=args.maybe_text(
                "rest_hint",
                "路、门牌、小区、楼、单元、房号",
                "Road, number, estate, building, unit, room",
            )
            rest_error=args.maybe_text("rest_error", wrong_zh, wrong_en)
        />
    }
    .into_any()
}
