//! Numbers that two articles on one event give for one thing, and not the same: the toll, a person's age, counts.
//!
//! Sentences that give a number in passing ("It has killed at least 25 people") share little else, so that they are never aligned. Here
//! the whole articles are asked. Of tolls the first that is not of an earlier event is the event's; an age belongs to its person;
//! other counts need enough of the same around both, the less the nearer they lie: 1,712 and 1,743 delegates are seldom two counts. Cost:
//! every number with every number of the other article, and a look around those of one unit.

use super::align::Alignment;
use super::chronology::sure_day;
use super::context::{shared, shared_around, words_before};
use super::counts::{
    PARTIAL, agree, counted, go_opposite_ways, is_measure, is_passing, is_whole, knows, ratio,
};
use super::evidence::{PairWeights, Unit};
use super::profile::{ArticleProfile, Feature};
use super::tolls::{Fate, Toll, tells_of_toll, tolls};
use super::values::{dates_conflict, people_conflict};
use crate::analysis::{Form, Number};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Span, WordList};
use std::ops::Range;

/// Articles on one event are published within so many days.
const SAME_NEWS_DAYS: i64 = 3;

/// What happened so many days before an article is no part of its event.
const HISTORY_DAYS: i64 = 31;

/// Tolls of one event lie at most so many times apart.
const MOST_TIMES: f64 = 2.0;

/// What two sentences that give a toll share beside it. Less is enough where the headlines share as much and both stand near the
/// beginning, or where the headlines share more and the tolls lie nearer each other.
const LEAST_SHARED: f32 = 2.0;
const NEAR_BEGINNING: usize = 12;
const MUCH_SHARED: f32 = 4.0;
const FEW_TIMES: f64 = 1.5;

/// How near the tolls of two places come to that of both: "31 in Karsk and Gori", "20 in Karsk" and "ten in Gori".
/// A part is at least such a share, or they come to it exactly.
const SUMMED: f64 = 0.1;
const PART: f64 = 0.2;

/// How many times apart two other counts may lie, and the weight of what stands around both: enough with so many things (more for what is
/// measured) or with the odds of telling the same, less with better odds or nearer each other, hardly any for large numbers that
/// all but agree.
const COUNT_TIMES: f64 = 1.3;
const LEAST_AROUND: f32 = 3.5;
const LEAST_THINGS: usize = 2;
const LEAST_MEASURED: usize = 3;
const LEAST_ODDS: f32 = -0.5;
const LITTLE_AROUND: f32 = 2.2;
const GOOD_ODDS: f32 = 1.0;
const NEAR_TIMES: f64 = 1.12;
const NEAR_AROUND: f32 = 1.7;
/// News on money gives many sums.
const MONEY_ODDS: f32 = -2.0;
const LARGE: f64 = 100.0;
const HARDLY_APART: f64 = 1.03;
const ANY_AROUND: f32 = 0.4;

/// Bare numbers that may be years.
const YEARS: Range<f64> = 1900.0..2100.0;

/// A number that two articles give for one thing, and not the same.
pub(super) struct Fact {
    /// The places of the sentences in either article.
    sentences: [usize; 2],
    pub spans: [Span; 2],
    /// Whether nothing else says that the two sentences belong together.
    pub is_alone: bool,
}

impl Fact {
    fn new(sentences: [usize; 2], numbers: [&Number; 2]) -> Self {
        Self { sentences, spans: numbers.map(|number| number.span), is_alone: false }
    }

    pub fn is_in(&self, alignment: &Alignment) -> bool {
        alignment.first.contains(&self.sentences[0]) && alignment.second.contains(&self.sentences[1])
    }

    /// The two sentences as a passage of their own.
    pub fn alignment(&self, weights: &PairWeights, a: &ArticleProfile, b: &ArticleProfile) -> Alignment {
        let [first, second] = self.sentences;
        let similarity = weights.agreement(&unit(a, first), &unit(b, second)).similarity;
        Alignment { first: first..first + 1, second: second..second + 1, similarity }
    }
}

pub(super) fn differing_facts(weights: &PairWeights, a: &ArticleProfile, b: &ArticleProfile) -> Vec<Fact> {
    let days = [a, b].map(|article| sure_day(article.document.article));
    let mut found = Vec::new();
    if let [Some(x), Some(y)] = days
        && (x - y).whole_days().abs() <= SAME_NEWS_DAYS
    {
        let pair = Pair { weights, articles: [a, b], days: [x, y] };
        let tolls = [tolls(a), tolls(b)];
        pair.of_tolls(&tolls, &mut found);
        pair.of_ages(&mut found);
        pair.of_counts(&tolls, &mut found);
    }
    found
}

