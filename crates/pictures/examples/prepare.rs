//! Prepares pictures as the worker does: `cargo run -p pictures --features codec --release --example prepare -- document a.jpg b.png`
//! prints a line for each, `{"file", "bytes", "size", "findings"}` or `{"file", "error"}`, and writes the result beside it as `a.prepared.jpg`.

use std::io::{Error, Write};
use std::path::Path;
use std::{env, fs, io};

use pictures::{Limits, Purpose, prepare};
use serde_json::json;

fn main() -> Result<(), Error> {
    let mut arguments = env::args().skip(1);
    let purpose = match arguments.next().as_deref() {
        Some("document") => Purpose::Document,
        Some("portrait_side") => Purpose::PortraitSide,
        Some("emblem_side") => Purpose::EmblemSide,
        Some("face") => Purpose::Face,
        _ => return Err(Error::other("first say `document`, `portrait_side`, `emblem_side` or `face`")),
    };
    for file in arguments {
        let line = match prepare(&fs::read(&file)?, purpose, &Limits::DEVICE) {
            Ok(picture) => {
                fs::write(Path::new(&file).with_extension("prepared.jpg"), &picture.jpeg)?;
                let size = [picture.width, picture.height];
                json!({"file": file, "bytes": picture.jpeg.len(), "size": size, "findings": picture.findings})
            }
            Err(error) => json!({"file": file, "error": error}),
        };
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(())
}
