//! How fast articles are read on one thread: `cargo run --release --example reading_speed -- FILE.ndjson` prints a
//! line for everything together and one for each stage that can be run alone, in MB of text a second.

use crossread::analysis::{Dates, Model, Reader, Reading, numbers};
use crossread::ingest::{Article, Ingest, Lexicon};
use crossread::text::sentences;
use std::hint::black_box;
use std::time::Instant;

/// The best of so many rounds counts: whatever else runs on the machine only slows.
const ROUNDS: usize = 3;

fn main() {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: reading_speed FILE.ndjson");
        std::process::exit(2);
    };
    let bytes = std::fs::read(&file).expect("the file can be read");
    let mut ingest = Ingest::default();
    ingest.add(&file, &bytes);
    let articles = ingest.finish().articles;
    let megabytes = articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6;
    let model = include_bytes!("../model/names.crossread-model");
    let model = Model::from_bytes(model).expect("the model can be read");
    let reader = Reader::new(&Lexicon::default()).with_model(model);
    let readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
    let dates = Dates::default();
    let both = || articles.iter().zip(&readings);
    let print = |stage: &str, seconds: f64| println!("{stage} {:.2} MB/s", megabytes / seconds);
    print("all", best(|| articles.iter().for_each(|article| drop(black_box(reader.read(article))))));
    print("sentences", best(|| articles.iter().for_each(|article| drop(black_box(sentences_of(article))))));
    print(
        "dates",
        best(|| both().for_each(|(article, read)| drop(black_box(dates.read(article, &read.sentences))))),
    );
    print(
        "numbers",
        best(|| {
            both().for_each(|(article, read)| drop(black_box(numbers(article, &read.sentences, &read.dates))))
        }),
    );
}

fn sentences_of(article: &Article) -> Vec<crossread::text::Span> {
    sentences(&article.text, &article.blocks)
}

fn best(run: impl Fn()) -> f64 {
    let seconds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    });
    seconds.fold(f64::INFINITY, f64::min)
}
