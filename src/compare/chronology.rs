//! Dates that cannot both be so: an event told as done on a day after one that is still ahead, a day on the wrong
//! side of the article's own date, a weekday that the day was not, and the same event with two days in two articles.
//!
//! A finding says that a text does not add up, so it rests only on days written out as such ("April 18", not
//! "Tuesday") and on clauses that leave no doubt ([`super::telling`]). Cost: one look at the clause of each such day.

use super::Document;
use super::comparison::{DateFinding, DateFindingKind, Passage, Place, Relation};
use super::profile::language;
use super::stop_words::is_english;
use super::telling::{Telling, Told, told, weekday, weekday_before};
use crate::analysis::DateMention;
use crate::ingest::{Article, DateBasis, EntityKind};
use crate::text::{BlockKind, Certainty, Date, Span, stem};

/// Days without a year are read within this many days only: further apart the year may have been read wrongly.
const SAME_YEAR_DAYS: i64 = 45;

/// By how many days an event has to lie on the wrong side of the article's date: articles are touched up, and
/// publishers sit in other time zones.
const MARGIN_DAYS: i64 = 2;

/// Reports of the same event are this close to each other.
const SAME_NEWS_DAYS: i64 = 14;

/// What is wrong with the dates within each article, then across articles that share passages.
pub(super) fn findings(documents: &[Document], passages: &[Passage]) -> Vec<DateFinding> {
    let told: Vec<Vec<Event>> = documents.iter().map(events).collect();
    let mut findings = Vec::new();
    for (at, (document, events)) in documents.iter().zip(&told).enumerate() {
        findings.extend(order(at, document, events));
        findings.extend(against_article(at, document, events));
        findings.extend(weekdays(at, document));
    }
    findings.extend(across(documents, &told, passages));
    findings
}

/// An event that a sentence tells with its day.
struct Event<'a> {
    told: Told,
    day: time::Date,
    mention: &'a DateMention,
    /// The sentence's place in the reading.
    sentence: usize,
}

fn events<'a>(document: &Document<'a>) -> Vec<Event<'a>> {
    if !is_english(language(document)) {
        return Vec::new();
    }
    let (text, reading) = (&document.article.text, document.reading);
    let mut events = Vec::new();
    for mention in
        reading.dates.iter().filter(|mention| is_written_day(text, mention) && is_told(document, mention))
    {
        let sentence = reading.sentences.iter().position(|sentence| sentence.contains(mention.span));
        let told = sentence.and_then(|at| told(text, reading.sentences[at], bare(text, mention.span)));
        if let (Some(sentence), Some(told), Some(day)) = (sentence, told, mention.value.exact_day()) {
            events.push(Event { told, day, mention, sentence });
        }
    }
    events
}

/// Whether the text writes the day of a month out.
pub(super) fn is_written_day(text: &str, mention: &DateMention) -> bool {
    let written = mention.span.of(text);
    let day = |part: &str| part.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let ordinal = |part: &str| day(part.trim_end_matches(|c: char| c.is_ascii_alphabetic()));
    let has_month = written.split(|c: char| !c.is_alphabetic()).any(is_month);
    has_month
        && written.split(|c: char| !c.is_alphanumeric()).any(ordinal)
        && matches!(mention.value, Date::Point(_))
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    word.get(..3).is_some_and(|start| MONTHS.iter().any(|month| start.eq_ignore_ascii_case(month)))
}

