//! An address as a code for cameras.

#[cfg(feature = "gallery")]
pub mod stories;

use fast_qr::{ECL, QRBuilder, QRCode as Matrix};
use leptos::prelude::*;

use super::Text;

/// Light squares around the code, which cameras need to find it (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A QR code for another device, with the way for those who have no camera. It recovers from 15 % of it being covered.
///
/// The code is dark on light in every theme, since many cameras do not read the other way round. Only public addresses
/// and numbers belong in it: everybody who sees the screen can read it.
///
/// Keys: none. A screen reader hears an image by its label, and after it what is in `children`, which says the same in
/// words. Where there is more to say than a code holds (about 2,300 bytes), the words stand alone.
#[component]
pub fn QrCode(
    /// What the code says.
    #[prop(into)]
    value: Signal<String>,
    /// What it is: "办件 CDJZ-… 的二维码，用另一台手机扫".
    #[prop(into)]
    label: Text,
    /// The same in words that can be read or followed: a link, a number to type in.
    children: Children,
) -> impl IntoView {
    let drawn = move || {
        let matrix = value.with(|value| QRBuilder::new(value.as_str()).ecl(ECL::M).build()).ok()?;
        let side = matrix.size + 2 * QUIET;
        Some(view! {
            <svg
                class="qr-code-image"
                viewBox=format!("0 0 {side} {side}")
                role="img"
                aria-label=move || label.get()
                shape-rendering="crispEdges"
            >
                <path class="qr-code-ground" d=format!("M0 0h{side}v{side}h-{side}z")></path>
                <path class="qr-code-modules" d=outline(&matrix)></path>
            </svg>
        })
    };
    view! {
        <figure class="qr-code">
            {drawn}
            <figcaption class="qr-code-words">{children()}</figcaption>
        </figure>
    }
    .into_any()
}

/// The dark modules as one path: a rectangle for each run in a row.
fn outline(matrix: &Matrix) -> String {
    let mut path = String::new();
    for (row, modules) in (0..matrix.size).map(|row| (row, &matrix[row])) {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one.value() == next.value()) {
            if run.first().is_some_and(|module| module.value()) {
                path.push_str(&format!("M{} {}h{}v1h-{}z", column + QUIET, row + QUIET, run.len(), run.len()));
            }
            column += run.len();
        }
    }
    path
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn code(value: String) -> String {
        html(move || {
            view! { <QrCode value label="办件的二维码">"也可以输入编号 CDJZ-2026-000001"</QrCode> }
        })
    }

    #[test]
    fn a_code_is_an_image_with_a_name_and_the_same_in_words() {
        let html = code("https://example.org/verify/CDJZ-2026-000001".to_owned());
        let image = tag(&html, "qr-code-image");
        assert!(image.contains("role=\"img\"") && image.contains("aria-label=\"办件的二维码\""));
        assert!(words(&html).contains("也可以输入编号 CDJZ-2026-000001"));
    }

    /// The modules that the path draws, without the quiet zone.
    fn drawn(path: &str, size: usize) -> Vec<Vec<bool>> {
        let mut modules = vec![vec![false; size]; size];
        for run in path.split('M').filter(|run| !run.is_empty()) {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let (column, row, length) = (numbers[0] - QUIET, numbers[1] - QUIET, numbers[2]);
            modules[row][column..column + length].fill(true);
        }
        modules
    }

    #[test]
    fn the_path_draws_every_dark_module_and_no_other() {
        let matrix = QRBuilder::new("CDJZ-2026-000001").ecl(ECL::M).build().unwrap();
        let modules = drawn(&outline(&matrix), matrix.size);
        for (row, line) in modules.iter().enumerate() {
            for (column, dark) in line.iter().enumerate() {
                assert_eq!(*dark, matrix[row][column].value(), "{row} {column}");
            }
        }
        // The three corners by which cameras find it.
        assert!(modules[0][..7].iter().all(|dark| *dark) && !modules[1][1] && modules[3][3]);
    }

    #[test]
    fn the_quiet_zone_around_it_is_left_light() {
        let matrix = QRBuilder::new("CDJZ-2026-000001").ecl(ECL::M).build().unwrap();
        let html = code("CDJZ-2026-000001".to_owned());
        let side = matrix.size + 8;
        assert!(tag(&html, "qr-code-image").contains(&format!("viewBox=\"0 0 {side} {side}\"")));
        assert!(outline(&matrix).starts_with("M4 4h7v1h-7z"));
    }

    #[test]
    fn what_no_code_can_hold_is_said_in_words_alone() {
        let html = code("一".repeat(2000));
        assert!(!html.contains("<svg") && words(&html).contains("也可以输入编号"));
    }
}
