//! Who and what an article names: every name finds its entity here, full names first, then the short ones that
//! they allow. What the publisher's links and teasers name explains nothing in the article itself.

use super::abroad::russian;
use super::curated::Known;
use super::defined::Definition;
use super::hashing::HashMap;
use super::offices::match_around;
use super::patterns::{Meaning, Trie};
use super::surnames::{ShortForm, acts_as_person, acts_as_person_only};
use super::tokens::{Case, Gap, Text, WordId};
use super::vocabulary::Classes;
use super::{Candidate, slug, world};
use crate::analysis::{Basis, Form};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, fold};
use std::ops::Range;

/// Somebody or something named in the article.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: EntityKind,
    pub(super) known: Option<u32>,
    /// Whether the article itself names it, not only a link or teaser.
    in_article: bool,
}

/// A name in the article and whom it means.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) tokens: Range<usize>,
    pub(super) kind: EntityKind,
    pub(super) form: Form,
    pub(super) basis: Basis,
    pub(super) member: Option<usize>,
}

pub(super) struct Cast<'t> {
    pub(super) text: &'t Text<'t>,
    known: &'t Known,
    pub(super) members: Vec<Member>,
    pub(super) by_known: HashMap<u32, usize>,
    by_id: HashMap<(EntityKind, String), usize>,
    /// Short and repeated names; the values are places in `forms`.
    pub(super) trie: Trie,
    pub(super) forms: Vec<ShortForm>,
}

impl<'t> Cast<'t> {
    pub(super) fn new(text: &'t Text<'t>, known: &'t Known, has_offices: bool) -> Self {
        let mut cast = Self {
            text,
            known,
            members: Vec::new(),
            by_known: HashMap::default(),
            by_id: HashMap::default(),
            trie: Trie::default(),
            forms: Vec::new(),
        };
        for role in known.roles.iter().filter(|_| has_offices) {
            cast.known_member(role.entity, false);
        }
        cast
    }

    /// Gives every candidate its entity and finds the further places where the same are named.
    pub(super) fn assemble(&mut self, candidates: &[Candidate], definitions: &[Definition]) -> Vec<Named> {
        let mut named: Vec<Named> = candidates.iter().map(|candidate| self.name(candidate)).collect();
        self.settle_endings(&mut named);
        self.settle_fuller(&mut named);
        self.settle_generic(candidates, &mut named);
        self.define_acronyms(definitions, &mut named);
        self.learn_forms(&named);
        self.settle_short(&mut named);
        let repeats = self.repeats(&named);
        named.extend(repeats);
        named.arrange_by_key(|name| name.tokens.start);
        self.settle_borne(&mut named);
        self.settle_shared(&mut named);
        named
    }

    fn name(&mut self, candidate: &Candidate) -> Named {
        let Candidate { tokens, kind, form, basis, .. } = candidate.clone();
        let in_article = self.in_article(&tokens);
        let member = match candidate.meanings.as_slice() {
            [] if self.is_pending(candidate) => None,
            [] => Some(self.own_member(kind, self.full_name(&tokens), in_article)),
            [Meaning::Name(entity, _)] => Some(self.known_member(*entity, in_article)),
            _ => None,
        };
        Named { tokens, kind, form, basis, member }
    }

    /// Names that need another one to be understood: a lone surname, "the Foreign Ministry".
    fn is_pending(&self, candidate: &Candidate) -> bool {
        match candidate.kind {
            EntityKind::Person => super::surnames::parts(self.text, &candidate.tokens).len() < 2,
            EntityKind::Agreement if candidate.tokens.len() > 3 => false,
            _ => self.is_generic(&candidate.tokens),
        }
    }

    fn is_generic(&self, tokens: &Range<usize>) -> bool {
        let words = &self.text.tokens[tokens.clone()];
        words.iter().all(|word| word.is(Classes::GENERIC)) && words[0].case != Case::Capitals
    }

    pub(super) fn in_article(&self, tokens: &Range<usize>) -> bool {
        !self.text.sentence_of(tokens.start).is_aside()
    }

