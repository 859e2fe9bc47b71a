//! Which words one article has more of than the others: log ratio first, counts and G2 beside it, for single
//! articles are tiny and a significance alone says little (Hardie 2014; Rayson & Garside 2000).
//!
//! Words are counted in the form they are searched by (folded, not stemmed), in the article itself without links and
//! bylines. Cost: one pass over the words and a sort.

use super::Document;
use super::comparison::Keyness;
use super::profile::language;
use super::statistics::{g2, log_ratio, per_million};
use super::stop_words::StopWords;
use crate::text::{Arrange as _, Keyed, Word, words};

/// A word that stands less often than this in all articles together is left out.
const LEAST_COUNT: u32 = 2;

/// As many words are given.
const MOST_WORDS: usize = 60;

/// The words that set an article apart from the others together, clearest first.
pub(super) fn keyness(documents: &[Document]) -> Vec<Keyness> {
    if documents.len() < 2 {
        return Vec::new();
    }
    let counted = count(documents);
    let frequent = counted.terms.iter().filter(|(_, counts)| counts.iter().sum::<u32>() >= LEAST_COUNT);
    let mut rows: Vec<Keyness> =
        frequent.filter_map(|(term, counts)| row(term.to_owned(), counts.clone(), &counted.sizes)).collect();
    rows.arrange_by(|x, y| {
        let order = y.log_ratio.total_cmp(&x.log_ratio).then_with(|| y.g2.total_cmp(&x.g2));
        order.then_with(|| x.term.cmp(&y.term))
    });
    rows.truncate(MOST_WORDS);
    rows
}

struct Counted {
    /// For each word its count an article.
    terms: Keyed<Vec<u32>>,
    /// Words an article, stop-words included.
    sizes: Vec<u32>,
}

fn count(documents: &[Document]) -> Counted {
    let mut counted = Counted { terms: Keyed::default(), sizes: vec![0; documents.len()] };
    for (at, document) in documents.iter().enumerate() {
        let stop_words = StopWords::of(language(document));
        let blocks = document.article.blocks.iter().filter(|block| block.kind.is_article());
        for word in blocks.flat_map(|block| words(block.span.of(&document.article.text))) {
            counted.sizes[at] += 1;
            let folded = word.folded();
            if is_counted(&word) && !stop_words.contains(&folded) {
                let counts = counted.terms.entry(&folded, || vec![0; documents.len()]);
                counts[at] += 1;
            }
        }
    }
    counted
}

fn is_counted(word: &Word) -> bool {
    word.text.chars().nth(1).is_some() && word.text.chars().any(char::is_alphabetic)
}

fn row(term: String, counts: Vec<u32>, sizes: &[u32]) -> Option<Keyness> {
    let per_million: Vec<f64> =
        counts.iter().zip(sizes).map(|(&count, &size)| per_million(count, size)).collect();
    let highest =
        (0..counts.len()).max_by(|&x, &y| per_million[x].total_cmp(&per_million[y]).then(y.cmp(&x)))?;
    let (a, c) = (counts[highest], sizes[highest]);
    let (b, d) = (counts.iter().sum::<u32>() - a, sizes.iter().sum::<u32>() - c);
    let log_ratio = log_ratio(a, b, c, d)?;
    Some(Keyness { term, per_million, log_ratio, g2: g2(a, b, c, d), counts })
}
