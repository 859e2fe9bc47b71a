//! When two spellings of a name count as the same.

use crate::text::words;

/// The words of a name, folded, with one space between: the form in which names are looked up.
///
/// ```
/// use crossread::index::spelling;
/// assert_eq!(spelling("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
/// assert_eq!(spelling("recep-tayyip-erdogan"), "recep tayyip erdogan");
/// ```
pub fn spelling(name: &str) -> String {
    let mut spelling = String::with_capacity(name.len());
    for word in words(name) {
        let folded = word.folded();
        if !spelling.is_empty() && !folded.is_empty() {
            spelling.push(' ');
        }
        spelling.push_str(&folded);
    }
    spelling
}

/// Whether a spelling holds another as whole words side by side; where it is `open`, its last word may go on.
pub(crate) fn holds(spelling: &str, part: &str, open: bool) -> bool {
    spelling.match_indices(part).any(|(at, _)| {
        let before = spelling[..at].chars().next_back();
        let after = spelling[at + part.len()..].chars().next();
        before.is_none_or(|c| c == ' ') && (open || after.is_none_or(|c| c == ' '))
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn whole_words_only() {
        assert!(holds("new york times", "york times", false));
        assert!(holds("times", "times", false));
        assert!(!holds("new york times", "york time", false));
        assert!(holds("new york times", "york time", true));
        assert!(!holds("new york times", "ork", true));
    }
}
