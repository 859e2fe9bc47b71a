//! The parts that a sentence is made of, each saying something by itself: news puts two facts into one sentence, of
//! which another article tells one.
//!
//! A part ends at a mark other than a comma and in front of a word that opens a clause; at a comma or an "and" only
//! where enough follows to be more than an item of a list. Cost: one pass over the words.

use super::profile::{Clause, Feature, Token};
use crate::text::{Span, WordList, fold};

/// A part has at least so many words of matter and names; less is an item of a list or an aside.
const LEAST_MATTER: usize = 3;

/// Words that open a clause.
const OPENERS: WordList = WordList::of(
    "adding after although amid because before but following if once that though unless until when where \
     whereas which while who whom whose",
)
.looked_into_often();

/// The parts of a sentence; none where it is one. `placed` are its features with where they stand; a part has its own in this order.
pub(super) fn clauses(text: &str, tokens: &[Token], placed: &[(Span, Feature)]) -> Vec<Clause> {
    let mut parts: Vec<Clause> = Vec::new();
    let mut starts: Vec<(usize, bool)> = vec![(0, true)];
    starts.extend((1..tokens.len()).filter_map(|at| Some((at, border(text, tokens, at)?))));
    for (place, &(start, is_sure)) in starts.iter().enumerate() {
        let end = starts.get(place + 1).map_or(tokens.len(), |next| next.0);
        let (Some(first), Some(last)) = (tokens.get(start), tokens.get(end.wrapping_sub(1))) else {
            continue;
        };
        let span = Span { start: first.span.start, end: last.span.end };
        let inside = placed.iter().filter(|(place, _)| span.start <= place.start && place.start < span.end);
        let named = tokens[start..end].iter().filter_map(|token| token.named).collect();
        let part = Clause { span, features: inside.map(|it| it.1).collect(), named };
        let small = |clause: &Clause| clause.features.len() < LEAST_MATTER;
        match parts.last_mut() {
            Some(last) if small(last) || small(&part) && !is_sure => join(last, part),
            _ => parts.push(part),
        }
    }
    if parts.last().is_some_and(|last| last.features.len() < LEAST_MATTER)
        && let (Some(last), Some(before)) = (parts.pop(), parts.last_mut())
    {
        join(before, last);
    }
    if parts.len() < 2 { Vec::new() } else { parts }
}

fn join(part: &mut Clause, next: Clause) {
    part.span.end = next.span.end;
    part.features.extend(next.features);
    part.named.extend(next.named);
}

/// Whether a part may begin at a word, and whether it does for sure.
fn border(text: &str, tokens: &[Token], at: usize) -> Option<bool> {
    let gap = text.get(tokens[at - 1].span.end as usize..tokens[at].span.start as usize).unwrap_or("");
    let word = fold(tokens[at].span.of(text));
    let dash = gap.contains(['–', '-']) && gap.contains(' ');
    if dash || gap.contains([';', ':', '—', '(', ')', '“', '”', '"']) || OPENERS.contains(word.as_ref())
    {
        return Some(true);
    }
    (gap.contains(',') || matches!(word.as_ref(), "and" | "or")).then_some(false)
}
