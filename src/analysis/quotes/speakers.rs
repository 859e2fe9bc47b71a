//! Who is behind a speaker's words: the name or role in them, or for "he" and "she" the one person that this can be.

use super::cues;
use super::frame::Words;
use super::genders::{self, Gender};
use super::marks::Stretch;
use crate::analysis::{Basis, Entity, EntityIndex, Form, Mention, Speaker};
use crate::ingest::{Article, EntityKind};
use crate::text::{Span, fold};

/// So many mentions back somebody may be meant; it bounds the time for the longest paragraphs.
const MEMORY: usize = 256;

/// Names speakers in the order of the text and remembers who spoke last.
pub struct Speakers<'a> {
    article: &'a Article,
    entities: &'a [Entity],
    /// Names and roles outside quotation marks, in order.
    mentions: Vec<Mention>,
    /// Of each entity what its title ("Mr.", "Ms.") or given name tells.
    genders: Vec<Option<Gender>>,
    /// Where somebody spoke last, and who where that is sure.
    last: Option<(u32, Option<EntityIndex>)>,
    /// The pronouns that were resolved.
    pub pronouns: Vec<Mention>,
}

impl<'a> Speakers<'a> {
    pub fn new(
        article: &'a Article,
        entities: &'a [Entity],
        mentions: &[Mention],
        stretches: &[Stretch],
    ) -> Self {
        let is_quoted = |span: Span| {
            let at = stretches.partition_point(|stretch| stretch.outer.end <= span.start);
            stretches.get(at).is_some_and(|stretch| stretch.outer.start <= span.start)
        };
        let mentions: Vec<Mention> =
            mentions.iter().filter(|mention| !is_quoted(mention.span)).cloned().collect();
        let mut genders: Vec<Option<Gender>> = entities.iter().map(given).collect();
        let mut titled = vec![false; entities.len()];
        for mention in &mentions {
            let Some(at) = mention.entity.map(|entity| usize::from(entity.0)) else { continue };
            let title = genders::titled(&article.text[..mention.span.start as usize]);
            if let (Some(title), Some(false)) = (title, titled.get(at).copied()) {
                (genders[at], titled[at]) = (Some(title), true);
            }
        }
        Self { article, entities, mentions, genders, last: None, pronouns: Vec::new() }
    }

    /// The speaker that a noun phrase or pronoun names.
    pub fn name(&mut self, span: Span, words: &Words) -> Speaker {
        let written = span.of(words.text);
        let gender = match written {
            "he" | "He" => Some(Gender::Male),
            "she" | "She" => Some(Gender::Female),
            _ => None,
        };
        let entity = match gender {
            Some(gender) => self.person_meant(span, gender),
            None => self.entity_in(span),
        };
        self.last = Some((span.start, entity));
        if let (Some(entity), Some(gender)) = (entity, gender) {
            if let Some(known) = self.genders.get_mut(usize::from(entity.0)) {
                known.get_or_insert(gender);
            }
            self.push_pronoun(span, entity);
        }
        Speaker { span, entity }
    }

    /// Whether the phrase names somebody: a person or organization stands in it, or it is nothing but places.
    pub fn is_named(&self, span: Span, words: &Words) -> bool {
        let inside = || self.mentions_in(span).iter();
        let acts = |mention: &Mention| {
            matches!(mention.kind, EntityKind::Person | EntityKind::Organization)
                && mention.form != Form::Demonym
        };
        let is_covered = |word: usize| {
            matches!(words.folded[word].as_ref(), "and" | "the")
                || inside().any(|mention| mention.span.contains(words.words[word].span))
        };
        inside().any(acts) || inside().next().is_some() && words.range(span).all(is_covered)
    }

    /// Whether the span is the name or role of a person and nothing else.
    pub fn is_person(&self, span: Span) -> bool {
        let inside = self.mentions_in(span);
        let last = inside.last().filter(|last| last.span.end == span.end);
        last.is_some_and(|last| last.kind == EntityKind::Person)
    }

