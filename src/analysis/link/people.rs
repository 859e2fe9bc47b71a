//! Which person another name may mean: the same name cut short or embellished, or spelled otherwise.

use super::super::transcription::{Likeness, likeness};
use super::super::{Reading, Why};
use super::Merger;
use super::candidates::{Corpus, Known};
use super::forms::{adds_initials_only, is_shorter, start_of};
use crate::text::Arrange as _;

/// Of several people with one surname the lone surname may mean the one whom so many times more articles name than all others.
/// A name so many times rarer than the same cut short is no name that the person goes by.
const LEAD: usize = 10;

/// The same where the others stand beside that one in the articles that name them.
const LEAD_BESIDE: usize = 3;

/// Articles give the whole name before the surname alone; at most so many times as many may leave it out. In 3,450 articles of
/// the surnames that went beyond, none was the person's ("Instagram", "Bidens").
const SELDOM: usize = 2;

/// What stands in one article only is a slip or a taunt once more than so many have the same cut short.
const FEW: usize = 3;

/// A misspelling stands in one article, the name in so many at least.
const ATTESTED: usize = 5;

/// A shorter surname has too little to sound alike by: "Li", "Lee".
const SHORTEST: usize = 5;

impl Corpus {
    /// "Araghchi" beside "Abbas Araghchi", "Mahmoud Abbas" beside "Mahmoud R. Abbas", if the fuller name is in use.
    pub(super) fn fuller_person(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<Merger> {
        let last = entry.words.last()?;
        let stands_for = |other: &&String| {
            let known = &self.known[*other];
            let is_same = entry.words == known.words && other.len() < id.len();
            other.as_str() != id && (is_shorter(&entry.words, &known.words) || is_same)
        };
        let fuller: Vec<&String> = self.surnames.get(last)?.iter().filter(stands_for).collect();
        if entry.words.len() == 1 {
            let other = self.leading(&fuller, last).or_else(|| self.titled(entry, &fuller))?;
            if entry.readings.len() > SELDOM * self.known[other].readings.len() {
                return None; // nobody is so rarely given the whole name
            }
            let within = self.with_titles_of(other, entry, self.sharing(id, entry, other, readings, 3));
            return Merger::within(other, Why::Shorter, within);
        }
        let (in_use, rare): (Vec<&String>, Vec<&String>) =
            fuller.into_iter().partition(|other| is_in_use(&self.known[*other], entry));
        let [fuller] = in_use.as_slice() else { return None };
        self.leads(fuller, &rare).then(|| self.cut_short(id, entry, fuller, Why::Shorter, readings))?
    }

    /// "Hillary Rotten Clinton" beside "Hillary Clinton": a fuller name that hardly anybody uses, and the same cut short.
    pub(super) fn embellished(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<Merger> {
        let namesakes = self.surnames.get(entry.words.last()?)?;
        let is_usual = |other: &&String| {
            let known = &self.known[*other];
            known.words.len() > 1 && is_shorter(&known.words, &entry.words) && !is_in_use(entry, known)
        };
        let usual = namesakes.iter().filter(is_usual);
        let usual =
            usual.max_by_key(|other| (self.known[*other].readings.len(), std::cmp::Reverse(*other)))?;
        let is_fuller = |other: &&String| is_shorter(&self.known[usual].words, &self.known[*other].words);
        let fuller: Vec<&String> = namesakes.iter().filter(is_fuller).collect();
        self.leads(id, &fuller).then(|| self.cut_short(id, entry, usual, Why::Fuller, readings))?
    }

    /// Whether [`LEAD`] times as many articles have a name as have all others of these that it cannot stand for: "Paul D.
    /// Ryan" beside "Paul S. Ryan" is one of two people.
    fn leads(&self, id: &str, others: &[&String]) -> bool {
        let entry = &self.known[id];
        let is_rival = |known: &&Known| {
            known.words != entry.words
                && !is_shorter(&known.words, &entry.words)
                && !is_shorter(&entry.words, &known.words)
        };
        let others = others.iter().map(|other| &self.known[*other]).filter(is_rival);
        entry.readings.len() >= LEAD * others.map(|known| known.readings.len()).sum::<usize>()
    }

    /// One name of several words is the other cut short: the same person in the articles that speak of the same, and in
    /// which no other title stands before it. A name that adds more than initials may be another person's sooner.
    fn cut_short(
        &self,
        id: &str,
        entry: &Known,
        other: &str,
        why: Why,
        readings: &[Reading],
    ) -> Option<Merger> {
        let known = &self.known[other];
        let (short, long) =
            if entry.words.len() < known.words.len() { (entry, known) } else { (known, entry) };
        let wanted = if adds_initials_only(&short.words, &long.words) { 1 } else { 2 };
        let within = self.with_titles_of(other, entry, self.beside_it(id, entry, other, readings, wanted));
        if within.len() == entry.readings.len() {
            return Some(Merger::everywhere(other.to_owned(), why));
        }
        Merger::within(other, why, within)
    }

    /// Of `within` the articles whose titles for `entry` are among those that `other` mostly goes by: a senator is not a
    /// president of the same name, though the president was a senator once. Where most titles are others, an article
    /// without one tells of neither.
    fn with_titles_of(&self, other: &str, entry: &Known, mut within: Vec<usize>) -> Vec<usize> {
        let own = &self.known[other].titles;
        let most = own.iter().map(|(_, articles)| articles.len()).max().unwrap_or(0);
        let is_own =
            |title: &str| own.iter().any(|(known, articles)| known == title && 2 * articles.len() >= most);
        let titled = |fits: bool| -> Vec<usize> {
            let titles = entry.titles.iter().filter(|(title, _)| is_own(title) == fits);
            let mut articles: Vec<usize> = titles.flat_map(|(_, articles)| articles).copied().collect();
            articles.arrange();
            articles.dedup();
            articles
        };
        let (fitting, others) = (titled(true), titled(false));
        if most == 0 || others.is_empty() {
            return within;
        }
        let is_among = |number: &usize, articles: &[usize]| articles.binary_search(number).is_ok();
        let is_other = others.iter().filter(|number| !is_among(number, &fitting)).count() > fitting.len();
        within.retain(|number| is_among(number, &fitting) || !is_other && !is_among(number, &others));
        within
    }

    /// The only one of several people whom most articles can mean by the titles that they give a lone surname: "President
    /// Hale" is not the senator's wife.
    fn titled<'a>(&self, entry: &Known, people: &[&'a String]) -> Option<&'a String> {
        let mut titled: Vec<usize> =
            entry.titles.iter().flat_map(|(_, articles)| articles).copied().collect();
        titled.arrange();
        titled.dedup();
        let has_title = |known: &Known, title: &str| known.titles.iter().any(|(own, _)| own == title);
        let goes_by =
            |id: &&&String| entry.titles.iter().any(|(title, _)| has_title(&self.known[id.as_str()], title));
        let mut able = people.iter().filter(goes_by).copied();
        let first = able.next().filter(|_| 2 * titled.len() > entry.readings.len())?;
        let words = &self.known[first].words;
        let same = |other: &String| {
            let other = &self.known[other].words;
            is_shorter(words, other) || is_shorter(other, words)
        };
        let leads = people.iter().all(|other| {
            *other == first
                || same(other)
                || self.known[other].readings.len() <= self.known[first].readings.len()
        });
        (leads && able.all(same)).then_some(first)
    }

    /// The only one whom a word can mean among the people who have it as surname, or the one who leads all others of that
    /// surname, those whose given name it is ("Jonathan"), and what else is called so ("Twitter"): by [`LEAD`] times as many
    /// articles as have others alone, by [`LEAD_BESIDE`] times as many as have others at all. "Ivanka Trump" beside "Donald
    /// Trump" is named in full because the surname alone means him; "Donald J. Trump" is he.
    fn leading<'a>(&self, people: &[&'a String], word: &str) -> Option<&'a String> {
        let articles = |id: &String| &self.known[id].readings;
        let first = people.iter().max_by_key(|id| (articles(id).len(), std::cmp::Reverse(**id)))?;
        let words = |id: &String| &self.known[id].words;
        let is_another = |id: &&String| {
            id != first && !is_shorter(words(id), words(first)) && !is_shorter(words(first), words(id))
        };
        let given = self.given.get(word).into_iter().flatten();
        let others = people.iter().copied().chain(given).filter(is_another).flat_map(articles);
        let mut others: Vec<usize> = others.copied().collect();
        others.arrange();
        others.dedup();
        let own = articles(first);
        let alone = others.iter().filter(|number| own.binary_search(number).is_err()).count();
        let things = self.things.get(word).copied().unwrap_or(0);
        let leads = own.len() >= LEAD * (alone + things) && own.len() >= LEAD_BESIDE * others.len();
        leads.then_some(*first)
    }

    /// "Abbas Araqchi" beside "Abbas Araghchi": of two transcriptions the one that more articles have, a curated one before
    /// all. A lone surname may be another person's, so it has to share more.
    pub(super) fn transcribed<'s>(
        &'s self,
        id: &'s str,
        entry: &Known,
        readings: &[Reading],
    ) -> Option<Merger> {
        let last = entry.words.last()?;
        let is_short = last.chars().count() < SHORTEST;
        if entry.words.len() == 1 && (is_short || self.is_borne(last)) {
            return None; // it means one of those who are spelled so, even where it stays open whom
        }
        let rank = |id: &'s str, known: &Known| (known.is_curated, known.readings.len(), id);
        let alike = |other: &&'s String| {
            let known = &self.known[*other];
            let is_other = if entry.words.len() == 1 {
                known.words.last().is_some_and(|word| likeness(last, word) == Some(Likeness::Transcribed))
            } else {
                let may_be = !is_short || known.words.last() == Some(last);
                may_be && rank(other, known) > rank(id, entry) && self.is_respelling(entry, known)
            };
            other.as_str() != id && is_other
        };
        let others: Vec<&String> = self.sounds.get(&start_of(last))?.iter().filter(alike).collect();
        let other = *others.iter().max_by_key(|other| rank(other, &self.known[**other]))?;
        let best = &self.known[other].words;
        let is_best = |id: &&String| {
            let words = &self.known[*id].words;
            id == &other
                || without_initials(words) == without_initials(best)
                || spelled_alike(words, best).is_some()
        };
        if !others.iter().all(is_best) {
            return None;
        }
        // Two that one article names side by side are two, unless one has the nickname of the other.
        let is_beside = |number: &usize| entry.readings.binary_search(number).is_ok();
        if self.known[other].readings.iter().any(is_beside) && !is_called(&entry.words, best) {
            return None;
        }
        if entry.words.len() == 1 {
            let speaks_alike = |number: &usize| self.has_alike(&readings[*number], id, other, readings, 3);
            let within = entry.readings.iter().copied().filter(speaks_alike).collect();
            return Merger::within(other, Why::Transcription, self.with_titles_of(other, entry, within));
        }
        let differing = spelled_alike(&entry.words, &self.known[other].words)?;
        let is_plain = |likeness: &Likeness| matches!(likeness, Likeness::Transcribed | Likeness::Nickname);
        let is_same = if differing.iter().all(|(_, likeness)| is_plain(likeness)) {
            self.tells_much_of_it(id, entry, other, readings)
        } else {
            self.tells_the_same(id, entry, other, readings)
        };
        let why = if is_called(&entry.words, best) { Why::Nickname } else { Why::Transcription };
        is_same.then(|| Merger::everywhere(other.clone(), why))
    }

    /// Whether a word is somebody's surname or given name, or means something else than a person.
    fn is_borne(&self, word: &str) -> bool {
        self.surnames.get(word).is_some() || self.given.get(word).is_some() || self.things.get(word).is_some()
    }

    /// Whether a name may be another spelling of a more frequent one: transcribed otherwise, a given name also by another
    /// vowel ("Mohammed", "Muhammad"); or by one slip ("Kusher" for "Kushner") in one article, if nobody else is called so.
    fn is_respelling(&self, entry: &Known, known: &Known) -> bool {
        let Some(differing) = spelled_alike(&entry.words, &known.words) else { return false };
        let loose: Vec<usize> = differing
            .iter()
            .filter(|(_, likeness)| *likeness != Likeness::Transcribed)
            .map(|(at, _)| *at)
            .collect();
        let [at] = loose.as_slice() else { return loose.is_empty() };
        let is_given = at + 1 < entry.words.len();
        let is_form = |likeness: &Likeness| matches!(likeness, Likeness::Vowel | Likeness::Nickname);
        let is_form = differing.iter().any(|(place, likeness)| place == at && is_form(likeness));
        let is_slip = differing.len() == 1 && !is_given && {
            let word = &entry.words[*at];
            let bearers = self.surnames.get(word).map_or(0, Vec::len);
            let is_free = bearers <= 1 && self.given.get(word).is_none() && self.things.get(word).is_none();
            is_free && entry.readings.len() == 1 && known.readings.len() >= ATTESTED
        };
        is_given && is_form || is_slip
    }
}

