//! Amounts in sentences of news: `tests/cases/reading/numbers/*.txt` holds the cases: `===` and perhaps their language, the
//! sentences, `---`, then what should be found, `phrase = value unit`.

use crossread::analysis::{dates, numbers};
use crossread::ingest::Article;
use crossread::text::{Block, BlockKind, Span, sentences};
use proptest::prelude::*;
use std::fs;

fn read(text: &str, language: &str) -> Vec<String> {
    let blocks = vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }];
    let article = Article {
        text: text.to_owned(),
        date: "2025-12-17".parse().ok(),
        language: Some(language).filter(|tag| !tag.is_empty()).map(str::to_owned),
        blocks: blocks.clone(),
        ..Article::default()
    };
    let sentences = sentences(text, &blocks);
    let dates = dates(&article, &sentences);
    let found = numbers(&article, &sentences, &dates);
    let mut end = 0;
    for number in &found {
        assert!(number.span.start >= end && !number.span.of(text).is_empty(), "{found:?} in {text}");
        assert!(!dates.iter().any(|date| date.span.overlaps(number.span)), "{number:?} in a date of {text}");
        end = number.span.end;
    }
    let line = |number: &crossread::analysis::Number| {
        format!("{} = {} {}", number.span.of(text), number.value, number.unit).trim().to_owned()
    };
    found.iter().map(line).collect()
}

#[test]
fn cases() {
    let mut failures = Vec::new();
    let mut count = 0;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/reading/numbers");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("case folder").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    for file in files {
        let cases = fs::read_to_string(&file).expect("case file");
        for case in cases.split("===").skip(1) {
            let (language, rest) = case.split_once('\n').expect("a line break behind ===");
            let (input, expected) = rest.split_once("\n---").expect("--- between input and expected");
            let expected: Vec<_> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let found = read(input.trim(), language.trim());
            count += 1;
            if found != expected {
                failures.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", input.trim()));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 30);
}

proptest! {
    #[test]
    fn any_text_is_read(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "two", "thirds", "-", "$", "4", "bn", "€4bn", "million", "and", "twenty", "one", "a", "dozen", "per", "cent", "%",
                "barrels", "day", "1,200", "3.5", "2025", "May", "5–10", "square", "km", "é", "half", "hundred", ".", "th", "99%",
                "млн", "долларов", "۱۳٫۵", "درصد", "٪", "في", "المئة", "1.200,5", "12 300", "pour", "de", "Mrd.", "\u{a0}", "و",
            ]),
            0..25,
        ),
        tight in any::<bool>(),
        language in prop::sample::select(vec!["en", "ru", "fa", "ar", "de", "fr", "es", "pt"]),
    ) {
        read(&words.join(if tight { "" } else { " " }), language);
    }
}
