//! Who wrote it: "By Leyla Aliyeva" at the head or the foot, "(Reporting by …)", "… contributed to this report", and a
//! name that stands alone under the last sentence, in whatever case.

use super::dateline::is_publisher_line;
use super::pieces::{Mark, Piece};
use crate::text::{BlockKind, WordList, fold};

/// How far from the head and from the foot a byline may stand, in pieces.
const NEAR_HEAD: usize = 4;
const NEAR_FOOT: usize = 4;

const LONGEST_BYLINE: usize = 14;
const LONGEST_CREDIT: usize = 45;

/// Words that begin a credit at the foot, folded.
const CREDITS: &[&str] = &[
    "reporting by",
    "additional reporting by",
    "writing by",
    "written by",
    "editing by",
    "edited by",
    "compiled by",
    "report by",
    "story by",
    "text by",
    "with reporting by",
    "with additional reporting by",
];

/// Lower-case words that no name holds but that short leftovers of a page do.
const NOT_IN_NAMES: WordList = WordList::of(
    "the a an and or of to in on for with at from is are was were more read click here watch share sign \
     subscribe follow story stories article continue video photo photos gallery image comments comment \
     advertisement related source sources end ends updated update published our your this that all not no \
     news report reports today yesterday top next previous print email live how what why who when where \
     breaking developing exclusive opinion editorial",
);

pub(super) fn mark(pieces: &mut [Piece]) {
    let is_foreign = |piece: &Piece| matches!(piece.kind, BlockKind::Related | BlockKind::Teaser);
    let end = pieces.iter().rposition(|piece| !is_foreign(piece)).map_or(0, |at| at + 1);
    mark_name_and_publisher(pieces);
    for at in 0..end {
        let near_foot = at + NEAR_FOOT >= end && at > 0;
        let (before, rest) = pieces.split_at_mut(at);
        let piece = &mut rest[0];
        if !piece.is_open() {
            continue;
        }
        let found = signed_name(piece).is_some_and(|name| near_foot || at < NEAR_HEAD || is_full_name(name))
            || near_foot && is_credit(piece)
            || at + 1 == end
                && before.last().is_some_and(|above| closes_text(above) && is_lone_name(piece.text));
        if found {
            piece.kind = BlockKind::Byline;
        }
    }
}

/// A name on a line of its own and its publisher on the next, at the head: "Leyla Aliyeva", "Caspian Daily News".
fn mark_name_and_publisher(pieces: &mut [Piece]) {
    for at in 0..pieces.len().saturating_sub(1).min(NEAR_HEAD - 1) {
        let [name, publisher] = &mut pieces[at..at + 2] else { return };
        let both_open = name.is_open() && publisher.is_open();
        if both_open
            && is_full_name(name.text)
            && publisher.word_count() <= 6
            && is_publisher_line(publisher.text)
        {
            name.kind = BlockKind::Byline;
            publisher.kind = BlockKind::Byline;
            return;
        }
    }
}

/// Two to four words, each with a capital.
fn is_full_name(text: &str) -> bool {
    is_lone_name(text) && text.starts_with(char::is_uppercase)
}

/// The first name of "By Leyla Aliyeva and Omar Haddad", "By OMAR HADDAD, The Associated Press".
fn signed_name<'a>(piece: &Piece<'a>) -> Option<&'a str> {
    let text = piece.text.trim_start_matches(['—', '–', '|', ' ']);
    let names = ["By ", "BY ", "by "].iter().find_map(|by| text.strip_prefix(by))?;
    let name = names.split([',', '(', '|', ';']).next().unwrap_or("").trim();
    let first = fold(name.split_whitespace().next().unwrap_or(""));
    let fits = name.starts_with(char::is_uppercase)
        && piece.word_count() <= LONGEST_BYLINE
        && !piece.ends_sentence()
        && !names.ends_with([':', ','])
        && !NOT_IN_NAMES.contains(first.as_ref())
        && mostly_capitalised(name);
    fits.then_some(name)
}

/// Whether all words but the little ones between names begin with a capital.
fn mostly_capitalised(names: &str) -> bool {
    let mut words = names.split([' ', '\u{A0}']).filter(|word| word.starts_with(char::is_alphabetic));
    words.all(|word| {
        word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "and" | "for" | "of" | "the" | "in" | "de" | "van" | "von" | "bin" | "al" | "el"
            )
    })
}

/// "(Reporting by Leyla Aliyeva; editing by Omar Haddad)", "The Associated Press contributed to this report."
fn is_credit(piece: &Piece) -> bool {
    let count = piece.word_count();
    if count > LONGEST_CREDIT {
        return false;
    }
    let inner = fold(piece.text.trim_matches(|c: char| !c.is_alphanumeric())).into_owned();
    let contributed =
        ["contributed to this report", "contributed to this story", "contributed to this article"];
    let begins =
        CREDITS.iter().any(|credit| inner.strip_prefix(credit).is_some_and(|rest| rest.starts_with(' ')));
    begins || contributed.iter().any(|ending| inner.ends_with(ending))
}

fn closes_text(piece: &Piece) -> bool {
    piece.ends_sentence() || piece.mark == Mark::Item
}

/// Two to four words that could be a person's name, all in capitals or small letters or with a capital each.
fn is_lone_name(text: &str) -> bool {
    let text = text.trim_start_matches(['—', '–', '/', '|', ' ']);
    let words: Vec<&str> = text.split_whitespace().collect();
    let cased = |upper: bool| words.iter().all(|word| word.starts_with(char::is_uppercase) == upper);
    (2..=4).contains(&words.len())
        && (cased(true) || cased(false) && words.len() <= 3)
        && words.iter().all(|word| is_name_part(word))
}

fn is_name_part(word: &str) -> bool {
    let letters = word.trim_end_matches('.');
    let stops = word.len() - letters.len();
    let is_initial = letters.chars().count() <= 2;
    letters.starts_with(char::is_alphabetic)
        && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
        && (stops == 0 || is_initial)
        && (letters.chars().count() >= 2 || stops == 1)
        && !NOT_IN_NAMES.contains(fold(letters).as_ref())
}
