//! What a trainer needs of the reader: the features of an article's words, exactly as reading computes them, and the bytes of
//! a model made of lists and weights.

use super::features::{self, Place};
use super::file::{self, Parts};
use super::hash;
use super::keys::{Keys, cell, fingerprint, key_of};
use super::labels::{KINDS, label, may_begin, may_end, may_follow};
use super::lists::{Lists, cased_key, phrase_key};
use super::words::{UNSEEN, Words, islands};
use crate::analysis::names::curated::Known;
use crate::analysis::names::patterns::Sought;
use crate::analysis::names::tokens::Text;
use crate::ingest::{Article, EntityKind, Lexicon};
use crate::text::{self, Span};
use std::collections::BTreeMap;
use std::ops::Range;

pub use super::file::LEVELS;
pub use super::labels::LABELS;
pub use super::weights::GAPS;

/// A row of words in which names may stand.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub words: Vec<Span>,
    /// What stands before each word, as a number below [`GAPS`].
    pub gaps: Vec<u8>,
    /// The features of each word.
    pub features: Vec<Vec<u32>>,
}

/// Word clusters and lists, as the reader looks them up.
#[derive(Clone, Debug, Default)]
pub struct WordLists {
    lists: Lists,
    words: Vec<(u32, u16, u8)>,
    width: u8,
}

impl WordLists {
    /// `clusters`: words as written, each with its cluster from 1 on; `wider`: by cluster the wider one; `lists`: phrases
    /// with a bit for each list that they stand in.
    pub fn new(clusters: &[(String, u16)], wider: Vec<u8>, lists: &[(String, u8)]) -> Self {
        let width = Keys::width(clusters.len() + lists.len());
        let mut words: BTreeMap<u32, (u16, u8)> = BTreeMap::new();
        for (word, cluster) in clusters {
            words.entry(key_of(cased_key(word), width)).or_default().0 = *cluster;
        }
        for (phrase, bits) in lists {
            let parts = text::words(phrase);
            let folded = parts.iter().map(|word| hash::of_text(&word.folded()));
            let Some(joined) = folded.reduce(hash::joined) else { continue };
            words.entry(key_of(phrase_key(joined), width)).or_default().1 |= bits;
        }
        // Of words in one cell one is known: one with a cluster first.
        let mut taken: BTreeMap<u32, (u32, u16, u8)> = BTreeMap::new();
        for (key, (cluster, bits)) in words {
            let entry = taken.entry(cell(key)).or_insert((key, cluster, bits));
            if entry.1 == 0 && cluster != 0 {
                *entry = (key, cluster, bits);
            }
        }
        let words: Vec<(u32, u16, u8)> = taken.into_values().collect();
        let sorted: Vec<u32> = words.iter().map(|word| word.0).collect();
        let keys = Keys::new(&sorted, width);
        let lists = Lists {
            keys,
            fingerprints: sorted.iter().map(|&key| fingerprint(key)).collect(),
            clusters: words.iter().map(|word| word.1).collect(),
            lists: words.iter().map(|word| word.2).collect(),
            wider,
        };
        Self { lists, words, width: width as u8 }
    }
}

/// Turns articles into rows of features.
pub struct Extractor<'l> {
    known: Known,
    lists: &'l WordLists,
}

impl<'l> Extractor<'l> {
    pub fn new(lists: &'l WordLists) -> Self {
        Self { known: Known::new(&Lexicon::default()), lists }
    }

    /// The rows of an article in order.
    pub fn rows(&self, article: &Article) -> Vec<Row> {
        let sentences = text::sentences(&article.text, &article.blocks);
        let text = Text::of(article, &text::words(&article.text), &sentences, &self.known.words);
        let matches = self.known.patterns.matches(&text, Sought::Names);
        let islands = islands(&text);
        let words = Words::of(&text, &self.lists.lists, &islands);
        let mut place = Place::new(&text, &words, &self.lists.lists, &matches, &islands);
        let rows = islands.iter().map(|island| {
            place.enter(island);
            let mut row = Row::default();
            for at in island.clone() {
                let mut found = Vec::with_capacity(64);
                let reach = features::REACH as isize;
                for offset in -reach..=reach {
                    let spelling = place.neighbour(at, offset).filter(|&spelling| spelling != UNSEEN);
                    let Some(spelling) = spelling.map(|spelling| &words.spellings[spelling as usize]) else {
                        continue;
                    };
                    match offset {
                        0 => features::of_spelling(spelling, &mut found),
                        _ => features::beside(spelling, offset, &mut found),
                    }
                }
                place.emit(at, &mut found);
                row.words.push(text.tokens[at].span);
                row.gaps.push(place.gap(at) as u8);
                row.features.push(found);
            }
            row
        });
        rows.collect()
    }
}

/// The labels of a row for the names in it; a name that does not begin and end with words of the row is left out.
pub fn labels_of(row: &Row, names: &[(Span, EntityKind)]) -> Vec<usize> {
    use super::labels::Part;
    let mut labels = vec![0; row.words.len()];
    for (span, kind) in names {
        let Some(kind) = KINDS.iter().position(|known| known == kind) else { continue };
        let Some(words) = words_within(row, *span) else { continue };
        if labels[words.clone()].iter().any(|&label| label != 0) {
            continue;
        }
        let (first, last) = (words.start, words.end - 1);
        for at in words {
            let part = match () {
                () if first == last => Part::Only,
                () if at == first => Part::First,
                () if at == last => Part::Last,
                () => Part::Inside,
            };
            labels[at] = label(kind, part);
        }
    }
    labels
}

/// The words that a span covers, if it begins where a word does and ends where one does (or a mark after it).
fn words_within(row: &Row, span: Span) -> Option<Range<usize>> {
    let first = row.words.iter().position(|word| word.start == span.start)?;
    let last = row.words.iter().rposition(|word| word.end <= span.end && word.start >= span.start)?;
    (last >= first && span.end - row.words[last].end <= 1).then(|| first..last + 1)
}

/// Whether the labels may follow one another.
pub fn follows(before: usize, next: usize) -> bool {
    may_follow(before, next)
}

pub fn begins(label: usize) -> bool {
    may_begin(label)
}

pub fn ends(label: usize) -> bool {
    may_end(label)
}

/// The bits of a feature that count in a model of `count` features.
pub fn feature_key(feature: u32, count: usize) -> u32 {
    key_of(feature, Keys::width(count))
}

/// The cell of a feature's key: of features in one cell a model holds one.
pub fn feature_cell(key: u32) -> u32 {
    cell(key)
}

/// The bytes of a model for features whose keys were made by [`feature_key`] with `count`: `features` are sorted keys with the places of their weights in `levels`.
pub fn model(
    lists: &WordLists,
    count: usize,
    features: Vec<(u32, [u8; LABELS])>,
    levels: [i8; LEVELS],
    transitions: Vec<i16>,
) -> Vec<u8> {
    let parts = Parts {
        words: lists.words.clone(),
        widths: (lists.width, Keys::width(count) as u8),
        wider: lists.lists.wider.clone(),
        features,
        levels,
        transitions,
    };
    file::write(&parts)
}
