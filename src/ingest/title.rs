//! What to call an article that does not say so itself.

use crate::text::{Block, BlockKind};

/// A headline takes up to this many words; the longest of a thousand news headlines have about 25.
const LONGEST_HEADLINE: usize = 25;

/// The heading that opens the text; one that ends with a colon announces a section and is none.
pub(super) fn opening_headline(text: &str, blocks: &[Block]) -> Option<String> {
    let first = blocks.first().filter(|block| block.kind == BlockKind::Heading)?;
    let headline = first.span.of(text);
    let fits = headline.split_whitespace().nth(LONGEST_HEADLINE).is_none();
    (fits && !headline.ends_with(':')).then(|| headline.to_owned())
}

/// A file's or record's name as words: `iran-press_2021-10` is "Iran press 2021-10".
pub(super) fn readable(stem: &str) -> String {
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
