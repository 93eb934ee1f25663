//! The sine, for a quarter of the code that is exact for every number there is.

use std::f32::consts::PI;

/// The sine of so many half turns, exact to a hundred thousandth for a few of them.
pub(super) fn sine(half_turns: f32) -> f32 {
    let nearest = half_turns.round();
    let angle = PI * (half_turns - nearest);
    // Taylor's series, which a quarter turn at most has not far to go with.
    let square = angle * angle;
    let series = angle * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0))));
    if nearest as i32 % 2 == 0 { series } else { -series }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_sine() {
        for at in -500..=500 {
            let half_turns = at as f32 / 100.0;
            let exact = (f64::from(half_turns) * std::f64::consts::PI).sin();
            assert!((f64::from(sine(half_turns)) - exact).abs() < 1e-5, "{half_turns}");
        }
    }
}
