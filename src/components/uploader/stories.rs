//! Pictures of documents in each of their states. Nothing is read or sent here.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("empty", "Nothing is taken yet: the frame to fill is drawn", |args| show(args, Vec::new(), 1, "", "")),
    Story::new("error", "A picture is missing", |args| {
        show(args, Vec::new(), 1, "请拍身份证的人像面", "Please photograph the side with the portrait")
    }),
    Story::new("checking", "A picture is being looked at", |args| {
        show(args, vec![picture(args, PictureState::Checking, ("正在检查", "Being checked"), None)], 1, "", "")
    }),
    Story::new("sending", "A picture is being sent", |args| {
        show(args, vec![picture(args, PictureState::Sending(40), ("正在上传 40%", "Sending, 40%"), None)], 1, "", "")
    }),
    Story::new("waiting", "There is no connection: it is kept on the phone", |args| {
        let word = ("存在手机里，连上网会接着传", "Kept on the phone until it is connected");
        show(args, vec![picture(args, PictureState::Waiting, word, None)], 1, "", "")
    }),
    Story::new("sent", "A picture has arrived, with something that may be a trouble", |args| {
        let finding =
            ("有一点反光，看得清就可以", "A little glare; all is well if it can be read", Place::TopEnd, false);
        show(args, vec![picture(args, PictureState::Sent, ("已上传", "Sent"), Some(finding))], 1, "", "")
    }),
    Story::new("refused", "A picture cannot be used: what was found, and where", |args| {
        let place = args.choice("pictures.place", Place::BottomEnd).get();
        let finding = ("右下角被手指挡住了，请重拍", "A finger covers this corner: please take it again", place, true);
        show(
            args,
            vec![picture(args, PictureState::Refused, ("需要重拍", "To be taken again"), Some(finding))],
            1,
            "",
            "",
        )
    }),
    Story::new("pages", "Several pages of one document, and room for more", |args| {
        let pages = (1..=3).map(|page| Picture {
            id: format!("page-{page}"),
            ..picture(args, PictureState::Sent, ("已上传", "Sent"), None)
        });
        show(args, pages.collect(), 10, "", "")
    }),
    Story::new("file", "A paper that may be a PDF, and is one", |args| {
        let file = Picture {
            name: "lease.pdf".to_owned(),
            file_word: Some("PDF"),
            can_be_cut: false,
            ..picture(args, PictureState::Sent, ("已上传", "Sent"), None)
        };
        show(args, vec![file], 10, "", "")
    }),
];

type Found = (&'static str, &'static str, Place, bool);

fn picture(args: Args, state: PictureState, word: (&'static str, &'static str), found: Option<Found>) -> Picture {
    let finding = |(zh, en, place, hard)| PictureFinding { words: args.words(zh, en).get_untracked(), place, hard };
    Picture {
        id: "front".to_owned(),
        name: "IMG_20260213_140200_a_name_without_a_place_to_break_it.jpg".to_owned(),
        file_word: None,
        thumbnail: None,
        whole: None,
        can_be_cut: state == PictureState::Sent,
        state,
        state_word: args.words(word.0, word.1).get_untracked(),
        findings: found.into_iter().map(finding).collect(),
    }
}

fn show(args: Args, pictures: Vec<Picture>, most: usize, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let (files, retaken) = (args.event_of::<usize>("on_files"), args.event_of::<String>("on_retake"));
    let on_files = move |chosen: Vec<File>| files.run(chosen.len());
    let on_retake = move |(id, _): (String, File)| retaken.run(id);
    let words = UploaderWords {
        choose: args.text("words.choose", "拍照或从相册选", "Take a photograph or choose one"),
        add: args.text("words.add", "再加一页", "Add a page"),
        file: args.words("选 PDF 文件", "Choose a PDF file"),
        drop: args.words("也可以把照片拖到这里", "Or drop a photograph here"),
        retake: args.words("重拍", "Take it again"),
        delete: args.words("删除", "Delete"),
        cut: args.words("裁剪摆正", "Crop and straighten"),
        forward: args.words("移到前一页", "Move one page up"),
        enlarge: args.words("看大图", "View larger"),
        close: args.words("关闭", "Close"),
    };
    view! {
        <Uploader
            id="front"
            label=args.text("label", "身份证 · 人像面", "Identity card · side with the portrait")
            hint=args.maybe_text("hint", "每张不超过 5 MB，四角都拍到", "Up to 5 MB each, with all four corners")
            error=args.maybe_text("error", error_zh, error_en)
            frame=args.choice("frame", Frame::CardFront).get()
            pictures
            most
            takes_pdf=args.flag("takes_pdf", most > 1).get()
            required=args.flag("required", true).get()
            words
            on_files
            on_retake
            on_delete=args.event_of("on_delete")
            on_cut=args.event_of("on_cut")
            on_forward=args.event_of("on_forward")
        />
    }
    .into_any()
}
