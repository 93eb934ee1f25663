//! Giving an application up before it is submitted.

use std::time::Duration;

use leptos::prelude::*;

use super::{Wizard, open, target::Target};
use crate::{
    client::{self, ClientError},
    device::clock,
};

/// How often it is looked whether a saving that is under way has ended. It has a time limit of its own.
const LOOK_EVERY: Duration = Duration::from_millis(50);

impl Wizard {
    /// Deletes everything that was filled in and photographed: on the server, on this phone, and in its other tabs.
    /// Where the server could not be told, nothing is deleted.
    ///
    /// # Errors
    /// Any [`ClientError`].
    pub async fn discard(self) -> Result<(), ClientError> {
        let Target::New(service) = self.target() else { return Ok(()) };
        // What would be saved meanwhile would be there again.
        self.saving.closed.set_value(true);
        while self.saving.is_sending() {
            clock::sleep(LOOK_EVERY).await;
        }
        if let Err(error) = client::drafts::delete(service).await {
            self.saving.closed.set_value(false);
            return Err(error);
        }
        open::close(self);
        self.forget().await;
        Ok(())
    }
}
