//! `corpus.toml`: what a corpus says of itself.

use super::problems::Problems;
use super::{CorpusInfo, Problem};

pub(super) const MEND_TOML: &str =
    "mend the line; texts stand in double quotes, as in title = \"Talks in Baku\"";

/// Reads `corpus.toml`; the defaults where it cannot be read.
///
/// ```
/// use crossread::ingest::corpus_info;
/// let (info, problems) = corpus_info("corpus.toml", "title = \"Talks in Baku\"\nlanguage = \"en\"");
/// assert_eq!((info.title.as_str(), problems.len()), ("Talks in Baku", 0));
/// let (_, problems) = corpus_info("corpus.toml", "title = \"Talks in Baku\"\nlanguage = en");
/// assert_eq!(problems[0].line, Some(2));
/// ```
pub fn corpus_info(name: &str, text: &str) -> (CorpusInfo, Vec<Problem>) {
    let mut problems = Problems::of(name);
    let info = basic_toml::from_str(text).unwrap_or_else(|error| {
        problems.dropped(line_of(&error, 1), toml_message(&error), MEND_TOML);
        CorpusInfo::default()
    });
    (info, problems.finish())
}

/// The line of an error in a piece of a file that begins at line `first`.
pub(super) fn line_of(error: &basic_toml::Error, first: u32) -> Option<u32> {
    error.line_col().map(|(line, _)| first + line as u32)
}

/// basic-toml's message without its own line, which counts from the piece that it was given.
pub(super) fn toml_message(error: &basic_toml::Error) -> String {
    let message = error.to_string();
    let end = message.rfind(" at line ").unwrap_or(message.len());
    message[..end].to_owned()
}
