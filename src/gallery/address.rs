//! What the gallery shows, as an address that can be sent to somebody: story, settings, changed props and tokens.
//!
//! `#/button/actions?theme=Dark&locale=en&--brand=teal&.kind=Danger`: settings by their names, tokens with their `--`,
//! props behind a stop. The address of the story's own frame is the same with `?canvas` before the `#`, so that one
//! reader serves both.

use rules::Locale;
use std::{collections::BTreeMap, fmt::Debug};
use strum::VariantArray;

/// What is shown in the gallery's main part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What there is.
    #[default]
    Start,
    /// One story.
    Story {
        /// The component's folder.
        component: String,
        /// The story's identifier; the first one where it is empty.
        story: String,
    },
    /// All stories of all components, as one long sheet.
    Sheet,
    /// The tokens, to be changed.
    Tokens,
    /// A picture's way through the phone.
    Picture,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Theme {
    /// Dark words on light paper.
    #[default]
    Light,
    /// Light words on dark paper.
    Dark,
}

/// The width of the frame in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Viewport {
    /// 320: the smallest phone, and 1280 at 400 % zoom.
    Smallest,
    /// 360: the commonest phone in China.
    #[default]
    Phone,
    /// 390: a large phone.
    LargePhone,
    /// 768: a tablet.
    Tablet,
    /// 1280: a computer.
    Computer,
}

impl Viewport {
    /// Its width in CSS pixels.
    #[must_use]
    pub const fn width(self) -> u32 {
        match self {
            Self::Smallest => 320,
            Self::Phone => 360,
            Self::LargePhone => 390,
            Self::Tablet => 768,
            Self::Computer => 1280,
        }
    }
}

/// The program around the page, whose bars take room above and below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Host {
    /// A browser.
    #[default]
    Browser,
    /// 微信: a title bar above, and sometimes a bar for back and forward below.
    WeChat,
    /// 天府市民云: a title bar above.
    CitizenCloud,
}

/// A state that is otherwise seen only while a pointer or the keyboard is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Forced {
    /// None.
    #[default]
    None,
    /// As under a pointer.
    Hover,
    /// As with the keyboard's focus.
    Focus,
    /// As while pressed.
    Active,
}

/// How a story is looked at, whatever it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// More contrast than usual.
    pub contrast: bool,
    /// Large words and targets (适老模式).
    pub elder: bool,
    /// The language of the words.
    pub locale: Locale,
    /// The width of the frame.
    pub viewport: Viewport,
    /// The size of the browser's own text, in percent.
    pub text: TextSize,
    /// The program around the page.
    pub host: Host,
    /// A state shown as if a pointer or the keyboard were there.
    pub forced: Forced,
    /// The line is down.
    pub offline: bool,
    /// How many times slower than this machine the phone is.
    pub slow: Slow,
    /// From right to left, as Uyghur is written.
    pub mirrored: bool,
}

/// The browser's own text size, in percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum TextSize {
    /// 100 %.
    #[default]
    Usual,
    /// 150 %.
    Large,
    /// 200 %, which must not lose anything (WCAG 1.4.4).
    Double,
}

impl TextSize {
    /// In percent.
    #[must_use]
    pub const fn percent(self) -> u32 {
        match self {
            Self::Usual => 100,
            Self::Large => 150,
            Self::Double => 200,
        }
    }
}

/// How much slower than this machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Slow {
    /// As fast as it is.
    #[default]
    Not,
    /// Four times.
    Four,
    /// Eight times.
    Eight,
}

impl Slow {
    /// How many times.
    #[must_use]
    pub const fn factor(self) -> u32 {
        match self {
            Self::Not => 1,
            Self::Four => 4,
            Self::Eight => 8,
        }
    }
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What is shown.
    pub view: View,
    /// How it is looked at.
    pub settings: Settings,
    /// All themes beside each other.
    pub beside: bool,
    /// The props that were changed.
    pub args: BTreeMap<String, String>,
    /// The tokens that were changed, by their name with `--`.
    pub tokens: BTreeMap<String, String>,
}

