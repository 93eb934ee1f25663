//! The picture worker: photographs are checked, turned and reduced beside the page, never on its own thread.
//!
//! It is started at the first picture, takes one picture at a time (a phone's memory holds one decoded photograph, not
//! three), is ended after a minute without work, and started again if it dies.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use async_lock::Mutex;
use futures::{
    channel::oneshot,
    future::{Either, select},
};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use pictures::{
    Corners, Limits, PictureError, Purpose,
    protocol::{FromWorker, PROTOCOL, PictureFacts, ToWorker},
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Event, HtmlScriptElement, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use super::{clock::sleep, crypto};

/// The script that loads the worker's module; it lies beside the app's own script.
const SCRIPT: &str = "picture_worker_loader.js";
/// A hundred kilobytes take a few seconds on a slow line; after this, there is none.
const START_WITHIN: Duration = Duration::from_secs(60);
/// The largest photographs take an old phone ten seconds; after this, the worker hangs.
const ANSWER_WITHIN: Duration = Duration::from_secs(90);
/// A worker without work keeps the memory of its largest picture; another one starts in a moment.
const IDLE_FOR: Duration = Duration::from_secs(60);

/// A picture ready to be kept and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedPicture {
    /// The SHA-256 of the JPEG, by which it is named.
    pub id: String,
    /// The JPEG.
    pub jpeg: Vec<u8>,
    /// Its size and findings.
    pub facts: PictureFacts,
}

/// A picture as it is shown to whoever cuts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// A small JPEG of all of it, upright.
    pub jpeg: Vec<u8>,
    /// Width and height of the upright original, in pixels.
    pub size: (u32, u32),
    /// Where a document seems to be.
    pub corners: Option<Corners>,
}

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureFailure {
    /// The file itself is refused.
    #[error(transparent)]
    Refused(#[from] PictureError),
    /// The phone does not hand the file's bytes over: it was deleted meanwhile, or lies in a cloud.
    #[error("the file cannot be read")]
    Unreadable,
    /// The worker cannot be started: no line, or a host without workers.
    #[error("the picture worker does not start")]
    NotStarted,
    /// The worker speaks another version than this page, which must be opened again.
    #[error("the picture worker is of another version")]
    OtherVersion,
    /// A PDF larger than the server takes; nothing makes it smaller here.
    #[error("the PDF is too large")]
    PdfTooLarge,
    /// The worker died over this picture, mostly of memory.
    #[error("the picture worker stopped")]
    Stopped,
}

impl PictureFailure {
    /// Every code of its own, so that texts can be proved complete; the others are [`PictureError::CODES`].
    #[cfg(test)]
    pub const CODES: [&str; 5] =
        ["file_unreadable", "pdf_too_large", "worker_not_started", "worker_other_version", "worker_stopped"];

    /// The stable code by which its text is found.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(error) => error.code(),
            Self::Unreadable => "file_unreadable",
            Self::NotStarted => "worker_not_started",
            Self::OtherVersion => "worker_other_version",
            Self::PdfTooLarge => "pdf_too_large",
            Self::Stopped => "worker_stopped",
        }
    }
}

/// The page's handle of its picture worker. All handles are of one worker.
#[derive(Clone, Debug)]
pub struct PictureWorker {
    seat: Rc<Seat>,
}

/// Whoever holds the lock has the worker; the others wait in the order in which they came.
#[derive(Debug, Default)]
struct Seat {
    running: Mutex<Option<Running>>,
    /// How many pictures were prepared, to know whether there was one since.
    done: Cell<u32>,
}

impl PictureWorker {
    /// The handle. Nothing is started yet.
    #[must_use]
    pub fn shared() -> Self {
        thread_local!(static SEAT: Rc<Seat> = Rc::default());
        Self { seat: SEAT.with(Rc::clone) }
    }

