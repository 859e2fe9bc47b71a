//! Whether a text tells an event as done or as still ahead, and on which day: "approved the bill on April 18" is
//! done, "is set to review it on April 16" is ahead.
//!
//! Only what one clause says plainly counts: a finite verb, and a day that belongs to it and to nothing between the
//! two. "The April 18 deadline", "a summit planned for April 18", "if they meet on April 18" and words inside a
//! quotation say neither. English only; in other languages nothing is said.

use crate::text::{Span, Word, WordList, fold, words};

/// How an event stands to the time of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    Done,
    Ahead,
}

/// An event that a clause tells with its day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub telling: Telling,
    /// From the verb to the day, or from the day to the verb.
    pub phrase: Span,
    /// The verb that names the event, folded.
    pub verb: String,
}

/// Most words between a verb and its day.
const REACH: usize = 7;

/// Words with which a new clause begins, comma or not.
const SUBORDINATORS: WordList = WordList::of(
    "after although as because before if once since that though unless until when where whereas which \
     while who whom whose",
);

/// Words with which a new clause begins after a comma.
const COORDINATORS: WordList = WordList::of("and but nor or so with yet");

/// A clause that begins with one of these tells what may or must come, not what is.
const OPEN_CONDITIONS: WordList = WordList::of("before if once unless until");

/// Words that leave open whether something happens, or say that it does not.
const OPEN_WORDS: WordList =
    WordList::of("can cannot could may might must never no nor not should unless would");

/// Words between a verb and a day that bind the day to something else.
const BINDERS: WordList = WordList::of(
    "about against ahead anniversary before deadline following for from over planned scheduled since to \
     toward towards until upcoming",
);

/// Verbs whose object lies at another time than they do: the day may belong to either.
const PLANNING: WordList = WordList::of(
    "agreed announced asked booked called cancelled canceled delayed demanded expected extended fixed \
     invited moved needed offered ordered planned pledged postponed promised proposed requested \
     rescheduled scheduled slated supposed threatened urged vowed wanted",
);

/// Verbs that look back on something whose day may follow them.
const LOOKING_BACK: WordList = WordList::of(
    "appeal celebrate commemorate continue explain face honor honour investigate mark observe recall \
     remain remember replace still testify",
);

/// Past forms that do not end in -ed and are no other form of their verb.
const PAST: WordList = WordList::of(
    "began bought broke brought came chose died drew fell flew fought gave held lost met resigned rose \
     sent shot signed sold spoke struck took went won wrote",
);

/// Words that end in -ed and are no past form.
const NO_PAST: WordList = WordList::of("exceed hundred indeed proceed sacred speed succeed united");

/// After one of these a past form is an adjective, an infinitive's part or no finite verb.
const NO_VERB_AFTER: WordList = WordList::of(
    "a an any are be being by for her his in is its my newly of our some the their these this those to \
     with your",
);

const WEEKDAYS: WordList = WordList::of("monday tuesday wednesday thursday friday saturday sunday");

/// The event that a sentence tells with the day at `day`; `None` where the clause leaves the least doubt.
pub(super) fn told(text: &str, sentence: Span, day: Span) -> Option<Told> {
    if in_quotation(&text[sentence.start as usize..day.start as usize]) {
        return None;
    }
    let clause = Clause::around(text, sentence, day)?;
    clause.ahead().or_else(|| clause.done())
}

/// Whether a quotation opened before has not been closed.
fn in_quotation(before: &str) -> bool {
    let count = |mark: char| before.matches(mark).count();
    count('“') > count('”') || count('«') > count('»') || count('"') % 2 == 1
}

/// The words of one clause and where in it the day stands.
struct Clause<'a> {
    words: Vec<(Span, String)>,
    written: Vec<&'a str>,
    /// The words before the preposition of the day, and the first word behind the day.
    before: usize,
    after: usize,
    day: Span,
    preposition: &'static str,
}

