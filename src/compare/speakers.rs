//! Who is said for sure to have said something, and whether two speakers are two people for sure.
//!
//! That two articles give the same words to two people is a grave thing to say, and is wrong wherever one of the two speakers is
//! read wrongly: who "he" or "the minister" is, that a spokeswoman speaks for a ministry, that Ken is Kenneth. So only
//! people count whom an article names right where it says who speaks, and whom the other article does not know at all.

use super::Document;
use super::values::may_be_one;
use crate::analysis::{Entity, Form, Quote};
use crate::ingest::EntityKind;
use crate::text::{Span, fold, words};

/// The person named as the speaker of a quote, with the words that say so.
pub(super) fn named_speaker<'a>(document: &Document<'a>, quote: &Quote) -> Option<(&'a Entity, Span)> {
    let reading = document.reading;
    let speaker = quote.speaker?;
    let index = speaker.entity?;
    let entity = reading.entities.get(usize::from(index.0)).filter(|it| it.kind == EntityKind::Person)?;
    let is_named = reading.mentions.iter().any(|mention| {
        mention.form == Form::Name && mention.entity == Some(index) && mention.span.overlaps(speaker.span)
    });
    is_named.then_some((entity, speaker.span))
}

/// Whether the speakers of two articles are two people for sure: neither article names anybody who may be the speaker of the other.
/// Where one does ("told Marta Lind", who then asked), it may have been read wrongly.
pub(super) fn are_two(documents: [&Document; 2], speakers: [&Entity; 2]) -> bool {
    (0..2).all(|side| {
        let entities = &documents[side].reading.entities;
        !entities.iter().any(|entity| may_be(entity, speakers[1 - side]))
    })
}

/// Whether two names have a word in common, or nearly so.
fn may_be(a: &Entity, b: &Entity) -> bool {
    let first: Vec<_> = words(&a.name).iter().map(|word| fold(word.text).into_owned()).collect();
    let shares = words(&b.name).iter().any(|word| first.iter().any(|known| *known == fold(word.text)));
    shares || may_be_one(a, b)
}
