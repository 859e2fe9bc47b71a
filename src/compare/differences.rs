//! In what two passages that tell the same differ: days, numbers, names, who said it, whether something is denied,
//! whether it happened or will. Never which of them is right.
//!
//! A difference is given only where both passages speak of one thing ([`super::context`]): two days for the same verb or
//! thing, two numbers of one unit, two names in the same list. What one of them merely leaves out is no difference.

use super::chronology::is_written_day;
use super::comparison::{Difference, DifferenceKind, Place, Relation};
use super::context::share_context;
use super::evidence::Unit;
use super::lists::{list, names};
use super::modality::{Denial, Mood, denials, moods, told_plainly};
use super::profile::Feature;
use super::speakers::{are_two, named_speaker};
use super::values::{dates_conflict, may_agree, same_number};
use crate::analysis::{DateMention, Entity, Number, ValueBasis};
use crate::ingest::EntityKind;
use crate::text::{Span, fold, words};

/// How many different things have to stand around two values that are about the same thing. Of 60 differences of numbers in news
/// with one thing at the least around both, 15 were about the same thing; of 12 with two (three in related passages) 7.
const SHARED: usize = 3;

/// Numbers given as about so many are the same within this share of themselves.
const ROUNDED: f64 = 0.1;

/// Two accounts of one count seldom lie so many times apart: of 60 differences of numbers in news, 15 were about the same
/// thing; of these 14 lay nearer, of the others 20.
const MOST_TIMES: f64 = 2.0;

/// Two passages with what they differ in so far.
pub(super) struct Comparing<'u, 'p, 'a> {
    a: &'u Unit<'p, 'a>,
    b: &'u Unit<'p, 'a>,
    articles: [usize; 2],
    found: Vec<Difference>,
}

/// What `a` and `b`, passages of the two `articles`, differ in.
pub(super) fn differences(a: &Unit, b: &Unit, articles: [usize; 2], relation: Relation) -> Vec<Difference> {
    let mut comparing = Comparing { a, b, articles, found: Vec::new() };
    comparing.numbers();
    // Passages that are only related may tell two steps of one story.
    if relation != Relation::Related {
        comparing.lists();
        comparing.dates();
        comparing.denials();
        comparing.moods();
    }
    // In other words one passage may name or quote the one who asks and the other the one who answers.
    if relation == Relation::Same {
        comparing.people();
        comparing.speakers();
    }
    comparing.found
}

