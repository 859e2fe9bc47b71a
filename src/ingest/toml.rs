//! `corpus.toml` and `entities.toml` as values (TOML 1.0, <https://toml.io/en/v1.0.0>). A reader of our own, over that of JSON: one
//! with derived types adds 45 KB to the part of the page that reads articles. Texts, lists and tables are read in all
//! their forms; numbers and dates keep their characters. Cost: one pass.

use super::json::{JsonError, Reader, Value};

/// The fields of a table, in the order of the file.
pub(super) type Table = Vec<(String, Value)>;

/// What is wrong, and on which line, from 0.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TomlError {
    pub line: u32,
    pub message: String,
}

/// Deeper nesting is refused: neither file needs it, and the reader calls itself.
const DEPTH: u8 = 16;

pub(super) fn parse(text: &str) -> Result<Table, TomlError> {
    let mut toml = Toml { json: Reader { text, at: 0 } };
    toml.file().map_err(|JsonError { at, expected }| TomlError {
        line: text[..at].matches('\n').count() as u32,
        message: format!("expected {expected}"),
    })
}

struct Toml<'a> {
    json: Reader<'a>,
}

impl<'a> Toml<'a> {
    fn file(&mut self) -> Result<Table, JsonError> {
        let mut root = Table::new();
        let mut path = Vec::new();
        loop {
            self.skip_lines();
            match self.json.peek() {
                None => return Ok(root),
                Some(b'[') => path = self.header(&mut root)?,
                Some(_) => self.field(&mut root, &path)?,
            }
            self.skip(&[' ', '\t', '\r']);
            if !matches!(self.json.peek(), None | Some(b'\n' | b'#')) {
                return Err(self.json.error("the end of the line"));
            }
        }
    }

    /// `[table]` or `[[list of tables]]`: the path of the fields below it.
    fn header(&mut self, root: &mut Table) -> Result<Vec<String>, JsonError> {
        let is_list = self.rest().starts_with("[[");
        self.json.at += 1 + usize::from(is_list);
        let path = self.keys()?;
        let close = if is_list { "]]" } else { "]" };
        self.take(close, "a closing bracket")?;
        let place = if is_list { &path[..path.len() - 1] } else { &path[..] };
        let Some(table) = table_at(root, place) else {
            return Err(self.json.error("a name that is no field yet"));
        };
        if is_list {
            let name = &path[place.len()];
            match table.iter_mut().find(|(known, _)| known == name) {
                Some((_, Value::List(items))) => items.push(Value::Object(Table::new())),
                Some(_) => return Err(self.json.error("a name that is no field yet")),
                None => table.push((name.clone(), Value::List(vec![Value::Object(Table::new())]))),
            }
        }
        Ok(path)
    }

    /// `key = value`, below a path.
    fn field(&mut self, root: &mut Table, path: &[String]) -> Result<(), JsonError> {
        let begin = self.json.at;
        let mut keys = self.keys()?;
        self.take("=", "an equals sign after the key")?;
        let value = self.value(DEPTH)?;
        let name = keys.pop().unwrap_or_default();
        let table = table_at(root, path).and_then(|table| table_at(table, &keys));
        match table.filter(|table| table.iter().all(|(known, _)| *known != name)) {
            Some(table) => table.push((name, value)),
            None => return Err(JsonError { at: begin, expected: "a key that has no value yet" }),
        }
        Ok(())
    }

    /// `name`, `"name"` or `name."name"`.
    fn keys(&mut self) -> Result<Vec<String>, JsonError> {
        let mut keys = Vec::new();
        loop {
            self.skip(&[' ', '\t']);
            keys.push(match self.json.peek() {
                Some(b'"') => self.quoted()?,
                Some(b'\'') => self.literal()?,
                _ => match self.word(&|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
                    "" => return Err(self.json.error("a key")),
                    word => word.to_owned(),
                },
            });
            self.skip(&[' ', '\t']);
            if self.json.peek() != Some(b'.') {
                return Ok(keys);
            }
            self.json.at += 1;
        }
    }

    fn value(&mut self, depth: u8) -> Result<Value, JsonError> {
        let Some(depth) = depth.checked_sub(1) else { return Err(self.json.error("less nesting")) };
        self.skip(&[' ', '\t']);
        match self.json.peek() {
            Some(b'"') => self.quoted().map(Value::Text),
            Some(b'\'') => self.literal().map(Value::Text),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.object(depth),
            _ => self.bare(),
        }
    }

