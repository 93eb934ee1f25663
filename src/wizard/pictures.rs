//! Pictures: prepared in the worker, kept on the phone, shown on the page.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use leptos::{prelude::*, task::spawn_local};
use pictures::Purpose;
use rules::{
    draft::{Event, FileKind, Picture},
    field::Item,
};
use web_sys::{Blob, File};

use super::{
    Wizard,
    cutting::Cutting,
    pdf,
    saved::{self, About},
};
use crate::{
    client::{self, pictures::Sent},
    device::{
        clock, preview,
        worker::{PictureFailure, PictureWorker, PreparedPicture},
    },
};

/// How long another device may take to send a picture that its draft names already: a minute, looked at every three
/// seconds. After that it is shown as the server has it, or has not.
const LOOK_AGAIN_AFTER: Duration = Duration::from_secs(3);
const MOST_LOOKS: u32 = 20;

/// How far a picture is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It is read, turned, reduced and looked at on the phone.
    Checking,
    /// It is kept on the phone and goes when the line allows.
    Waiting,
    /// So much is sent.
    Sending(Sent),
    /// The server has it.
    Sent,
    /// It can't be used.
    Failed(Trouble),
}

/// Why a picture can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The phone says so.
    Here(PictureFailure),
    /// The server says so, by a code of the crate `pictures` or [`ErrorCode::id`].
    There(String),
}

/// A file that is being prepared, or could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attempt {
    pub(super) id: String,
    pub(super) item: Item,
    pub(super) name: String,
    /// The page whose place it takes.
    pub(super) replaces: Option<String>,
    /// It is that same page, cut.
    pub(super) is_cut: bool,
    pub(super) failed: Option<PictureFailure>,
}

/// The pictures of a wizard.
#[derive(Clone, Copy)]
pub struct Pictures {
    pub(super) about: RwSignal<BTreeMap<String, About>>,
    progress: RwSignal<BTreeMap<String, Progress>>,
    pub(super) addresses: RwSignal<BTreeMap<String, String>>,
    pub(super) attempts: RwSignal<Vec<Attempt>>,
    /// The picture that is being cut.
    pub(super) cutting: RwSignal<Option<Cutting>>,
    /// Bytes that the phone's storage did not take.
    in_memory: StoredValue<BTreeMap<String, Rc<[u8]>>, LocalStorage>,
    /// The files of this visit that pictures were made from: the browser's handles, not their bytes.
    pub(super) originals: StoredValue<BTreeMap<String, Blob>, LocalStorage>,
    counter: StoredValue<u32>,
    pub(super) sends: StoredValue<bool>,
    /// The last sending failed.
    pub(super) stuck: StoredValue<bool>,
}

impl Pictures {
    pub(super) fn new() -> Self {
        Self {
            about: RwSignal::new(BTreeMap::new()),
            progress: RwSignal::new(BTreeMap::new()),
            addresses: RwSignal::new(BTreeMap::new()),
            attempts: RwSignal::new(Vec::new()),
            cutting: RwSignal::new(None),
            in_memory: StoredValue::new_local(BTreeMap::new()),
            originals: StoredValue::new_local(BTreeMap::new()),
            counter: StoredValue::new(0),
            sends: StoredValue::new(false),
            stuck: StoredValue::new(false),
        }
    }

    /// Whether nothing is being sent, or only tried in vain.
    pub(super) fn rest(self) -> bool {
        !self.sends.get_value() || self.stuck.get_value()
    }

    pub(super) fn about(self) -> BTreeMap<String, About> {
        self.about.get_untracked()
    }

    pub(super) fn remember(self, about: BTreeMap<String, About>) {
        self.about.set(about);
    }

    /// Takes up what another tab knows of pictures.
    pub(super) fn know(self, theirs: &BTreeMap<String, About>) {
        self.about.update(|about| {
            for (id, known) in theirs {
                about.entry(id.clone()).or_insert_with(|| known.clone()).sent |= known.sent;
            }
        });
    }

    pub(super) fn are_sent(self, ids: Vec<String>) {
        self.about.update(|about| ids.into_iter().for_each(|id| about.entry(id).or_default().sent = true));
    }

    pub(super) fn fail(self, id: &str, trouble: Trouble) {
        self.about.update(|about| about.entry(id.to_owned()).or_default().sent = false);
        self.set_progress(id, Progress::Failed(trouble));
    }

    pub(super) fn set_progress(self, id: &str, progress: Progress) {
        self.progress.update(|all| {
            all.insert(id.to_owned(), progress);
        });
    }

    pub(super) fn progress_of(self, id: &str) -> Progress {
        let sent = || self.about.with(|about| about.get(id).is_some_and(|about| about.sent));
        let known = self.progress.with(|progress| progress.get(id).cloned());
        known.unwrap_or_else(|| if sent() { Progress::Sent } else { Progress::Waiting })
    }
}

