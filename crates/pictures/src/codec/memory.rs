//! Large buffers, which a phone may refuse.

use crate::PictureError;

/// A buffer of zeros, or the named error where an ordinary allocation would end the program.
pub(super) fn zeroed<T: Copy + Default>(size: usize) -> Result<Vec<T>, PictureError> {
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(size).map_err(|_| PictureError::OutOfMemory)?;
    buffer.resize(size, T::default());
    Ok(buffer)
}
