//! `corpus.toml` and `entities.toml` as values (TOML, <https://toml.io>). Numbers and dates become texts, the fields of a table
//! stand in the order of their names. Cost: one pass.

use super::json::Value;
use toml::de::{DeTable, DeValue};

/// The fields of a table, by name.
pub(super) type Table = Vec<(String, Value)>;

/// What is wrong, and on which line, from 0.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TomlError {
    pub line: u32,
    pub message: String,
}

pub(super) fn parse(text: &str) -> Result<Table, TomlError> {
    match DeTable::parse(text) {
        Ok(table) => Ok(fields(table.into_inner())),
        Err(error) => {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            Err(TomlError { line: before.matches('\n').count() as u32, message: error.message().to_owned() })
        }
    }
}

fn fields(table: DeTable<'_>) -> Table {
    table.into_iter().map(|(key, of)| (key.into_inner().into_owned(), value(of.into_inner()))).collect()
}

fn value(read: DeValue<'_>) -> Value {
    match read {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Number(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Number(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Value::Truth(truth),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => {
            Value::List(items.into_iter().map(|item| value(item.into_inner())).collect())
        }
        DeValue::Table(table) => Value::Object(fields(table)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, Value, parse};

    fn text(value: &str) -> Value {
        Value::Text(value.to_owned())
    }

    fn table<const N: usize>(fields: [(&str, Value); N]) -> Table {
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    #[test]
    fn every_kind_of_value_is_kept() {
        let read = parse(
            "title = \"Talks in Baku\" # a note\nsize = 12\nshare = 0.50\nopen = true\nfrom = 2024-08-21\n\
             [[entity]]\nname = 'C:\\Sund'\nalso = [\n  \"Malm\\u00F6\",\n]\nrole = [{ phrase = \"the port\" }]\n",
        );
        let entity = table([
            ("also", Value::List(vec![text("Malmö")])),
            ("name", text("C:\\Sund")),
            ("role", Value::List(vec![Value::Object(table([("phrase", text("the port"))]))])),
        ]);
        let whole = table([
            ("entity", Value::List(vec![Value::Object(entity)])),
            ("from", text("2024-08-21")),
            ("open", Value::Truth(true)),
            ("share", Value::Number("0.50".to_owned())),
            ("size", Value::Number("12".to_owned())),
            ("title", text("Talks in Baku")),
        ]);
        assert_eq!(read, Ok(whole));
    }

    #[test]
    fn what_is_wrong_is_named_by_its_line() {
        let wrong = [
            ("kind = \"place\"\nname = Halden\n", 1, "must be quoted"),
            ("name = \"Halden\nkind = \"place\"", 0, "invalid basic string"),
            ("\n\nname \"Halden\"", 2, "="),
            ("name = \"a\"\nname = \"b\"", 1, "duplicate key"),
            ("also = [\"a\"\n\"b\"]", 1, "comma"),
            ("[[entity]\nname = \"a\"", 0, "table"),
            ("entity = \"a\"\n[[entity]]", 1, "duplicate key"),
        ];
        for (text, line, message) in wrong {
            let error = parse(text).expect_err(text);
            assert!(error.line == line && error.message.contains(message), "{text}: {error:?}");
        }
        assert!(parse(&format!("a = {}", "[".repeat(9999))).is_err());
    }
}
