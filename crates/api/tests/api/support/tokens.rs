//! The provider's key and what it signs: ID tokens by RS256, made by hand so that they can also be made wrong.

use std::sync::OnceLock;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rsa::{
    RsaPrivateKey,
    pkcs1v15::SigningKey,
    sha2::Sha256,
    signature::{SignatureEncoding, Signer},
    traits::PublicKeyParts,
};
use serde_json::{Value, json};

/// Short keys, since making long ones takes minutes without optimisation; they sign nothing but tests.
const BITS: usize = 1024;

fn make() -> RsaPrivateKey {
    RsaPrivateKey::new(&mut rsa::rand_core::OsRng, BITS).unwrap()
}

/// The provider's key.
fn key() -> &'static RsaPrivateKey {
    static KEY: OnceLock<RsaPrivateKey> = OnceLock::new();
    KEY.get_or_init(make)
}

/// Somebody else's key.
fn other_key() -> &'static RsaPrivateKey {
    static KEY: OnceLock<RsaPrivateKey> = OnceLock::new();
    KEY.get_or_init(make)
}

/// The provider's keys as it publishes them.
pub fn jwks() -> Value {
    let text = |number: &rsa::BigUint| URL_SAFE_NO_PAD.encode(number.to_bytes_be());
    json!({"keys": [{
        "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "tests", "n": text(key().n()), "e": text(key().e()),
    }]})
}

/// An ID token, signed by the provider or, where `forged`, by somebody else under its name.
pub fn id_token(claims: &Value, forged: bool) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&json!({"alg": "RS256", "typ": "JWT", "kid": "tests"})), part(claims));
    let key = if forged { other_key() } else { key() };
    let signature = SigningKey::<Sha256>::new(key.clone()).sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}