    fn list(&mut self, depth: u8) -> Result<Value, JsonError> {
        let mut items = Vec::new();
        self.each(']', &mut |toml| {
            items.push(toml.value(depth)?);
            Ok(())
        })?;
        Ok(Value::List(items))
    }

    fn object(&mut self, depth: u8) -> Result<Value, JsonError> {
        let mut table = Table::new();
        self.each('}', &mut |toml| {
            let keys = toml.keys()?;
            toml.take("=", "an equals sign after the key")?;
            table.push((keys.join("."), toml.value(depth)?));
            Ok(())
        })?;
        Ok(Value::Object(table))
    }

    /// What stands between brackets, parted by commas; lines and comments may stand between.
    fn each(
        &mut self,
        close: char,
        item: &mut dyn FnMut(&mut Self) -> Result<(), JsonError>,
    ) -> Result<(), JsonError> {
        self.json.at += 1;
        loop {
            self.skip_lines();
            if self.rest().starts_with(close) {
                self.json.at += 1;
                return Ok(());
            }
            item(self)?;
            self.skip_lines();
            if !self.rest().starts_with(close) {
                self.take(",", "a comma or a closing bracket")?;
            }
        }
    }

    /// A number or a date, as it is written, or a truth.
    fn bare(&mut self) -> Result<Value, JsonError> {
        let begin = self.json.at;
        let word = self.word(&|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | ':' | '_'));
        match word {
            "true" | "false" => Ok(Value::Truth(word == "true")),
            _ if word.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-') => {
                Ok(Value::Number(word.to_owned()))
            }
            _ => Err(JsonError { at: begin, expected: "a text in double quotes" }),
        }
    }

    /// A text in double quotes, one or three.
    fn quoted(&mut self) -> Result<String, JsonError> {
        let close = self.open("\"");
        let mut read = String::new();
        loop {
            let rest = self.rest();
            let Some(plain) = rest.find(['"', '\\', '\n']) else {
                return Err(self.json.error("a closing quote"));
            };
            read.push_str(&rest[..plain]);
            self.json.at += plain;
            let rest = &rest[plain..];
            if rest.starts_with(close) {
                self.json.at += close.len();
                return Ok(read);
            }
            if close.len() == 1 && rest.starts_with('\n') {
                return Err(self.json.error("a closing quote"));
            }
            self.json.at += 1;
            if !rest.starts_with('\\') {
                read.push_str(&rest[..1]);
            } else if rest[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n') {
                self.skip(&[' ', '\t', '\r', '\n']);
            } else {
                read.push(self.escape()?);
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        if self.json.peek() != Some(b'U') {
            return self.json.escape();
        }
        let code = self.rest().get(1..9).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let Some(character) = code.and_then(char::from_u32) else {
            return Err(self.json.error("eight hexadecimal digits after \\U"));
        };
        self.json.at += 9;
        Ok(character)
    }

    /// A text in single quotes, one or three, in which nothing is escaped.
    fn literal(&mut self) -> Result<String, JsonError> {
        let close = self.open("'");
        let rest = self.rest();
        let Some(length) =
            rest.find(close).filter(|&length| close.len() == 3 || !rest[..length].contains('\n'))
        else {
            return Err(self.json.error("a closing quote"));
        };
        self.json.at += length + close.len();
        Ok(rest[..length].to_owned())
    }

    /// Steps over opening quotes, with the line's end behind three of them; gives what closes the text.
    fn open(&mut self, quote: &'static str) -> &'static str {
        let three = if quote == "'" { "'''" } else { "\"\"\"" };
        if !self.rest().starts_with(three) {
            self.json.at += 1;
            return quote;
        }
        self.json.at += 3;
        let after = self.rest();
        let line_end = if after.starts_with("\r\n") { 2 } else { usize::from(after.starts_with('\n')) };
        self.json.at += line_end;
        three
    }

    fn take(&mut self, what: &str, expected: &'static str) -> Result<(), JsonError> {
        self.skip(&[' ', '\t']);
        if !self.rest().starts_with(what) {
            return Err(self.json.error(expected));
        }
        self.json.at += what.len();
        Ok(())
    }

    /// White space, lines' ends and comments.
    fn skip_lines(&mut self) {
        loop {
            self.skip(&[' ', '\t', '\r', '\n']);
            if self.json.peek() != Some(b'#') {
                return;
            }
            self.word(&|c| c != '\n');
        }
    }

    fn skip(&mut self, characters: &[char]) {
        self.word(&|c| characters.contains(&c));
    }

    fn word(&mut self, belongs: &dyn Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let word = &rest[..rest.find(|c| !belongs(c)).unwrap_or(rest.len())];
        self.json.at += word.len();
        word
    }

    fn rest(&self) -> &'a str {
        &self.json.text[self.json.at..]
    }
}

/// The table at the end of a path, made where there is none; of a list of tables the last. None where something else stands
/// in the way.
fn table_at<'t>(mut table: &'t mut Table, path: &[String]) -> Option<&'t mut Table> {
    for name in path {
        let known = table.iter().position(|(known, _)| known == name);
        let at = known.unwrap_or_else(|| {
            table.push((name.clone(), Value::Object(Table::new())));
            table.len() - 1
        });
        table = match &mut table[at].1 {
            Value::Object(fields) => fields,
            Value::List(items) => match items.last_mut() {
                Some(Value::Object(fields)) => fields,
                _ => return None,
            },
            _ => return None,
        };
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::{Table, Value, parse};
    use crate::ingest::json::tests::mirror;
    use proptest::prelude::*;

    fn sorted(mut table: Table) -> Table {
        table.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (_, value) in &mut table {
            let tables = match value {
                Value::List(items) => items.iter_mut().collect(),
                other => vec![other],
            };
            for inner in tables {
                if let Value::Object(fields) = inner {
                    *fields = sorted(std::mem::take(fields));
                }
            }
        }
        table
    }

    /// What another reader makes of the same.
    fn peer(text: &str) -> Option<Table> {
        let read: serde_json::Value = basic_toml::from_str(text).ok()?;
        let Value::Object(table) = mirror(&read) else { return None };
        Some(sorted(table))
    }

    #[test]
    fn every_form_is_read_as_another_reader_reads_it() {
        let forms = [
            "title = \"Talks in Baku\" # a note\nsize = 12\nopen = true",
            "a = 'C:\\talks'\nb = '''\none 'two'\nthree'''\nc = \"\"\"\none \"two\" \\\n   three\"\"\"",
            "also = [\n  \"Araghchi\", # one\n  'Araqchi',\n]\nnone = []",
            "[[entity]]\nname = \"Sund\"\n[[entity.role]]\nphrase = \"the port\"\nfrom = \"2024\"\n[[entity.role]]\nphrase = \"it\"\n[[entity]]\nname = \"Malm\\u00F6\"",
            "role = [{ phrase = \"the port\", from = \"2024\" }, {}]",
            "[a.\"b c\"]\nd.e = \"f\"\n[a.g]\nh = \"\\t\\\"\\\\ \\U0001F6A2\"",
            "\r\nname = \"Sund\"\r\n\r\nkind = \"place\"\r\n",
            "",
        ];
        for form in forms {
            let read = parse(form).unwrap_or_else(|error| panic!("{form}: {error:?}"));
            assert_eq!(Some(sorted(read)), peer(form), "{form}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_by_its_line() {
        let wrong = [
            ("kind = \"place\"\nname = Halden\n", 1, "expected a text in double quotes"),
            ("name = \"Halden\nkind = \"place\"", 0, "expected a closing quote"),
            ("name = 'Halden\n", 0, "expected a closing quote"),
            ("\n\nname \"Halden\"", 2, "expected an equals sign after the key"),
            ("name = \"a\"\nname = \"b\"", 1, "expected a key that has no value yet"),
            ("also = [\"a\"\n\"b\"]", 1, "expected a comma or a closing bracket"),
            ("[[entity]\nname = \"a\"", 0, "expected a closing bracket"),
            ("name = \"a\" \"b\"", 0, "expected the end of the line"),
            ("entity = \"a\"\n[[entity]]", 1, "expected a name that is no field yet"),
            ("also = [\"a\",\n", 1, "expected a text in double quotes"),
            ("name = \"\"\"a\nb", 1, "expected a closing quote"),
        ];
        for (text, line, message) in wrong {
            let error = parse(text).expect_err(text);
            assert_eq!((error.line, error.message.as_str()), (line, message), "{text}");
        }
        assert!(parse(&format!("a = {}", "[".repeat(99))).is_err());
    }

    proptest! {
        #[test]
        fn pieces_in_any_order_are_read_or_refused(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "b", " = ", "\"", "\"\"\"", "'", "'''", "\\", "\\u00e9", "\n", "[", "]", "[[", "]]", "{", "}", ",", ".", "#", "1", "é", " ", "\"x\"", "c = \"d\"\n", "[[e]]\n",
        ]), 0..24)) {
            let text = pieces.concat();
            if let (Ok(read), Some(other)) = (parse(&text), peer(&text)) {
                prop_assert_eq!(sorted(read), other, "{}", text);
            }
        }
    }
}
