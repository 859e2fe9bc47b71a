//! The index answers as reading every article does: random libraries, random queries of every operator and field, random
//! choices of facets.

mod plain_search;

use crossread::analysis::{Basis, Entity, EntityIndex, Form, Mention, Quote, QuoteStyle, Reading, Speaker};
use crossread::index::{ArticleId, Corpus, build, spelling};
use crossread::ingest::{Article, CorpusInfo, EntityKind};
use crossread::query::{
    DateUnit, Detail, Facet, LineOrder, Request, complete, concordance, matches, parse, search, values,
};
use crossread::text::{Block, BlockKind, Date, Span, fold, words};
use plain_search::{Asked, Library, Phrase, Words};
use proptest::prelude::*;
use std::collections::BTreeMap;

const WORDS: [&str; 14] = [
    "tallin",
    "talks",
    "talk",
    "treaty",
    "treaties",
    "ferry",
    "ferries",
    "said",
    "été",
    "бухта",
    "бухты",
    "بحر",
    "桥",
    "Thornby",
];
const SOURCES: [&str; 3] = ["Coast Ledger", "Valley Post", "Coast Post"];
const DATES: [&str; 8] = [
    "2023",
    "2024-03",
    "2024-03-05",
    "2024-04-30",
    "2025-01~",
    "2024-02/2024-04",
    "../2023-06",
    "2025-02/..",
];
const ASKED_DATES: [&str; 7] =
    ["2024", "2024-03..2024-04", "..2023", "2024-04..", "2024-03-05", "2025-01", "2023..2024-02"];
const CAST: [(&str, &str, EntityKind); 5] = [
    ("ada-thornby", "Ada Thornby", EntityKind::Person),
    ("olaf-thornby", "Olaf Thornby", EntityKind::Person),
    ("thornby", "Thornby", EntityKind::Place),
    ("ferry-union", "Ferry Union", EntityKind::Organization),
    ("ada", "Ada Thornby", EntityKind::Person),
];
const NAMES: [&str; 10] = [
    "Ada Thornby",
    "thornby",
    "ada-thornby",
    "olaf",
    "ferry",
    "ferry union",
    "talks",
    "said treaty",
    "treaty",
    "union",
];

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned)
}

/// A mention: which of the cast, from which word on, how many words, in which form; and whether it is quoted.
type Mentioned = (usize, usize, usize, Form, bool);

fn article_strategy() -> impl Strategy<Value = (Article, Vec<Mentioned>)> {
    let text = |most| prop::collection::vec(word(), 0..most).prop_map(|words| words.join(" "));
    let form = prop::sample::select(vec![Form::Name, Form::Role, Form::Pronoun]);
    let mentioned = (0..CAST.len(), 0usize..12, 1usize..3, form, any::<bool>());
    let source = prop::option::of(prop::sample::select(SOURCES.to_vec()));
    let date = prop::option::of(prop::sample::select(DATES.to_vec()));
    let language = prop::option::of(prop::sample::select(vec!["en", "ru", "en-GB", "fr"]));
    let author = prop::option::of(prop::sample::select(vec!["Mina Rostami", "Jonas Lind"]));
    let mentions = prop::collection::vec(mentioned, 0..5);
    (text(4), text(14), source, date, language, author, mentions).prop_map(
        |(title, text, source, date, language, author, mentions)| {
            let article = Article {
                title,
                blocks: vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }],
                text,
                source: source.map(str::to_owned),
                date: date.map(|date| date.parse::<Date>().expect("a date")),
                language: language.map(str::to_owned),
                authors: author.into_iter().map(str::to_owned).collect(),
                ..Article::default()
            };
            (article, mentions)
        },
    )
}

fn reading(text: &str, mentioned: &[Mentioned]) -> Reading {
    let mut reading = Reading::default();
    let words = words(text);
    for &(member, from, length, form, quoted) in mentioned {
        let Some(stretch) = words.get(from..from + length) else { continue };
        let (id, name, kind) = CAST[member];
        let known = reading.entities.iter().position(|entity| entity.id == id);
        let index = known.unwrap_or_else(|| {
            reading.entities.push(Entity {
                id: id.into(),
                name: name.into(),
                kind,
                titles: Vec::new(),
                joined: Vec::new(),
            });
            reading.entities.len() - 1
        });
        let span = Span { start: stretch[0].span.start, end: stretch[length - 1].span.end };
        let entity = Some(EntityIndex(index as u16));
        reading.mentions.push(Mention { span, kind, entity, form, basis: Basis::Rule });
        if quoted {
            let speaker = Some(Speaker { span, entity });
            reading.quotes.push(Quote {
                span,
                style: QuoteStyle::Direct,
                parts: vec![span],
                speaker,
                cue: None,
            });
        }
    }
    reading.mentions.sort_by_key(|mention| mention.span);
    reading.quotes.sort_by_key(|quote| quote.span);
    reading
}

