//! A form of a query -> the words of the dictionary that count as it.

use super::syntax::Form;
use super::typos::within_typos;
use crate::index::{Corpus, DecodeError, Section, primary_language, stem_key};
use crate::text::stem;

/// Longer words are taken as they are written.
const LONGEST_MISTYPED: usize = 100;

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
    let terms = corpus.terms()?;
    Ok(match form {
        Form::Exact(word) => terms.find(word).map(anywhere).into_iter().collect(),
        Form::Prefix(word) => terms.starting_with(word).map(anywhere).collect(),
        Form::Typos(word, typos) => similar(corpus, word, *typos)?.into_iter().map(anywhere).collect(),
        Form::Inflected(word) => inflected(corpus, word)?,
    })
}

/// The one word that counts as the form, in whatever article; `None` where there are several or none.
pub(super) fn only_word(corpus: &Corpus, form: &Form) -> Result<Option<usize>, DecodeError> {
    Ok(match choices(corpus, form)?[..] {
        [Choice { term, language: None }] => Some(term),
        _ => None,
    })
}

/// The word itself everywhere, and in the articles of each language what has the same stem there.
fn inflected(corpus: &Corpus, word: &str) -> Result<Vec<Choice>, DecodeError> {
    let itself = corpus.terms()?.find(word);
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
    let terms = corpus.terms()?;
    match family {
        Some(index) => {
            let members = corpus.list(Section::StemTerms, index, terms.len() as u32)?;
            Ok(members.into_iter().map(|term| term as usize).collect())
        }
        // A stem whose only word is the stem itself is not listed.
        None => Ok(terms.find(&stem).into_iter().collect()),
    }
}

/// The words within so many typos.
fn similar(corpus: &Corpus, word: &str, typos: u8) -> Result<Vec<usize>, DecodeError> {
    let terms = corpus.terms()?;
    // Nobody mistypes a word of a hundred letters; only the word itself is looked for.
    match word.chars().nth(LONGEST_MISTYPED) {
        Some(_) => Ok(terms.find(word).into_iter().collect()),
        None => Ok(within_typos(word, typos, terms.root())),
    }
}