impl Comparing<'_, '_, '_> {
    fn push(&mut self, kind: DifferenceKind, a: (String, Span), b: (String, Span)) {
        let place = |side: usize, span: Span| Place { article: self.articles[side], span };
        let places = vec![place(0, a.1), place(1, b.1)];
        self.found.push(Difference { kind, values: vec![a.0, b.0], places });
    }

    /// Days (or months, years) of the same thing that cannot be the same. Only what both write out counts: "yesterday" and
    /// "Thursday" were worked out from when each was written. None where they count otherwise too: two days, two counts.
    fn dates(&mut self) {
        if self.counts_apart() {
            return;
        }
        let (first, second) = (self.a.dates(), self.b.dates());
        let lone = |unit: &Unit, side: &[&DateMention], other: &[&DateMention]| {
            let mut apart: Vec<(String, Span)> = side
                .iter()
                .filter(|x| is_written_out(unit.article.text(), x) && !other.iter().any(|y| may_agree(x, y)))
                .map(|mention| (mention.value.to_string(), mention.span))
                .collect();
            apart.dedup_by(|x, y| x.0 == y.0);
            apart
        };
        let (left, right) = (lone(self.a, &first, &second), lone(self.b, &second, &first));
        for (x, y) in self.paired(&left, &right) {
            self.push(DifferenceKind::Date, x, y);
        }
    }

    fn about_the_same(&self, x: Span, y: Span) -> bool {
        share_context(self.a, x, self.b, y, SHARED)
    }

    /// Whether the passages count in one unit and agree in nothing.
    fn counts_apart(&self) -> bool {
        let (first, second) = (self.a.numbers(), self.b.numbers());
        let pairs = || first.iter().flat_map(|x| second.iter().map(move |y| (x, y)));
        let in_one_unit = pairs().any(|(x, y)| !x.unit.is_empty() && x.unit == y.unit);
        in_one_unit && !pairs().any(|(x, y)| same_number(x, y))
    }

    /// Of two lists those entries that are about the same thing, each with its only partner.
    fn paired(
        &self,
        left: &[(String, Span)],
        right: &[(String, Span)],
    ) -> Vec<((String, Span), (String, Span))> {
        let about = |x: &&(String, Span), y: &&(String, Span)| self.about_the_same(x.1, y.1);
        let mut pairs = Vec::new();
        for x in left {
            let mut found = right.iter().filter(|y| about(&x, y));
            if let (Some(y), None) = (found.next(), found.next())
                && left.iter().filter(|x| about(x, &y)).count() == 1
            {
                pairs.push((x.clone(), y.clone()));
            }
        }
        pairs
    }

    /// Numbers of one unit about the same thing that are not the same; none where the passages speak of other days, for the count
    /// of one month is not that of another.
    fn numbers(&mut self) {
        if dates_conflict(&self.a.dates(), &self.b.dates()) < 1.0 {
            return;
        }
        let (first, second) = (self.a.numbers(), self.b.numbers());
        let counted = |unit: &Unit, number: &&&Number| !number.unit.is_empty() && !is_age(unit, number);
        let mut found = Vec::new();
        for x in first.iter().filter(|x| counted(self.a, x)) {
            let same_unit: Vec<_> = second.iter().filter(|y| y.unit == x.unit).collect();
            let rivals = first.iter().filter(|y| y.unit == x.unit).count();
            if let ([y], 1) = (same_unit.as_slice(), rivals) {
                let agree = same_number(x, y)
                    || is_rounded(self.a, x, y)
                    || is_rounded(self.b, y, x)
                    || is_less_exact(x, y)
                    || is_less_exact(y, x);
                let ratio = x.value.abs().max(y.value.abs()) / x.value.abs().min(y.value.abs());
                if !agree && ratio < MOST_TIMES && self.about_the_same(x.span, y.span) {
                    found.push((written(self.a, x.span), written(self.b, y.span)));
                }
            }
        }
        for (x, y) in found {
            self.push(DifferenceKind::Number, x, y);
        }
    }

    /// Lists that share a name and go on with different ones.
    fn lists(&mut self) {
        for kind in EntityKind::ALL {
            let (first, second) = (list(self.a, kind), list(self.b, kind));
            let shares = first.iter().any(|x| second.iter().any(|y| x.0 == y.0));
            let lone = |side: &[(Feature, Span)], other: &Unit| {
                side.iter().filter(|entry| !other.has(entry.0)).copied().collect::<Vec<_>>()
            };
            let (left, right) = (lone(&first, self.b), lone(&second, self.a));
            let one = left.iter().any(|x| right.iter().any(|y| self.may_be_one(x.1, y.1)));
            if shares && !one && !left.is_empty() && !right.is_empty() {
                self.push_names(&left, &right);
            }
        }
    }

    fn push_names(&mut self, left: &[(Feature, Span)], right: &[(Feature, Span)]) {
        let sides = [(0, self.a, left), (1, self.b, right)];
        let mut difference =
            Difference { kind: DifferenceKind::Name, values: Vec::new(), places: Vec::new() };
        for (side, unit, names) in sides {
            for &(_, span) in names {
                difference.values.push(span.of(unit.article.text()).to_owned());
                difference.places.push(Place { article: self.articles[side], span });
            }
        }
        self.found.push(difference);
    }

    /// One person in each passage, named in full, with the same word beside the name, and not the same person.
    fn people(&mut self) {
        let (first, second) = (names(self.a, EntityKind::Person), names(self.b, EntityKind::Person));
        let one = |names: &[(Feature, Span)]| names.iter().all(|name| name.0 == names[0].0);
        let is_full = |unit: &Unit, name: Span| name.of(unit.article.text()).contains(' ');
        let (Some(x), Some(y)) = (first.first(), second.first()) else { return };
        let full = is_full(self.a, x.1) && is_full(self.b, y.1);
        let apart = x.0 != y.0 && full && one(&first) && one(&second) && !self.may_be_one(x.1, y.1);
        if apart && beside(self.a, x.1).iter().any(|word| beside(self.b, y.1).contains(word)) {
            self.push(DifferenceKind::Name, written(self.a, x.1), written(self.b, y.1));
        }
    }

    /// Whether two names share a word, so that they may mean the same after all.
    fn may_be_one(&self, x: Span, y: Span) -> bool {
        let (x, y) = (x.of(self.a.article.text()), y.of(self.b.article.text()));
        let second: Vec<_> = words(y).iter().map(|word| fold(word.text)).collect();
        words(x).iter().any(|word| second.contains(&fold(word.text)))
    }

    /// What one passage denies and the other tells, of the same thing.
    fn denials(&mut self) {
        let (first, second) = (denials(self.a), denials(self.b));
        let told = |denial: &Denial, other: &Unit| told_plainly(other, denial.feature, denial.class);
        let mut pairs: Vec<(Span, Span)> =
            first.iter().filter_map(|x| Some((x.span, told(x, self.b)?))).collect();
        pairs.extend(second.iter().filter_map(|y| Some((told(y, self.a)?, y.span))));
        for (x, y) in pairs {
            if self.about_the_same(x, y) {
                self.push(DifferenceKind::Negation, written(self.a, x), written(self.b, y));
            }
        }
    }

    /// The same verb of the same thing, told as done by one and as ahead or as possible by the other.
    fn moods(&mut self) {
        let (first, second) = (moods(self.a), moods(self.b));
        let unique =
            |moods: &[Mood], feature: Feature| moods.iter().filter(|it| it.feature == feature).count() == 1;
        let apart = |x: &Mood| {
            let y = second.iter().find(|y| y.feature == x.feature)?;
            let sure = unique(&first, x.feature) && unique(&second, x.feature);
            (sure && x.class != y.class && self.about_the_same(x.span, y.span)).then_some((x.span, y.span))
        };
        let pairs: Vec<(Span, Span)> = first.iter().filter_map(apart).collect();
        for (x, y) in pairs {
            self.push(DifferenceKind::Modality, written(self.a, x), written(self.b, y));
        }
    }

    /// One person speaks in each passage, and not the same. That one cites an agency and the other a government says
    /// nothing: both may be right.
    fn speakers(&mut self) {
        let (first, second) = (speakers(self.a), speakers(self.b));
        let ([x], [y]) = (first.as_slice(), second.as_slice()) else { return };
        let named = self.found.iter().any(|it| it.kind == DifferenceKind::Name);
        if !named && are_two([&self.a.article.document, &self.b.article.document], [x.0, y.0]) {
            self.push(DifferenceKind::Speaker, written(self.a, x.1), written(self.b, y.1));
        }
    }
}

