//! Mounts the designers' page in the browser.

fn main() {
    rongju::gallery::start();
}
