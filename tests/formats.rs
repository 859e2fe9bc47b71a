//! Files of other formats -> articles. `tests/cases/formats/` holds files as publishers and programs write them, and beside each,
//! with `.expected` behind its name, what is read in it. `BLESS=1` rewrites what is expected; read it then.

use crossread::ingest::{Ingest, Ingested, plain};
use crossread::publish::Assembly;
use proptest::prelude::*;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::{env, fs};

fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode(bytes).0.into_owned())
}

/// What a file comes to, and every problem on the way.
fn read(name: &str, bytes: &[u8]) -> Ingested {
    let mut ingest = Ingest::default();
    let mut problems = plain(name, bytes, &decode, &mut |file| match file.is_records {
        true => ingest.add_records(&file.name, &file.bytes),
        false if file.name.ends_with(".toml") => {}
        false => ingest.add(&file.name, &file.bytes),
    });
    let Ingested { articles, problems: others } = ingest.finish();
    problems.extend(others);
    Ingested { articles, problems }
}

fn outline(Ingested { articles, problems }: &Ingested) -> String {
    let mut shown = String::new();
    for article in articles {
        let date = article.date.map(|date| date.to_string());
        let fields = [
            ("id", Some(article.id.clone())),
            ("title", Some(article.title.clone())),
            ("source", article.source.clone()),
            ("date", date),
            ("authors", Some(article.authors.join("; "))),
            ("url", article.url.clone()),
            ("language", article.language.clone()),
            ("tags", Some(article.tags.join("; "))),
        ];
        for (name, value) in fields {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                let _ = writeln!(shown, "{name}: {value}");
            }
        }
        let _ = writeln!(shown, "\n{}", article.text.trim_end_matches('\n'));
        let related = article.blocks.iter().filter(|block| block.kind.name() == "related");
        let related: Vec<_> =
            related.map(|block| format!("related: {}", block.span.of(&article.text))).collect();
        let _ = writeln!(shown, "\n{}\n----", related.join("\n"));
    }
    for problem in problems {
        let _ = writeln!(shown, "{}{problem}", if problem.dropped { "dropped: " } else { "" });
    }
    shown
}

fn case_files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/formats");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("case folder").map(|entry| entry.expect("entry").path()).collect();
    files.retain(|file| file.extension().is_none_or(|ending| ending != "expected"));
    files.sort();
    files
}

#[test]
fn cases() {
    let mut failures = String::new();
    for file in case_files() {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = outline(&read(&name, &fs::read(&file).expect("case file")));
        let beside = file.with_file_name(format!("{name}.expected"));
        if env::var_os("BLESS").is_some() {
            fs::write(&beside, &found).expect("case file is writable");
        }
        let expected = fs::read_to_string(&beside).expect("what is expected");
        if found != expected {
            let _ = writeln!(failures, "{name}\n  expected\n{expected}\n  read\n{found}");
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(case_files().len() >= 20);
}

/// An archive of these files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (index, (name, content)) in files.iter().enumerate() {
        let method = if index % 2 == 0 { CompressionMethod::DEFLATE } else { CompressionMethod::STORE };
        let packed =
            if index % 2 == 0 { miniz_oxide::deflate::compress_to_vec(content, 6) } else { content.to_vec() };
        let (mut entry, config) =
            archive.new_file(name).compression_method(method).start().expect("an entry can be written");
        let mut writer = config.wrap(std::io::sink());
        writer.write_all(content).expect("a sink takes everything");
        let (_, descriptor) = writer.finish().expect("a sink takes everything");
        entry.write_all(&packed).expect("a vector takes everything");
        entry.finish(descriptor).expect("an entry can be written");
    }
    archive.finish().expect("an archive can be written");
    bytes
}

fn ids(read: &Ingested) -> Vec<&str> {
    read.articles.iter().map(|article| article.id.as_str()).collect()
}

#[test]
fn an_archive_is_read_as_the_folder_that_it_is() {
    let nested = zip(&[("a.txt", b"Rain fell.")]);
    let bytes = zip(&[
        ("news/b/snow.txt", b"Snow fell."),
        ("news/a.csv", b"title,body\nWind,It blew.\nFog,It lay on the bay."),
        (
            "news/page.html",
            b"<article><h1>Hail</h1><p>Hail fell on Sund and on Brenholm, the office said.</p></article>",
        ),
        ("__MACOSX/news/b/._snow.txt", b"\0\0"),
        ("news/.hidden/rain.txt", b"Rain fell."),
        ("news/picture.jpg", b"\xFF\xD8"),
        ("news/report.pdf", b"%PDF"),
        ("news/more.zip", &nested),
        ("news/settings.toml", b"a = 1"),
    ]);
    let read = read("all.zip", &bytes);
    assert_eq!(ids(&read), ["a-1", "a-2", "snow", "page"]);
    let problems: Vec<_> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(
        problems[0].starts_with("all.zip/news/more.zip: an archive within an archive is not read"),
        "{problems:?}"
    );
    assert!(
        problems[1].starts_with("all.zip/news/report.pdf: files of the kind `.pdf` are not read"),
        "{problems:?}"
    );
}

#[test]
fn a_corpus_in_an_archive_is_that_corpus() {
    for folder in ["", "ferries/"] {
        let files: Vec<(String, &[u8])> = vec![
            (format!("{folder}corpus.toml"), b"title = \"Ferries\""),
            (format!("{folder}entities.toml"), b"[[entity]]\nkind = \"person\"\nname = \"Ilse Varga\""),
            (
                format!("{folder}articles/ferry.md"),
                b"---\ntitle: Ferry\n---\nThe ferry of Ilse Varga sailed.",
            ),
            (format!("{folder}README.md"), b"# About this corpus"),
        ];
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        let mut assembly = Assembly::new(Default::default());
        let (mut articles, mut entities) = (0, 0);
        let problems = plain("corpus.zip", &zip(&files), &decode, &mut |file| {
            let added = assembly.add(&file.name, &file.bytes);
            articles += added.articles;
            entities += added.entities;
            assert!(added.problems.is_empty(), "{:?}", added.problems);
        });
        assert_eq!((articles, entities, problems.len()), (1, 1, 0), "{folder}");
    }
}

