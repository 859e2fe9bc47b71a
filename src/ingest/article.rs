//! What ingest makes of a file: an article, the corpus it belongs to, and what was wrong on the way.

use crate::text::{Block, Date, language};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One article, its text unchanged and its blocks marked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// The file's name without its ending, or the record's `id`; unique in a corpus.
    pub id: String,
    pub title: String,
    /// The publisher.
    pub source: Option<String>,
    pub date: Option<Date>,
    pub date_basis: Option<DateBasis>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    /// BCP 47; where the article does not state it, that of its text if it is sure.
    pub language: Option<String>,
    pub licence: Option<String>,
    pub tags: Vec<String>,
    pub text: String,
    pub blocks: Vec<Block>,
}

impl Article {
    /// Takes the language from the text where nothing states it.
    pub(super) fn find_language(&mut self) {
        if self.language.is_none() {
            self.language = language(&self.text).map(str::to_owned);
        }
    }
}

/// Whether an article states its date or somebody inferred it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateBasis {
    Stated,
    Inferred,
}

/// `corpus.toml`: what the corpus says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorpusInfo {
    pub title: String,
    pub description: String,
    pub language: String,
    pub licence: String,
    /// URL of the published page.
    pub home: String,
}

/// Something wrong in the input. The rest is kept; the problem says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file as it was named to ingest.
    pub file: String,
    /// 1-based, where a line is at fault.
    pub line: Option<u32>,
    /// What is wrong, in lower case, with the offending value.
    pub message: String,
    /// What to do about it.
    pub advice: String,
    /// Whether the article (or the file) was left out because of it.
    pub dropped: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.message, self.advice)
    }
}
