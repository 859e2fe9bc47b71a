//! Files -> articles. `tests/cases/ingest/*.txt` holds texts and their blocks: the text, `---`, then one line a block,
//! `kind: text`, long ones as `kind: first words … last words`. `BLESS=1` rewrites what is expected; read it then.

use crossread::ingest::{Article, DateBasis, Ingest, Problem, blocks, corpus_info, ingest, lexicon};
use proptest::prelude::*;
use std::{env, fs};

/// Blocks of more words than this are shown by their first and last [`SHOWN`].
const WHOLE: usize = 9;
const SHOWN: usize = 3;

fn outline(text: &str) -> Vec<String> {
    let shown = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() <= WHOLE {
            return words.join(" ");
        }
        format!("{} … {}", words[..SHOWN].join(" "), words[words.len() - SHOWN..].join(" "))
    };
    blocks(text)
        .iter()
        .map(|block| format!("{}: {}", block.kind.name(), shown(block.span.of(text))))
        .collect()
}

#[test]
fn the_language_is_the_stated_one_else_that_of_the_text() {
    let language = |name, text: &str| ingest(name, text.as_bytes()).articles[0].language.clone();
    let report = "The ferry between Brenholm and Sund will run again from Monday, the harbour office said.";
    assert_eq!(language("ferry.txt", report).as_deref(), Some("en"));
    let stated = format!("---\ntitle: Ferry\nlanguage: en-GB\n---\n{report}");
    assert_eq!(language("ferry.md", &stated).as_deref(), Some("en-GB"));
    for (written, tag) in [("RU", "ru"), ("rus", "ru"), ("EN-us", "en-us"), ("pt-BR", "pt-BR")] {
        let stated = stated.replace("en-GB", written);
        assert_eq!(language("ferry.md", &stated).as_deref(), Some(tag));
    }
    let record = r#"{"body": "Die Fähre zwischen Brenholm und Sund fährt ab Montag wieder, sagte die Leiterin des Hafens."}"#;
    assert_eq!(language("ferry.ndjson", record).as_deref(), Some("de"));
    let others = [
        ("fr", "Le bateau entre Brenholm et Sund repart lundi, a dit la directrice du port."),
        ("es", "El barco entre Brenholm y Sund sale de nuevo el lunes, dijo la directora del puerto."),
        (
            "pt",
            "O barco entre Brenholm e Sund volta a sair na segunda-feira, disse a diretora do porto em nota.",
        ),
        ("uk", "Пором між Бренхольмом і Зундом знову піде в понеділок."),
        ("ar", "تعود العبارة بين الميناءين إلى العمل يوم الاثنين."),
        ("ja", "月曜日からフェリーが再び運航する。"),
        ("zh", "渡轮将于星期一恢复航行。"),
    ];
    for (tag, text) in others {
        assert_eq!(language("ferry.txt", text).as_deref(), Some(tag), "{text}");
    }
    for unsure in ["Brenholm, Sund, Lismore", "1 2 3 4", "Ferry: 3, dock: 4"] {
        assert_eq!(language("ferry.txt", unsure), None, "{unsure}");
    }
}

#[test]
fn cases() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/ingest");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("case folder").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    let mut failures = Vec::new();
    for file in &files {
        let case = fs::read_to_string(file).expect("case file");
        let (text, expected) = case.split_once("\n---\n").expect("--- between text and blocks");
        let found = outline(text);
        if env::var_os("BLESS").is_some() {
            fs::write(file, format!("{text}\n---\n{}\n", found.join("\n"))).expect("case file is writable");
        } else if found != expected.lines().collect::<Vec<_>>() {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            failures.push(format!("{name}\n  expected\n{expected}  found\n{}", found.join("\n")));
        }
    }
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), files.len(), failures.join("\n"));
    assert!(files.len() >= 14);
}

