//! Lines of numbers, which blocks are transformed by: written so that a line of four or eight is one vector or two.

/// Numbers that the same is done with.
pub(super) type Line<const LANES: usize> = [f32; LANES];

/// Samples or frequencies of a block; a line goes across, or once transposed, down.
pub(super) type Block = [Line<8>; 8];

#[inline(always)]
pub(super) fn transposed<const LANES: usize>(lines: &[Line<LANES>; LANES]) -> [Line<LANES>; LANES] {
    std::array::from_fn(|y| std::array::from_fn(|x| lines[x][y]))
}

#[inline(always)]
pub(super) fn add<const LANES: usize>(a: Line<LANES>, b: Line<LANES>) -> Line<LANES> {
    std::array::from_fn(|i| a[i] + b[i])
}

#[inline(always)]
pub(super) fn sub<const LANES: usize>(a: Line<LANES>, b: Line<LANES>) -> Line<LANES> {
    std::array::from_fn(|i| a[i] - b[i])
}

#[inline(always)]
pub(super) fn times<const LANES: usize>(a: Line<LANES>, factor: f32) -> Line<LANES> {
    a.map(|value| value * factor)
}
