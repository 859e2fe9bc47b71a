//! Where sentences end: a full stop ends one unless it closes an abbreviation or an initial; a closing quotation
//! mark belongs to the sentence before it. Sentences never cross a block.

use super::{Block, Span, WordList};

/// Abbreviations after which a sentence goes on, folded, without their last stop.
const ABBREVIATIONS: WordList = WordList::of(
    "mr mrs ms dr prof gen lt col maj capt sgt adm gov sen rep rev hon st sr jr vs etc eg ie cf no nos vol \
     pp ca approx mio mrd jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri ayatollah",
)
.looked_into_often();

/// Abbreviations that may end a sentence: the next word decides.
const MAY_END: WordList = WordList::of("us un uk eu am pm inc ltd co corp etc jr sr").looked_into_often();

/// Months before which a number with a stop is a day: "am 3. März".
const MONTHS_AFTER_ORDINALS: WordList =
    WordList::of("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember");

/// The sentences of the article's blocks, in order, without white space at their ends.
///
/// ```
/// use crossread::text::{Block, BlockKind, Span, sentences};
/// let text = "Mr. Lavrov welcomed the U.S. offer. “We agree,” he said.";
/// let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
/// let found: Vec<_> = sentences(text, &[block]).iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["Mr. Lavrov welcomed the U.S. offer.", "“We agree,” he said."]);
/// ```
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<Span> {
    blocks.iter().flat_map(|block| sentences_of(text, block.span)).collect()
}

fn sentences_of(text: &str, within: Span) -> Vec<Span> {
    let inner = within.of(text);
    let offset = within.start as usize;
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(end) = next_end(inner, start, inner.len()) {
        found.push(Span::new(start + offset, end + offset));
        start = end;
    }
    found.push(Span::new(start + offset, within.end as usize));
    found.into_iter().map(|span| span.trimmed(text)).filter(|span| !span.is_empty()).collect()
}

/// The sentence of [`sentences`] in a block that has a letter or digit at byte `at`. Cost: a look at that sentence alone.
pub(crate) fn sentence_at(text: &str, block: Span, at: usize) -> Span {
    let inner = block.of(text);
    let (offset, at) = (block.start as usize, at - block.start as usize);
    let behind_space = |end: usize| {
        inner.as_bytes()[..end].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1)
    };
    // What is between spaces is judged by itself: neither a terminator's marks nor the word before it reach across one.
    let (mut start, mut until) = (behind_space(at), at);
    let word = start;
    loop {
        let mut from = start;
        while let Some(end) = next_end(inner, from, until).filter(|end| *end <= at) {
            from = end;
        }
        if from > start || start == 0 {
            start = from;
            break;
        }
        let terminator =
            inner.as_bytes()[..start].iter().rposition(|&byte| MAY_BE_TERMINATOR[usize::from(byte)]);
        (start, until) = terminator.map_or((0, 0), |terminator| (behind_space(terminator), start));
    }
    let end = next_end(inner, start.max(word), inner.len()).unwrap_or(inner.len());
    Span::new(start + offset, end + offset).trimmed(text)
}

/// Where the first sentence from byte `start` on ends that is ended by a terminator before byte `until`.
fn next_end(inner: &str, start: usize, until: usize) -> Option<usize> {
    let mut from = start;
    loop {
        let bytes = inner.as_bytes().get(from..until)?;
        let at = from + bytes.iter().position(|&byte| MAY_BE_TERMINATOR[usize::from(byte)])?;
        let character = inner[at..].chars().next()?;
        let mut end = at + character.len_utf8();
        from = end;
        if !is_terminator(character) {
            continue;
        }
        let behind = inner[end..].chars().take_while(|&next| is_terminator(next) || is_closing(next));
        end += behind.map(char::len_utf8).sum::<usize>();
        from = end;
        if ends_sentence(&inner[start..at], character, &inner[end..]) {
            return Some(end);
        }
    }
}

/// Whether a sentence may end inside a stretch of text or right behind it: where there is nothing that ends one, none does.
pub(crate) fn may_end_sentence(text: &str) -> bool {
    text.bytes().any(|byte| MAY_BE_TERMINATOR[usize::from(byte)])
}

/// The first bytes of terminators, by which most of a text is passed over.
const MAY_BE_TERMINATOR: [bool; 256] = {
    let mut first = [false; 256];
    let mut at = 0;
    while at < TERMINATORS.len() {
        let mut bytes = [0; 4];
        first[TERMINATORS[at].encode_utf8(&mut bytes).as_bytes()[0] as usize] = true;
        at += 1;
    }
    first
};

const TERMINATORS: [char; 10] = ['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'];

fn is_terminator(character: char) -> bool {
    TERMINATORS.contains(&character)
}

fn is_closing(character: char) -> bool {
    matches!(character, '”' | '’' | '"' | '\'' | '»' | ')' | ']' | '』' | '」')
}

/// Whether a terminator between `before` and `after` ends the sentence.
fn ends_sentence(before: &str, terminator: char, after: &str) -> bool {
    if matches!(terminator, '。' | '！' | '？') {
        return true;
    }
    if !after.starts_with(char::is_whitespace) {
        return after.is_empty();
    }
    let next =
        after.trim_start().chars().find(|c| !matches!(c, '“' | '‘' | '"' | '\'' | '«' | '(' | '[' | '„'));
    if next.is_some_and(char::is_lowercase) {
        return false;
    }
    if terminator != '.' {
        return true;
    }
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '—' | '–'))
        .next()
        .unwrap_or("");
    let folded = super::fold(word);
    if MAY_END.contains(folded.as_ref()) {
        return opens_sentence(after);
    }
    if word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let next = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        return !MONTHS_AFTER_ORDINALS.contains(next);
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    !(initial || ABBREVIATIONS.contains(folded.as_ref()))
}

/// Whether the words after "U.S." look like a new sentence: they begin with a word that seldom follows a name.
fn opens_sentence(after: &str) -> bool {
    const OPENERS: &[&str] = &[
        "the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "this", "that", "these",
        "those", "but", "and", "as", "after", "before", "while", "his", "her", "its", "their", "there",
        "for", "by", "when", "if",
    ];
    let first = after.split_whitespace().next().unwrap_or("");
    let first = first.trim_matches(|c: char| !c.is_alphanumeric());
    first.is_empty() || OPENERS.contains(&super::fold(first).as_ref())
}

#[cfg(test)]
mod tests {
    use super::{Block, sentence_at, sentences};
    use crate::text::{BlockKind, Span, words};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_word_finds_its_sentence(parts in proptest::collection::vec(proptest::sample::select(vec![
            "Mr. ", "Holt ", "came. ", "U.S. ", "J. ", "The ", "“Yes.” ", "no?” ", "!", "…", "3. ", "3.5 ", "桥。", "交通", "؟ ", "but ", "(", ") ",
            ".", " ", "\n", "’", "\u{a0}", "\u{3000}", "é. ",
        ]), 0..30)) {
            let text = parts.concat();
            let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
            let all = sentences(&text, &[block]);
            for word in words(&text) {
                let at = word.span.start;
                let sentence = all.iter().find(|sentence| (sentence.start..sentence.end).contains(&at));
                prop_assert_eq!(Some(&sentence_at(&text, block.span, at as usize)), sentence, "{:?} at {}", text, at);
            }
        }
    }
}
