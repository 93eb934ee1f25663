//! Pictures, by XMLHttpRequest where they are sent: `fetch` reports no progress.

use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use rules::field::Item;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, XmlHttpRequest};
use wire::{
    endpoint::{self, REQUESTED_BY, REQUESTED_BY_APP},
    picture::StoredPicture,
};

use super::{
    ClientError,
    request::Call,
    retry::{self, Failure},
};

/// How long sending one picture may take, on the slowest line we count with.
const TIME_LIMIT_MS: u32 = 180_000;
/// Asks for a picture small.
const SMALL: &str = "?size=thumbnail";

/// Sends a prepared JPEG under its identifier, and says meanwhile how much of it is sent, from 0 to 1.
///
/// # Errors
/// Any [`ClientError`].
pub async fn put(
    item: Item,
    id: &str,
    jpeg: &[u8],
    progress: impl Fn(f64) + 'static,
) -> Result<StoredPicture, ClientError> {
    let address = format!("{}?item={}", endpoint::fill(endpoint::PICTURE, id), item.id());
    let body = Uint8Array::from(jpeg);
    let progress: Rc<dyn Fn(f64)> = Rc::new(progress);
    let answer = retry::repeatable(async || send(&address, &body, progress.clone()).await).await?;
    serde_json::from_slice(&answer).map_err(|_| ClientError::Unexpected)
}

/// Where the page finds a picture that the server has, small: a list needs no more, and a slow line carries no more.
pub fn thumbnail(id: &str) -> String {
    format!("{}{SMALL}", endpoint::fill(endpoint::PICTURE, id))
}

/// Where the page finds the same picture as large as there is one. What lies on the phone is never smaller.
pub fn whole(address: &str) -> &str {
    address.strip_suffix(SMALL).unwrap_or(address)
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

async fn send(address: &str, body: &Uint8Array, progress: Rc<dyn Fn(f64)>) -> Result<Vec<u8>, Failure> {
    let request = prepare(address).map_err(|_| Failure::unexpected())?;
    let sending = Sending(request.clone());
    let on_progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            progress(event.loaded() / event.total());
        }
    });
    let upload = request.upload().map_err(|_| Failure::unexpected())?;
    upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    let end = Promise::new(&mut |answered, failed| {
        request.set_onload(Some(&answered));
        request.set_onerror(Some(&failed));
        request.set_ontimeout(Some(&failed));
    });
    request.send_with_opt_js_u8_array(Some(body)).map_err(|_| Failure::unexpected())?;
    let end = JsFuture::from(end).await;
    upload.set_onprogress(None);
    match end {
        Ok(_) => answer(&sending.0),
        Err(event) => {
            Err(Failure::on_the_way(if is_timeout(&event) { ClientError::Timeout } else { ClientError::Offline }))
        }
    }
}

fn prepare(address: &str) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open("PUT", address)?;
    request.set_request_header("content-type", "image/jpeg")?;
    request.set_request_header(REQUESTED_BY, REQUESTED_BY_APP)?;
    request.set_timeout(TIME_LIMIT_MS);
    Ok(request)
}

fn answer(request: &XmlHttpRequest) -> Result<Vec<u8>, Failure> {
    let status = request.status().map_err(|_| Failure::unexpected())?;
    let body = request.response_text().ok().flatten().unwrap_or_default().into_bytes();
    if (200..300).contains(&status) { Ok(body) } else { Err(Failure::of_answer(status, &body)) }
}

fn is_timeout(event: &JsValue) -> bool {
    event.dyn_ref::<web_sys::Event>().is_some_and(|event| event.type_() == "timeout")
}
