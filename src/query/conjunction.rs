//! The best of the articles that have all of several words, without reading what cannot be among them.
//!
//! The words' postings are stepped through together, the rarest first. How often a word stands in an article is read
//! only where the blocks at hand may hold a score that is among the best (block-max WAND, Ding & Suel 2011), the rarest
//! word's first, which adds most; of the others only where it is high enough with the best of their blocks. The answer is
//! that of the plain way.

use super::filters::Passing;
use super::forms::only_word;
use super::ranking::Best;
use super::syntax::{Pattern, Query};
use crate::index::{
    Candidates, Columns, Corpus, Damage, DecodeError, ROUNDED, Reader, ScoreShape, postings_damage, rarity,
    times,
};
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
    let words: Vec<Word> = words.iter().map(|&word| Word::new(corpus, word)).collect::<Result<_, _>>()?;
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.arrange_by_key(|&at| words[at].reader.len());
    let (columns, shape) = (corpus.columns()?, corpus.score_shape());
    let fewest = order.first().map_or(0, |&rarest| words[rarest].reader.len());
    let listed = passing.map(|passing| passing.listed(fewest)).transpose()?.flatten();
    let candidates = Candidates::default();
    let mut joint = Joint { words, order, candidates, columns, shape, passing, best, total: 0 };
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
    fn score(&mut self, length: u32, shape: ScoreShape) -> Result<f64, Damage> {
        Ok(self.idf * shape.score(self.reader.occurrences()?.frequency(), length))
    }
}

struct Joint<'c, 'b> {
    words: Vec<Word<'c>>,
    /// The words, the rarest first.
    order: Vec<usize>,
    candidates: Candidates,
    columns: Columns<'c>,
    shape: ScoreShape,
    passing: Option<&'b Passing<'c>>,
    best: &'b mut Best<'c>,
    total: usize,
}

impl Joint<'_, '_> {
    /// Takes the rarest word's articles, part by part.
    fn run(&mut self) -> Result<(), Damage> {
        let Some(&rarest) = self.order.first() else { return Ok(()) };
        loop {
            let mut from = 0;
            while let Some(&first) = self.words[rarest].reader.articles_at_hand()?.get(from) {
                let Some(last) = self.reach(first, 1)? else { return Ok(()) };
                from = self.candidates.fill(self.words[rarest].reader.articles_at_hand()?, from, last);
                if let Some(passing) = self.passing {
                    self.candidates.retain(|article, _| passing.passes(article));
                }
                self.take(1)?;
            }
            if from == 0 {
                return Ok(());
            }
            self.words[rarest].reader.step()?;
        }
    }

    /// Takes some articles, which ascend and are of the source that is asked for.
    fn among(&mut self, mut articles: &[u32]) -> Result<(), Damage> {
        while let Some(&first) = articles.first() {
            let Some(last) = self.reach(first, 0)? else { return Ok(()) };
            articles = &articles[self.candidates.fill(articles, 0, last)..];
            if let Some(passing) = self.passing {
                self.candidates.retain(|article, _| passing.passes_beside(article));
            }
            self.take(0)?;
        }
        Ok(())
    }

    /// Goes to the parts that may have an article, but for so many of the rarest words; gives up to which article they
    /// reach, nothing where one has ended.
    fn reach(&mut self, article: u32, known: usize) -> Result<Option<u32>, Damage> {
        let mut last = u32::MAX;
        for &at in &self.order[known..] {
            let reader = &mut self.words[at].reader;
            if !reader.reach(article)? {
                return Ok(None);
            }
            last = last.min(reader.last());
        }
        Ok(Some(last))
    }

    /// Counts the candidates that have all words, and offers them: they are known to have so many, and are of the other
    /// words' parts at hand.
    fn take(&mut self, known: usize) -> Result<(), Damage> {
        for &at in &self.order[known..] {
            self.words[at].reader.retain(&mut self.candidates);
        }
        self.total += self.candidates.len();
        let (mut most, mut others) = (0.0, 0.0);
        for &at in self.order.iter().rev() {
            others = most;
            most += self.words[at].reader.most() * self.words[at].idf * ROUNDED;
        }
        let least = f64::from(self.best.threshold());
        if most < least {
            return Ok(());
        }
        let (columns, shape) = (self.columns, self.shape);
        let Some(&rarest) = self.order.first() else { return Ok(()) };
        let word = &mut self.words[rarest];
        if known > 0 {
            let times = times((least / ROUNDED - others) / word.idf);
            word.reader.retain_frequent(&mut self.candidates, |article, frequency| {
                shape.reaches(frequency, columns.words(article), times)
            })?;
        }
        for at in 0..self.candidates.len() {
            let (article, place) = self.candidates.get(at);
            self.offer(article, (known > 0).then_some(place))?;
        }
        Ok(())
    }

    /// Scores an article that has all words; its place among the rarest word's, where it is known.
    #[inline]
    fn offer(&mut self, article: u32, place: Option<usize>) -> Result<(), Damage> {
        let length = self.columns.words(article);
        let Some((&rarest, beside)) = self.order.split_first() else { return Ok(()) };
        match place {
            Some(place) => self.words[rarest].reader.stand_at(place),
            None => _ = self.words[rarest].reader.has(article)?,
        }
        for &at in beside {
            self.words[at].reader.has(article)?;
        }
        // In the order of the query, as elsewhere, so that rounding makes no difference.
        let mut score = 0.0;
        for word in &mut self.words {
            score += word.score(length, self.shape)?;
        }
        self.best.offer(article, score as f32);
        Ok(())
    }
}
