//! Names in articles of other languages than English. The model and the rules know English sentences; elsewhere they would make
//! people of nouns. What is left is what needs no grammar: names known beforehand, in the [`table`] of six languages, and people
//! whose first word is a given name that is listed. The rest stays unmarked: wrong is worse than missing.

pub(super) mod russian;
mod table;

use super::cast::Cast;
use super::curated::Known;
use super::patterns::{Match, Meaning, Patterns, Sought};
use super::rules::Proposal;
use super::tokens::{Case, Style, Text, case_of};
use super::vocabulary::Classes;
use super::{Names, defined, mentions};
use crate::analysis::{Basis, Entity, Form, Mention};
use crate::ingest::{Article, EntityKind};
use crate::text::{Arrange as _, Keyed, Span, Word, WordList, fold};
use std::ops::Range;
use table::{LANGUAGES, NO_NAMES, ROWS};

/// Joined to an Arabic word without a space: "and", "in", "for".
const ARABIC_PREFIXES: [&str; 3] = ["و", "ب", "ل"];

/// What is joined to the next word, folded, with its mark: "l’Iran", "dell’Iran".
const JOINED: WordList = WordList::of("l' d' qu' jusqu' lorsqu' puisqu' dell' nell' all' sull' dall' un'");

/// Names of the English tables that mean something else in other languages: "Sofía" a queen, "Colombo" a Christopher.
const OF_OTHERS: WordList =
    WordList::of("sofia milan colombo asuncion male lima florence victoria santiago san");

/// Acronyms of the English tables that are the same everywhere; "UN", "EPA", "AP" are words or others' acronyms elsewhere.
const EVERYWHERE: WordList =
    WordList::of("NATO UNESCO UNICEF UNHCR BBC CNN OPEC BRICS FIFA UEFA CIA FBI NASA JCPOA");

/// What stands last in the name of an institution that is called after somebody, in German.
const INSTITUTIONS: WordList = WordList::of(
    "stiftung strasse platz institut gruppe konzern theater schule preis allee haus universitat gymnasium",
);

/// The meaning of phrases that are no name of the table, though they hold one.
const NOBODY: u32 = u32::MAX;

/// The names that one language has for what the English table lists.
pub(super) struct Abroad {
    language: &'static str,
    patterns: Patterns,
    /// The names of one word as the table has them, folded.
    listed: Keyed<()>,
}

/// The part of a language tag that names are read by: `ru` of `ru-RU`; English where there is none.
pub(super) fn primary(language: Option<&str>) -> &str {
    let tag = language.filter(|tag| !tag.is_empty()).unwrap_or("en");
    tag.split(['-', '_']).next().unwrap_or(tag)
}

impl Names {
    /// The mentions and entities of an article in another language than English.
    pub(super) fn read_abroad(
        &self,
        article: &Article,
        text: &Text<'_>,
        language: &str,
    ) -> (Vec<Mention>, Vec<Entity>) {
        let mut matches = self.known.patterns.matches(text, Sought::Names);
        strike(text, &self.known, language, &mut matches);
        if let Some(abroad) = self.known.abroad.iter().find(|abroad| abroad.language == language) {
            abroad.add_matches(text, &mut matches);
        }
        // Words for offices are known in English, others where they are curated: "Premier" is a football league as well.
        let phrases = self.phrases(text, Vec::new());
        let found = self.model.as_ref().map_or_else(Vec::new, |model| model.propose(text, &matches));
        let mut proposals = kept(text, language, found);
        if text.morphology == Morphology::Cases {
            proposals.extend(russian::people(text, &matches));
        }
        let definitions = defined::definitions(text);
        let candidates = self.settle(text, matches, proposals, &definitions);
        let mut cast = Cast::new(text, &self.known, !phrases.is_empty());
        let mut named = cast.assemble(&candidates, &definitions);
        if text.morphology == Morphology::Cases {
            named.retain(|name| {
                let person = name.member.map(|member| &cast.members[member].name);
                name.kind != EntityKind::Person
                    || person.is_none_or(|person| russian::fits(text, &name.tokens, person))
            });
        }
        let roles = self.roles(article, text, &cast, &named, &phrases);
        mentions(text, &cast, named, roles)
    }
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
        let joined = joined.filter(|joined| JOINED.contains(&fold(joined)) && !joined.starts_with('D'));
        let at = joined.map_or(0, str::len);
        let name = &word.text[at..];
        if at == 0 || !name.starts_with(char::is_uppercase) {
            return word;
        }
        Word { span: Span { start: word.span.start + at as u32, ..word.span }, text: name }
    }
}

