//! Who says what in an article: quotations between marks, and speech told in the article's own words.
//!
//! [`marks`] finds what stands between quotation marks; [`frame`] finds in the words around it the verb of saying
//! ([`cues`]) and its subject; [`speakers`] names the person behind "he" or "the minister"; [`indirect`] reads the
//! sentences without marks. A quoted stretch without a cue is speech only where it carries on a quotation or is a whole
//! clause by itself; titles and words held at a distance ("the “Open Door” policy") are none. English cues so far; in
//! other languages only what stands between marks is read. Cost: one pass over the words.

mod cues;
mod frame;
mod indirect;
mod marks;
mod speakers;

use super::{Entity, Mention, Quote, QuoteStyle, Speaker};
use crate::ingest::Article;
use crate::text::{Span, words};
use cues::Strength;
use frame::{Cue, Words};
use marks::{Stretch, stretches};
use speakers::Speakers;

/// The quotations of the article in order of where they begin. Pronouns whose speaker is sure are added to
/// `mentions`.
///
/// ```
/// use crossread::analysis::quotes;
/// use crossread::ingest::Article;
/// use crossread::text::{Block, BlockKind, Span, sentences};
/// let text = "“The border stays open,” the envoy told reporters.";
/// let blocks = vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }];
/// let article = Article { text: text.into(), blocks, ..Article::default() };
/// let found = quotes(&article, &sentences(text, &article.blocks), &mut Vec::new(), &[]);
/// assert_eq!(found[0].span.of(text), "The border stays open,");
/// assert_eq!(found[0].speaker.unwrap().span.of(text), "the envoy");
/// ```
pub fn quotes(
    article: &Article,
    sentences: &[Span],
    mentions: &mut Vec<Mention>,
    entities: &[Entity],
) -> Vec<Quote> {
    let stretches = stretches(article);
    let words = Words::new(&article.text, words(&article.text), &stretches);
    let mut speakers = Speakers::new(article, entities, mentions, &stretches);
    let mut reader = Reader { article, sentences, words: &words, stretches: &stretches };
    let mut found = reader.direct(&mut speakers);
    if article.language.as_deref().unwrap_or("en").starts_with("en") {
        found.extend(indirect::indirect(article, sentences, &words, &found, &mut speakers));
    }
    found.sort_by_key(|quote| (quote.span.start, quote.span.end));
    mentions.append(&mut speakers.pronouns);
    mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    found
}

struct Reader<'a> {
    article: &'a Article,
    sentences: &'a [Span],
    words: &'a Words<'a>,
    stretches: &'a [Stretch],
}

/// What a quoted stretch is linked to.
struct Link {
    cue: Option<Cue>,
    /// Whether the stretch begins its sentence.
    opens_sentence: bool,
}