/// Two articles published at one time.
struct Pair<'p, 'a> {
    weights: &'p PairWeights,
    articles: [&'p ArticleProfile<'a>; 2],
    days: [time::Date; 2],
}

impl Pair<'_, '_> {
    fn weight(&self, features: &[Feature]) -> f32 {
        features.iter().map(|&feature| self.weights.of(feature)).sum()
    }

    /// Whether a sentence speaks of a day long before its article.
    fn is_history(&self, side: usize, sentence: usize) -> bool {
        let article = self.articles[side];
        let is_old = |date: time::Date| (self.days[side] - date).whole_days() > HISTORY_DAYS;
        article.dates(&article.sentences[sentence]).iter().any(|date| is_old(date.value.bounds().1))
    }

    fn of_tolls(&self, tolls: &[Vec<Toll>; 2], found: &mut Vec<Fact>) {
        let [a, b] = self.articles;
        let topic = self.weight(&shared(&a.headlines, &b.headlines));
        let (first, second) = (self.of_event(0, &tolls[0]), self.of_event(1, &tolls[1]));
        let pairs = || {
            let pairs = first.iter().flat_map(|x| second.iter().map(move |y| (*x, *y)));
            pairs.filter(|(x, y)| x.is_like(y)).map(|(x, y)| (x, y, ratio(x.number, y.number)))
        };
        if pairs().any(|(.., times)| times > MOST_TIMES) {
            return;
        }
        for (x, y, times) in pairs() {
            let (u, v) = (unit(a, x.sentence), unit(b, y.sentence));
            let begins = x.sentence.max(y.sentence) <= NEAR_BEGINNING && topic >= LEAST_SHARED;
            let is_one = || {
                self.weight(&beside(&u, &v, x)) >= LEAST_SHARED
                    || (begins || topic >= MUCH_SHARED && times <= FEW_TIMES) && !places_apart(&u, &v)
            };
            if !gives(&tolls[0], y, x)
                && !gives(&tolls[1], x, y)
                && !knows(&u, y.number)
                && !knows(&v, x.number)
                && !agree(&u, x.number, &v, y.number)
                && dates_conflict(&u.dates(), &v.dates()) > 0.6
                && is_one()
            {
                found.push(Fact::new([x.sentence, y.sentence], [x.number, y.number]));
            }
        }
    }

