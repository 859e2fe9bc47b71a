//! Noun phrases beside a verb: who "said", whom the words are "according to".

use super::frame::{Words, is_pronoun};
use crate::text::{Span, WordList};

/// The most words between the commas of "Ana Silva, a senior adviser in the Lisbon office of the bank, said".
const LONGEST_APPOSITION: usize = 20;

/// Words that end a noun phrase towards its right.
const ENDS_PHRASE: WordList = WordList::of(
    "in on at after during before while who which that as when to with by about adding following monday \
     tuesday wednesday thursday friday saturday sunday yesterday today last this earlier later recently is \
     was are were has had have and but because if are will would there via upon from through it he she \
     they we",
)
.looked_into_often();

/// Words that end a noun phrase towards its left.
const BEGINS_CLAUSE: WordList = WordList::of(
    "but that while when as because after before where which if whether since although though what how why \
     until unless so or than whom then is was are were has had have be been will would can could may might \
     should did does do",
)
.looked_into_often();

/// Words between a subject and its verb.
const BEFORE_VERB: WordList = WordList::of(
    "also later then further has had have recently once again often always just even still would will did \
     himself herself themselves now earlier further first today yesterday monday tuesday wednesday \
     thursday friday saturday sunday on s is are was were been never since must went to too soon",
)
.looked_into_often();

