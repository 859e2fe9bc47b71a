//! What is exported for other programs, read back as they would read it.

use crossread::analysis::{Reader, Reading};
use crossread::ingest::{Article, Lexicon, ingest};
use crossread::publish::{bibtex, ris, table};
use crossread::wire::annotations;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

fn article(name: &str, file: &str) -> Article {
    ingest(name, file.as_bytes()).articles.remove(0)
}

fn read(articles: Vec<Article>) -> Vec<(Article, Reading)> {
    let lexicon = Lexicon::default();
    let reader = Reader::new(&lexicon);
    articles.into_iter().map(|article| (article.clone(), reader.read(&article))).collect()
}

const FERRY: &str = "---\ntitle: \"Ferry \\\"Aurora\\\", aground\"\nsource: Coast & Ledger\ndate: 2024-05-07?\ndate_basis: inferred\n\
    authors: [Ada Thornby, \"Reed, Ben\"]\nurl: https://example.org/ferry?a=1&b={2}\nlanguage: en\ntags: [sea, rescue]\n---\n\n\
    Mayor Ada Thornby said that 214 passengers were safe.\n\nThe “Aurora” ran aground on 6 May 2024, Thornby said.\n";
const BRIDGE: &str = "---\ntitle: Bridge reopens at 50% of cost_x\nsource: Valley Post\ndate: 2024-05\n---\n\nThe bridge is open.\n";

#[test]
fn a_table_quotes_what_would_break_its_rows() {
    let csv = table(&read(vec![article("ferry.md", FERRY), article("bridge.md", BRIDGE)]));
    let mut lines = csv.split("\r\n");
    assert!(
        lines
            .next()
            .is_some_and(|head| head.ends_with(",people,organizations,places,agreements,events,body"))
    );
    let row = "ferry,\"Ferry \"\"Aurora\"\", aground\",Coast & Ledger,2024-05-07?,inferred,\"Ada Thornby; Reed, Ben\",";
    assert!(csv.contains(row), "{csv}");
    assert!(csv.contains(",Ada Thornby,"), "who is named: {csv}");
    assert!(csv.contains("\r\nbridge,Bridge reopens at 50% of cost_x,Valley Post,2024-05,"), "{csv}");
}

#[test]
fn a_bibliography_takes_any_id_and_any_text() {
    let mut second = article("Ferry.md", BRIDGE);
    second.id = "FERRY".into();
    let mut third = article("bridge.md", BRIDGE);
    third.id = "پل, 1".into();
    let articles = [article("ferry.md", FERRY), second, third];
    let entries = bibtex(articles.iter());
    for expected in [
        "@article{ferry,\n  title = {{Ferry \"Aurora\", aground}},\n  author = {Ada Thornby and {Reed, Ben}},\n",
        "  journal = {Coast \\& Ledger},\n  year = {2024},\n  month = may,\n  day = {7},\n  note = {Date: 2024-05-07? (inferred)},\n",
        "  url = {https://example.org/ferry?a=1&b=%7B2%7D},\n",
        "\n@article{FERRY-2,\n  title = {{Bridge reopens at 50\\% of cost\\_x}},\n  journal = {Valley Post},\n  year = {2024},\n  month = may,\n}\n",
        "\n@article{----1,\n",
    ] {
        assert!(entries.contains(expected), "{expected}\nnot in\n{entries}");
    }
}

#[test]
fn a_record_says_what_is_not_sure() {
    let records = ris([article("ferry.md", FERRY)].iter());
    let lines: Vec<&str> = records.lines().collect();
    for line in [
        "AU  - Reed, Ben",
        "DA  - 2024/05/07/",
        "N1  - Date: 2024-05-07? (inferred)",
        "KW  - rescue",
        "LA  - en",
    ] {
        assert!(lines.contains(&line), "{line} not in {lines:?}");
    }
}

/// Every annotation of articles with what its two selectors say.
fn annotated(articles: &[(Article, Reading)]) -> Vec<Value> {
    let object = serde_json::to_value(annotations("Measured", articles)).expect("it is plain data");
    let items = object["first"]["items"].as_array().expect("a page has items").clone();
    assert_eq!(object["total"], items.len());
    let ids: BTreeSet<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids.len(), items.len(), "each has a name of its own");
    items
}

#[test]
fn an_annotation_says_who_when_and_where() {
    let items = annotated(&read(vec![article("ferry.md", FERRY)]));
    let of = |exact: &str| {
        let found = items.iter().find(|item| item["target"]["selector"][0]["exact"] == exact);
        found.unwrap_or_else(|| panic!("{exact} not in {items:#?}"))
    };
    let mayor = of("Ada Thornby");
    assert_eq!(mayor["body"][0]["value"], "Ada Thornby");
    assert_eq!(mayor["body"][1]["value"], "person");
    assert_eq!(mayor["target"]["source"], "https://example.org/ferry?a=1&b={2}");
    assert_eq!(of("6 May 2024")["body"][0]["value"], "2024-05-06");
    assert!(of("214 passengers")["body"][0]["value"].as_str().is_some_and(|value| value.starts_with("214")));
}

proptest! {
    /// Names, quotation marks and characters outside the first plane in any order.
    #[test]
    fn annotations_stand_where_they_say(words in prop::collection::vec(
        prop::sample::select(vec!["Ada Thornby", "said", "“we agree”", "🙂", "7 May 2024", "Лавров", "20 ships", "in Oslo.", "\n\n", "é"]), 0..40,
    )) {
        let mut article = article("any.txt", "It is here.");
        article.text = words.join(" ");
        article.blocks = crossread::ingest::blocks(&article.text);
        article.id = "an id: 1/2".into();
        let text: Vec<char> = article.text.chars().collect();
        for item in annotated(&read(vec![article])) {
            let [quote, position] = [0, 1].map(|at| &item["target"]["selector"][at]);
            let [start, end] = ["start", "end"].map(|name| position[name].as_u64().expect("a number") as usize);
            let exact: String = text[start..end].iter().collect();
            prop_assert_eq!(quote["exact"].as_str(), Some(exact.as_str()));
            let prefix: String = text[start.saturating_sub(32)..start].iter().collect();
            prop_assert_eq!(quote["prefix"].as_str(), Some(prefix.as_str()));
        }
    }

    /// Whatever a title holds, an entry ends where its braces do, and a record has one tag a line.
    #[test]
    fn no_title_breaks_an_entry_or_a_record(title in "[a-z{}\\\\%&$#_~^\"\n\r, ]{0,40}") {
        let mut article = article("any.txt", "It is here.");
        article.title = title;
        let entry = bibtex([&article].into_iter());
        let mut depth = 0;
        let mut escaped = false;
        for character in entry.chars() {
            match character {
                '{' if !escaped => depth += 1,
                '}' if !escaped => depth -= 1,
                _ => {}
            }
            escaped = character == '\\' && !escaped;
            prop_assert!(depth >= 0, "{}", entry);
        }
        prop_assert_eq!(depth, 0, "{}", entry);
        for line in ris([&article].into_iter()).split("\r\n").filter(|line| !line.is_empty()) {
            let bytes = line.as_bytes();
            prop_assert!(bytes[0].is_ascii_uppercase() && &bytes[2..6] == b"  - ", "{line}");
        }
    }
}
