//! Strict F1 of what a reader finds: span and kind have to be right.

use crate::data::{Labelled, article, spans};
use crossread::analysis::{Form, Reader};
use crossread::ingest::EntityKind;
use rayon::prelude::*;
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub hits: usize,
    pub found: usize,
    pub wanted: usize,
}

impl Score {
    pub fn f1(self) -> f64 {
        2.0 * self.hits as f64 / (self.found + self.wanted).max(1) as f64
    }
}

const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// One score a kind and one of all.
pub fn score(reader: &Reader, texts: &[Labelled]) -> [Score; 4] {
    let each = texts.par_iter().map(|text| {
        let mut scores = [Score::default(); 4];
        let wanted: BTreeSet<(u32, u32, usize)> = spans(text).into_iter().map(numbered).collect();
        let mut found = BTreeSet::new();
        if let Some(article) = article(text) {
            for mention in reader.read(&article).mentions {
                if matches!(mention.form, Form::Name | Form::Acronym) && KINDS.contains(&mention.kind) {
                    found.insert(numbered((trimmed(&article.text, mention.span), mention.kind)));
                }
            }
        }
        for (place, score) in scores.iter_mut().enumerate() {
            let of_kind = |name: &&(u32, u32, usize)| place == 3 || name.2 == place;
            score.hits = found.intersection(&wanted).filter(of_kind).count();
            score.found = found.iter().filter(of_kind).count();
            score.wanted = wanted.iter().filter(of_kind).count();
        }
        scores
    });
    each.reduce(<[Score; 4]>::default, |mut sum, one| {
        for (sum, one) in sum.iter_mut().zip(one) {
            sum.hits += one.hits;
            sum.found += one.found;
            sum.wanted += one.wanted;
        }
        sum
    })
}

fn trimmed(text: &str, span: crossread::text::Span) -> crossread::text::Span {
    let (mut start, end) = (span.start as usize, span.end as usize);
    if text.get(start..start + 4).is_some_and(|head| head.eq_ignore_ascii_case("the ")) {
        start += 4;
    }
    crossread::text::Span::new(start, end)
}

fn numbered((span, kind): (crossread::text::Span, EntityKind)) -> (u32, u32, usize) {
    (span.start, span.end, KINDS.iter().position(|known| *known == kind).unwrap_or(KINDS.len()))
}

pub fn told(name: &str, scores: [Score; 4]) -> String {
    let [person, organization, place, all] = scores.map(Score::f1);
    let Score { hits, found, wanted } = scores[KINDS.len()];
    format!(
        "{name}: F1 {all:.4} (person {person:.3}, organization {organization:.3}, place {place:.3}), \
         {hits} of {found} found right, {wanted} wanted"
    )
}
