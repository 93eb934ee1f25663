//! Which way the script runs.

/// Whether words run from right to left where this element is.
pub fn is_rtl(element: &web_sys::Element) -> bool {
    element.closest("[dir]").ok().flatten().is_some_and(|around| around.get_attribute("dir").as_deref() == Some("rtl"))
}
