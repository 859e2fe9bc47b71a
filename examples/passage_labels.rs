//! How right the passages of pairs of articles are: `cargo run --release --example passage_labels -- FILE.ndjson
//! LABELS.tsv` reads pairs of sentences that a reader labelled (`tests/cases/comparing/events.tsv` says how and by which rules) and
//! prints one JSON object: of the pairs that are aligned, by relation, the share that tells the same (2) or belongs to the same
//! matter (1 or 2); of the sentences that have a partner in the other article, the share that is aligned with one.
//! Intervals hold 95 % (Wilson 1927).

mod texts;

use crossread::compare::{Comparison, Passage, Relation};
use crossread::text::Span;
use std::collections::{BTreeMap, HashMap};
use texts::Texts;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, labels] = &arguments[..] else {
        eprintln!("usage: passage_labels FILE.ndjson LABELS.tsv");
        std::process::exit(2);
    };
    let corpus = Texts::read(file);
    let text = std::fs::read_to_string(labels).expect("the labels can be read");
    let pairs: Vec<Pair> = text.lines().filter(|line| !line.starts_with('#')).map(Pair::read).collect();
    let mut comparisons = HashMap::new();
    for pair in &pairs {
        let [first, second] = &pair.articles;
        let compared = || corpus.compared(first, second).1;
        comparisons.entry((first.as_str(), second.as_str())).or_insert_with(compared);
    }
    let relation = |pair: &Pair| {
        let [first, second] = &pair.articles;
        pair.relation(&comparisons[&(first.as_str(), second.as_str())])
    };
    println!(
        "{}",
        serde_json::json!({ "precision": precision(&pairs, relation), "recall": recall(&pairs, relation) })
    );
}

/// Two sentences and how they were labelled.
struct Pair {
    sample: String,
    label: u32,
    articles: [String; 2],
    spans: [Span; 2],
}

impl Pair {
    fn read(line: &str) -> Self {
        let [sample, label, first, start, end, second, other_start, other_end] =
            line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("eight columns: {line}")
        };
        let number = |text: &str| text.parse().expect("a number");
        let span = |start, end| Span { start: number(start), end: number(end) };
        Self {
            sample: sample.to_owned(),
            label: number(label),
            articles: [first.to_owned(), second.to_owned()],
            spans: [span(start, end), span(other_start, other_end)],
        }
    }

    /// The relation in which the two are aligned, if they are.
    fn relation(&self, comparison: &Comparison) -> Option<Relation> {
        let overlaps = |passage: &&Passage| {
            passage.places.iter().all(|place| {
                let span = self.spans[place.article];
                place.span.start < span.end && span.start < place.span.end
            })
        };
        comparison.passages.iter().find(overlaps).map(|passage| passage.relation)
    }
}

/// Of the pairs that were drawn from what was aligned, and still are, by relation.
fn precision(pairs: &[Pair], relation: impl Fn(&Pair) -> Option<Relation>) -> serde_json::Value {
    let mut counts: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.sample == "shown") {
        let name = match relation(pair) {
            Some(Relation::Same) => "same",
            Some(Relation::Reworded) => "reworded",
            Some(Relation::Related) => "related",
            None => "no longer aligned",
        };
        counts.entry(name).or_default().push(pair.label);
    }
    let object = |labels: &[u32]| {
        let from = |least: u32| labels.iter().filter(|&&label| label >= least).count();
        serde_json::json!({
            "pairs": labels.len(),
            "same": share(from(2), labels.len()),
            "same or matter": share(from(1), labels.len()),
        })
    };
    counts
        .iter()
        .map(|(name, labels)| ((*name).to_owned(), object(labels)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// Of the sentences that were drawn at random and have a partner, by how the other article was read and in all.
fn recall(pairs: &[Pair], relation: impl Fn(&Pair) -> Option<Relation>) -> serde_json::Value {
    let mut sentences: BTreeMap<(&str, &str, u32), Found> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.sample != "shown") {
        let found = sentences.entry((&pair.sample, &pair.articles[0], pair.spans[0].start)).or_default();
        let is_aligned = relation(pair).is_some();
        found.has_partner |= pair.label == 2;
        found.right |= pair.label == 2 && is_aligned;
        found.wrong |= pair.label < 2 && is_aligned;
    }
    let object = |of: &[&str]| {
        let all: Vec<&Found> = sentences
            .iter()
            .filter(|((sample, ..), _)| of.contains(sample))
            .map(|(_, found)| found)
            .collect();
        let having = all.iter().filter(|found| found.has_partner).count();
        let right = all.iter().filter(|found| found.right).count();
        let wrong = all.iter().filter(|found| found.wrong && !found.right).count();
        serde_json::json!({
            "sentences": all.len(),
            "with a partner": having,
            "found": share(right, having),
            "only wrongly aligned": wrong,
        })
    };
    serde_json::json!({
        "whole": object(&["whole"]),
        "nearest": object(&["nearest"]),
        "all": object(&["whole", "nearest"]),
    })
}

#[derive(Default)]
struct Found {
    has_partner: bool,
    right: bool,
    wrong: bool,
}

/// A share with the interval that holds 95 %: [share, from, to].
fn share(part: usize, whole: usize) -> Option<[f64; 3]> {
    if whole == 0 {
        return None;
    }
    let (count, share) = (whole as f64, part as f64 / whole as f64);
    let squared = 1.96f64.powi(2);
    let centre = share + squared / (2.0 * count);
    let half = (squared * (share * (1.0 - share) / count + squared / (4.0 * count * count))).sqrt();
    let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
    let scale = 1.0 + squared / count;
    Some([share, (centre - half) / scale, (centre + half) / scale].map(rounded))
}
