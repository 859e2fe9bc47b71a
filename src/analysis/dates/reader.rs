//! From phrases to dates: the longest match at each token that its surroundings confirm, and from where it is seen.

use super::calendar::{self, Tense, View};
use super::grammar::{Grammar, Meaning, Phrase, is_word, longest};
use super::token::{Direction, Kind, Token, tokens};
use super::vocabulary::Vocabulary;
use crate::analysis::{DateMention, ValueBasis};
use crate::ingest::Article;
use crate::text::{Date, Span};

/// How many words before and after a phrase are asked for its tense.
const TENSE_REACH: usize = 12;

pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) vocabulary: &'static Vocabulary,
    grammar: Grammar,
    pub(super) tokens: Vec<Token>,
    reference: Option<(time::Date, time::Date)>,
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

    pub(super) fn tense(&self, start: usize, end: usize, sentence: Bounds) -> Tense {
        let before = (sentence.start.max(start.saturating_sub(TENSE_REACH))..start).rev();
        let after = end..sentence.end.min(end + TENSE_REACH);
        before.chain(after).find_map(|at| self.tense_of(at)).unwrap_or_default()
    }

    fn tense_of(&self, at: usize) -> Option<Tense> {
        let word = self.written(at);
        let vocabulary = self.vocabulary;
        let is_future = |known: &&str| match known.split_once(' ') {
            Some((first, second)) => word.eq_ignore_ascii_case(first) && self.is_word(at + 1, second),
            None => word.eq_ignore_ascii_case(known),
        };
        if vocabulary.future.iter().any(is_future) {
            return Some(Tense::Future);
        }
        let is_past =
            word.len() > 3 && word.ends_with(vocabulary.past_ending) || vocabulary.past.contains(&word);
        (is_past && !self.tokens[at].is_capitalised).then_some(Tense::Past)
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
        self.vocabulary.before_dates.iter().any(|known| word.eq_ignore_ascii_case(known))
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
