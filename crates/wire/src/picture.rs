//! Pictures on their way to the server.

use serde::{Deserialize, Serialize};

/// The answer of `PUT /api/pictures/{id}`, where `id` is the SHA-256 of the body in lower-case hex: sending twice
/// changes nothing. The server decodes the picture before it believes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredPicture {
    /// The identifier.
    pub id: String,
    /// Width in pixels, as decoded.
    pub width: u32,
    /// Height in pixels, as decoded.
    pub height: u32,
    /// Size in bytes.
    pub bytes: u32,
}

/// The most that a prepared picture may weigh, in bytes: far above what the app sends, below what hurts a slow line.
pub const MAX_PICTURE_BYTES: usize = 5 * 1024 * 1024;
