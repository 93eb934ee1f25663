//! Reading and writing files, with errors that name the file.

use crate::failure::{Doing, Done};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The file's text.
pub fn read(path: &Path) -> Done<String> {
    fs::read_to_string(path).doing(format_args!("read {}", path.display()))
}

/// The file's bytes.
pub fn read_bytes(path: &Path) -> Done<Vec<u8>> {
    fs::read(path).doing(format_args!("read {}", path.display()))
}

/// Writes the file and the folders above it.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Done {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, contents).doing(format_args!("write {}", path.display()))
}

/// Copies a file, with the folders above the new place.
pub fn copy(from: &Path, to: &Path) -> Done {
    if let Some(folder) = to.parent() {
        create_folder(folder)?;
    }
    fs::copy(from, to).map(|_| ()).doing(format_args!("copy {} to {}", from.display(), to.display()))
}

/// Moves a file or folder within one disk.
pub fn rename(from: &Path, to: &Path) -> Done {
    fs::rename(from, to).doing(format_args!("move {} to {}", from.display(), to.display()))
}

/// Makes the folder, and those above it.
pub fn create_folder(path: &Path) -> Done {
    fs::create_dir_all(path).doing(format_args!("make the folder {}", path.display()))
}

/// Makes the folder empty.
pub fn fresh_folder(path: &Path) -> Done {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
    .doing(format_args!("empty the folder {}", path.display()))?;
    create_folder(path)
}

/// The folder's entries, sorted by name; none when it is not there.
pub fn entries(folder: &Path) -> Done<Vec<PathBuf>> {
    let read = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.doing(format_args!("list {}", folder.display()))?,
    };
    let mut paths =
        read.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().doing("list a folder")?;
    paths.sort();
    Ok(paths)
}

/// Every file below the folder, sorted.
pub fn walk(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            files.extend(walk(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// The last part of a path.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
