//! Who and what an article names. The steps, in order:
//!
//! 1. [`curated`]: names known beforehand, from `entities.toml` and from the table of the [`world`];
//! 2. [`offices`]: "Iran's Foreign Minister", wherever an office is named;
//! 3. [`runs`] of capitalised words, and [`rules`] that tell what they are by [`evidence`];
//! 4. [`defined`]: acronyms that the article explains;
//! 5. [`cast`]: every name finds its entity; [`surnames`] and [`repeats`] follow the full names;
//! 6. [`roles`]: "the Foreign Minister" is whoever the article, at its date, says.
//!
//! Cost: linear in the article; about a dozen look-ups a word.

mod abroad;
mod appositions;
mod beginnings;
mod cast;
mod compounds;
mod counterparts;
mod curated;
mod defined;
mod evidence;
mod fuller;
mod glued;
mod hashing;
mod headlines;
mod heads;
mod leftovers;
mod letters;
mod marking;
mod model;
mod offices;
mod patterns;
mod repeats;
mod roles;
mod rules;
mod runs;
mod states;
mod surnames;
mod titles;
mod tokens;
mod towns;
mod vocabulary;
mod world;

use super::{Basis, Entity, EntityIndex, Form, Mention};
use crate::ingest::{Article, EntityKind, Lexicon};
use crate::text::{Arrange as _, BlockKind, Span, Word, fold, is_not_english};
use beginnings::Beginnings;
use cast::{Cast, Named};
use curated::Known;
use defined::Definition;
pub use model::{Model, ModelError, training};
use offices::{Phrase, Standing};
use patterns::{Match, Meaning, Sought};
use roles::{Appearance, RoleMention, Roles};
use rules::Proposal;
use std::ops::Range;
use std::sync::OnceLock;
use tokens::{Style, Text};
use vocabulary::Classes;
pub use vocabulary::OFFICES;

/// Finds names; made once a corpus.
pub(super) struct Names {
    known: Known,
    model: Option<Model>,
    /// Made when names are first marked alone.
    beginnings: OnceLock<Beginnings>,
}

/// A stretch of words that is taken for a name, and what it means by the names known beforehand.
#[derive(Clone, Debug)]
struct Candidate {
    tokens: Range<usize>,
    kind: EntityKind,
    form: Form,
    basis: Basis,
    /// Empty where the name speaks for itself.
    meanings: Vec<Meaning>,
}

