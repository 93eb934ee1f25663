//! Pictures that are being cut. What is drawn here stands for a photograph.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("document", "A card on a table, its corners proposed", |args| {
        let tilted = Corners::from_clockwise([
            pictures::Point { x: 0.17, y: 0.22 },
            pictures::Point { x: 0.86, y: 0.15 },
            pictures::Point { x: 0.9, y: 0.78 },
            pictures::Point { x: 0.13, y: 0.74 },
        ]);
        show(args, Some(picture(CARD, 4.0 / 3.0, Cut::Document, Some(tilted))), "", "")
    }),
    Story::new("unsure", "No document was found: the corners stand near the edges", |args| {
        show(args, Some(picture(CARD, 4.0 / 3.0, Cut::Document, None)), "", "")
    }),
    Story::new("face", "A face in the frame of the card, with lines for head, eyes and cheeks", |args| {
        let cut = Cut::Frame { ratio: 358.0 / 441.0 / 0.75, least: 0.3 };
        let corners = cut.sized(cut.start(), -0.2);
        show(args, Some(picture(FACE, 0.75, cut, Some(corners))), "", "")
    }),
    Story::new("opening", "The picture is being read", |args| show(args, None, "", "")),
    Story::new("unreadable", "The picture cannot be read any more", |args| {
        show(args, None, "读不到这张照片，请重新拍一张", "This photograph cannot be read: please take it again")
    }),
];

const CARD: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300'%3E%3Cpath fill='%236b5138' d='M0 0h400v300H0z'/%3E%3Cpath fill='%23dfe6e8' d='m68 66 276-21 16 189-308-12z'/%3E%3Cpath fill='%23666' d='m90 92 110-8v14l-110 8zm0 40 110-6v14l-110 5zm0 40h110v12H90zm180-84 60-4 4 90h-62z'/%3E%3C/svg%3E";
const FACE: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 400'%3E%3Cpath fill='%23f4f4f2' d='M0 0h300v400H0z'/%3E%3Cpath fill='%233d5a80' d='M50 400c0-90 40-120 100-120s100 30 100 120z'/%3E%3Cellipse cx='150' cy='190' rx='66' ry='92' fill='%232b2320'/%3E%3Cellipse cx='150' cy='205' rx='58' ry='80' fill='%23d9ac8c'/%3E%3C/svg%3E";

fn picture(address: &str, ratio: f32, cut: Cut, corners: Option<Corners>) -> EditorPicture {
    EditorPicture { address: address.to_owned(), ratio, cut, corners }
}

fn show(args: Args, picture: Option<EditorPicture>, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let open = RwSignal::new(false);
    let given = args.flag("open", true);
    Effect::new(move || open.set(given.get()));
    let (applied, closed) = (args.event_of::<String>("on_apply"), args.event("on_close"));
    let asked = args.words("裁剪摆正", "Crop and straighten");
    let place = args.words("距左边", "from the left");
    let above = args.words("距上边", "from above");
    let moves = args.words("移动", "Move");
    let words = EditorWords {
        hint: args.words(
            "把四个圆点移到证件的四角：用手指拖，或者点一下再按方向按钮。",
            "Move the four dots to the corners of the document: drag them, or tap one and use the arrows.",
        ),
        corners: [
            args.words("左上角", "Upper left corner"),
            args.words("右上角", "Upper right corner"),
            args.words("右下角", "Lower right corner"),
            args.words("左下角", "Lower left corner"),
        ],
        frame: args.words("取景框", "Frame"),
        place: Callback::new(move |(name, left, top): (String, u8, u8)| {
            format!("{name} · {} {left}% · {} {top}%", place.get(), above.get())
        }),
        moves: Callback::new(move |name: String| format!("{} {name}", moves.get())),
        left: args.words("向左", "To the left"),
        up: args.words("向上", "Up"),
        down: args.words("向下", "Down"),
        right: args.words("向右", "To the right"),
        larger: args.words("放大取景框", "Larger frame"),
        smaller: args.words("缩小取景框", "Smaller frame"),
        opening: args.words("正在打开照片", "The photograph is being opened"),
        apply: args.words("用这样", "Use it like this"),
        reset: args.words("恢复", "Start over"),
        cancel: args.words("取消", "Cancel"),
        close: args.words("关闭", "Close"),
    };
    view! {
        <Button on_press=move |()| open.set(true)>{asked}</Button>
        <PictureEditor
            id="cut"
            title=args.text("title", "裁剪摆正：身份证人像面", "Crop and straighten: identity card, portrait")
            open
            picture
            error=args.maybe_text("error", error_zh, error_en)
            words
            on_apply=move |corners: Corners| {
                open.set(false);
                applied.run(format!("{corners:?}"));
            }
            on_close=move |()| {
                open.set(false);
                closed.run(());
            }
        />
    }
    .into_any()
}
