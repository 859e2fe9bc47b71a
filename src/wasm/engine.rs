//! A corpus, open: search, read, compare. What the page loads first.

use super::object;
use super::request::{Asked, request, short_answer};
use crate::index::{ArticleId, Corpus};
use crate::publish::corpus_section;
use crate::query::{
    Detail, Facet, LineOrder, Request, complete, concordance, matches, nearest, next_letters, profile,
    search, timeline, values,
};
use crate::wire;
use wasm_bindgen::prelude::*;

/// How many articles one comparison takes.
const COMPARED: usize = 20;

/// One corpus, open.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    room: Vec<u8>,
    corpus: Option<Corpus>,
}

#[wasm_bindgen]
impl Engine {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        console_error_panic_hook::set_once();
        Self::default()
    }

    /// Room for a corpus of `length` bytes inside the engine's memory; gives its address.
    pub fn reserve(&mut self, length: usize) -> *mut u8 {
        self.room = vec![0; length];
        self.room.as_mut_ptr()
    }

    /// Opens the bytes written into the reserved room.
    pub fn open(&mut self) -> Result<JsValue, JsError> {
        self.corpus = Some(Corpus::open(std::mem::take(&mut self.room))?);
        self.info()
    }

    pub fn info(&self) -> Result<JsValue, JsError> {
        object(&wire::info(self.corpus()?)?)
    }

    pub fn search(&self, asked: &Asked) -> Result<JsValue, JsError> {
        let request = request(asked);
        let corpus = self.corpus()?;
        let results = search(corpus, &request)?;
        match request.detail {
            Detail::Full | Detail::List => object(&wire::results(corpus, &request, results)?),
            Detail::Ids => Ok(short_answer(results.total, wire::found(corpus, &results)?)),
        }
    }

    /// What the word that ends at `caret`, in UTF-16 units of the query, may go on to.
    pub fn complete(&self, query: &str, caret: u32) -> Result<JsValue, JsError> {
        let caret = wire::Utf16::new(query).byte(caret);
        object(&wire::completions(query, complete(self.corpus()?, query, caret)?))
    }

    /// The letters that may be typed next, the likeliest first.
    pub fn letters(&self, query: &str) -> Result<String, JsError> {
        Ok(next_letters(self.corpus()?, query)?)
    }

    /// The values of a facet whose label holds `text`.
    pub fn values(&self, asked: &Asked, facet: &str, text: &str) -> Result<JsValue, JsError> {
        let missing = || JsError::new(&format!("no facet `{facet}`; choose source, person, …, year"));
        let facet = Facet::ALL.into_iter().find(|known| known.name() == facet).ok_or_else(missing)?;
        object(&wire::facet_values(values(self.corpus()?, &request(asked), facet, text)?))
    }

    /// Every match in its context.
    pub fn concordance(&self, asked: &Asked) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        let article = asked.article().as_string().map(|id| self.find(&id)).transpose()?;
        let order = match asked.order().as_string().as_deref() {
            Some("left") => LineOrder::Left,
            Some("right") => LineOrder::Right,
            _ => LineOrder::Article,
        };
        object(&wire::concordance(corpus, &concordance(corpus, &request(asked), article, order)?)?)
    }

    pub fn article(&self, id: &str) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        let article = self.find(id)?;
        object(&wire::article(&corpus.article(article)?, &corpus.reading(article)?))
    }

    /// Where the query matches in one article.
    pub fn matches(&self, query: &str, id: &str) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        let article = self.find(id)?;
        let text = corpus.text(article)?;
        let utf16 = wire::Utf16::new(&text);
        let found = matches(corpus, query, article)?;
        object(&found.into_iter().map(|span| utf16.stretch(span)).collect::<Vec<_>>())
    }

    /// Articles with all that a comparison needs, for the part of the page that compares.
    pub fn dossier(&self, ids: Vec<String>) -> Result<Vec<u8>, JsError> {
        let ids = ids.iter().take(COMPARED).map(|id| self.find(id));
        Ok(self.corpus()?.dossier(&ids.collect::<Result<Vec<_>, _>>()?)?)
    }

    /// What articles themselves say, for the part of the page that counts the words of sets.
    pub fn prose(&self, ids: Vec<String>) -> Result<Vec<u8>, JsError> {
        let ids = ids.iter().map(|id| self.find(id));
        Ok(self.corpus()?.proses(&ids.collect::<Result<Vec<_>, _>>()?)?)
    }

    pub fn entity(&self, id: &str) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        let missing =
            || JsError::new(&format!("no entity `{id}` in this corpus; choose one from the library"));
        let entity = corpus.find_entity(id).ok_or_else(missing)?;
        object(&wire::profile(corpus, profile(corpus, entity)?)?)
    }

    pub fn timeline(&self) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        object(&wire::timeline(corpus, &timeline(corpus)?)?)
    }

    /// Closest first.
    pub fn nearest(&self, id: &str, limit: usize) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        object(&wire::nearest(corpus, &nearest(corpus, self.find(id)?, limit)?)?)
    }

    /// The events that two or more of the articles asked for tell of.
    pub fn events(&self, asked: &Asked) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        let page = request(asked);
        let (offset, limit) = (page.offset, page.limit);
        let all = Request { offset: 0, limit: corpus.len(), detail: Detail::Ids, ..page };
        let found: Vec<_> = search(corpus, &all)?.hits.iter().map(|hit| hit.article).collect();
        object(&wire::events_among(corpus, &found, offset, limit)?)
    }

    /// The ids of all articles, in the order of the corpus.
    pub fn ids(&self) -> Result<JsValue, JsError> {
        let corpus = self.corpus()?;
        let ids = corpus.articles().map(|article| corpus.id(article));
        object(&ids.collect::<Result<Vec<_>, _>>()?)
    }

    /// The bytes of the corpus at hand.
    pub fn corpus_bytes(&self) -> Result<Vec<u8>, JsError> {
        Ok(self.corpus()?.bytes().to_vec())
    }

    /// The corpus at hand as a last section for a wasm file.
    pub fn section(&self) -> Result<Vec<u8>, JsError> {
        Ok(corpus_section(self.corpus()?.bytes()))
    }

    fn corpus(&self) -> Result<&Corpus, JsError> {
        self.corpus.as_ref().ok_or_else(|| JsError::new("no corpus is open; open articles of your own"))
    }

    fn find(&self, id: &str) -> Result<ArticleId, JsError> {
        let missing =
            || JsError::new(&format!("no article `{id}` in this corpus; choose one from the library"));
        self.corpus()?.find(id).ok_or_else(missing)
    }
}