impl Names {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        Self { known: Known::new(lexicon), model: None, beginnings: OnceLock::new() }
    }

    pub(super) fn set_model(&mut self, model: Model) {
        self.model = Some(model);
    }

    /// Where names known beforehand stand in an article, found without reading it.
    pub(super) fn known(&self, article: &Article) -> Vec<Span> {
        let beginnings = self.beginnings.get_or_init(|| Beginnings::new(&self.known));
        marking::spans(&self.known, beginnings, article)
    }

    /// The same by reading the whole article.
    #[cfg(test)]
    fn known_in_all(&self, article: &Article) -> Vec<Span> {
        use crate::text::{sentences, words};
        let text = Text::of(
            article,
            &words(&article.text),
            &sentences(&article.text, &article.blocks),
            &self.known.words,
        );
        self.known
            .patterns
            .matches(&text, Sought::Names)
            .iter()
            .map(|found| text.span(&found.tokens))
            .collect()
    }

    /// The mentions of an article in order, none inside another, and the entities that they point to.
    pub(super) fn read(
        &self,
        article: &Article,
        words: &[Word<'_>],
        sentences: &[Span],
    ) -> (Vec<Mention>, Vec<Entity>) {
        let text = Text::of(article, words, sentences, &self.known.words);
        let language = match &article.language {
            None if is_not_english(&article.text) => "und",
            stated => abroad::primary(stated.as_deref()),
        };
        if !language.eq_ignore_ascii_case("en") {
            return self.read_abroad(article, &text, language);
        }
        let mut matches = self.known.patterns.matches(&text, Sought::Names);
        states::add(&text, &self.known, &mut matches);
        leftovers::strike_matches(&text, &mut matches);
        let phrases = self.phrases(&text, offices::phrases(&text, &matches));
        let runs = runs::runs(&text, &phrases);
        let mut proposals = rules::propose(&text, &self.known, &matches, &runs);
        if let Some(model) = &self.model {
            let mut found = model.propose(&text, &matches);
            found.retain(|name| !is_sign_off(&text, name));
            proposals = combine(&text, found, proposals);
        }
        leftovers::strike(&text, &mut proposals);
        headlines::trim(&text, &mut proposals);
        glued::join_nicknames(&text, &mut proposals);
        glued::part_repeated(&text, &mut proposals);
        glued::cut_before_names(&text, &mut proposals);
        model::lone_words(&text, &mut proposals);
        compounds::mend(&text, &self.known, &matches, &mut proposals);
        towns::towns(&text, &self.known, &matches, &mut proposals);
        let definitions = defined::definitions(&text);
        let candidates = self.settle(&text, matches, proposals, &definitions);
        let mut cast = Cast::new(&text, &self.known, !phrases.is_empty());
        let named = cast.assemble(&candidates, &definitions);
        let roles = self.roles(article, &text, &cast, &named, &phrases);
        mentions(&text, &cast, named, roles)
    }

    /// The offices in the article, with curated role phrases that are no office of the usual kind.
    fn phrases(&self, text: &Text<'_>, mut phrases: Vec<Phrase>) -> Vec<Phrase> {
        for found in self.known.patterns.matches(text, Sought::Roles) {
            let Some(&Meaning::Role(role)) = found.meanings.first() else { continue };
            let overlapping = |phrase: &Phrase| {
                phrase.whole.start < found.tokens.end && found.tokens.start < phrase.whole.end
            };
            let is_wider = |phrase: &Phrase| phrase.whole.len() >= found.tokens.len();
            let first = phrases.partition_point(|phrase| phrase.tokens.end <= found.tokens.start);
            let count = phrases[first..].iter().take_while(|phrase| overlapping(phrase)).count();
            if phrases[first..first + count].iter().any(is_wider) {
                continue;
            }
            let before = text.before(found.tokens.start);
            let the = before.is_some_and(|before| before.text.eq_ignore_ascii_case("the"));
            let office = self.known.roles[role as usize].office.clone();
            let whole = found.tokens.start - usize::from(the)..found.tokens.end;
            let phrase = Phrase { tokens: found.tokens, whole, office, standing: Standing::Definite };
            phrases.splice(first..first + count, [phrase]);
        }
        phrases
    }

    /// Of names that overlap the longest; of equals the one known beforehand, then the one the article defines. What the
    /// model takes for a name gives way to a curated one of several words.
    fn settle(
        &self,
        text: &Text<'_>,
        matches: Vec<Match>,
        proposals: Vec<Proposal>,
        definitions: &[Definition],
    ) -> Vec<Candidate> {
        let mut all: Vec<Candidate> = Vec::with_capacity(matches.len() + proposals.len());
        let curated = |entity: u32| self.known.entities[entity as usize].basis == Basis::Curated;
        let closing: Vec<usize> = matches
            .iter()
            .filter(|found| {
                found.tokens.len() > 1
                    && matches!(found.meanings[0], Meaning::Name(entity, _) if curated(entity))
            })
            .map(|found| found.tokens.end)
            .collect();
        for found in matches {
            let Some(&Meaning::Name(entity, form)) = found.meanings.first() else { continue };
            let known = &self.known.entities[entity as usize];
            all.push(Candidate {
                tokens: found.tokens,
                kind: known.kind,
                form,
                basis: known.basis,
                meanings: found.meanings,
            });
        }
        for definition in definitions {
            let Definition { name, kind, .. } = definition.clone();
            all.push(Candidate {
                tokens: name,
                kind,
                form: Form::Name,
                basis: Basis::Defined,
                meanings: Vec::new(),
            });
        }
        let open =
            proposals.into_iter().filter(|proposal| closing.binary_search(&proposal.tokens.end).is_err());
        all.extend(open.map(|Proposal { tokens, kind, form, basis }| Candidate {
            tokens,
            kind,
            form,
            basis,
            meanings: Vec::new(),
        }));
        // In a line of capitals the model has nothing to part names by.
        let is_loud = |name: &Candidate| text.sentence_of(name.tokens.start).style == Style::AllCapitals;
        let is_sure =
            |name: &Candidate| name.basis == Basis::Curated && (name.tokens.len() > 2 || is_loud(name));
        let sure: Vec<Range<usize>> =
            all.iter().filter(|name| is_sure(name)).map(|name| name.tokens.clone()).collect();
        all.retain(|name| {
            let gives_way =
                |tokens: &Range<usize>| tokens.start < name.tokens.end && name.tokens.start < tokens.end;
            name.basis != Basis::Model || !sure.iter().any(gives_way)
        });
        all.arrange_by_key(|name| {
            (std::cmp::Reverse(name.tokens.len()), name.basis as u8, name.tokens.start)
        });
        let mut taken = vec![false; text.tokens.len()];
        all.retain(|name| {
            let free = !taken[name.tokens.clone()].contains(&true);
            taken[name.tokens.clone()].fill(true);
            free
        });
        all.arrange_by_key(|name| name.tokens.start);
        all
    }

    fn roles(
        &self,
        article: &Article,
        text: &Text<'_>,
        cast: &Cast<'_>,
        named: &[Named],
        phrases: &[Phrase],
    ) -> Vec<RoleMention> {
        let people: Vec<Appearance> = named
            .iter()
            .filter(|name| name.kind == EntityKind::Person)
            .map(|name| {
                let is_full = surnames::parts(text, &name.tokens).len() > 1;
                Appearance { tokens: name.tokens.clone(), member: name.member, is_full }
            })
            .collect();
        let known_of: Vec<Option<u32>> = cast.members.iter().map(|member| member.known).collect();
        let member_of = &cast.by_known;
        let mut first_named = vec![None; cast.members.len()];
        for person in &people {
            let in_article = !text.sentence_of(person.tokens.start).is_aside();
            if let Some(member) = person.member.filter(|_| in_article) {
                first_named[member].get_or_insert(person.tokens.start);
            }
        }
        let free: Vec<Phrase> =
            phrases.iter().filter(|phrase| !is_inside(named, &phrase.tokens)).cloned().collect();
        let date = article.date.as_ref();
        Roles {
            text,
            known: &self.known,
            date,
            people: &people,
            known_of: &known_of,
            member_of,
            first_named: &first_named,
        }
        .resolve(&free)
    }
}

