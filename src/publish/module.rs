//! The corpus as a custom section of the engine's wasm file (WebAssembly Core Specification 2.0, 5.5.3): any wasm
//! host still sees one valid module.

use std::fmt;

/// The name of the section that holds a corpus. It is the file's last.
pub const CORPUS_SECTION: &str = "crossread.corpus";

const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// Why bytes are not a wasm module that can hold a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModuleError {
    /// The file does not begin as wasm does.
    NotWasm,
    /// A section's length does not fit the file; `offset` is where the section begins.
    Truncated { offset: usize },
}

impl fmt::Display for ModuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWasm => {
                f.write_str("not a wasm file; build the page again, or check what the host serves")
            }
            Self::Truncated { offset } => {
                write!(f, "the wasm section at byte {offset} is cut off; fetch or build the file again")
            }
        }
    }
}

impl std::error::Error for ModuleError {}

/// The section to append to an engine: id, length, name, corpus.
pub fn corpus_section(corpus: &[u8]) -> Vec<u8> {
    let mut name = Vec::new();
    push_length(&mut name, CORPUS_SECTION.len());
    name.extend_from_slice(CORPUS_SECTION.as_bytes());
    let mut section = vec![0];
    push_length(&mut section, name.len() + corpus.len());
    section.extend_from_slice(&name);
    section.extend_from_slice(corpus);
    section
}

/// The engine of `module` (which may already hold a corpus) with `corpus` in it.
///
/// ```
/// use crossread::publish::{corpus_part, with_corpus};
/// let engine = b"\0asm\x01\0\0\0";
/// let module = with_corpus(engine, b"five articles").unwrap();
/// assert_eq!(corpus_part(&module).unwrap(), Some(&b"five articles"[..]));
/// assert_eq!(with_corpus(&module, b"five articles").unwrap(), module);
/// ```
pub fn with_corpus(module: &[u8], corpus: &[u8]) -> Result<Vec<u8>, ModuleError> {
    let mut whole = engine_part(module)?.to_vec();
    whole.extend_from_slice(&corpus_section(corpus));
    Ok(whole)
}

/// The module without its corpus.
pub fn engine_part(module: &[u8]) -> Result<&[u8], ModuleError> {
    Ok(find_corpus(module)?.map_or(module, |found| &module[..found.section_start]))
}

/// The corpus in a module, if it holds one.
pub fn corpus_part(module: &[u8]) -> Result<Option<&[u8]>, ModuleError> {
    Ok(find_corpus(module)?.map(|found| &module[found.corpus_start..found.end]))
}

struct Found {
    section_start: usize,
    corpus_start: usize,
    end: usize,
}

fn find_corpus(module: &[u8]) -> Result<Option<Found>, ModuleError> {
    if !module.starts_with(PREAMBLE) {
        return Err(ModuleError::NotWasm);
    }
    let mut at = PREAMBLE.len();
    while at < module.len() {
        let truncated = ModuleError::Truncated { offset: at };
        let id = module[at];
        let (length, body) = read_length(module, at + 1).ok_or_else(|| truncated.clone())?;
        let end =
            body.checked_add(length).filter(|&end| end <= module.len()).ok_or_else(|| truncated.clone())?;
        if id == 0 {
            let (name_length, name) = read_length(&module[..end], body).ok_or(truncated)?;
            if module.get(name..name.saturating_add(name_length)) == Some(CORPUS_SECTION.as_bytes()) {
                return Ok(Some(Found { section_start: at, corpus_start: name + name_length, end }));
            }
        }
        at = end;
    }
    Ok(None)
}

/// Unsigned LEB128, at most 32 bits; the value and where the next byte stands.
fn read_length(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut value = 0u64;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return u32::try_from(value).ok().map(|value| (value as usize, at));
        }
    }
    None
}

fn push_length(bytes: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = (value & 0x7F) as u8;
        value >>= 7;
        if value == 0 {
            return bytes.push(byte);
        }
        bytes.push(byte | 0x80);
    }
}
