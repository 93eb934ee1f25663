//! Work that takes a core for a while.

use crate::{App, problem::Refusal};

/// Works where it holds up nobody, and no more at once than there are workers.
pub(super) async fn on_a_worker<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let gone = |_| Refusal::Broken("the workers are gone");
    let _permit = app.picture_workers().acquire().await.map_err(gone)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| Refusal::Broken("the work was broken off"))?
}