/// The one article of a file, and its problems as `line: message`.
fn one(name: &str, bytes: &[u8]) -> (Article, Vec<String>) {
    let mut read = ingest(name, bytes);
    assert_eq!(read.articles.len(), 1, "{name}: {:?}", read.problems);
    (read.articles.remove(0), brief(&read.problems))
}

fn brief(problems: &[Problem]) -> Vec<String> {
    let line = |problem: &Problem| problem.line.map_or("-".to_owned(), |line| line.to_string());
    problems.iter().map(|problem| format!("{}: {}", line(problem), problem.message)).collect()
}

#[test]
fn front_matter_fills_every_field() {
    let file = "---\ntitle: \"Ferries: what the cuts mean\"\nsource: Coast Ledger\ndate: 2025-11\ndate_basis: inferred\n\
        authors: [Ingrid Dahl, 'Tomas O''Reyes']\nurl: https://ledger.example/ferries\nlanguage: en\n\
        licence: CC BY 4.0\ntags:\n  - islands\n  - transport\n---\n\nThe ferry line cut its timetable.\n";
    let (article, problems) = one("news/ferries.md", file.as_bytes());
    assert_eq!(problems, [""; 0]);
    assert_eq!((article.id.as_str(), article.title.as_str()), ("ferries", "Ferries: what the cuts mean"));
    assert_eq!(article.source.as_deref(), Some("Coast Ledger"));
    assert_eq!(article.date.map(|date| date.to_string()).as_deref(), Some("2025-11"));
    assert_eq!(article.date_basis, Some(DateBasis::Inferred));
    assert_eq!(article.authors, ["Ingrid Dahl", "Tomas O'Reyes"]);
    assert_eq!(article.url.as_deref(), Some("https://ledger.example/ferries"));
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.licence.as_deref(), Some("CC BY 4.0"));
    assert_eq!(article.tags, ["islands", "transport"]);
    assert_eq!(article.text, "The ferry line cut its timetable.\n");
}

#[test]
fn broken_front_matter_is_named_by_its_line() {
    let table = [
        ("a line", "---\ntitle: Ferries\nno key here\n---\nThe line cut sailings.", "3", "no key here"),
        ("a date", "---\ntitle: Ferries\ndate: soonish\n---\nThe line cut sailings.", "3", "`soonish`"),
        ("a basis", "---\ntitle: Ferries\ndate_basis: guessed\n---\nThe line cut sailings.", "3", "guessed"),
        (
            "a mark",
            "---\ntitle: \"Ferries\nsource: Ledger\n---\nThe line cut sailings.",
            "2",
            "quotation marks",
        ),
        ("no end", "---\ntitle: Ferries\n\nThe line cut sailings.", "1", "not closed"),
    ];
    for (name, file, line, message) in table {
        let (article, problems) = one("ferries.md", file.as_bytes());
        assert_eq!(problems.len(), 1, "{name}: {problems:?}");
        assert!(
            problems[0].starts_with(&format!("{line}: ")) && problems[0].contains(message),
            "{name}: {problems:?}"
        );
        assert_eq!(
            (article.title.as_str(), article.text.trim()),
            ("Ferries", "The line cut sailings."),
            "{name}"
        );
    }
}

#[test]
fn plain_text_is_unchanged_but_for_marks_and_line_ends() {
    let table = [
        ("as it is", "  Rain fell.\n\n\tIt stopped. \n", "  Rain fell.\n\n\tIt stopped. \n"),
        ("mark and CRLF", "\u{FEFF}Rain fell.\r\nIt stopped.\r\n", "Rain fell.\nIt stopped.\n"),
        ("front matter", "---\ntitle: Rain\n---\nRain fell.", "---\ntitle: Rain\n---\nRain fell."),
    ];
    for (name, file, text) in table {
        assert_eq!(one("rain.txt", file.as_bytes()).0.text, text, "{name}");
    }
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let text = "Ærø lost its ferry.\n";
    let units: Vec<u16> = "\u{FEFF}Ærø lost its ferry.\r\n".encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    assert_eq!(one("ferry.txt", &little).0.text, text);
    assert_eq!(one("ferry.txt", &big).0.text, text);
}

