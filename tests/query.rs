//! The index answers as a scan of the texts does: random corpora, random queries.

use crossread::analysis::{Basis, Entity, EntityIndex, Form, Mention, Reading};
use crossread::index::{Corpus, build};
use crossread::ingest::{Article, CorpusInfo, EntityKind};
use crossread::query::{Facet, Request, Sort, matches, parse, search};
use crossread::text::{Block, BlockKind, Date, Span, words};
use proptest::prelude::*;

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
        reading.entities.push(Entity { id, name: (*name).to_owned(), kind: EntityKind::Person });
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

fn found(corpus: &Corpus, query: &str) -> Vec<String> {
    let request = Request { query: query.to_owned(), limit: 50, ..Request::default() };
    let results = search(corpus, &request).expect("a sound corpus answers");
    let mut ids: Vec<String> = results
        .hits
        .iter()
        .map(|hit| corpus.header(hit.article).expect("a header").id.replace("report-", ""))
        .collect();
    ids.sort();
    ids
}

#[test]
fn queries_find_what_they_say() {
    let cases: &[(&str, &str)] = &[
        ("", "0 1 2 3"),
        ("harbour", "0"),
        ("HARBOUR", "0"),
        ("treaty", "1 2"),
        ("treaties", "1 2"),
        ("\"treaties\"", "1"),
        ("\"fishing treaty\"", "1"),
        ("\"treaty fishing\"", ""),
        ("fishing treaty", "1 2"),
        ("fishing -treaty", "3"),
        ("fishing NOT treaty", "3"),
        ("harbour OR rain", "0 3"),
        ("(harbour OR rain) ferries", "0"),
        ("fish*", "1 2 3"),
        ("harbor~", "0"),
        ("hrabour~", "0"),
        ("harboor~", "0"),
        ("cafe", "3"),
        ("US", "2"),
        ("u.s.", "2"),
        ("title:treaty", "1 2"),
        ("title:harwick", ""),
        ("source:\"Valley Post\"", "1 2"),
        ("source:valley", "1 2"),
        ("person:\"Ada Thornby\"", "0 1"),
        ("person:ada-thornby", "0 1"),
        ("person:thornby", "0 1"),
        ("org:thornby", ""),
        ("entity:\"olaf brandt\"", "1 2"),
        ("date:2024", "0 1"),
        ("date:2024-04..2024-05", "1"),
        ("date:..2023", "2"),
        ("date:2024-03-05", "0"),
        ("lang:en", "0 1 2 3"),
        ("signed NEAR/2 treaty", "1"),
        ("treaty NEAR/5 signed", "1 2"),
        ("nothing*", ""),
        ("Harwick-reopened", "0"),
    ];
    let corpus = harbour();
    for (query, expected) in cases {
        assert_eq!(found(&corpus, query).join(" "), *expected, "{query}");
    }
}

