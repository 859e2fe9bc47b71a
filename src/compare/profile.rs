//! What each sentence of an article has to be compared by: the entities it names, its dates and numbers, and its
//! content words by stem. Made once an article; every pair of articles is then judged from these alone.
//!
//! Features are numbered by the order of their text over all articles, so that sums run in the same order whichever
//! articles are compared and in whichever order they are given. Cost: linear in words, one sort of the vocabulary.

use super::Document;
use super::clauses::clauses;
use super::descriptions::descriptions;
use super::vocabulary::{LanguageIndex, Vocabulary, slot};
use crate::analysis::{DateMention, Entity, EntityIndex, Form, Mention, Number};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, BlockKind, Span, Word, sentences, words};
use std::ops::Range;

/// The number of an entity or a stem in the vocabulary of one comparison.
pub(super) type Feature = u32;

/// The articles of one comparison, ready to be held against each other.
pub(super) struct Profiles<'a> {
    pub articles: Vec<ArticleProfile<'a>>,
    /// How many features there are; those below `entities` are entities, the others stems.
    pub features: usize,
    pub entities: u32,
}

pub(super) struct ArticleProfile<'a> {
    pub document: Document<'a>,
    /// The sentences of the article itself; headings, links, teasers and bylines are left out.
    pub sentences: Vec<SentenceProfile>,
    /// The stems of the title and the headings, ascending.
    pub headlines: Vec<Feature>,
    /// Every feature of the article, ascending.
    pub uses: Vec<FeatureUse>,
    /// For each entity of the reading its feature, where a sentence names it.
    pub entities: Vec<Option<Feature>>,
}

/// How one article uses a feature.
pub(super) struct FeatureUse {
    pub feature: Feature,
    /// In how many of the article's sentences it stands.
    pub sentences: u32,
    /// From [`super::vocabulary`]; that of its most common form.
    pub rarity: f32,
}

pub(super) struct SentenceProfile {
    pub span: Span,
    /// The place of its block in the article.
    pub block: usize,
    /// Ascending, each once.
    pub features: Vec<Feature>,
    /// The same in the order of the text, each as often as it stands there.
    pub sequence: Vec<Feature>,
    /// What named agreements, events and organizations are called, ascending: "the treaty" may be the one named.
    pub named: Vec<Named>,
    pub tokens: Vec<Token>,
    /// The parts that a sentence is made of, where it has two or more.
    pub clauses: Vec<Clause>,
    pub mentions: Range<usize>,
    pub dates: Range<usize>,
    pub numbers: Range<usize>,
}

/// A word that stands in the name of an entity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Named {
    pub word: Feature,
    pub entity: Feature,
}

/// A part of a sentence that says something by itself.
pub(super) struct Clause {
    pub span: Span,
    /// Ascending, each once.
    pub features: Vec<Feature>,
    /// Ascending, each once.
    pub named: Vec<Named>,
}

/// A word of a sentence.
#[derive(Clone, Copy)]
pub(super) struct Token {
    pub span: Span,
    /// The folded word, numbered; equal numbers are equal words.
    pub word: u32,
    /// Its stem, where the word carries matter of its own and is no part of a name or a date.
    pub feature: Option<Feature>,
    /// What an agreement, event or organization is called in its name.
    pub named: Option<Named>,
    /// Whether it carries matter of its own, in a name or out of one.
    pub is_telling: bool,
}

