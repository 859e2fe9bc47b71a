//! A form of a query -> the words of the dictionary that count as it.

use super::syntax::Form;
use crate::index::{Corpus, DecodeError, Section, primary_language, stem_key};
use crate::text::stem;

/// A word of the dictionary, and the articles in which it counts: those of one language, or all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub term: usize,
    /// A number in the corpus's languages.
    pub language: Option<u32>,
}

/// Every word that counts as the form.
pub(super) fn choices(corpus: &Corpus, form: &Form) -> Result<Vec<Choice>, DecodeError> {
    let anywhere = |term| Choice { term, language: None };
    let terms = corpus.dictionary(Section::Terms)?;
    let damaged = |damage| Section::Terms.damaged(damage);
    Ok(match form {
        Form::Exact(word) => terms.find(word).map_err(damaged)?.map(anywhere).into_iter().collect(),
        Form::Prefix(word) => terms.starting_with(word).map_err(damaged)?.map(anywhere).collect(),
        Form::Typos(word, typos) => {
            similar(corpus, word, usize::from(*typos))?.into_iter().map(anywhere).collect()
        }
        Form::Inflected(word) => inflected(corpus, word)?,
    })
}

/// The word itself everywhere, and in the articles of each language what has the same stem there.
fn inflected(corpus: &Corpus, word: &str) -> Result<Vec<Choice>, DecodeError> {
    let terms = corpus.dictionary(Section::Terms)?;
    let itself = terms.find(word).map_err(|damage| Section::Terms.damaged(damage))?;
    let mut found: Vec<Choice> = itself.map(|term| Choice { term, language: None }).into_iter().collect();
    let languages = corpus.dictionary(Section::Languages)?;
    for number in 0..languages.len() {
        let language = languages.get(number).map_err(|damage| Section::Languages.damaged(damage))?;
        for term in family(corpus, word, primary_language(&language))? {
            if Some(term) != itself {
                found.push(Choice { term, language: Some(number as u32) });
            }
        }
    }
    Ok(found)
}

/// The words that share the word's stem in a language.
fn family(corpus: &Corpus, word: &str, language: &str) -> Result<Vec<usize>, DecodeError> {
    let stem = stem(word, language);
    let stems = corpus.dictionary(Section::Stems)?;
    let family = stems.find(&stem_key(language, &stem)).map_err(|damage| Section::Stems.damaged(damage))?;
    let terms = corpus.dictionary(Section::Terms)?;
    match family {
        Some(index) => {
            let members = corpus.list(Section::StemTerms, index, terms.len() as u32)?;
            Ok(members.into_iter().map(|term| term as usize).collect())
        }
        // A stem whose only word is the stem itself is not listed.
        None => {
            let alone = terms.find(&stem).map_err(|damage| Section::Terms.damaged(damage))?;
            Ok(alone.into_iter().collect())
        }
    }
}

/// The words within so many typos. Cost: a pass over the dictionary.
fn similar(corpus: &Corpus, word: &str, typos: usize) -> Result<Vec<usize>, DecodeError> {
    let damaged = |damage| Section::Terms.damaged(damage);
    let wanted: Vec<char> = word.chars().collect();
    let mut walk = corpus.dictionary(Section::Terms)?.walk(0).map_err(damaged)?;
    let mut found = Vec::new();
    let mut term = 0;
    while let Some(entry) = walk.next().map_err(damaged)? {
        if entry.word.len().abs_diff(word.len()) <= typos * 4
            && let Ok(candidate) = std::str::from_utf8(entry.word)
            && is_within(&wanted, &candidate.chars().collect::<Vec<_>>(), typos)
        {
            found.push(term);
        }
        term += 1;
    }
    Ok(found)
}

/// Whether one word becomes the other with so many letters dropped, added, changed or swapped with their neighbour
/// (Damerau 1964, in its form that edits no stretch twice).
fn is_within(a: &[char], b: &[char], typos: usize) -> bool {
    if a.len().abs_diff(b.len()) > typos {
        return false;
    }
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        let [before, above, row] = &mut rows;
        row[0] = i;
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|&distance| distance > typos) {
            return false;
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()] <= typos
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn typos_are_counted() {
        let within = |a: &str, b: &str, typos| {
            is_within(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), typos)
        };
        assert!(within("araghchi", "araqchi", 2));
        assert!(!within("araghchi", "araqchi", 1));
        assert!(within("treaty", "traety", 1), "neighbours swapped");
        assert!(within("treaty", "treaty", 0));
        assert!(within("treaty", "treat", 1) && within("treaty", "treatys", 1));
        assert!(!within("treaty", "entreat", 2));
    }
}