#[test]
fn what_is_not_understood_is_said_and_searched_as_words() {
    let corpus = harbour();
    for (query, expected) in [
        ("(harbour", "0"),
        ("\"harbour", "0"),
        ("harbour OR", ""),
        ("date:soon harbour", ""),
        ("harbour )", "0"),
    ] {
        let request = Request { query: query.to_owned(), limit: 10, ..Request::default() };
        let results = search(&corpus, &request).expect("a sound corpus answers");
        assert!(!results.diagnostics.is_empty(), "{query}");
        assert_eq!(found(&corpus, query).join(" "), expected, "{query}");
        for diagnostic in results.diagnostics {
            assert!(query.get(diagnostic.span.range()).is_some(), "{query}");
        }
    }
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

/// What a word of a query finds by reading every text.
fn scan(texts: &[String], query: &Simple) -> Vec<usize> {
    let tokens =
        |text: &String| words(text).iter().map(|word| word.folded().into_owned()).collect::<Vec<_>>();
    let holds = |text: &Vec<String>| match query {
        Simple::Exact(phrase) => text.windows(phrase.len()).any(|window| window == phrase.as_slice()),
        Simple::Prefix(prefix) => text.iter().any(|word| word.starts_with(prefix)),
        Simple::Both(a, b) => text.contains(a) && text.contains(b),
        Simple::Either(a, b) => text.contains(a) || text.contains(b),
        Simple::Without(a, b) => text.contains(a) && !text.contains(b),
        Simple::Near(a, b, distance) => {
            let at = |word: &String| {
                text.iter()
                    .enumerate()
                    .filter(|(_, other)| *other == word)
                    .map(|(at, _)| at)
                    .collect::<Vec<_>>()
            };
            at(a)
                .iter()
                .any(|one| at(b).iter().any(|other| one != other && one.abs_diff(*other) <= distance + 1))
        }
    };
    (0..texts.len()).filter(|&at| holds(&tokens(&texts[at]))).collect()
}

#[derive(Clone, Debug)]
enum Simple {
    Exact(Vec<String>),
    Prefix(String),
    Both(String, String),
    Either(String, String),
    Without(String, String),
    Near(String, String, usize),
}

impl Simple {
    fn text(&self) -> String {
        match self {
            Self::Exact(phrase) => format!("\"{}\"", phrase.join(" ")),
            Self::Prefix(prefix) => format!("{prefix}*"),
            Self::Both(a, b) => format!("\"{a}\" \"{b}\""),
            Self::Either(a, b) => format!("\"{a}\" OR \"{b}\""),
            Self::Without(a, b) => format!("\"{a}\" -\"{b}\""),
            Self::Near(a, b, distance) => format!("\"{a}\" NEAR/{distance} \"{b}\""),
        }
    }
}

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["tallin", "talks", "treaty", "ferry", "ferries", "said", "été", "بحر"])
        .prop_map(|word| crossread::text::fold(word).into_owned())
}

fn simple() -> impl Strategy<Value = Simple> {
    prop_oneof![
        prop::collection::vec(word(), 1..4).prop_map(Simple::Exact),
        word().prop_map(|word| Simple::Prefix(word.chars().take(3).collect())),
        (word(), word()).prop_map(|(a, b)| Simple::Both(a, b)),
        (word(), word()).prop_map(|(a, b)| Simple::Either(a, b)),
        (word(), word()).prop_map(|(a, b)| Simple::Without(a, b)),
        (word(), word(), 1usize..4).prop_map(|(a, b, distance)| Simple::Near(a, b, distance)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_index_answers_as_a_scan_does(
        texts in prop::collection::vec(prop::collection::vec(word(), 0..12), 1..8),
        queries in prop::collection::vec(simple(), 1..6),
    ) {
        let texts: Vec<String> = texts.into_iter().map(|words| words.join(" ")).collect();
        let articles: Vec<Article> = texts.iter().enumerate().map(|(at, text)| article(at, "Post", None, "", text)).collect();
        let readings = vec![Reading::default(); articles.len()];
        let corpus = Corpus::open(build(&CorpusInfo::default(), &articles, &readings)).expect("a fresh corpus opens");
        for query in queries {
            let request = Request { query: query.text(), limit: 100, ..Request::default() };
            let results = search(&corpus, &request).expect("a sound corpus answers");
            let mut found: Vec<usize> = results.hits.iter().map(|hit| hit.article.0 as usize).collect();
            found.sort_unstable();
            prop_assert_eq!(&found, &scan(&texts, &query), "{}", query.text());
            prop_assert_eq!(results.facets[0].1.iter().map(|value| value.count as usize).sum::<usize>(), found.len());
        }
    }

    #[test]
    fn any_query_is_answered(query in "\\PC{0,40}|[a-z\"()*~:/ -]{0,30}|((NOT|OR|NEAR/2|date:|person:|\\(|\"|-) ?){0,12}") {
        let (_, diagnostics) = parse(&query);
        for diagnostic in diagnostics {
            prop_assert!(query.get(diagnostic.span.range()).is_some());
        }
        let request = Request { query, limit: 5, ..Request::default() };
        search(&harbour(), &request).expect("a sound corpus answers");
    }
}
