//! The file as readers of PDFs take it: its text, its tags, its size.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test can't do without fails it")]

use std::{path::Path, sync::LazyLock};

use jiff::civil::date;
use lopdf::Document;
use receipt::{FontError, Printer, Receipt};
use rules::{
    RuleSet,
    service::{DeliveryMethod, Service},
    verification_code::VerificationCode,
};

const FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
/// More than a receipt weighs, in bytes: the longest has 47 KB, of a font of 19 MB.
const AT_MOST: usize = 60_000;

static PRINTER: LazyLock<Printer> =
    LazyLock::new(|| Printer::open(Path::new(FONT)).expect("Debian's fonts-noto-cjk: `cargo xtask setup` installs it"));

fn receipt() -> Receipt {
    Receipt {
        number: "CDJZ-510107-20260715-000001-8".to_owned(),
        code: VerificationCode::new(0x2_3456_789A_BCDE),
        service: Service::Exchange,
        applicant_masked: "林**".to_owned(),
        station: "成都市公安局高新区分局桂溪派出所".to_owned(),
        submitted_at: date(2026, 7, 15).at(9, 5, 0, 0),
        rules: RuleSet::current(),
        delivery: Some(DeliveryMethod::Post),
        verify_at: "https://juzhuzheng.example/verify".to_owned(),
        demonstration: true,
    }
}

fn print(receipt: &Receipt) -> Vec<u8> {
    PRINTER.print(receipt).unwrap()
}

fn read(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

/// What it says, without the gaps between its words.
fn text(pdf: &[u8]) -> String {
    read(pdf).extract_text(&[1]).unwrap().chars().filter(|c| !c.is_whitespace()).collect()
}

/// The roles of its structure, as a screen reader walks through it.
fn roles(document: &Document) -> Vec<String> {
    let roles = document.objects.values().filter_map(|object| object.as_dict().ok());
    let of_structure =
        roles.filter(|dictionary| dictionary.has_type(b"StructElem") || dictionary.has(b"S") && dictionary.has(b"P"));
    of_structure
        .filter_map(|dictionary| dictionary.get(b"S").ok()?.as_name().ok())
        .map(|role| String::from_utf8_lossy(role).into_owned())
        .collect()
}

#[test]
fn it_says_what_the_page_says_in_both_languages() {
    let receipt = receipt();
    let text = text(&print(&receipt));
    let code = receipt.code.to_string();
    for words in [
        "提交回执",
        "Receiptofsubmission",
        receipt.number.as_str(),
        code.as_str(),
        "居住证换领",
        "林**",
        "成都市公安局高新区分局桂溪派出所",
        "2026年7月15日（星期三）09:05",
        "2026年7月22日（星期三）",
        "Wednesday22July2026",
        "邮政寄递（到付）",
        "邮政送达新证时收回旧证",
        "工本费20元，付给公安机关",
        "https://juzhuzheng.example/verify",
        "演示系统",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn it_shows_no_more_of_the_applicant_than_the_masked_name_and_reads_no_name_as_markup() {
    let markup = "#*=<";
    let pdf = print(&Receipt { applicant_masked: format!("{markup}**"), ..receipt() });
    assert!(text(&pdf).contains("#*=<**"), "{}", text(&pdf));
}

#[test]
fn a_character_that_the_font_lacks_is_shown_as_missing_and_stops_nothing() {
    let pdf = print(&Receipt { applicant_masked: "\u{10ABCD}*".to_owned(), ..receipt() });
    assert!(text(&pdf).contains("□*"), "{}", text(&pdf));
}

#[test]
fn every_service_and_way_of_delivery_fits_on_one_page_and_is_small() {
    let methods = [None, Some(DeliveryMethod::PickUp), Some(DeliveryMethod::Post)];
    for (service, delivery) in Service::ALL.iter().flat_map(|service| methods.map(|method| (*service, method))) {
        let pdf = print(&Receipt { service, delivery, ..receipt() });
        assert!(pdf.len() <= AT_MOST, "{service}: {} bytes", pdf.len());
        assert_eq!(read(&pdf).get_pages().len(), 1, "{service} {delivery:?}");
    }
}

#[test]
fn it_is_tagged_and_has_a_title_and_a_language_for_screen_readers() {
    let pdf = print(&receipt());
    let document = read(&pdf);
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"zh-CN");
    assert!(catalog.has(b"StructTreeRoot"));
    let roles = roles(&document);
    for role in ["Table", "TH", "TD", "H1", "Link"] {
        assert!(roles.iter().any(|known| known == role), "{role} is not in {roles:?}");
    }
    let metadata = String::from_utf8_lossy(&pdf).into_owned();
    for declared in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "提交回执 Receipt of submission"] {
        assert!(metadata.contains(declared), "{declared} is not in the metadata");
    }
}

#[test]
fn outside_the_demonstration_nothing_is_said_of_one() {
    let pdf = print(&Receipt { demonstration: false, ..receipt() });
    assert!(!text(&pdf).contains("演示"));
}

#[test]
fn the_same_receipt_is_the_same_file() {
    assert_eq!(print(&receipt()), print(&receipt()));
}

#[test]
fn without_a_font_there_is_no_printer() {
    assert!(matches!(Printer::open(Path::new("/nowhere/font.ttc")), Err(FontError::Read(_))));
    assert!(matches!(Printer::open(Path::new("Cargo.toml")), Err(FontError::NoFont)));
}
