//! What pages leave between paragraphs and no other rule knows: buttons, captions, credits, addresses. Such a line is
//! neither a heading nor a link to another piece.

use crate::text::fold;

/// How the lines of buttons, players and captions begin, folded.
const BEGINNINGS: &[&str] = &[
    "advertisement",
    "story continue",
    "article continue",
    "sign up",
    "subscribe",
    "click here",
    "tap here",
    "share this",
    "follow us",
    "enlarge this image",
    "image copyright",
    "image caption",
    "image source",
    "media caption",
    "media playback",
    "hide caption",
    "toggle caption",
    "play video",
    "slideshow",
    "photo:",
    "photo :",
    "photo by",
    "photograph by",
    "image:",
    "credit:",
    "caption:",
    "file photo",
    "send tips",
];

/// What captions and credits hold somewhere in the line.
const SIGNS: &[&str] =
    &["http", "www.", ".com", " (@", "/AP", "Getty Images", "(Photo", "(AP ", "(Reuters", "/Reuters", "AFP/"];

pub(super) fn is_leftover(text: &str) -> bool {
    let folded = fold(text);
    text.starts_with(['(', '[', '@', '—', '–', '#'])
        || SIGNS.iter().any(|sign| text.contains(sign))
        || BEGINNINGS.iter().any(|beginning| folded.starts_with(beginning))
}
