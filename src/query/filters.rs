//! What a request asks beside its query: chosen and excluded values of facets, and a stretch of days. Each is a set of
//! articles of its own, so that a facet can be counted as if it alone were open.

use super::facets::{number, with_values};
use super::matching::{stretch, within};
use super::results::{Facet, Request};
use super::set::ArticleSet;
use crate::index::{Columns, Corpus, DecodeError, Section};

/// What a request asks beside its query, to be held against one article after the other: for a search that reads only
/// few of them. Publishers and days are looked up in the columns, all else is a set.
pub(super) struct Passing<'c> {
    corpus: &'c Corpus,
    columns: Columns<'c>,
    sources: Option<Vec<u32>>,
    days: Option<(i32, i32)>,
    others: Option<ArticleSet>,
}

impl<'c> Passing<'c> {
    /// `None` where a request asks nothing beside its query.
    pub fn new(corpus: &'c Corpus, request: &Request) -> Result<Option<Self>, DecodeError> {
        let columns = corpus.columns()?;
        let mut passing = Self { corpus, columns, sources: None, days: None, others: None };
        if request.from.is_some() || request.to.is_some() {
            passing.days = Some(stretch(request.from, request.to));
        }
        for (facet, values) in &request.selected {
            if *facet == Facet::Source && passing.sources.is_none() {
                let mut sources = Vec::with_capacity(values.len());
                for value in values {
                    sources.extend(number(corpus, Facet::Source, value)?);
                }
                passing.sources = Some(sources);
            } else {
                passing.and(with_values(corpus, *facet, values)?);
            }
        }
        for (facet, values) in &request.excluded {
            let mut others = with_values(corpus, *facet, values)?;
            others.invert();
            passing.and(others);
        }
        let is_open = passing.sources.is_none() && passing.days.is_none() && passing.others.is_none();
        Ok((!is_open).then_some(passing))
    }

    fn and(&mut self, set: ArticleSet) {
        match &mut self.others {
            Some(others) => others.and(&set),
            None => self.others = Some(set),
        }
    }

    /// The articles of the one source that is asked for, where they are few against those of a word: no other passes.
    pub fn listed(&self, of_word: usize) -> Result<Option<Vec<u32>>, DecodeError> {
        let Some(&[source]) = self.sources.as_deref() else { return Ok(None) };
        // An article takes a byte at least.
        let few = self.corpus.blob(Section::SourceArticles, source)?.len() * FEW < of_word;
        let list = || self.corpus.list(Section::SourceArticles, source as usize, self.columns.len() as u32);
        few.then(list).transpose()
    }

    #[inline]
    pub fn passes(&self, article: u32) -> bool {
        let is_meant = |source| self.sources.as_ref().is_none_or(|sources| sources.contains(&source));
        (self.sources.is_none() || self.columns.source(article).is_some_and(is_meant))
            && self.passes_beside(article)
    }

    /// Whether an article passes that is of a source that is asked for.
    #[inline]
    pub fn passes_beside(&self, article: u32) -> bool {
        self.days.is_none_or(|days| self.columns.overlaps(article, days))
            && self.others.as_ref().is_none_or(|others| others.contains(article))
    }
}

/// Asking whether a word has an article costs about so many steps through the word's articles (measured in Chromium).
const FEW: usize = 2;

/// The articles that each part of a request lets pass.
pub(super) struct Filters {
    /// What the query matches.
    asked: ArticleSet,
    days: Option<ArticleSet>,
    facets: Vec<(Facet, ArticleSet)>,
}

impl Filters {
    /// The filters of a request whose query matches `asked`.
    pub fn new(corpus: &Corpus, request: &Request, asked: ArticleSet) -> Result<Self, DecodeError> {
        let mut filters = Self { asked, days: None, facets: Vec::new() };
        if request.from.is_some() || request.to.is_some() {
            filters.days = Some(within(corpus, request.from, request.to)?);
        }
        for (facet, values) in &request.selected {
            filters.facets.push((*facet, with_values(corpus, *facet, values)?));
        }
        for (facet, values) in &request.excluded {
            let mut others = with_values(corpus, *facet, values)?;
            others.invert();
            filters.facets.push((*facet, others));
        }
        Ok(filters)
    }

    /// The articles that pass everything: the answer.
    pub fn all(&self) -> ArticleSet {
        self.passing(None, true)
    }

    /// The articles that pass all but what is chosen and excluded of one facet.
    pub fn without(&self, facet: Facet) -> ArticleSet {
        self.passing(Some(facet), true)
    }

    /// The articles that pass all but what is chosen of dates.
    pub fn without_dates(&self) -> ArticleSet {
        self.passing(Some(Facet::Year), false)
    }

    fn passing(&self, but: Option<Facet>, days: bool) -> ArticleSet {
        let mut set = self.asked.clone();
        self.days.iter().filter(|_| days).for_each(|days| set.and(days));
        let others = self.facets.iter().filter(|(facet, _)| Some(*facet) != but);
        others.for_each(|(_, passing)| set.and(passing));
        set
    }
}