impl Reader<'_> {
    fn direct(&mut self, speakers: &mut Speakers) -> Vec<Quote> {
        let links: Vec<Link> = self.stretches.iter().map(|stretch| self.link(stretch)).collect();
        let mut found: Vec<Quote> = Vec::new();
        let mut last: Option<(usize, Quote)> = None;
        for (at, (stretch, link)) in self.stretches.iter().zip(&links).enumerate() {
            let own = link.cue.filter(|cue| self.governs(cue, stretch, link));
            let (speaker, cue) = match own {
                Some(cue) => (Some(speakers.name(cue.subject, self.words)), Some(cue.span)),
                None => self.carried_on(at, &links, last.as_ref(), speakers),
            };
            if !self.is_speech(stretch, link, speaker.as_ref()) {
                continue;
            }
            let span = stretch.inner.trimmed(&self.article.text);
            let quote = Quote { span, style: QuoteStyle::Direct, speaker, cue };
            last = Some((stretch.last_block, quote.clone()));
            found.push(quote);
        }
        found
    }

    /// The cue that governs a stretch: before it in its sentence, behind it, or at the end of the paragraph before.
    fn link(&self, stretch: &Stretch) -> Link {
        let sentence_start =
            self.sentence_at(stretch.outer.start).map_or(stretch.outer.start, |sentence| sentence.start);
        let block_start = self.article.blocks[stretch.block].span.start;
        let before = Span {
            start: sentence_start.max(block_start).min(stretch.outer.start),
            end: stretch.outer.start,
        };
        let frame = self.words.frame(before);
        let opens_sentence = frame.is_empty();
        let in_front = self.words.cues(&frame).pop();
        let behind = self.behind(stretch);
        let ends_open = self.ends_open(stretch);
        let cue = match (in_front, behind) {
            (Some(front), Some(behind)) => {
                Some(if ends_open && self.distance(&front, stretch) > 6 { behind } else { front })
            }
            (Some(front), None) => Some(front),
            (None, Some(behind)) if opens_sentence || ends_open => Some(behind),
            _ if opens_sentence => self.announced(stretch),
            _ => None,
        };
        Link { cue, opens_sentence }
    }

    /// Whether the words in the marks end with a comma or the like, so that the sentence goes on.
    fn ends_open(&self, stretch: &Stretch) -> bool {
        stretch.inner.of(&self.article.text).trim_end().ends_with([',', '?', '!', '—', '-', '–', '…'])
            || self.article.text[stretch.outer.end as usize..].starts_with(',')
    }

    fn sentence_at(&self, at: u32) -> Option<Span> {
        let index = self.sentences.partition_point(|sentence| sentence.start <= at).checked_sub(1)?;
        Some(self.sentences[index])
    }

    /// The first cue behind the closing mark: "…,” he said".
    fn behind(&self, stretch: &Stretch) -> Option<Cue> {
        let sentence = self.sentence_at(stretch.outer.end.saturating_sub(1))?;
        let next = self.stretches.partition_point(|other| other.outer.start < stretch.outer.end);
        let limit =
            self.stretches.get(next).map_or(sentence.end, |other| other.outer.start.min(sentence.end));
        let after = Span { start: stretch.outer.end, end: limit.max(stretch.outer.end) };
        let frame = self.words.frame(after);
        let cue = *self.words.cues(&frame).first()?;
        let is_near = frame.iter().position(|&word| word == cue.word).is_some_and(|place| place < 16);
        (is_near && (cue.strength == Strength::Says || frame.len() < 6)).then_some(cue)
    }

    /// A cue at the end of the paragraph before: "The ministry wrote:".
    fn announced(&self, stretch: &Stretch) -> Option<Cue> {
        let previous = self.article.blocks[..stretch.block].last()?;
        if previous.span.end >= stretch.outer.start
            || self.article.blocks[stretch.block].span.start != stretch.outer.start
        {
            return None;
        }
        let text = previous.span.of(&self.article.text).trim_end();
        let sentence = self.sentence_at(previous.span.start + text.len() as u32 - 1)?;
        let cue = self.words.cues(&self.words.frame(sentence)).pop();
        if text.ends_with(':') { cue } else { None }
    }

    /// How many words stand between a cue and the stretch behind it.
    fn distance(&self, cue: &Cue, stretch: &Stretch) -> usize {
        let (from, to) = (cue.span.end.min(stretch.outer.end), stretch.outer.start.max(cue.span.end));
        self.words.range(Span { start: from, end: to }).len()
    }

    /// Whether a cue reaches as far as the stretch.
    fn governs(&self, cue: &Cue, stretch: &Stretch, link: &Link) -> bool {
        let is_in_front = cue.span.end <= stretch.outer.start;
        if !is_in_front || link.opens_sentence {
            return true;
        }
        let distance = self.distance(cue, stretch);
        distance <= if cue.strength == Strength::Says { 40 } else { 20 }
    }

    /// A quotation without a cue right behind another, in the same or the next paragraph, has the same speaker; one
    /// right before another in its paragraph too.
    fn carried_on(
        &self,
        at: usize,
        links: &[Link],
        last: Option<&(usize, Quote)>,
        speakers: &mut Speakers,
    ) -> (Option<Speaker>, Option<Span>) {
        let stretch = &self.stretches[at];
        if !links[at].opens_sentence {
            return (None, None);
        }
        if let Some((block, quote)) = last
            && stretch.block <= block + 1
            && quote.speaker.is_some()
            && (stretch.block == *block
                || self.article.blocks[stretch.block].span.start == stretch.outer.start)
            && self.is_clause(stretch)
        {
            return (quote.speaker, quote.cue);
        }
        let next = self.stretches.get(at + 1).filter(|next| next.block == stretch.last_block);
        let is_next_to = next.is_some_and(|next| {
            self.words.range(Span { start: stretch.outer.end, end: next.outer.start }).is_empty()
        });
        match links.get(at + 1).and_then(|link| link.cue).filter(|_| is_next_to) {
            Some(cue) => (Some(speakers.name(cue.subject, self.words)), Some(cue.span)),
            None => (None, None),
        }
    }

    fn is_clause(&self, stretch: &Stretch) -> bool {
        self.words.range(stretch.inner).len() >= 3
    }

    /// Whether a quoted stretch is speech, and no title, headline or word held at a distance.
    fn is_speech(&self, stretch: &Stretch, link: &Link, speaker: Option<&Speaker>) -> bool {
        let words = self.words.range(stretch.inner);
        let count = words.len();
        let inner = stretch.inner.of(&self.article.text).trim();
        let ends_as_sentence = inner.ends_with([',', '.', '?', '!', '…', '—']);
        if count == 0 || self.is_title(stretch) {
            return false;
        }
        if speaker.is_some() {
            let cue = link.cue.filter(|cue| cue.span.end <= stretch.outer.start);
            let is_near = cue.is_none_or(|cue| self.distance(&cue, stretch) <= 6);
            return count >= 3 || is_near || ends_as_sentence && link.opens_sentence;
        }
        count >= 4 && link.opens_sentence && ends_as_sentence
    }

    /// Capitals on most of its longer words, or a line of its own that ends without a stop.
    fn is_title(&self, stretch: &Stretch) -> bool {
        let inner = stretch.inner.of(&self.article.text).trim();
        let long =
            || self.words.range(stretch.inner).skip(1).filter(|&at| self.words.words[at].text.len() > 3);
        let capitals = long().filter(|&at| self.words.words[at].is_capitalised()).count();
        let is_headed = long().count() >= 2 && capitals * 10 >= long().count() * 8;
        let is_line = self.article.blocks[stretch.block].span == stretch.outer
            && !inner.ends_with(['.', '?', '!', '…', ',']);
        is_headed && !inner.ends_with(['?', '!']) || is_line && stretch.block == stretch.last_block
    }
}
