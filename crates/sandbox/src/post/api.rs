//! The post's machine interface: handing in an order.

use axum::{
    Json,
    extract::{State, rejection::JsonRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::parcel::{Order, Parcel, waybill};
use crate::{
    Sandbox,
    failure::Failure,
    personal::{holds_identity_number, is_mobile},
};

/// `POST /post/api/parcels` with Idempotency-Key: 201 with the waybill; the same key and order again, the same waybill.
pub async fn take(
    State(sandbox): State<Sandbox>,
    headers: HeaderMap,
    order: Result<Json<Order>, JsonRejection>,
) -> Result<Response, Failure> {
    let Json(order) = order.map_err(|_| Failure::Unacceptable("malformed", "the body is not an order"))?;
    let key = headers
        .get("idempotency-key")
        .and_then(|key| key.to_str().ok())
        .filter(|key| !key.is_empty())
        .ok_or(Failure::Unacceptable("idempotency_key", "the header Idempotency-Key is missing"))?;
    let recipient = &order.recipient;
    let fields = [&recipient.name, &recipient.phone, &recipient.address];
    if fields.iter().any(|field| field.trim().is_empty()) {
        return Err(Failure::Unacceptable("recipient", "name, phone and address are needed"));
    }
    if fields.iter().any(|field| holds_identity_number(field)) {
        return Err(Failure::Unacceptable(
            "identity_number",
            "a waybill may not carry an identity number (快递暂行条例 22)",
        ));
    }
    if !is_mobile(&recipient.phone) {
        return Err(Failure::Unacceptable("phone", "the recipient's phone is no mobile number of the mainland"));
    }
    let now = sandbox.clock().now();
    let (status, waybill) = sandbox
        .store()
        .change(|kept| {
            if let Some(known) = kept.parcels.values().find(|parcel| parcel.key == key) {
                return if known.order == order {
                    Ok((StatusCode::OK, known.waybill.clone()))
                } else {
                    Err(Failure::Conflict("the idempotency key was used for another order"))
                };
            }
            kept.waybills += 1;
            let waybill = waybill(kept.waybills);
            let parcel = Parcel {
                waybill: waybill.clone(),
                key: key.to_owned(),
                order,
                since: now,
                scans: Vec::new(),
                pending: None,
                refused: None,
            };
            kept.parcels.insert(waybill.clone(), parcel);
            Ok((StatusCode::CREATED, waybill))
        })
        .await?;
    Ok((status, Json(json!({"waybill": waybill}))).into_response())
}
