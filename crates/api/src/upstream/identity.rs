//! The identity provider, by OpenID Connect: authorization code with PKCE, then the claims.

use std::time::Duration;

use openidconnect::{
    AccessToken, AdditionalClaims, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, ClientId,
    ClientSecret, CsrfToken, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    ProviderMetadataWithLogout, RedirectUrl, Scope, SubjectIdentifier, TokenResponse, UserInfoClaims,
    core::{CoreClient, CoreGenderClaim, CoreResponseType},
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use tokio::{sync::Mutex, time::Instant};
use url::Url;
use wire::session::RealNameCheck;

use super::{
    UpstreamError,
    http::{cause, client},
};

const SYSTEM: &str = "identity provider";

/// How the provider names the four ways of the real-name check (`acr`).
const WAYS: [(&str, RealNameCheck); 4] = [
    ("urn:rongju:acr:face", RealNameCheck::Face),
    ("urn:rongju:acr:bank_card", RealNameCheck::BankCard),
    ("urn:rongju:acr:network_identity", RealNameCheck::NetworkIdentity),
    ("urn:rongju:acr:service_window", RealNameCheck::ServiceWindow),
];

/// How long what the provider says of itself is believed; its keys are in it.
const METADATA_KEPT: Duration = Duration::from_secs(600);

/// A sign-in that has begun: where the browser goes, and what has to come back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Begun {
    /// Address at the provider.
    pub address: Url,
    /// What the provider hands back with the answer.
    pub state: String,
    /// What stands in the token.
    pub nonce: String,
    /// What proves that the answer is ours to redeem.
    pub verifier: String,
}

/// What the provider vouches for.
#[derive(Clone)]
pub struct Vouched {
    /// Its identifier of the person.
    pub subject: String,
    /// How the real-name check was done; `None` where it was not.
    pub checked_by: Option<RealNameCheck>,
    /// Name as on the identity card.
    pub name: Option<String>,
    /// Identity number, unread.
    pub identity_number: Option<String>,
    /// Mobile number, unread.
    pub phone: Option<String>,
}

/// Signing people in.
#[async_trait::async_trait]
pub trait IdentityProvider: Send + Sync {
    /// Begins a sign-in that comes back to our callback.
    async fn begin(&self) -> Result<Begun, UpstreamError>;
    /// Redeems the code that came back, and verifies what it is redeemed for.
    async fn finish(&self, begun: &Begun, code: String) -> Result<Vouched, UpstreamError>;
    /// Where the browser ends its session there and then comes to our start page; `None` where the provider has no
    /// such place.
    async fn sign_out(&self) -> Result<Option<Url>, UpstreamError>;
}

#[derive(Debug, Clone, Deserialize, Serialize)]
struct NumberClaim {
    #[serde(default)]
    identity_number: Option<String>,
}

impl AdditionalClaims for NumberClaim {}

/// [`IdentityProvider`] over HTTP.
pub struct OpenIdConnect {
    issuer: IssuerUrl,
    client_id: ClientId,
    secret: SecretString,
    callback: RedirectUrl,
    start_page: Url,
    http: reqwest::Client,
    metadata: Mutex<Option<(Instant, ProviderMetadataWithLogout)>>,
}

/// The HTTP client in the shape that the library wants.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct HttpFailed(String);

async fn exchange(
    client: reqwest::Client,
    request: openidconnect::HttpRequest,
) -> Result<openidconnect::HttpResponse, HttpFailed> {
    let failed = |error: reqwest::Error| HttpFailed(cause(&error));
    let request = reqwest::Request::try_from(request).map_err(failed)?;
    let response = client.execute(request).await.map_err(failed)?;
    let mut built = http::Response::builder().status(response.status());
    if let Some(headers) = built.headers_mut() {
        headers.extend(response.headers().clone());
    }
    let body = response.bytes().await.map_err(failed)?;
    built.body(body.to_vec()).map_err(|_| HttpFailed("answer can't be read".to_owned()))
}

impl OpenIdConnect {
    /// A client of the provider at `issuer`. `public_url` is our own address.
    ///
    /// # Errors
    /// [`UpstreamError::Unusable`].
    pub fn new(
        issuer: &Url,
        client_id: &str,
        secret: &SecretString,
        public_url: &Url,
        timeout: Duration,
    ) -> Result<Self, UpstreamError> {
        let unusable = |reason: String| UpstreamError::Unusable { system: SYSTEM, reason };
        let callback =
            public_url.join(wire::endpoint::SIGN_IN_CALLBACK).map_err(|error| unusable(error.to_string()))?;
        Ok(Self {
            issuer: IssuerUrl::new(issuer.as_str().trim_end_matches('/').to_owned())
                .map_err(|error| unusable(error.to_string()))?,
            client_id: ClientId::new(client_id.to_owned()),
            secret: secret.clone(),
            callback: RedirectUrl::from_url(callback),
            start_page: public_url.clone(),
            http: client(timeout).map_err(|error| unusable(cause(&error)))?,
            metadata: Mutex::new(None),
        })
    }

