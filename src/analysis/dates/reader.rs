//! From phrases to dates: which of the matches the words around them confirm, where two phrases are the ends of one
//! stretch, and from where each is seen.

use super::calendar::{self, Tense, View};
use super::grammar::{Grammar, Meaning, Phrase, is_word, longest};
use super::token::{Direction, Kind, Token, Unit, tokens};
use super::vocabulary::Vocabulary;
use crate::analysis::{DateMention, ValueBasis};
use crate::ingest::Article;
use crate::text::{Date, Span, fold};

/// How many words before and after a phrase are asked for its tense.
const TENSE_REACH: usize = 12;

pub struct Reader<'a> {
    pub(super) text: &'a str,
    vocabulary: &'static Vocabulary,
    grammar: Grammar,
    pub(super) tokens: Vec<Token>,
    reference: Option<(time::Date, time::Date)>,
    /// Months that are a surname in this article ("Theresa May"), a bit each.
    named_months: u16,
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
    pub fn new(article: &'a Article, vocabulary: &'static Vocabulary) -> Self {
        let tokens = tokens(&article.text, vocabulary);
        let named_months = named_months(&article.text, &tokens);
        Self {
            text: &article.text,
            vocabulary,
            grammar: Grammar::new(vocabulary),
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
                tense: self.tense(found_match.start, found_match.end, sentence),
            };
            let Some((value, basis)) = found_match.value(&view) else { continue };
            *antecedent = Some(value);
            found.push(DateMention { span: self.span(&found_match), value, basis });
        }
    }

    fn matches(&self, sentence: Bounds) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            let follows_year = found.last().is_some_and(|last| last.end + 1 == at && last.from.is_year());
            match self.range(at, sentence).or_else(|| self.single(at, sentence, follows_year)) {
                Some(next) => {
                    at = next.end;
                    found.push(next);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest phrase at `at` that its surroundings confirm.
    fn single(&self, at: usize, sentence: Bounds, follows_year: bool) -> Option<Match> {
        if matches!(
            self.tokens[at].kind,
            Kind::Other | Kind::Mark(_) | Kind::Dash | Kind::Word("of" | "to" | "on")
        ) {
            return None;
        }
        let is_date =
            |(phrase, end): &(Phrase, usize)| self.is_date(phrase, at, *end, sentence, follows_year);
        let confirmed = longest(self.phrases(at, sentence).filter(is_date));
        confirmed.map(|(mut from, end)| {
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

    pub(super) fn phrases(&self, at: usize, sentence: Bounds) -> impl Iterator<Item = (Phrase, usize)> + '_ {
        self.grammar.phrases(self.text, &self.tokens[..sentence.end], at)
    }

    /// Whether the words around a phrase confirm that it is a date.
    fn is_date(
        &self,
        phrase: &Phrase,
        start: usize,
        end: usize,
        sentence: Bounds,
        follows_year: bool,
    ) -> bool {
        match phrase.meaning {
            Meaning::Calendar if phrase.is_year() => self.is_year(phrase, start, end, sentence, follows_year),
            Meaning::Calendar if phrase.is_month() => self.is_month(phrase, start, end, sentence),
            Meaning::Calendar if phrase.is_weekday() => self.is_weekday(phrase, start, end, sentence),
            Meaning::Calendar if phrase.weekday.is_some() && phrase.month.is_none() => {
                self.is_clause_end(end, sentence)
            }
            Meaning::Calendar => self.is_full_date(phrase, start, end, sentence),
            Meaning::Figures if phrase.year.is_none() => {
                phrase.weekday.is_some()
                    || !phrase
                        .month
                        .zip(phrase.day)
                        .is_some_and(|day| self.vocabulary.event_days.contains(&day))
                        && (self.follows(start, sentence, &["on", "since"])
                            && self.is_clause_end(end, sentence))
            }
            Meaning::DayOfMonth => {
                phrase.unit.is_some()
                    || (self.follows(start, sentence, &["on", "by"]) && self.is_clause_end(end, sentence))
            }
            Meaning::Relative => self.is_relative_day(start, sentence),
            Meaning::Weekend => phrase.unit == Some(Unit::Weekend),
            Meaning::InTime => self.tense(start, end, sentence) == Tense::Future,
            Meaning::ThisUnit => !matches!(phrase.unit, Some(Unit::Day | Unit::Half)),
            Meaning::Directed => {
                phrase.month.is_none()
                    || !phrase.is_weak
                    || self.tokens[end - 1].is_capitalised
                    || phrase.day.is_some()
                    || phrase.unit.is_some()
            }
            _ => true,
        }
    }

    /// A bare year needs a word before it that dates, and must not count what follows.
    fn is_year(
        &self,
        phrase: &Phrase,
        start: usize,
        end: usize,
        sentence: Bounds,
        follows_year: bool,
    ) -> bool {
        if self.is_amount(start, end, sentence) {
            return false;
        }
        if phrase.has_part || end - start > 1 && !self.is_word(start, "the") {
            return true;
        }
        let at = end - 1;
        if self.is_word(start, "the") && start < at {
            return true;
        }
        let Some(before) = self.before(at, sentence) else {
            return self.is_clause_end(end, sentence) && sentence.end == end;
        };
        let possessive =
            matches!(self.written(before), "its" | "his" | "her" | "their" | "our" | "a" | "this")
                || self.text[self.tokens[before].span.end as usize..].starts_with(['\'', '’']);
        let bracketed = self.tokens[before].kind == Kind::Mark('(')
            && matches!(self.tokens.get(end).map(|token| token.kind), Some(Kind::Mark(_)));
        let prefixed = self.tokens[before].kind == Kind::Mark('-')
            && before.checked_sub(1).is_some_and(|at| matches!(self.written(at), "post" | "pre"));
        let joined =
            follows_year && matches!(self.tokens[before].kind, Kind::Word("and" | "or") | Kind::Mark(','));
        self.dates(before)
            || possessive
            || bracketed
            || prefixed
            || joined
            || self.describes(before, end, sentence)
    }

    /// "landmark 2015 agreement": between an adjective and a noun in the singular.
    fn describes(&self, before: usize, end: usize, sentence: Bounds) -> bool {
        let is_plain = |at: usize| self.tokens[at].kind == Kind::Other && !self.tokens[at].is_capitalised;
        end < sentence.end
            && is_plain(before)
            && is_plain(end)
            && !self.written(end).ends_with('s')
            && !self.vocabulary.before_amounts.contains(&self.written(before))
    }

    /// Whether the figures count something: "some 2000 people", "2000 troops", "$2015".
    pub(super) fn is_amount(&self, start: usize, end: usize, sentence: Bounds) -> bool {
        let number = self.tokens[end - 1].span;
        if self.text[..number.start as usize].ends_with(['$', '€', '£', '¥', '#', '.', '№'])
            || self.text[number.end as usize..].starts_with(['%', '°', '$', '€'])
        {
            return true;
        }
        if self
            .before(start, sentence)
            .is_some_and(|at| self.vocabulary.before_amounts.contains(&self.written(at)))
        {
            return true;
        }
        let Some(after) = self.tokens[..sentence.end].get(end) else { return false };
        let counted = self.written(end);
        let is_round = number.of(self.text).ends_with("00");
        matches!(after.kind, Kind::Units(_))
            || after.kind == Kind::Other
                && !after.is_capitalised
                && (matches!(
                    counted,
                    "people" | "percent" | "km" | "miles" | "meters" | "metres" | "dollars" | "euros"
                ) || is_round && counted.len() > 3 && counted.ends_with('s'))
    }

    fn is_month(&self, phrase: &Phrase, start: usize, end: usize, sentence: Bounds) -> bool {
        let month = end - 1;
        let (capital, weak) = (self.tokens[month].is_capitalised, phrase.is_weak);
        let before = self.before(month, sentence);
        let preposition = before.filter(|&at| self.dates(at) || phrase.has_part).map(|at| self.written(at));
        let is_named = phrase.month.is_some_and(|month| self.named_months >> month & 1 == 1);
        if weak && (!capital || is_named) {
            return phrase.has_part && start < month
                || matches!(preposition, Some("in" | "since" | "until" | "during"));
        }
        if weak || is_named || !capital {
            return preposition.is_some();
        }
        let next_is_name = self.tokens[..sentence.end]
            .get(end)
            .is_some_and(|next| next.kind == Kind::Other && next.is_capitalised);
        preposition.is_some() || !next_is_name
    }

    fn is_weekday(&self, phrase: &Phrase, start: usize, end: usize, sentence: Bounds) -> bool {
        let before = self.before(start, sentence);
        let dated = before.is_some_and(|at| self.dates(at));
        if phrase.is_weak {
            return before.is_some_and(|at| matches!(self.written(at), "on" | "or"))
                && self.tokens[start].is_capitalised;
        }
        if before.is_some_and(|at| {
            self.tokens[at].is_capitalised
                && self.vocabulary.before_named_days.contains(&&*fold(self.written(at)))
        }) {
            return false;
        }
        let next_is_name = self.tokens[..sentence.end]
            .get(end)
            .is_some_and(|next| next.kind == Kind::Other && next.is_capitalised);
        let after_verb =
            before.is_some_and(|at| self.tokens[at].kind == Kind::Other && !self.tokens[at].is_capitalised);
        dated || after_verb || !next_is_name
    }

    /// A day with its month: not "may 5" as a verb, not "June 12 million".
    fn is_full_date(&self, phrase: &Phrase, start: usize, end: usize, sentence: Bounds) -> bool {
        let capital = (start..end)
            .any(|at| matches!(self.tokens[at].kind, Kind::Month { .. }) && self.tokens[at].is_capitalised);
        let dated = self.before(start, sentence).is_some_and(|at| self.dates(at));
        let counts = phrase.day.is_some()
            && phrase.year.is_none()
            && end < sentence.end
            && matches!(self.written(end), "people" | "million" | "billion" | "percent" | "per");
        !counts
            && (!phrase.is_weak
                || capital
                || dated
                || phrase.day.is_some() && phrase.year.is_some()
                || self.is_clause_end(end, sentence))
    }

    /// "now" alone is no date, and "USA Today" and “Today” are names.
    fn is_relative_day(&self, at: usize, sentence: Bounds) -> bool {
        let token = self.tokens[at];
        let is_name = token.is_capitalised
            && (self.text[token.span.end as usize..].starts_with(['"', '”', '’', '\''])
                || self.before(at, sentence).is_some_and(|before| self.tokens[before].is_capitalised));
        !is_name && !self.is_word(at, "now")
    }

    /// Whether no plain word follows: "on the 18th." but not "on the 18th floor".
    fn is_clause_end(&self, end: usize, sentence: Bounds) -> bool {
        end >= sentence.end
            || matches!(self.tokens[end].kind, Kind::Mark(',' | ';' | '(') | Kind::Dash | Kind::Word(_))
    }

    fn tense(&self, start: usize, end: usize, sentence: Bounds) -> Tense {
        let before = (sentence.start.max(start.saturating_sub(TENSE_REACH))..start).rev();
        let after = end..sentence.end.min(end + TENSE_REACH);
        before.chain(after).find_map(|at| self.tense_of(at)).unwrap_or_default()
    }

    fn tense_of(&self, at: usize) -> Option<Tense> {
        let word = self.written(at);
        let vocabulary = self.vocabulary;
        if vocabulary.future.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            return Some(Tense::Future);
        }
        let is_past =
            word.len() > 3 && word.ends_with(vocabulary.past_ending) || vocabulary.past.contains(&word);
        (is_past && !self.tokens[at].is_capitalised).then_some(Tense::Past)
    }

    fn before(&self, at: usize, sentence: Bounds) -> Option<usize> {
        at.checked_sub(1).filter(|&before| before >= sentence.start)
    }

    fn follows(&self, at: usize, sentence: Bounds, words: &[&str]) -> bool {
        self.before(at, sentence).is_some_and(|before| words.iter().any(|word| self.is_word(before, word)))
    }

    /// Whether the token makes a bare month or year after it a date.
    fn dates(&self, at: usize) -> bool {
        let word = self.written(at);
        self.vocabulary.before_dates.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    fn written(&self, at: usize) -> &'a str {
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
