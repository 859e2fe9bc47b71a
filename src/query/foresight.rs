//! Which letters somebody who is typing may type next, so that a page can ask beforehand what they lead to.
//!
//! Cost: one look at each letter with which words go on.

use super::parser::Scope;
use super::typing::typed_at;
use crate::index::{Beginning, Corpus, DecodeError};
use crate::text::{Arrange as _, words};

/// So many letters are told: of a word's first letters these begin nine words in ten, of later ones nearly all.
const MOST: usize = 14;

/// The letters with which the last word of a query may go on, those that most words of the corpus have there first;
/// before them a space where the word is one already. Empty where what is typed is no plain word.
///
/// ```
/// use crossread::index::{Corpus, build};
/// use crossread::ingest::{Article, CorpusInfo};
/// use crossread::query::next_letters;
/// let text = "The port treats the treaty as a trade deal.";
/// let article = Article { id: "treaty".into(), text: text.into(), ..Article::default() };
/// let corpus = Corpus::open(build(&CorpusInfo::default(), &[article], &[Default::default()])).unwrap();
/// assert_eq!(next_letters(&corpus, "the tr").unwrap(), "ea");
/// assert_eq!(next_letters(&corpus, "the trade").unwrap(), " ");
/// ```
pub fn next_letters(corpus: &Corpus, query: &str) -> Result<String, DecodeError> {
    let typed = typed_at(query, query.len());
    let word = match &typed {
        Some(typed) if typed.quoted || typed.scope != Scope::Anywhere => return Ok(String::new()),
        Some(typed) => typed.text,
        None if query.is_empty() || query.ends_with(' ') => "",
        None => return Ok(String::new()),
    };
    let read = words(word);
    if read.len() > 1 {
        return Ok(String::new());
    }
    let prefix = read.first().map(|word| word.folded()).unwrap_or_default();
    let terms = corpus.terms()?;
    let Some(beginning) = terms.root().then(prefix.as_bytes()) else { return Ok(String::new()) };
    let mut letters = Vec::new();
    follow(beginning, &mut Vec::new(), &mut letters);
    let ends = letters.iter().skip(1).map(|&(_, place)| place).chain([terms.starting_with(&prefix).end]);
    let mut counted: Vec<(usize, char)> =
        ends.zip(&letters).map(|(end, &(letter, start))| (end.saturating_sub(start), letter)).collect();
    counted.arrange_by_key(|&(count, _)| std::cmp::Reverse(count));
    let space = beginning.place().filter(|_| !prefix.is_empty()).map(|_| ' ');
    Ok(space.into_iter().chain(counted.into_iter().take(MOST).map(|(_, letter)| letter)).collect())
}

/// Every letter that follows, with the place of the first word that goes on with it; letters may be of several bytes.
fn follow(beginning: Beginning<'_>, bytes: &mut Vec<u8>, letters: &mut Vec<(char, usize)>) {
    beginning.each(&mut |byte, next| {
        bytes.push(byte);
        match std::str::from_utf8(bytes).map(|text| text.chars().next()) {
            Ok(Some(letter)) => letters.push((letter, next.first_place())),
            // No letter has more than four bytes.
            _ if bytes.len() < 4 => follow(next, bytes, letters),
            _ => {}
        }
        bytes.pop();
    });
}
