//! Taking a picture: decoded anew before it is believed, and kept as decoded.

use std::collections::{BTreeMap, HashSet};

use bytes::Bytes;
use pictures::{Prepared, Purpose};
use rules::{draft::FileKind, field::Item, materials::usable_until};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use wire::{
    ErrorCode,
    picture::{EarlierPictures, MAX_PICTURE_BYTES, Part, StoredPicture, UploadedPart},
};

use super::{drafts::is_picture_id, pdf, workers::on_a_worker};
use crate::{
    App,
    problem::Refusal,
    store::{
        Connection, StoreError, application, draft,
        picture::{self, Picture},
        picture_part::{self, PicturePart},
    },
};

/// The most that a person's pictures may weigh that belong to no application yet, in bytes: more than every item of a
/// form at its largest.
const QUOTA_BYTES: i64 = 120 * 1024 * 1024;

fn stored(picture: &Picture) -> StoredPicture {
    StoredPicture {
        id: picture.sha256.clone(),
        width: picture.width.unsigned_abs(),
        height: picture.height.unsigned_abs(),
        bytes: picture.bytes.unsigned_abs(),
    }
}

/// Takes the picture `body` under its name `id` for a slot of the form. Taking it again changes nothing.
///
/// # Errors
/// [`ErrorCode::MalformedBody`] where `id` is not the SHA-256 of `body`, [`ErrorCode::PictureRefused`] where the picture
/// or the PDF is not one that can be taken, [`ErrorCode::TooLarge`] where the person keeps too many already.
pub async fn take(app: &App, who: Uuid, id: &str, item: Item, body: Bytes) -> Result<StoredPicture, Refusal> {
    let db = app.store().connection();
    if let Some(known) = picture::find(db, who, id, purposes_of(item)).await? {
        return Ok(stored(&known));
    }
    has_room(app, who, body.len()).await?;
    keep(app, who, id, item, body).await
}

async fn keep(app: &App, who: Uuid, id: &str, item: Item, body: Bytes) -> Result<StoredPicture, Refusal> {
    let db = app.store().connection();
    let Checked { purpose, size: (width, height), bytes } = recheck(app, id, item, body).await?;
    let small = |number: u32| i32::try_from(number).map_err(|_| Refusal::Broken("a picture without bounds"));
    let new = Picture {
        id: Uuid::new_v4(),
        person_id: who,
        sha256: id.to_owned(),
        purpose: purpose.to_owned(),
        width: small(width)?,
        height: small(height)?,
        bytes: i32::try_from(bytes.len()).map_err(|_| Refusal::Broken("a picture without bounds"))?,
        object_path: app.picture_files().put(who, kind_kept_as(purpose), bytes).await?,
        created_at: app.clock().now().as_millisecond(),
    };
    match picture::create(db, &new).await {
        Ok(()) => Ok(stored(&new)),
        Err(error) if error.is_duplicate() => {
            // Sent twice at the same time; the other one is kept.
            app.picture_files().delete(&new.object_path).await?;
            let known = picture::find(db, who, id, &[purpose]).await?;
            known.map(|known| stored(&known)).ok_or(Refusal::Store(error))
        }
        Err(error) => {
            app.picture_files().delete(&new.object_path).await?;
            Err(error.into())
        }
    }
}

/// What came of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrived {
    /// The picture is whole, and taken.
    Whole(StoredPicture),
    /// More is missing.
    Part(UploadedPart),
}

