//! The best of the articles that have all of several words, without reading what cannot be among them.
//!
//! The words' postings are stepped through together, the rarest first. How often a word stands in an article is unpacked
//! only where the blocks at hand may hold a score that is among the best (block-max WAND, Ding & Suel 2011); a single
//! word without filters is counted without reading its postings at all. The answer is that of the plain way.

use super::filters::Passing;
use super::forms::{Choice, choices};
use super::ranking::Best;
use super::syntax::{Pattern, Query};
use crate::index::{
    Columns, Corpus, DecodeError, PartHead, PostingBlock, ScoreShape, Walk, postings_damage, rarity,
};

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
        let [Choice { term, language: None }] = choices(corpus, form)?[..] else { return Ok(None) };
        words.push(term);
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
    let mut readers = Vec::with_capacity(words.len());
    for &word in words {
        let postings = corpus.postings(word)?;
        readers.push(Reader {
            walk: postings.walk().map_err(postings_damage)?,
            head: None,
            block: PostingBlock::default(),
            at: 0,
            state: State::Ahead,
            idf: rarity(corpus.len(), postings.len()),
            length: postings.len(),
        });
    }
    let mut order: Vec<usize> = (0..readers.len()).collect();
    order.sort_by_key(|&at| readers[at].length);
    let mut joint = Joint {
        readers,
        order,
        columns: corpus.columns()?,
        shape: corpus.score_shape(),
        passing,
        best,
        total: 0,
    };
    if joint.readers.len() == 1 && passing.is_none() { joint.single() } else { joint.together() }
        .map_err(postings_damage)?;
    Ok(joint.total)
}

/// How many articles are stepped over at a time.
const STRIDE: usize = 8;

/// How far a part of a word's postings has been unpacked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ahead,
    Articles,
    Occurrences,
}

/// One word's postings, stepped through.
struct Reader<'c> {
    walk: Walk<'c>,
    head: Option<PartHead>,
    block: PostingBlock,
    at: usize,
    state: State,
    idf: f64,
    length: usize,
}

type Step<T> = Result<T, crate::index::Damage>;

impl Reader<'_> {
    /// The part at hand, its articles unpacked; `false` at the end.
    fn load(&mut self) -> Step<bool> {
        if self.state == State::Ahead {
            self.head = self.walk.head();
            if self.head.is_none() {
                return Ok(false);
            }
            self.walk.articles(&mut self.block)?;
            self.at = 0;
            self.state = State::Articles;
        }
        Ok(true)
    }

    fn step(&mut self) -> Step<()> {
        self.state = State::Ahead;
        self.walk.step()
    }

    /// Goes to the first article that is not before `article`; `None` behind the last.
    #[inline]
    fn seek(&mut self, article: u32) -> Step<Option<u32>> {
        loop {
            if self.state == State::Ahead {
                match self.walk.head() {
                    None => return Ok(None),
                    Some(head) if head.last < article => {
                        self.walk.step()?;
                        continue;
                    }
                    Some(_) => self.load()?,
                };
            }
            let articles = self.block.articles();
            // Where the other word is rare, most articles are stepped over.
            while articles.get(self.at + STRIDE).is_some_and(|&found| found < article) {
                self.at += STRIDE;
            }
            while let Some(&found) = articles.get(self.at) {
                if found >= article {
                    return Ok(Some(found));
                }
                self.at += 1;
            }
            self.step()?;
        }
    }

    /// The most that the word can add to a score in the part at hand.
    #[inline]
    fn most(&self) -> f64 {
        self.head.map_or(0.0, |head| head.most * self.idf)
    }

    #[inline]
    fn score(&mut self, length: u32, shape: ScoreShape) -> Step<f64> {
        if self.state == State::Articles {
            self.walk.occurrences(&mut self.block)?;
            self.state = State::Occurrences;
        }
        Ok(self.idf * shape.score(self.block.at(self.at).frequency(), length))
    }
}

struct Joint<'c, 'b> {
    readers: Vec<Reader<'c>>,
    /// The readers, the rarest word's first.
    order: Vec<usize>,
    columns: Columns<'c>,
    shape: ScoreShape,
    passing: Option<&'b Passing<'c>>,
    best: &'b mut Best<'c>,
    total: usize,
}

impl Joint<'_, '_> {
    /// One word and no filter: all its articles match, and blocks that score too little are stepped over.
    fn single(&mut self) -> Step<()> {
        let Some(reader) = self.readers.first_mut() else { return Ok(()) };
        self.total = reader.length;
        while let Some(head) = reader.walk.head() {
            if ((head.most * reader.idf) as f32) < self.best.threshold() {
                reader.walk.step()?;
                continue;
            }
            reader.load()?;
            for at in 0..reader.block.articles().len() {
                reader.at = at;
                let article = reader.block.articles()[at];
                let score = reader.score(self.columns.words(article), self.shape)?;
                self.best.offer(article, score as f32);
            }
            reader.step()?;
        }
        Ok(())
    }

    fn together(&mut self) -> Step<()> {
        let Some(&rarest) = self.order.first() else { return Ok(()) };
        while self.readers[rarest].load()? {
            for at in 0..self.readers[rarest].block.articles().len() {
                self.readers[rarest].at = at;
                let article = self.readers[rarest].block.articles()[at];
                if self.passing.is_none_or(|passing| passing.passes(article)) && self.all_have(article)? {
                    self.total += 1;
                    self.offer(article)?;
                }
            }
            self.readers[rarest].step()?;
        }
        Ok(())
    }

    #[inline]
    fn all_have(&mut self, article: u32) -> Step<bool> {
        for &other in &self.order[1..] {
            if self.readers[other].seek(article)? != Some(article) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    #[inline]
    fn offer(&mut self, article: u32) -> Step<()> {
        let most: f64 = self.readers.iter().map(Reader::most).sum();
        if (most as f32) < self.best.threshold() {
            return Ok(());
        }
        let length = self.columns.words(article);
        let mut score = 0.0;
        for reader in &mut self.readers {
            score += reader.score(length, self.shape)?;
        }
        self.best.offer(article, score as f32);
        Ok(())
    }
}
