//! Pictures, and what pretends to be one.

use base64::Engine;
use serde_json::json;

use crate::support::{
    World,
    drafts::{self, jpeg, page, pdf, prepared, progressive_jpeg, sha256},
    people::{LIN, ZHAO},
    until,
};

#[tokio::test]
async fn a_picture_is_decoded_stored_and_given_back_to_its_owner() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let picture = prepared(1000, 800, 90);
    let stored = browser.picture(&picture.id, "identity_card_front", &picture.jpeg).await.expect(200);
    assert_eq!((&stored["id"], &stored["width"], &stored["height"]), (&json!(picture.id), &json!(1000), &json!(800)));
    let again = browser.picture(&picture.id, "identity_card_back", &picture.jpeg).await.expect(200);
    assert_eq!(again, stored, "sending it again changes nothing");
    let path = format!("/api/pictures/{}", picture.id);
    let read = browser.get(&path).await;
    assert_eq!((read.status, read.header("content-type")), (200, "image/jpeg"));
    assert_eq!(read.header("cache-control"), "private, no-store");
    assert_eq!(read.bytes.len(), usize::try_from(stored["bytes"].as_u64().unwrap()).unwrap());
    assert!(read.bytes.starts_with(&[0xFF, 0xD8]));
    browser.delete(&path).await.expect(204);
    browser.get(&path).await.refused(404, "not_found");
    let files = walk(&world.folder.path().join("pictures"));
    assert_eq!(files, 0, "the bytes are gone too");
}

#[tokio::test]
async fn a_thumbnail_is_small_and_its_owner_s_alone() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    for (item, picture) in [("address_proof", prepared(1600, 1200, 90)), ("face_photo", prepared(358, 441, 90))] {
        browser.picture(&picture.id, item, &picture.jpeg).await.expect(200);
        let whole = browser.get(&format!("/api/pictures/{}", picture.id)).await;
        let path = format!("/api/pictures/{}?size=thumbnail", picture.id);
        let small = browser.get(&path).await;
        assert_eq!((small.status, small.header("content-type")), (200, "image/jpeg"));
        assert_eq!(small.header("cache-control"), "private, no-store");
        let header = pictures::header::read(&small.bytes).unwrap();
        assert_eq!(header.width.max(header.height), pictures::THUMBNAIL_SIDE, "{item}");
        assert_ne!(small.bytes, whole.bytes);
        world.signed_in(&ZHAO).await.get(&path).await.refused(404, "not_found");
        world.browser().get(&path).await.refused(401, "sign_in_required");
    }
    let unknown = format!("/api/pictures/{}?size=enormous", "0".repeat(64));
    browser.get(&unknown).await.refused(400, "malformed_body");
}

#[tokio::test]
async fn a_picture_sent_in_parts_goes_on_where_the_line_broke_and_is_taken_with_the_last_one() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let picture = prepared(1000, 800, 90);
    let (id, size) = (&picture.id, picture.jpeg.len());
    let (first, second) = picture.jpeg.split_at(size / 3);
    let (second, third) = second.split_at(size / 3);
    let item = "address_proof";
    let received = |answer: crate::support::browser::Answer| answer.expect(202)["received"].as_u64().unwrap() as usize;
    assert_eq!(received(browser.part(id, item, 0, first, size).await), first.len());
    // A part behind a gap is not kept, one that is there already changes nothing: both are told where to go on.
    assert_eq!(received(browser.part(id, item, size - third.len(), third, size).await), first.len());
    assert_eq!(received(browser.part(id, item, 0, &first[..100], size).await), first.len());
    world.signed_in(&ZHAO).await.part(id, item, first.len(), second, size).await.expect(202);
    assert_eq!(received(browser.part(id, item, first.len(), second, size).await), first.len() + second.len());
    browser.get(&format!("/api/pictures/{id}")).await.refused(404, "not_found");
    let stored = browser.part(id, item, size - third.len(), third, size).await.expect(200);
    assert_eq!((&stored["id"], &stored["width"]), (&json!(id), &json!(1000)));
    // The answer was lost on the way: any part is answered with the picture.
    assert_eq!(browser.part(id, item, 0, first, size).await.expect(200), stored);
    assert_eq!(browser.picture(id, item, &picture.jpeg).await.expect(200), stored);
}

