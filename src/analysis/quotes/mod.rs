//! Who says what in an article: quotations between marks, and speech told in the article's own words.
//!
//! [`marks`] finds what stands between quotation marks, [`titles`] which of it is no speech; [`units`] are the sentences
//! as marks hold them together; [`frame`] finds in the words around the marks the verbs of saying ([`cues`]) and their
//! subjects ([`phrases`]); [`clause`] and [`objects`] tell what each says was said; [`reader`] puts sayings that go on together and
//! [`speakers`] names the person behind "he" or "the minister". All this is English; in the [`languages`] beside it what stands
//! between marks is read, with the verb and the name right [`beside`] the marks. Cost: one pass over the words.

mod beside;
mod clause;
mod cues;
mod frame;
mod genders;
mod languages;
mod marks;
mod objects;
mod phrases;
mod reader;
mod speakers;
mod titles;
mod units;
mod wordlists;

use super::{Entity, Mention, Quote};
use crate::ingest::Article;
use crate::text::{Arrange as _, Span, Word, words};
use frame::Words;
use languages::Language;
use reader::Reader;
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
    of_words(article, &words(&article.text), sentences, mentions, entities)
}

/// The same where the article's words are known.
pub(super) fn of_words(
    article: &Article,
    words: &[Word<'_>],
    sentences: &[Span],
    mentions: &mut Vec<Mention>,
    entities: &[Entity],
) -> Vec<Quote> {
    let mut stretches = marks::stretches(article);
    stretches.retain(|stretch| !titles::is_title(article, words, stretch));
    let words = Words::new(&article.text, words, &stretches, Language::of(article).is_none());
    let units = units::units(article, sentences, &stretches, &words);
    let speakers = Speakers::new(article, entities, mentions, &stretches);
    let mut reader = Reader::new(article, &words, &stretches, speakers);
    units.iter().for_each(|unit| reader.read(unit));
    let (mut found, mut pronouns) = reader.finish(sentences);
    found.arrange_by_key(|quote| (quote.span.start, quote.span.end, distance(quote)));
    // "Wilson said he told her, “…”": of two verbs the one that stands next to the words tells who said them.
    found.dedup_by_key(|quote| quote.span);
    mentions.append(&mut pronouns);
    mentions.arrange_by_key(|mention| (mention.span.start, mention.span.end));
    found
}

/// Bytes between what was said and the verb that says so.
fn distance(quote: &Quote) -> u32 {
    quote.cue.map_or(u32::MAX, |cue| {
        cue.start.saturating_sub(quote.span.end).max(quote.span.start.saturating_sub(cue.end))
    })
}
