//! A search from outside, over four articles whose names are given: facets, dates, snippets, completions, contexts. What
//! queries find stands in `tests/cases/query` and is read by `query_language.rs`; `search_properties.rs` holds all of it
//! against a scan.

use crossread::analysis::{Basis, Entity, EntityIndex, Form, Mention, Reading};
use crossread::index::{Corpus, build};
use crossread::ingest::{Article, CorpusInfo, EntityKind};
use crossread::query::{
    Completion, Facet, LineOrder, Request, Sort, complete, concordance, matches, search, values,
};
use crossread::text::{Block, BlockKind, Date, Span};

/// An article of one paragraph; `people` are named at its beginning.
fn article(number: usize, source: &str, date: Option<&str>, title: &str, text: &str) -> Article {
    Article {
        id: format!("report-{number}"),
        title: title.to_owned(),
        source: Some(source.to_owned()),
        date: date.map(|date| date.parse::<Date>().expect("a date")),
        language: Some("en".to_owned()),
        text: text.to_owned(),
        blocks: vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }],
        ..Article::default()
    }
}

fn reading(text: &str, people: &[&str]) -> Reading {
    let mut reading = Reading::default();
    for (at, name) in people.iter().enumerate() {
        let Some(start) = text.find(name) else { continue };
        let id = name.to_lowercase().replace(' ', "-");
        reading.entities.push(Entity {
            id,
            name: (*name).to_owned(),
            kind: EntityKind::Person,
            titles: Vec::new(),
            joined: Vec::new(),
        });
        let entity = Some(EntityIndex(at as u16));
        let span = Span::new(start, start + name.len());
        reading.mentions.push(Mention {
            span,
            kind: EntityKind::Person,
            entity,
            form: Form::Name,
            basis: Basis::Rule,
        });
    }
    reading
}

fn harbour() -> Corpus {
    let texts = [
        (
            "Coast Ledger",
            Some("2024-03-05"),
            "Harbour reopens",
            "Ada Thornby said the harbour at Harwick reopened. Ferries sail again.",
        ),
        (
            "Valley Post",
            Some("2024-04"),
            "Treaties on the table",
            "Ada Thornby signed the fishing treaty with Olaf Brandt in Harwick.",
        ),
        (
            "Valley Post",
            Some("2023-11-20?"),
            "No treaty yet",
            "The treaty on fishing was not signed. Olaf Brandt blamed the U.S. delegation.",
        ),
        ("River Times", None, "Weather", "Rain fell on the café terraces. Nobody spoke of a fishing ban."),
    ];
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, (source, date, title, text))| article(at, source, *date, title, text))
        .collect();
    let people = ["Ada Thornby", "Olaf Brandt"];
    let readings: Vec<Reading> = articles
        .iter()
        .map(|article| {
            let named: Vec<&str> =
                people.iter().copied().filter(|name| article.text.contains(name)).collect();
            reading(&article.text, &named)
        })
        .collect();
    let info = CorpusInfo { title: "Harbour news".into(), language: "en".into(), ..CorpusInfo::default() };
    Corpus::open(build(&info, &articles, &readings)).expect("a fresh corpus opens")
}

#[test]
fn facets_count_as_if_each_alone_were_open() {
    let corpus = harbour();
    let request = Request {
        selected: vec![
            (Facet::Source, vec!["Valley Post".into()]),
            (Facet::Person, vec!["ada-thornby".into()]),
        ],
        limit: 10,
        ..Request::default()
    };
    let results = search(&corpus, &request).expect("a sound corpus answers");
    assert_eq!(results.total, 1);
    let counts = |facet: Facet| {
        let values = &results.facets.iter().find(|(of, _)| *of == facet).expect("every facet is there").1;
        values.iter().map(|value| (value.label.clone(), value.count)).collect::<Vec<_>>()
    };
    assert_eq!(counts(Facet::Source), [("Coast Ledger".to_owned(), 1), ("Valley Post".to_owned(), 1)]);
    assert_eq!(counts(Facet::Person), [("Olaf Brandt".to_owned(), 2), ("Ada Thornby".to_owned(), 1)]);
    assert_eq!(counts(Facet::Year), [("2024".to_owned(), 1)]);
}

