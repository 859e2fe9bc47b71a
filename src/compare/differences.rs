//! In what two passages that tell the same differ: days, numbers, names, who said it, whether something is denied,
//! whether it happened or will. Never which of them is right.
//!
//! A difference is given only where both passages speak of one thing: in one place of the same wording ([`super::slots`]), or with the
//! same around both values ([`super::counts`]). What one of them merely leaves out is no difference.

use super::chronology::is_written_day;
use super::comparison::{Difference, DifferenceKind, Place};
use super::context::{share_context, words_before};
use super::counts::differing_counts;
use super::edits::Common;
use super::evidence::Unit;
use super::facts::Fact;
use super::modality::{Mood, MoodClass, moods};
use super::slots::Slots;
use super::speakers::{are_two, named_speaker};
use super::telling::weekday;
use super::values::{days_between, may_agree};
use crate::analysis::{DateMention, Entity, Form, Mention, ValueBasis};
use crate::ingest::EntityKind;
use crate::text::{Span, WordList};

/// How many different things have to stand around a verb that one passage tells as done and the other as ahead.
const SHARED: usize = 2;

/// Weekdays of one week, and days of one occasion.
const SAME_WEEK_DAYS: i64 = 6;
const SAME_OCCASION_DAYS: i64 = 45;

/// In front of the name of a place they say that it is one, and not that its government acts: "in Geneva". In a list the names
/// stand for themselves.
const BEFORE_PLACE: WordList = WordList::of("and at from in near or outside to");

/// Words behind which a list names only some, and how many words before a name they may stand.
const OPENING: WordList = WordList::of("among include included includes including like such");
const OPENING_REACH: usize = 6;

/// A day right behind one of these is the day on which the article's source spoke.
const SAYING: WordList = WordList::of("added said says stated told tweeted wrote");

/// Who goes on has done so and will.
const GOING_ON: WordList = WordList::of("continue continued remain remained");

/// Two passages with what they differ in so far.
struct Comparing<'u, 'p, 'a> {
    a: &'u Unit<'p, 'a>,
    b: &'u Unit<'p, 'a>,
    articles: [usize; 2],
    found: Vec<Difference>,
}

/// What `a` and `b`, passages of the two `articles`, differ in; `wording` are the words that both have where theirs is the same, `facts`
/// what the articles are known to differ in here.
pub(super) fn differences(
    a: &Unit,
    b: &Unit,
    articles: [usize; 2],
    wording: Option<&Common>,
    facts: &[&Fact],
) -> Vec<Difference> {
    let mut comparing = Comparing { a, b, articles, found: Vec::new() };
    let slots = wording.map(|common| Slots::of([a, b], common));
    let is_aligned = !facts.iter().any(|fact| fact.is_alone);
    let mut numbers = if is_aligned { differing_counts(a, b, slots.as_ref()) } else { Vec::new() };
    for fact in facts {
        if !numbers.iter().any(|it| it[0] == fact.spans[0] || it[1] == fact.spans[1]) {
            numbers.push(fact.spans);
        }
    }
    for [x, y] in numbers {
        comparing.push(DifferenceKind::Number, x, y);
    }
    if let Some(slots) = slots {
        comparing.dates(&slots);
        comparing.speakers();
        comparing.names(&slots);
        for (kind, [x, y]) in slots.verbs() {
            comparing.push(kind, x, y);
        }
    }
    if is_aligned {
        comparing.moods();
    }
    comparing.found
}