    /// Prepares a chosen or photographed file. Dropping the future cancels: a waiting picture is forgotten, and over
    /// one in work the worker is ended.
    ///
    /// # Errors
    /// [`PictureFailure`]; other pictures and the next ones are not touched by it.
    pub async fn prepare(&self, file: &Blob, purpose: Purpose) -> Result<PreparedPicture, PictureFailure> {
        prepared(self.ask(file, |id| ToWorker::Prepare { id, purpose }).await?).await
    }

    /// Prepares what lies between corners of a file.
    ///
    /// # Errors
    /// As [`prepare`](Self::prepare).
    pub async fn cut(
        &self,
        file: &Blob,
        purpose: Purpose,
        corners: Corners,
    ) -> Result<PreparedPicture, PictureFailure> {
        prepared(self.ask(file, |id| ToWorker::Cut { id, purpose, corners }).await?).await
    }

    /// Shows a file small, with the document that seems to be in it.
    ///
    /// # Errors
    /// As [`prepare`](Self::prepare).
    pub async fn propose(&self, file: &Blob) -> Result<Proposal, PictureFailure> {
        match self.ask(file, |id| ToWorker::Propose { id }).await? {
            (FromWorker::Proposed { width, height, corners, .. }, Some(jpeg)) => {
                Ok(Proposal { jpeg: Uint8Array::new(&jpeg).to_vec(), size: (width, height), corners })
            }
            _ => Err(PictureFailure::Stopped),
        }
    }

    /// Sends one request with a file, and waits for its answer.
    async fn ask(&self, file: &Blob, request: impl FnOnce(u32) -> ToWorker) -> Arrival {
        // A file's size is a whole number far below 2^53.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
        Limits::DEVICE.check_bytes(file.size() as u64)?;
        let mut seat = self.seat.running.lock().await;
        let running = match seat.take().filter(Running::is_alive) {
            Some(running) => running,
            None => Running::start().await?,
        };
        // From here on a dropped future takes the worker with it.
        let id = self.seat.done.get();
        let (answer, buffer) = running.ask(id, &request(id), file).await?;
        let failure = match &answer {
            FromWorker::Refused { error, .. } => Some(PictureFailure::Refused(error.clone())),
            FromWorker::Unreadable { .. } => Some(PictureFailure::Unreadable),
            _ => None,
        };
        // A module's memory only grows: without room in one worker, the next picture finds it in another.
        *seat = Some(running).filter(|_| failure != Some(PictureFailure::Refused(PictureError::OutOfMemory)));
        drop(seat);
        self.seat.done.set(id.wrapping_add(1));
        self.end_when_idle();
        failure.map_or(Ok((answer, buffer)), Err)
    }

    fn end_when_idle(&self) {
        let (seat, done) = (Rc::clone(&self.seat), self.seat.done.get());
        spawn_local(async move {
            sleep(IDLE_FOR).await;
            if seat.done.get() == done
                && let Some(mut running) = seat.running.try_lock()
            {
                *running = None;
            }
        });
    }
}

/// A message as it arrives, with its buffer.
type Arrival = Result<(FromWorker, Option<ArrayBuffer>), PictureFailure>;

/// The picture that an answer brings.
async fn prepared((answer, buffer): (FromWorker, Option<ArrayBuffer>)) -> Result<PreparedPicture, PictureFailure> {
    let (FromWorker::Prepared { facts, .. }, Some(jpeg)) = (answer, buffer) else {
        return Err(PictureFailure::Stopped);
    };
    let jpeg = Uint8Array::new(&jpeg).to_vec();
    // The browser's own hash is quick from the first picture on. A page without cryptography keeps nothing either, and
    // nobody can be signed in on it.
    let id = crypto::sha256(&jpeg).await.map_err(|_| PictureFailure::Stopped)?;
    Ok(PreparedPicture { id, jpeg, facts })
}

/// Whoever waits for the next message, and whether there can be one.
#[derive(Debug, Default)]
struct Inbox {
    waiting: RefCell<Option<oneshot::Sender<Arrival>>>,
    dead: Cell<bool>,
}

