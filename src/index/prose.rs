//! What articles themselves say, taken out of a corpus for counting their words: without bylines, links and teasers, and
//! without all that was read in them, which is most of what a dossier holds.

use super::check::decoded;
use super::section::Section;
use super::{ArticleId, Corpus, DecodeError};
use crate::ingest::Article;
use crate::text::Block;
use serde::{Deserialize, Serialize};

/// What one article says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    pub language: Option<String>,
    /// The blocks that belong to the article, each on a line of its own: no word reaches over a line.
    pub text: String,
}

impl Prose {
    /// ```
    /// use crossread::index::Prose;
    /// use crossread::ingest::Article;
    /// use crossread::text::{Block, BlockKind, Span};
    /// let text = "By Ana Ruiz\n\nThe port reopened on Monday.";
    /// let block = |start, end, kind| Block { span: Span::new(start, end), kind };
    /// let blocks = vec![block(0, 11, BlockKind::Byline), block(13, text.len(), BlockKind::Paragraph)];
    /// let article = Article { text: text.into(), blocks, ..Article::default() };
    /// assert_eq!(Prose::of(&article).text, "The port reopened on Monday.\n");
    /// ```
    pub fn of(article: &Article) -> Self {
        Self::new(article.language.clone(), &article.text, &article.blocks)
    }

    fn new(language: Option<String>, text: &str, blocks: &[Block]) -> Self {
        let mut prose = Self { language, text: String::with_capacity(text.len()) };
        for block in blocks.iter().filter(|block| block.kind.is_article()) {
            prose.text.push_str(block.span.of(text));
            prose.text.push('\n');
        }
        prose
    }

    /// Reads what [`Corpus::proses`] wrote.
    pub fn read(bytes: &[u8]) -> Result<Vec<Self>, DecodeError> {
        decoded(Section::Text, bytes)
    }
}

impl Corpus {
    /// What one article says. Cost: a look-up a word.
    pub fn prose(&self, article: ArticleId) -> Result<Prose, DecodeError> {
        let text = self.text(article)?;
        Ok(Prose::new(self.header(article)?.language, &text, &self.blocks(article, &text)?))
    }

    /// What some articles say, for [`Prose::read`].
    pub fn proses(&self, articles: &[ArticleId]) -> Result<Vec<u8>, DecodeError> {
        let proses = articles.iter().map(|&article| self.prose(article));
        Ok(super::build::encoded(&proses.collect::<Result<Vec<_>, _>>()?))
    }
}
