//! Where something stands in an article: one type for every offset in the core.

use serde::{Deserialize, Serialize};

/// A stretch of text: UTF-8 bytes, half open, on character boundaries.
///
/// ```
/// use crossread::text::Span;
/// let text = "Araghchi met Lavrov in Moscow.";
/// assert_eq!(Span::new(13, 19).of(text), "Lavrov");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// A span from byte `start` to byte `end`; `start` is at most `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The stretch of `text` that the span covers; empty where it does not fit the text.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch, counted from `offset` bytes further on.
    pub fn shifted(self, offset: usize) -> Span {
        Span { start: self.start + offset as u32, end: self.end + offset as u32 }
    }

    /// The span without white space at its ends.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start as usize + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}
