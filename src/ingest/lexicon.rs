//! `entities.toml`: names that somebody curated for a corpus, with other spellings and dated roles, and what readers have
//! corrected since.

use super::Problem;
use super::corpus_info::MEND_TOML;
use super::corrections::{Correction, WrittenCorrection, written};
use super::json::Value;
use super::problems::Problems;
use super::toml;
use crate::text::{Date, fold, words};
use serde::{Deserialize, Serialize};

/// The curated entities of a corpus, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    pub entities: Vec<CuratedEntity>,
    /// What is to be corrected once all articles are read.
    pub corrections: Vec<Correction>,
}

impl Lexicon {
    /// Takes in curated entities; one with an id that is known takes the place of the other. Gives how many are new or other
    /// than before.
    ///
    /// ```
    /// use crossread::ingest::lexicon;
    /// let read = |toml| lexicon("entities.toml", toml).0;
    /// let mut known = read("[[entity]]\nkind = \"place\"\nname = \"Sund\"");
    /// let more = "[[entity]]\nkind = \"place\"\nname = \"Sund\"\n[[entity]]\nkind = \"person\"\nname = \"Ilse Varga\"";
    /// assert_eq!((known.curate(read(more).entities), known.entities.len()), (1, 2));
    /// ```
    pub fn curate(&mut self, entities: Vec<CuratedEntity>) -> usize {
        let mut changed = 0;
        for entity in entities {
            match self.entities.iter_mut().find(|known| known.id == entity.id) {
                Some(known) if *known == entity => continue,
                Some(known) => *known = entity,
                None => self.entities.push(entity),
            }
            changed += 1;
        }
        changed
    }
}

/// One `[[entity]]`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CuratedEntity {
    pub id: String,
    pub kind: EntityKind,
    pub name: String,
    /// Other spellings, matched as whole words.
    #[serde(default)]
    pub also: Vec<String>,
    /// Words for what belongs to a place: "Iranian", "Iranians".
    #[serde(default)]
    pub demonyms: Vec<String>,
    #[serde(default)]
    pub wikidata: Option<String>,
    #[serde(default, rename = "role")]
    pub roles: Vec<Role>,
}

/// Words that mean an entity, but only for articles of a certain time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    pub phrase: String,
    #[serde(default)]
    pub from: Option<Date>,
    #[serde(default)]
    pub to: Option<Date>,
}

/// What kind of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Agreement,
    Event,
}

impl EntityKind {
    pub const ALL: [Self; 5] = [Self::Person, Self::Organization, Self::Place, Self::Agreement, Self::Event];

    /// The name in the JSON that users see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Agreement => "agreement",
            Self::Event => "event",
        }
    }
}

/// Reads `entities.toml`. An entity that cannot be read is reported by its line; the others are kept.
///
/// ```
/// use crossread::ingest::lexicon;
/// let toml = r#"
/// [[entity]]
/// kind = "person"
/// name = "Leyla Aliyeva"
///
/// [[entity]]
/// kind = "persno"
/// name = "Omar Haddad"
/// "#;
/// let (lexicon, problems) = lexicon("entities.toml", toml);
/// assert_eq!((lexicon.entities.len(), lexicon.entities[0].id.as_str()), (1, "leyla-aliyeva"));
/// assert_eq!((problems[0].line, problems[0].message.as_str()), (Some(7), "unknown kind `persno` of `Omar Haddad`"));
/// ```
pub fn lexicon(name: &str, text: &str) -> (Lexicon, Vec<Problem>) {
    let mut problems = Problems::of(name);
    let mut lexicon = Lexicon::default();
    for section in sections(text.trim_start_matches('\u{FEFF}')) {
        let fields = match toml::parse(section.text) {
            Ok(fields) => fields,
            Err(error) => {
                problems.dropped(Some(section.line + error.line), error.message, MEND_TOML);
                continue;
            }
        };
        for (key, value) in fields {
            let Value::List(items) = value else {
                if matches!(key.as_str(), "entity" | "correction") {
                    let message = format!("`{key}` is no list");
                    problems.dropped(section.line_with(&key, ""), message, &format!("write `[[{key}]]`"));
                }
                continue;
            };
            for item in items {
                match key.as_str() {
                    "entity" => section.take(written_entity(item), &mut lexicon, &mut problems),
                    "correction" => section.take_correction(written(item), &mut lexicon, &mut problems),
                    _ => {}
                }
            }
        }
    }
    (lexicon, problems.finish())
}

/// An entity as it is written, before its values are checked.
#[derive(Default)]
struct WrittenEntity {
    id: String,
    kind: String,
    name: String,
    also: Vec<String>,
    demonyms: Vec<String>,
    wikidata: Option<String>,
    roles: Vec<WrittenRole>,
}

#[derive(Default)]
struct WrittenRole {
    phrase: String,
    from: Option<String>,
    to: Option<String>,
}

