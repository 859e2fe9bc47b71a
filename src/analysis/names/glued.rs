//! What pages run together: two words without the space between them ("HaleSenate"), and a name with the same name once
//! more ("Jonas Hale Jonas Edward Hale"), as links leave them in text. Cost: a look at each word.

use super::rules::Proposal;
use super::tokens::{Gap, Text, WordId};
use super::vocabulary::Classes;
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Span, Word};
use std::borrow::Cow;
use std::ops::Range;

/// The words of an article, those that are run together apart: "Jonas HaleSenate" where the article has "Hale" as well, and
/// "rose.The". What is written so as a name ("HarbourWatch") mostly stands without another capital before it, and its first
/// part not by itself.
pub(super) fn parted<'a, 'w>(source: &str, words: &'w [Word<'a>]) -> Cow<'w, [Word<'a>]> {
    let seams = seams(source, words);
    if seams.is_empty() {
        return Cow::Borrowed(words);
    }
    let mut seams = seams.into_iter().peekable();
    let mut parted = Vec::with_capacity(words.len() + 8);
    for (at, word) in words.iter().enumerate() {
        match seams.next_if(|(place, _)| *place == at) {
            Some((_, cut)) => parted.extend(halves(word, cut)),
            None => parted.push(*word),
        }
    }
    Cow::Owned(parted)
}

/// Which of an article's words are two that are run together, and where in it the second begins.
pub(super) fn seams(source: &str, words: &[Word<'_>]) -> Vec<(usize, usize)> {
    let mut seams: Vec<(usize, usize)> =
        words.iter().enumerate().filter_map(|(at, word)| Some((at, seam(word.text)?))).collect();
    if seams.is_empty() {
        return seams;
    }
    let follows_name = |at: usize| {
        at > 0
            && words[at - 1].is_capitalised()
            && matches!(&source[words[at - 1].span.end as usize..words[at].span.start as usize], " " | ") ")
    };
    let is_stop = |(at, cut): (usize, usize)| words[at].text.as_bytes()[cut - 1] == b'.';
    let behind_names = seams.iter().filter(|&&seam| !is_stop(seam) && follows_name(seam.0));
    let mut first: Vec<&str> = behind_names.map(|&(at, cut)| &words[at].text[..cut]).collect();
    first.arrange();
    let mut capitalised: Vec<&str> = Vec::new();
    if !first.is_empty() {
        let is_first = |word: &&Word<'_>| word.is_capitalised() && first.binary_search(&word.text).is_ok();
        capitalised.extend(words.iter().filter(is_first).map(|word| word.text));
        capitalised.arrange();
    }
    let mut whole: Vec<&str> =
        seams.iter().filter(|(at, _)| !follows_name(*at)).map(|(at, _)| words[*at].text).collect();
    whole.arrange();
    let is_seam = |&(at, cut): &(usize, usize)| {
        let word = words[at].text;
        is_stop((at, cut))
            || follows_name(at)
                && capitalised.binary_search(&&word[..cut]).is_ok()
                && whole.binary_search(&word).is_err()
    };
    seams.retain(is_seam);
    seams
}

/// The two words that are run together at `cut`, without a stop between them.
pub(super) fn halves<'a>(word: &Word<'a>, cut: usize) -> [Word<'a>; 2] {
    let start = word.span.start as usize;
    let first = word.text[..cut].trim_end_matches('.');
    let second = Span::new(start + cut, word.span.end as usize);
    [
        Word { span: Span::new(start, start + first.len()), text: first },
        Word { span: second, text: &word.text[cut..] },
    ]
}

/// Where a second word may begin: a capital or a number behind three small letters of a word with a capital
/// ("HaleSenate"; not "McGregor", "DeVries"), or a capital behind a stop ("rose.The").
pub(super) fn seam(word: &str) -> Option<usize> {
    const SHORTEST: usize = 4;
    let bytes = word.as_bytes();
    let small = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let begins = bytes.first().is_some_and(u8::is_ascii_uppercase);
    (SHORTEST.min(bytes.len())..bytes.len()).find(|&at| {
        let behind_stop = bytes[at - 1] == b'.' && (at - 4..at - 1).all(small);
        let behind_word = begins && (at - 3..at).all(small);
        let capital = bytes[at].is_ascii_uppercase();
        let opens = capital && (small(at + 1) || at + 1 == bytes.len());
        opens && behind_stop || behind_word && (capital && letter(at + 1) || bytes[at].is_ascii_digit())
    })
}

/// Whether a word begins right where the one before it ends: no name goes on across such a seam.
pub(super) fn is_seam(before: &str, between: &str, next: &str) -> bool {
    (between.is_empty() || between == ".")
        && before.ends_with(|c: char| c.is_ascii_lowercase())
        && next.starts_with(|c: char| c.is_ascii_uppercase())
}

