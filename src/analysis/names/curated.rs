//! Names that are known before the article is opened: those of `entities.toml` and the countries of the world. Both
//! stand in one trie over folded words; of several that fit, the longest counts.
//!
//! A name is matched as whole words across spaces and hyphens. Capitals count: "US" is not "us", "May" not "may".
//! Cost: a look-up a word, and one more for every word that a match goes on.

use super::hashing::HashMap;
use super::offices::{Office, parse_phrase};
use super::tokens::{Case, Gap, Style, Text, Token, WordId};
use super::vocabulary::{Classes, listed};
use super::{slug, world};
use crate::analysis::{Basis, Form};
use crate::ingest::{EntityKind, Lexicon};
use crate::text::{Date, Numbering, fold};
use std::ops::Range;

/// The words that lists and known names are made of, with their classes.
#[derive(Default)]
pub(super) struct Words {
    ids: Numbering,
    classes: Vec<Classes>,
}

impl Words {
    pub(super) fn find(&self, folded: &str) -> Option<(WordId, Classes)> {
        self.ids.find(folded).map(|id| (id, self.classes[id as usize]))
    }

    pub(super) fn len(&self) -> usize {
        self.classes.len()
    }

    fn add(&mut self, folded: &str, classes: Classes) {
        let id = self.ids.number(folded) as usize;
        match self.classes.get_mut(id) {
            Some(known) => *known = known.or(classes),
            None => self.classes.push(classes),
        }
    }
}

/// An entity that is known beforehand.
pub(super) struct KnownEntity {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: EntityKind,
    pub(super) basis: Basis,
    /// People bear the name too: "Jordan".
    pub(super) is_borne: bool,
}

/// An office that somebody held from one day to another.
pub(super) struct KnownRole {
    pub(super) entity: u32,
    pub(super) office: Office,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl KnownRole {
    /// Whether the role may have been held on `date`; an article without a date leaves every holder possible.
    pub(super) fn holds(&self, date: Option<&Date>) -> bool {
        let Some(date) = date else { return true };
        let (first, last) = date.bounds();
        let begun = self.from.is_none_or(|from| from.bounds().0 <= last);
        let over = self.to.is_some_and(|to| to.bounds().1 < first);
        begun && !over
    }
}

/// What a pattern of the trie means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Name(u32, Form),
    Role(u32),
}

/// Which patterns of the trie are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    Names,
    Roles,
}

impl Sought {
    fn takes(self, meaning: Meaning) -> bool {
        matches!((self, meaning), (Self::Names, Meaning::Name(..)) | (Self::Roles, Meaning::Role(_)))
    }
}

struct Pattern {
    meaning: Meaning,
    marks: Vec<(Case, Gap, bool)>,
}

/// A known name or role phrase as it stands in the article.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) tokens: Range<usize>,
    /// More than one where a name is shared.
    pub(super) meanings: Vec<Meaning>,
}

#[derive(Default)]
pub(super) struct Known {
    pub(super) words: Words,
    pub(super) entities: Vec<KnownEntity>,
    pub(super) roles: Vec<KnownRole>,
    patterns: Vec<Pattern>,
    trie: Trie,
    /// By word whether a pattern begins with it: most words of a text are looked up no further.
    begins: Vec<bool>,
    /// The first demonym of each place.
    demonyms: HashMap<u32, String>,
    pub(super) ids: HashMap<String, u32>,
}

