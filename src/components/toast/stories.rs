//! Short news about what was just done.

use super::*;
use crate::{
    components::button::{Button, ButtonKind},
    gallery::story::Story,
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("news", "News comes, is read out, and can be taken away", |args| {
        let toasts = RwSignal::new(vec![1_u32]);
        let (tone, words) =
            (args.choice("tone", Tone::Ok), args.text("words", "已保存在本机 · 14:02", "Saved on this device · 14:02"));
        let dismissed = args.event_of::<u32>("on_dismiss");
        let shown = Signal::derive(move || {
            toasts.get().into_iter().map(|id| Toast { id, tone: tone.get(), words: words.get() }).collect::<Vec<_>>()
        });
        let more = move |()| toasts.update(|toasts| toasts.push(toasts.last().map_or(1, |last| last + 1)));
        view! {
            <Button kind=ButtonKind::Secondary on_press=more>{args.words("再来一条", "One more")}</Button>
            <ToastRegion
                toasts=shown
                dismiss_label=args.text("dismiss_label", "知道了", "Dismiss")
                on_dismiss=move |id: u32| {
                    toasts.update(|toasts| toasts.retain(|one| *one != id));
                    dismissed.run(id);
                }
            />
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        let words = args.text(
            "words",
            "网络断了您填的内容和拍的照片都存在这台手机里连上网以后会自动接着传",
            "The connection is lost. What you wrote and photographed is kept on this phone and sent once it is connected again",
        );
        let toasts = Signal::derive(move || vec![Toast { id: 1, tone: Tone::Warn, words: words.get() }]);
        view! {
            <ToastRegion toasts dismiss_label=args.words("知道了", "Dismiss") on_dismiss=args.event_of("on_dismiss")/>
        }
        .into_any()
    }),
];
