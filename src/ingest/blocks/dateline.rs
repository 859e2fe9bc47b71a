//! Place and agency in front of the first sentence: "TEHRAN –", "Tehran (IP) -", "MOSCOW, Oct. 5 (Xinhua) --",
//! "(Reuters) -", "Avash News:", "NEW DELHI:".
//!
//! Everything is decided by shape: capitals, brackets, and the stroke or colon that closes the stretch. Where the
//! shape could as well be a sentence ("The treaty – signed in May – …"), no dateline is read.

use super::pieces::{Mark, Piece};
use crate::text::{BlockKind, WordList, fold};

/// A dateline takes up to this many bytes: place, country, day and agency.
const LONGEST: usize = 110;

/// Labels and places in mixed case are looked for in so many paragraphs from the head.
const NEAR_HEAD: usize = 5;

/// Agencies that stand in brackets or before a colon without more to tell them by, folded.
const AGENCIES: WordList = WordList::phrases(
    "ap/afp/reuters/upi/cnn/cnn business/xinhua/tass/itar-tass/ria/ria novosti/interfax/irna/isna/ifp/mna/\
     ip/anadolu/aa/dpa/ani/pti/ians/app/kyodo/yonhap/bloomberg/efe/ansa/wam/spa/qna/kuna/sana/bbc/npr/jta/\
     rns/cns/cp",
);

/// Words in the names of publishers and of their columns, folded; a label ends with one of them or with what is
/// written together with it.
const PUBLISHERS: WordList = WordList::of(
    "news press times post agency media radio tv television daily herald tribune journal gazette ledger \
     chronicle courier examiner inquirer bulletin weekly today observer telegraph network wire newswire \
     online report reports commentary analysis newsroom desk service bureau",
);

/// Words in capitals before a stroke or a colon that are no place.
const NO_PLACES: WordList = WordList::of(
    "update updated breaking exclusive watch video analysis opinion correction note q a editorial review \
     warning fact alert poll report commentary column photos listen must read live more related developing \
     bottom quote question answer claim file photo today tonight editor's happening above below",
);

/// For each piece, how many bytes at its beginning are a dateline.
pub(super) fn ends(pieces: &[Piece]) -> Vec<usize> {
    let mut paragraphs = 0;
    let mut ends = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut end = 0;
        if piece.kind == BlockKind::Paragraph && piece.mark == Mark::None {
            end = dateline(piece.text, paragraphs < NEAR_HEAD, paragraphs == 0).unwrap_or(0);
            paragraphs += 1;
        }
        ends.push(end);
    }
    withdraw_speakers(pieces, &mut ends);
    ends
}

/// A label that opens several paragraphs names who speaks in a transcript.
fn withdraw_speakers(pieces: &[Piece], ends: &mut [usize]) {
    for at in 0..ends.len() {
        let label = &pieces[at].text[..ends[at]];
        let recurs = |piece: &&Piece| piece.text.starts_with(label);
        if label.ends_with(':') && pieces.iter().filter(recurs).count() > 1 {
            ends[at] = 0;
        }
    }
}

/// The end of the dateline that opens a paragraph, its stroke or colon included.
fn dateline(text: &str, near_head: bool, first: bool) -> Option<usize> {
    let closers = closers(text);
    let dashed = closers.iter().find(|closer| closer.stroke).filter(|closer| {
        opens_sentence(&text[closer.end..]) && is_place_and_agency(&text[..closer.start], near_head, first)
    });
    let labelled = || {
        let closer = closers.iter().find(|closer| !closer.stroke && near_head)?;
        let opens = opens_sentence(&text[closer.end..]) && !text[closer.end..].trim().is_empty();
        (opens && is_label(&text[..closer.start], first)).then_some(closer)
    };
    let closer = dashed.or_else(labelled);
    closer.map(|closer| closer.end).or_else(|| near_head.then(|| bare_agency(text, first)).flatten())
}

/// A stroke or a colon that may close a dateline.
struct Closer {
    start: usize,
    end: usize,
    stroke: bool,
}

