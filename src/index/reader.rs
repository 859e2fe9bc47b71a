//! One word's postings, stepped through: whether an article has the word, how often and where. Each part is unpacked no
//! further than is asked, and what lies between two articles that are asked for is stepped over.

use super::bytes::Damage;
use super::columns::Columns;
use super::positions::BlockPositions;
use super::postings::{BLOCK, Block, Occurrences, Postings, SCORE_STEP, Walk, word_of};

/// How many articles are stepped over at a time.
const STRIDE: usize = 8;

/// How far the part at hand has been unpacked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ahead,
    /// It has a bit an article.
    Bits,
    Articles,
}

/// Articles that may match, ascending, each with its place in the part that it comes from.
pub(crate) struct Candidates {
    /// The article in the high half, the place in the low one.
    entries: [u64; BLOCK],
    length: usize,
}

impl Default for Candidates {
    fn default() -> Self {
        Self { entries: [0; BLOCK], length: 0 }
    }
}

impl Candidates {
    /// Takes articles of a part from a place on, for as long as they are not behind `last`; gives the place behind them.
    pub fn fill(&mut self, articles: &[u32], from: usize, last: u32) -> usize {
        let mut length = 0;
        for (entry, &article) in self.entries.iter_mut().zip(articles.get(from..).unwrap_or(&[])) {
            if article > last {
                break;
            }
            *entry = u64::from(article) << 32 | (from + length) as u64;
            length += 1;
        }
        self.length = length;
        from + length
    }

    /// Leaves those that pass. Without branches that hang on whether one does, for nobody can guess that.
    #[inline(always)]
    pub fn retain(&mut self, mut passes: impl FnMut(u32, usize) -> bool) {
        let mut kept = 0;
        for at in 0..self.length.min(BLOCK) {
            let entry = self.entries[at];
            self.entries[kept.min(at)] = entry;
            kept += usize::from(passes((entry >> 32) as u32, entry as u32 as usize));
        }
        self.length = kept;
    }

    pub fn len(&self) -> usize {
        self.length
    }

    /// An article and its place.
    #[inline(always)]
    pub fn get(&self, at: usize) -> (u32, usize) {
        ((self.entries[at] >> 32) as u32, self.entries[at] as u32 as usize)
    }
}

#[inline(always)]
fn has_bit(bits: &[u8], bit: u32) -> bool {
    bits.get(bit as usize / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
}

/// The place of the first article that is not before one, from a place on.
#[inline(always)]
fn first_from(articles: &[u32], mut at: usize, article: u32) -> usize {
    // Where the other word is rare, most articles are stepped over.
    while articles.get(at + STRIDE).is_some_and(|&found| found < article) {
        at += STRIDE;
    }
    while articles.get(at).is_some_and(|&found| found < article) {
        at += 1;
    }
    at
}

/// The postings of one word, asked for articles in ascending order.
pub(crate) struct Reader<'a> {
    walk: Walk<'a>,
    length: usize,
    state: State,
    /// The last article, and the most that the word scores, of the part at hand.
    last: u32,
    most: f64,
    /// The part at hand as bits: the first article, and the place of the article at hand behind it.
    first: u32,
    bits: &'a [u8],
    bit: u32,
    /// How many of them stand before a word of 64, and which.
    before: (usize, u32),
    block: Block,
    is_listed: bool,
    is_counted: bool,
    at: usize,
    /// Up to where articles of the part at hand have been held against others.
    held: usize,
    positions: BlockPositions<'a>,
}

impl<'a> Reader<'a> {
    pub fn new(postings: &Postings<'a>) -> Result<Self, Damage> {
        Ok(Self {
            walk: postings.walk()?,
            length: postings.len(),
            state: State::Ahead,
            last: 0,
            most: 0.0,
            first: 0,
            bits: &[],
            bit: 0,
            before: (0, 0),
            block: Block::default(),
            is_listed: false,
            is_counted: false,
            at: 0,
            held: 0,
            positions: BlockPositions::default(),
        })
    }

    /// How many articles have the word.
    pub fn len(&self) -> usize {
        self.length
    }

    /// The most that the word scores in the part at hand: BM25 without idf.
    #[inline(always)]
    pub fn most(&self) -> f64 {
        self.most
    }

    /// What so many articles score at least, BM25 without idf: each block has one that scores its most, but for rounding.
    pub fn surely(&self, articles: usize) -> Result<f64, Damage> {
        let mut blocks = [0; 256];
        let mut walk = self.walk;
        while let Some(head) = walk.head() {
            blocks[head.steps()] += 1;
            walk.step()?;
        }
        // A tail does not tell.
        let mut left = articles;
        for (steps, &count) in blocks.iter().enumerate().rev() {
            if left <= count {
                return Ok(steps.saturating_sub(1) as f64 * SCORE_STEP);
            }
            left -= count;
        }
        Ok(0.0)
    }

    /// Goes on to the next part of which a posting may score so much; unpacks nothing of it.
    pub fn go_on(&mut self, least: impl Fn(f64) -> bool) -> Result<bool, Damage> {
        while let Some(head) = self.walk.head() {
            if least(head.most) {
                return Ok(true);
            }
            self.walk.step()?;
        }
        Ok(false)
    }

    /// No part up to the one at hand has an article behind this one.
    #[inline(always)]
    pub fn last(&self) -> u32 {
        self.last
    }

