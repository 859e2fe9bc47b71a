//! Files of hand-written cases: `=== title`, the text, a line `---`, and what is read in it. With `BLESS=1` what is read is written
//! into the files; look at the difference before you keep it.

use crossread::analysis::{Model, Reader};
use crossread::ingest::{Lexicon, lexicon};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Compares what `read` gives for title, text and expectation of every case of `tests/cases/reading/FOLDER`, which holds at least `least`.
pub fn check(folder: &str, least: usize, read: impl Fn(&str, &str, &str) -> String) {
    let (mut failures, mut count) = (String::new(), 0);
    for path in case_files(&cases().join(folder)) {
        let file = std::fs::read_to_string(&path).expect("a case file");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut blessed = String::new();
        for case in file.split("=== ").skip(1) {
            let (title, rest) = case.split_once('\n').expect("a case has a title");
            let (text, expected) = rest.split_once("\n---\n").expect("a case has a line ---");
            let found = read(title, text, expected);
            count += 1;
            if found.trim() != expected.trim() {
                let _ =
                    writeln!(failures, "{name}: {title}\n{text}\n  expected\n{expected}\n  read\n{found}");
            }
            let _ = write!(blessed, "=== {title}\n{text}\n---\n{}\n\n", found.trim());
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, blessed.trim_end().to_owned() + "\n")
                .expect("the case file can be written");
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(count >= least, "only {count} cases were found");
}

/// The curated names of the cases with "(curated)" in their title.
pub fn curated() -> Lexicon {
    let file = std::fs::read_to_string(cases().join("names/entities.toml")).expect("the curated names");
    let (lexicon, problems) = lexicon("entities.toml", &file);
    assert!(problems.is_empty(), "{problems:?}");
    lexicon
}

/// A reader as people get it, with the model of names.
pub fn with_model(lexicon: &Lexicon) -> Reader {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("model/names.crossread-model");
    let bytes = std::fs::read(path).expect("the model of names");
    Reader::new(lexicon).with_model(Model::from_bytes(&bytes).expect("the model can be read"))
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading")
}

fn case_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    files
}
