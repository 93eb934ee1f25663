//! The one thing that is read from EXIF: how the camera was held. The rest, places included, is never looked at.

/// How stored pixels must be turned to be upright (EXIF tag 0x0112).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// 1: as it is.
    #[default]
    Upright,
    /// 2: left and right exchanged.
    FlipHorizontal,
    /// 3: by half a turn.
    Rotate180,
    /// 4: top and bottom exchanged.
    FlipVertical,
    /// 5: rows and columns exchanged.
    Transpose,
    /// 6: by a quarter turn clockwise.
    Rotate90,
    /// 7: rows and columns exchanged along the other diagonal.
    Transverse,
    /// 8: by a quarter turn counter-clockwise.
    Rotate270,
}

impl Orientation {
    /// Whether width and height change places.
    #[must_use]
    pub const fn swaps_sides(self) -> bool {
        matches!(self, Self::Transpose | Self::Rotate90 | Self::Transverse | Self::Rotate270)
    }

    const fn from_exif(value: u16) -> Option<Self> {
        Some(match value {
            1 => Self::Upright,
            2 => Self::FlipHorizontal,
            3 => Self::Rotate180,
            4 => Self::FlipVertical,
            5 => Self::Transpose,
            6 => Self::Rotate90,
            7 => Self::Transverse,
            8 => Self::Rotate270,
            _ => return None,
        })
    }

    /// Finds the orientation in a TIFF structure, which is what EXIF is. Whatever is broken there counts as upright:
    /// the picture is then seen lying on its side, and the applicant takes it again.
    pub(super) fn from_tiff(tiff: &[u8]) -> Self {
        Self::find(tiff).unwrap_or_default()
    }

    fn find(tiff: &[u8]) -> Option<Self> {
        const ORIENTATION: u16 = 0x0112;
        const SHORT: u16 = 3;
        let little = match tiff.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        };
        let u16_at = |at: usize| {
            let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
            Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
        };
        let offset: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
        let directory =
            usize::try_from(if little { u32::from_le_bytes(offset) } else { u32::from_be_bytes(offset) }).ok()?;
        let entries = u16_at(directory)?;
        (0..usize::from(entries)).find_map(|entry| {
            let at = directory.checked_add(2)?.checked_add(entry * 12)?;
            if u16_at(at)? == ORIENTATION && u16_at(at.checked_add(2)?)? == SHORT {
                Self::from_exif(u16_at(at.checked_add(8)?)?)
            } else {
                None
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiff(little: bool, directory: u32, value: u16) -> Vec<u8> {
        let two = |v: u16| if little { v.to_le_bytes() } else { v.to_be_bytes() };
        let four = |v: u32| if little { v.to_le_bytes() } else { v.to_be_bytes() };
        let mut bytes = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        bytes.extend(four(directory));
        bytes.extend(two(2));
        // Image width first, as cameras write it: the orientation is not the first entry.
        bytes.extend([two(0x0100), two(3)].concat());
        bytes.extend(four(1));
        bytes.extend([two(4000), two(0)].concat());
        bytes.extend([two(0x0112), two(3)].concat());
        bytes.extend(four(1));
        bytes.extend([two(value), two(0)].concat());
        bytes
    }

    #[test]
    fn the_orientation_is_read_in_either_byte_order() {
        assert_eq!(Orientation::from_tiff(&tiff(true, 8, 6)), Orientation::Rotate90);
        assert_eq!(Orientation::from_tiff(&tiff(false, 8, 5)), Orientation::Transpose);
    }

    #[test]
    fn broken_exif_counts_as_upright() {
        assert_eq!(Orientation::from_tiff(&tiff(true, 8, 9)), Orientation::Upright);
        assert_eq!(Orientation::from_tiff(&tiff(true, u32::MAX, 6)), Orientation::Upright);
        let whole = tiff(false, 8, 6);
        for end in 0..whole.len() - 4 {
            assert_eq!(Orientation::from_tiff(&whole[..end]), Orientation::Upright, "cut at {end}");
        }
    }
}