impl Address {
    /// Reads what stands behind the `#`; what it does not know is left out.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let mut parts = path.trim_matches('/').splitn(2, '/');
        let view = match (parts.next().unwrap_or_default(), parts.next()) {
            ("", _) => View::Start,
            ("sheet", None) => View::Sheet,
            ("tokens", None) => View::Tokens,
            ("picture", None) => View::Picture,
            (component, story) => {
                View::Story { component: component.to_owned(), story: story.unwrap_or_default().to_owned() }
            }
        };
        let mut address = Self { view, ..Self::default() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            address.take(&name, &value);
        }
        address
    }

    fn take(&mut self, name: &str, value: &str) {
        let settings = &mut self.settings;
        match name {
            "theme" => settings.theme = named(value),
            "contrast" => settings.contrast = value == "more",
            "elder" => settings.elder = value == "on",
            "locale" => settings.locale = if value == "en" { Locale::En } else { Locale::ZhCn },
            "viewport" => settings.viewport = named(value),
            "text" => settings.text = named(value),
            "host" => settings.host = named(value),
            "state" => settings.forced = named(value),
            "line" => settings.offline = value == "off",
            "slow" => settings.slow = named(value),
            "direction" => settings.mirrored = value == "rtl",
            "beside" => self.beside = value == "on",
            token if token.starts_with("--") => {
                self.tokens.insert(token.to_owned(), value.to_owned());
            }
            prop => {
                if let Some(prop) = prop.strip_prefix('.') {
                    self.args.insert(prop.to_owned(), value.to_owned());
                }
            }
        }
    }

    /// The address, from the `#` on; what is as usual is left out.
    #[must_use]
    pub fn hash(&self) -> String {
        let path = match &self.view {
            View::Start => String::new(),
            View::Sheet => "sheet".to_owned(),
            View::Tokens => "tokens".to_owned(),
            View::Picture => "picture".to_owned(),
            View::Story { component, story } if story.is_empty() => component.clone(),
            View::Story { component, story } => format!("{component}/{story}"),
        };
        let Settings { theme, contrast, elder, locale, viewport, text, host, forced, offline, slow, mirrored } =
            self.settings;
        let named = [
            ("theme", name_of(theme)),
            ("viewport", name_of(viewport)),
            ("text", name_of(text)),
            ("host", name_of(host)),
            ("state", name_of(forced)),
            ("slow", name_of(slow)),
        ];
        let set = [
            (contrast, "contrast", "more"),
            (elder, "elder", "on"),
            (locale == Locale::En, "locale", "en"),
            (offline, "line", "off"),
            (mirrored, "direction", "rtl"),
            (self.beside, "beside", "on"),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(named.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))));
        query.extend_pairs(set.into_iter().filter(|(on, ..)| *on).map(|(_, name, value)| (name, value)));
        query.extend_pairs(&self.tokens);
        query.extend_pairs(self.args.iter().map(|(prop, value)| (format!(".{prop}"), value)));
        let query = query.finish();
        if query.is_empty() { format!("#/{path}") } else { format!("#/{path}?{query}") }
    }

    /// The same with a change.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = self.clone();
        change(&mut changed);
        changed
    }
}

/// The variant of this name, the usual one where there is none.
fn named<T: VariantArray + Debug + Copy + Default>(name: &str) -> T {
    T::VARIANTS.iter().find(|one| format!("{one:?}") == name).copied().unwrap_or_default()
}

/// The variant's name, unless it is the usual one.
fn name_of<T: Debug + Default + PartialEq>(value: T) -> Option<String> {
    (value != T::default()).then(|| format!("{value:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let address = Address {
            view: View::Story { component: "button".to_owned(), story: "actions".to_owned() },
            settings: Settings {
                theme: Theme::Dark,
                contrast: true,
                elder: true,
                locale: Locale::En,
                viewport: Viewport::Computer,
                text: TextSize::Double,
                host: Host::WeChat,
                forced: Forced::Focus,
                offline: true,
                slow: Slow::Four,
                mirrored: true,
            },
            beside: true,
            args: [("children".to_owned(), "提交 & 完成?".to_owned())].into(),
            tokens: [("--brand".to_owned(), "#123456".to_owned())].into(),
        };
        assert_eq!(Address::parse(&address.hash()), address);
    }

    #[test]
    fn what_is_as_usual_is_left_out() {
        assert_eq!(Address::parse("#/button/actions").hash(), "#/button/actions");
        assert_eq!(Address::default().hash(), "#/");
        assert_eq!(Address::parse("").view, View::Start);
    }

    #[test]
    fn an_unknown_value_of_a_setting_is_the_usual_one() {
        assert_eq!(Address::parse("#/button?theme=Plaid").settings.theme, Theme::Light);
    }

    #[test]
    fn the_sheet_and_the_tokens_are_no_components() {
        assert_eq!(Address::parse("#/sheet").view, View::Sheet);
        assert_eq!(Address::parse("#/tokens?--brand=red").view, View::Tokens);
        assert_eq!(Address::parse("#/picture").view, View::Picture);
    }
}
