//! Names once found, where they stand again without a sign of their own: the whole name, an acronym, a surname alone.
//! A lone word counts only where it is no word of its own and no part of a longer name. Cost: one pass.

use super::cast::{Cast, Named};
use super::surnames::{ShortForm, acts_as_person};
use super::tokens::{Case, Style};
use super::vocabulary::Classes;
use crate::analysis::{Basis, Form};
use crate::ingest::EntityKind;
use std::ops::Range;

impl Cast<'_> {
    /// Names found once, where they stand again without a sign of their own.
    pub(super) fn repeats(&self, named: &[Named]) -> Vec<Named> {
        let text = self.text;
        let mut taken = vec![false; text.tokens.len()];
        for name in named {
            taken[name.tokens.clone()].fill(true);
        }
        for sentence in text.sentences.iter().filter(|sentence| sentence.is_furniture) {
            taken[sentence.tokens.clone()].fill(true);
        }
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.tokens.len() {
            let end =
                if taken[at] || !text.tokens[at].is_capitalised() && !text.tokens[at].is(Classes::PARTICLE) {
                    at
                } else {
                    self.longest_form(at, &taken)
                };
            if end > at {
                found.extend(self.repeat(at..end, &taken));
            }
            at = end.max(at + 1);
        }
        found
    }

    fn longest_form(&self, at: usize, taken: &[bool]) -> usize {
        let (mut node, mut end) = (0, at);
        for (next, &is_taken) in taken.iter().enumerate().skip(at) {
            let token = &self.text.tokens[next];
            let joined = next == at || token.gap.joins();
            if is_taken
                || !joined
                || !(token.is_capitalised()
                    || token.is(Classes::PARTICLE)
                    || token.case == Case::Lower && next > at)
            {
                break;
            }
            let Some(step) = self.trie.step(node, token.id) else { break };
            node = step;
            if !self.trie.at(node).is_empty() && token.is_capitalised() {
                end = next + 1;
            }
        }
        end
    }

    fn repeat(&self, tokens: Range<usize>, taken: &[bool]) -> Option<Named> {
        let text = self.text;
        let in_article = self.in_article(&tokens);
        let node = text.ids(&tokens).iter().try_fold(0, |node, &word| self.trie.step(node, word))?;
        let forms: Vec<&ShortForm> = self
            .trie
            .at(node)
            .iter()
            .map(|&form| &self.forms[form as usize])
            .filter(|form| self.may_mean(form, &tokens, in_article))
            .collect();
        let first = *forms.first()?;
        let is_part = forms.iter().all(|form| form.is_part);
        if tokens.len() == 1 && !self.may_stand_alone(&tokens, first, is_part, taken) {
            return None;
        }
        let is_one_kind = forms.iter().all(|form| form.kind == first.kind);
        let members = if first.kind == EntityKind::Person {
            self.by_surname_first(forms.into_iter())
        } else {
            forms.iter().map(|form| form.member).collect()
        };
        let member = if members.len() == 1 && is_one_kind { Some(members[0]) } else { None };
        Some(Named { tokens, kind: first.kind, form: first.form, basis: Basis::Defined, member })
    }

    /// Whether a lone capitalised word is the name and not a word of its own, nor part of a longer name.
    fn may_stand_alone(
        &self,
        tokens: &Range<usize>,
        form: &ShortForm,
        is_part: bool,
        taken: &[bool],
    ) -> bool {
        let text = self.text;
        let (at, token) = (tokens.start, &text.tokens[tokens.start]);
        if form.form == Form::Acronym {
            return token.case == Case::Capitals
                || token.text.chars().filter(|c| c.is_uppercase()).count() > 1;
        }
        let prose = text.sentence_of(at).style == Style::Prose;
        let listed = Classes::COMMON
            .or(Classes::TITLE)
            .or(Classes::OFFICE)
            .or(Classes::CALENDAR)
            .or(Classes::MODIFIER);
        let free_capital = |place: Option<usize>| {
            let (Some(beside), Some(place)) = (text.beside(at, place), place) else { return false };
            let explained =
                taken[place] || beside.is(listed) || text.opens_sentence(place) && text.has_lower(beside.id);
            beside.is_capitalised() && !explained
        };
        let runs_on = (token.gap.joins() && free_capital(at.checked_sub(1)))
            || (text.gap_after(at).joins() && free_capital(Some(at + 1)));
        if prose && runs_on {
            return false;
        }
        let listed = Classes::COMMON
            .or(Classes::CALENDAR)
            .or(Classes::MODIFIER)
            .or(Classes::CREED)
            .or(Classes::ORGANIZATION)
            .or(Classes::VERB);
        let is_word = token.is(listed) || text.has_lower(token.id);
        let is_risky = is_word || token.text.chars().count() < 3;
        !(is_part && is_risky) || acts_as_person(text, tokens)
    }
}
