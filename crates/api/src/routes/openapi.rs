//! The OpenAPI document: collected from the endpoints' descriptions.

use axum::Json;
use rules::{field::Item, service::Service};
use utoipa::OpenApi;
use wire::{consent::ConsentScope, endpoint};

use super::{
    applications, consents, corrections, drafts, employers, health, household, me, pictures, receipts, record_checks,
    records, session, sign_in, stations, status, webhooks, withdrawal,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "蓉居 Rongju",
        description = "The Chengdu residence permit (成都居住证) online. Requests that change something carry the header \
            `x-requested-by: rongju`; whoever is signed in is known by a cookie. Errors are problem details (RFC 9457) \
            with a stable code.",
    ),
    paths(
        applications::list,
        applications::read,
        applications::submit,
        consents::give,
        consents::list,
        consents::withdraw,
        corrections::correct,
        drafts::delete,
        drafts::list,
        drafts::read,
        drafts::save,
        employers::read,
        health::health,
        household::look_up,
        household::read,
        me::me,
        me::phone_key,
        serve,
        pictures::delete,
        pictures::earlier,
        pictures::put,
        pictures::read,
        receipts::read,
        receipts::verify,
        record_checks::ask,
        record_checks::list,
        records::records,
        session::session,
        session::sign_out,
        sign_in::begin,
        sign_in::come_back,
        stations::list,
        status::status,
        webhooks::police,
        webhooks::post,
        withdrawal::withdraw,
    ),
    // Named by parameters alone, which are not followed.
    components(schemas(Item, Service, ConsentScope, pictures::Size))
)]
struct Document;

/// The document.
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}

/// This document.
#[utoipa::path(get, path = endpoint::OPENAPI, tag = "service", responses((status = 200, description = "OpenAPI 3.1")))]
pub async fn serve() -> Json<utoipa::openapi::OpenApi> {
    Json(document())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::access;

    #[test]
    fn every_endpoint_that_can_be_reached_is_described_and_no_other() {
        let json = serde_json::to_value(document()).unwrap();
        let described: BTreeSet<(String, String)> = json["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, methods)| {
                methods.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone()))
            })
            .collect();
        let reachable: BTreeSet<(String, String)> =
            access::TABLE.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
        assert_eq!(described, reachable);
    }

    #[test]
    fn everything_that_is_referred_to_is_there() {
        let json = serde_json::to_string(&document()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        for reference in json.split("\"#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(value["components"]["schemas"].get(name).is_some(), "{name}");
        }
    }
}
