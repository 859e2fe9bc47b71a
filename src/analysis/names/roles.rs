//! Who is meant by "the Foreign Minister": the one whom this article, at its date, gives that office. Where two could
//! be meant, only what the text itself makes clear decides; otherwise nobody is named.
//! Cost: a pass over the offices, each against the holders named in the article.

use super::curated::Known;
use super::hashing::HashMap;
use super::offices::{Affiliation, Office, Phrase, Standing};
use super::patterns::{Meaning, Sought};
use super::tokens::{Gap, Style, Text};
use crate::text::{Arrange as _, BlockKind, Date};

/// A person named in the article, in order of the text.
#[derive(Clone, Debug)]
pub(super) struct Appearance {
    pub(super) tokens: std::ops::Range<usize>,
    /// Place in the article's cast; `None` where it is open who is meant.
    pub(super) member: Option<usize>,
    /// Whether more than one word of the name is given.
    pub(super) is_full: bool,
}

/// A role phrase that stands for somebody, or for somebody unknown.
#[derive(Clone, Debug)]
pub(super) struct RoleMention {
    pub(super) tokens: std::ops::Range<usize>,
    pub(super) member: Option<usize>,
    pub(super) is_curated: bool,
}

/// Who holds an office, and where the article says so.
#[derive(Clone)]
pub(super) struct Holder {
    pub(super) member: usize,
    pub(super) office: Office,
    at: usize,
    /// Told in the article itself, not in a link or teaser.
    in_article: bool,
}

pub(super) struct Roles<'r> {
    pub(super) text: &'r Text<'r>,
    pub(super) known: &'r Known,
    pub(super) date: Option<&'r Date>,
    pub(super) people: &'r [Appearance],
    /// The known entity of each member of the cast.
    pub(super) known_of: &'r [Option<u32>],
    pub(super) member_of: &'r HashMap<u32, usize>,
    /// Where each member of the cast is first named.
    pub(super) first_named: &'r [Option<usize>],
}

/// So many holders of offices and role phrases are kept in mind; it bounds the time for the longest texts.
const MEMORY: usize = 256;

/// What the article says of one phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    /// "Foreign Minister Araghchi": part of naming the person.
    Absorbed,
    /// "Kazem Jalali, Iran's Ambassador to Moscow,": says the same person once more.
    Apposed(usize),
    Free,
}

/// Somebody who may be meant: a member of the cast, or an unnamed holder of an office.
#[derive(Clone, PartialEq, Eq)]
enum Figure {
    Member(usize),
    Unnamed(Option<Affiliation>),
}

