//! Whom an office means and who speaks, read together: `tests/cases/reading/roles/*.txt` holds the cases: `=== title`, with
//! the article's date in brackets and `(curated)` where the curated names are known, the text, `---`, then in the order of
//! the text each role and pronoun as `words | entity` and each quotation as `> what was said | entity`; `?` is nobody sure.
//! `BLESS=1 cargo test --test roles` writes what is read into the cases; look at the difference before you keep it.

use crossread::analysis::{EntityIndex, Form, Reader, Reading};
use crossread::ingest::{Article, Lexicon, lexicon};
use crossread::text::{Block, BlockKind, Span};
use std::path::{Path, PathBuf};

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading");
    let names = std::fs::read_to_string(folder.join("names/entities.toml")).expect("the curated names");
    let (lexicon, problems) = lexicon("entities.toml", &names);
    assert!(problems.is_empty(), "{problems:?}");
    let curated = Reader::new(&lexicon);
    let bare = Reader::new(&Lexicon::default());
    let (mut failures, mut count) = (String::new(), 0);
    for path in case_files(&folder.join("roles")) {
        let file = std::fs::read_to_string(&path).expect("a case file");
        let mut blessed = String::new();
        for case in file.split("=== ").skip(1) {
            let (head, rest) = case.split_once('\n').expect("a case has a title");
            let (input, expected) = rest.split_once("\n---").expect("a case has a line ---");
            let article = article(head, input);
            let reading = if head.contains("(curated)") { &curated } else { &bare }.read(&article);
            let read = listed(&article, &reading);
            count += 1;
            if read.trim() != expected.trim() {
                failures += &format!("{head}\n{input}\n  expected\n{}\n  read\n{read}\n", expected.trim());
            }
            blessed += &format!("=== {head}\n{input}\n---\n{read}\n");
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, blessed.trim_end().to_owned() + "\n")
                .expect("the case file can be written");
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(count >= 40, "only {count} cases were found");
}

fn case_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// A paragraph a line.
fn article(head: &str, text: &str) -> Article {
    let bracket = head.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    let date = bracket.map(|(date, _)| date.parse().expect("a date"));
    let (mut blocks, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        at += line.len();
    }
    Article { id: "case".to_owned(), date, blocks, text: text.to_owned(), ..Article::default() }
}

fn listed(article: &Article, reading: &Reading) -> String {
    let id = |entity: Option<EntityIndex>| entity.map_or("?", |index| &reading.entity(index).id);
    let words = |span: Span| span.of(&article.text).replace('\n', "⏎");
    let roles = reading.mentions.iter().filter(|mention| matches!(mention.form, Form::Role | Form::Pronoun));
    let roles = roles.map(|role| (role.span.start, format!("{} | {}\n", words(role.span), id(role.entity))));
    let quotes = reading.quotes.iter().map(|quote| {
        let speaker = quote.speaker.and_then(|speaker| speaker.entity);
        (quote.span.start, format!("> {} | {}\n", words(quote.span), id(speaker)))
    });
    let mut lines: Vec<(u32, String)> = roles.chain(quotes).collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}