    fn known_member(&mut self, entity: u32, in_article: bool) -> usize {
        let next = self.members.len();
        let member = *self.by_known.entry(entity).or_insert(next);
        if member == next {
            let known = &self.known.entities[entity as usize];
            let (id, name) = (known.id.clone(), known.name.clone());
            self.by_id.insert((known.kind, id.clone()), member);
            self.members.push(Member { id, name, kind: known.kind, known: Some(entity), in_article });
        }
        self.members[member].in_article |= in_article;
        member
    }

    fn own_member(&mut self, kind: EntityKind, name: String, in_article: bool) -> usize {
        let id = slug(&name);
        let next = self.members.len();
        let known = self.known.ids.get(&id).copied();
        if let Some(entity) = known.filter(|&entity| self.known.entities[entity as usize].kind == kind) {
            return self.known_member(entity, in_article);
        }
        let id = if known.is_some() || id.is_empty() { format!("{id}-{}", kind.name()) } else { id };
        let member = *self.by_id.entry((kind, id.clone())).or_insert(next);
        if member == next {
            let taken = EntityKind::ALL
                .iter()
                .any(|&other| other != kind && self.by_id.contains_key(&(other, id.clone())));
            let mut id = if taken { format!("{id}-{}", kind.name()) } else { id };
            // "Hale", read as an organization, is not the "Hale Organization".
            if id.ends_with(kind.name()) && self.members.iter().any(|member| member.id == id) {
                id.push_str("-2");
            }
            self.members.push(Member { id, name, kind, known: None, in_article });
        }
        self.members[member].in_article |= in_article;
        member
    }

    /// The name as the text has it; capitals throughout are no part of it, nor is a nickname in brackets.
    fn full_name(&self, tokens: &Range<usize>) -> String {
        if let Some(name) = russian::citation(self.text, tokens) {
            return name;
        }
        let is_nickname = |at: &usize| {
            let token = &self.text.tokens[*at];
            let closes = self.text.source[token.span.end as usize..].starts_with(") ");
            token.gap == Gap::Bracket && token.case == Case::Capital && closes && *at > tokens.start
        };
        let written = match tokens.clone().find(is_nickname) {
            Some(at) if at + 1 < tokens.end => {
                let written = |part: Range<usize>| self.text.written(&part);
                format!("{} {}", written(tokens.start..at), written(at + 1..tokens.end))
            }
            _ => self.text.written(tokens),
        };
        // "AFL-CIO" is two acronyms.
        const LONGEST_ACRONYM: usize = 3;
        let words = &self.text.tokens[tokens.clone()];
        let shouted = words.len() > 1
            && words.iter().all(|token| token.case == Case::Capitals)
            && words.iter().any(|token| token.text.len() > LONGEST_ACRONYM);
        if !shouted {
            return written;
        }
        let mut opens = true;
        written
            .chars()
            .map(|c| {
                let kept = if opens { c } else { c.to_lowercase().next().unwrap_or(c) };
                opens = !c.is_alphabetic();
                kept
            })
            .collect()
    }

    /// "The Foreign Ministry" is the ministry of the country in front ("Russia's"), or the only one of this name here.
    fn settle_generic(&mut self, candidates: &[Candidate], named: &mut [Named]) {
        let mut cores: HashMap<Vec<WordId>, Vec<usize>> = HashMap::default();
        let places: Vec<super::patterns::Match> = candidates
            .iter()
            .filter(|candidate| candidate.kind == EntityKind::Place && !candidate.meanings.is_empty())
            .map(|candidate| super::patterns::Match {
                tokens: candidate.tokens.clone(),
                meanings: candidate.meanings.clone(),
            })
            .collect();
        for name in named.iter_mut() {
            let tokens = name.tokens.clone();
            if name.kind == EntityKind::Person || name.form == Form::Acronym {
                continue;
            }
            if name.member.is_none() {
                name.member = self.owned_institution(&places, &tokens, name.kind);
            }
            let Some(member) = name.member.filter(|&member| self.members[member].in_article) else {
                continue;
            };
            let core = tokens
                .clone()
                .position(|place| self.text.tokens[place].is(Classes::GENERIC))
                .map_or(tokens.end, |skip| tokens.start + skip);
            if core < tokens.end && self.is_generic(&(core..tokens.end)) {
                let members = cores.entry(self.text.ids(&(core..tokens.end))).or_default();
                if !members.contains(&member) {
                    members.push(member);
                }
            }
        }
        for name in named.iter_mut().filter(|name| name.member.is_none() && name.kind != EntityKind::Person) {
            if let Some([member]) = cores.get(&self.text.ids(&name.tokens)).map(Vec::as_slice) {
                name.member = Some(*member);
            }
        }
    }