impl Inbox {
    fn deliver(&self, arrival: Arrival) {
        self.dead.set(self.dead.get() || arrival.is_err());
        if let Some(waiting) = self.waiting.borrow_mut().take() {
            // The receiver is gone when the picture was cancelled.
            let _ = waiting.send(arrival);
        }
    }

    fn expect(&self) -> oneshot::Receiver<Arrival> {
        let (sender, receiver) = oneshot::channel();
        *self.waiting.borrow_mut() = Some(sender);
        receiver
    }
}

/// A started worker; dropping it ends it.
#[derive(Debug)]
struct Running {
    worker: Worker,
    inbox: Rc<Inbox>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl Running {
    async fn start() -> Result<Self, PictureFailure> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let address = script_address().ok_or(PictureFailure::NotStarted)?;
        let worker = Worker::new_with_options(&address, &options).map_err(|_| PictureFailure::NotStarted)?;

        let inbox = Rc::new(Inbox::default());
        let messages = Rc::clone(&inbox);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            messages.deliver(read_message(&event).ok_or(PictureFailure::Stopped));
        });
        let errors = Rc::clone(&inbox);
        let on_error = Closure::<dyn Fn(Event)>::new(move |_: Event| errors.deliver(Err(PictureFailure::Stopped)));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));

        let first = inbox.expect();
        let running = Self { worker, inbox, _on_message: on_message, _on_error: on_error };
        match within(START_WITHIN, first).await {
            Ok((FromWorker::Ready { protocol: PROTOCOL }, _)) => Ok(running),
            Ok(_) => Err(PictureFailure::OtherVersion),
            Err(_) => Err(PictureFailure::NotStarted),
        }
    }

    fn is_alive(&self) -> bool {
        !self.inbox.dead.get()
    }

    /// Sends one request and waits for the answer to it.
    async fn ask(&self, id: u32, request: &ToWorker, file: &Blob) -> Arrival {
        let text = serde_json::to_string(request).map_err(|_| PictureFailure::Stopped)?;
        let answer = self.inbox.expect();
        let message = Array::of2(&text.into(), file);
        self.worker.post_message(&message).map_err(|_| PictureFailure::Unreadable)?;
        let arrived = within(ANSWER_WITHIN, answer).await?;
        match &arrived.0 {
            FromWorker::Prepared { id: of, .. }
            | FromWorker::Proposed { id: of, .. }
            | FromWorker::Refused { id: of, .. }
            | FromWorker::Unreadable { id: of }
                if *of == id =>
            {
                Ok(arrived)
            }
            _ => Err(PictureFailure::Stopped),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onmessageerror(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

async fn within(time: Duration, arrival: oneshot::Receiver<Arrival>) -> Arrival {
    match select(arrival, Box::pin(sleep(time))).await {
        Either::Left((Ok(arrival), _)) => arrival,
        Either::Left((Err(_), _)) | Either::Right(_) => Err(PictureFailure::Stopped),
    }
}

fn read_message(event: &MessageEvent) -> Option<(FromWorker, Option<ArrayBuffer>)> {
    let message: Array = event.data().dyn_into().ok()?;
    let text = message.get(0).as_string()?;
    Some((serde_json::from_str(&text).ok()?, message.get(1).dyn_into().ok()))
}

/// The worker's script, beside the script that started the app: the build puts both into one folder named by content.
fn script_address() -> Option<String> {
    let document = web_sys::window()?.document()?;
    let own: HtmlScriptElement = document.query_selector("script[type=module][src]").ok()??.dyn_into().ok()?;
    Some(Url::new_with_base(SCRIPT, &own.src()).ok()?.href())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_a_code_of_its_own() {
        let own = [
            PictureFailure::Unreadable,
            PictureFailure::PdfTooLarge,
            PictureFailure::NotStarted,
            PictureFailure::OtherVersion,
            PictureFailure::Stopped,
        ];
        assert_eq!(own.each_ref().map(PictureFailure::code), PictureFailure::CODES);
        assert!(PictureFailure::CODES.iter().all(|code| !PictureError::CODES.contains(code)));
        assert_eq!(PictureFailure::from(PictureError::Empty).code(), "empty");
    }
}
