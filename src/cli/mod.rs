//! The calls of the command line and what each does. Exit 0: done. 1: the input is at fault. 2: the call is at fault.

mod comparing;
mod exporting;
mod model;
mod page;
mod print;
mod serve;
mod sources;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};
use crossread::compare::Options;
use crossread::index::{ArticleId, Corpus};
use crossread::query::{Request, Sort, nearest, search};
use crossread::{publish, wire};
use page::Page;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Turns a folder of news articles into one static page where people filter, highlight and compare them.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
pub struct Call {
    #[command(subcommand)]
    command: Command,
    /// text (on a terminal) or json
    #[arg(long, global = true, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// CORPUS is a folder, a file of articles, a built .wasm, or - for NDJSON on standard input. Articles are read from .txt, .md,
/// .html (the article of a saved page), .csv and .tsv, .json and .ndjson, feeds (.rss, .atom, .xml, JSON Feed), and .zip of these.
#[derive(Subcommand)]
enum Command {
    /// A folder to put on any static host, or one HTML file
    Build {
        corpus: PathBuf,
        /// Where the folder goes
        #[arg(long, default_value = "site")]
        out: PathBuf,
        /// One HTML file that opens by double click, in place of a folder
        #[arg(long, value_name = "FILE")]
        single_file: Option<PathBuf>,
    },
    /// Build and serve on loopback; prints the address
    Serve {
        #[arg(default_value = "corpus")]
        corpus: PathBuf,
        /// The port to listen on; 0 takes any that is free
        #[arg(long, default_value_t = 4173)]
        port: u16,
    },
    /// What is wrong with a corpus, by file and line
    Check {
        corpus: PathBuf,
        /// Also name the articles that are near-duplicates of each other
        #[arg(long)]
        copies: bool,
    },
    /// What was read in each article
    Analyze {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Curated names (entities.toml)
        #[arg(long, value_name = "FILE")]
        entities: Option<PathBuf>,
    },
    /// The articles that match a query
    Search {
        corpus: PathBuf,
        query: String,
        #[command(flatten)]
        listing: Listing,
    },
    /// Two or more articles held against each other
    Compare {
        corpus: PathBuf,
        #[arg(required = true)]
        ids: Vec<String>,
        /// Count nothing that the articles copied from each other
        #[arg(long)]
        without_copies: bool,
    },
    /// The words that set the articles of one query apart from those of another
    Keyness {
        corpus: PathBuf,
        query: String,
        /// The articles to hold them against; all others where it is left out
        #[arg(long, value_name = "QUERY")]
        against: Option<String>,
    },
    /// The articles closest to one
    Nearest {
        corpus: PathBuf,
        id: String,
        #[arg(long, default_value_t = 10)]
        limit: usize,
    },
    /// The corpus grouped by event
    Events { corpus: PathBuf },
    /// The articles, and what was read in them, for other programs; on standard output
    Export {
        corpus: PathBuf,
        /// A table, JSON with all that was read, W3C Web Annotations, or entries for reference managers
        #[arg(long = "as", value_enum, value_name = "KIND")]
        kind: exporting::Kind,
        /// Only the articles that match
        #[arg(long)]
        query: Option<String>,
    },
}

/// Which part of the answer is listed, and in what order.
#[derive(Args)]
struct Listing {
    /// How many hits to give
    #[arg(long, default_value_t = 50)]
    limit: usize,
    /// How many hits to leave out before the first
    #[arg(long, default_value_t = 0)]
    offset: usize,
    /// Best match, newest or publisher first
    #[arg(long, value_enum, default_value = "relevance")]
    sort: Order,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Order {
    Relevance,
    Date,
    Source,
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Relevance => Self::Relevance,
            Order::Date => Self::Date,
            Order::Source => Self::Source,
        }
    }
}

/// How a call ended.
pub enum Outcome {
    Done,
    /// Done for the rest, but some input was at fault and has been named.
    InputAtFault,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::InputAtFault => ExitCode::from(1),
        }
    }
}