/// Whether a fuller name is one that the person goes by, beside the same cut short.
fn is_in_use(fuller: &Known, short: &Known) -> bool {
    let (count, of) = (fuller.readings.len(), short.readings.len());
    fuller.words == short.words || fuller.is_curated || count * LEAD >= of && (count > 1 || of <= FEW)
}

/// Whether two names have forms of one given name.
fn is_called(one: &[String], other: &[String]) -> bool {
    let first = [one, other].map(|words| words.first().map_or("", String::as_str));
    likeness(first[0], first[1]) == Some(Likeness::Nickname)
}

/// The given name and all else but initials.
fn without_initials(words: &[String]) -> Vec<&String> {
    let is_kept = |(at, word): &(usize, &String)| *at == 0 || word.chars().count() > 1;
    words.iter().enumerate().filter(is_kept).map(|(_, word)| word).collect()
}

/// The words by which two names differ, and how; none where one pair is not alike. "Charles E. Schumer" may have an initial
/// more than "Chuck Schumer".
fn spelled_alike(one: &[String], other: &[String]) -> Option<Vec<(usize, Likeness)>> {
    if one.len() != other.len() {
        let names = [one, other].map(without_initials);
        let is_same = names[0].len() == 2 && names[1].len() == 2 && names[0][1] == names[1][1];
        return (is_same && is_called(one, other)).then(|| vec![(0, Likeness::Nickname)]);
    }
    let pairs = one.iter().zip(other).enumerate().filter(|(_, (one, other))| one != other);
    pairs.map(|(at, (one, other))| likeness(one, other).map(|likeness| (at, likeness))).collect()
}
