//! Eight lines of eight numbers, which both transforms work on: written so that eight numbers are one vector or two.

/// Eight numbers at once.
pub(super) type Line = [f32; 8];

/// Samples or frequencies; a line goes across, or once transposed, down.
pub(super) type Block = [Line; 8];

#[inline(always)]
pub(super) fn transposed(lines: &Block) -> Block {
    std::array::from_fn(|y| std::array::from_fn(|x| lines[x][y]))
}

#[inline(always)]
pub(super) fn add(a: Line, b: Line) -> Line {
    std::array::from_fn(|i| a[i] + b[i])
}

#[inline(always)]
pub(super) fn sub(a: Line, b: Line) -> Line {
    std::array::from_fn(|i| a[i] - b[i])
}

#[inline(always)]
pub(super) fn times(a: Line, factor: f32) -> Line {
    a.map(|value| value * factor)
}