/// Articles with their readings, and the index over them.
struct Shelf {
    articles: Vec<Article>,
    readings: Vec<Reading>,
    corpus: Corpus,
}

impl Shelf {
    fn new(items: Vec<(Article, Vec<Mentioned>)>) -> Self {
        let mut articles = Vec::new();
        let mut readings = Vec::new();
        for (number, (article, mentioned)) in items.into_iter().enumerate() {
            readings.push(reading(&article.text, &mentioned));
            articles.push(Article { id: format!("report-{number}"), ..article });
        }
        let info = CorpusInfo { language: "en".into(), ..CorpusInfo::default() };
        let corpus = Corpus::open(build(&info, &articles, &readings)).expect("a fresh corpus opens");
        Self { articles, readings, corpus }
    }

    fn library(&self) -> Library<'_> {
        Library { articles: &self.articles, readings: &self.readings }
    }
}

fn shelf() -> impl Strategy<Value = Shelf> {
    prop::collection::vec(article_strategy(), 1..8).prop_map(Shelf::new)
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.articles.iter().zip(&self.readings)).finish()
    }
}

fn phrase() -> impl Strategy<Value = Phrase> {
    let typed =
        |word: String| word.chars().next().map(|first| format!("{}{first}", &word)).expect("a letter");
    prop_oneof![
        prop::collection::vec(word(), 1..4).prop_map(Phrase::Quoted),
        // Pairs of characters are looked for side by side, so a word is one that is written with spaces.
        word().prop_filter("one word", |word| words(word).len() == 1).prop_map(Phrase::Word),
        word().prop_map(|word| Phrase::Prefix(word.chars().take(3).collect())),
        (word(), 1usize..3).prop_map(|(word, typos)| Phrase::Typos(word, typos)),
        (word(), 1usize..3).prop_map(move |(word, typos)| Phrase::Typos(typed(word), typos)),
    ]
}

fn asked() -> impl Strategy<Value = Asked> {
    let words = (any::<bool>(), phrase(), prop::collection::vec((0usize..3, phrase()), 0..3))
        .prop_map(|(in_title, first, near)| Asked::Words(Words { in_title, first, near }));
    let field = prop::sample::select(vec!["person", "place", "org", "entity", "speaker"]);
    let leaf = prop_oneof![
        4 => words,
        2 => (field, prop::sample::select(NAMES.to_vec())).prop_map(|(field, name)| Asked::Field(field, name.into())),
        1 => prop::sample::select(vec!["coast", "Valley Post", "post"]).prop_map(|name| Asked::Field("source", name.into())),
        1 => prop::sample::select(vec!["mina", "jonas lind"]).prop_map(|name| Asked::Field("author", name.into())),
        1 => prop::sample::select(vec!["en", "en-gb", "ru"]).prop_map(|name| Asked::Field("lang", name.into())),
        2 => prop::sample::select(ASKED_DATES.to_vec()).prop_map(|date| Asked::Date(date.into())),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Asked::And),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Asked::Or),
            inner.prop_map(|inner| Asked::Not(Box::new(inner))),
        ]
    })
}

/// Everything a request may choose, as values of [`Facet::ALL`].
fn chosen() -> impl Strategy<Value = Vec<(Facet, Vec<String>)>> {
    let one = prop_oneof![
        prop::sample::select(SOURCES.to_vec()).prop_map(|value| (Facet::Source, value.to_owned())),
        prop::sample::select(vec!["2023", "2024", "2025"]).prop_map(|value| (Facet::Year, value.to_owned())),
        (0..CAST.len()).prop_map(|member| {
            let (id, _, kind) = CAST[member];
            let facet = match kind {
                EntityKind::Person => Facet::Person,
                EntityKind::Place => Facet::Place,
                _ => Facet::Organization,
            };
            (facet, id.to_owned())
        }),
    ];
    prop::collection::vec(one, 0..3).prop_map(|all| {
        let mut by_facet: BTreeMap<Facet, Vec<String>> = BTreeMap::new();
        all.into_iter().for_each(|(facet, value)| by_facet.entry(facet).or_default().push(value));
        by_facet.into_iter().collect()
    })
}

