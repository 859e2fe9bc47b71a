//! What the words around a name say about it: people speak and have ages, places are where things happen.
//! Points are added over all places where an article has the same words. Cost: a few words a run.

use super::offices::match_around;
use super::patterns::{Match, Meaning};
use super::runs::Run;
use super::tokens::{Case, Gap, Text, Token};
use super::vocabulary::Classes;
use crate::ingest::EntityKind;

/// Points for a person and for a place. What reaches [`ENOUGH`] is taken, if the other does not come near.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    person: i32,
    /// The most that one occurrence earned: "from" ten times is no place yet.
    place: i32,
    /// Occurrences that earned points for a place, and those that did not.
    as_place: i32,
    otherwise: i32,
    /// Occurrences of a lone word that speaks as people do.
    speaks: i32,
    /// Of these, the ones soon followed by "he" or "she".
    human: i32,
}

/// One clear sign is enough, a weak one is not.
const ENOUGH: i32 = 2;

impl Tally {
    pub(super) fn add(&mut self, other: Tally) {
        self.person += other.person;
        self.place = self.place.max(other.place);
        self.as_place += other.as_place;
        self.otherwise += other.otherwise;
        self.speaks += other.speaks;
        self.human += other.human;
    }

    pub(super) fn kind(&self, words: usize) -> Option<EntityKind> {
        match () {
            () if words == 1
                && self.speaks >= ENOUGH
                && self.human > 0
                && self.person >= 0
                && self.place <= 0 =>
            {
                Some(EntityKind::Person)
            }
            () if self.person >= ENOUGH && self.person > self.place && words <= 6 => Some(EntityKind::Person),
            () if self.place >= ENOUGH
                && self.place > self.person
                && self.as_place >= self.otherwise
                && words <= 3 =>
            {
                Some(EntityKind::Place)
            }
            () => None,
        }
    }
}

/// The points that one run earns where it stands.
pub(super) fn tally(text: &Text<'_>, matches: &[Match], run: &Run) -> Tally {
    let place = place(text, matches, run);
    let as_place = i32::from(place > 0);
    let speaks = speaks(text, run);
    let human = if speaks > 0 && is_human(text, run.tokens.end) { 1 } else { 0 };
    let mut tally =
        Tally { person: person(text, matches, run), place, as_place, otherwise: 1 - as_place, speaks, human };
    let words = &text.tokens[run.tokens.clone()];
    let institution = Classes::ORGANIZATION.or(Classes::AGREEMENT).or(Classes::EVENT);
    if words.iter().any(|word| word.is(institution) && !word.is(Classes::GIVEN_NAME)) {
        tally.person -= 4;
        tally.place -= 4;
    }
    let common = words.iter().filter(|word| is_common(text, word)).count() as i32;
    tally.person -= 2 * common;
    tally.place -= common;
    tally
}

/// One for a lone word that is the subject of a verb of speech and stands without "the".
fn speaks(text: &Text<'_>, run: &Run) -> i32 {
    let (start, last) = (run.tokens.start, run.tokens.end - 1);
    let the = text.before(start).is_some_and(|before| matches!(before.text, "the" | "The"));
    let says = text
        .after(last)
        .is_some_and(|next| next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised());
    i32::from(says && !the && run.tokens.len() == 1 && text.tokens[start].case == Case::Capital)
}

/// Whether "he" or "she" stands shortly after.
fn is_human(text: &Text<'_>, from: usize) -> bool {
    const SOON: usize = 40;
    let until = text.tokens.len().min(from + SOON);
    text.tokens[from..until]
        .iter()
        .any(|token| matches!(token.text, "he" | "He" | "she" | "She" | "his" | "her"))
}

fn is_common(text: &Text<'_>, word: &Token<'_>) -> bool {
    let listed = Classes::COMMON.or(Classes::CREED).or(Classes::MODIFIER).or(Classes::NO_NAME);
    let name = Classes::GIVEN_NAME.or(Classes::PARTICLE);
    !word.is(name) && !word.is_initial() && (word.is(listed) || text.has_lower(word.id))
}

