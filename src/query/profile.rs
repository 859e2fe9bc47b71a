//! Everything a corpus says of one entity: how it is named, where, what it said, who stands beside it.
//! Cost: the readings of the articles that mention it.

use crate::analysis::{Entity, Form, QuoteStyle, Reading};
use crate::index::{ArticleId, Corpus, DecodeError, EntityId, Offices};
use crate::text::{Arrange as _, Keyed, Span};

/// How many names stand beside an entity at most.
const BESIDE: usize = 24;

/// The entity's page.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    pub entity: Entity,
    pub offices: Offices,
    /// Most frequent first.
    pub names: Vec<NameUse>,
    /// By date, undated last.
    pub articles: Vec<ProfileArticle>,
    pub quotes: Vec<ProfileQuote>,
    /// Entities of the same sentences with the number of sentences, most often first.
    pub beside: Vec<(Entity, u32)>,
}

/// A way in which articles name the entity.
#[derive(Clone, Debug, PartialEq)]
pub struct NameUse {
    pub name: String,
    pub form: Form,
    pub count: u32,
    /// The publishers that use it, by name, with how often each does; articles without a publisher are in `count` alone.
    pub sources: Vec<(String, u32)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProfileArticle {
    pub article: ArticleId,
    /// Each mention with the sentence around it.
    pub mentions: Vec<(Span, Span)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProfileQuote {
    pub article: ArticleId,
    pub span: Span,
    pub style: QuoteStyle,
    /// The words that mark an indirect quote, where they stand before it or after it: “criticized” tells how the rest is meant.
    pub cue: Option<Span>,
}

/// Gathers the profile of an entity.
pub fn profile(corpus: &Corpus, id: EntityId) -> Result<Profile, DecodeError> {
    let entity = corpus.entity(id)?;
    let mut gathering = Gathering::default();
    for article in by_date(corpus, corpus.articles_of(id)?)? {
        gathering.add(corpus, article, &entity)?;
    }
    Ok(gathering.finish(entity, corpus.offices(id)?))
}

fn by_date(corpus: &Corpus, articles: Vec<(ArticleId, u32)>) -> Result<Vec<ArticleId>, DecodeError> {
    let mut dated = Vec::with_capacity(articles.len());
    for (article, _) in articles {
        let first_day = corpus.header(article)?.date.map(|date| date.bounds().0);
        dated.push((first_day.is_none(), first_day, article));
    }
    dated.arrange();
    Ok(dated.into_iter().map(|(_, _, article)| article).collect())
}

#[derive(Default)]
struct Gathering {
    names: Keyed<NameUse>,
    articles: Vec<ProfileArticle>,
    quotes: Vec<ProfileQuote>,
    beside: Keyed<(Entity, u32)>,
}

impl Gathering {
    fn add(&mut self, corpus: &Corpus, article: ArticleId, entity: &Entity) -> Result<(), DecodeError> {
        let text = &corpus.text(article)?;
        let reading = corpus.reading_of(article, text)?;
        let source = corpus.header(article)?.source;
        let is_meant = |index: &crate::analysis::EntityIndex| reading.entity(*index).id == entity.id;
        let mut mentions = Vec::new();
        for mention in reading.mentions.iter().filter(|mention| mention.entity.as_ref().is_some_and(is_meant))
        {
            mentions.push((mention.span, sentence_of(&reading, mention.span)));
            if mention.form != Form::Pronoun {
                self.add_name(mention.span.of(text), mention.form, source.as_deref());
            }
        }
        for quote in &reading.quotes {
            if quote.speaker.and_then(|speaker| speaker.entity).as_ref().is_some_and(is_meant) {
                let is_apart = |cue: &Span| quote.style == QuoteStyle::Indirect && !quote.span.overlaps(*cue);
                let cue = quote.cue.filter(is_apart);
                self.quotes.push(ProfileQuote { article, span: quote.span, style: quote.style, cue });
            }
        }
        self.add_beside(&reading, entity, &mentions);
        self.articles.push(ProfileArticle { article, mentions });
        Ok(())
    }

    fn add_name(&mut self, name: &str, form: Form, source: Option<&str>) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        // A sentence that begins with an office writes it with a capital: that is no other name.
        let same = if form == Form::Role { name.to_lowercase() } else { name.clone() };
        let key = format!("{same}\n{}", form.name());
        let entry = self.names.entry(&key, || NameUse { name, form, count: 0, sources: Vec::new() });
        entry.count += 1;
        let Some(source) = source else { return };
        match entry.sources.binary_search_by(|(known, _)| known.as_str().cmp(source)) {
            Ok(at) => entry.sources[at].1 += 1,
            Err(at) => entry.sources.insert(at, (source.to_owned(), 1)),
        }
    }

    /// Counts each other entity once a sentence.
    fn add_beside(&mut self, reading: &Reading, entity: &Entity, mentions: &[(Span, Span)]) {
        let mut sentences: Vec<Span> = mentions.iter().map(|(_, sentence)| *sentence).collect();
        sentences.dedup();
        for sentence in sentences {
            let first = reading.mentions.partition_point(|mention| mention.span.start < sentence.start);
            let within =
                reading.mentions[first..].iter().take_while(|mention| mention.span.start < sentence.end);
            let mut others: Vec<_> = within.filter_map(|mention| mention.entity).collect();
            others.arrange();
            others.dedup();
            for other in
                others.into_iter().map(|index| reading.entity(index)).filter(|other| other.id != entity.id)
            {
                self.beside.entry(&other.id, || (other.clone(), 0)).1 += 1;
            }
        }
    }

    fn finish(self, entity: Entity, offices: Offices) -> Profile {
        let mut names = self.names.into_values();
        names.arrange_by_key(|name| std::cmp::Reverse(name.count));
        let mut beside = self.beside.into_values();
        beside.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
        beside.truncate(BESIDE);
        Profile { entity, offices, names, articles: self.articles, quotes: self.quotes, beside }
    }
}

/// The sentence around a span; the span itself where it stands in none (a byline, a link).
pub(super) fn sentence_of(reading: &Reading, span: Span) -> Span {
    let after = reading.sentences.partition_point(|sentence| sentence.start <= span.start);
    let sentence = after.checked_sub(1).map(|at| reading.sentences[at]);
    sentence.filter(|sentence| sentence.contains(span)).unwrap_or(span)
}
