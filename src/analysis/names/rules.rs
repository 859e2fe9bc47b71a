//! Names without a list: runs of capitalised words, told apart by the last word ("… Council"), by titles and offices in
//! front, and by what the sentence does with them. Only what is reasonably sure is proposed; the same words count the
//! same throughout an article. A trained model can stand beside [`propose`]: spans with kinds are all that is asked.

use super::curated::Known;
use super::evidence::{Tally, tally};
use super::hashing::HashMap;
use super::heads::is_storm;
use super::offices::match_around;
use super::patterns::{Match, Meaning};
use super::runs::Run;
use super::tokens::{Case, Gap, Text, Token, WordId};
use super::vocabulary::Classes;
use crate::analysis::{Basis, Form};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, WordList, fold};
use std::ops::Range;

/// A stretch of words that is probably a name.
#[derive(Clone, Debug)]
pub(super) struct Proposal {
    pub(super) tokens: Range<usize>,
    pub(super) kind: EntityKind,
    pub(super) form: Form,
    pub(super) basis: Basis,
}

/// The names that the article's wording shows.
pub(super) fn propose(text: &Text<'_>, known: &Known, matches: &[Match], runs: &[Run]) -> Vec<Proposal> {
    let mut found = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    for run in runs {
        match headed(text, matches, run) {
            Some((tokens, kind)) => {
                found.push(Proposal { tokens, kind, form: Form::Name, basis: Basis::Rule })
            }
            None => open.extend(left_open(text, known, matches, run)),
        }
    }
    let mut surnames: Vec<WordId> = Vec::new();
    let mut tallies: HashMap<Vec<WordId>, Tally> = HashMap::default();
    for run in &open {
        let evidence = tally(text, matches, run);
        tallies.entry(text.ids(&run.tokens)).or_default().add(evidence);
    }
    for run in &open {
        let tally = &tallies[&text.ids(&run.tokens)];
        if run.tokens.len() > 1 && tally.kind(run.tokens.len()) == Some(EntityKind::Person) {
            surnames.push(text.tokens[run.tokens.end - 1].id);
        }
    }
    surnames.arrange();
    let bears = |run: &Run| {
        run.tokens.len() == 1 && surnames.binary_search(&text.tokens[run.tokens.start].id).is_ok()
    };
    for run in &open {
        let decided = decide(text, run, &tallies[&text.ids(&run.tokens)]);
        found.extend(decided.filter(|name| name.kind == EntityKind::Person || !bears(run)));
    }
    found
}

fn decide(text: &Text<'_>, run: &Run, tally: &Tally) -> Option<Proposal> {
    let tokens = run.tokens.clone();
    let first = &text.tokens[tokens.start];
    let kind = tally.kind(tokens.len());
    let is_acronym = tokens.len() == 1 && is_organization(first.text);
    let (kind, form) = match kind {
        Some(kind) if !(is_acronym && kind != EntityKind::Person) => (kind, Form::Name),
        _ if is_acronym
            && !first.is(Classes::NO_NAME.or(Classes::COMMON))
            && !is_shouted(text, tokens.start) =>
        {
            (EntityKind::Organization, Form::Acronym)
        }
        _ => return None,
    };
    let basis = if run.is_titled { Basis::Defined } else { Basis::Rule };
    Some(Proposal { tokens, kind, form, basis })
}

/// Whether capitals alone may be trusted to stand for an organization: "UNHCR", "BoG".
fn is_organization(word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    (3..=7).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && capitals >= 2
        && capitals * 3 >= word.len() * 2
        && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a word in capitals is only a loud one: the article has it in lower case, or its sentence shouts.
fn is_shouted(text: &Text<'_>, at: usize) -> bool {
    let sentence = text.sentence_of(at).tokens.clone();
    let loud = |token: &Token<'_>| {
        token.case == Case::Capitals
            && (token.is(Classes::COMMON.or(Classes::VERB)) || text.has_lower(token.id))
    };
    text.has_lower(text.tokens[at].id)
        || sentence.len() < 4
        || text.tokens[sentence].iter().take(100).any(loud)
}