    /// "Russia's Foreign Ministry" is named as "Russian Foreign Ministry" would be.
    fn owned_institution(
        &mut self,
        places: &[super::patterns::Match],
        tokens: &Range<usize>,
        kind: EntityKind,
    ) -> Option<usize> {
        let before =
            tokens.start.checked_sub(1).filter(|_| self.text.tokens[tokens.start].gap == Gap::Possessive)?;
        let found = match_around(places, before)?;
        let &Meaning::Name(entity, _) = found.meanings.first()? else { return None };
        let owner = self.known.demonym(entity);
        let name = format!("{owner} {}", self.text.written(tokens));
        let in_article = self.in_article(tokens);
        Some(self.own_member(kind, name, in_article))
    }

    fn define_acronyms(&mut self, definitions: &[Definition], named: &mut Vec<Named>) {
        for definition in definitions {
            let holder =
                named.iter().position(|name| name.tokens.end == definition.name.end && name.tokens.len() > 1);
            let Some(holder) = holder else { continue };
            let Some(member) = named[holder].member else { continue };
            let tokens = definition.acronym..definition.acronym + 1;
            let kind = named[holder].kind;
            named[holder].basis =
                if named[holder].basis == Basis::Curated { Basis::Curated } else { Basis::Defined };
            self.add_form(&tokens, ShortForm { form: Form::Acronym, ..ShortForm::whole(member, kind) });
            let known = named.iter_mut().find(|name| name.tokens == tokens);
            let acronym =
                Named { tokens, kind, form: Form::Acronym, basis: Basis::Defined, member: Some(member) };
            match known {
                Some(name) if name.basis == Basis::Curated => {}
                Some(name) => *name = acronym,
                None => named.push(acronym),
            }
        }
        let text = self.text;
        let spelled = self.spelled_out(named);
        for name in named.iter_mut().filter(|name| {
            name.form == Form::Acronym
                && matches!(name.basis, Basis::Rule | Basis::Model)
                && name.tokens.len() == 1
        }) {
            let id = text.tokens[name.tokens.start].id;
            let defined = definitions.iter().any(|definition| text.tokens[definition.acronym].id == id);
            if let Some(form) = self.form_of(&[id]).filter(|form| defined && form.form == Form::Acronym) {
                (name.member, name.kind, name.basis) = (Some(form.member), form.kind, Basis::Defined);
                continue;
            }
            let letters = crate::text::fold(text.tokens[name.tokens.start].text).into_owned();
            let is_own = name.member.is_some_and(|member| self.members[member].known.is_none());
            if let Some([member]) = spelled.get(&letters).map(Vec::as_slice).filter(|_| is_own) {
                (name.member, name.basis) = (Some(*member), Basis::Defined);
            }
        }
    }

    /// Organizations that the article names in three words or more, by their initials.
    fn spelled_out(&self, named: &[Named]) -> HashMap<String, Vec<usize>> {
        let mut spelled: HashMap<String, Vec<usize>> = HashMap::default();
        for name in named.iter().filter(|name| name.kind == EntityKind::Organization) {
            let words = self.text.tokens[name.tokens.clone()].iter().filter(|word| word.is_capitalised());
            let initials: String = words.filter_map(|word| word.text.chars().next()).collect();
            let Some(member) = name.member.filter(|_| initials.chars().count() > 2) else { continue };
            let members = spelled.entry(initials.to_lowercase()).or_default();
            if !members.contains(&member) {
                members.push(member);
            }
        }
        spelled
    }