/// The values of a facet that an article has, with their labels.
fn values_of(article: &Article, reading: &Reading, facet: Facet) -> Vec<(String, String)> {
    let appears = |index: usize| {
        let is = |of: Option<EntityIndex>| of.is_some_and(|of| usize::from(of.0) == index);
        reading.mentions.iter().any(|mention| is(mention.entity))
            || reading.quotes.iter().any(|quote| is(quote.speaker.and_then(|speaker| speaker.entity)))
    };
    let plain = |value: String| vec![(value.clone(), value)];
    match facet {
        Facet::Source => article.source.clone().map_or(Vec::new(), plain),
        Facet::Year => counted_day(article).map_or(Vec::new(), |day| plain(day.year().to_string())),
        _ => {
            let of_kind = reading.entities.iter().enumerate();
            let of_kind = of_kind.filter(|(index, of)| of.kind.name() == facet.name() && appears(*index));
            of_kind.map(|(_, entity)| (entity.id.clone(), entity.name.clone())).collect()
        }
    }
}

fn counted_day(article: &Article) -> Option<time::Date> {
    let (first, last) = article.date?.bounds();
    Some(if first == time::Date::MIN { last } else { first })
}

/// The articles that pass all that is chosen but of one facet.
fn passing(shelf: &Shelf, request: &Request, asked: &Asked, but: &[Facet], days: bool) -> Vec<usize> {
    let mut found = shelf.library().find(asked);
    found.retain(|&at| {
        let (article, reading) = (&shelf.articles[at], &shelf.readings[at]);
        let has = |(facet, values): &(Facet, Vec<String>)| {
            values_of(article, reading, *facet).iter().any(|(value, _)| values.contains(value))
        };
        let counts = |(facet, _): &&(Facet, Vec<String>)| !but.contains(facet);
        let bounds = article.date.map(|date| date.bounds());
        let after = |from: Date| bounds.is_some_and(|(_, last)| last >= from.bounds().0);
        let before = |to: Date| bounds.is_some_and(|(first, _)| first <= to.bounds().1);
        request.selected.iter().filter(counts).all(has)
            && !request.excluded.iter().filter(counts).any(has)
            && (!days || request.from.is_none_or(after))
            && (!days || request.to.is_none_or(before))
    });
    found
}

