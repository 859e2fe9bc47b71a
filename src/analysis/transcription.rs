//! When two spellings may be one name: transcribed from another script in two ways ("Araghchi", "Araqchi"), or British
//! and American ("Organisation", "Organization"). Alike is not the same: who merges has to look at more than spelling.

use crate::text::{Arrange as _, Keyed, WordList};
use std::sync::LazyLock;

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
    ("ce", "si"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("e", "i"),
    ("o", "u"),
];

/// A folded word by its sounds: letters of one sound are one, doubled ones single, hyphens and apostrophes left out.
///
/// "araghchi", "araqchi" and "aragchi" are one; so are "zelensky", "zelenskyy" and "zelenskiy", "solovyova" and "solowjowa".
pub(super) fn sounds(word: &str) -> String {
    let mut sounds = String::with_capacity(word.len());
    let mut rest = word;
    while let Some((letters, sound)) = next_sound(rest) {
        // German and Scandinavian transcriptions write "j" between a consonant and a vowel.
        let glides = letters == "j"
            && !sounds.is_empty()
            && !sounds.ends_with(['a', 'i', 'u'])
            && rest[1..].starts_with(['a', 'e', 'o', 'u']);
        let sound = if glides { "i" } else { sound };
        if !is_mark(sound) && !sounds.ends_with(sound) {
            sounds.push_str(sound);
        }
        rest = &rest[letters.len()..];
    }
    sounds
}

/// The letters that a word begins with and the sound they stand for.
fn next_sound(word: &str) -> Option<(&str, &str)> {
    let first = word.chars().next()?;
    let may_begin = |letters: &str| letters.as_bytes()[0] == word.as_bytes()[0];
    let known = SOUNDS.iter().find(|(letters, _)| may_begin(letters) && word.starts_with(letters));
    let length = known.map_or(first.len_utf8(), |(letters, _)| letters.len());
    let letters = &word[..length];
    Some((letters, known.map_or(letters, |(_, sound)| sound)))
}

/// What a word begins with, as [`sounds`] has it.
fn first_sound(word: &str) -> Option<char> {
    let (_, sound) = next_sound(word.trim_start_matches(is_mark_sign))?;
    sound.chars().next()
}

fn is_mark(sound: &str) -> bool {
    sound.starts_with(is_mark_sign)
}

fn is_mark_sign(sign: char) -> bool {
    matches!(sign, '-' | '\'' | '’' | '‘' | '`')
}

/// How two folded words are alike that are not the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The same sounds, written with other letters: "araghchi", "araqchi".
    Transcribed,
    /// The same but for one vowel: "mohammed", "muhammad".
    Vowel,
    /// The same but for one letter, or two in the wrong order: "kushner", "kusher".
    Slip,
    /// Two forms of a given name: "chuck", "charles".
    Nickname,
}

/// Given names with what they are called for short, folded; in common use in English, and of Ukrainians in Russian.
const NICKNAMES: WordList = WordList::phrases(
    "andrew andy/benjamin ben/bernard bernie/william bill billy will/robert bob bobby rob/christopher chris/\
     charles chuck charlie/daniel dan danny/david dave/richard dick rick rich/donald don/edward ed eddie ted/\
     theodore ted/fred frederick/gregory greg/james jim jimmy/joseph joe joey/jonathan jon/joshua josh/\
     kenneth ken/lawrence larry/matthew matt/michael mike/mitchell mitch/nicholas nick/patrick pat/peter pete/\
     philip phil/raymond ray/ronald ron/rudolph rudy/samuel sam/steven steve/stephen steve/susan sue/\
     timothy tim/thomas tom tommy/anthony tony/elizabeth liz beth/katherine kate kathy/catherine cathy/\
     deborah debbie/jennifer jen/margaret meg maggie peggy/john jack/henry hank harry/eugene gene/\
     alexander alex sasha/jeffrey jeff/geoffrey geoff/douglas doug/gerald jerry/jerrold jerry/albert al/\
     walter walt/martin marty/russell russ/nathan nate/nathaniel nate/zachary zach/francis frank/\
     patricia patty trish/rebecca becky/cynthia cindy/judith judy/vincent vince/dmitri dima/\
     volodymyr vladimir/serhiy sergei/mykola nikolai/mykhailo mikhail/oleksandr alexander",
);

/// The same, each with the lists that it stands in.
static NAMES_OF: LazyLock<Keyed<Vec<WordList>>> = LazyLock::new(|| {
    let mut lists: Keyed<Vec<WordList>> = Keyed::default();
    for names in NICKNAMES.iter().map(WordList::of) {
        names.iter().for_each(|name| lists.entry(name, Vec::new).push(names));
    }
    lists
});

