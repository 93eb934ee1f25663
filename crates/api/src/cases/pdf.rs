//! Whether a PDF can be handed in: it is kept as it is, so everything that is wrong with it must be seen now.

use lopdf::{Dictionary, Document, LoadOptions, Object};
use wire::picture::PdfError;

/// The most that one stream may unpack to while the file is read, in bytes: its tables of objects are far smaller, and a
/// small file that unpacks to gigabytes stops here.
const MOST_UNPACKED: usize = 8 * 1024 * 1024;
/// The most pages ([ours]: two of the longest leases, and few enough for an officer to read).
const MOST_PAGES: usize = 30;
/// The entry of the trailer that an encrypted file has (ISO 32000-1 §7.6.1); the trailer itself never is.
const ENCRYPTION: &[u8] = b"/Encrypt";
/// How deep objects may lie in each other.
const DEEPEST: usize = 64;

/// Whether a file calls itself a PDF.
pub(super) fn is_one(file: &[u8]) -> bool {
    file.starts_with(b"%PDF-")
}

/// Reads the file, and draws nothing of it.
pub(super) fn check(file: &[u8]) -> Result<(), PdfError> {
    match read(file) {
        // One that can't be decrypted may look broken in any way, and what is locked has other words.
        Err(PdfError::Damaged) if file.windows(ENCRYPTION.len()).any(|bytes| bytes == ENCRYPTION) => {
            Err(PdfError::Encrypted)
        }
        checked => checked,
    }
}

fn read(file: &[u8]) -> Result<(), PdfError> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(file, options).map_err(|_| PdfError::Damaged)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(PdfError::Encrypted);
    }
    if document.objects.values().any(|object| is_active(object, DEEPEST)) || holds(&document.trailer, DEEPEST) {
        return Err(PdfError::Active);
    }
    match document.page_iter().take(MOST_PAGES + 1).count() {
        0 => Err(PdfError::Damaged),
        count if count > MOST_PAGES => Err(PdfError::TooManyPages),
        _ => Ok(()),
    }
}

fn is_active(object: &Object, deepest: usize) -> bool {
    let Some(deepest) = deepest.checked_sub(1) else { return true };
    match object {
        Object::Array(items) => items.iter().any(|item| is_active(item, deepest)),
        Object::Dictionary(dictionary) => holds(dictionary, deepest),
        Object::Stream(stream) => holds(&stream.dict, deepest),
        _ => false,
    }
}

/// Whether a dictionary is, or has in it, a script, something to start, another file, or a form made of programs (ISO 32000-1
/// §12.6.4, §7.11.4, §12.7.8).
fn holds(dictionary: &Dictionary, deepest: usize) -> bool {
    dictionary.iter().any(|(key, value)| {
        let is_one = match key.as_slice() {
            b"JS" | b"JavaScript" | b"EmbeddedFiles" | b"EF" | b"XFA" | b"RichMedia" => true,
            b"S" => matches!(value.as_name(), Ok(b"JavaScript" | b"Launch" | b"ImportData")),
            _ => false,
        };
        is_one || is_active(value, deepest)
    })
}

#[cfg(test)]
mod tests {
    use lopdf::{EncryptionState, EncryptionVersion, Permissions, dictionary};

    use super::*;

    /// A file of so many empty pages, with that in its catalog.
    fn pdf(pages: usize, more: Dictionary) -> Document {
        let mut document = Document::with_version("1.7");
        let tree = document.new_object_id();
        let kids: Vec<Object> =
            (0..pages).map(|_| document.add_object(dictionary! {"Type" => "Page", "Parent" => tree}).into()).collect();
        let count = i64::try_from(pages).unwrap();
        let media = vec![0.into(), 0.into(), 595.into(), 842.into()];
        let pages = dictionary! {"Type" => "Pages", "Kids" => kids, "Count" => count, "MediaBox" => media};
        document.objects.insert(tree, pages.into());
        let mut catalog = dictionary! {"Type" => "Catalog", "Pages" => tree};
        catalog.extend(&more);
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        document
    }

