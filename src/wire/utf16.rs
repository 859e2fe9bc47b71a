//! UTF-8 byte offsets -> UTF-16 code units, as JavaScript counts them.

use crate::text::Span;

/// Bytes between two remembered offsets.
const STEP: usize = 64;

/// Translates offsets of one text. Cost: one pass to make, at most [`STEP`] bytes an offset.
pub struct Utf16<'a> {
    text: &'a str,
    /// UTF-16 length of the text before each multiple of [`STEP`] bytes (moved back to a character's start); empty
    /// for ASCII, where the two counts are one.
    steps: Vec<u32>,
}

impl<'a> Utf16<'a> {
    pub fn new(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self { text, steps: Vec::new() };
        }
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        let mut from = 0;
        for at in (0..=text.len()).step_by(STEP) {
            let at = text.floor_char_boundary(at);
            units += units_of(&text[from..at]);
            from = at;
            steps.push(units);
        }
        Self { text, steps }
    }

    /// The UTF-16 offset of byte `at`, which stands on a character boundary of the text.
    ///
    /// ```
    /// use crossread::wire::Utf16;
    /// let text = "“Мы согласны” 🙂 said Lavrov";
    /// let at = text.find("Lavrov").unwrap();
    /// assert_eq!(Utf16::new(text).offset(at as u32), 22);
    /// ```
    pub fn offset(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        let Some(&units) = self.steps.get(at / STEP) else { return at as u32 };
        let from = self.text.floor_char_boundary(at / STEP * STEP);
        units + units_of(&self.text[from..self.text.floor_char_boundary(at)])
    }

    /// The byte at which UTF-16 offset `units` stands; the end of the text for one past it. Cost: a pass.
    pub fn byte(&self, units: u32) -> usize {
        let mut before = 0;
        let at = self.text.char_indices().find(|(_, character)| {
            before += character.len_utf16() as u32;
            before > units
        });
        at.map_or(self.text.len(), |(at, _)| at)
    }

    /// The span as start and end in UTF-16.
    pub fn stretch(&self, span: Span) -> super::Stretch {
        super::Stretch { start: self.offset(span.start), end: self.offset(span.end) }
    }
}

fn units_of(text: &str) -> u32 {
    // A character begins with a byte that goes on with none; the longest are two units.
    text.bytes().map(|byte| u32::from(!(0x80..0xC0).contains(&byte)) + u32::from(byte >= 0xF0)).sum()
}
