//! What the keyboard does to a corner or to the frame.

/// A step, in parts of the picture's width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// To the right and downwards.
    By(f32, f32),
    /// The frame becomes wider.
    Wider(f32),
}

/// How far a key moves something.
pub mod step {
    use super::Step;

    /// A tap on a button, and a key: about two pixels on a telephone, so that ten of them are a visible way.
    pub const BUTTON: f32 = 0.01;
    /// A key with Shift, for the last pixel.
    const FINE: f32 = 0.002;

    /// What a key does, by its name in the DOM; nothing for others.
    pub fn of(key: &str, shift: bool) -> Option<Step> {
        let by = if shift { FINE } else { BUTTON };
        Some(match key {
            "ArrowLeft" => Step::By(-by, 0.0),
            "ArrowRight" => Step::By(by, 0.0),
            "ArrowUp" => Step::By(0.0, -by),
            "ArrowDown" => Step::By(0.0, by),
            // With Shift on some keyboards and without on others, so it says nothing here.
            "+" | "=" => Step::Wider(BUTTON),
            "-" | "_" => Step::Wider(-BUTTON),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_and_shift_makes_small_steps() {
        assert_eq!(step::of("ArrowLeft", false), Some(Step::By(-0.01, 0.0)));
        assert_eq!(step::of("ArrowDown", true), Some(Step::By(0.0, 0.002)));
        assert_eq!(step::of("+", true), step::of("=", false));
        assert_eq!(step::of("Tab", false), None);
    }
}
