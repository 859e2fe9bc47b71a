//! How many passages pairs of articles share, for scoring: `cargo run --release --example passage_pairs -- FILE.ndjson
//! PAIRS.tsv [--show]` reads lines `KIND<tab>ID<tab>ID`, compares each pair as if it were read in a corpus of all
//! articles, and prints one JSON object a kind. An article beside itself is cut in two, its sentences in turn: one article
//! seldom says a thing twice, so what its halves share is chance on one topic. `--show` prints the passages to read.

mod texts;

use crossread::compare::{Comparison, Place, Relation};
use crossread::ingest::Article;
use std::collections::{BTreeMap, BTreeSet};
use texts::Texts;

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
        let (documents, comparison) = corpus.compared(&[first, second]);
        counted.entry(kind.to_owned()).or_default().count(&comparison);
        if show {
            print(kind, &documents, &comparison);
        }
    }
    for (kind, counts) in counted {
        println!("{}", counts.object(&kind));
    }
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
