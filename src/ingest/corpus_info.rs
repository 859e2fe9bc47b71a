//! `corpus.toml`: what a corpus says of itself.

use super::problems::Problems;
use super::{CorpusInfo, Problem, toml};

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
    let mut info = CorpusInfo::default();
    match toml::parse(text.trim_start_matches('\u{FEFF}')) {
        Ok(fields) => {
            for (key, value) in fields {
                let field = match key.as_str() {
                    "title" => &mut info.title,
                    "description" => &mut info.description,
                    "language" => &mut info.language,
                    "licence" => &mut info.licence,
                    "home" => &mut info.home,
                    _ => continue,
                };
                *field = value.into_text();
            }
        }
        Err(error) => problems.dropped(Some(1 + error.line), error.message, MEND_TOML),
    }
    (info, problems.finish())
}
