//! As somebody types: what the word under the caret may go on to.
//!
//! Cost: the words of the dictionary that begin so, at most [`MOST_READ`], each with a look at the head of its postings;
//! as many spellings of names; the few that are offered are searched, so that each says how many articles it finds.

use super::facets;
use super::fields::{named, spelled, spellings_with};
use super::matching::matching;
use super::parser::{Scope, parse};
use super::results::Facet;
use super::set::ArticleSet;
use super::syntax::{Field, Value};
use super::typing::{Typed, typed_at};
use crate::index::{Corpus, DecodeError, EntityId, Section, spelling};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Span, stem, words};

/// How many words, or spellings of names, with the letters typed so far are looked at. A single letter may begin more
/// of them in a large corpus; then the most frequent of the first so many are offered.
const MOST_READ: usize = 20_000;
/// How many are offered in all, behind a field.
const MOST: usize = 8;
/// How many of each are offered where the word may become any.
const MOST_WORDS: usize = 5;
const MOST_ENTITIES: usize = 4;
const MOST_SOURCES: usize = 2;

/// What may stand in place of a part of the query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Completions {
    /// In the query.
    pub span: Span,
    /// Those that find most articles first.
    pub items: Vec<Completion>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    pub kind: CompletionKind,
    /// What takes the place of the span.
    pub text: String,
    /// What people read.
    pub label: String,
    /// How many articles it finds by itself.
    pub count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    Word,
    Entity(EntityKind),
    Source,
}

/// Completions for what ends at byte `caret` of a query: words, people and other names, publishers; behind a field only
/// what the field is about.
///
/// ```
/// use crossread::index::{Corpus, build};
/// use crossread::ingest::{Article, CorpusInfo};
/// use crossread::query::complete;
/// let text = "The two ministers signed a treaty in Tashkent.";
/// let article = Article { id: "treaty".into(), text: text.into(), ..Article::default() };
/// let corpus = Corpus::open(build(&CorpusInfo::default(), &[article], &[Default::default()])).unwrap();
/// let completions = complete(&corpus, "signed tre", 10).unwrap();
/// assert_eq!(completions.span.range(), 7..10);
/// assert_eq!((completions.items[0].text.as_str(), completions.items[0].count), ("treaty", 1));
/// ```
pub fn complete(corpus: &Corpus, query: &str, caret: usize) -> Result<Completions, DecodeError> {
    let caret = query.floor_char_boundary(caret);
    let Some(typed) = typed_at(query, caret) else {
        return Ok(Completions { span: Span::new(caret, caret), items: Vec::new() });
    };
    let mut offers = Offers { corpus, typed, items: Vec::new() };
    match typed.scope {
        Scope::Anywhere if !typed.quoted => {
            offers.words()?;
            offers.entities(None, MOST_ENTITIES)?;
            offers.sources(MOST_SOURCES)?;
        }
        Scope::Anywhere | Scope::Title => offers.words()?,
        Scope::Field(Field::Source) => offers.sources(MOST)?,
        Scope::Field(Field::Speaker | Field::Entity) => offers.entities(None, MOST)?,
        Scope::Field(Field::Kind(kind)) => offers.entities(Some(kind), MOST)?,
        Scope::Field(Field::Author | Field::Language) | Scope::Date => {}
    }
    offers.items.arrange_by_key(|item| std::cmp::Reverse(item.count));
    offers.items.truncate(MOST);
    Ok(Completions { span: typed.span, items: offers.items })
}

struct Offers<'c> {
    corpus: &'c Corpus,
    typed: Typed<'c>,
    items: Vec<Completion>,
}