impl Comparing<'_, '_, '_> {
    fn push(&mut self, kind: DifferenceKind, x: Span, y: Span) {
        let values = [x.of(self.a.article.text()), y.of(self.b.article.text())].map(str::to_owned).into();
        let [first, second] = self.articles;
        let places = vec![Place { article: first, span: x }, Place { article: second, span: y }];
        self.found.push(Difference { kind, values, places });
    }

    /// Days in one place that cannot be the same. Only what both write out counts: "yesterday" was worked out from when each was
    /// written.
    fn dates(&mut self, slots: &Slots) {
        for x in self.a.dates() {
            for y in self.b.dates().into_iter().filter(|y| slots.is_one(x.span, y.span)) {
                let days = days_apart(self.a, x).filter(|days| days_apart(self.b, y) == Some(*days));
                if days.is_some_and(|days| days_between(&x.value, &y.value) <= days) && !may_agree(x, y) {
                    self.push(DifferenceKind::Date, x.span, y.span);
                    if let Some(found) = self.found.last_mut() {
                        found.values = vec![x.value.to_string(), y.value.to_string()];
                    }
                }
            }
        }
    }

    /// Two people named in full, or two places, in one place of the passages; neither article has a name like the other's.
    fn names(&mut self, slots: &Slots) {
        if self.found.iter().any(|it| it.kind == DifferenceKind::Speaker) {
            return;
        }
        let documents = [&self.a.article.document, &self.b.article.document];
        // "Write to …": addresses differ with the writers.
        if [self.a, self.b].iter().any(|unit| unit.span().of(unit.article.text()).contains('@')) {
            return;
        }
        for (first, x) in names(self.a) {
            for (second, y) in names(self.b) {
                let full =
                    first.kind == EntityKind::Place || first.name.contains(' ') && second.name.contains(' ');
                let apart = first.kind == second.kind && full && slots.is_one(x, y);
                if apart && are_two(documents, [first, second]) {
                    self.push(DifferenceKind::Name, x, y);
                }
            }
        }
    }

    /// The same verb of the same, told as done by one and as ahead by the other.
    fn moods(&mut self) {
        if self.found.iter().any(|it| it.kind == DifferenceKind::Modality) {
            return;
        }
        let (first, second) = (moods(self.a), moods(self.b));
        let unique =
            |moods: &[Mood], mood: &Mood| moods.iter().filter(|it| it.feature == mood.feature).count() == 1;
        for x in first.iter().filter(|x| unique(&first, x)) {
            for y in second.iter().filter(|y| y.feature == x.feature && unique(&second, y)) {
                let apart = matches!(
                    (x.class, y.class),
                    (MoodClass::Done, MoodClass::Ahead) | (MoodClass::Ahead, MoodClass::Done)
                );
                let subjects = (named_before(self.a, x.span), named_before(self.b, y.span));
                let is_one = subjects.0.is_some() && subjects.0 == subjects.1;
                let told = x.span.of(self.a.article.text());
                let goes_on = GOING_ON.iter().any(|verb| told.ends_with(verb));
                if apart
                    && is_one
                    && !goes_on
                    && x.passive == y.passive
                    && share_context(self.a, x.span, self.b, y.span, SHARED)
                {
                    self.push(DifferenceKind::Modality, x.span, y.span);
                }
            }
        }
    }

    /// One person speaks in each passage, and not the same. That one cites an agency and the other a government says
    /// nothing: both may be right.
    fn speakers(&mut self) {
        let (first, second) = (speakers(self.a), speakers(self.b));
        let ([x], [y]) = (first.as_slice(), second.as_slice()) else { return };
        if are_two([&self.a.article.document, &self.b.article.document], [x.0, y.0]) {
            self.push(DifferenceKind::Speaker, x.1, y.1);
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

/// The people and places that a unit names and that are meant as such.
fn names<'a>(unit: &Unit<'_, 'a>) -> Vec<(&'a Entity, Span)> {
    let named = |mention: &Mention| {
        let entity = unit.article.entity(mention.entity?)?;
        let before = |reach: usize, listed: WordList| words_before(unit, mention.span, reach, listed);
        let is_meant = match mention.kind {
            EntityKind::Person => true,
            EntityKind::Place => before(1, BEFORE_PLACE) && !before(OPENING_REACH, OPENING),
            _ => false,
        };
        (is_meant && mention.form == Form::Name).then_some((entity, mention.span))
    };
    unit.profiles().iter().flat_map(|sentence| unit.article.mentions(sentence)).filter_map(named).collect()
}

/// The name that stands last before a stretch in its sentence.
fn named_before(unit: &Unit, span: Span) -> Option<u32> {
    let sentence = unit.profiles().iter().find(|sentence| sentence.span.contains(span))?;
    let mut mentions = unit.article.mentions(sentence).iter().rev();
    mentions.find(|it| it.span.end <= span.start).and_then(|mention| unit.article.feature(mention))
}

/// How far two accounts of a day so written may lie apart; `None` for a day that was worked out, that stands in an address of the web, or
/// on which somebody spoke.
fn days_apart(unit: &Unit, mention: &DateMention) -> Option<i64> {
    let text = unit.article.text();
    let before = text.get(..mention.span.start as usize).unwrap_or("");
    let stated = || mention.basis == ValueBasis::Stated || is_written_day(text, mention);
    if before.ends_with(['/', '=', '-']) || words_before(unit, mention.span, 2, SAYING) {
        None
    } else if weekday(mention.span.of(text)).is_some() {
        Some(SAME_WEEK_DAYS)
    } else {
        mention.value.exact_day().filter(|_| stated()).map(|_| SAME_OCCASION_DAYS)
    }
}
