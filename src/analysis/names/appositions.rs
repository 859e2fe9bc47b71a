//! Who is introduced beside an office: "Foreign Minister Araghchi", "Kazem Jalali, Iran's Ambassador to Moscow,".
//! Cost: a binary search among the people of the article for each office.

use super::offices::{Phrase, Standing};
use super::roles::{Appearance, Bond, Roles};
use super::tokens::Gap;
use super::vocabulary::Classes;

impl Roles<'_> {
    /// How a phrase is bound to the person beside it, and who that is.
    pub(super) fn beside(&self, phrase: &Phrase) -> Option<(Bond, Option<usize>)> {
        let text = self.text;
        let end = phrase.tokens.end;
        let mut start = end;
        while text.beside(end - 1, Some(start)).is_some_and(|token| token.gap == Gap::Space || start == end)
            && super::runs::is_title(text, start)
        {
            start += 1;
        }
        let next = self.person_from(start).filter(|_| text.beside(end - 1, Some(start)).is_some());
        let gap = text.gap_after(end - 1);
        if let Some(bond) = self.named_behind_complement(phrase) {
            return Some(bond);
        }
        if let Some(person) = next {
            let behind = text.gap_after(person.tokens.end - 1);
            let verb = text
                .after(person.tokens.end - 1)
                .is_some_and(|token| token.is(Classes::VERB) && !token.is_capitalised());
            match gap {
                Gap::Space => return Some((Bond::Absorbed, person.member)),
                Gap::Comma
                    if person.is_full
                        && (matches!(behind, Gap::Comma | Gap::Break) || verb)
                        && (phrase.standing == Standing::Definite
                            || behind == Gap::Comma && self.is_introduced(phrase)) =>
                {
                    return Some((person.member.map_or(Bond::Free, Bond::Apposed), person.member));
                }
                _ => {}
            }
        }
        let is_named =
            gap == Gap::Space && text.beside(end - 1, Some(start)).is_some() && self.looks_named(start);
        if is_named {
            return Some((Bond::Absorbed, None));
        }
        let whole = phrase.whole.start - usize::from(self.is_introduced(phrase));
        let before = self.person_until(whole).filter(|_| text.tokens[whole].gap == Gap::Comma)?;
        let closes = matches!(gap, Gap::Comma | Gap::Break)
            || text.after(end - 1).is_some_and(|token| token.is(Classes::COMMON.or(Classes::VERB)));
        let (true, Some(member)) = (closes, before.member) else { return None };
        let apposed = phrase.standing != Standing::Definite;
        Some((if apposed { Bond::Absorbed } else { Bond::Apposed(member) }, Some(member)))
    }

    /// "The spokeswoman for the ministry, Ana Silva, said": Ana Silva.
    fn named_behind_complement(&self, phrase: &Phrase) -> Option<(Bond, Option<usize>)> {
        const LONGEST: usize = 5;
        let text = self.text;
        let end = phrase.tokens.end;
        let token = |at: usize| text.beside(end - 1, Some(at));
        let is_complement = token(end).is_some_and(|link| matches!(link.text, "of" | "for" | "at"));
        if !is_complement || phrase.standing != Standing::Definite {
            return None;
        }
        let start =
            (end + 1..end + 1 + LONGEST).find(|&at| token(at).is_none_or(|next| next.gap != Gap::Space))?;
        token(start).filter(|next| next.gap == Gap::Comma)?;
        // "…, Ayatollah Ali Karimi,"
        let untitled = (start..start + LONGEST).find(|&at| !super::runs::is_title(text, at))?;
        let person = self.person_from(untitled).filter(|person| person.is_full)?;
        let is_closed = text.gap_after(person.tokens.end - 1) == Gap::Comma;
        person.member.filter(|_| is_closed).map(|member| (Bond::Apposed(member), Some(member)))
    }

    /// "A former minister, Omar Haddad, said": somebody of whom the name tells who it is.
    fn is_introduced(&self, phrase: &Phrase) -> bool {
        let before = self.text.before(phrase.whole.start);
        before.is_some_and(|before| matches!(before.text, "a" | "an" | "A" | "An"))
    }

    /// Whether a capitalised word stands here that may be a name nobody has found: the office is then that person's.
    fn looks_named(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let listed = Classes::COMMON.or(Classes::VERB).or(Classes::CALENDAR);
        token.is_capitalised() && !token.is(listed) && !self.text.has_lower(token.id)
    }

    fn person_from(&self, start: usize) -> Option<&Appearance> {
        let at = self.people.binary_search_by_key(&start, |person| person.tokens.start).ok()?;
        Some(&self.people[at])
    }

    fn person_until(&self, end: usize) -> Option<&Appearance> {
        let next = self.people.partition_point(|person| person.tokens.start < end);
        let person = &self.people[next.checked_sub(1)?];
        let beside = self.text.beside(end, Some(person.tokens.start)).is_some();
        (person.tokens.end == end && beside).then_some(person)
    }
}
