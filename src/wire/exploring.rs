//! What the page shows beside articles and searches: the corpus, an entity, the timeline, what is nearest, problems.

use super::{HeaderObject, Stretch, Utf16, header};
use crate::analysis::Joined;
use crate::index::{ArticleId, Corpus, DecodeError, Event, Office};
use crate::ingest::Problem;
use crate::query::{NameUse, Profile, ProfileArticle, ProfileQuote, TimelineEntry};
use crate::text::Span;
use serde::Serialize;

#[derive(Serialize)]
pub struct InfoObject {
    title: String,
    description: String,
    language: String,
    licence: String,
    home: String,
    articles: usize,
}

/// What the corpus says of itself.
pub fn info(corpus: &Corpus) -> Result<InfoObject, DecodeError> {
    let info = corpus.info()?;
    Ok(InfoObject {
        title: info.title,
        description: info.description,
        language: info.language,
        licence: info.licence,
        home: info.home,
        articles: corpus.len(),
    })
}

#[derive(Clone, Debug, Serialize)]
pub struct ProblemObject {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    message: String,
    advice: String,
    dropped: bool,
}

pub fn problem(problem: Problem) -> ProblemObject {
    let Problem { file, line, message, advice, dropped } = problem;
    ProblemObject { file, line, message, advice, dropped }
}

/// A sentence with its text.
#[derive(Serialize)]
struct SentenceObject {
    start: u32,
    end: u32,
    text: String,
}

fn sentence(text: &str, utf16: &Utf16, span: Span) -> SentenceObject {
    let Stretch { start, end } = utf16.stretch(span);
    SentenceObject { start, end, text: span.of(text).to_owned() }
}

#[derive(Serialize)]
pub struct ProfileObject {
    entity: String,
    label: String,
    kind: &'static str,
    corrected: bool,
    roles: Vec<RoleObject>,
    joined: Vec<JoinedObject>,
    names: Vec<NameObject>,
    articles: Vec<ProfileArticleObject>,
    quotes: Vec<ProfileQuoteObject>,
    beside: Vec<BesideObject>,
}

/// An office, in EDTF from when to when; a missing end is open.
#[derive(Serialize)]
struct RoleObject {
    phrase: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    from: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    to: String,
}

/// A name that was taken for this entity when the articles were linked.
#[derive(Serialize)]
struct JoinedObject {
    name: String,
    why: &'static str,
}

#[derive(Serialize)]
struct NameObject {
    name: String,
    form: &'static str,
    count: u32,
    sources: Vec<SourceObject>,
}

#[derive(Serialize)]
struct SourceObject {
    source: String,
    count: u32,
}

#[derive(Serialize)]
struct ProfileArticleObject {
    #[serde(flatten)]
    header: HeaderObject,
    count: usize,
    mentions: Vec<ProfileMentionObject>,
}

#[derive(Serialize)]
struct ProfileMentionObject {
    start: u32,
    end: u32,
    sentence: SentenceObject,
}

#[derive(Serialize)]
struct ProfileQuoteObject {
    article: String,
    start: u32,
    end: u32,
    text: String,
    style: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<String>,
}

#[derive(Serialize)]
struct BesideObject {
    entity: String,
    label: String,
    kind: &'static str,
    count: u32,
}

/// The object of an entity's page.
pub fn profile(corpus: &Corpus, profile: Profile) -> Result<ProfileObject, DecodeError> {
    let beside = profile.beside.into_iter().map(|(entity, count)| BesideObject {
        entity: entity.id,
        label: entity.name,
        kind: entity.kind.name(),
        count,
    });
    let role = |Office { phrase, from, to }| RoleObject { phrase, from, to };
    let joined = |Joined { name, why }| JoinedObject { name, why: why.name() };
    Ok(ProfileObject {
        corrected: profile.offices.corrected,
        roles: profile.offices.held.into_iter().map(role).collect(),
        joined: profile.entity.joined.into_iter().map(joined).collect(),
        names: profile.names.into_iter().map(name).collect(),
        articles: profile
            .articles
            .iter()
            .map(|article| profile_article(corpus, article))
            .collect::<Result<_, _>>()?,
        quotes: profile.quotes.iter().map(|quote| profile_quote(corpus, quote)).collect::<Result<_, _>>()?,
        beside: beside.collect(),
        entity: profile.entity.id,
        label: profile.entity.name,
        kind: profile.entity.kind.name(),
    })
}

fn name(name: NameUse) -> NameObject {
    let sources = name.sources.into_iter().map(|(source, count)| SourceObject { source, count });
    NameObject { name: name.name, form: name.form.name(), count: name.count, sources: sources.collect() }
}