/// What a picture of an item is for.
pub(super) const fn purpose(item: Item) -> Purpose {
    match item {
        Item::FacePhoto => Purpose::Face,
        Item::IdentityCardFront | Item::AgentCardFront => Purpose::PortraitSide,
        Item::IdentityCardBack | Item::AgentCardBack => Purpose::EmblemSide,
        Item::AddressProof | Item::GroundProof | Item::RelationProof | Item::Permit => Purpose::Document,
    }
}

impl Wizard {
    /// Takes photographed or chosen files as further pages of an item.
    pub fn add_pictures(self, item: Item, files: Vec<File>) {
        for file in files {
            self.prepare(item, None, file);
        }
    }

    /// Hands in again what the server has from an earlier application.
    pub fn use_pictures_again(self, item: Item, pages: &[Picture]) {
        for page in pages {
            // An item that is full meanwhile takes no more.
            if self.dispatch(Event::AddPicture(item, page.clone())).is_ok() {
                self.pictures.are_sent(vec![page.id.clone()]);
            }
        }
        spawn_local(self.show_pictures());
    }

    /// Takes a file in the place of a picture.
    pub fn retake_picture(self, item: Item, id: &str, file: File) {
        let attempt = self.pictures.attempts.with_untracked(|all| all.iter().find(|it| it.id == id).cloned());
        let replaces = match attempt {
            Some(attempt) => {
                self.forget_attempt(id);
                attempt.replaces
            }
            None => Some(id.to_owned()),
        };
        self.prepare(item, replaces, file);
    }

    /// Lets a page change places with the one before it.
    pub fn move_picture_forward(self, item: Item, id: &str) {
        // It fails only where there is no such page any more, or it is not there yet.
        let _ = self.dispatch(Event::MovePictureForward(item, id.to_owned()));
    }

    /// Takes a picture away. One that was to replace another leaves that one as it was.
    pub fn delete_picture(self, item: Item, id: &str) {
        if self.forget_attempt(id) {
            return;
        }
        // It fails only where there is no such page any more.
        if self.dispatch(Event::RemovePicture(item, id.to_owned())).is_ok() {
            self.forget_picture(id.to_owned());
        }
    }

    fn prepare(self, item: Item, replaces: Option<String>, file: File) {
        let attempt = self.attempt(item, file.name(), replaces, false);
        spawn_local(async move {
            if item.takes_pdf() && pdf::is_one(&file).await {
                return self.take_pdf(&attempt, &file).await;
            }
            match PictureWorker::shared().prepare(&file, purpose(item)).await {
                Ok(prepared) => {
                    let original = prepared.id.clone();
                    self.keep_original(&original, &file);
                    let about = About { name: file.name(), original: Some(original), ..About::default() };
                    self.take_picture(&attempt, prepared, about).await;
                }
                Err(failure) => self.give_up(&attempt, failure),
            }
        });
    }

    /// Notes that a picture is being prepared, and gives the identifier of the attempt.
    pub(super) fn attempt(self, item: Item, name: String, replaces: Option<String>, is_cut: bool) -> String {
        self.pictures.counter.update_value(|counter| *counter += 1);
        let id = format!("attempt-{}", self.pictures.counter.get_value());
        let attempt = Attempt { id: id.clone(), item, name, replaces, is_cut, failed: None };
        self.pictures.attempts.update(|all| all.push(attempt));
        id
    }

    pub(super) fn give_up(self, id: &str, failure: PictureFailure) {
        self.pictures.attempts.update(|all| {
            if let Some(attempt) = all.iter_mut().find(|attempt| attempt.id == id) {
                attempt.failed = Some(failure);
            }
        });
    }

    /// A picture is prepared.
    pub(super) async fn take_picture(self, attempt: &str, prepared: PreparedPicture, about: About) {
        let PreparedPicture { id, jpeg, facts } = prepared;
        let bytes = u32::try_from(jpeg.len()).unwrap_or(u32::MAX);
        let picture = Picture::jpeg(id, (facts.width, facts.height), bytes);
        self.take(attempt, picture, &jpeg, About { findings: facts.findings, ..about }).await;
    }

    /// A page is ready: its bytes are kept before the draft names it.
    pub(super) async fn take(self, attempt: &str, picture: Picture, bytes: &[u8], about: About) {
        let id = picture.id.clone();
        if saved::write_picture(&self.owner.get_value(), &self.target(), &id, bytes).await.is_err() {
            self.pictures.in_memory.update_value(|kept| {
                kept.insert(id.clone(), bytes.into());
            });
        }
        // The applicant may have taken it back meanwhile.
        let attempts = self.pictures.attempts.get_untracked();
        let Some(Attempt { item, replaces, .. }) = attempts.into_iter().find(|it| it.id == attempt) else { return };
        self.pictures.about.update(|all| {
            all.entry(id.clone()).or_insert(about);
        });
        self.show(&picture, bytes);
        let event = match &replaces {
            Some(old) => Event::ReplacePicture(item, old.clone(), picture),
            None => Event::AddPicture(item, picture),
        };
        self.forget_attempt(attempt);
        let taken = self.dispatch(event).is_ok();
        match replaces {
            // An item that is full takes no more: the uploader offers none then.
            _ if !taken => self.forget_picture(id),
            Some(old) => self.forget_picture(old),
            None => {}
        }
        // The draft that names it is kept before anybody is told that it has arrived: the page may be left at once then.
        self.keep().await;
        self.send_pictures().await;
    }

