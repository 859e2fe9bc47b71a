//! Which amounts an article gives: "3.5 million barrels a day" is 3,500,000 `barrel per day`, "20-year" is 20 `year`,
//! "€4bn" is 4,000,000,000 `EUR`. Places in an order, years, dates, scores and parts of names are no amounts.
//! In English also in words; in the [`languages`] beside it in figures alone, [`translated`] first. Cost: one pass over
//! the words.

mod amount;
mod languages;
mod translated;
mod unit;

use super::{DateMention, Number, numerals};
use crate::ingest::Article;
use crate::text::{Span, Word, words};
use amount::{Amount, Upper};
use languages::LANGUAGES;

/// The amounts in the article's sentences, in order, none inside a date.
///
/// ```
/// use crossread::analysis::numbers;
/// use crossread::ingest::Article;
/// use crossread::text::Span;
/// let text = "Iran pumps 3.5 million barrels a day under a 20-year treaty.";
/// let article = Article { text: text.into(), ..Article::default() };
/// let found = numbers(&article, &[Span::new(0, text.len())], &[]);
/// let read: Vec<_> = found.iter().map(|number| (number.value, number.unit.as_str())).collect();
/// assert_eq!(read, [(3_500_000.0, "barrel per day"), (20.0, "year")]);
/// ```
pub fn numbers(article: &Article, sentences: &[Span], dates: &[DateMention]) -> Vec<Number> {
    of_words(article, &words(&article.text), sentences, dates)
}

/// The same where the article's words are known.
pub(super) fn of_words(
    article: &Article,
    words: &[Word<'_>],
    sentences: &[Span],
    dates: &[DateMention],
) -> Vec<Number> {
    let tag = article.language.as_deref().unwrap_or("en");
    let language = LANGUAGES.iter().find(|known| tag.starts_with(known.tag));
    if language.is_none() && !tag.starts_with("en") {
        return Vec::new();
    }
    let text = &article.text;
    let within = |words: &[Word], span: Span| {
        let place = |at: u32| words.partition_point(|word| word.span.start < at);
        place(span.start)..place(span.end)
    };
    let (mut translated, told): (_, Vec<Word>);
    let words = match language {
        Some(language) => {
            translated = Vec::new();
            for &sentence in sentences {
                translated::translate(text, &words[within(words, sentence)], language, &mut translated);
            }
            told = translated.iter().map(|(span, word)| Word { span: *span, text: word }).collect();
            &told
        }
        None => words,
    };
    let mut found = Vec::new();
    let mut dates = dates.iter().map(|date| date.span).peekable();
    for sentence in sentences {
        let words = &words[within(words, *sentence)];
        let phrase = Phrase { text, words, is_english: language.is_none() };
        let mut at = 0;
        while at < phrase.words.len() {
            if !may_begin(phrase.words[at].text) {
                at += 1;
                continue;
            }
            let start = phrase.words[at].span.start;
            while dates.next_if(|date| date.end <= start).is_some() {}
            if dates.peek().is_some_and(|date| date.start <= start) {
                at += 1;
                continue;
            }
            at = phrase.read(at, &mut found).unwrap_or(at + 1);
        }
    }
    found
}

/// Whether an amount may begin with a word, also "a million" and "half of": with most none does.
fn may_begin(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        || numerals::may_be_in_words(word)
        || word.eq_ignore_ascii_case("a")
        || word.eq_ignore_ascii_case("half")
}

/// A sentence and its words.
struct Phrase<'a> {
    text: &'a str,
    words: &'a [Word<'a>],
    /// Whether the words are those of the text.
    is_english: bool,
}

impl<'a> Phrase<'a> {
    /// Reads the number that begins at word `at`; the word to go on from.
    fn read(&self, at: usize, found: &mut Vec<Number>) -> Option<usize> {
        if let Some((number, next)) = self.part_of(at) {
            found.push(number);
            return Some(next);
        }
        let mut amount = self.amount(at)?;
        let sign = self.sign_before(at);
        let mut start = sign.map_or(self.words[at].span.start, |(start, _)| start);
        if let Some(half) = self.half_before(at) {
            // "the newer one half a million": no unit of the number before.
            found.pop_if(|last| last.span.end > half);
            amount.value /= 2.0;
            start = half;
        }
        if let Some(number) = self.fraction(at, &amount) {
            found.push(number);
            return Some(amount.next + 1);
        }
        if let Some((number, next)) = self.share(at, &amount) {
            found.push(number);
            return Some(next);
        }
        if let Some(upper) = self.upper_end(at, &amount, sign) {
            let next = upper.amount.next;
            if !upper.unit.is_empty() && !self.is_glued(at) {
                self.push_range(start, amount, upper, found);
            }
            return Some(next);
        }
        let (unit, end, next) = self.unit(&amount, sign.map(|(_, unit)| unit));
        if self.is_amount(at, &amount, &unit) {
            if let Some(minus) = self.minus_before(start) {
                (start, amount.value) = (minus, -amount.value);
            }
            found.push(Number { span: Span { start, end }, value: amount.value, unit });
        }
        Some(next)
    }