#[test]
fn of_a_bad_archive_the_good_files_are_kept() {
    let rain = b"Rain fell on Sund and on Brenholm, and it rained on.".repeat(9);
    let bytes = zip(&[("a.txt", &rain), ("b.txt", b"Snow fell."), ("c.txt", b"Wind blew.")]);
    // A byte of the first file's data, and the flag of encryption of the second in the directory.
    let mut damaged = bytes.clone();
    let at = bytes.windows(5).position(|part| part == b"a.txt").expect("the first entry") + 12;
    damaged[at] ^= 0xFF;
    let entry = bytes.windows(5).rposition(|part| part == b"b.txt").expect("the second entry");
    damaged[entry - 46 + 8] |= 1;
    let read_damaged = read("all.zip", &damaged);
    assert_eq!(ids(&read_damaged), ["c"]);
    let problems: Vec<_> = read_damaged.problems.iter().map(ToString::to_string).collect();
    assert!(problems[0].starts_with("all.zip/a.txt: the file is damaged"), "{problems:?}");
    assert!(problems[1].starts_with("all.zip/b.txt: the file is encrypted"), "{problems:?}");

    let none = read("all.zip", b"no archive at all");
    assert!(
        none.articles.is_empty() && none.problems[0].message.starts_with("no zip archive"),
        "{:?}",
        none.problems
    );
    let empty = read("all.zip", &zip(&[("picture.jpg", b"\xFF\xD8")]));
    assert!(empty.problems[0].message.starts_with("no articles"), "{:?}", empty.problems);
}

#[test]
fn an_archive_cannot_fill_the_memory() {
    let zeros = vec![b' '; 130 << 20];
    let bytes = zip(&[("bomb.txt", &zeros), ("snow.txt", b"Snow fell.")]);
    assert!(bytes.len() < 1 << 20);
    let read = read("all.zip", &bytes);
    assert_eq!(ids(&read), ["snow"]);
    assert!(read.problems[0].message.contains("more than 128 MB"), "{:?}", read.problems);
}

#[test]
fn what_a_page_marks_as_beside_its_article_stays_so_in_the_blocks() {
    let page = "<article><p>The ferry to Sund sailed again on Monday, the office said.</p>\
        <figure><figcaption>Ilse Varga at the quay</figcaption></figure><p>It was full.</p></article>";
    let read = read("ferry.html", page.as_bytes());
    let kinds: Vec<_> = read.articles[0].blocks.iter().map(|block| block.kind.name()).collect();
    assert_eq!(kinds, ["paragraph", "related", "paragraph"]);
}

#[test]
fn what_analyze_prints_can_be_read_again() {
    let line = r#"{"id":"ferry","title":"Ferry","source":"Ledger","date":"2025-11-03","language":"en","text":"The ferry sailed.\n","blocks":[{"start":0,"end":17,"kind":"paragraph"}],"mentions":[],"quotes":[],"dates":[],"numbers":[]}"#;
    for (name, file) in [
        ("a.json", line.to_owned()),
        ("a.json", format!("{line}\n{line}\n")),
        ("a.json", format!("[{line}]")),
    ] {
        let read = read(name, file.as_bytes());
        assert_eq!(
            (&*read.articles[0].id, &*read.articles[0].text),
            ("ferry", "The ferry sailed.\n"),
            "{file}"
        );
    }
}

const ENDINGS: &[&str] = &["csv", "tsv", "json", "html", "rss", "atom", "xml", "zip"];

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for ending in ENDINGS {
            let read = read(&format!("any.{ending}"), &bytes);
            prop_assert!(!read.articles.is_empty() || !read.problems.is_empty(), "{ending}");
        }
    }

    #[test]
    fn any_tags_are_read_or_refused(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<div class=related>", "</div>", "<ul>", "<li>", "</ul>", "<ol start=9>", "<table>", "<tr>", "<td>",
        "</td>", "</table>", "<blockquote>", "</blockquote>", "<br>", "<pre>", "</pre>", "<h2>", "</h2>", "<a href=/x>",
        "</a>", "<article>", "</article>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;", "&#xD800;",
        "&nope;", "<title>", "The ferry to Sund sailed again on Monday, the office said. ", "é", "\u{A0}", "\n", "<time>",
    ]), 0..60)) {
        let html = parts.concat();
        for ending in ["html", "rss", "xml"] {
            let read = read(&format!("any.{ending}"), html.as_bytes());
            prop_assert!(!read.articles.is_empty() || !read.problems.is_empty());
        }
    }

    #[test]
    fn mutated_files_are_read_or_refused(
        case in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..6),
    ) {
        let files = case_files();
        let file = case.get(&files);
        let mut bytes = fs::read(file).expect("case file");
        for (at, byte, change) in changes {
            let at = at.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
            match change {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at.max(1)),
                _ => bytes.insert(at, byte),
            }
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let first = outline(&read(&name, &bytes));
        prop_assert!(!first.is_empty());
        prop_assert_eq!(first, outline(&read(&name, &bytes)));
    }

    #[test]
    fn mutated_archives_are_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let whole = zip(&[("a.txt", b"Rain fell."), ("b/c.csv", b"title,body\nWind,It blew.")]);
        let mut bytes = whole.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("any.zip", &bytes);
        let _ = read("any.zip", &bytes[..cut.index(bytes.len())]);
    }
}