/// The strokes and colons near the beginning. A hyphen counts between spaces or behind a bracket, a stroke anywhere
/// but inside a compound of small letters.
fn closers(text: &str) -> Vec<Closer> {
    let mut found = Vec::new();
    let mut skip_to = 0;
    for (at, character) in text.char_indices().take_while(|(at, _)| *at <= LONGEST) {
        if at < skip_to {
            continue;
        }
        let end = at + character.len_utf8();
        let (before, after) = (&text[..at], &text[end..]);
        let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
        match character {
            '—' | '―' | '–' if spaced || before.ends_with([')', ' ']) || character != '–' => {
                found.push(Closer { start: at, end, stroke: true })
            }
            '-' => {
                let width = text[at..].bytes().take_while(|&byte| byte == b'-').count();
                let open = text[at + width..].starts_with(char::is_whitespace) || at + width == text.len();
                if width >= 2 || (before.ends_with([' ', '\u{A0}', ')']) && open) {
                    found.push(Closer { start: at, end: at + width, stroke: true });
                    skip_to = at + width;
                }
            }
            ':' if spaced => found.push(Closer { start: at, end, stroke: false }),
            _ => {}
        }
    }
    found
}

/// Whether what follows could begin a sentence; nothing may follow where the dateline has a line to itself.
fn opens_sentence(after: &str) -> bool {
    let after = after.trim_start();
    !after.starts_with(char::is_lowercase) && !after.starts_with([',', '.', ')', '-', '–', '—'])
}

/// "TEHRAN", "MOSCOW, Oct. 5 (Xinhua)", "Tehran (IP)", "(Reuters)", "KYIV, Ukraine"; near the head also "Moscow".
fn is_place_and_agency(head: &str, near_head: bool, first: bool) -> bool {
    let (place, agency) = without_bracket(head.trim());
    if place.is_empty() {
        return agency.is_some_and(is_agency_like) && near_head;
    }
    if place.contains(['“', '”', '"', '?', '!', ':', ';', '(']) || ends_in_sentence(place) {
        return false;
    }
    let mut parts = place.split([',', '/']).map(str::trim);
    let town = parts.next().unwrap_or("");
    let rest_fits = parts.clone().count() <= 4
        && parts.all(|part| part.split_whitespace().count() <= 4 && is_named(part));
    if !rest_fits {
        return false;
    }
    let words = town.split_whitespace().count();
    if is_capitals(town) {
        return words <= 5 && could_be_place(town) && (near_head || agency.is_some() || place.contains(','));
    }
    let named = words <= 3 && is_named(town) && !opens_with_function_word(town);
    match agency {
        Some(agency) => near_head && named && is_agency_like(agency) && !abbreviates(agency, town),
        None => {
            let named = named && town.starts_with(char::is_uppercase);
            named && (first || near_head && place.contains(','))
        }
    }
}

/// A head without the bracket at its end, and what the bracket holds.
fn without_bracket(head: &str) -> (&str, Option<&str>) {
    let split = head.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    split.map_or((head, None), |(place, inner)| (place.trim_end(), Some(inner.trim())))
}

/// Up to four words, the first of them with a capital.
fn is_agency_like(agency: &str) -> bool {
    let count = agency.split_whitespace().count();
    (1..=4).contains(&count)
        && !agency.starts_with(char::is_lowercase)
        && agency.contains(char::is_alphabetic)
}

/// Whether each word is a name's, a number or an abbreviation: "Oct. 5", "D.C.", "Ukraine", "el Beida".
fn is_named(part: &str) -> bool {
    const LINKS: &[&str] =
        &["of", "the", "de", "la", "el", "al", "del", "and", "am", "upon", "sur", "do", "da", "di"];
    part.split_whitespace()
        .all(|word| !word.starts_with(|c: char| c.is_lowercase() || c == '\'') || LINKS.contains(&word))
}

fn is_capitals(town: &str) -> bool {
    let letters = || town.chars().filter(|c| c.is_alphabetic());
    letters().filter(|c| c.is_uppercase()).count() >= 2 && !letters().any(char::is_lowercase)
}

