//! Whether two passages count one thing and come to different numbers.
//!
//! Two numbers of one unit in passages that tell the same are seldom the same count: "killed 12 people" and "12 people were hurt". They
//! are taken for one where they stand in one place of the same wording, or where enough is the same around both: words and
//! names, what is counted, and that people died, were hurt or are missing. An article that gives the other's number too speaks
//! of two counts.

use super::chronology::sure_day;
use super::context::{near, share_context, words_before};
use super::evidence::Unit;
use super::opposites::are_opposites;
use super::slots::Slots;
use super::values::{common_dates, dates_conflict, people_conflict, same_number};
use crate::analysis::Number;
use crate::text::{Span, WordList, fold, words};

/// What has to be the same around two numbers: a thing counts 1, what is counted 1, casualties 2.
const ENOUGH: usize = 3;

/// Two accounts of one count seldom lie so many times apart, casualties excepted: they rise from hour to hour.
const MOST_TIMES: f64 = 1.5;
const MOST_TIMES_OF_CASUALTIES: f64 = 2.0;

/// Counts of things so near each other are one count more often: that counts 1.
const LITTLE_APART: f64 = 1.3;

/// A count changes within so many days, where the passages share no date.
const SAME_NEWS_DAYS: i64 = 3;

/// Numbers given as about so many are the same within this share of themselves.
const ROUNDED: f64 = 0.1;

/// Things that are fewer have been counted one by one, unless it says "about".
const LEAST_ROUND: f64 = 100.0;

/// Units that measure and count nothing by themselves; currencies are written in capitals.
const MEASURES: WordList = WordList::of(
    "basis day degree foot hour kilometer meter mile minute month percent percentage point state time \
     week year",
);

/// What words begin with that say who died, who was hurt and who is missing.
const CASUALTIES: [WordList; 3] =
    [WordList::of("dead death died fatal kill"), WordList::of("hurt injur wound"), WordList::of("missing")];

/// How many words beside a number say what happened to those it counts.
const CASUALTY_REACH: usize = 3;

/// Words of a part of a count, or of what is beyond it.
pub(super) const PARTIAL: WordList = WordList::of("additional another more new other remaining");

const ABOUT: WordList =
    WordList::of("about almost approached approaching around fewer less nearly roughly some");

/// With one of these a number is the least that it may be.
const LEAST: WordList = WordList::of("least more over");

/// The numbers that differ, one of either unit each.
pub(super) fn differing_counts(a: &Unit, b: &Unit, slots: Option<&Slots>) -> Vec<[Span; 2]> {
    if dates_conflict(&a.dates(), &b.dates()) < 1.0 || are_far_apart(a, b) {
        return Vec::new();
    }
    let (first, second) = (lone(a, b), lone(b, a));
    let mut found = Vec::new();
    for (x, counted) in &first {
        let rivals = first.iter().filter(|it| it.1 == *counted).count();
        let partners: Vec<_> = second.iter().filter(|it| it.1 == *counted).map(|it| it.0).collect();
        if let (1, [y]) = (rivals, partners.as_slice())
            && !agree(a, x, b, y)
            && !is_passing(a, x)
            && !is_passing(b, y)
            && !go_opposite_ways(a, b)
            && (slots.is_some_and(|slots| slots.is_one(x.span, y.span)) || is_one_count(a, x, b, y, counted))
        {
            found.push([x.span, y.span]);
        }
    }
    found
}

/// Whether the articles were published too far apart for a count that may have changed.
fn are_far_apart(a: &Unit, b: &Unit) -> bool {
    let days = [a, b].map(|unit| sure_day(unit.article.document.article));
    let [Some(x), Some(y)] = days else { return false };
    (x - y).whole_days().abs() > SAME_NEWS_DAYS && common_dates(a, b).is_empty()
}

/// The numbers of `unit` that `other` does not have, each with what it counts.
fn lone<'a>(unit: &Unit<'_, 'a>, other: &Unit) -> Vec<(&'a Number, String)> {
    let others = other.numbers();
    let apart = unit.numbers().into_iter().filter(|x| !others.iter().any(|y| same_number(x, y)));
    apart.filter_map(|number| Some((number, counted(unit, number)?))).collect()
}

/// The unit, or the word behind: "30 million Americans".
pub(super) fn counted(unit: &Unit, number: &Number) -> Option<String> {
    if !number.unit.is_empty() {
        return Some(number.unit.clone());
    }
    let text = unit.article.text();
    let mut tokens = unit.profiles().iter().flat_map(|sentence| &sentence.tokens);
    let next = tokens.find(|token| token.span.start >= number.span.end)?;
    let gap = text.get(number.span.end as usize..next.span.start as usize)?;
    (next.is_telling && gap == " ").then(|| fold(next.span.of(text)).into_owned())
}

/// How many times the one number the other is, 1 or more.
pub(super) fn ratio(x: &Number, y: &Number) -> f64 {
    let (x, y) = (x.value.abs(), y.value.abs());
    x.max(y) / x.min(y)
}

/// Whether an article gives the number anywhere.
pub(super) fn knows(unit: &Unit, number: &Number) -> bool {
    unit.article.document.reading.numbers.iter().any(|known| same_number(known, number))
}