    pub(super) fn forget_attempt(self, id: &str) -> bool {
        let before = self.pictures.attempts.with_untracked(Vec::len);
        self.pictures.attempts.update(|all| all.retain(|attempt| attempt.id != id));
        self.pictures.attempts.with_untracked(Vec::len) != before
    }

    /// Forgets a picture that the draft no longer names, here and on the server.
    fn forget_picture(self, id: String) {
        let named = self.draft.with_untracked(|draft| draft.pictures.values().flatten().any(|page| page.id == id));
        let submitted = |page: &Picture| page.id == id;
        let before = self.correcting.with_value(|correcting| {
            correcting.as_ref().is_some_and(|it| it.before.pictures.values().flatten().any(submitted))
        });
        if named || before {
            return;
        }
        let was_sent = self.pictures.about.with_untracked(|about| about.get(&id).is_some_and(|about| about.sent));
        let original = self.pictures.about.try_update(|all| all.remove(&id)).flatten().and_then(|about| about.original);
        self.forget_original(original);
        self.pictures.progress.update(|all| {
            all.remove(&id);
        });
        self.pictures.in_memory.update_value(|all| {
            all.remove(&id);
        });
        self.pictures.addresses.update(|all| {
            if let Some(address) = all.remove(&id) {
                preview::release(&address);
            }
        });
        spawn_local(async move {
            saved::forget_picture(&self.owner.get_value(), &self.target(), &id).await;
            if was_sent {
                // The server deletes what no draft names when the draft ends.
                let _ = client::pictures::delete(&id).await;
            }
        });
    }

    fn show(self, page: &Picture, bytes: &[u8]) {
        if page.kind == FileKind::Jpeg
            && let Some(address) = preview::address(bytes)
        {
            self.pictures.addresses.update(|all| {
                all.insert(page.id.clone(), address);
            });
        }
    }

    /// Makes every picture of the draft visible: from the phone, or from the server that another phone sent it to.
    pub(super) async fn show_pictures(self) {
        let before = self.correcting.with_value(|it| it.as_ref().map(|it| it.before.pictures.clone()));
        let mut pages: Vec<_> = self.draft.with_untracked(|draft| draft.pictures.values().flatten().cloned().collect());
        pages.extend(before.into_iter().flatten().flat_map(|(_, pages)| pages));
        for page in pages.into_iter().filter(|page| page.kind == FileKind::Jpeg) {
            if self.pictures.addresses.with_untracked(|addresses| addresses.contains_key(&page.id)) {
                continue;
            }
            match self.bytes(&page.id).await {
                Some(jpeg) => self.show(&page, &jpeg),
                None => self.pictures.addresses.update(|all| {
                    all.insert(page.id.clone(), client::pictures::thumbnail(&page.id));
                }),
            }
        }
    }

    /// Pictures came with what another tab or device has saved. The other device may still be sending them: they are shown
    /// once the server has them.
    pub(super) async fn take_up_pictures(self) {
        let pages: Vec<_> = self.draft.with_untracked(|draft| draft.pictures.values().flatten().cloned().collect());
        for Picture { id, .. } in pages {
            let shown = |id: &str| self.pictures.addresses.with_untracked(|addresses| addresses.contains_key(id));
            let mut looks = 0;
            while !shown(&id) && self.bytes(&id).await.is_none() && looks < MOST_LOOKS {
                if client::pictures::is_there(&id).await {
                    break;
                }
                looks += 1;
                clock::sleep(LOOK_AGAIN_AFTER).await;
            }
        }
        self.show_pictures().await;
        // What is here and not sent is sent; what another device has sent is known to be.
        self.send_pictures().await;
    }

    /// Where the page finds a picture.
    pub fn picture_address(self, id: &str) -> Option<String> {
        self.pictures.addresses.with(|addresses| addresses.get(id).cloned())
    }

    pub(super) async fn bytes(self, id: &str) -> Option<Rc<[u8]>> {
        match self.pictures.in_memory.with_value(|kept| kept.get(id).cloned()) {
            Some(bytes) => Some(bytes),
            None => saved::read_picture(&self.owner.get_value(), &self.target(), id).await.map(Into::into),
        }
    }
}
