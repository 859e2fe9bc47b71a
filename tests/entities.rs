//! One entity, all its spellings: cases in `tests/cases/reading/entities`, each a few articles and who is who in them.
//! An article is the text up to a line `+++`. Expected is a line an entity: its id, then its spellings in each article;
//! then what joined it when the articles were linked, and why. `BLESS=1 cargo test --test entities` writes what is read
//! into the cases; look at the difference before you keep it.

use crossread::analysis::{Form, Model, Reader, Reading, link};
use crossread::ingest::{Article, CuratedEntity, Lexicon, blocks};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

#[derive(Deserialize)]
struct Entities {
    entity: Vec<CuratedEntity>,
}

fn reader(root: &Path, lexicon: &Lexicon) -> Reader {
    let bytes = std::fs::read(root.join("model/names.crossread-model")).expect("the model of names");
    Reader::new(lexicon).with_model(Model::from_bytes(&bytes).expect("the model can be read"))
}

fn article(number: usize, text: &str) -> Article {
    let blocks = blocks(text);
    Article { id: format!("case-{number}"), text: text.to_owned(), blocks, ..Article::default() }
}

#[test]
fn cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/cases/reading/entities");
    let toml =
        std::fs::read_to_string(root.join("tests/cases/reading/names/entities.toml")).expect("the names");
    let entities = basic_toml::from_str::<Entities>(&toml).expect("curated names in TOML").entity;
    let (bare, curated) =
        (reader(root, &Lexicon::default()), reader(root, &Lexicon { entities, ..Lexicon::default() }));
    let (mut failures, mut count) = (String::new(), 0);
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).expect("the cases").filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let file = std::fs::read_to_string(&path).expect("a case file");
        let mut blessed = String::new();
        for case in file.split("=== ").skip(1) {
            let (head, rest) = case.split_once('\n').expect("a case has a title");
            let (input, expected) = rest.split_once("\n---\n").expect("a case has a line ---");
            let reader = if head.contains("(curated)") { &curated } else { &bare };
            let articles: Vec<Article> =
                input.split("\n+++\n").enumerate().map(|(at, text)| article(at, text)).collect();
            let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
            link(&mut readings);
            let read = listed(&articles, &readings);
            count += 1;
            if read.trim() != expected.trim() {
                let _ = writeln!(failures, "{head}\n{input}\n  expected\n{expected}\n  read\n{read}");
            }
            let _ = write!(blessed, "=== {head}\n{input}\n---\n{}\n\n", read.trim());
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, blessed.trim_end().to_owned() + "\n")
                .expect("the case file can be written");
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(count >= 20, "only {count} cases were found");
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
