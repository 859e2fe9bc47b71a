//! Links to other pieces of the publisher: a label ("Related News:", "Read more") with the links under it, or both in
//! one line ("ALSO READ: …").

use super::leftover::is_leftover;
use super::pieces::{Mark, Piece};
use crate::text::{BlockKind, WordList, fold};

/// What publishers write above such links, folded.
const LABELS: WordList = WordList::phrases(
    "related/related news/related story/related stories/related article/related articles/related coverage/\
     related content/related link/related links/related post/related posts/related topics/related reading/\
     related video/related videos/related items/read more/read also/also read/see also/see more/also see/\
     more on this/more on this story/more on this topic/more stories/more news/more headlines/\
     more coverage/further reading/recommended/recommended reading/recommended stories/recommended for you/\
     you may also like/you might also like/you may also be interested in/you might be interested in/\
     what to read next/read next/up next/keep reading/continue reading/must read/must reads/don't miss/\
     most read/most popular/trending/trending now/top stories/latest news/latest stories/editor's picks/\
     editors' picks/in other news/lire aussi/a lire aussi/lesen sie auch/mehr zum thema/lea tambien/\
     lee tambien/leggi anche/leia tambem/читайте также/اقرا ايضا/اخبار مرتبط/相关新闻/相关阅读",
)
.looked_into_often();

/// Labels only where a link stands behind them in the same line: "MORE: …", "WATCH: …".
const BEFORE_A_LINK: &[&str] = &["more", "read", "watch", "video", "photos", "full story", "full coverage"];

/// A label and its link in one line take up to this many words.
const LONGEST_LINE: usize = 30;

/// A headline used as a link takes up to this many words.
const LONGEST_LINK: usize = 22;

pub(super) fn mark(pieces: &mut [Piece]) {
    let mut at = 0;
    while at < pieces.len() {
        let links = match label(&pieces[at]) {
            Label::None => None,
            Label::WithLink => Some(0),
            Label::Alone => Some(links(&pieces[at + 1..])),
        };
        let end = at + 1 + links.unwrap_or(0);
        if links.is_some() {
            pieces[at..end].iter_mut().for_each(|piece| piece.kind = BlockKind::Related);
        }
        at = end;
    }
}

#[derive(Debug, PartialEq)]
enum Label {
    None,
    Alone,
    WithLink,
}

fn label(piece: &Piece) -> Label {
    if !matches!(piece.mark, Mark::None | Mark::Heading | Mark::Item) || piece.is_longer_than(LONGEST_LINE) {
        return Label::None;
    }
    let inner = piece.text.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(inner);
    if LABELS.contains(folded.as_ref()) {
        return Label::Alone;
    }
    if folded.ends_with(" read more") && piece.is_headline(LONGEST_LINE) {
        return Label::WithLink;
    }
    match folded.split_once([':', '|', '»', '>']) {
        Some((head, _)) if LABELS.contains(head.trim()) => Label::WithLink,
        Some((head, link))
            if BEFORE_A_LINK.contains(&head.trim()) && !link.is_empty() && !piece.ends_sentence() =>
        {
            Label::WithLink
        }
        _ => Label::None,
    }
}

/// How many pieces under a label are links: up to the first that reads as running text, is set as a heading or
/// opens another label.
fn links(below: &[Piece]) -> usize {
    let listed = below
        .iter()
        .take_while(|piece| piece.mark == Mark::Item && !piece.is_longer_than(LONGEST_LINE))
        .count();
    if listed > 0 {
        return listed;
    }
    let is_advertisement = |piece: &Piece| piece.is_open() && fold(piece.text) == "advertisement";
    let run = |piece: &&Piece| is_advertisement(piece) || is_link(piece) && label(piece) == Label::None;
    let run = below.iter().take_while(run).count();
    run - below[..run].iter().rev().take_while(|piece| is_advertisement(piece)).count()
}

/// A headline without a full stop; it may ask or exclaim, and it announces no text below it.
fn is_link(piece: &Piece) -> bool {
    piece.mark == Mark::None
        && !piece.is_longer_than(LONGEST_LINK)
        && !piece.text.ends_with(['.', ':', '…', '”', '"'])
        && !piece.text.starts_with(char::is_lowercase)
        && !is_leftover(piece.text)
}
