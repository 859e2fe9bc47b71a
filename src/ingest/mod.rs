//! File bytes -> [`Article`]: one file a format. What can be read is kept; what is wrong becomes a [`Problem`] that
//! names the file, the line and what to do.
//!
//! [`ingest`] reads one file, [`Ingest`] a whole corpus of them with ids that are unique; [`corpus_info`] and
//! [`lexicon`] read the two files beside the articles. The text of an article is never changed: what is not the
//! article itself (datelines, bylines, links, teasers) is marked by its [blocks](crate::text::Block).

mod article;
mod blocks;
mod collection;
mod corpus_info;
mod corrections;
mod encoding;
mod fields;
mod files;
#[cfg(feature = "formats")]
mod formats;
mod front_matter;
mod json;
mod lexicon;
mod lexicon_file;
mod problems;
mod records;
mod title;
mod toml;

pub use article::{Article, CorpusInfo, DateBasis, Problem};
pub use blocks::{blocks, is_furniture};
pub use collection::Ingest;
pub use corpus_info::corpus_info;
pub use corrections::{Change, Correction, corrections};
pub use encoding::decoded;
#[cfg(feature = "formats")]
pub use formats::{Decoder, Kind, Plain, UNREAD, kind, plain};
pub use lexicon::{CuratedEntity, EntityKind, Lexicon, Role, lexicon};

use problems::Problems;

/// What one file holds: `.md` and `.txt` one article, `.ndjson` and `.jsonl` one a line.
///
/// `name` is the file's path or name as the user knows it; its ending decides the format and its stem is the id.
/// Bytes that are no UTF-8, an empty file or broken front matter are reported and, where nothing is left to read,
/// dropped.
///
/// ```
/// use crossread::ingest::ingest;
/// let read = ingest("talks.txt", "BAKU – The ministers met on Monday.".as_bytes());
/// let article = &read.articles[0];
/// assert_eq!((article.id.as_str(), article.blocks[0].span.of(&article.text)), ("talks", "BAKU –"));
///
/// let read = ingest("empty.txt", b"");
/// assert_eq!(read.problems[0].to_string(), "empty.txt: the file is empty; write the article into it, or leave it out");
/// ```
pub fn ingest(name: &str, bytes: &[u8]) -> Ingested {
    let (articles, problems) = read(name, bytes);
    Ingested { articles: articles.into_iter().map(|(_, article)| article).collect(), problems }
}

/// The outcome of [`ingest`].
#[derive(Clone, Debug, Default)]
pub struct Ingested {
    pub articles: Vec<Article>,
    pub problems: Vec<Problem>,
}

/// The articles of a file, each with the line on which its record stands.
fn read(name: &str, bytes: &[u8]) -> (Vec<(u32, Article)>, Vec<Problem>) {
    let (stem, ending) = stem_and_ending(name);
    let mut problems = Problems::of(name);
    let articles = match ending.to_ascii_lowercase().as_str() {
        "md" | "markdown" => {
            files::markdown(stem, bytes, &mut problems).map(|article| (1, article)).into_iter().collect()
        }
        "txt" | "text" => {
            files::plain(stem, bytes, &mut problems).map(|article| (1, article)).into_iter().collect()
        }
        "ndjson" | "jsonl" => records::records(stem, bytes, &mut problems),
        _ => {
            problems.dropped(
                None,
                format!("files of the kind `.{ending}` are not read"),
                "save its articles as .txt, .md, .html or .csv",
            );
            Vec::new()
        }
    };
    (articles, problems.finish())
}

/// The records of a file, whatever its ending.
fn read_records(name: &str, bytes: &[u8]) -> (Vec<(u32, Article)>, Vec<Problem>) {
    let mut problems = Problems::of(name);
    (records::records(stem_and_ending(name).0, bytes, &mut problems), problems.finish())
}

/// `corpus/articles/visit.md` -> `visit`, `md`.
fn stem_and_ending(name: &str) -> (&str, &str) {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some(("", ending)) => ("article", ending),
        Some(split) => split,
        None => (file, ""),
    }
}
