//! The query language, as cases in text: `tests/cases/query/*.txt` holds `===`, a query, `---`, then the ids of the articles
//! of `articles.ndjson` that it finds, in order of their letters; `note:` a stretch of the query that the page points
//! out; `instead:` what is offered where nothing is found. `documented.txt` has the examples of `docs/query.md`, all of them.

use crossread::analysis::{Reader, link};
use crossread::index::{Builder, Corpus};
use crossread::ingest::{CorpusInfo, Ingest, lexicon};
use crossread::query::{Request, search};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/query")
}

fn corpus() -> Corpus {
    let mut ingest = Ingest::default();
    ingest
        .add("articles.ndjson", &fs::read(folder().join("articles.ndjson")).expect("the articles are there"));
    let articles = ingest.finish().articles;
    let names = fs::read_to_string(folder().join("entities.toml")).expect("the names are there");
    let (lexicon, problems) = lexicon("entities.toml", &names);
    assert!(problems.is_empty(), "{problems:?}");
    let reader = Reader::new(&lexicon);
    let mut readings: Vec<_> = articles.iter().map(|article| reader.read(article)).collect();
    link(&mut readings);
    let mut builder = Builder::new(&CorpusInfo::default());
    builder.know(&lexicon);
    articles.iter().zip(&readings).for_each(|(article, reading)| builder.add(article, reading));
    Corpus::open(builder.finish()).expect("a fresh corpus opens")
}

/// Query and expected lines of each case of a file.
fn cases(file: &Path) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(file).expect("a case file");
    let case = |case: &str| {
        let (query, expected) = case.split_once("\n---").expect("--- between query and expected");
        let expected = expected.lines().map(str::trim).filter(|line| !line.is_empty());
        (query.trim().to_owned(), expected.map(str::to_owned).collect())
    };
    text.split("===\n").skip(1).map(case).collect()
}

fn answer(corpus: &Corpus, query: &str) -> Vec<String> {
    let request = Request { query: query.to_owned(), limit: 50, ..Request::default() };
    let results = search(corpus, &request).expect("a sound corpus answers");
    let mut ids: Vec<_> =
        results.hits.iter().map(|hit| corpus.header(hit.article).expect("a header").id).collect();
    ids.sort();
    let mut lines = vec![ids.join(" ")];
    lines.extend(results.diagnostics.iter().map(|note| format!("note: {}", note.span.of(query))));
    lines.extend(results.suggestion.map(|found| format!("instead: {} ({})", found.query, found.total)));
    lines.retain(|line| !line.is_empty());
    lines
}

#[test]
fn queries_find_what_the_cases_say() {
    let corpus = corpus();
    let mut failures = Vec::new();
    let mut count = 0;
    let mut files: Vec<_> =
        fs::read_dir(folder()).expect("case folder").map(|entry| entry.expect("entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    for file in files {
        for (query, expected) in cases(&file) {
            let found = answer(&corpus, &query);
            count += 1;
            if found != expected {
                failures.push(format!("{query}\n  expected {expected:?}\n  found    {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 80, "{count}");
}

/// The examples of the table in `docs/query.md`: what stands between backticks in its first column.
fn documented() -> Vec<String> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/query.md");
    let docs = fs::read_to_string(docs).expect("the documentation is there");
    let rows = docs.lines().filter(|line| line.starts_with("| `"));
    let first_column = rows.filter_map(|row| row.split('|').nth(1).map(str::to_owned));
    first_column
        .flat_map(|column| column.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_example_of_the_documentation_is_a_case() {
    let cases = cases(&folder().join("documented.txt"));
    let queries: Vec<&String> = cases.iter().map(|(query, _)| query).collect();
    assert_eq!(documented().iter().collect::<Vec<_>>(), queries, "in the order of the table");
    let corpus = corpus();
    for (query, expected) in &cases {
        assert!(expected.iter().all(|line| !line.starts_with("note:")), "{query} is understood");
        assert!(!answer(&corpus, query).is_empty(), "{query} finds something");
    }
}
