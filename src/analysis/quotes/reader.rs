//! Reads the units of an article in order and keeps what was said: sayings with and without marks, and what goes on from
//! one sentence or paragraph to the next.

use super::clause::{self, Clauses, Saying};
use super::cues::{self, Strength};
use super::frame::{Cue, Words, is_pronoun};
use super::languages::Language;
use super::marks::Stretch;
use super::speakers::Speakers;
use super::units::Unit;
use crate::analysis::{Mention, Quote, QuoteStyle, Speaker};
use crate::ingest::Article;
use crate::text::{Span, WordList};
use std::ops::Range;

/// The fewest words in marks that are speech without anybody who says them.
pub(super) const LEAST_UNSAID: usize = 4;

pub struct Reader<'a> {
    pub(super) article: &'a Article,
    pub(super) words: &'a Words<'a>,
    pub(super) stretches: &'a [Stretch],
    pub(super) speakers: Speakers<'a>,
    /// Whether the article is English, whose sentences are read.
    has_cues: bool,
    /// Else what is known of its language.
    pub(super) language: Option<&'static Language>,
    pub(super) found: Vec<Quote>,
    /// The last quotation with marks, and how it ended.
    last: Option<Last>,
    /// Stretches right before the unit that nobody has said yet: "“Yes.” “We agree,” said Lavrov."
    waiting: Option<Range<usize>>,
    /// The unit before and the block where it ends.
    previous: Option<(Span, usize)>,
}

#[derive(Clone, Copy)]
struct Last {
    /// Place in `found`.
    quote: usize,
    /// Where the unit that it stands in ends.
    until: u32,
    /// Index of the block where it ends.
    block: usize,
    /// Whether all of it stands in marks, so that marks behind it go on with it.
    is_marked: bool,
}

impl<'a> Reader<'a> {
    pub fn new(
        article: &'a Article,
        words: &'a Words<'a>,
        stretches: &'a [Stretch],
        speakers: Speakers<'a>,
    ) -> Self {
        let has_cues = article.language.as_deref().unwrap_or("en").starts_with("en");
        Self {
            article,
            words,
            stretches,
            speakers,
            has_cues,
            language: Language::of(article),
            found: Vec::new(),
            last: None,
            waiting: None,
            previous: None,
        }
    }

    /// The quotations, and the pronouns whose person is sure.
    pub fn finish(mut self, sentences: &[Span]) -> (Vec<Quote>, Vec<Mention>) {
        self.leave_waiting();
        self.read_beside(sentences);
        (self.found, self.speakers.pronouns)
    }

    pub fn read(&mut self, unit: &Unit) {
        self.read_unit(unit);
        self.previous = Some((unit.span, unit.blocks.1));
    }

    fn read_unit(&mut self, unit: &Unit) {
        let frame = self.words.frame(unit.span);
        if frame.is_empty() {
            return self.read_marked(unit);
        }
        let kept = self.found.len();
        let cues = self.words.cues(&frame);
        let mut owned: Range<usize> = unit.stretches.start..unit.stretches.start;
        if !cues.is_empty() {
            let clauses = Clauses { words: self.words, stretches: self.stretches, unit, cues };
            let sayings = clauses.sayings();
            for at in 0..sayings.len() {
                if self.keep(&sayings, at, unit) {
                    owned.end = owned.end.max(sayings[at].stretches.end);
                }
            }
        }
        if self.has_cues && self.found.len() == kept && unit.stretches.is_empty() {
            self.read_headline(unit, &frame);
        }
        self.leave_waiting();
        for at in unit.stretches.clone().filter(|at| !owned.contains(at)) {
            self.read_alone(at, unit, &frame);
        }
    }

    /// Keeps a saying of a unit if it is one; tells whether marks in it are accounted for.
    fn keep(&mut self, sayings: &[Saying], at: usize, unit: &Unit) -> bool {
        let saying = &sayings[at];
        let holds = |outer: &Saying, inner: &Saying| {
            outer.span.contains(inner.cue.span) && outer.span.contains(inner.cue.subject)
        };
        let near = at.saturating_sub(clause::NEIGHBOURS)..sayings.len().min(at + clause::NEIGHBOURS);
        let others = || near.clone().filter(|&other| other != at).map(|other| &sayings[other]);
        // "Haddad said Nasser had called it “a mistake”": the words in marks are Nasser's.
        let is_passed_on = saying
            .stretches
            .clone()
            .all(|stretch| others().any(|inner| holds(saying, inner) && inner.stretches.contains(&stretch)));
        if is_passed_on {
            let is_told = |told: &Saying| {
                (!unit.is_heading || told.cue.strength == Strength::Says)
                    && clause::tells(&told.cue, self.words)
                    && self.can_speak(&told.cue)
            };
            // "blaming it on the port, which he said is closed": blaming tells nothing here, so that it hides nothing.
            let is_nested = || {
                others().any(|outer| holds(outer, saying) && (!outer.stretches.is_empty() || is_told(outer)))
            };
            if self.has_cues && is_told(saying) && !is_nested() {
                let speaker = Some(self.speakers.name(saying.cue.subject, self.words));
                let quote = Quote {
                    span: saying.span,
                    style: QuoteStyle::Indirect,
                    parts: Vec::new(),
                    speaker,
                    cue: Some(saying.cue.span),
                };
                self.found.push(quote);
            }
            return false;
        }
        let speaker = Some(self.speakers.name(saying.cue.subject, self.words));
        let mut stretches = saying.stretches.clone();
        let mut start = saying.span.start;
        if saying.is_fronted
            && let Some(waiting) = self.waiting.take()
        {
            if waiting.end == stretches.start && self.stretches[stretches.start].outer.start == start {
                start = self.stretches[waiting.start].outer.start;
                stretches.start = waiting.start;
            } else {
                self.waiting = Some(waiting);
                self.leave_waiting();
            }
        }
        let span = Span { start, end: saying.span.end };
        self.push(span, stretches, speaker, Some(saying.cue.span), (unit.span.end, unit.blocks.1));
        true
    }

