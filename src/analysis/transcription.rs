//! When two spellings may be one name: transcribed from another script in two ways ("Araghchi", "Araqchi"), or British
//! and American ("Organisation", "Organization"). Alike is not the same: who merges has to look at more than spelling.

/// Letters for one sound, by the transcriptions of Arabic, Persian, Russian and Ukrainian that the news uses; longer first.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "S"),
    ("sch", "S"),
    ("tch", "C"),
    ("tsch", "C"),
    ("kh", "H"),
    ("gh", "g"),
    ("zh", "j"),
    ("sh", "S"),
    ("ch", "C"),
    ("dj", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("q", "g"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("e", "i"),
    ("o", "u"),
];

/// A folded word by its sounds: letters of one sound are one, doubled ones single, hyphens and apostrophes left out.
///
/// "araghchi", "araqchi" and "aragchi" are one; so are "zelensky", "zelenskyy" and "zelenskiy".
pub(super) fn sounds(word: &str) -> String {
    let mut sounds = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let known = SOUNDS.iter().find(|(letters, _)| rest.starts_with(letters));
        let (length, sound) = match known {
            Some((letters, sound)) => (letters.len(), *sound),
            None => (first.len_utf8(), &rest[..first.len_utf8()]),
        };
        let is_mark = matches!(sound, "-" | "'" | "’" | "‘" | "`");
        if !is_mark && !sounds.ends_with(sound) {
            sounds.push_str(sound);
        }
        rest = &rest[length..];
    }
    sounds
}

/// Whether two words sound alike: the same but for one sound in six. "Ivanov" and "Ivanova" are two people; "the Dahls"
/// are more than one, and "Roberts" is another name than "Robert".
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (sounds(one), sounds(other));
    let longest = one.chars().count().max(other.chars().count());
    let ends_otherwise = |one: &str, other: &str| one.strip_suffix(['a', 's']) == Some(other);
    if ends_otherwise(&one, &other) || ends_otherwise(&other, &one) {
        return false;
    }
    one.chars().next() == other.chars().next() && distance(&one, &other) <= longest / 6
}

/// The words of a name without differences between British and American spelling.
pub(super) fn respelled(words: &[String]) -> Vec<String> {
    let respell = |word: &String| {
        let word =
            word.replace("isation", "ization").replace("labour", "labor").replace("defence", "defense");
        word.replace("programme", "program").replace("centre", "center").replace("harbour", "harbor")
    };
    words.iter().map(respell).collect()
}

/// How many letters have to be put in, left out or changed (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (place, &against) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != against);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transcriptions_of_one_name_sound_alike() {
        for (one, other) in [
            ("araghchi", "araqchi"),
            ("araghchi", "aragchi"),
            ("zelensky", "zelenskyy"),
            ("mohammed", "muhammad"),
            ("sergei", "sergey"),
            ("amir-abdollahian", "amirabdollahian"),
            ("aleksandr", "alexander"),
            ("pezeshkian", "pezeshkiyan"),
        ] {
            assert!(are_alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_names_do_not() {
        for (one, other) in [
            ("hassan", "hussein"),
            ("jon", "jan"),
            ("maria", "mario"),
            ("volodymyr", "vladimir"),
            ("ivanov", "ivanova"),
            ("lindahl", "lindahls"),
            ("austria", "australia"),
            ("karim", "rahim"),
        ] {
            assert!(!are_alike(one, other), "{one} {other}");
        }
    }
}
