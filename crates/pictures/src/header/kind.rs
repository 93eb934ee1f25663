//! What a file is by its first bytes. Names and MIME types are guesses of the sender and are not looked at.

use serde::{Deserialize, Serialize};

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Taken everywhere.
    Jpeg,
    /// Taken everywhere.
    Png,
    /// Not taken as a picture; documents may be PDF, which the server checks by itself.
    Pdf,
    /// Taken on devices whose browser decodes it, as Safari does: iPhones make it when set to "High Efficiency".
    Heic,
    /// Taken on devices whose browser decodes it.
    Avif,
    /// Taken on devices whose browser decodes it, which nearly all do.
    Webp,
    /// Taken on devices, whose browsers all decode it: the first picture of it.
    Gif,
    /// Taken on devices, whose browsers all decode it.
    Bmp,
    /// Taken on devices whose browser decodes it, as Safari does.
    Tiff,
    /// Not taken: it is a program as much as a picture.
    Svg,
}

impl Kind {
    /// Whether it is left to the browser to decode this kind, if it can.
    #[must_use]
    pub const fn is_left_to_browsers(self) -> bool {
        match self {
            Self::Heic | Self::Avif | Self::Webp | Self::Gif | Self::Bmp | Self::Tiff => true,
            Self::Jpeg | Self::Png | Self::Pdf | Self::Svg => false,
        }
    }

    /// The kind, if the bytes begin like any that is known. The first 512 bytes are enough.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let fixed = [
            (b"\xff\xd8\xff".as_slice(), Self::Jpeg),
            (b"\x89PNG\r\n\x1a\n", Self::Png),
            (b"%PDF-", Self::Pdf),
            (b"GIF87a", Self::Gif),
            (b"GIF89a", Self::Gif),
            (b"II*\0", Self::Tiff),
            (b"MM\0*", Self::Tiff),
        ];
        if let Some((_, kind)) = fixed.into_iter().find(|(magic, _)| bytes.starts_with(magic)) {
            return Some(kind);
        }
        match (bytes.get(..4)?, bytes.get(4..8), bytes.get(8..12)) {
            (b"RIFF", _, Some(b"WEBP")) => Some(Self::Webp),
            (_, Some(b"ftyp"), Some(brand)) => of_brand(brand),
            // Two letters are too little to go by; a bitmap's reserved bytes 6 to 9 are zero.
            (&[b'B', b'M', ..], _, _) if bytes.get(6..10) == Some(&[0; 4]) => Some(Self::Bmp),
            _ => looks_like_svg(bytes).then_some(Self::Svg),
        }
    }
}

/// The kind by the major brand of an ISO base media file (ISO/IEC 23008-12, 10.2).
fn of_brand(brand: &[u8]) -> Option<Kind> {
    match brand {
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => Some(Kind::Heic),
        b"avif" | b"avis" => Some(Kind::Avif),
        _ => None,
    }
}

fn looks_like_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    start.starts_with(b"<") && start.windows(4).any(|window| window.eq_ignore_ascii_case(b"<svg"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_first_bytes() {
        let cases: [(&[u8], Option<Kind>); 16] = [
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", Some(Kind::Png)),
            (b"%PDF-1.7\n", Some(Kind::Pdf)),
            (b"\0\0\0\x18ftypheic\0\0\0\0", Some(Kind::Heic)),
            (b"\0\0\0\x18ftypmif1\0\0\0\0", Some(Kind::Heic)),
            (b"\0\0\0\x1cftypavif\0\0\0\0", Some(Kind::Avif)),
            (b"\0\0\0\x18ftypmp42\0\0\0\0", None),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(Kind::Webp)),
            (b"RIFF\x24\0\0\0WAVEfmt ", None),
            (b"GIF89a\x01\0", Some(Kind::Gif)),
            (b"BM\x36\0\x0c\0\0\0\0\0\x36\0", Some(Kind::Bmp)),
            (b"BM is how this letter begins", None),
            (b"II*\0\x08\0\0\0", Some(Kind::Tiff)),
            (b"\xef\xbb\xbf <?xml version='1.0'?><SVG xmlns=", Some(Kind::Svg)),
            (b"<!doctype html><p>hello", None),
            (b"hello, I am a text named photo.jpg", None),
        ];
        for (bytes, kind) in cases {
            assert_eq!(Kind::of(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(Kind::of(b"\xff\xd8"), None);
    }
}
