//! The frame that a picture is to fill, drawn.

use leptos::prelude::*;

/// What is photographed, which decides the frame's shape and what is drawn in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum Frame {
    /// The side of the identity card with the portrait.
    CardFront,
    /// The side of the identity card with the emblem.
    CardBack,
    /// A portrait for a document, 358 × 441.
    Portrait,
    /// A page of paper.
    Page,
}

impl Frame {
    /// The value of `data-frame`, which the styles read for the shape.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::CardFront | Self::CardBack => "card",
            Self::Portrait => "portrait",
            Self::Page => "page",
        }
    }

    const fn size(self) -> (u16, u16) {
        match self {
            Self::CardFront | Self::CardBack => (172, 108),
            Self::Portrait => (90, 110),
            Self::Page => (84, 118),
        }
    }

    /// What is in the frame: soft shapes that say which side and which way up.
    const fn shapes(self) -> &'static str {
        match self {
            Self::CardFront => {
                "M22 26h30v7H22zM22 40h18v6H22zM22 53h44v6H22zM22 66h58v6H22zM22 86h96v8H22zM134 38a13 13 0 1 1-26 0 13 13 0 0 1 26 0ZM96 78c2-16 12-23 25-23s23 7 25 23Z"
            }
            Self::CardBack => {
                "M50 38a16 16 0 1 1-32 0 16 16 0 0 1 32 0ZM64 24h86v9H64zM64 42h86v9H64zM52 72h24v6H52zM84 72h56v6H84zM52 86h24v6H52zM84 86h66v6H84z"
            }
            Self::Portrait => "M61 42a16 19 0 1 1-32 0 16 19 0 0 1 32 0ZM12 110c2-28 14-40 33-40s31 12 33 40Z",
            Self::Page => {
                "M26 14h32v7H26zM14 32h56v4H14zM14 43h56v4H14zM14 54h56v4H14zM14 65h38v4H14zM70 92a10 10 0 1 1-20 0 10 10 0 0 1 20 0Z"
            }
        }
    }
}

/// The drawn frame: four corners to fit the document into, and its outline.
#[component]
pub fn FrameDrawing(
    /// What is photographed.
    frame: Frame,
) -> impl IntoView {
    let (width, height) = frame.size();
    let (right, bottom) = (width - 2, height - 2);
    let arm = 16;
    let corners = format!(
        "M2 {0}V8a6 6 0 0 1 6-6h{arm}M{1} 2h{arm}a6 6 0 0 1 6 6v{arm}M{right} {2}v{arm}a6 6 0 0 1-6 6h-{arm}M{3} {bottom}H8a6 6 0 0 1-6-6v-{arm}",
        8 + arm,
        right - 6 - arm,
        bottom - 6 - arm,
        8 + arm,
    );
    view! {
        <svg
            class="uploader-frame"
            data-frame=frame.name()
            viewBox=format!("0 0 {width} {height}")
            aria-hidden="true"
            focusable="false"
        >
            <path class="uploader-frame-shapes" d=frame.shapes()></path>
            <path class="uploader-frame-corners" d=corners></path>
        </svg>
    }
}