impl<'a> ArticleProfile<'a> {
    pub fn text(&self) -> &'a str {
        &self.document.article.text
    }

    pub fn mentions(&self, sentence: &SentenceProfile) -> &'a [Mention] {
        self.document.reading.mentions.get(sentence.mentions.clone()).unwrap_or(&[])
    }

    pub fn dates(&self, sentence: &SentenceProfile) -> &'a [DateMention] {
        self.document.reading.dates.get(sentence.dates.clone()).unwrap_or(&[])
    }

    pub fn numbers(&self, sentence: &SentenceProfile) -> &'a [Number] {
        self.document.reading.numbers.get(sentence.numbers.clone()).unwrap_or(&[])
    }

    /// Whether a feature stands anywhere in the article, its title and headings included.
    pub fn has(&self, feature: Feature) -> bool {
        let used = self.uses.binary_search_by_key(&feature, |usage| usage.feature);
        used.is_ok_and(|at| self.uses[at].sentences > 0) || self.headlines.binary_search(&feature).is_ok()
    }

    /// The feature of what is mentioned.
    pub fn feature(&self, mention: &Mention) -> Option<Feature> {
        self.entities.get(usize::from(mention.entity?.0)).copied().flatten()
    }

    /// The entity an index points to; `None` for an index the reading does not hold.
    pub fn entity(&self, index: EntityIndex) -> Option<&'a Entity> {
        self.document.reading.entities.get(usize::from(index.0))
    }
}

impl Profiles<'_> {
    /// Leaves out the sentences most of whose words stand in the stretches given for each article.
    pub fn leave_aside(&mut self, aside: &[Vec<Span>]) {
        for (article, aside) in self.articles.iter_mut().zip(aside).filter(|(_, aside)| !aside.is_empty()) {
            let is_aside = |token: &&Token| aside.iter().any(|aside| aside.contains(token.span));
            let stays = |sentence: &SentenceProfile| {
                2 * sentence.tokens.iter().filter(is_aside).count() <= sentence.tokens.len()
            };
            article.sentences.retain(stays);
        }
    }
}

/// The language an article is compared in.
pub(super) fn language<'a>(document: &Document<'a>) -> &'a str {
    language_or_english(document.article.language.as_deref())
}

/// English where no language is given, for its lists do no harm elsewhere.
pub(super) fn language_or_english(tag: Option<&str>) -> &str {
    tag.filter(|tag| !tag.is_empty()).unwrap_or("en")
}

pub(super) fn profiles<'a>(documents: &[Document<'a>], vocabulary: &mut Vocabulary) -> Profiles<'a> {
    let mut articles: Vec<ArticleProfile> =
        documents.iter().map(|document| Profiler::new(*document, vocabulary).read()).collect();
    let (ranks, entities) = vocabulary.ranks();
    for article in &mut articles {
        article.renumber(&ranks);
    }
    Profiles { articles, features: ranks.len(), entities }
}

impl ArticleProfile<'_> {
    fn renumber(&mut self, ranks: &[u32]) {
        let rank = |feature: u32| ranks[feature as usize];
        for sentence in &mut self.sentences {
            sentence.sequence.iter_mut().for_each(|feature| *feature = rank(*feature));
            sentence.features = each_once(sentence.sequence.clone());
            for clause in &mut sentence.clauses {
                clause.features.iter_mut().for_each(|feature| *feature = rank(*feature));
                clause.features = each_once(std::mem::take(&mut clause.features));
                clause.named.iter_mut().for_each(|named| named.renumber(ranks));
                clause.named = each_once(std::mem::take(&mut clause.named));
            }
            for token in &mut sentence.tokens {
                token.feature = token.feature.map(rank);
                token.named.iter_mut().for_each(|named| named.renumber(ranks));
            }
            sentence.named = each_once(sentence.tokens.iter().filter_map(|token| token.named).collect());
        }
        self.headlines.iter_mut().for_each(|feature| *feature = rank(*feature));
        self.headlines.arrange();
        self.entities.iter_mut().for_each(|feature| *feature = feature.map(rank));
        self.uses.iter_mut().for_each(|usage| usage.feature = rank(usage.feature));
        self.uses.arrange_by_key(|usage| usage.feature);
    }
}

impl Named {
    fn renumber(&mut self, ranks: &[u32]) {
        self.word = ranks[self.word as usize];
        self.entity = ranks[self.entity as usize];
    }
}

/// Reads the sentences of one article.
struct Profiler<'a, 'v, 'r> {
    document: Document<'a>,
    vocabulary: &'v mut Vocabulary<'r>,
    language: LanguageIndex,
    uses: Vec<FeatureUse>,
    /// By feature the place of its use.
    places: Vec<Option<u32>>,
    /// For each use the last sentence that counts, by its number, from 1; `read` is that of the last one read.
    noted: Vec<u32>,
    read: u32,
    entities: Vec<Option<Feature>>,
}

