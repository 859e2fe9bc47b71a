//! Which stretches of an article stand between quotation marks. Marks of many houses are known (“ ”, „ “, « », ‘ ’,
//! `` '', and the straight ones); apostrophes are none. A quotation that runs over paragraphs repeats its opening mark at
//! each; a closing mark that is missing costs one paragraph, never the article. Cost: one pass over the text.

use crate::ingest::Article;
use crate::text::{Block, Span};

/// A quoted stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What stands between the marks.
    pub inner: Span,
    /// The same with its marks.
    pub outer: Span,
    /// Index of the block where it begins.
    pub block: usize,
    /// Index of the block where it ends.
    pub last_block: usize,
}

/// A quotation mark, or an apostrophe that looks like one, and what touches it.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    end: usize,
    /// The character; `"` for two single ones too.
    character: char,
    before: Side,
    after: Side,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// White space or the edge of the block.
    Space,
    Letter,
    Punctuation,
}

/// The outermost quoted stretches of the article's own blocks, in order.
pub fn stretches(article: &Article) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    // A stretch still open at the end of the paragraph before.
    let mut open: Option<(Stretch, char)> = None;
    for (index, block) in article.blocks.iter().enumerate() {
        if !block.kind.is_article() {
            found.extend(open.take().map(|(stretch, _)| stretch));
            continue;
        }
        let marks = marks(&article.text, block.span);
        let mut next = 0;
        if let Some((mut stretch, character)) = open.take() {
            let goes_on = |mark: &&Mark| mark.at == block.span.start as usize && mark.character == character;
            if marks.first().filter(goes_on).is_some() {
                let end = closing(&marks, 1, character);
                let (inner_end, outer_end) = end
                    .map_or((block.span.end as usize, block.span.end as usize), |end| {
                        (marks[end].at, marks[end].end)
                    });
                stretch.inner.end = inner_end as u32;
                stretch.outer.end = outer_end as u32;
                stretch.last_block = index;
                next = end.map_or(marks.len(), |end| end + 1);
                if end.is_none() {
                    open = Some((stretch, character));
                } else {
                    found.push(stretch);
                }
            } else {
                found.push(stretch);
            }
        }
        let left_open = read_block(&marks, next, block, index, &mut found);
        open = open.or(left_open);
    }
    found.extend(open.map(|(stretch, _)| stretch));
    found.retain(|stretch| !stretch.inner.of(&article.text).trim().is_empty());
    found
}

/// Reads the closed stretches of one block; gives back one that is left open over its end.
fn read_block(
    marks: &[Mark],
    from: usize,
    block: &Block,
    index: usize,
    found: &mut Vec<Stretch>,
) -> Option<(Stretch, char)> {
    let mut at = from;
    while let Some(mark) = marks.get(at) {
        if !opens(mark) {
            at += 1;
            continue;
        }
        let (inner, outer, next) = match closing(marks, at + 1, mark.character) {
            Some(end) => (Span::new(mark.end, marks[end].at), Span::new(mark.at, marks[end].end), end + 1),
            // An apostrophe, or a mark in front of a year or a clipped word.
            None if matches!(mark.character, '‘' | '\'' | '‚' | '‹') => {
                at += 1;
                continue;
            }
            None if marks[at + 1..].iter().any(opens) => {
                at += 1;
                continue;
            }
            None => {
                let end = block.span.end as usize;
                let (inner, outer) = (Span::new(mark.end, end), Span::new(mark.at, end));
                return Some((Stretch { inner, outer, block: index, last_block: index }, mark.character));
            }
        };
        found.push(Stretch { inner, outer, block: index, last_block: index });
        at = next;
    }
    None
}

fn opens(mark: &Mark) -> bool {
    let is_free = mark.before != Side::Letter && mark.after != Side::Space;
    match mark.character {
        '“' => mark.after != Side::Space,
        '„' => true,
        // «French», »German», ”Swedish”: which side touches the word tells.
        '«' => mark.before == Side::Space || mark.before == Side::Punctuation && mark.after != Side::Space,
        '»' | '”' => mark.before != Side::Letter && mark.after == Side::Letter,
        '‹' | '‚' => mark.after != Side::Space,
        '"' => is_free && (mark.before == Side::Space || mark.after == Side::Letter),
        '‘' | '\'' => is_free && mark.after == Side::Letter,
        _ => false,
    }
}

/// The mark from `from` on that closes a stretch opened by `character`; `None` where another opens before.
fn closing(marks: &[Mark], from: usize, character: char) -> Option<usize> {
    let mut at = from;
    while let Some(mark) = marks.get(at) {
        // Marks of another kind inside: "The “Open Door” is shut."
        let is_other =
            matches!((character, mark.character), ('"', '“') | ('“' | '«', '"') | ('„' | '“' | '"', '«'));
        if is_other
            && opens(mark)
            && let Some(inner) = closing_same(marks, at + 1, mark.character)
        {
            at = inner + 1;
            continue;
        }
        if closes(mark, character) {
            return Some(at);
        }
        if mark.character == character && !matches!(character, '‘' | '\'') {
            return None;
        }
        at += 1;
    }
    None
}

/// The next mark if it closes `character` with a mark of the same kind.
fn closing_same(marks: &[Mark], at: usize, character: char) -> Option<usize> {
    let is_other = |mark: &&Mark| !matches!(mark.character, '’' | '‘' | '\'');
    let next = at + marks[at..].iter().position(|mark| is_other(&mark))?;
    let same = match character {
        '“' => '”',
        '«' => '»',
        other => other,
    };
    (marks[next].character == same && closes(&marks[next], character)).then_some(next)
}

fn closes(mark: &Mark, character: char) -> bool {
    let is_free = mark.before != Side::Space && mark.after != Side::Letter;
    match (character, mark.character) {
        ('“' | '„', '”') | ('«', '»') | ('‹', '›') => true,
        ('»', '«') | ('”', '”') => is_free,
        ('“' | '„', '“' | '"') | ('"', '"' | '”') | ('‘' | '‚', '’' | '‘') | ('\'', '\'') => {
            is_free
        }
        _ => false,
    }
}

fn marks(text: &str, within: Span) -> Vec<Mark> {
    let inner = within.of(text);
    let mut found: Vec<Mark> = Vec::new();
    let mut skip_to = 0;
    for (at, character) in inner.char_indices().filter(|(_, character)| is_mark(*character)) {
        if at < skip_to {
            continue;
        }
        let is_doubled = ["\'\'", "``", "’’"].iter().any(|pair| inner[at..].starts_with(pair));
        skip_to = at + if is_doubled { 2 * character.len_utf8() } else { character.len_utf8() };
        let character = match character {
            _ if is_doubled => '"',
            '`' => '‘',
            '＂' => '"',
            '‟' => '„',
            other => other,
        };
        let start = within.start as usize;
        found.push(Mark {
            at: at + start,
            end: skip_to + start,
            character,
            before: side(inner[..at].chars().next_back()),
            after: side(inner[skip_to..].chars().next()),
        });
    }
    found
}

fn is_mark(character: char) -> bool {
    matches!(
        character,
        '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '"' | '＂' | '‘' | '’' | '‚' | '\'' | '`'
    )
}

fn side(character: Option<char>) -> Side {
    match character {
        None => Side::Space,
        Some(character) if character.is_whitespace() => Side::Space,
        Some(character) if character.is_alphanumeric() => Side::Letter,
        Some(_) => Side::Punctuation,
    }
}