impl Known {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut known = Self::default();
        for (word, class) in listed() {
            known.words.add(word, class);
        }
        for curated in &lexicon.entities {
            let (id, name) = (curated.id.clone(), curated.name.clone());
            let entity = known.add_entity(id, name, curated.kind, Basis::Curated);
            for name in std::iter::once(&curated.name).chain(&curated.also) {
                known.add_name(
                    name,
                    entity,
                    if is_acronym(name, &curated.name) { Form::Acronym } else { Form::Name },
                );
            }
            for demonym in &curated.demonyms {
                known.add_name(demonym, entity, Form::Demonym);
            }
        }
        known.add_world();
        known.add_institutions();
        for (entity, curated) in lexicon.entities.iter().enumerate() {
            for role in &curated.roles {
                let Some(office) = parse_phrase(&known, &role.phrase) else { continue };
                known.roles.push(KnownRole { entity: entity as u32, office, from: role.from, to: role.to });
                let meaning = Meaning::Role(known.roles.len() as u32 - 1);
                known.add_pattern(&role.phrase, meaning);
            }
        }
        known
    }

    fn add_entity(&mut self, id: String, name: String, kind: EntityKind, basis: Basis) -> u32 {
        let folded = fold(&name);
        let is_borne = world::BORNE_BY_PEOPLE.contains(folded.as_ref());
        self.ids.entry(id.clone()).or_insert(self.entities.len() as u32);
        self.entities.push(KnownEntity { id, name, kind, basis, is_borne });
        self.entities.len() as u32 - 1
    }

    /// The countries, unless the corpus has curated them: then the table's further words mean the curated entity.
    fn add_world(&mut self) {
        for row in world::rows() {
            let main = row.names.split('/').next().unwrap_or("");
            let country = self.place(main, row.names.split('/'));
            for name in row.names.split('/') {
                let form = if is_acronym(name, main) { Form::Acronym } else { Form::Name };
                self.add_new_name(name, country, form);
            }
            for demonym in row.demonyms.split('/').filter(|demonym| !demonym.is_empty()) {
                self.add_new_name(demonym, country, Form::Demonym);
                self.add_new_name(&format!("{demonym}s"), country, Form::Demonym);
            }
            let mut capital: Option<u32> = None;
            for name in row.capitals.split('/').filter(|name| !name.is_empty()) {
                let is_variant = name.starts_with("Washington,")
                    || matches!(name, "Washington DC" | "Kiev" | "Ulan Bator");
                let city = match capital {
                    Some(city) if is_variant => city,
                    _ => self.place(name, std::iter::once(name)),
                };
                capital = Some(city);
                self.add_new_name(name, city, Form::Name);
            }
        }
    }

    /// Organizations and agreements that the world's news name without explaining them.
    fn add_institutions(&mut self) {
        for (kind, row) in world::institutions() {
            let main = row.split('/').next().unwrap_or("");
            let taken =
                row.split('/').flat_map(|name| self.meanings_of(name)).find_map(|meaning| match meaning {
                    Meaning::Name(entity, _) => Some(entity),
                    Meaning::Role(_) => None,
                });
            let entity =
                taken.unwrap_or_else(|| self.add_entity(slug(main), main.to_owned(), kind, Basis::Rule));
            for name in row.split('/') {
                let form = if is_acronym(name, main) { Form::Acronym } else { Form::Name };
                self.add_new_name(name, entity, form);
            }
        }
    }

    /// The curated place of one of these names, or a new one.
    fn place<'n>(&mut self, main: &str, mut names: impl Iterator<Item = &'n str>) -> u32 {
        let found = names.find_map(|name| match self.meanings_of(name).first() {
            Some(&Meaning::Name(entity, _)) if self.entities[entity as usize].kind == EntityKind::Place => {
                Some(entity)
            }
            _ => None,
        });
        found.unwrap_or_else(|| self.add_entity(slug(main), main.to_owned(), EntityKind::Place, Basis::Rule))
    }

    /// Adds a name of the table that no curated entity has already.
    fn add_new_name(&mut self, name: &str, entity: u32, form: Form) {
        if self.meanings_of(name).is_empty() {
            self.add_name(name, entity, form);
        }
    }

    fn add_name(&mut self, name: &str, entity: u32, form: Form) {
        if form == Form::Demonym {
            self.demonyms.entry(entity).or_insert_with(|| name.to_owned());
        }
        self.add_pattern(name, Meaning::Name(entity, form));
    }

    fn add_pattern(&mut self, phrase: &str, meaning: Meaning) {
        for word in crate::text::words(phrase) {
            self.words.add(&word.folded(), Classes::default());
        }
        let text = Text::phrase(phrase, &self.words);
        if text.tokens.is_empty() {
            return;
        }
        let marks = text.tokens.iter().map(|token| (token.case, token.gap, stands_lower(token))).collect();
        let ids: Vec<WordId> = text.tokens.iter().map(|token| token.id).collect();
        self.trie.insert(&ids, self.patterns.len() as u32);
        self.begins.resize(self.words.len(), false);
        self.begins[ids[0] as usize] = true;
        self.patterns.push(Pattern { meaning, marks });
    }

    /// The word for what belongs to a place ("Russian"), or its name where there is none.
    pub(super) fn demonym(&self, entity: u32) -> &str {
        self.demonyms.get(&entity).map_or(&self.entities[entity as usize].name, |demonym| demonym)
    }

    fn meanings_of(&self, name: &str) -> Vec<Meaning> {
        let text = Text::phrase(name, &self.words);
        let whole =
            self.match_at(&text, 0, Sought::Names).filter(|found| found.tokens.len() == text.tokens.len());
        whole.map_or(Vec::new(), |found| found.meanings)
    }

    /// The known names, or role phrases, of the article from left to right, none inside another.
    pub(super) fn matches(&self, text: &Text<'_>, sought: Sought) -> Vec<Match> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.tokens.len() {
            match self.match_at(text, at, sought) {
                Some(name) => {
                    at = name.tokens.end;
                    found.push(name);
                }
                None => at += 1,
            }
        }
        found
    }

    fn match_at(&self, text: &Text<'_>, at: usize, sought: Sought) -> Option<Match> {
        if !*self.begins.get(text.tokens.get(at)?.id as usize)? {
            return None;
        }
        let (mut best, mut node) = (None, 0);
        for end in at..text.tokens.len() {
            let token = &text.tokens[end];
            if end > at && matches!(token.gap, Gap::Break | Gap::Bracket) {
                break;
            }
            let Some(next) = self.trie.step(node, token.id) else { break };
            node = next;
            let tokens = at..end + 1;
            let fits = self.trie.at(node).iter().map(|&index| &self.patterns[index as usize]);
            let mut meanings: Vec<Meaning> = Vec::new();
            for pattern in fits.filter(|pattern| sought.takes(pattern.meaning) && pattern.fits(text, &tokens))
            {
                if !meanings.contains(&pattern.meaning) {
                    meanings.push(pattern.meaning);
                }
            }
            if !meanings.is_empty() {
                best = Some(Match { tokens, meanings });
            }
        }
        best
    }
}