impl<'a, 'v, 'r> Profiler<'a, 'v, 'r> {
    fn new(document: Document<'a>, vocabulary: &'v mut Vocabulary<'r>) -> Self {
        Self {
            document,
            language: vocabulary.language(language(&document)),
            vocabulary,
            uses: Vec::new(),
            places: Vec::new(),
            noted: Vec::new(),
            read: 0,
            entities: vec![None; document.reading.entities.len()],
        }
    }

    fn read(mut self) -> ArticleProfile<'a> {
        let sentences = self.sentences();
        let headlines = self.headlines();
        ArticleProfile {
            headlines,
            document: self.document,
            sentences,
            uses: self.uses,
            entities: self.entities,
        }
    }

    fn headlines(&mut self) -> Vec<Feature> {
        let article = self.document.article;
        let headings = article.blocks.iter().filter(|block| block.kind == BlockKind::Heading);
        let texts = headings.map(|block| block.span.of(&article.text)).chain([article.title.as_str()]);
        let mut stems = Vec::new();
        for word in texts.flat_map(words) {
            let folded = word.folded();
            let stem = self.vocabulary.lexeme(self.language, &folded).stem;
            let stem = stem.filter(|_| is_word(&folded));
            stems.extend(stem.map(|stem| self.vocabulary.feature(self.language, stem)));
        }
        stems
    }

    fn sentences(&mut self) -> Vec<SentenceProfile> {
        let article = self.document.article;
        let told = |kind: BlockKind| kind.is_article() && kind != BlockKind::Heading;
        let computed;
        let spans = if self.document.reading.sentences.is_empty() {
            computed = sentences(&article.text, &article.blocks);
            &computed
        } else {
            &self.document.reading.sentences
        };
        let mut profiles = Vec::with_capacity(spans.len());
        for &span in spans {
            let block = article.blocks.iter().position(|block| block.span.contains(span));
            if let Some(block) = block.filter(|&block| told(article.blocks[block].kind)) {
                let sentence = self.sentence(span, block);
                if !sentence.tokens.is_empty() {
                    profiles.push(sentence);
                }
            }
        }
        profiles
    }

    fn sentence(&mut self, span: Span, block: usize) -> SentenceProfile {
        let Document { article, reading } = self.document;
        let mentions = within(&reading.mentions, span, |mention| mention.span);
        let dates = within(&reading.dates, span, |date| date.span);
        let numbers = within(&reading.numbers, span, |number| number.span);
        let mut taken: Vec<Span> = reading.dates[dates.clone()].iter().map(|date| date.span).collect();
        let named = reading.mentions[mentions.clone()]
            .iter()
            .filter_map(|mention| Some((mention.span, mention.entity?)));
        let mut placed = Vec::new();
        for (span, entity) in named {
            taken.push(span);
            placed.extend(self.entity(entity).map(|feature| (span, feature)));
        }
        let people = reading.mentions[mentions.clone()].iter().filter(|it| it.kind == EntityKind::Person);
        taken.extend(people.flat_map(|person| descriptions(&article.text, span, person.span)));
        let tokens = self.tokens(span, &taken, &reading.mentions[mentions.clone()]);
        placed.extend(tokens.iter().filter_map(|token| Some((token.span, token.feature?))));
        placed.arrange_by_key(|it| it.0);
        let clauses = clauses(&article.text, &tokens, &placed);
        let sequence: Vec<Feature> = placed.iter().map(|it| it.1).collect();
        self.note_sentence(&sequence);
        // In order once all features of the comparison are known.
        let (features, named) = Default::default();
        SentenceProfile { span, block, features, sequence, named, tokens, clauses, mentions, dates, numbers }
    }

    /// Counts a sentence for each feature that it has.
    fn note_sentence(&mut self, sequence: &[Feature]) {
        self.read += 1;
        for &feature in sequence {
            let Some(at) = self.places.get(feature as usize).copied().flatten() else { continue };
            let last = &mut self.noted[at as usize];
            self.uses[at as usize].sentences += u32::from(*last < self.read);
            *last = self.read;
        }
    }

    fn tokens(&mut self, sentence: Span, taken: &[Span], mentions: &[Mention]) -> Vec<Token> {
        let text = sentence.of(&self.document.article.text);
        let token = |profiler: &mut Self, word: Word| {
            let span = word.span.shifted(sentence.start as usize);
            let (word, feature) = profiler.word(&word.folded());
            let is_named = taken.iter().any(|name| name.contains(span));
            let named = feature.filter(|_| is_named).and_then(|word| {
                let name = mentions.iter().find(|it| it.span.contains(span) && names_matter(it))?;
                is_head(&profiler.document.article.text, name.span, span).then_some(())?;
                let entity = profiler.entities.get(usize::from(name.entity?.0)).copied()??;
                Some(Named { word, entity })
            });
            Token { span, word, feature: feature.filter(|_| !is_named), named, is_telling: feature.is_some() }
        };
        words(text).into_iter().map(|word| token(self, word)).collect()
    }

    /// The number of a folded word, and its feature where it carries matter.
    fn word(&mut self, folded: &str) -> (u32, Option<Feature>) {
        let lexeme = self.vocabulary.lexeme(self.language, folded);
        let feature = lexeme.stem.filter(|_| is_word(folded)).map(|stem| {
            let feature = self.vocabulary.feature(self.language, stem);
            self.count(feature, stem.rarity);
            feature
        });
        (lexeme.word, feature)
    }

    fn entity(&mut self, index: EntityIndex) -> Option<Feature> {
        let at = usize::from(index.0);
        if let Some(feature) = *self.entities.get(at)? {
            return Some(feature);
        }
        let entity = self.document.reading.entities.get(at)?;
        let feature = self.vocabulary.entity(&entity.id);
        let rarity = self.name_rarity(&entity.name);
        self.count(feature, rarity);
        self.entities[at] = Some(feature);
        Some(feature)
    }

    /// A name is as rare as its words together, within bounds: no single name may carry a pair of sentences.
    fn name_rarity(&mut self, name: &str) -> f32 {
        let word = |part: &Word| self.vocabulary.rarity(self.language, &part.folded());
        words(name).iter().map(word).sum::<f32>().clamp(1.5, 4.5)
    }

    fn count(&mut self, feature: Feature, rarity: f32) {
        let next = self.uses.len() as u32;
        let at = *slot(&mut self.places, feature).get_or_insert(next);
        if at == next {
            self.uses.push(FeatureUse { feature, sentences: 0, rarity });
            self.noted.push(0);
        }
        let usage = &mut self.uses[at as usize];
        usage.rarity = usage.rarity.min(rarity);
    }
}

