//! The divisions of the whole country: a file of the build, which only who is asked for an address anywhere loads.

use std::sync::OnceLock;

use leptos::prelude::document;
use rules::regions::Regions;

use super::{ClientError, request::Call};

/// What `tools/regions.mjs` writes, beside the app's own files.
const FILE: &str = "regions.txt";
/// With this begins the file, and nothing that a server may answer in its place.
const MARK: &str = "#";

/// Kept as long as the page is loaded: fifty kilobytes, which are asked for on two steps.
static KNOWN: OnceLock<Regions<'static>> = OnceLock::new();

/// The divisions of the country.
///
/// # Errors
/// Any [`ClientError`]; asked again, it tries again.
pub async fn get() -> Result<&'static Regions<'static>, ClientError> {
    if let Some(known) = KNOWN.get() {
        return Ok(known);
    }
    let folder = document().document_element().and_then(|page| page.get_attribute("data-assets"));
    let answer = Call::get(folder.ok_or(ClientError::Unexpected)? + FILE).send().await?;
    let table = String::from_utf8(answer.body).map_err(|_| ClientError::Unexpected)?;
    if !table.starts_with(MARK) {
        return Err(ClientError::Unexpected);
    }
    Ok(KNOWN.get_or_init(|| Regions::read(table.leak())))
}
