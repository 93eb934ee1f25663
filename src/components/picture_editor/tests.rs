use super::*;
use crate::components::testing::*;

fn editor(picture: Option<EditorPicture>, error: Option<&'static str>) -> String {
    html(move || {
        let words = EditorWords {
            hint: "把四个圆点移到证件的四角".into(),
            corners: ["左上角".into(), "右上角".into(), "右下角".into(), "左下角".into()],
            frame: "取景框".into(),
            place: Callback::new(|(name, left, top): (String, u8, u8)| format!("{name}：左 {left}%，上 {top}%")),
            moves: Callback::new(|name: String| format!("移动{name}")),
            left: "向左".into(),
            up: "向上".into(),
            down: "向下".into(),
            right: "向右".into(),
            larger: "放大取景框".into(),
            smaller: "缩小取景框".into(),
            opening: "正在打开照片".into(),
            apply: "用这样".into(),
            reset: "恢复".into(),
            cancel: "取消".into(),
            close: "关闭".into(),
        };
        let error: MaybeText = Signal::derive(move || error.map(ToOwned::to_owned));
        view! {
            <PictureEditor id="cut" title="裁剪摆正" open=true picture error words on_apply=|_| () on_close=|()| ()/>
        }
    })
}

fn picture(cut: Cut) -> Option<EditorPicture> {
    Some(EditorPicture { address: "blob:demo".into(), ratio: 0.75, cut, corners: None })
}

#[test]
fn every_corner_is_a_button_with_a_name() {
    let html = editor(picture(Cut::Document), None);
    for name in ["左上角", "右上角", "右下角", "左下角"] {
        assert!(tag(&html, &format!("aria-label=\"{name}\"")).starts_with("button"), "{name}");
    }
    assert!(!html.contains("picture-editor-guides") && !html.contains("放大取景框"));
}

#[test]
fn what_a_finger_drags_a_tap_moves_too() {
    let html = editor(picture(Cut::Document), None);
    for name in ["向左", "向上", "向下", "向右"] {
        assert!(tag(&html, &format!("aria-label=\"{name}\"")).starts_with("button"), "{name}");
    }
}

#[test]
fn a_face_has_one_frame_with_lines_for_the_head_and_buttons_for_its_size() {
    let html = editor(picture(Cut::Frame { ratio: 1.08, least: 0.3 }), None);
    assert!(tag(&html, "aria-label=\"取景框\"").starts_with("button"));
    assert!(html.contains("picture-editor-guides") && !html.contains("aria-label=\"左上角\""));
    assert!(html.contains("aria-label=\"放大取景框\"") && html.contains("aria-label=\"缩小取景框\""));
}

#[test]
fn until_there_is_a_picture_there_is_nothing_to_take() {
    let opening = words(&editor(None, None));
    assert!(opening.contains("正在打开照片") && opening.contains("取消") && !opening.contains("用这样"));
    let failed = words(&editor(None, Some("读不到这张照片")));
    assert!(failed.contains("读不到这张照片") && !failed.contains("正在打开照片") && !failed.contains("用这样"));
}
