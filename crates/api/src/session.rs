//! What a session holds: a sign-in that has begun, or the person who is signed in. It lives on the server; the browser
//! has an opaque cookie.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tower_sessions::{
    Expiry, Session, SessionManagerLayer,
    cookie::{SameSite, time::Duration},
    session::Error,
};
use uuid::Uuid;
use wire::session::RealNameCheck;

use crate::{store::Store, upstream::identity::Begun};

/// The cookie. `__Host-` binds it to this very host over a secure connection.
pub const COOKIE: &str = "__Host-session";

/// A session ends after this long without use …
pub const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// … and after this long in any case, so that a telephone left behind is not signed in for ever.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(8);
/// Use is written down at most this often: the status is polled every few seconds.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

const SIGNED_IN: &str = "signed_in";
const BEGUN: &str = "begun";

/// The person behind a session.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who.
    pub person: Uuid,
    /// How the real-name check was done.
    pub checked_by: RealNameCheck,
    /// Since when.
    pub since: Timestamp,
    /// When it was last used, to the minute.
    pub seen: Timestamp,
}

impl SignedIn {
    /// When the session ends without further use.
    pub fn ends(&self) -> Timestamp {
        let idle = self.seen.saturating_add(IDLE).unwrap_or(self.seen);
        idle.min(self.since.saturating_add(LONGEST).unwrap_or(self.since))
    }
}

/// A sign-in on its way through the identity provider.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignInBegun {
    /// What has to come back.
    pub begun: Begun,
    /// Where the browser goes afterwards: an address of our own.
    pub return_to: String,
}

/// The layer that finds the session of a request.
pub fn layer(store: Store) -> SessionManagerLayer<Store> {
    SessionManagerLayer::new(store)
        .with_name(COOKIE)
        .with_secure(true)
        .with_http_only(true)
        // Lax: the browser comes back from the identity provider by a link.
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(Duration::seconds(IDLE.as_secs())))
}

/// Who is signed in, where anybody still is.
pub async fn signed_in(session: &Session, now: Timestamp) -> Result<Option<SignedIn>, Error> {
    let Some(mut signed_in) = session.get::<SignedIn>(SIGNED_IN).await? else { return Ok(None) };
    if signed_in.ends() <= now {
        session.flush().await?;
        return Ok(None);
    }
    if now.duration_since(signed_in.seen) >= NOTED_EVERY {
        signed_in.seen = now;
        session.insert(SIGNED_IN, &signed_in).await?;
    }
    Ok(Some(signed_in))
}

/// Signs somebody in, under a new identifier: one that somebody planted before is worth nothing.
pub async fn sign_in(session: &Session, person: Uuid, checked_by: RealNameCheck, now: Timestamp) -> Result<(), Error> {
    session.clear().await;
    session.cycle_id().await?;
    session.insert(SIGNED_IN, SignedIn { person, checked_by, since: now, seen: now }).await
}

/// Ends the session on the server.
pub async fn end(session: &Session) -> Result<(), Error> {
    session.flush().await
}

/// Remembers a sign-in that has begun.
pub async fn remember(session: &Session, sign_in: &SignInBegun) -> Result<(), Error> {
    session.insert(BEGUN, sign_in).await
}

/// The sign-in that had begun; it can be taken up once.
pub async fn take_begun(session: &Session) -> Result<Option<SignInBegun>, Error> {
    session.remove(BEGUN).await
}