    /// The mentions that share a character with the span; they are ordered and do not overlap.
    #[inline(never)]
    pub(super) fn mentions_in(&self, span: Span) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let to = self.mentions.partition_point(|mention| mention.span.start < span.end);
        &self.mentions[from.min(to)..to]
    }

    fn push_pronoun(&mut self, span: Span, entity: EntityIndex) {
        if self.pronouns.iter().rev().take(MEMORY).any(|known| known.span == span) {
            return;
        }
        let kind = EntityKind::Person;
        self.pronouns.push(Mention {
            span,
            kind,
            entity: Some(entity),
            form: Form::Pronoun,
            basis: Basis::Rule,
        });
    }

    /// A person anywhere in the phrase; an organization or place only where it is the phrase.
    fn entity_in(&self, span: Span) -> Option<EntityIndex> {
        let inside = || self.mentions_in(span).iter().filter(|mention| mention.entity.is_some());
        let persons: Vec<&Mention> = inside().filter(|mention| mention.kind == EntityKind::Person).collect();
        if let Some(first) = persons.first() {
            let is_one = persons.iter().all(|person| person.entity == first.entity);
            return first.entity.filter(|_| is_one && self.is_head(first.span, span));
        }
        let whole = |mention: &&Mention| {
            let written = span.of(&self.article.text);
            let article = written.len() - written.trim_start_matches("the ").trim_start_matches("The ").len();
            let rest = Span { start: span.start + article as u32, end: span.end };
            mention.span.contains(rest) && mention.form != Form::Demonym
        };
        let whole = inside().find(whole).and_then(|mention| mention.entity);
        whole.or_else(|| self.apposed(span)).or_else(|| self.organization_meant(span))
    }

    /// Whether a person in a phrase is whom it means: not of "Haddad’s lawyer", "anti-Haddad groups", "Haddad supporters" or
    /// "the father of Omar Haddad".
    fn is_head(&self, person: Span, phrase: Span) -> bool {
        const GO_ON: &[&str] = &["himself", "herself", "of", "in", "at", "from", "for", "and"];
        let text = &self.article.text;
        // A name may reach out of the phrase on either side.
        let before = &text[phrase.start.min(person.start) as usize..person.start as usize];
        let behind = &text[person.end as usize..phrase.end.max(person.end) as usize];
        let mut words = before.split_whitespace().rev();
        let (last, noun) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let next = behind.split_whitespace().next().unwrap_or("");
        let goes_on = next.starts_with(|c: char| c.is_ascii_lowercase()) && !GO_ON.contains(&next);
        let has_article = matches!(last, "the" | "The" | "a" | "A" | "an");
        let is_modifier =
            behind.starts_with(['’', '\'', '-']) || goes_on && (has_article || behind.ends_with('s'));
        let is_relative = last == "of" && noun.starts_with(|c: char| c.is_ascii_lowercase())
            || last == "named" && before.contains(" of a ");
        !is_modifier && !before.ends_with('-') && !is_relative
    }

    /// "the ministry": the one organization named so far whose name ends in the word.
    fn organization_meant(&self, span: Span) -> Option<EntityIndex> {
        let phrase = span.of(&self.article.text);
        let noun = phrase.strip_prefix("the ").or_else(|| phrase.strip_prefix("The "))?;
        if noun.contains(' ') || !cues::speaks(noun) {
            return None;
        }
        let until = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let mut found: Option<EntityIndex> = None;
        let near = &self.mentions[until.saturating_sub(MEMORY)..until];
        for mention in near.iter().filter(|mention| mention.kind == EntityKind::Organization) {
            let Some(entity) = mention.entity else { continue };
            let name = self.entities.get(usize::from(entity.0)).map_or("", |entity| &entity.name);
            let is_meant = fold(name).strip_suffix(noun).is_some_and(|rest| rest.ends_with(' '));
            if is_meant && found.is_some_and(|found| found != entity) {
                return None;
            }
            found = if is_meant { Some(entity) } else { found };
        }
        found
    }

    /// "A former minister, Omar Haddad, said": the name between the commas behind the phrase.
    fn apposed(&self, span: Span) -> Option<EntityIndex> {
        let text = &self.article.text;
        let behind = text[span.end as usize..].strip_prefix(", ")?;
        let start = text.len() - behind.len();
        let at = self.mentions.partition_point(|mention| (mention.span.start as usize) < start);
        let name = self.mentions.get(at).filter(|mention| mention.span.start as usize == start)?;
        let closes = text[name.span.end as usize..].starts_with([',', '.', ';']);
        let is_person = name.kind == EntityKind::Person && name.form == Form::Name;
        name.entity.filter(|_| closes && is_person)
    }

    /// The person that "he" or "she" at `span` can only be: the last one to speak or act in this paragraph or the one
    /// before, unless another of that gender comes between.
    fn person_meant(&self, span: Span, gender: Gender) -> Option<EntityIndex> {
        let block =
            self.article.blocks.partition_point(|block| block.span.start <= span.start).checked_sub(1)?;
        for behind in 0..2 {
            let Some(block) = block.checked_sub(behind) else { break };
            let from = self.article.blocks[block].span.start;
            let to = self.article.blocks[block].span.end.min(span.start);
            let mut persons = self.persons(from, to, gender);
            if behind == 0 {
                persons.retain(|&person| !self.is_only_told_of(person, from, span));
            }
            let last_spoke = self.last.filter(|(at, _)| (from..to).contains(at)).map(|(_, entity)| entity);
            match (persons.as_slice(), last_spoke) {
                // "A resident complained. “It is late,” he said": the resident, whoever that is.
                (_, Some(None)) => return None,
                (_, Some(Some(last))) if persons.contains(&last) => return Some(last),
                ([], _) => {}
                ([only], _) => return Some(*only),
                _ => return None,
            }
        }
        None
    }

    /// Whether a stretch up to a pronoun behind what was said names somebody nowhere but in that and behind a preposition: "The
    /// committee has to see the returns of the president, he has said" is somebody else's word.
    fn is_only_told_of(&self, person: EntityIndex, from: u32, pronoun: Span) -> bool {
        /// "he has said,"
        const LONGEST: usize = 3;
        const PREPOSITIONS: &[&str] =
            &["of", "by", "to", "with", "for", "from", "about", "on", "against", "at"];
        let (text, behind) = self.article.text.split_at(pronoun.start as usize);
        let to = pronoun.start;
        let verb = behind.split([',', '.', ';']).next().unwrap_or("");
        let goes_on = [", “", ", \""].iter().any(|quote| behind[verb.len()..].starts_with(quote));
        let follows = text.trim_end().ends_with([',', '”', '"']) && !goes_on;
        if !follows || verb.split_whitespace().count() > LONGEST {
            return false;
        }
        let sentence = text.rfind(['.', '!', '?', '\n']).map_or(0, |stop| stop + 1);
        let mut named = self
            .mentions_in(Span { start: from, end: to })
            .iter()
            .filter(|mention| mention.entity == Some(person))
            .peekable();
        named.peek().is_some()
            && named.all(|mention| {
                // "of President Hale"
                let mut before = text[..mention.span.start as usize].split_whitespace().rev();
                let before = before.find(|word| !word.starts_with(char::is_uppercase)).unwrap_or("");
                mention.span.start as usize >= sentence && PREPOSITIONS.contains(&before)
            })
    }

    /// Whether nothing says that somebody is of the other gender.
    fn fits(&self, entity: EntityIndex, gender: Gender) -> bool {
        self.genders.get(usize::from(entity.0)).copied().flatten().is_none_or(|known| known == gender)
    }

    /// The persons named in a stretch of text who may be of the gender, each once.
    fn persons(&self, from: u32, to: u32, gender: Gender) -> Vec<EntityIndex> {
        let mut found = Vec::new();
        let mentions = self.mentions_in(Span { start: from, end: to.max(from) });
        for mention in &mentions[mentions.len().saturating_sub(MEMORY)..] {
            let Some(entity) = mention.entity else { continue };
            let is_person =
                self.entities.get(entity.0 as usize).is_some_and(|entity| entity.kind == EntityKind::Person);
            if is_person && self.fits(entity, gender) && !found.contains(&entity) {
                found.push(entity);
            }
        }
        // Speakers that only a pronoun names count too.
        for pronoun in
            self.pronouns.iter().rev().take(MEMORY).filter(|pronoun| (from..to).contains(&pronoun.span.start))
        {
            if let Some(entity) =
                pronoun.entity.filter(|&entity| self.fits(entity, gender) && !found.contains(&entity))
            {
                found.push(entity);
            }
        }
        found
    }
}

/// The gender that a person's given name tells.
fn given(entity: &Entity) -> Option<Gender> {
    if entity.kind == EntityKind::Person { genders::by_name(&entity.name) } else { None }
}