#[tokio::test]
async fn two_tabs_that_send_the_same_part_at_the_same_time_are_told_the_same() {
    let world = World::start().await;
    let browser = world.signed_in(&LIN).await;
    let picture = prepared(1000, 800, 90);
    let (id, size) = (&picture.id, picture.jpeg.len());
    let send = |length: usize| {
        let (mut browser, jpeg) = (browser.clone(), &picture.jpeg);
        async move { browser.part(id, "address_proof", 0, &jpeg[..length], size).await.expect(202) }
    };
    let (one, other) = tokio::join!(send(5_000), send(9_000));
    assert_eq!(one, other);
    assert!(matches!(one["received"].as_u64(), Some(5_000 | 9_000)), "{one}");
}

#[tokio::test]
async fn parts_that_make_no_picture_are_forgotten_and_can_be_sent_anew() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let picture = prepared(1000, 800, 90);
    let (id, size) = (&picture.id, picture.jpeg.len());
    let mut spoilt = picture.jpeg.clone();
    spoilt[size / 2] ^= 1;
    browser.part(id, "address_proof", 0, &spoilt[..9_000], size).await.expect(202);
    browser.part(id, "address_proof", 9_000, &spoilt[9_000..], size).await.refused(400, "malformed_body");
    browser.part(id, "address_proof", 0, &picture.jpeg[..9_000], size).await.expect(202);
    browser.part(id, "address_proof", 9_000, &picture.jpeg[9_000..], size).await.expect(200);
}

#[tokio::test]
async fn a_part_that_is_not_what_it_says_is_refused() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let id = sha256(b"a picture");
    let path = format!("/api/pictures/{id}?item=address_proof");
    for range in ["bytes 0-9/9", "bytes 0-4/9", "bytes 0-3/*", "items 0-3/9", "\u{fe}"] {
        let request = browser.request(reqwest::Method::PUT, &path).header("content-type", "image/jpeg");
        let request = request.header("content-range", range.as_bytes()).body("four");
        browser.send(request).await.refused(400, "malformed_body");
    }
    browser.part("no-hash", "address_proof", 0, b"four", 9).await.refused(400, "malformed_body");
    let most = wire::picture::MAX_PICTURE_BYTES;
    browser.part(&id, "address_proof", 0, b"four", most + 1).await.refused(413, "too_large");
    world.browser().part(&id, "address_proof", 0, b"four", 9).await.refused(401, "sign_in_required");
}

#[tokio::test]
async fn a_host_that_sends_text_alone_sends_the_same_picture_as_text() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let picture = prepared(1000, 800, 90);
    let path = format!("/api/pictures/{}?item=address_proof", picture.id);
    let (first, rest) = picture.jpeg.split_at(20_000);
    for (start, bytes, status) in [(0, first, 202), (first.len(), rest, 200)] {
        let range = format!("bytes {start}-{}/{}", start + bytes.len() - 1, picture.jpeg.len());
        let body = json!({"base64": base64::engine::general_purpose::STANDARD.encode(bytes)});
        let request = browser.request(reqwest::Method::PUT, &path).header("content-range", range).json(&body);
        browser.send(request).await.expect(status);
    }
    browser.put(&path, &json!({"base64": "no base64!"})).await.refused(400, "malformed_body");
}

fn walk(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { walk(&path) } else { 1 }).sum()
}

