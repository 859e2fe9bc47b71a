//! An article's words as the grammar of dates sees them: months, weekdays, units, numerals and the few words and
//! marks that join them; everything else is [`Kind::Other`]. Cost: one pass, a look into a hash table a word.

use super::other_calendars::Calendar;
use super::vocabulary::{Compound, WordTable};
use crate::analysis::numerals::{self, Numeral};
use crate::text::{Span, Word, fold};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    pub span: Span,
    pub kind: Kind,
    pub is_capitalised: bool,
    /// What the word says of its sentence's tense: "will", "said".
    pub tense: Option<Tense>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Number(Numeral),
    /// `weak`: the word alone proves nothing ("may", "Dec").
    Month {
        number: u8,
        weak: bool,
    },
    /// A month of a calendar that is not Gregorian.
    OtherMonth {
        calendar: Calendar,
        number: u8,
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
    /// "early", "the end of".
    Part,
    /// The first word of a feast: "Christmas".
    Feast,
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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    Past,
    /// By a participle, which may belong to anything: "approved".
    LikelyPast,
    Future,
    /// By a word of plans: "scheduled".
    LikelyFuture,
    #[default]
    Unknown,
}

impl Tense {
    pub fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::LikelyPast)
    }

    pub fn is_future(self) -> bool {
        matches!(self, Self::Future | Self::LikelyFuture)
    }
}

impl Kind {
    /// The place of the kind among all, for tables by kind.
    pub fn place(self) -> usize {
        match self {
            Self::Number(_) => 0,
            Self::Month { .. } => 1,
            Self::OtherMonth { .. } => 2,
            Self::Weekday { .. } => 3,
            Self::Season(_) => 4,
            Self::Decade(_) => 5,
            Self::Quarter { .. } => 6,
            Self::Unit(_) => 7,
            Self::Units(_) => 8,
            Self::Direction(_) => 9,
            Self::RelativeDay(_) => 10,
            Self::Part => 11,
            Self::Feast => 12,
            Self::Word(_) => 13,
            Self::Mark(_) | Self::Dash => 14,
            Self::Other => 15,
        }
    }

    /// How many places there are.
    pub const PLACES: usize = 16;

    /// Whether the token alone hints at a date: no joining word, mark or word of another matter.
    pub fn is_telling(self) -> bool {
        self.place() < 13
    }
}