/// Takes a part of the picture `id`; the last one takes the picture. Parts come in their order: one that is there already
/// or begins behind a gap changes nothing, and the answer says where to go on.
///
/// # Errors
/// As [`take`], and [`ErrorCode::MalformedBody`] where the part is not as long as it says.
pub async fn take_part(
    app: &App,
    who: Uuid,
    id: &str,
    item: Item,
    (part, body): (Part, Bytes),
) -> Result<Arrived, Refusal> {
    let length = i32::try_from(body.len()).ok().filter(|length| length.unsigned_abs() == part.length());
    let (Some(length), true) = (length, is_picture_id(id)) else { return Err(ErrorCode::MalformedBody.into()) };
    if usize::try_from(part.size()).unwrap_or(usize::MAX) > MAX_PICTURE_BYTES {
        return Err(ErrorCode::TooLarge.into());
    }
    let db = app.store().connection();
    if let Some(known) = picture::find(db, who, id, purposes_of(item)).await? {
        return Ok(Arrived::Whole(stored(&known)));
    }
    if picture_part::received(db, who, id).await?.unsigned_abs() == part.start() {
        has_room(app, who, body.len()).await?;
        let new = PicturePart {
            person_id: who,
            sha256: id.to_owned(),
            start: i32::try_from(part.start()).map_err(|_| ErrorCode::TooLarge)?,
            length,
            bytes: body.into(),
            created_at: app.clock().now().as_millisecond(),
        };
        match picture_part::create(db, new).await {
            Err(error) if !error.is_duplicate() => return Err(error.into()),
            // Another tab was first with a part that begins here; how long that one was is asked below.
            _ => {}
        }
    }
    let received = picture_part::received(db, who, id).await?.unsigned_abs();
    if received < part.size() {
        return Ok(Arrived::Part(UploadedPart { received }));
    }
    let whole = picture_part::joined(db, who, id).await?;
    let taken = keep(app, who, id, item, whole.into()).await;
    // What was refused is no picture, and what failed on our side is tried again with the parts that are there.
    if !matches!(taken, Err(Refusal::Store(_) | Refusal::Files(_) | Refusal::Broken(_))) {
        picture_part::delete(db, who, id).await?;
    }
    taken.map(Arrived::Whole)
}

/// Whether a person may keep so many bytes more.
async fn has_room(app: &App, who: Uuid, bytes: usize) -> Result<(), Refusal> {
    let db = app.store().connection();
    let pictures: i64 = picture::loose_of(db, who).await?.iter().map(|picture| i64::from(picture.bytes)).sum();
    let kept = pictures + picture_part::kept_of(db, who).await?;
    let fits = kept.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX)) <= QUOTA_BYTES;
    if fits { Ok(()) } else { Err(ErrorCode::TooLarge.into()) }
}

/// As what pages are kept: as what they were checked.
pub(super) const FACE: &str = "face";
/// Any other picture.
pub(super) const DOCUMENT: &str = "document";
/// A PDF.
pub(super) const PDF: &str = "pdf";

/// As what a page may be kept that is handed in for that item: as what it was checked when it arrived.
pub(super) const fn purposes_of(item: Item) -> &'static [&'static str] {
    match item {
        Item::FacePhoto => &[FACE],
        _ if item.takes_pdf() => &[DOCUMENT, PDF],
        _ => &[DOCUMENT],
    }
}

fn kind_kept_as(purpose: &str) -> FileKind {
    if purpose == PDF { FileKind::Pdf } else { FileKind::Jpeg }
}

/// What kind of file a page is that is kept.
pub(super) fn kind_of(picture: &Picture) -> FileKind {
    kind_kept_as(&picture.purpose)
}

/// A page that can be kept.
struct Checked {
    purpose: &'static str,
    /// In pixels.
    size: (u32, u32),
    bytes: Bytes,
}

impl Checked {
    fn picture(purpose: &'static str, picture: Prepared) -> Self {
        Self { purpose, size: (picture.width, picture.height), bytes: picture.jpeg.into() }
    }
}

