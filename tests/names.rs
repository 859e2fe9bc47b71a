//! Who is named in an article: cases by topic in `tests/cases/reading/names`, each a text and every mention that is read in it by
//! the rules alone, and after a line `--- with the model: WHY` by the rules and the model, where that differs.
//! `BLESS=1 cargo test --test names` writes what is read into the cases; look at the difference before you keep it.

mod case_files;

use case_files::{curated, with_model};
use crossread::analysis::{Form, Reader, Reading, link, slug};
use crossread::ingest::{Article, Lexicon};
use crossread::text::{Block, BlockKind, Span};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// Where the model reads a case in another way, this line says why, and what it reads follows.
const DIFFERS: &str = "--- with the model: ";

#[test]
fn cases() {
    let lexicons = [Lexicon::default(), curated()];
    let [bare, curated] = lexicons.map(|lexicon| [Reader::new(&lexicon), with_model(&lexicon)]);
    case_files::check("names", 60, |title, text, expected| {
        let readers = if title.contains("(curated)") { &curated } else { &bare };
        let article = article(title, text);
        let [rules, model] = readers.each_ref().map(|reader| listed(&article, &reader.read(&article)));
        let why = expected.lines().find(|line| line.starts_with(DIFFERS)).unwrap_or(DIFFERS);
        let told = why.len() > DIFFERS.len() || std::env::var_os("BLESS").is_some();
        assert!(rules == model || told, "{title}: the model differs, and the case does not say why");
        if rules == model { rules } else { format!("{rules}{why}\n{model}") }
    });
}

/// A line a mention: its words, kind, form and entity.
fn listed(article: &Article, reading: &Reading) -> String {
    let mut lines = String::new();
    for mention in &reading.mentions {
        let id = mention.entity.map_or("?", |index| &reading.entity(index).id);
        let form = if mention.form == Form::Name { "" } else { mention.form.name() };
        let words = mention.span.of(&article.text).replace('\n', " ");
        let _ = writeln!(lines, "{words} | {} {form} {id}", mention.kind.name());
    }
    lines.replace("  ", " ")
}

/// "[2025-03]" in the title of a case is the article's date, "(ru)" its language.
fn article(head: &str, text: &str) -> Article {
    let date = head
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'))
        .map(|(date, _)| date.parse().expect("a date"));
    let in_brackets = head.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let language = in_brackets.filter(|tag| tag.len() == 2).last().map(str::to_owned);
    let blocks = blocks(text);
    Article { id: "case".to_owned(), date, language, blocks, text: text.to_owned(), ..Article::default() }
}

/// A block a line: `##` headings, `-` list items, "Read more:" and what follows it up to an empty line links, "Teaser:"
/// the beginning of another article.
fn blocks(text: &str) -> Vec<Block> {
    let (mut found, mut at, mut related) = (Vec::new(), 0, false);
    for line in text.split_inclusive('\n') {
        let skip = ["## ", "- "].iter().find(|mark| line.starts_with(**mark)).map_or(0, |mark| mark.len());
        let span = Span::new(at + skip, at + line.len()).trimmed(text);
        related = (related && !span.is_empty()) || line.starts_with("Read more:");
        let kind = match () {
            () if related => BlockKind::Related,
            () if line.starts_with("Teaser:") => BlockKind::Teaser,
            () if line.starts_with("## ") => BlockKind::Heading,
            () if line.starts_with("- ") => BlockKind::ListItem,
            () => BlockKind::Paragraph,
        };
        if !span.is_empty() {
            found.push(Block { span, kind });
        }
        at += line.len();
    }
    found
}

fn read_all(texts: &[&str]) -> Vec<Reading> {
    let reader = Reader::new(&Lexicon::default());
    let mut readings: Vec<Reading> = texts.iter().map(|text| reader.read(&article("", text))).collect();
    link(&mut readings);
    readings
}

fn ids(reading: &Reading) -> Vec<&str> {
    reading.entities.iter().map(|entity| entity.id.as_str()).collect()
}

