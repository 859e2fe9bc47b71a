//! What a file is, by the ending of its name.

use crate::ingest::stem_and_ending;

/// The formats, by who reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Read by ingest as it is: `.md`, `.txt`, `.ndjson`, and the `.toml` beside them.
    Plain,
    /// Comma or tab separated values.
    Table,
    Json,
    /// A web page.
    Page,
    /// A feed, or a web page saved as XML.
    Markup,
    Archive,
    /// Nothing that is read here.
    Unknown,
}

/// The endings of each format.
const ENDINGS: &[(Kind, &[&str])] = &[
    (Kind::Plain, &["md", "markdown", "txt", "text", "ndjson", "jsonl", "toml"]),
    (Kind::Table, &["csv", "tsv", "tab"]),
    (Kind::Json, &["json"]),
    (Kind::Page, &["html", "htm"]),
    (Kind::Markup, &["rss", "atom", "rdf", "xml", "xhtml"]),
    (Kind::Archive, &["zip"]),
];

/// Endings of files that may hold articles and that nothing here reads: a folder's are named, pictures and the like are not.
pub const UNREAD: &[&str] = &[
    "pdf", "doc", "docx", "odt", "rtf", "epub", "mobi", "mhtml", "mht", "warc", "eml", "mbox", "xls", "xlsx",
    "ods", "tar", "gz", "tgz", "bz2", "xz", "7z", "rar", "yaml", "yml", "parquet",
];

/// The format of a file.
///
/// ```
/// use crossread::ingest::{Kind, kind};
/// assert_eq!(kind("harbour/Ferries.CSV"), Kind::Table);
/// assert_eq!(kind("photo.jpg"), Kind::Unknown);
/// ```
pub fn kind(name: &str) -> Kind {
    let ending = stem_and_ending(name).1.to_ascii_lowercase();
    let found = ENDINGS.iter().find(|(_, endings)| endings.contains(&ending.as_str()));
    found.map_or(Kind::Unknown, |(kind, _)| *kind)
}
