//! One entity, all its spellings: cases in `tests/cases/reading/entities`, each a few articles and who is who in them.
//! An article is the text up to a line `+++`. Expected is a line an entity: its id, then its spellings in each article;
//! then what joined it when the articles were linked, and why. `BLESS=1 cargo test --test entities` writes what is read
//! into the cases; look at the difference before you keep it.

mod case_files;

use case_files::{curated, with_model};
use crossread::analysis::{Form, Reading, link};
use crossread::ingest::{Article, Lexicon, blocks};
use std::collections::BTreeMap;
use std::fmt::Write;

fn article(number: usize, text: &str) -> Article {
    let blocks = blocks(text);
    Article { id: format!("case-{number}"), text: text.to_owned(), blocks, ..Article::default() }
}

#[test]
fn cases() {
    let (bare, curated) = (with_model(&Lexicon::default()), with_model(&curated()));
    case_files::check("entities", 20, |title, text, _| {
        let reader = if title.contains("(curated)") { &curated } else { &bare };
        let articles: Vec<Article> =
            text.split("\n+++\n").enumerate().map(|(at, text)| article(at, text)).collect();
        let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
        link(&mut readings);
        listed(&articles, &readings)
    });
}

fn listed(articles: &[Article], readings: &[Reading]) -> String {
    let mut spellings: BTreeMap<String, Vec<Vec<&str>>> = BTreeMap::new();
    let mut joined: BTreeMap<&str, String> = BTreeMap::new();
    for (number, (article, reading)) in articles.iter().zip(readings).enumerate() {
        for mention in &reading.mentions {
            let id = mention.entity.map_or("?", |index| &reading.entity(index).id);
            if matches!(mention.form, Form::Role | Form::Pronoun) && id == "?" {
                continue;
            }
            let of = spellings.entry(id.to_owned()).or_insert_with(|| vec![Vec::new(); articles.len()]);
            let written = mention.span.of(&article.text);
            if !of[number].contains(&written) {
                of[number].push(written);
            }
        }
        for entity in reading.entities.iter().filter(|entity| !entity.joined.is_empty()) {
            let names = entity.joined.iter().map(|joined| format!("{} ({})", joined.name, joined.why.name()));
            joined.insert(&entity.id, names.collect::<Vec<_>>().join(", "));
        }
    }
    let mut lines = String::new();
    for (id, articles) in spellings {
        let articles: Vec<String> = articles.iter().map(|written| written.join(", ")).collect();
        let why = joined.get(id.as_str()).map_or(String::new(), |names| format!(" <- {names}"));
        let _ = writeln!(lines, "{id}: {}{why}", articles.join(" | "));
    }
    lines
}