fn written_entity(value: Value) -> WrittenEntity {
    let mut written = WrittenEntity::default();
    for (key, value) in value.into_fields() {
        match key.as_str() {
            "id" => written.id = value.into_text(),
            "kind" => written.kind = value.into_text(),
            "name" => written.name = value.into_text(),
            "also" => written.also = value.into_texts(),
            "demonyms" => written.demonyms = value.into_texts(),
            "wikidata" => written.wikidata = Some(value.into_text()),
            "role" => {
                let roles = if let Value::List(roles) = value { roles } else { vec![value] };
                written.roles = roles.into_iter().map(written_role).collect();
            }
            _ => {}
        }
    }
    written
}

fn written_role(value: Value) -> WrittenRole {
    let mut written = WrittenRole::default();
    for (key, value) in value.into_fields() {
        match key.as_str() {
            "phrase" => written.phrase = value.into_text(),
            "from" => written.from = Some(value.into_text()),
            "to" => written.to = Some(value.into_text()),
            _ => {}
        }
    }
    written
}

/// A piece of the file that is parsed by itself, so that what is wrong in it leaves the others alone.
struct Section<'a> {
    text: &'a str,
    /// 1-based, in the file.
    line: u32,
}

/// What stands before the first `[[entity]]` or `[[correction]]`, then each of them.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = vec![Section { text: "", line: 1 }];
    let (mut start, mut at) = (0, 0);
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        if is_header(line) {
            start = at;
            sections.push(Section { text: "", line: number });
        }
        at += line.len();
        if let Some(section) = sections.last_mut() {
            section.text = &text[start..at];
        }
    }
    sections
}

fn is_header(line: &str) -> bool {
    let inner = line.trim_start().strip_prefix("[[").and_then(|rest| rest.split_once("]]"));
    inner.is_some_and(|(name, _)| matches!(name.trim(), "entity" | "correction"))
}

impl Section<'_> {
    /// Checks one entity and adds it to the lexicon.
    fn take(&self, written: WrittenEntity, lexicon: &mut Lexicon, problems: &mut Problems) {
        let name = written.name.trim().to_owned();
        if name.is_empty() {
            return problems.dropped(
                self.line_with("name", ""),
                "an entity has no name",
                "write its fullest name",
            );
        }
        let Some(kind) = EntityKind::ALL.into_iter().find(|kind| kind.name() == written.kind) else {
            let message = if written.kind.is_empty() {
                format!("`{name}` has no kind")
            } else {
                format!("unknown kind `{}` of `{name}`", written.kind)
            };
            return problems.dropped(
                self.line_with("kind", &written.kind),
                message,
                "write person, organization, place, agreement or event",
            );
        };
        let id = if written.id.trim().is_empty() { slug(&name) } else { written.id.trim().to_owned() };
        if lexicon.entities.iter().any(|entity| entity.id == id) {
            return problems.dropped(
                self.line_with("id", &written.id),
                format!("a second entity has the id `{id}`"),
                "join the two, or give one of them another id",
            );
        }
        let roles = written.roles.into_iter().map(|role| self.role(role, problems)).collect();
        let (also, demonyms) = (filled(written.also), filled(written.demonyms));
        lexicon.entities.push(CuratedEntity {
            id,
            kind,
            name,
            also,
            demonyms,
            wikidata: written.wikidata,
            roles,
        });
    }

    fn take_correction(&self, written: WrittenCorrection, lexicon: &mut Lexicon, problems: &mut Problems) {
        let change = written.change.clone();
        match written.checked() {
            Ok(correction) => lexicon.corrections.push(correction),
            Err(message) => problems.dropped(
                self.line_with("change", &change),
                message,
                "write merge with `into`, split with `spellings` and `name`, rename with `name`, retype with `kind`, or remove",
            ),
        }
    }

    fn role(&self, written: WrittenRole, problems: &mut Problems) -> Role {
        let mut date = |key: &str, value: Option<String>| {
            let read = value.map(|value| (value.parse::<Date>(), value));
            match read {
                Some((Err(error), value)) => {
                    let message =
                        format!("`{value}`, the {key} of the role `{}`, is not a date", written.phrase);
                    let _ = error;
                    problems.note(self.line_with(key, &value), message, "write 2024-08-21, 2024-08 or 2024");
                    None
                }
                Some((Ok(date), _)) => Some(date),
                None => None,
            }
        };
        let (from, to) = (date("from", written.from), date("to", written.to));
        Role { phrase: written.phrase.trim().to_owned(), from, to }
    }

    /// The line on which `key` has `value`; the section's first where there is none such.
    fn line_with(&self, key: &str, value: &str) -> Option<u32> {
        let lines = self.text.lines().zip(self.line..);
        let mut holding = lines.filter(|(line, _)| line.contains(key) && line.contains(value));
        Some(holding.next().map_or(self.line, |(_, number)| number))
    }
}

pub(super) fn filled(spellings: Vec<String>) -> Vec<String> {
    spellings
        .into_iter()
        .map(|spelling| spelling.trim().to_owned())
        .filter(|spelling| !spelling.is_empty())
        .collect()
}

/// "Leyla Aliyeva" -> `leyla-aliyeva`.
pub(super) fn slug(name: &str) -> String {
    let parts: Vec<String> = words(name).iter().map(|word| fold(word.text).into_owned()).collect();
    parts.join("-").replace('\'', "")
}
