//! Offices as the news writes them: "Iran's Foreign Minister", "the Minister of Foreign Affairs of the Islamic
//! Republic of Iran", "Iran's FM" are one office of one country. Cost: one pass.

use super::curated::Known;
use super::patterns::{Match, Meaning, Sought};
use super::tokens::{Gap, Text, Token};
use super::vocabulary::Classes;
use crate::analysis::Form;
use crate::text::fold;
use std::ops::Range;

/// Whoever answers for a country's diplomacy.
const TOP_DIPLOMAT: &str = "top diplomat";
const HEADS_OF_DIPLOMACY: &[&str] =
    &["foreign minister", "foreign secretary", "external minister", "state secretary"];
/// "The French leader" is one of them.
const HEADS_OF_COUNTRIES: &[&str] =
    &["president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "supreme leader"];

/// "The UN chief" is one of them.
const HEADS_OF_ORGANIZATIONS: &[&str] = &[
    "secretary-general",
    "general secretary",
    "secretary general",
    "director",
    "director general",
    "director-general",
    "chair",
    "president",
    "chief executive",
    "commissioner",
    "head",
];
/// Callings by which a person goes on to be named: "Senator Ana Reed … the senator".
const CALLINGS: &[&str] = &["senator", "congressman", "congresswoman", "lawmaker", "professor"];
/// Words between "the" and an office that leave the holder the same.
const PARTIES: &[&str] =
    &["Republican", "Democratic", "Conservative", "Labour", "Liberal", "Socialist", "Green"];

/// An office, and whose it is where the phrase says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// The words that tell it from others, in one order and spelling: `foreign minister`, `ambassador to moscow`.
    pub(super) key: String,
    pub(super) of: Option<Affiliation>,
}

impl Office {
    /// The noun alone: `minister`.
    pub(super) fn head(&self) -> &str {
        self.key.split(" to ").next().and_then(|key| key.rsplit(' ').next()).unwrap_or("")
    }

    /// Whether many hold it at one time: "the senator".
    pub(super) fn is_shared(&self) -> bool {
        CALLINGS.contains(&self.key.as_str())
    }

    /// Whether somebody with the office `self` may be called by `phrase`: "the minister" is any minister but no deputy.
    pub(super) fn answers_to(&self, phrase: &Office) -> bool {
        let whose = phrase.of.is_some();
        // "the leader of the revolution", "of the party" is no head of a country.
        let of_country = matches!(phrase.of, Some(Affiliation::Known(_)));
        let named = match phrase.key.as_str() {
            TOP_DIPLOMAT => HEADS_OF_DIPLOMACY.contains(&self.key.as_str()),
            "leader" if of_country => HEADS_OF_COUNTRIES.contains(&self.key.as_str()),
            "envoy" if whose => self.key.starts_with("ambassador"),
            "chief" if whose => HEADS_OF_ORGANIZATIONS.contains(&self.key.as_str()),
            _ => false,
        };
        let of = phrase.of.is_none() || self.of.is_none() || self.of == phrase.of;
        of && (named || self.key == phrase.key || self.is_shortened_to(phrase))
    }

    /// "the minister", "the deputy minister" for the deputy foreign minister; ranks and times have to agree.
    fn is_shortened_to(&self, phrase: &Office) -> bool {
        const RANKS: &[&str] =
            &["deputy", "vice", "assistant", "associate", "former", "ex", "late", "next", "would-be", "past"];
        let own = self.key.split(" to ").next().unwrap_or("");
        if own == phrase.key {
            return true;
        }
        let has = |key: &str, word: &str| key.split(' ').any(|other| other == word);
        let is_part = phrase.key.split(' ').all(|word| has(own, word));
        let is_ranked = |key: &str| RANKS.iter().any(|rank| has(key, rank));
        self.head() == phrase.head() && is_part && is_ranked(own) == is_ranked(&phrase.key)
    }

    /// "former president"
    pub(super) fn is_past(&self) -> bool {
        ["former", "ex", "late", "next", "would-be", "past"]
            .iter()
            .any(|word| self.key.split(' ').any(|part| part == *word))
    }
}

/// A country, an organization: whose office it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Affiliation {
    Known(u32),
    /// Folded words of a name that only the article has.
    Words(String),
}