    fn form_of(&self, words: &[WordId]) -> Option<&ShortForm> {
        let node = words.iter().try_fold(0, |node, &word| self.trie.step(node, word))?;
        match self.trie.at(node) {
            [one] => Some(&self.forms[*one as usize]),
            _ => None,
        }
    }

    pub(super) fn add_form(&mut self, tokens: &Range<usize>, form: ShortForm) {
        let words = self.text.ids(tokens);
        let node = words.iter().try_fold(0, |node, &word| self.trie.step(node, word));
        let known = node.map_or(&[][..], |node| self.trie.at(node));
        if known.len() < 8 && !known.iter().any(|&other| self.forms[other as usize].member == form.member) {
            self.trie.insert(&words, self.forms.len() as u32);
            self.forms.push(form);
        }
    }

    /// Lone surnames after a title: the person of that name, nobody where there are two, else a person of their own.
    fn settle_short(&mut self, named: &mut [Named]) {
        for name in named.iter_mut().filter(|name| name.member.is_none() && name.kind == EntityKind::Person) {
            let in_article = self.in_article(&name.tokens);
            let found = self.people_called(&name.tokens, in_article);
            name.member = match found.as_slice() {
                [] => Some(self.own_member(EntityKind::Person, self.full_name(&name.tokens), in_article)),
                [one] => {
                    name.basis = Basis::Defined;
                    Some(*one)
                }
                _ => None,
            };
            if let (Some(member), true) = (name.member, found.is_empty()) {
                let form = ShortForm { is_part: true, ..ShortForm::whole(member, EntityKind::Person) };
                self.add_form(&name.tokens, form);
            }
        }
    }

    pub(super) fn reaches(&self, member: usize, in_article: bool) -> bool {
        self.members[member].in_article || !in_article
    }

    /// "Jordan" where the article also names Michael Jordan: the man where he acts, the country where things happen there.
    fn settle_borne(&self, named: &mut [Named]) {
        let text = self.text;
        for name in named.iter_mut() {
            if name.kind != EntityKind::Place
                || name.tokens.len() != 1
                || name.form != Form::Name
                || name.basis == Basis::Curated
            {
                continue;
            }
            let in_article = self.in_article(&name.tokens);
            let people = self.people_called(&name.tokens, in_article);
            if people.is_empty() {
                if acts_as_person_only(text, &name.tokens) {
                    (name.kind, name.member, name.basis) = (EntityKind::Person, None, Basis::Rule);
                }
                continue;
            }
            let is_where = text
                .before(name.tokens.start)
                .is_some_and(|before| before.is(Classes::LOCATIVE) || before.text == "of");
            if acts_as_person(text, &name.tokens) {
                let member = if people.len() == 1 { Some(people[0]) } else { None };
                (name.kind, name.member, name.basis) = (EntityKind::Person, member, Basis::Defined);
            } else if !is_where {
                name.member = None;
            }
        }
    }

    /// Georgia the country only where the article also has a word that belongs to it.
    fn settle_shared(&self, named: &mut [Named]) {
        for (id, beside) in world::SHARED {
            let Some(entity) =
                self.known.entities.iter().position(|known| known.id == *id && known.basis == Basis::Rule)
            else {
                continue;
            };
            let Some(&member) = self.by_known.get(&(entity as u32)) else { continue };
            let words: Vec<WordId> =
                beside.iter().filter_map(|word| self.known.words.find(word)).map(|(id, _)| id).collect();
            if !self.text.tokens.iter().any(|token| words.contains(&token.id)) {
                named
                    .iter_mut()
                    .filter(|name| name.member == Some(member) && name.form == Form::Name)
                    // "Грузия" is nothing else.
                    .filter(|name| fold(self.text.tokens[name.tokens.start].text) == *id)
                    .for_each(|name| name.member = None);
            }
        }
    }
}