/// The part of a run that no known name explains; `None` where nothing is left.
fn left_open(text: &Text<'_>, known: &Known, matches: &[Match], run: &Run) -> Option<Run> {
    let Range { mut start, end } = run.tokens.clone();
    let mut is_titled = run.is_titled;
    while let Some(found) = match_around(matches, start).filter(|found| found.tokens.start == start) {
        let Some(&Meaning::Name(entity, form)) = found.meanings.first() else { break };
        let rest = found.tokens.end..end;
        let is_given = known.entities[entity as usize].is_borne && form == Form::Name && rest.len() == 1;
        if is_given && text.tokens[rest.start].gap == Gap::Space {
            break;
        }
        start = found.tokens.end;
        is_titled = false;
        if start >= end {
            return None;
        }
    }
    let opens = text.opens_sentence(start);
    if opens
        && text.has_lower(text.tokens[start].id)
        && !text.tokens[start].is(Classes::GIVEN_NAME)
        && !is_titled
    {
        start += 1;
    }
    let inside = matches.partition_point(|found| found.tokens.end <= start);
    for found in matches[inside..].iter().take_while(|found| found.tokens.start < end) {
        if !may_be_borne(text, known, found, start..end) {
            return None;
        }
    }
    (start < end).then_some(Run { tokens: start..end, is_titled })
}

/// Whether a known name inside a run may be part of another person's: "Michael Jordan", another man's surname.
fn may_be_borne(text: &Text<'_>, known: &Known, found: &Match, run: Range<usize>) -> bool {
    let Some(&Meaning::Name(entity, Form::Name)) = found.meanings.first() else { return false };
    let entity = &known.entities[entity as usize];
    let before = run.start..found.tokens.start;
    let closes =
        found.tokens.end == run.end && found.tokens.len() == 1 && !before.is_empty() && before.len() <= 2;
    match entity.kind {
        EntityKind::Person => {
            let own: Vec<String> =
                crate::text::words(&entity.name).iter().map(|word| word.folded().into_owned()).collect();
            let is_own = |word: &str| {
                let word = crate::text::fold(word);
                own.iter().any(|part| part.chars().next() == word.chars().next())
            };
            closes
                && before.clone().all(|at| !is_own(text.tokens[at].text))
                && text.tokens[run.start].is(Classes::GIVEN_NAME)
        }
        EntityKind::Place if found.tokens.start == run.start => entity.is_borne && run.len() == 2,
        EntityKind::Place => {
            closes
                && text.tokens[run.start].is(Classes::GIVEN_NAME)
                && text.tokens[found.tokens.start].gap == Gap::Space
        }
        _ => false,
    }
}

/// Organizations that are for something by name: "Institute for Security Studies".
const FOR_PURPOSES: WordList = WordList::of(
    "Organization Organisation Center Centre Institute Agency Foundation Commission Ministry Department \
     Association Office Fund Society Movement Committee Council Bureau Campaign Party Authority",
);

const HEADS: Classes = Classes::ORGANIZATION.or(Classes::PLACE).or(Classes::AGREEMENT).or(Classes::EVENT);

/// A run that says by its last word what it is, with what belongs to it: "Ministry of Foreign Affairs".
fn headed(text: &Text<'_>, matches: &[Match], run: &Run) -> Option<(Range<usize>, EntityKind)> {
    let Range { start, end } = run.tokens.clone();
    let last = &text.tokens[end - 1];
    if !last.is(HEADS) || (run.is_titled && end - start < 3 && !last.is(Classes::ORGANIZATION)) {
        let storm = || is_storm(text, &run.tokens).then(|| (run.tokens.clone(), EntityKind::Event));
        return place_by_first_word(text, run).or_else(storm);
    }
    let covering = match_around(matches, end - 1);
    if covering.is_some_and(|found| found.tokens.start <= start && found.tokens.end >= end) {
        return None;
    }
    let extended = extension(text, matches, end);
    let is_alone = end - start == 1 && extended == end;
    if is_alone && !(last.is(Classes::ALONE) && !text.opens_sentence(start) && !text.has_lower(last.id)) {
        return None;
    }
    let mut start = start;
    if start + 1 < end && (text.opens_sentence(start) && text.has_lower(text.tokens[start].id)) {
        start += 1;
    }
    let kind = kind_of_head(text, start..end, extended)?;
    if kind == EntityKind::Agreement {
        start = after_parties(text, matches, start..end);
    }
    Some((start..extended, kind))
}