impl Pattern {
    fn fits(&self, text: &Text<'_>, tokens: &Range<usize>) -> bool {
        let words = &text.tokens[tokens.clone()];
        let gaps = words.iter().zip(&self.marks).skip(1);
        if !gaps.into_iter().all(|(token, &(_, gap, _))| token.gap.joins() || token.gap == gap) {
            return false;
        }
        if matches!(self.meaning, Meaning::Role(_)) && words.len() > 1 {
            return true;
        }
        let shouted = text.sentence_of(tokens.start).style == Style::AllCapitals;
        let mut capitals =
            self.marks.iter().filter(|mark| matches!(mark.0, Case::Capital | Case::Capitals)).count();
        for (place, (token, &(case, _, is_head))) in words.iter().zip(&self.marks).enumerate() {
            let fits = match case {
                Case::Capitals if token.text.chars().count() > 1 => {
                    let word = shouted && token.is(Classes::COMMON.or(Classes::NO_NAME).or(Classes::VERB));
                    token.case == Case::Capitals && !word
                }
                Case::Capital | Case::Capitals => token.is_capitalised(),
                Case::Lower | Case::None => true,
            };
            // "War in Gaza" is also "war in Gaza", "Caspian Region" also "Caspian region": while another capital is left.
            let is_article = place == 0 && token.text == "the";
            if !fits && (case == Case::Capitals || !(is_head || is_article) || words.len() == 1) {
                return false;
            }
            capitals -= usize::from(!fits);
        }
        capitals > 0 || !self.marks.iter().any(|mark| matches!(mark.0, Case::Capital | Case::Capitals))
    }
}

/// Words that stand lower-case in a name as often as not: "Caspian region", "Iranian parliament", "Treaty On the Sea".
fn stands_lower(token: &Token<'_>) -> bool {
    const LINKS: &[&str] = &["a", "and", "at", "for", "in", "of", "on", "the", "to", "with"];
    const INSTITUTIONS: &[&str] = &[
        "ministry",
        "parliament",
        "council",
        "agency",
        "court",
        "bank",
        "government",
        "assembly",
        "commission",
        "committee",
        "university",
        "union",
        "department",
        "army",
        "navy",
    ];
    let folded = fold(token.text);
    token.is(Classes::PLACE.or(Classes::AGREEMENT).or(Classes::EVENT))
        || INSTITUTIONS.contains(&folded.as_ref())
        || LINKS.contains(&folded.as_ref())
}

/// Whether `name` is a word of capitals that stands for a longer name.
fn is_acronym(name: &str, main: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.');
    name != main
        && name.chars().filter(|c| c.is_uppercase()).count() > 1
        && letters.clone().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Sequences of words, each with the numbers of what it stands for.
#[derive(Default)]
pub(super) struct Trie {
    edges: HashMap<(u32, WordId), u32>,
    values: Vec<Vec<u32>>,
}

impl Trie {
    pub(super) fn insert(&mut self, words: &[WordId], value: u32) {
        if self.values.is_empty() {
            self.values.push(Vec::new());
        }
        let mut node = 0;
        for &word in words {
            let next = self.values.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.values.push(Vec::new());
            }
        }
        self.values[node as usize].push(value);
    }

    pub(super) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.edges.get(&(node, word)).copied()
    }

    pub(super) fn at(&self, node: u32) -> &[u32] {
        self.values.get(node as usize).map_or(&[], |values| values)
    }
}