    async fn metadata(&self) -> Result<ProviderMetadataWithLogout, UpstreamError> {
        let mut kept = self.metadata.lock().await;
        if let Some((since, metadata)) = kept.as_ref()
            && since.elapsed() < METADATA_KEPT
        {
            return Ok(metadata.clone());
        }
        let http = |request| exchange(self.http.clone(), request);
        let metadata = ProviderMetadataWithLogout::discover_async(self.issuer.clone(), &http)
            .await
            .map_err(|error| UpstreamError::Unreachable { system: SYSTEM, reason: describe(&error) })?;
        *kept = Some((Instant::now(), metadata.clone()));
        Ok(metadata)
    }

    fn secret(&self) -> Option<ClientSecret> {
        Some(ClientSecret::new(self.secret.expose_secret().to_owned()))
    }
}

/// An error of the library without what the provider sent, which may name people.
fn describe<E: std::error::Error + 'static>(error: &openidconnect::DiscoveryError<E>) -> String {
    match error {
        openidconnect::DiscoveryError::Request(error) => error.to_string(),
        openidconnect::DiscoveryError::Response(status, ..) => format!("answers {status}"),
        _ => "its description can't be read".to_owned(),
    }
}

#[async_trait::async_trait]
impl IdentityProvider for OpenIdConnect {
    async fn begin(&self) -> Result<Begun, UpstreamError> {
        let client = CoreClient::from_provider_metadata(self.metadata().await?, self.client_id.clone(), self.secret())
            .set_redirect_uri(self.callback.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge);
        for scope in ["profile", "phone", "identity"] {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        for (way, _) in WAYS {
            request = request.add_auth_context_value(AuthenticationContextClass::new(way.to_owned()));
        }
        let (address, state, nonce) = request.url();
        Ok(Begun {
            address,
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
        })
    }

    async fn finish(&self, begun: &Begun, code: String) -> Result<Vouched, UpstreamError> {
        let malformed = || UpstreamError::Malformed { system: SYSTEM };
        let client = CoreClient::from_provider_metadata(self.metadata().await?, self.client_id.clone(), self.secret())
            .set_redirect_uri(self.callback.clone());
        let http = |request| exchange(self.http.clone(), request);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| malformed())?
            .set_pkce_verifier(PkceCodeVerifier::new(begun.verifier.clone()))
            .request_async(&http)
            .await
            .map_err(|_| malformed())?;
        let id_token = tokens.id_token().ok_or_else(malformed)?;
        let claims = match id_token.claims(&client.id_token_verifier(), &Nonce::new(begun.nonce.clone())) {
            Ok(claims) => claims,
            Err(_) => {
                // The provider may have new keys; the next sign-in asks for them.
                *self.metadata.lock().await = None;
                return Err(malformed());
            }
        };
        let checked_by = claims
            .auth_context_ref()
            .and_then(|acr| WAYS.iter().find(|(name, _)| *name == acr.as_str()))
            .map(|(_, check)| *check);
        let subject = claims.subject().clone();
        let access: AccessToken = tokens.access_token().clone();
        let info: UserInfoClaims<NumberClaim, CoreGenderClaim> = client
            .user_info(access, Some(SubjectIdentifier::new(subject.as_str().to_owned())))
            .map_err(|_| malformed())?
            .request_async(&http)
            .await
            .map_err(|_| malformed())?;
        Ok(Vouched {
            subject: subject.as_str().to_owned(),
            checked_by,
            name: info.name().and_then(|names| names.get(None)).map(|name| name.as_str().to_owned()),
            identity_number: info.additional_claims().identity_number.clone(),
            phone: info.phone_number().map(|phone| phone.as_str().to_owned()),
        })
    }

    async fn sign_out(&self) -> Result<Option<Url>, UpstreamError> {
        let metadata = self.metadata().await?;
        let Some(end) = metadata.additional_metadata().end_session_endpoint.as_ref() else { return Ok(None) };
        let mut address = end.url().clone();
        // Without the ID token as a hint: it names the person, and addresses end up in logs.
        address
            .query_pairs_mut()
            .append_pair("client_id", self.client_id.as_str())
            .append_pair("post_logout_redirect_uri", self.start_page.as_str());
        Ok(Some(address))
    }
}