/// Who is named as speaking in a unit, each once, with the words that say so; empty where a speaker is not sure.
fn speakers<'a>(unit: &Unit<'_, 'a>) -> Vec<(&'a Entity, Span)> {
    let mut speakers: Vec<(&Entity, Span)> = Vec::new();
    let document = &unit.article.document;
    for quote in document.reading.quotes.iter().filter(|quote| unit.span().overlaps(quote.span)) {
        let speaker = named_speaker(document, quote).filter(|(_, span)| unit.span().contains(*span));
        let Some((entity, span)) = speaker else { return Vec::new() };
        if !speakers.iter().any(|(known, _)| known.id == entity.id) {
            speakers.push((entity, span));
        }
    }
    speakers
}

fn written(unit: &Unit, span: Span) -> (String, Span) {
    (span.of(unit.article.text()).to_owned(), span)
}

/// The words right before and right behind a stretch.
fn beside(unit: &Unit, span: Span) -> Vec<u32> {
    let Some(sentence) = unit.profiles().iter().find(|sentence| sentence.span.contains(span)) else {
        return Vec::new();
    };
    let before = sentence.tokens.iter().rev().find(|token| token.span.end <= span.start);
    let after = sentence.tokens.iter().find(|token| token.span.start >= span.end);
    before.into_iter().chain(after).map(|token| token.word).collect()
}

/// "17-year-old": whose age it is only the name says.
fn is_age(unit: &Unit, number: &Number) -> bool {
    let behind = unit.article.text().get(number.span.end as usize..).unwrap_or("");
    behind.trim_start_matches(['-', ' ', '\u{2011}']).starts_with("old")
}

/// Whether `x` is `y` given in fewer digits: 1.2 billion for 1.19 billion.
fn is_less_exact(x: &Number, y: &Number) -> bool {
    let is_multiple = |step: f64| {
        let times = x.value / step;
        (times - times.round()).abs() <= 1e-9 * times.abs()
    };
    let mut step = 1e-3;
    while is_multiple(10.0 * step) && 10.0 * step <= x.value.abs() {
        step *= 10.0;
    }
    let apart = (x.value - y.value).abs();
    apart < step / 2.0 && apart <= ROUNDED * x.value.abs()
}

/// Whether a date stands in the text as such, or as the day of a month; not one in an address of the web.
fn is_written_out(text: &str, mention: &DateMention) -> bool {
    let before = text.get(..mention.span.start as usize).unwrap_or("");
    let in_address = before.ends_with(['/', '=', '-']);
    !in_address && (mention.basis == ValueBasis::Stated || is_written_day(text, mention))
}

/// Whether `x` is given as about so many, and `y` is near enough.
fn is_rounded(unit: &Unit, x: &Number, y: &Number) -> bool {
    const ABOUT: &[&str] =
        &["about", "almost", "around", "least", "nearly", "over", "roughly", "some", "than"];
    let text = unit.article.text();
    let start = unit.span().start as usize;
    let about = text.get(start..x.span.start as usize).is_some_and(|before| {
        words(before).iter().rev().take(2).any(|word| ABOUT.contains(&fold(word.text).as_ref()))
    });
    about && (x.value - y.value).abs() <= ROUNDED * x.value.abs().max(y.value.abs())
}
