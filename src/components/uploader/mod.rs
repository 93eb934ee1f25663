//! Pictures of documents: taking, checking, retaking.

#[cfg(feature = "gallery")]
pub mod stories;

mod frame;
mod picture;

use leptos::{children::ViewFnOnce, html, prelude::*};
use web_sys::{DragEvent, File, FileList};

pub use self::{
    frame::Frame,
    picture::{Picture, PictureFinding, PictureState, Place},
};
use self::{frame::FrameDrawing, picture::PictureCard};
use super::{
    MaybeText, Text,
    field::{FieldError, Hint, control},
    focus::{focus_by_id, has_focus},
    icon::{Icon, IconName},
};

/// The uploader's words.
#[derive(Clone, Copy, Debug)]
pub struct UploaderWords {
    /// On the button while there is no picture: "拍照或从相册选".
    pub choose: Text,
    /// On the button once there is one and more may come: "再加一页".
    pub add: Text,
    /// Below it, where a file will do as well: "选 PDF 文件".
    pub file: Text,
    /// On computers: "也可以把照片拖到这里".
    pub drop: Text,
    /// Beside a picture: "重拍".
    pub retake: Text,
    /// Beside a picture: "删除".
    pub delete: Text,
    /// Beside a picture: "看大图".
    pub enlarge: Text,
    /// Beside a picture: "裁剪摆正".
    pub cut: Text,
    /// Beside every picture but the first: "移到前一页".
    pub forward: Text,
    /// On what shows it large: "关闭".
    pub close: Text,
}