fn profile_article(corpus: &Corpus, article: &ProfileArticle) -> Result<ProfileArticleObject, DecodeError> {
    let text = &corpus.text(article.article)?;
    let utf16 = Utf16::new(text);
    let mention = |(span, around): &(Span, Span)| {
        let Stretch { start, end } = utf16.stretch(*span);
        ProfileMentionObject { start, end, sentence: sentence(text, &utf16, *around) }
    };
    Ok(ProfileArticleObject {
        header: header(&corpus.header(article.article)?),
        count: article.mentions.len(),
        mentions: article.mentions.iter().map(mention).collect(),
    })
}

fn profile_quote(corpus: &Corpus, quote: &ProfileQuote) -> Result<ProfileQuoteObject, DecodeError> {
    let text = &corpus.text(quote.article)?;
    let Stretch { start, end } = Utf16::new(text).stretch(quote.span);
    let article = corpus.header(quote.article)?.id;
    Ok(ProfileQuoteObject {
        article,
        start,
        end,
        text: quote.span.of(text).to_owned(),
        style: quote.style.name(),
        cue: quote.cue.map(|cue| cue.of(text).to_owned()),
    })
}

#[derive(Serialize)]
pub struct TimelineObject {
    article: String,
    start: u32,
    end: u32,
    value: String,
    basis: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    sentence: SentenceObject,
}

/// The objects of the timeline.
pub fn timeline(corpus: &Corpus, entries: &[TimelineEntry]) -> Result<Vec<TimelineObject>, DecodeError> {
    let object = |entry: &TimelineEntry| {
        let text = &corpus.text(entry.article)?;
        let utf16 = Utf16::new(text);
        let Stretch { start, end } = utf16.stretch(entry.span);
        let header = corpus.header(entry.article)?;
        Ok(TimelineObject {
            article: header.id,
            start,
            end,
            value: entry.value.to_string(),
            basis: entry.basis.name(),
            title: header.title,
            source: header.source,
            sentence: sentence(text, &utf16, entry.sentence),
        })
    };
    entries.iter().map(object).collect()
}

#[derive(Serialize)]
pub struct NearestObject {
    #[serde(flatten)]
    header: HeaderObject,
    similarity: f64,
}

#[derive(Serialize)]
pub struct EventObject {
    label: String,
    articles: Vec<String>,
}

/// Events that a search takes part in, for the page.
#[derive(Serialize)]
pub struct EventsPart {
    /// How many there are.
    total: usize,
    events: Vec<EventPart>,
}

#[derive(Serialize)]
struct EventPart {
    label: String,
    articles: Vec<HeaderObject>,
}

/// Of the events with two or more of the given articles, those from `offset` on, `limit` at most, with these articles alone.
pub fn events_among(
    corpus: &Corpus,
    found: &[ArticleId],
    offset: usize,
    limit: usize,
) -> Result<EventsPart, DecodeError> {
    let mut is_found = vec![false; corpus.len()];
    found.iter().for_each(|article| is_found[article.0 as usize] = true);
    let mut part = EventsPart { total: 0, events: Vec::new() };
    for mut event in corpus.larger_events()? {
        event.articles.retain(|article| is_found[article.0 as usize]);
        if event.articles.len() < 2 {
            continue;
        }
        if part.total >= offset && part.events.len() < limit {
            let label = corpus.header(event.centre)?.title;
            let mut articles = Vec::new();
            for article in event.articles {
                articles.push(header(&corpus.header(article)?));
            }
            part.events.push(EventPart { label, articles });
        }
        part.total += 1;
    }
    Ok(part)
}

/// The objects of events, each named by the title of the article closest to all of its others.
pub fn events(corpus: &Corpus, events: &[Event]) -> Result<Vec<EventObject>, DecodeError> {
    let id = |article: &ArticleId| Ok(corpus.header(*article)?.id);
    let object = |event: &Event| {
        Ok(EventObject {
            label: corpus.header(event.centre)?.title,
            articles: event.articles.iter().map(id).collect::<Result<_, DecodeError>>()?,
        })
    };
    events.iter().map(object).collect()
}

/// The objects of the nearest articles.
pub fn nearest(corpus: &Corpus, found: &[(ArticleId, f32)]) -> Result<Vec<NearestObject>, DecodeError> {
    let object = |(article, similarity): &(ArticleId, f32)| {
        let similarity = (f64::from(*similarity) * 10_000.0).round() / 10_000.0;
        Ok(NearestObject { header: header(&corpus.header(*article)?), similarity })
    };
    found.iter().map(object).collect()
}
