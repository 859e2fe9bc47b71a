//! What is ranked without reading everything is what ranking everything gives: the same number of matches, the same best
//! articles in the same order with the same scores, over libraries large enough that most is stepped over. And both are
//! what BM25 is by its definition.

use crossread::analysis::Reading;
use crossread::index::{Corpus, build};
use crossread::ingest::{Article, CorpusInfo};
use crossread::query::{Detail, Facet, Request, Results, search};
use crossread::text::{Block, BlockKind, Date, Span};
use proptest::prelude::*;

/// Words, and in how many of a thousand draws each comes. Some are within a typo of each other or begin alike; the first
/// are frequent enough to be held as bits, the last are in a few articles.
const WORDS: [(&str, u64); 16] = [
    ("harbour", 260),
    ("ferry", 180),
    ("ferries", 40),
    ("treaty", 90),
    ("treaties", 20),
    ("tide", 130),
    ("tides", 35),
    ("time", 60),
    ("tile", 12),
    ("tidy", 3),
    ("port", 80),
    ("ports", 30),
    ("sport", 6),
    ("part", 40),
    ("signed", 12),
    ("sighed", 2),
];
const DATES: [Option<&str>; 5] =
    [None, Some("2024-03-05"), Some("2024-03-05"), Some("2023"), Some("2025-01-09")];
const QUERIES: [&str; 16] = [
    "\"harbour\"",
    "\"port\"",
    "\"signed\"",
    "ferry",
    "tide~1",
    "port~1",
    "signed~1",
    "harbor~1",
    "ti*",
    "tre*",
    "\"harbour\" \"ferry\"",
    "\"tide\" \"part\"",
    "\"signed\" \"harbour\" \"port\"",
    "\"ferry\" \"treaty\" \"tide\"",
    "ferry treaty",
    "\"ferry harbour\"",
];

/// A generator of numbers that look random (Marsaglia, Xorshift RNGs, 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn words(&mut self, count: u64) -> Vec<&'static str> {
        (0..count).map(|_| self.word()).collect()
    }

    fn word(&mut self) -> &'static str {
        let mut drawn = self.below(1000);
        for (word, weight) in WORDS {
            if drawn < weight {
                return word;
            }
            drawn -= weight;
        }
        WORDS[0].0
    }
}

fn article(number: usize, random: &mut Random) -> Article {
    // Few lengths, so that many articles score the same; now and then one that says little else than one word.
    let words = [3, 3, 5, 8, 8, 13][random.below(6) as usize];
    let mut words = random.words(words);
    if random.below(60) == 0 {
        let favourite = random.word();
        words.extend([favourite; 7]);
    }
    let text = words.join(" ");
    let in_title = random.below(3);
    Article {
        // Not in the order of the numbers.
        id: format!("{}-{number}", random.below(100)),
        title: random.words(in_title).join(" "),
        blocks: vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }],
        text,
        source: Some(["Coast Ledger", "Valley Post"][usize::from(random.below(9) == 0)].to_owned()),
        date: DATES[random.below(5) as usize].map(|date| date.parse::<Date>().expect("a date")),
        language: [None, Some("en".to_owned())][random.below(2) as usize].clone(),
        ..Article::default()
    }
}

fn library(seed: u64, articles: usize) -> (Vec<Article>, Corpus) {
    let mut random = Random(seed | 1);
    let articles: Vec<Article> = (0..articles).map(|number| article(number, &mut random)).collect();
    let readings = vec![Reading::default(); articles.len()];
    let corpus =
        Corpus::open(build(&CorpusInfo::default(), &articles, &readings)).expect("a fresh corpus opens");
    (articles, corpus)
}

fn ranked(results: &Results) -> (usize, Vec<(u32, f32)>) {
    (results.total, results.hits.iter().map(|hit| (hit.article.0, hit.score)).collect())
}

/// How often an article has one of some words, as the ranking counts.
fn frequency(article: &Article, words: &[&str]) -> f64 {
    let among = |text: &str| text.split(' ').filter(|word| words.contains(word)).count();
    let in_title = among(&article.title);
    (in_title + among(&article.text) + if in_title > 0 { 2 } else { 0 }) as f64
}

