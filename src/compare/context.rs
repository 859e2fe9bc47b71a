//! What stands right around two values, one in each of two passages: it says whether they are about the same thing.

use super::evidence::Unit;
use super::profile::{Feature, Token};
use crate::analysis::Form;
use crate::text::{Arrange as _, Span, WordList, fold, words};

/// How many words on either side of a value say what it is about.
const REACH: usize = 6;

/// What stands around a value, ascending, each once.
#[derive(Default)]
struct Context {
    /// Words of matter, and what is named.
    things: Vec<Feature>,
    names: Vec<Feature>,
    /// The first name behind the value: "65 miles southeast of Halden".
    behind: Option<Feature>,
}

/// Whether at least so many different things stand around both `x` in `a` and `y` in `b`, and no different names.
pub(super) fn share_context(a: &Unit, x: Span, b: &Unit, y: Span, least: usize) -> bool {
    shared_around(a, x, b, y).is_some_and(|shared| shared.len() >= least)
}

/// The different things that stand around both `x` in `a` and `y` in `b`; `None` where different names do.
pub(super) fn shared_around(a: &Unit, x: Span, b: &Unit, y: Span) -> Option<Vec<Feature>> {
    let (first, second) = (Context::of(a, x), Context::of(b, y));
    let names_apart =
        !first.names.is_empty() && !second.names.is_empty() && shared(&first.names, &second.names).is_empty();
    let behind_apart = matches!((first.behind, second.behind), (Some(x), Some(y)) if x != y);
    (!names_apart && !behind_apart).then(|| shared(&first.things, &second.things))
}

/// What stands in two ascending lists.
pub(super) fn shared(a: &[Feature], b: &[Feature]) -> Vec<Feature> {
    a.iter().copied().filter(|thing| b.binary_search(thing).is_ok()).collect()
}

/// So many words on either side of a stretch in its sentence.
pub(super) fn near<'p>(unit: &Unit<'p, '_>, span: Span, reach: usize) -> Vec<&'p Token> {
    let Some(sentence) = unit.profiles().iter().find(|sentence| sentence.span.overlaps(span)) else {
        return Vec::new();
    };
    let outside: Vec<&Token> = sentence.tokens.iter().filter(|token| !span.contains(token.span)).collect();
    let split = outside.partition_point(|token| token.span.start < span.start);
    outside[split.saturating_sub(reach)..outside.len().min(split + reach)].to_vec()
}

/// Whether one of the listed words stands among so many before a stretch.
pub(super) fn words_before(unit: &Unit, span: Span, reach: usize, listed: WordList) -> bool {
    let before = unit.article.text().get(unit.span().start as usize..span.start as usize).unwrap_or("");
    words(before).iter().rev().take(reach).any(|word| listed.contains(fold(word.text).as_ref()))
}

impl Context {
    fn of(unit: &Unit, span: Span) -> Self {
        let mut found = Self::default();
        for sentence in unit.profiles().iter().filter(|sentence| sentence.span.overlaps(span)) {
            let near = near(unit, span, REACH);
            found.things.extend(near.iter().filter_map(|token| token.feature));
            for mention in unit.article.mentions(sentence) {
                let is_near = near.iter().any(|token| mention.span.contains(token.span));
                let feature = unit.article.feature(mention).filter(|_| is_near);
                found.things.extend(feature);
                if matches!(mention.form, Form::Name | Form::Acronym) {
                    found.names.extend(feature);
                    if mention.span.start >= span.end {
                        found.behind = found.behind.or(feature);
                    }
                }
            }
        }
        for list in [&mut found.things, &mut found.names] {
            list.arrange();
            list.dedup();
        }
        found
    }
}
