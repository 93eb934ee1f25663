//! `api`: serves until SIGTERM or SIGINT. `api --print-openapi` prints the OpenAPI document instead.

use std::{io::Write, process::ExitCode};

use api::{App, config::Config, telemetry};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use tokio_util::sync::CancellationToken;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("--print-openapi") => print_openapi(),
        Some(_) => Err("usage: api [--print-openapi]".into()),
        None => serve().await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Logs may not have begun; whoever started the process reads this.
            let _ = writeln!(std::io::stderr(), "api: {error}");
            ExitCode::FAILURE
        }
    }
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn print_openapi() -> Outcome {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &api::openapi())?;
    Ok(writeln!(out)?)
}

async fn serve() -> Outcome {
    let config = Config::load()?;
    telemetry::begin(&config)?;
    let stop = CancellationToken::new();
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let told = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        told.cancel();
    });
    let listener = TcpListener::bind(config.listen).await?;
    tracing::info!(listen = %config.listen, demonstration = config.demonstration, "serving");
    App::open(config).await?.serve(listener, stop).await?;
    tracing::info!("stopped");
    Ok(())
}
