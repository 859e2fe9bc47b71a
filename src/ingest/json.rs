//! One line of JSON as a value (RFC 8259), for article records alone. A reader of our own: serde_json adds 25 KB to
//! the page's engine, and a record needs neither numbers as floats nor derived types.
//!
//! Lenient where publishers' exports are: control characters inside strings, `NaN`, and halves of surrogate pairs
//! (read as U+FFFD) are accepted. Cost: one pass.

/// A JSON value. Numbers keep their digits: an id of 20 digits stays what it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// `null`, and what other programs write for it.
    Nothing,
    Truth(bool),
    Number(String),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// A text or a number as text; of anything else nothing.
    pub fn into_text(self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            _ => String::new(),
        }
    }

    /// The fields of an object; what is no object has none.
    pub fn into_fields(self) -> Vec<(String, Self)> {
        match self {
            Self::Object(fields) => fields,
            _ => Vec::new(),
        }
    }

    /// The texts of a list, or the one text.
    pub fn into_texts(self) -> Vec<String> {
        match self {
            Self::List(values) => values.into_iter().map(Self::into_text).collect(),
            other => vec![other.into_text()],
        }
    }
}

/// What is wrong with a line, and at which byte of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct JsonError {
    pub at: usize,
    pub expected: &'static str,
}

/// Deeper nesting is refused: no article record needs it, and the reader calls itself.
pub(super) const DEPTH: u8 = 32;

pub(super) fn parse(line: &str) -> Result<Value, JsonError> {
    let mut reader = Reader { text: line, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.skip_space();
    if reader.at < line.len() { Err(reader.error("the end of the line after the object")) } else { Ok(value) }
}

/// Reads on from a byte of the text.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl Reader<'_> {
    pub fn value(&mut self, depth: u8) -> Result<Value, JsonError> {
        let Some(depth) = depth.checked_sub(1) else { return Err(self.error("less nesting")) };
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => Ok(Value::Number(self.bare_word().to_owned())),
            _ => self.literal(),
        }
    }

    fn object(&mut self, depth: u8) -> Result<Value, JsonError> {
        self.at += 1;
        let mut fields = Vec::new();
        if self.eat(b'}') {
            return Ok(Value::Object(fields));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return Err(self.error("a field name in double quotes"));
            }
            let name = self.string()?;
            if !self.eat(b':') {
                return Err(self.error("a colon after the field name"));
            }
            fields.push((name, self.value(depth)?));
            if self.eat(b'}') {
                return Ok(Value::Object(fields));
            }
            if !self.eat(b',') {
                return Err(self.error("a comma or }"));
            }
        }
    }

    fn list(&mut self, depth: u8) -> Result<Value, JsonError> {
        self.at += 1;
        let mut items = Vec::new();
        if self.eat(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.eat(b']') {
                return Ok(Value::List(items));
            }
            if !self.eat(b',') {
                return Err(self.error("a comma or ]"));
            }
        }
    }

    /// A string, from its opening quote on.
    pub fn string(&mut self) -> Result<String, JsonError> {
        self.at += 1;
        let mut read = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(plain) = rest.find(['"', '\\']) else { return Err(self.error("a closing quote")) };
            read.push_str(&rest[..plain]);
            self.at += plain + 1;
            if rest.as_bytes()[plain] == b'"' {
                return Ok(read);
            }
            read.push(self.escape()?);
        }
    }

    /// What stands after a backslash.
    fn escape(&mut self) -> Result<char, JsonError> {
        let letter = self.peek();
        let character = match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode_escape();
            }
            _ => return Err(self.error("one of \" \\ / b f n r t u after the backslash")),
        };
        self.at += 1;
        Ok(character)
    }

    fn unicode_escape(&mut self) -> Result<char, JsonError> {
        let first = self.four_digits()?;
        if (0xD800..0xDC00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            let after_first = self.at;
            self.at += 2;
            let second = self.four_digits()?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = after_first;
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four_digits(&mut self) -> Result<u32, JsonError> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.error("four hexadecimal digits after \\u"))?;
        self.at += 4;
        Ok(code)
    }

    fn literal(&mut self) -> Result<Value, JsonError> {
        let start = self.at;
        let value = match self.bare_word() {
            "null" | "NaN" | "Infinity" => Value::Nothing,
            "true" => Value::Truth(true),
            "false" => Value::Truth(false),
            _ => return Err(JsonError { at: start, expected: "a value" }),
        };
        Ok(value)
    }

    fn bare_word(&mut self) -> &str {
        let start = self.at;
        let length =
            self.text[start..].find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')));
        self.at = length.map_or(self.text.len(), |length| start + length);
        &self.text[start..self.at]
    }

    pub fn eat(&mut self, byte: u8) -> bool {
        self.skip_space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    pub fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub fn error(&self, expected: &'static str) -> JsonError {
        JsonError { at: self.at, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, parse};
    use proptest::prelude::*;

    /// A value of another reader as one of ours.
    fn mirror(value: &serde_json::Value) -> Value {
        match value {
            serde_json::Value::Null => Value::Nothing,
            serde_json::Value::Bool(truth) => Value::Truth(*truth),
            serde_json::Value::Number(number) => Value::Number(number.to_string()),
            serde_json::Value::String(text) => Value::Text(text.clone()),
            serde_json::Value::Array(items) => Value::List(items.iter().map(mirror).collect()),
            serde_json::Value::Object(fields) => {
                Value::Object(fields.iter().map(|(name, value)| (name.clone(), mirror(value))).collect())
            }
        }
    }

    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            "\\PC{0,12}|[\\\\\"\n\u{0}\u{1F5DE}é]{0,6}".prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 24, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
                prop::collection::btree_map("[a-z\"\\\\]{0,5}", inner, 0..5)
                    .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_serde_json_writes(value in values()) {
            prop_assert_eq!(parse(&value.to_string()), Ok(mirror(&value)));
        }

        #[test]
        fn accepts_whatever_serde_json_accepts(text in "[\\[\\]{}\",:a-u0-9\\\\ .é-]{0,40}") {
            if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text)
                && !text.contains(['.', 'e'])
            {
                prop_assert!(parse(&text).is_ok(), "{} {:?}", text, value);
            }
        }

        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = parse(&text);
        }
    }

    #[test]
    fn surrogates_join_and_halves_are_replaced() {
        for (json, expected) in [
            (r#""\ud83d\udcf0 Daily""#, "📰 Daily"),
            (r#""half \ud83d end""#, "half \u{FFFD} end"),
            (r#""half \ud83d\u0041""#, "half \u{FFFD}A"),
            (r#""\udcf0""#, "\u{FFFD}"),
        ] {
            assert_eq!(parse(json), Ok(Value::Text(expected.to_owned())), "{json}");
        }
    }

    #[test]
    fn errors_say_where() {
        for (json, at) in
            [("{\"a\" 1}", 5), ("{\"a\":1", 6), ("{\"a\":\"x", 6), ("{'a':1}", 1), ("{} {}", 3), ("", 0)]
        {
            assert_eq!(parse(json).map_err(|error| error.at), Err(at), "{json}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
