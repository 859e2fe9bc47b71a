//! What a spelling holds.

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