/// An office where it stands in the article.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The words of the office: "Foreign Minister", "Minister of Foreign Affairs of the Islamic Republic of Iran".
    pub(super) tokens: Range<usize>,
    /// With what stands before: "the Iranian foreign minister", "Iran's FM".
    pub(super) whole: Range<usize>,
    pub(super) office: Office,
    pub(super) standing: Standing,
}

/// Whether a phrase means somebody in particular.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// "the minister", "Iran's minister"
    Definite,
    /// "a minister", "his minister"
    Indefinite,
    /// "Foreign Minister warns"
    Bare,
}

/// The office that a curated role phrase means; the phrase's own words where it is none of the usual kind.
pub(super) fn parse_phrase(known: &Known, phrase: &str) -> Option<Office> {
    let text = Text::phrase(phrase, &known.words);
    if text.tokens.is_empty() {
        return None;
    }
    let found = phrases(&text, &known.patterns.matches(&text, Sought::Names));
    let whole = found.into_iter().find(|found| found.whole.len() == text.tokens.len());
    Some(whole.map_or_else(|| Office { key: fold(phrase).into_owned(), of: None }, |found| found.office))
}

/// The offices that the article names, in order.
pub(super) fn phrases(text: &Text<'_>, matches: &[Match]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut floor = 0;
    for head in 0..text.tokens.len() {
        if head < floor || !is_office(text, head) || !is_last_word(text, head) || in_name(matches, head) {
            continue;
        }
        let phrase = phrase_at(text, matches, head, floor);
        floor = phrase.tokens.end;
        found.push(phrase);
    }
    found
}

/// Whether the word names an office, by itself or as it stands: "diplomat" does not, "the top diplomat" does.
fn is_office(text: &Text<'_>, head: usize) -> bool {
    let token = &text.tokens[head];
    token.is(Classes::OFFICE)
        || match token.text {
            "counterpart" | "Counterpart" | "successor" => true,
            "diplomat" | "Diplomat" => is_top(text, head),
            // "chief executive"
            "executive" | "Executive" | "officer" | "Officer" => is_top(text, head),
            word => CALLINGS.iter().any(|calling| word.eq_ignore_ascii_case(calling)),
        }
}

/// "top" before "diplomat", with a nationality between the two or not.
fn is_top(text: &Text<'_>, head: usize) -> bool {
    let is_top = |at: Option<usize>| {
        let word = at.and_then(|at| word_at(text, head, at));
        matches!(word.as_deref(), Some("top" | "chief"))
    };
    is_top(head.checked_sub(1)) || is_top(head.checked_sub(2))
}

/// "Secretary" of "Secretary General" is not the last word of its office, "chief" of "chief reason" none at all.
fn is_last_word(text: &Text<'_>, head: usize) -> bool {
    let token = &text.tokens[head];
    let Some(next) = text.after(head).filter(|next| next.gap.joins()) else { return true };
    if next.gap == Gap::Hyphen {
        return false;
    }
    let goes_on = next.is(Classes::OFFICE)
        && !next.is(Classes::GIVEN_NAME)
        && next.is_capitalised() == token.is_capitalised();
    let is_adjective = matches!(
        &*fold(token.text),
        "general" | "chief" | "head" | "principal" | "representative" | "chair" | "state" | "crown"
    );
    let noun_follows = !next.is_capitalised() && !next.is(Classes::VERB.or(Classes::COMMON));
    !(goes_on || is_adjective && noun_follows)
}

/// Whether the word belongs to a known name of more than one word: "King Abdullah University".
fn in_name(matches: &[Match], at: usize) -> bool {
    match_around(matches, at).is_some_and(|found| found.tokens.len() > 1)
}

