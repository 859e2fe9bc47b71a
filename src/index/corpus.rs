//! A corpus opened for reading: what it has is looked up in place, checked on the way.

use super::DecodeError;
use super::appearances::{Appearance, Casts, EntityFacts, read_appearances};
use super::blobs::Blobs;
use super::build::Details;
use super::bytes::{Cursor, u32_at};
use super::check::{decoded, decoded_reading};
use super::columns::Columns;
use super::dictionary::{Dictionary, as_text};
use super::header::{ArticleId, EntityId, Header};
use super::measure::ScoreShape;
use super::postings::{MOST_ARTICLES, Postings};
use super::roles::{RoleUse, read_role_uses};
use super::section::{Section, Table};
use super::terms::Terms;
use super::texts::TextWords;
use crate::analysis::{Entity, Reading};
use crate::ingest::{Article, CorpusInfo, EntityKind};
use crate::text::{Arrange as _, Block};

/// A corpus opened for reading.
///
/// ```
/// use crossread::index::{Corpus, build};
/// use crossread::ingest::{Article, CorpusInfo};
/// let info = CorpusInfo { title: "Treaties".into(), ..CorpusInfo::default() };
/// let article = Article { id: "signed".into(), title: "Signed in Tashkent".into(), ..Article::default() };
/// let bytes = build(&info, &[article], &[Default::default()]);
/// let corpus = Corpus::open(bytes.clone()).unwrap();
/// let found = corpus.find("signed").unwrap();
/// assert_eq!(corpus.header(found).unwrap().title, "Signed in Tashkent");
///
/// let cut = bytes[..bytes.len() - 1].to_vec();
/// assert!(Corpus::open(cut).is_err());
/// ```
pub struct Corpus {
    bytes: Vec<u8>,
    table: Table,
    articles: u32,
    /// Words in all texts.
    words: u64,
}

impl Corpus {
    /// Checks the table of sections and their checksums. Cost: one pass at the speed of memory.
    pub fn open(bytes: Vec<u8>) -> Result<Self, DecodeError> {
        let table = Table::read(&bytes)?;
        let mut corpus = Self { bytes, table, articles: 0, words: 0 };
        let articles = corpus.columns()?.len();
        if articles >= MOST_ARTICLES as usize {
            return Err(Section::Columns.error("has more articles than can be numbered"));
        }
        for section in [Section::Headers, Section::Articles, Section::Text, Section::Readings, Section::Casts]
        {
            let found = corpus.blobs(section)?.len();
            if found != articles {
                return Err(section.error(format!("has {found} articles, not {articles}")));
            }
        }
        corpus.articles = articles as u32;
        corpus.words = corpus.columns()?.all_words();
        Ok(corpus)
    }

