//! Dates in sentences of news: `tests/cases/reading/dates/*.txt` holds the cases, `=== DATE OF THE ARTICLE` and perhaps its
//! language, the sentences, `---`, then what should be found, `phrase = value`, with ` *` where the value comes from the article's date.

use crossread::analysis::{ValueBasis, dates};
use crossread::ingest::Article;
use crossread::text::{Block, BlockKind, Date, Span, sentences};
use proptest::prelude::*;
use std::fs;
use std::io::Write;

fn article(text: &str, head: &str) -> Article {
    let (date, language) = head.split_once(' ').unwrap_or((head, "en"));
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        start += line.len();
    }
    Article {
        text: text.to_owned(),
        date: date.parse().ok(),
        language: Some(language.to_owned()),
        blocks,
        ..Article::default()
    }
}

fn read(text: &str, date: &str) -> Vec<String> {
    let article = article(text, date);
    let found = dates(&article, &sentences(text, &article.blocks));
    let line = |basis| if basis == ValueBasis::Resolved { " *" } else { "" };
    found.iter().map(|date| format!("{} = {}{}", date.span.of(text), date.value, line(date.basis))).collect()
}

#[test]
fn cases() {
    let mut failures = Vec::new();
    let mut count = 0;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/reading/dates");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("case folder").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    for file in files {
        let cases = fs::read_to_string(&file).expect("case file");
        for case in cases.split("=== ").skip(1) {
            let (head, rest) = case.split_once('\n').expect("a line after ===");
            let (input, expected) = rest.split_once("\n---").expect("--- between input and expected");
            let expected: Vec<_> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let found = read(input.trim(), head.trim());
            count += 1;
            if found != expected {
                failures.push(format!(
                    "{}: {}\n  expected {expected:?}\n  found    {found:?}",
                    file.display(),
                    input.trim()
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 130);
}

proptest! {
    #[test]
    fn spans_are_ordered_on_boundaries_and_values_valid(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "on", "the", "May", "Tuesday", "31", "2025", "1990s", "from", "to", "–", "-", "/", "between", "and", "last",
                "week", "next", "quarter", "of", "Q3", "ago", "three", "days", "in", "will", "twenty", "first", "é", ",",
                "early", "February", "29", "99999", "0", "(", "Sat", "within", "a", "couple", "later", "same", "decades",
            ]),
            0..30,
        ),
        tight in any::<bool>(),
        date in prop::sample::select(vec!["2025-12-17", "2025-04~", "2024-02-29", "0000-01-01", "9999-12-31", "2021", ""]),
    ) {
        let text = words.join(if tight { "" } else { " " });
        let article = article(&text, date);
        let found = dates(&article, &sentences(&text, &article.blocks));
        let mut end = 0;
        for date in found {
            prop_assert!(date.span.start >= end && !date.span.of(&text).is_empty());
            prop_assert_eq!(date.value.to_string().parse::<Date>(), Ok(date.value));
            end = date.span.end;
        }
    }
}

/// `DATES_GOLD=… DATES_FOUND=… cargo test --test dates print_for_scoring -- --ignored`: reads texts with a reference
/// date, one JSON object a line, and writes what was found in them.
#[test]
#[ignore = "prints for a scorer; needs DATES_GOLD and DATES_FOUND"]
fn print_for_scoring() {
    let (Ok(gold), Ok(path)) = (std::env::var("DATES_GOLD"), std::env::var("DATES_FOUND")) else {
        println!("skipped: DATES_GOLD and DATES_FOUND are not set");
        return;
    };
    let mut out = fs::File::create(path).expect("output file");
    for line in fs::read_to_string(gold).expect("gold file").lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = row["text"].as_str().expect("text");
        let article = article(text, row["reference"].as_str().unwrap_or(""));
        let found: Vec<_> = dates(&article, &sentences(text, &article.blocks))
            .iter()
            .map(|date| {
                let units = |at: u32| text[..at as usize].encode_utf16().count();
                serde_json::json!({"start": units(date.span.start), "end": units(date.span.end), "value": date.value.to_string(), "basis": date.basis.name()})
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({"id": row["id"], "text": text, "dates": found}))
            .expect("write");
    }
}
