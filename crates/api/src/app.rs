//! What all requests share, and starting and stopping it. No state that another replica would miss.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use receipt::{FontError, Printer};
use secrecy::ExposeSecret;
use standardwebhooks::Webhook;
use tokio::{
    net::TcpListener,
    sync::{Notify, Semaphore},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    clock::Clock,
    config::Config,
    jobs,
    picture_files::{FilesError, PictureFiles},
    routes,
    store::{Store, StoreError},
    upstream::{
        Outside, UpstreamError,
        identity::{IdentityProvider, OpenIdConnect},
        police::{HttpPoliceDesk, PoliceDesk},
        post::{HttpPostOffice, PostOffice},
        records::{HttpRecordExchange, RecordExchange},
        sms::{HttpSmsGateway, SmsGateway},
    },
};

/// How long a job or a sign-in waits for another system. Nobody looks at a form meanwhile.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long requests may go on once the process is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(20);

/// Why the service does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder of pictures.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// A client of another system.
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    /// The webhook secret.
    #[error("`webhook_secret` is not whsec_ and base64")]
    WebhookSecret,
    /// Listening or serving.
    #[error("serving: {0}")]
    Serve(#[from] std::io::Error),
}

/// The service.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    config: Config,
    origin: String,
    clock: Clock,
    store: Store,
    picture_files: PictureFiles,
    picture_workers: Semaphore,
    receipts: OnceLock<Printer>,
    webhook: Webhook,
    identity: Box<dyn IdentityProvider>,
    records: Box<dyn RecordExchange>,
    police: Box<dyn PoliceDesk>,
    post: Box<dyn PostOffice>,
    sms: Box<dyn SmsGateway>,
    outbox_filled: Notify,
}

impl App {
    /// Opens the database and the folder of pictures and makes the clients.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn open(config: Config) -> Result<Self, StartError> {
        let outside = |system, base, patience| Outside::new(system, base, &config.outside_token, patience);
        let records_patience = Duration::from_millis(config.records_timeout_ms);
        let identity = OpenIdConnect::new(
            &config.identity_issuer,
            &config.identity_client_id,
            &config.identity_client_secret,
            &config.public_url,
            PATIENCE,
        )?;
        Ok(Self(Arc::new(Inner {
            origin: config.origin(),
            clock: Clock::new(config.today),
            store: Store::open(&config.database_url, config.database_connections).await?,
            picture_files: PictureFiles::open(&config.pictures_dir)?,
            picture_workers: Semaphore::new(config.picture_workers),
            receipts: OnceLock::new(),
            webhook: Webhook::new(config.webhook_secret.expose_secret()).map_err(|_| StartError::WebhookSecret)?,
            identity: Box::new(identity),
            records: Box::new(HttpRecordExchange(outside("record exchange", &config.records_url, records_patience)?)),
            police: Box::new(HttpPoliceDesk(outside("police desk", &config.police_url, PATIENCE)?)),
            post: Box::new(HttpPostOffice(outside("post", &config.post_url, PATIENCE)?)),
            sms: Box::new(HttpSmsGateway(outside("SMS gateway", &config.sms_url, PATIENCE)?)),
            outbox_filled: Notify::new(),
            config,
        })))
    }

    /// Serves until `stop`, then finishes what has begun and closes the database.
    ///
    /// # Errors
    /// [`StartError`].
    pub async fn serve(self, listener: TcpListener, stop: CancellationToken) -> Result<(), StartError> {
        let workers = TaskTracker::new();
        jobs::begin(&self, &workers, &stop);
        workers.close();
        let stopping = stop.clone().cancelled_owned();
        let serving = axum::serve(listener, routes::router(self.clone())).with_graceful_shutdown(stopping);
        let overdue = async {
            stop.cancelled().await;
            tokio::time::sleep(LAST_REQUESTS).await;
        };
        tokio::select! {
            served = serving.into_future() => served?,
            () = overdue => tracing::warn!("requests were still going on"),
        }
        // Where serving ends by itself, the workers have to be told.
        stop.cancel();
        workers.wait().await;
        self.0.store.clone().close().await?;
        Ok(())
    }

    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    /// The origin of our own pages.
    pub(crate) fn origin(&self) -> &str {
        &self.0.origin
    }

    pub(crate) fn clock(&self) -> Clock {
        self.0.clock
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn picture_files(&self) -> &PictureFiles {
        &self.0.picture_files
    }

    /// What makes receipts. The first call reads the font, so it holds up its thread, and where the font is missing the
    /// next one looks again.
    pub(crate) fn receipts(&self) -> Result<&Printer, FontError> {
        if let Some(printer) = self.0.receipts.get() {
            return Ok(printer);
        }
        let printer = Printer::open(&self.0.config.receipt_font)?;
        Ok(self.0.receipts.get_or_init(|| printer))
    }

    /// One permit a picture that is being decoded, or a receipt that is being made.
    pub(crate) fn picture_workers(&self) -> &Semaphore {
        &self.0.picture_workers
    }

    pub(crate) fn webhook(&self) -> &Webhook {
        &self.0.webhook
    }

    pub(crate) fn identity(&self) -> &dyn IdentityProvider {
        &*self.0.identity
    }

    pub(crate) fn records(&self) -> &dyn RecordExchange {
        &*self.0.records
    }

    pub(crate) fn police(&self) -> &dyn PoliceDesk {
        &*self.0.police
    }

    pub(crate) fn post(&self) -> &dyn PostOffice {
        &*self.0.post
    }

    pub(crate) fn sms(&self) -> &dyn SmsGateway {
        &*self.0.sms
    }

    /// Tells the workers of this process that there is something in the outbox. Those of others find it by looking.
    pub(crate) fn outbox_filled(&self) -> &Notify {
        &self.0.outbox_filled
    }
}