/// Whether a name in small letters stands in a byline: a login or half a name, as whoever edited the article signs off.
fn is_sign_off(text: &Text, name: &Proposal) -> bool {
    let is_small = |at: usize| !text.tokens[at].text.chars().any(char::is_uppercase);
    text.sentence_of(name.tokens.start).kind == BlockKind::Byline && name.tokens.clone().all(is_small)
}

/// The model's names; of the rules' what the model does not look for, people whose title leaves no doubt, and organizations
/// that say by their head what they are; these only where the model sees nothing.
fn combine(text: &Text<'_>, mut model: Vec<Proposal>, rules: Vec<Proposal>) -> Vec<Proposal> {
    let is_other = |name: &Proposal| matches!(name.kind, EntityKind::Agreement | EntityKind::Event);
    for other in rules.iter().filter(|name| is_other(name)) {
        model.retain(|name| name.tokens.end <= other.tokens.start || other.tokens.end <= name.tokens.start);
    }
    model.retain(|name| !is_broken_off(text, name));
    for person in rules.iter().filter(|name| name.kind == EntityKind::Person) {
        complete(text, &mut model, person);
    }
    let seen: Vec<(Range<usize>, EntityKind)> =
        model.iter().map(|name| (name.tokens.clone(), name.kind)).collect();
    model.extend(rules.into_iter().filter(|name| {
        let next = seen.partition_point(|(tokens, _)| tokens.end <= name.tokens.start);
        let mut inside =
            seen[next..].iter().take_while(|(tokens, _)| tokens.start < name.tokens.end).peekable();
        let is_free = inside.peek().is_none();
        // "Ministry of Trade of the Republic of Korea", where the model sees the country alone.
        let holds_place = inside.all(|(tokens, kind)| {
            *kind == EntityKind::Place && tokens.start > name.tokens.start && tokens.end == name.tokens.end
        });
        let is_titled = name.kind == EntityKind::Person && name.basis == Basis::Defined;
        let is_headed = || {
            name.kind == EntityKind::Organization
                && name.form == Form::Name
                && heads::is_whole_organization(text, &name.tokens)
        };
        is_other(name) || is_free && is_titled || holds_place && is_headed()
    }));
    model
}

