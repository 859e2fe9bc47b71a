//! How right the passages of pairs of articles are: `cargo run --release --example passage_labels -- FILE.ndjson
//! LABELS.tsv` reads pairs of sentences that a reader labelled (`tests/cases/comparing/events.tsv` says how and by which rules) and
//! prints one JSON object: of the pairs that are aligned, by relation, the share that tells the same (2) or belongs to the same
//! matter (1 or 2), and the same over all passages, each relation counting as often as it is shown; of the sentences that have a
//! partner in the other article, the share that is aligned with one; of those said to stand in one article only, the share that
//! has no partner. Beside the last two what the cosine of words weighted by tf-idf reaches with as many sentences: the
//! most and the least like one of the other article. Intervals hold 95 % (Wilson 1927).
//!
//! What a changed rule aligns that was not aligned before has no labels: draw and label anew before trusting its precision.

mod texts;

use crossread::compare::{Comparison, Passage, Place, Relation};
use crossread::ingest::Article;
use crossread::text::{Span, words};
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
    println!(
        "{}",
        serde_json::json!({
            "precision": labelled.precision(),
            "recall": labelled.recall(),
            "silence": labelled.silence(),
            "cosine": labelled.cosine(),
        })
    );
}

/// The labelled pairs, each with the relation in which it is aligned, if it is.
struct Labelled<'a> {
    pairs: Vec<(&'a Pair, Option<Relation>)>,
    /// The sentences drawn at random, each once.
    sentences: Vec<Found>,
    /// How many passages of each relation two articles of the events drawn at random share, taken together.
    shown: BTreeMap<Relation, usize>,
}

impl<'a> Labelled<'a> {
    fn new(corpus: &Texts, pairs: &'a [Pair]) -> Self {
        let mut comparisons = HashMap::new();
        for pair in pairs {
            let compared = || corpus.compared(&[&pair.articles[0], &pair.articles[1]]);
            comparisons.entry(&pair.articles).or_insert_with(compared);
        }
        let drawn: BTreeSet<_> =
            pairs.iter().filter(|pair| pair.is_of_sentence()).map(|pair| &pair.articles).collect();
        let mut shown = BTreeMap::new();
        for passage in drawn.iter().flat_map(|articles| &comparisons[articles].1.passages) {
            *shown.entry(passage.relation).or_default() += 1;
        }
        let mut sentences: BTreeMap<_, Found> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| pair.is_of_sentence()) {
            let comparison = &comparisons[&pair.articles];
            let found =
                sentences.entry((pair.sample.as_str(), pair.articles[0].as_str(), pair.spans[0].start));
            found.or_default().note(pair, comparison, corpus);
        }
        let sentences = sentences.into_values().collect();
        let pairs = pairs.iter().map(|pair| (pair, pair.relation(&comparisons[&pair.articles].1))).collect();
        Self { pairs, sentences, shown }
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
        let object = |of: &[&str]| {
            let all = || self.sentences.iter().filter(|found| of.contains(&found.sample.as_str()));
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

    /// Of the sentences drawn at random that are said to stand in one article only, those without a partner in the other.
    fn silence(&self) -> serde_json::Value {
        let alone = || self.sentences.iter().filter(|found| found.is_alone);
        let right = alone().filter(|found| !found.has_partner).count();
        serde_json::json!({ "claims": alone().count(), "right": share(right, alone().count()) })
    }

    /// The same by the cosine alone, with as many sentences aligned and as many alone.
    fn cosine(&self) -> serde_json::Value {
        let mut ranked: Vec<&Found> = self.sentences.iter().collect();
        ranked.sort_by(|x, y| y.cosine.total_cmp(&x.cosine));
        let aligned = ranked.iter().filter(|found| found.right || found.wrong).count();
        let alone = ranked.iter().filter(|found| found.is_alone).count();
        let having = ranked.iter().filter(|found| found.has_partner).count();
        let right = ranked.iter().take(aligned).filter(|found| found.nearest_is_partner).count();
        let silent = ranked.iter().rev().take(alone).filter(|found| !found.has_partner).count();
        serde_json::json!({ "found": share(right, having), "silence": share(silent, alone) })
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
    sample: String,
    has_partner: bool,
    right: bool,
    wrong: bool,
    is_alone: bool,
    /// The highest cosine with a sentence of the other article, and whether that one tells the same.
    cosine: f64,
    nearest_is_partner: bool,
}

impl Found {
    fn note(&mut self, pair: &Pair, (articles, comparison): &(Vec<&Article>, Comparison), corpus: &Texts) {
        let is_partner = pair.label == 2;
        let is_aligned = pair.relation(comparison).is_some();
        self.sample.clone_from(&pair.sample);
        self.has_partner |= is_partner;
        self.right |= is_partner && is_aligned;
        self.wrong |= !is_partner && is_aligned;
        let alone = |place: &Place| place.article == 0 && place.span.overlaps(pair.spans[0]);
        self.is_alone = comparison.alone.iter().any(alone);
        let [first, second] = [0, 1].map(|side| weights(corpus, pair.spans[side].of(&articles[side].text)));
        let cosine = cosine(&first, &second);
        if cosine > self.cosine {
            (self.cosine, self.nearest_is_partner) = (cosine, is_partner);
        }
    }
}

/// The words of a sentence by tf-idf.
fn weights(corpus: &Texts, sentence: &str) -> HashMap<String, f64> {
    let mut weights: HashMap<String, f64> = HashMap::new();
    for word in words(sentence) {
        *weights.entry(word.folded().into_owned()).or_default() += 1.0;
    }
    for (word, weight) in &mut weights {
        let articles = corpus.frequencies.get(word).map_or(1.0, |&articles| f64::from(articles));
        *weight = (1.0 + weight.ln()) * (corpus.articles.len() as f64 / articles).ln();
    }
    weights
}

fn cosine(a: &HashMap<String, f64>, b: &HashMap<String, f64>) -> f64 {
    let product: f64 = a.iter().filter_map(|(word, weight)| Some(weight * b.get(word)?)).sum();
    let length = |of: &HashMap<String, f64>| of.values().map(|weight| weight * weight).sum::<f64>().sqrt();
    product / (length(a) * length(b)).max(f64::MIN_POSITIVE)
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
                place.span.overlaps(span)
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
