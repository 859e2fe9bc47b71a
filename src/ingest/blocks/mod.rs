//! Which part of an article each stretch of its text is: what the article itself says, and what the publisher's page
//! left around it.
//!
//! Publishers' plain text has no markup; the kinds are read from shape and place: how long a piece is, how it ends,
//! what stands before and after it. A file's own marks (`##`, `-`, `>`) count first. Each rule is one file:
//!
//! 1. [`pieces`]: lines become pieces, by blank lines or by line ends, whichever the text uses;
//! 2. [`related`]: a label such as "Read more:" and the links under it;
//! 3. [`teaser`]: the broken-off beginning of another article at the foot;
//! 4. [`byline`]: who wrote it;
//! 5. [`heading`]: short lines that announce the text below them;
//! 6. [`dateline`]: place and agency, cut off from the paragraph that they open.
//!
//! [`leftover`] knows the lines of buttons and captions, which none of these rules may take for its own, and marks the sure
//! ones as no part of the article.
//!
//! Wrong is worse than missing: a piece that no rule is sure of is a paragraph. Cost: linear in the text.

mod byline;
mod dateline;
mod heading;
mod leftover;
mod pieces;
mod related;
mod teaser;

use crate::text::{Block, BlockKind};
pub use leftover::is_furniture;
use pieces::Piece;

/// The blocks of an article's text, in order.
///
/// ```
/// use crossread::ingest::blocks;
/// let text = "BAKU (AP) — The ministers met on Monday.\n\nRead more:\n\nEnvoys prepare talks in Baku";
/// let read: Vec<_> = blocks(text).iter().map(|block| (block.kind.name(), block.span.of(text))).collect();
/// assert_eq!(read[0], ("dateline", "BAKU (AP) —"));
/// assert_eq!(read[1], ("paragraph", "The ministers met on Monday."));
/// assert_eq!(read[3], ("related", "Envoys prepare talks in Baku"));
/// ```
pub fn blocks(text: &str) -> Vec<Block> {
    let mut pieces = pieces::pieces(text);
    related::mark(&mut pieces);
    teaser::mark(text, &mut pieces);
    byline::mark(&mut pieces);
    heading::mark(&mut pieces);
    leftover::mark(&mut pieces);
    let datelines = dateline::ends(&pieces);
    pieces.iter().zip(datelines).flat_map(|(piece, end)| parts(text, piece, end)).collect()
}

/// A piece as one block, or as a dateline and what it opens.
fn parts(text: &str, piece: &Piece, dateline_end: usize) -> impl Iterator<Item = Block> {
    let (mut head, mut rest) = (piece.span, piece.span);
    head.end = head.start + dateline_end as u32;
    rest.start = head.end;
    let dateline = Block { span: head.trimmed(text), kind: BlockKind::Dateline };
    let body = Block { span: rest.trimmed(text), kind: piece.kind };
    [dateline, body].into_iter().filter(|block| !block.span.is_empty())
}
