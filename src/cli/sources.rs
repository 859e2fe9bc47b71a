//! Where articles come from: folders, files, standard input, built pages.

use super::{Outcome, model};
use anyhow::{Context, Result, bail};
use crossread::analysis::{Reader, Reading, correct_all, link};
use crossread::index::{Builder, Corpus};
use crossread::ingest::{
    Article, CorpusInfo, Ingest, Ingested, Kind, Lexicon, Plain, Problem, UNREAD, corpus_info, decoded, kind,
    lexicon, plain,
};
use crossread::publish;
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Articles with their readings, and what was wrong on the way.
pub struct Sources {
    pub info: CorpusInfo,
    pub lexicon: Lexicon,
    pub articles: Vec<Article>,
    pub readings: Vec<Reading>,
    pub problems: Vec<Problem>,
}

/// A corpus, and what was wrong in its sources.
pub struct Opened {
    pub corpus: Corpus,
    pub problems: Vec<Problem>,
}

impl Sources {
    pub fn report(&self) -> Outcome {
        report(&self.problems)
    }
}

impl Opened {
    pub fn report(&self) -> Outcome {
        report(&self.problems)
    }
}

/// Names every problem on standard error; the input is at fault where something was left out.
fn report(problems: &[Problem]) -> Outcome {
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    if problems.iter().any(|problem| problem.dropped) { Outcome::InputAtFault } else { Outcome::Done }
}

/// Opens CORPUS: a built `.wasm` as it is, anything else by reading and indexing it.
pub fn open(path: &Path) -> Result<Opened> {
    if path.extension().is_some_and(|ending| ending == "wasm") {
        return open_built(path);
    }
    let sources = read(&[path.to_path_buf()], None)?;
    let mut builder = Builder::new(&sources.info);
    builder.know(&sources.lexicon);
    sources
        .articles
        .iter()
        .zip(&sources.readings)
        .for_each(|(article, reading)| builder.add(article, reading));
    Ok(Opened { corpus: Corpus::open(builder.finish())?, problems: sources.problems })
}

fn open_built(path: &Path) -> Result<Opened> {
    let module = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let part = publish::corpus_part(&module).with_context(|| path.display().to_string())?;
    let Some(bytes) = part else {
        bail!("{}: the engine holds no corpus; name a folder of articles", path.display());
    };
    let corpus = Corpus::open(bytes.to_vec()).with_context(|| path.display().to_string())?;
    Ok(Opened { corpus, problems: Vec::new() })
}

/// Reads articles from folders and files, with the curated names of `entities` or of the folder.
pub fn read(paths: &[PathBuf], entities: Option<&Path>) -> Result<Sources> {
    let mut gathering = Gathering::default();
    for path in paths {
        gathering.add(path)?;
    }
    if let Some(file) = entities {
        gathering.add_lexicon(file)?;
    }
    let Ingested { articles, mut problems } = gathering.ingest.finish();
    problems.splice(0..0, gathering.problems);
    if articles.is_empty() {
        problems.iter().for_each(|problem| eprintln!("{problem}"));
        bail!(
            "{}: no articles to read; put .md, .txt, .html, .csv, .json, .rss or .zip files there",
            list(paths)
        );
    }
    let mut readings = analyze(&articles, &gathering.lexicon)?;
    let Gathering { info, mut lexicon, lexicon_file, .. } = gathering;
    let stale = correct_all(&mut readings, &articles, &mut lexicon);
    problems.extend(stale.into_iter().map(|message| Problem {
        file: lexicon_file.clone(),
        line: None,
        message: format!("a correction does not apply: {message}"),
        advice: "take it out, or name an entity of these articles".into(),
        dropped: false,
    }));
    Ok(Sources { info, lexicon, articles, readings, problems })
}

