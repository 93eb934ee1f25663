//! Our small set of line icons. Decoration only: hidden from screen readers, always beside a word.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

/// The icons there are, named by what they stand for.
#[allow(missing_docs)] // each name says all there is to say
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum IconName {
    ArrowLeft,
    ArrowUp,
    Briefcase,
    Calendar,
    Camera,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Clock,
    Crop,
    Cross,
    Document,
    Dot,
    Download,
    Edit,
    Error,
    Eye,
    EyeOff,
    Family,
    Globe,
    Help,
    Home,
    IdCard,
    Info,
    Lock,
    MapPin,
    Medal,
    Minus,
    Offline,
    Parcel,
    Person,
    Phone,
    Picture,
    Plus,
    Printer,
    Retake,
    School,
    Search,
    Shield,
    Speaker,
    TextSize,
    Trash,
    Upload,
    Warning,
}

impl IconName {
    /// The strokes, on a field of 24 × 24.
    const fn strokes(self) -> &'static str {
        match self {
            Self::ArrowLeft => "M19 12H5m6-6.5L4.5 12l6.5 6.5",
            Self::ArrowUp => "M12 19V5m-6.5 6L12 4.5l6.5 6.5",
            Self::Briefcase => {
                "M4 8h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1ZM9 8V5.5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1V8M3 13h18M12 12v2"
            }
            Self::Calendar => {
                "M5 5.5h14A1.5 1.5 0 0 1 20.5 7v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V7A1.5 1.5 0 0 1 5 5.5ZM3.5 10h17M8 3v4M16 3v4"
            }
            Self::Camera => {
                "M4.5 7.5H8L9.6 5h4.8L16 7.5h3.5A1.5 1.5 0 0 1 21 9v9.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5V9a1.5 1.5 0 0 1 1.5-1.5ZM15.5 13.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z"
            }
            Self::Check => "m5 12.5 4.5 4.5L19 7.5",
            Self::CheckCircle => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM8 12.3l2.8 2.8 5.4-5.5",
            Self::ChevronDown => "m6 9 6 6 6-6",
            Self::ChevronLeft => "m15 6-6 6 6 6",
            Self::ChevronRight => "m9 6 6 6-6 6",
            Self::Clock => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 7v5l3.3 2",
            Self::Crop => "M7 2.5V17h14.5M2.5 7H17v14.5",
            Self::Cross => "M6 6l12 12M18 6 6 18",
            Self::Document => {
                "M6 3.5h7.5l5 5V20a.5.5 0 0 1-.5.5H6a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5ZM13.5 3.5v5h5M8.8 13h6.4M8.8 16.5h6.4"
            }
            Self::Dot => "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z",
            Self::Download => {
                "M12 4v11.5M7.5 11l4.5 4.5 4.5-4.5M4.5 15.5v3A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5v-3"
            }
            Self::Edit => {
                "m4 20 .9-4.3L16.2 4.4a1.4 1.4 0 0 1 2 0l1.4 1.4a1.4 1.4 0 0 1 0 2L8.3 19.1 4 20ZM14 6.6l3.4 3.4"
            }
            Self::Error => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3ZM12 7.8v5.2M12 16.2v.1",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z"
            }
            Self::EyeOff => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM4.5 4.5l15 15"
            }
            Self::Family => {
                "M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM2 19c.5-3.3 2.6-5 6-5s5.5 1.7 6 5M15 5.2a3 3 0 0 1 0 5.6M17 14.3c2.600.4 4.2 2 4.7 4.7"
            }
            Self::Globe => {
                "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c2.5 2.5 3.8 5.5 3.8 9S14.5 18.5 12 21c-2.5-2.5-3.8-5.5-3.8-9S9.5 5.5 12 3Z"
            }
            Self::Help => {
                "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM9.4 9.5a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M12 16.8v.1"
            }
            Self::Home => "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-5.5h4V20",
            Self::IdCard => {
                "M4 5.5h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM10.5 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM5.5 15.5c.4-1.6 1.5-2.3 3-2.3s2.600.7 3 2.3M14 9.5h4M14 12.5h4M14 15.5h2.5"
            }
            Self::Info => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM12 11v5.5M12 7.6v.1",
            Self::Lock => {
                "M6 10.5h12a1 1 0 0 1 1 1V20a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1ZM8 10.5v-3a4 4 0 0 1 8 0v3M12 14.5V17"
            }
            Self::MapPin => {
                "M12 21s7-6.2 7-11.2a7 7 0 0 0-14 0C5 14.8 12 21 12 21ZM14.5 9.8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z"
            }
            Self::Medal => "M18 9a6 6 0 1 1-12 0 6 6 0 0 1 12 0ZM9 14.2 7.5 21l4.5-2.5 4.5 2.5L15 14.2",
            Self::Minus => "M5 12h14",
            Self::Offline => "M7 18.5h10.5a4 4 0 0 0 .6-7.95A6 6 0 0 0 6.6 9.4 4.6 4.6 0 0 0 7 18.5ZM4.5 4.5l15 15",
            Self::Parcel => "M12 3l8 4.2v9.6L12 21l-8-4.2V7.2L12 3ZM4.3 7.4l7.7 4.1 7.7-4.1M12 11.5V21M8 5.2l8 4.2",
            Self::Person => "M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM5 20c.7-3.6 3.3-5.5 7-5.5s6.3 1.9 7 5.5",
            Self::Phone => {
                "M8 4H5a1 1 0 0 0-1 1.1C4.6 13.2 10.8 19.4 18.9 20a1 1 0 0 0 1.1-1v-3l-4.2-1.6-1.7 2c-2.7-1.2-5.3-3.8-6.5-6.5l2-1.7L8 4Z"
            }
            Self::Picture => {
                "M4.5 4.5h15A1.5 1.5 0 0 1 21 6v12a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18V6a1.5 1.5 0 0 1 1.5-1.5ZM3.5 17l5-5 4 4 3-3 5 5M16.8 9a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0Z"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Printer => {
                "M7 8V3.5h10V8M7 17.5H4.5a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H17M7 14.5h10v6H7Z"
            }
            Self::Retake => "M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4.5V9H15",
            Self::School => {
                "M12 5l9.5 4.5L12 14 2.5 9.5 12 5ZM6.5 11.5V16c0 1.4 2.5 2.7 5.5 2.7s5.5-1.3 5.5-2.7v-4.5M21.5 9.5V15"
            }
            Self::Search => "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0ZM16 16l4.5 4.5",
            Self::Shield => {
                "M12 3l7.5 3v5.5c0 4.7-3.2 7.9-7.5 9.5-4.3-1.6-7.5-4.8-7.5-9.5V6L12 3ZM8.5 12l2.5 2.5 4.5-5"
            }
            Self::Speaker => "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
            Self::TextSize => "M2.5 19 8 5.5h.2L13.7 19M4.5 14.5h7M14.5 19l3-7.5h.2l3.3 7.5M15.5 16.5h4",
            Self::Trash => {
                "M4.5 6.5h15M9.5 6.5v-2h5v2M6.5 6.5l.8 13a1 1 0 0 0 1 .9h7.4a1 1 0 0 0 1-.9l.8-13M10 10.5v6M14 10.5v6"
            }
            Self::Upload => "M12 16V4.5M7.5 9 12 4.5 16.5 9M4.5 15.5v3A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5v-3",
            Self::Warning => {
                "M11.1 4.1 2.7 19a1 1 0 0 0 .9 1.5h16.8a1 1 0 0 0 .9-1.5L12.9 4.1a1 1 0 0 0-1.8 0ZM12 9.8v4.7M12 17.5v.1"
            }
        }
    }
}

/// A line icon in the colour and size of the words around it.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=name.strokes()></path>
        </svg>
    }
}

/// Rongju's mark: the city's flower, the hibiscus (芙蓉), from five petals.
#[component]
pub fn Mark() -> impl IntoView {
    const PETAL: &str =
        "M24 22.5c-5-2-8.4-6.6-7.6-12.2.5-3.6 4-5.3 7.6-2.8 3.6-2.5 7.1-.8 7.6 2.8.8 5.6-2.6 10.2-7.6 12.2Z";
    let petals = [0, 72, 144, 216, 288]
        .map(|turn| view! { <path d=PETAL transform=format!("rotate({turn} 24 24)")></path> })
        .collect_view();
    view! {
        <svg class="icon-mark" viewBox="0 0 48 48" width="32" height="32" aria-hidden="true" focusable="false">
            <g>{petals}</g>
            <circle cx="24" cy="24" r="3.2"></circle>
        </svg>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn an_icon_is_hidden_from_screen_readers() {
        let html = html(|| view! { <Icon name=IconName::Check/> });
        assert!(tag(&html, "svg").contains("aria-hidden=\"true\""));
    }
}
