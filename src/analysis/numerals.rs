//! Which number a numeral stands for, in figures ("1,200", "21st") or in words ("twelve", "twenty-first").
//! Dates and numbers both read numerals here. Cost: one look at each word.

/// A whole or broken number as the text writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    pub value: f64,
    /// "21st", "third": a place in an order, not an amount.
    pub ordinal: bool,
    /// How many figures were written; 0 for a number in words.
    pub figures: u8,
}

const ONES: &[(&str, &str)] = &[
    ("zero", ""),
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("four", "fourth"),
    ("five", "fifth"),
    ("six", "sixth"),
    ("seven", "seventh"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("ten", "tenth"),
    ("eleven", "eleventh"),
    ("twelve", "twelfth"),
    ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"),
    ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"),
    ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"),
    ("nineteen", "nineteenth"),
];

const TENS: &[(&str, &str)] = &[
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// The numeral that a single word is: `1,200`, `3.5`, `21st`, `twelve`, `third`, and the tens, which
/// [`joined`] may complete.
pub fn numeral(word: &str) -> Option<Numeral> {
    let first = *word.as_bytes().first()?;
    if first.is_ascii_digit() {
        return figures(word);
    }
    let mut known = may_be_in_words(word).then(in_words)?;
    known.find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, numeral)| numeral)
}

/// Whether a word begins as those of numbers do and is as long: most are not.
pub fn may_be_in_words(word: &str) -> bool {
    let &[first, second, _, ..] = word.as_bytes() else { return false };
    let second = second | 0x20;
    let may_begin = match first | 0x20 {
        b't' => matches!(second, b'w' | b'h' | b'e'),
        b'f' | b's' => matches!(second, b'i' | b'o' | b'e'),
        b'o' => second == b'n',
        b'n' => second == b'i',
        b'e' => matches!(second, b'i' | b'l'),
        b'z' => second == b'e',
        _ => false,
    };
    may_begin && word.len() <= 11 && !word.eq_ignore_ascii_case("the")
}

/// Every single word that is a numeral.
pub fn in_words() -> impl Iterator<Item = (&'static str, Numeral)> {
    let table = |table: &'static [(&'static str, &'static str)], from: usize, step: usize| {
        table.iter().enumerate().flat_map(move |(at, &(cardinal, ordinal))| {
            let named = |ordinal| Numeral { value: (from + at * step) as f64, ordinal, figures: 0 };
            [(cardinal, named(false)), (ordinal, named(true))]
        })
    };
    table(ONES, 0, 1).chain(table(TENS, 20, 10)).filter(|(word, _)| !word.is_empty())
}

/// `twenty` and `first` together: 21, ordinal. `None` where the two are no one numeral.
pub fn joined(tens: Numeral, ones: Numeral) -> Option<Numeral> {
    let fits = tens.figures == 0 && ones.figures == 0 && !tens.ordinal;
    let is_pair = tens.value >= 20.0 && tens.value % 10.0 == 0.0 && (1.0..10.0).contains(&ones.value);
    (fits && is_pair).then_some(Numeral { value: tens.value + ones.value, ..ones })
}

fn figures(word: &str) -> Option<Numeral> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(word.len());
    let (figures, ending) = word.split_at(end);
    let ordinal = match ending {
        "" => false,
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" | "er" => true,
        _ => return None,
    };
    Some(Numeral { value: value(figures)?, ordinal, figures: figures.len().min(255) as u8 })
}

/// "1,200,000.5"; `None` where the commas do not part thousands.
fn value(figures: &str) -> Option<f64> {
    if figures.len() < 10 && figures.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(f64::from(figures.bytes().fold(0, |value, byte| value * 10 + u32::from(byte - b'0'))));
    }
    let (whole, fraction) =
        figures.split_once('.').map_or((figures, None), |(whole, rest)| (whole, Some(rest)));
    if fraction.is_some_and(|fraction| fraction.contains([',', '.'])) {
        return None;
    }
    let mut groups = whole.split(',');
    groups.next();
    if whole.contains(',') && !groups.all(|group| group.len() == 3) {
        return None;
    }
    figures.replace(',', "").parse().ok()
}
