//! What a curated list says of an entity beside its names: the offices it held, and whether somebody corrected what was read
//! of it. Kept by entity, so that the page need not read the whole list.

use super::section::Section;
use super::{Corpus, DecodeError, EntityId};
use crate::ingest::Lexicon;
use crate::text::{Date, Keyed};
use serde::{Deserialize, Serialize};

/// The offices of an entity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offices {
    pub held: Vec<Office>,
    /// Whether somebody corrected what was read of the entity.
    pub corrected: bool,
}

/// Words for an office, with the time for which they hold, in EDTF; an end that is not known is empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Office {
    pub phrase: String,
    pub from: String,
    pub to: String,
}

/// The offices by the id of their holders.
pub(crate) fn offices(lexicon: &Lexicon) -> Keyed<Offices> {
    let mut known: Keyed<Offices> = Keyed::default();
    let written = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let entities = lexicon.entities.iter().map(|entity| entity.id.as_str());
    for id in entities.chain(lexicon.corrected()) {
        let offices = || Offices {
            held: lexicon
                .roles_of(id)
                .into_iter()
                .map(|role| Office {
                    phrase: role.phrase.clone(),
                    from: written(role.from),
                    to: written(role.to),
                })
                .collect(),
            corrected: lexicon.is_corrected(id),
        };
        known.entry(id, offices);
    }
    known
}

impl Corpus {
    /// What is curated of an entity's offices.
    pub fn offices(&self, entity: EntityId) -> Result<Offices, DecodeError> {
        let blob = self.blob(Section::Offices, entity.0)?;
        if blob.is_empty() { Ok(Offices::default()) } else { super::check::decoded(Section::Offices, blob) }
    }
}