#[test]
fn snippets_show_the_matches_and_orders_hold() {
    let corpus = harbour();
    let request = Request {
        query: "\"fishing treaty\" OR ferries".into(),
        limit: 10,
        sort: Sort::Date,
        ..Request::default()
    };
    let results = search(&corpus, &request).expect("a sound corpus answers");
    let ids: Vec<_> =
        results.hits.iter().map(|hit| corpus.header(hit.article).expect("a header").id).collect();
    assert_eq!(ids, ["report-1", "report-0"], "newest first");
    for hit in &results.hits {
        let text = corpus.text(hit.article).expect("a text");
        let marked: Vec<_> =
            hit.snippets.iter().flat_map(|snippet| &snippet.marks).map(|mark| mark.of(&text)).collect();
        assert!(marked == ["fishing treaty"] || marked == ["Ferries"], "{marked:?}");
        assert_eq!(matches(&corpus, &request.query, hit.article).expect("matches").len(), 1);
    }
    let best = Request { query: "treaty".into(), limit: 1, ..Request::default() };
    let best = search(&corpus, &best).expect("a sound corpus answers");
    assert_eq!(best.total, 2);
    assert_eq!(best.hits.len(), 1);
}

#[test]
fn a_passage_names_who_is_filtered_for_and_does_not_repeat_the_title() {
    let lead = "The harbour at Harwick stays closed, and nobody says for how long. ".repeat(8);
    let text = format!("Thornby and the harbour\n\n{lead}\n\nAda Thornby called the harbour safe.");
    let title = "Thornby and the harbour".len();
    let end = text.find("\n\nAda").expect("the last paragraph");
    let mut article = article(9, "Coast Ledger", None, "Thornby and the harbour", &text);
    let block = |start, end, kind| Block { span: Span::new(start, end), kind };
    article.blocks = vec![
        block(0, title, BlockKind::Heading),
        block(title + 2, end, BlockKind::Paragraph),
        block(end + 2, text.len(), BlockKind::Paragraph),
    ];
    let mut reading = reading(&text, &["Ada Thornby"]);
    let in_title = Mention { span: Span::new(0, "Thornby".len()), ..reading.mentions[0].clone() };
    reading.mentions.insert(0, in_title);
    let corpus = Corpus::open(build(&CorpusInfo::default(), &[article], &[reading])).expect("a sound corpus");
    let passage = |query: &str, people: &[&str]| {
        let people = people.iter().map(|id| (*id).to_owned()).collect();
        let request = Request {
            query: query.into(),
            selected: vec![(Facet::Person, people)],
            limit: 1,
            ..Request::default()
        };
        let request = if query.is_empty() { request } else { Request { selected: Vec::new(), ..request } };
        let results = search(&corpus, &request).expect("a sound corpus answers");
        let snippet = results.hits[0].snippets[0].clone();
        (snippet.span.of(&text).to_owned(), snippet.marks.len())
    };
    let (named, marks) = passage("", &["ada-thornby"]);
    assert!(named.contains("Ada Thornby called") && marks == 0, "{named}");
    let (found, _) = passage("thornby", &[]);
    assert!(found.contains("Ada Thornby called"), "{found}");
    let (found, _) = passage("title:thornby safe", &[]);
    assert!(found.contains("safe"), "{found}");
}

#[test]
fn completions_are_words_names_and_publishers() {
    let corpus = harbour();
    let offered = |query: &str| {
        let found = complete(&corpus, query, query.len()).expect("a sound corpus answers");
        let item = |item: &Completion| format!("{} ({})", item.text, item.count);
        (found.span.of(query).to_owned(), found.items.iter().map(item).collect::<Vec<_>>().join(", "))
    };
    let cases = [
        ("fish", "fish", "fishing (3)"),
        ("Treat", "Treat", "treaty (2)"),
        ("rain OR th", "th", "the (4), thornby (2), person:\"Ada Thornby\" (2)"),
        ("thornb", "thornb", "thornby (2), person:\"Ada Thornby\" (2)"),
        ("person:", "", "\"Ada Thornby\" (2), \"Olaf Brandt\" (2)"),
        ("person:bra", "bra", "\"Olaf Brandt\" (2)"),
        ("speaker:bra", "bra", ""),
        ("org:bra", "bra", ""),
        ("source:\"valley po", "\"valley po", "\"Valley Post\" (2)"),
        ("val", "val", "source:\"Valley Post\" (2)"),
        ("title:treat", "treat", "treaty (2)"),
        ("date:20", "20", ""),
        ("treaty ", "", ""),
    ];
    for (query, span, items) in cases {
        assert_eq!(offered(query), (span.to_owned(), items.to_owned()), "{query}");
    }
}

