//! `entities.toml`: names that somebody curated for a corpus, with other spellings and dated roles.

use crate::text::Date;
use serde::{Deserialize, Serialize};

/// The curated entities of a corpus, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    pub entities: Vec<CuratedEntity>,
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
