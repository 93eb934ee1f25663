//! A form that passes, and its pictures.

use std::{collections::BTreeMap, sync::OnceLock};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    browser::Browser,
    people::{ADDRESS, EMPLOYER, HOUSEHOLD},
};

/// The slots of a first issue by employment with a filed lease, which the records show.
pub const ITEMS: [&str; 4] = ["identity_card_front", "identity_card_back", "face_photo", "ground_proof"];

/// A picture as the app has prepared it.
pub struct Prepared {
    pub id: String,
    pub jpeg: Vec<u8>,
    pub width: u16,
    pub height: u16,
}

/// A JPEG of that size; another `shade` makes another picture.
pub fn jpeg(width: u16, height: u16, shade: u8) -> Vec<u8> {
    encode(width, height, shade, false)
}

pub fn progressive_jpeg(width: u16, height: u16) -> Vec<u8> {
    encode(width, height, 90, true)
}

fn encode(width: u16, height: u16, shade: u8, progressive: bool) -> Vec<u8> {
    let pixel = |at: usize| {
        let (x, y) = (at % usize::from(width), at / usize::from(width));
        // Stripes, so that there is something to see.
        [shade, if x / 16 % 2 == 0 { 40 } else { 220 }, if y / 24 % 2 == 0 { 60 } else { 200 }]
    };
    let rgb: Vec<u8> = (0..usize::from(width) * usize::from(height)).flat_map(pixel).collect();
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 80);
    encoder.set_progressive(progressive);
    encoder.encode(&rgb, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    jpeg
}

/// A PDF of so many empty pages, with that in its catalog.
pub fn pdf(pages: usize, more: &lopdf::Dictionary) -> Vec<u8> {
    let mut document = lopdf::Document::with_version("1.7");
    let tree = document.new_object_id();
    let page = lopdf::dictionary! {"Type" => "Page", "Parent" => tree};
    let kids: Vec<lopdf::Object> = (0..pages).map(|_| document.add_object(page.clone()).into()).collect();
    let count = i64::try_from(pages).unwrap();
    document.objects.insert(tree, lopdf::dictionary! {"Type" => "Pages", "Kids" => kids, "Count" => count}.into());
    let mut catalog = lopdf::dictionary! {"Type" => "Catalog", "Pages" => tree};
    catalog.extend(more);
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn prepared(width: u16, height: u16, shade: u8) -> Prepared {
    let jpeg = jpeg(width, height, shade);
    Prepared { id: sha256(&jpeg), jpeg, width, height }
}

/// The picture of a slot.
pub fn picture(item: &str) -> &'static Prepared {
    static PICTURES: OnceLock<BTreeMap<&'static str, Prepared>> = OnceLock::new();
    let pictures = PICTURES.get_or_init(|| {
        let one = |(shade, item): (u8, &&'static str)| {
            let (width, height) = if *item == "face_photo" { (358, 441) } else { (1000, 800) };
            (*item, prepared(width, height, 50 + 40 * shade))
        };
        (0..).zip(&ITEMS).map(one).collect()
    });
    &pictures[item]
}

/// A picture as the draft names it.
pub fn page(picture: &Prepared) -> Value {
    json!({"id": picture.id, "width": picture.width, "height": picture.height, "bytes": picture.jpeg.len()})
}

pub async fn upload_all(browser: &mut Browser) {
    for item in ITEMS {
        let picture = picture(item);
        browser.picture(&picture.id, item, &picture.jpeg).await.expect(200);
    }
}

/// Filled in, photographed, declared; to be picked up.
pub fn complete() -> Value {
    let from = |catalog: &str| json!({"catalog": catalog, "disputed": false});
    let pictures: Value = ITEMS.iter().map(|item| ((*item).to_owned(), json!([page(picture(item))]))).collect();
    json!({
        "service": "first_issue",
        "answers": {
            "phone": "13800138000",
            "household_address": HOUSEHOLD,
            "street_code": "510107064",
            "address": ADDRESS,
            "address_kind": "filed_lease",
            "ground": "employment",
            "employment_proof": "labour_contract",
            "employer": EMPLOYER,
            "delivery": "pick_up",
            "pick_up_station": "ps-510107064",
            "declaration": "yes",
        },
        "provenance": {
            "household_address": from("household"),
            "street_code": from("registration"),
            "address": from("registration"),
            "address_kind": from("registration"),
            "employer": from("social_insurance"),
        },
        "pictures": pictures,
    })
}

/// The same, to be posted.
pub fn complete_by_post() -> Value {
    let mut draft = complete();
    let answers = draft["answers"].as_object_mut().unwrap();
    answers.remove("pick_up_station");
    for (field, answer) in [
        ("delivery", "post"),
        ("recipient_name", "林示例"),
        ("recipient_phone", "138 0013 8000"),
        ("recipient_address", "示例省示例市示例街5号"),
        ("post_consent", "yes"),
    ] {
        answers.insert(field.to_owned(), answer.into());
    }
    draft
}