/// The score of every article for words that are alternatives of each other, by the definition of BM25.
fn scores(articles: &[Article], words: &[&str]) -> Vec<f64> {
    let length = |article: &Article| article.text.split(' ').count() as f64;
    let average = articles.iter().map(length).sum::<f64>() / articles.len() as f64;
    let holders = articles.iter().filter(|article| frequency(article, words) > 0.0).count() as f64;
    let idf = (1.0 + (articles.len() as f64 - holders + 0.5) / (holders + 0.5)).ln();
    let score = |article: &Article| {
        let frequency = frequency(article, words);
        idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length(article) / average))
    };
    articles.iter().map(score).collect()
}

/// Which words a query asks for, alternatives of one word together.
const MEANT: [(&str, &[&[&str]]); 6] = [
    ("\"harbour\"", &[&["harbour"]]),
    ("tide~1", &[&["tide", "tides", "tile", "time", "tidy"]]),
    ("signed~1", &[&["signed", "sighed"]]),
    ("ti*", &[&["tide", "tides", "tile", "time", "tidy"]]),
    ("\"tide\" \"part\"", &[&["tide"], &["part"]]),
    ("\"signed\" \"harbour\" \"port\"", &[&["signed"], &["harbour"], &["port"]]),
];

/// More than scores of 32 bits differ by.
const CLOSE: f64 = 1e-5;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_short_way_ranks_as_the_long_one(
        seed in any::<u64>(),
        articles in prop_oneof![200usize..1500, 3000usize..7000],
        limit in prop::sample::select(vec![0, 1, 2, 5, 20, 60]),
        offset in prop::sample::select(vec![0, 0, 3]),
        of_source in prop::option::of(prop::sample::select(vec!["Coast Ledger", "Valley Post"])),
    ) {
        let (_, corpus) = library(seed, articles);
        for query in QUERIES {
            let selected = of_source.map(|source| (Facet::Source, vec![source.to_owned()])).into_iter().collect();
            let request = Request { query: query.to_owned(), selected, limit, offset, ..Request::default() };
            let whole = search(&corpus, &request).expect("a sound corpus answers");
            let short = Request { detail: Detail::Ids, ..request };
            let short = search(&corpus, &short).expect("a sound corpus answers");
            prop_assert_eq!(ranked(&short), ranked(&whole), "{}", query);
        }
    }

    #[test]
    fn the_best_are_those_of_the_definition(seed in any::<u64>(), articles in 1000usize..5000) {
        let (articles, corpus) = library(seed, articles);
        for (query, meant) in MEANT {
            let request = Request { query: query.to_owned(), limit: 10, detail: Detail::Ids, ..Request::default() };
            let found = search(&corpus, &request).expect("a sound corpus answers");
            let parts: Vec<Vec<f64>> = meant.iter().map(|words| scores(&articles, words)).collect();
            let mut expected = Vec::new();
            for at in 0..articles.len() {
                if parts.iter().all(|part| part[at] > 0.0) {
                    expected.push(parts.iter().map(|part| part[at]).sum::<f64>());
                }
            }
            prop_assert_eq!(found.total, expected.len(), "{}", query);
            expected.sort_by(|a, b| b.total_cmp(a));
            for (hit, best) in found.hits.iter().zip(&expected) {
                let score: f64 = parts.iter().map(|part| part[hit.article.0 as usize]).sum();
                prop_assert!((f64::from(hit.score) - score).abs() < CLOSE, "{}: {} {}", query, hit.score, score);
                prop_assert!((score - best).abs() < CLOSE, "{}: {} {}", query, score, best);
            }
            let order = found.hits.windows(2).all(|two| {
                let [a, b] = [&two[0], &two[1]].map(|hit| (hit.score, &articles[hit.article.0 as usize]));
                let day = |article: &Article| article.date.as_ref().map(|date| date.bounds().0);
                // Undated last: nothing is less than some day.
                (b.0, day(b.1)) < (a.0, day(a.1)) || ((a.0, day(a.1)) == (b.0, day(b.1)) && a.1.id < b.1.id)
            });
            prop_assert!(order, "ties by date, the newest first, then by id: {}", query);
        }
    }
}
