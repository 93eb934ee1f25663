//! Pictures as the page shows them, and what it has to know of them all.

use leptos::prelude::*;
use pictures::PictureFinding;
use rules::{
    draft::{FileKind, Picture},
    field::Item,
};

use super::{
    Wizard,
    pictures::{Attempt, Pictures, Progress, Trouble},
};
use crate::{client, device::preview};

/// A picture as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureView {
    /// Identifier for [`Wizard::retake_picture`] and [`Wizard::delete_picture`].
    pub id: String,
    /// The file's name.
    pub name: String,
    /// What kind of file it is. Of a PDF there is nothing to see.
    pub kind: FileKind,
    /// Where the page finds it, once there is something to see.
    pub address: Option<String>,
    /// Where the page finds it as large as there is one.
    pub whole: Option<String>,
    /// How far it is.
    pub progress: Progress,
    /// What was noticed in it.
    pub findings: Vec<PictureFinding>,
    /// It is on this phone, and [`Wizard::open_cutting`] can cut it.
    pub can_be_cut: bool,
}

impl Pictures {
    fn view(self, picture: &Picture) -> PictureView {
        let about = self.about.with(|about| about.get(&picture.id).cloned().unwrap_or_default());
        let address = self.addresses.with(|addresses| addresses.get(&picture.id).cloned());
        PictureView {
            id: picture.id.clone(),
            name: about.name,
            kind: picture.kind,
            whole: address.as_deref().map(|address| client::pictures::whole(address).to_owned()),
            can_be_cut: address.as_deref().is_some_and(preview::is_here),
            address,
            progress: self.progress_of(&picture.id),
            findings: about.findings,
        }
    }
}

impl Attempt {
    fn view(&self) -> PictureView {
        let failed = self.failed.clone().map(Trouble::Here);
        PictureView {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: FileKind::Jpeg,
            address: None,
            whole: None,
            progress: failed.map_or(Progress::Checking, Progress::Failed),
            findings: Vec::new(),
            can_be_cut: self.is_cut,
        }
    }
}

impl Wizard {
    /// The pictures of an item in the order of their pages, those under way and those that failed among them.
    pub fn picture_views(self, item: Item) -> Memo<Vec<PictureView>> {
        Memo::new(move |_| {
            let attempts: Vec<_> = self.pictures.attempts.get().into_iter().filter(|it| it.item == item).collect();
            let pages = self.draft.with(|draft| draft.pages(item).to_vec());
            let instead = |id: &str| attempts.iter().find(|attempt| attempt.replaces.as_deref() == Some(id));
            let of_page = |page: &Picture| instead(&page.id).map_or_else(|| self.pictures.view(page), Attempt::view);
            let stands = |id: &String| pages.iter().any(|page| page.id == *id);
            let more = attempts.iter().filter(|attempt| !attempt.replaces.as_ref().is_some_and(stands));
            pages.iter().map(of_page).chain(more.map(Attempt::view)).collect()
        })
    }

    /// How many pictures the server does not have yet, those that it refuses not counted.
    pub fn pictures_to_send(self) -> usize {
        let waits = |id: &str| !matches!(self.pictures.progress_of(id), Progress::Sent | Progress::Failed(_));
        let checking = self.pictures.attempts.with(|all| all.iter().filter(|attempt| attempt.failed.is_none()).count());
        let pages = self.draft.with(|draft| draft.pictures.values().flatten().filter(|page| waits(&page.id)).count());
        checking + pages
    }

    /// Whether a picture of the draft can't be used and has to be taken again.
    pub fn has_failed_picture(self) -> bool {
        let failed = |id: &str| matches!(self.pictures.progress_of(id), Progress::Failed(_));
        self.draft.with(|draft| draft.pictures.values().flatten().any(|page| failed(&page.id)))
    }
}
