//! Makes the model of names: `cargo xtask train`.

mod crf;
mod data;
mod learner;
mod packing;
mod score;
mod settings;

use anyhow::{Context, Result};
use crossread::analysis::training::WordLists;
use crossread::analysis::{Model, Reader};
use crossread::ingest::Lexicon;
use data::{Example, Labelled};
use learner::{Instance, Learner, Pace};
use settings::Settings;
use std::collections::HashMap;
use std::path::Path;
use std::time::Instant;

const GOLD: [&str; 4] = ["wikigold", "broad-twitter", "crossner-politics", "wnut17"];

fn main() -> Result<()> {
    let settings = Settings::parse(std::env::args().skip(1))?;
    let began = Instant::now();
    if let Some(path) = &settings.score {
        let reader = Reader::new(&Lexicon::default()).with_model(Model::from_bytes(&std::fs::read(path)?)?);
        if let Some(fold) = settings.fold {
            for name in GOLD {
                let texts = data::labelled(&settings.shared.join(format!("names/train/{name}.jsonl")))?;
                let (held, _) = part(texts, fold);
                let lines: Vec<Labelled> = held.iter().flat_map(data::lines).collect();
                eprintln!("{}", score::told(&format!("lines of {name}"), score::score(&reader, &lines)));
                eprintln!("{}", score::told(name, score::score(&reader, &held)));
            }
            return Ok(());
        }
        for name in ["uner-en-ewt", "worldwide-asia-africa"] {
            let texts = data::labelled(&settings.shared.join(format!("names/{name}.jsonl")))?;
            eprintln!("{}", score::told(name, score::score(&reader, &texts)));
        }
        return Ok(());
    }
    if settings.speed {
        return speed(&settings);
    }
    if settings.label > 0 {
        return label(&settings);
    }
    let lists = word_lists(&settings.work)?;
    let mut gold: Vec<Labelled> = Vec::new();
    let mut held: Vec<(String, Vec<Labelled>)> = Vec::new();
    for name in GOLD {
        let texts = data::labelled(&settings.shared.join(format!("names/train/{name}.jsonl")))?;
        if let Some(fold) = settings.fold {
            let (dev, train) = part(texts, fold);
            held.push((format!("lines of {name}"), dev.iter().flat_map(data::lines).collect()));
            held.push((name.to_owned(), dev));
            gold.extend(train);
        } else {
            gold.extend(texts);
        }
    }
    let mut examples = data::examples(&gold, &lists, 1.0);
    eprintln!("{} rows of gold, {:.0?}", examples.len(), began.elapsed());
    for (file, count, weight) in [
        ("spacy.jsonl", settings.silver, settings.silver_weight),
        ("self.jsonl", settings.selfmade, settings.self_weight),
    ] {
        let path = settings.work.join(file);
        if count > 0 && path.is_file() {
            let mut silver = data::labelled(&path)?;
            silver.truncate(count);
            examples.extend(data::examples(&silver, &lists, weight));
            eprintln!("{} rows with {file}, {:.0?}", examples.len(), began.elapsed());
        }
    }
    let (hashes, counts, rows) = indexed(examples, 3);
    eprintln!("{} features, {:.0?}", hashes.len(), began.elapsed());
    let mut order = shuffled(rows.len());
    let pace = Pace { rate: settings.rate, l1: settings.l1, l2: 0.0 };
    let mut learner = Learner::new(hashes.len(), pace);
    for pass in 0..settings.passes {
        let loss = learner.pass(&rows, &order);
        reshuffle(&mut order, pass as u64);
        eprintln!("pass {pass}: loss {loss:.5}, {:.0?}", began.elapsed());
    }
    let weights = learner.weights();
    if settings.full {
        let all: Vec<u32> = (0..hashes.len() as u32).collect();
        report("unpruned", &lists, &hashes, &all, &weights, &learner.steps, &held)?;
    }
    let kept = packing::worthiest(&weights, &counts, settings.keep);
    drop(weights);
    let rows = narrowed(rows, &kept, hashes.len());
    let pace = Pace { l1: settings.refit_l1, ..pace };
    let mut learner = Learner::new(kept.len(), pace);
    for pass in 0..settings.passes {
        let loss = learner.pass(&rows, &order);
        reshuffle(&mut order, 100 + pass as u64);
        eprintln!("refit {pass}: loss {loss:.5}, {:.0?}", began.elapsed());
    }
    let weights = learner.weights();
    let kept_hashes: Vec<u32> = kept.iter().map(|&place| hashes[place as usize]).collect();
    let all: Vec<u32> = (0..kept.len() as u32).collect();
    let bytes = report("packed", &lists, &kept_hashes, &all, &weights, &learner.steps, &held)?;
    if let Some(folder) = settings.out.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&settings.out, &bytes).context("cannot write the model")?;
    eprintln!("{} bytes in {}, {:.0?}", bytes.len(), settings.out.display(), began.elapsed());
    Ok(())
}

/// Every fifth text from `fold` on, held out, and all others.
fn part(texts: Vec<Labelled>, fold: usize) -> (Vec<Labelled>, Vec<Labelled>) {
    let (held, others): (Vec<_>, Vec<_>) = texts.into_iter().enumerate().partition(|(at, _)| at % 5 == fold);
    let plain = |texts: Vec<(usize, Labelled)>| texts.into_iter().map(|(_, text)| text).collect();
    (plain(held), plain(others))
}

