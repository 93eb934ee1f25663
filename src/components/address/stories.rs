//! A place to live in, in its three parts.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("filled-in", "All three parts are there, with everything that can be set", |args| {
        let whole =
            AddressValue {
                district: "wuhou".into(), street: "guixi".into(), rest: "示例路 1 号 3 栋 1203".into()
            };
        show(args, whole, AddressErrors { rest: args.maybe_text("errors.rest", "", ""), ..AddressErrors::default() })
    }),
    Story::new("empty", "Nothing is chosen yet: the streets wait for the district", |args| {
        show(args, AddressValue::default(), AddressErrors::default())
    }),
    Story::new("errors", "What is wrong with each part", |args| {
        let errors = AddressErrors {
            district: args.maybe_text("errors.district", "请选择区（市）县", "Please choose a district"),
            street: args.maybe_text("errors.street", "请选择街道", "Please choose a street"),
            rest: args.maybe_text(
                "errors.rest",
                "请写到房号，派出所才能找到您",
                "Please write it down to the room, so that the station can find you",
            ),
        };
        show(args, AddressValue::default(), errors)
    }),
    Story::new("long", "An address that takes several lines", |args| {
        let rest = "天府大道北段一千七百号示例国际城市广场三期西区写字楼二单元一千二百零三号靠近地铁一号线出口";
        let value = AddressValue { district: "wuhou".into(), street: "long".into(), rest: rest.into() };
        show(args, value, AddressErrors::default())
    }),
];

fn show(args: Args, given: AddressValue, errors: AddressErrors) -> AnyView {
    let value = RwSignal::new(given);
    let words = AddressWords {
        district: args.words("区（市）县", "District"),
        street: args.words("街道（镇）", "Street office"),
        rest: args.words("详细地址", "Rest of the address"),
        rest_hint: args.maybe_text(
            "words.rest_hint",
            "路、门牌、小区、楼、单元、房号",
            "Road, number, estate, building, unit, room",
        ),
        choose: args.words("请选择", "Please choose"),
        district_first: args.words("请先选区（市）县", "Please choose a district first"),
    };
    let districts = vec![
        Choice::new("wuhou", args.words("武侯区", "Wuhou")),
        Choice::new("jinjiang", args.words("锦江区", "Jinjiang")),
    ];
    let (guixi, hejiangting, long) = (
        args.words("桂溪街道", "Guixi"),
        args.words("合江亭街道", "Hejiangting"),
        args.words("成都高新技术产业开发区示例街道办事处", "Demonstration street office of the Chengdu Hi-tech Zone"),
    );
    let streets = Signal::derive(move || match value.with(|value| value.district.clone()).as_str() {
        "wuhou" => vec![Choice::new("guixi", guixi), Choice::new("long", long)],
        "jinjiang" => vec![Choice::new("hejiangting", hejiangting)],
        _ => Vec::new(),
    });
    view! {
        <Address
            id="home"
            label=args.text("label", "现在住在哪里", "Where do you live now")
            value
            on_change=move |address| value.set(address)
            on_leave=args.event("on_leave")
            districts
            streets
            required=args.flag("required", true).get()
            hint=args.maybe_text("hint", "和居住登记上一样", "As in the residence registration")
            errors
            words
        />
    }
    .into_any()
}