    fn bytes(mut document: Document) -> Vec<u8> {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_paper_of_some_pages_is_taken_and_one_of_very_many_is_not() {
        for (pages, expected) in [
            (0, Err(PdfError::Damaged)),
            (1, Ok(())),
            (MOST_PAGES, Ok(())),
            (MOST_PAGES + 1, Err(PdfError::TooManyPages)),
        ] {
            assert_eq!(check(&bytes(pdf(pages, Dictionary::new()))), expected, "{pages} pages");
        }
    }

    #[test]
    fn one_that_holds_programs_or_other_files_is_not_taken_wherever_they_hide() {
        let script = || dictionary! {"S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)")};
        for (name, more) in [
            ("script at opening", dictionary! {"OpenAction" => script()}),
            ("script among the names", dictionary! {"Names" => dictionary! {"JavaScript" => dictionary! {}}}),
            ("start of a program", dictionary! {"OpenAction" => dictionary! {"S" => "Launch"}}),
            ("file within", dictionary! {"Names" => dictionary! {"EmbeddedFiles" => dictionary! {}}}),
            ("form of programs", dictionary! {"AcroForm" => dictionary! {"XFA" => Vec::<Object>::new()}}),
            ("in a list in a list", dictionary! {"X" => vec![Object::Array(vec![script().into()])]}),
        ] {
            assert_eq!(check(&bytes(pdf(1, more))), Err(PdfError::Active), "{name}");
        }
        let harmless =
            dictionary! {"OpenAction" => dictionary! {"S" => "GoTo"}, "Lang" => Object::string_literal("zh-CN")};
        assert_eq!(check(&bytes(pdf(1, harmless))), Ok(()));
    }

    #[test]
    fn one_with_a_password_is_not_taken_not_even_where_it_opens_without() {
        for password in ["", "secret"] {
            let mut document = pdf(1, Dictionary::new());
            let id = || Object::string_literal(vec![7; 16]);
            document.trailer.set("ID", vec![id(), id()]);
            let version = EncryptionVersion::V2 {
                document: &document,
                owner_password: "owner",
                user_password: password,
                key_length: 128,
                permissions: Permissions::all(),
            };
            let state = EncryptionState::try_from(version).unwrap();
            document.encrypt(&state).unwrap();
            assert_eq!(check(&bytes(document)), Err(PdfError::Encrypted), "{password:?}");
        }
        let mut document = pdf(1, Dictionary::new());
        document.trailer.set("Encrypt", dictionary! {"Filter" => "Standard", "V" => 99});
        assert_eq!(check(&bytes(document)), Err(PdfError::Encrypted), "in a way that is not known");
    }

    #[test]
    fn whatever_is_cut_off_or_changed_is_refused_or_read_and_breaks_nothing() {
        let whole = bytes(pdf(2, dictionary! {"Lang" => Object::string_literal("zh-CN")}));
        for tenth in 0..10 {
            // What is left of the beginning may be read by what it holds; of no page nothing can be read.
            let _ = check(&whole[..whole.len() * tenth / 10]);
        }
        assert_eq!(check(b"%PDF-1.7"), Err(PdfError::Damaged));
        assert_eq!(check(b"%PDF-1.7\n<html><script>alert(1)</script>"), Err(PdfError::Damaged));
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            let _ = check(&changed);
        }
    }

    #[test]
    fn a_small_file_that_unpacks_to_very_much_is_refused() {
        use std::io::Write;
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&vec![b' '; MOST_UNPACKED + 1]).unwrap();
        let packed = packed.finish().unwrap();
        let mut file = b"%PDF-1.7\n".to_vec();
        let at = file.len();
        let head = format!(
            "1 0 obj\n<</Type/XRef/W[1 4 1]/Size 2/Root 2 0 R/Filter/FlateDecode/Length {}>>\nstream\n",
            packed.len()
        );
        file.extend(head.as_bytes());
        file.extend(&packed);
        file.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF").as_bytes());
        assert!(file.len() < 64 * 1024);
        assert_eq!(check(&file), Err(PdfError::Damaged));
    }
}
