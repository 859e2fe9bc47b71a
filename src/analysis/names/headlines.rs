//! Where capitals say little, words before a name are taken for part of it: "SENATOR BACKS HALE", "Support Brixia!" at the
//! beginning of a quotation. What the article's sentences write small tells words from names. Cost: a look at each name;
//! where one begins so, a pass over the words.

use super::hashing::HashMap;
use super::rules::Proposal;
use super::runs::follows_opening;
use super::tokens::{Case, Gap, Style, Text, WordId};
use super::vocabulary::Classes;
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, WordList, fold, stem};
use std::ops::Range;

/// Given names that are words as well, folded: a small "mark" says nothing of "Mark Hale".
const WORDS_AND_NAMES: WordList = WordList::of(
    "art bill bob carrie chase chip chuck dean don drew ed faith frank gene grace grant guy hope jack joy \
     mark max miles nick pat peter ray reed rob rose sue wade ward will",
);

/// Takes a word that is none of a name's from its beginning: where a line is in capitals, a sentence or quotation begins. The
/// article has to have the word in small letters, in whatever form, and the rest as a name of its own or behind another word.
pub(super) fn trim(text: &Text<'_>, proposals: &mut [Proposal]) {
    let (mut evidence, mut endings) = (None, None);
    let is_person = |name: &Proposal| name.tokens.len() > 1 && name.kind == EntityKind::Person;
    let cut: Vec<usize> = (0..proposals.len())
        .filter(|&at| is_person(&proposals[at]) && may_begin_with_word(text, &proposals[at].tokens))
        .filter(|&at| {
            let endings = endings.get_or_insert_with(|| Endings::of(text, proposals));
            endings.have_another(&text.ids(&proposals[at].tokens))
        })
        .filter(|&at| {
            let start = proposals[at].tokens.start;
            let evidence = evidence.get_or_insert_with(|| Evidence::of(text));
            !evidence.is_name(text, start) && evidence.is_small(text.tokens[start].text)
        })
        .collect();
    cut.into_iter().for_each(|at| proposals[at].tokens.start += 1);
}

fn may_begin_with_word(text: &Text<'_>, name: &Range<usize>) -> bool {
    let (start, first) = (name.start, &text.tokens[name.start]);
    let is_loud = text.sentence_of(start).style == Style::AllCapitals;
    let opens = is_loud || text.opens_sentence(start) || follows_opening(text, start);
    let is_titled = text.before(start).is_some_and(|before| before.is(Classes::TITLE.or(Classes::OFFICE)));
    let is_given = first.is(Classes::GIVEN_NAME.or(Classes::PARTICLE)) || first.is_initial();
    opens
        && (is_loud || !is_titled)
        && !is_given
        && !WORDS_AND_NAMES.contains(fold(first.text).as_ref())
        && text.tokens[start + 1].gap == Gap::Space
}

/// How the names of an article's people end: by such words what stands before them in names, nothing where they are all of a
/// name. Two that differ tell as much as all.
struct Endings(HashMap<Vec<WordId>, Vec<Option<WordId>>>);

impl Endings {
    fn of(text: &Text<'_>, proposals: &[Proposal]) -> Self {
        let mut endings: HashMap<Vec<WordId>, Vec<Option<WordId>>> = HashMap::default();
        for name in proposals.iter().filter(|name| name.kind == EntityKind::Person) {
            let words = text.ids(&name.tokens);
            let whole = usize::from(words.len() == 1);
            for from in whole..words.len() {
                let before = from.checked_sub(1).map(|at| words[at]);
                let known = endings.entry(words[from..].to_vec()).or_default();
                if known.len() < 2 && !known.contains(&before) {
                    known.push(before);
                }
            }
        }
        Self(endings)
    }

    /// Whether the rest of a name is another name of the article, or the surname of one: "Jonas Hale" for "BACKS HALE".
    fn have_another(&self, name: &[WordId]) -> bool {
        let others = self.0.get(&name[1..]);
        others.is_some_and(|others| others.iter().any(|before| *before != Some(name[0])))
    }
}

/// What the sentences of an article say of its words.
struct Evidence {
    /// By word number: whether the word has a capital behind the beginning of a sentence.
    capitals: Vec<bool>,
    /// The stems of the words in small letters.
    small: Vec<String>,
}

impl Evidence {
    fn of(text: &Text<'_>) -> Self {
        let mut evidence = Self { capitals: Vec::new(), small: Vec::new() };
        let mut seen = Vec::new();
        for sentence in text.sentences.iter().filter(|sentence| sentence.style == Style::Prose) {
            for at in sentence.tokens.clone() {
                let token = &text.tokens[at];
                let id = token.id as usize;
                if token.case == Case::Lower {
                    if seen.len() <= id {
                        seen.resize(id + 1, false);
                    }
                    if std::mem::replace(&mut seen[id], true) {
                        continue;
                    }
                    evidence.small.push(stem(&fold(token.text), "en").into_owned());
                } else if token.is_capitalised() && at > sentence.tokens.start && !follows_opening(text, at) {
                    let length = evidence.capitals.len().max(id + 1);
                    evidence.capitals.resize(length, false);
                    evidence.capitals[id] = true;
                }
            }
        }
        evidence.small.arrange();
        evidence.small.dedup();
        evidence
    }

    fn is_name(&self, text: &Text<'_>, at: usize) -> bool {
        self.capitals.get(text.tokens[at].id as usize).copied().unwrap_or(false)
    }

    fn is_small(&self, word: &str) -> bool {
        let folded = fold(word);
        self.small.binary_search_by(|other| other.as_str().cmp(&stem(&folded, "en"))).is_ok()
    }
}
