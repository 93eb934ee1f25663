//! Chance, from the browser's cryptographic source.

use std::fmt::Write;

use super::crypto::crypto;

/// The browser offers no cryptographic source, which only ancient ones do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no source of randomness")]
pub struct NoRandomness;

/// 128 random bits as 32 hexadecimal digits: a key that nobody else comes upon.
///
/// # Errors
/// [`NoRandomness`].
pub fn key() -> Result<String, NoRandomness> {
    let mut bytes = [0; 16];
    let crypto = crypto().map_err(|_| NoRandomness)?;
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(hex(&bytes))
}

/// Bytes in lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_takes_two_digits() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
