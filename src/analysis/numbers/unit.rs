//! What a number counts: a currency, a percentage, the noun after it, and a rate behind that.

use super::Phrase;
use super::amount::Amount;
use crate::analysis::numerals;
use crate::text::{WordList, fold};

const SIGNS: &[(&str, &str)] = &[
    ("٪", "percent"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("HK$", "HKD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₴", "UAH"),
];

/// Folded words that stand for a unit of another name.
pub(super) const UNITS: &[(&str, &str)] = &[
    ("children", "child"),
    ("bpd", "barrel per day"),
    ("cm", "centimeter"),
    ("dirham", "AED"),
    ("dirhams", "AED"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("feet", "foot"),
    ("ft", "foot"),
    ("gbp", "GBP"),
    ("gw", "gigawatt"),
    ("ha", "hectare"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("kg", "kilogram"),
    ("km", "kilometer"),
    ("kms", "kilometer"),
    ("lb", "pound"),
    ("lbs", "pound"),
    ("lira", "TRY"),
    ("liras", "TRY"),
    ("men", "man"),
    ("mm", "millimeter"),
    ("mph", "mile per hour"),
    ("mw", "megawatt"),
    ("pct", "percent"),
    ("people", "person"),
    ("percent", "percent"),
    ("renminbi", "CNY"),
    ("rial", "IRR"),
    ("rials", "IRR"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("riyal", "SAR"),
    ("riyals", "SAR"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("sqm", "square meter"),
    ("usd", "USD"),
    ("women", "woman"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
];

/// Words that end the phrase after a number: what is counted stands before them or is not named.
const STOPS: WordList = WordList::of(
    "a about after against also an and are as at be because before between but by did does during each for \
     from had has have he her his in including into is it its less many more most not of off on or others out over \
     per said says she since than that the their them these they this those to under until us versus vs \
     was we were when which while who will with would yes always",
)
.looked_into_often();

/// What stands between "one" and the noun that it counts: "one such case", "one new school".
const MODIFIERS: WordList = WordList::of(
    "big different early federal final former full good great key large last likely local major minor new old other particular \
     possible recent second senior separate serious short similar single small specific such very young",
);

/// Nouns that end as adverbs do.
const NOUNS_IN_LY: WordList = WordList::of(
    "ally anomaly assembly belly bully butterfly family fly jelly monopoly rally reply supply tally",
);

/// How far behind a number the counted noun may stand: "five new deputy ministers".
const NOUN_REACH: usize = 4;

impl Phrase<'_> {
    /// What is counted, the end of the words that say so, and the word after them.
    pub(super) fn unit(&self, amount: &Amount, sign: Option<&'static str>) -> (String, u32, usize) {
        if let Some(unit) = sign.or(amount.suffix) {
            return (unit.to_owned(), amount.end, amount.next);
        }
        let after = &self.text[amount.end as usize..];
        if after.starts_with('%') {
            return ("percent".to_owned(), amount.end + 1, amount.next);
        }
        if !self.is_english {
            // "13 %", "5 €", but not that of the next number
            let sign = after.trim_start();
            let found = SIGNS.iter().chain(&[("%", "percent")]).find(|it| sign.starts_with(it.0));
            let end = |sign_length: usize| (self.text.len() - sign.len() + sign_length) as u32;
            let begins_next =
                |end: u32| self.words.get(amount.next).is_some_and(|next| next.span.start == end);
            if let Some((written, unit)) = found.filter(|found| !begins_next(end(found.0.len()))) {
                return ((*unit).to_owned(), end(written.len()), amount.next);
            }
        }
        for (sign, unit) in [("°C", "degree Celsius"), ("°F", "degree Fahrenheit")] {
            if after.trim_start_matches(' ').starts_with(sign) {
                let end =
                    amount.end as usize + after.len() - after.trim_start_matches(' ').len() + sign.len();
                return (unit.to_owned(), end as u32, amount.next + 1);
            }
        }
        match self.noun(amount) {
            Some((unit, at)) => self.rate(unit, at),
            None => (String::new(), amount.end, amount.next),
        }
    }

    /// The noun after the number and where it stands: the word after a hyphen, or the first plural.
    pub(super) fn noun(&self, amount: &Amount) -> Option<(String, usize)> {
        let gap = self.gap(amount.next - 1);
        let country =
            usize::from(self.words.get(amount.next).is_some_and(|word| matches!(word.text, "US" | "U.S")));
        let first = self.words.get(amount.next + country)?;
        let folded = fold(first.text);
        if let Some((_, unit)) = UNITS
            .iter()
            .find(|(word, _)| *word == folded.as_ref())
            .filter(|_| matches!(gap, " " | "-" | "‑" | "\u{a0}"))
        {
            return Some(((*unit).to_owned(), amount.next + country));
        }
        let is_joined = matches!(gap, "-" | "‑");
        // "4,000-plus voters" are voters, and what "one-off" or "two-and-a-half" counts is not said.
        let is_plus = is_joined && folded == "plus";
        if is_joined
            && !is_plus
            && folded.len() > 2
            && !STOPS.contains(&folded)
            && folded.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return Some((singular(&folded), amount.next));
        }
        if folded == "per" && self.words.get(amount.next + 1).is_some_and(|word| word.text == "cent") {
            return Some(("percent".to_owned(), amount.next + 1));
        }
        let measure =
            matches!(folded.as_ref(), "square" | "cubic" | "percentage" | "basis").then(|| folded.clone());
        let mut first_noun = amount.next;
        let begin = amount.next + usize::from(is_plus);
        for at in begin..self.words.len().min(begin + NOUN_REACH) {
            let gap = self.gap(at - 1);
            let folded = fold(self.words[at].text);
            if !matches!(gap, " " | "-" | "\u{a0}")
                || STOPS.contains(folded.as_ref())
                || numerals::numeral(&folded).is_some()
            {
                return None;
            }
            let is_one = amount.value == 1.0 && first_noun == at;
            let is_compound = gap == "-" && at > begin;
            if is_one && (MODIFIERS.contains(&folded) || self.words[at].is_capitalised() || is_compound) {
                first_noun = at + 1;
                continue;
            }
            let is_noun = is_plural(&folded) || is_one && !is_adverb(&folded);
            if is_noun && !self.words[at].is_capitalised() {
                let unit = UNITS
                    .iter()
                    .find(|(word, _)| *word == folded.as_ref())
                    .map_or_else(|| singular(&folded), |(_, unit)| (*unit).to_owned());
                return Some((measure.map_or(unit.clone(), |measure| format!("{measure} {unit}")), at));
            }
        }
        None
    }

    /// "a day", "per hour" after the noun.
    pub(super) fn rate(&self, unit: String, at: usize) -> (String, u32, usize) {
        let joint = self.words.get(at + 1).filter(|_| self.gap(at) == " ").map(|word| word.text);
        let per = self.words.get(at + 2).filter(|_| matches!(joint, Some("a" | "an" | "per" | "each")));
        match per.map(|word| fold(word.text)) {
            Some(per)
                if matches!(
                    per.as_ref(),
                    "day"
                        | "week"
                        | "month"
                        | "year"
                        | "hour"
                        | "second"
                        | "minute"
                        | "barrel"
                        | "ton"
                        | "tonne"
                        | "head"
                        | "person"
                ) =>
            {
                (format!("{unit} per {per}"), self.words[at + 2].span.end, at + 3)
            }
            _ => (unit, self.words[at].span.end, at + 1),
        }
    }

    /// The currency in front: "$4", "US$4", "USD 4", and where it starts.
    pub(super) fn sign_before(&self, at: usize) -> Option<(u32, &'static str)> {
        let start = self.words[at].span.start;
        let before = &self.text[..start as usize];
        if let Some((sign, unit)) = SIGNS.iter().find(|(sign, _)| before.ends_with(sign)) {
            let sign_start = start - sign.len() as u32;
            let country = if before[..sign_start as usize].ends_with("US") { 2 } else { 0 };
            return Some((sign_start - country, unit));
        }
        let code = self.words[..at].last()?;
        if code.text == "Rs" && matches!(self.gap(at - 1), " " | ". " | ".") {
            return Some((code.span.start, "INR"));
        }
        let unit = UNITS.iter().find(|(word, unit)| code.text == *unit && word.len() == 3)?;
        (self.gap(at - 1) == " ").then_some((code.span.start, unit.1))
    }
}

fn is_plural(folded: &str) -> bool {
    let ends_as_plural = folded.len() > 3
        && folded.ends_with('s')
        && !folded.ends_with("ss")
        && !folded.ends_with("us")
        && !folded.ends_with("is")
        && folded != "news";
    ends_as_plural
        || matches!(
            folded,
            "people" | "men" | "women" | "children" | "feet" | "troops" | "aircraft" | "personnel"
        )
}

fn is_adverb(folded: &str) -> bool {
    folded.ends_with("ly") && !NOUNS_IN_LY.contains(folded)
}

/// "countries" → "country", "boxes" → "box", "barrels" → "barrel".
fn singular(folded: &str) -> String {
    if matches!(folded, "series" | "species") {
        return folded.to_owned();
    }
    if let Some(stem) = folded.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    let sibilant = ["ches", "shes", "sses", "xes", "zes"].iter().any(|ending| folded.ends_with(ending));
    let ending = if sibilant { "es" } else { "s" };
    match folded.strip_suffix(ending) {
        Some(stem) if is_plural(folded) => stem.to_owned(),
        _ => folded.to_owned(),
    }
}