/// The day without the weekday that its mention may hold.
fn bare(text: &str, span: Span) -> Span {
    let written = span.of(text);
    let skipped =
        written.find(|c: char| !c.is_alphabetic()).filter(|&end| weekday(&written[..end]).is_some());
    match skipped {
        Some(end) => {
            let rest = written[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
            Span { start: span.end - rest.len() as u32, end: span.end }
        }
        None => span,
    }
}

fn is_told(document: &Document, mention: &DateMention) -> bool {
    let block = document.article.blocks.iter().find(|block| block.span.contains(mention.span));
    let quoted = document.reading.quotes.iter().any(|quote| quote.holds(mention.span));
    block.is_some_and(|block| block.kind.is_article()) && !quoted
}

/// Done on a day after what is still ahead, in one sentence, or in the next of the same point or about the same
/// agreement or event.
fn order(at: usize, document: &Document, events: &[Event]) -> Vec<DateFinding> {
    let text = &document.article.text;
    let mut findings = Vec::new();
    for done in events.iter().filter(|event| event.told.telling == Telling::Done) {
        for ahead in events.iter().filter(|event| event.told.telling == Telling::Ahead) {
            let wrong = ahead.day < done.day && years_are_sure(text, done, ahead);
            if wrong && is_one_story(document, done, ahead) {
                findings.push(DateFinding {
                    kind: DateFindingKind::Order,
                    explain: format!(
                        "The text tells “{}” as done, but “{}” as still ahead, although {} comes before {}.",
                        done.told.phrase.of(text),
                        ahead.told.phrase.of(text),
                        written_out(ahead.day),
                        written_out(done.day),
                    ),
                    places: places(at, [done.told.phrase, ahead.told.phrase]),
                });
            }
        }
    }
    findings
}

fn is_one_story(document: &Document, a: &Event, b: &Event) -> bool {
    if a.sentence == b.sentence {
        return true;
    }
    let reading = document.reading;
    let block = |event: &Event| {
        document.article.blocks.iter().position(|block| block.span.contains(event.mention.span))
    };
    let named = |event: &Event| -> Vec<u16> {
        let inside = reading.mentions.iter().filter(|it| reading.sentences[event.sentence].contains(it.span));
        let events = inside.filter(|it| matches!(it.kind, EntityKind::Agreement | EntityKind::Event));
        events.filter_map(|it| it.entity.map(|entity| entity.0)).collect()
    };
    let (Some(block_a), Some(block_b)) = (block(a), block(b)) else { return false };
    // An item of a list makes one point; a paragraph may go on to another.
    let is_one_point = document.article.blocks[block_a].kind == BlockKind::ListItem;
    a.sentence.abs_diff(b.sentence) == 1
        && block_a == block_b
        && (is_one_point || named(a).iter().any(|it| named(b).contains(it)))
}

fn years_are_sure(text: &str, a: &Event, b: &Event) -> bool {
    let both = states_year(text, a.mention) && states_year(text, b.mention);
    both || (a.day - b.day).whole_days().abs() <= SAME_YEAR_DAYS
}

fn states_year(text: &str, mention: &DateMention) -> bool {
    mention.span.of(text).split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4)
}

/// Done after the article was written, or still ahead before it was.
fn against_article(at: usize, document: &Document, events: &[Event]) -> Vec<DateFinding> {
    let text = &document.article.text;
    let Some(written) = sure_day(document.article) else { return Vec::new() };
    let finding = |event: &Event| {
        let after = (event.day - written).whole_days();
        let near = states_year(text, event.mention) || after.abs() <= SAME_YEAR_DAYS;
        let (wrong, telling, side) = match event.told.telling {
            Telling::Done => (after > MARGIN_DAYS, "done", "after"),
            Telling::Ahead => (after < -MARGIN_DAYS, "still ahead", "before"),
        };
        (near && wrong).then(|| DateFinding {
            kind: DateFindingKind::Order,
            explain: format!(
                "The text tells “{}” as {telling}, but {} is {side} the article’s own date, {}.",
                event.told.phrase.of(text),
                written_out(event.day),
                written_out(written),
            ),
            places: places(at, [event.told.phrase]),
        })
    };
    events.iter().filter_map(finding).collect()
}

/// The day an article was published, where it is given as such.
pub(super) fn sure_day(article: &Article) -> Option<time::Date> {
    let date = article.date.filter(|_| article.date_basis != Some(DateBasis::Inferred))?;
    matches!(date, Date::Point(point) if point.certainty == Certainty::Sure)
        .then(|| date.exact_day())
        .flatten()
}

