//! The page, the engine and the corpus in one HTML file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// Where the template takes the wasm file as base64.
const PLACE: &str = "<!--crossread:wasm-->";

/// The template has no place for the wasm file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError;

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page's template holds no `{PLACE}`; build the page again")
    }
}

impl std::error::Error for TemplateError {}

/// One HTML file from the page's template and a wasm file with its corpus.
pub fn single_file(template: &str, module: &[u8]) -> Result<String, TemplateError> {
    let (before, after) = template.split_once(PLACE).ok_or(TemplateError)?;
    let mut page = String::with_capacity(template.len() + module.len() * 4 / 3 + 4);
    page.push_str(before);
    STANDARD.encode_string(module, &mut page);
    page.push_str(after);
    Ok(page)
}
