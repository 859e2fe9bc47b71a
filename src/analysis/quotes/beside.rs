//! Who says what stands between marks, in languages beside English: the verb right behind the marks ("„…“, sagte Scholz") or in
//! front of the colon that opens them ("عراقچی گفت: «…»"), and the name beside the verb. Where it is not clear who speaks nobody
//! is named. Cost: a look at the words of the sentence around each quotation.

use super::languages::{AUXILIARIES, Language, MARKS_BEHIND, NO_NAMES, PARTICLES, SPOKEN_TO};
use super::marks::Stretch;
use super::reader::{LEAST_UNSAID, Reader};
use crate::analysis::{Mention, Quote, QuoteStyle};
use crate::ingest::EntityKind;
use crate::text::Span;

/// A name with its titles has so many words at the most.
const LONGEST_NAME: usize = 6;

/// A verb of so few letters tells nothing in front of the marks.
const SHORTEST_VERB: usize = 3;

/// The verb, and the name of who says it.
type Said = (Span, Option<Span>);

impl Reader<'_> {
    /// Gives speakers to the quotations of an article in another language, and adds those that only a verb beside them shows.
    pub(super) fn read_beside(&mut self, sentences: &[Span]) {
        let Some(language) = self.language else { return };
        let known = self.found.len();
        let mut floor = 0;
        for stretch in self.stretches {
            let inner = stretch.inner.trimmed(&self.article.text);
            let sentence = sentences.partition_point(|sentence| sentence.end <= stretch.outer.start);
            let start = sentences.get(sentence).map_or(0, |sentence| sentence.start);
            let at = self.found[..known].partition_point(|quote| quote.span.end < inner.end);
            let at = Some(at).filter(|&at| at < known && self.found[at].span.contains(inner));
            let length = self.words.range(inner).len();
            let is_whole =
                at.is_some() || length >= LEAST_UNSAID || length > 1 && start == stretch.outer.start;
            let said = self
                .said_in_front(stretch, start.max(floor), language)
                .or_else(|| self.said_behind(stretch, language).filter(|_| is_whole));
            floor = stretch.outer.end;
            let Some((cue, name)) = said else { continue };
            let speaker = name.map(|name| self.speakers.name(name, self.words));
            match at {
                Some(at) if self.found[at].cue.is_some() => {}
                Some(at) => (self.found[at].speaker, self.found[at].cue) = (speaker, Some(cue)),
                None => self.found.push(Quote {
                    span: inner,
                    style: QuoteStyle::Direct,
                    parts: vec![inner],
                    speaker,
                    cue: Some(cue),
                }),
            }
        }
    }

    /// "„…“, sagte Scholz", "« … », a déclaré M. Macron".
    fn said_behind(&self, stretch: &Stretch, language: &Language) -> Option<Said> {
        let words = self.words;
        let first = words.range(Span { start: 0, end: stretch.outer.end }).end;
        let gap = words.between(stretch.outer.end, words.words.get(first)?.span.start);
        let is_parted = match gap.trim() {
            "" => {
                let last = stretch.inner.of(words.text).trim_end().chars().next_back();
                matches!(last, Some(',' | '،' | '!' | '?' | '؟' | '…'))
            }
            mark => MARKS_BEHIND.contains(mark),
        };
        if !is_parted || gap.bytes().any(|byte| byte == b'\n') {
            return None;
        }
        let verb = first + usize::from(AUXILIARIES.contains(&words.folded[first]));
        let behind = self.verb(verb, language)?;
        Some((words.span(verb, behind - 1), self.name_behind(behind)))
    }

    /// "Лавров заявил: «…»", "قال عراقجي: «…»": the verb between `start` and the marks. A name on either side, or a second verb,
    /// leaves open who speaks.
    fn said_in_front(&self, stretch: &Stretch, start: u32, language: &Language) -> Option<Said> {
        let words = self.words;
        if !words.between(start, stretch.outer.start).trim_end().ends_with(':') {
            return None;
        }
        let range = words.range(Span { start, end: stretch.outer.start });
        let mut said = None;
        for at in range.clone().filter(|&at| words.folded[at].len() >= SHORTEST_VERB) {
            let Some(behind) = self.verb(at, language) else { continue };
            let names = [self.name_in_front(range.start, at), self.name_behind(behind)];
            let name = if names[0].is_none() { names[1] } else { names[0].filter(|_| names[1].is_none()) };
            said = Some((words.span(at, behind - 1), name.filter(|_| said.is_none())));
        }
        said
    }

    /// The place behind the verb of saying that word `at` is, or is together with the next.
    fn verb(&self, at: usize, language: &Language) -> Option<usize> {
        let folded = self.words.folded.get(at).filter(|_| !self.words.quoted[at])?;
        let plain = folded.strip_prefix('و').unwrap_or(folded);
        if language.cues.contains(folded) || language.cues.contains(plain) {
            return Some(at + 1);
        }
        let both = folded.to_string() + self.words.folded.get(at + 1)?;
        language.cues.contains(&both).then_some(at + 2)
    }

    /// The name that begins at word `at`.
    fn mention(&self, at: usize) -> Option<&Mention> {
        let start = self.words.words.get(at)?.span.start;
        self.speakers.mentions_in(Span { start, end: start + 1 }).first().filter(|it| it.span.start == start)
    }

    /// The person whom the sentence begins with, without a comma or another person up to the verb; a country right in front of it.
    fn name_in_front(&self, first: usize, verb: usize) -> Option<Span> {
        let acts = |it: &&Mention| is_person(it) || self.words.range(it.span).end == verb;
        let name = self.mention(first).filter(acts)?.span;
        let end = self.words.words[verb].span.start;
        let others = self.speakers.mentions_in(Span { start: name.end, end });
        let between = self.words.between(name.end, end);
        let is_parted = between.chars().any(|mark| matches!(mark, ',' | '،' | ';' | '؛'));
        (!is_parted && !others.iter().any(is_person)).then_some(name)
    }

    /// Whether a word is next to the one before.
    #[inline(never)]
    fn follows(&self, at: usize) -> bool {
        matches!(self.words.gap(at - 1, at), " " | "\u{a0}") && !self.words.quoted[at]
    }

    /// "CDU-Chef", "M. Macron"
    fn is_joined(&self, at: usize) -> bool {
        match self.words.gap(at - 1, at) {
            "-" => true,
            gap => gap == ". " && self.words.folded[at - 1].len() == 1,
        }
    }

    /// The name at word `at`, right behind a verb: words in capitals, or where a script has none a mention.
    fn name_behind(&self, at: usize) -> Option<Span> {
        let words = self.words;
        let first = words.words.get(at).filter(|_| self.follows(at))?;
        let mut end = at;
        while let Some(word) = words.words.get(end)
            && word.is_capitalised()
            && !NO_NAMES.contains(&words.folded[end])
            && (self.follows(end) || self.is_joined(end))
            && end - at < LONGEST_NAME
        {
            end += 1;
        }
        let mut name = self.mention(at).map_or(Span { end: first.span.start, ..first.span }, |it| it.span);
        if end > at {
            // "ТАСС", "РИА Новости": who is told.
            if first.text.chars().nth(1).is_some_and(char::is_uppercase) {
                return None;
            }
            name.end = name.end.max(words.words[end - 1].span.end);
        }
        let last = words.range(name).last()?;
        let next = words.folded.get(last + 1).filter(|_| self.follows(last + 1));
        let is_of = |it: &Mention| is_person(it) && it.span.end != name.end;
        let is_another = self.speakers.mentions_in(name).iter().any(is_of)
            || SPOKEN_TO.iter().any(|ending| words.words[last].text.ends_with(ending))
            || next.is_some_and(|next| PARTICLES.contains(next))
            || matches!(words.text[name.end as usize..].chars().next(), Some('\'' | '’' | '-'));
        (!is_another).then_some(name)
    }
}

fn is_person(mention: &Mention) -> bool {
    mention.kind == EntityKind::Person
}
