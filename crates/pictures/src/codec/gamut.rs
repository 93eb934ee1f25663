//! Colours of a wide gamut as those of sRGB: telephones photograph in Display P3, whose numbers, taken for those of sRGB, make
//! skin pale.

use super::PIECE;
use super::jpeg::Planes;

/// From XYZ at D50, which is what profiles speak, to sRGB in light (IEC 61966-2-1, brought to D50 by Bradford's matrix).
const OF_XYZ: [[f64; 3]; 3] = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

/// Red, green and blue of Cb and Cr without brightness (ITU-T T.871, 7).
const OF_COLOURS: [[f64; 3]; 2] = [[0.0, -0.344_136, 1.772], [1.402, -0.714_136, 0.0]];

/// A profile whose colours are within this of those of sRGB is one of sRGB, written with fewer digits.
const NEARLY: f64 = 0.02;
/// No camera's gamut needs colours that are so much stronger.
const MOST: f64 = 2.0;

/// What 1 is in the factors.
const ONE: f64 = 4096.0;
const SHIFT: u32 = 12;

/// What becomes of Cb and Cr, each from both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Gamut([[i32; 2]; 2]);

impl Gamut {
    /// By the primaries in a profile (ICC.1:2022, 9.2); `None` where that is sRGB, or says nothing of the kind.
    ///
    /// Profiles speak of light, and a picture has numbers on a curve. Near grey, changes of both go through the same matrix,
    /// since all gamuts of photographs have nearly the curve of sRGB: skin of Display P3, which is off by up to eight levels
    /// without this, comes within two of where it belongs, and strong colours a part of the way. What brightness changes by
    /// is one level for skin, and left.
    pub(super) fn of_profile(profile: &[u8]) -> Option<Self> {
        if profile.get(16..20)? != b"RGB " {
            return None;
        }
        let [red, green, blue] = [xyz(profile, *b"rXYZ")?, xyz(profile, *b"gXYZ")?, xyz(profile, *b"bXYZ")?];
        let colours = OF_COLOURS.map(|[r, g, b]| {
            let light = [0, 1, 2].map(|at| red[at] * r + green[at] * g + blue[at] * b);
            let [r, g, b] = OF_XYZ.map(|row| row[0] * light[0] + row[1] * light[1] + row[2] * light[2]);
            let luma = 0.299 * r + 0.587 * g + 0.114 * b;
            [(b - luma) / 1.772, (r - luma) / 1.402]
        });
        let [[cb_of_cb, cr_of_cb], [cb_of_cr, cr_of_cr]] = colours;
        let off = [cb_of_cb - 1.0, cr_of_cb, cb_of_cr, cr_of_cr - 1.0].map(f64::abs).into_iter().fold(0.0, f64::max);
        // What is no number is neither.
        (off > NEARLY && off < MOST)
            .then(|| Self([[cb_of_cb, cb_of_cr], [cr_of_cb, cr_of_cr]].map(|of| of.map(|part| (part * ONE) as i32))))
    }

    /// Makes the colours of a picture those of sRGB, where there are as many samples of both.
    pub(super) fn bring_to_srgb(self, planes: &mut Planes) {
        if let [_, cb, cr] = planes.as_mut_slice()
            && cb.samples.len() == cr.samples.len()
        {
            let pieces = cb.samples.chunks_mut(PIECE).zip(cr.samples.chunks_mut(PIECE));
            pieces.for_each(|(cb, cr)| self.bring(cb, cr));
        }
    }

    /// A call for each, see [`PIECE`].
    #[inline(never)]
    fn bring(self, cb: &mut [u8], cr: &mut [u8]) {
        let Self([of_cb, of_cr]) = self;
        for (cb, cr) in cb.iter_mut().zip(cr) {
            let (b, r) = (i32::from(*cb) - 128, i32::from(*cr) - 128);
            let sample = |[of_b, of_r]: [i32; 2]| {
                (((of_b * b + of_r * r + (1 << (SHIFT - 1))) >> SHIFT) + 128).clamp(0, 255) as u8
            };
            (*cb, *cr) = (sample(of_cb), sample(of_cr));
        }
    }
}