pub(super) fn is_measure(counted: &str) -> bool {
    counted.starts_with(char::is_uppercase)
        || MEASURES.contains(counted.split(' ').next().unwrap_or_default())
}

fn is_one_count(a: &Unit, x: &Number, b: &Unit, y: &Number, counted: &str) -> bool {
    let ratio = ratio(x, y);
    let is_measure = is_measure(counted);
    let casualties = !is_measure && share_casualties(a, x, b, y);
    let most = if casualties { MOST_TIMES_OF_CASUALTIES } else { MOST_TIMES };
    let is_near = ratio <= LITTLE_APART && !is_measure;
    let given = usize::from(!is_measure) + 2 * usize::from(casualties) + usize::from(is_near);
    is_whole(a, x)
        && is_whole(b, y)
        && ratio <= most
        && share_context(a, x.span, b, y.span, ENOUGH.saturating_sub(given))
        && !knows(a, y)
        && !knows(b, x)
        && people_conflict(a, b) == 1.0
}

/// Whether both numbers count those who died, were hurt or are missing: "12 people were killed", "12 missing-person reports".
fn share_casualties(a: &Unit, x: &Number, b: &Unit, y: &Number) -> bool {
    let has = |unit: &Unit, number: &Number, listed: WordList| {
        let text = unit.article.text();
        let counted = number.span.of(text);
        let beside = near(unit, number.span, CASUALTY_REACH);
        listed.iter().any(|start| {
            counted.contains(start) || beside.iter().any(|token| token.span.of(text).starts_with(start))
        })
    };
    CASUALTIES.iter().any(|listed| has(a, x, *listed) && has(b, y, *listed))
}

/// Whether one passage has a word that says the contrary of a word of the other: "up 5.8 points", "down 7.9 points".
pub(super) fn go_opposite_ways(a: &Unit, b: &Unit) -> bool {
    let told = [a, b].map(|unit| words(unit.span().of(unit.article.text())));
    let folded = told.each_ref().map(|words| words.iter().map(|word| fold(word.text)).collect::<Vec<_>>());
    let [first, second] = &folded;
    let apart = |x: &str, y: &str| !second.iter().any(|it| it == x) && !first.iter().any(|it| it == y);
    first.iter().any(|x| second.iter().any(|y| apart(x, y) && are_opposites(x, y)))
}

/// Whether a number may stand for all that is counted: not "17-year-old", whose age it is only the name says, "two other
/// friends" or "14 students and three teachers".
pub(super) fn is_whole(unit: &Unit, number: &Number) -> bool {
    let text = unit.article.text();
    let is_verb = |word: &str| word.ends_with("ed") || word.ends_with("ing");
    let behind =
        text.get(number.span.end as usize..).unwrap_or("").trim_start_matches(['-', ' ', '\u{2011}']);
    let with_others =
        behind.strip_prefix("and ").is_some_and(|rest| !is_verb(rest.split(' ').next().unwrap_or("")));
    let is_part =
        || words(number.span.of(text)).iter().any(|word| PARTIAL.contains(fold(word.text).as_ref()));
    !behind.starts_with("old") && !with_others && !is_part()
}

/// "photo 6 of 7", and "the next three days", which are others from each day on.
pub(super) fn is_passing(unit: &Unit, number: &Number) -> bool {
    let before = unit.article.text().get(..number.span.start as usize).unwrap_or("");
    let of = before.strip_suffix(" of ").is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    of || words_before(unit, number.span, 1, const { WordList::of("last next past") })
}

/// Whether two numbers may be one: given in fewer digits, as about so many, or as so many at least by one of the articles.
pub(super) fn agree(a: &Unit, x: &Number, b: &Unit, y: &Number) -> bool {
    let near = |unit: &Unit, number: &Number, listed: WordList| words_before(unit, number.span, 2, listed);
    let apart = (x.value - y.value).abs();
    let rounded = ROUNDED * x.value.abs().max(y.value.abs());
    let (low, low_unit, high, high_unit) = if x.value < y.value { (x, a, y, b) } else { (y, b, x, a) };
    let is_floor = near(low_unit, low, LEAST) && !near(high_unit, high, LEAST);
    is_less_exact(x, y)
        || is_less_exact(y, x)
        || ((near(a, x, ABOUT) || near(b, y, ABOUT)) && apart <= rounded)
        || (is_floor && apart < rounded.max(step(low)))
}

/// Whether `x` is `y` given in fewer digits: 1.2 billion for 1.19 billion.
fn is_less_exact(x: &Number, y: &Number) -> bool {
    let apart = (x.value - y.value).abs();
    let is_counted = x.value < LEAST_ROUND && x.value.fract() == 0.0 && !is_measure(&x.unit);
    !is_counted && apart < step(x) / 2.0 && apart <= ROUNDED * x.value.abs()
}

/// The greatest power of ten that a number is a multiple of: 10 for 170; a thousandth at the least.
fn step(x: &Number) -> f64 {
    let is_multiple = |step: f64| {
        let times = x.value / step;
        (times - times.round()).abs() <= 1e-9 * times.abs()
    };
    let mut step = 1e-3;
    while is_multiple(10.0 * step) && 10.0 * step <= x.value.abs() {
        step *= 10.0;
    }
    step
}
