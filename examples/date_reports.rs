//! What the check of dates reports on events that several outlets tell, for a person to read: `cargo run --release --example
//! date_reports -- FILE.ndjson EVENTS.jsonl` compares the articles of each event (a line `{"articles": [{"id": …}, …]}`)
//! as if they were read in a corpus of all, and prints every report with the sentences it rests on; last how many.

use crossread::analysis::{Model, Reader, Reading, link};
use crossread::compare::{DateFinding, Document, Place, Rarity, compare};
use crossread::ingest::{Article, Ingest, Lexicon};
use crossread::text::words;
use std::collections::{HashMap, HashSet};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, events] = &arguments[..] else {
        eprintln!("usage: date_reports FILE.ndjson EVENTS.jsonl");
        std::process::exit(2);
    };
    let (articles, readings) = read(file);
    let document_frequency = frequencies(&articles);
    let document_frequency = |word: &str| document_frequency.get(word).copied().unwrap_or(0);
    let rarity = Rarity { articles: articles.len(), document_frequency: &document_frequency };
    let document = |id: &str| {
        let at = articles.iter().position(|article| article.id == id).expect("the file has the article");
        Document { article: &articles[at], reading: &readings[at] }
    };
    let (mut reports, mut compared) = (0, 0);
    for line in std::fs::read_to_string(events).expect("the events can be read").lines() {
        let event: serde_json::Value = serde_json::from_str(line).expect("an event is a JSON object");
        let told = event["articles"].as_array().expect("an event has articles");
        let documents: Vec<Document> = told
            .iter()
            .map(|article| document(article["id"].as_str().expect("an article has an id")))
            .collect();
        let found = compare(&documents, &rarity).dates;
        found.iter().for_each(|finding| print(finding, &documents));
        (reports, compared) = (reports + found.len(), compared + 1);
    }
    println!("{reports} reports on {compared} events");
}

fn read(file: &str) -> (Vec<Article>, Vec<Reading>) {
    let mut ingest = Ingest::default();
    ingest.add(file, &std::fs::read(file).expect("the file can be read"));
    let articles = ingest.finish().articles;
    let model = std::fs::read("model/names.crossread-model").expect("the model of names is there");
    let model = Model::from_bytes(&model).expect("the model can be read");
    let reader = Reader::new(&Lexicon::default()).with_model(model);
    let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
    link(&mut readings);
    (articles, readings)
}

/// In how many articles each word stands.
fn frequencies(articles: &[Article]) -> HashMap<String, u32> {
    let mut frequencies = HashMap::new();
    for article in articles {
        let folded: HashSet<_> = words(&article.text).iter().map(|word| word.folded().into_owned()).collect();
        folded.into_iter().for_each(|word| *frequencies.entry(word).or_default() += 1);
    }
    frequencies
}

fn print(finding: &DateFinding, documents: &[Document]) {
    println!("{}", finding.explain);
    for place in &finding.places {
        let Document { article, .. } = documents[place.article];
        let date = article.date.map(|date| date.to_string()).unwrap_or_default();
        println!("  {} {date}: {}", article.id, sentence(place, documents));
    }
}

fn sentence<'a>(place: &Place, documents: &[Document<'a>]) -> &'a str {
    let Document { article, reading } = documents[place.article];
    let sentence = reading.sentences.iter().find(|sentence| sentence.contains(place.span));
    sentence.unwrap_or(&place.span).of(&article.text)
}
