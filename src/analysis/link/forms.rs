//! What the words of two names say of each other: whether one is the other cut short, and where names that sound alike are
//! looked for.

use super::super::transcription::sounds;
use crate::text::fold;

/// Words in front of a name that are no part of it.
const HONORIFICS: &[&str] = &[
    "seyyed", "sayyid", "seyed", "sayyed", "syed", "haji", "hajji", "sheikh", "shaikh", "dr", "mr", "mrs",
    "ms",
];

/// The folded words of a name, honorifics left out.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name).into_owned();
    let mut words: Vec<String> =
        folded.split_whitespace().map(|word| word.trim_matches([',', '.']).to_owned()).collect();
    while words.len() > 1 && HONORIFICS.contains(&words[0].as_str()) {
        words.remove(0);
    }
    words
}

/// Whether `short` is `long` with words left out, or with initials for given names; the surname stays. Who has an initial in
/// the middle has no further ones: "George H. W. Bush" is not "George W. Bush".
pub(super) fn is_shorter(short: &[String], long: &[String]) -> bool {
    if short.len() > long.len() || short == long {
        return false;
    }
    let has_middle = short.iter().skip(1).any(|word| word.chars().count() == 1);
    let is_double = short.len() > 1 && short.first() == short.last();
    if is_double || has_middle && short.len() < long.len() {
        return false;
    }
    let mut rest = long.iter();
    let within = short.iter().all(|word| rest.any(|other| other == word || abbreviates(word, other)));
    let first = short.len() == 1 || short[0] == long[0] || abbreviates(&short[0], &long[0]);
    within && first && short.last() == long.last()
}

fn abbreviates(initial: &str, word: &str) -> bool {
    initial.chars().count() == 1 && word.starts_with(initial)
}

/// Whether all that `long` has more than `short` are initials: "Robert S. Mueller" beside "Robert Mueller".
pub(super) fn adds_initials_only(short: &[String], long: &[String]) -> bool {
    long.iter().filter(|word| !short.contains(word)).all(|word| word.chars().count() == 1)
}

/// Where names that may sound alike are looked for: the first two consonants of the surname.
pub(super) fn start_of(surname: &str) -> String {
    sounds(surname).chars().filter(|sound| !matches!(sound, 'a' | 'i' | 'u')).take(2).collect()
}

/// "sco" of "Shanghai Cooperation Organization".
pub(super) fn initials(words: &[String]) -> String {
    let counted = words
        .iter()
        .flat_map(|word| word.split('-'))
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for" | "on"));
    counted.filter_map(|word| word.chars().next()).collect()
}