/// The tokens of an article of these words, marks included.
pub fn tokens(text: &str, words: &[Word<'_>], table: &WordTable) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut end = 0;
    for word in words {
        let start = word.span.start as usize;
        if start > end + 1 || text.as_bytes().get(end) != Some(&b' ') {
            push_marks(text, end, start, table, &mut found);
        }
        end = word.span.end as usize;
        push_word(word.text, word.span, table, &mut found);
    }
    push_marks(text, end, text.len(), table, &mut found);
    found
}

fn push_word(word: &str, span: Span, table: &WordTable, found: &mut Vec<Token>) {
    let first = word.as_bytes()[0];
    let is_capitalised = first.is_ascii_uppercase() || first >= 0x80 && word.starts_with(char::is_uppercase);
    let mut token = Token { span, kind: Kind::Other, is_capitalised, tense: None };
    if first.is_ascii_digit() {
        if !push_parts(word, span.start as usize, found) {
            token.kind = figures(word);
            found.push(token);
        }
        return;
    }
    if word.is_ascii() {
        (token.kind, token.tense) = table.look_up(word);
        if token.kind == Kind::Other && word.as_bytes()[word.len() - 1].is_ascii_digit() {
            return push_letters_with_figures(word, token, table, found);
        }
    } else {
        let folded = fold(word);
        if folded.starts_with(|c: char| c.is_ascii_digit()) {
            token.kind = figures(&folded);
        } else {
            (token.kind, token.tense) = table.look_up(&folded);
        }
    }
    push_joined(token, table, found);
}

/// A number, or a decade: "1990s".
fn figures(word: &str) -> Kind {
    numerals::numeral(word).map(Kind::Number).or_else(|| decade(word)).unwrap_or(Kind::Other)
}

/// "18.04.2025" is one word of Unicode and three numbers of a date.
fn push_parts(word: &str, start: usize, found: &mut Vec<Token>) -> bool {
    let parts = || word.split('.');
    let is_date = word.contains('.')
        && parts().count() == 3
        && parts().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !is_date {
        return false;
    }
    let mut at = start;
    for part in parts() {
        if at > start {
            found.push(mark(Span::new(at - 1, at), Kind::Mark('.')));
        }
        found.push(mark(Span::new(at, at + part.len()), figures(part)));
        at += part.len() + 1;
    }
    true
}

/// "Q3" and "H1" as they are, "Dec31" and "FY2025" as two.
fn push_letters_with_figures(word: &str, token: Token, table: &WordTable, found: &mut Vec<Token>) {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = numerals::numeral(&word[letters.len()..]);
    let (kind, _) = table.look_up(letters);
    let is_pair = matches!(kind, Kind::Month { .. } | Kind::Word("fiscal"));
    let Some(number) = number.filter(|_| is_pair) else {
        return found.push(Token { kind: part_of_year(word).unwrap_or(Kind::Other), ..token });
    };
    let middle = token.span.start + letters.len() as u32;
    found.push(Token { kind, span: Span { start: token.span.start, end: middle }, ..token });
    found.push(mark(Span { start: middle, end: token.span.end }, Kind::Number(number)));
}

fn mark(span: Span, kind: Kind) -> Token {
    Token { span, kind, is_capitalised: false, tense: None }
}

/// Takes "twenty" and "first" together, written apart or with a hyphen, and the two words of a compound month.
fn push_joined(token: Token, table: &WordTable, found: &mut Vec<Token>) {
    let Some(before) = found.last() else { return found.push(token) };
    match (before.kind, token.kind) {
        (Kind::Number(tens), Kind::Number(ones)) => join(tens, ones, 1, token, found),
        (Kind::Mark('-'), Kind::Number(ones)) => match found.len().checked_sub(2).map(|at| found[at].kind) {
            Some(Kind::Number(tens)) => join(tens, ones, 2, token, found),
            _ => found.push(token),
        },
        (Kind::Word(first), Kind::Word(second)) if !table.vocabulary.compounds.is_empty() => {
            let is_pair = |compound: &&Compound| compound.first == first && compound.second == second;
            match table.vocabulary.compounds.iter().find(is_pair) {
                Some(compound) => {
                    let span = Span { start: before.span.start, end: token.span.end };
                    found.pop();
                    found.push(Token { span, kind: compound.kind, ..token });
                }
                None => found.push(token),
            }
        }
        _ => found.push(token),
    }
}

/// Puts tens and ones in place of the last `taken` tokens if they are one numeral.
fn join(tens: Numeral, ones: Numeral, taken: usize, token: Token, found: &mut Vec<Token>) {
    let Some(both) = numerals::joined(tens, ones) else { return found.push(token) };
    let first = found[found.len() - taken];
    found.truncate(found.len() - taken);
    let span = Span { start: first.span.start, end: token.span.end };
    found.push(Token { span, kind: Kind::Number(both), ..first });
}

fn push_marks(text: &str, start: usize, end: usize, table: &WordTable, found: &mut Vec<Token>) {
    // Pairs of characters in scripts without spaces overlap: there is no gap between them.
    let gap = text.get(start..end).unwrap_or("");
    let Some(at) = gap.find(|c: char| !c.is_whitespace()) else { return };
    let marks = gap.trim();
    let kind = match marks {
        // The possessive that `words` leaves out, and the stop of an abbreviation.
        "'s" | "’s" | "'S" | "’S" => return,
        "." if gap.len() > 1 && found.last().is_some_and(|token| is_abbreviation(text, token, table)) => {
            return;
        }
        "," | ".," | "،" => Kind::Mark(','),
        "-" | "–" | "~" | "‑" if marks.len() == gap.len() => Kind::Mark('-'),
        "/" | "٫" if marks.len() == gap.len() => Kind::Mark('/'),
        "-" | "–" | "—" | "~" => Kind::Dash,
        "'" | "’" | "‘" if gap.ends_with(marks) => Kind::Mark('\''),
        "(" => Kind::Mark('('),
        _ => Kind::Mark(';'),
    };
    found.push(mark(Span::new(start + at, start + at + marks.len()), kind));
}

/// "Sept." and, in languages that write ordinals so, "3."
fn is_abbreviation(text: &str, token: &Token, table: &WordTable) -> bool {
    match token.kind {
        Kind::Month { .. } | Kind::Weekday { .. } => token.span.of(text).len() <= 4,
        Kind::Number(number) => table.vocabulary.stops_after_ordinals && number.figures <= 2,
        _ => false,
    }
}

/// "1990s"; "1980's" without its possessive is a year and no decade. "90s" is of the twentieth century.
fn decade(word: &str) -> Option<Kind> {
    let year: i32 = word.strip_suffix('s')?.parse().ok()?;
    match word.len() {
        5 if year % 10 == 0 && (1500..2100).contains(&year) => Some(Kind::Decade(year)),
        3 if year % 10 == 0 && (30..100).contains(&year) => Some(Kind::Decade(1900 + year)),
        _ => None,
    }
}

fn part_of_year(word: &str) -> Option<Kind> {
    let number = word.get(1..)?.parse::<u8>().ok()?;
    match word.as_bytes()[0] {
        b'q' | b'Q' if (1..=4).contains(&number) => {
            Some(Kind::Quarter { first_month: number * 3 - 2, months: 3 })
        }
        b'h' | b'H' if (1..=2).contains(&number) => {
            Some(Kind::Quarter { first_month: number * 6 - 5, months: 6 })
        }
        _ => None,
    }
}
