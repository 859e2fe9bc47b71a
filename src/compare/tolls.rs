//! How many died, were hurt or are missing: what a number counts by the words that say what happened to them.
//!
//! "Killed 12 people and injured 30", "12 were found dead", "the death toll rose to 12". Only words that belong to the number count, so
//! that 12 are never the hurt. English only, since the lists are. Cost: a look at a dozen words beside each number.

use super::profile::{ArticleProfile, SentenceProfile, Token, language};
use super::stop_words::is_english;
use crate::analysis::Number;
use crate::text::{WordList, fold};

/// What happened to those whom a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Dead,
    Hurt,
    Missing,
}

/// How many people met a fate.
pub(super) struct Toll<'a> {
    /// The place of its sentence in the article.
    pub sentence: usize,
    pub number: &'a Number,
    pub fate: Fate,
    /// What they are, where it says more than that they are people: `officer`.
    pub who: String,
}

impl Toll<'_> {
    /// Whether another tells the same of people of the same kind.
    pub fn is_like(&self, other: &Toll) -> bool {
        self.fate == other.fate && self.who == other.who
    }
}

/// Right before a number they say what was done to those it counts, right behind it what happened to them.
const STRIKING: [(Fate, WordList); 2] = [
    (Fate::Dead, WordList::of("kill killed killing kills murdered")),
    (Fate::Hurt, WordList::of("hurt hurting injured injures injuring wounded wounding wounds")),
];
const STRUCK: [(Fate, WordList); 3] = [
    (Fate::Dead, WordList::of("dead deaths died fatalities killed murdered perished")),
    (Fate::Hurt, WordList::of("hurt injured injuries wounded")),
    (Fate::Missing, WordList::of("missing unaccounted")),
];

/// Of these no "were" has to stand in front: nobody can be the one who did it.
const SUFFERED: WordList = WordList::of("dead deaths died fatalities injuries missing perished unaccounted");

/// Words between what was done and the number.
const QUALIFYING: WordList = WordList::of(
    "a about almost an around as at between estimated fewer least lives many more nearly of over roughly some than the to total up",
);

/// Words between those counted and what happened to them.
const BEING: WordList = WordList::of(
    "also are be been being believed confirmed feared had has have is reported reportedly was were",
);

/// With one of these something else begins.
const ENDING: WordList = WordList::of(
    "a an and as because but by he her his including it or she than that the they to which who whose with",
);

/// Behind "12 people killed" these show that the twelve did not kill.
const CIRCUMSTANCE: WordList =
    WordList::of("and as at by during in last near on outside over since this was were when while");

const DEATHS_OF: WordList = WordList::of("death deaths killing killings massacre murder murders");

/// Units that say only that people are counted.
const ANYBODY: WordList = WordList::of(
    " casualty dead death fatality injured injury life missing other others people person victim wounded",
);

const NOBODY: WordList = WordList::of(
    "attack bomb count day degree foot hour inch kilometer meter mile minute month percent percentage point rocket second shot time week \
     year",
);

/// Words of matter that may stand between the number and what happened: "12 young Norwegian skiers".
const MOST_BETWEEN: usize = 3;
const REACH: usize = 7;

/// How many words before a number the word "toll" may stand.
const TOLL_REACH: usize = 6;

/// All tolls of an article, in the order of the text.
pub(super) fn tolls<'a>(article: &ArticleProfile<'a>) -> Vec<Toll<'a>> {
    let mut found = Vec::new();
    if !is_english(language(&article.document)) {
        return found;
    }
    for (sentence, profile) in article.sentences.iter().enumerate() {
        for number in article.numbers(profile) {
            let unit = number.unit.split(' ').next().unwrap_or_default();
            let counts =
                number.value >= 1.0 && !unit.starts_with(char::is_uppercase) && !NOBODY.contains(unit);
            let around = Around { text: article.text(), sentence: profile, number };
            if let Some((fate, who)) = around.fate().filter(|_| counts) {
                found.push(Toll { sentence, number, fate, who });
            }
        }
    }
    found
}

/// A number in its sentence.
struct Around<'s> {
    text: &'s str,
    sentence: &'s SentenceProfile,
    number: &'s Number,
}