/// The pictures of one document. The phone offers camera and album by itself (no `capture`, which some hosts obey by
/// hiding the album). Files are handed on as they come: reading and judging them is not the component's task, and what
/// is shown is only what `pictures` says.
#[component]
pub fn Uploader(
    /// The identifier of the control that takes the next picture: of the one that adds, or where no more may come, of
    /// the one that retakes the first. So a link to it always leads to something that can be used.
    #[prop(into)]
    id: String,
    /// What is to be photographed: "身份证 · 人像面".
    #[prop(into)]
    label: Text,
    /// What to mind, limits first.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is missing or wrong.
    #[prop(optional, into)]
    error: MaybeText,
    /// The drawn frame to fill.
    frame: Frame,
    /// An example beside it.
    #[prop(optional, into)]
    example: Option<ViewFnOnce>,
    /// The pictures there are, in their order.
    #[prop(into)]
    pictures: Signal<Vec<Picture>>,
    /// The most pictures there may be. With more than one, several can be chosen at once.
    #[prop(default = 1)]
    most: usize,
    /// A PDF will do as well. It has a control of its own: beside `image/*`, any other kind makes some hosts forget the
    /// camera (vant #3622).
    #[prop(optional)]
    takes_pdf: bool,
    /// Must be given.
    #[prop(optional)]
    required: bool,
    /// Its words.
    words: UploaderWords,
    /// Called with what was chosen, taken or dropped.
    #[prop(into)]
    on_files: Callback<Vec<File>>,
    /// Called with a picture's identifier and what is to take its place.
    #[prop(into)]
    on_retake: Callback<(String, File)>,
    /// Called with the identifier of a picture to forget.
    #[prop(into)]
    on_delete: Callback<String>,
    /// Called with the identifier of a picture to cut.
    #[prop(into)]
    on_cut: Callback<String>,
    /// Called with the identifier of a picture that is to change places with the one before it.
    #[prop(into)]
    on_forward: Callback<String>,
) -> impl IntoView {
    let about = control(&id, required, hint, error, MaybeText::default());
    let (aria_invalid, aria_required) = (about.aria_invalid(), about.aria_required());
    let input = NodeRef::<html::Input>::new();
    let room = Memo::new(move |_| most.saturating_sub(pictures.with(Vec::len)));
    let over = RwSignal::new(false);
    let empty = Memo::new(move |_| pictures.with(Vec::is_empty));

    let take = move |files: Option<FileList>| {
        let mut files = listed(files);
        files.truncate(room.get_untracked());
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|dropped| dropped.files()));
    };
    let full = Memo::new(move |_| room.get() == 0);
    let adds = StoredValue::new(id.clone());
    let own_id = move |card: Option<usize>| {
        Signal::derive(move || {
            let takes_the_next = if full.get() { card == Some(0) } else { card.is_none() };
            adds.with_value(|id| match card {
                _ if takes_the_next => id.clone(),
                Some(card) => format!("{id}-picture-{card}"),
                None => format!("{id}-add"),
            })
        })
    };
    let focus_next = move || request_animation_frame(move || adds.with_value(|id| focus_by_id(id)));
    let forget = Callback::new(move |picture: String| {
        on_delete.run(picture);
        // Its buttons are gone with it, and the focus must not fall to the top of the page.
        focus_next();
    });
    Effect::new(move |before: Option<bool>| {
        let full = full.get();
        // The control that added the last picture leaves, and must not take the focus along.
        if full && before == Some(false) && input.get_untracked().is_some_and(|input| has_focus(&input)) {
            focus_next();
        }
        full
    });
    // By their places and not by their pictures, whose identifiers change on the way to the server: so that whoever is
    // on a card stays there.
    let card = move |at: usize| {
        let picture = Memo::new(move |_| pictures.with(|all| all.get(at).cloned()).unwrap_or_default());
        let forward = at.checked_sub(1).map(|before| {
            Callback::new(move |picture: String| {
                on_forward.run(picture);
                // The keyboard goes along with the picture.
                let there = own_id(Some(before)).get_untracked();
                request_animation_frame(move || focus_by_id(&there));
            })
        });
        view! {
            <PictureCard
                id=own_id(Some(at))
                subject=label
                picture
                frame
                words
                on_retake
                on_delete=forget
                on_cut
                on_forward=forward
            />
        }
    };

    view! {
        <div class="uploader" data-invalid=move || error.get().map(|_| "")>
            <p class="field-label" id=format!("{id}-label")>{label}</p>
            <Hint id=id.clone() hint/>
            <FieldError id=id.clone() error/>
            <ul class="uploader-pictures" aria-labelledby=format!("{id}-label")>
                <For each=move || 0..pictures.with(Vec::len) key=|at| *at children=card/>
            </ul>
            <div
                class="uploader-drop"
                data-over=move || over.get().then_some("")
                hidden=full
                on:dragover=move |event: DragEvent| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            >
                <div class="uploader-sample" hidden=move || !empty.get()>
                    <FrameDrawing frame/>
                    {example.map(|sample| view! { <div class="uploader-example">{sample.run()}</div> })}
                </div>
                <span class="uploader-control">
                    <input
                        class="uploader-input"
                        id=own_id(None)
                        type="file"
                        accept="image/*"
                        multiple={most > 1}
                        node_ref=input
                        aria-labelledby=format!("{id}-choose {id}-label")
                        aria-describedby=about.described_by
                        aria-invalid=aria_invalid
                        aria-required=aria_required
                        on:change=move |event| {
                            let input: web_sys::HtmlInputElement = event_target(&event);
                            take(input.files());
                            // Or choosing the same file again would change nothing and say nothing.
                            input.set_value("");
                        }
                    />
                    <label class="uploader-choose" for=own_id(None) id=format!("{id}-choose")>
                        <Icon name=IconName::Camera/>
                        <span>{move || if empty.get() { words.choose.get() } else { words.add.get() }}</span>
                    </label>
                </span>
                {takes_pdf
                    .then(|| {
                        view! {
                            <span class="uploader-control">
                                <input
                                    class="uploader-input"
                                    id=format!("{id}-file")
                                    type="file"
                                    accept="application/pdf"
                                    multiple={most > 1}
                                    aria-labelledby=format!("{id}-file-label {id}-label")
                                    on:change=move |event| {
                                        let input: web_sys::HtmlInputElement = event_target(&event);
                                        take(input.files());
                                        input.set_value("");
                                    }
                                />
                                <label class="uploader-action" for=format!("{id}-file") id=format!("{id}-file-label")>
                                    <Icon name=IconName::Document/>
                                    <span>{words.file}</span>
                                </label>
                            </span>
                        }
                    })}
                <p class="uploader-drop-words">{words.drop}</p>
            </div>
        </div>
    }
}