/// A weekday that the day was not.
fn weekdays(at: usize, document: &Document) -> Vec<DateFinding> {
    let text = &document.article.text;
    let days = document
        .reading
        .dates
        .iter()
        .filter(|mention| is_written_day(text, mention) && is_told(document, mention));
    let finding = |mention: &DateMention| {
        let bare = bare(text, mention.span);
        let (span, named) = weekday_before(text, bare)?;
        let day = mention.value.exact_day()?;
        let alone = !text[mention.span.end as usize..].trim_start().starts_with(['-', '–', '/']);
        (alone && day.weekday() != named && no_year_fits(document, mention, day, named)).then(|| {
            DateFinding {
                kind: DateFindingKind::Order,
                explain: format!("The text says {named}, but {} was a {}.", written_out(day), day.weekday()),
                places: places(at, [Span { start: span.start, end: bare.end }]),
            }
        })
    };
    days.filter_map(finding).collect()
}

/// Whether the weekday is wrong whatever year may be meant: a stated year is taken at its word, another has to lie
/// near the article's date, and no neighbouring year may make the weekday right.
fn no_year_fits(document: &Document, mention: &DateMention, day: time::Date, named: time::Weekday) -> bool {
    if states_year(&document.article.text, mention) {
        return true;
    }
    let near = sure_day(document.article)
        .is_some_and(|written| (written - day).whole_days().abs() <= SAME_YEAR_DAYS);
    let fits = |year: i32| day.replace_year(year).is_ok_and(|day| day.weekday() == named);
    near && !fits(day.year() - 1) && !fits(day.year() + 1)
}

/// The same event with two days in two articles that tell it in the same or nearly the same words.
fn across(documents: &[Document], told: &[Vec<Event>], passages: &[Passage]) -> Vec<DateFinding> {
    let mut findings = Vec::new();
    for passage in passages.iter().filter(|passage| passage.relation != Relation::Related) {
        let [a, b] = passage.places.as_slice() else { continue };
        let inside = |place: &Place| {
            let span = place.span;
            told[place.article]
                .iter()
                .filter(move |event| span.contains(event.mention.span))
                .collect::<Vec<_>>()
        };
        if let ([first], [second]) = (inside(a).as_slice(), inside(b).as_slice()) {
            findings.extend(disagreement(documents, [a.article, b.article], [first, second]));
        }
    }
    findings
}

fn disagreement(documents: &[Document], articles: [usize; 2], events: [&Event; 2]) -> Option<DateFinding> {
    let [first, second] = events;
    let [a, b] = articles.map(|at| documents[at]);
    let same_verb = stem(&first.told.verb, language(&a)) == stem(&second.told.verb, language(&b));
    let same_event = first.told.telling == second.told.telling && same_verb;
    if first.day == second.day || !same_event || !years_agree(&a, &b, first, second) {
        return None;
    }
    Some(DateFinding {
        kind: DateFindingKind::Disagree,
        explain: format!(
            "“{}” and “{}” tell the same event with different days, {} and {}.",
            first.told.phrase.of(&a.article.text),
            second.told.phrase.of(&b.article.text),
            written_out(first.day),
            written_out(second.day),
        ),
        places: vec![
            Place { article: articles[0], span: first.told.phrase },
            Place { article: articles[1], span: second.told.phrase },
        ],
    })
}

/// Whether both days are sure enough to be held against each other: with their years, or in news of the same days.
fn years_agree(a: &Document, b: &Document, first: &Event, second: &Event) -> bool {
    let stated = states_year(&a.article.text, first.mention) && states_year(&b.article.text, second.mention);
    let same_news = match (sure_day(a.article), sure_day(b.article)) {
        (Some(x), Some(y)) => (x - y).whole_days().abs() <= SAME_NEWS_DAYS,
        _ => false,
    };
    stated || (same_news && (first.day - second.day).whole_days().abs() <= SAME_YEAR_DAYS)
}

fn places<const N: usize>(article: usize, spans: [Span; N]) -> Vec<Place> {
    spans.into_iter().map(|span| Place { article, span }).collect()
}

/// `18 April 2025`
fn written_out(day: time::Date) -> String {
    format!("{} {} {}", day.day(), day.month(), day.year())
}
