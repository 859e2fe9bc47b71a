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
}

impl WordList {
    pub const fn of(words: &'static str) -> Self {
        Self { listed: words, divider: ' ' }
    }

    pub const fn phrases(phrases: &'static str) -> Self {
        Self { listed: phrases, divider: '/' }
    }

    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.listed.split(self.divider)
    }

    /// Whether a word or phrase is listed as it is. Cost: a look at every byte of the list.
    #[inline(never)]
    pub fn contains(self, word: &str) -> bool {
        let divider = self.divider as u8;
        self.listed.as_bytes().split(|&byte| byte == divider).any(|listed| listed == word.as_bytes())
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
