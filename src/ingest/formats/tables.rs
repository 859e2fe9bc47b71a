//! `.csv` and `.tsv` (RFC 4180): a row of column names, then one article a row. Fields may hold line ends between quotation
//! marks. What separates them is told from the names: a comma, a semicolon as Excel writes it in most of Europe, a tab
//! or a stroke.

use super::record::{Records, text};
use crate::ingest::encoding::{NotUtf8, decode};
use crate::ingest::fields::Field;
use crate::ingest::json::Value;
use crate::ingest::problems::Problems;
use crate::ingest::stem_and_ending;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::borrow::Cow;

const SEPARATORS: [u8; 4] = *b",;\t|";

/// The articles of a table; nothing where its columns have no names that are known.
pub(super) fn records(name: &str, bytes: &[u8], problems: &mut Problems) -> Option<Vec<u8>> {
    let bytes = in_utf8(bytes);
    let (bytes, stated, first_line) = without_separator_line(&bytes);
    if bytes.trim_ascii().is_empty() {
        problems.dropped(None, "the file is empty", "write a row of column names and the articles into it");
        return None;
    }
    let separator = stated.unwrap_or_else(|| separator(bytes));
    let mut rows = reader(bytes, separator).into_byte_records();
    let columns = rows.next()?.map(|row| cells(&row)).unwrap_or_default();
    if !columns.iter().any(|column| matches!(Field::named(column), Some((Field::Text, _)))) {
        unknown_columns(&columns, first_line, problems);
        return None;
    }
    let table = Table { columns, separator, first_line };
    let (mut records, mut last_line) = (Records::default(), first_line);
    for row in rows.flatten() {
        last_line = table.line(&row);
        if let Some(fields) = table.fields(&row, problems) {
            records.add(stem_and_ending(name).0, last_line, fields);
        }
    }
    if bytes.iter().filter(|&&byte| byte == b'"').count() % 2 == 1 {
        let message = "a quotation mark is opened in this row, or above it, and never closed";
        problems.note(Some(last_line), message, "close it, and double those that stand inside a field");
    }
    if last_line == first_line {
        problems.dropped(None, "the table has no rows", "write one article a row below the column names");
    }
    (!records.is_empty()).then(|| records.into_bytes())
}

/// UTF-16 becomes UTF-8; of UTF-8 the mark is left out. Rows are decoded one by one, so that a bad one alone is lost.
fn in_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Cow::Owned(decode(bytes).unwrap_or_default().into_bytes()),
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(rest),
        _ => Cow::Borrowed(bytes),
    }
}

/// `sep=;` in the first line, as Excel writes and reads it; the table below, and the line on which that begins.
fn without_separator_line(bytes: &[u8]) -> (&[u8], Option<u8>, u32) {
    match bytes {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator, rest @ ..] => {
            let end = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |at| at + 1);
            (&rest[end..], Some(*separator), 2)
        }
        _ => (bytes, None, 1),
    }
}

/// The separator with which the first row has most names that are known, or else most columns.
fn separator(bytes: &[u8]) -> u8 {
    let rank = |&&separator: &&u8| {
        let names = reader(bytes, separator).into_byte_records().next().and_then(Result::ok);
        let names = names.map(|row| cells(&row)).unwrap_or_default();
        (names.iter().filter(|name| Field::named(name).is_some()).count(), names.len())
    };
    // Of equals the last counts.
    SEPARATORS.iter().rev().max_by_key(rank).copied().unwrap_or(b',')
}

fn reader(bytes: &[u8], separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(bytes)
}

fn cells(row: &ByteRecord) -> Vec<String> {
    row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
}

fn unknown_columns(columns: &[String], line: u32, problems: &mut Problems) {
    /// So many names are told.
    const SHOWN: usize = 12;
    let shown: Vec<&str> = columns.iter().take(SHOWN).map(|column| start(column.trim())).collect();
    let more = if columns.len() > SHOWN { ", …" } else { "" };
    problems.dropped(
        Some(line),
        format!("no column is known to hold the text; the first row names `{}`{more}", shown.join("`, `")),
        "call the columns `id`, `title`, `source`, `date` and `body` in the first row; `body` holds the text",
    );
}

/// A column's name, or as much of a text that stands in its place as is worth showing.
fn start(name: &str) -> &str {
    name.char_indices().nth(40).map_or(name, |(end, _)| &name[..end])
}

/// What the rows are read by.
struct Table {
    columns: Vec<String>,
    separator: u8,
    first_line: u32,
}

impl Table {
    fn line(&self, row: &ByteRecord) -> u32 {
        let line = row.position().map_or(1, |position| position.line());
        u32::try_from(line).unwrap_or(u32::MAX).saturating_add(self.first_line - 1)
    }

    /// The fields of a row; nothing where it is empty or cannot be read.
    fn fields(&self, row: &ByteRecord, problems: &mut Problems) -> Option<Vec<(String, Value)>> {
        if row.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return None;
        }
        let line = self.line(row);
        self.check_width(row, line, problems)?;
        let mut fields = Vec::new();
        for (column, cell) in self.columns.iter().zip(row) {
            match decode(cell) {
                Ok(cell) => fields.push((column.trim().to_owned(), text(cell))),
                Err(NotUtf8 { byte, .. }) => {
                    let message = format!("byte 0x{byte:02X} in the column `{}` is not UTF-8", column.trim());
                    problems.dropped(Some(line), message, "save the table as UTF-8 (in Excel: “CSV UTF-8”)");
                    return None;
                }
            }
        }
        Some(fields)
    }

    /// Empty cells past the last column are nothing; a row of more is shifted somewhere, and nobody can tell where.
    fn check_width(&self, row: &ByteRecord, line: u32, problems: &mut Problems) -> Option<()> {
        let (width, expected) = (row.len(), self.columns.len());
        let is_shifted = row.iter().skip(expected).any(|cell| !cell.trim_ascii().is_empty());
        let message = format!("the row has {width} fields, the first row {expected}");
        if is_shifted {
            let separator =
                if self.separator == b'\t' { "tab".into() } else { char::from(self.separator).to_string() };
            let advice = format!("put a field that holds a `{separator}` between quotation marks");
            problems.dropped(Some(line), message, &advice);
            return None;
        }
        if width < expected {
            problems.note(Some(line), message, "write every column, empty ones too");
        }
        Some(())
    }
}
