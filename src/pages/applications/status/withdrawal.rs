//! Taking an application back, after asking once.

use leptos::{prelude::*, task::spawn_local};
use wire::ErrorCode;

use super::poll::Watch;
use crate::{
    client::{ClientError, applications},
    components::{
        button::{Button, ButtonKind},
        dialog::Dialog,
        focus::focus_by_id,
        page::HEADING_ID,
    },
    locales::{t, text},
    pages::load::Failed,
};

/// The button and its question, while the application can be taken back.
#[component]
pub fn Withdrawal(
    /// The case number.
    number: String,
    /// Who follows it.
    watch: Watch,
) -> impl IntoView {
    let number = StoredValue::new(number);
    let asking = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let can = Memo::new(move |_| watch.status().can_withdraw);
    let withdraw = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = applications::withdraw(&number.get_value()).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            asking.set(false);
            match answer {
                Ok(status) => {
                    watch.learn(status);
                    // The button that led here is gone, and what is new is said at the top.
                    request_animation_frame(|| focus_by_id(HEADING_ID));
                }
                Err(error) => {
                    // Withdrawn after all by a request whose answer was lost, or moved on: the status tells which.
                    if error.code() == Some(ErrorCode::IllegalTransition) {
                        watch.ask();
                    }
                    failure.set(Some(error));
                }
            }
        });
    };
    view! {
        <Failed failure/>
        {move || {
            can.get()
                .then(|| {
                    view! {
                        <div class="row">
                            <Button kind=ButtonKind::Link on_press=move |()| asking.set(true)>
                                {t!(applications.withdraw.button)}
                            </Button>
                        </div>
                    }
                })
        }}
        <Dialog
            id="withdraw"
            title=t!(applications.withdraw.question)
            open=asking
            on_close=move |()| asking.set(false)
            close_label=t!(common.close)
            actions=move || {
                view! {
                    <Button kind=ButtonKind::Secondary on_press=move |()| asking.set(false)>
                        {t!(applications.withdraw.keep)}
                    </Button>
                    <Button
                        kind=ButtonKind::Danger
                        busy
                        busy_label=Signal::derive(|| Some(text!(applications.withdraw.busy)))
                        on_press=withdraw
                    >
                        {t!(applications.withdraw.confirm)}
                    </Button>
                }
            }
        >
            <p>{t!(applications.withdraw.words)}</p>
        </Dialog>
    }
}
