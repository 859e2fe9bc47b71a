//! The number itself: figures, words, words of size, fractions and the two ends of a range.

use super::Phrase;
use super::unit::UNITS;
use crate::analysis::Number;
use crate::analysis::numerals::{self, Numeral};
use crate::text::{Span, fold};

/// Words that make a number larger.
const MULTIPLIERS: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("dozen", 12.0),
    ("thousand", 1e3),
    ("lakh", 1e5),
    ("crore", 1e7),
    ("k", 1e3),
    ("million", 1e6),
    ("mln", 1e6),
    ("mn", 1e6),
    ("m", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("b", 1e9),
    ("trillion", 1e12),
    ("tn", 1e12),
    ("trn", 1e12),
];

/// A number without its unit: the word after it, and whether a word of size ("million") belongs to it.
pub(super) struct Amount {
    pub value: f64,
    pub next: usize,
    pub end: u32,
    pub in_words: bool,
    pub has_multiplier: bool,
    /// The letters written on to the figures: "15km".
    pub suffix: Option<&'static str>,
}

/// The upper end of a range.
pub(super) struct Upper {
    pub amount: Amount,
    /// Its value without words of size.
    pub plain: f64,
    pub unit: String,
    pub span: Span,
}

impl<'a> Phrase<'a> {
    /// The number at `at` with its words of size.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let word = self.words[at].text;
        let (numeral, suffix) = match numerals::numeral(word) {
            Some(numeral) => (numeral, None),
            None => figures_with_letters(word).or_else(|| self.one_of_size(at))?,
        };
        if numeral.ordinal {
            return None;
        }
        let mut amount = Amount {
            value: numeral.value,
            next: at + 1,
            end: self.words[at].span.end,
            in_words: numeral.figures == 0,
            has_multiplier: false,
            suffix: None,
        };
        match suffix.map(|suffix| (suffix, multiplier(suffix))) {
            // "40m" may be meters.
            Some((letters, Some(_))) if letters.len() == 1 && self.sign_before(at).is_none() => return None,
            Some((_, Some(factor))) => {
                amount.value *= factor;
                amount.has_multiplier = true;
            }
            Some((suffix, None)) => {
                amount.suffix =
                    UNITS.iter().find(|(unit, _)| suffix.eq_ignore_ascii_case(unit)).map(|(_, unit)| *unit)
            }
            None => {}
        }
        self.take_more(&mut amount, numeral);
        Some(amount)
    }

    /// "a million", "a dozen": one of a size.
    pub(super) fn one_of_size(&self, at: usize) -> Option<(Numeral, Option<&'a str>)> {
        let is_article = matches!(self.words[at].text, "a" | "A");
        let size = self.words.get(at + 1)?;
        let is_size = size.text.len() > 4 && multiplier(size.text).is_some();
        (is_article && is_size && self.gap(at) == " ")
            .then_some((Numeral { value: 1.0, ordinal: false, figures: 0 }, None))
    }

    /// "half a million": where "half" stands.
    pub(super) fn half_before(&self, at: usize) -> Option<u32> {
        let before = self.words[..at].last().filter(|word| word.text.eq_ignore_ascii_case("half"))?;
        (self.words[at].text == "a").then_some(before.span.start)
    }

    /// Takes "five" after "twenty", "hundred", "thousand", "million" and what follows them in words.
    pub(super) fn take_more(&self, amount: &mut Amount, first: Numeral) {
        let mut last = first;
        let mut total = 0.0;
        let mut part = amount.value;
        while amount.suffix.is_none() {
            let gap = self.gap(amount.next - 1);
            let Some(word) = self.words.get(amount.next).filter(|_| gap == " " || gap == "-") else { break };
            if let Some(factor) = multiplier(word.text).filter(|_| word.text.len() > 1) {
                part *= factor;
                if factor >= 1e3 {
                    total += part;
                    part = 0.0;
                }
                amount.has_multiplier = true;
                last = Numeral { value: 0.0, ordinal: false, figures: 1 };
            } else if let Some(both) =
                numerals::numeral(word.text).and_then(|ones| numerals::joined(last, ones))
            {
                if both.ordinal {
                    break;
                }
                part += both.value - last.value;
                last = Numeral { value: 0.0, ordinal: false, figures: 1 };
            } else if let Some(skipped) = self.words_after_size(amount) {
                let Some(number) = numerals::numeral(self.words[skipped].text) else { break };
                part += number.value;
                last = number;
                amount.next = skipped;
            } else {
                break;
            }
            amount.end = self.words[amount.next].span.end;
            amount.next += 1;
        }
        if self.is_and_a_half(amount) {
            part += 0.5;
            amount.next += 3;
            amount.end = self.words[amount.next - 1].span.end;
        }
        amount.value = total + part;
    }

    /// "three and a half", "two-and-a-half"
    fn is_and_a_half(&self, amount: &Amount) -> bool {
        let words = self.words.get(amount.next..amount.next + 3).unwrap_or(&[]);
        let gap = self.gap(amount.next - 1);
        !amount.has_multiplier
            && amount.suffix.is_none()
            && words.iter().map(|word| word.text).eq(["and", "a", "half"])
            && matches!(gap, " " | "-")
            && (0..2).all(|step| self.gap(amount.next + step) == gap)
    }

    /// After "hundred" or "thousand" in words, the number that goes on: "one hundred and twenty".
    pub(super) fn words_after_size(&self, amount: &Amount) -> Option<usize> {
        if !(amount.in_words && amount.has_multiplier) {
            return None;
        }
        let at = amount.next + usize::from(self.words[amount.next].text == "and");
        let number = numerals::numeral(self.words.get(at)?.text)?;
        (number.figures == 0 && !number.ordinal && self.gap(at - 1) == " ").then_some(at)
    }

    /// "two-thirds", "three quarters"
    pub(super) fn fraction(&self, at: usize, amount: &Amount) -> Option<Number> {
        let gap = self.gap(amount.next - 1);
        let part = self.words.get(amount.next).filter(|_| matches!(gap, "-" | " " | "‑"))?;
        let folded = fold(part.text);
        let parts = match folded.as_ref() {
            "quarters" | "quarter" => 4.0,
            "half" => 2.0,
            _ => {
                let single = folded.strip_suffix('s').unwrap_or(&folded);
                numerals::numeral(single)
                    .filter(|number| number.ordinal && number.figures == 0 && number.value > 2.0)?
                    .value
            }
        };
        let fits = amount.in_words && amount.value < parts && (amount.value > 1.0) == folded.ends_with('s');
        // "one third" and "a third of", but "the one third placed".
        let is_of = self.words.get(amount.next + 1).is_some_and(|word| word.text == "of");
        let is_joined = gap == "-" || amount.value > 1.0 || is_of;
        let span = Span { start: self.words[at].span.start, end: part.span.end };
        (fits && is_joined).then(|| Number { span, value: amount.value / parts, unit: String::new() })
    }

    /// "half of lawmakers", "a third of voters": the value and the word after it.
    pub(super) fn part_of(&self, at: usize) -> Option<(Number, usize)> {
        let word = self.words.get(at)?;
        let is_of =
            |at: usize| self.words.get(at).is_some_and(|word| word.text == "of") && self.gap(at - 1) == " ";
        let (value, end) = if word.text.eq_ignore_ascii_case("half") && is_of(at + 1) {
            (0.5, at)
        } else if matches!(word.text, "a" | "A") && is_of(at + 2) && self.gap(at) == " " {
            let parts = match self.words[at + 1].text {
                "quarter" => 4.0,
                word => {
                    numerals::numeral(word)
                        .filter(|part| part.ordinal && part.figures == 0 && part.value > 2.0)?
                        .value
                }
            };
            (1.0 / parts, at + 1)
        } else {
            return None;
        };
        // "a quarter of a century" is a time.
        let is_time =
            self.words.get(end + 3).is_some_and(|word| matches!(word.text, "century" | "mile" | "hour"));
        let span = Span { start: word.span.start, end: self.words[end].span.end };
        (!is_time).then(|| (Number { span, value, unit: String::new() }, end + 1))
    }

    /// "one in five", "nine out of ten", in words: a share.
    pub(super) fn share(&self, at: usize, amount: &Amount) -> Option<(Number, usize)> {
        let joint = ["in", "out of"].into_iter().find_map(|joint| {
            let count = joint.split(' ').count();
            let fits = joint
                .split(' ')
                .enumerate()
                .all(|(step, part)| self.words.get(amount.next + step).is_some_and(|word| word.text == part));
            fits.then_some(count)
        })?;
        let whole = self.words.get(amount.next + joint).and_then(|word| numerals::numeral(word.text))?;
        let fits = amount.in_words && whole.figures == 0 && !whole.ordinal && amount.value < whole.value;
        let span = Span { start: self.words[at].span.start, end: self.words[amount.next + joint].span.end };
        let value = amount.value / whole.value;
        fits.then(|| (Number { span, value, unit: String::new() }, amount.next + joint + 1))
    }

    /// The upper end of "20-25 percent", "10 to 15 percent", "$4 to $5 billion", "between three and five years".
    pub(super) fn upper_end(
        &self,
        at: usize,
        amount: &Amount,
        sign: Option<(u32, &'static str)>,
    ) -> Option<Upper> {
        let is_dash = matches!(self.gap(amount.next - 1), "-" | "–" | "‑") && !amount.in_words;
        let joint = self.words.get(amount.next)?.text;
        let is_between =
            || self.words[..at].last().is_some_and(|word| word.text.eq_ignore_ascii_case("between"));
        let is_word = matches!(joint, "to" | "or") || joint == "and" && is_between();
        let first = match (is_dash, is_word) {
            (true, _) => amount.next,
            (_, true) => amount.next + 1,
            _ => return None,
        };
        if amount.in_words == self.words.get(first)?.text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let upper = self.amount(first)?;
        let sign = self.sign_before(first).or(sign);
        let (unit, end, next) = self.unit(&upper, sign.map(|(_, unit)| unit));
        let start = self.sign_before(first).map_or(self.words[first].span.start, |(start, _)| start);
        let plain = self.plain_value(first)?;
        Some(Upper { amount: Amount { next, ..upper }, plain, unit, span: Span { start, end } })
    }

    pub(super) fn plain_value(&self, at: usize) -> Option<f64> {
        let value = numerals::numeral(self.words[at].text)
            .or_else(|| figures_with_letters(self.words[at].text).map(|found| found.0))?;
        (value.value != 0.0).then_some(value.value)
    }
}

pub(super) fn multiplier(word: &str) -> Option<f64> {
    MULTIPLIERS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, factor)| *factor)
}

/// "4bn", "15km": the figures and the letters.
fn figures_with_letters(word: &str) -> Option<(Numeral, Option<&str>)> {
    let end = word.find(|c: char| c.is_ascii_alphabetic())?;
    let numeral = numerals::numeral(word.get(..end)?)?;
    let letters = &word[end..];
    let is_known =
        multiplier(letters).is_some() || UNITS.iter().any(|(unit, _)| letters.eq_ignore_ascii_case(unit));
    is_known.then_some((numeral, Some(letters)))
}
