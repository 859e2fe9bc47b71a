//! Every match of a query in its context: the match in the middle, what stands left and right of it on the same block,
//! ordered by article or by the neighbouring words (a key word in context index, Luhn 1960).
//!
//! Cost: the positions of the query's words in all matching articles; the texts of those that are shown, and for an
//! order by neighbours of the articles of the first [`MOST_ORDERED`] matches.

use super::filters::Filters;
use super::matching::evaluated;
use super::occurrences::{Occurrence, occurrences};
use super::parser::parse;
use super::ranking::best;
use super::results::Request;
use super::syntax::{Pattern, Query};
use crate::index::{ArticleId, Corpus, DecodeError, Zone};
use crate::text::{Arrange as _, Block, Span, Word, words};

/// How many matches are put in the order of their neighbours; those behind stay in the order of the articles.
const MOST_ORDERED: usize = 10_000;
/// How much of the context is shown on either side, in characters.
const REACH: usize = 60;
/// How many neighbours decide the order.
const NEIGHBOURS: usize = 5;

/// Some of the lines, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concordance {
    pub total: usize,
    /// How many of them, from the first, are in the order asked for: all, or where neighbours decide at most 10,000.
    pub ordered: usize,
    pub lines: Vec<Line>,
}

/// A match in its context; all spans are of the article's text and follow each other without a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub article: ArticleId,
    pub left: Span,
    pub span: Span,
    pub right: Span,
}

/// What decides the order of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineOrder {
    /// The order of the search, then of the text.
    #[default]
    Article,
    /// The words before the match, the nearest first.
    Left,
    /// The words behind the match.
    Right,
}

/// The matches of a request's query in the texts of the articles that match the request, or in one article alone.
/// `request.offset` and `request.limit` count lines.
pub fn concordance(
    corpus: &Corpus,
    request: &Request,
    article: Option<ArticleId>,
    order: LineOrder,
) -> Result<Concordance, DecodeError> {
    let query = parse(&request.query).0;
    let articles = match article {
        Some(article) => vec![article.0],
        None => {
            let mut patterns = Vec::new();
            let matching = evaluated(corpus, &query, &mut patterns)?;
            let matching = Filters::new(corpus, request, matching)?.all();
            let ranked = best(corpus, &patterns, &matching, request.sort, corpus.len())?;
            ranked.iter().map(|(article, _)| *article).collect()
        }
    };
    let found = in_order(found(corpus, &query, article)?, &articles);
    let mut concordance = Concordance { total: found.len(), ordered: found.len(), lines: Vec::new() };
    let mut pages = Pages { corpus, order, lines: Vec::new() };
    if order == LineOrder::Article {
        let shown = found.iter().skip(request.offset).take(request.limit);
        pages.read(&shown.copied().collect::<Vec<_>>())?;
        concordance.lines = pages.lines.into_iter().map(|(_, line)| line).collect();
        return Ok(concordance);
    }
    concordance.ordered = found.len().min(MOST_ORDERED);
    pages.read(&found[..concordance.ordered])?;
    pages.lines.arrange_by(|a, b| a.0.cmp(&b.0));
    pages.order = LineOrder::Article;
    let needed = request.offset.saturating_add(request.limit).min(found.len());
    pages.read(found.get(concordance.ordered..needed).unwrap_or(&[]))?;
    let shown = pages.lines.into_iter().skip(request.offset).take(request.limit);
    concordance.lines = shown.map(|(_, line)| line).collect();
    Ok(concordance)
}

/// Where the patterns of the query stand in texts, by article and position; where two share a word they are one.
fn found(corpus: &Corpus, query: &Query, only: Option<ArticleId>) -> Result<Vec<Occurrence>, DecodeError> {
    let mut all = Vec::new();
    let mut patterns = 0;
    for pattern in Pattern::wanted(query).into_iter().filter(|pattern| pattern.zone != Some(Zone::Title)) {
        all.extend(in_texts(corpus, occurrences(corpus, pattern, only.map(|article| article.0))?)?);
        patterns += 1;
    }
    if patterns > 1 {
        all.arrange();
    }
    all.dedup_by(|next, kept| {
        let meet = next.article == kept.article && next.first <= kept.last;
        kept.last = if meet { kept.last.max(next.last) } else { kept.last };
        meet
    });
    Ok(all)
}