impl Around<'_> {
    fn word(&self, token: &Token) -> String {
        fold(token.span.of(self.text)).into_owned()
    }

    /// Whether nothing but a space divides two places.
    fn adjoin(&self, end: u32, start: u32) -> bool {
        self.text.get(end as usize..start as usize) == Some(" ")
    }

    fn fate(&self) -> Option<(Fate, String)> {
        let tokens = &self.sentence.tokens;
        let span = self.number.span;
        let from = tokens.partition_point(|token| token.span.start < span.start);
        let to = tokens.partition_point(|token| token.span.start < span.end);
        let own = tokens[from..to].iter().find_map(|token| listed(&STRUCK, &self.word(token)));
        if let Some(fate) = own {
            let who = &self.number.unit;
            return Some((fate, if ANYBODY.contains(who) { String::new() } else { who.clone() }));
        }
        let fate = self.behind(&tokens[to..]).or_else(|| self.before(&tokens[..from]))?;
        Some((fate, self.who(&tokens[to..])))
    }

    fn who(&self, behind: &[Token]) -> String {
        let next = || {
            let next =
                behind.first().filter(|it| it.is_telling && self.adjoin(self.number.span.end, it.span.start));
            next.map_or_else(String::new, |next| self.word(next))
        };
        let who = if self.number.unit.is_empty() { next() } else { self.number.unit.clone() };
        if ANYBODY.contains(&who) || listed(&STRUCK, &who).is_some() { String::new() } else { who }
    }

    fn before(&self, tokens: &[Token]) -> Option<Fate> {
        let mut end = self.number.span.start;
        for (back, token) in tokens.iter().rev().take(REACH).enumerate() {
            let word = self.word(token);
            let is_toll = || {
                tokens.len() > back + 1 && DEATHS_OF.contains(&self.word(&tokens[tokens.len() - back - 2]))
            };
            if !self.adjoin(token.span.end, end) {
                break;
            } else if word == "of" && is_toll() {
                return Some(Fate::Dead);
            } else if let Some(fate) = listed(&STRIKING, &word) {
                return Some(fate);
            } else if !QUALIFYING.contains(&word) {
                break;
            }
            end = token.span.start;
        }
        let mut near = tokens.iter().rev().take(TOLL_REACH).map(|token| self.word(token));
        let other =
            |word: &String| word.starts_with(|c: char| c.is_ascii_digit()) || word == "from" || word == "and";
        near.find(|word| word == "toll" || other(word)).filter(|word| word == "toll").map(|_| Fate::Dead)
    }

    fn behind(&self, mut tokens: &[Token]) -> Option<Fate> {
        let mut end = self.number.span.end;
        // "12 people, including three children, were killed"
        let aside = tokens.first().filter(|it| {
            it.span.start == end + 2 && matches!(self.word(it).as_str(), "including" | "most" | "mostly")
        });
        if aside.is_some() {
            let divided = |pair: &[Token]| pair[0].span.end + 1 < pair[1].span.start;
            tokens = &tokens[1 + tokens.windows(2).position(divided)?..];
            end = tokens.first()?.span.start - 1;
        }
        let mut has_being = false;
        for (at, token) in tokens.iter().take(REACH).enumerate() {
            let word = self.word(token);
            if !self.adjoin(end, token.span.start) {
                return None;
            } else if let Some(fate) = listed(&STRUCK, &word) {
                let next = tokens.get(at + 1).filter(|next| self.adjoin(token.span.end, next.span.start));
                let is_struck = has_being
                    || SUFFERED.contains(&word)
                    || next.is_none_or(|next| CIRCUMSTANCE.contains(&self.word(next)));
                return is_struck.then_some(fate);
            } else if BEING.contains(&word) {
                has_being = true;
            } else if has_being && !word.ends_with("ly")
                || aside.is_some() && !has_being
                || at >= MOST_BETWEEN
                || ENDING.contains(&word)
                || word.starts_with(|c: char| c.is_ascii_digit())
            {
                return None;
            }
            end = token.span.end;
        }
        None
    }
}

fn listed(lists: &[(Fate, WordList)], word: &str) -> Option<Fate> {
    lists.iter().find(|it| it.1.contains(word)).map(|it| it.0)
}

/// Whether a word belongs to a toll, and says nothing of what it is the toll of.
pub(super) fn tells_of_toll(word: &str, toll: &Toll) -> bool {
    let word = fold(word);
    let word = word.as_ref();
    listed(&STRIKING, word).is_some()
        || listed(&STRUCK, word).is_some()
        || DEATHS_OF.contains(word)
        || matches!(word, "people" | "attack" | "attacks")
        || !toll.who.is_empty() && word.starts_with(&toll.who)
}
