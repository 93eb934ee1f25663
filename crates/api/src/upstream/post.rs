//! The post: takes parcels.

use reqwest::Method;
use serde::{Deserialize, Serialize};

use super::{Outside, UpstreamError};

/// A parcel. By law a waybill carries no identity number (快递暂行条例 Art. 22).
#[derive(Debug, Clone, Serialize)]
pub struct Parcel {
    /// Our reference, which its notices repeat.
    pub reference: String,
    /// To whom.
    pub recipient: Recipient,
    /// From which station.
    pub sender_station: String,
    /// Always `on_delivery`: the recipient pays.
    pub pay: &'static str,
}

/// To whom a parcel goes.
#[derive(Debug, Clone, Serialize)]
pub struct Recipient {
    /// Name.
    pub name: String,
    /// Mobile number.
    pub phone: String,
    /// Address.
    pub address: String,
}

/// Handing parcels to the post.
#[async_trait::async_trait]
pub trait PostOffice: Send + Sync {
    /// Orders a parcel and answers its waybill number; the same `key` again gives the same number.
    async fn order(&self, key: &str, parcel: &Parcel) -> Result<String, UpstreamError>;
}

/// [`PostOffice`] over HTTP.
pub struct HttpPostOffice(pub Outside);

#[derive(Deserialize)]
struct Taken {
    waybill: String,
}

#[async_trait::async_trait]
impl PostOffice for HttpPostOffice {
    async fn order(&self, key: &str, parcel: &Parcel) -> Result<String, UpstreamError> {
        let request = self.0.request(Method::POST, "/parcels").header("idempotency-key", key).json(parcel);
        let taken: Taken = self.0.read(self.0.send(request).await?).await?;
        Ok(taken.waybill)
    }
}
