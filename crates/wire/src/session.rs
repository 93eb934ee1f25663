//! Who is signed in.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// `GET /api/session`. Holds no full identity number: `GET /api/me` gives that to the form alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Whether this is the demonstration with synthetic people (演示系统).
    pub demonstration: bool,
    /// The person, where somebody is signed in.
    pub signed_in: Option<SignedIn>,
}

/// The person behind the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// Opaque identifier of the person with this service, under which the phone keeps drafts apart.
    pub owner: String,
    /// Name as on the identity card.
    pub name: String,
    /// The identity number with its middle hidden.
    pub identity_number_masked: String,
    /// How the real-name check was done.
    pub checked_by: RealNameCheck,
    /// The name of whoever signed in, where that is a parent who acts for this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// When the session ends without further use.
    pub expires_at: Timestamp,
}

/// `GET /api/phone-key`: the key under which a phone keeps what a person has typed and photographed. It is asked for by
/// whoever is signed in and stays the same from session to session, so a phone that has forgotten it, as at signing out,
/// reads again what it kept as soon as the same person is back, and nobody else ever does.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneKey {
    /// Whose things it is for: [`SignedIn::owner`].
    pub owner: String,
    /// 256 random bits.
    pub key: [u8; 32],
}

impl fmt::Debug for PhoneKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PhoneKey").field("owner", &self.owner).finish_non_exhaustive()
    }
}

/// The ways of the real-name check, all of equal standing (人脸识别技术应用安全管理办法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RealNameCheck {
    /// Face recognition (人脸识别).
    Face,
    /// Bank card (银行卡验证).
    BankCard,
    /// National network identity (网号、网证).
    NetworkIdentity,
    /// In person at a service window (窗口核验).
    ServiceWindow,
}

/// `POST /api/sign-out`: where the browser goes to end the session at the identity provider too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedOut {
    /// An address of the identity provider, or `/`.
    pub redirect_to: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_not_written_where_it_is_printed() {
        let key = PhoneKey { owner: "o".into(), key: [197; 32] };
        assert!(!format!("{key:?}").contains("197"));
    }
}