/// Ascending, each once.
pub(super) fn each_once<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.arrange();
    values.dedup();
    values
}

/// Whether a folded word is more than a number or a single letter.
fn is_word(folded: &str) -> bool {
    let mut characters = folded.chars();
    characters.next().is_some_and(|first| !first.is_numeric()) && characters.next().is_some()
}

/// Whether a mention names a thing by words that say what it is.
fn names_matter(mention: &Mention) -> bool {
    mention.form == Form::Name && !matches!(mention.kind, EntityKind::Person | EntityKind::Place)
}

/// Whether a word is what a name calls the thing: the last one, or the last before an "on" or "of".
fn is_head(text: &str, name: Span, word: Span) -> bool {
    let part = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or("");
    let begins_small = |rest: &str| rest.trim_start().chars().next().is_none_or(char::is_lowercase);
    let before = part(name.start, word.start);
    begins_small(part(word.end, name.end)) && !before.split_whitespace().any(begins_small)
}

/// The items of an ordered list that begin inside a sentence.
fn within<T>(items: &[T], sentence: Span, span: impl Fn(&T) -> Span) -> Range<usize> {
    let start = items.partition_point(|item| span(item).start < sentence.start);
    let count = items[start..].iter().take_while(|item| span(item).start < sentence.end).count();
    start..start + count
}
