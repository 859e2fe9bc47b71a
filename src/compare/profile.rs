//! What each sentence of an article has to be compared by: the entities it names, its dates and numbers, and its
//! content words by stem. Made once an article; every pair of articles is then judged from these alone.
//!
//! Features are numbered by the order of their text over all articles, so that sums run in the same order whichever
//! articles are compared and in whichever order they are given. Cost: linear in words, one sort of the vocabulary.

use super::clauses::clauses;
use super::commonness::Commonness;
use super::stop_words::StopWords;
use super::synonyms::Synonyms;
use super::titles::titles;
use super::{Document, Rarity};
use crate::analysis::{DateMention, Entity, EntityIndex, Form, Mention, Number};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, BlockKind, Keyed, Span, fold, sentences, stem, words};
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
    /// From [`Commonness::rarity`]; that of its most common form.
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

    /// The entity an index points to; `None` for an index the reading does not hold.
    pub fn entity(&self, index: EntityIndex) -> Option<&'a Entity> {
        self.document.reading.entities.get(usize::from(index.0))
    }

    /// How the article uses a feature, where it does.
    pub fn usage(&self, feature: Feature) -> Option<&FeatureUse> {
        self.uses.binary_search_by_key(&feature, |usage| usage.feature).ok().map(|at| &self.uses[at])
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

/// The language an article is compared in; English where none is given, for its lists do no harm elsewhere.
pub(super) fn language<'a>(document: &Document<'a>) -> &'a str {
    document.article.language.as_deref().filter(|tag| !tag.is_empty()).unwrap_or("en")
}

pub(super) fn profiles<'a>(documents: &[Document<'a>], rarity: &Rarity) -> Profiles<'a> {
    let mut vocabulary = Vocabulary::default();
    let mut lists: Vec<(&str, Lists)> = Vec::new();
    let mut articles = Vec::with_capacity(documents.len());
    for document in documents {
        let language = language(document);
        let known = lists.iter().position(|(of, _)| *of == language).unwrap_or_else(|| {
            lists.push((language, Lists::of(language)));
            lists.len() - 1
        });
        articles.push(read(*document, rarity, &lists[known].1, &mut vocabulary));
    }
    let ranks = vocabulary.ranks();
    for article in &mut articles {
        article.renumber(&ranks);
    }
    Profiles { articles, features: ranks.len(), entities: vocabulary.entities() }
}

/// What is known of the words of a language; to make it costs as much as to read an article.
struct Lists {
    stop_words: StopWords,
    commonness: Commonness,
    synonyms: Synonyms,
}

impl Lists {
    fn of(language: &str) -> Self {
        Self {
            stop_words: StopWords::of(language),
            commonness: Commonness::of(language),
            synonyms: Synonyms::of(language),
        }
    }
}

fn read<'a>(
    document: Document<'a>,
    rarity: &Rarity,
    lists: &Lists,
    vocabulary: &mut Vocabulary,
) -> ArticleProfile<'a> {
    let mut profiler = Profiler::new(document, rarity, lists, vocabulary);
    let sentences = profiler.sentences();
    let uses = profiler.uses;
    ArticleProfile { document, sentences, uses, entities: profiler.entities }
}

impl ArticleProfile<'_> {
    fn renumber(&mut self, ranks: &[u32]) {
        let rank = |feature: u32| ranks[feature as usize];
        for sentence in &mut self.sentences {
            sentence.features.iter_mut().for_each(|feature| *feature = rank(*feature));
            sentence.features.arrange();
            sentence.sequence.iter_mut().for_each(|feature| *feature = rank(*feature));
            sentence.named.iter_mut().for_each(|named| named.renumber(ranks));
            sentence.named.arrange();
            for clause in &mut sentence.clauses {
                clause.features.iter_mut().for_each(|feature| *feature = rank(*feature));
                clause.features.arrange();
                clause.named.iter_mut().for_each(|named| named.renumber(ranks));
                clause.named.arrange();
            }
            for token in &mut sentence.tokens {
                token.feature = token.feature.map(rank);
                token.named.iter_mut().for_each(|named| named.renumber(ranks));
            }
        }
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

/// Texts by number, in order of first sight.
#[derive(Default)]
struct Vocabulary {
    features: Keyed<()>,
    words: Keyed<()>,
}

impl Vocabulary {
    /// For each number the place of its text in the order of all texts.
    fn ranks(&self) -> Vec<u32> {
        let mut ranks = vec![0; self.features.len()];
        for (rank, (_, number)) in self.features.numbered().enumerate() {
            ranks[number as usize] = rank as u32;
        }
        ranks
    }

    /// Entities come before words in the order of all texts, by their first letter.
    fn entities(&self) -> u32 {
        self.features.iter().take_while(|(text, _)| *text < WORD).count() as u32
    }
}

/// What the texts of entities and of stems begin with.
const ENTITY: &str = "e";
const WORD: &str = "w";

/// Reads the sentences of one article.
struct Profiler<'a, 'r, 'v> {
    document: Document<'a>,
    rarity: &'r Rarity<'r>,
    vocabulary: &'v mut Vocabulary,
    lists: &'r Lists,
    /// By feature.
    uses: Vec<FeatureUse>,
    /// Folded words already met, with their number and the feature they are.
    known: Keyed<(u32, Option<Feature>)>,
    entities: Vec<Option<Feature>>,
}

