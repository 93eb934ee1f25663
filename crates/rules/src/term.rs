//! Official terms, each kept once: the Chinese word of the law and its English rendering.

use serde::{Deserialize, Serialize};

/// A language the service speaks. Chinese comes first; official terms always have both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Locale {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

/// Something the law has a word for.
pub trait Term {
    /// The official Chinese word, for example 申领.
    fn zh(&self) -> &'static str;
    /// Its English rendering, for example "first issue".
    fn en(&self) -> &'static str;
    /// The word in `locale`.
    fn term(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhCn => self.zh(),
            Locale::En => self.en(),
        }
    }
}

/// A closed list of snake_case identifiers with their official terms: the enum, its identifier on the wire, [`Term`],
/// `ALL`, `Display` and `FromStr` from one table, so that no list is kept twice.
macro_rules! terms {
    (
        $(#[$meta:meta])*
        $name:ident, $unknown:literal {
            $( $(#[$vmeta:meta])* $variant:ident = $id:literal, $zh:literal, $en:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $( $(#[$vmeta])* #[serde(rename = $id)] #[cfg_attr(feature = "openapi", schema(rename = $id))] $variant, )+
        }

        impl $name {
            /// Every value, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The identifier on the wire and in case files.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }

        impl $crate::term::Term for $name {
            fn zh(&self) -> &'static str { match self { $(Self::$variant => $zh),+ } }
            fn en(&self) -> &'static str { match self { $(Self::$variant => $en),+ } }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.id()) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::term::UnknownTerm;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($id => Ok(Self::$variant),)+ _ => Err($crate::term::UnknownTerm { kind: $unknown }) }
            }
        }
    };
}
pub(crate) use terms;

/// An identifier that is on none of our lists. It does not repeat the text, which may be personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind}")]
pub struct UnknownTerm {
    /// The list it was looked for in, for example `service`.
    pub kind: &'static str,
}
