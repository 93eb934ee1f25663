//! What is in a picture at the size of a line of print: whether it is sharp, and whether it is print.

use super::super::grey::Grey;
use super::super::select;
use super::super::vectors::{Across, LANES};
use crate::Purpose;

/// Side of the squares that are looked at one by one, in pixels: a line of small print is about as high.
pub(super) const TILE: usize = 32;

/// Pictures with a long edge from here on are judged at half their size, which takes most of the sensor's noise away;
/// strokes that are lost by it are too thin to be read anyway.
const HALVED_FROM: usize = 1200;

/// Standard deviation of brightness from which a tile has something in it to be sharp or not. Paper and walls stay
/// below 6, faint grey print reaches 20.
const TEXTURED_DEVIATION: f32 = 15.0;

/// Of the tiles with something in them, the sharpest tenth decides: background may be out of focus, print may not.
const SHARPEST_SHARE: f32 = 0.1;

/// Of all tiles, the flattest tenth shows how much of the second differences is noise.
const FLATTEST_SHARE: f32 = 0.1;

/// Documents: variance of the second differences over that of brightness, so that faint print is not taken for blurred.
/// Pages and cards on five grounds, in print of 8 to 12 points: sharp ones reach 0.5 or more, in half the light 0.12,
/// slightly soft ones 0.3. Out of focus by 2.5 pixels they stay below 0.09, moved by 15 pixels below 0.06.
const SHARP_DOCUMENT: f32 = 0.1;

/// Faces: skin and a plain ground have softer edges than print. Reduced photographs reach 0.4, the same softened by one
/// pixel 0.03 to 0.08, by two, which is seen in print, below 0.012.
const SHARP_FACE: f32 = 0.02;

/// Print is dark strokes on a light ground: the middle brightness of its tiles is nearer to the lightest pixel than to the
/// darkest. Of this share of the way up or more; tiles of photographs are about 0.5.
const LIGHT_GROUND: f32 = 0.62;

/// Lines of print, with white between them, make rows of a tile differ more than columns. Where columns differ so much more
/// that rows have no more than this share of it, and in no more than that share of the tiles more, lines run from top to
/// bottom. Of 119 upright pictures with so many tiles of print all have more than 0.9 and 0.5; of 25 turned by a quarter, 22
/// are below both. Characters that stand in rows and columns, with gaps as wide in both directions, can come near.
const SIDEWAYS_ROWS: f32 = 0.7;
const SIDEWAYS_TILES: f32 = 0.4;
const SIDEWAYS_PRINT: usize = 40;

/// A picture in tiles.
pub(in super::super) struct Texture {
    tiles: Vec<Tile>,
}

impl Texture {
    pub(super) fn of(grey: &Grey) -> Self {
        let halved = (grey.width.max(grey.height) >= HALVED_FROM).then(|| grey.halved());
        let grey = halved.as_ref().unwrap_or(grey);
        let (across, down) = (grey.width / TILE, grey.height / TILE);
        let places = (0..down).flat_map(|y| (0..across).map(move |x| (x, y)));
        Self { tiles: places.map(|(x, y)| Tile::of(grey, x * TILE, y * TILE)).collect() }
    }

    /// Whether nothing in the picture is sharp. A picture with nothing in it counts as blurred: there is nothing to read.
    pub(super) fn is_blurred(&self, purpose: Purpose) -> bool {
        let sharp = if purpose.is_document() { SHARP_DOCUMENT } else { SHARP_FACE };
        self.sharpness().is_none_or(|sharpness| sharpness < sharp)
    }

    /// How much of the picture is print, in thousandths.
    pub(super) fn print_per_mille(&self) -> usize {
        self.print().count() * 1000 / self.tiles.len().max(1)
    }

    /// Whether lines of print run from top to bottom. One way up or the other can't be told apart.
    pub(super) fn is_sideways(&self) -> bool {
        let (mut all, mut along_rows, mut rows, mut columns) = (0, 0, 0.0, 0.0);
        for tile in self.print() {
            all += 1;
            along_rows += usize::from(tile.rows > tile.columns);
            rows += tile.rows;
            columns += tile.columns;
        }
        all >= SIDEWAYS_PRINT && rows <= SIDEWAYS_ROWS * columns && along_rows as f32 <= SIDEWAYS_TILES * all as f32
    }

    /// Tiles of print.
    fn print(&self) -> impl Iterator<Item = &Tile> {
        self.textured().filter(|tile| {
            tile.light_ground >= LIGHT_GROUND && tile.across.min(tile.down) >= SHARP_DOCUMENT * tile.brightness
        })
    }

    /// Tiles with something in them.
    fn textured(&self) -> impl Iterator<Item = &Tile> {
        self.tiles.iter().filter(|tile| tile.brightness >= TEXTURED_DEVIATION * TEXTURED_DEVIATION)
    }

