//! How right the passages of pairs of articles are: `cargo run --release --example passage_labels -- FILE.ndjson
//! LABELS.tsv` reads pairs of sentences that a reader labelled (`tests/cases/comparing/events.tsv` says how and by which rules) and
//! prints one JSON object: of the pairs that are aligned, by relation, the share that tells the same (2) or belongs to the same
//! matter (1 or 2), and the same over all passages, each relation counting as often as it is shown; of the sentences that have a
//! partner in the other article, the share that is aligned with one. Intervals hold 95 % (Wilson 1927).
//!
//! What a changed rule aligns that was not aligned before has no labels: draw and label anew before trusting its precision.

mod texts;

use crossread::compare::{Comparison, Passage, Relation};
use crossread::text::Span;
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
    let labelled = Labelled::new(&corpus, &pairs);
    println!("{}", serde_json::json!({ "precision": labelled.precision(), "recall": labelled.recall() }));
}

/// The labelled pairs, each with the relation in which it is aligned, if it is.
struct Labelled<'a> {
    pairs: Vec<(&'a Pair, Option<Relation>)>,
    /// How many passages of each relation two articles of the events drawn at random share, taken together.
    shown: BTreeMap<Relation, usize>,
}

impl<'a> Labelled<'a> {
    fn new(corpus: &Texts, pairs: &'a [Pair]) -> Self {
        let mut comparisons = HashMap::new();
        for pair in pairs {
            let compared = || corpus.compared(&[&pair.articles[0], &pair.articles[1]]).1;
            comparisons.entry(&pair.articles).or_insert_with(compared);
        }
        let drawn: BTreeSet<_> =
            pairs.iter().filter(|pair| pair.is_of_sentence()).map(|pair| &pair.articles).collect();
        let mut shown = BTreeMap::new();
        for passage in drawn.iter().flat_map(|articles| &comparisons[articles].passages) {
            *shown.entry(passage.relation).or_default() += 1;
        }
        let pairs = pairs.iter().map(|pair| (pair, pair.relation(&comparisons[&pair.articles]))).collect();
        Self { pairs, shown }
    }

    /// Of the pairs that were drawn from what was aligned, and still are, by relation and in all.
    fn precision(&self) -> serde_json::Value {
        let mut labels: BTreeMap<Option<Relation>, Vec<u32>> = BTreeMap::new();
        for (pair, relation) in self.pairs.iter().filter(|(pair, _)| pair.sample == "shown") {
            labels.entry(*relation).or_default().push(pair.label);
        }
        let mut object = serde_json::Map::new();
        let (mut right, mut all) = (0.0, 0);
        for (relation, labels) in labels {
            let from = |least: u32| labels.iter().filter(|&&label| label >= least).count();
            if let Some(shown) = relation.and_then(|relation| self.shown.get(&relation)) {
                right += *shown as f64 * from(2) as f64 / labels.len() as f64;
                all += shown;
            }
            let counts = serde_json::json!({
                "pairs": labels.len(),
                "same": share(from(2), labels.len()),
                "same or matter": share(from(1), labels.len()),
            });
            object.insert(name(relation).to_owned(), counts);
        }
        object.insert("all".to_owned(), serde_json::json!(rounded(right / all.max(1) as f64)));
        object.into()
    }

    /// Of the sentences that were drawn at random and have a partner, by how the other article was read and in all.
    fn recall(&self) -> serde_json::Value {
        let mut sentences: BTreeMap<(&str, &str, u32), Found> = BTreeMap::new();
        for (pair, relation) in self.pairs.iter().filter(|(pair, _)| pair.is_of_sentence()) {
            let key = (pair.sample.as_str(), pair.articles[0].as_str(), pair.spans[0].start);
            let found = sentences.entry(key).or_default();
            found.has_partner |= pair.label == 2;
            found.right |= pair.label == 2 && relation.is_some();
            found.wrong |= pair.label < 2 && relation.is_some();
        }
        let object = |of: &[&str]| {
            let all = || sentences.iter().filter(|((sample, ..), _)| of.contains(sample)).map(|it| it.1);
            let having = all().filter(|found| found.has_partner).count();
            serde_json::json!({
                "sentences": all().count(),
                "with a partner": having,
                "found": share(all().filter(|found| found.right).count(), having),
                "only wrongly aligned": all().filter(|found| found.wrong && !found.right).count(),
            })
        };
        serde_json::json!({
            "whole": object(&["whole"]),
            "nearest": object(&["nearest"]),
            "all": object(&["whole", "nearest"]),
        })
    }
}

fn name(relation: Option<Relation>) -> &'static str {
    match relation {
        Some(Relation::Same) => "same wording",
        Some(Relation::Reworded) => "reworded",
        Some(Relation::Related) => "related",
        None => "no longer aligned",
    }
}

/// What became of a sentence drawn at random.
#[derive(Default)]
struct Found {
    has_partner: bool,
    right: bool,
    wrong: bool,
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

    /// Whether one sentence was drawn first and its partners then looked for.
    fn is_of_sentence(&self) -> bool {
        ["whole", "nearest"].contains(&self.sample.as_str())
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

/// A share with the interval that holds 95 %: [share, from, to].
fn share(part: usize, whole: usize) -> Option<[f64; 3]> {
    if whole == 0 {
        return None;
    }
    let (count, share) = (whole as f64, part as f64 / whole as f64);
    let squared = 1.96f64.powi(2);
    let centre = share + squared / (2.0 * count);
    let half = (squared * (share * (1.0 - share) / count + squared / (4.0 * count * count))).sqrt();
    let scale = 1.0 + squared / count;
    Some([share, (centre - half) / scale, (centre + half) / scale].map(rounded))
}

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