    /// Of each fate the first toll that is not of an earlier event, unless a later one is greater: then the first may be of a part.
    fn of_event<'t, 'a>(&self, side: usize, tolls: &'t [Toll<'a>]) -> Vec<&'t Toll<'a>> {
        let tolls: Vec<_> = tolls.iter().filter(|toll| !self.is_history(side, toll.sentence)).collect();
        let is_of_event = |at: usize| {
            let toll = tolls[at];
            !tolls[..at].iter().any(|it| it.is_like(toll))
                && !tolls[at..].iter().any(|it| it.is_like(toll) && it.number.value > toll.number.value)
                && is_plain(&unit(self.articles[side], toll.sentence), toll)
        };
        (0..tolls.len()).filter(|&at| is_of_event(at)).map(|at| tolls[at]).collect()
    }

    /// People to whom each article gives one age.
    fn of_ages(&self, found: &mut Vec<Fact>) {
        let [first, second] = self.articles.map(ages);
        let lone = |ages: &[Age], at: usize| {
            let age = &ages[at];
            let of_person = |it: &&Age| it.person == age.person;
            !ages[..at].iter().any(|it| of_person(&it))
                && ages.iter().filter(of_person).all(|it| it.number.value == age.number.value)
        };
        for x in (0..first.len()).filter(|&at| lone(&first, at)).map(|at| &first[at]) {
            for y in (0..second.len()).filter(|&at| lone(&second, at)).map(|at| &second[at]) {
                if x.person == y.person && x.number.value != y.number.value {
                    found.push(Fact::new([x.sentence, y.sentence], [x.number, y.number]));
                }
            }
        }
    }

    /// Counts of one thing with the same around both, of which either has no second match.
    fn of_counts(&self, tolls: &[Vec<Toll>; 2], found: &mut Vec<Fact>) {
        let [first, second] = self.articles.map(counts);
        let fate = |side: usize, number: &Number| {
            tolls[side].iter().find(|toll| toll.number.span == number.span).map(|toll| toll.fate)
        };
        let mut matches = Vec::new();
        for x in &first {
            for y in &second {
                let (value, other) = (x.number.value, y.number.value);
                if value == other || value * other <= 0.0 || ratio(x.number, y.number) > COUNT_TIMES {
                    continue;
                }
                let bare = if x.what.is_empty() { &y.what } else { &x.what };
                let is_one_thing =
                    x.what == y.what || (x.what.is_empty() || y.what.is_empty()) && !is_measure(bare);
                if is_one_thing
                    && fate(0, x.number) == fate(1, y.number)
                    && let Some(weight) = self.around(x, y)
                {
                    let fact = Fact::new([x.sentence, y.sentence], [x.number, y.number]);
                    matches.push(Match { fact, values: [value, other], what: bare, weight });
                }
            }
        }
        let is_best = |it: &Match| matches.iter().all(|other| !it.yields_to(other));
        let best: Vec<bool> = matches.iter().map(is_best).collect();
        found.extend(matches.into_iter().zip(best).filter(|it| it.1).map(|it| it.0.fact));
    }

    /// The weight of what stands around two counts of one thing; `None` where they may be of two.
    fn around(&self, x: &Count, y: &Count) -> Option<f32> {
        let (a, b) = (&unit(self.articles[0], x.sentence), &unit(self.articles[1], y.sentence));
        let (x, y, what) = (x.number, y.number, [&x.what, &y.what]);
        if agree(a, x, b, y) || knows(a, y) || knows(b, x) {
            return None;
        }
        let around = shared_around(a, x.span, b, y.span)?;
        let weight = self.weight(&around);
        let times = ratio(x, y);
        let is_share = what[0].starts_with("percent");
        let is_large =
            x.value.abs().min(y.value.abs()) >= LARGE && ![x, y].iter().any(|it| YEARS.contains(&it.value));
        let hardly_apart = is_large && times <= HARDLY_APART && weight >= ANY_AROUND;
        let is_bare = what.iter().all(|what| what.is_empty());
        let odds = self.weights.agreement(a, b).log_odds();
        let is_thing = match what[0].as_str() {
            "state" => true,
            what if what.starts_with(char::is_uppercase) => odds >= MONEY_ODDS,
            what => !is_bare && !is_measure(what),
        };
        let near = is_thing && what[0] == what[1] && times <= NEAR_TIMES && weight >= NEAR_AROUND;
        let things = if is_measure(what[0]) || is_bare { LEAST_MEASURED } else { LEAST_THINGS };
        let is_one = (hardly_apart || near) && !is_share
            || weight >= LEAST_AROUND && (around.len() >= things || odds >= LEAST_ODDS)
            || weight >= LITTLE_AROUND && odds >= GOOD_ODDS;
        let holds = is_one
            && !go_opposite_ways(a, b)
            && [(a, x), (b, y)]
                .iter()
                .all(|(unit, number)| is_whole(unit, number) && !is_passing(unit, number))
            && self.is_history(0, a.sentences.start) == self.is_history(1, b.sentences.start)
            && dates_conflict(&a.dates(), &b.dates()) == 1.0
            && people_conflict(a, b) == 1.0;
        holds.then_some(weight)
    }
}

/// Two counts of one thing.
struct Match<'w> {
    fact: Fact,
    values: [f64; 2],
    what: &'w str,
    weight: f32,
}

impl Match<'_> {
    /// Whether another says as much with more around it, or one of the two counts has another match too.
    fn yields_to(&self, other: &Self) -> bool {
        let same = [0, 1].map(|side| self.values[side] == other.values[side]);
        self.what == other.what && (same[0] != same[1] || same == [true; 2] && other.weight > self.weight)
    }
}

fn unit<'p, 'a>(article: &'p ArticleProfile<'a>, sentence: usize) -> Unit<'p, 'a> {
    Unit::new(article, sentence..sentence + 1)
}

/// Whether tolls hold `toll`, or one that is `toll` together with `part`.
fn gives(tolls: &[Toll], toll: &Toll, part: &Toll) -> bool {
    let (all, part) = (toll.number.value, part.number.value);
    let mut values = tolls.iter().filter(|it| it.fate == toll.fate).map(|it| it.number.value);
    values.any(|value| {
        let apart = (value + part - all).abs();
        value == all || apart == 0.0 || value >= PART * all && apart <= SUMMED * all
    })
}

