//! index.html with the hashed names in it.

use crate::failure::{Done, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

/// The value of an `integrity` attribute for these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Replaces what must stand in the page exactly once.
pub fn replace_once(html: &str, from: &str, to: &str) -> Done<String> {
    let found = html.matches(from).count();
    ensure(found == 1, || format!("index.html should hold `{from}` once, but holds it {found} times"))?;
    Ok(html.replace(from, to))
}

/// Refuses what the content security policy would refuse in the browser.
pub fn refuse_inline(html: &str) -> Done {
    let scripts = html.split("<script").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    for tag in scripts {
        ensure(tag.contains(" src="), || format!("index.html has an inline script: <script{tag}>"))?;
    }
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    for tag in tags {
        let handler = tag.split_whitespace().any(|word| word.starts_with("on") && word.contains("=\""));
        let style = tag.starts_with("style") || tag.contains(" style=");
        ensure(!handler && !style, || format!("index.html has an inline style or handler: <{tag}>"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_files_only_passes() {
        assert!(refuse_inline(r#"<script src="/boot.js"></script><p class="on">text</p>"#).is_ok());
    }

    #[test]
    fn inline_scripts_styles_and_handlers_are_refused() {
        for html in ["<script>1</script>", "<style>p{}</style>", "<p style=\"a\">", "<p onclick=\"a()\">"] {
            assert!(refuse_inline(html).is_err(), "{html}");
        }
    }

    #[test]
    fn a_name_that_is_missing_or_twice_there_is_refused() {
        assert!(replace_once("a", "b", "c").is_err());
        assert!(replace_once("bb", "b", "c").is_err());
        assert_eq!(replace_once("abc", "b", "-").unwrap(), "a-c");
    }

    #[test]
    fn integrity_is_base64_of_sha384() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }
}