/// The files of a list that the browser gave, in their order.
fn listed(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn uploader(pictures: Vec<Picture>, most: usize) -> String {
        html(move || {
            let words = UploaderWords {
                choose: "拍照或从相册选".into(),
                add: "再加一页".into(),
                file: "选 PDF 文件".into(),
                drop: "也可以把照片拖到这里".into(),
                retake: "重拍".into(),
                delete: "删除".into(),
                enlarge: "看大图".into(),
                cut: "裁剪摆正".into(),
                forward: "移到前一页".into(),
                close: "关闭".into(),
            };
            view! {
                <Uploader
                    id="front"
                    label="身份证 · 人像面"
                    hint="每张不超过 5 MB"
                    frame=Frame::CardFront
                    pictures
                    most
                    takes_pdf={most > 1}
                    words
                    on_files=|_| ()
                    on_retake=|_| ()
                    on_delete=|_| ()
                    on_forward=|_| ()
                    on_cut=|_| ()
                />
            }
        })
    }

    fn blurred() -> Picture {
        Picture {
            id: "p1".into(),
            name: "IMG_0001.jpg".into(),
            file_word: None,
            thumbnail: Some("blob:demo".into()),
            whole: Some("blob:demo".into()),
            can_be_cut: true,
            state: PictureState::Refused,
            state_word: "需要重拍".into(),
            findings: vec![PictureFinding {
                words: "右下角被手指挡住了".into(), place: Place::BottomEnd, hard: true
            }],
        }
    }

    #[test]
    fn the_phone_may_offer_camera_and_album() {
        let input = tag(&uploader(Vec::new(), 1), "id=\"front\"");
        assert!(input.contains("type=\"file\"") && input.contains("accept=\"image/*\""));
        assert!(!input.contains("capture") && !input.contains("multiple"));
        assert!(input.contains("aria-labelledby=\"front-choose front-label\"") && input.contains("front-hint"));
    }

    #[test]
    fn a_pdf_has_a_control_of_its_own_so_that_the_other_one_still_offers_the_camera() {
        let words = words(&uploader(vec![Picture { file_word: Some("PDF"), thumbnail: None, ..blurred() }], 10));
        assert!(words.contains("PDF") && words.contains("选 PDF 文件"), "{words}");
        let html = uploader(Vec::new(), 10);
        assert!(tag(&html, "id=\"front-file\"").contains("accept=\"application/pdf\""));
        assert!(tag(&html, "id=\"front\"").contains("accept=\"image/*\""));
        assert!(!uploader(Vec::new(), 1).contains("application/pdf"), "a card is photographed");
    }

    #[test]
    fn several_pages_can_be_chosen_where_several_may_be() {
        assert!(tag(&uploader(Vec::new(), 10), "id=\"front\"").contains("multiple"));
    }

    #[test]
    fn a_picture_shows_its_findings_in_words_and_in_place_and_can_be_retaken() {
        let html = uploader(vec![blurred()], 1);
        let words = words(&html);
        for expected in ["IMG_0001.jpg", "需要重拍", "右下角被手指挡住了", "重拍", "删除"] {
            assert!(words.contains(expected), "{expected} is missing in {words}");
        }
        assert!(html.contains("data-place=\"bottom-end\""));
    }

    #[test]
    fn a_picture_that_is_there_can_be_looked_at_large_and_loads_only_then() {
        let there = uploader(vec![blurred()], 1);
        assert!(words(&there).contains("看大图"));
        assert_eq!(there.matches("<img").count(), 1, "the large one is not loaded with the page: {there}");
        let coming = uploader(vec![Picture { thumbnail: None, whole: None, ..blurred() }], 1);
        assert!(!words(&coming).contains("看大图"));
    }

    #[test]
    fn a_full_uploader_asks_for_no_more() {
        assert!(tag(&uploader(vec![blurred()], 1), "uploader-drop\"").contains("hidden"));
        assert!(!tag(&uploader(vec![blurred()], 2), "uploader-drop\"").contains("hidden"));
    }

    #[test]
    fn a_link_to_the_uploader_leads_to_the_control_that_takes_the_next_picture() {
        let with = |most| uploader(vec![blurred()], most);
        let class = |html: &str| tag(html, "id=\"front\"").contains("multiple");
        assert!(class(&with(2)), "one more may come: the control that adds");
        assert!(!class(&with(1)), "no more may come: the control that retakes");
        assert_eq!(with(1).matches("id=\"front\"").count(), 1);
        assert_eq!(with(1).matches("for=\"front\"").count(), 1);
    }
}