/// Carries out a call.
pub fn run(call: Call) -> Result<Outcome> {
    let on_terminal = std::io::stdout().is_terminal();
    let format = call.format.unwrap_or(if on_terminal { Format::Text } else { Format::Json });
    match call.command {
        Command::Build { corpus, out, single_file } => build(&corpus, &out, single_file.as_deref()),
        Command::Serve { corpus, port } => {
            let (module, _) = module(&corpus, &Page::find()?)?;
            serve::serve(Page::find()?.site(module), port)
        }
        Command::Check { corpus, copies } => check(&corpus, copies, format),
        Command::Analyze { paths, entities } => analyze(&paths, entities.as_deref(), format),
        Command::Search { corpus, query, listing } => search_corpus(&corpus, query, &listing, format),
        Command::Compare { corpus, ids, without_copies } => {
            comparing::compare_articles(&corpus, &ids, Options { without_copies }, format)
        }
        Command::Keyness { corpus, query, against } => {
            comparing::key_words_of(&corpus, &query, against.as_deref(), format)
        }
        Command::Nearest { corpus, id, limit } => nearest_articles(&corpus, &id, limit, format),
        Command::Events { corpus } => group_events(&corpus, format),
        Command::Export { corpus, kind, query } => exporting::export(&corpus, kind, query.as_deref()),
    }
}

fn build(corpus: &Path, out: &Path, single_file: Option<&Path>) -> Result<Outcome> {
    let page = Page::find()?;
    let (module, outcome) = module(corpus, &page)?;
    match single_file {
        Some(file) => write(file, publish::single_file(page.template()?, &module)?.as_bytes())?,
        None => {
            for (name, bytes) in page.site(module) {
                write(&out.join(name), &bytes)?;
            }
        }
    }
    eprintln!("wrote {}", single_file.unwrap_or(out).display());
    Ok(outcome)
}

/// The page's engine with the corpus in it.
fn module(corpus: &Path, page: &Page) -> Result<(Vec<u8>, Outcome)> {
    let opened = sources::open(corpus)?;
    let outcome = opened.report();
    Ok((publish::with_corpus(page.engine()?, opened.corpus.bytes())?, outcome))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn check(corpus: &Path, copies: bool, format: Format) -> Result<Outcome> {
    if copies {
        return comparing::near_duplicates(corpus, format);
    }
    let opened = sources::open(corpus)?;
    match format {
        Format::Json => {
            let problems: Vec<_> = opened.problems.iter().cloned().map(wire::problem).collect();
            print::json(&problems)?;
        }
        Format::Text => print::text(|to| print::problems(to, &opened.problems, opened.corpus.len()))?,
    }
    Ok(if opened.problems.is_empty() { Outcome::Done } else { Outcome::InputAtFault })
}

fn analyze(paths: &[PathBuf], entities: Option<&Path>, format: Format) -> Result<Outcome> {
    let read = sources::read(paths, entities)?;
    for (article, reading) in read.articles.iter().zip(&read.readings) {
        match format {
            Format::Json => print::json(&wire::article(article, reading))?,
            Format::Text => print::text(|to| print::article(to, article, reading))?,
        }
    }
    Ok(read.report())
}

fn search_corpus(corpus: &Path, query: String, listing: &Listing, format: Format) -> Result<Outcome> {
    let opened = sources::open(corpus)?;
    let Listing { limit, offset, sort } = *listing;
    let request = Request { query, limit, offset, sort: sort.into(), ..Request::default() };
    let results = search(&opened.corpus, &request)?;
    match format {
        Format::Json => print::json(&wire::results(&opened.corpus, &request, results)?)?,
        Format::Text => print::text(|to| print::results(to, &opened.corpus, &request, &results))?,
    }
    Ok(opened.report())
}

fn nearest_articles(corpus: &Path, id: &str, limit: usize, format: Format) -> Result<Outcome> {
    let opened = sources::open(corpus)?;
    let found = nearest(&opened.corpus, find(&opened.corpus, id)?, limit)?;
    match format {
        Format::Json => print::json(&wire::nearest(&opened.corpus, &found)?)?,
        Format::Text => print::text(|to| print::nearest(to, &opened.corpus, &found))?,
    }
    Ok(opened.report())
}

fn group_events(corpus: &Path, format: Format) -> Result<Outcome> {
    let opened = sources::open(corpus)?;
    let found = opened.corpus.events()?;
    match format {
        Format::Json => print::json(&wire::events(&opened.corpus, &found)?)?,
        Format::Text => print::text(|to| print::events(to, &opened.corpus, &found))?,
    }
    Ok(opened.report())
}

fn find(corpus: &Corpus, id: &str) -> Result<ArticleId> {
    let Some(found) = corpus.find(id) else {
        let known =
            (0..corpus.len().min(5) as u32).map(|at| corpus.header(ArticleId(at)).map(|header| header.id));
        let known = known.collect::<Result<Vec<_>, _>>()?.join(", ");
        bail!(
            "no article `{id}` in this corpus; it holds {known}{}",
            if corpus.len() > 5 { ", …" } else { "" }
        );
    };
    Ok(found)
}
