//! An article's words as the grammar of dates sees them: months, weekdays, units, numerals and the few words and
//! marks that join them; everything else is [`Kind::Other`]. Cost: one pass, a binary search a word.

use super::vocabulary::Vocabulary;
use crate::analysis::numerals::{self, Numeral};
use crate::text::{Span, fold, words};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    pub span: Span,
    pub kind: Kind,
    pub is_capitalised: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Number(Numeral),
    /// `weak`: the word alone proves nothing ("may", "Dec").
    Month {
        number: u8,
        weak: bool,
    },
    Weekday {
        from_monday: u8,
        weak: bool,
    },
    /// EDTF's numbers, 21 spring to 24 winter.
    Season(u8),
    /// "1990s", by its first year.
    Decade(i32),
    /// "Q3" is months 7 to 9, "H1" months 1 to 6.
    Quarter {
        first_month: u8,
        months: u8,
    },
    Unit(Unit),
    /// "weeks": stands for a date only with a count.
    Units(Unit),
    Direction(Direction),
    /// "yesterday": −1.
    RelativeDay(i8),
    /// "early", "the end of". `approximate` where the borders are blurred.
    Part {
        approximate: bool,
    },
    /// A word that phrases name.
    Word(&'static str),
    /// A mark without white space around it where one could be: `-`, `/`, `.`; a comma; any other mark is `;`.
    Mark(char),
    /// A dash with white space around it.
    Dash,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// "last": the one before the current.
    Last,
    /// "past": the nearest behind.
    Past,
    This,
    /// "next": the one after the current.
    Next,
    /// "coming": the nearest ahead.
    Coming,
    /// "the following", "the previous", "the same": seen from the date last named.
    Following,
    Previous,
    Same,
}

/// The tokens of the article, marks included.
pub fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut end = 0;
    for word in words(text) {
        let start = word.span.start as usize;
        push_marks(text, end, start, &mut found);
        end = word.span.end as usize;
        if !push_figures_with_stops(word.text, start, &mut found) {
            let kind = kind(word.text, &fold(word.text), vocabulary);
            push_word(Token { span: word.span, kind, is_capitalised: word.is_capitalised() }, &mut found);
        }
    }
    push_marks(text, end, text.len(), &mut found);
    found
}

/// "18.04.2025" is one word of Unicode and three numbers of a date.
fn push_figures_with_stops(word: &str, start: usize, found: &mut Vec<Token>) -> bool {
    let parts = || word.split('.');
    let is_date = parts().count() == 3
        && parts().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !is_date {
        return false;
    }
    let mut at = start;
    for part in parts() {
        let span = Span::new(at, at + part.len());
        if at > start {
            found.push(Token { span: Span::new(at - 1, at), kind: Kind::Mark('.'), is_capitalised: false });
        }
        let kind = numerals::numeral(part).map_or(Kind::Other, Kind::Number);
        found.push(Token { span, kind, is_capitalised: false });
        at += part.len() + 1;
    }
    true
}

/// Takes "twenty" and "first" together, written apart or with a hyphen.
fn push_word(token: Token, found: &mut Vec<Token>) {
    let tail = found.len() - usize::from(matches!(found.last(), Some(Token { kind: Kind::Mark('-'), .. })));
    if let (Kind::Number(ones), Some(before)) = (token.kind, tail.checked_sub(1).map(|at| found[at]))
        && let Kind::Number(tens) = before.kind
        && let Some(both) = numerals::joined(tens, ones)
    {
        found.truncate(tail - 1);
        let span = Span { start: before.span.start, end: token.span.end };
        found.push(Token { span, kind: Kind::Number(both), is_capitalised: before.is_capitalised });
    } else {
        found.push(token);
    }
}

fn push_marks(text: &str, start: usize, end: usize, found: &mut Vec<Token>) {
    // Pairs of characters in scripts without spaces overlap: there is no gap between them.
    let gap = text.get(start..end).unwrap_or("");
    let Some(at) = gap.find(|c: char| !c.is_whitespace()) else { return };
    let marks = gap.trim();
    let kind = match marks {
        // The possessive that `words` leaves out, and the stop of an abbreviation.
        "'s" | "’s" | "'S" | "’S" => return,
        "." if gap.len() > 1 && found.last().is_some_and(|token| is_abbreviation(text, token)) => return,
        "," => Kind::Mark(','),
        ".," => Kind::Mark(','),
        "-" | "–" | "~" | "‑" if marks.len() == gap.len() => Kind::Mark('-'),
        "/" if marks.len() == gap.len() => Kind::Mark('/'),
        "-" | "–" | "—" | "~" => Kind::Dash,
        "(" => Kind::Mark('('),
        _ => Kind::Mark(';'),
    };
    let span = Span::new(start + at, start + at + marks.len());
    found.push(Token { span, kind, is_capitalised: false });
}

fn is_abbreviation(text: &str, token: &Token) -> bool {
    matches!(token.kind, Kind::Month { .. } | Kind::Weekday { .. }) && token.span.of(text).len() <= 4
}

fn kind(written: &str, folded: &str, vocabulary: &Vocabulary) -> Kind {
    if let Ok(at) = vocabulary.words.binary_search_by_key(&folded, |(word, _)| word) {
        return vocabulary.words[at].1;
    }
    if let Some(numeral) = numerals::numeral(written) {
        return Kind::Number(numeral);
    }
    decade(folded).or_else(|| part_of_year(folded)).unwrap_or(Kind::Other)
}

/// "1990s", "1980's" without its possessive is a year and no decade.
fn decade(folded: &str) -> Option<Kind> {
    let year: i32 = folded.strip_suffix('s')?.parse().ok()?;
    (folded.len() == 5 && year % 10 == 0 && (1500..2100).contains(&year)).then_some(Kind::Decade(year))
}

fn part_of_year(folded: &str) -> Option<Kind> {
    let number = folded.get(1..)?.parse::<u8>().ok()?;
    match folded.as_bytes()[0] {
        b'q' if (1..=4).contains(&number) => Some(Kind::Quarter { first_month: number * 3 - 2, months: 3 }),
        b'h' if (1..=2).contains(&number) => Some(Kind::Quarter { first_month: number * 6 - 5, months: 6 }),
        _ => None,
    }
}
