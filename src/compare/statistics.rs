//! The figures that the comparison prints, each by its formula from the literature. Pure functions of counts; what
//! is not defined for some counts is `None` rather than a made-up number.
//!
//! Throughout, `a` and `b` are the frequencies of a term in texts 1 and 2, `c` and `d` the sizes of these texts in
//! words.

use std::collections::BTreeSet;

/// How much the two frequencies speak against one common rate: log-likelihood over two cells,
/// `G2 = 2 (a ln(a/E1) + b ln(b/E2))` with `E1 = c (a+b)/(c+d)`, `E2 = d (a+b)/(c+d)` and `0 ln 0 = 0`
/// (Rayson & Garside 2000). 0 is no evidence; above 3.84 would be significant at 5% for a single term chosen
/// beforehand.
///
/// ```
/// // "treaty" five times in 800 words of one report, never in 950 words of the other
/// let g2 = crossread::compare::statistics::g2(5, 0, 800, 950);
/// assert!((g2 - 7.8276).abs() < 1e-4);
/// ```
pub fn g2(a: u32, b: u32, c: u32, d: u32) -> f64 {
    let together = f64::from(a) + f64::from(b);
    let size = f64::from(c) + f64::from(d);
    let cell = |count: u32, words: u32| {
        let expected = f64::from(words) * together / size;
        if count == 0 || expected <= 0.0 {
            0.0
        } else {
            f64::from(count) * (f64::from(count) / expected).ln()
        }
    };
    (2.0 * (cell(a, c) + cell(b, d))).max(0.0)
}

/// How many doublings lie between the two rates: `log2((a/c) / (b/d))`, a zero count taken as 0.5 (Hardie 2014).
/// 0 where the rates are the same, 1 where the first is twice the second; `None` where a text is empty.
///
/// ```
/// let ratio = crossread::compare::statistics::log_ratio(120, 60, 10_000, 12_000).unwrap();
/// assert!((ratio - 1.2630).abs() < 1e-4);
/// ```
pub fn log_ratio(a: u32, b: u32, c: u32, d: u32) -> Option<f64> {
    let count = |n: u32| if n == 0 { 0.5 } else { f64::from(n) };
    (c > 0 && d > 0).then(|| ((count(a) / f64::from(c)) / (count(b) / f64::from(d))).log2())
}

/// The evidence of [`g2`] after paying for the size of the texts: `G2 − ln(c+d)` (Wilson 2013). Above 2 speaks for a
/// difference, below 0 for one common rate.
pub fn bic(g2: f64, c: u32, d: u32) -> f64 {
    g2 - (f64::from(c) + f64::from(d)).ln()
}

/// By how many percent the first rate exceeds the second: `100 (a/c − b/d) / (b/d)` (Gabrielatos 2018). `None` where
/// the second text does not have the term, or a text is empty.
///
/// ```
/// assert_eq!(crossread::compare::statistics::percent_difference(5, 0, 800, 950), None);
/// ```
pub fn percent_difference(a: u32, b: u32, c: u32, d: u32) -> Option<f64> {
    if b == 0 || c == 0 || d == 0 {
        return None;
    }
    let (first, second) = (f64::from(a) / f64::from(c), f64::from(b) / f64::from(d));
    Some(100.0 * (first - second) / second)
}

/// A rate that can be read across texts of different size: `10^6 a/c`; 0 for an empty text.
pub fn per_million(a: u32, c: u32) -> f64 {
    if c == 0 { 0.0 } else { 1e6 * f64::from(a) / f64::from(c) }
}

/// How unevenly a term is spread over the parts of a text: `DP = ½ Σ |v_i/f − s_i|`, where `v_i` is its count in part
/// i, `f` its count in all, and `s_i` the share of part i in the text (Gries 2008). 0 is even, towards 1 all in one
/// small part. Each part is (count of the term, words). `None` where the term or the text is missing.
///
/// ```
/// let parts = [(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)];
/// assert!((crossread::compare::statistics::dp(&parts).unwrap() - 0.18).abs() < 1e-9);
/// ```
pub fn dp(parts: &[(u32, u32)]) -> Option<f64> {
    let count: f64 = parts.iter().map(|part| f64::from(part.0)).sum();
    let words: f64 = parts.iter().map(|part| f64::from(part.1)).sum();
    if count == 0.0 || words == 0.0 {
        return None;
    }
    let distance = |part: &(u32, u32)| (f64::from(part.0) / count - f64::from(part.1) / words).abs();
    Some(parts.iter().map(distance).sum::<f64>() / 2.0)
}

/// [`dp`] stretched so that 1 can be reached whatever the parts: `DP / (1 − min s_i)` (Lijffijt & Gries 2012).
/// `None` where there is only one part.
pub fn dp_norm(parts: &[(u32, u32)]) -> Option<f64> {
    let words: f64 = parts.iter().map(|part| f64::from(part.1)).sum();
    let smallest = parts.iter().map(|part| f64::from(part.1) / words).fold(1.0, f64::min);
    (smallest < 1.0).then(|| dp(parts)).flatten().map(|dp| dp / (1.0 - smallest))
}

/// How strongly two words keep company: `14 + log2(2 f_xy / (f_x + f_y))` (Rychlý 2008), where `f_xy` counts them
/// together and `f_x`, `f_y` each of them. At most 14; a point less is half as close. `None` where they never meet.
pub fn log_dice(together: u32, x: u32, y: u32) -> Option<f64> {
    (together > 0).then(|| 14.0 + (2.0 * f64::from(together) / (f64::from(x) + f64::from(y))).log2())
}

