//! The best of the articles that have all of several words, without reading what cannot be among them.
//!
//! The words' postings are stepped through together, the rarest first. How often a word stands in an article is read
//! only where the blocks at hand may hold a score that is among the best (block-max WAND, Ding & Suel 2011), the rarest
//! word's first, which adds most; a single word without filters is counted without reading its postings at all. The answer
//! is that of the plain way.

use super::filters::Passing;
use super::forms::only_word;
use super::ranking::Best;
use super::syntax::{Pattern, Query};
use crate::index::{Columns, Corpus, Damage, DecodeError, Reader, ScoreShape, postings_damage, rarity};
use crate::text::Arrange as _;

/// The words of a query that asks for articles with all of them, each in one form; `None` for any other query.
pub(super) fn plain_words(corpus: &Corpus, query: &Query) -> Result<Option<Vec<usize>>, DecodeError> {
    let parts = match query {
        Query::And(parts) => &parts[..],
        part => std::slice::from_ref(part),
    };
    let mut words = Vec::with_capacity(parts.len());
    for part in parts {
        let Query::Text(Pattern { zone: None, first, near }) = part else { return Ok(None) };
        let ([form], []) = (&first.0[..], &near[..]) else { return Ok(None) };
        let Some(word) = only_word(corpus, form)? else { return Ok(None) };
        words.push(word);
    }
    Ok(Some(words))
}

/// Offers `best` the articles that have all words and pass; gives how many there are.
pub(super) fn conjunction<'c>(
    corpus: &'c Corpus,
    words: &[usize],
    passing: Option<&Passing<'c>>,
    best: &mut Best<'c>,
) -> Result<usize, DecodeError> {
    let mut words: Vec<Word> = words.iter().map(|&word| Word::new(corpus, word)).collect::<Result<_, _>>()?;
    if let ([word], None) = (&mut words[..], passing) {
        return single(corpus.columns()?, corpus.score_shape(), word, best).map_err(postings_damage);
    }
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.arrange_by_key(|&at| words[at].reader.len());
    let bounds = vec![0.0; words.len()];
    let (columns, shape) = (corpus.columns()?, corpus.score_shape());
    let fewest = order.first().map_or(0, |&rarest| words[rarest].reader.len());
    let listed = passing.map(|passing| passing.listed(fewest)).transpose()?.flatten();
    let mut joint = Joint { words, order, bounds, columns, shape, passing, best, total: 0 };
    match listed {
        Some(articles) => joint.among(&articles),
        None => joint.run(),
    }
    .map_err(postings_damage)?;
    Ok(joint.total)
}

/// A word's postings, and how much it counts.
struct Word<'c> {
    reader: Reader<'c>,
    idf: f64,
}

impl<'c> Word<'c> {
    fn new(corpus: &'c Corpus, word: usize) -> Result<Self, DecodeError> {
        let postings = corpus.postings(word)?;
        let reader = Reader::new(&postings).map_err(postings_damage)?;
        Ok(Self { reader, idf: rarity(corpus.len(), postings.len()) })
    }

    #[inline]
    fn score(&self, length: u32, shape: ScoreShape) -> f64 {
        self.idf * shape.score(self.reader.occurrences().frequency(), length)
    }
}

/// One word and no filter: all its articles match, and blocks that score too little are stepped over.
fn single(
    columns: Columns<'_>,
    shape: ScoreShape,
    word: &mut Word<'_>,
    best: &mut Best<'_>,
) -> Result<usize, Damage> {
    while word.reader.go_on(|most| (most * word.idf) as f32 >= best.threshold())? {
        for at in 0..word.reader.articles()?.len() {
            let article = word.reader.stand_at(at);
            best.offer(article, word.score(columns.words(article), shape) as f32);
        }
        word.reader.step()?;
    }
    Ok(word.reader.len())
}

struct Joint<'c, 'b> {
    words: Vec<Word<'c>>,
    /// The words, the rarest first.
    order: Vec<usize>,
    /// The most that each word adds to the score of the article at hand, or what it adds, once that is known.
    bounds: Vec<f64>,
    columns: Columns<'c>,
    shape: ScoreShape,
    passing: Option<&'b Passing<'c>>,
    best: &'b mut Best<'c>,
    total: usize,
}

impl Joint<'_, '_> {
    fn run(&mut self) -> Result<(), Damage> {
        let Some(&rarest) = self.order.first() else { return Ok(()) };
        loop {
            let articles = self.words[rarest].reader.articles()?.len();
            if articles == 0 {
                return Ok(());
            }
            for at in 0..articles {
                let article = self.words[rarest].reader.stand_at(at);
                self.meet(article, 1)?;
            }
            self.words[rarest].reader.step()?;
        }
    }

    /// Looks only at some articles, which ascend.
    fn among(&mut self, articles: &[u32]) -> Result<(), Damage> {
        articles.iter().try_for_each(|&article| self.meet(article, 0))
    }

    /// Takes an article that passes and has all words, of which it is known to have so many.
    #[inline]
    fn meet(&mut self, article: u32, known: usize) -> Result<(), Damage> {
        if self.passing.is_some_and(|passing| !passing.passes(article)) {
            return Ok(());
        }
        for &other in &self.order[known..] {
            if !self.words[other].reader.has(article)? {
                return Ok(());
            }
        }
        self.total += 1;
        self.offer(article);
        Ok(())
    }

    /// Scores an article word by word, the rarest first, for as long as it may be among the best.
    #[inline]
    fn offer(&mut self, article: u32) {
        for (bound, word) in self.bounds.iter_mut().zip(&self.words) {
            *bound = word.reader.most() * word.idf;
        }
        if self.bound() < self.best.threshold() {
            return;
        }
        let length = self.columns.words(article);
        for &at in &self.order {
            self.bounds[at] = self.words[at].score(length, self.shape);
            if self.bound() < self.best.threshold() {
                return;
            }
        }
        self.best.offer(article, self.bound());
    }

    /// Added up in the order of the query, as scores are, so that rounding makes no difference.
    #[inline]
    fn bound(&self) -> f32 {
        self.bounds.iter().sum::<f64>() as f32
    }
}