fn person(text: &Text<'_>, matches: &[Match], run: &Run) -> i32 {
    let tokens = &run.tokens;
    let words = &text.tokens[tokens.clone()];
    let mut points = 0;
    if run.is_titled {
        points += 4;
    }
    if words.len() < 2 || words[words.len() - 1].is_initial() {
        return points;
    }
    let has_given = words[0].is(Classes::GIVEN_NAME);
    let has_initial = words[..words.len() - 1].iter().any(Token::is_initial);
    let has_particle = words[1..].iter().any(|word| word.is(Classes::PARTICLE) && !word.is_capitalised());
    points += if has_given { 3 } else { 0 };
    points += if has_initial { 3 } else { 0 };
    points += if has_particle { 1 } else { 0 };
    points + if words.len() <= 4 { around_person(text, matches, run) } else { 0 }
}

/// "… said", "activist …", "…, 45,", "…, an analyst", "…, who", "…'s lawyer".
fn around_person(text: &Text<'_>, matches: &[Match], run: &Run) -> i32 {
    let mut points = 0;
    let last = run.tokens.end - 1;
    if text.before(run.tokens.start).is_some_and(|before| {
        text.tokens[run.tokens.start].gap == Gap::Space
            && before.is(Classes::CALLING)
            && !before.is_capitalised()
    }) {
        points += 3;
    }
    if let Some(next) = text.after(last) {
        let speaks = next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised();
        points += if speaks { 2 } else { 0 };
        let kin = next.gap == Gap::Possessive && next.is(Classes::CALLING);
        points += if kin { 2 } else { 0 };
        if next.gap == Gap::Comma {
            let age = next.text.len() == 2 && next.text.bytes().all(|byte| byte.is_ascii_digit());
            let who = matches!(next.text, "who" | "whose");
            points += if age || who { 3 } else { 0 };
            points += if apposed_calling(text, matches, last + 1) { 3 } else { 0 };
        }
    }
    points
}

/// Whether the words after a comma are "a …", "the …" or "Iran's …" with a calling or office before the next comma.
fn apposed_calling(text: &Text<'_>, matches: &[Match], from: usize) -> bool {
    const NEAR: usize = 8;
    let first = &text.tokens[from];
    let article = matches!(first.text, "a" | "an" | "the");
    let calling = Classes::CALLING.or(Classes::OFFICE);
    let is_bare =
        first.is(calling.or(Classes::MODIFIER).or(Classes::FORMER)) || match_around(matches, from).is_some();
    if !(article || is_bare) {
        return false;
    }
    for at in from..from + NEAR {
        let Some(token) = text.beside(from, Some(at)) else { return false };
        if at > from && !matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Possessive) {
            return false;
        }
        if token.is(calling) {
            return true;
        }
        if token.is(Classes::LINK.or(Classes::VERB)) && at > from {
            return false;
        }
    }
    false
}

fn place(text: &Text<'_>, matches: &[Match], run: &Run) -> i32 {
    let (start, last) = (run.tokens.start, run.tokens.end - 1);
    let qualifies = text.after(last).is_some_and(|next| {
        next.gap == Gap::Space
            && !next.is_capitalised()
            && !next.is(Classes::COMMON.or(Classes::VERB).or(Classes::SETTLEMENT))
    });
    let acts = text
        .after(last)
        .is_some_and(|next| next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised());
    if qualifies || acts {
        return 0;
    }
    let mut points = 0;
    if let Some(before) = text.before(start).filter(|_| text.tokens[start].gap == Gap::Space) {
        let is_direct = before.is(Classes::LOCATIVE) && !before.is_capitalised();
        points += if is_direct { locative_points(before.text) } else { 0 };
        let of_settlement =
            before.text == "of" && before_last(text, start).is_some_and(|word| word.is(Classes::SETTLEMENT));
        points += if of_settlement { 3 } else { 0 };
    }
    if let Some(next) = text.after(last) {
        let in_country = next.gap == Gap::Comma && is_place(matches, last + 1);
        points += if in_country { 2 } else { 0 };
        let based = next.gap == Gap::Hyphen && next.text == "based";
        let settlement = next.gap == Gap::Space && next.is(Classes::SETTLEMENT) && !next.is_capitalised();
        points += if based || settlement { 2 } else { 0 };
    }
    points
}

fn locative_points(word: &str) -> i32 {
    match word {
        "in" | "near" => 2,
        _ => 1,
    }
}

fn before_last<'t>(text: &'t Text<'_>, start: usize) -> Option<&'t Token<'t>> {
    text.beside(start, start.checked_sub(2))
}

fn is_place(matches: &[Match], at: usize) -> bool {
    let form = crate::analysis::Form::Name;
    match_around(matches, at)
        .is_some_and(|found| matches!(found.meanings.first(), Some(Meaning::Name(_, f)) if *f == form))
}
