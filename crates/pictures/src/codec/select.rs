//! The nth of numbers by size, for less code than the standard library's ways of sorting.

use std::cmp::Ordering::{Greater, Less};

/// The value that `nth` others are no greater than (Hoare's Find), or 0 if there are not so many.
pub(super) fn nth(values: &mut [f32], nth: usize) -> f32 {
    let mut rest = &mut *values;
    let mut nth = nth;
    while rest.len() > 1 && nth < rest.len() {
        // Both ends go towards each other and exchange what lies on the wrong side.
        let pivot = rest[rest.len() / 2];
        let (mut left, mut right) = (0, rest.len() - 1);
        while left <= right {
            while rest[left].total_cmp(&pivot) == Less {
                left += 1;
            }
            while rest[right].total_cmp(&pivot) == Greater {
                right -= 1;
            }
            if left > right {
                break;
            }
            rest.swap(left, right);
            left += 1;
            // The pivot is not below the first value, so that there is one to the left of it or nothing left to do.
            let Some(next) = right.checked_sub(1) else { break };
            right = next;
        }
        // What lies between both is the pivot.
        if nth >= left {
            rest = &mut rest[left..];
            nth -= left;
        } else if nth <= right {
            rest = &mut rest[..=right];
        } else {
            return pivot;
        }
    }
    rest.get(nth).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_holds_what_sorting_puts_there() {
        let mut random = fastrand::Rng::with_seed(5);
        for round in 0..300 {
            let spread = [3, 50, 100_000][round % 3];
            let values: Vec<f32> = (0..random.usize(1..60)).map(|_| random.i32(-spread..spread) as f32 / 7.0).collect();
            let mut sorted = values.clone();
            sorted.sort_by(f32::total_cmp);
            for (place, &expected) in sorted.iter().enumerate() {
                assert_eq!(nth(&mut values.clone(), place).to_bits(), expected.to_bits(), "{place} of {values:?}");
            }
        }
    }

    #[test]
    fn nothing_is_found_behind_the_last_one() {
        assert_eq!(nth(&mut [], 0), 0.0);
        assert_eq!(nth(&mut [4.0, 2.0], 2), 0.0);
        assert!(nth(&mut [f32::NAN, 2.0], 1).is_nan());
    }
}
