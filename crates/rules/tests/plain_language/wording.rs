//! What is wrong with the wording of a text: the words of officialdom (`officialese.txt`), a raised voice, no manners,
//! sentences too long to take in. The tests of the app's texts use it too, for there is one tone.

use std::sync::LazyLock;

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Zh,
    En,
}

/// How long a sentence may be. Measured before it was set: of the texts then written the longest Chinese sentence had
/// 68 characters, the longest English one 42 words.
const MOST_CHARACTERS: usize = 60;
const MOST_WORDS: usize = 25;

/// A word to avoid.
struct Avoided {
    language: Language,
    not: &'static str,
    but: &'static str,
    /// The official terms in which it stays.
    except: Vec<&'static str>,
}

static AVOIDED: LazyLock<Vec<Avoided>> = LazyLock::new(|| {
    let lines = include_str!("officialese.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(avoided).collect()
});

fn avoided(line: &'static str) -> Avoided {
    let columns: Vec<&str> = line.split('|').map(str::trim).collect();
    let [language, not, but, except @ ..] = columns.as_slice() else { panic!("not a line of the list: {line}") };
    let language = match *language {
        "zh" => Language::Zh,
        "en" => Language::En,
        other => panic!("{other} is no language of the list: {line}"),
    };
    assert!(!not.is_empty() && !but.is_empty(), "nothing to avoid, or nothing to say instead: {line}");
    let except = except.first().map(|terms| terms.split(',').map(str::trim).collect()).unwrap_or_default();
    Avoided { language, not, but, except }
}

impl Avoided {
    fn stands_in(&self, text: &str) -> bool {
        let rest = self.except.iter().fold(text.to_owned(), |text, term| text.replace(term, ""));
        match self.language {
            Language::Zh => rest.contains(self.not),
            Language::En => words(&rest).windows(words(self.not).len()).any(|at| at == words(self.not)),
        }
    }
}

/// The words of an English text, in lower case.
fn words(text: &str) -> Vec<String> {
    let apart = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-');
    text.split(apart).filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_lowercase).collect()
}

/// What is wrong with the text's wording; nothing for a good one.
pub fn faults(language: Language, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for avoided in AVOIDED.iter().filter(|avoided| avoided.language == language && avoided.stands_in(text)) {
        found.push(format!("not “{}” but: {}", avoided.not, avoided.but));
    }
    if text.contains(['!', '！']) {
        found.push("raises its voice".to_owned());
    }
    if text.contains('你') {
        found.push("not 你 but 您".to_owned());
    }
    found.extend(long_sentences(language, text));
    found
}

/// The sentences that are too long. A source in brackets at the end is not counted, for it is there to be looked up.
fn long_sentences(language: Language, text: &str) -> Vec<String> {
    let text = without_sources(text);
    match language {
        Language::Zh => {
            let sentences = text.split(['。', '？']).map(|sentence| (sentence, sentence.chars().count()));
            sentences
                .filter(|(_, length)| *length > MOST_CHARACTERS)
                .map(|(sentence, length)| format!("{length} characters: {sentence}"))
                .collect()
        }
        Language::En => {
            let sentences = text.split_inclusive(['.', '?']).flat_map(|sentence| sentence.split(';'));
            sentences
                .map(|sentence| (sentence, words(sentence).len()))
                .filter(|(_, length)| *length > MOST_WORDS)
                .map(|(sentence, length)| format!("{length} words: {}", sentence.trim()))
                .collect()
        }
    }
}

fn without_sources(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['（', '(']) {
        let Some(end) = rest[start..].find(['）', ')']).map(|length| start + length) else { break };
        let inside = &rest[start..end];
        kept.push_str(&rest[..start]);
        if !inside.contains("第") && !inside.contains("Art.") {
            kept.push_str(inside);
        }
        rest = &rest[end..];
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    }
    kept + rest
}

#[test]
fn officialese_is_found_and_the_official_terms_that_hold_it_are_not() {
    assert_eq!(faults(Language::Zh, "派出所不予受理"), Vec::<String>::new());
    assert_eq!(faults(Language::Zh, "派出所不予办理").len(), 1);
    assert_eq!(faults(Language::En, "Your number is Invalid.").len(), 1);
    assert_eq!(faults(Language::En, "The shallow end"), Vec::<String>::new());
    assert_eq!(faults(Language::En, "Please try again later").len(), 1);
}

#[test]
fn a_raised_voice_bad_manners_and_long_sentences_are_found() {
    assert_eq!(faults(Language::Zh, "已提交！").len(), 1);
    assert_eq!(faults(Language::Zh, "你可以申领").len(), 1);
    assert_eq!(faults(Language::Zh, &"字".repeat(61)).len(), 1);
    assert_eq!(faults(Language::Zh, &format!("{0}。{0}", "字".repeat(60))), Vec::<String>::new());
    assert_eq!(faults(Language::En, &"word ".repeat(26)).len(), 1);
    assert_eq!(faults(Language::En, &"word ".repeat(25)), Vec::<String>::new());
    assert_eq!(faults(Language::En, &format!("{}(Regulation, Art. 9).", "word ".repeat(25))), Vec::<String>::new());
}
