//! What is said when the bytes of a corpus cannot be trusted.

use std::fmt;

/// Damaged or foreign bytes: which section, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    pub section: &'static str,
    pub message: String,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "section `{}` of the corpus: {}; build the corpus again", self.section, self.message)
    }
}

impl std::error::Error for DecodeError {}
