//! The words around a person's name that describe who it is by an office: they name the person and are no matter of their own.
//! "Fisheries Ministry spokeswoman Marta Lind" and "Marta Lind, spokeswoman for the Fisheries Ministry" tell nothing yet.

use crate::analysis::OFFICES;
use crate::text::{Span, Word, WordList, fold, words};

/// Words behind a name that may belong to an office: "a deputy director of the national park service".
const MOST_WORDS: usize = 8;

const LISTED: WordList = WordList::of(OFFICES).looked_into_often();
const MORE: WordList = WordList::of("congressman congresswoman lawyer senator").looked_into_often();

/// The stretches right before and right behind the name of a person that say what they are.
pub(super) fn descriptions(text: &str, sentence: Span, person: Span) -> impl Iterator<Item = Span> {
    before(text, sentence, person).into_iter().chain(behind(text, sentence, person))
}

/// "Finance Minister", "Lt. Col.", "Fisheries Ministry spokeswoman"
fn before(text: &str, sentence: Span, person: Span) -> Option<Span> {
    let before = text.get(sentence.start as usize..person.start as usize)?;
    let mut start = before.len();
    for word in words(before).iter().rev() {
        let gap = before[word.span.end as usize..start].trim();
        let names = word.text.starts_with(char::is_uppercase) || is_office(word);
        if !(gap.is_empty() || gap == ".") || !names {
            break;
        }
        start = word.span.start as usize;
    }
    (start < before.len()).then(|| Span::new(start, before.len()).shifted(sentence.start as usize))
}

/// ", spokeswoman for the Fisheries Ministry": up to the next mark.
fn behind(text: &str, sentence: Span, person: Span) -> Option<Span> {
    let behind = text.get(person.end as usize..sentence.end as usize)?;
    let described = behind.strip_prefix(", ")?;
    let end = described.find([',', '.', ';', ':', '—', '–', '(', '”', '"']).unwrap_or(described.len());
    let described = words(&described[..end]);
    let is_short = described.len() <= MOST_WORDS;
    (is_short && described.iter().take(3).any(is_office))
        .then(|| Span::new(0, end + ", ".len()).shifted(person.end as usize))
}

fn is_office(word: &Word) -> bool {
    let folded = fold(word.text);
    LISTED.contains(&folded) || MORE.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_before_and_behind_a_name() {
        let found = |text: &str, name: &str| {
            let at = text.find(name).expect("the name stands there");
            let sentence = Span::new(0, text.len());
            let spans = descriptions(text, sentence, Span::new(at, at + name.len()));
            spans.map(|span| span.of(text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            found("The Fisheries Ministry spokeswoman Marta Lind hoped for calm.", "Marta Lind"),
            ["The Fisheries Ministry spokeswoman "]
        );
        assert_eq!(
            found("It holds, said Marta Lind, a spokeswoman for the Fisheries Ministry.", "Marta Lind"),
            [", a spokeswoman for the Fisheries Ministry"]
        );
        assert_eq!(found("Calm returned, Marta Lind said, after the president left.", "Marta Lind"), [""; 0]);
    }
}