#[test]
fn an_article_without_a_title_gets_one() {
    let table = [
        ("salt-mine_2025-10.txt", "The mine reopened on Monday.", "Salt mine 2025-10"),
        ("mine.txt", "Salt mine reopens\n\nThe mine took its first shift on Monday.", "Salt mine reopens"),
        ("mine.md", "# Salt mine reopens\n\nThe mine took its first shift on Monday.", "Salt mine reopens"),
    ];
    for (name, text, title) in table {
        assert_eq!(one(name, text.as_bytes()).0.title, title, "{name}");
    }
}

#[test]
fn unreadable_files_are_dropped() {
    let table: [(&str, &[u8], &str); 5] = [
        ("rain.txt", b"Rain fell.\nIt \xFFstopped.", "2: byte 0xFF at offset 14 is not UTF-8"),
        ("rain.txt", b"", "-: the file is empty"),
        ("rain.md", b" \n\n", "-: the file is empty"),
        ("rain.md", b"---\ntitle: Rain\n---\n", "-: the file has no text"),
        ("rain.docx", b"Rain fell.", "-: files of the kind `.docx` are not read"),
    ];
    for (name, bytes, problem) in table {
        let read = ingest(name, bytes);
        assert_eq!((read.articles.len(), brief(&read.problems)), (0, vec![problem.to_owned()]), "{name}");
        assert!(read.problems[0].dropped);
    }
}

#[test]
fn records_go_by_many_names_and_broken_lines_alone_are_lost() {
    let file = concat!(
        r#"{"_id": "a", "headline": "Rain", "publisher": "Ledger", "published_at": "2025-11-02T08:00:00Z", "content": "Rain fell."}"#,
        "\n{\"id\": \"b\", \"body\": \n\n",
        r#"{"guid": "c", "author": "Ingrid Dahl; Tomas Reyes", "link": "https://l.example", "keywords": ["sea"], "text": "It stopped."}"#,
        "\n{\"id\": \"d\", \"title\": \"No text\"}\n[1]\n",
    );
    let read = ingest("wire.ndjson", file.as_bytes());
    let [first, third] = &read.articles[..] else { panic!("{:?}", read.problems) };
    assert_eq!((&*first.id, &*first.title, &*first.text), ("a", "Rain", "Rain fell."));
    assert_eq!(first.source.as_deref(), Some("Ledger"));
    assert_eq!(first.date.map(|date| date.to_string()).as_deref(), Some("2025-11-02"));
    assert_eq!(
        (&*third.id, &third.authors[..]),
        ("c", &["Ingrid Dahl".to_owned(), "Tomas Reyes".to_owned()][..])
    );
    assert_eq!((third.url.as_deref(), &third.tags[..]), (Some("https://l.example"), &["sea".to_owned()][..]));
    let lines: Vec<_> = read.problems.iter().map(|problem| (problem.line, problem.dropped)).collect();
    assert_eq!(lines, [(Some(2), true), (Some(5), true), (Some(6), true)]);
}

#[test]
fn a_taken_id_gets_a_number() {
    let mut corpus = Ingest::default();
    for name in ["monday/rain.txt", "tuesday/rain.txt", "rain-2.txt"] {
        corpus.add(name, b"Rain fell.");
    }
    let read = corpus.finish();
    let ids: Vec<_> = read.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["rain", "rain-2", "rain-2-2"]);
    assert_eq!((read.problems.len(), read.problems[0].dropped), (2, false));
}

#[test]
fn a_broken_entity_leaves_the_others() {
    let toml = "[[entity]]\nkind = \"person\"\nname = \"Ingrid Dahl\"\n\n[[entity]]\nkind = \"place\"\nname = Halden\n\n\
        [[entity]]\nkind = \"place\"\nname = \"Ærø\"\nalso = [\"Aeroe\"]\n";
    let (read, problems) = lexicon("entities.toml", toml);
    let names: Vec<_> = read.entities.iter().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names, ["Ingrid Dahl", "Ærø"]);
    assert_eq!((problems.len(), problems[0].line, problems[0].dropped), (1, Some(7), true));
}

