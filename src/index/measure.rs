//! Arithmetic that gives the same bits on every machine: a platform's own logarithm may differ in the last one, and
//! with it the bytes of a corpus.

/// More than a score of 32 bits is rounded by.
const ROUNDING: f64 = 1e-6;

/// How BM25 (Robertson & Zaragoza 2009) weighs frequency against length in one corpus, without idf: k1 = 1.2, b = 0.75.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ScoreShape {
    /// k1 (1 − b), and k1 b by the average length of a text.
    base: f64,
    per_word: f64,
}

impl ScoreShape {
    /// For texts that have so many words together.
    pub fn new(words: u64, articles: usize) -> Self {
        const K1: f64 = 1.2;
        const B: f64 = 0.75;
        let average = (words as f64 / articles.max(1) as f64).max(1.0);
        Self { base: K1 * (1.0 - B), per_word: K1 * B / average }
    }

    /// From 0 up to, but never, 2.2; `length` is the words of the article's text.
    #[inline(always)]
    pub fn score(&self, frequency: u32, length: u32) -> f64 {
        let frequency = f64::from(frequency);
        frequency * 2.2 / (frequency + self.base + self.per_word * f64::from(length))
    }

    /// No longer text scores so much with a frequency; rounding is on the side of a longer one.
    pub fn longest(&self, frequency: u32, score: f64) -> u32 {
        let frequency = f64::from(frequency);
        let room = frequency * 2.2 / (score * (1.0 - ROUNDING)) - frequency - self.base;
        ((room / self.per_word) as u32).saturating_add(1)
    }
}

/// How much it says of an article to hold a word that `holders` of `articles` hold: ln(1 + (N − n + ½)/(n + ½)),
/// Robertson & Zaragoza 2009. Positive for every n from 0 to N.
pub(crate) fn rarity(articles: usize, holders: usize) -> f64 {
    let (articles, holders) = (articles as f64, holders as f64);
    logarithm(1.0 + (articles - holders + 0.5) / (holders + 0.5))
}

/// How much the weight of a word in an article counts: 1 + ln(weight), so that the tenth occurrence adds less than the
/// second; 0 for 0.
pub(crate) fn prominence(weight: u32) -> f64 {
    if weight == 0 { 0.0 } else { 1.0 + logarithm(weight.into()) }
}

/// What is left of the similarity of two articles when their dates lie far apart.
const UNDATED_SHARE: f64 = 0.3;

/// What one day more leaves of the rest: e^(−1/5).
const A_DAY_APART: f64 = 0.818_730_753_077_981_8;

/// How much two articles' dates, their first and last days, let them be about the same: 0.3 + 0.7 e^(−days/5), and 1 where one of
/// them has none.
pub(crate) fn nearness(a: Option<(i32, i32)>, b: Option<(i32, i32)>) -> f64 {
    nearness_of(days_apart(a, b))
}

/// How many days lie between two stretches of days; 0 where one of them is unknown.
pub(crate) fn days_apart(a: Option<(i32, i32)>, b: Option<(i32, i32)>) -> u32 {
    let (Some((a_first, a_last)), Some((b_first, b_last))) = (a, b) else { return 0 };
    b_first.saturating_sub(a_last).max(a_first.saturating_sub(b_last)).max(0) as u32
}

/// How much so many days between them let two articles be about the same.
pub(crate) fn nearness_of(mut days: u32) -> f64 {
    let (mut left, mut power) = (1.0, A_DAY_APART);
    while days > 0 {
        if days & 1 == 1 {
            left *= power;
        }
        power *= power;
        days >>= 1;
    }
    UNDATED_SHARE + (1.0 - UNDATED_SHARE) * left
}

/// The natural logarithm of a positive number, by the series of artanh on its mantissa; exact to about 1e-12.
fn logarithm(number: f64) -> f64 {
    let exponent = ((number.to_bits() >> 52) as i64 - 1023) as f64;
    let mantissa = f64::from_bits(number.to_bits() & 0x000F_FFFF_FFFF_FFFF | 1023 << 52);
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let series = (0..13).rev().fold(0.0, |sum, term| sum * square + 1.0 / f64::from(2 * term + 1));
    2.0 * ratio * series + exponent * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::{ScoreShape, logarithm, rarity};

    #[test]
    fn the_longest_text_is_not_too_short() {
        let shape = ScoreShape::new(1_234_567, 2_000);
        for (frequency, length) in [(1, 0), (1, 900), (2, 1), (7, 3_000), (15, 40_000)] {
            let score = shape.score(frequency, length);
            let longest = shape.longest(frequency, f64::from(score as f32));
            assert!((length..=length + 2).contains(&longest), "{frequency} {length} {longest}");
        }
        assert_eq!(shape.longest(3, 2.5), 1, "nothing scores as much");
    }

    #[test]
    fn agrees_with_the_platform() {
        for number in [1.0, 1.0001, 1.5, 1.999_999, 2.0, 3.7, 12_345.6, 1e9] {
            assert!((logarithm(number) - f64::ln(number)).abs() < 1e-10, "{number}");
        }
        assert!(rarity(10, 10) > 0.0);
        assert!(rarity(1000, 1) > rarity(1000, 2));
    }
}