/// The occurrences in texts, their positions counted from the text's first word.
fn in_texts(corpus: &Corpus, found: Vec<Occurrence>) -> Result<Vec<Occurrence>, DecodeError> {
    let columns = corpus.columns()?;
    let in_text = |Occurrence { article, first, last }| {
        let title = columns.title_words(article);
        let (first, last) = (first.checked_sub(title)?, last.checked_sub(title)?);
        Some(Occurrence { article, first, last })
    };
    Ok(found.into_iter().filter_map(in_text).collect())
}

/// The occurrences of the articles, in the order of the articles.
fn in_order(found: Vec<Occurrence>, articles: &[u32]) -> Vec<Occurrence> {
    let mut ordered = Vec::with_capacity(found.len());
    for &article in articles {
        let from = found.partition_point(|occurrence| occurrence.article < article);
        ordered.extend(found[from..].iter().take_while(|occurrence| occurrence.article == article));
    }
    ordered
}

/// Lines in the making, each with what decides its place.
struct Pages<'c> {
    corpus: &'c Corpus,
    order: LineOrder,
    lines: Vec<(String, Line)>,
}

impl Pages<'_> {
    /// Makes lines of occurrences, those of one article side by side.
    fn read(&mut self, found: &[Occurrence]) -> Result<(), DecodeError> {
        for of_article in found.chunk_by(|a, b| a.article == b.article) {
            let id = ArticleId(of_article[0].article);
            let text = &self.corpus.text(id)?;
            let blocks = self.corpus.blocks(id, text)?;
            let words = words(text);
            for occurrence in of_article {
                let (first, last) = (occurrence.first as usize, occurrence.last as usize);
                let (Some(begin), Some(end)) = (words.get(first), words.get(last)) else { continue };
                let span = Span { start: begin.span.start, end: end.span.end };
                let block = block_around(&blocks, span, text);
                let (left, right) = context(text, block, span);
                let key = match self.order {
                    LineOrder::Article => String::new(),
                    LineOrder::Left => neighbours(words[..first].iter().rev(), block),
                    LineOrder::Right => neighbours(words[last + 1..].iter(), block),
                };
                self.lines.push((key, Line { article: id, left, span, right }));
            }
        }
        Ok(())
    }
}

fn block_around(blocks: &[Block], span: Span, text: &str) -> Span {
    let whole = Span::new(0, text.len());
    blocks.iter().find(|block| block.span.contains(span)).map_or(whole, |block| block.span)
}

/// The nearest words of the block, folded.
fn neighbours<'w>(words: impl Iterator<Item = &'w Word<'w>>, block: Span) -> String {
    let mut key = String::new();
    for word in words.take(NEIGHBOURS).take_while(|word| block.contains(word.span)) {
        key.push_str(&word.folded());
        key.push(' ');
    }
    key
}

/// What stands before and behind the match in its block, cut between words.
fn context(text: &str, block: Span, span: Span) -> (Span, Span) {
    let before = &text[block.start as usize..span.start as usize];
    let behind = &text[span.end as usize..block.end as usize];
    let mut left = before.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    if left > 0
        && let Some((space, character)) = before[left..].char_indices().find(|(_, of)| of.is_whitespace())
    {
        left += space + character.len_utf8();
    }
    let mut right = behind.char_indices().nth(REACH).map_or(behind.len(), |(at, _)| at);
    if right < behind.len() {
        right = behind[..right].rfind(char::is_whitespace).unwrap_or(right);
    }
    let start = Span { start: block.start + left as u32, end: span.start };
    (start, Span { start: span.end, end: span.end + right as u32 })
}