impl<'a, 'r, 'v> Profiler<'a, 'r, 'v> {
    fn new(
        document: Document<'a>,
        rarity: &'r Rarity<'r>,
        lists: &'r Lists,
        vocabulary: &'v mut Vocabulary,
    ) -> Self {
        Self {
            document,
            rarity,
            vocabulary,
            lists,
            uses: Vec::new(),
            known: Keyed::default(),
            entities: vec![None; document.reading.entities.len()],
        }
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
        taken.extend(people.flat_map(|person| titles(&article.text, span, person.span)));
        let tokens = self.tokens(span, &taken, &reading.mentions[mentions.clone()]);
        placed.extend(tokens.iter().filter_map(|token| Some((token.span, token.feature?))));
        placed.arrange_by_key(|it| it.0);
        let clauses = clauses(&article.text, &tokens, &placed);
        let sequence: Vec<Feature> = placed.iter().map(|it| it.1).collect();
        let mut features = sequence.clone();
        features.arrange();
        features.dedup();
        let mut named: Vec<Named> = tokens.iter().filter_map(|token| token.named).collect();
        named.arrange();
        named.dedup();
        for feature in &features {
            if let Ok(at) = self.place(*feature) {
                self.uses[at].sentences += 1;
            }
        }
        SentenceProfile { span, block, features, sequence, named, tokens, clauses, mentions, dates, numbers }
    }

    fn tokens(&mut self, sentence: Span, taken: &[Span], mentions: &[Mention]) -> Vec<Token> {
        let text = sentence.of(&self.document.article.text);
        let token = |profiler: &mut Self, word: crate::text::Word| {
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

    fn word(&mut self, folded: &str) -> (u32, Option<Feature>) {
        if let Some(&known) = self.known.get(folded) {
            return known;
        }
        let word = self.vocabulary.words.number(folded, || ());
        let feature = self.carries_matter(folded).then(|| self.stem(folded));
        self.known.entry(folded, || (word, feature));
        (word, feature)
    }

    fn carries_matter(&self, folded: &str) -> bool {
        let first = folded.chars().next();
        first.is_some_and(|c| !c.is_numeric())
            && folded.chars().nth(1).is_some()
            && !self.lists.stop_words.contains(folded)
    }

    fn stem(&mut self, folded: &str) -> Feature {
        let stem = stem(folded, language(&self.document));
        let rarity = self.lists.commonness.rarity(folded, &stem, self.rarity);
        let class = self.lists.synonyms.class(&stem);
        let feature = self.vocabulary.features.number(&[WORD, class].concat(), || ());
        self.count(feature, rarity);
        feature
    }

    fn entity(&mut self, index: EntityIndex) -> Option<Feature> {
        let at = usize::from(index.0);
        if let Some(feature) = *self.entities.get(at)? {
            return Some(feature);
        }
        let entity = self.document.reading.entities.get(at)?;
        let feature = self.vocabulary.features.number(&[ENTITY, &entity.id].concat(), || ());
        let rarity = self.name_rarity(&entity.name);
        self.count(feature, rarity);
        self.entities[at] = Some(feature);
        Some(feature)
    }

    /// A name is as rare as its words together, within bounds: no single name may carry a pair of sentences.
    fn name_rarity(&self, name: &str) -> f32 {
        let language = language(&self.document);
        let word = |folded: &str| self.lists.commonness.rarity(folded, &stem(folded, language), self.rarity);
        words(name).iter().map(|part| word(&fold(part.text))).sum::<f32>().clamp(1.5, 4.5)
    }

    fn count(&mut self, feature: Feature, rarity: f32) {
        match self.place(feature) {
            Ok(at) => self.uses[at].rarity = self.uses[at].rarity.min(rarity),
            Err(at) => self.uses.insert(at, FeatureUse { feature, sentences: 0, rarity }),
        }
    }

    /// Where the feature's use is, or belongs.
    fn place(&self, feature: Feature) -> Result<usize, usize> {
        self.uses.binary_search_by_key(&feature, |usage| usage.feature)
    }
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