    /// How sharp the sharpest parts are, in the direction in which they are least: a moved picture keeps its edges along
    /// the movement.
    fn sharpness(&self) -> Option<f32> {
        let along = |second_difference: fn(&Tile) -> f32| {
            let noise = quantile(self.tiles.iter().map(second_difference).collect(), FLATTEST_SHARE)?;
            let ratios = self.textured().map(|tile| (second_difference(tile) - noise) / tile.brightness).collect();
            quantile(ratios, 1.0 - SHARPEST_SHARE)
        };
        Some(along(|tile| tile.across)?.min(along(|tile| tile.down)?))
    }
}

/// The value that this share of the others is below.
fn quantile(mut values: Vec<f32>, share: f32) -> Option<f32> {
    let last = values.len().checked_sub(1)?;
    let at = (last as f32 * share).round() as usize;
    Some(select::nth(&mut values, at.min(last)))
}

/// Variances within a tile.
struct Tile {
    brightness: f32,
    /// How far up the middle brightness lies between the darkest and the lightest pixel.
    light_ground: f32,
    /// Of the second difference from left to right.
    across: f32,
    /// Of the second difference from top to bottom.
    down: f32,
    /// Of the brightness of whole rows.
    rows: f32,
    /// Of the brightness of whole columns.
    columns: f32,
}

/// Pixels of a tile without its outermost ring, which has no neighbours within: across, down, and all.
const INNER: usize = TILE - 2;
const ALL: f32 = (INNER * INNER) as f32;

impl Tile {
    /// A call for each, see [`PIECE`](super::super::PIECE).
    #[inline(never)]
    fn of(grey: &Grey, left: usize, top: usize) -> Self {
        let (mut darkest, mut lightest) = ([u8::MAX; TILE], [u8::MIN; TILE]);
        let [mut brightness, mut across, mut down] = [Moments::new(); 3];
        let (mut row_squares, mut column_sums) = (0, [0; TILE]);
        for y in top + 1..top + TILE - 1 {
            let tile = |row: usize| grey.row(row)[left..].first_chunk::<TILE>();
            let (Some(above), Some(here), Some(below)) = (tile(y - 1), tile(y), tile(y + 1)) else { continue };
            let [mut centre, mut sideways, mut upwards] = [[0; TILE]; 3];
            for x in 0..TILE {
                centre[x] = i16::from(here[x]);
                upwards[x] = 2 * i16::from(here[x]) - i16::from(above[x]) - i16::from(below[x]);
                darkest[x] = darkest[x].min(here[x]);
                lightest[x] = lightest[x].max(here[x]);
            }
            for x in 1..TILE - 1 {
                sideways[x] = 2 * centre[x] - centre[x - 1] - centre[x + 1];
            }
            for ring in [0, TILE - 1] {
                (centre[ring], upwards[ring]) = (0, 0);
            }
            let sum = total(&centre, &[1; TILE]);
            row_squares += sum * sum;
            column_sums.iter_mut().zip(centre).for_each(|(sum, value)| *sum += value);
            brightness.add(&centre);
            across.add(&sideways);
            down.add(&upwards);
        }
        let inner = 1..TILE - 1;
        let darkest = f32::from(darkest[inner.clone()].iter().copied().fold(u8::MAX, u8::min));
        let lightest = f32::from(lightest[inner].iter().copied().fold(u8::MIN, u8::max));
        let mean = brightness.mean();
        // Of sums of so many pixels each, of which there are as many. Squares of 30 sums up to 7,650 fit.
        let of_sums = |squares: i32| squares as f32 / INNER as f32 - (mean * INNER as f32).powi(2);
        Self {
            brightness: brightness.variance(),
            light_ground: (mean - darkest) / (lightest - darkest).max(1.0),
            across: across.variance(),
            down: down.variance(),
            rows: of_sums(row_squares),
            columns: of_sums(total(&column_sums, &column_sums)),
        }
    }
}

/// The sum of the products of two rows.
#[inline(always)]
fn total(one: &[i16; TILE], other: &[i16; TILE]) -> i32 {
    let pairs = one.as_chunks().0.iter().zip(other.as_chunks().0);
    pairs.fold(Across::new(), |sum, (one, other)| sum.add(one, other)).total()
}

/// Sums over a tile, which stay below 900 × 510².
#[derive(Clone, Copy)]
struct Moments {
    values: Across,
    squares: Across,
}

impl Moments {
    fn new() -> Self {
        Self { values: Across::new(), squares: Across::new() }
    }

    /// Adds a row.
    #[inline(always)]
    fn add(&mut self, row: &[i16; TILE]) {
        for eight in row.as_chunks().0 {
            self.values = self.values.add(eight, &[1; LANES]);
            self.squares = self.squares.add(eight, eight);
        }
    }

    fn mean(self) -> f32 {
        self.values.total() as f32 / ALL
    }

    fn variance(self) -> f32 {
        self.squares.total() as f32 / ALL - self.mean() * self.mean()
    }
}