/// Whether a stretch in capitals holds neither a number nor a word that pages set in capitals.
fn could_be_place(capitals: &str) -> bool {
    let folded = fold(capitals);
    !folded.contains(|c: char| c.is_ascii_digit())
        && !folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).any(|word| NO_PLACES.contains(word))
}

fn opens_with_function_word(town: &str) -> bool {
    const FUNCTION_WORDS: WordList = WordList::of(
        "the a an in on at for but and or this that these those it he she they we i you his her its their our \
     my as if when while after before by with from to what who how why no yes not so then now one two first",
    );
    FUNCTION_WORDS.contains(fold(town.split_whitespace().next().unwrap_or("")).as_ref())
}

/// "Oct. 5" and "D.C." hold stops, a sentence before the stroke does too; it is longer than an abbreviation.
fn ends_in_sentence(place: &str) -> bool {
    let mut words = place.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if word.ends_with('.') && word.chars().count() > 6 && words.peek().is_some() {
            return true;
        }
    }
    false
}

/// Whether an acronym in brackets abbreviates the words before it: "Shanghai Cooperation Organization (SCO)".
fn abbreviates(acronym: &str, words: &str) -> bool {
    let initials: String = words.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    let is_short = acronym.chars().count() >= 2 && acronym.chars().all(char::is_uppercase);
    is_short && initials.to_uppercase().contains(acronym)
}

/// "Avash News", "IRNA", and in the first paragraph a place in capitals.
fn is_label(head: &str, first: bool) -> bool {
    let words: Vec<&str> = head.split_whitespace().collect();
    let Some(last) = words.last() else { return false };
    let folded = fold(head.trim()).into_owned();
    let plain = head
        .chars()
        .all(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '-' | '.' | '&' | ',' | '\'' | '’'));
    if words.len() > 5 || !plain || !head.starts_with(char::is_uppercase) {
        return false;
    }
    if AGENCIES.contains(folded.as_str()) {
        return true;
    }
    if first && is_capitals(head) && words.len() <= 3 {
        return could_be_place(head);
    }
    words.len() >= 2 && !NO_PLACES.contains(fold(words[0]).as_ref()) && names_publisher(&words, last)
}

/// Whether a line could name a publisher and nothing else: "USA TODAY", "The Wilmington News Journal".
pub(super) fn is_publisher_line(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    PUBLISHERS.contains(fold(last).as_ref())
        && text.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '('))
}

/// "Avash News", "Iran Press commentary", "Iran Presscommentary": a name, a publisher's word, and at most one word for
/// the kind of text, which may be run together with it.
fn names_publisher(words: &[&str], last: &str) -> bool {
    let is_publisher = |word: &str| PUBLISHERS.contains(fold(word).as_ref());
    let run_together = |word: &str| {
        let folded = fold(word);
        let parts = PUBLISHERS.iter().filter_map(|publisher| folded.strip_prefix(publisher));
        parts.into_iter().any(|kind| PUBLISHERS.contains(kind))
    };
    let named = words[..words.len() - 1]
        .iter()
        .all(|word| word.starts_with(char::is_uppercase) || is_publisher(word));
    named
        && words[0].starts_with(char::is_uppercase)
        && !opens_with_function_word(words[0])
        && (is_publisher(last) || run_together(last))
}

/// "(CNN) The president …", "Washington (CNN) The president …": an agency in brackets without a stroke behind it.
fn bare_agency(text: &str, first: bool) -> Option<usize> {
    let open = text.find('(').filter(|&open| open <= 40)?;
    let close = open + text[open..].find(')').filter(|&close| close <= 20)?;
    let (place, agency) = (text[..open].trim(), &text[open + 1..close]);
    let after = &text[close + 1..];
    let fits = place.is_empty()
        || first
            && place.split_whitespace().count() <= 3
            && is_named(place)
            && !opens_with_function_word(place);
    let is_publisher = place.is_empty() && agency.contains(' ') && is_publisher_line(agency);
    let known = is_publisher || AGENCIES.contains(fold(agency).as_ref()) && !abbreviates(agency, place);
    (fits && known && opens_sentence(after) && !after.trim().is_empty()).then_some(close + 1)
}
