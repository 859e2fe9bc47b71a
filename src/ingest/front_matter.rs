//! The lines between `---` and `---` at the head of an article: the part of YAML that people write there, read by hand.
//!
//! ```text
//! ---
//! title: "Ministers meet in Baku: what is at stake"   # quoted where a value holds a colon and a space
//! authors: [Leyla Aliyeva, "Omar Haddad"]
//! tags:
//!   - energy
//!   - transit
//! ---
//! ```
//!
//! Long values may go on in indented lines (`>`, `|` or nothing behind the key). Anything else of YAML is reported by
//! its line and left out.

use super::fields::Field;
use super::problems::Problems;

/// One `key: value`, its line counted from the head of the file.
#[derive(Debug, PartialEq)]
pub(super) struct Entry {
    pub key: String,
    pub values: Vec<String>,
    pub line: u32,
}

/// The entries, and the byte at which the article's text begins; `None` where the file has no front matter.
///
/// Where the closing line is missing, the text begins at the first line that can be no entry.
pub(super) fn split(text: &str, problems: &mut Problems) -> Option<(Vec<Entry>, usize)> {
    let mut lines = numbered_lines(text);
    lines.next().filter(|(_, _, line)| line.trim_end() == "---")?;
    let closing = numbered_lines(text).skip(1).find(|(_, _, line)| line.trim_end() == "---");
    let mut reader = Reader { entries: Vec::new(), problems, folded: true };
    let mut after_blank = false;
    for (number, at, line) in lines {
        if closing.is_some_and(|(last, ..)| last == number) {
            return Some((reader.entries, at + line.len()));
        }
        if reader.begins_text(line, after_blank, closing.is_some()) {
            reader.not_closed();
            return Some((reader.entries, at));
        }
        reader.line(line, number);
        after_blank = line.trim().is_empty();
    }
    reader.not_closed();
    Some((reader.entries, text.len()))
}

/// Each line with its number from 1 and the byte where it begins.
fn numbered_lines(text: &str) -> impl Iterator<Item = (u32, usize, &str)> {
    let mut at = 0;
    text.split('\n').zip(1..).map(move |(line, number)| {
        let start = at;
        at += line.len() + 1;
        (number, start, line)
    })
}

struct Reader<'r, 'p> {
    entries: Vec<Entry>,
    problems: &'r mut Problems<'p>,
    /// Whether indented lines join the value with spaces (`>`) rather than line ends (`|`).
    folded: bool,
}

