//! In what two passages that tell the same differ: days, numbers, names, who said it, whether something is denied,
//! whether it happened or will. Never which of them is right.
//!
//! A difference is given only where both passages have something in the same place: two days for the same verb or
//! thing, two numbers of one unit, two names in the same list. What one of them merely leaves out is no difference.

use super::comparison::{Difference, DifferenceKind, Place, Relation};
use super::evidence::Unit;
use super::modality::{Mood, denials, moods, told_plainly};
use super::profile::{Feature, Token};
use super::values::{may_agree, may_be_one, same_number};
use crate::analysis::{Entity, Form, Mention, Number};
use crate::ingest::EntityKind;
use crate::text::{Span, fold, words};

/// How many words around a day or a number say what it is about.
const CONTEXT_WORDS: usize = 5;

/// Numbers given as about so many are the same within this share of themselves.
const ROUNDED: f64 = 0.1;

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
    comparing.lists();
    // Passages that are only related may give the days of two steps of one story.
    if relation != Relation::Related {
        comparing.dates();
        comparing.people();
        comparing.denials();
        comparing.moods();
    }
    // In other words one passage may quote the one who asks and the other the one who answers.
    if relation == Relation::Same {
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

    /// Days (or months, years) of the same thing that cannot be the same.
    fn dates(&mut self) {
        let (first, second) = (self.a.dates(), self.b.dates());
        let lone = |side: &[&crate::analysis::DateMention], other: &[&crate::analysis::DateMention]| {
            let apart = side.iter().filter(|x| !other.iter().any(|y| may_agree(x, y)));
            apart.map(|mention| (mention.value.to_string(), mention.span)).collect::<Vec<_>>()
        };
        let (mut left, mut right) = (lone(&first, &second), lone(&second, &first));
        left.dedup_by(|x, y| x.0 == y.0);
        right.dedup_by(|x, y| x.0 == y.0);
        for (x, y) in self.paired(&left, &right) {
            self.push(DifferenceKind::Date, x, y);
        }
    }

    /// Of two lists those entries that stand beside the same word, each with its only partner.
    fn paired(
        &self,
        left: &[(String, Span)],
        right: &[(String, Span)],
    ) -> Vec<((String, Span), (String, Span))> {
        let partners = |x: &(String, Span), others: &[(String, Span)], unit: &Unit, other: &Unit| {
            let beside = context(unit, x.1);
            let shared =
                |y: &&(String, Span)| context(other, y.1).iter().any(|feature| beside.contains(feature));
            others.iter().filter(shared).cloned().collect::<Vec<_>>()
        };
        let mut pairs = Vec::new();
        for x in left {
            let found = partners(x, right, self.a, self.b);
            if let [y] = found.as_slice()
                && partners(y, left, self.b, self.a).len() == 1
            {
                pairs.push((x.clone(), y.clone()));
            }
        }
        pairs
    }

    /// Numbers of one unit beside the same word that are not the same.
    fn numbers(&mut self) {
        let (first, second) = (self.a.numbers(), self.b.numbers());
        let counted = |number: &&&Number| !number.unit.is_empty();
        let mut found = Vec::new();
        for x in first.iter().filter(counted) {
            let same_unit: Vec<_> = second.iter().filter(|y| y.unit == x.unit).collect();
            let rivals = first.iter().filter(|y| y.unit == x.unit).count();
            if let ([y], 1) = (same_unit.as_slice(), rivals) {
                let agree = same_number(x, y) || is_rounded(self.a, x, y) || is_rounded(self.b, y, x);
                if !agree && share_context(self.a, x.span, self.b, y.span) {
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

    /// One person in each passage, with the same word beside the name, and not the same person.
    fn people(&mut self) {
        let (first, second) = (names(self.a, EntityKind::Person), names(self.b, EntityKind::Person));
        let one = |names: &[(Feature, Span)]| names.iter().all(|name| name.0 == names[0].0);
        let (Some(x), Some(y)) = (first.first(), second.first()) else { return };
        let apart = x.0 != y.0 && one(&first) && one(&second) && !self.may_be_one(x.1, y.1);
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

    /// What one passage denies and the other tells.
    fn denials(&mut self) {
        let (first, second) = (denials(self.a), denials(self.b));
        for (x, span) in first.iter().filter_map(|x| Some((x, told_plainly(self.b, x.feature)?))) {
            self.push(DifferenceKind::Negation, written(self.a, x.span), written(self.b, span));
        }
        for (y, span) in second.iter().filter_map(|y| Some((y, told_plainly(self.a, y.feature)?))) {
            self.push(DifferenceKind::Negation, written(self.a, span), written(self.b, y.span));
        }
    }

    /// The same verb, told as done by one and as ahead or as possible by the other.
    fn moods(&mut self) {
        let (first, second) = (moods(self.a), moods(self.b));
        let unique =
            |moods: &[Mood], feature: Feature| moods.iter().filter(|it| it.feature == feature).count() == 1;
        let apart = |x: &Mood| {
            let y = second.iter().find(|y| y.feature == x.feature)?;
            let sure = unique(&first, x.feature) && unique(&second, x.feature);
            (sure && x.class != y.class).then_some((x.span, y.span))
        };
        for (x, y) in first.iter().filter_map(apart) {
            self.push(DifferenceKind::Modality, written(self.a, x), written(self.b, y));
        }
    }

    /// One person speaks in each passage, and not the same. That one cites an agency and the other a government says
    /// nothing: both may be right.
    fn speakers(&mut self) {
        let (first, second) = (speakers(self.a), speakers(self.b));
        let ([x], [y]) = (first.as_slice(), second.as_slice()) else { return };
        let are_people = [x.0, y.0].iter().all(|entity| entity.kind == EntityKind::Person);
        let named = self.found.iter().any(|it| it.kind == DifferenceKind::Name);
        if are_people && !named && !may_be_one(x.0, y.0) && !self.may_be_one(x.1, y.1) {
            self.push(DifferenceKind::Speaker, written(self.a, x.1), written(self.b, y.1));
        }
    }
}

/// Who speaks in a unit, each once, with the words that say so; empty where a speaker is not sure.
fn speakers<'a>(unit: &Unit<'_, 'a>) -> Vec<(&'a Entity, Span)> {
    let mut speakers: Vec<(&Entity, Span)> = Vec::new();
    let quotes = unit.article.document.reading.quotes.iter().filter(|quote| unit.span().overlaps(quote.span));
    for quote in quotes {
        let Some((speaker, entity)) = quote
            .speaker
            .and_then(|speaker| Some((speaker, unit.article.entity(speaker.entity?)?)))
            .filter(|(speaker, _)| unit.span().contains(speaker.span))
        else {
            return Vec::new();
        };
        if !speakers.iter().any(|(known, _)| known.id == entity.id) {
            speakers.push((entity, speaker.span));
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

/// The matter that stands right beside a stretch, names left out.
fn context(unit: &Unit, span: Span) -> Vec<Feature> {
    let mut features = Vec::new();
    for sentence in unit.profiles().iter().filter(|sentence| sentence.span.overlaps(span)) {
        let matter: Vec<&Token> = sentence.tokens.iter().filter(|token| !span.contains(token.span)).collect();
        let split = matter.partition_point(|token| token.span.start < span.start);
        let near = matter[..split]
            .iter()
            .rev()
            .take(CONTEXT_WORDS)
            .chain(matter[split..].iter().take(CONTEXT_WORDS));
        features.extend(near.filter_map(|token| token.feature));
    }
    features
}

fn share_context(a: &Unit, x: Span, b: &Unit, y: Span) -> bool {
    let beside = context(b, y);
    context(a, x).iter().any(|feature| beside.contains(feature))
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

/// The named entities of a kind in a unit, in order; demonyms, roles and pronouns are no names.
fn names(unit: &Unit, kind: EntityKind) -> Vec<(Feature, Span)> {
    let named = |mention: &Mention| {
        let name = mention.kind == kind && matches!(mention.form, Form::Name | Form::Acronym);
        let feature = unit.article.entities.get(usize::from(mention.entity?.0)).copied().flatten()?;
        name.then_some((feature, mention.span))
    };
    let mentions = unit.profiles().iter().flat_map(|sentence| unit.article.mentions(sentence));
    mentions.filter_map(named).collect()
}

/// The names of a kind that stand in an enumeration: next to another, with only a comma or an "and" between.
fn list(unit: &Unit, kind: EntityKind) -> Vec<(Feature, Span)> {
    let names = names(unit, kind);
    let text = unit.article.text();
    let joined = |x: Span, y: Span| {
        let between = text.get(x.end as usize..y.start as usize).unwrap_or("?");
        let listing = words(between)
            .iter()
            .all(|word| matches!(fold(word.text).as_ref(), "and" | "or" | "the" | "as" | "well"));
        listing && between.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, ',' | '&'))
    };
    let beside = |at: usize| {
        let before = at.checked_sub(1).is_some_and(|before| joined(names[before].1, names[at].1));
        before || names.get(at + 1).is_some_and(|next| joined(names[at].1, next.1))
    };
    let mut listed: Vec<(Feature, Span)> =
        (0..names.len()).filter(|&at| beside(at)).map(|at| names[at]).collect();
    let mut seen = Vec::new();
    listed.retain(|entry| {
        !seen.contains(&entry.0) && {
            seen.push(entry.0);
            true
        }
    });
    listed
}
