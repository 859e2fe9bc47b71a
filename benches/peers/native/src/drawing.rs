//! Queries drawn from articles that people wrote: words, several words, phrases, beginnings of words.

use crossread::ingest::Article;
use crossread::text::words;
use serde::Serialize;

/// A query as both engines are asked it.
#[derive(Serialize)]
pub struct Drawn {
    pub kind: &'static str,
    /// Folded, as both have them in the index.
    pub words: Vec<String>,
    /// How many articles match.
    pub total: usize,
}

/// A word that begins with fewer letters than this is no query that anybody types for its beginning.
const BEGINNING: usize = 3;

/// The next number of a sequence that is the same in every run (SplitMix64).
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// As many of each kind, in turn.
pub fn draw(articles: &[Article], count: usize) -> Vec<Drawn> {
    let mut sequence = Sequence(2024);
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count {
        let article = &articles[sequence.below(articles.len())];
        let folded: Vec<String> =
            words(&article.text).iter().map(|word| word.folded().into_owned()).collect();
        let place = drawn.len();
        if let Some((kind, words)) = query(&mut sequence, &folded, place) {
            drawn.push(Drawn { kind, words, total: 0 });
        }
    }
    drawn
}

fn query(sequence: &mut Sequence, folded: &[String], place: usize) -> Option<(&'static str, Vec<String>)> {
    let length = 2 + place / 4 % 2;
    if folded.len() <= length {
        return None;
    }
    let at = sequence.below(folded.len() - length);
    Some(match place % 4 {
        0 => ("word", vec![folded[at].clone()]),
        1 => ("and", (0..length).map(|_| folded[sequence.below(folded.len())].clone()).collect()),
        2 => ("phrase", folded[at..at + length].to_vec()),
        _ => ("prefix", vec![beginning(&folded[at], BEGINNING + place / 4 % 3)?]),
    })
}

/// The first letters of a plain word: elsewhere a beginning would be read as two words.
fn beginning(word: &str, letters: usize) -> Option<String> {
    let plain = word.len() >= letters && word.chars().all(|character| character.is_ascii_alphabetic());
    plain.then(|| word[..letters].to_owned())
}