fn phrase_at(text: &Text<'_>, matches: &[Match], head: usize, floor: usize) -> Phrase {
    let mut start = head;
    let is_diplomat = matches!(text.tokens[head].text, "diplomat" | "Diplomat");
    // "the top American diplomat": the nationality stands inside.
    let inside =
        if is_diplomat { head.checked_sub(1).and_then(|at| match_around(matches, at)) } else { None };
    if let Some(inside) = inside {
        start = inside.tokens.start.max(floor);
    }
    while start > floor && is_modifier(text, start) {
        start -= 1;
    }
    let mut key: Vec<String> = (start..=head).map(|at| normal(&text.tokens[at])).collect();
    if is_diplomat {
        key = vec![TOP_DIPLOMAT.to_owned()];
    }
    let mut end = head + 1;
    let mut of = inside.and_then(affiliation_of);
    let fronted = fronted_modifiers(text, end);
    if !fronted.is_empty() {
        let words = fronted
            .clone()
            .map(|at| normal(&text.tokens[at]))
            .filter(|word| !matches!(word.as_str(), "of" | "for" | "the" | "and"));
        key.splice(0..0, words.collect::<Vec<_>>());
        end = fronted.end;
    }
    if let Some((complement, affiliation)) = complement(text, matches, end, &["of", "for"]) {
        end = complement;
        of = Some(affiliation);
    }
    of = of.or_else(|| something_of(text, end));
    let mut posting = String::new();
    if let Some((complement, to)) = complement(text, matches, end, &["to"]) {
        end = complement;
        posting = format!(" to {}", affiliation_words(&to));
    }
    key.retain(|word| word != "affairs" && word != "then");
    let key = spelled(&key.join(" ")) + &posting;
    let mut whole = start..end;
    if of.is_none() {
        of = owner_before(text, matches, &mut whole.start, floor);
    }
    let has_owner = of.is_some() && whole.start < start;
    let standing = standing(text, &mut whole.start, has_owner);
    Phrase { tokens: start..end, whole, office: Office { key, of }, standing }
}

/// Whether the word before `start` belongs to the office.
fn is_modifier(text: &Text<'_>, start: usize) -> bool {
    let joined = text.tokens[start].gap.joins();
    let class = Classes::MODIFIER.or(Classes::OFFICE).or(Classes::FORMER);
    joined && text.before(start).is_some_and(|before| before.is(class))
}

/// "of Foreign Affairs", "for Health and Education" after "Minister".
fn fronted_modifiers(text: &Text<'_>, from: usize) -> Range<usize> {
    let none = from..from;
    if from == 0 || !matches!(word_at(text, from - 1, from).as_deref(), Some("of" | "for")) {
        return none;
    }
    let is_part = |at: usize| {
        text.beside(from - 1, Some(at))
            .is_some_and(|token| token.gap == Gap::Space && token.is(Classes::MODIFIER))
    };
    let mut end = from + 1;
    while is_part(end)
        || (matches!(word_at(text, from - 1, end).as_deref(), Some("and"))
            && is_part(end + 1)
            && end > from + 1)
    {
        end += 1;
    }
    if end == from + 1 { none } else { from..end }
}

/// "of the Islamic Republic of Iran", "to Moscow", "of the Central Bank".
fn complement(
    text: &Text<'_>,
    matches: &[Match],
    from: usize,
    links: &[&str],
) -> Option<(usize, Affiliation)> {
    let beside = from.checked_sub(1)?;
    let link = word_at(text, beside, from)?;
    if !links.contains(&link.as_str()) || text.tokens[from].gap != Gap::Space {
        return None;
    }
    let mut at = from + 1;
    if word_at(text, beside, at).as_deref() == Some("the") {
        at += 1;
    }
    text.beside(beside, Some(at)).filter(|token| token.gap == Gap::Space)?;
    let named = match_around(matches, at).filter(|found| found.tokens.start == at);
    let organization = organization_from(text, at);
    match named {
        // "a spokesman for Tunisian President Benali" has nothing of Tunisia's.
        Some(found) if is_demonym(found) => None,
        Some(found) if organization.as_ref().is_none_or(|run| run.end <= found.tokens.end) => {
            Some((found.tokens.end, affiliation_of(found)?))
        }
        _ => organization.map(|run| (run.end, Affiliation::Words(folded(text, &run)))),
    }
}

/// "the president of the club", "the director of Zentrix": somebody else's office, whatever it is.
fn something_of(text: &Text<'_>, from: usize) -> Option<Affiliation> {
    let beside = from.checked_sub(1)?;
    (word_at(text, beside, from)? == "of").then_some(())?;
    let mut words = (from + 1..from + 5).map_while(|at| word_at(text, beside, at));
    words
        .find(|word| !matches!(word.as_str(), "the" | "a" | "an" | "its" | "his" | "her" | "their"))
        .map(Affiliation::Words)
}

/// A run of capitalised words that ends in the last word of an organization.
fn organization_from(text: &Text<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while text
        .beside(start, Some(end))
        .is_some_and(|token| token.is_capitalised() && (end == start || token.gap.joins()))
    {
        end += 1;
    }
    (end > start && text.tokens[end - 1].is(Classes::ORGANIZATION)).then_some(start..end)
}

