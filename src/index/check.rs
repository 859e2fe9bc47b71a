//! Whether what was decoded fits the article it belongs to: other stages may then follow every span and every entity
//! without checking again.

use super::DecodeError;
use super::build::Details;
use super::section::Section;
use crate::analysis::{EntityIndex, Reading};
use crate::text::{Block, Span};
use serde::de::DeserializeOwned;

pub(super) fn decoded<T: DeserializeOwned>(section: Section, bytes: &[u8]) -> Result<T, DecodeError> {
    postcard::from_bytes(bytes).map_err(|error| section.error(format!("cannot be read ({error})")))
}

/// The reading of an article with this text.
pub(super) fn decoded_reading(bytes: &[u8], text: &str) -> Result<Reading, DecodeError> {
    let reading: Reading = decoded(Section::Readings, bytes)?;
    if !fit_reading(&reading, text) {
        return Err(Section::Readings.error("points outside its article"));
    }
    Ok(reading)
}

impl Details {
    /// The details of an article with this text.
    pub(super) fn decoded(bytes: &[u8], text: &str) -> Result<Self, DecodeError> {
        let details: Self = decoded(Section::Articles, bytes)?;
        if !fit_blocks(&details.blocks, text) {
            return Err(Section::Articles.error("has a block outside its article"));
        }
        Ok(details)
    }
}

/// Whether the blocks lie inside the text, ordered and apart.
fn fit_blocks(blocks: &[Block], text: &str) -> bool {
    let ordered = blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    ordered && blocks.iter().all(|block| fits(block.span, text))
}

/// Whether every span of the reading lies inside the text and every entity exists.
fn fit_reading(reading: &Reading, text: &str) -> bool {
    let span = |span: Span| fits(span, text);
    let entity =
        |index: Option<EntityIndex>| index.is_none_or(|index| usize::from(index.0) < reading.entities.len());
    reading.sentences.iter().all(|&sentence| span(sentence))
        && reading.mentions.iter().all(|mention| span(mention.span) && entity(mention.entity))
        && reading.quotes.iter().all(|quote| {
            span(quote.span)
                && quote.parts.iter().all(|&part| span(part))
                && quote.cue.is_none_or(span)
                && quote.speaker.is_none_or(|speaker| span(speaker.span) && entity(speaker.entity))
        })
        && reading.dates.iter().all(|date| span(date.span))
        && reading.numbers.iter().all(|number| span(number.span))
}

fn fits(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some()
}
