//! `.html`: a saved web page -> its one article.

use super::Decoder;
use super::article;
use super::document::Document;
use super::metadata::Page;
use super::prose::{self, Prose};
use super::record::{Fields, Records, text};
use crate::ingest::encoding::{decode, unix_lines};
use crate::ingest::problems::Problems;
use crate::ingest::stem_and_ending;

/// The article of a page.
pub(super) fn records(
    name: &str,
    bytes: &[u8],
    decoder: Decoder,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    let html = decoded(bytes, decoder, problems);
    if html.trim().is_empty() {
        problems.dropped(None, "the file is empty", "save the page again, or leave it out");
        return None;
    }
    let Some(mut fields) = article_of(&html) else {
        problems.dropped(
            None,
            "no article was found in the page",
            "save the page of one article once it is shown in full, or put its text into a .txt file",
        );
        return None;
    };
    let stem = stem_and_ending(name).0;
    fields.push(("id".to_owned(), text(stem)));
    let mut records = Records::default();
    records.add(stem, 0, fields);
    Some(records.into_bytes())
}

fn article_of(html: &str) -> Option<Fields> {
    let document = Document::parse(html);
    let page = Page::of(&document);
    let found = article::find(&document, page.states_article());
    let prose = found.map(|found| prose::of(&document, found.root, &found.noise));
    let metadata = page.metadata(prose.as_ref().map_or("", Prose::first_line));
    let prose = prose.map(|prose| prose.without_title(&metadata.title));
    match prose.filter(|prose| !prose.is_empty()) {
        Some(prose) if !is_stub(&prose, &metadata.body) => {
            let mut fields = prose.into_fields();
            fields.extend(metadata.into_fields());
            Some(fields)
        }
        // The page is drawn by its script, and holds the text for machines alone.
        _ if !metadata.body.trim().is_empty() => {
            let mut fields = vec![("body".to_owned(), text(unix_lines(&metadata.body)))];
            fields.extend(metadata.into_fields());
            Some(fields)
        }
        _ => None,
    }
}

/// Whether what the page shows is a small part of what it says to be its text.
fn is_stub(prose: &Prose, stated: &str) -> bool {
    prose.characters() * 2 < stated.len()
}

/// A page's characters: by its byte order mark, as UTF-8 where it is, else as its `charset` says.
pub(super) fn decoded(bytes: &[u8], decoder: Decoder, problems: &mut Problems) -> String {
    let fault = match decode(bytes) {
        Ok(text) => return text,
        Err(fault) => fault,
    };
    let stated = charset(bytes);
    // A page that says nothing and is no UTF-8 is read as browsers do.
    let label = stated.as_deref().unwrap_or("windows-1252");
    if !label.eq_ignore_ascii_case("utf-8")
        && !label.eq_ignore_ascii_case("utf8")
        && let Some(text) = decoder(label, bytes)
    {
        return unix_lines(&text);
    }
    problems.note(
        Some(fault.line),
        fault.message(),
        "see whether its text is right, or save the page again as UTF-8",
    );
    unix_lines(&String::from_utf8_lossy(bytes))
}

/// The charset that a page or a feed states in its first lines: `<meta charset=…>`, `content="text/html; charset=…"`,
/// `encoding="…"`.
fn charset(bytes: &[u8]) -> Option<String> {
    /// Browsers look no further.
    const HEAD: usize = 1024 * 4;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head: String = head.iter().map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let at = ["charset", "encoding"].iter().filter_map(|name| Some(head.find(name)? + name.len())).min()?;
    let value = head[at..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')));
    let label = &value[..end.unwrap_or(value.len())];
    (!label.is_empty()).then(|| label.to_owned())
}
