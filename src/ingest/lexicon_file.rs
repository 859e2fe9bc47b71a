//! A lexicon -> `entities.toml`, which reads as the same lexicon again; and which spellings it knows of whom.

use super::corrections::{Change, Correction};
use super::lexicon::{CuratedEntity, Lexicon, Role};
use crate::text::{Keyed, spelling};
use std::fmt::Write as _;

impl Lexicon {
    /// `entities.toml`: what [`lexicon`](super::lexicon()) reads as this lexicon again.
    ///
    /// ```
    /// use crossread::ingest::{Change, Correction, Lexicon, lexicon};
    /// let change = Change::Merge { into: "abbas-araghchi".into(), name: "Abbas Araghchi".into() };
    /// let merge = Correction { entity: "araqchi".into(), entity_name: "Araqchi".into(), change };
    /// let known = Lexicon { corrections: vec![merge], ..Lexicon::default() };
    /// assert!(known.to_toml().contains("change = \"merge\"\nentity = \"araqchi\""));
    /// assert_eq!(lexicon("entities.toml", &known.to_toml()), (known, vec![]));
    /// ```
    pub fn to_toml(&self) -> String {
        let mut file = String::new();
        self.entities.iter().for_each(|entity| write_entity(entity, &mut file));
        self.corrections.iter().for_each(|correction| write_correction(correction, &mut file));
        file
    }

    /// How else each entity is spelled, beside what articles write: the curated spellings, and after a correction those of
    /// whatever became a part of it.
    pub(crate) fn spellings(&self) -> Keyed<Vec<&str>> {
        let mut known: Keyed<Vec<&str>> = Keyed::default();
        for entity in &self.entities {
            known.entry(&entity.id, Vec::new).extend(entity.also.iter().map(String::as_str));
        }
        for Correction { entity, entity_name, change } in &self.corrections {
            let own = known.entry(entity, Vec::new);
            match change {
                Change::Merge { into, .. } => {
                    let mut moved = std::mem::take(own);
                    moved.extend([entity.as_str(), entity_name]);
                    known.entry(into, Vec::new).append(&mut moved);
                }
                Change::Split { spellings, articles, into, .. } => {
                    let is_moved =
                        |own: &&str| spellings.iter().any(|moved| spelling(moved) == spelling(own));
                    own.retain(|own| !articles.is_empty() || !is_moved(own));
                    known.entry(into, Vec::new).extend(spellings.iter().map(String::as_str));
                }
                Change::Rename { .. } => own.push(entity_name),
                Change::Retype { .. } => {}
                Change::Remove => own.clear(),
            }
        }
        known
    }

    /// Whether somebody corrected this entity, or another into it.
    pub(crate) fn is_corrected(&self, id: &str) -> bool {
        self.corrected().any(|corrected| corrected == id)
    }

    /// The ids of what was corrected, and of what others were corrected into.
    pub(crate) fn corrected(&self) -> impl Iterator<Item = &str> {
        self.corrections.iter().flat_map(|Correction { entity, change, .. }| match change {
            Change::Merge { into, .. } | Change::Split { into, .. } => [entity.as_str(), into],
            Change::Rename { .. } | Change::Retype { .. } | Change::Remove => [entity.as_str(), entity],
        })
    }

    /// The dated roles of an entity: its own, and those of whatever was merged into it.
    pub(crate) fn roles_of(&self, id: &str) -> Vec<&Role> {
        let mut ids = vec![id];
        for Correction { entity, change, .. } in self.corrections.iter().rev() {
            match change {
                Change::Merge { into, .. } if ids.contains(&into.as_str()) => ids.push(entity),
                _ => {}
            }
        }
        let own = self.entities.iter().filter(|entity| ids.contains(&entity.id.as_str()));
        own.flat_map(|entity| &entity.roles).collect()
    }
}

fn write_entity(entity: &CuratedEntity, file: &mut String) {
    head("entity", file);
    field("id", &entity.id, file);
    field("kind", entity.kind.name(), file);
    field("name", &entity.name, file);
    list("also", &entity.also, file);
    list("demonyms", &entity.demonyms, file);
    field("wikidata", entity.wikidata.as_deref().unwrap_or(""), file);
    for Role { phrase, from, to } in &entity.roles {
        file.push_str("[[entity.role]]\n");
        field("phrase", phrase, file);
        field("from", &from.map(|date| date.to_string()).unwrap_or_default(), file);
        field("to", &to.map(|date| date.to_string()).unwrap_or_default(), file);
    }
}

fn write_correction(correction: &Correction, file: &mut String) {
    head("correction", file);
    field("change", correction.change.word(), file);
    field("entity", &correction.entity, file);
    field("entity_name", &correction.entity_name, file);
    match &correction.change {
        Change::Merge { into, name } => {
            field("into", into, file);
            field("name", name, file);
        }
        Change::Split { spellings, articles, into, name, kind } => {
            list("spellings", spellings, file);
            list("articles", articles, file);
            field("into", into, file);
            field("name", name, file);
            field("kind", kind.map_or("", |kind| kind.name()), file);
        }
        Change::Rename { name } => field("name", name, file),
        Change::Retype { kind } => field("kind", kind.name(), file),
        Change::Remove => {}
    }
}

fn head(table: &str, file: &mut String) {
    if !file.is_empty() {
        file.push('\n');
    }
    file.extend(["[[", table, "]]\n"]);
}

/// A field, unless it is empty: empty is what a missing one means.
fn field(key: &str, value: &str, file: &mut String) {
    if !value.is_empty() {
        file.extend([key, " = ", &quoted(value), "\n"]);
    }
}

fn list(key: &str, values: &[String], file: &mut String) {
    if !values.is_empty() {
        let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        file.extend([key, " = [", &values.join(", "), "]\n"]);
    }
}

/// A basic string of TOML 1.0: what would end it or cannot stand in it is escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => write!(quoted, "\\u{:04X}", u32::from(c)).expect("text takes any text"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
