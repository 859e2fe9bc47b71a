//! What a reader of a corpus corrected about its entities: two that are one, one that is two, a wrong name or kind, no
//! name at all. A correction speaks of ids and spellings, not of places in texts, so that it holds when the corpus is
//! built anew. It is written as `[[correction]]` in `entities.toml`, and as JSON where it travels from page to page.

use super::json::{self, Value};
use super::lexicon::{EntityKind, filled, slug};
use serde::{Deserialize, Serialize};

/// One correction; they are applied in order, each to what those before it have left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The id of the entity that is corrected.
    pub entity: String,
    /// Its name at the time; finds it where a corpus that has grown gives it another id. May be empty.
    pub entity_name: String,
    pub change: Change,
}

/// What becomes of the entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// It is the same as another one, which keeps its id and name.
    Merge {
        into: String,
        name: String,
    },
    /// The mentions with these spellings (any, where there are none) in these articles (all, where there are none) are
    /// somebody else: one that is known already, or a new one.
    Split {
        spellings: Vec<String>,
        articles: Vec<String>,
        into: String,
        name: String,
        kind: Option<EntityKind>,
    },
    /// It is called otherwise; the old name still finds it.
    Rename {
        name: String,
    },
    Retype {
        kind: EntityKind,
    },
    /// It is nobody: its mentions are left unmarked.
    Remove,
}

impl Change {
    /// The word for it in the files.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
            Self::Rename { .. } => "rename",
            Self::Retype { .. } => "retype",
            Self::Remove => "remove",
        }
    }
}

/// A correction as it is written, before its values are checked: the fields that its change does not need are empty.
#[derive(Default)]
pub(super) struct WrittenCorrection {
    pub change: String,
    entity: String,
    entity_name: String,
    into: String,
    name: String,
    kind: String,
    spellings: Vec<String>,
    articles: Vec<String>,
}

impl WrittenCorrection {
    /// The correction, or what is wrong with it.
    pub fn checked(self) -> Result<Correction, String> {
        let entity = self.entity.trim().to_owned();
        let (word, written_kind) = (self.change.clone(), self.kind.clone());
        if entity.is_empty() {
            return Err(format!("a correction `{word}` names no entity"));
        }
        let entity_name = self.entity_name.trim().to_owned();
        let kind = EntityKind::ALL.into_iter().find(|kind| kind.name() == written_kind);
        let fault = if kind.is_none() && !written_kind.is_empty() {
            format!("the unknown kind `{written_kind}`")
        } else {
            match self.change(kind) {
                Ok(change) => return Ok(Correction { entity, entity_name, change }),
                Err("") => return Err(format!("unknown correction `{word}` of `{entity}`")),
                Err(missing) => format!("no `{missing}`"),
            }
        };
        Err(format!("the correction `{word}` of `{entity}` has {fault}"))
    }

    /// The change, or the field that it lacks; an empty one where there is no such change.
    fn change(self, kind: Option<EntityKind>) -> Result<Change, &'static str> {
        let needs = |is_there: bool, field| if is_there { Ok(()) } else { Err(field) };
        let name = self.name.trim().to_owned();
        let into = self.into.trim().to_owned();
        Ok(match self.change.as_str() {
            "merge" => {
                needs(!into.is_empty(), "into")?;
                Change::Merge { into, name }
            }
            "split" => {
                let (spellings, articles) = (filled(self.spellings), filled(self.articles));
                needs(!(spellings.is_empty() && articles.is_empty()), "spellings")?;
                let into = if into.is_empty() { slug(&name) } else { into };
                needs(!into.is_empty(), "name")?;
                let name = if name.is_empty() { into.clone() } else { name };
                Change::Split { spellings, articles, into, name, kind }
            }
            "rename" => {
                needs(!name.is_empty(), "name")?;
                Change::Rename { name }
            }
            "retype" => Change::Retype { kind: kind.ok_or("kind")? },
            "remove" => Change::Remove,
            _ => return Err(""),
        })
    }
}

/// Reads corrections as a page writes them: a list of objects, or an object whose `corrections` are one. Each comes with
/// what is wrong with it, should something be; only JSON that cannot be read at all is an error.
///
/// ```
/// use crossread::ingest::{Change, corrections};
/// let json = r#"{"corrections": [
///   {"change": "merge", "entity": "araqchi", "into": "abbas-araghchi"},
///   {"change": "repaint", "entity": "araqchi"}
/// ]}"#;
/// let read = corrections(json).unwrap();
/// assert!(matches!(&read[0].as_ref().unwrap().change, Change::Merge { into, .. } if into == "abbas-araghchi"));
/// assert_eq!(read[1], Err("unknown correction `repaint` of `araqchi`".to_owned()));
/// ```
pub fn corrections(text: &str) -> Result<Vec<Result<Correction, String>>, String> {
    let value = json::parse(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| format!("byte {}: {} is missing", error.at, error.expected))?;
    let list = match value {
        Value::List(list) => list,
        Value::Object(fields) => match fields.into_iter().find(|(key, _)| key == "corrections") {
            Some((_, Value::List(list))) => list,
            _ => return Err("there is no list of `corrections`".into()),
        },
        _ => return Err("there is no list of `corrections`".into()),
    };
    Ok(list.into_iter().map(|value| written(value).checked()).collect())
}

/// The fields of one object; what is no object has none.
pub(super) fn written(value: Value) -> WrittenCorrection {
    let mut written = WrittenCorrection::default();
    for (key, value) in value.into_fields() {
        match key.as_str() {
            "change" => written.change = value.into_text(),
            "entity" => written.entity = value.into_text(),
            "entity_name" => written.entity_name = value.into_text(),
            "into" => written.into = value.into_text(),
            "name" => written.name = value.into_text(),
            "kind" => written.kind = value.into_text(),
            "spellings" => written.spellings = value.into_texts(),
            "articles" => written.articles = value.into_texts(),
            _ => {}
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::corrections;

    #[test]
    fn what_is_missing_is_named() {
        let wrong = [
            (
                r#"[{"change": "merge", "entity": "leyla-aliyeva"}]"#,
                "the correction `merge` of `leyla-aliyeva` has no `into`",
            ),
            (
                r#"[{"change": "rename", "entity": "baku", "name": " "}]"#,
                "the correction `rename` of `baku` has no `name`",
            ),
            (
                r#"[{"change": "retype", "entity": "baku"}]"#,
                "the correction `retype` of `baku` has no `kind`",
            ),
            (
                r#"[{"change": "retype", "entity": "baku", "kind": "city"}]"#,
                "the correction `retype` of `baku` has the unknown kind `city`",
            ),
            (
                r#"[{"change": "split", "entity": "baku", "name": "Baku"}]"#,
                "the correction `split` of `baku` has no `spellings`",
            ),
            (r#"[{"change": "remove"}]"#, "a correction `remove` names no entity"),
            (r#"[7]"#, "a correction `` names no entity"),
        ];
        for (json, message) in wrong {
            assert_eq!(corrections(json).unwrap()[0], Err(message.to_owned()), "{json}");
        }
        assert!(corrections("{}").is_err());
        assert!(corrections("[").is_err());
    }
}