/// Where the name of an agreement begins behind its parties: "Iran–Russia Comprehensive Strategic Partnership Treaty".
fn after_parties(text: &Text<'_>, matches: &[Match], run: Range<usize>) -> usize {
    let mut start = run.start;
    let mut parties = 0;
    while let Some(found) =
        match_around(matches, start).filter(|found| found.tokens.start == start && found.tokens.end < run.end)
    {
        start = found.tokens.end;
        parties += 1;
    }
    let hyphened = parties > 1 && (run.start + 1..start).any(|at| text.tokens[at].gap == Gap::Hyphen);
    if hyphened && run.end - start > 1 { start } else { run.start }
}

/// What the last word of a run says that it is; `None` where it is part of a person's name ("Nathan Deal") or no name ("News
/// Conference", "Video Games").
fn kind_of_head(text: &Text<'_>, run: Range<usize>, extended: usize) -> Option<EntityKind> {
    const GAMES: &[&str] =
        &["olympic", "paralympic", "asian", "commonwealth", "european", "african", "american"];
    let head = fold(text.tokens[run.end - 1].text);
    let before = run.clone().nth_back(1).map(|at| &text.tokens[at]);
    let is_before = |classes| before.is_some_and(|word| word.is(classes));
    let is_after = |words: &[&str]| before.is_some_and(|word| words.contains(&fold(word.text).as_ref()));
    let classes = text.tokens[run.end - 1].classes;
    Some(match head.as_ref() {
        "convention" if is_before(Classes::CREED) || is_after(&["national", "party"]) => EntityKind::Event,
        "deal" | "pact" if run.len() == 2 && is_before(Classes::GIVEN_NAME) => return None,
        "conference" if is_after(&["news", "press"]) => return None,
        "conference" if is_before(Classes::CREED) || before.is_some() && extended > run.end => {
            EntityKind::Organization
        }
        "games" if !is_after(GAMES) => return None,
        _ if classes.has(Classes::AGREEMENT) => EntityKind::Agreement,
        _ if classes.has(Classes::EVENT) => EntityKind::Event,
        _ if classes.has(Classes::ORGANIZATION) => EntityKind::Organization,
        _ => EntityKind::Place,
    })
}

/// "Lake Victoria", "Mount Damavand"
fn place_by_first_word(text: &Text<'_>, run: &Run) -> Option<(Range<usize>, EntityKind)> {
    let first = text.tokens[run.tokens.start].text;
    let is_place = matches!(first, "Lake" | "Mount" | "Cape" | "Fort" | "Camp" | "Port") && !run.is_titled;
    (is_place && (2..=3).contains(&run.tokens.len())).then(|| (run.tokens.clone(), EntityKind::Place))
}

/// How far a name goes on after its head: "of the Islamic Republic of Iran", "on the Foundations of … and …".
fn extension(text: &Text<'_>, matches: &[Match], head_end: usize) -> usize {
    const LONGEST: usize = 14;
    let head = &text.tokens[head_end - 1];
    let mut end = head_end;
    while end - head_end < LONGEST {
        let Some(link) = text.beside(head_end - 1, Some(end)).filter(|link| link.gap == Gap::Space) else {
            break;
        };
        let may_link = match link.text {
            "of" => true,
            "for" => FOR_PURPOSES.contains(head.text) && end == head_end,
            "on" => head.is(Classes::AGREEMENT.or(Classes::EVENT)) || head.text.starts_with("Com"),
            "and" => end > head_end,
            _ => false,
        };
        let mut next = end + 1;
        if link.text != "and"
            && matches!(text.beside(head_end - 1, Some(next)), Some(token) if token.text == "the")
        {
            next += 1;
        }
        let stop = part_end(text, matches, head_end - 1, next, link.text == "and");
        if !may_link || stop == next {
            break;
        }
        end = stop;
    }
    end
}

/// The end of the capitalised words from `from` on that may be part of a longer name.
fn part_end(text: &Text<'_>, matches: &[Match], beside: usize, from: usize, is_second: bool) -> usize {
    let other = Classes::CALENDAR.or(Classes::TITLE).or(Classes::OFFICE);
    if is_second && match_around(matches, from).is_some() {
        return from;
    }
    if let Some(found) = match_around(matches, from).filter(|found| found.tokens.start == from) {
        return found.tokens.end;
    }
    let mut end = from;
    while text.beside(beside, Some(end)).is_some_and(|token| {
        let joined = if end == from { token.gap == Gap::Space } else { token.gap.joins() };
        token.is_capitalised() && joined && !token.is(other)
    }) {
        end += 1;
    }
    if is_second && end > from && text.tokens[end - 1].is(HEADS) { from } else { end }
}
