//! The labels of the sequence model: which word begins, continues, ends or is alone a name of which kind (BILOU;
//! Ratinov and Roth, "Design challenges and misconceptions in named entity recognition", CoNLL 2009).

use crate::ingest::EntityKind;

/// The kinds that the model tells apart; agreements and events stay with the rules.
pub(super) const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// Outside, and four parts of a name for each kind.
pub const LABELS: usize = 1 + 4 * KINDS.len();

/// Room for the labels in one row of weights: a power of two, so that a processor adds a row at once.
pub(super) const LANES: usize = 16;

pub(super) const OUTSIDE: usize = 0;

/// Which part of a name a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    First,
    Inside,
    Last,
    Only,
}

const PARTS: [Part; 4] = [Part::First, Part::Inside, Part::Last, Part::Only];

/// The number of a label: `kind` is a place in [`KINDS`].
pub(super) fn label(kind: usize, part: Part) -> usize {
    1 + 4 * kind + part as usize
}

/// What a label says; `None` outside of names.
pub(super) fn meaning(label: usize) -> Option<(usize, Part)> {
    let inner = label.checked_sub(1)?;
    Some((inner / 4, PARTS[inner % 4]))
}

/// Whether a name is left open after `label`.
fn is_open(label: usize) -> bool {
    meaning(label).is_some_and(|(_, part)| matches!(part, Part::First | Part::Inside))
}

/// Whether `next` may stand after `before`: a name begun has to be ended.
pub(super) fn may_follow(before: usize, next: usize) -> bool {
    let goes_on = meaning(next).filter(|(_, part)| matches!(part, Part::Inside | Part::Last));
    match goes_on {
        Some((kind, _)) => is_open(before) && meaning(before).is_some_and(|(open, _)| open == kind),
        None => !is_open(before),
    }
}

/// Whether a sequence may begin, or end, with `label`.
pub(super) fn may_begin(label: usize) -> bool {
    may_follow(OUTSIDE, label)
}

pub(super) fn may_end(label: usize) -> bool {
    may_follow(label, OUTSIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begun_is_ended() {
        let (first, last, only) = (label(0, Part::First), label(0, Part::Last), label(1, Part::Only));
        assert!(may_follow(first, last) && may_follow(last, only) && may_follow(OUTSIDE, first));
        assert!(!may_follow(first, only) && !may_follow(first, OUTSIDE) && !may_follow(only, last));
        assert!(!may_follow(first, label(1, Part::Last)), "the kind stays the same within a name");
        assert!(may_begin(first) && !may_begin(last) && may_end(last) && !may_end(first));
    }
}