    fn push(
        &mut self,
        span: Span,
        stretches: Range<usize>,
        speaker: Option<Speaker>,
        cue: Option<Span>,
        (until, block): (u32, usize),
    ) {
        let text = &self.article.text;
        let inside = &self.stretches[stretches];
        let parts: Vec<Span> = inside.iter().map(|stretch| stretch.inner.trimmed(text)).collect();
        let (first, last) = (inside.first(), inside.last());
        let is_marked = first.is_some_and(|first| first.outer.start == span.start)
            && last.is_some_and(|last| last.outer.end == span.end);
        let is_single = inside.len() == 1 && is_marked;
        let quote = Quote {
            span: if is_single { parts[0] } else { span },
            style: QuoteStyle::Direct,
            parts,
            speaker,
            cue,
        };
        self.last = Some(Last { quote: self.found.len(), until, block, is_marked });
        self.found.push(quote);
    }

    /// A unit that is nothing but marks: it goes on with the quotation before, or waits for the one behind.
    fn read_marked(&mut self, unit: &Unit) {
        let Some(first) = unit.stretches.clone().next() else { return };
        let start = self.stretches[first].outer.start;
        if let Some(last) = self.last
            && self.words.range(Span { start: last.until, end: start.max(last.until) }).is_empty()
            && (unit.blocks.0 == last.block
                || unit.blocks.0 == last.block + 1 && self.opens_block(start, unit))
            && self.waiting.is_none()
        {
            return self.go_on(last, unit);
        }
        if let Some((speaker, cue)) = self.announced(unit, start) {
            self.leave_waiting();
            let end = self.stretches[unit.stretches.end - 1].outer.end;
            return self.push(
                Span { start, end },
                unit.stretches.clone(),
                speaker,
                cue,
                (unit.span.end, unit.blocks.1),
            );
        }
        match &mut self.waiting {
            Some(waiting)
                if waiting.end == first && self.stretches[waiting.end - 1].last_block == unit.blocks.0 =>
            {
                waiting.end = unit.stretches.end;
            }
            _ => {
                self.leave_waiting();
                self.waiting = Some(unit.stretches.clone());
            }
        }
    }

    fn opens_block(&self, start: u32, unit: &Unit) -> bool {
        self.article.blocks[unit.blocks.0].span.start == start
    }

    fn go_on(&mut self, last: Last, unit: &Unit) {
        let text = &self.article.text;
        let end = self.stretches[unit.stretches.end - 1].outer.end;
        let more = &self.stretches[unit.stretches.clone()];
        let (speaker, cue) = (self.found[last.quote].speaker, self.found[last.quote].cue);
        if !last.is_marked {
            let start = more[0].outer.start;
            return self.push(
                Span { start, end },
                unit.stretches.clone(),
                speaker,
                cue,
                (unit.span.end, unit.blocks.1),
            );
        }
        let before = self.found[last.quote].span;
        let outer = self.stretches_of(before);
        let quote = &mut self.found[last.quote];
        if quote.parts.len() == 1 && quote.parts[0] == before {
            quote.span = outer;
        }
        quote.parts.extend(more.iter().map(|stretch| stretch.inner.trimmed(text)));
        quote.span.end = end;
        self.last = Some(Last { until: unit.span.end, block: unit.blocks.1, ..last });
    }

    /// The stretch with its marks whose words are `inner`.
    fn stretches_of(&self, inner: Span) -> Span {
        let at = self.stretches.partition_point(|stretch| stretch.outer.end < inner.end);
        self.stretches.get(at).map_or(inner, |stretch| stretch.outer)
    }

