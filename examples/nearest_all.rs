//! The five nearest of every article and the events of a file of articles, for scoring: `cargo run --release --example
//! nearest_all -- FILE.ndjson FOLDER [--undated]` writes `nearest.jsonl` and `groups.json` there and prints the times.

use crossread::analysis::{Reader, Reading, link};
use crossread::index::{ArticleId, Corpus, build};
use crossread::ingest::{CorpusInfo, Ingest, Lexicon};
use crossread::query::nearest;
use crossread::wire;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, folder, options @ ..] = &arguments[..] else {
        eprintln!("usage: nearest_all FILE.ndjson FOLDER [--undated]");
        std::process::exit(2);
    };
    let mut ingest = Ingest::default();
    ingest.add(file, &std::fs::read(file).expect("the file can be read"));
    let mut articles = ingest.finish().articles;
    if options.iter().any(|option| option == "--undated") {
        articles.iter_mut().for_each(|article| article.date = None);
    }
    let reader = Reader::new(&Lexicon::default());
    let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
    link(&mut readings);
    let start = Instant::now();
    let corpus =
        Corpus::open(build(&CorpusInfo::default(), &articles, &readings)).expect("a built corpus opens");
    println!("build {} ms", start.elapsed().as_millis());
    let start = Instant::now();
    let mut lines = String::new();
    for (number, article) in (0..).zip(&articles) {
        let found = nearest(&corpus, ArticleId(number), 5).expect("a built corpus can be read");
        let ids: Vec<&str> = found.iter().map(|(near, _)| articles[near.0 as usize].id.as_str()).collect();
        lines += &format!("{}\n", serde_json::json!({"id": article.id, "nearest": ids}));
    }
    println!(
        "nearest {:.2} ms an article",
        start.elapsed().as_secs_f64() * 1000.0 / articles.len().max(1) as f64
    );
    std::fs::write(format!("{folder}/nearest.jsonl"), lines).expect("the folder can be written");
    let start = Instant::now();
    let found = corpus.events().expect("a built corpus can be read");
    println!("events {} ms", start.elapsed().as_millis());
    let groups = serde_json::to_string(&wire::events(&corpus, &found).expect("a built corpus can be read"));
    std::fs::write(format!("{folder}/groups.json"), groups.expect("plain data"))
        .expect("the folder can be written");
}