/// Whose office it is by what stands before: "Iran's", "Iranian", "Foreign Ministry"; moves `start` in front of it.
fn owner_before(text: &Text<'_>, matches: &[Match], start: &mut usize, floor: usize) -> Option<Affiliation> {
    let last = start.checked_sub(1).filter(|&last| last >= floor)?;
    text.before(*start)?;
    let gap = text.tokens[*start].gap;
    if !matches!(gap, Gap::Space | Gap::Possessive) {
        return None;
    }
    let mut run = last..*start;
    if text.tokens[last].is(Classes::ORGANIZATION) && text.tokens[last].is_capitalised() {
        while run.start > floor
            && text.tokens[run.start].gap.joins()
            && text.before(run.start).is_some_and(Token::is_capitalised)
        {
            run.start -= 1;
        }
    }
    let found = match_around(matches, last)
        .filter(|found| found.tokens.end == *start && found.tokens.len() >= run.len());
    if let Some(found) = found {
        *start = found.tokens.start;
        return affiliation_of(found);
    }
    if run.len() > 1 {
        *start = run.start;
        return Some(Affiliation::Words(folded(text, &run)));
    }
    None
}

fn standing(text: &Text<'_>, start: &mut usize, has_owner: bool) -> Standing {
    let party = text.before(*start).is_some_and(|before| PARTIES.contains(&before.text));
    if party && *start > 1 && text.before(*start - 1).is_some_and(|the| the.text.eq_ignore_ascii_case("the"))
    {
        *start -= 1;
    }
    match text.before(*start) {
        Some(before) if text.tokens[*start].gap == Gap::Space && before.text.eq_ignore_ascii_case("the") => {
            *start -= 1;
            Standing::Definite
        }
        Some(before)
            if matches!(before.text, "as" | "become" | "became" | "was" | "were" | "is" | "be" | "been") =>
        {
            Standing::Indefinite
        }
        Some(before) if text.tokens[*start].gap == Gap::Space && before.is(Classes::INDEFINITE) => {
            Standing::Indefinite
        }
        _ if has_owner => Standing::Definite,
        _ => Standing::Bare,
    }
}

pub(super) fn match_around(matches: &[Match], at: usize) -> Option<&Match> {
    let next = matches.partition_point(|found| found.tokens.end <= at);
    matches.get(next).filter(|found| found.tokens.contains(&at))
}

fn is_demonym(found: &Match) -> bool {
    matches!(found.meanings.first(), Some(Meaning::Name(_, Form::Demonym)))
}

fn affiliation_of(found: &Match) -> Option<Affiliation> {
    match *found.meanings.first()? {
        Meaning::Name(entity, _) => Some(Affiliation::Known(entity)),
        Meaning::Role(_) => None,
    }
}

fn affiliation_words(affiliation: &Affiliation) -> String {
    match affiliation {
        Affiliation::Known(entity) => format!("#{entity}"),
        Affiliation::Words(words) => words.clone(),
    }
}

fn folded(text: &Text<'_>, run: &Range<usize>) -> String {
    fold(&text.written(run)).into_owned()
}

/// The folded word at `at`, if it stands in the sentence of `beside`.
fn word_at(text: &Text<'_>, beside: usize, at: usize) -> Option<String> {
    text.beside(beside, Some(at)).map(|token| fold(token.text).into_owned())
}

/// One spelling for the variants of a word.
fn normal(token: &Token<'_>) -> String {
    let word = fold(token.text);
    match &*word {
        "defence" => "defense",
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairman" | "chairwoman" | "chairperson" => "chair",
        "adviser" => "advisor",
        "ex" => "former",
        "labour" => "labor",
        other => other,
    }
    .to_owned()
}

/// "FM", "CEO" and "premier" in full.
fn spelled(key: &str) -> String {
    if key == "chief executive officer" {
        return "chief executive".to_owned();
    }
    let head = key.rsplit(' ').next().unwrap_or("");
    let full = match head {
        "ceo" => "chief executive",
        "fm" => "foreign minister",
        "pm" | "premier" => "prime minister",
        _ => return key.to_owned(),
    };
    format!("{}{full}", &key[..key.len() - head.len()])
}
