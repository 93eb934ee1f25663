//! Pictures, by XMLHttpRequest where they are sent: `fetch` reports no progress.

use std::{rc::Rc, time::Duration};

use js_sys::{Promise, Uint8Array};
use rules::{draft::FileKind, field::Item};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, XmlHttpRequest};
use wire::{
    endpoint::{self, ACTING_FOR, ACTING_FOR_QUERY, REQUESTED_BY, REQUESTED_BY_APP},
    picture::{AsText, EarlierPictures, Part, StoredPicture, UploadedPart},
};

use super::{
    ClientError,
    request::Call,
    retry::{self, Failure},
};
use crate::device::{acting, clock, host};

/// How long sending one part may take: the first one at 2 KB a second, the slowest line we count with.
const TIME_LIMIT_MS: u32 = 30_000;
/// The first part, and the least that a part has, in bytes: what is sent in vain when the line breaks, or when this phone
/// no longer knows how much the server has.
const LEAST_PART: u32 = 32 * 1024;
/// The most that a part has, in bytes.
const LARGEST_PART: u32 = 512 * 1024;
/// How long a part should take: longer, and more is lost with the line; shorter, and the waits for answers add up.
const TIME_OF_A_PART: Duration = Duration::from_secs(2);
/// Asks for a picture small.
const SMALL: &str = "size=thumbnail";

/// How much of a picture is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Bytes sent.
    pub bytes: u32,
    /// Bytes in all.
    pub size: u32,
    /// The time that the rest will take, by the speed so far; `None` until a part has arrived.
    pub left: Option<Duration>,
}

impl Sent {
    /// Nothing yet of this.
    pub fn nothing(file: &[u8]) -> Self {
        Self { bytes: 0, size: u32::try_from(file.len()).unwrap_or(u32::MAX), left: None }
    }

    /// How many of a hundred parts are sent.
    pub fn percent(self) -> u8 {
        let percent = u64::from(self.bytes) * 100 / u64::from(self.size.max(1));
        u8::try_from(percent).unwrap_or(100)
    }
}

/// Sends a prepared JPEG, or a PDF, under its identifier, part by part, and says meanwhile how much of it is sent. What the server has
/// of it from an earlier attempt is not sent again, but for its first [`LEAST_PART`] bytes.
///
/// # Errors
/// Any [`ClientError`].
pub async fn put(
    item: Item,
    id: &str,
    (kind, bytes): (FileKind, &[u8]),
    progress: impl Fn(Sent) + 'static,
) -> Result<StoredPicture, ClientError> {
    let address = format!("{}?item={}", endpoint::fill(endpoint::PICTURE, id), item.id());
    let size = u32::try_from(bytes.len()).map_err(|_| ClientError::Unexpected)?;
    let progress: Rc<dyn Fn(Sent)> = Rc::new(progress);
    let (mut start, mut length, mut pace) = (0, LEAST_PART, None);
    loop {
        let part =
            Part::new(start, length.min(size.saturating_sub(start)), size).map_err(|_| ClientError::Unexpected)?;
        let range = usize::try_from(start).ok().zip(usize::try_from(part.length()).ok());
        let sent = range.and_then(|(start, length)| bytes.get(start..start.checked_add(length)?));
        let sent = sent.ok_or(ClientError::Unexpected)?;
        let tell: Rc<dyn Fn(u32)> = Rc::new({
            let progress = progress.clone();
            move |sent| progress(Sent { bytes: start + sent, size, left: left(pace, size - start - sent) })
        });
        let began = clock::now();
        let (status, body) = retry::repeatable(async || send(&address, kind, (part, sent), tell.clone()).await).await?;
        if status != ACCEPTED {
            return serde_json::from_slice(&body).map_err(|_| ClientError::Unexpected);
        }
        let UploadedPart { received } = serde_json::from_slice(&body).map_err(|_| ClientError::Unexpected)?;
        if received == start + part.length() {
            let took = clock::now().duration_since(began).unsigned_abs();
            (length, pace) = (next_length(part.length(), took), Some((part.length(), took)));
        }
        start = received;
    }
}

/// The status of an answer to a part when more are missing.
const ACCEPTED: u16 = 202;

/// The length of the next part, by how long one of `length` took.
fn next_length(length: u32, took: Duration) -> u32 {
    let took = took.as_millis().max(1);
    let fits = u128::from(length) * TIME_OF_A_PART.as_millis() / took;
    // No more than four times as much at once: one quick answer says little about the line.
    let next = u32::try_from(fits).unwrap_or(u32::MAX).min(length.saturating_mul(4));
    next.clamp(LEAST_PART, LARGEST_PART)
}

/// How long the rest takes at the pace of the last part.
fn left(pace: Option<(u32, Duration)>, rest: u32) -> Option<Duration> {
    let (length, took) = pace?;
    Some(took.mul_f64(f64::from(rest) / f64::from(length.max(1))))
}

/// Where the page finds a picture that the server has, small: a list needs no more, and a slow line carries no more.
pub fn thumbnail(id: &str) -> String {
    let address = endpoint::fill(endpoint::PICTURE, id);
    match acting::child() {
        Some(child) => format!("{address}?{ACTING_FOR_QUERY}={child}&{SMALL}"),
        None => format!("{address}?{SMALL}"),
    }
}

