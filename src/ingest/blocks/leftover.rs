//! What pages leave between paragraphs and no other rule knows: buttons, captions, credits, addresses. Such a line is
//! neither a heading nor a link to another piece; the sure ones are no part of the article.

use super::pieces::{Mark, Piece};
use crate::text::{BlockKind, WordList, fold};

/// How the lines of buttons, players and captions begin beside [`FURNITURE`], folded: too loosely to be sure of them.
const BEGINNINGS: WordList = WordList::phrases(
    "share this/advertisement/sign up/subscribe/follow us/image caption/media caption/slideshow/photo:/\
     photo :/image:/credit:/caption:/file photo/send tips",
);

/// What captions and credits hold somewhere in the line.
const SIGNS: &[&str] =
    &["http", "www.", ".com", " (@", "/AP", "Getty Images", "(Photo", "(AP ", "(Reuters", "/Reuters", "AFP/"];

/// How the lines begin that are nothing but a button, an advertisement's place or a credit, folded; whatever follows in the
/// line belongs to it.
const FURNITURE: WordList = WordList::phrases(
    "story continue/article continue/continue reading below/continue reading the main story/\
     advertisement continue/advertisement story continue/sign up for/sign up to/sign up now/sign up today/\
     email sign up/newsletter sign/subscribe to/subscribe now/get our newsletter/get our daily/get our app/\
     get our free/click here/click to/click for/tap here/share this article/share this story/\
     share this page/share this on/share this with/follow us on/follow @/like us on/join us on/\
     enlarge this image/toggle caption/hide caption/play video/media playback/slideshow (/image copyright/\
     image source/photo by/photograph by/photos:/copyright ©/©/link copied/prev image/next image/\
     prev next image/this article is more than/read or share this story/this is a rush transcript",
);

/// Lines that are furniture as a whole, folded.
const ALONE: WordList = WordList::phrases(
    "advertisement/ad/close/loading/share/print/email/pullquote/break/newsletter/sign up/subscribe/\
     follow us/getty images",
);

/// How a line begins that only says when the page was changed, folded; the hour stands behind it.
const STAMPS: WordList = WordList::phrases("updated/update/last updated/first published/published/posted");

/// Words of an hour and a day, folded, without a stop behind them.
const STAMP_WORDS: WordList = WordList::of(
    "updated update last first published posted at on a.m p.m am pm et edt est ct cdt cst pt pdt pst gmt \
     bst utc ist cet jan feb mar apr may jun jul aug sep sept oct nov dec january february march april \
     june july august september october november december monday tuesday wednesday thursday friday \
     saturday sunday mon tue wed thu fri sat sun",
);

/// What a player shows beside the title of its video, and the length that such a line stays below, in bytes.
const PLAYER: &str = "Replay More Videos";
const LONGEST_PLAYER: usize = 400;

/// Of 20,000 articles hardly any has a longer line of a button or credit, or a shorter paragraph that begins so.
const LONGEST_FURNITURE: usize = 12;

/// Marks the lines of buttons, advertisements, credits and stamps as no part of the article.
pub(super) fn mark(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().filter(|piece| matches!(piece.mark, Mark::None | Mark::Item)) {
        let is_text = matches!(piece.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading);
        if is_text && is_furniture(piece.text) {
            piece.kind = BlockKind::Related;
        }
    }
}

/// Whether a line is nothing that anybody wrote for the article: "Story continues below", "ADVERTISEMENT", "Updated at 6:21
/// p.m.".
pub fn is_furniture(text: &str) -> bool {
    /// What is longer, in bytes, can only be an offer.
    const SHORT: usize = 120;
    if text.contains(PLAYER) {
        return text.len() < LONGEST_PLAYER;
    }
    let may_offer = || ["ubscribe", "ign up", "igning up"].iter().any(|asks| text.contains(asks));
    if text.len() > SHORT && !may_offer() {
        return false;
    }
    let folded = fold(text);
    let line = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '@' && c != ')');
    let count = line.split_whitespace().count();
    // “Get our people home,” she said.
    let is_quoted = text.contains(['“', '”', '"', '«']);
    let is_stamp = || {
        let is_hour = |word: &str| STAMP_WORDS.contains(word.trim_end_matches([',', '.']));
        STAMPS.begin(line)
            && line.contains(|c: char| c.is_ascii_digit())
            && line
                .split_whitespace()
                .all(|word| is_hour(word) || word.starts_with(|c: char| c.is_ascii_digit()))
    };
    ALONE.contains(line)
        || count <= LONGEST_FURNITURE && !is_quoted && FURNITURE.begin(line)
        || is_stamp()
        || is_offer(line, count)
}

/// "Sign up for our newsletter to get the best of the Ledger in your inbox": an offer to whoever reads.
fn is_offer(line: &str, count: usize) -> bool {
    const LONGEST: usize = 60;
    const ASKS: &[&str] = &["sign up", "signing up", "subscribe"];
    const OFFERS: &[&str] =
        &["your inbox", "you agree", "our newsletter", "our daily", "our free", "our weekly", "our new "];
    let holds = |signs: &[&str]| signs.iter().any(|sign| line.contains(sign));
    count <= LONGEST && holds(ASKS) && holds(OFFERS) && !line.contains(['“', '"'])
}

pub(super) fn is_leftover(text: &str) -> bool {
    let folded = fold(text);
    text.starts_with(['(', '[', '@', '—', '–', '#'])
        || SIGNS.iter().any(|sign| text.contains(sign))
        || BEGINNINGS.begin(&folded)
        || FURNITURE.begin(&folded)
}
