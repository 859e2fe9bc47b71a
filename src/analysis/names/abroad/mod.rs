//! Names in articles of other languages than English. The model and the rules know English sentences; elsewhere they would make
//! people of nouns. What is left is what needs no grammar: names known beforehand, in the [`table`] of six languages, and people
//! whose first word is a given name. The rest stays unmarked: wrong is worse than missing.

pub(super) mod russian;
mod table;

use super::curated::Known;
use super::patterns::{Match, Meaning, Patterns, Sought};
use super::rules::Proposal;
use super::tokens::{Case, Text, Token, case_of};
use super::vocabulary::Classes;
use crate::analysis::Form;
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Span, Word};
use std::ops::Range;
use table::{LANGUAGES, ROWS};

/// Joined to an Arabic word without a space: "and", "in", "for".
const ARABIC_PREFIXES: [&str; 3] = ["و", "ب", "ل"];

/// "lorsqu’" with its mark, in bytes.
const LONGEST_JOINED: usize = 9;

/// The names that one language has for what the English table lists.
pub(super) struct Abroad {
    language: &'static str,
    patterns: Patterns,
}

/// The part of a language tag that names are read by: `ru` of `ru-RU`; English where there is none.
pub(super) fn primary(language: Option<&str>) -> &str {
    let tag = language.filter(|tag| !tag.is_empty()).unwrap_or("en");
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// What a language does to the words of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Morphology {
    None,
    /// Every case has an ending: Иран, Ирана, Ираном.
    Cases,
    /// A small word is joined to the next: l’Iran, d’Araghchi, dell’Iran.
    Elision,
}

impl Morphology {
    pub(super) fn of(language: &str) -> Self {
        match language {
            "ru" => Self::Cases,
            "fr" | "it" => Self::Elision,
            _ => Self::None,
        }
    }

    /// The form in which a folded word is compared with others.
    pub(super) fn compared<'f>(self, word: &str, folded: &'f str) -> &'f str {
        let is_name = self == Self::Cases && case_of(word) == Case::Capital;
        if is_name { russian::key(folded) } else { folded }
    }

    /// The word without what is joined before a capital.
    pub(super) fn without_joined(self, word: Word<'_>) -> Word<'_> {
        let joined = word.text.split_inclusive(['\'', '’']).next().filter(|_| self == Self::Elision);
        let at = joined.map_or(0, str::len);
        let name = &word.text[at..];
        if at > LONGEST_JOINED || !name.starts_with(char::is_uppercase) {
            return word;
        }
        Word { span: Span { start: word.span.start + at as u32, ..word.span }, text: name }
    }
}

impl Abroad {
    /// The tables of all languages; their words become known.
    pub(super) fn all(known: &mut Known) -> Vec<Self> {
        let tables = LANGUAGES.iter().enumerate().map(|(column, &language)| {
            let mut table = Self { language, patterns: Patterns::default() };
            for row in ROWS.lines() {
                let mut cells = row.split(';');
                let english = cells.next().unwrap_or("");
                let Some(entity) = known.named(english) else { continue };
                for name in cells.nth(column).unwrap_or("").split('/').filter(|name| !name.is_empty()) {
                    table.add(known, name, entity);
                }
            }
            table
        });
        tables.collect()
    }

    pub(super) fn is_for(&self, language: &str) -> bool {
        self.language == language
    }

    fn add(&mut self, known: &mut Known, name: &str, entity: u32) {
        let is_acronym = name.chars().all(|c| c.is_uppercase() || c == '.');
        let meaning = Meaning::Name(entity, if is_acronym { Form::Acronym } else { Form::Name });
        let mut add = |name: &str| known.add_abroad(&mut self.patterns, self.language, name, meaning);
        add(name);
        match self.language {
            "ar" => {
                for prefix in ARABIC_PREFIXES {
                    // "in the" stays, "for the" runs together.
                    match name.strip_prefix("ال").filter(|_| prefix == "ل") {
                        Some(noun) => add(&format!("لل{noun}")),
                        None => add(&format!("{prefix}{name}")),
                    }
                }
            }
            // "Russlands"
            "de" if !is_acronym && !name.ends_with('s') => add(&format!("{name}s")),
            _ => {}
        }
    }

    /// Known names in an article of this language, with those that `matches` has already: of two that overlap the longer.
    pub(super) fn add_matches(&self, text: &Text<'_>, matches: &mut Vec<Match>) {
        matches.extend(self.patterns.matches(text, Sought::Names));
        matches.arrange_by_key(|found| (std::cmp::Reverse(found.tokens.len()), found.tokens.start));
        let mut taken = vec![false; text.tokens.len()];
        matches.retain(|found| {
            let free = !taken[found.tokens.clone()].contains(&true);
            taken[found.tokens.clone()].fill(true);
            free
        });
        matches.retain(|found| !is_of_longer_name(text, self.language, &found.tokens));
        matches.arrange_by_key(|found| found.tokens.start);
    }
}

/// "Air France", "Real Madrid": behind another capital, in languages whose nouns have none.
fn is_of_longer_name(text: &Text<'_>, language: &str, tokens: &Range<usize>) -> bool {
    let is_name = |before: &Token<'_>| {
        before.is_capitalised()
            && text.tokens[tokens.start].gap.joins()
            && !text.opens_sentence(tokens.start - 1)
    };
    matches!(language, "fr" | "es") && tokens.len() == 1 && text.before(tokens.start).is_some_and(is_name)
}

/// What of the model's names is kept in a language other than English: people of two words or more in Latin letters, all capitalised but
/// for particles, and acronyms. Where nouns have capitals too, a person begins with a given name.
pub(super) fn kept(text: &Text<'_>, language: &str, found: Vec<Proposal>) -> Vec<Proposal> {
    let kept = found.into_iter().filter_map(|mut name| {
        let words = &text.tokens;
        match name.kind {
            EntityKind::Person => {
                let is_given = |at: usize| words[at].is(Classes::GIVEN_NAME) || words[at].is_initial();
                let is_first = |at: &usize| match language {
                    "de" => is_given(*at),
                    _ => words[*at].is_capitalised() && (is_given(*at) || !text.opens_sentence(*at)),
                };
                name.tokens.start = name.tokens.clone().find(is_first)?;
                let is_name = |at: usize| {
                    (words[at].case == Case::Capital || words[at].is(Classes::PARTICLE))
                        && words[at].text.chars().all(is_latin)
                };
                let is_whole = name.tokens.len() > 1
                    && name.tokens.clone().all(is_name)
                    && words[name.tokens.end - 1].is_capitalised();
                is_whole.then_some(name)
            }
            EntityKind::Organization => {
                let word = &words[name.tokens.start];
                let is_acronym = name.tokens.len() == 1
                    && word.case == Case::Capitals
                    && (2..=6).contains(&word.text.chars().count())
                    && !text.has_lower(word.id);
                is_acronym.then_some(Proposal { form: Form::Acronym, ..name })
            }
            _ => None,
        }
    });
    kept.collect()
}

fn is_latin(letter: char) -> bool {
    const LAST: char = '\u{24F}';
    letter <= LAST || matches!(letter, '\u{1E00}'..='\u{1EFF}' | '’' | '‑')
}
