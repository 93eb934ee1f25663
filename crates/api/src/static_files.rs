//! The built app: files with a hash in their name for ever, everything else asked for anew, and every address of the
//! app answered by its one page.

use std::path::Path;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};
use wire::ErrorCode;

use crate::{App, problem::Refusal};

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// What no endpoint answers.
pub async fn serve(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let is_api = path == "/api" || path.starts_with("/api/");
    let folder = app.config().static_dir.as_deref().filter(|_| !is_api);
    match folder {
        Some(folder) if matches!(*request.method(), Method::GET | Method::HEAD) => file(folder, &path, request).await,
        Some(_) => Refusal::Code(ErrorCode::MethodNotAllowed).into_response(),
        None => Refusal::Code(ErrorCode::NotFound).into_response(),
    }
}

async fn file(folder: &Path, path: &str, request: Request) -> Response {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let index = ServeFile::new(folder.join("index.html")).precompressed_br().precompressed_gzip();
    // Addresses of pages have no dot. A missing script must not be answered by a page.
    let served = if names_a_file(path) {
        files.oneshot(request).await.map(|response| response.map(Body::new))
    } else {
        files.fallback(index).oneshot(request).await.map(|response| response.map(Body::new))
    };
    // ServeDir turns every error into an answer of its own.
    let mut response = served.unwrap_or_else(|never| match never {});
    if response.status().as_u16() == 404 {
        return Refusal::Code(ErrorCode::NotFound).into_response();
    }
    let kept = if is_hashed(path) { FOR_EVER } else { ASK_AGAIN };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

/// Whether a part of the address is, or ends in, a hash of the contents: `app-0123456789abcdef.js`,
/// `app-0123456789abcdef_bg.wasm`, `/0123456789abcdef/split_help.wasm`.
fn is_hashed(path: &str) -> bool {
    names_a_file(path)
        && path.split(['/', '.', '-', '_']).any(|part| {
            part.len() >= 16
                && part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
                && part.bytes().any(|byte| byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for path in [
            "/rongju-5d8d1a3c9be4f027.js",
            "/rongju-5d8d1a3c9be4f027_bg.wasm",
            "/split/5d8d1a3c9be4f0275d8d1a3c9be4f027/chunk_1.wasm",
            "/main-5d8d1a3c9be4f027.css",
        ] {
            assert!(is_hashed(path), "{path}");
        }
        for path in ["/", "/index.html", "/sw.js", "/apply/first_issue", "/icons/icon-192.png", "/manifest.webmanifest"]
        {
            assert!(!is_hashed(path), "{path}");
        }
    }

    #[test]
    fn an_address_of_the_app_is_no_file() {
        assert!(names_a_file("/app.js") && names_a_file("/.well-known/x.txt"));
        assert!(!names_a_file("/") && !names_a_file("/apply/first_issue/pictures"));
    }
}
