//! [`Article`] -> [`Reading`]: names, roles, quotes, dates, numbers. Names are read in four steps, each recorded as
//! the mention's [`Basis`]: curated, defined in the article itself, rules, model. Where something is not certain it
//! stays unresolved: one wrong speaker costs more than three missed ones.
//!
//! [`Reader::read`] looks at one article; [`link`] then lets all articles agree on who is who.

mod reading;

pub use reading::{
    Basis, DateMention, Entity, EntityIndex, Form, Mention, Number, Quote, QuoteStyle, Reading, Speaker,
    ValueBasis,
};

use crate::ingest::{Article, Lexicon};

/// Reads articles with a corpus's curated names at hand. Made once a corpus.
pub struct Reader {}

impl Reader {
    pub fn new(lexicon: &Lexicon) -> Self {
        let _ = lexicon;
        Self {}
    }

    /// What one article says, on its own.
    pub fn read(&self, article: &Article) -> Reading {
        let _ = article;
        Reading::default()
    }
}

/// Gives the same entity the same id and name in all readings of a corpus.
pub fn link(readings: &mut [Reading]) {
    let _ = readings;
}