/// Whether a toll is one number for all: not "dozens", "between 150 and 176" or "two others".
fn is_plain(unit: &Unit, toll: &Toll) -> bool {
    let text = unit.article.text();
    let span = toll.number.span;
    let behind = text.get(span.end as usize..).unwrap_or_default();
    let before = text.get(..span.start as usize).unwrap_or_default();
    let is_digit = |c: char| c.is_ascii_digit();
    let is_range = words_before(unit, span, 3, const { WordList::of("between") })
        || ["to", "or", "-", "\u{2013}"].iter().any(|to| {
            let lower = before.trim_end().strip_suffix(to);
            let upper = behind.trim_start().strip_prefix(to);
            lower.is_some_and(|lower| lower.trim_end().ends_with(is_digit))
                || upper.is_some_and(|upper| upper.trim_start().starts_with(is_digit))
        });
    let next = behind.trim_start().split(' ').next().unwrap_or_default();
    let is_part = || words_before(unit, span, 1, PARTIAL) || matches!(next, "other" | "others" | "more");
    !is_range
        && !span.of(text).contains("dozen")
        && is_whole(unit, toll.number)
        && (toll.fate != Fate::Dead || !is_part())
}

/// What two sentences share beside the toll.
fn beside(a: &Unit, b: &Unit, toll: &Toll) -> Vec<Feature> {
    let mut both = shared(a.features(), b.features());
    for unit in [a, b] {
        for token in unit.profiles().iter().flat_map(|sentence| &sentence.tokens) {
            if tells_of_toll(token.span.of(unit.article.text()), toll) {
                both.retain(|&feature| token.feature != Some(feature));
            }
        }
    }
    both
}

/// Whether both units name places, and no common one.
fn places_apart(a: &Unit, b: &Unit) -> bool {
    let places = |unit: &Unit| {
        let mentions = unit.profiles().iter().flat_map(|sentence| unit.article.mentions(sentence));
        let named = mentions.filter(|it| it.kind == EntityKind::Place && it.form == Form::Name);
        let mut places: Vec<Feature> = named.filter_map(|it| unit.article.feature(it)).collect();
        places.arrange();
        places
    };
    let (first, second) = (places(a), places(b));
    !first.is_empty() && !second.is_empty() && shared(&first, &second).is_empty()
}

/// How old an article says that a person is.
struct Age<'a> {
    sentence: usize,
    person: Feature,
    number: &'a Number,
}

/// "Lena Brandt, 34," and "34-year-old Lena Brandt".
fn ages<'a>(article: &ArticleProfile<'a>) -> Vec<Age<'a>> {
    let text = article.text();
    let between = |end: u32, start: u32| text.get(end as usize..start as usize).unwrap_or_default();
    let mut found = Vec::new();
    for (sentence, profile) in article.sentences.iter().enumerate() {
        let names = article.mentions(profile).iter();
        for mention in names.filter(|it| it.kind == EntityKind::Person && it.form == Form::Name) {
            let Some(person) = article.feature(mention) else { continue };
            let is_age = |number: &&Number| {
                between(number.span.end, mention.span.start) == "-old "
                    || between(mention.span.end, number.span.start) == ", " && is_apposed(text, number)
            };
            let ages = article.numbers(profile).iter().filter(is_age);
            found.extend(ages.map(|number| Age { sentence, person, number }));
        }
    }
    found
}

/// Whether a bare number stands between commas, as ages do: ", 34,".
fn is_apposed(text: &str, number: &Number) -> bool {
    let behind = text.get(number.span.end as usize..).unwrap_or_default();
    let before = text.get(..number.span.start as usize).unwrap_or_default();
    number.unit.is_empty() && before.ends_with(", ") && behind.starts_with([',', '.', ';'])
}

/// A number with what it counts; nothing where only the words around say it.
struct Count<'a> {
    sentence: usize,
    number: &'a Number,
    what: String,
}

fn counts<'a>(article: &ArticleProfile<'a>) -> Vec<Count<'a>> {
    let mut found = Vec::new();
    for (sentence, profile) in article.sentences.iter().enumerate() {
        let unit = unit(article, sentence);
        for number in article.numbers(profile).iter().filter(|number| !is_apposed(article.text(), number)) {
            let what = counted(&unit, number).unwrap_or_default();
            // A speed is another from hour to hour.
            if !what.contains(" per hour") {
                found.push(Count { sentence, number, what });
            }
        }
    }
    found
}