    /// The bytes as [`build`](super::build) made them, to be published again.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn info(&self) -> Result<CorpusInfo, DecodeError> {
        decoded(Section::Info, self.section(Section::Info))
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.articles as usize
    }

    pub fn is_empty(&self) -> bool {
        self.articles == 0
    }

    /// All articles, in the order of [`build`](super::build).
    pub fn articles(&self) -> impl Iterator<Item = ArticleId> + use<> {
        (0..self.articles).map(ArticleId)
    }

    pub fn find(&self, id: &str) -> Option<ArticleId> {
        let place = self.dictionary(Section::Ids).ok()?.find(id).ok()??;
        let article = u32_at(self.section(Section::IdOrder), place * 4)?;
        (article < self.articles).then_some(ArticleId(article))
    }

    /// The id of an article, without decoding anything else of it.
    pub fn id(&self, article: ArticleId) -> Result<String, DecodeError> {
        let rank = self.columns()?.rank(article.0) as usize;
        self.dictionary(Section::Ids)?.get(rank).map_err(|damage| Section::Ids.damaged(damage))
    }

    pub fn header(&self, article: ArticleId) -> Result<Header, DecodeError> {
        decoded(Section::Headers, self.blob(Section::Headers, article.0)?)
    }

    /// The article's text, without decoding anything else of it. Cost: a look-up a word.
    pub fn text(&self, article: ArticleId) -> Result<String, DecodeError> {
        let words = TextWords::read(self.section(Section::TextWords));
        let words = words.map_err(|damage| Section::TextWords.damaged(damage))?;
        words.text(self.blob(Section::Text, article.0)?).map_err(|damage| Section::Text.damaged(damage))
    }

    /// The blocks of an article whose text is at hand already.
    pub(crate) fn blocks(&self, article: ArticleId, text: &str) -> Result<Vec<Block>, DecodeError> {
        Ok(self.details(article, text)?.blocks)
    }

    fn details(&self, article: ArticleId, text: &str) -> Result<Details, DecodeError> {
        Details::decoded(self.blob(Section::Articles, article.0)?, text)
    }

    pub fn article(&self, article: ArticleId) -> Result<Article, DecodeError> {
        let header = self.header(article)?;
        let text = self.text(article)?;
        Ok(self.details(article, &text)?.article(header, text))
    }

    pub fn reading(&self, article: ArticleId) -> Result<Reading, DecodeError> {
        self.reading_of(article, &self.text(article)?)
    }

    /// The reading of an article whose text is at hand already.
    pub fn reading_of(&self, article: ArticleId, text: &str) -> Result<Reading, DecodeError> {
        decoded_reading(self.blob(Section::Readings, article.0)?, text)
    }

    /// How many articles hold the word (a folded surface form) in text or title.
    pub fn document_frequency(&self, folded: &str) -> u32 {
        let articles = || -> Result<u32, DecodeError> {
            match self.terms()?.find(folded) {
                Some(term) => Ok(self.postings(term)?.len() as u32),
                None => Ok(0),
            }
        };
        articles().unwrap_or(0)
    }

    pub fn entity_count(&self) -> usize {
        self.blobs(Section::Entities).map_or(0, |entities| entities.len())
    }

    /// All entities, in the order of their names.
    pub fn entities(&self) -> impl Iterator<Item = EntityId> + use<> {
        (0..self.entity_count() as u32).map(EntityId)
    }

    pub fn entity(&self, entity: EntityId) -> Result<Entity, DecodeError> {
        decoded(Section::Entities, self.blob(Section::Entities, entity.0)?)
    }

    /// An entity's name, read in place: postcard writes id and name one after the other, each with its length.
    pub(crate) fn entity_name(&self, entity: u32) -> Result<&str, DecodeError> {
        let mut cursor = Cursor::new(self.blob(Section::Entities, entity)?);
        let mut name = || {
            let id = cursor.number()?;
            cursor.take(id as usize)?;
            let length = cursor.number()?;
            as_text(cursor.take(length as usize)?)
        };
        name().map_err(|damage| Section::Entities.damaged(damage))
    }

    pub fn find_entity(&self, id: &str) -> Option<EntityId> {
        let place = self.dictionary(Section::EntityIds).ok()?.find(id).ok()??;
        let entity = u32_at(self.section(Section::EntityOrder), place * 4)?;
        ((entity as usize) < self.entity_count()).then_some(EntityId(entity))
    }

    /// The articles in which an entity appears, ascending, with the number of mentions in each (0 where it speaks
    /// without being named).
    pub fn articles_of(&self, entity: EntityId) -> Result<Vec<(ArticleId, u32)>, DecodeError> {
        let appearances = self.appearances(entity.0)?;
        Ok(appearances.iter().map(|of| (ArticleId(of.number), of.mentions)).collect())
    }

    /// The entities that appear in an article with the number of mentions of each, most mentioned first, then by
    /// name.
    pub fn entities_of(&self, article: ArticleId) -> Result<Vec<(EntityId, u32)>, DecodeError> {
        let blob = self.blob(Section::Casts, article.0)?;
        let cast = read_appearances(blob, self.entity_count() as u32);
        let mut cast = cast.map_err(|damage| Section::Casts.damaged(damage))?;
        cast.arrange_by_key(|appearance| std::cmp::Reverse(appearance.mentions));
        Ok(cast.iter().map(|of| (EntityId(of.number), of.mentions)).collect())
    }

    pub(crate) fn appearances(&self, entity: u32) -> Result<Vec<Appearance>, DecodeError> {
        let found = read_appearances(self.blob(Section::Appearances, entity)?, self.articles);
        found.map_err(|damage| Section::Appearances.damaged(damage))
    }

    pub(crate) fn casts(&self) -> Result<Casts<'_>, DecodeError> {
        self.blobs(Section::Casts).map(Casts::new)
    }

    /// The kind of an entity and the number of articles in which it appears.
    pub(crate) fn entity_facts(&self, entity: u32) -> Result<(EntityKind, u32), DecodeError> {
        let facts = EntityFacts::read(self.section(Section::EntityFacts)).get(entity);
        facts.map_err(|damage| Section::EntityFacts.damaged(damage))
    }

    /// Whom a role, by its number in the dictionary of roles, means in which article.
    pub(crate) fn role_uses(&self, role: u32) -> Result<Vec<RoleUse>, DecodeError> {
        let found =
            read_role_uses(self.blob(Section::RoleUses, role)?, self.articles, self.entity_count() as u32);
        found.map_err(|damage| Section::RoleUses.damaged(damage))
    }

    pub(crate) fn columns(&self) -> Result<Columns<'_>, DecodeError> {
        Columns::read(self.section(Section::Columns)).map_err(|damage| Section::Columns.damaged(damage))
    }

    pub(crate) fn terms(&self) -> Result<Terms<'_>, DecodeError> {
        Terms::read(self.section(Section::Terms))
    }

    /// The length of an article's vector of weighted words.
    pub(crate) fn vector_length(&self, article: u32) -> f64 {
        let bits = u32_at(self.section(Section::VectorLengths), article as usize * 4);
        f32::from_bits(bits.unwrap_or(0)).into()
    }

    /// How similar the nearest articles are to an article, whatever their dates.
    pub(crate) fn surroundings(&self, article: u32) -> f32 {
        let bits = u32_at(self.section(Section::Surroundings), article as usize * 4);
        f32::from_bits(bits.unwrap_or(0))
    }

    /// How the scores of this corpus go with frequency and length.
    pub(crate) fn score_shape(&self) -> ScoreShape {
        ScoreShape::new(self.words, self.len())
    }

    pub(crate) fn postings(&self, term: usize) -> Result<Postings<'_>, DecodeError> {
        let blob = self.blob(Section::Postings, term as u32)?;
        Postings::read(blob, self.articles).map_err(postings_damage)
    }

    /// Its sections, in the order in which they stand.
    pub(crate) fn sections(&self) -> impl Iterator<Item = Section> {
        self.table.order().into_iter()
    }

    pub(crate) fn section(&self, section: Section) -> &[u8] {
        &self.bytes[self.table.range(section)]
    }

    pub(crate) fn dictionary(&self, section: Section) -> Result<Dictionary<'_>, DecodeError> {
        Dictionary::read(self.section(section)).map_err(|damage| section.damaged(damage))
    }

    pub(crate) fn blobs(&self, section: Section) -> Result<Blobs<'_>, DecodeError> {
        Blobs::read(self.section(section)).map_err(|damage| section.damaged(damage))
    }

    pub(crate) fn blob(&self, section: Section, index: u32) -> Result<&[u8], DecodeError> {
        self.blobs(section)?.get(index as usize).map_err(|damage| section.damaged(damage))
    }

    /// Entry `index` of a section that holds lists of ascending numbers, each below `limit`.
    pub(crate) fn list(&self, section: Section, index: usize, limit: u32) -> Result<Vec<u32>, DecodeError> {
        let cursor = Cursor::new(self.blob(section, index as u32)?);
        cursor.ascending(limit).map_err(|damage| section.damaged(damage))
    }
}

pub(crate) fn postings_damage(damage: super::bytes::Damage) -> DecodeError {
    Section::Postings.damaged(damage)
}