impl Offers<'_> {
    /// The most frequent words that begin so, none of which is what is typed, or another of them, inflected.
    fn words(&mut self) -> Result<(), DecodeError> {
        let read = words(self.typed.text);
        let [word] = &read[..] else { return Ok(()) };
        let prefix = word.folded();
        let language = self.corpus.info()?.language;
        let terms = self.corpus.terms()?;
        let mut frequent = Frequent::new(MOST_WORDS * 4);
        for term in terms.starting_with(&prefix).take(MOST_READ) {
            frequent.push(term as u32, self.corpus.postings(term)?.len() as u32);
        }
        let mut stems = Vec::new();
        if terms.find(&prefix).is_some() {
            stems.push(stem(&prefix, &language).into_owned());
        }
        for (_, term) in frequent.best {
            let Some(word) = terms.get(term as usize) else { continue };
            let stem = stem(&word, &language).into_owned();
            if self.items.len() < MOST_WORDS && !stems.contains(&stem) {
                stems.push(stem);
                self.offer(CompletionKind::Word, word.clone(), word)?;
            }
        }
        Ok(())
    }

    /// The entities of most articles that have a word that begins so in any of their spellings.
    fn entities(&mut self, kind: Option<EntityKind>, most: usize) -> Result<(), DecodeError> {
        let corpus = self.corpus;
        let value = self.value();
        let mut spellings = spellings_with(corpus, &value)?;
        spellings.truncate(MOST_READ);
        let mut frequent = Frequent::new(most);
        for entity in spelled(corpus, &spellings, kind)? {
            frequent.push(entity, corpus.entity_facts(entity)?.1);
        }
        for (_, entity) in frequent.best {
            let entity = corpus.entity(EntityId(entity))?;
            let text = self.behind_field(Field::Kind(entity.kind), &entity.name);
            self.offer(CompletionKind::Entity(entity.kind), text, entity.name)?;
        }
        Ok(())
    }

    fn sources(&mut self, most: usize) -> Result<(), DecodeError> {
        let corpus = self.corpus;
        let value = self.value();
        let is_meant = |source: &str| value.spelling.is_empty() || value.names(&spelling(source));
        let meant = named(corpus, Section::Sources, &is_meant)?;
        if meant.is_empty() {
            return Ok(());
        }
        let mut frequent = Frequent::new(most);
        let all = ArticleSet::all(corpus.len() as u32);
        for (source, count) in facets::plain(corpus, Facet::Source, &all)? {
            if meant.contains(&source) {
                frequent.push(source, count);
            }
        }
        for (_, source) in frequent.best {
            let source = corpus.dictionary(Section::Sources)?.get(source as usize);
            let source = source.map_err(|damage| Section::Sources.damaged(damage))?;
            let text = self.behind_field(Field::Source, &source);
            self.offer(CompletionKind::Source, text, source)?;
        }
        Ok(())
    }

    /// What is typed, as the beginning of a name.
    fn value(&self) -> Value {
        Value { spelling: spelling(self.typed.text), open: true }
    }

    /// A name as the query has it: with its field, unless that stands there already.
    fn behind_field(&self, field: Field, name: &str) -> String {
        // Marks inside a name would end it; its folded words mean the same.
        let folded;
        let name = if name.contains(super::lexer::is_quotation_mark) {
            folded = spelling(name);
            &folded
        } else {
            name
        };
        match self.typed.scope {
            Scope::Anywhere => [field.name(), ":\"", name, "\""].concat(),
            _ => ["\"", name, "\""].concat(),
        }
    }

    /// Adds an item that some article has.
    fn offer(&mut self, kind: CompletionKind, text: String, label: String) -> Result<(), DecodeError> {
        let field = match self.typed.scope {
            Scope::Field(field) => field.name(),
            Scope::Title => "title",
            Scope::Anywhere | Scope::Date => "",
        };
        let query = if field.is_empty() { text.clone() } else { [field, ":", &text].concat() };
        let count = matching(self.corpus, &parse(&query).0)?.len();
        if count > 0 {
            self.items.push(Completion { kind, text, label, count });
        }
        Ok(())
    }
}

/// The numbers with the highest counts, those pushed first where equal.
struct Frequent {
    most: usize,
    /// Counts and numbers.
    best: Vec<(u32, u32)>,
}

impl Frequent {
    fn new(most: usize) -> Self {
        Self { most, best: Vec::with_capacity(most + 1) }
    }

    fn push(&mut self, number: u32, count: u32) {
        if self.best.len() == self.most && self.best.last().is_none_or(|last| last.0 >= count) {
            return;
        }
        let place = self.best.partition_point(|other| other.0 >= count);
        self.best.insert(place, (count, number));
        self.best.truncate(self.most);
    }
}