    /// Both ends of a range in its unit; the lower takes the words of size where it stays the lower: "$4 to $5
    /// billion", not "900 to 1.2 million".
    fn push_range(&self, start: u32, lower: Amount, upper: Upper, found: &mut Vec<Number>) {
        let mut value = lower.value;
        if upper.amount.has_multiplier && !lower.has_multiplier && value < upper.plain {
            value *= upper.amount.value / upper.plain;
        }
        found.push(Number { span: Span { start, end: lower.end }, value, unit: upper.unit.clone() });
        found.push(Number { span: upper.span, value: upper.amount.value, unit: upper.unit });
    }

    /// Where the sign of a number below zero stands: "minus 5 degrees", "−5%".
    fn minus_before(&self, start: u32) -> Option<u32> {
        let before = &self.text[..start as usize];
        if let Some(rest) = before.strip_suffix(['-', '−']) {
            return rest.ends_with([' ', '(', '\n']).then_some(rest.len() as u32);
        }
        let rest = before.strip_suffix("minus ").or_else(|| before.strip_suffix("Minus "))?;
        Some(rest.len() as u32)
    }

    fn is_glued(&self, at: usize) -> bool {
        let before = &self.text[..self.words[at].span.start as usize];
        before.ends_with(['-', '–', '+', '#', ':', '/', '.', '_', '@', '°']) && !before.ends_with(" -")
    }

    /// Whether the number says how much: not a year, a time, a score, a part of a name.
    fn is_amount(&self, at: usize, amount: &Amount, unit: &str) -> bool {
        let before = &self.text[..self.words[at].span.start as usize];
        let after = &self.text[amount.end as usize..];
        let next = self.words.get(amount.next).map_or("", |word| word.text);
        let is_degree = unit.starts_with("degree");
        let is_time = after.starts_with([':', '/', '°']) && !is_degree
            || matches!(next, "am" | "pm" | "a.m" | "p.m" | "o'clock" | "GMT");
        if is_time || self.is_glued(at) || !self.is_english && !self.is_whole(at, amount, unit) {
            return false;
        }
        if amount.in_words {
            let is_pronoun = amount.value == 1.0 && !amount.has_multiplier && self.is_pronoun(at);
            return (!unit.is_empty() || amount.has_multiplier) && !is_pronoun;
        }
        if !unit.is_empty() {
            return true;
        }
        let is_year = amount.value.fract() == 0.0
            && (1500.0..=2100.0).contains(&amount.value)
            && amount.end - self.words[at].span.start == 4;
        let follows_name =
            at > 0 && self.words[at - 1].is_capitalised() && self.gap(at - 1).trim().is_empty();
        let is_labelled = at > 0
            && matches!(
                self.words[at - 1].text,
                "no" | "number" | "article" | "page" | "chapter" | "section" | "class" | "type"
            );
        let is_tied =
            after.strip_prefix(['-', '–', '+']).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        amount.has_multiplier
            || !(is_year || follows_name || is_labelled || is_tied || before.trim_end().is_empty())
    }

    /// In another language: whether no other number stands beside it, as in "1 млн 200 тыс." and the number of a telephone, and a
    /// word follows of which it says how many.
    fn is_whole(&self, at: usize, amount: &Amount, unit: &str) -> bool {
        const SHORTEST_NOUN: u32 = 5;
        let is_figure = |word: &Word| word.text.as_bytes()[0].is_ascii_digit();
        let is_beside = |word: &Word| is_figure(word) || amount::multiplier(word.text).is_some();
        let before = at.checked_sub(1).filter(|&before| self.gap(before) == " ");
        let next = self.words.get(amount.next).filter(|_| self.gap(amount.next - 1) == " ");
        !before.is_some_and(|before| is_beside(&self.words[before]))
            && !next.is_some_and(|next| unit.is_empty() && is_figure(next))
            && (amount.has_multiplier
                || !unit.is_empty()
                || next.is_some_and(|next| next.span.end - next.span.start >= SHORTEST_NOUN))
    }

    /// "one" as in "one of them", "no one", "this one".
    fn is_pronoun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.words[before].text);
        matches!(
            before,
            "no" | "this"
                | "that"
                | "the"
                | "every"
                | "any"
                | "each"
                | "which"
                | "some"
                | "No"
                | "Every"
                | "Any"
        ) || self.words[at].text == "One" && at > 0
            || matches!(
                self.words.get(at + 1).map_or("", |word| word.text),
                "thing"
                    | "day"
                    | "another"
                    | "reason"
                    | "can"
                    | "could"
                    | "must"
                    | "might"
                    | "should"
                    | "may"
            )
    }

    /// What stands between word `at` and the next; in another language a space for what means no more than one.
    fn gap(&self, at: usize) -> &'a str {
        let (Some(word), Some(next)) = (self.words.get(at), self.words.get(at + 1)) else { return "" };
        // Pairs of characters in scripts without spaces overlap: nothing stands between them.
        let gap = self.text.get(word.span.end as usize..next.span.start as usize).unwrap_or("");
        let is_space = || match gap.trim() {
            "" => !gap.is_empty(),
            "." => amount::multiplier(word.text).is_some(),
            and => and == "و",
        };
        if !self.is_english && is_space() { " " } else { gap }
    }
}