    /// A cue at the end of the paragraph before: "The ministry wrote:".
    fn announced(&mut self, unit: &Unit, start: u32) -> Option<(Option<Speaker>, Option<Span>)> {
        if !self.opens_block(start, unit) {
            return None;
        }
        let (previous, block) = self.previous?;
        if block + 1 != unit.blocks.0 || !previous.of(&self.article.text).ends_with(':') {
            return None;
        }
        let frame = self.words.frame(previous);
        let cue = self.words.cues(&frame).pop()?;
        Some((Some(self.speakers.name(cue.subject, self.words)), Some(cue.span)))
    }

    /// Marks in a sentence whose verbs do not account for them: speech only where they are a whole sentence.
    fn read_alone(&mut self, at: usize, unit: &Unit, frame: &[usize]) {
        let stretch = &self.stretches[at];
        let opens = stretch.outer.start == unit.span.start;
        let goes_on = stretch.inner.of(&self.article.text).trim_end().ends_with([',', '!', '?']);
        let behind = Span { start: stretch.outer.end, end: unit.span.end };
        let cue = if opens && goes_on && self.language.is_none() {
            self.words.cue_behind_marks(behind)
        } else {
            None
        };
        let speaker = match cue {
            Some(cue) => Some(self.speakers.name(cue.subject, self.words)),
            None => self.named_by_colon(stretch, frame),
        };
        if speaker.is_some() || opens && !unit.is_heading && self.is_sentence(stretch) {
            let cue = cue.map(|cue| cue.span);
            self.push(stretch.outer, at..at + 1, speaker, cue, (unit.span.end, unit.blocks.1));
        }
    }

    /// "Pollster Ana Silva: “Polls close early.”"
    fn named_by_colon(&mut self, stretch: &Stretch, frame: &[usize]) -> Option<Speaker> {
        const LONGEST: usize = 8;
        let before = self.article.text[..stretch.outer.start as usize].trim_end().strip_suffix(':')?;
        let last = frame
            .partition_point(|&word| self.words.words[word].span.start < stretch.outer.start)
            .checked_sub(1)?;
        if self.words.words[frame[last]].span.end as usize != before.len() {
            return None;
        }
        let mut first = last;
        while first > 0 && last - first < LONGEST && !self.words.is_break(frame[first - 1], frame[first]) {
            first -= 1;
        }
        let span = self.words.span(frame[first], frame[last]);
        self.speakers.is_named(span, self.words).then(|| self.speakers.name(span, self.words))
    }

    /// "Kerry: deal is close": somebody's words in short, where there is a verb in them.
    fn read_headline(&mut self, unit: &Unit, frame: &[usize]) {
        const LONGEST_NAME: usize = 5;
        const CLAUSE: WordList = WordList::of(
            "is are was were will would must can could should has have had may might we i cannot won't don't needs \
     need wants want isn't aren't",
        );
        let text = unit.span.of(&self.article.text);
        let is_line =
            unit.is_heading || self.article.blocks[unit.blocks.0].span == unit.span && !text.ends_with('.');
        let Some(colon) = text.find(": ").filter(|_| is_line) else { return };
        let name = Span { start: unit.span.start, end: unit.span.start + colon as u32 };
        let words = self.words.range(name).len();
        if words > LONGEST_NAME || frame.len() < words + 3 || !self.speakers.is_person(name) {
            return;
        }
        let is_clause = frame[words..].iter().any(|&at| CLAUSE.contains(&self.words.folded[at]));
        if is_clause {
            let speaker = Some(self.speakers.name(name, self.words));
            let span = Span { start: name.end + 1, end: unit.span.end }.trimmed(&self.article.text);
            self.found.push(Quote {
                span,
                style: QuoteStyle::Indirect,
                parts: Vec::new(),
                speaker,
                cue: None,
            });
        }
    }

    fn is_sentence(&self, stretch: &Stretch) -> bool {
        let inner = stretch.inner.of(&self.article.text).trim();
        self.words.range(stretch.inner).len() >= LEAST_UNSAID
            && (inner.ends_with([',', '.', '?', '!', '…', '—', ']'])
                || self.article.text[stretch.outer.end as usize..].starts_with(','))
    }

    /// Marks that waited for somebody to say them in vain are speech all the same where they are a sentence.
    fn leave_waiting(&mut self) {
        let Some(waiting) = self.waiting.take() else { return };
        let stretches = &self.stretches[waiting.clone()];
        if stretches.iter().all(|stretch| !self.is_sentence(stretch)) {
            return;
        }
        let span = Span { start: stretches[0].outer.start, end: stretches[stretches.len() - 1].outer.end };
        let block = stretches[stretches.len() - 1].last_block;
        self.push(span, waiting, None, None, (span.end, block));
    }

    /// Only names, roles, "he" and nouns for those who speak: "the plan said" is no speech.
    fn can_speak(&self, cue: &Cue) -> bool {
        let mut inside = self.words.range(cue.subject);
        self.speakers.is_named(cue.subject, self.words)
            || inside.any(|at| {
                let folded = &*self.words.folded[at];
                cues::speaks(folded) || is_pronoun(folded) && folded != "who"
            })
    }
}
