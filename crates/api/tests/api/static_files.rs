//! The built app, as it is handed out.

use crate::support::World;

async fn world() -> World {
    World::start_with(|settings| {
        let folder = std::path::Path::new(settings["pictures_dir"].as_str().unwrap()).parent().unwrap().join("dist");
        std::fs::create_dir_all(&folder).unwrap();
        for (name, content) in [
            ("index.html", "<!doctype html>the app"),
            ("app-0123456789abcdef.js", "let plain"),
            ("app-0123456789abcdef.js.br", "let brotli"),
            ("sw.js", "let worker"),
        ] {
            std::fs::write(folder.join(name), content).unwrap();
        }
        settings["static_dir"] = folder.display().to_string().into();
    })
    .await
}

#[tokio::test]
async fn every_address_of_the_app_is_its_one_page_which_is_asked_for_anew() {
    let world = world().await;
    let mut browser = world.browser();
    for path in ["/", "/apply/first_issue/pictures", "/applications/CDJZ-510104-20260105-000123-K"] {
        let answer = browser.get(path).await;
        assert_eq!((answer.status, answer.text().as_str()), (200, "<!doctype html>the app"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert!(answer.header("content-type").starts_with("text/html"));
    }
}

#[tokio::test]
async fn files_with_a_hash_are_kept_for_ever_and_come_compressed() {
    let world = world().await;
    let mut browser = world.browser();
    let request = browser.bare(reqwest::Method::GET, "/app-0123456789abcdef.js").header("accept-encoding", "br");
    let answer = browser.send(request).await;
    assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!((answer.header("content-encoding"), answer.text().as_str()), ("br", "let brotli"));
    assert_eq!(browser.get("/sw.js").await.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn a_file_that_is_not_there_is_not_answered_by_the_page() {
    let world = world().await;
    let mut browser = world.browser();
    browser.get("/app-fedcba9876543210.js").await.refused(404, "not_found");
    browser.get("/../rongju.db").await.refused(404, "not_found");
    browser.get("/api/nothing").await.refused(404, "not_found");
}
