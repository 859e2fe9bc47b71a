//! [`Article`] -> [`Reading`]: names, roles, quotes, dates, numbers. Names are read in four steps, each recorded as
//! the mention's [`Basis`]: curated, defined in the article itself, rules, model. Where something is not certain it
//! stays unresolved: one wrong speaker costs more than three missed ones.
//!
//! [`Reader::read`] looks at one article; [`link`] then lets all articles agree on who is who.

mod corrections;
mod dates;
mod link;
mod names;
mod numbers;
mod numerals;
mod quotes;
mod reading;
mod transcription;

pub use corrections::{Outcome, Place, correct, correct_all};
pub use dates::{Dates, dates};
pub use link::link;
pub use names::{Model, ModelError, OFFICES, training};
pub use numbers::numbers;
pub use quotes::quotes;
pub use reading::{
    Basis, DateMention, Entity, EntityIndex, Form, Joined, Mention, Number, Quote, QuoteStyle, Reading,
    Speaker, ValueBasis, Why,
};

use crate::ingest::{Article, Lexicon};
use crate::text;

/// Reads articles with a corpus's curated names at hand. Made once a corpus.
pub struct Reader {
    names: names::Names,
    dates: dates::Dates,
}

impl Reader {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self { names: names::Names::new(lexicon), dates: dates::Dates::default() }
    }

    /// The same with a trained model of names at hand; without one the rules alone read.
    pub fn with_model(mut self, model: Model) -> Self {
        self.names.set_model(model);
        self
    }

    /// Where the names that are known beforehand stand in an article, from left to right, none inside another: the first
    /// step of [`Self::read`] by itself. Cost: a pass over the bytes in which only words that begin a name are looked at, about a
    /// quarter of what cutting the article into words and sentences costs; the first call also makes a table of the beginnings.
    ///
    /// ```
    /// use crossread::analysis::Reader;
    /// use crossread::ingest::{Article, Lexicon};
    /// use crossread::text::{Block, BlockKind, Span};
    /// let text = "The Chinese envoy, in a china shop before, left Oslo for China.";
    /// let reader = Reader::new(&Lexicon::default());
    /// let blocks = vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }];
    /// let found = reader.known_names(&Article { text: text.into(), blocks, ..Article::default() });
    /// let found: Vec<_> = found.iter().map(|span| span.of(text)).collect();
    /// assert_eq!(found, ["Chinese", "Oslo", "China"]);
    /// ```
    pub fn known_names(&self, article: &Article) -> Vec<text::Span> {
        self.names.known(article)
    }

    /// What one article says, on its own.
    pub fn read(&self, article: &Article) -> Reading {
        let sentences = text::sentences(&article.text, &article.blocks);
        let words = text::words(&article.text);
        let (mut mentions, entities) = self.names.read(article, &words, &sentences);
        let quotes = quotes::of_words(article, &words, &sentences, &mut mentions, &entities);
        let dates = self.dates.of_words(article, &words, &sentences);
        let numbers = numbers::of_words(article, &words, &sentences, &dates);
        Reading { sentences, entities, mentions, quotes, dates, numbers }
    }
}

/// The id of an entity that nobody has curated: its folded name with hyphens.
///
/// ```
/// use crossread::analysis::slug;
/// assert_eq!(slug("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
/// ```
pub fn slug(name: &str) -> String {
    names::slug(name)
}