/// Where the page finds the same picture as large as there is one. What lies on the phone is never smaller.
pub fn whole(address: &str) -> &str {
    address.strip_suffix(SMALL).map_or(address, |address| address.trim_end_matches(['?', '&']))
}

/// What was handed in with earlier applications and can be handed in again.
///
/// # Errors
/// Any [`ClientError`].
pub async fn earlier() -> Result<Vec<EarlierPictures>, ClientError> {
    Call::get(endpoint::PICTURES).send().await?.json()
}

/// Whether the server has the picture. Where it can't be asked, it is taken not to.
pub async fn is_there(id: &str) -> bool {
    Call::head(endpoint::fill(endpoint::PICTURE, id)).send().await.is_ok()
}

/// Deletes a picture; nothing happens where there is none.
///
/// # Errors
/// Any [`ClientError`].
pub async fn delete(id: &str) -> Result<(), ClientError> {
    match Call::delete(endpoint::fill(endpoint::PICTURE, id)).send().await {
        Err(error) if error.code() != Some(wire::ErrorCode::NotFound) => Err(error),
        _ => Ok(()),
    }
}

/// A request that is taken back when nobody waits for it any more.
struct Sending(XmlHttpRequest);

impl Drop for Sending {
    fn drop(&mut self) {
        // After the answer this does nothing.
        let _ = self.0.abort();
    }
}

async fn send(
    address: &str,
    kind: FileKind,
    (part, bytes): (Part, &[u8]),
    tell: Rc<dyn Fn(u32)>,
) -> Result<(u16, Vec<u8>), Failure> {
    let request = XmlHttpRequest::new().map_err(|_| Failure::unexpected())?;
    let sending = Sending(request.clone());
    let length = f64::from(part.length());
    let on_progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            // As a share, since text is longer than the bytes that it stands for.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the length")]
            tell((length * (event.loaded() / event.total()).clamp(0.0, 1.0)) as u32);
        }
    });
    let upload = request.upload().map_err(|_| Failure::unexpected())?;
    upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    let end = Promise::new(&mut |answered, failed| {
        request.set_onload(Some(&answered));
        request.set_onerror(Some(&failed));
        request.set_ontimeout(Some(&failed));
    });
    start(&request, address, kind, (part, bytes)).map_err(|_| Failure::unexpected())?;
    let end = JsFuture::from(end).await;
    upload.set_onprogress(None);
    match end {
        Ok(_) => answer(&sending.0),
        Err(event) => {
            Err(Failure::on_the_way(if is_timeout(&event) { ClientError::Timeout } else { ClientError::Offline }))
        }
    }
}

fn start(request: &XmlHttpRequest, address: &str, kind: FileKind, (part, bytes): (Part, &[u8])) -> Result<(), JsValue> {
    request.open("PUT", address)?;
    request.set_request_header("content-range", &part.to_string())?;
    request.set_request_header(REQUESTED_BY, REQUESTED_BY_APP)?;
    if let Some(child) = acting::child() {
        request.set_request_header(ACTING_FOR, &child)?;
    }
    request.set_timeout(TIME_LIMIT_MS);
    if host::sends_text_alone() {
        let body = AsText { base64: host::base64(bytes)? };
        request.set_request_header("content-type", "application/json")?;
        return request.send_with_opt_str(serde_json::to_string(&body).ok().as_deref());
    }
    request.set_request_header("content-type", kind.media_type())?;
    request.send_with_opt_js_u8_array(Some(&Uint8Array::from(bytes)))
}

fn answer(request: &XmlHttpRequest) -> Result<(u16, Vec<u8>), Failure> {
    let status = request.status().map_err(|_| Failure::unexpected())?;
    let body = request.response_text().ok().flatten().unwrap_or_default().into_bytes();
    if (200..300).contains(&status) { Ok((status, body)) } else { Err(Failure::of_answer(status, &body)) }
}

fn is_timeout(event: &JsValue) -> bool {
    event.dyn_ref::<web_sys::Event>().is_some_and(|event| event.type_() == "timeout")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_grow_on_a_good_line_and_shrink_on_a_bad_one_within_bounds() {
        let (kb, ms) = (1024, Duration::from_millis);
        assert_eq!(next_length(32 * kb, ms(100)), 128 * kb);
        assert_eq!(next_length(128 * kb, ms(1_000)), 256 * kb);
        assert_eq!(next_length(512 * kb, ms(0)), LARGEST_PART);
        assert_eq!(next_length(128 * kb, ms(4_000)), 64 * kb);
        assert_eq!(next_length(32 * kb, ms(16_000)), LEAST_PART);
    }

    #[test]
    fn a_small_picture_and_the_whole_one_have_addresses_of_the_same_picture() {
        assert_eq!(thumbnail("ab"), "/api/pictures/ab?size=thumbnail");
        assert_eq!(whole(&thumbnail("ab")), "/api/pictures/ab");
        assert_eq!(whole("/api/pictures/ab?for=8c1f&size=thumbnail"), "/api/pictures/ab?for=8c1f");
        assert_eq!(whole("blob:on-this-phone"), "blob:on-this-phone");
    }

    #[test]
    fn the_time_left_is_told_once_a_part_has_shown_the_pace() {
        assert_eq!(left(None, 1000), None);
        assert_eq!(left(Some((1000, Duration::from_secs(2))), 5000), Some(Duration::from_secs(10)));
        assert_eq!(left(Some((1000, Duration::from_secs(2))), 0), Some(Duration::ZERO));
    }
}
