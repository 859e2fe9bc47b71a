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
    if word.as_bytes().first()?.is_ascii_digit() { figures(word) } else { in_words(word) }
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
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" => true,
        _ => return None,
    };
    let plain = without_thousands(figures)?;
    Some(Numeral { value: plain.parse().ok()?, ordinal, figures: figures.len().min(255) as u8 })
}

/// "1,200,000.5" as "1200000.5"; `None` where the commas do not part thousands.
fn without_thousands(figures: &str) -> Option<String> {
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
    Some(figures.replace(',', ""))
}

fn in_words(word: &str) -> Option<Numeral> {
    let named = |value: usize, ordinal| Some(Numeral { value: value as f64, ordinal, figures: 0 });
    for (table, from, step) in [(ONES, 0, 1), (TENS, 20, 10)] {
        for (at, &(cardinal, ordinal)) in table.iter().enumerate() {
            if word.eq_ignore_ascii_case(cardinal) {
                return named(from + at * step, false);
            }
            if word.eq_ignore_ascii_case(ordinal) {
                return named(from + at * step, true);
            }
        }
    }
    None
}
