//! When two spellings of a name count as the same.

use super::words;

/// The words of a name, folded, with one space between: the form in which names are looked up.
///
/// ```
/// use crossread::text::spelling;
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
