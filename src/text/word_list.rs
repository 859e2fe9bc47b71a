//! Words that a rule knows, as one text: a table of places and lengths beside it would weigh as much as short words do.

/// Words divided by spaces, or phrases divided by `/`.
///
/// ```
/// use crossread::text::WordList;
/// const TITLES: WordList = WordList::of("mr mrs dr");
/// assert!(TITLES.contains("mrs"));
/// assert!(!TITLES.contains("m"));
/// const BUTTONS: WordList = WordList::phrases("sign up for/story continues");
/// assert!(BUTTONS.begin("story continues below"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    listed: &'static str,
    divider: char,
    /// A bit for every first byte, last byte and length that a listed word has, or all bits.
    shapes: u64,
}

impl WordList {
    pub const fn of(words: &'static str) -> Self {
        Self { listed: words, divider: ' ', shapes: u64::MAX }
    }

    pub const fn phrases(phrases: &'static str) -> Self {
        Self { listed: phrases, divider: '/', shapes: u64::MAX }
    }

    /// The same for a list in which most words of a text are looked for: that a word is not listed shows by its shape
    /// (a Bloom filter of one hash). It weighs eight bytes.
    pub const fn looked_into_often(self) -> Self {
        Self { shapes: shapes(self.listed.as_bytes(), self.divider as u8), ..self }
    }

    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.listed.split(self.divider)
    }

    /// Whether a word or phrase is listed as it is. Cost: a look at every byte of the list, unless its shape tells.
    #[inline(never)]
    pub fn contains(self, word: &str) -> bool {
        let divider = self.divider as u8;
        self.shapes & shape(word.as_bytes(), 0, word.len()) != 0
            && self.listed.as_bytes().split(|&byte| byte == divider).any(|listed| listed == word.as_bytes())
    }

    /// Whether one of the phrases begins the line.
    #[inline(never)]
    pub fn begin(self, line: &str) -> bool {
        let divider = self.divider as u8;
        self.listed
            .as_bytes()
            .split(|&byte| byte == divider)
            .any(|listed| line.as_bytes().starts_with(listed))
    }
}

/// The bits of all words of a list.
const fn shapes(listed: &[u8], divider: u8) -> u64 {
    let (mut shapes, mut start, mut at) = (0, 0, 0);
    while at <= listed.len() {
        if at == listed.len() || listed[at] == divider {
            shapes |= shape(listed, start, at);
            start = at + 1;
        }
        at += 1;
    }
    shapes
}

/// The one bit of the word at these bytes.
#[inline]
const fn shape(bytes: &[u8], start: usize, end: usize) -> u64 {
    if start == end {
        return 1;
    }
    let (first, last) = (bytes[start] as usize, bytes[end - 1] as usize);
    1 << ((first * 5 + last * 11 + (end - start) * 23) % 64)
}
