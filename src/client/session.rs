//! Who is signed in.

use wire::{
    endpoint,
    session::{Session, SignedOut},
};

use super::{ClientError, request::Call};

/// Who is signed in, if anybody.
///
/// # Errors
/// Any [`ClientError`].
pub async fn get() -> Result<Session, ClientError> {
    Call::get(endpoint::SESSION).send().await?.json()
}

/// The address that starts the sign-in and comes back to the path `return_to`. It leaves the app: for an ordinary link
/// with `rel="external"`, or `location`.
pub fn sign_in_address(return_to: &str) -> String {
    format!("{}?return_to={}", endpoint::SIGN_IN, encoded(return_to))
}

/// Ends the session, and answers where the browser goes to end it at the identity provider too.
///
/// # Errors
/// Any [`ClientError`].
pub async fn sign_out() -> Result<SignedOut, ClientError> {
    Call::post(endpoint::SIGN_OUT).send().await?.json()
}

/// The text as a value in a query (RFC 3986), the slash left as it may be.
pub fn encoded(value: &str) -> String {
    value.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_one_value_of_the_query() {
        assert_eq!(
            sign_in_address("/apply/first_issue?from=home&x=1"),
            "/api/sign-in?return_to=/apply/first_issue%3Ffrom%3Dhome%26x%3D1"
        );
        assert_eq!(encoded("成都"), "%E6%88%90%E9%83%BD");
    }
}
