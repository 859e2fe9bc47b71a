//! The words of a sentence in another language as English would have them, for the rules of English to read: "4,8 млрд долларов" as
//! "4.8 billion dollars", "۱۳٫۵ درصد" as "13.5 percent". Only figures and the words next to them are known; any other word becomes
//! one that nothing is counted by. Cost: a look at each word.

use super::languages::Language;
use crate::analysis::numerals::numeral;
use crate::text::{Span, Word, fold};

/// A word that counts nothing, and the same in the place of a name.
const OTHER: [&str; 2] = ["it", "It"];

/// Decimals of so many figures may be thousands in another country: "1,200" in German.
const THOUSANDS: usize = 3;

/// Adds the words of a sentence with where they stand.
pub(super) fn translate(
    text: &str,
    words: &[Word<'_>],
    language: &Language,
    found: &mut Vec<(Span, String)>,
) {
    let folded: Vec<String> = words.iter().map(|word| fold(word.text).into_owned()).collect();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let mut span = word.span;
        let mut english = OTHER[usize::from(word.is_capitalised() && at > 0)].to_owned();
        // "و200", and 200
        let plain = folded[at].strip_prefix('و').unwrap_or(&folded[at]);
        if begins_in_figure(plain) {
            span.start += (folded[at].len() - plain.len()) as u32;
            let mut number = figures(plain, language.has_decimal_comma);
            let mut is_doubted = false;
            at += 1;
            while let Some(next) = words.get(at) {
                let more = &folded[at];
                let gap = text.get(span.end as usize..next.span.start as usize);
                let is_group = more.bytes().take_while(u8::is_ascii_digit).count() == THOUSANDS
                    && number.bytes().rev().take_while(u8::is_ascii_digit).count() <= THOUSANDS;
                let mark = match gap {
                    Some(" " | "\u{a0}" | "\u{202f}") if is_group => ',',
                    Some("٫" | "/") if begins_in_figure(more) && !language.has_decimal_comma => '.',
                    _ => break,
                };
                is_doubted |= gap == Some("/");
                number.push(mark);
                number += &figures(more, language.has_decimal_comma);
                span.end = next.span.end;
                at += 1;
            }
            if numeral(&number).is_none() {
                // "3.5 млрд"
                number = figures(&number, true);
                is_doubted = true;
            }
            let point = number.bytes().position(|byte| byte == b'.');
            let is_grouped = number.bytes().any(|byte| byte == b',') || number.as_bytes()[0] == b'0';
            let is_unclear = !is_grouped && point.is_some_and(|point| number.len() - point == THOUSANDS + 1);
            is_doubted |= number.len() == 4 && ("1300".."2101").contains(&number.as_str());
            let behind = text[span.end as usize..].trim_start();
            let has_unit = || {
                ["%", "٪", "€", "$", "₽"].iter().any(|sign| behind.starts_with(sign))
                    || language.term(&folded[at..]).is_some_and(|(meaning, _)| meaning.len() > 2)
            };
            if !is_unclear && (!is_doubted || has_unit()) {
                english = number;
            }
        } else if let Some((mut meaning, taken)) = language.term(&folded[at..]) {
            at += taken;
            span.end = words[at - 1].span.end;
            if let Some((before, size)) = found.last()
                && size == "thousand"
                && meaning.ends_with("illion")
            {
                meaning = if meaning == "million" { "billion" } else { "trillion" };
                span.start = before.start;
                found.pop();
            }
            english = meaning.to_owned();
        } else {
            at += 1;
            if plain.is_empty() {
                continue;
            }
        }
        found.push((span, english));
    }
}

fn begins_in_figure(folded: &str) -> bool {
    folded.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

impl Language {
    /// The English word for the first folded word, or for it and the next, and how many they are: "pour cent", "de dollars",
    /// "US-Dollar".
    fn term(&self, folded: &[String]) -> Option<(&'static str, usize)> {
        let first = folded.first()?;
        let one = self.meaning(first.strip_prefix("d'").unwrap_or(first));
        if one.is_some() {
            return one.map(|meaning| (meaning, 1));
        }
        let next = folded.get(1)?;
        let joined = if matches!(first.as_str(), "de" | "us") { next.clone() } else { first.clone() + next };
        self.meaning(&joined).map(|meaning| (meaning, 2))
    }
}

/// Folded figures with the marks that English has; `swaps` where comma and stop stand for each other.
fn figures(folded: &str, swaps: bool) -> String {
    let mark = |mark| match mark {
        '٬' | '\'' => ',',
        ',' if swaps => '.',
        '.' if swaps => ',',
        other => other,
    };
    folded.chars().map(mark).collect()
}