#[tokio::test]
async fn what_is_no_picture_is_refused_by_name() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let good = jpeg(1000, 800, 90);
    let half = good[..good.len() / 2].to_vec();
    // Headers that announce 65500 × 65500 pixels.
    let giant = |mut jpeg: Vec<u8>, frame: u8| {
        let at = jpeg.windows(2).position(|pair| pair == [0xFF, frame]).unwrap();
        jpeg[at + 5..at + 9].copy_from_slice(&[0xFF, 0xDC, 0xFF, 0xDC]);
        jpeg
    };
    for (item, bytes, code) in [
        ("ground_proof", b"just some words".to_vec(), "not_a_picture"),
        ("ground_proof", b"<svg onload=alert(1)>".to_vec(), "unsupported_kind"),
        ("ground_proof", Vec::new(), "empty"),
        ("ground_proof", half, "truncated"),
        ("ground_proof", giant(progressive_jpeg(1000, 800), 0xC2), "too_many_pixels"),
        // Far too few bytes for so many pixels.
        ("ground_proof", giant(good, 0xC0), "truncated"),
        ("ground_proof", jpeg(500, 400, 90), "too_small"),
        ("face_photo", jpeg(300, 300, 90), "too_small"),
    ] {
        let problem = browser.picture(&sha256(&bytes), item, &bytes).await.refused(422, "picture_refused");
        assert_eq!(problem["picture"], code);
    }
}

#[tokio::test]
async fn a_paper_may_be_a_pdf_which_is_kept_as_it_is_and_reaches_the_desk_as_one() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let bytes = pdf(3, &lopdf::Dictionary::new());
    let (id, size) = (sha256(&bytes), bytes.len());
    browser.part(&id, "ground_proof", 0, &bytes[..size / 2], size).await.expect(202);
    let stored = browser.part(&id, "ground_proof", size / 2, &bytes[size / 2..], size).await.expect(200);
    assert_eq!(stored, json!({"id": id, "width": 0, "height": 0, "bytes": size}));
    let read = browser.get(&format!("/api/pictures/{id}")).await;
    assert_eq!((read.status, read.header("content-type")), (200, "application/pdf"));
    assert_eq!(read.header("content-disposition"), "attachment");
    assert_eq!(read.bytes, bytes);
    browser.get(&format!("/api/pictures/{id}?size=thumbnail")).await.refused(404, "not_found");

    let mut draft = drafts::complete();
    draft["pictures"]["ground_proof"] = json!([{"id": id, "width": 0, "height": 0, "bytes": size, "kind": "pdf"}]);
    let number = world.submitted(&mut browser, &draft).await;
    until("the last page", || (world.outside.kept().case_pictures.len() == 4).then_some(())).await;
    let kept = world.outside.kept();
    let pages =
        kept.cases[&number]["items"].as_array().unwrap().iter().flat_map(|it| it["pictures"].as_array().unwrap());
    let pdfs: Vec<_> = pages.filter(|page| page["media_type"] == "application/pdf").collect();
    assert_eq!(pdfs.len(), 1);
    let page = pdfs[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(kept.case_pictures[&(number, page)], bytes);
}

#[tokio::test]
async fn a_pdf_in_the_place_of_a_picture_or_with_more_in_it_than_a_paper_is_refused_by_name() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    let script = lopdf::dictionary! {"OpenAction" => lopdf::dictionary! {"S" => "JavaScript"}};
    let plain = pdf(1, &lopdf::Dictionary::new());
    for (item, bytes, code) in [
        ("identity_card_front", plain.clone(), "unsupported_kind"),
        ("face_photo", plain.clone(), "unsupported_kind"),
        ("ground_proof", pdf(1, &script), "pdf_active"),
        ("ground_proof", pdf(31, &lopdf::Dictionary::new()), "pdf_too_many_pages"),
        ("ground_proof", b"%PDF-1.7 and nothing behind it".to_vec(), "pdf_damaged"),
    ] {
        let problem = browser.picture(&sha256(&bytes), item, &bytes).await.refused(422, "picture_refused");
        assert_eq!(problem["picture"], code);
    }
    // One that was taken for a paper is none of a card.
    let id = sha256(&plain);
    browser.picture(&id, "ground_proof", &plain).await.expect(200);
    let mut draft = drafts::complete();
    draft["pictures"]["identity_card_front"] =
        json!([{"id": id, "width": 0, "height": 0, "bytes": plain.len(), "kind": "pdf"}]);
    browser.submit("a-key-of-its-own-1", &draft).await.refused(422, "pictures_not_uploaded");
}

