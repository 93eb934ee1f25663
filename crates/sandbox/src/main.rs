//! `sandbox`: reads its settings from the environment (see [`sandbox::config`]), serves, and stops when told to.

use std::{future::IntoFuture, io, process::ExitCode};

use sandbox::{
    Sandbox, StartError,
    config::{Config, ConfigError},
    officer, router,
};
use tokio::{net::TcpListener, signal};
use tracing_subscriber::EnvFilter;

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("settings: {0}")]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("network: {0}")]
    Network(#[from] io::Error),
}

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).init();
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tracing::error!(%failure, "the sandbox stops");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Failure> {
    let config = Config::read(|name| std::env::var(name).ok())?;
    let listener = TcpListener::bind(config.listen).await?;
    let sandbox = Sandbox::open(config)?;
    tracing::info!(address = %listener.local_addr()?, "the sandbox listens");
    let work = tokio::spawn(officer::work(sandbox.clone()));
    let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
    let stop = async move {
        tokio::select! {
            _ = signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    };
    axum::serve(listener, router(sandbox)).with_graceful_shutdown(stop).into_future().await?;
    work.abort();
    Ok(())
}
