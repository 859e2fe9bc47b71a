//! Which characters a file holds: UTF-8, or UTF-16 that says so with its byte order mark. The mark is left out and
//! CRLF becomes LF; nothing else changes.

use super::Problem;

/// Where bytes stop being UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotUtf8 {
    pub byte: u8,
    /// Bytes in front of it.
    pub offset: usize,
    /// The line it stands on, 1-based.
    pub line: u32,
}

impl NotUtf8 {
    pub fn message(self) -> String {
        format!("byte 0x{:02X} at offset {} is not UTF-8", self.byte, self.offset)
    }
}

pub(super) const SAVE_AS_UTF8: &str = "save the file as UTF-8 and add it again";

/// The text of a file beside the articles, or what is wrong with it.
///
/// ```
/// use crossread::ingest::decoded;
/// assert_eq!(decoded("entities.toml", b"\xEF\xBB\xBF[[entity]]").unwrap(), "[[entity]]");
/// assert_eq!(decoded("entities.toml", b"name = \"Malm\xF6\"").unwrap_err().line, Some(1));
/// ```
pub fn decoded(name: &str, bytes: &[u8]) -> Result<String, Problem> {
    decode(bytes).map_err(|fault| Problem {
        file: name.to_owned(),
        line: Some(fault.line),
        message: fault.message(),
        advice: SAVE_AS_UTF8.to_owned(),
        dropped: true,
    })
}

pub(super) fn decode(bytes: &[u8]) -> Result<String, NotUtf8> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Ok(unix_lines(&utf16(rest, u16::from_le_bytes))),
        [0xFE, 0xFF, rest @ ..] => Ok(unix_lines(&utf16(rest, u16::from_be_bytes))),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(unix_lines(text)),
            Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
        },
    }
}

/// The text without a leading byte order mark and with LF for CRLF.
pub(super) fn unix_lines(text: &str) -> String {
    text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n")
}

fn not_utf8(bytes: &[u8], offset: usize) -> NotUtf8 {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count() as u32;
    NotUtf8 { byte: bytes.get(offset).copied().unwrap_or(0), offset, line }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