#[tokio::test]
async fn a_picture_under_a_wrong_name_slot_or_type_is_refused() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let picture = prepared(1000, 800, 90);
    browser.picture(&sha256(b"another"), "ground_proof", &picture.jpeg).await.refused(400, "malformed_body");
    browser.picture(&picture.id.to_uppercase(), "ground_proof", &picture.jpeg).await.refused(400, "malformed_body");
    browser.picture(&picture.id, "holiday", &picture.jpeg).await.refused(400, "malformed_body");
    let path = format!("/api/pictures/{}?item=ground_proof", picture.id);
    let png = browser.request(reqwest::Method::PUT, &path).header("content-type", "image/png").body(picture.jpeg);
    browser.send(png).await.refused(415, "unsupported_media_type");
}

#[tokio::test]
async fn a_body_larger_than_a_picture_may_be_is_refused_before_it_is_read() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    let large = vec![0; wire::picture::MAX_PICTURE_BYTES + 1];
    browser.picture(&sha256(&large), "ground_proof", &large).await.refused(413, "too_large");
}

#[tokio::test]
async fn what_was_handed_in_can_be_handed_in_again_by_its_owner() {
    let world = World::start().await;
    let mut browser = world.prepared(&LIN).await;
    assert_eq!(browser.get("/api/pictures").await.expect(200), json!([]), "nothing was handed in yet");
    let number = world.submitted(&mut browser, &drafts::complete()).await;
    let earlier = browser.get("/api/pictures").await.expect(200);
    let items: Vec<_> = earlier.as_array().unwrap().iter().map(|it| it["item"].as_str().unwrap()).collect();
    assert_eq!(items.len(), drafts::ITEMS.len());
    assert!(drafts::ITEMS.iter().all(|item| items.contains(item)), "{items:?}");
    assert!(earlier.as_array().unwrap().iter().all(|it| it["given_on"] == "2026-07-15"), "{earlier}");
    assert_eq!(world.signed_in(&ZHAO).await.get("/api/pictures").await.expect(200), json!([]));

    // Taken back and handed in again with the same pictures, none of which is sent anew.
    browser.post(&format!("/api/applications/{number}/withdrawal")).await.expect(200);
    let again = world.submitted(&mut browser, &drafts::complete()).await;
    assert_ne!(again, number);
}

#[tokio::test]
async fn an_application_needs_its_pictures_uploaded_and_keeps_them() {
    let world = World::start().await;
    let mut browser = world.signed_in(&LIN).await;
    browser.put("/api/consents/records", &json!({"text_version": 3})).await.expect(200);
    let problem = browser.submit("key-for-the-first-try", &drafts::complete()).await;
    let problem = problem.refused(422, "pictures_not_uploaded");
    let all: Vec<String> = drafts::ITEMS.iter().map(|item| format!("item.{item}")).collect();
    assert_eq!(problem["subjects"], json!(all));

    drafts::upload_all(&mut browser).await;
    // A face for a document is another picture to us, since it is prepared otherwise.
    let mut swapped = drafts::complete();
    swapped["pictures"]["ground_proof"] = json!([page(drafts::picture("face_photo"))]);
    let problem = browser.submit("key-for-the-second-try", &swapped).await.refused(422, "pictures_not_uploaded");
    assert_eq!(problem["subjects"], json!(["item.ground_proof"]));

    world.submitted(&mut browser, &drafts::complete()).await;
    let path = format!("/api/pictures/{}", drafts::picture("ground_proof").id);
    browser.delete(&path).await.expect(204);
    browser.get(&path).await.expect(200);
}
