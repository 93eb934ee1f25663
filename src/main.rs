//! rongju
fn main() {}
