//! The names that a passage gives, and those that it enumerates: "Norway, Chile and Ghana".

use super::evidence::Unit;
use super::profile::Feature;
use crate::analysis::{Form, Mention};
use crate::ingest::EntityKind;
use crate::text::{Span, Word, fold, words};

/// Words behind which a list names only some.
const OPENING: &[&str] = &["among", "include", "included", "includes", "including", "like", "such"];

/// How many words before a list may open it: "including the", "such as".
const OPENING_REACH: usize = 3;

/// The named entities of a kind in a unit, in order; demonyms, roles and pronouns are no names.
pub(super) fn names(unit: &Unit, kind: EntityKind) -> Vec<(Feature, Span)> {
    let named = |mention: &Mention| {
        let name = mention.kind == kind && matches!(mention.form, Form::Name | Form::Acronym);
        let feature = unit.article.entities.get(usize::from(mention.entity?.0)).copied().flatten()?;
        name.then_some((feature, mention.span))
    };
    let mentions = unit.profiles().iter().flat_map(|sentence| unit.article.mentions(sentence));
    mentions.filter_map(named).collect()
}

/// The names of a kind, each once, that stand in lists which may be taken for whole: with an "and" or an "or", or three or more.
/// "Halden, Norway" is no list.
pub(super) fn list(unit: &Unit, kind: EntityKind) -> Vec<(Feature, Span)> {
    let names = names(unit, kind);
    let mut listed: Vec<(Feature, Span)> = Vec::new();
    let mut start = 0;
    while start < names.len() {
        let mut end = start + 1;
        let mut has_word = false;
        while let Some(joint) = names.get(end).and_then(|next| joint(unit, names[end - 1].1, next.1)) {
            has_word |= joint == Joint::Word;
            end += 1;
        }
        let is_list = has_word || end - start > 2;
        if is_list && !is_open(unit, names[start].1) {
            for name in &names[start..end] {
                if !listed.iter().any(|known| known.0 == name.0) {
                    listed.push(*name);
                }
            }
        }
        start = end;
    }
    listed
}

/// How one name of a list goes over into the next.
#[derive(PartialEq, Eq)]
enum Joint {
    Comma,
    Word,
}

fn joint(unit: &Unit, x: Span, y: Span) -> Option<Joint> {
    let between = unit.article.text().get(x.end as usize..y.start as usize)?;
    let is_mark = |c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, ',' | '&');
    let found = words(between);
    let joins = |word: &Word| matches!(fold(word.text).as_ref(), "and" | "or" | "as" | "well");
    if !between.chars().all(is_mark)
        || !found.iter().all(|word| joins(word) || fold(word.text).as_ref() == "the")
    {
        None
    } else if found.iter().any(joins) || between.contains('&') {
        Some(Joint::Word)
    } else {
        between.contains(',').then_some(Joint::Comma)
    }
}

/// Whether the words in front of a list say that it names only some.
fn is_open(unit: &Unit, first: Span) -> bool {
    let before = unit.article.text().get(unit.span().start as usize..first.start as usize).unwrap_or("");
    let mut last = words(before).into_iter().rev().take(OPENING_REACH);
    last.any(|word| OPENING.contains(&fold(word.text).as_ref()))
}