#[test]
fn slugs_are_folded_names() {
    for (name, expected) in [
        ("Abbas Araghchi", "abbas-araghchi"),
        ("Hossein Amir-Abdollahian", "hossein-amir-abdollahian"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("U.S. Navy", "us-navy"),
        ("Médecins Sans Frontières", "medecins-sans-frontieres"),
        ("Conan O’Brien", "conan-obrien"),
        ("Сергей Лавров", "сергей-лавров"),
        ("  ", ""),
    ] {
        assert_eq!(slug(name), expected, "{name}");
    }
}

#[test]
fn a_lone_surname_joins_the_one_full_name_of_the_corpus() {
    let readings = read_all(&[
        "Norwegian Foreign Minister Ingrid Solberg met officials of the Arctic Council and NATO in Oslo.",
        "Foreign Minister Solberg told NATO and the Arctic Council in Oslo that Norway would host the talks.",
    ]);
    assert!(ids(&readings[1]).contains(&"ingrid-solberg"), "{:?}", ids(&readings[1]));
    assert!(!ids(&readings[1]).contains(&"solberg"));
}

#[test]
fn a_lone_surname_stays_alone_where_two_bear_it_or_nothing_is_shared() {
    let readings = read_all(&[
        "Norwegian Foreign Minister Ingrid Solberg met officials of the Arctic Council and NATO in Oslo.",
        "Coach Petter Solberg met officials of the Arctic Council and NATO in Oslo.",
        "Foreign Minister Solberg told NATO and the Arctic Council in Oslo that Norway would host the talks.",
    ]);
    assert!(ids(&readings[2]).contains(&"solberg"), "{:?}", ids(&readings[2]));
    let apart = read_all(&[
        "Mayor Ingrid Solberg opened a library in Bergen.",
        "Mr. Solberg, 54, was fined in Toronto.",
    ]);
    assert!(ids(&apart[1]).contains(&"solberg"), "{:?}", ids(&apart[1]));
}

#[test]
fn a_lone_surname_means_the_one_whose_relatives_are_named_in_full_beside_her() {
    let minister =
        "Norwegian Foreign Minister Ingrid Solberg met officials of the Arctic Council and NATO in Oslo.";
    let with_brother = format!("{minister} Her brother Petter Solberg came.");
    let lone =
        "Foreign Minister Solberg told NATO and the Arctic Council in Oslo that Norway would host the talks.";
    let readings = read_all(&[minister, minister, &with_brother, lone]);
    assert!(ids(&readings[3]).contains(&"ingrid-solberg"), "{:?}", ids(&readings[3]));
    let apart = read_all(&[minister, minister, "Her brother Petter Solberg came to NATO.", lone]);
    assert!(ids(&apart[3]).contains(&"solberg"), "{:?}", ids(&apart[3]));
}

#[test]
fn a_lone_surname_is_no_misspelling_of_another() {
    let readings = read_all(&[
        "Ingrid Solberg met officials of the Arctic Council and NATO in Oslo. Coach Petter Solberg came.",
        "Coach Anna Solborg met officials of the Arctic Council and NATO in Oslo.",
        "Foreign Minister Solberg told NATO and the Arctic Council in Oslo that Norway would host the talks.",
    ]);
    assert!(ids(&readings[2]).contains(&"solberg"), "{:?}", ids(&readings[2]));
}

#[test]
fn an_acronym_joins_the_name_that_another_article_explains() {
    let readings = read_all(&[
        "The Baltic Grain Exporters Union (BGEU) met in Riga, Latvia.",
        "Exports rose in May, the BGEU said on its site in Riga, and will rise further.",
    ]);
    assert_eq!(ids(&readings[0]), ["baltic-grain-exporters-union", "riga", "latvia"]);
    assert!(ids(&readings[1]).contains(&"baltic-grain-exporters-union"), "{:?}", ids(&readings[1]));
}

#[test]
fn three_forms_of_one_name_are_one_person() {
    let talks = "met officials of the Arctic Council and NATO in Oslo.";
    let named = |name: &str| format!("Foreign Minister {name} {talks}");
    let mut texts = vec![named("Karl Johan Solberg"), named("Karl J. Solberg"), named("Karl J. Solberg")];
    texts.resize_with(15, || named("Karl Solberg"));
    texts.push(named("Karl J. Solberg"));
    let readings = read_all(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let found: BTreeSet<&str> = readings.iter().flat_map(ids).filter(|id| id.contains("solberg")).collect();
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn linking_twice_changes_nothing() {
    let mut readings = read_all(&[
        "Norwegian Foreign Minister Ingrid Solberg met officials of the Arctic Council and NATO in Oslo.",
        "Foreign Minister Solberg told NATO and the Arctic Council in Oslo that Norway would host the talks.",
        "Seyyed Ali Rahimi, an analyst, spoke in Oslo. Ali Rahimi, a lawyer, spoke in Oslo.",
    ]);
    let before = readings.clone();
    link(&mut readings);
    assert_eq!(readings, before);
}

#[test]
fn a_million_characters_in_one_line_are_read_in_time() {
    let reader = Reader::new(&Lexicon::default());
    for pattern in [
        "Iran's Foreign Minister Abbas Araghchi met the minister. The Foreign Minister said. ",
        "Foo Bar (FB) met John Smith and Jane Smith, the president, in Baz, France, and ",
        "A. B. C. D. ",
        "President of the Council of the Bank of ",
        "the minister ",
        "al-al-al-",
        "((((U.S.)))) ",
    ] {
        let text = pattern.repeat(1_000_000 / pattern.len());
        let begun = std::time::Instant::now();
        let reading = reader.read(&article("", &text));
        let spent = begun.elapsed();
        assert!(spent.as_secs() < 20, "{spent:?} for {pattern:?}");
        assert_sound(&text, &reading);
    }
}

#[test]
fn more_entities_than_an_index_holds_are_left_open() {
    let mut text = String::new();
    for number in 0..70_000u32 {
        let letters: String =
            (0..4).map(|place| char::from(b'a' + (number / 26u32.pow(place) % 26) as u8)).collect();
        let _ = write!(text, "Mr. X{letters} left. ");
    }
    let reading = Reader::new(&Lexicon::default()).read(&article("", &text));
    assert_sound(&text, &reading);
    assert_eq!(reading.entities.len(), usize::from(u16::MAX) + 1);
    assert!(reading.mentions.iter().any(|mention| mention.entity.is_none()));
}

/// Spans in order, on boundaries, none inside another; every index points to an entity.
fn assert_sound(text: &str, reading: &Reading) {
    let mut end = 0;
    for mention in &reading.mentions {
        assert!(mention.span.start >= end && !mention.span.is_empty(), "{mention:?}");
        assert!(!mention.span.of(text).is_empty(), "{mention:?} is off the boundaries");
        end = mention.span.end;
        if let Some(index) = mention.entity {
            assert!((index.0 as usize) < reading.entities.len());
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_soundly(parts in proptest::collection::vec(prop_oneof![
        Just("Iran’s "), Just("Foreign Minister "), Just("Abbas Araghchi"), Just(", "), Just("the "), Just("minister "), Just("of "),
        Just("("), Just(") "), Just("SCO"), Just("Shanghai Cooperation Organization "), Just("said. "), Just("\n"), Just("“"), Just("” "),
        Just("Mr. "), Just("U.S. "), Just("al-"), Just("–"), Just("É"), Just("伊朗外长 "), Just("Treaty on the "), Just("and "), Just("May "),
        Just("his "), Just("J. "), Just("President "), Just("\u{200D}"), Just("Russian "), Just("Ministry "), Just("’"),
    ], 0..60)) {
        let text = parts.concat();
        let reading = Reader::new(&Lexicon::default()).read(&article("", &text));
        assert_sound(&text, &reading);
    }

    #[test]
    fn any_characters_are_read_soundly(text in "\\PC{0,80}") {
        let reading = Reader::new(&Lexicon::default()).read(&article("", &text));
        assert_sound(&text, &reading);
    }
}

/// Precision, recall and F1 on gold names, where the sets are present; counted as strictly as usual: span and kind.
#[test]
fn gold_names() {
    for (name, least) in [("uner-en-ewt", 0.48), ("worldwide-asia-africa", 0.62)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../shared/data/names/{name}.jsonl"));
        let Ok(file) = std::fs::read_to_string(&path) else {
            println!("skipped {name}: {} is not there", path.display());
            continue;
        };
        let (mut hits, mut read, mut gold) = (0, 0, 0);
        let reader = Reader::new(&Lexicon::default());
        for line in file.lines() {
            let row: Gold = serde_json::from_str(line).expect("a gold text");
            let wanted = row.names();
            let article = article("", &row.text);
            let found = reader.read(&article);
            let found: Vec<(Span, &str)> = found
                .mentions
                .iter()
                .filter(|mention| matches!(mention.form, Form::Name | Form::Acronym))
                .map(|mention| (mention.span, mention.kind.name()))
                .filter(|(_, kind)| matches!(*kind, "person" | "organization" | "place"))
                .collect();
            hits += found.iter().filter(|name| wanted.contains(name)).count();
            (read, gold) = (read + found.len(), gold + wanted.len());
        }
        let (precision, recall) = (hits as f64 / read as f64, hits as f64 / gold as f64);
        let f1 = 2.0 * precision * recall / (precision + recall);
        println!("{name}: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}");
        assert!(f1 > least, "{name}: F1 {f1:.3} is below {least}");
    }
}

#[derive(Deserialize)]
struct Gold {
    text: String,
    mentions: Vec<GoldName>,
}

#[derive(Deserialize)]
struct GoldName {
    start: usize,
    end: usize,
    kind: String,
}

impl Gold {
    /// Byte spans from code points, without a leading "the" and a possessive ending.
    fn names(&self) -> Vec<(Span, &str)> {
        let mut bytes: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(self.text.len());
        let names = self.mentions.iter().map(|name| {
            let (mut start, mut end) = (bytes[name.start], bytes[name.end]);
            if self.text[start..end].to_lowercase().starts_with("the ") {
                start += 4;
            }
            if let Some(tail) = ["'s", "’s"].iter().find(|tail| self.text[start..end].ends_with(**tail)) {
                end -= tail.len();
            }
            (Span::new(start, end), name.kind.as_str())
        });
        names.collect()
    }
}
