//! Short lines that announce the text below them: the headline, inner headlines, "Why it matters:".
//!
//! A heading does not end as a sentence does, and running text follows it. What introduces a quotation ("He told
//! reporters:") or stands in brackets (photo credits) is none.

use super::leftover::is_leftover;
use super::pieces::{Mark, Piece};
use crate::text::{Arrange as _, BlockKind, WordList, fold};

/// An inner heading takes up to this many words; the headline that opens the text up to [`LONGEST_HEADLINE`].
const LONGEST_HEADING: usize = 12;
const LONGEST_HEADLINE: usize = 25;

/// A heading that ends with a colon takes up to this many words; longer ones introduce.
const LONGEST_LABEL: usize = 6;

/// A line that stands so often in an article heads no section of it.
const RECURRING: usize = 3;

/// Running text stands within so many pieces below a heading.
const NEAR: usize = 3;

/// Verbs that introduce what follows a colon, folded.
const INTRODUCES: WordList = WordList::of(
    "said says say told wrote writes tweeted tweets posted posts asked asks added replied answered \
     explained continued concluded noted stated declared reads read follows following reporters below \
     responded warned argued announced reported include includes including",
);

pub(super) fn mark(pieces: &mut [Piece]) {
    let recurring = recurring(pieces);
    for at in 0..pieces.len() {
        if pieces[at].kind == BlockKind::Paragraph || pieces[at].mark == Mark::Numbered {
            let above = at.checked_sub(1).map(|above| &pieces[above]);
            if is_heading(&pieces[at], above, &pieces[at + 1..])
                && recurring.binary_search(&pieces[at].text).is_err()
            {
                pieces[at].kind = BlockKind::Heading;
            }
        }
    }
}

fn is_heading(piece: &Piece, above: Option<&Piece>, below: &[Piece]) -> bool {
    let longest = if above.is_none() { LONGEST_HEADLINE } else { LONGEST_HEADING };
    let fits = piece.is_headline(longest) || is_quoted_headline(piece);
    let in_list = |other: Option<&Piece>| other.is_some_and(|other| other.mark == Mark::Numbered);
    let listed = piece.mark == Mark::Numbered && (in_list(above) || in_list(below.first()));
    let is_own = || !listed && !is_leftover(piece.text) && !holds_sentence(piece.text);
    fits && is_own() && !introduces(piece, below.first()) && announces_text(below)
}

/// Whether running text, a list or a quotation stands below, with at most other short lines between.
fn announces_text(below: &[Piece]) -> bool {
    let near = || below.iter().take(NEAR).filter(|piece| !matches!(piece.kind, BlockKind::Byline));
    let is_own = |piece: &Piece| piece.kind.is_article();
    near().next().is_some_and(is_own)
        && near().any(|piece| is_own(piece) && (piece.is_running_text() || piece.mark == Mark::Item))
}

/// "‘Baku and Tbilisi: a corridor for both’": a headline wholly in quotation marks.
fn is_quoted_headline(piece: &Piece) -> bool {
    let Some(inner) = piece.text.strip_prefix(['‘', '“', '"', '\'', '«']) else { return false };
    let Some(inner) = inner.strip_suffix(['’', '”', '"', '\'', '»']) else { return false };
    !piece.is_longer_than(LONGEST_HEADING)
        && !inner.ends_with(['.', '!', '?', ',', '…'])
        && !inner.contains(['“', '”', '"'])
}

/// Short lines that stand at several places, in order: who speaks in an interview, or a button of the page.
fn recurring<'a>(pieces: &[Piece<'a>]) -> Vec<&'a str> {
    let mut short: Vec<&str> =
        pieces.iter().map(|piece| piece.text).filter(|text| text.len() <= 100).collect();
    short.arrange();
    short.windows(RECURRING).filter(|run| run[0] == run[RECURRING - 1]).map(|run| run[0]).collect()
}

/// Whether a sentence ends inside the line: a caption, or a summary with the headline behind it.
fn holds_sentence(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let ends = word.ends_with('.') && word.len() > 5 && !word[..word.len() - 1].contains('.');
        if ends && words.peek().is_some_and(|next| next.starts_with(char::is_uppercase)) {
            return true;
        }
    }
    false
}

/// Whether a line with a colon introduces what somebody says rather than a section.
fn introduces(piece: &Piece, next: Option<&Piece>) -> bool {
    let Some(announced) = piece.text.strip_suffix(':') else { return false };
    let last = fold(announced.split_whitespace().next_back().unwrap_or("")).into_owned();
    piece.is_longer_than(LONGEST_LABEL)
        || INTRODUCES.contains(last.as_str())
        || next
            .is_some_and(|next| next.mark == Mark::Quotation || next.text.starts_with(['“', '"', '«', '„']))
}
