//! Which inflected forms count as one word, by the article's language (Snowball stemmers).

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;

/// The stem of a folded word in a language given by its BCP 47 tag; the word itself where the language is unknown.
///
/// ```
/// use crossread::text::stem;
/// assert_eq!(stem("treaties", "en"), stem("treaty", "en-GB"));
/// assert_eq!(stem("treaties", "fa"), "treaties");
/// ```
pub fn stem<'a>(folded: &'a str, language: &str) -> Cow<'a, str> {
    match algorithm(language) {
        Some(algorithm) => Stemmer::create(algorithm).stem(folded),
        None => Cow::Borrowed(folded),
    }
}

fn algorithm(language: &str) -> Option<Algorithm> {
    let primary = language.split(['-', '_']).next().unwrap_or("");
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
