//! Cutting a picture: a document straightened between its four corners, a face framed for the card.
//!
//! It always starts from the file that was photographed or chosen, which is kept on the phone beside what was made of
//! it: cutting again loses nothing.

use leptos::{prelude::*, task::spawn_local};
use pictures::{Corners, Purpose};
use rules::field::Item;
use web_sys::Blob;

use super::{
    Wizard,
    pictures::purpose,
    saved::{self, About},
};
use crate::device::{
    preview,
    worker::{PictureFailure, PictureWorker},
};

/// A picture that is being cut.
#[derive(Debug, Clone, PartialEq)]
pub struct Cutting {
    /// The item it belongs to.
    pub item: Item,
    /// Its identifier.
    pub id: String,
    /// What there is to see: nothing until the file is read.
    pub shown: Option<Result<Shown, PictureFailure>>,
}

/// The whole picture, as it was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Where the page finds it.
    pub address: String,
    /// Its width and height in pixels.
    pub size: (u32, u32),
    /// Where the document seems to be.
    pub proposed: Option<Corners>,
    /// Where it was cut before.
    pub before: Option<Corners>,
}

impl Cutting {
    /// What the picture is for, which decides whether corners are set or a frame is moved.
    pub fn purpose(&self) -> Purpose {
        purpose(self.item)
    }
}

impl Wizard {
    /// The picture that is being cut, if one is.
    pub fn cutting(self) -> Signal<Option<Cutting>> {
        self.pictures.cutting.into()
    }

    /// Begins to cut a picture, or one whose last cut failed. One that is still being looked at waits.
    pub fn open_cutting(self, item: Item, id: &str) {
        let attempt = self.pictures.attempts.with_untracked(|all| all.iter().find(|it| it.id == id).cloned());
        let id = match attempt {
            None => id.to_owned(),
            Some(attempt) => match attempt.replaces.filter(|_| attempt.failed.is_some()) {
                Some(page) => {
                    self.forget_attempt(id);
                    page
                }
                None => return,
            },
        };
        self.pictures.cutting.set(Some(Cutting { item, id: id.clone(), shown: None }));
        spawn_local(async move {
            let shown = self.shown(&id).await;
            self.pictures.cutting.update(|cutting| match cutting {
                Some(cutting) if cutting.id == id => cutting.shown = Some(shown),
                // Closed meanwhile.
                _ => release(shown.ok().as_ref()),
            });
        });
    }

    /// Leaves the picture as it is.
    pub fn close_cutting(self) {
        let cutting = self.pictures.cutting.try_update(Option::take).flatten();
        release(cutting.and_then(|cutting| cutting.shown).and_then(Result::ok).as_ref());
    }

    /// Puts what lies between the corners in the picture's place.
    pub fn cut_picture(self, corners: Corners) {
        let Some(Cutting { item, id, .. }) = self.pictures.cutting.get_untracked() else { return };
        self.close_cutting();
        let before = self.pictures.about.with_untracked(|about| about.get(&id).cloned().unwrap_or_default());
        let attempt = self.attempt(item, before.name.clone(), Some(id.clone()), true);
        spawn_local(async move {
            let Some(Source { file, original }) = self.source(&id).await else {
                return self.give_up(&attempt, PictureFailure::Unreadable);
            };
            match PictureWorker::shared().cut(&file, purpose(item), corners).await {
                Ok(cut) => {
                    let corners = original.is_some().then_some(corners);
                    self.take_picture(&attempt, cut, About { original, corners, sent: false, ..before }).await;
                }
                Err(failure) => self.give_up(&attempt, failure),
            }
        });
    }

    async fn shown(self, id: &str) -> Result<Shown, PictureFailure> {
        let Source { file, original } = self.source(id).await.ok_or(PictureFailure::Unreadable)?;
        let proposal = PictureWorker::shared().propose(&file).await?;
        let address = preview::address(&proposal.jpeg).ok_or(PictureFailure::Unreadable)?;
        let before = self.pictures.about.with_untracked(|about| about.get(id).and_then(|about| about.corners));
        let before = before.filter(|_| original.is_some());
        Ok(Shown { address, size: proposal.size, proposed: proposal.corners, before })
    }

    async fn source(self, id: &str) -> Option<Source> {
        let original = self.pictures.about.with_untracked(|about| about.get(id).and_then(|it| it.original.clone()));
        if let Some(original) = original {
            let at_hand = self.pictures.originals.with_value(|all| all.get(&original).cloned());
            let kept = match at_hand {
                Some(file) => Some(file),
                None => saved::read_original(&self.owner.get_value(), &self.target(), &original).await,
            };
            if let Some(file) = kept {
                return Some(Source { file, original: Some(original) });
            }
        }
        Some(Source { file: preview::file(&self.bytes(id).await?)?, original: None })
    }

    /// Keeps the file that a picture was made from. Where the phone has no room for it, the picture itself is cut after
    /// the next visit.
    pub(super) fn keep_original(self, id: &str, file: &Blob) {
        self.pictures.originals.update_value(|all| {
            all.insert(id.to_owned(), file.clone());
        });
        let (id, file) = (id.to_owned(), file.clone());
        spawn_local(async move {
            let _ = saved::write_original(&self.owner.get_value(), &self.target(), &id, &file).await;
        });
    }

    /// Forgets a file that no picture is made from any more.
    pub(super) fn forget_original(self, original: Option<String>) {
        let Some(original) = original else { return };
        let made_from = |about: &About| about.original.as_deref() == Some(&original);
        if self.pictures.about.with_untracked(|about| about.values().any(made_from)) {
            return;
        }
        self.pictures.originals.update_value(|all| {
            all.remove(&original);
        });
        spawn_local(async move {
            saved::forget_original(&self.owner.get_value(), &self.target(), &original).await;
        });
    }
}

/// What a picture is cut from.
struct Source {
    file: Blob,
    /// The identifier of the file that was taken; none where the phone did not keep it, and this is the picture itself.
    original: Option<String>,
}

fn release(shown: Option<&Shown>) {
    if let Some(shown) = shown {
        preview::release(&shown.address);
    }
}
