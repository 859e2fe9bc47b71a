//! The best of the articles that have one of several words, where one of the words stands in more articles than all others
//! together: the frequent word's postings are stepped over, not read, where no article can be among the best.
//!
//! Each block of the frequent word has an article that scores what its header says, so that the headers alone tell what
//! the best score at least, before anything is read (block maxima, Ding & Suel 2011, which bound from below here as well).
//! How much the frequent word can add to the others is bounded by its block's (MaxScore, Turtle & Flood 1995), in frequency
//! against length, which adds up where scores do not. A single word has no others. The answer is that of the plain way.

use super::forms::Choice;
use super::frequencies::{Frequency, together};
use super::ranking::{Best, offer_all};
use crate::index::{
    Columns, Corpus, Damage, DecodeError, Occurrences, Postings, ROUNDED, Reader, ScoreShape,
    postings_damage, rarity, times,
};

/// Offers `best` the articles that have one of the words; gives how many there are.
pub(super) fn alternatives(
    corpus: &Corpus,
    mut choices: Vec<Choice>,
    best: &mut Best<'_>,
) -> Result<usize, DecodeError> {
    let mut length = 0;
    // How many articles the most frequent word has, and its place.
    let mut frequent = (0, 0);
    for (place, choice) in choices.iter().enumerate() {
        let articles = corpus.postings(choice.term)?.len();
        length += articles;
        if choice.language.is_none() && articles > frequent.0 {
            frequent = (articles, place);
        }
    }
    let (total, found) = if frequent.0 * 2 > length {
        let word = corpus.postings(choices.swap_remove(frequent.1).term)?;
        let others = together(corpus, &choices, None)?;
        let union = Union { word, others, columns: corpus.columns()?, shape: corpus.score_shape() };
        union.sifted(best.count()).map_err(postings_damage)?
    } else {
        let found = together(corpus, &choices, None)?;
        (found.len(), found)
    };
    offer_all(corpus, &found, rarity(corpus.len(), total), best)?;
    Ok(total)
}

/// A frequent word and others.
struct Union<'c> {
    word: Postings<'c>,
    /// The articles that have one of the others.
    others: Vec<Frequency>,
    columns: Columns<'c>,
    shape: ScoreShape,
}

impl Union<'_> {
    /// How many articles there are, and those that may be among the best so many.
    fn sifted(&self, count: usize) -> Result<(usize, Vec<Frequency>), Damage> {
        let mut reader = Reader::new(&self.word)?;
        let surely = reader.surely(count)? / ROUNDED;
        let least = times(surely);
        let mut total = self.others.len() + reader.len();
        let mut found = Vec::new();
        let (mut most, mut beside) = (0.0, least);
        for &(article, mut occurrences) in &self.others {
            let has = reader.reach(article)? && reader.stands(article);
            if most != reader.most() {
                most = reader.most();
                beside = least - times(most * ROUNDED);
            }
            total -= usize::from(has);
            if self.reaches(article, occurrences, if has { beside } else { least }) {
                if has {
                    occurrences = occurrences.and(reader.occurrences()?);
                }
                found.push((article, occurrences));
            }
        }
        let mut reader = Reader::new(&self.word)?;
        while reader.go_on(|most| most * ROUNDED >= surely)? {
            for (article, occurrences) in reader.part()?.postings() {
                let is_other = || self.others.binary_search_by_key(&article, |&(other, _)| other).is_ok();
                if self.reaches(article, occurrences, least) && !is_other() {
                    found.push((article, occurrences));
                }
            }
            reader.step()?;
        }
        Ok((total, found))
    }

    #[inline(always)]
    fn reaches(&self, article: u32, occurrences: Occurrences, times: f64) -> bool {
        self.shape.reaches(occurrences.frequency(), self.columns.words(article), times)
    }
}
