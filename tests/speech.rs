//! Who says what: `tests/cases/reading/quotes/*.txt` holds the cases: `===` with a title or without, the text (an empty line
//! parts paragraphs, names are found by their capitals), `---`, then what should be found: `words said | speaker | cue |
//! entity`, with `~` in front where the speech is indirect. A title that begins with a language (`fa: …`) says that the text is in
//! it; `{…}` then holds the name of a person, `{@…}` that of a place, and nothing else is one. `BLESS=1 cargo test --test speech` writes what is found into
//! the cases; look at the difference before you keep it.

use crossread::analysis::{Basis, Entity, EntityIndex, Form, Mention, Quote, QuoteStyle, quotes};
use crossread::ingest::{Article, EntityKind};
use crossread::text::{Block, BlockKind, Span, sentences, words};
use proptest::prelude::*;
use std::fs;
use std::io::Write;

fn article(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { span, kind: BlockKind::Paragraph });
        }
        start += line.len();
    }
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

/// Stands in for the names stage: a run of capitalised words inside a sentence is a person, a single word the person
/// whose name ends with it.
fn names(article: &Article) -> (Vec<Mention>, Vec<Entity>) {
    const NO_NAMES: &[&str] = &[
        "The",
        "A",
        "In",
        "He",
        "She",
        "They",
        "We",
        "I",
        "It",
        "But",
        "And",
        "On",
        "At",
        "As",
        "According",
        "No",
        "Yes",
        "If",
        "This",
        "That",
        "There",
        "After",
        "When",
        "Asked",
        "His",
        "Her",
        "Our",
        "You",
        "Tuesday",
        "Monday",
        "What",
        "Such",
        "Both",
        "Mr",
        "Mrs",
        "Ms",
        "January",
        "During",
        "Western",
        "Then",
        "Later",
        "Two",
        "These",
        "Those",
        "For",
        "Who",
        "Officials",
        "Residents",
        "Analysts",
        "Witnesses",
    ];
    let text = &article.text;
    let words = words(text);
    let (mut mentions, mut entities): (Vec<Mention>, Vec<Entity>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < words.len() {
        let start = at;
        while at < words.len()
            && words[at].is_capitalised()
            && !NO_NAMES.contains(&words[at].text)
            && (at == start || &text[words[at - 1].span.end as usize..words[at].span.start as usize] == " ")
        {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        let span = Span { start: words[start].span.start, end: words[at - 1].span.end };
        let name = span.of(text).to_owned();
        let known = entities
            .iter()
            .position(|entity| entity.name == name || entity.name.ends_with(&format!(" {name}")));
        let index = known.unwrap_or_else(|| {
            let id = name.to_lowercase().replace(' ', "-");
            entities.push(Entity {
                id,
                name,
                kind: EntityKind::Person,
                titles: Vec::new(),
                joined: Vec::new(),
            });
            entities.len() - 1
        });
        let entity = Some(EntityIndex(index as u16));
        mentions.push(Mention {
            span,
            kind: EntityKind::Person,
            entity,
            form: Form::Name,
            basis: Basis::Rule,
        });
    }
    (mentions, entities)
}

/// The article in a language whose names stand in braces.
fn marked(text: &str, language: &str) -> (Article, Vec<Mention>, Vec<Entity>) {
    let (mut plain, mut mentions, mut entities) = (String::new(), Vec::new(), Vec::new());
    for (at, part) in text.split(['{', '}']).enumerate() {
        let place = part.strip_prefix('@');
        let name = place.unwrap_or(part);
        if at % 2 == 1 {
            let kind = if place.is_some() { EntityKind::Place } else { EntityKind::Person };
            let entity = Some(EntityIndex(entities.len() as u16));
            let span = Span::new(plain.len(), plain.len() + name.len());
            mentions.push(Mention { span, kind, entity, form: Form::Name, basis: Basis::Rule });
            let (id, name) = (name.to_lowercase().replace(' ', "-"), name.to_owned());
            entities.push(Entity { id, name, kind, titles: Vec::new(), joined: Vec::new() });
        }
        plain.push_str(name);
    }
    (Article { language: Some(language.to_owned()), ..article(&plain) }, mentions, entities)
}

fn read(text: &str, title: &str) -> Vec<String> {
    let (article, mut mentions, entities) = match title.trim().split_once(": ") {
        Some((language, _)) if language.len() == 2 => marked(text, language),
        _ => {
            let article = article(text);
            let (mentions, entities) = names(&article);
            (article, mentions, entities)
        }
    };
    let text = &article.text;
    let found = quotes(&article, &sentences(text, &article.blocks), &mut mentions, &entities);
    found.iter().map(|quote| line(quote, text, &entities)).collect()
}

fn line(quote: &Quote, text: &str, entities: &[Entity]) -> String {
    let of = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let entity = quote
        .speaker
        .and_then(|speaker| speaker.entity)
        .map_or("-", |entity| &entities[entity.0 as usize].id);
    let style = if quote.style == QuoteStyle::Indirect { "~" } else { "" };
    let said = quote.span.of(text).replace('\n', "⏎");
    format!(
        "{style}{said} | {} | {} | {entity}",
        of(quote.speaker.map(|speaker| speaker.span)),
        of(quote.cue)
    )
}

#[test]
fn cases() {
    let mut failures = Vec::new();
    let mut count = 0;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/reading/quotes");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("case folder").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    for file in files {
        let cases = fs::read_to_string(&file).expect("case file");
        let mut blessed = String::new();
        for case in cases.split("===").skip(1) {
            let (title, rest) = case.split_once('\n').expect("a line break behind ===");
            let (input, expected) = rest.split_once("\n---").expect("--- between input and expected");
            let expected: Vec<_> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let found = read(input.trim(), title);
            count += 1;
            if found != expected {
                failures.push(format!(
                    "{title}\n{}\n  expected {}\n  found    {}",
                    input.trim(),
                    expected.join("\n           "),
                    found.join("\n           ")
                ));
            }
            let lines: String = found.iter().map(|line| format!("{line}\n")).collect();
            blessed += &format!("==={title}\n{}\n---\n{lines}\n", input.trim());
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, blessed.trim_end().to_owned() + "\n").expect("the case file can be written");
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 100, "only {count} cases");
}

proptest! {
    #[test]
    fn spans_fit_the_text(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "``", "''", "Haddad", "said", "he", "she", "according", "to", ",", ".", "\n",
                "that", "and", "the minister", "told", "who", "é", "we agree", "adding", "was", "by", ":", "—", "“Never,”", "s", "伊朗外长", "»", "‹", "›", "calling", "as saying", "?”", "Haddad:",
                "sagte", "заявил", "گفت:", "تاکید", "کرد", "وقال", "a", "déclaré", "von", "—", "،", "؟»", "\u{a0}",
            ]),
            0..40,
        ),
        tight in any::<bool>(),
        language in prop::sample::select(vec!["en", "ru", "fa", "ar", "de", "fr", "es"]),
    ) {
        let text = words.join(if tight { "" } else { " " });
        let article = Article { language: Some(language.to_owned()), ..article(&text) };
        let (mut mentions, entities) = names(&article);
        let found = quotes(&article, &sentences(&text, &article.blocks), &mut mentions, &entities);
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.start <= pair[1].span.start);
        }
        for quote in &found {
            prop_assert!(!quote.span.of(&text).is_empty());
            prop_assert_eq!(quote.parts.is_empty(), quote.style == QuoteStyle::Indirect);
            prop_assert!(quote.parts.iter().all(|&part| quote.span.contains(part)));
            prop_assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(quote.speaker.is_none_or(|speaker| !speaker.span.of(&text).is_empty()));
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    }
}

