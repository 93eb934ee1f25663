//! Submitting: once, however often it is tried.

use std::time::Duration;

use leptos::prelude::*;
use rules::{
    check::asked_for,
    field::{Item, Subject},
};
use wire::ErrorCode;

use super::{Wizard, open, saving::Remote, target::Target};
use crate::{
    client::{self, ClientError},
    device::{clock, random},
};

/// How often it is looked whether the pictures are sent.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// Why nothing was submitted, or it is not known whether it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Pictures can't be sent: there is no line.
    PicturesWait,
    /// A picture has to be taken again first.
    PictureFailed,
    /// The browser can't make a key that nobody else has.
    NoKey,
    /// The server did not take it, or could not be reached. Trying again is safe in any case.
    Client(ClientError),
}

impl Wizard {
    /// Submits what the form asks for, and answers the case number. Everything kept on the phone is deleted then.
    ///
    /// # Errors
    /// [`Failure`]. The key of the submission is kept until the server has answered, so that trying again after a
    /// broken line never makes a second application.
    pub async fn submit(self) -> Result<String, Failure> {
        self.nothing_new_elsewhere().await?;
        self.pictures_sent().await?;
        let key = self.submission_key().await?;
        let draft = self.draft.get_untracked();
        let answer = match self.target() {
            Target::New(_) => {
                let asked = untrack(|| self.with_records(|records| asked_for(self.rules, &draft, records)));
                client::applications::submit(asked, &key).await
            }
            Target::Correction { number } => client::applications::correct(&number, draft, &key).await,
        };
        match answer {
            Ok(application) => {
                self.end().await;
                Ok(application.number)
            }
            Err(error) => {
                self.after_refusal(&error).await;
                Err(Failure::Client(error))
            }
        }
    }

    /// What another tab or device saved since is taken up and has to be looked at first: submitting deletes the draft on
    /// the server, so it would be lost without a word.
    async fn nothing_new_elsewhere(self) -> Result<(), Failure> {
        // Without an answer here the submission has none either, and says why.
        if self.look_elsewhere().await {
            return Err(Failure::Client(ClientError::Problem(Box::new(wire::Problem::new(ErrorCode::StaleVersion)))));
        }
        Ok(())
    }

    async fn pictures_sent(self) -> Result<(), Failure> {
        leptos::task::spawn_local(self.send_pictures());
        loop {
            if untrack(|| self.has_failed_picture()) {
                return Err(Failure::PictureFailed);
            }
            if untrack(|| self.pictures_to_send()) == 0 {
                return Ok(());
            }
            clock::sleep(LOOK_EVERY).await;
            if self.pictures.rest() && untrack(|| self.pictures_to_send()) > 0 {
                return Err(match self.saving.remote.get_untracked() {
                    Remote::SignedOut => {
                        Failure::Client(ClientError::Problem(Box::new(wire::Problem::new(ErrorCode::SignInRequired))))
                    }
                    _ => Failure::PicturesWait,
                });
            }
        }
    }

    /// The key of this submission, kept on the phone before it is used.
    async fn submission_key(self) -> Result<String, Failure> {
        let key = match self.saving.submission_key.get_value() {
            Some(key) => key,
            None => random::key().map_err(|_| Failure::NoKey)?,
        };
        self.saving.submission_key.set_value(Some(key.clone()));
        self.keep().await;
        Ok(key)
    }

    async fn after_refusal(self, error: &ClientError) {
        if error.needs_sign_in() {
            self.saving.note(error);
        }
        if let ClientError::Problem(problem) = error {
            if problem.code == ErrorCode::PicturesNotUploaded {
                self.send_again(problem.subjects.iter().copied().filter_map(item).collect()).await;
            }
            if is_answer(problem.code) {
                self.saving.submission_key.set_value(None);
                self.keep().await;
            }
        }
    }

    async fn end(self) {
        open::close(self);
        self.forget().await;
    }
}

fn item(subject: Subject) -> Option<Item> {
    match subject {
        Subject::Item(item) => Some(item),
        Subject::Field(_) | Subject::Record(_) => None,
    }
}

/// Whether the server has decided that this submission is none, so that the next one, with whatever is changed by
/// then, is another. While it has not, the same key must be used again.
const fn is_answer(code: ErrorCode) -> bool {
    !matches!(
        code,
        ErrorCode::SignInRequired | ErrorCode::TooManyRequests | ErrorCode::Internal | ErrorCode::UpstreamUnavailable
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_used_again_exactly_while_the_server_may_have_taken_the_submission() {
        for code in [ErrorCode::Internal, ErrorCode::UpstreamUnavailable, ErrorCode::SignInRequired] {
            assert!(!is_answer(code));
        }
        for code in [ErrorCode::CheckFailed, ErrorCode::AlreadyOpen, ErrorCode::KeyReused, ErrorCode::MalformedBody] {
            assert!(is_answer(code));
        }
    }
}
