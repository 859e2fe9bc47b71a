//! Whether the words around a phrase confirm that it is a date: "in 2018" but not "2018 troops", "in May" but not
//! "may", "on Sunday" but not "the Sunday Times".

use super::phrase::{Meaning, Phrase};
use super::reader::{Bounds, Reader};
use super::token::{Direction, Kind, Unit};
use crate::text::fold;

impl Reader<'_> {
    /// Whether the words around a phrase confirm that it is a date.
    pub(super) fn is_date(
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
                    || self.follows(start, sentence, &["on", "since"])
                        && self.is_clause_end(end, sentence)
                        && !self.is_event(phrase)
            }
            Meaning::DayOfMonth => {
                phrase.unit.is_some()
                    || (self.follows(start, sentence, &["on", "by"]) && self.is_clause_end(end, sentence))
            }
            Meaning::Relative => self.is_relative_day(start, sentence),
            Meaning::About => {
                self.is_word(start, "circa")
                    || self.follows(start, sentence, &["in", "since", "from", "until", "by", "of", "or"])
            }
            Meaning::Other => self.is_other(start, end, sentence),
            Meaning::Decade => self.is_decade(phrase, start, end, sentence),
            Meaning::Share => {
                // "two weeks of May" are any; "the last days of May" are not counted.
                let is_sure = !phrase.origin.as_ref().is_some_and(|origin| origin.is_weak)
                    || (start + 1..end).any(|at| self.tokens[at].is_capitalised);
                let is_counted = phrase.count.is_some() || !phrase.is_plural;
                is_sure && is_counted && (phrase.is_ordinal || phrase.direction == Some(Direction::Last))
            }
            Meaning::Feast => self.is_feast(phrase, start, end, sentence),
            Meaning::Weekend => {
                phrase.unit == Some(Unit::Weekend) && !(end < sentence.end && self.is_word(end, "of"))
            }
            Meaning::InTime => self.tense(start, end, sentence).is_future(),
            // "closed for the day", not "the day of the vote".
            Meaning::ThisUnit if self.is_word(start, "the") && !phrase.has_part => {
                self.follows(start, sentence, &["for"])
                    && self.is_clause_end(end, sentence)
                    && !(end < sentence.end
                        && ["of", "after", "before"].iter().any(|word| self.is_word(end, word)))
            }
            Meaning::ThisUnit => !matches!(phrase.unit, Some(Unit::Day | Unit::Half)),
            // "will last 30 days", "the last quarter century"
            Meaning::Window if phrase.direction == Some(Direction::Last) && self.is_verb(start, sentence) => {
                false
            }
            Meaning::Directed | Meaning::Window
                if self.tokens[..sentence.end].get(end).is_some_and(|next| {
                    next.kind == Kind::Word("century")
                        || matches!(next.kind, Kind::Number(_)) && phrase.month.is_some()
                }) =>
            {
                false
            }
            // "only 3 next week" are no three weeks.
            Meaning::Window if phrase.count.is_some_and(|count| count > 1) && !phrase.is_plural => false,
            // "ABC’s This Week"
            Meaning::Directed
                if phrase.month.is_none()
                    && phrase.weekday.is_none()
                    && self.tokens[end - 1].is_capitalised =>
            {
                false
            }
            Meaning::Century => !self.tokens[end - 1].is_capitalised,
            // "the last week of July" is not last week.
            Meaning::Directed | Meaning::Window
                if phrase.month.is_none()
                    && phrase.weekday.is_none()
                    && end < sentence.end
                    && self.is_word(end, "of") =>
            {
                false
            }
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
        let (Some(year), Some(at)) = (phrase.year, (start..end).find(|&at| self.is_number(at))) else {
            return false;
        };
        if (start..end).any(|at| self.is_word(at, "year")) {
            return !self.follows(start, sentence, &["new"]);
        }
        let is_later =
            at >= 2 && self.is_word(at - 1, "than") && matches!(self.written(at - 2), "later" | "earlier");
        if !is_later && self.is_amount(start, end, sentence) {
            return false;
        }
        // "in two thousand cases", "to 2150 points": round numbers in words and far years need more than that.
        let is_far = year > 2100 && !self.follows(at, sentence, &["in", "by", "until"]);
        let is_round = end - at == 2 && year % 1000 == 0;
        if is_far || is_round {
            return false;
        }
        if phrase.has_part || is_later || self.is_word(start, "the") && start < at {
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

    fn is_number(&self, at: usize) -> bool {
        matches!(self.tokens[at].kind, Kind::Number(_))
    }

    /// "the 1990s"; "the '90s" and "the nineties", but nobody's age and no temperature.
    fn is_decade(&self, phrase: &Phrase, start: usize, end: usize, sentence: Bounds) -> bool {
        if self.tokens[end - 1].span.of(self.text).starts_with("1")
            || phrase.year.is_some_and(|year| year >= 2000)
        {
            return true;
        }
        let is_other = |at: usize| {
            let word = self.written(at);
            matches!(
                word,
                "his" | "her" | "their" | "my" | "age" | "aged" | "highs" | "lows" | "upper" | "low" | "high"
            ) || word.starts_with("temperature")
                || word.starts_with("degree")
        };
        let near = start.saturating_sub(6).max(sentence.start)..sentence.end.min(end + 4);
        (start..end).any(|at| self.is_word(at, "the")) && !near.into_iter().any(is_other)
    }

    /// A feast is a day after a word that dates: "since Easter", not "the Easter market".
    fn is_feast(&self, phrase: &Phrase, start: usize, end: usize, sentence: Bounds) -> bool {
        let ends_as_day = matches!(self.tokens[end - 1].kind, Kind::Unit(_) | Kind::Weekday { .. })
            || self.written(end - 1).eq_ignore_ascii_case("eve");
        let dated = self.before(start, sentence).is_some_and(|at| self.dates(at));
        phrase.year.is_some()
            || phrase.direction.is_some() && phrase.unit.is_none_or(|unit| unit == Unit::Year)
            || dated && (ends_as_day || self.is_clause_end(end, sentence))
    }

    /// "last 30 days" after a noun or "will" is a verb and its object; after "the", "in" or a mark it is a time.
    fn is_verb(&self, start: usize, sentence: Bounds) -> bool {
        let Some(before) = self.before(start, sentence) else { return false };
        let is_possessive = self.text[self.tokens[before].span.end as usize..].starts_with(['\'', '’']);
        let is_determiner = matches!(
            self.written(before),
            "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my" | "about"
        );
        match self.tokens[before].kind {
            Kind::Other => !(is_possessive || is_determiner || self.dates(before)),
            Kind::Word(word) => word == "to",
            _ => false,
        }
    }

    /// "22 Bahman", "3 Mehr 1404"; in English only with a capital, as "dey" and "tir" are words elsewhere.
    fn is_other(&self, start: usize, end: usize, sentence: Bounds) -> bool {
        let is_name = |at: usize| match self.tokens[at].kind {
            Kind::OtherMonth { .. } => self.vocabulary.language != "en" || self.tokens[at].is_capitalised,
            _ => true,
        };
        (start..end).all(is_name)
            && (end - start > 2 || self.is_clause_end(end, sentence) || self.vocabulary.language != "en")
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
        if let Some(Kind::Number(day)) = self.tokens[..sentence.end].get(end).map(|next| next.kind)
            && self.is_event(&Phrase { day: Some(day.value as u8), ..phrase.clone() })
        {
            return false;
        }
        let (capital, weak) = (self.tokens[month].is_capitalised, phrase.is_weak);
        let before = self.before(month, sentence);
        let preposition = before.filter(|&at| self.dates(at) || phrase.has_part).map(|at| self.written(at));
        let is_named = phrase.month.is_some_and(|month| self.named_months >> month & 1 == 1);
        if weak && (!capital || is_named) {
            return phrase.has_part && start < month
                || preposition.is_some_and(|word| {
                    ["in", "since", "until", "during"].iter().any(|known| word.eq_ignore_ascii_case(known))
                });
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
            let is_acronym = self.written(start).bytes().all(|byte| byte.is_ascii_uppercase());
            return !is_acronym
                && before.is_some_and(|at| matches!(self.written(at), "on" | "or"))
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
        let is_word = phrase.is_weak && !capital && phrase.day.is_none();
        !(counts || is_word || self.is_event(phrase))
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
                || self.before(at, sentence).is_some_and(|before| {
                    let is_next =
                        self.tokens[..sentence.end].get(at + 1).is_some_and(|next| next.is_capitalised);
                    self.tokens[before].is_capitalised || is_next
                }));
        // "the leaders of tomorrow"
        let is_figure = self.follows(at, sentence, &["of"])
            && !self.text[token.span.end as usize..].starts_with(['\'', '’']);
        !is_figure && !is_name && !self.is_word(at, "now")
    }

    /// "September 11" without a year names what happened on it, in whatever year.
    fn is_event(&self, phrase: &Phrase) -> bool {
        let day = phrase.month.zip(phrase.day);
        phrase.year.is_none() && day.is_some_and(|day| self.vocabulary.event_days.contains(&day))
    }

    /// Whether no plain word follows: "on the 18th." but not "on the 18th floor".
    pub(super) fn is_clause_end(&self, end: usize, sentence: Bounds) -> bool {
        end >= sentence.end
            || match self.tokens[end].kind {
                Kind::Mark(',' | ';' | '(') | Kind::Dash => true,
                Kind::Word(word) => !matches!(word, "night" | "daypart" | "fiscal" | "academic" | "century"),
                _ => false,
            }
    }
}