impl Words<'_> {
    /// "Haddad" in "Haddad, the finance minister, later said".
    pub(super) fn subject_before(&self, frame: &[usize], at: usize) -> Option<Span> {
        let mut right = at;
        let mut end = at.checked_sub(1)?;
        while BEFORE_VERB.contains(self.folded[frame[end]].as_ref())
            || self.folded[frame[end]].ends_with("ly")
        {
            if self.is_break(frame[end], frame[right]) {
                break;
            }
            right = end;
            end = end.checked_sub(1)?;
        }
        // "the senator's newly announced plan": no verb.
        if right > end
            && frame[end] + 1 == frame[right]
            && self.gap(frame[end], frame[right]).starts_with(['’', '\''])
        {
            return None;
        }
        if self.folded[frame[end]] == "who" {
            end = end.checked_sub(1)?;
            return self.phrase_before(frame, end);
        }
        let gap = self.gap(frame[end], frame[right]);
        if frame[end] + 1 < frame[right] || !gap.contains([',', '—', ')', '–']) {
            return if self.is_break(frame[end], frame[right]) {
                None
            } else {
                self.phrase_before(frame, end)
            };
        }
        if gap.starts_with(')') && !gap.contains(',') {
            return self.phrase_before(frame, self.before_bracket(frame, end)?);
        }
        // A comma in front of the verb closes an apposition: look for the comma that opens it.
        let is_finite = !self.folded[frame[at]].ends_with("ing");
        let mut opening = end;
        while opening > 0 && !self.is_break(frame[opening - 1], frame[opening]) {
            opening -= 1;
        }
        if !is_finite || opening == 0 || end - opening > LONGEST_APPOSITION {
            return None;
        }
        let is_bracket = self.gap(frame[opening - 1], frame[opening]).starts_with(')');
        let last = if is_bracket { self.before_bracket(frame, opening - 1)? } else { opening - 1 };
        self.phrase_before(frame, last)
    }

    /// The noun phrase that ends at `end`.
    fn phrase_before(&self, frame: &[usize], end: usize) -> Option<Span> {
        let mut start = end;
        if !self.may_stand(frame[end]) {
            return None;
        }
        while start > 0 && end - start < 14 {
            let (left, right) = (frame[start - 1], frame[start]);
            let folded = self.folded[left].as_ref();
            let joins = folded == "and"
                && start >= 2
                && self.words[right].is_capitalised()
                && self.words[frame[start - 2]].is_capitalised();
            let is_verb = self.strengths[left].is_some();
            if self.is_break(left, right)
                || folded == "and" && !joins
                || BEGINS_CLAUSE.contains(folded)
                || is_verb
                || left + 1 != right
            {
                break;
            }
            start -= 1;
        }
        // "In a statement the ministry": the phrase proper begins behind the preposition's own.
        while start < end
            && matches!(
                self.folded[frame[start]].as_ref(),
                "in" | "on" | "at" | "during" | "for" | "and" | "by" | "of" | "with" | "from" | "to"
            )
        {
            let noun = (start + 1..=end).find(|&at| self.is_fresh_start(frame, at, start + 1));
            start = noun.unwrap_or(end);
        }
        // "echoing some commentators, he said": no subject.
        let first = frame[start];
        let is_participle = self.folded[first].ends_with("ing") && !self.words[first].is_capitalised();
        if is_participle && end > start || matches!(self.folded[first].as_ref(), "asked" | "speaking") {
            return None;
        }
        Some(self.span(first, frame[end]))
    }

    /// Whether a new noun phrase can begin at `at`, behind a prepositional one that began at `from`.
    fn is_fresh_start(&self, frame: &[usize], at: usize, from: usize) -> bool {
        at > from
            && (is_pronoun(&self.folded[frame[at]])
                || matches!(self.folded[frame[at]].as_ref(), "the" | "a" | "an")
                || self.words[frame[at]].is_capitalised() && !self.words[frame[at - 1]].is_capitalised())
    }

    fn may_stand(&self, word: usize) -> bool {
        let folded = self.folded[word].as_ref();
        !(BEGINS_CLAUSE.contains(folded)
            || matches!(
                folded,
                "and"
                    | "to"
                    | "not"
                    | "it"
                    | "there"
                    | "this"
                    | "the"
                    | "a"
                    | "of"
                    | "in"
                    | "on"
                    | "for"
                    | "with"
                    | "by"
                    | "you"
                    | "their"
                    | "his"
                    | "him"
            ))
    }

    /// The noun phrase that begins at `start`, up to the next mark or preposition of time and place.
    pub(super) fn phrase_after(&self, frame: &[usize], start: usize) -> Option<Span> {
        let first = *frame.get(start)?;
        let previous = *frame.get(start.checked_sub(1)?)?;
        if self.is_break(previous, first)
            || ENDS_PHRASE.contains(self.folded[first].as_ref()) && !is_pronoun(&self.folded[first])
        {
            return None;
        }
        let mut end = start;
        while end + 1 < frame.len() && end - start < 14 && !is_pronoun(&self.folded[first]) {
            let (left, right) = (frame[end], frame[end + 1]);
            let folded = self.folded[right].as_ref();
            let joins = folded == "and" && self.words[left].is_capitalised();
            if self.is_break(left, right)
                || left + 1 != right
                || ENDS_PHRASE.contains(folded) && !joins
                || self.gap(left, right).contains(". ") && !self.is_abbreviated(left)
            {
                break;
            }
            end += 1;
        }
        while end > start && matches!(self.folded[frame[end]].as_ref(), "and" | "of" | "the" | "for") {
            end -= 1;
        }
        Some(self.span(first, frame[end]))
    }

    /// "F" of "Ana F. Silva", "Sen" of "Sen. Silva".
    fn is_abbreviated(&self, word: usize) -> bool {
        const LONGEST: usize = 4;
        self.words[word].is_capitalised() && self.words[word].text.len() <= LONGEST
    }

    /// The subject of the clause that a verb is joined to: "Haddad criticized … and said", "On Monday, Haddad left,
    /// calling …".
    pub(super) fn first_subject(&self, frame: &[usize], before: usize) -> Option<Span> {
        let verb = frame[before];
        let is_joined = before.checked_sub(1).is_some_and(|at| {
            matches!(self.folded[frame[at]].as_ref(), "and" | "but" | "also")
                || self.folded[verb].ends_with("ing")
        });
        if !is_joined {
            return None;
        }
        // The clause begins with the frame, or behind the comma that ends "On Monday,".
        const REACH: usize = 64;
        let mut starts =
            (0..before.min(REACH)).filter(|&at| at == 0 || self.is_break(frame[at - 1], frame[at]));
        let start = starts.by_ref().take(3).find(|&at| self.begins_subject(frame[at]))?;
        let mut end = start;
        let is_the = matches!(self.folded[frame[start]].as_ref(), "the" | "a" | "an");
        while end + 1 < before
            && !is_pronoun(&self.folded[frame[start]])
            && (self.words[frame[end + 1]].is_capitalised() || is_the && end < start + 2)
            && !self.is_break(frame[end], frame[end + 1])
        {
            end += 1;
        }
        Some(self.span(frame[start], frame[end]))
    }

    fn begins_subject(&self, word: usize) -> bool {
        const ADJUNCTS: WordList = WordList::of(
            "in on at after during when while it as for but and before by with if this that there asked speaking",
        );
        let folded = self.folded[word].as_ref();
        let may =
            is_pronoun(folded) && folded != "who" || self.words[word].is_capitalised() || folded == "the";
        may && !ADJUNCTS.contains(folded) && !folded.ends_with("ing")
    }

    /// Where the phrase before a bracket ends, for a place inside or right behind the bracket: "Haddad" of
    /// "Haddad (D-Ohio), the chair, said".
    fn before_bracket(&self, frame: &[usize], at: usize) -> Option<usize> {
        const LONGEST: usize = 6;
        let opening = (at.saturating_sub(LONGEST)..=at)
            .rev()
            .find(|&place| place > 0 && self.gap(frame[place - 1], frame[place]).contains('('))?;
        opening.checked_sub(1)
    }
}
