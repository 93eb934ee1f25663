//! What a picture's components are: brightness and colours, or something that is brought to them once it is small.

use super::super::colour::{pixel_of, samples_of};
use super::frame::Frame;
use super::plane::Plane;
use crate::header::jpeg::Layout;
use crate::header::jpeg::marker;

/// What a picture's components are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Brightness alone, or with two colours (ITU-T T.871).
    Jfif,
    /// Red, green and blue.
    Rgb,
    /// Four inks; as Adobe's programs store them, the more the brighter, since nobody stores them otherwise.
    Inks,
    /// Brightness and colours of the first three inks, not turned round, and the fourth as above.
    InksAsColours,
}

impl Scheme {
    /// What libjpeg takes them for: JFIF's segment decides, or Adobe's, or their names.
    pub(super) fn of(frame: &Frame, file: &[u8], layout: &Layout) -> Self {
        let (mut is_jfif, mut adobe) = (false, None);
        for segment in layout.segments() {
            match segment.marker {
                marker::APP0 => is_jfif = true,
                // After the name, a version and two flags.
                marker::APP14 => adobe = segment.body(file).get(11).copied().or(adobe),
                _ => {}
            }
        }
        let are_named_rgb = || frame.components.iter().map(|component| component.id).eq(*b"RGB");
        match (frame.components.len(), adobe) {
            (3, Some(0)) if !is_jfif => Self::Rgb,
            (3, None) if !is_jfif && are_named_rgb() => Self::Rgb,
            (4, None | Some(0)) => Self::Inks,
            (4, Some(_)) => Self::InksAsColours,
            _ => Self::Jfif,
        }
    }

    /// Brings planes of equal size to brightness and colours.
    pub(super) fn to_jfif(self, mut planes: Vec<Plane>) -> Vec<Plane> {
        let mut inks = planes.split_off(planes.len().min(3)).into_iter();
        if let (true, [a, b, c]) = (self != Self::Jfif, planes.as_mut_slice()) {
            let black = inks.next().map(|plane| plane.samples);
            let colours = a.samples.iter_mut().zip(&mut b.samples).zip(&mut c.samples);
            for (nth, ((a, b), c)) in colours.enumerate() {
                let inverted = black.as_ref().and_then(|black| black.get(nth)).copied().unwrap_or(255);
                let light = |ink: u8| ((u16::from(ink) * u16::from(inverted) + 127) / 255) as u8;
                let rgb = match self {
                    Self::InksAsColours => pixel_of(*a, *b, *c).map(|ink| light(255 - ink)),
                    _ => [*a, *b, *c].map(light),
                };
                [*a, *b, *c] = samples_of(rgb);
            }
        }
        planes
    }
}
