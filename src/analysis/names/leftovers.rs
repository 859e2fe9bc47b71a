//! Capitals that name nobody and nothing in the article: an hour's time zone, the party and state behind a politician's name,
//! who took the photograph, a page's buttons. Cost: a look at each name.

use super::patterns::Match;
use super::rules::Proposal;
use super::tokens::{Case, Gap, Text, Token};
use super::vocabulary::Classes;
use crate::text::{WordList, fold};
use std::ops::Range;

/// Time zones as they stand behind an hour.
const ZONES: WordList = WordList::of(
    "ET EDT EST CT CDT CST MT MDT MST PT PDT PST GMT UTC BST IST CET CEST EET EEST MSK JST KST HKT SGT \
     AEST AEDT NZST NZDT WAT EAT SAST PKT WIB",
);

/// Agencies that sell photographs, folded, as the last part of a credit: "Omar Haddad/Getty Images".
const PHOTO_AGENCIES: WordList = WordList::of(
    "getty ap afp reuters epa efe upi bloomberg shutterstock alamy istock zuma sipa corbis landov xinhua \
     tass nurphoto anadolu agence associated redux",
)
.looked_into_often();

/// Words before who took a photograph.
const CREDITED: WordList =
    WordList::of("copyright caption photo photos photograph credit via courtesy image").looked_into_often();

/// What people believe in, and whom else a model takes for an organization, folded.
const BELIEFS: WordList = WordList::of(
    "islam islamism christianity judaism hinduism buddhism sikhism catholicism protestantism zionism \
     marxism communism socialism fascism nazism",
)
.looked_into_often();

/// Where pages offer to share an article: two of them in a row are buttons.
const SHARED_ON: &[&str] = &[
    "Facebook",
    "Twitter",
    "Pinterest",
    "WhatsApp",
    "LinkedIn",
    "Reddit",
    "Email",
    "Messenger",
    "Google+",
    "Pocket",
];

/// Takes out what is no name.
pub(super) fn strike(text: &Text<'_>, proposals: &mut Vec<Proposal>) {
    for name in proposals.iter_mut() {
        let buttons = name.tokens.clone().take_while(|&at| is_button(text, at)).count();
        if buttons > 0 {
            name.tokens.start += buttons;
            // A lone word behind them opens a sentence.
            let opens = name.tokens.len() == 1
                || text.tokens.get(name.tokens.start).is_some_and(|it| it.is(Classes::COMMON));
            name.tokens.start = if opens { name.tokens.end } else { name.tokens.start };
        }
    }
    proposals.retain(|name| !name.tokens.is_empty());
    proposals.retain(|name| !is_leftover(text, &name.tokens));
}

/// The same for names known beforehand: of an agency in a credit, of a platform among buttons.
pub(super) fn strike_matches(text: &Text<'_>, matches: &mut Vec<Match>) {
    matches.retain(|found| {
        let is_struck = text.sentence_of(found.tokens.start).is_furniture
            || is_credited(text, &found.tokens)
            || found.tokens.len() == 1 && is_button(text, found.tokens.start);
        !is_struck
    });
}

/// "Facebook Twitter Pinterest": one of several in a row.
fn is_button(text: &Text<'_>, at: usize) -> bool {
    let is_one = |token: &Token<'_>| SHARED_ON.contains(&token.text);
    let follows =
        |at: usize| text.tokens.get(at).is_some_and(|token| is_one(token) && token.gap == Gap::Space);
    let leads = |at: usize| text.tokens.get(at).is_some_and(is_one);
    leads(at) && (follows(at + 1) || follows(at) && at.checked_sub(1).is_some_and(leads))
}

fn is_leftover(text: &Text<'_>, name: &Range<usize>) -> bool {
    text.sentence_of(name.start).is_furniture
        || is_zone(text, name)
        || is_party_tag(text, name)
        || is_many_or_nobody(text, name)
        || is_credited(text, name)
}

/// "6:21 p.m. EDT", "18:00 GMT", "noon EST (1700 GMT)"
fn is_zone(text: &Text<'_>, name: &Range<usize>) -> bool {
    let token = &text.tokens[name.start];
    let is_hour = |before: &Token<'_>| {
        let folded = fold(before.text);
        before.text.ends_with(|c: char| c.is_ascii_digit())
            || matches!(
                folded.trim_end_matches('.'),
                "am" | "pm" | "a.m" | "p.m" | "noon" | "midnight" | "hours"
            )
    };
    name.len() == 1
        && token.case == Case::Capitals
        && ZONES.contains(token.text)
        && text.beside(name.start, name.start.checked_sub(1)).is_some_and(is_hour)
}

/// "Ben Hale (D-Md.)", "Hale, R-Tex.,": a letter for the party before a hyphen.
fn is_party_tag(text: &Text<'_>, name: &Range<usize>) -> bool {
    let (first, place) = (&text.tokens[name.start], text.beside(name.start, Some(name.start + 1)));
    matches!(first.gap, Gap::Bracket | Gap::Comma)
        && first.is_initial()
        && name.len() > 1
        && place.is_some_and(|place| place.gap == Gap::Hyphen && place.is_capitalised())
}

/// "MPs", "PACs", "LGBT", "Islam" alone
fn is_many_or_nobody(text: &Text<'_>, name: &Range<usize>) -> bool {
    let token = &text.tokens[name.start];
    let is_plural = || {
        let acronym = token.text.strip_suffix('s').unwrap_or("");
        acronym.len() > 1 && acronym.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let is_listed = || {
        token.case == Case::Capitals && token.is(Classes::NO_NAME) && !token.is(Classes::COMMON)
            || BELIEFS.contains(fold(token.text).as_ref())
    };
    name.len() == 1 && (is_plural() || is_listed())
}

/// "Omar Haddad/Getty Images", "Reuters/Omar Haddad", "Image copyright AFP", "| Getty": who took a photograph and whose it is.
fn is_credited(text: &Text<'_>, name: &Range<usize>) -> bool {
    let span = text.span(name);
    let (before, after) = (&text.source[..span.start as usize], &text.source[span.end as usize..]);
    let first_word = |rest: &str| {
        let word = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        fold(word).into_owned()
    };
    let is_agency = |word: &str| PHOTO_AGENCIES.contains(word);
    let stroke = |mark: char| matches!(mark, '/' | '|');
    // "Omar Haddad/Getty Images"
    let behind = after.trim_start().strip_prefix(stroke).is_some_and(|rest| is_agency(&first_word(rest)));
    // "Haddad/Getty Images" as one
    let inside =
        span.of(text.source).split_once(stroke).is_some_and(|(_, rest)| is_agency(&first_word(rest)));
    // "Reuters/Omar Haddad"
    let led_by_agency = || {
        let agency = before.trim_end().strip_suffix(stroke)?;
        let word = agency.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next()?;
        (name.len() > 1).then(|| is_agency(fold(word).as_ref()))
    };
    let is_led = || {
        before.trim_end().ends_with(stroke)
            || text.before(name.start).is_some_and(|word| CREDITED.contains(fold(word.text).as_ref()))
    };
    behind
        || inside
        || led_by_agency() == Some(true)
        || is_led() && is_agency(&first_word(span.of(text.source)))
}
