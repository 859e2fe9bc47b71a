//! Lines -> pieces: the paragraphs, headings and items that a text is set in, without the marks of layout.

use crate::text::{BlockKind, Span};

/// A stretch of text that stands for itself on the page.
pub(super) struct Piece<'a> {
    pub span: Span,
    pub text: &'a str,
    pub mark: Mark,
    pub kind: BlockKind,
}

/// How the file itself marks a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Heading,
    Item,
    /// "1. " or "2) "; the number is part of the text.
    Numbered,
    Quotation,
}

impl Piece<'_> {
    /// Words, by white space.
    pub fn word_count(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether there are more words than so many.
    pub fn is_longer_than(&self, words: usize) -> bool {
        self.text.split_whitespace().nth(words).is_some()
    }

    /// Whether the piece ends as a sentence does.
    pub fn ends_sentence(&self) -> bool {
        ends_sentence(self.text)
    }

    /// Whether no rule and no mark has said yet what the piece is.
    pub fn is_open(&self) -> bool {
        self.mark == Mark::None && self.kind == BlockKind::Paragraph
    }

    /// Whether the piece could be a headline: up to `longest` words that do not end as a sentence does.
    pub fn is_headline(&self, longest: usize) -> bool {
        let last = self.text.chars().next_back().unwrap_or('.');
        !self.ends_sentence()
            && !matches!(last, ',' | ';' | '-' | '–' | '—')
            && !self.text.starts_with(char::is_lowercase)
            && !self.is_longer_than(longest)
            && self.text.contains(char::is_alphabetic)
    }

    /// Whether the piece reads as text: a sentence, or too long for a headline.
    pub fn is_running_text(&self) -> bool {
        self.ends_sentence() || self.is_longer_than(25)
    }
}

pub(super) fn ends_sentence(text: &str) -> bool {
    let core = text.trim_end_matches(['”', '’', '"', '\'', '»', ')', ']', '*', '_']);
    core.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

/// The pieces of `text`, each with the kind that its mark gives it.
///
/// Blank lines always separate. Line ends do, unless the text is wrapped at a margin or the line plainly goes on.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let lines = lines(text);
    let margin = margin(&lines);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut above: Option<&Line> = None;
    for line in &lines {
        match (pieces.last_mut(), above) {
            (Some(piece), Some(above)) if line.continues(above, margin) => {
                piece.span.end = line.span.end;
                piece.text = piece.span.of(text);
            }
            _ => pieces.push(Piece {
                span: line.span,
                text: line.text,
                mark: line.mark,
                kind: kind(line.mark),
            }),
        }
        above = Some(line);
    }
    pieces
}

fn kind(mark: Mark) -> BlockKind {
    match mark {
        Mark::None => BlockKind::Paragraph,
        Mark::Heading => BlockKind::Heading,
        Mark::Item | Mark::Numbered => BlockKind::ListItem,
        Mark::Quotation => BlockKind::Quotation,
    }
}

/// A line that holds something, without its mark and the white space around it.
struct Line<'a> {
    span: Span,
    text: &'a str,
    mark: Mark,
    after_blank: bool,
    indented: bool,
}

impl Line<'_> {
    /// Whether the line goes on with the piece of the line above it.
    fn continues(&self, above: &Line, margin: Option<usize>) -> bool {
        if self.after_blank
            || self.mark != Mark::None
            || matches!(above.mark, Mark::Heading | Mark::Quotation)
        {
            return false;
        }
        let goes_on = self.text.starts_with(char::is_lowercase)
            && above.text.len() >= 40
            && above.text.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        let is_item_text = self.indented && above.mark == Mark::Item;
        // In wrapped text a short line is the last of its paragraph.
        let wrapped = margin.is_some_and(|width| {
            above.text.len() * 10 >= width * 6 || self.text.starts_with(char::is_lowercase)
        });
        goes_on || is_item_text || wrapped
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut at = 0;
    for raw in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let span = Span::new(at, at + raw.len()).trimmed(text);
        at += raw.len();
        let (mark, rest) = unmarked(span.of(text));
        let inner = if mark == Mark::Heading { without_closing_marks(rest) } else { rest };
        if is_rule(inner) {
            after_blank = true;
            continue;
        }
        let start = span.end as usize - rest.len();
        let span = Span::new(start, start + inner.len());
        lines.push(Line { span, text: inner, mark, after_blank, indented: raw.starts_with([' ', '\t']) });
        after_blank = false;
    }
    lines
}

/// The width at which the text is wrapped, in bytes, where it is: short lines that go on in lower case.
fn margin(lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|line| line.text.chars().count()).max()?;
    let pairs = || lines.windows(2).filter(|pair| !pair[1].after_blank && pair[1].mark == Mark::None);
    let flowing = pairs().filter(|pair| pair[1].text.starts_with(char::is_lowercase)).count();
    let wrapped = width <= 120 && flowing >= 3 && flowing * 10 >= pairs().count() * 3;
    wrapped.then(|| lines.iter().map(|line| line.text.len()).max()).flatten()
}

/// A line's mark, and the rest of the line behind it.
fn unmarked(line: &str) -> (Mark, &str) {
    let heading = line.trim_start_matches('#');
    if (1..=6).contains(&(line.len() - heading.len()))
        && (heading.is_empty() || heading.starts_with(char::is_whitespace))
    {
        return (Mark::Heading, heading.trim_start());
    }
    if line.starts_with('>') {
        return (Mark::Quotation, line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()));
    }
    if let Some(item) = line.strip_prefix(['•', '▪', '◦', '‣', '●', '■', '∙']) {
        return (Mark::Item, item.trim_start());
    }
    if let Some(item) =
        line.strip_prefix(['-', '*']).filter(|item| item.is_empty() || item.starts_with(char::is_whitespace))
    {
        return (Mark::Item, item.trim_start());
    }
    if is_numbered(line) { (Mark::Numbered, line) } else { (Mark::None, line) }
}

/// A heading without the `##` that may close it.
fn without_closing_marks(heading: &str) -> &str {
    let inner = heading.trim_end_matches('#');
    if inner.ends_with(char::is_whitespace) { inner.trim_end() } else { heading }
}

/// "1. The treaty …", "12) The treaty …".
fn is_numbered(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    (1..=2).contains(&digits)
        && (rest.starts_with(". ") || rest.starts_with(") "))
        && !rest[2..].trim_start().starts_with(char::is_lowercase)
}

/// A line of strokes or stars that separates what stands above from what stands below.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | '#' | '>' | '•') || c.is_whitespace())
}
