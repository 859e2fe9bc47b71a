//! A reader just good enough to test comparisons without the stages before it: capitalised runs are entities,
//! "April 18, 2025" is a date, digits with the word behind them are a number. Paragraphs are lines; a line that ends
//! in a colon is a heading, one that begins with "- " a list item.

use crossread::analysis::{
    Basis, DateMention, Entity, EntityIndex, Form, Mention, Number, Reading, ValueBasis,
};
use crossread::ingest::{Article, DateBasis, EntityKind};
use crossread::text::{Block, BlockKind, Date, Span, Word, fold, sentences, words};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words that open sentences with a capital and name nothing.
const OPENERS: &str = "the a an in on at he she it they we this that these those but and as after before while his her \
its their there for by when if both during according addressing once one two three no not under over since some many \
most all such with from into what why who how russian iranian once key minister ministers foreign president";

const ORGANIZATIONS: &str = "union organization organisation organizations council ministry committee agency brics sco un nations court senate duma house parliament bank company group party";

pub fn article(id: &str, text: &str, date: Option<&str>) -> Article {
    let blocks = blocks(text);
    Article {
        id: id.into(),
        title: id.into(),
        text: text.into(),
        blocks,
        date: date.and_then(|date| date.parse().ok()),
        date_basis: date.map(|_| DateBasis::Stated),
        language: Some("en".into()),
        ..Article::default()
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        let inner = span.of(text);
        let kind = if inner.ends_with(':') {
            BlockKind::Heading
        } else if inner.starts_with("- ") {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        if kind == BlockKind::ListItem {
            span = Span { start: span.start + 2, end: span.end }.trimmed(text);
        }
        if !span.is_empty() {
            blocks.push(Block { span, kind });
        }
    }
    blocks
}

pub fn read(article: &Article) -> Reading {
    let text = &article.text;
    let sentences = sentences(text, &article.blocks);
    let mut reading = Reading { dates: dates(text, article.date), ..Reading::default() };
    for sentence in &sentences {
        let read: Vec<Word> = words(sentence.of(text));
        let read: Vec<(Span, &str)> =
            read.iter().map(|word| (word.span.shifted(sentence.start as usize), word.text)).collect();
        names(text, &read, &mut reading);
        numbers(&read, &mut reading);
    }
    reading.sentences = sentences;
    reading
}

fn names(text: &str, words: &[(Span, &str)], reading: &mut Reading) {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let opener = |word: &str| OPENERS.split_whitespace().any(|opener| opener == fold(word));
    let mut at = 0;
    while at < words.len() {
        let (span, word) = words[at];
        let dated = reading.dates.iter().any(|date| date.span.contains(span));
        if !capital(word) || dated || opener(word) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < words.len()
            && capital(words[end].1)
            && &text[words[end - 1].0.end as usize..words[end].0.start as usize] == " "
        {
            end += 1;
        }
        mention(text, Span { start: span.start, end: words[end - 1].0.end }, reading);
        at = end;
    }
}

fn mention(text: &str, span: Span, reading: &mut Reading) {
    let name = span.of(text);
    let known = reading.entities.iter().position(|entity| {
        entity.name == name
            || (entity.kind == EntityKind::Person && entity.name.ends_with(&format!(" {name}")))
    });
    let index = known.unwrap_or_else(|| {
        reading.entities.push(Entity {
            id: fold(name).replace(' ', "-"),
            name: name.into(),
            kind: kind(name),
        });
        reading.entities.len() - 1
    });
    let (kind, entity) = (reading.entities[index].kind, Some(EntityIndex(index as u16)));
    reading.mentions.push(Mention { span, kind, entity, form: Form::Name, basis: Basis::Rule });
}

fn kind(name: &str) -> EntityKind {
    let has = |list: &str| fold(name).split(' ').any(|word| list.split(' ').any(|listed| listed == word));
    if has("treaty agreement accord jcpoa") {
        EntityKind::Agreement
    } else if has("conference summit forum") {
        EntityKind::Event
    } else if has(ORGANIZATIONS) {
        EntityKind::Organization
    } else if name.contains(' ') && !has("south east west north united sea") {
        EntityKind::Person
    } else {
        EntityKind::Place
    }
}

fn numbers(words: &[(Span, &str)], reading: &mut Reading) {
    for (at, (span, word)) in words.iter().enumerate() {
        let dated = reading.dates.iter().any(|date| date.span.contains(*span));
        if let (Ok(value), false) = (word.replace(',', "").parse(), dated) {
            let unit = words.get(at + 1).map_or("", |(_, unit)| unit.trim_end_matches('s'));
            reading.numbers.push(Number { span: *span, value, unit: unit.into() });
        }
    }
}

fn dates(text: &str, reference: Option<Date>) -> Vec<DateMention> {
    let read = words(text);
    let mut dates = Vec::new();
    let between = |a: usize, b: usize| &text[read[a].span.end as usize..read[b].span.start as usize];
    for at in 0..read.len() {
        let Some(month) = MONTHS.iter().position(|month| *month == read[at].text) else { continue };
        let number = |at: usize| read.get(at).and_then(|word| word.text.parse::<u16>().ok());
        let (day, year, last) = match (number(at + 1), number(at + 2)) {
            (Some(day @ 1..=31), Some(year @ 1000..)) if between(at + 1, at + 2) == ", " => {
                (Some(day), Some(year), at + 2)
            }
            (Some(day @ 1..=31), _) => (Some(day), None, at + 1),
            (Some(year @ 1000..), _) => (None, Some(year), at + 1),
            _ => continue,
        };
        let stated = text
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|part| part.parse::<u16>().ok())
            .find(|year| (1900..2100).contains(year));
        let resolved = year.or(reference.map(|date| date.bounds().0.year() as u16)).or(stated);
        let Some(resolved) = resolved else { continue };
        let value = match day {
            Some(day) => Date::day(resolved.into(), month as u8 + 1, day as u8),
            None => Date::month(resolved.into(), month as u8 + 1),
        };
        let Some(value) = value else { continue };
        let basis = if year.is_some() { ValueBasis::Stated } else { ValueBasis::Resolved };
        dates.push(DateMention {
            span: Span { start: read[at].span.start, end: read[last].span.end },
            value,
            basis,
        });
    }
    dates
}
