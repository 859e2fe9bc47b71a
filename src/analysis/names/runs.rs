//! Runs of capitalised words: the stretches in which names are looked for. Titles, offices and days are no part of
//! them; "al-", "bin" and "van der" inside are. Cost: one pass.

use super::offices::Phrase;
use super::tokens::{Gap, Style, Text};
use super::vocabulary::Classes;
use std::ops::Range;

#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    /// A title or an office stands directly before: "Mr.", "Foreign Minister", "spokesman".
    pub(super) is_titled: bool,
}

/// The runs of all sentences whose capitals say anything, in order.
pub(super) fn runs(text: &Text<'_>, phrases: &[Phrase]) -> Vec<Run> {
    let mut found = Vec::new();
    for sentence in text.sentences.iter().filter(|sentence| sentence.style == Style::Prose) {
        let mut at = sentence.tokens.start;
        let mut is_titled = false;
        while at < sentence.tokens.end {
            if let Some(office) = phrase_around(phrases, at) {
                at = office.tokens.end;
                is_titled = true;
            } else if is_title(text, at) {
                at += 1;
                is_titled = true;
            } else {
                is_titled &= text.tokens[at].gap == Gap::Space;
                let end = run_end(text, phrases, at, sentence.tokens.end, is_titled);
                if end > at {
                    found.push(Run { tokens: at..end, is_titled });
                }
                is_titled = false;
                at = end.max(at + 1);
            }
        }
    }
    found
}

fn phrase_around(phrases: &[Phrase], at: usize) -> Option<&Phrase> {
    let next = phrases.partition_point(|phrase| phrase.tokens.end <= at);
    phrases.get(next).filter(|phrase| phrase.tokens.contains(&at))
}

/// "Dr." before a name; not "General" before "Assembly".
pub(super) fn is_title(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    let next = text.after(at).filter(|next| next.gap == Gap::Space && next.is_capitalised());
    let institution = Classes::ORGANIZATION.or(Classes::CALENDAR).or(Classes::PLACE);
    token.is(Classes::TITLE) && token.is_capitalised() && next.is_some_and(|next| !next.is(institution))
}

fn run_end(text: &Text<'_>, phrases: &[Phrase], start: usize, limit: usize, is_titled: bool) -> usize {
    if !starts(text, start, limit, is_titled) {
        return start;
    }
    let mut end = start + 1;
    while end < limit && text.tokens[end].gap.joins() && phrase_around(phrases, end).is_none() {
        let token = &text.tokens[end];
        let after_particle =
            end + 1 < limit && text.tokens[end + 1].gap.joins() && text.tokens[end + 1].is_capitalised();
        let before_particles = end + 2 < limit
            && text.tokens[end + 1].is(Classes::PARTICLE)
            && text.tokens[end + 2].is_capitalised();
        let is_particle = token.is(Classes::PARTICLE)
            && (after_particle || before_particles)
            && !token.is(Classes::NO_NAME);
        if !(token.is_capitalised() && !ends_run(text, end) || is_particle) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a name may begin at `start`.
fn starts(text: &Text<'_>, start: usize, limit: usize, is_titled: bool) -> bool {
    let token = &text.tokens[start];
    if !token.is_capitalised() {
        let joined = start + 1 < limit
            && text.tokens[start + 1].gap == Gap::Hyphen
            && text.tokens[start + 1].is_capitalised();
        return joined && token.is(Classes::PARTICLE) && !token.is(Classes::NO_NAME);
    }
    if ends_run(text, start) {
        return false;
    }
    let joined =
        start + 1 < limit && text.tokens[start + 1].gap.joins() && text.tokens[start + 1].is_capitalised();
    let is_word = token.is(Classes::COMMON) || (text.has_lower(token.id) && !token.is(Classes::GIVEN_NAME));
    match text.opens_sentence(start) || follows_opening(text, start) {
        true => is_titled || !(is_word || looks_inflected(token.text) && !joined),
        false => joined || !token.is(Classes::COMMON),
    }
}

/// After a quotation mark or a colon words are capitalised as at the beginning of a sentence.
pub(super) fn follows_opening(text: &Text<'_>, at: usize) -> bool {
    let before = text.source[..text.tokens[at].span.start as usize].trim_end();
    let unquoted = before.trim_end_matches(['“', '"', '‘', '«']);
    let is_quoted = unquoted.len() < before.len();
    let unquoted = unquoted.trim_end();
    unquoted.is_empty()
        || unquoted.ends_with([':', ';', '•', '*', '—', '.'])
        || is_quoted && unquoted.ends_with(',')
}

/// "Addressing", "Initially"
fn looks_inflected(word: &str) -> bool {
    word.ends_with("ing") || word.ends_with("ly") || word.ends_with("ed")
}

/// Days, months and articles are no part of a name, unless a given name stands before: "Theresa May".
fn ends_run(text: &Text<'_>, at: usize) -> bool {
    let token = &text.tokens[at];
    if matches!(
        token.text,
        "The" | "A" | "An" | "And" | "But" | "In" | "I" | "He" | "She" | "It" | "If" | "As" | "At" | "On"
    ) {
        let is_initial =
            token.text.len() == 1 && text.before(at).is_some_and(|before| before.is_capitalised());
        return !is_initial;
    }
    if token.is(Classes::CALENDAR) {
        let given = text.before(at).is_some_and(|before| {
            before.is(Classes::GIVEN_NAME.or(Classes::TITLE)) && token.gap == Gap::Space
        });
        let dated = text.after(at).is_some_and(|after| after.text.starts_with(|c: char| c.is_ascii_digit()));
        return !given || dated;
    }
    token.is(Classes::CREED)
        && text.after(at).is_none_or(|after| !(after.gap.joins() && after.is_capitalised()))
}
