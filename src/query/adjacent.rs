//! Words side by side, each in one form: their postings are stepped through together, the rarest word first, and of an
//! article that has them all the positions are read word by word, for as long as some may still stand together.

use super::occurrences::Occurrence;
use crate::index::{Columns, Corpus, Damage, DecodeError, Reader, postings_damage};
use crate::text::Arrange as _;

/// A word of a phrase.
struct Word<'c> {
    reader: Reader<'c>,
    /// Its place in the phrase.
    offset: u32,
}

/// Every occurrence of the words one behind the other, by article and position.
pub(super) fn side_by_side(corpus: &Corpus, words: &[usize]) -> Result<Vec<Occurrence>, DecodeError> {
    let mut readers = Vec::with_capacity(words.len());
    for (&word, offset) in words.iter().zip(0..) {
        let reader = Reader::new(&corpus.postings(word)?).map_err(postings_damage)?;
        readers.push(Word { reader, offset });
    }
    readers.arrange_by_key(|word| word.reader.len());
    let mut found = Vec::new();
    each_article(&mut readers, corpus.columns()?, &mut found).map_err(postings_damage)?;
    Ok(found)
}

fn each_article(
    words: &mut [Word<'_>],
    columns: Columns<'_>,
    found: &mut Vec<Occurrence>,
) -> Result<(), Damage> {
    let further = words.len().saturating_sub(1) as u32;
    let mut starts = Vec::new();
    while let Some(rarest) = words.first_mut() {
        let articles = rarest.reader.articles()?.to_vec();
        if articles.is_empty() {
            break;
        }
        for (place, article) in articles.into_iter().enumerate() {
            words[0].reader.stand_at(place);
            if have(&mut words[1..], article)? {
                together(words, columns, &mut starts)?;
                found.extend(starts.iter().map(|&first| Occurrence {
                    article,
                    first,
                    last: first + further,
                }));
            }
        }
        words[0].reader.step()?;
    }
    Ok(())
}

fn have(words: &mut [Word<'_>], article: u32) -> Result<bool, Damage> {
    for word in words {
        if !word.reader.has(article)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Where in the article at hand the phrase begins.
fn together(words: &mut [Word<'_>], columns: Columns<'_>, starts: &mut Vec<u32>) -> Result<(), Damage> {
    starts.clear();
    for (index, word) in words.iter_mut().enumerate() {
        let (mut at, mut kept) = (0, 0);
        for &position in word.reader.positions(columns)? {
            let Some(start) = position.checked_sub(word.offset) else { continue };
            if index == 0 {
                starts.push(start);
                kept += 1;
                continue;
            }
            while starts.get(at).is_some_and(|&other| other < start) {
                at += 1;
            }
            if starts.get(at) == Some(&start) {
                starts[kept] = start;
                (at, kept) = (at + 1, kept + 1);
            }
        }
        starts.truncate(kept);
        if starts.is_empty() {
            break;
        }
    }
    Ok(())
}
