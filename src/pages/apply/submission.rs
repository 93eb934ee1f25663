//! Pressing "submit": what is said meanwhile, and when it did not work.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::{use_location, use_navigate};
use rules::explain::explain;
use wire::ErrorCode;

use crate::{
    client::{ClientError, client_error_text, session::sign_in_address},
    components::{
        Text,
        button::Button,
        focus::focus_by_id,
        notice::{Announce, Notice},
        tone::Tone,
    },
    locales::{locale, t, text},
    wizard::{Failure, Wizard},
};

const FAILURE_ID: &str = "not-submitted";

/// A submission from the first press to its acknowledgement.
#[derive(Clone, Copy)]
pub struct Submission {
    wizard: Wizard,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    leave: Callback<String>,
}

impl Submission {
    /// For this page.
    pub fn new(wizard: Wizard) -> Self {
        let navigate = use_navigate();
        // A new application has a receipt; a correction is followed where the application is.
        let page = if wizard.is_correction() { "" } else { "/receipt" };
        let leave = Callback::new(move |number: String| {
            navigate(&format!("/applications/{number}{page}"), Default::default());
        });
        Self { wizard, busy: RwSignal::new(false), failure: RwSignal::new(None), leave }
    }

    /// Submits; the receipt is shown once the server has answered.
    pub fn start(self) {
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            match self.wizard.submit().await {
                // The page may have been left meanwhile; the receipt is also in the list of applications.
                Ok(number) => {
                    if self.busy.try_get_untracked().is_some() {
                        self.leave.run(number);
                    }
                }
                Err(failure) => {
                    let _ = self.busy.try_set(false);
                    let _ = self.failure.try_set(Some(failure));
                    request_animation_frame(|| focus_by_id(FAILURE_ID));
                }
            }
        });
    }
}

/// The one button, with what goes on as its words meanwhile.
#[component]
pub fn SubmitButton(
    /// The submission.
    submission: Submission,
    /// What pressing does: "提交给桂溪派出所".
    #[prop(into)]
    words: Text,
    /// Called when it is pressed; starts the submission if all is well.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let Submission { wizard, busy, .. } = submission;
    let meanwhile = Signal::derive(move || {
        busy.get().then(|| match wizard.pictures_to_send() {
            0 => text!(apply.review.submitting),
            left => text!(apply.review.sending_pictures, count = i32::try_from(left).unwrap_or(i32::MAX)),
        })
    });
    view! {
        <Button busy busy_label=meanwhile on_press>
            {words}
        </Button>
    }
    .into_any()
}

/// Why it was not submitted, or that this is not known, and what to do.
#[component]
pub fn NotSubmitted(
    /// The submission.
    submission: Submission,
) -> impl IntoView {
    let path = use_location().pathname;
    move || {
        submission.failure.get().map(|failure| {
            let known = !matches!(
                failure,
                Failure::Client(ClientError::Offline | ClientError::Timeout | ClientError::Unexpected)
            );
            let word = move || if known { text!(apply.failure.title) } else { text!(apply.failure.unknown) };
            let code = match &failure {
                Failure::Client(error) => error.code(),
                _ => None,
            };
            let link = match code {
                Some(ErrorCode::SignInRequired) => {
                    let href = move || sign_in_address(&path.get());
                    Some(view! { <a href=href rel="external">{t!(apply.notice.sign_in_again)}</a> }.into_any())
                }
                Some(ErrorCode::AlreadyOpen | ErrorCode::KeyReused) => {
                    Some(view! { <a href="/applications">{t!(apply.failure.applications)}</a> }.into_any())
                }
                _ => None,
            };
            let findings = match &failure {
                Failure::Client(ClientError::Problem(problem)) => problem.findings.clone(),
                _ => Vec::new(),
            };
            let findings = findings
                .into_iter()
                .map(|finding| view! { <li>{move || explain(&finding, locale())}</li> })
                .collect_view();
            view! {
                <div id=FAILURE_ID tabindex="-1">
                    <Notice tone=if known { Tone::Bad } else { Tone::Warn } word announce=Announce::AtOnce>
                        <p>{move || words(&failure)}</p>
                        <ul>{findings}</ul>
                        {(!known).then(|| view! { <p>{t!(apply.failure.again)}</p> })}
                        {link.map(|link| view! { <p class="row">{link}</p> })}
                    </Notice>
                </div>
            }
        })
    }
}

fn words(failure: &Failure) -> String {
    match failure {
        Failure::PicturesWait => text!(apply.failure.pictures_wait),
        Failure::PictureFailed => text!(apply.failure.picture_failed),
        Failure::NoKey => text!(apply.failure.no_key),
        Failure::Client(error) => client_error_text(error),
    }
}
