//! Which shorter names a person may go by once the full name has been told: "Hossein Amir-Abdollahian" is
//! "Amir-Abdollahian", "Mohammed bin Salman" is "bin Salman" and "Salman", seldom "Mohammed".

use super::cast::{Cast, Named};
use super::hashing::HashMap;
use super::tokens::{Gap, Text, WordId};
use super::vocabulary::Classes;
use crate::analysis::{Basis, Form};
use crate::ingest::EntityKind;
use crate::text::fold;
use std::ops::Range;

impl Cast<'_> {
    /// "bin Rashed" and "Le Pen" are the one fuller name in the article that ends so.
    pub(super) fn settle_endings(&self, named: &mut [Named]) {
        /// No name has so many words that more endings need to be known.
        const LONGEST: usize = 6;
        let people = |name: &&Named| name.kind == EntityKind::Person && self.in_article(&name.tokens);
        let mut endings: HashMap<Vec<WordId>, Vec<usize>> = HashMap::default();
        for name in named.iter().filter(people) {
            let Some(member) = name.member else { continue };
            let particles = |start: &usize| self.text.tokens[*start].is(Classes::PARTICLE);
            for start in name.tokens.clone().skip(1).take(LONGEST).filter(particles) {
                let fuller = endings.entry(self.text.ids(&(start..name.tokens.end))).or_default();
                if !fuller.contains(&member) {
                    fuller.push(member);
                }
            }
        }
        for name in named.iter_mut().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
            if !self.text.tokens[name.tokens.start].is(Classes::PARTICLE) {
                continue;
            }
            let is_known = name.member.is_some_and(|member| self.members[member].known.is_some());
            let Some(fuller) = endings.get(&self.text.ids(&name.tokens)) else { continue };
            if !is_known {
                // Of two who end alike it may be either.
                let member = if let [one] = fuller.as_slice() { Some(*one) } else { None };
                (name.member, name.basis) = (member, Basis::Defined);
            }
        }
    }
}

/// A name by which a member may go further on.
pub(super) struct ShortForm {
    pub(super) member: usize,
    pub(super) kind: EntityKind,
    pub(super) form: Form,
    /// A surname, given name or other part; not the whole name.
    pub(super) is_part: bool,
    pub(super) is_given: bool,
    /// The titles behind which alone it may mean the member; none where it needs no title.
    pub(super) titles: &'static [&'static str],
}

impl ShortForm {
    pub(super) fn whole(member: usize, kind: EntityKind) -> Self {
        Self { member, kind, form: Form::Name, is_part: false, is_given: false, titles: &[] }
    }
}

/// Words behind which an article tells the name of somebody else's relative, folded, and the titles of such. Of siblings
/// either may be the one with the surname.
const KIN: [(&[&str], &[&str]); 2] =
    [(&["lady", "wife", "daughter"], &["Mrs", "Ms"]), (&["husband", "son"], &["Mr"])];

