//! Files of other formats -> files that [`Ingest`](super::Ingest) reads: tables, JSON, web pages, feeds and archives.
//!
//! What a file holds becomes [records](super::records), one a line as in `.ndjson`, each with the line that it stands on in the
//! file; what stands in an archive comes out of it under its path. So whatever can be said of an article is read in one
//! place, and the page can fetch this part of the crate (feature `formats`) apart from what reads articles.
//!
//! 1. [`kind`] tells by its name what a file is, and by its first characters where the name leaves that open;
//! 2. [`tables`], [`objects`], [`pages`], [`feeds`] and [`archives`] each read one format;
//! 3. [`prose`] makes text of HTML for whichever of them meets it.
//!
//! What cannot be read is a [`Problem`] that names the file, the line or the entry, and what to do; the rest is kept.

mod archives;
mod article;
mod document;
mod feeds;
mod kind;
mod metadata;
mod noise;
mod objects;
mod pages;
mod prose;
mod record;
mod tables;

use super::Problem;
use super::problems::Problems;
pub use kind::{Kind, UNREAD, kind};
use std::borrow::Cow;

/// A file that [`Ingest`](super::Ingest) reads, made of one that it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain<'a> {
    /// The file as its user knows it; of an archive's entry the archive's name and the path within.
    pub name: String,
    pub bytes: Cow<'a, [u8]>,
    /// Whether the bytes are records, one a line, whatever the name says.
    pub is_records: bool,
}

/// Turns bytes of a named charset (a label of the Encoding Standard, such as `windows-1251`) into text; `None` where it knows
/// no such charset. Browsers bring one, the command line takes a crate's.
pub type Decoder<'a> = &'a dyn Fn(&str, &[u8]) -> Option<String>;

/// Hands `take` the files that a file comes to: itself where ingest reads it as it is.
///
/// ```
/// use crossread::ingest::{Ingest, plain};
/// let mut corpus = Ingest::default();
/// let table = "title;date;body\nFerry runs again;2025-11-03;\"The ferry to Sund sailed.\nIt was full.\"";
/// let problems = plain("news.csv", table.as_bytes(), &|_, _| None, &mut |file| {
///     corpus.add_records(&file.name, &file.bytes);
/// });
/// let read = corpus.finish();
/// assert!(problems.is_empty() && read.problems.is_empty());
/// assert_eq!(read.articles[0].id, "news-1");
/// assert_eq!(read.articles[0].text, "The ferry to Sund sailed.\nIt was full.");
/// ```
pub fn plain(name: &str, bytes: &[u8], decode: Decoder, take: &mut dyn FnMut(Plain)) -> Vec<Problem> {
    let mut problems = Problems::of(name);
    let records = match kind(name) {
        Kind::Plain | Kind::Unknown => {
            take(Plain { name: name.to_owned(), bytes: Cow::Borrowed(bytes), is_records: false });
            return Vec::new();
        }
        Kind::Table => tables::records(name, bytes, &mut problems),
        Kind::Json => objects::records(name, bytes, &mut problems),
        Kind::Page => pages::records(name, bytes, decode, &mut problems),
        Kind::Markup => feeds::records(name, bytes, decode, &mut problems),
        Kind::Archive => return archives::unpack(name, bytes, decode, take),
    };
    if let Some(records) = records {
        take(Plain { name: name.to_owned(), bytes: Cow::Owned(records), is_records: true });
    }
    problems.finish()
}
