//! What a request asks beside its query: chosen and excluded values of facets, and a stretch of days. Each is a set of
//! articles of its own, so that a facet can be counted as if it alone were open.

use super::facets::with_values;
use super::matching::within;
use super::results::{Facet, Request};
use super::set::ArticleSet;
use crate::index::{Corpus, DecodeError};

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