fn is_nickname(one: &str, other: &str) -> bool {
    one != other && NAMES_OF.get(one).is_some_and(|lists| lists.iter().any(|names| names.contains(other)))
}

/// How two words are alike, if they are. "Ivanov" and "Ivanova" are two people; "the Dahls" are more than one, and
/// "Roberts" is another name than "Robert"; "Kelly" and "Kyle" have no letters in common but the first.
pub(super) fn likeness(one: &str, other: &str) -> Option<Likeness> {
    if is_nickname(one, other) {
        return Some(Likeness::Nickname);
    }
    if first_sound(one) != first_sound(other) {
        return None;
    }
    let letters = || slips(one, other);
    let of = one.chars().count().max(other.chars().count());
    let is_turned = || sorted(one) == sorted(other) && letters() == 1;
    let (one, other) = (sounds(one), sounds(other));
    let longest = one.chars().count().max(other.chars().count());
    let ends_otherwise = |one: &str, other: &str| one.strip_suffix(['a', 's']) == Some(other);
    if ends_otherwise(&one, &other) || ends_otherwise(&other, &one) {
        return None;
    }
    let is_vowel = |sound: &char| matches!(sound, 'a' | 'i' | 'u');
    let consonants = |word: &str| word.chars().filter(|sound| !is_vowel(sound)).collect::<String>();
    let is_near = slips(&one, &other) <= longest / 6;
    match () {
        () if one == other && letters() * 5 <= of * 2 => Some(Likeness::Transcribed),
        () if is_near && is_turned() => Some(Likeness::Slip),
        () if one != other && is_near && consonants(&one) == consonants(&other) => Some(Likeness::Vowel),
        () if is_near && letters() == 1 => Some(Likeness::Slip),
        () => None,
    }
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

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.arrange();
    letters
}

/// How many letters have to be put in, left out, changed, or change places with their neighbours (optimal string
/// alignment: Damerau 1964, no letter moved twice).
fn slips(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (at, letter) in one.iter().enumerate() {
        let mut row = Vec::with_capacity(other.len() + 1);
        row.push(at + 1);
        for (place, against) in other.iter().enumerate() {
            let changed = rows[at][place] + usize::from(letter != against);
            let mut least = changed.min(rows[at][place + 1] + 1).min(row[place] + 1);
            if at > 0 && place > 0 && *letter == other[place - 1] && one[at - 1] == *against {
                least = least.min(rows[at - 1][place - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transcriptions_of_one_name_sound_alike() {
        for (one, other, as_what) in [
            ("araghchi", "araqchi", Likeness::Transcribed),
            ("araghchi", "aragchi", Likeness::Transcribed),
            ("zelensky", "zelenskyy", Likeness::Transcribed),
            ("solovyova", "solowjowa", Likeness::Transcribed),
            ("gaddafi", "qadhafi", Likeness::Transcribed),
            ("mohammed", "muhammad", Likeness::Vowel),
            ("sergei", "sergey", Likeness::Transcribed),
            ("viktor", "victor", Likeness::Transcribed),
            ("amir-abdollahian", "amirabdollahian", Likeness::Transcribed),
            ("aleksandr", "alexander", Likeness::Vowel),
            ("pezeshkian", "pezeshkiyan", Likeness::Transcribed),
            ("lindqvist", "lindqivst", Likeness::Slip),
            ("holmgren", "homgren", Likeness::Slip),
            ("halvorsen", "halvosen", Likeness::Slip),
            ("marchetti", "marcheti", Likeness::Transcribed),
            ("brennigan", "brenngan", Likeness::Vowel),
            ("john", "john", Likeness::Transcribed),
            ("chuck", "charles", Likeness::Nickname),
            ("stephen", "steve", Likeness::Nickname),
        ] {
            assert_eq!(likeness(one, other), Some(as_what), "{one} {other}");
        }
    }

    #[test]
    fn other_names_do_not() {
        for (one, other) in [
            ("hassan", "hussein"),
            ("jon", "jan"),
            ("maria", "mario"),
            ("bill", "bob"),
            ("ivanov", "ivanova"),
            ("lindahl", "lindahls"),
            ("austria", "australia"),
            ("karim", "rahim"),
            ("kelly", "kyle"),
            ("brody", "broder"),
            ("corbin", "cornyn"),
        ] {
            assert_eq!(likeness(one, other), None, "{one} {other}");
        }
    }
}