/// A tag of three numbers (10.31), each in 65,536ths.
fn xyz(profile: &[u8], name: [u8; 4]) -> Option<[f64; 3]> {
    const HEADER: usize = 128;
    let word = |at: usize| profile.get(at..)?.first_chunk().copied();
    let count = u32::from_be_bytes(word(HEADER)?);
    // More than a hundred tags has none.
    let mut tags = (0..count.min(128) as usize).map(|nth| HEADER + 4 + 12 * nth);
    let tag = tags.find(|&tag| word(tag) == Some(name))?;
    let at = u32::from_be_bytes(word(tag + 4)?) as usize;
    let number = |nth: usize| Some(f64::from(i32::from_be_bytes(word(at.checked_add(8 + 4 * nth)?)?)) / 65_536.0);
    (word(at)? == *b"XYZ ").then_some(())?;
    Some([number(0)?, number(1)?, number(2)?])
}

#[cfg(test)]
mod tests {
    use super::super::jpeg::Plane;
    use super::*;

    const SRGB: [[f64; 3]; 3] =
        [[0.436_07, 0.222_49, 0.013_92], [0.385_15, 0.716_87, 0.097_08], [0.143_07, 0.060_61, 0.714_10]];
    const DISPLAY_P3: [[f64; 3]; 3] =
        [[0.515_12, 0.241_20, -0.001_05], [0.291_98, 0.692_25, 0.041_89], [0.157_10, 0.066_57, 0.784_07]];

    /// A profile with these primaries and nothing else.
    fn profile(primaries: [[f64; 3]; 3]) -> Vec<u8> {
        let mut bytes = vec![0; 128];
        bytes[16..20].copy_from_slice(b"RGB ");
        bytes.extend(3_u32.to_be_bytes());
        for (name, at) in [b"rXYZ", b"gXYZ", b"bXYZ"].into_iter().zip([168_u32, 188, 208]) {
            bytes.extend_from_slice(name);
            bytes.extend([at, 20].map(u32::to_be_bytes).concat());
        }
        for numbers in primaries {
            bytes.extend_from_slice(b"XYZ \0\0\0\0");
            bytes.extend(numbers.map(|number| ((number * 65_536.0).round() as i32).to_be_bytes()).concat());
        }
        bytes
    }

    #[test]
    fn a_profile_of_srgb_changes_nothing_and_neither_does_what_is_none() {
        assert_eq!(Gamut::of_profile(&profile(SRGB)), None);
        assert_eq!(Gamut::of_profile(&profile([[40.0; 3], [1.0; 3], [-70.0; 3]])), None);
        let whole = profile(DISPLAY_P3);
        assert!(Gamut::of_profile(&whole).is_some());
        for end in 0..whole.len() {
            assert_eq!(Gamut::of_profile(&whole[..end]), None, "cut at {end}");
        }
        let mut of_inks = whole;
        of_inks[16..20].copy_from_slice(b"CMYK");
        assert_eq!(Gamut::of_profile(&of_inks), None);
    }

    #[test]
    fn grey_stays_grey_and_weak_colours_become_stronger() {
        let plane = |sample: u8| Plane { samples: vec![sample; 3], width: 3, height: 1, scale: (1.0, 1.0) };
        let brought = |cb, cr| {
            let mut planes = vec![plane(90), plane(cb), plane(cr)];
            Gamut::of_profile(&profile(DISPLAY_P3)).unwrap().bring_to_srgb(&mut planes);
            [0, 1, 2].map(|at| planes[at].samples[2])
        };
        assert_eq!(brought(128, 128), [90, 128, 128]);
        // Skin: 205, 165, 140 is 213, 163, 136 in sRGB.
        assert_eq!(brought(109, 150), [90, 106, 155]);
        assert_eq!(brought(0, 255), [90, 0, 255]);
        let mut grey = vec![plane(90)];
        Gamut::of_profile(&profile(DISPLAY_P3)).unwrap().bring_to_srgb(&mut grey);
        assert_eq!(grey[0].samples, [90; 3]);
    }

    #[test]
    fn skin_of_a_telephone_with_a_wide_gamut_is_as_a_browser_would_show_it() {
        // Numbers in Display P3, and what they are in sRGB.
        for (wide, expected) in [([205, 165, 140], [213, 163, 136]), ([120, 80, 60], [127, 78, 56])] {
            let mut file = Vec::new();
            let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
            encoder.add_icc_profile(&profile(DISPLAY_P3)).unwrap();
            encoder.encode(&wide.repeat(900 * 1200), 900, 1200, jpeg_encoder::ColorType::Rgb).unwrap();
            let reduced = crate::reduce(&file, crate::Purpose::Document, &crate::Limits::DEVICE).unwrap();
            let seen = reduced.row(400)[400];
            let off = seen.iter().zip(expected).map(|(&seen, expected)| seen.abs_diff(expected)).max();
            assert!(off <= Some(3), "{seen:?} is not {expected:?}");
        }
    }
}