impl Cast<'_> {
    /// Full names may be repeated, and a person may go by a part of the name.
    pub(super) fn learn_forms(&mut self, named: &[Named]) {
        for name in named {
            let Some(member) = name.member.filter(|_| matches!(name.form, Form::Name | Form::Acronym)) else {
                continue;
            };
            let whole = ShortForm { form: name.form, ..ShortForm::whole(member, name.kind) };
            if name.basis != Basis::Curated {
                self.add_form(&name.tokens, whole);
            }
            if name.kind == EntityKind::Person {
                let titles = self.titles_of_relative(named, name);
                for (place, part) in short_forms(self.text, &name.tokens).into_iter().enumerate() {
                    let is_given = place > 0 && part.start == name.tokens.start;
                    let titles = if is_given { &[] } else { titles };
                    let whole = ShortForm::whole(member, name.kind);
                    self.add_form(&part, ShortForm { is_part: true, is_given, titles, ..whole });
                }
            }
        }
    }

    /// With which titles alone a person goes by the surname: "first lady Ada Hale" in an article that has another Hale, that
    /// said "Hale" before, or that has a "Mr. Hale", is at the most "Mrs. Hale". None for whoever needs no title.
    fn titles_of_relative(&self, named: &[Named], name: &Named) -> &'static [&'static str] {
        let text = self.text;
        let is_whole = |other: &&Named| other.kind == EntityKind::Person && other.tokens.len() > 1;
        let first = named.iter().filter(is_whole).find(|other| other.member == name.member);
        let Some(start) = first.map(|first| first.tokens.start) else { return &[] };
        let kin = text.before(start).filter(|_| matches!(text.tokens[start].gap, Gap::Space | Gap::Comma));
        let Some(kin) = kin.map(|kin| fold(kin.text)) else { return &[] };
        let Some((words, titles)) = KIN.iter().find(|(words, _)| words.contains(&kin.as_ref())) else {
            return &[];
        };
        let surname = text.tokens[name.tokens.end - 1].id;
        let is_other =
            |other: &Named| other.member != name.member && text.tokens[other.tokens.end - 1].id == surname;
        let is_told = text.tokens[..start].iter().any(|word| word.id == surname);
        let is_anothers = |at: usize| {
            text.tokens[at].id == surname
                && text.before(at).is_some_and(|title| {
                    let is_own = titles.contains(&title.text) || words.contains(&fold(title.text).as_ref());
                    text.tokens[at].gap == Gap::Space && title.is(Classes::TITLE) && !is_own
                })
        };
        let is_told = is_told || (start..text.tokens.len()).any(is_anothers);
        if is_told || named.iter().filter(is_whole).any(is_other) { titles } else { &[] }
    }

    /// The people whom a name in the article may mean.
    pub(super) fn people_called(&self, tokens: &Range<usize>, in_article: bool) -> Vec<usize> {
        let words = self.text.ids(tokens);
        let node = words.iter().try_fold(0, |node, &word| self.trie.step(node, word));
        let forms =
            node.map_or(&[][..], |node| self.trie.at(node)).iter().map(|&form| &self.forms[form as usize]);
        let usable =
            forms.filter(|form| form.kind == EntityKind::Person && self.may_mean(form, tokens, in_article));
        self.by_surname_first(usable)
    }

    /// Whether a form may mean its member where it stands.
    pub(super) fn may_mean(&self, form: &ShortForm, tokens: &Range<usize>, in_article: bool) -> bool {
        let is_titled =
            || self.text.before(tokens.start).is_some_and(|title| form.titles.contains(&title.text));
        self.reaches(form.member, in_article) && (form.titles.is_empty() || is_titled())
    }

    /// Bearers of the surname before those whose given name it is.
    pub(super) fn by_surname_first<'f>(&self, forms: impl Iterator<Item = &'f ShortForm>) -> Vec<usize> {
        let (given, other): (Vec<&ShortForm>, Vec<&ShortForm>) = forms.partition(|form| form.is_given);
        let chosen = if other.is_empty() { given } else { other };
        chosen.iter().map(|form| form.member).collect()
    }
}

/// The parts of a person's name: given names and surnames; hyphens and particles hold a part together.
pub(super) fn parts(text: &Text<'_>, name: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in name.clone() {
        let holds = at > name.start
            && (text.tokens[at].gap == Gap::Hyphen
                || (text.tokens[at - 1].is(Classes::PARTICLE) && at - 1 > name.start));
        match parts.last_mut() {
            Some(part) if holds => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// The surname and, after particles, the surname without them; then the given name.
pub(super) fn short_forms(text: &Text<'_>, name: &Range<usize>) -> Vec<Range<usize>> {
    let parts = parts(text, name);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    if parts.len() < 2 {
        return Vec::new();
    }
    let mut forms = vec![last.clone()];
    let bare = last.clone().find(|&at| !text.tokens[at].is(Classes::PARTICLE)).unwrap_or(last.start);
    if bare > last.start {
        forms.push(bare..last.end);
    }
    if parts.len() > 2 {
        forms.push(parts[parts.len() - 2].start..last.end);
    }
    let is_initial = text.tokens[first.start].is_initial();
    if !is_initial && first.len() == 1 {
        forms.push(first.clone());
    }
    if parts.len() > 2 {
        forms.push(first.start..parts[1].end);
    }
    forms
}

/// Whether a lone word is clearly used as a person's name although it is a word of its own ("May", "Young", "Jordan").
pub(super) fn acts_as_person(text: &Text<'_>, name: &Range<usize>) -> bool {
    let titled = text.before(name.start).is_some_and(|before| {
        text.tokens[name.start].gap == Gap::Space && before.is(Classes::TITLE.or(Classes::OFFICE))
    });
    let speaks = text
        .after(name.end - 1)
        .is_some_and(|next| next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised());
    let is_where = text
        .before(name.start)
        .is_some_and(|before| before.is(Classes::LOCATIVE) && !before.is_capitalised());
    let spoken = text.before(name.start).is_some_and(|before| {
        matches!(before.text, "said" | "says" | "added") && text.tokens[name.start].gap == Gap::Space
    });
    titled || spoken || speaks && !is_where
}

/// "Mr. Jordan": a title in front leaves no doubt even where nobody of the name has been told.
pub(super) fn acts_as_person_only(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let before = text.before(tokens.start);
    before.is_some_and(|before| {
        text.tokens[tokens.start].gap == Gap::Space && matches!(before.text, "Mr" | "Mrs" | "Ms" | "Dr")
    })
}
