//! Which words share a stem, language by language: what makes "treaty" find "treaties".

use super::blobs::BlobsWriter;
use super::bytes::push_ascending;
use super::dictionary::DictionaryWriter;
use super::section::{Section, SectionWriter};
use crate::text::{Arrange as _, stem};

/// Languages beyond this many share the last place, without stemming.
pub(crate) const MOST_LANGUAGES: usize = 64;

/// Which words share a stem, language by language. A stem whose only word is the stem itself is left out: so are all
/// words of a language without a stemmer.
pub(super) struct StemTable<'a> {
    languages: &'a [String],
    members: Vec<Member>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Member {
    key: String,
    term: u32,
    is_stem: bool,
}

/// The form under which the dictionary of stems has a stem of a language.
pub(crate) fn stem_key(language: &str, stem: &str) -> String {
    [language, "\0", stem].concat()
}

/// The part of a language tag that decides how words are inflected: `en` of `en-GB`.
pub(crate) fn primary_language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or("")
}

impl<'a> StemTable<'a> {
    pub fn new(languages: &'a [String]) -> Self {
        Self { languages, members: Vec::new() }
    }

    pub fn push(&mut self, word: &str, term: u32, mut languages: u64) {
        while languages != 0 {
            let index = languages.trailing_zeros() as usize;
            languages &= languages - 1;
            if index + 1 < MOST_LANGUAGES {
                let stem = stem(word, &self.languages[index]);
                let key = stem_key(&self.languages[index], &stem);
                self.members.push(Member { key, term, is_stem: stem == word });
            }
        }
    }

    pub fn finish(mut self, sections: &mut SectionWriter) {
        self.members.arrange();
        let mut stems = DictionaryWriter::default();
        let mut terms = BlobsWriter::default();
        let mut blob = Vec::new();
        for family in self.members.chunk_by(|a, b| a.key == b.key) {
            if let [Member { is_stem: true, .. }] = family {
                continue;
            }
            blob.clear();
            let members: Vec<u32> = family.iter().map(|member| member.term).collect();
            push_ascending(&mut blob, &members);
            stems.push(&family[0].key);
            terms.push(&blob);
        }
        sections.push(Section::Stems, stems.finish());
        sections.push(Section::StemTerms, terms.finish());
    }
}