/// Decodes a picture within limits, and reads a PDF, which is kept as it is.
async fn recheck(app: &App, id: &str, item: Item, body: Bytes) -> Result<Checked, Refusal> {
    let id = id.to_owned();
    on_a_worker(app, move || {
        if !is_picture_id(&id) || sha256(&body) != id {
            return Err(Refusal::Code(ErrorCode::MalformedBody));
        }
        if item.takes_pdf() && pdf::is_one(&body) {
            pdf::check(&body).map_err(Refusal::Pdf)?;
            return Ok(Checked { purpose: PDF, size: (0, 0), bytes: body });
        }
        let (kept_as, purpose) = match item {
            Item::FacePhoto => (FACE, Purpose::Face),
            _ => (DOCUMENT, Purpose::Document),
        };
        pictures::recheck(&body, purpose).map(|picture| Checked::picture(kept_as, picture)).map_err(Refusal::Picture)
    })
    .await
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a person handed in with earlier applications and can hand in again: of each item the newest, where its pages are
/// still there.
pub async fn earlier(app: &App, who: Uuid) -> Result<Vec<EarlierPictures>, Refusal> {
    let db = app.store().connection();
    let mut newest: BTreeMap<Item, EarlierPictures> = BTreeMap::new();
    for application in application::all_of_person(db, who).await? {
        let given_on = app.clock().date_of(application.submitted_at);
        if usable_until(given_on) < app.clock().today() {
            break;
        }
        for (item, pages) in application.draft.pictures {
            if !pages.is_empty() {
                newest.entry(item).or_insert(EarlierPictures { item, pages, given_on });
            }
        }
    }
    let ids: Vec<&str> = newest.values().flat_map(|earlier| &earlier.pages).map(|page| page.id.as_str()).collect();
    let known = picture::find_all(db, who, &ids).await?;
    let is_there = |earlier: &EarlierPictures| {
        let kept = |id: &str| {
            purposes_of(earlier.item).iter().any(|it| known.contains_key(&(id.to_owned(), (*it).to_owned())))
        };
        earlier.pages.iter().all(|page| kept(&page.id))
    };
    Ok(newest.values().filter(|earlier| is_there(earlier)).cloned().collect())
}

/// The bytes of a person's picture, and what kind of file they are.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub async fn read(app: &App, who: Uuid, id: &str) -> Result<(FileKind, Bytes), Refusal> {
    let known = picture::find(app.store().connection(), who, id, &[]).await?.ok_or(ErrorCode::NotFound)?;
    Ok((kind_of(&known), app.picture_files().get(&known.object_path).await?))
}

/// A person's picture made small, with words across it that say what it is for.
///
/// # Errors
/// [`ErrorCode::NotFound`], also for a PDF, of which there is no picture.
pub async fn thumbnail(app: &App, who: Uuid, id: &str) -> Result<Bytes, Refusal> {
    let (kind, whole) = read(app, who, id).await?;
    if kind != FileKind::Jpeg {
        return Err(ErrorCode::NotFound.into());
    }
    on_a_worker(app, move || pictures::thumbnail(&whole).map(Bytes::from).map_err(Refusal::Picture)).await
}

/// Deletes a person's picture. One that an application holds stays with it; one that a draft names stays until a save of
/// the draft has let go of it.
pub async fn delete(app: &App, who: Uuid, id: &str) -> Result<(), Refusal> {
    let db = app.store().begin().await?;
    let gone = let_go(&db, who, HashSet::from([id.to_owned()])).await?;
    db.commit().await.map_err(StoreError::from)?;
    delete_files(app, gone).await
}

/// Forgets those of a person's pictures that neither a draft names nor an application holds, and says where their bytes
/// are, which [`delete_files`] deletes once that is certain.
pub(super) async fn let_go(db: &impl Connection, who: Uuid, mut ids: HashSet<String>) -> Result<Vec<String>, Refusal> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let named = draft::pictures_named(db, who).await?;
    ids.retain(|id| !named.contains(id));
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut paths = Vec::new();
    for known in picture::find_all(db, who, &ids).await?.into_values() {
        if picture::delete_loose(db, known.id).await? {
            paths.push(known.object_path);
        }
    }
    Ok(paths)
}

/// Deletes the bytes of pictures that are known no more.
pub(super) async fn delete_files(app: &App, paths: Vec<String>) -> Result<(), Refusal> {
    for path in paths {
        app.picture_files().delete(&path).await?;
    }
    Ok(())
}