impl Roles<'_> {
    pub(super) fn resolve(&self, phrases: &[Phrase]) -> Vec<RoleMention> {
        let mut holders = Vec::new();
        let mut phrases = phrases.to_vec();
        let mut bonds = Vec::with_capacity(phrases.len());
        for at in 0..phrases.len() {
            if let Some(taken_up) = self.taken_up(&phrases[at], &phrases[..at], &holders) {
                phrases[at] = taken_up;
            }
            bonds.push(self.bond(&phrases[at], &mut holders));
        }
        let phrases = &phrases[..];
        for (phrase, bond) in phrases.iter().zip(&bonds) {
            if *bond == Bond::Free && phrase.standing == Standing::Definite {
                holders.extend(self.named_after(phrase, &holders));
            }
        }
        let told: Vec<Holder> = holders.iter().filter(|holder| holder.in_article).cloned().collect();
        let mut met: Vec<(usize, Office, Figure)> = Vec::new();
        let mut mentions = Vec::new();
        for (phrase, bond) in phrases.iter().zip(&bonds) {
            let (member, is_curated) = match *bond {
                Bond::Absorbed => continue,
                Bond::Apposed(member) => (Some(member), false),
                Bond::Free if self.is_aside(phrase.tokens.start) => self.holder_of(phrase, &holders, &met),
                Bond::Free => self.holder_of(phrase, &told, &met),
            };
            if phrase.standing == Standing::Definite && !self.is_aside(phrase.tokens.start) {
                let figure = member.map_or_else(|| Figure::Unnamed(phrase.office.of.clone()), Figure::Member);
                if met.len() == 2 * MEMORY {
                    met.drain(..MEMORY);
                }
                met.push((phrase.tokens.start, phrase.office.clone(), figure));
            }
            mentions.extend(self.mention(phrase, member, is_curated));
        }
        mentions
    }

    fn mention(&self, phrase: &Phrase, member: Option<usize>, is_curated: bool) -> Option<RoleMention> {
        let first = &self.text.tokens[phrase.tokens.start];
        let is_headline = self.text.sentence_of(phrase.tokens.start).style != Style::Prose;
        let opens = self.text.opens_sentence(phrase.tokens.start) && first.is_capitalised();
        let stands = match phrase.standing {
            Standing::Definite => true,
            Standing::Indefinite => false,
            Standing::Bare => member.is_some() && (opens || is_headline),
        };
        if !stands || (member.is_none() && !is_clear_office(&phrase.office)) {
            return None;
        }
        let tokens =
            if member.is_some() || phrase.whole.start + 1 >= phrase.tokens.start && !self.has_owner(phrase) {
                phrase.whole.clone()
            } else {
                phrase.tokens.clone()
            };
        Some(RoleMention { tokens, member, is_curated })
    }

    /// Whether a country or organization stands in front of the office.
    fn has_owner(&self, phrase: &Phrase) -> bool {
        let first = &self.text.tokens[phrase.whole.start];
        phrase.whole.start < phrase.tokens.start && !first.text.eq_ignore_ascii_case("the")
    }

    /// The person that the phrase introduces, before or behind it; who is introduced holds the office from there on.
    fn bond(&self, phrase: &Phrase, holders: &mut Vec<Holder>) -> Bond {
        let (bond, member) = match self.beside(phrase) {
            Some((bond, Some(member))) => (bond, member),
            Some((bond, None)) => return bond,
            None => return Bond::Free,
        };
        let is_known = holders.iter().any(|holder| {
            holder.member == member
                && holder.office == phrase.office
                && (holder.in_article || self.is_aside(phrase.tokens.start))
        });
        if !is_known && holders.len() < MEMORY {
            let (at, in_article) = (phrase.tokens.start, !self.is_aside(phrase.tokens.start));
            holders.push(Holder { member, office: phrase.office.clone(), at, in_article });
        }
        bond
    }

    /// Whether a link or teaser stands here.
    fn is_aside(&self, at: usize) -> bool {
        self.text.sentence_of(at).is_aside()
    }

    /// Whether a sentence begins here, be it after a dateline: "Tehran (IP) - The …".
    fn opens(&self, at: usize) -> bool {
        const DATELINE: usize = 5;
        let first = self.text.sentence_of(at).tokens.start;
        let before = self.text.source[..self.text.tokens[at].span.start as usize].trim_end();
        at == first || at - first <= DATELINE && before.ends_with(['-', '–', '—', ':'])
    }

    /// "The Iranian foreign minister arrived on Tuesday. During his visit, Hossein Amir-Abdollahian will …": a full name
    /// told here for the first time, with a pronoun that waits for it, right after the office as the subject.
    fn named_after(&self, phrase: &Phrase, holders: &[Holder]) -> Option<Holder> {
        let text = self.text;
        let opens = self.opens(phrase.whole.start);
        let is_open = phrase.office.of.is_some()
            && !holders.iter().any(|holder| {
                holder.office.answers_to(&phrase.office) && holder.office.of == phrase.office.of
            });
        if !(opens && is_open) {
            return None;
        }
        let behind = text.sentences.get(text.tokens[phrase.whole.start].sentence as usize + 1..)?;
        let next = behind.iter().find(|sentence| sentence.kind != BlockKind::Dateline)?;
        let first = self.people.partition_point(|person| person.tokens.start < next.tokens.start);
        let person = self
            .people
            .get(first)
            .filter(|person| person.tokens.start < next.tokens.end && person.is_full)?;
        let member = person.member?;
        let is_new = self.first_named[member].is_some_and(|first| first >= next.tokens.start);
        let free = !holders.iter().any(|holder| holder.member == member);
        let after_comma = text.tokens[person.tokens.start].gap == Gap::Comma;
        const REACH: usize = 6;
        let lead = next.tokens.start.max(person.tokens.start.saturating_sub(REACH))..person.tokens.start;
        let waits = text.tokens[lead].iter().any(|token| matches!(token.text, "his" | "her"));
        let office = phrase.office.clone();
        (is_new && free && after_comma && waits).then_some(Holder {
            member,
            office,
            at: phrase.tokens.start,
            in_article: !self.is_aside(phrase.tokens.start),
        })
    }

    /// The holder of the office, and whether only the curated roles say so.
    fn holder_of(
        &self,
        phrase: &Phrase,
        holders: &[Holder],
        met: &[(usize, Office, Figure)],
    ) -> (Option<usize>, bool) {
        match phrase.office.of {
            Some(_) => self.holder_by_country(phrase, holders),
            None => (self.holder_in_article(phrase, holders, met), false),
        }
    }

    fn holder_by_country(&self, phrase: &Phrase, holders: &[Holder]) -> (Option<usize>, bool) {
        let office = &phrase.office;
        let fits =
            |holder: &&Holder| holder.office.answers_to(office) && self.affiliation(holder) == office.of;
        let told = distinct(holders.iter().filter(fits).map(|holder| holder.member));
        if !told.is_empty() {
            return (only(&told), false);
        }
        let in_office: Vec<usize> = self.curated(office);
        if !in_office.is_empty() {
            return (only(&in_office), true);
        }
        let loose = |holder: &&Holder| holder.office.answers_to(office) && self.affiliation(holder).is_none();
        let rivals = holders
            .iter()
            .any(|holder| holder.office.key == office.key && self.affiliation(holder).is_some());
        // A state has two senators and the country a hundred: who is called so without one may be any state's.
        let may_hold =
            |holder: &&Holder| loose(holder) && (!office.is_shared() || self.is_from(holder.member, office));
        let loose = distinct(holders.iter().filter(may_hold).map(|holder| holder.member));
        (if rivals { None } else { only(&loose) }, false)
    }

    /// Whether the article puts a member into the place of an office: "Ana Reed of Ohio", "Reed (D-Ohio)".
    fn is_from(&self, member: usize, office: &Office) -> bool {
        let Some(Affiliation::Known(of)) = office.of else { return false };
        let is_there = |at: usize| {
            let found = self.known.patterns.match_at(self.text, at, Sought::Names);
            let is_it = |meaning: &Meaning| matches!(meaning, Meaning::Name(entity, _) if *entity == of);
            found.is_some_and(|found| found.meanings.iter().any(is_it))
        };
        self.people.iter().filter(|person| person.member == Some(member)).any(|person| {
            let end = person.tokens.end;
            let link = self.text.after(end - 1);
            let links = link.is_some_and(|link| matches!(link.text, "of" | "from") || link.is_initial());
            links && self.text.after(end).is_some() && is_there(end + 1)
        })
    }

    /// The curated holders of the office at the article's date whom the article names; of one alone, whether it names
    /// him or not once the date is known.
    fn curated(&self, office: &Office) -> Vec<usize> {
        let valid: Vec<u32> = distinct(
            self.known
                .roles
                .iter()
                .filter(|role| {
                    role.office.of == office.of || role.office.of.is_none() && role.office.key == office.key
                })
                .filter(|role| role.office.answers_to(office) && role.holds(self.date))
                .map(|role| role.entity as usize),
        )
        .into_iter()
        .map(|entity| entity as u32)
        .collect();
        let member = |entity: u32| self.member_of.get(&entity).copied();
        let named: Vec<usize> = valid
            .iter()
            .filter_map(|&entity| member(entity))
            .filter(|&member| self.is_named(member))
            .collect();
        match valid.as_slice() {
            [one] if self.date.is_some() => member(*one).into_iter().collect(),
            _ => named,
        }
    }

    fn is_named(&self, member: usize) -> bool {
        self.first_named[member].is_some()
    }

    /// Whose office a holder has: as told, or as the curated roles know.
    pub(super) fn affiliation(&self, holder: &Holder) -> Option<Affiliation> {
        let known = self.known_of.get(holder.member).copied().flatten();
        let curated = || {
            let mut roles = self
                .known
                .roles
                .iter()
                .filter(|role| Some(role.entity) == known && role.office.key == holder.office.key);
            roles.find_map(|role| role.office.of.clone())
        };
        holder.office.of.clone().or_else(curated)
    }

    fn holder_in_article(
        &self,
        phrase: &Phrase,
        holders: &[Holder],
        met: &[(usize, Office, Figure)],
    ) -> Option<usize> {
        let (at, office) = (phrase.tokens.start, &phrase.office);
        let told = |limit: usize| {
            holders.iter().filter(move |holder| holder.at < limit && holder.office.answers_to(office))
        };
        let mut figures: Vec<Figure> = Vec::new();
        let mut add = |figure: Figure| {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        };
        told(at).for_each(|holder| add(Figure::Member(holder.member)));
        for member in self.named_holders(office, at) {
            add(Figure::Member(member));
        }
        let owners: Vec<_> = told(at).map(|holder| self.affiliation(holder)).collect();
        for (_, _, figure) in
            met.iter().filter(|(_, earlier, _)| earlier.of.is_some() && earlier.answers_to(office))
        {
            match figure {
                Figure::Unnamed(of) if owners.contains(of) => {}
                other => add(other.clone()),
            }
        }
        match figures.as_slice() {
            [Figure::Member(member)] => Some(*member),
            [] => self.holder_told_later(office, holders),
            [_] => None,
            several => self.in_focus(several, at, met),
        }
    }

    /// Members of the cast, named before `limit`, who hold the office by the curated roles.
    fn named_holders(&self, office: &Office, limit: usize) -> Vec<usize> {
        let roles =
            self.known.roles.iter().filter(|role| role.office.answers_to(office) && role.holds(self.date));
        let members = roles.filter_map(|role| self.member_of.get(&role.entity).copied());
        distinct(members.filter(|&member| self.first_named[member].is_some_and(|first| first < limit)))
    }

    /// A headline has the office before the text has the name: sure only where the article has one holder in all.
    fn holder_told_later(&self, office: &Office, holders: &[Holder]) -> Option<usize> {
        let all =
            holders.iter().filter(|holder| holder.office.answers_to(office)).map(|holder| holder.member);
        only(&distinct(all.chain(self.named_holders(office, usize::MAX))))
    }

    /// Of several, the only one who was mentioned in this paragraph so far, or in the one before.
    fn in_focus(&self, figures: &[Figure], at: usize, met: &[(usize, Office, Figure)]) -> Option<usize> {
        let block = self.text.sentence_of(at).block;
        for block in [Some(block), block.checked_sub(1)].into_iter().flatten() {
            let inside = |place: usize| place < at && self.text.sentence_of(place).block == block;
            let until = self.people.partition_point(|person| person.tokens.start < at);
            let named = self.people[..until]
                .iter()
                .rev()
                .take(MEMORY)
                .take_while(|person| self.text.sentence_of(person.tokens.start).block >= block)
                .filter(|person| inside(person.tokens.start))
                .filter_map(|person| person.member.map(Figure::Member));
            let called =
                met.iter().filter(|(place, _, _)| inside(*place)).map(|(_, _, figure)| figure.clone());
            let mut seen: Vec<Figure> = Vec::new();
            for figure in named.chain(called).filter(|figure| figures.contains(figure)) {
                if !seen.contains(&figure) {
                    seen.push(figure);
                }
            }
            match seen.as_slice() {
                [] => {}
                [Figure::Member(member)] => return Some(*member),
                _ => return None,
            }
        }
        None
    }
}

/// Offices that stay a person's even where it is open whose: not "the head", "the general".
fn is_clear_office(office: &Office) -> bool {
    const CLEAR: &[&str] =
        &["minister", "president", "chancellor", "ambassador", "spokesperson", "governor", "mayor", "envoy"];
    CLEAR.contains(&office.head()) && !office.is_past()
        || office.key == "secretary general"
        || office.key == "secretary-general"
}

fn distinct(members: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut found: Vec<usize> = members.collect();
    found.arrange();
    found.dedup();
    found
}

fn only(members: &[usize]) -> Option<usize> {
    match members {
        [one] => Some(*one),
        _ => None,
    }
}
