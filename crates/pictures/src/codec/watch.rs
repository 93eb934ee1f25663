//! A picture's way, step by step, for those who look for what is slow or goes wrong in it.

use super::{Prepared, Seen, Source, encoder, picture::Picture, prepare_seen};
use crate::{Limits, PictureError, PictureFinding, Purpose};

/// A step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageName {
    /// The header is read: kind, size, orientation.
    Header,
    /// Decoded, cut and reduced in one.
    Reduced,
    /// Turned upright.
    Turned,
    /// Looked at: light and sharpness, and of a face the background.
    Judged,
    /// Looked for a document and its edges.
    Framed,
    /// Encoded within the budget.
    Encoded,
}

/// What is there after a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Which step.
    pub name: StageName,
    /// How long it took, in the clock's own units.
    pub took: f64,
    /// How much memory there was at its end, as the meter says.
    pub memory: usize,
    /// Pixels across and down.
    pub size: (u32, u32),
    /// A JPEG of it, where it is another picture than before.
    pub jpeg: Option<Vec<u8>>,
    /// What was found up to here.
    pub findings: Vec<PictureFinding>,
}

/// The steps up to the end, or up to what ended them.
#[derive(Clone, Debug, PartialEq)]
pub struct Watched {
    /// The steps.
    pub stages: Vec<Stage>,
    /// What came of it.
    pub end: Result<Prepared, PictureError>,
}

/// JPEG quality of what is shown of a step.
const SHOWN_QUALITY: u8 = 80;

/// Prepares a picture as [`prepare`](super::prepare) does and tells of every step. Showing a step is not counted to the time
/// of the next.
pub fn watch(
    file: &[u8],
    purpose: Purpose,
    limits: &Limits,
    clock: &dyn Fn() -> f64,
    memory: &dyn Fn() -> usize,
) -> Watched {
    let mut stages: Vec<Stage> = Vec::new();
    let mut began = clock();
    let end = prepare_seen(&mut Source::File(file), purpose, limits, &mut |seen| {
        let (took, memory) = (clock() - began, memory());
        let before = stages.last();
        let size = before.map_or((0, 0), |stage| stage.size);
        let findings = before.map_or_else(Vec::new, |stage| stage.findings.clone());
        let stage = Stage { name: StageName::Header, took, memory, size, jpeg: None, findings };
        stages.push(match seen {
            Seen::Header(header) => Stage { size: (header.width, header.height), ..stage },
            Seen::Reduced(picture) => of_picture(StageName::Reduced, picture, stage),
            Seen::Turned(picture) => of_picture(StageName::Turned, picture, stage),
            Seen::Judged(findings) => Stage { name: StageName::Judged, findings: findings.to_vec(), ..stage },
            Seen::Framed(findings) => Stage { name: StageName::Framed, findings: findings.to_vec(), ..stage },
            Seen::Encoded(prepared) => Stage {
                name: StageName::Encoded,
                size: (prepared.width, prepared.height),
                jpeg: Some(prepared.jpeg.clone()),
                findings: prepared.findings.clone(),
                ..stage
            },
        });
        began = clock();
    });
    Watched { stages, end }
}

fn of_picture(name: StageName, picture: &Picture, stage: Stage) -> Stage {
    Stage { name, size: picture.size(), jpeg: encoder::encode(picture, SHOWN_QUALITY, None).ok(), ..stage }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let rgb: Vec<u8> = (0..u32::from(width) * u32::from(height))
            .flat_map(|at| if at / 40 % 2 == 0 { [230, 225, 220] } else { [40, 60, 90] })
            .collect();
        let mut jpeg = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 85);
        encoder.encode(&rgb, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
        jpeg
    }

    #[test]
    fn every_step_is_told_in_its_order_and_the_end_is_that_of_preparing() {
        let file = jpeg(2000, 1500);
        let ticks = Cell::new(0.0);
        let clock = || {
            ticks.set(ticks.get() + 1.0);
            ticks.get()
        };
        let Watched { stages, end } = watch(&file, Purpose::Document, &Limits::DEVICE, &clock, &|| 7);
        let prepared = crate::prepare(&file, Purpose::Document, &Limits::DEVICE);
        assert_eq!(end, prepared);
        let names: Vec<StageName> = stages.iter().map(|stage| stage.name).collect();
        assert_eq!(
            names.first_chunk(),
            Some(&[StageName::Header, StageName::Reduced, StageName::Turned, StageName::Judged])
        );
        assert_eq!(names.last(), Some(&StageName::Encoded));
        assert_eq!(stages[0].size, (2000, 1500));
        assert!(stages.iter().all(|stage| (stage.took, stage.memory) == (1.0, 7)), "a tick from one look to the next");
        assert_eq!(stages.last().unwrap().jpeg.as_deref(), Some(prepared.unwrap().jpeg.as_slice()));
    }

    #[test]
    fn what_is_refused_is_told_up_to_where_it_was() {
        let mut file = jpeg(2000, 1500);
        file.truncate(file.len() / 2);
        let Watched { stages, end } = watch(&file, Purpose::Document, &Limits::DEVICE, &|| 0.0, &|| 0);
        assert_eq!(end, Err(PictureError::Truncated));
        assert!(stages.iter().all(|stage| stage.name == StageName::Header));
    }
}
