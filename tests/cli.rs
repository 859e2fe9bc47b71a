//! The command line from outside: what it prints, what it refuses, how it exits.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for one test, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("crossread-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self(path)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        std::fs::write(path, content).expect("a file can be written");
        self
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn crossread(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
    command.args(arguments).stdin(Stdio::null()).output().expect("the command starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the command prints UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json_lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// `ferries/corpus.toml`, `entities.toml`, `articles/ferry.md` and `articles/pass.csv`, as another program packed them.
const ARCHIVE: &[u8] = include_bytes!("cases/archives/corpus.zip");

const BRIDGE: &str = "---\ntitle: Bridge reopens\nsource: Valley Post\ndate: 2024-05-07\nlanguage: en\n---\n\n\
                      The bridge at Norwick reopened on Monday, Mayor Ada Thornby said. It had been closed since March.\n";
const FLOOD: &str = "---\ntitle: After the flood\nsource: River Times\ndate: 2024-05-08\nlanguage: en\n---\n\n\
                     Mayor Ada Thornby said that the bridge at Norwick is open again. “We kept our word,” she said.\n";

fn two_articles(name: &str) -> Folder {
    Folder::new(name).with("corpus/articles/bridge.md", BRIDGE).with("corpus/articles/flood.md", FLOOD)
}

#[test]
fn analyze_prints_one_line_an_article_with_the_text_unchanged() {
    let text = "OSLO – The talks failed.\n\n\u{201c}We tried,\u{201d} the minister said.  \n";
    let folder = Folder::new("analyze").with("talks.txt", text);
    let output = crossread(&["analyze", &folder.path("talks.txt"), "--format", "json"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let lines = json_lines(&output);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["id"], "talks");
    assert_eq!(lines[0]["text"], text);
    assert_eq!(lines[0]["blocks"][0]["kind"], "dateline");
    assert_eq!(lines[0]["quotes"][0]["style"], "direct");
}

#[test]
fn export_gives_what_matches_to_other_programs() {
    let folder = two_articles("export");
    let corpus = folder.path("corpus");
    let exported = |kind: &str, more: &[&str]| {
        let output = crossread(&[&["export", &corpus, "--as", kind], more].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    let all: Value = serde_json::from_str(&exported("json", &[])).expect("one JSON text");
    let analyzed = json_lines(&crossread(&["analyze", &corpus, "--format", "json"]));
    assert_eq!(all, Value::from(analyzed));
    let csv = exported("csv", &["--query", "title:flood"]);
    assert!(
        csv.contains("\r\nflood,After the flood,River Times,2024-05-08,") && !csv.contains("bridge,"),
        "{csv}"
    );
    assert!(exported("bibtex", &[]).starts_with("@article{bridge,\n"));
    assert_eq!(exported("ris", &[]).matches("TY  - NEWS\r\n").count(), 2);
    let annotations: Value = serde_json::from_str(&exported("web-annotation", &[])).expect("one JSON text");
    assert_eq!(annotations["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(crossread(&["export", &corpus, "--as", "pdf"]).status.code(), Some(2));
}

#[test]
fn standard_input_is_ndjson() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
    command.args(["analyze", "-", "--format", "json"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    let line = "{\"id\":\"a\",\"title\":\"\",\"source\":\"gold\",\"date\":\"\",\"body\":\"Rain fell in Norwick.\"}\n";
    std::io::Write::write_all(&mut child.stdin.take().expect("piped"), line.as_bytes())
        .expect("the command reads");
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(json_lines(&output)[0]["text"], "Rain fell in Norwick.");
}

#[test]
fn search_and_compare_answer_in_the_documented_shape() {
    let folder = two_articles("search");
    let corpus = folder.path("corpus");
    let found = &json_lines(&crossread(&["search", &corpus, "bridge", "--format", "json"]))[0];
    assert_eq!(found["total"], 2);
    for key in ["source", "person", "organization", "place", "agreement", "event", "year"] {
        assert!(found["facets"][key].is_array(), "{key}");
    }
    assert_eq!(found["facets"]["year"][0]["value"], "2024");
    let snippet = &found["hits"][0]["snippets"][0];
    let (text, mark) = (snippet["text"].as_str().expect("a text"), &snippet["marks"][0]);
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) =
        (mark[0].as_u64().expect("a start") as usize, mark[1].as_u64().expect("an end") as usize);
    assert_eq!(String::from_utf16_lossy(&units[start..end]).to_lowercase(), "bridge");

    let compared = &json_lines(&crossread(&["compare", &corpus, "bridge", "flood", "--format", "json"]))[0];
    for key in ["articles", "passages", "alone", "entities", "quotes", "dates", "words"] {
        assert!(compared[key].is_array(), "{key}");
    }
    let nearest = &json_lines(&crossread(&["nearest", &corpus, "bridge", "--format", "json"]))[0];
    assert_eq!(nearest[0]["id"], "flood");
}

#[test]
fn search_sorts_pages_and_says_what_was_meant() {
    let folder = two_articles("sort");
    let corpus = folder.path("corpus");
    let ids = |arguments: &[&str]| {
        let call = [&["search", &corpus, "bridge", "--format", "json"], arguments].concat();
        let found = &json_lines(&crossread(&call))[0];
        assert_eq!(found["total"], 2);
        let hits = found["hits"].as_array().expect("a list").iter();
        hits.map(|hit| hit["id"].as_str().expect("an id").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["--sort", "date"]), ["flood", "bridge"]);
    assert_eq!(ids(&["--sort", "source"]), ["flood", "bridge"], "River Times, Valley Post");
    assert_eq!(ids(&["--sort", "date", "--offset", "1"]), ["bridge"]);

    let found = &json_lines(&crossread(&["search", &corpus, "brigde", "--format", "json"]))[0];
    assert_eq!(found["suggestion"], serde_json::json!({"query": "bridge", "total": 2}));
    assert_eq!(found["facet_totals"]["source"], 0);
    assert_eq!(found["dates"]["unit"], "day");
    let start = serde_json::json!({"start": "2024-05-07", "count": 0});
    assert_eq!(
        (&found["dates"]["bins"][0], found["dates"]["bins"].as_array().map(Vec::len)),
        (&start, Some(2))
    );

    let text = stdout(&crossread(&["search", &corpus, "brigde", "--format", "text"]));
    assert!(text.contains("did you mean bridge (2)?"), "{text}");
    let text = stdout(&crossread(&["search", &corpus, "(bridge", "--format", "text"]));
    assert!(text.contains("note: this bracket is never closed"), "{text}");
}

#[test]
fn bad_files_are_named_and_the_others_kept() {
    let folder =
        two_articles("bad").with("corpus/articles/latin.md", b"---\ntitle: Caf\xe9\n---\nText.\n".as_slice());
    let folder = folder
        .with("corpus/articles/empty.md", "")
        .with("corpus/articles/plain.md", "Rain fell on the valley all day.\n");
    let output = crossread(&["search", &folder.path("corpus"), "", "--format", "json"]);
    let message = stderr(&output);
    assert!(message.contains("latin.md"), "{message}");
    assert!(message.contains("empty.md"), "{message}");
    assert_eq!(output.status.code(), Some(1), "something was left out");
    assert_eq!(json_lines(&output)[0]["total"], 3);
}

#[test]
fn broken_front_matter_names_the_line_and_keeps_the_article() {
    let broken = "---\ntitle: Bridge\ndate: yesterday\n---\nThe bridge reopened.\n";
    let folder = Folder::new("front").with("corpus/articles/bridge.md", broken);
    let output = crossread(&["check", &folder.path("corpus"), "--format", "text"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("bridge.md:3: "), "{}", stdout(&output));
    assert!(stdout(&output).contains("1 articles"), "{}", stdout(&output));
}

#[test]
fn duplicate_ids_are_reported_and_both_kept() {
    let folder = Folder::new("twice")
        .with("corpus/articles/north/bridge.md", BRIDGE)
        .with("corpus/articles/south/bridge.md", FLOOD);
    let output = crossread(&["search", &folder.path("corpus"), "", "--format", "json"]);
    assert_eq!(json_lines(&output)[0]["total"], 2);
    assert!(stderr(&output).contains("bridge"), "{}", stderr(&output));
}

#[test]
fn files_of_a_folder_that_may_hold_articles_and_are_not_read_are_named() {
    let folder = Folder::new("mixed")
        .with("mixed/rain.txt", "Rain\n\nIt rained in Oslo.")
        .with("mixed/snow.markdown", "# Snow\n\nIt snowed in Bergen.")
        .with("mixed/table.csv", "title,body\nWind,It blew.")
        .with("mixed/scan.pdf", "%PDF")
        .with("mixed/picture.jpg", "no picture");
    let output = crossread(&["analyze", &folder.path("mixed")]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 3);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("scan.pdf: files of the kind `.pdf` are not read"), "{said}");
    assert!(!said.contains("picture"), "{said}");
}

#[test]
fn a_folder_holds_files_of_every_format() {
    let folder = Folder::new("formats")
        .with("mixed/a.csv", "title;source;date;body\nWind;Valley Post;2024-05-07;It blew over Norwick; all day.\nFog;;;\"It lay; long.\"")
        .with("mixed/b.json", "[{\"id\": \"hail\", \"body\": \"Hail fell on Norwick.\"}]")
        .with("mixed/c.html", "<html lang=en><title>Snow falls - Valley Post</title><nav>Menu</nav><article><h1>Snow falls</h1><p>Snow fell on Norwick and on the pass above it, the mayor said.")
        .with("mixed/d.rss", "<rss><channel><title>River Times</title><item><title>Rain falls at last</title><description>Rain fell.</description></item></channel></rss>");
    let output = crossread(&["analyze", &folder.path("mixed"), "--format", "json"]);
    let (said, lines) = (stderr(&output), json_lines(&output));
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, ["a-1", "hail", "c", "rain-falls-at-last"], "{said}");
    assert_eq!(lines[2]["title"], "Snow falls");
    assert_eq!(lines[3]["source"], "River Times");
    // A row with an unquoted separator in its text is named by its line, and so the call exits with 1.
    assert!(said.contains("a.csv:2: the row has 5 fields, the first row 4"), "{said}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_is_exported_can_be_read_again() {
    let folder = two_articles("again");
    let article = |lines: Vec<Value>| -> Vec<_> {
        let fields = ["id", "title", "source", "date", "language", "text"];
        lines.iter().map(|line| fields.map(|field| line[field].clone())).collect()
    };
    let whole = article(json_lines(&crossread(&["analyze", &folder.path("corpus"), "--format", "json"])));
    assert_eq!(whole.len(), 2);
    for kind in ["csv", "json"] {
        let exported = crossread(&["export", &folder.path("corpus"), "--as", kind]);
        assert!(exported.status.success(), "{}", stderr(&exported));
        let file = folder.path(&format!("exported.{kind}"));
        std::fs::write(&file, &exported.stdout).expect("a file can be written");
        let output = crossread(&["analyze", &file, "--format", "json"]);
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(article(json_lines(&output)), whole, "{kind}");
    }
}

#[test]
fn an_archive_of_a_corpus_is_that_corpus() {
    let folder = Folder::new("archive").with("corpus.zip", ARCHIVE);
    let found = &json_lines(&crossread(&[
        "search",
        &folder.path("corpus.zip"),
        "person:ilse-varga",
        "--format",
        "json",
    ]))[0];
    assert_eq!((&found["total"], &found["hits"][0]["id"]), (&Value::from(1), &Value::from("ferry")));
}

#[test]
fn a_folder_without_articles_says_what_to_put_there() {
    let folder = Folder::new("none").with("corpus/corpus.toml", "title = \"Nothing yet\"\n");
    let output = crossread(&["search", &folder.path("corpus"), "rain"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no articles"), "{}", stderr(&output));
}

#[test]
fn a_missing_article_is_named() {
    let folder = two_articles("missing");
    let output = crossread(&["compare", &folder.path("corpus"), "bridge", "tunnel"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("`tunnel`"), "{}", stderr(&output));
}

#[test]
fn a_wrong_call_exits_with_2() {
    assert_eq!(crossread(&["compare"]).status.code(), Some(2));
    assert_eq!(crossread(&["fly"]).status.code(), Some(2));
    assert_eq!(crossread(&[]).status.code(), Some(2));
}

#[test]
fn a_damaged_wasm_file_names_the_section() {
    let page = Path::new(env!("CARGO_BIN_EXE_crossread")).with_file_name("no-page");
    let folder = two_articles("damaged")
        .with("page/engine.wasm", b"\0asm\x01\0\0\0")
        .with("page/index.html", "<!doctype html>");
    let mut build = Command::new(env!("CARGO_BIN_EXE_crossread"));
    build
        .args(["build", &folder.path("corpus"), "--out", &folder.path("site")])
        .env("CROSSREAD_PAGE", folder.path("page"));
    assert!(build.output().expect("the command starts").status.success());
    let built = folder.path("site/crossread.wasm");
    assert_eq!(json_lines(&crossread(&["search", &built, "bridge", "--format", "json"]))[0]["total"], 2);

    let bytes = std::fs::read(&built).expect("the file was built");
    for cut in [bytes.len() - 1, bytes.len() / 2, 20, 9, 3] {
        std::fs::write(&built, &bytes[..cut]).expect("a file can be written");
        let output = crossread(&["search", &built, "bridge"]);
        assert_eq!(output.status.code(), Some(1), "cut at {cut}");
        assert!(stderr(&output).contains("crossread.wasm"), "{}", stderr(&output));
    }
    let mut altered = bytes.clone();
    let middle = altered.len() - 60;
    altered[middle] ^= 0x40;
    std::fs::write(&built, altered).expect("a file can be written");
    let output = crossread(&["search", &built, "bridge"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("section `"), "{}", stderr(&output));
    let mut missing = Command::new(env!("CARGO_BIN_EXE_crossread"));
    missing.args(["build", &folder.path("corpus")]).env("CROSSREAD_PAGE", page);
    assert_eq!(missing.output().expect("the command starts").status.code(), Some(1));
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let folder = two_articles("same").with("page/engine.wasm", b"\0asm\x01\0\0\0");
    let build = |out: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
        command
            .args(["build", &folder.path("corpus"), "--out", &folder.path(out)])
            .env("CROSSREAD_PAGE", folder.path("page"));
        assert!(command.output().expect("the command starts").status.success());
        std::fs::read(folder.path(&format!("{out}/crossread.wasm"))).expect("the file was built")
    };
    assert_eq!(build("first"), build("second"));
}

#[test]
fn corrections_in_entities_toml_are_applied_and_what_is_stale_is_named() {
    let entities = "[[entity]]\nid = \"ada-thornby\"\nkind = \"person\"\nname = \"Ada Thornby\"\n\n\
                    [[entity]]\nid = \"norwick\"\nkind = \"place\"\nname = \"Norwick\"\n\n\
                    [[correction]]\nchange = \"rename\"\nentity = \"ada-thornby\"\nname = \"Ada M. Thornby\"\n\n\
                    [[correction]]\nchange = \"remove\"\nentity = \"norwick\"\n\n\
                    [[correction]]\nchange = \"merge\"\nentity = \"nobody\"\ninto = \"ada-thornby\"\n\n\
                    [[correction]]\nchange = \"repaint\"\nentity = \"norwick\"\n";
    let folder = two_articles("corrections").with("corpus/entities.toml", entities);
    let checked = crossread(&["check", &folder.path("corpus")]);
    let said = stderr(&checked) + &stdout(&checked);
    assert!(said.contains("\"line\":26"), "{said}");
    assert!(said.contains("unknown correction `repaint` of `norwick`"), "{said}");
    assert!(said.contains("a correction does not apply: there is no `nobody` here"), "{said}");
    let read = json_lines(&crossread(&["analyze", "--format", "json", &folder.path("corpus")]));
    let mentions = read.iter().flat_map(|article| article["mentions"].as_array().expect("mentions"));
    let labels: Vec<&str> = mentions.filter_map(|mention| mention["label"].as_str()).collect();
    assert!(labels.contains(&"Ada M. Thornby"), "{labels:?}");
    assert!(!labels.contains(&"Norwick"), "{labels:?}");
}

/// Calls the command and reads nothing of what it prints.
fn unread(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
    let mut child = command
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    child.wait_with_output().expect("the command ends")
}

#[test]
fn who_stops_reading_gets_no_error() {
    let folder = two_articles("pipe");
    let corpus = folder.path("corpus");
    for call in
        [&["events"][..], &["search", "bridge"], &["check"], &["compare", "bridge", "flood"], &["analyze"]]
    {
        for format in ["text", "json"] {
            let arguments = [&[call[0], corpus.as_str()], &call[1..], &["--format", format]].concat();
            let output = unread(&arguments);
            assert_eq!(
                (output.status.code(), stderr(&output)),
                (Some(0), String::new()),
                "{call:?} {format}"
            );
        }
    }
}

#[test]
fn what_is_wrong_is_told_by_the_exit_where_nobody_reads_on() {
    let folder = two_articles("unread").with("corpus/articles/empty.md", "");
    for format in ["text", "json"] {
        let output = unread(&["check", &folder.path("corpus"), "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}: {}", stderr(&output));
    }
}
