//! The titles before a name that part people of one name: "Sen. John Hale" is another than "President John Hale".

use super::tokens::{Gap, Text};
use super::vocabulary::Classes;
use crate::text::{WordList, fold};
use std::ops::Range;

/// Forms of address, which anybody may have beside an office.
const ADDRESSES: WordList = WordList::of(
    "mr mrs ms miss madam mme dr shri smt hon sir dame lord lady sheikh shaikh sheik prof professor rev fr \
     father comrade adv advocate",
);

/// One word for a title and its abbreviation.
const ALIKE: &[(&str, &str)] = &[
    ("sen", "senator"),
    ("rep", "congressman"),
    ("congresswoman", "congressman"),
    ("gov", "governor"),
    ("gen", "general"),
    ("col", "colonel"),
];

/// The title directly before a name, folded: "senator" of "Sen. John Hale"; none that anybody may have. An office ("chairman")
/// tells less: one person holds several.
pub(super) fn before(text: &Text<'_>, name: &Range<usize>) -> Option<String> {
    let before = text.before(name.start).filter(|before| before.is(Classes::TITLE))?;
    let folded = fold(before.text);
    let is_telling = text.tokens[name.start].gap == Gap::Space && !ADDRESSES.contains(folded.as_ref());
    let full = ALIKE.iter().find(|(short, _)| *short == folded).map_or(&*folded, |(_, full)| full);
    is_telling.then(|| full.to_owned())
}
