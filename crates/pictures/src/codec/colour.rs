//! From brightness and colours to red, green and blue (ITU-T T.871, 7).

use super::memory::zeroed;
use crate::PictureError;

/// Weights in 65,536ths.
const RED_OF_CR: i32 = 91_881;
const GREEN_OF_CB: i32 = -22_554;
const GREEN_OF_CR: i32 = -46_802;
const BLUE_OF_CB: i32 = 116_130;
const HALF: i32 = 1 << 15;

/// The sample of a colour where there is none.
pub(super) const NONE: u8 = 128;

/// Cb and Cr of four pixels together.
#[inline]
pub(super) fn colours_of(four: [[u8; 3]; 4]) -> [u8; 2] {
    // Four pixels make two bits more, and rounding is by half of all.
    const SHIFT: u32 = 18;
    let [r, g, b] = [0, 1, 2].map(|channel| four.iter().map(|pixel| i32::from(pixel[channel])).sum::<i32>());
    let sample = |weighted: i32| (((weighted + (1 << (SHIFT - 1))) >> SHIFT) + 128).clamp(0, 255) as u8;
    [sample(-11_059 * r - 21_709 * g + 32_768 * b), sample(32_768 * r - 27_439 * g - 5_329 * b)]
}

/// Y of a pixel.
#[inline]
pub(super) fn luma_of(pixel: [u8; 3]) -> u8 {
    let [r, g, b] = pixel.map(i32::from);
    ((19_595 * r + 38_470 * g + 7_471 * b + HALF) >> 16) as u8
}

/// Y, Cb and Cr of a pixel.
#[inline]
pub(super) fn samples_of(pixel: [u8; 3]) -> [u8; 3] {
    let [cb, cr] = colours_of([pixel; 4]);
    [luma_of(pixel), cb, cr]
}

/// What is transparent becomes paper.
#[inline]
pub(super) fn over_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u16::from(colour), u16::from(alpha));
    // At most 255, since the weights add up to 255.
    ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

/// Puts pixels together from Y, Cb and Cr of equal length, or from Y alone, which is grey.
pub(super) fn to_rgb(planes: &[Vec<u8>]) -> Result<Vec<u8>, PictureError> {
    let luma = planes.first().ok_or(PictureError::Damaged)?;
    let mut rgb = zeroed(luma.len() * 3)?;
    let pixels = rgb.as_chunks_mut::<3>().0.iter_mut();
    if let [luma, cb, cr] = planes {
        for (((pixel, &y), &cb), &cr) in pixels.zip(luma).zip(cb).zip(cr) {
            *pixel = pixel_of(y, cb, cr);
        }
    } else {
        for (pixel, &y) in pixels.zip(luma) {
            *pixel = [y; 3];
        }
    }
    Ok(rgb)
}

/// Red, green and blue of brightness and colours.
#[inline(always)]
pub(super) fn pixel_of(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = ((i32::from(y) << 16) + HALF, i32::from(cb) - 128, i32::from(cr) - 128);
    let channel = |value: i32| (value >> 16).clamp(0, 255) as u8;
    [channel(y + RED_OF_CR * cr), channel(y + GREEN_OF_CB * cb + GREEN_OF_CR * cr), channel(y + BLUE_OF_CB * cb)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_is_within_one_of_the_formula() {
        for y in (0..=255).step_by(5) {
            for cb in (0..=255).step_by(3) {
                for cr in (0..=255).step_by(3) {
                    let (light, blue, red) = (f64::from(y), f64::from(cb) - 128.0, f64::from(cr) - 128.0);
                    let exact = [light + 1.402 * red, light - 0.344_136 * blue - 0.714_136 * red, light + 1.772 * blue];
                    for (channel, exact) in pixel_of(y, cb, cr).into_iter().zip(exact) {
                        assert!((f64::from(channel) - exact.clamp(0.0, 255.0)).abs() < 0.51, "{y} {cb} {cr}");
                    }
                }
            }
        }
    }

    #[test]
    fn colours_are_those_of_the_mean_pixel() {
        assert_eq!(colours_of([[90; 3]; 4]), [NONE; 2]);
        for [r, g, b] in [[255, 0, 0], [0, 255, 0], [0, 0, 255], [10, 200, 90]] {
            let four = [[r, g, b], [r, g, b], [r / 2, g / 2, b / 2], [r / 2, g / 2, b / 2]];
            let [r, g, b] = [0, 1, 2].map(|at| four.iter().map(|it| f64::from(it[at])).sum::<f64>() / 4.0);
            let exact =
                [128.0 - 0.168_736 * r - 0.331_264 * g + 0.5 * b, 128.0 + 0.5 * r - 0.418_688 * g - 0.081_312 * b];
            for (sample, exact) in colours_of(four).into_iter().zip(exact) {
                assert!((f64::from(sample) - exact).abs() < 0.51, "{sample} for {exact}");
            }
        }
    }

    #[test]
    fn grey_has_three_equal_channels() {
        assert_eq!(to_rgb(&[vec![7, 200]]).unwrap(), [7, 7, 7, 200, 200, 200]);
    }
}
