//! A page of a document that is handed in.

use serde::{Deserialize, Serialize};

/// What kind of file a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FileKind {
    /// A picture, turned into a JPEG.
    #[default]
    Jpeg,
    /// A PDF, as it was chosen.
    Pdf,
}

impl FileKind {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Pdf => "application/pdf",
        }
    }

    /// Drafts from before there were others say nothing of it.
    fn is_jpeg(&self) -> bool {
        *self == Self::Jpeg
    }
}

/// A picture that belongs to a draft, or a PDF in its place. Its bytes live in the phone's storage and, once uploaded, in the server's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Picture {
    /// SHA-256 of the prepared bytes, lower-case hex, 64 characters: the same picture is never sent twice.
    pub id: String,
    /// Width in pixels; 0 for a PDF.
    pub width: u32,
    /// Height in pixels; 0 for a PDF.
    pub height: u32,
    /// Size of the prepared file in bytes.
    pub bytes: u32,
    /// What kind of file it is.
    #[serde(default, skip_serializing_if = "FileKind::is_jpeg")]
    pub kind: FileKind,
}

impl Picture {
    /// A picture of that size in pixels and bytes.
    pub const fn jpeg(id: String, (width, height): (u32, u32), bytes: u32) -> Self {
        Self { id, width, height, bytes, kind: FileKind::Jpeg }
    }

    /// A PDF of that size in bytes.
    pub const fn pdf(id: String, bytes: u32) -> Self {
        Self { id, width: 0, height: 0, bytes, kind: FileKind::Pdf }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_from_before_there_were_pdfs_is_a_picture_and_is_written_as_before() {
        let text = r#"{"id":"aa","width":358,"height":441,"bytes":20000}"#;
        let page: Picture = serde_json::from_str(text).unwrap();
        assert_eq!(page, Picture::jpeg("aa".into(), (358, 441), 20_000));
        assert_eq!(serde_json::to_string(&page).unwrap(), text);
    }
}