/// "Charles (Chuck) Hale" is one name. The names are put in order.
pub(super) fn join_nicknames(text: &Text<'_>, proposals: &mut Vec<Proposal>) {
    proposals.arrange_by_key(|name| name.tokens.start);
    let is_person = |name: &Proposal| name.kind == EntityKind::Person;
    let mut at = 0;
    while at + 1 < proposals.len() {
        let nickname = proposals[at].tokens.end;
        let behind = at + 1 + usize::from(proposals[at + 1].tokens == (nickname..nickname + 1));
        if is_person(&proposals[at]) && nickname < text.tokens.len() && is_bracketed(text, nickname) {
            let rest = proposals.get(behind).filter(|rest| rest.tokens.start == nickname + 1);
            match rest {
                Some(rest) if is_person(rest) => {
                    proposals[at].tokens.end = rest.tokens.end;
                    proposals.drain(at + 1..=behind);
                }
                None if is_surname(text, nickname + 1) && is_nickname(text, proposals, at + 1, nickname) => {
                    proposals[at].tokens.end = nickname + 2;
                    proposals.drain(at + 1..behind);
                }
                _ => {}
            }
        }
        at += 1;
    }
}

/// Whether the word in brackets is a given name, by what is known or the model sees.
fn is_nickname(text: &Text<'_>, proposals: &[Proposal], at: usize, nickname: usize) -> bool {
    let seen = proposals
        .get(at)
        .is_some_and(|name| name.kind == EntityKind::Person && name.tokens == (nickname..nickname + 1));
    seen || text.tokens[nickname].is(Classes::GIVEN_NAME)
}

fn is_surname(text: &Text<'_>, at: usize) -> bool {
    let other = Classes::COMMON.or(Classes::CALENDAR).or(Classes::VERB).or(Classes::OFFICE);
    let runs_on = text.after(at).is_some_and(|next| next.gap.joins() && next.is_capitalised());
    text.tokens[at].is_capitalised() && !text.tokens[at].is(other) && !runs_on
}

/// "(Chuck) " between two words.
fn is_bracketed(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let closes = text.source[token.span.end as usize..].starts_with(") ");
    token.gap == Gap::Bracket && token.is_capitalised() && closes && text.after(at).is_some()
}

/// "Share Post Jonas Hale" where the article has "Jonas Hale" more often: words of a page before a name. A given name is none
/// of them.
pub(super) fn cut_before_names(text: &Text<'_>, proposals: &mut [Proposal]) {
    let is_given = |at: usize| text.tokens[at].is(Classes::GIVEN_NAME) || text.tokens[at].is_initial();
    let is_long = |name: &&mut Proposal| name.kind == EntityKind::Person && name.tokens.len() > 2;
    if !proposals.iter_mut().any(|name| is_long(&name)) {
        return;
    }
    let mut names: Vec<Vec<WordId>> = Vec::new();
    for name in proposals.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
        names.push(text.ids(&name.tokens));
    }
    names.arrange();
    let count = |tokens: &Range<usize>| {
        let name = text.ids(tokens);
        names.partition_point(|other| *other <= name) - names.partition_point(|other| *other < name)
    };
    for name in proposals.iter_mut().filter(is_long) {
        let rest = name.tokens.end - 2..name.tokens.end;
        let before = name.tokens.start..rest.start;
        let joins = (name.tokens.start + 1..rest.end).all(|at| text.tokens[at].gap == Gap::Space);
        let is_page = joins && is_given(rest.start) && !before.clone().any(is_given);
        if is_page && count(&rest) > count(&name.tokens) {
            name.tokens.start = rest.start;
        }
    }
}

/// "Jonas Hale Jonas Edward Hale" is two names, "Jonas Hale Hale" and "Hale Jonas Edward Hale" as well; not "Sirhan Sirhan",
/// "Hassan bin Hassan".
pub(super) fn part_repeated(text: &Text<'_>, proposals: &mut Vec<Proposal>) {
    let mut at = 0;
    while at < proposals.len() {
        let second = repetition(text, &proposals[at]).map(|cut| {
            let name = &mut proposals[at];
            let tokens = cut..name.tokens.end;
            name.tokens.end = cut;
            Proposal { tokens, ..name.clone() }
        });
        if let Some(second) = second {
            proposals.insert(at + 1, second);
        }
        at += 1;
    }
}

fn repetition(text: &Text<'_>, name: &Proposal) -> Option<usize> {
    if name.kind != EntityKind::Person || name.tokens.len() < 3 {
        return None;
    }
    let start = name.tokens.start;
    for at in start + 2..name.tokens.end {
        let token = &text.tokens[at];
        let before = &text.tokens[at - 1];
        let stands_free =
            (token.gap == Gap::Space || before.gap == Gap::Bracket) && !before.is(Classes::PARTICLE);
        if !stands_free || token.is_initial() || token.is(Classes::PARTICLE) {
            continue;
        }
        if let Some(first) = (start..at).find(|&before| text.tokens[before].id == token.id) {
            let is_surname = at + 1 == name.tokens.end && text.tokens[start + 1].is(Classes::GIVEN_NAME);
            return Some(if first == start && !is_surname { at } else { first + 1 });
        }
    }
    None
}