/// How fast one core reads, with the model and without.
fn speed(settings: &Settings) -> Result<()> {
    let texts = data::unlabelled(&settings.shared.join("bench/articles-20k.ndjson.gz"), 0, 1500)?;
    let articles: Vec<_> = texts.iter().filter_map(data::article).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let model = Model::from_bytes(&std::fs::read(&settings.out)?)?;
    let readers = [Reader::new(&Lexicon::default()), Reader::new(&Lexicon::default()).with_model(model)];
    for (name, reader) in ["rules", "model"].iter().zip(&readers).cycle().take(6) {
        let began = processor_seconds();
        let mentions: usize = articles.iter().map(|article| reader.read(article).mentions.len()).sum();
        let seconds = processor_seconds() - began;
        eprintln!("{name}: {:.2} MB/s, {mentions} mentions", bytes as f64 / 1e6 / seconds);
    }
    Ok(())
}

/// How long this thread has had a processor; other programs' turns do not count.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

/// Labels unlabelled articles with a model and the rules around it: what the next model learns from.
fn label(settings: &Settings) -> Result<()> {
    let reader =
        Reader::new(&Lexicon::default()).with_model(Model::from_bytes(&std::fs::read(&settings.out)?)?);
    let texts = data::unlabelled(
        &settings.shared.join("bench/articles-20k.ndjson.gz"),
        settings.skip,
        settings.label,
    )?;
    let labelled = data::label(&reader, texts);
    let lines: Result<Vec<String>, _> = labelled.iter().map(serde_json::to_string).collect();
    std::fs::write(settings.work.join("self.jsonl"), lines?.join("\n")).context("cannot write the labels")?;
    eprintln!("{} articles labelled", labelled.len());
    Ok(())
}

fn report(
    name: &str,
    lists: &WordLists,
    hashes: &[u32],
    places: &[u32],
    weights: &[[f32; crf::LANES]],
    steps: &crf::Steps,
    held: &[(String, Vec<Labelled>)],
) -> Result<Vec<u8>> {
    let features: Vec<(u32, [f32; crf::LANES])> = places
        .iter()
        .map(|&place| (hashes[place as usize], weights[place as usize]))
        .filter(|(_, weights)| weights.iter().any(|weight| *weight != 0.0))
        .collect();
    let bytes = packing::pack(lists, &features, steps);
    eprintln!("{name}: {} features, {} bytes", features.len(), bytes.len());
    let reader = Reader::new(&Lexicon::default()).with_model(Model::from_bytes(&bytes)?);
    for (set, texts) in held {
        eprintln!("{}", score::told(set, score::score(&reader, texts)));
    }
    Ok(bytes)
}

/// Clusters and lists from the work folder.
fn word_lists(work: &Path) -> Result<WordLists> {
    let clusters = data::table(&work.join("clusters.tsv"))?;
    let mut wider = vec![0u8; 513];
    let mut words = Vec::new();
    for (word, numbers) in &clusters {
        if let [cluster, coarse, ..] = numbers.as_slice() {
            words.push((word.clone(), *cluster as u16 + 1));
            wider[*cluster as usize + 1] = *coarse as u8 + 1;
        }
    }
    let gazetteer = data::table(&work.join("gazetteer.tsv"))?;
    let phrases: Vec<(String, u8)> = gazetteer
        .into_iter()
        .map(|(phrase, bits)| (phrase, bits.first().copied().unwrap_or(0) as u8))
        .collect();
    Ok(WordLists::new(&words, wider, &phrases))
}

/// Features met at least `least` times get places; rows speak of places from then on.
fn indexed(examples: Vec<Example>, least: u32) -> (Vec<u32>, Vec<u32>, Vec<Instance>) {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    // A first sieve by a table of small counters keeps the map small.
    let mut sieve = vec![0u8; 1 << 28];
    for feature in examples.iter().flat_map(|example| example.features.iter().flatten()) {
        let cell = &mut sieve[(feature >> 4) as usize];
        *cell = cell.saturating_add(1);
    }
    for feature in examples.iter().flat_map(|example| example.features.iter().flatten()) {
        if u32::from(sieve[(feature >> 4) as usize]) >= least {
            *counts.entry(*feature).or_insert(0) += 1;
        }
    }
    drop(sieve);
    let mut hashes: Vec<u32> =
        counts.iter().filter(|(_, count)| **count >= least).map(|(hash, _)| *hash).collect();
    hashes.sort_unstable();
    let places: HashMap<u32, u32> = hashes.iter().enumerate().map(|(at, &hash)| (hash, at as u32)).collect();
    let rows = examples
        .into_iter()
        .filter(|example| !example.labels.is_empty())
        .map(|example| {
            let (mut starts, mut features) = (vec![0u32], Vec::new());
            for word in &example.features {
                features.extend(word.iter().filter_map(|feature| places.get(feature)).copied());
                starts.push(features.len() as u32);
            }
            Instance { gaps: example.gaps, starts, features, labels: example.labels, weight: example.weight }
        })
        .collect();
    let counts = hashes.iter().map(|hash| counts[hash]).collect();
    (hashes, counts, rows)
}

/// The rows with the kept features alone.
fn narrowed(rows: Vec<Instance>, kept: &[u32], count: usize) -> Vec<Instance> {
    let mut places = vec![u32::MAX; count];
    kept.iter().enumerate().for_each(|(at, &place)| places[place as usize] = at as u32);
    let narrow = |row: Instance| {
        let (mut starts, mut features) = (vec![0u32], Vec::new());
        for at in 0..row.labels.len() {
            let word = row.word(at).iter().map(|&place| places[place as usize]);
            features.extend(word.filter(|&place| place != u32::MAX));
            starts.push(features.len() as u32);
        }
        Instance { starts, features, ..row }
    };
    rows.into_iter().map(narrow).collect()
}

fn shuffled(count: usize) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    reshuffle(&mut order, 7);
    order
}

/// The same order on every machine for the same seed.
fn reshuffle(order: &mut [u32], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for at in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(at, (state % (at as u64 + 1)) as usize);
    }
}
