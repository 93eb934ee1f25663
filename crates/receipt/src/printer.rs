//! From a receipt to the bytes of its file.

use std::path::Path;

use typst::{comemo, diag::SourceDiagnostic, foundations::Bytes, text::Font};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{
    Receipt,
    content::content,
    world::{ReceiptWorld, Shared},
};

/// What the font for mainland Chinese is called in a collection that has one for each region.
const SIMPLIFIED_CHINESE: &str = " SC";
/// Stands for a character of a name that the font does not have.
const MISSING: char = '□';

/// Why there is no printer.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// The file can't be read.
    #[error("font of the receipts: {0}")]
    Read(#[from] std::io::Error),
    /// The file holds no font.
    #[error("font of the receipts: the file holds no font")]
    NoFont,
}

/// Why a receipt was not made. Repeats nothing that stands on it.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// What it says can't be written as JSON.
    #[error("the data of a receipt: {0}")]
    Data(#[from] serde_json::Error),
    /// The template, or the standards that the file is to meet.
    #[error("the file of a receipt: {0}")]
    File(String),
}

impl PrintError {
    /// Of a list of errors the first tells what the others follow from. Its words are typst's, about the template.
    fn first(errors: impl IntoIterator<Item = SourceDiagnostic>) -> Self {
        let first = errors.into_iter().next();
        Self::File(first.map_or_else(|| "for no reason given".to_owned(), |error| error.message.to_string()))
    }
}

/// Makes receipts. It keeps the font in memory, about 20 MB for a collection of all of Chinese, so one serves a process;
/// it can be used by many threads at once.
pub struct Printer {
    shared: Shared,
    standards: PdfStandards,
}

impl Printer {
    /// Reads the font from a file: of a collection the one for mainland Chinese, or else the first.
    ///
    /// # Errors
    /// [`FontError`].
    pub fn open(font: &Path) -> Result<Self, FontError> {
        let file = Bytes::new(std::fs::read(font)?);
        let simplified = |font: &Font| font.info().family.ends_with(SIMPLIFIED_CHINESE);
        let font = Font::iter(file.clone()).find(simplified).or_else(|| Font::new(file, 0)).ok_or(FontError::NoFont)?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).unwrap_or_default();
        Ok(Self { shared: Shared::new(font), standards })
    }

    /// The receipt as a PDF. The same receipt gives the same bytes. Takes a core for a quarter of a second
    /// where nothing is optimised.
    ///
    /// # Errors
    /// [`PrintError`], which a receipt of any content does not bring about: it means that the template is broken.
    pub fn print(&self, receipt: &Receipt) -> Result<Vec<u8>, PrintError> {
        // A character that is missing would be an error of the file: a reader could not tell what it is.
        let has = |character| if self.shared.has(character) { character } else { MISSING };
        let mut receipt = receipt.clone();
        receipt.applicant_masked = receipt.applicant_masked.chars().map(has).collect();
        let json = serde_json::to_vec(&content(&receipt, self.shared.family()))?;
        let world = ReceiptWorld::new(&self.shared, json);
        let printed = self.print_in(&world);
        // typst remembers what it has computed, names included, which nobody is going to ask for again.
        comemo::evict(0);
        printed
    }

    fn print_in(&self, world: &ReceiptWorld<'_>) -> Result<Vec<u8>, PrintError> {
        let document: PagedDocument = typst::compile(world).output.map_err(PrintError::first)?;
        let options = PdfOptions { standards: self.standards.clone(), ..PdfOptions::default() };
        typst_pdf::pdf(&document, &options).map_err(PrintError::first)
    }
}
