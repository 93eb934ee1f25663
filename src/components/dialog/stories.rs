//! Questions that have to be answered first.

use super::*;
use crate::{
    components::button::{Button, ButtonKind},
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("question", "Something that cannot be taken back is asked about first", |args| {
        let open = opened(args);
        let (asked, closed) = (args.words("撤回申请", "Withdraw the application"), args.event("on_close"));
        let (keep, withdraw) = (args.words("保留申请", "Keep it"), args.words("撤回", "Withdraw it"));
        let answer = move |()| open.set(false);
        view! {
            <Button kind=ButtonKind::Danger on_press=move |()| open.set(true)>{asked}</Button>
            <Dialog
                id="withdraw"
                title=args.text("title", "撤回这次申请？", "Withdraw this application?")
                open
                on_close=move |()| {
                    open.set(false);
                    closed.run(());
                }
                close_label=args.text("close_label", "关闭", "Close")
                actions=move || {
                    view! {
                        <Button on_press=answer>{keep}</Button>
                        <Button kind=ButtonKind::Danger on_press=answer>{withdraw}</Button>
                    }
                }
            >
                <p>
                    {args.text(
                        "children",
                        "撤回后可以重新申领，但办理时间要从头算起。",
                        "You can apply again afterwards, but the time starts anew.",
                    )}
                </p>
            </Dialog>
        }
        .into_any()
    }),
    Story::new("long", "More than the height of a phone: it scrolls inside", |args| {
        let open = opened(args);
        let (asked, agree) = (args.words("看告知书", "Read the notice"), args.words("我看过了", "I have read it"));
        let paragraph = args.words(
            "办理居住证需要核实您的居住登记、社会保险、住所等信息，只用于这次申请，不会提供给其他单位。",
            "To issue a residence permit, your residence registration, social insurance and dwelling are verified. They are used for this application alone and passed on to nobody else.",
        );
        let paragraphs = (0..12).map(|_| view! { <p>{paragraph}</p> }).collect_view();
        view! {
            <Button on_press=move |()| open.set(true)>{asked}</Button>
            <Dialog
                id="notice"
                title=args.text(
                    "title",
                    "成都市居住证网上办理个人信息处理告知书",
                    "Notice on how personal data are used for the online application",
                )
                open
                on_close=move |()| open.set(false)
                close_label=args.words("关闭", "Close")
                actions=move || view! { <Button on_press=move |()| open.set(false)>{agree}</Button> }
            >
                {paragraphs}
            </Dialog>
        }
        .into_any()
    }),
];

/// Open at first and after the switch says so; it closes as the person closes it.
fn opened(args: Args) -> RwSignal<bool> {
    let (open, wished) = (RwSignal::new(false), args.flag("open", true));
    Effect::new(move || open.set(wished.get()));
    open
}
