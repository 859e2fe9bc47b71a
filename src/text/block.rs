//! The parts an article is made of. What is not the article itself (links, teasers, bylines) is a block of its
//! own kind, so that every later stage can leave it out without losing it.

use super::Span;
use serde::{Deserialize, Serialize};

/// One part of an article's text. Blocks are ordered, do not overlap, and hold every character that is neither
/// white space nor a mark of layout (`##`, `-`, `>` at the start of a line).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    Heading,
    Paragraph,
    ListItem,
    /// A block quotation, marked as one by the file.
    Quotation,
    /// Place and agency in front of the first sentence: "TEHRAN –", "Tehran (IP) -".
    Dateline,
    /// Who wrote it, standing alone.
    Byline,
    /// Links to other pieces of the publisher: "Related News:", "Read More:".
    Related,
    /// The beginning of another article, left in by the publisher's page.
    Teaser,
}

impl BlockKind {
    /// Whether the block is what the article itself says; datelines, bylines, links and teasers are not.
    pub fn is_article(self) -> bool {
        matches!(self, Self::Heading | Self::Paragraph | Self::ListItem | Self::Quotation)
    }

    /// The name in the JSON that users see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::Quotation => "quotation",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Related => "related",
            Self::Teaser => "teaser",
        }
    }
}
