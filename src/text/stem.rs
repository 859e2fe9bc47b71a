//! Which inflected forms count as one word, by the article's language: Snowball stemmers, before them the elision of
//! French, and for Persian, which has no stemmer, the endings of plurals.

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;

/// The stem of a folded word in a language given by its BCP 47 tag; the word itself where the language is unknown.
///
/// ```
/// use crossread::text::{fold, stem};
/// assert_eq!(stem("treaties", "en"), stem("treaty", "en-GB"));
/// assert_eq!(stem("treaties", "fa"), "treaties");
/// // "agreements", written apart by a joiner or in one
/// assert_eq!(stem(&fold("توافق‌نامه‌های"), "fa"), stem(&fold("توافقنامه"), "fa"));
/// ```
pub fn stem<'a>(folded: &'a str, language: &str) -> Cow<'a, str> {
    let primary = language.split(['-', '_']).next().unwrap_or("");
    match algorithm(primary) {
        Some(Algorithm::French) => Stemmer::create(Algorithm::French).stem(without_elision(folded)),
        Some(algorithm) => Stemmer::create(algorithm).stem(folded),
        None if primary == "fa" => Cow::Borrowed(persian(folded)),
        None => Cow::Borrowed(folded),
    }
}

fn algorithm(primary: &str) -> Option<Algorithm> {
    Some(match primary {
        "en" => Algorithm::English,
        "ru" => Algorithm::Russian,
        "ar" => Algorithm::Arabic,
        "de" => Algorithm::German,
        "fr" => Algorithm::French,
        "es" => Algorithm::Spanish,
        _ => return None,
    })
}

/// A French word without the one that is joined to it by an apostrophe: l'été, d'Iran.
fn without_elision(folded: &str) -> &str {
    const JOINED: [&str; 11] = ["l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu"];
    folded.split_once('\'').filter(|(joined, _)| JOINED.contains(joined)).map_or(folded, |(_, word)| word)
}

/// What may follow the plural ـها: nothing, the joining ـی, "a", or whose it is. Folded: the Persian ی as ي.
const BEHIND_PLURAL: [&str; 9] = ["", "ي", "يي", "يم", "يت", "يش", "يمان", "يتان", "يشان"];

/// What stands before as few letters as this is no plural: آنها "they", تنها "alone".
const SHORTEST: usize = 3;

/// A Persian noun without its plural ending and what is joined behind that. Folding has taken out the joiner that often
/// stands before ـها. Only what follows the ending ها is touched: the other plurals, ـان and ـات, end too many words that
/// are none (Taghva, Beckley & Sadeh, A stemming algorithm for the Farsi language, 2005, takes off many more).
fn persian(folded: &str) -> &str {
    let Some(at) = folded.rfind("ها") else { return folded };
    let (noun, behind) = (&folded[..at], &folded[at + "ها".len()..]);
    let is_ending = BEHIND_PLURAL.contains(&behind);
    if is_ending && noun.chars().count() >= SHORTEST { noun } else { folded }
}

#[cfg(test)]
mod tests {
    use super::stem;
    use crate::text::fold;

    #[test]
    fn persian_plurals_are_one_word() {
        let same = [
            ("کتاب‌ها", "کتاب"),
            ("کتابها", "کتاب"),
            ("کتاب‌های", "کتاب"),
            ("كتابهاي", "کتاب"),
            ("کتاب‌هایی", "کتاب"),
            ("کتاب‌هایشان", "کتاب"),
            ("مذاکره‌ها", "مذاکره"),
            ("خبرگزاری‌ها", "خبرگزاری"),
        ];
        for (inflected, word) in same {
            assert_eq!(stem(&fold(inflected), "fa"), stem(&fold(word), "fa-IR"), "{inflected}");
        }
        for word in ["تنها", "آنها", "بها", "نهاد", "پیشنهاد", "رهایی"] {
            assert_eq!(stem(&fold(word), "fa"), fold(word), "{word}");
        }
        assert_eq!(fold("می‌شود"), fold("میشود"), "a joiner is no letter");
    }

    #[test]
    fn each_language_has_its_own_inflection() {
        for (language, inflected, word) in [
            ("en", "agreements", "agreement"),
            ("ru", "договоры", "договор"),
            ("de", "Verträge", "Vertrag"),
            ("fr", "accords", "accord"),
            ("fr", "L’été", "été"),
            ("fr", "d’accords", "accord"),
            ("es", "acuerdos", "acuerdo"),
            ("ar", "الاتفاقيات", "اتفاقية"),
        ] {
            assert_eq!(stem(&fold(inflected), language), stem(&fold(word), language), "{inflected}");
        }
    }
}