impl Abroad {
    /// The tables of all languages; their words become known.
    pub(super) fn all(known: &mut Known) -> Vec<Self> {
        let tables = LANGUAGES.iter().enumerate().map(|(column, &language)| {
            let mut table = Self { language, patterns: Patterns::default(), listed: Keyed::default() };
            for row in ROWS.lines() {
                let mut cells = row.split(';');
                let english = cells.next().unwrap_or("");
                let Some(entity) = known.named(english) else { continue };
                for name in cells.nth(column).unwrap_or("").split('/').filter(|name| !name.is_empty()) {
                    table.add(known, name, entity);
                }
            }
            for phrase in
                NO_NAMES.iter().filter(|(of, _)| *of == language).flat_map(|(_, all)| all.split('/'))
            {
                let meaning = Meaning::Name(NOBODY, Form::Name);
                known.add_abroad(&mut table.patterns, language, phrase, meaning);
            }
            table
        });
        tables.collect()
    }

    fn add(&mut self, known: &mut Known, name: &str, entity: u32) {
        self.listed.entry(&fold(name), || ());
        let is_acronym = name.chars().all(|c| c.is_uppercase() || c == '.');
        let meaning = Meaning::Name(entity, if is_acronym { Form::Acronym } else { Form::Name });
        let mut add = |name: &str| known.add_abroad(&mut self.patterns, self.language, name, meaning);
        add(name);
        match self.language {
            "ar" => {
                // "With enthusiasm" is no Hamas, "by a diameter" no Qatar.
                let is_word = |prefix: &str| prefix == "ب" && matches!(name, "حماس" | "قطر");
                for prefix in ARABIC_PREFIXES.into_iter().filter(|prefix| !is_word(prefix)) {
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

    /// Adds the names of this language to what the English tables found: of two that overlap the longer.
    fn add_matches(&self, text: &Text<'_>, matches: &mut Vec<Match>) {
        let own = self.patterns.matches(text, Sought::Names);
        let is_form = |found: &Match| {
            self.language != "ru" || russian::is_form_of_a_name(text, &found.tokens, &self.listed)
        };
        matches.extend(own.into_iter().filter(is_form));
        matches.arrange_by_key(|found| (std::cmp::Reverse(found.tokens.len()), found.tokens.start));
        let mut taken = vec![false; text.tokens.len()];
        matches.retain(|found| {
            let free = !taken[found.tokens.clone()].contains(&true);
            taken[found.tokens.clone()].fill(true);
            free
        });
        matches.retain(|found| !matches!(found.meanings[0], Meaning::Name(NOBODY, _)));
        matches.arrange_by_key(|found| found.tokens.start);
    }
}

/// Takes out what only means something in English, and what is a part of a longer name: "Air France", "Jordan Bardella".
fn strike(text: &Text<'_>, known: &Known, language: &str, matches: &mut Vec<Match>) {
    matches.retain(|found| {
        let &Meaning::Name(entity, form) = &found.meanings[0] else { return true };
        let first = &text.tokens[found.tokens.start];
        let is_lone = found.tokens.len() == 1;
        let is_curated = known.entities[entity as usize].basis == Basis::Curated;
        let is_others = match form {
            Form::Demonym => true,
            Form::Acronym => first.text.is_ascii() && !EVERYWHERE.contains(first.text),
            // "Mali" is "fiscal" in Turkish and "small" in Polish.
            _ => {
                let folded = fold(first.text);
                is_lone && (OF_OTHERS.contains(&folded) || folded == "mali" && !LANGUAGES.contains(&language))
            }
        };
        is_curated || !(is_others || is_lone && is_of_longer_name(text, language, &found.tokens))
    });
}

/// Beside another capital, in languages whose nouns have none.
fn is_of_longer_name(text: &Text<'_>, language: &str, tokens: &Range<usize>) -> bool {
    if matches!(language, "de" | "ru") {
        return false;
    }
    let joins = |at: usize| text.tokens[at].is_capitalised() && text.tokens[at].gap.joins();
    let behind = text.before(tokens.start).is_some_and(|before| {
        before.is_capitalised()
            && text.tokens[tokens.start].gap.joins()
            && !text.opens_sentence(tokens.start - 1)
    });
    behind || text.after(tokens.start).is_some() && joins(tokens.end)
}

/// What of the model's names is kept in a language other than English: people of two words or more in Latin letters, all capitalised but
/// for particles, that begin with a given name, and acronyms.
fn kept(text: &Text<'_>, language: &str, found: Vec<Proposal>) -> Vec<Proposal> {
    let kept = found.into_iter().filter_map(|mut name| {
        let words = &text.tokens;
        let is_institution =
            language == "de" && INSTITUTIONS.contains(&fold(words[name.tokens.end - 1].text));
        match name.kind {
            EntityKind::Person => {
                let is_given = |at: &usize| words[*at].is(Classes::GIVEN_NAME);
                name.tokens.start = name.tokens.clone().find(is_given).filter(|_| !is_institution)?;
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
                    && text.sentence_of(name.tokens.start).style != Style::AllCapitals
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
