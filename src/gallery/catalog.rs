//! What the generated index is made of.

use super::{index::COMPONENTS, screens::SCREENS, story::Story};

/// A folder of `src/components`.
#[derive(Debug)]
pub struct Component {
    /// The folder's name.
    pub name: &'static str,
    /// The first sentence of its module's documentation.
    pub about: &'static str,
    /// The components in it, the main one first.
    pub parts: &'static [Part],
    /// What to look at.
    pub stories: &'static [Story],
}

/// One component function.
#[derive(Debug)]
pub struct Part {
    /// As one writes it in a view.
    pub name: &'static str,
    /// Its documentation.
    pub about: &'static str,
    /// Its props, in the order of their declaration.
    pub props: &'static [Prop],
}

/// One prop.
#[derive(Debug)]
pub struct Prop {
    /// Its name.
    pub name: &'static str,
    /// Its type as written in the source.
    pub of: &'static str,
    /// Must be given.
    pub required: bool,
    /// Its documentation.
    pub about: &'static str,
}

/// The tokens that stand together in `style/tokens.css`.
#[derive(Debug)]
pub struct TokenGroup {
    /// The comment above them.
    pub about: &'static str,
    /// Each token's name with `--`, and its value.
    pub tokens: &'static [(&'static str, &'static str)],
}

/// Everything that has stories: the components, and the screens made of them.
pub fn all() -> impl Iterator<Item = &'static Component> + Clone {
    COMPONENTS.iter().chain([&SCREENS])
}

/// The component of this folder.
pub fn component(name: &str) -> Option<&'static Component> {
    all().find(|component| component.name == name)
}

/// The story of this name, the component's first one where the name is empty.
pub fn story(component: &str, story: &str) -> Option<&'static Story> {
    let stories = self::component(component)?.stories;
    if story.is_empty() { stories.first() } else { stories.iter().find(|one| one.id == story) }
}

/// The components whose name, documentation or stories hold the words.
pub fn search(words: &str) -> Vec<&'static Component> {
    let words = words.trim().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&words);
    let found = all().filter(|component| {
        holds(component.name)
            || holds(&component.name.replace('_', " "))
            || holds(component.about)
            || component.stories.iter().any(|story| holds(story.id) || holds(story.about))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_component_can_be_looked_at() {
        let without: Vec<_> = all().filter(|one| one.stories.is_empty()).map(|one| one.name).collect();
        assert!(without.is_empty(), "these have no stories: {without:?}");
    }

    #[test]
    fn no_component_has_two_stories_of_one_name() {
        for component in all() {
            let names: BTreeSet<_> = component.stories.iter().map(|story| story.id).collect();
            assert_eq!(names.len(), component.stories.len(), "{}", component.name);
        }
    }

    #[test]
    fn every_prop_is_documented() {
        for part in COMPONENTS.iter().flat_map(|component| component.parts) {
            for prop in part.props {
                assert!(prop.about.len() > 3, "{} {}", part.name, prop.name);
            }
        }
    }

    #[test]
    fn a_component_is_found_by_what_it_is_for() {
        assert!(search("radio").iter().any(|component| component.name == "radio_cards"));
        assert!(search("no such thing at all").is_empty());
        assert_eq!(search("").len(), all().count());
    }
}