/// "Theresa May", where the model sees a given name and a month: the given name alone gives way to the rules' name.
fn complete(text: &Text<'_>, model: &mut [Proposal], person: &Proposal) {
    let first = model.partition_point(|name| name.tokens.end <= person.tokens.start);
    let is_apart = |name: &Proposal| name.tokens.start >= person.tokens.end;
    let month = &text.tokens[person.tokens.end - 1];
    let Some(part) = model.get(first).filter(|_| person.tokens.len() == 2 && month.is(Classes::CALENDAR))
    else {
        return;
    };
    let is_given =
        part.kind == EntityKind::Person && part.tokens == (person.tokens.start..person.tokens.start + 1);
    if is_given && model.get(first + 1).is_none_or(is_apart) {
        model[first].tokens.end = person.tokens.end;
    }
}

/// Whether a name breaks off behind a particle: "Le" of "Ms. Le Pen".
fn is_broken_off(text: &Text<'_>, name: &Proposal) -> bool {
    let is_particle =
        |at: usize| text.tokens[at].is(Classes::PARTICLE) && !text.tokens[at].is(Classes::GIVEN_NAME);
    let goes_on =
        text.after(name.tokens.end - 1).is_some_and(|next| next.gap.joins() && next.is_capitalised());
    name.kind == EntityKind::Person && goes_on && name.tokens.clone().all(is_particle)
}

/// Whether the words of an office are part of a name.
fn is_inside(named: &[Named], tokens: &Range<usize>) -> bool {
    let next = named.partition_point(|name| name.tokens.end <= tokens.start);
    named.get(next).is_some_and(|name| name.tokens.start <= tokens.start && name.tokens.len() >= tokens.len())
}

/// Names and roles in one row, and the entities in order of their first mention.
fn mentions(
    text: &Text<'_>,
    cast: &Cast<'_>,
    named: Vec<Named>,
    roles: Vec<RoleMention>,
) -> (Vec<Mention>, Vec<Entity>) {
    let mut all: Vec<Named> = roles
        .into_iter()
        .map(|role| {
            let basis = if role.is_curated { Basis::Curated } else { Basis::Defined };
            Named {
                tokens: role.tokens,
                kind: EntityKind::Person,
                form: Form::Role,
                basis,
                member: role.member,
            }
        })
        .collect();
    let mut taken = vec![false; text.tokens.len()];
    for role in &all {
        taken[role.tokens.clone()].fill(true);
    }
    all.extend(named.into_iter().filter(|name| !taken[name.tokens.clone()].contains(&true)));
    all.arrange_by_key(|name| (name.tokens.start, name.tokens.end));
    let mut index: Vec<Option<EntityIndex>> = vec![None; cast.members.len()];
    let mut entities = Vec::new();
    let mentions = all.into_iter().map(|name| {
        let entity = name.member.and_then(|member| {
            index[member].or_else(|| {
                let next = u16::try_from(entities.len()).ok().map(EntityIndex)?;
                let member_of = &cast.members[member];
                entities.push(Entity {
                    id: member_of.id.clone(),
                    name: member_of.name.clone(),
                    kind: member_of.kind,
                    titles: Vec::new(),
                    joined: Vec::new(),
                });
                index[member] = Some(next);
                Some(next)
            })
        });
        if let (Some(index), EntityKind::Person, Form::Name) = (entity, name.kind, name.form) {
            let titles = &mut entities[usize::from(index.0)].titles;
            titles.extend(titles::before(text, &name.tokens).filter(|title| !titles.contains(title)));
        }
        Mention { span: text.span(&name.tokens), kind: name.kind, entity, form: name.form, basis: name.basis }
    });
    let mentions = mentions.collect();
    (mentions, entities)
}

/// The id of an entity that nobody has curated: its folded name with hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in fold(name).chars().filter(|c| *c != '\'') {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