#[test]
fn what_an_entity_lacks_is_said_with_its_line() {
    let wrong = [
        ("[[entity]]\nname = \"Sund\"", 1, "`Sund` has no kind"),
        ("# places\n[entity]\nname = \"Sund\"", 2, "`entity` is no list"),
        ("[[entity]]\nkind = \"place\"", 1, "an entity has no name"),
        ("[[entity]]\nkind = \"place\"\nname = \"Sund", 3, "invalid basic string, expected `\"`"),
        (
            "\n[[correction]]\nchange = \"merge\"\nentity = \"sund\"",
            3,
            "the correction `merge` of `sund` has no `into`",
        ),
    ];
    for (toml, line, message) in wrong {
        let (read, problems) = lexicon("entities.toml", toml);
        let found: Vec<_> = problems.iter().map(|problem| (problem.line, problem.message.as_str())).collect();
        assert_eq!(found, [(Some(line), message)], "{toml}");
        assert!(read.entities.is_empty() && read.corrections.is_empty(), "{toml}");
    }
}

#[test]
fn a_broken_corpus_file_is_named_by_its_line() {
    let (info, problems) = corpus_info("corpus.toml", "title = \"Ferries\"\nhome = \"https://l.example\n");
    assert_eq!((info.title.as_str(), problems.len(), problems[0].line), ("", 1, Some(2)));
}

/// Marks of layout, which blocks may leave out.
fn is_layout(character: char) -> bool {
    // Rules (`===`, `___`, `~~~`) and the other bullets are layout too.
    character.is_whitespace() || "#-*>•▪◦‣●■∙=_~".contains(character)
}

fn check(article: &Article) -> Result<(), TestCaseError> {
    let text = &article.text;
    let mut end = 0;
    let mut left_out = String::new();
    for block in &article.blocks {
        let range = block.span.range();
        prop_assert!(end <= range.start && range.start < range.end, "{:?} in {text:?}", article.blocks);
        prop_assert!(text.get(range.clone()).is_some(), "{range:?} cuts a character of {text:?}");
        left_out.push_str(&text[end..range.start]);
        end = range.end;
    }
    left_out.push_str(&text[end..]);
    prop_assert!(left_out.chars().all(is_layout), "{left_out:?} is in no block of {text:?}");
    Ok(())
}

fn lines() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "OSLO – ",
        "Oslo (NTB) - ",
        "By ",
        "Ingrid Dahl",
        "The fleet sailed.",
        "Read more:",
        "\n",
        "\n\n",
        "\r\n",
        "# ",
        "## ",
        "#",
        "- ",
        "* ",
        "> ",
        "• ",
        "1. ",
        "12) ",
        "---",
        "…",
        "“",
        "”",
        ": ",
        "(AP)",
        " — ",
        "é",
        "\u{A0}",
        "\u{2028}",
        "\t",
        "日本。",
        "rain fell on",
        "Why it matters:",
        "==",
        "\u{FEFF}",
        "🚢",
        "-",
        ")",
        "'",
    ]);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for name in ["a.txt", "a.md", "a.ndjson", "a", ".md"] {
            ingest(name, &bytes);
        }
        let text = String::from_utf8_lossy(&bytes);
        lexicon("entities.toml", &text);
        corpus_info("corpus.toml", &text);
    }

    #[test]
    fn any_lines_lie_in_blocks(text in lines()) {
        for name in ["a.txt", "a.md", "a.ndjson"] {
            ingest(name, text.as_bytes()).articles.iter().try_for_each(check)?;
        }
    }

    #[test]
    fn any_text_lies_in_blocks(text in "\\PC{0,120}") {
        for name in ["a.txt", "a.md"] {
            ingest(name, text.as_bytes()).articles.iter().try_for_each(check)?;
        }
    }
}
