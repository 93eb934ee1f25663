//! Sending pictures to the server, again and again until it has them.

use std::{cell::Cell, time::Duration};

use leptos::{prelude::*, task::spawn_local};
use rules::{draft::Picture, field::Item};
use wire::ErrorCode;

use super::{
    Wizard,
    pictures::{Progress, Trouble},
    saving::Remote,
};
use crate::{
    client::{self, ClientError, pictures::Sent},
    device::{clock, network},
};

/// The first wait after a failed sending; it doubles up to [`LONGEST_WAIT`].
const FIRST_WAIT: Duration = Duration::from_secs(3);
const LONGEST_WAIT: Duration = Duration::from_secs(48);
/// Progress is told in steps of so many per cent: more often is only flicker, and noise for screen readers.
const PROGRESS_STEP: u8 = 10;

impl Wizard {
    /// Sends what the server does not have, one after the other, until all is sent or there is no line.
    pub(super) async fn send_pictures(self) {
        if self.pictures.sends.get_value() {
            return;
        }
        self.pictures.sends.set_value(true);
        self.pictures.stuck.set_value(false);
        let mut wait = FIRST_WAIT;
        while let Some((item, page)) = self.next_to_send() {
            match self.send_picture(item, &page).await {
                Ok(()) => {
                    self.pictures.stuck.set_value(false);
                    wait = FIRST_WAIT;
                }
                Err(error) => {
                    self.pictures.stuck.set_value(true);
                    self.saving.note(&error);
                    // The line's return is announced, and the return from a sign-in loads the page anew.
                    if !network::is_online() || self.saving.remote.get_untracked() == Remote::SignedOut {
                        break;
                    }
                    clock::sleep(wait).await;
                    wait = (wait * 2).min(LONGEST_WAIT);
                }
            }
        }
        self.pictures.sends.set_value(false);
    }

    fn next_to_send(self) -> Option<(Item, Picture)> {
        if self.saving.closed.get_value() {
            return None;
        }
        let waits = |id: &str| untrack(|| self.pictures.progress_of(id)) == Progress::Waiting;
        self.draft.with_untracked(|draft| {
            let pages = draft.pictures.iter().flat_map(|(item, pages)| pages.iter().map(|page| (*item, page)));
            pages.into_iter().find(|(_, page)| waits(&page.id)).map(|(item, page)| (item, page.clone()))
        })
    }

    async fn send_picture(self, item: Item, page: &Picture) -> Result<(), ClientError> {
        let (pictures, id) = (self.pictures, page.id.as_str());
        // What this phone does not have came from another one, which has sent it or still will.
        if let Some(bytes) = self.bytes(id).await {
            let told = id.to_owned();
            let step = Cell::new(None);
            let progress = move |sent: Sent| {
                let reached = Some(sent.percent() / PROGRESS_STEP);
                if step.replace(reached) != reached {
                    pictures.set_progress(&told, Progress::Sending(sent));
                }
            };
            progress(Sent::nothing(&bytes));
            match client::pictures::put(item, id, (page.kind, &bytes), progress).await {
                Ok(_) => {}
                Err(ClientError::Problem(problem)) if is_refusal(problem.code) => {
                    pictures.fail(id, Trouble::There(problem.picture.unwrap_or_else(|| problem.code.id().to_owned())));
                    return Ok(());
                }
                Err(error) => {
                    pictures.set_progress(id, Progress::Waiting);
                    return Err(error);
                }
            }
        }
        pictures.about.update(|all| all.entry(id.to_owned()).or_default().sent = true);
        pictures.set_progress(id, Progress::Sent);
        self.keep_soon();
        Ok(())
    }

    /// The server misses pictures that this phone took for sent: they are sent again, or have to be taken again.
    pub(super) async fn send_again(self, items: Vec<Item>) {
        let pages: Vec<_> = self.draft.with_untracked(|draft| {
            items.iter().flat_map(|item| draft.pages(*item)).map(|page| page.id.clone()).collect()
        });
        for id in pages {
            if self.bytes(&id).await.is_some() {
                self.pictures.about.update(|all| all.entry(id.clone()).or_default().sent = false);
                self.pictures.set_progress(&id, Progress::Waiting);
            } else {
                self.pictures.fail(&id, Trouble::There(ErrorCode::PicturesNotUploaded.id().to_owned()));
            }
        }
        spawn_local(self.send_pictures());
    }
}

/// Whether the picture itself is refused, so that sending it again would change nothing.
const fn is_refusal(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::PictureRefused | ErrorCode::TooLarge | ErrorCode::UnsupportedMediaType)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_another_sending_would_not_change_is_a_refusal() {
        assert!(is_refusal(ErrorCode::PictureRefused) && is_refusal(ErrorCode::TooLarge));
        assert!(!is_refusal(ErrorCode::SignInRequired) && !is_refusal(ErrorCode::UpstreamUnavailable));
        assert!(!is_refusal(ErrorCode::TooManyRequests) && !is_refusal(ErrorCode::Internal));
    }
}