impl<'a> Clause<'a> {
    fn around(text: &'a str, sentence: Span, day: Span) -> Option<Self> {
        let read = words(sentence.of(text));
        let at = |word: &Word| word.span.shifted(sentence.start as usize);
        let first = read.iter().position(|word| at(word).overlaps(day))?;
        let last = read.iter().rposition(|word| at(word).overlaps(day))?;
        let gap =
            |k: usize| text.get(at(&read[k - 1]).end as usize..at(&read[k]).start as usize).unwrap_or("");
        let begins = |k: usize| begins_clause(gap(k), &read[k].folded());
        let start = (1..=first).rev().find(|&k| begins(k)).unwrap_or(0);
        let end = (last + 1..read.len()).find(|&k| begins(k)).unwrap_or(read.len());
        let clause = &read[start..end];
        let words: Vec<(Span, String)> =
            clause.iter().map(|word| (at(word), word.folded().into_owned())).collect();
        let written = clause.iter().map(|word| word.text).collect();
        let weekday = |k: usize| WEEKDAYS.contains(words[k].1.as_str());
        let mut preposition_at = (first - start).checked_sub(1)?;
        if weekday(preposition_at) {
            preposition_at = preposition_at.checked_sub(1)?;
        }
        let preposition =
            ["on", "for"].into_iter().find(|preposition| words[preposition_at].1 == *preposition)?;
        Some(Self { written, before: preposition_at, after: last + 1 - start, day, preposition, words })
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(_, word)| word.as_str())
    }

    fn is_open(&self) -> bool {
        OPEN_CONDITIONS.contains(self.word(0))
            || self.words.iter().any(|(_, word)| OPEN_WORDS.contains(word) || word.ends_with("n't"))
    }

    /// Whether the day opens the clause, so that the verb comes behind it.
    fn opens_with_day(&self) -> bool {
        self.before == 0 || (self.before == 1 && COORDINATORS.contains(self.word(0)))
    }

    fn told(&self, telling: Telling, from: usize, verb: usize) -> Option<Told> {
        let (start, end) = (self.words.get(from)?.0.start, self.words.get(verb)?.0.end);
        let phrase = Span { start: start.min(self.day.start), end: end.max(self.day.end) };
        Some(Told { telling, phrase, verb: self.word(verb).to_owned() })
    }

    fn ahead(&self) -> Option<Told> {
        if self.is_open() {
            return None;
        }
        let (from, to) = self.verb_range();
        let (marker, verb) = (from..to).rev().find_map(|at| Some((at, self.ahead_verb(at)?)))?;
        let fits = LOOKING_BACK.contains(self.word(verb));
        (!fits && self.reaches(verb + 1)).then(|| self.told(Telling::Ahead, marker, verb)).flatten()
    }

    /// The verb of a future that begins at `at`: "will [then] review", "is set to review", "is due for".
    fn ahead_verb(&self, at: usize) -> Option<usize> {
        let after_be = |k: usize| if self.word(k) == "be" { k + 1 } else { k };
        let skip_adverb =
            |k: usize| if self.word(k).ends_with("ly") || self.word(k) == "also" { k + 1 } else { k };
        let (verb, expected) = match self.word(at) {
            "will"
                if self.written[at] == "will" && !NO_VERB_AFTER.contains(self.word(at.wrapping_sub(1))) =>
            {
                (after_be(skip_adverb(at + 1)), "on")
            }
            "is" | "are" => match (self.word(skip_adverb(at + 1)), self.word(skip_adverb(at + 1) + 1)) {
                ("set" | "due" | "scheduled" | "slated" | "expected" | "planned", "to") => {
                    (after_be(skip_adverb(at + 1) + 2), "on")
                }
                ("set" | "due" | "scheduled" | "slated" | "planned", next) if next == self.preposition => {
                    (skip_adverb(at + 1), self.preposition)
                }
                ("to", _) => (after_be(at + 2), "on"),
                _ => return None,
            },
            _ => return None,
        };
        let exists = verb < self.words.len() && self.word(verb) != "have";
        (exists && self.preposition == expected).then_some(verb)
    }

    fn done(&self) -> Option<Told> {
        let future = |at: usize| self.word(at) == "will" || self.ahead_verb(at).is_some();
        if self.is_open() || self.preposition != "on" || (0..self.words.len()).any(future) {
            return None;
        }
        let (from, to) = self.verb_range();
        let mut verbs = (from..to).filter(|&at| self.is_past(at));
        let verb = if self.opens_with_day() { verbs.next() } else { verbs.next_back() }?;
        let direct = verb + 1 == self.before;
        let sure = if direct { !is_plan(self.word(verb)) } else { !PLANNING.contains(self.word(verb)) };
        (sure && self.reaches(verb + 1)).then(|| self.told(Telling::Done, verb, verb)).flatten()
    }

    /// Where the verb may stand: before the day, or behind a day that opens the clause.
    fn verb_range(&self) -> (usize, usize) {
        if self.opens_with_day() { (self.after, self.words.len()) } else { (0, self.before) }
    }

    /// Whether nothing stands between the verb and the day that the day could belong to instead.
    fn reaches(&self, behind_verb: usize) -> bool {
        if self.opens_with_day() {
            return behind_verb <= self.after + 2 * REACH;
        }
        let between = behind_verb.min(self.before)..self.before;
        let binds = |at: usize| BINDERS.contains(self.word(at)) || self.is_past(at);
        between.len() <= REACH && !between.clone().any(binds)
    }

    fn is_past(&self, at: usize) -> bool {
        let word = self.word(at);
        let form = PAST.contains(word) || (word.len() > 4 && word.ends_with("ed") && !NO_PAST.contains(word));
        form && self.written[at].starts_with(char::is_lowercase) && !self.follows_no_verb(at)
    }

    fn follows_no_verb(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| NO_VERB_AFTER.contains(self.word(before)))
    }
}

fn is_plan(verb: &str) -> bool {
    matches!(
        verb,
        "scheduled" | "planned" | "slated" | "expected" | "due" | "rescheduled" | "supposed" | "needed"
    )
}

fn begins_clause(gap: &str, word: &str) -> bool {
    let dash = gap.chars().any(|c| matches!(c, '–' | '-')) && gap.contains(' ');
    dash || gap
        .chars()
        .any(|c| matches!(c, ';' | ':' | '—' | '(' | ')' | '[' | ']' | '“' | '”' | '"' | '«' | '»'))
        || SUBORDINATORS.contains(word)
        || (gap.contains(',') && COORDINATORS.contains(word))
}

/// The weekday written right in front of a day, or right behind it in brackets: "Tuesday, April 18".
pub(super) fn weekday_before(text: &str, day: Span) -> Option<(Span, time::Weekday)> {
    let before = text.get(..day.start as usize)?.trim_end_matches([' ', ',']);
    let start = before
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let weekday = weekday(before.get(start..)?)?;
    let listed = before[..start].trim_end();
    let list = listed.ends_with([',', '-', '–', '/']) || listed.ends_with(" and") || listed.ends_with(" or");
    (!list).then(|| (Span::new(start, before.len()), weekday))
}

/// A weekday by its full name; "Sun" and "Sat" are too often something else.
pub(super) fn weekday(word: &str) -> Option<time::Weekday> {
    use time::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let folded = fold(word);
    let at = WEEKDAYS.iter().position(|name| name == folded)?;
    [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday].get(at).copied()
}
