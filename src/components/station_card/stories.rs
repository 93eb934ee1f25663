//! A police station: where, when, how to reach it. Addresses and numbers are invented.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("station", "A station with everything that can be set", |args| {
        let map = args.words("在地图上看", "See it on a map");
        view! {
            <StationCard
                name=args.text("name", "桂溪派出所", "Guixi police station")
                address=args.text("address", "示例路 1 号", "1 Example Road")
                hours=args.maybe_text("hours", "周一至周五 9:00–17:00", "Monday to Friday, 9:00–17:00")
                phone=args.maybe_text("phone", "028-00000000", "028-00000000")
                note=args.maybe_text("note", "您的申请由它办理", "It handles your application")
                actions=move || view! { <a href="#">{map}</a> }
            />
        }
        .into_any()
    }),
    Story::new("plain", "A name and an address", |args| {
        view! {
            <StationCard
                name=args.text("name", "桂溪派出所", "Guixi police station")
                address=args.text("address", "示例路 1 号", "1 Example Road")
            />
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <StationCard
                name=args.text(
                    "name",
                    "成都市公安局高新技术产业开发区分局桂溪派出所流动人口服务管理窗口",
                    "Service window for residents from elsewhere at the Guixi police station of the Chengdu Hi-tech Zone",
                )
                address=args.text(
                    "address",
                    "四川省成都市高新技术产业开发区天府大道北段示例路一千七百号示例大厦一楼东侧",
                    "Ground floor, east side, 1700 Example Road, Tianfu Avenue North, Chengdu Hi-tech Zone, Sichuan",
                )
                hours=args.maybe_text(
                    "hours",
                    "星期一至星期五上午九点至十二点下午一点至五点法定节假日除外",
                    "Monday to Friday, 9 to 12 and 13 to 17, except on public holidays",
                )
                phone=args.maybe_text("phone", "028-00000000", "028-00000000")
            />
        }
        .into_any()
    }),
];
