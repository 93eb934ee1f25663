//! An address as a code for cameras.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("address", "A public address, with the same in words", |args| {
        let value = args.value("value", "https://example.org/verify");
        view! {
            <QrCode value label=args.text("label", "核验页面的二维码，用另一台手机扫", "QR code of the page for verification, for another phone")>
                <p>{args.words("也可以在浏览器里打开：", "Or open it in a browser:")}</p>
                <p>{value}</p>
            </QrCode>
        }
        .into_any()
    }),
    Story::new("long", "A long address makes a finer code of the same size", |args| {
        let value = args.value(
            "value",
            "https://example.org/verify/permit/2026/510107/with-a-very-long-address-that-still-has-to-be-found-by-a-camera?lang=zh-CN",
        );
        view! {
            <QrCode value label=args.text("label", "核验页面的二维码", "QR code of the page for verification")>
                <p>{value}</p>
            </QrCode>
        }
        .into_any()
    }),
    Story::new("too-long", "What no code can hold is said in words alone", |args| {
        let (label, words) = (
            args.text("label", "二维码", "QR code"),
            args.words(
                "内容太长，请用网址打开：https://example.org/verify",
                "This is too long for a code. Open https://example.org/verify",
            ),
        );
        view! { <QrCode value="x".repeat(3000) label><p>{words}</p></QrCode> }.into_any()
    }),
];
