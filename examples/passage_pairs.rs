//! How many passages pairs of articles share, for scoring: `cargo run --release --example passage_pairs -- FILE.ndjson
//! PAIRS.tsv [--show]` reads lines `KIND<tab>ID<tab>ID`, compares each pair as if it were read in a corpus of all
//! articles, and prints one JSON object a kind. An article beside itself is cut in two, its sentences in turn: one article
//! seldom says a thing twice, so what its halves share is chance on one topic. `--show` prints the passages to read.

use crossread::analysis::{Model, Reader, Reading, link};
use crossread::compare::{Comparison, Document, Place, Rarity, Relation, compare};
use crossread::ingest::{Article, Ingest, Lexicon};
use crossread::text::words;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, pairs, options @ ..] = &arguments[..] else {
        eprintln!("usage: passage_pairs FILE.ndjson PAIRS.tsv [--show]");
        std::process::exit(2);
    };
    let show = options.iter().any(|option| option == "--show");
    let corpus = Texts::read(file);
    let mut counted: BTreeMap<String, Counts> = BTreeMap::new();
    for line in std::fs::read_to_string(pairs).expect("the pairs can be read").lines() {
        let [kind, first, second] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        let (documents, comparison) = corpus.compared(first, second);
        counted.entry(kind.to_owned()).or_default().count(&comparison);
        if show {
            print(kind, &documents, &comparison);
        }
    }
    for (kind, counts) in counted {
        println!("{}", counts.object(&kind));
    }
}

/// The articles of a file as a corpus: read together, with how rare their words are.
struct Texts {
    articles: Vec<Article>,
    readings: Vec<Reading>,
    places: HashMap<String, usize>,
    frequencies: HashMap<String, u32>,
}

impl Texts {
    fn read(file: &str) -> Self {
        let mut ingest = Ingest::default();
        ingest.add(file, &std::fs::read(file).expect("the file can be read"));
        let articles = ingest.finish().articles;
        let model = std::fs::read("model/names.crossread-model").expect("the model of names is there");
        let names = Lexicon::default();
        let reader =
            Reader::new(&names).with_model(Model::from_bytes(&model).expect("the model can be read"));
        let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
        link(&mut readings);
        let mut frequencies = HashMap::new();
        for article in &articles {
            let folded: HashSet<_> =
                words(&article.text).iter().map(|word| word.folded().into_owned()).collect();
            folded.into_iter().for_each(|word| *frequencies.entry(word).or_default() += 1);
        }
        let places = articles.iter().enumerate().map(|(at, article)| (article.id.clone(), at)).collect();
        Self { articles, readings, places, frequencies }
    }

    /// Two articles held against each other, or the two halves of one.
    fn compared(&self, first: &str, second: &str) -> (Vec<&Article>, Comparison) {
        let [a, b] = [first, second].map(|id| *self.places.get(id).expect("the file has the article"));
        let articles = vec![&self.articles[a], &self.articles[b]];
        let mut readings = [self.readings[a].clone(), self.readings[b].clone()];
        if a == b {
            readings.iter_mut().enumerate().for_each(|(side, reading)| keep_every_other(reading, side));
        }
        let documents = [0, 1].map(|side| Document { article: articles[side], reading: &readings[side] });
        let document_frequency = |word: &str| self.frequencies.get(word).copied().unwrap_or(0);
        let rarity = Rarity { articles: self.articles.len(), document_frequency: &document_frequency };
        let comparison = compare(&documents, &rarity);
        (articles, comparison)
    }
}

fn keep_every_other(reading: &mut Reading, side: usize) {
    let mut at = 0;
    reading.sentences.retain(|_| {
        at += 1;
        at % 2 == side
    });
}

/// What the pairs of one kind share, taken together.
#[derive(Default)]
struct Counts {
    pairs: usize,
    same: usize,
    reworded: usize,
    related: usize,
    differences: usize,
    alone: usize,
    /// The reports of dates that cannot be so, each once.
    dates: BTreeSet<String>,
}

impl Counts {
    fn count(&mut self, comparison: &Comparison) {
        self.pairs += 1;
        for passage in &comparison.passages {
            *match passage.relation {
                Relation::Same => &mut self.same,
                Relation::Reworded => &mut self.reworded,
                Relation::Related => &mut self.related,
            } += 1;
            self.differences += passage.differs.len();
        }
        self.alone += comparison.alone.len();
        self.dates.extend(comparison.dates.iter().map(|finding| finding.explain.clone()));
    }

    fn object(&self, kind: &str) -> serde_json::Value {
        let per_pair = |count: usize| count as f64 / self.pairs.max(1) as f64;
        serde_json::json!({
            "kind": kind,
            "pairs": self.pairs,
            "same": per_pair(self.same),
            "reworded": per_pair(self.reworded),
            "related": per_pair(self.related),
            "differences": per_pair(self.differences),
            "alone": per_pair(self.alone),
            "dates": self.dates,
        })
    }
}

fn print(kind: &str, articles: &[&Article], comparison: &Comparison) {
    let of = |place: &Place| place.span.of(&articles[place.article].text).replace('\n', " ");
    for passage in &comparison.passages {
        println!(
            "{kind} {:?} {:.2} {} {}",
            passage.relation, passage.similarity, articles[0].id, articles[1].id
        );
        passage.places.iter().for_each(|place| println!("    {}", of(place)));
        let evidence: Vec<_> =
            passage.evidence.iter().map(|it| format!("{} {:.2}", it.label, it.weight)).collect();
        println!("    [{}]", evidence.join(", "));
        for difference in &passage.differs {
            println!("    differs: {:?} {}", difference.kind, difference.values.join(" / "));
        }
    }
}