fn analyze(articles: &[Article], lexicon: &Lexicon) -> Result<Vec<Reading>> {
    let reader = Reader::new(lexicon).with_model(model::model()?);
    let bar =
        if articles.len() > 100 { ProgressBar::new(articles.len() as u64) } else { ProgressBar::hidden() };
    let mut readings: Vec<_> =
        articles.par_iter().progress_with(bar).map(|article| reader.read(article)).collect();
    link(&mut readings);
    Ok(readings)
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

#[derive(Default)]
struct Gathering {
    ingest: Ingest,
    info: CorpusInfo,
    lexicon: Lexicon,
    /// The file that the lexicon's corrections come from.
    lexicon_file: String,
    problems: Vec<Problem>,
}

impl Gathering {
    fn add(&mut self, path: &Path) -> Result<()> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
            self.ingest.add("stdin.ndjson", &bytes);
            return Ok(());
        }
        if path.is_dir() { self.add_folder(path) } else { self.add_file(path) }
    }

    fn add_file(&mut self, file: &Path) -> Result<()> {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.display().to_string();
        // Problems stand in the order of the files.
        let before = self.problems.len();
        let problems = plain(&name, &bytes, &decode, &mut |file| self.take(file));
        self.problems.splice(before..before, problems);
        Ok(())
    }

    /// A file that is read as it is, or that another one came to.
    fn take(&mut self, file: Plain) {
        let Plain { name, bytes, is_records } = file;
        if is_records {
            return self.ingest.add_records(&name, &bytes);
        }
        if kind(&name) != Kind::Plain || !name.ends_with(".toml") {
            return self.ingest.add(&name, &bytes);
        }
        match decoded(&name, &bytes) {
            Ok(text) if name.ends_with("corpus.toml") => {
                let (info, problems) = corpus_info(&name, &text);
                self.info = info;
                self.problems.extend(problems);
            }
            Ok(text) => self.take_lexicon(name, &text),
            Err(problem) => self.problems.push(problem),
        }
    }

    /// A corpus folder (`corpus.toml`, `entities.toml`, `articles/`), or any folder of articles.
    fn add_folder(&mut self, folder: &Path) -> Result<()> {
        let toml = folder.join("corpus.toml");
        if toml.is_file() {
            let (info, problems) = corpus_info(&toml.display().to_string(), &text(&toml)?);
            self.info = info;
            self.problems.extend(problems);
        }
        if self.info.title.is_empty() {
            self.info.title = name_of(folder);
        }
        let entities = folder.join("entities.toml");
        if entities.is_file() {
            self.add_lexicon(&entities)?;
        }
        let articles = folder.join("articles");
        let is_corpus = articles.is_dir();
        for file in files(if is_corpus { &articles } else { folder })? {
            let ending = ending_of(&file);
            match kind(&file.display().to_string()) {
                Kind::Unknown if UNREAD.contains(&ending.as_str()) => {
                    self.problems.push(unread(&file, &ending))
                }
                Kind::Unknown => {}
                Kind::Plain if ending == "toml" => {}
                _ => self.add_file(&file)?,
            }
        }
        Ok(())
    }

    fn add_lexicon(&mut self, file: &Path) -> Result<()> {
        self.take_lexicon(file.display().to_string(), &text(file)?);
        Ok(())
    }

    fn take_lexicon(&mut self, name: String, text: &str) {
        let (read, problems) = lexicon(&name, text);
        self.lexicon.entities.extend(read.entities);
        self.lexicon.corrections.extend(read.corrections);
        self.lexicon_file = name;
        self.problems.extend(problems);
    }
}

/// Text of a charset that a page or a feed names.
fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode(bytes).0.into_owned())
}

fn text(file: &Path) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8; save it as UTF-8", file.display()))
}

/// The folder's own name, as the title of a corpus that states none.
fn name_of(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    whole.file_name().map_or_else(|| "Articles".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The ending in small letters, without its stop; nothing where there is none.
fn ending_of(file: &Path) -> String {
    file.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_lowercase()
}

fn unread(file: &Path, ending: &str) -> Problem {
    Problem {
        file: file.display().to_string(),
        line: None,
        message: format!("files of the kind `.{ending}` are not read"),
        advice: "save its articles as .txt, .md, .html or .csv".into(),
        dropped: false,
    }
}

/// Every file below a folder, by path; hidden ones are not looked at.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let is_hidden =
        |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    for entry in
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| !is_hidden(entry))
    {
        let path = entry.with_context(|| format!("cannot list {}", folder.display()))?.into_path();
        if path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}
