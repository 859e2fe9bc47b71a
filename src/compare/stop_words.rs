//! Words that carry no matter of their own: they are left out of what two sentences share and of the words of an
//! article. Folded, by language; a language without a list keeps all its words, which costs precision, not safety.

use crate::text::{Numbering, small_words};

/// English, as [`crate::text::words`] and [`crate::text::fold`] give them: contractions are one word.
const ENGLISH: &str = "a about above according across after again against ain't all almost along already also although \
always am amid among an and another any anyone anything are aren't around as at away back be became because become \
been before being below between both but by can can't cannot come could couldn't did didn't do does doesn't doing \
don't done down due during each either else even ever every few first for from further get go going got had hadn't \
has hasn't have haven't having he he'd he'll her here hers herself him himself his how however i i'd i'll i'm i've if \
in including indeed instead into is isn't it it'll its itself just last least less let like made make many may maybe \
me meanwhile might more moreover most much must my myself near neither never new next no nor not nothing now of off \
often on once one only onto or other others our ours ourselves out over own part per perhaps put quite rather really \
said same saw say saying says see seen several shall she she'd she'll should shouldn't since so some someone \
something still such take taken than that the their theirs them themselves then there thereby therefore these they \
they'd they'll they're they've this those though three through thus to together told too toward towards two under \
until unto up upon us very via was wasn't way we we'll we're we've well went were weren't what when where whether \
which while who who's whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're \
you've your yours yourself added adding noted noting stated statement";

/// Whether a folded word of a language (BCP 47) carries no matter of its own.
#[derive(Default)]
pub(super) struct StopWords(Numbering);

impl StopWords {
    pub(super) fn of(language: &str) -> Self {
        let mut listed = Self::default();
        let english = is_english(language).then(|| ENGLISH.split(' ')).into_iter().flatten();
        let others =
            small_words(language.split(['-', '_']).next().unwrap_or("")).filter(|_| !is_english(language));
        for word in english.chain(others) {
            listed.0.number(word);
        }
        listed
    }

    pub(super) fn contains(&self, folded: &str) -> bool {
        self.0.find(folded).is_some()
    }
}

pub(super) fn is_english(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

#[cfg(test)]
mod tests {
    use super::StopWords;

    #[test]
    fn each_language_has_its_own() {
        for (language, word) in
            [("en-GB", "the"), ("ru", "что"), ("fa-IR", "است"), ("de", "wird"), ("it", "della")]
        {
            assert!(StopWords::of(language).contains(word), "{word}");
        }
        assert!(!StopWords::of("de").contains("the"));
        assert!(!StopWords::of("is").contains("the"));
    }
}