impl Reader<'_, '_> {
    /// Whether the front matter has ended without its closing line. A `---` further down may be a rule in the text,
    /// so running text counts as such even above one.
    fn begins_text(&self, line: &str, after_blank: bool, closed: bool) -> bool {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') && !after_blank || line.starts_with([' ', '\t']) {
            return false;
        }
        match key_and_value(line) {
            Some((key, _)) => !closed && after_blank && Field::named(key).is_none(),
            None if list_item(content).is_some() && self.expects_item() => false,
            None => !closed || content.split_whitespace().nth(9).is_some(),
        }
    }

    fn line(&mut self, line: &str, number: u32) {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return;
        }
        let item = list_item(content).filter(|_| self.expects_item());
        if let Some(item) = item {
            self.item(item, number);
        } else if line.starts_with([' ', '\t']) && !self.entries.is_empty() {
            self.continued(content);
        } else if let Some((key, value)) = key_and_value(line) {
            self.entry(key, value, number);
        } else {
            self.refuse(content, number);
        }
    }

    fn entry(&mut self, key: &str, value: &str, line: u32) {
        if self.entries.iter().any(|entry| entry.key == key) {
            self.problems.note(
                Some(line),
                format!("`{key}` stands here a second time"),
                "keep one of the two lines",
            );
        }
        let value = without_comment(value);
        self.folded = !value.starts_with('|');
        let values = match value {
            "" | "|" | ">" | "|-" | ">-" | "|+" | ">+" | "~" | "null" => Vec::new(),
            _ if value.starts_with('[') => self.flow_list(value, line),
            _ => vec![self.scalar(value, line)],
        };
        self.entries.push(Entry { key: key.to_owned(), values, line });
    }

    fn item(&mut self, item: &str, line: u32) {
        let value = self.scalar(without_comment(item), line);
        if let Some(entry) = self.entries.last_mut() {
            entry.values.push(value);
        }
    }

    /// An indented line goes on with the value above.
    fn continued(&mut self, content: &str) {
        let Some(entry) = self.entries.last_mut() else { return };
        match entry.values.last_mut() {
            Some(value) => {
                value.push(if self.folded { ' ' } else { '\n' });
                value.push_str(content);
            }
            None => entry.values.push(content.to_owned()),
        }
    }

    /// Whether a line that begins with a dash belongs to a list of the entry above.
    fn expects_item(&self) -> bool {
        self.entries.last().is_some()
    }

    fn flow_list(&mut self, value: &str, line: u32) -> Vec<String> {
        let inner = value[1..].trim_end();
        let Some(inner) = inner.strip_suffix(']') else {
            self.problems.note(
                Some(line),
                format!("the list `{value}` is not closed"),
                "close it with ] on the same line",
            );
            return self.flow_items(inner, line);
        };
        self.flow_items(inner, line)
    }

    fn flow_items(&mut self, inner: &str, line: u32) -> Vec<String> {
        let items = split_outside_quotes(inner);
        items
            .into_iter()
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .map(|item| self.scalar(item, line))
            .collect()
    }

    fn scalar(&mut self, value: &str, line: u32) -> String {
        let read = match value.chars().next() {
            Some('"') => double_quoted(&value[1..]),
            Some('\'') => single_quoted(&value[1..]),
            _ => Some(value.to_owned()),
        };
        read.unwrap_or_else(|| {
            self.problems.note(
                Some(line),
                format!("the quotation marks of `{value}` do not close at its end"),
                "close them, or put the whole value into the other kind",
            );
            value.trim_matches(['"', '\'']).to_owned()
        })
    }

    fn refuse(&mut self, content: &str, line: u32) {
        let shown: String = content.chars().take(60).collect();
        self.problems.note(
            Some(line),
            format!("`{shown}` is no `key: value`"),
            "write a key, a colon, a space and the value",
        );
    }

    fn not_closed(&mut self) {
        self.problems.note(
            Some(1),
            "the front matter is not closed",
            "add a line `---` between the front matter and the text",
        );
    }
}

/// A key is one word; prose with a colon in it is none.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end();
    let is_word = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    (is_word && (value.is_empty() || value.starts_with(char::is_whitespace))).then(|| (key, value.trim()))
}

fn list_item(content: &str) -> Option<&str> {
    content.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' ')).map(str::trim)
}

/// The value without a `# comment` behind it; a # inside quotation marks or a word is none.
fn without_comment(value: &str) -> &str {
    let mut open = None;
    let mut before = ' ';
    for (at, character) in value.char_indices() {
        match character {
            '"' | '\'' if open == Some(character) && before != '\\' => open = None,
            '"' | '\'' if open.is_none() && matches!(before, ' ' | '[' | ',') => open = Some(character),
            '#' if open.is_none() && before.is_whitespace() => return value[..at].trim_end(),
            _ => {}
        }
        before = character;
    }
    value.trim_end()
}

fn split_outside_quotes(list: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut open, mut before) = (0, None, ' ');
    for (at, character) in list.char_indices() {
        match character {
            '"' | '\'' if open == Some(character) && before != '\\' => open = None,
            '"' | '\'' if open.is_none() && list[start..at].trim().is_empty() => open = Some(character),
            ',' if open.is_none() => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = character;
    }
    items.push(&list[start..]);
    items
}

/// From behind the opening mark; `None` where the value does not end with the closing one.
fn double_quoted(rest: &str) -> Option<String> {
    let mut read = String::new();
    let mut characters = rest.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => return characters.as_str().trim().is_empty().then_some(read),
            '\\' => read.push(escaped(&mut characters)?),
            _ => read.push(character),
        }
    }
    None
}

fn escaped(characters: &mut std::str::Chars) -> Option<char> {
    let width = match characters.next()? {
        'n' => return Some('\n'),
        't' => return Some('\t'),
        'r' => return Some('\r'),
        '0' => return Some('\0'),
        'x' => 2,
        'u' => 4,
        'U' => 8,
        other => return Some(other),
    };
    let mut code = 0u32;
    for _ in 0..width {
        code = code.checked_mul(16)? + characters.next()?.to_digit(16)?;
    }
    Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn single_quoted(rest: &str) -> Option<String> {
    let inner = rest.strip_suffix('\'')?;
    let halves = inner.replace("''", "");
    (!halves.contains('\'')).then(|| inner.replace("''", "'"))
}