fn numbers(hits: &[crossread::query::Hit]) -> Vec<usize> {
    let mut found: Vec<usize> = hits.iter().map(|hit| hit.article.0 as usize).collect();
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_index_answers_as_a_scan_does(shelf in shelf(), queries in prop::collection::vec(asked(), 1..8)) {
        for asked in queries {
            let query = asked.query();
            prop_assert_eq!(parse(&query).1, vec![], "{}", query);
            let request = Request { query: query.clone(), limit: 100, detail: Detail::Ids, ..Request::default() };
            let results = search(&shelf.corpus, &request).expect("a sound corpus answers");
            prop_assert_eq!(numbers(&results.hits), shelf.library().find(&asked), "{}", query);
            prop_assert_eq!(results.total, results.hits.len());
        }
    }

    #[test]
    fn facets_and_dates_count_as_a_scan_does(
        shelf in shelf(),
        asked in asked(),
        selected in chosen(),
        excluded in chosen(),
        from in prop::option::of(prop::sample::select(vec!["2024", "2024-03-05"])),
        to in prop::option::of(prop::sample::select(vec!["2024-04", "2025"])),
    ) {
        let date = |date: Option<&str>| date.and_then(|date| date.parse::<Date>().ok());
        let request = Request {
            query: asked.query(),
            selected,
            excluded,
            from: date(from),
            to: date(to),
            limit: 100,
            ..Request::default()
        };
        let results = search(&shelf.corpus, &request).expect("a sound corpus answers");
        prop_assert_eq!(numbers(&results.hits), passing(&shelf, &request, &asked, &[], true));
        for (place, facet) in Facet::ALL.into_iter().enumerate() {
            let mut counts: BTreeMap<(String, String), u32> = BTreeMap::new();
            for at in passing(&shelf, &request, &asked, &[facet], true) {
                for (value, label) in values_of(&shelf.articles[at], &shelf.readings[at], facet) {
                    *counts.entry((label, value)).or_default() += 1;
                }
            }
            let mut expected: Vec<_> = counts.into_iter().map(|((label, value), count)| (value, label, count)).collect();
            expected.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
            let listed = |values: &[crossread::query::FacetValue]| {
                values.iter().map(|of| (of.value.clone(), of.label.clone(), of.count)).collect::<Vec<_>>()
            };
            prop_assert_eq!(listed(&results.facets[place].1), expected.clone(), "{:?}", facet);
            prop_assert_eq!(results.facet_totals[place], (facet, expected.len()));
            let found = values(&shelf.corpus, &request, facet, "Thorn ad").expect("a sound corpus answers");
            expected.retain(|(_, label, _)| fold(label).contains("thorn") && fold(label).contains("ad"));
            prop_assert_eq!(listed(&found), expected);
        }
        let counted = passing(&shelf, &request, &asked, &[Facet::Year], false);
        let dated = |at: &usize| counted_day(&shelf.articles[*at]).is_some();
        let all: u32 = results.dates.bins.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(all as usize, counted.iter().filter(|at| dated(at)).count());
        for (bin, count) in &results.dates.bins {
            let (first, last) = bin.bounds();
            let inside = |at: &&usize| counted_day(&shelf.articles[**at]).is_some_and(|day| first <= day && day <= last);
            prop_assert_eq!(*count as usize, counted.iter().filter(inside).count());
        }
        let follow = results.dates.bins.windows(2).all(|two| two[0].0.bounds().1.next_day() == Some(two[1].0.bounds().0));
        prop_assert!(follow, "no gap, no overlap");
        let by_year = results.dates.unit == DateUnit::Year;
        prop_assert_eq!(by_year, results.dates.bins.is_empty(), "two years are counted by month or day");
    }

    #[test]
    fn a_concordance_has_every_match(shelf in shelf(), asked in asked(), page in 1usize..6) {
        let request = Request { query: asked.query(), limit: 1000, ..Request::default() };
        let hits = search(&shelf.corpus, &request).expect("a sound corpus answers").hits;
        let mut expected = Vec::new();
        for hit in &hits {
            // Pairs of characters share one, so that two marks may meet where two words do not.
            let text = &shelf.articles[hit.article.0 as usize].text;
            prop_assume!(!text.contains('桥'));
            let found = matches(&shelf.corpus, &request.query, hit.article).expect("matches");
            expected.extend(found.into_iter().map(|span| (hit.article, span)));
        }
        let all = concordance(&shelf.corpus, &request, None, LineOrder::Article).expect("a sound corpus answers");
        let lines: Vec<(ArticleId, Span)> = all.lines.iter().map(|line| (line.article, line.span)).collect();
        prop_assert_eq!(&lines, &expected);
        prop_assert_eq!((all.total, all.ordered), (lines.len(), lines.len()));
        for order in [LineOrder::Article, LineOrder::Left, LineOrder::Right] {
            let whole = concordance(&shelf.corpus, &request, None, order).expect("a sound corpus answers").lines;
            let mut paged = Vec::new();
            while paged.len() < whole.len() {
                let request = Request { offset: paged.len(), limit: page, ..request.clone() };
                paged.extend(concordance(&shelf.corpus, &request, None, order).expect("a page").lines);
            }
            prop_assert_eq!(&paged, &whole);
            let key = |line: &crossread::query::Line| {
                let text = &shelf.articles[line.article.0 as usize].text;
                let side = if order == LineOrder::Left { line.left } else { line.right };
                let mut side: Vec<String> = spelling(side.of(text)).split(' ').map(str::to_owned).collect();
                if order == LineOrder::Left {
                    side.reverse();
                }
                side.first().cloned().unwrap_or_default()
            };
            let keys: Vec<String> = whole.iter().map(key).collect();
            prop_assert!(order == LineOrder::Article || keys.is_sorted(), "{:?}", keys);
        }
    }

    #[test]
    fn any_query_is_answered(
        shelf in shelf(),
        query in "\\PC{0,40}|[a-zé\"()*~:/ -]{0,30}|((NOT|OR|NEAR/2|date:|person:|source:|title:|t|said|\\(|\"|-) ?){0,12}",
        caret in 0usize..50,
    ) {
        for diagnostic in parse(&query).1 {
            prop_assert!(query.get(diagnostic.span.range()).is_some());
        }
        let completions = complete(&shelf.corpus, &query, caret).expect("a sound corpus answers");
        prop_assert!(query.get(completions.span.range()).is_some());
        prop_assert!(completions.items.is_sorted_by_key(|item| std::cmp::Reverse(item.count)));
        let request = Request { query, limit: 5, ..Request::default() };
        let results = search(&shelf.corpus, &request).expect("a sound corpus answers");
        prop_assert!(results.suggestion.is_none() || results.total == 0);
        if let Some(suggestion) = results.suggestion {
            let request = Request { query: suggestion.query, limit: 5, ..Request::default() };
            prop_assert_eq!(search(&shelf.corpus, &request).expect("a sound corpus answers").total, suggestion.total);
        }
        concordance(&shelf.corpus, &request, None, LineOrder::Left).expect("a sound corpus answers");
    }
}
