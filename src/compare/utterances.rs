//! What was said, as two articles give it: the same words, a part of them, the same in other words; and whether both say
//! that the same person said it. Two people who say the like in words of their own have said two things: only the same words
//! of direct speech can be given to another, and only where both articles name who said them ([`super::speakers`]).
//!
//! Words count by runs of three, so that a shared "we will not" makes no shared utterance. Other words for the same
//! are believed only inside passages that tell the same. Cost: every quote with every quote of another article.

use super::Document;
use super::comparison::{Passage, Place, Retelling, Utterance};
use super::naming::is_told;
use super::profile::language;
use super::speakers::{are_two, named_speaker};
use super::values::may_be_one;
use super::vocabulary::Vocabulary;
use crate::analysis::{Entity, Quote, QuoteStyle};
use crate::text::{Arrange as _, words};

/// Words of an utterance at the least: "Yes, we can" is said by many.
const LEAST_WORDS: usize = 4;

/// From so many words of direct speech on, two people do not happen to say the same: of the shorter ones that two articles on one
/// event give two people, all were two utterances ("fair trial", "is not our friend").
const TELLING_WORDS: usize = 8;

/// From this share of the shorter one's runs of words on, both give the same words.
const SAME_WORDS: f32 = 0.6;

/// How much of the shorter one's matter a paraphrase shares: at half of it the two say more alike than not.
const PARAPHRASED: f32 = 0.5;

/// How many different words of matter a paraphrase shares.
const LEAST_MATTER: usize = 3;

/// The utterances that two of the articles give, ordered by place.
pub(super) fn utterances(
    documents: &[Document],
    passages: &[Passage],
    vocabulary: &mut Vocabulary,
) -> Vec<Utterance> {
    let read = |(article, document)| said(article, document, vocabulary);
    let said: Vec<Vec<Said>> = documents.iter().enumerate().map(read).collect();
    let mut found = Vec::new();
    for first in 0..said.len() {
        for second in first + 1..said.len() {
            for x in &said[first] {
                for y in &said[second] {
                    let relation = retelling(x, y, passages);
                    found.extend(relation.and_then(|relation| utterance(documents, x, y, relation)));
                }
            }
        }
    }
    found
}

/// A quote with its words.
struct Said<'a> {
    quote: &'a Quote,
    place: Place,
    /// The folded words, numbered.
    words: Vec<u32>,
    /// The different runs of three of them, in order.
    runs: Vec<[u32; 3]>,
    /// Stems of the words that carry matter, in order, each once.
    matter: Vec<u32>,
}

fn said<'a>(article: usize, document: &Document<'a>, vocabulary: &mut Vocabulary) -> Vec<Said<'a>> {
    let language = vocabulary.language(language(document));
    let read = |quote: &'a Quote| {
        let (mut read, mut matter) = (Vec::new(), Vec::new());
        for word in words(quote.span.of(&document.article.text)) {
            let lexeme = vocabulary.lexeme(language, &word.folded());
            read.push(lexeme.word);
            matter.extend(lexeme.stem.map(|stem| stem.number));
        }
        matter.arrange();
        matter.dedup();
        let mut runs: Vec<[u32; 3]> = read.windows(3).map(|run| [run[0], run[1], run[2]]).collect();
        runs.arrange();
        runs.dedup();
        Said { quote, place: Place { article, span: quote.span }, words: read, runs, matter }
    };
    let quotes = document.reading.quotes.iter().filter(|quote| is_told(document, quote.span));
    quotes.map(read).filter(|said| said.words.len() >= LEAST_WORDS).collect()
}

fn retelling(x: &Said, y: &Said, passages: &[Passage]) -> Option<Retelling> {
    if x.words == y.words {
        return Some(Retelling::Same);
    }
    let (shorter, longer) = if x.words.len() <= y.words.len() { (x, y) } else { (y, x) };
    if shared_runs(shorter, longer) >= SAME_WORDS {
        return Some(Retelling::Cut);
    }
    let shared = x.matter.iter().filter(|word| y.matter.binary_search(word).is_ok()).count();
    let least = x.matter.len().min(y.matter.len()).max(1);
    let alike = shared >= LEAST_MATTER && shared as f32 / least as f32 >= PARAPHRASED;
    (alike && are_aligned(x, y, passages)).then_some(Retelling::Paraphrased)
}

/// How many of the shorter one's runs of three words the longer one has, 0 to 1.
fn shared_runs(shorter: &Said, longer: &Said) -> f32 {
    let shared = shorter.runs.iter().filter(|run| longer.runs.binary_search(run).is_ok()).count();
    shared as f32 / shorter.runs.len().max(1) as f32
}

fn are_aligned(x: &Said, y: &Said, passages: &[Passage]) -> bool {
    let holds = |passage: &Passage, said: &Said| {
        let place =
            |place: &Place| place.article == said.place.article && place.span.overlaps(said.place.span);
        passage.places.iter().any(place)
    };
    passages.iter().any(|passage| holds(passage, x) && holds(passage, y))
}

/// How many words of a quote stand between quotation marks.
fn words_in_marks(document: &Document, said: &Said) -> usize {
    let Quote { style, span, parts, .. } = said.quote;
    if *style == QuoteStyle::Indirect {
        return 0;
    }
    let marked = if parts.is_empty() { std::slice::from_ref(span) } else { parts };
    marked.iter().map(|part| words(part.of(&document.article.text)).len()).sum()
}

/// None where two people say the like.
fn utterance(documents: &[Document], x: &Said, y: &Said, relation: Retelling) -> Option<Utterance> {
    let speaker = |said: &Said| -> Option<Entity> {
        let reading = documents[said.place.article].reading;
        let index = said.quote.speaker?.entity?;
        reading.entities.get(usize::from(index.0)).cloned()
    };
    let named = |said: &Said| named_speaker(&documents[said.place.article], said.quote).map(|it| it.0);
    let (first, second) = (speaker(x), speaker(y));
    let apart = matches!((&first, &second), (Some(first), Some(second)) if !may_be_one(first, second));
    let between = [x, y].map(|said| &documents[said.place.article]);
    let are_two =
        matches!((named(x), named(y)), (Some(first), Some(second)) if are_two(between, [first, second]));
    let said_by_them =
        [x, y].iter().all(|said| words_in_marks(&documents[said.place.article], said) >= TELLING_WORDS);
    let same_words = relation != Retelling::Paraphrased && said_by_them;
    (!apart || same_words).then(|| Utterance {
        relation,
        places: [x.place, y.place],
        speakers: [first, second].map(|speaker| speaker.map(|speaker| speaker.id)),
        given_to_another: apart && are_two,
    })
}