#[test]
fn long_facets_are_searched() {
    let corpus = harbour();
    let labels = |facet, text| {
        let found = values(&corpus, &Request::default(), facet, text).expect("a sound corpus answers");
        found.into_iter().map(|value| (value.label, value.count)).collect::<Vec<_>>()
    };
    assert_eq!(labels(Facet::Person, "thorn AD"), [("Ada Thornby".to_owned(), 2)]);
    assert_eq!(labels(Facet::Source, "post"), [("Valley Post".to_owned(), 2)]);
    assert_eq!(labels(Facet::Year, "23"), [("2023".to_owned(), 1)]);
    assert_eq!(labels(Facet::Person, "").len(), 2);
    assert_eq!(labels(Facet::Person, "nobody"), []);
}

#[test]
fn dates_fall_into_bins_without_a_gap() {
    let bins = |dates: &[&str]| {
        let articles: Vec<Article> = dates
            .iter()
            .enumerate()
            .map(|(at, date)| article(at, "Valley Post", Some(date), "Harbour", "Ferries sail."))
            .collect();
        let readings = vec![Reading::default(); articles.len()];
        let corpus = Corpus::open(build(&CorpusInfo::default(), &articles, &readings)).expect("it opens");
        let dates = search(&corpus, &Request::default()).expect("a sound corpus answers").dates;
        let counted: Vec<String> = dates.bins.iter().map(|(date, count)| format!("{date}={count}")).collect();
        (dates.unit.name(), counted.join(" "), counted.len())
    };
    let days = bins(&["2024-03-01", "2024-03-03", "2024-03"]);
    assert_eq!(days, ("day", "2024-03-01=2 2024-03-02=0 2024-03-03=1".to_owned(), 3));
    assert_eq!(bins(&["2024-03-01", "2024-05-01"]).0, "day", "62 days");
    let months = bins(&["2024-12", "2025-02/..", "../2025-03-09"]);
    assert_eq!(months.1, "2024-12=1 2025-01=0 2025-02=1 2025-03=1");
    assert_eq!(bins(&["2015-03-01", "2025-02-28"]), ("month", bins(&["2015-03-01", "2025-02-28"]).1, 120));
    assert_eq!(bins(&["2015", "2025"]).1.split(' ').next(), Some("2015=1"));
    assert_eq!(bins(&[]), ("year", String::new(), 0));
}

#[test]
fn a_concordance_centres_the_match() {
    let corpus = harbour();
    let lines = |query: &str, order| {
        let request = Request { query: query.into(), limit: 10, sort: Sort::Date, ..Request::default() };
        let found = concordance(&corpus, &request, None, order).expect("a sound corpus answers");
        let line = |line: &crossread::query::Line| {
            let text = corpus.text(line.article).expect("a text");
            [line.left, line.span, line.right].map(|span| span.of(&text).to_owned())
        };
        (found.total, found.lines.iter().map(line).collect::<Vec<_>>())
    };
    let (total, by_article) = lines("fishing", LineOrder::Article);
    assert_eq!(total, 3);
    assert_eq!(by_article[0], ["Ada Thornby signed the ", "fishing", " treaty with Olaf Brandt in Harwick."]);
    let middles = |order| {
        let (_, lines) = lines("fishing", order);
        lines.iter().map(|line| line[2].split(' ').nth(1).unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(middles(LineOrder::Article), ["treaty", "was", "ban."], "newest first, undated last");
    assert_eq!(middles(LineOrder::Left), ["ban.", "was", "treaty"], "a, on, the");
    assert_eq!(middles(LineOrder::Right), ["ban.", "treaty", "was"]);
    let one = concordance(
        &corpus,
        &Request { query: "fishing".into(), limit: 10, ..Request::default() },
        corpus.find("report-3"),
        LineOrder::Article,
    );
    assert_eq!(one.expect("a sound corpus answers").total, 1);
}
