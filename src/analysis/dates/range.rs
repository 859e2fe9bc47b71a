//! Where two phrases are the ends of one stretch: "from January to March 2025", "3–5 May", "2026–2028".

use super::grammar::longest;
use super::phrase::{Meaning, Phrase};
use super::reader::{Bounds, Match, Reader};
use super::token::{Kind, Token};

/// What stands between the two ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Mark,
    Slash,
    To,
    And,
}

fn joint(token: &Token) -> Option<Joint> {
    match token.kind {
        Kind::Mark('-') | Kind::Dash => Some(Joint::Mark),
        Kind::Mark('/') => Some(Joint::Slash),
        Kind::Word("to") => Some(Joint::To),
        Kind::Word("and") => Some(Joint::And),
        _ => None,
    }
}

/// Whether the phrase may stand at one end; a lone day of a month is left to [`Reader::bare_day`], "the day" is none.
fn is_end(phrase: &Phrase) -> bool {
    !(phrase.meaning == Meaning::DayOfMonth && phrase.unit.is_none()
        || phrase.meaning == Meaning::ThisUnit && !phrase.has_part)
}

impl Reader<'_> {
    /// The stretch that begins at `at`, where `phrases` begin, with or without "from" or "between".
    pub(super) fn range(&self, at: usize, phrases: &[(Phrase, usize)], sentence: Bounds) -> Option<Match> {
        let opening = ["from", "between"].into_iter().find(|word| self.is_word(at, word));
        let start = at + usize::from(opening.is_some());
        let may_open = |token: &Token| {
            !matches!(
                token.kind,
                Kind::Other | Kind::Mark(_) | Kind::Dash | Kind::Word("a" | "of" | "on" | "to")
            )
        };
        self.tokens[..sentence.end].get(start).filter(|token| may_open(token))?;
        let (from, middle) = match opening {
            Some(_) => self.first_end(start, self.phrases(start, sentence), sentence)?,
            None => self.first_end(start, phrases.iter().cloned(), sentence)?,
        };
        // "10-20-30"
        let is_bare = from.meaning == Meaning::Figures && from.year.is_none() && from.weekday.is_none();
        if is_bare && self.tokens[start + 1].kind != Kind::Mark('/') {
            return None;
        }
        let joint = joint(&self.tokens[middle])?;
        let (to, end) = self.second_end(&from, middle, sentence)?;
        let fits = match (opening, joint) {
            (Some("between"), Joint::To) => from.is_year() && to.year.is_some(),
            (None | Some("from"), Joint::And) => false,
            (None, _) if from.meaning == Meaning::Relative => false,
            (_, Joint::Slash) if !(from.is_year() && to.is_year()) => false,
            _ => self.is_range(&from, &to, start, end, opening.is_some(), sentence),
        };
        fits.then_some(Match { start, end, from, to: Some(to) })
    }

    /// A whole phrase before a joint, or the bare number of a day.
    fn first_end(
        &self,
        at: usize,
        phrases: impl Iterator<Item = (Phrase, usize)>,
        sentence: Bounds,
    ) -> Option<(Phrase, usize)> {
        let tokens = &self.tokens[..sentence.end];
        let is_before_joint =
            |(_, end): &(Phrase, usize)| tokens.get(*end).is_some_and(|next| joint(next).is_some());
        let whole = longest(phrases.filter(|found| is_before_joint(found) && is_end(&found.0)));
        whole.or_else(|| self.bare_day(at).filter(is_before_joint))
    }

    fn second_end(&self, from: &Phrase, middle: usize, sentence: Bounds) -> Option<(Phrase, usize)> {
        let at = middle + 1;
        let is_sure = |(phrase, _): &(Phrase, usize)| {
            !(phrase.is_weak && phrase.is_month()) || self.tokens[at].is_capitalised
        };
        self.short_year(from, middle)
            .or_else(|| {
                longest(self.phrases(at, sentence).filter(|found| is_end(&found.0) && is_sure(found)))
            })
            .or_else(|| self.present(at))
            .or_else(|| self.bare_day_and_year(at))
            .filter(|(_, end)| *end <= sentence.end)
    }

    /// "from March to date", "since 2015 to the present"
    fn present(&self, at: usize) -> Option<(Phrase, usize)> {
        let at = at + usize::from(self.is_word(at, "the"));
        let is_present = self.is_word(at, "date") || self.is_word(at, "present");
        is_present.then(|| (Phrase::new(Meaning::Relative), at + 1))
    }

    /// "2024-25", "2024/25"
    fn short_year(&self, from: &Phrase, middle: usize) -> Option<(Phrase, usize)> {
        let year = from
            .year
            .filter(|_| from.is_year() && matches!(self.tokens[middle].kind, Kind::Mark('-' | '/')))?;
        let Kind::Number(number) = self.tokens.get(middle + 1)?.kind else { return None };
        let last_two = f64::from(year % 100);
        let is_no_month = number.value > 12.0 || number.value == last_two + 1.0;
        let fits = number.figures == 2 && number.value > last_two && is_no_month;
        let to =
            Phrase { year: Some(year - year % 100 + number.value as i32), ..Phrase::new(Meaning::Calendar) };
        fits.then_some((to, middle + 2))
    }

    fn bare_day(&self, at: usize) -> Option<(Phrase, usize)> {
        let at = at + usize::from(self.is_word(at, "the"));
        let Kind::Number(number) = self.tokens.get(at)?.kind else { return None };
        let fits = number.value.fract() == 0.0 && (1.0..=31.0).contains(&number.value) && number.figures <= 4;
        let phrase = Phrase { day: Some(number.value as u8), ..Phrase::new(Meaning::Calendar) };
        fits.then_some((phrase, at + 1))
    }

    /// The last day of a range in the first one's month, and the year that may follow: "3–7, 2025".
    fn bare_day_and_year(&self, at: usize) -> Option<(Phrase, usize)> {
        let (mut phrase, end) = self.bare_day(at)?;
        let comma =
            end + usize::from(self.tokens.get(end).is_some_and(|token| token.kind == Kind::Mark(',')));
        match self.tokens.get(comma).map(|token| token.kind) {
            Some(Kind::Number(number)) if number.figures == 4 && (1500.0..2101.0).contains(&number.value) => {
                phrase.year = Some(number.value as i32);
                Some((phrase, comma + 1))
            }
            _ => Some((phrase, end)),
        }
    }

    /// Whether the two ends are of a kind: bare days need the other's month, years must rise.
    fn is_range(
        &self,
        from: &Phrase,
        to: &Phrase,
        start: usize,
        end: usize,
        is_opened: bool,
        sentence: Bounds,
    ) -> bool {
        let is_bare =
            |phrase: &Phrase| phrase.day.is_some() && phrase.month.is_none() && phrase.weekday.is_none();
        let is_day = |phrase: &Phrase| phrase.day.is_some() && phrase.month.is_some();
        match (is_bare(from), is_bare(to)) {
            (true, true) => return false,
            (true, false) => return is_day(to),
            (false, true) => return is_day(from),
            _ => {}
        }
        if from.is_year() && to.is_year() {
            return from.year < to.year && !self.is_amount(start, end, sentence);
        }
        let parts =
            |phrase: &Phrase| (phrase.month.is_some(), phrase.day.is_some(), phrase.weekday.is_some());
        let is_calendar = |phrase: &Phrase| {
            matches!(phrase.meaning, Meaning::Calendar | Meaning::PartOfYear | Meaning::Figures)
        };
        let is_full = from.day.is_some() && from.year.is_some();
        is_opened
            || to.meaning == Meaning::Relative && is_full
            || is_calendar(from)
                && is_calendar(to)
                && (parts(from) == parts(to) || to.year.is_some() && to.month.is_some())
    }
}