/// How much of all the wording of two texts they share: `|A ∩ B| / |A ∪ B|`, of sets of word 5-grams (Broder 1997;
/// see [`shingles`]). 0 for two empty sets.
pub fn jaccard<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    let shared = a.intersection(b).count();
    share(shared, a.len() + b.len() - shared)
}

/// How much of the first text's wording stands in the second: `|A ∩ B| / |A|` (Broder 1997). 0 for an empty first.
pub fn containment<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    share(a.intersection(b).count(), a.len())
}

/// The runs of `length` words of a text, as a set; empty where the text is shorter.
///
/// ```
/// use crossread::compare::statistics::{containment, shingles};
/// let agency = shingles(&["talks", "will", "resume", "in", "Muscat", "next", "week"], 5);
/// let report = shingles(&["the", "talks", "will", "resume", "in", "Muscat", "on", "Friday"], 5);
/// assert!((containment(&agency, &report) - 1.0 / 3.0).abs() < 1e-9);
/// ```
pub fn shingles<T: Ord + Clone>(words: &[T], length: usize) -> BTreeSet<Vec<T>> {
    words.windows(length.max(1)).map(<[T]>::to_vec).collect()
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(value: f64, expected: f64, digits: i32) -> bool {
        (value.abs() - expected).abs() <= 0.5 * 10f64.powi(-digits) + 1e-12
    }

    #[test]
    fn two_texts() {
        let table = [
            (3, 7, 10, 9, 2.0948, 1.3744, Some(61.43)),
            (120, 60, 10_000, 12_000, 32.8210, 1.2630, Some(140.0)),
            (5, 0, 800, 950, 7.8276, 3.5699, None),
        ];
        for (a, b, c, d, likelihood, ratio, difference) in table {
            assert!(close(g2(a, b, c, d), likelihood, 4), "G2 of {a},{b},{c},{d}");
            assert!(close(log_ratio(a, b, c, d).unwrap(), ratio, 4), "log ratio of {a},{b},{c},{d}");
            match (percent_difference(a, b, c, d), difference) {
                (Some(value), Some(expected)) => {
                    assert!(close(value, expected, 2), "%DIFF of {a},{b},{c},{d}")
                }
                (value, expected) => assert_eq!(value, expected, "%DIFF of {a},{b},{c},{d}"),
            }
        }
        assert!(log_ratio(3, 7, 10, 9).unwrap() < 0.0 && percent_difference(3, 7, 10, 9).unwrap() < 0.0);
    }

    #[test]
    fn a_term_that_one_text_does_not_have() {
        assert!(close(g2(0, 5, 950, 800), 7.8276, 4));
        assert!(close(log_ratio(0, 5, 950, 800).unwrap(), 3.5699, 4));
        assert!(log_ratio(0, 5, 950, 800).unwrap() < 0.0);
        assert_eq!(percent_difference(0, 5, 950, 800), Some(-100.0));
        assert_eq!(g2(0, 0, 800, 950), 0.0);
        assert_eq!(log_ratio(0, 0, 800, 800), Some(0.0));
        assert_eq!(percent_difference(0, 0, 800, 950), None);
        assert_eq!(per_million(0, 800), 0.0);
    }

    #[test]
    fn dispersion() {
        let parts = [(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)];
        assert!(close(dp(&parts).unwrap(), 0.18, 4));
        assert!(close(dp_norm(&parts).unwrap(), 0.2195, 4));
        assert_eq!(dp(&[(0, 9), (0, 10)]), None);
        assert_eq!(dp(&[(2, 100), (2, 100)]), Some(0.0));
        assert!(close(dp_norm(&[(0, 300), (4, 100)]).unwrap(), 1.0, 9));
        assert_eq!(dp_norm(&[(3, 9)]), None);
        assert_eq!(dp_norm(&[]), None);
    }

    #[test]
    fn the_same_rate_is_neutral() {
        assert!(g2(4, 8, 100, 200).abs() < 1e-9);
        assert!(log_ratio(4, 8, 100, 200).unwrap().abs() < 1e-9);
        assert!(close(bic(32.8210, 10_000, 12_000), 22.8222, 4));
        assert_eq!(per_million(3, 600), 5_000.0);
    }

    #[test]
    fn nothing_is_made_up_of_empty_texts() {
        assert_eq!(g2(0, 0, 0, 0), 0.0);
        assert_eq!(log_ratio(1, 1, 0, 5), None);
        assert_eq!(per_million(0, 0), 0.0);
        assert_eq!(log_dice(0, 3, 4), None);
        let none: BTreeSet<u8> = BTreeSet::new();
        assert_eq!((jaccard(&none, &none), containment(&none, &none)), (0.0, 0.0));
    }

    #[test]
    fn company_and_shared_wording() {
        assert!((log_dice(10, 10, 10).unwrap() - 14.0).abs() < 1e-9);
        assert!((log_dice(5, 10, 10).unwrap() - 13.0).abs() < 1e-9);
        assert!((log_dice(6, 16, 8).unwrap() - 13.0).abs() < 1e-9);
        let (a, b) = (shingles(&[1, 2, 3, 4, 5, 6], 5), shingles(&[2, 3, 4, 5, 6, 7], 5));
        assert!((jaccard(&a, &b) - 1.0 / 3.0).abs() < 1e-9);
        assert!((containment(&a, &b) - 0.5).abs() < 1e-9);
    }
}
