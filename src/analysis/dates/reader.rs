//! From phrases to dates: the longest match at each token that its surroundings confirm, and from where it is seen.

use super::calendar::{self, View};
use super::grammar::{Grammar, is_word, longest};
use super::phrase::{Meaning, Phrase};
use super::token::{Direction, Kind, Token, Unit, tokens};
use super::vocabulary::{Vocabulary, WordTable};
use crate::analysis::{DateMention, ValueBasis};
use crate::ingest::Article;
use crate::text::{Date, Span, Word, fold};

/// How many words may join before the first that hints at a date: "a couple of weeks ago".
const JOINING_WORDS: usize = 3;

pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) vocabulary: &'static Vocabulary,
    grammar: &'a Grammar,
    pub(super) tokens: Vec<Token>,
    pub(super) reference: Option<(time::Date, time::Date)>,
    /// Months that are a surname in this article ("Theresa May"), a bit each.
    pub(super) named_months: u16,
}

/// A match and the tokens that it covers.
pub(super) struct Match {
    pub start: usize,
    pub end: usize,
    pub from: Phrase,
    pub to: Option<Phrase>,
}

/// The tokens of the sentence at hand.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub start: usize,
    pub end: usize,
}

impl<'a> Reader<'a> {
    pub fn new(article: &'a Article, words: &[Word<'_>], table: &'a WordTable, grammar: &'a Grammar) -> Self {
        let tokens = tokens(&article.text, words, table);
        let named_months = named_months(&article.text, &tokens);
        Self {
            text: &article.text,
            vocabulary: table.vocabulary,
            grammar,
            tokens,
            reference: article.date.as_ref().map(calendar::reference),
            named_months,
        }
    }

    pub fn read(&self, sentences: &[Span]) -> Vec<DateMention> {
        let mut found = Vec::new();
        let mut antecedent = None;
        for sentence in sentences {
            let bounds = Bounds {
                start: self.tokens.partition_point(|token| token.span.start < sentence.start),
                end: self.tokens.partition_point(|token| token.span.start < sentence.end),
            };
            self.read_sentence(bounds, &mut antecedent, &mut found);
        }
        found
    }

    fn read_sentence(&self, sentence: Bounds, antecedent: &mut Option<Date>, found: &mut Vec<DateMention>) {
        let matches = self.matches(sentence);
        let sentence_year =
            matches.iter().find_map(|found| found.from.year.filter(|_| found.from.month.is_some()));
        for found_match in matches {
            let view = View {
                reference: self.reference,
                antecedent: *antecedent,
                sentence_year,
                tense: self.tense_for(&found_match, sentence),
            };
            let Some((value, basis)) = found_match.value(&view) else { continue };
            *antecedent = Some(value);
            found.push(DateMention { span: self.span(&found_match), value, basis });
        }
    }

    fn matches(&self, sentence: Bounds) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let mut phrases = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            if !self.may_begin(at, sentence) {
                at += 1;
                continue;
            }
            phrases.clear();
            phrases.extend(self.phrases(at, sentence));
            let follows_year = found.last().is_some_and(|last| last.end + 1 == at && last.from.is_year());
            let range = self.range(at, &phrases, sentence);
            let single = self.single(at, &phrases, sentence, follows_year);
            let is_longer = |range: &Match| single.as_ref().is_none_or(|single| single.end <= range.end);
            let next = if range.as_ref().is_some_and(is_longer) { range } else { single };
            let next = next.or_else(|| self.listed_day(at, found.last(), sentence));
            match next {
                Some(next) => {
                    at = next.end;
                    found.push(next);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether a date may begin here: with a word that hints at one, or with one that joins and has such a word near.
    fn may_begin(&self, at: usize, sentence: Bounds) -> bool {
        match self.tokens[at].kind {
            Kind::Other | Kind::Mark(_) | Kind::Dash => false,
            Kind::Word("of" | "to" | "on" | "and" | "or" | "by") => false,
            Kind::Word(_) => {
                let ahead = &self.tokens[at + 1..sentence.end.min(at + 1 + JOINING_WORDS)];
                ahead.iter().any(|token| token.kind.is_telling())
            }
            _ => true,
        }
    }

    /// The longest phrase at `at` that its surroundings confirm.
    fn single(
        &self,
        at: usize,
        phrases: &[(Phrase, usize)],
        sentence: Bounds,
        follows_year: bool,
    ) -> Option<Match> {
        let is_date =
            |(phrase, end): &&(Phrase, usize)| self.is_date(phrase, at, *end, sentence, follows_year);
        let confirmed = longest(phrases.iter().filter(is_date).map(|(phrase, end)| (phrase, *end)));
        confirmed.map(|(from, end)| {
            let mut from = from.clone();
            // "over the next decade" begins now; "the next decade" is the one after this.
            let is_ahead = from.meaning == Meaning::Directed
                && from.direction == Some(Direction::Next)
                && (from.weekday, from.month) == (None, None)
                && matches!(from.unit, Some(Unit::Week | Unit::Month | Unit::Year | Unit::Decade))
                && at >= 2
                && self.follows(at, sentence, &["the"])
                && ["over", "for", "during", "within", "throughout"]
                    .iter()
                    .any(|word| self.is_word(at - 2, word));
            if is_ahead {
                from.meaning = Meaning::Window;
                let is_decade = from.unit == Some(Unit::Decade);
                (from.count, from.unit) =
                    if is_decade { (Some(10), Some(Unit::Year)) } else { (Some(1), from.unit) };
            }
            // "the last month" are the days behind, "last month" is the month before.
            if from.meaning == Meaning::Directed
                && from.direction == Some(Direction::Last)
                && self.follows(at, sentence, &["the"])
            {
                from.direction = Some(Direction::Past);
            }
            Match { start: at, end, from, to: None }
        })
    }

    /// A day that lends its month from its neighbour: "18 and 19 June", "June 18 and 19".
    fn listed_day(&self, at: usize, last: Option<&Match>, sentence: Bounds) -> Option<Match> {
        let Kind::Number(number) = self.tokens[at].kind else { return None };
        let is_joint = |at: usize| matches!(self.tokens[at].kind, Kind::Word("and" | "or"));
        if !(number.value.fract() == 0.0 && (1.0..=31.0).contains(&number.value) && number.figures <= 4) {
            return None;
        }
        let lent =
            |phrase: &Phrase| Phrase { day: Some(number.value as u8), weekday: None, ..phrase.clone() };
        let is_day = |phrase: &Phrase| {
            phrase.meaning == Meaning::Calendar && phrase.day.is_some() && phrase.month.is_some()
        };
        if let Some(last) = last
            && last.end + 1 == at
            && is_joint(last.end)
            && last.to.is_none()
            && is_day(&last.from)
            && matches!(self.tokens[last.end - 1].kind, Kind::Number(_))
            && self.is_clause_end(at + 1, sentence)
        {
            return Some(Match { start: at, end: at + 1, from: lent(&last.from), to: None });
        }
        let is_listed = self.follows(at, sentence, &["on"]) && at + 2 < sentence.end && is_joint(at + 1);
        let (next, _) = is_listed.then(|| longest(self.phrases(at + 2, sentence)))??;
        is_day(&next).then(|| Match { start: at, end: at + 1, from: lent(&next), to: None })
    }

    pub(super) fn phrases(&self, at: usize, sentence: Bounds) -> impl Iterator<Item = (Phrase, usize)> + '_ {
        self.grammar.phrases(self.text, &self.tokens[..sentence.end], at)
    }

    pub(super) fn before(&self, at: usize, sentence: Bounds) -> Option<usize> {
        at.checked_sub(1).filter(|&before| before >= sentence.start)
    }

    pub(super) fn follows(&self, at: usize, sentence: Bounds, words: &[&str]) -> bool {
        self.before(at, sentence).is_some_and(|before| words.iter().any(|word| self.is_word(before, word)))
    }

    /// Whether the token makes a bare month or year after it a date.
    pub(super) fn dates(&self, at: usize) -> bool {
        let word = self.written(at);
        let is_known =
            |known: &&str| word.eq_ignore_ascii_case(known) || !word.is_ascii() && fold(word) == fold(known);
        self.vocabulary.before_dates.iter().any(is_known)
    }

    pub(super) fn written(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }

    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| is_word(token, self.text, word))
    }

    /// From the first word to the last, without an article in front.
    fn span(&self, found: &Match) -> Span {
        let keeps_article = found.from.meaning == Meaning::DayOfMonth;
        let start = found.start
            + usize::from(!keeps_article && self.is_word(found.start, "the") && found.start + 1 < found.end);
        Span { start: self.tokens[start].span.start, end: self.tokens[found.end - 1].span.end }
    }
}

impl Match {
    fn value(&self, view: &View) -> Option<(Date, ValueBasis)> {
        match &self.to {
            Some(to) => calendar::resolve_range(&self.from, to, view),
            None => calendar::resolve(&self.from, view),
        }
    }
}

/// The months that directly follow a capitalised word which is no word of dates: "Theresa May", "Fredric March".
fn named_months(text: &str, tokens: &[Token]) -> u16 {
    let is_possessive = |token: &Token| text[token.span.end as usize..].starts_with(['\'', '’']);
    let named = |pair: &[Token]| match (pair[0].kind, pair[1].kind) {
        (Kind::Other, Kind::Month { number, .. })
            if pair[0].is_capitalised && pair[1].is_capitalised && !is_possessive(&pair[0]) =>
        {
            1 << number
        }
        _ => 0,
    };
    tokens.windows(2).map(named).fold(0, |named, month| named | month)
}
