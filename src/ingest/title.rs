//! What to call an article that does not say so itself.

use crate::text::{Block, BlockKind};

/// A headline takes up to this many words; the longest of a thousand news headlines have about 25.
const LONGEST_HEADLINE: usize = 25;

/// So many words of the text stand for a title that it does not have.
const OPENING_WORDS: usize = 12;

/// The title of an article that has none: the heading that opens it, else the name of its file or record as words, else,
/// where that says nothing (`3f9a0c77e1`), the words that it begins with.
///
/// ```
/// use crossread::ingest::ingest;
/// let title = |name| {
///     let text = b"Rain fell on the harbour of Lismore on Monday, and the ferries stayed where they were.";
///     ingest(name, text).articles[0].title.clone()
/// };
/// assert_eq!(title("harbour-rain.txt"), "Harbour rain");
/// let opening = "Rain fell on the harbour of Lismore on Monday, and the ferries\u{2026}";
/// assert_eq!(title("001_481e8b4c86eb11e5.txt"), opening);
/// ```
pub(super) fn title_of(name: &str, text: &str, blocks: &[Block]) -> String {
    let opening = || is_code(name).then(|| opening_words(text, blocks))?;
    opening_headline(text, blocks).or_else(opening).unwrap_or_else(|| readable(name))
}

/// Whether a name is a number, or holds a word in which digits and letters change often, as in checksums.
fn is_code(name: &str) -> bool {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_mixed = |word: &&str| {
        let changes =
            word.as_bytes().windows(2).filter(|two| two[0].is_ascii_digit() != two[1].is_ascii_digit());
        word.is_ascii() && word.len() >= 8 && changes.count() >= 3
    };
    !words.is_empty() && (words.iter().all(is_number) || words.iter().any(is_mixed))
}

/// The first words of the first paragraph.
fn opening_words(text: &str, blocks: &[Block]) -> Option<String> {
    let is_told = |block: &&Block| block.kind.is_article() && block.kind != BlockKind::Heading;
    let mut words = blocks.iter().find(is_told)?.span.of(text).split_whitespace();
    let mut title = words.by_ref().take(OPENING_WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        title.truncate(title.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        title.push('\u{2026}');
    }
    (!title.is_empty()).then_some(title)
}

/// The heading that opens the text; one that ends with a colon announces a section and is none.
fn opening_headline(text: &str, blocks: &[Block]) -> Option<String> {
    let first = blocks.first().filter(|block| block.kind == BlockKind::Heading)?;
    let headline = first.span.of(text);
    let fits = headline.split_whitespace().nth(LONGEST_HEADLINE).is_none();
    (fits && !headline.ends_with(':')).then(|| headline.to_owned())
}

/// A file's or record's name as words: `iran-press_2021-10` is "Iran press 2021-10".
fn readable(stem: &str) -> String {
    let mut title = String::with_capacity(stem.len());
    let mut characters = stem.chars().peekable();
    while let Some(character) = characters.next() {
        let in_number = title.ends_with(|c: char| c.is_ascii_digit())
            && characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            '-' if in_number => title.push('-'),
            '-' | '_' | '+' => title.push(' '),
            _ if title.is_empty() => title.extend(character.to_uppercase()),
            _ => title.push(character),
        }
    }
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { "Untitled".to_owned() } else { title }
}