#[test]
fn long_texts_are_read_in_time() {
    for pattern in [
        "he said she said ",
        "“a” he said ",
        "“Yes,” he said. ",
        "Haddad said, “Yes,” ",
        "Haddad said that Nasser said that ",
        "“ ",
        "' ",
        "said the ministry, ",
        "“We ‘agree ",
        "de: „Ja“, sagte Haddad ",
        "de: Haddad sagte: „Ja“ ",
        "de: „Ja, ja, ja, ja“, sagte Haddad. ",
    ] {
        let text = pattern.repeat(400_000 / pattern.len());
        let language = pattern.split_once(": ").map(|(language, _)| language.to_owned());
        let article = Article { language: language.filter(|tag| tag == "de"), ..article(&text) };
        let (mut mentions, entities) = names(&article);
        let begun = std::time::Instant::now();
        quotes(&article, &sentences(&text, &article.blocks), &mut mentions, &entities);
        let spent = begun.elapsed();
        assert!(spent.as_secs() < 10, "{spent:?} for {pattern:?}");
    }
}

/// `QUOTES_GOLD=… QUOTES_FOUND=… cargo test --test speech print_for_scoring -- --ignored`: reads texts, one JSON object
/// a line, and writes the quotations found in them.
#[test]
#[ignore = "prints for a scorer; needs QUOTES_GOLD and QUOTES_FOUND"]
fn print_for_scoring() {
    let (Ok(gold), Ok(path)) = (std::env::var("QUOTES_GOLD"), std::env::var("QUOTES_FOUND")) else {
        println!("skipped: QUOTES_GOLD and QUOTES_FOUND are not set");
        return;
    };
    let mut out = fs::File::create(path).expect("output file");
    for row in fs::read_to_string(gold).expect("gold file").lines() {
        let row: serde_json::Value = serde_json::from_str(row).expect("JSON");
        let text = row["text"].as_str().expect("text");
        let article = article(text);
        let (mut mentions, entities) = names(&article);
        let units = |at: u32| text[..at as usize].encode_utf16().count();
        let json = |span: Span| serde_json::json!({"start": units(span.start), "end": units(span.end)});
        let found: Vec<_> = quotes(&article, &sentences(text, &article.blocks), &mut mentions, &entities)
            .iter()
            .map(|quote| {
                let mut object = json(quote.span);
                object["style"] = quote.style.name().into();
                if let Some(speaker) = quote.speaker {
                    object["speaker"] = json(speaker.span);
                    object["speaker"]["entity"] =
                        speaker.entity.map(|entity| entities[entity.0 as usize].id.as_str()).into();
                }
                if let Some(cue) = quote.cue {
                    object["cue"] = json(cue);
                }
                object
            })
            .collect();
        writeln!(out, "{}", serde_json::json!({"id": row["id"], "text": text, "quotes": found}))
            .expect("write");
    }
}
