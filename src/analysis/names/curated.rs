//! Names that are known before the article is opened: those of `entities.toml` and the countries of the world, with what
//! they mean; [`patterns`](super::patterns) tells where they stand.

use super::abroad::{Abroad, Morphology};
use super::hashing::HashMap;
use super::offices::{Office, parse_phrase};
use super::patterns::{Alone, Beginning, Meaning, Patterns, Sought};
use super::tokens::{Text, WordId};
use super::vocabulary::{Classes, listed};
use super::{slug, world};
use crate::analysis::{Basis, Form};
use crate::ingest::{EntityKind, Lexicon};
use crate::text::{Date, Numbering, fold};

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

    pub(super) fn classes(&self, id: WordId) -> Classes {
        self.classes[id as usize]
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

#[derive(Default)]
pub(super) struct Known {
    pub(super) words: Words,
    pub(super) entities: Vec<KnownEntity>,
    pub(super) roles: Vec<KnownRole>,
    pub(super) patterns: Patterns,
    /// The first demonym of each place.
    demonyms: HashMap<u32, String>,
    pub(super) ids: HashMap<String, u32>,
    /// What other languages call the places and organizations of the world.
    pub(super) abroad: Vec<Abroad>,
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
        known.abroad = Abroad::all(&mut known);
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
        self.patterns.add(&Text::phrase(phrase, &self.words), meaning);
    }

    /// The entity that a name of the tables means.
    pub(super) fn named(&self, name: &str) -> Option<u32> {
        self.meanings_of(name).into_iter().find_map(|meaning| match meaning {
            Meaning::Name(entity, _) => Some(entity),
            Meaning::Role(_) => None,
        })
    }

    /// Adds a name to the patterns of another language.
    pub(super) fn add_abroad(
        &mut self,
        patterns: &mut Patterns,
        language: &str,
        name: &str,
        meaning: Meaning,
    ) {
        let morphology = Morphology::of(language);
        for word in crate::text::words(name) {
            self.words.add(morphology.compared(word.text, &word.folded()), Classes::default());
        }
        patterns.add(&Text::phrase_of(name, &self.words, language), meaning);
    }

    /// When a word of letters is a name by itself.
    pub(super) fn alone(&self, id: WordId) -> Alone {
        self.patterns.alone(self.words.ids.get(id), id, self.words.classes(id))
    }

    /// With which words the names begin.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = Beginning<'_>> {
        self.patterns.beginnings(|word| self.words.ids.get(word))
    }

    /// The word for what belongs to a place ("Russian"), or its name where there is none.
    pub(super) fn demonym(&self, entity: u32) -> &str {
        self.demonyms.get(&entity).map_or(&self.entities[entity as usize].name, |demonym| demonym)
    }

    fn meanings_of(&self, name: &str) -> Vec<Meaning> {
        let text = Text::phrase(name, &self.words);
        let found = self.patterns.match_at(&text, 0, Sought::Names);
        let whole = found.filter(|found| found.tokens.len() == text.tokens.len());
        whole.map_or(Vec::new(), |found| found.meanings)
    }
}

/// Whether `name` is a word of capitals that stands for a longer name.
fn is_acronym(name: &str, main: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '.');
    name != main
        && name.chars().filter(|c| c.is_uppercase()).count() > 1
        && letters.clone().all(|c| c.is_uppercase() || c.is_ascii_digit())
}