    /// Unpacks the part at hand; nothing at the end.
    pub fn part(&mut self) -> Result<&Block, Damage> {
        self.articles()?;
        self.walk.occurrences(&mut self.block)?;
        Ok(&self.block)
    }

    /// Unpacks the articles of the part at hand; none at the end.
    pub fn articles(&mut self) -> Result<&[u32], Damage> {
        let Some(head) = self.walk.head() else { return Ok(&[]) };
        self.enter(head.last, head.most);
        self.list()?;
        self.state = State::Articles;
        Ok(self.block.articles())
    }

    /// The articles of the part at hand, unpacked where they have not yet been.
    pub fn articles_at_hand(&mut self) -> Result<&[u32], Damage> {
        if self.state == State::Articles { Ok(self.block.articles()) } else { self.articles() }
    }

    /// Stands at one of the articles that have been unpacked.
    #[inline(always)]
    pub fn stand_at(&mut self, place: usize) {
        self.at = place;
    }

    /// Leaves the part at hand.
    pub fn step(&mut self) -> Result<(), Damage> {
        self.state = State::Ahead;
        self.walk.step()
    }

    fn enter(&mut self, last: u32, most: f64) {
        (self.last, self.most, self.at, self.before) = (last, most, 0, (0, 0));
        (self.is_listed, self.is_counted, self.held) = (false, false, 0);
        self.positions.leave();
    }

    fn list(&mut self) -> Result<(), Damage> {
        if !self.is_listed {
            self.walk.articles(&mut self.block)?;
            self.is_listed = true;
        }
        Ok(())
    }

    /// Goes to the part that may have an article, forwards; whether there is one.
    #[inline(always)]
    pub fn reach(&mut self, article: u32) -> Result<bool, Damage> {
        Ok((self.state != State::Ahead && article <= self.last) || self.seek(article)?)
    }

    /// Whether an article has the word; the articles that are asked for ascend.
    #[inline]
    pub fn has(&mut self, article: u32) -> Result<bool, Damage> {
        Ok(self.reach(article)? && self.stands(article))
    }

    /// Whether an article of the part at hand has the word.
    #[inline(always)]
    pub fn stands(&mut self, article: u32) -> bool {
        if self.state == State::Bits {
            self.bit = article.wrapping_sub(self.first);
            return has_bit(self.bits, self.bit);
        }
        self.at = first_from(self.block.articles(), self.at, article);
        self.block.articles().get(self.at) == Some(&article)
    }

    /// Leaves those of some articles that have the word. All are of the part at hand, and ascend.
    pub fn retain(&mut self, candidates: &mut Candidates) {
        if self.state == State::Bits {
            let (bits, first) = (self.bits, self.first);
            return candidates.retain(|article, _| has_bit(bits, article.wrapping_sub(first)));
        }
        let (articles, mut held) = (self.block.articles(), self.held);
        candidates.retain(|article, _| {
            held = first_from(articles, held, article);
            articles.get(held) == Some(&article)
        });
        self.held = held;
    }

    /// Leaves those of some articles, which are of the part at hand and have been unpacked, that pass with how often each
    /// has the word.
    pub fn retain_frequent(
        &mut self,
        candidates: &mut Candidates,
        passes: impl Fn(u32, u32) -> bool,
    ) -> Result<(), Damage> {
        self.count()?;
        candidates.retain(|article, place| passes(article, self.block.at(place).frequency()));
        Ok(())
    }

    /// Goes to the part that may have an article; whether there is one.
    #[inline(never)]
    fn seek(&mut self, article: u32) -> Result<bool, Damage> {
        if self.state != State::Ahead {
            self.walk.step()?;
        }
        while let Some(head) = self.walk.head() {
            if head.last >= article {
                self.enter(head.last, head.most);
                if let Some((first, bits)) = self.walk.bitmap() {
                    (self.first, self.bits, self.state) = (first, bits, State::Bits);
                } else {
                    self.list()?;
                    self.state = State::Articles;
                }
                return Ok(true);
            }
            self.walk.step()?;
        }
        self.state = State::Ahead;
        Ok(false)
    }

    /// The place of the article at hand in the part at hand.
    #[inline]
    fn place(&mut self) -> usize {
        if self.state != State::Bits {
            return self.at;
        }
        let (mut word, mut count) = self.before;
        let bits = |word: usize| word_of(self.bits.get(word * 8..).unwrap_or(&[]));
        while word < self.bit as usize / 64 {
            count += bits(word).count_ones();
            word += 1;
        }
        self.before = (word, count);
        (count + (bits(word) & ((1 << (self.bit % 64)) - 1)).count_ones()) as usize
    }

    /// How often the word stands in the article at hand. Where the articles of a part have been unpacked, so is this, at
    /// once; where they are bits, few are asked for.
    #[inline]
    pub fn occurrences(&mut self) -> Result<Occurrences, Damage> {
        if self.state == State::Bits {
            let place = self.place();
            return Ok(self.walk.occurrences_at(place, &self.block));
        }
        self.count()?;
        Ok(self.block.at(self.at))
    }

    fn count(&mut self) -> Result<(), Damage> {
        if !self.is_counted {
            self.walk.occurrences(&mut self.block)?;
            self.is_counted = true;
        }
        Ok(())
    }

    /// Where the word stands in the article at hand, ascending.
    pub fn positions(&mut self, columns: Columns<'_>) -> Result<&[u32], Damage> {
        self.list()?;
        let place = self.place();
        self.positions.read(&self.walk, &self.block, place, columns)
    }
}
