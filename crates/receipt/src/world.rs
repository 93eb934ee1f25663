//! What typst may see of the world: the template, the data and one font. No package, no file, no clock.

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source},
    text::{Font, FontBook},
    utils::LazyHash,
};

const TEMPLATE: &str = include_str!("receipt.typ");
/// The name under which the template reads the data.
const DATA: &str = "receipt.json";

/// What is the same for every receipt.
pub(crate) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    font: Font,
    template: Source,
}

impl Shared {
    pub(crate) fn new(font: Font) -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts([&font])),
            font,
            template: Source::detached(TEMPLATE),
        }
    }

    /// The name by which the template asks for the font.
    pub(crate) fn family(&self) -> &str {
        &self.font.info().family
    }

    /// Whether the font has that character.
    pub(crate) fn has(&self, character: char) -> bool {
        self.font.info().coverage.contains(character.into())
    }
}

/// What one receipt is made from.
pub(crate) struct ReceiptWorld<'a> {
    shared: &'a Shared,
    data: Bytes,
}

impl<'a> ReceiptWorld<'a> {
    /// The data as JSON, which the template reads.
    pub(crate) fn new(shared: &'a Shared, json: Vec<u8>) -> Self {
        Self { shared, data: Bytes::new(json) }
    }
}

impl World for ReceiptWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.shared.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.get().vpath().file_name();
        if name == Some(DATA) { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        (index == 0).then(|| self.shared.font.clone())
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
