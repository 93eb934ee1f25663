//! The secrets between the programs of one demonstration, made at its first start.

use crate::{
    failure::{Doing, Done},
    files,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::{
    fs::File,
    io::{Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// The variables with their values: read from the file, which is written first when there is none.
pub fn in_file(file: &Path) -> Done<Vec<(String, String)>> {
    if !file.exists() {
        write(file)?;
    }
    let text = files::read(file)?;
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    Ok(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

fn write(file: &Path) -> Done {
    if let Some(folder) = file.parent() {
        files::create_folder(folder)?;
    }
    let writing = format!("write {}", file.display());
    let mut file = File::options().write(true).create_new(true).mode(0o600).open(file).doing(&writing)?;
    let text = format!(
        "RONGJU_IDENTITY_CLIENT_SECRET={}\nRONGJU_OUTSIDE_TOKEN={}\nRONGJU_WEBHOOK_SECRET=whsec_{}\n",
        word()?,
        word()?,
        STANDARD.encode(random::<32>()?)
    );
    file.write_all(text.as_bytes()).doing(&writing)
}

/// A secret that can stand in a header or an address.
fn word() -> Done<String> {
    Ok(random::<24>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn random<const N: usize>() -> Done<[u8; N]> {
    let mut bytes = [0; N];
    File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes)).doing("draw a random secret")?;
    Ok(bytes)
}
